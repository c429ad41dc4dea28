"""Dates as values: the Extended Date/Time Format, level 0 and 1, and one-of sets.

Source: ISO 8601-2:2019 and the Library of Congress specification
(https://www.loc.gov/standards/datetime/).
"""

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

from .errors import DateError

Precision = Literal["day", "month", "season", "year", "decade", "century", "interval", "set"]

LONGEST = 200
"""Characters that a date may have; nothing people write as a date is longer."""

_DATE = re.compile(
    r"(?:([0-9]{2})XX|([0-9]{3})X|([0-9]{4})(?:-(XX|[0-9]{2})(?:-(XX|[0-9]{2}))?)?)([~?%]?)"
)
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
_OPEN = ("", "..")


@dataclass(frozen=True, slots=True, order=False)
class Edtf:
    """An immutable date of any precision. Make one with `parse_edtf`.

    Two values are equal when their canonical texts are. The order is total: by earliest day
    (open first), then by latest day (open last), then by text.
    """

    text: str
    """Canonical EDTF; `parse_edtf(value.text) == value`."""

    earliest: date | None = field(compare=False, repr=False)
    """The first day it can mean, inclusive; None when the past is open or unknown."""

    latest: date | None = field(compare=False, repr=False)
    """The last day it can mean, inclusive; None when the future is open or unknown."""

    precision: Precision = field(compare=False, repr=False)
    """How much the text says; `1920-04-XX` is a month and `1920-XX` a year."""

    approximate: bool = field(compare=False, repr=False)
    """Whether any part carries `~` or `%`."""

    uncertain: bool = field(compare=False, repr=False)
    """Whether any part carries `?` or `%`."""

    parts: tuple["Edtf | None", ...] = field(default=(), compare=False, repr=False)
    """Start and end of an interval (None = open or unknown), or the members of a set."""

    def __str__(self) -> str:
        return self.text

    @property
    def start(self) -> "Edtf | None":
        """Where an interval starts (None = open or unknown); any other value is its own start."""
        return self.parts[0] if self.precision == "interval" else self

    @property
    def end(self) -> "Edtf | None":
        """Where an interval ends (None = open or unknown); any other value is its own end."""
        return self.parts[1] if self.precision == "interval" else self

    def overlaps(self, first: date | None, last: date | None) -> bool:
        """Whether it may fall between two days, both included; None leaves that side unbounded.

        A set overlaps where one of its members does, so the days between members are not in it.
        """
        if self.precision == "set":
            return any(member.overlaps(first, last) for member in self.parts if member)
        starts_in_time = self.earliest is None or last is None or self.earliest <= last
        ends_in_time = self.latest is None or first is None or self.latest >= first
        return starts_in_time and ends_in_time

    def contains(self, day: date) -> bool:
        """Whether the day is one that it can mean."""
        return self.overlaps(day, day)

    def _key(self) -> tuple[date, bool, date, str]:
        first, last = self.earliest or date.min, self.latest or date.max
        # An open start comes before one on the first day of all, an open end after the last.
        return (first, self.earliest is not None, last, f"{self.latest is None:d}{self.text}")

    def __lt__(self, other: object) -> bool:
        return self._key() < other._key() if isinstance(other, Edtf) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self._key() <= other._key() if isinstance(other, Edtf) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self._key() > other._key() if isinstance(other, Edtf) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self._key() >= other._key() if isinstance(other, Edtf) else NotImplemented


def parse_edtf(text: str) -> Edtf:
    """Read EDTF level 0 or 1, or a set `[a,b]` of which one member holds (level 2).

    Years run from 1 to 9999. Seasons are 21 spring (March to May), 22 summer, 23 autumn and
    24 winter: December of the named year to February of the next, since ISO 8601-2 leaves the
    months open. Decades are `192X`, centuries `19XX` (1900 to 1999).

    Raises:
        DateError: for anything else, among it times of day, impossible days, reversed
            intervals and texts of more than 200 characters.
    """
    if not isinstance(text, str):
        raise DateError(text, f"expected a date as text, not {type(text).__name__}")
    if len(text) > LONGEST:
        raise DateError(text, f"expected a date of at most {LONGEST} characters, not {len(text)}")
    return _parse(text)


@lru_cache(maxsize=16384)
def _parse(text: str) -> Edtf:
    # Only x may come in either case: 192x is how many write it.
    bare = text.strip(" ").replace("x", "X")
    if bare.startswith("["):
        return _one_of(text, bare)
    if "/" in bare:
        return _interval(text, bare)
    return _single(text, bare)


