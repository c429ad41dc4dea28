"""What must hold between records: references, fair narration, enough citations."""

from __future__ import annotations

import pytest

from timeline.checks import LOADED, cites_of
from timeline.model import Citation

LATER, EARLY = "events/later.yaml", "events/1918.yaml"
REFERENCES = [
    # file, text, what it becomes, record, field, found, where it must exist; the record is lost
    (LATER, "cite: [{source: paper}]\n    supports", "cite: [{source: x}]\n    supports",
     "letter", "claims.0.cite.0.source", "'x'", "sources"),
    (EARLY, "cite: [{source: gazette, locator: p. 1}]", "cite: [{source: x, locator: p. 1}]",
     "founding", "figures.0.cite.0.source", "'x'", "sources"),
    (EARLY, "  - {source: ruling}", "  - {source: x}",
     "founding", "cite.3.source", "'x'", "sources"),
    ("places.yaml", "    cite: [{source: gazette}]", "    cite: [{source: x}]",
     "ganja", "names.1.cite.0.source", "'x'", "sources"),
    ("regions.yaml", "error_km: 10\n  cite: [{source: study}]",
     "error_km: 10\n  cite: [{source: x}]",
     "claimed-land", "cite.0.source", "'x'", "sources"),
    (LATER, "places: [{place: far-west}]", "places: [{place: x}]",
     "letter", "places.0.place", "'x'", "places"),
    (EARLY, "path: {places: [ganja, shusha]", "path: {places: [ganja, x]",
     "march", "path.places.1", "'x'", "places"),
    (LATER, "kind: statement\n  weight: 3", "kind: x\n  weight: 3",
     "letter", "kind", "'x'", "kinds"),
    (EARLY, "actors: [republic, council]", "actors: [republic, x]",
     "founding", "actors.1", "'x'", "actors"),
    (EARLY, "    speaks_for: west", "    speaks_for: x",
     "founding", "claims.1.speaks_for", "'x'", "positions"),
    ("sources.yaml", "  speaks_for: west", "  speaks_for: x",
     "paper", "speaks_for", "'x'", "positions"),
    ("actors.yaml", "  group: armenia", "  group: x", "council", "group", "'x'", "groups"),
    ("regions.yaml", "  by: council", "  by: x", "claimed-land", "by", "'x'", "actors"),
    ("questions.yaml", "events: [founding, letter]", "events: [founding, x]",
     "lawfulness", "events.1", "'x'", "events"),
    ("questions.yaml", "speaks_for: west", "speaks_for: x",
     "lawfulness", "positions.1.speaks_for", "'x'", "positions"),
    ("questions.yaml", "{source: gazette, locator: art. 1}", "{source: x, locator: art. 1}",
     "lawfulness", "documents.0.cite.0.source", "'x'", "sources"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "record", "field", "found", "where"), REFERENCES)
def test_a_reference_to_nothing(small, file, old, new, record, field, found, where):
    small.change(file, old, new)
    book = small.load()
    problem = next(p for p in book.problems if p.record == record)
    changed = next(i for i, part in enumerate(new.splitlines()) if part not in old.splitlines())
    assert problem.line == small.line_of(file, new) + changed
    assert (problem.file, problem.field, problem.found) == (file, field, found)
    assert (problem.level, problem.expected) == ("error", f"an id in {where}")
    lost = [*book.events, *book.places, *book.regions, *book.actors, *book.sources, *book.questions]
    assert record not in lost
    assert any(s.endswith(f" {record}") for s in book.skipped)


LINKS = [
    # Links that dangle are told, but the event still shows.
    (EARLY, "part_of: siege", "part_of: x", "march", "part_of", "'x'", "an id in events"),
    (EARLY, "part_of: siege", "part_of: march", "march", "part_of", "'march'", "another event"),
    (EARLY, "follows: [founding]", "follows: [founding, x]", "march", "follows.1", "'x'",
     "an id in events"),
    (EARLY, "follows: [founding]", "follows: [march]", "march", "follows.0", "'march'",
     "another event"),
    (EARLY, "disputes: [founding-lawful]", "disputes: [x]",
     "founding", "claims.1.disputes.0", "'x'", "the id of another claim"),
    (EARLY, "disputes: [founding-lawful]", "disputes: [founding-unlawful]", "founding",
     "claims.1.disputes.0", "'founding-unlawful'", "the id of another claim"),
    (LATER, "supports: [founding-lawful]", "supports: [x]", "letter", "claims.0.supports.0", "'x'",
     "the id of another claim"),
    (LATER, "- id: letter-wish", "- id: founding-unlawful", "letter", "claims.0.id",
     "'founding-unlawful'", "an id of its own"),
    ("questions.yaml", "claims: [founding-lawful]", "claims: [x]", "lawfulness",
     "positions.0.claims.0", "'x'", "the id of a claim on an event"),
    ("collection.yaml", "- {event: founding, label: Founding}", "- {event: x, label: X}", "",
     "landmarks.0.event", "'x'", "an id in events"),
    ("collection.yaml", "lane: war}", "lane: x}", "", "kinds.1.lane", "'x'", "an id in lanes"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "field", "found", "expected"),
    LINKS,
)
def test_a_dangling_link(small, file, old, new, record, field, found, expected):
    line = small.line_of(file, old)
    small.change(file, old, new)
    book = small.load()
    (problem,) = book.problems
    assert (problem.file, problem.line, problem.record) == (file, line, record)
    assert (problem.field, problem.found, problem.expected) == (field, found, expected)
    assert len(book.events) == 5
    assert book.skipped == ()


