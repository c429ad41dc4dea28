"""What must hold between records: references, fair narration, dates, places, scripts, addresses.

``unusable`` names the records that cannot be shown because what they lean on is missing;
``notes`` adds the problems that leave a record showable.
"""

from __future__ import annotations

from timeline.checks.citations import cites_of
from timeline.checks.narration import LOADED, MIN_CITES, narration
from timeline.checks.references import links, unusable, vocabularies
from timeline.checks.spans import spans
from timeline.checks.telling import Raws, Tell, Types
from timeline.checks.wording import wording
from timeline.model import Head
from timeline.problems import Problem


def notes(head: Head, types: Types, raws: Raws, problems: list[Problem]) -> None:
    """Problems that leave a record showable: dangling links, loaded words, few citations …"""
    tell = Tell(raws, problems)
    vocabularies(head, types, tell)
    links(types, tell)
    narration(types, tell)
    spans(types, tell)
    wording(types, tell)


__all__ = ["LOADED", "MIN_CITES", "cites_of", "notes", "unusable"]
