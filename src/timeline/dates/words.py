"""Words read as dates."""

import datetime
from dataclasses import dataclass
from typing import Literal

from .edtf import Edtf, parse_edtf


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says."""

    value: Edtf
    lang: str
    calendar: Literal["gregorian", "julian"] = "gregorian"
    note: str = ""


def read_words(
    text: str, lang: str | None = None, anchor: datetime.date | Edtf | None = None
) -> Reading:
    """Read a phrase."""
    return Reading(parse_edtf(text), lang or "en")