def _single(text: str, bare: str) -> Edtf:
    match = _DATE.fullmatch(bare)
    if match is None:
        raise DateError(text, _what_is_wrong(bare))
    century, decade, year_text, month_text, day_text, mark = match.groups()
    approximate, uncertain = mark in ("~", "%"), mark in ("?", "%")
    precision: Precision
    if year_text is None:
        digits = century or decade
        span = 100 if century else 10
        first_year = int(digits) * span
        # The years "0 to 9" and "0 to 99" begin with year 1: there is no year 0 here.
        first, last = date(max(first_year, 1), 1, 1), date(first_year + span - 1, 12, 31)
        precision = "century" if century else "decade"
        return Edtf(bare, first, last, precision, approximate, uncertain)
    year = int(year_text)
    if year == 0:
        raise DateError(text, "expected a year from 0001 to 9999, not 0000")
    if month_text is None or month_text == "XX":
        if day_text not in (None, "XX"):
            raise DateError(text, "expected a month where a day is given")
        whole = date(year, 1, 1), date(year, 12, 31)
        return Edtf(bare, *whole, "year", approximate, uncertain)
    month = int(month_text)
    if month in _SEASONS and day_text is None:
        return Edtf(bare, *_season(year, month), "season", approximate, uncertain)
    if not 1 <= month <= 12:
        raise DateError(text, f"expected a month from 01 to 12 or a season 21 to 24, not {month}")
    length = monthrange(year, month)[1]
    if day_text is None or day_text == "XX":
        first, last = date(year, month, 1), date(year, month, length)
        return Edtf(bare, first, last, "month", approximate, uncertain)
    number = int(day_text)
    if not 1 <= number <= length:
        reason = f"expected a day from 01 to {length} in {year_text}-{month_text}, not {day_text}"
        raise DateError(text, reason)
    day = date(year, month, number)
    return Edtf(bare, day, day, "day", approximate, uncertain)


def _season(year: int, season: int) -> tuple[date, date]:
    first_month = _SEASONS[season]
    if season != 24:
        last_month = first_month + 2
        return date(year, first_month, 1), date(year, last_month, monthrange(year, last_month)[1])
    if year == date.max.year:
        return date(year, 12, 1), date.max
    return date(year, 12, 1), date(year + 1, 2, monthrange(year + 1, 2)[1])


def _interval(text: str, bare: str) -> Edtf:
    ends = bare.split("/")
    if len(ends) != 2 or bare == "/":
        raise DateError(text, "expected an interval of two dates, such as 1918/1920 or 1994-05/..")
    start, end = (None if part in _OPEN else _single(text, part) for part in ends)
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        raise DateError(text, "expected an interval that ends on or after its start")
    return _whole(bare, "interval", earliest, latest, (start, end))


def _one_of(text: str, bare: str) -> Edtf:
    if not bare.endswith("]") or len(bare) < 3:
        raise DateError(text, "expected a set such as [1920-11-30,1920-12-01]")
    members: list[Edtf] = []
    for part in bare[1:-1].split(","):
        piece = part.strip(" ")
        if ".." in piece:
            first, _, last = piece.partition("..")
            if not first and not last:
                raise DateError(text, "expected a date on at least one side of '..'")
            member = _interval(text, f"{first or '..'}/{last or '..'}")
        else:
            member = _single(text, piece)
        if member not in members:
            members.append(member)
    # Which member is written first means nothing, so equal sets get equal texts.
    members.sort()
    body = ",".join(_member_text(member) for member in members)
    firsts = [member.earliest for member in members]
    lasts = [member.latest for member in members]
    earliest = None if None in firsts else min(day for day in firsts if day)
    latest = None if None in lasts else max(day for day in lasts if day)
    return _whole(f"[{body}]", "set", earliest, latest, tuple(members))


def _member_text(member: Edtf) -> str:
    if member.precision != "interval":
        return member.text
    first, last = member.text.split("/")
    return f"{'' if first == '..' else first}..{'' if last == '..' else last}"


def _whole(
    text: str,
    precision: Precision,
    earliest: date | None,
    latest: date | None,
    parts: tuple[Edtf | None, ...],
) -> Edtf:
    approximate = any(part.approximate for part in parts if part)
    uncertain = any(part.uncertain for part in parts if part)
    return Edtf(text, earliest, latest, precision, approximate, uncertain, parts)


def _what_is_wrong(bare: str) -> str:
    """Name the usual mistakes, so that the error says what to write instead."""
    if re.match(r"[0-9]{4}-?[0-9]{2}-?[0-9]{2}[T ]", bare):
        return "expected a date without a time of day"
    if re.match(r"-[0-9]|Y-?[0-9]|[0-9]{5}", bare):
        return "expected a year from 0001 to 9999"
    if bare.startswith("{"):
        return "expected a set of which one holds, [a,b], not one of which all hold"
    if re.fullmatch(r"[0-9]{1,4}-[0-9]{1,2}(-[0-9]{1,2})?", bare):
        return "expected four digits of year and two of month and day, such as 1918-05-08"
    return "expected EDTF such as 1918-05-28, 1920-04, 1920~, 192X, 1918/1920 or 1994-05-12/.."