def test_two_claims_of_one_event_need_two_ids(small):
    # Else a link to one of them could mean either.
    line = small.line_of(EARLY, "- id: founding-unlawful")
    small.change(EARLY, "- id: founding-unlawful", "- id: founding-lawful")
    small.change(EARLY, "    disputes: [founding-lawful]\n", "")
    (problem,) = small.problems()
    assert (problem.line, problem.field) == (line, "claims.1.id")
    assert problem.expected == "an id of its own"


VOCABULARIES = [
    ("- {id: war, label: War}", "- {id: state, label: War}", "lanes.1.id"),
    ("- {id: battle, label", "- {id: statehood, label", "kinds.1.id"),
    ("- {id: west, label", "- {id: east, label", "positions.1.id"),
    ("- {id: armenia, label", "- {id: azerbaijan, label", "groups.1.id"),
]


@pytest.mark.parametrize(("old", "new", "field"), VOCABULARIES)
def test_a_doubled_id_in_a_vocabulary(small, old, new, field):
    line = small.line_of("collection.yaml", old)
    small.change("collection.yaml", old, new)
    told = {(p.file, p.line, p.field, p.expected) for p in small.problems()}
    assert ("collection.yaml", line, field, "an id of its own") in told


TAKES_SIDES = [
    "liberated", "Liberation", "occupied", "occupies", "occupation", "occupiers", "so-called",
    "the regime", "terrorists", "aggression", "genocide", "ethnic cleansing",
    "ethnically cleansed", "historic lands", "historical land", "separatists", "a puppet", "heroic",
    "barbarity", "bandits", "illegal", "illegally", "annexed", "annexes", "annexation", "invaded",
    "invasion",
]  # fmt: skip
NEUTRAL = [
    "took", "captured", "entered the town", "the occupant of the flat", "legal", "regiment",
    "historic building", "landed", "a band", "the annex to the treaty", "a liberal party",
]  # fmt: skip


@pytest.mark.parametrize("word", TAKES_SIDES)
def test_words_that_take_sides(word):
    assert LOADED.search(f"The army {word} there.")


@pytest.mark.parametrize("word", NEUTRAL)
def test_words_that_do_not(word):
    assert not LOADED.search(f"The army {word} there.")


@pytest.mark.parametrize(
    ("old", "new", "field", "record"),
    [
        ("title: Siege", "title: The so-called siege", "title", "siege"),
        ("label: Siege", "label: Liberation", "label", "siege"),
        ("summary: The town was besieged.", "summary: The town was occupied.", "summary", "siege"),
    ],
)
def test_a_loaded_word_of_the_narrator_is_a_warning(small, old, new, field, record):
    small.change(EARLY, old, new)
    (problem,) = small.problems()
    assert (problem.level, problem.record, problem.field) == ("warning", record, field)
    assert problem.line == small.line_of(EARLY, new)
    assert problem.found in {"'so-called'", "'Liberation'", "'occupied'"}
    assert small.load().errors() == ()


def test_the_same_words_stand_freely_in_a_claim(small):
    # The small collection holds such a claim, and no problem; without its claim it would be told.
    assert LOADED.search(small.load().events["founding"].claims[1].says["en"])
    assert small.problems() == ()


COUNTS = [
    # weight, distinct sources, warned
    (1, 5, False),
    (1, 4, True),
    (2, 2, False),
    (2, 1, True),
    (3, 1, True),
]


@pytest.mark.parametrize(("weight", "number", "warned"), COUNTS)
def test_few_independent_citations_are_a_warning(small, weight, number, warned):
    sources = ["gazette", "paper", "study", "ruling", "report"][:number]
    # A second passage of the same source makes it no more independent.
    cites = ", ".join(f"{{source: {s}}}" for s in [*sources, sources[0]])
    small.append(
        LATER,
        f"- {{id: new, title: N, label: N, date: '1920', kind: battle, weight: {weight}, "
        f"places: [{{place: ganja}}], summary: S., cite: [{cites}]}}\n",
    )
    found = [(p.record, p.field, p.found, p.level) for p in small.problems()]
    assert found == ([("new", "cite", str(number), "warning")] if warned else [])


def test_a_source_that_nobody_cites_is_a_warning(small):
    small.append(
        "sources.yaml",
        "- {id: idle, type: book, title: Idle, kind: scholarship, checked: unopened}\n",
    )
    (problem,) = small.problems()
    assert (problem.record, problem.level) == ("idle", "warning")
    assert problem.expected == "a citation of this source somewhere"


def test_citations_are_found_at_every_depth(book):
    paths = {path: cite.source for path, cite in cites_of(book.events["founding"])}
    assert paths[("claims", 1, "cite", 0)] == "paper"
    assert paths[("figures", 0, "cite", 0)] == "gazette"
    assert paths[("cite", 4)] == "report"
    assert len(paths) == 8
    names = dict(cites_of(book.places["ganja"]))
    assert names == {("names", 1, "cite", 0): Citation(source="gazette")}
