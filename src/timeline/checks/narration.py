"""Fair and well-founded telling: the narrator's words, how much each event stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.checks.citations import cites_of
from timeline.checks.telling import Tell, Types
from timeline.model import Event, Question, Record

# Words that take a side, in the narrator's own voice. Names of laws, bodies and quoted matter
# belong into claims, where they stand with their speaker.
LOADED = re.compile(
    r"\b(liberat\w+|occup(?:y|ie[sd]|iers?|ying|ations?)|so-called|regime|terroris\w+|aggress\w+"
    r"|genocid\w+|ethnic(?:ally)? cleans\w+|historic(?:al)? lands?|separatis\w+|puppet|heroic"
    r"|barbar\w+|bandits?|illegal(?:ly)?|annex(?:ed|es|ing|ations?)|invad\w+|invasion)\b",
    re.IGNORECASE,
)
MIN_CITES = {1: 5, 2: 2, 3: 2}  # weight → independent sources an event needs


def _narrated(record: Event | Question) -> Iterator[tuple[str, str]]:
    """What the narrator says in English, as (field, text). A question may quote its subject."""
    if isinstance(record, Event):
        for name in ("title", "label", "summary"):
            yield name, getattr(record, name)["en"]
    else:
        yield "why", record.why


def _told(kind: str, records: dict[str, Event] | dict[str, Question], tell: Tell) -> None:
    for key, record in records.items():
        for name, text in _narrated(record):
            if word := LOADED.search(text):
                expected = "neutral words from the narrator (or a claim with a speaker)"
                tell(kind, key, (name,), repr(word.group()), expected, "warning")


def narration(types: Types, tell: Tell) -> None:
    """Words that take sides, events on too few sources, sources that nothing cites."""
    for key, event in types["events"].items():
        independent = len(set(event.sources()))
        if independent < MIN_CITES[event.weight]:
            expected = f"at least {MIN_CITES[event.weight]} sources for weight {event.weight}"
            tell("events", key, ("cite",), str(independent), expected, "warning")
    _told("events", types["events"], tell)
    _told("questions", types["questions"], tell)
    every: Iterator[Record] = (r for records in types.values() for r in records.values())
    used = {cite.source for record in every for _, cite in cites_of(record)}
    for key in types["sources"]:
        if key not in used:
            tell("sources", key, ("id",), "", "a citation of this source somewhere", "warning")
