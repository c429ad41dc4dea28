"""Dates given in both calendars: 15 (28) May 1918, 25 October/7 November 1917."""

from dataclasses import replace
from datetime import date

from .calendars import julian_to_gregorian
from .edtf import Edtf, parse_edtf
from .errors import DateError
from .fields import Context, Fields, check_weekday, note_old_style
from .gathering import gather
from .vocabulary import Token

_NO_JOINT = ("UNTIL", "DASH", "AND", "OR", "SLASH", "FROM", "BEFORE", "AFTER", "BETWEEN")


def read_two_styles(tokens: list[Token], context: Context) -> tuple[list[Token], Edtf | None]:
    """Read a date in two calendars, or return the tokens without brackets and None.

    Which of the two is Old Style is found by reckoning, so it may stand in either place.

    Raises:
        DateError: if brackets hold a date that is not the other one in another calendar.
    """
    tokens, inner = _brackets(tokens, context)
    if inner:
        return tokens, _same_day(tokens, inner, context, must=True)
    kinds = [token.kind for token in tokens]
    if kinds.count("SLASH") == 1:
        at = kinds.index("SLASH")
        found = _same_day(tokens[:at], tokens[at + 1 :], context, must=False)
        return tokens, found
    return tokens, None


def _brackets(tokens: list[Token], context: Context) -> tuple[list[Token], list[Token]]:
    """Split off what stands in brackets; brackets around no day of its own are only dropped."""
    kinds = [token.kind for token in tokens]
    if "OPEN" not in kinds and "CLOSE" not in kinds:
        return tokens, []
    if kinds.count("OPEN") != 1 or kinds.count("CLOSE") != 1:
        plain = [t for t in tokens if t.kind not in ("OPEN", "CLOSE")]
        marks = [t for t in plain if t.kind in ("OLD", "NEW", "ABOUT", "PERHAPS")]
        if kinds.count("OPEN") == kinds.count("CLOSE") and marks:
            return plain, []
        raise context.refuse("expected at most one pair of brackets")
    start, end = kinds.index("OPEN"), kinds.index("CLOSE")
    if end < start:
        raise context.refuse("expected brackets in pairs")
    inner = tokens[start + 1 : end]
    outer = tokens[:start] + tokens[end + 1 :]
    is_date = any(
        t.kind == "MONTH" or (t.kind in ("NUMBER", "ROMAN") and len(t.text) < 4) for t in inner
    )
    has_day = any(t.kind == "NUMBER" and len(t.text) <= 2 for t in outer)
    if is_date and has_day:
        return outer, inner
    # A word of doubt in brackets holds for all that stands before it.
    if inner and all(t.kind in ("ABOUT", "PERHAPS") for t in inner):
        inner = [t._replace(text="in brackets") for t in inner]
    return tokens[:start] + inner + tokens[end + 1 :], []


def _same_day(one: list[Token], other: list[Token], context: Context, must: bool) -> Edtf | None:
    """The Gregorian day if the two dates are the same one in both calendars."""
    styles = [_style(one), _style(other)]
    plain = [[t for t in side if t.kind not in ("OLD", "NEW")] for side in (one, other)]
    if any(t.kind in _NO_JOINT for side in plain for t in side):
        if must:
            raise context.refuse("expected one day in two calendars, not a range")
        return None
    first, second = _filled(gather(plain[0], context), gather(plain[1], context))
    for old, new, contradicted in (
        (first, second, "NEW" in styles[:1] or "OLD" in styles[1:]),
        (second, first, "OLD" in styles[:1] or "NEW" in styles[1:]),
    ):
        if contradicted:
            continue
        day = _agree(old, new, context)
        if day:
            approximate = first.approximate or second.approximate
            uncertain = first.uncertain or second.uncertain
            mark = ("%" if approximate else "?") if uncertain else "~" if approximate else ""
            return parse_edtf(day.isoformat() + mark)
    if must or any(styles):
        reason = "expected the same day in Old and New Style, such as 15 (28) May 1918"
        raise context.refuse(reason)
    return None


def _style(tokens: list[Token]) -> str:
    return next((t.kind for t in tokens if t.kind in ("OLD", "NEW")), "")


def _filled(first: Fields, second: Fields) -> tuple[Fields, Fields]:
    """Give each of the two the month that only the other has; the year may differ by one."""
    first, second = replace(first), replace(second)
    for one, other in ((first, second), (second, first)):
        if one.month is None:
            one.month = other.month
    return first, second


def _agree(old: Fields, new: Fields, context: Context) -> date | None:
    said = old.year if old.year is not None else new.year
    if said is None or old.day is None or old.month is None:
        return None
    years = [old.year] if old.year is not None else [said, said - 1]
    for year in years:
        try:
            day = julian_to_gregorian(year or 0, old.month, old.day)
        except DateError:
            continue
        same_year = new.year is None or new.year == day.year
        if (day.month, day.day) == (new.month, new.day) and same_year:
            note_old_style(context, (day.year if year is None else year, old.month, old.day), day)
            check_weekday(new, day, context)
            return day
    return None
