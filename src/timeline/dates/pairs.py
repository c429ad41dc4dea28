"""Two dates of which one leaves out what the other says: 27–28 April 1920."""

from dataclasses import replace

from .fields import Context, Fields


def complete(
    left: Fields, right: Fields, joint: str, context: Context
) -> tuple[Fields, Fields | None]:
    """Give each date what it leaves out; the second is None where the two are one.

    A range that would run backwards because its year was written once goes over New Year: from
    25 December to 4 January 1921 starts in 1920.
    """
    winter = _one_winter(left, right, joint)
    if winter:
        return winter, None
    left, right = replace(left), replace(right)
    _plural_years(left, right)
    _short_year(left, right, joint, context)
    _share_wide(left, right)
    borrowed = ""
    if left.year is None and right.year is not None and _dated(left):
        left.year, borrowed = right.year, "left"
    elif right.year is None and left.year is not None and _dated(right):
        right.year, borrowed = left.year, "right"
    _share_month(left, right)
    if joint != "OR" and borrowed and _backwards(left, right):
        if borrowed == "left" and left.year is not None:
            left.year -= 1
        elif right.year is not None:
            right.year += 1
    return left, right


def _plural_years(left: Fields, right: Fields) -> None:
    """Years 1918–1920 are a range of years, 1920–1930-е one of decades."""
    tens = left.year is not None and left.year % 10 == 0 and left.month is None
    plural = right.years_only and right.ordinal_year
    if tens and plural and right.year is not None and right.year % 10 == 0:
        right.decade, right.year = right.year, None
    if tens and right.decade is not None:
        left.decade, left.year = left.year, None
    left.years_only = right.years_only = False


def _dated(fields: Fields) -> bool:
    return fields.decade is None and fields.century is None


def _one_winter(left: Fields, right: Fields, joint: str) -> Fields | None:
    """The winter of 1920–21 is one season, named by the year it begins in."""
    if left.season != 24 or left.year is None or joint not in ("DASH", "SLASH"):
        return None
    if right.season is not None or right.month is not None:
        return None
    digits = right.day if right.short_year is None else right.short_year
    short = digits is not None and right.year is None
    second = left.year // 100 * 100 + (digits or 0) if short else right.year
    return left if second == left.year + 1 else None


def _short_year(left: Fields, right: Fields, joint: str, context: Context) -> None:
    """Read 1918–20 as years: the first names the century."""
    digits = right.day if right.short_year is None else right.short_year
    bare = digits is not None and right.month is None and right.year is None
    if not bare or left.year is None or left.day is not None or digits is None:
        return
    two = right.short_year is not None or len(right.day_text) == 2
    plain = left.month is None and left.season is None and two
    year = left.year // 100 * 100 + digits
    if not plain or joint not in ("DASH", "SLASH") or year <= left.year:
        raise context.refuse("expected a year of four digits after the first one")
    right.year, right.day, right.short_year = year, None, None


def _share_wide(left: Fields, right: Fields) -> None:
    """Share what is wider than a year, or a bare part: mid to late 1920s, 19th–20th century."""
    if left.day is not None and not left.has_base() and right.century is not None:
        left.century, left.day = left.day, None
    for one, other in ((left, right), (right, left)):
        if one.part is None or one.has_base() or one.day is not None:
            continue
        one.year, one.month, one.season = other.year, other.month, other.season
        one.decade, one.century = other.decade, other.century


def _share_month(left: Fields, right: Fields) -> None:
    for one, other in ((left, right), (right, left)):
        if one.day is not None and one.month is None and other.day is not None:
            one.month = other.month


def _backwards(left: Fields, right: Fields) -> bool:
    first = (left.month or 0, left.day or 0)
    second = (right.month or 0, right.day or 0)
    return left.year == right.year and 0 < second[0] < first[0]
