"""The parts of one date, gathered in any order, and the value they make together."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from .calendars import julian_to_gregorian
from .edtf import Edtf, parse_edtf
from .errors import DateError

LAST = 99
"""The ordinal that means the last one."""


# Notes and errors are in English, as all texts for editors are.
MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"


@dataclass(slots=True)
class Context:
    """What holds for the whole phrase."""

    text: str
    lang: str
    anchor: Edtf | None = None
    old_style: bool = False
    any_year: bool = False
    """Whether an era is named, so that 301 may be a year."""
    notes: list[str] = field(default_factory=list)

    def refuse(self, reason: str) -> DateError:
        """The error to raise, with the phrase in it."""
        return DateError(self.text, reason)


@dataclass(slots=True)
class Fields:
    """Parts of a date; None where nothing was said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_text: str = ""
    ordinal_day: bool = False
    weekday: int | None = None
    season: int | None = None
    decade: int | None = None
    century: int | None = None
    part: int | None = None
    half: int | None = None
    quarter: int | None = None
    week: int | None = None
    short_year: int | None = None
    """Two digits too large for a day, which may end a range of years."""
    years_only: bool = False
    """Whether it is a plural of years, which wants a range or a decade."""
    ordinal_year: bool = False
    """Whether the year is an ordinal, as in the Azerbaijani plural that means a decade."""
    approximate: bool = False
    uncertain: bool = False

    def has_base(self) -> bool:
        """Whether a year, month, season, decade or century is named."""
        named = (self.year, self.month, self.season, self.decade, self.century)
        return any(value is not None for value in named)


def value_of(fields: Fields, context: Context) -> Edtf:
    """The date that the parts make.

    Early, mid and late of a month are days 1–10, 11–20 and 21–end; of a year its thirds, at month
    precision; of a season its months; of a decade years 0–3, 4–6, 7–9; of a century years 0–33,
    34–66 and 67–99. All of these are approximate. Halves and quarters are exact.

    Raises:
        DateError: if the parts do not make a date.
    """
    if fields.short_year is not None:
        raise context.refuse("expected a day from 1 to 31, and a year of four digits")
    if fields.years_only and fields.ordinal_year and fields.year and fields.year % 10 == 0:
        # Azerbaijani writes the 1920s as "years of 1920th".
        fields = replace(fields, decade=fields.year, year=None)
    elif fields.years_only:
        raise context.refuse("expected one year, a range of years or a decade such as the 1920s")
    text = _text(_with_year(fields, context), context)
    return qualify(parse(text, context), fields.approximate, fields.uncertain)


def parse(text: str, context: Context) -> Edtf:
    """Read EDTF text that was made from a phrase, and name the phrase in the error."""
    try:
        return parse_edtf(text)
    except DateError as error:
        raise context.refuse(error.reason) from None


def qualify(value: Edtf, approximate: bool, uncertain: bool) -> Edtf:
    """Add `~` or `?` to every part of a value."""
    if not (approximate or uncertain):
        return value
    if value.precision == "interval":
        parts = [part and qualify(part, approximate, uncertain).text for part in value.parts]
        return parse_edtf("/".join(part or ".." for part in parts))
    if value.precision == "set":
        return parse_edtf(
            f"[{','.join(qualify(p, approximate, uncertain).text for p in value.parts if p)}]"
        )
    approximate |= value.approximate
    uncertain |= value.uncertain
    mark = "%" if approximate and uncertain else "~" if approximate else "?"
    return parse_edtf(value.text.rstrip("~?%") + mark)


def _with_year(fields: Fields, context: Context) -> Fields:
    """Take a year that was not said from the anchor."""
    if fields.year is not None or fields.decade is not None or fields.century is not None:
        return fields
    dated = fields.month is not None or fields.season is not None
    dated |= fields.half is not None or fields.quarter is not None
    # "On the 11th" may be a day of the anchor's month; "the 11th" is more often an army.
    day_said = fields.ordinal_day and (context.lang != "en" or context.text[:3].lower() == "on ")
    if not dated and not day_said:
        raise context.refuse("expected a date, not a number or a vague word")
    anchor = context.anchor
    if anchor is None:
        raise context.refuse("expected a year, or an anchor date to take it from")
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None or first.year != last.year:
        raise context.refuse("expected an anchor within one year, to take the year from")
    if dated:
        return replace(fields, year=first.year)
    if first.month != last.month:
        raise context.refuse("expected an anchor within one month, to take the month from")
    return replace(fields, year=first.year, month=first.month)


def _text(fields: Fields, context: Context) -> str:
    if fields.century is not None:
        return _century(fields, context)
    if fields.decade is not None:
        return _decade(fields, fields.decade, context)
    year = fields.year
    if year is None or not 1 <= year <= 9999:
        raise context.refuse("expected a year from 1 to 9999")
    if fields.day is not None:
        return _day(fields, year, context)
    if fields.weekday is not None:
        raise context.refuse("expected a day of the month beside the day of the week")
    if fields.season is not None:
        if fields.month is not None:
            raise context.refuse("expected a month or a season, not both")
        return _season(fields, year, fields.season)
    if fields.month is not None:
        return _month(fields, year, fields.month, context)
    return _year(fields, year, context)


def _day(fields: Fields, year: int, context: Context) -> str:
    month, day = fields.month, fields.day
    if month is None or day is None:
        raise context.refuse("expected a month beside the day; a year needs four digits")
    if day == LAST:
        day = _month_end(year, month)
    if context.old_style:
        try:
            new = julian_to_gregorian(year, month, day)
        except DateError as error:
            raise context.refuse(error.reason) from None
        note_old_style(context, (year, month, day), new)
    else:
        new = parse(f"{year:04d}-{month:02d}-{day:02d}", context).earliest or date.max
    check_weekday(fields, new, context)
    return new.isoformat()


def check_weekday(fields: Fields, day: date, context: Context) -> None:
    """Note a day of the week that the date does not have."""
    if fields.weekday is not None and fields.weekday != day.weekday():
        said, true = _DAYS.split()[fields.weekday], _DAYS.split()[day.weekday()]
        context.notes.append(f"{day.isoformat()} was a {true}, not a {said}")


def note_old_style(context: Context, old: tuple[int, int, int], new: date) -> None:
    """Note which day was written and which it is now."""
    months = MONTHS.split()
    written = f"{old[2]} {months[old[1] - 1]} {old[0]}"
    now = f"{new.day} {months[new.month - 1]} {new.year}"
    context.notes.append(f"Old Style {written} = {now}")


def _month_end(year: int, month: int) -> int:
    last = parse_edtf(f"{year:04d}-{month:02d}").latest
    return last.day if last else 31


def _month(fields: Fields, year: int, month: int, context: Context) -> str:
    head, end = f"{year:04d}-{month:02d}", _month_end(year, month)
    spans: tuple[tuple[int, int], ...]
    if fields.part is not None:
        first, last = ((1, 10), (11, 20), (21, end))[fields.part]
        if context.old_style:
            raise context.refuse("expected a day or a whole month in Old Style")
        return f"{head}-{first:02d}~/{head}-{last:02d}~"
    if fields.week is not None:
        first, last = (end - 6, end) if fields.week == LAST else _nth_week(fields.week, end)
        return f"{head}-{first:02d}~/{head}-{last:02d}~"
    if fields.quarter is not None:
        raise context.refuse("expected a quarter of a year, not of a month")
    spans = ((1, 15), (16, end)) if fields.half is not None else ((1, end),)
    first, last = spans[_index(fields.half or 1, len(spans), context)]
    if context.old_style:
        old_first, old_last = (year, month, first), (year, month, last)
        new = julian_to_gregorian(*old_first), julian_to_gregorian(*old_last)
        for old, day in zip((old_first, old_last), new, strict=True):
            note_old_style(context, old, day)
        return f"{new[0].isoformat()}/{new[1].isoformat()}"
    return head if fields.half is None else f"{head}-{first:02d}/{head}-{last:02d}"


def _nth_week(week: int, end: int) -> tuple[int, int]:
    # The fifth week of a month is what is left of it.
    return min(7 * week - 6, end), min(7 * week, end)


def _year(fields: Fields, year: int, context: Context) -> str:
    if context.old_style:
        raise context.refuse("expected a day or a month in Old Style, not a whole year")
    head = f"{year:04d}"
    if fields.week is not None:
        raise context.refuse("expected a week of a month")
    if fields.part is not None:
        first, last = ((1, 4), (5, 8), (9, 12))[fields.part]
        return f"{head}-{first:02d}~/{head}-{last:02d}~"
    for number, count in ((fields.half, 2), (fields.quarter, 4)):
        if number is not None:
            last = (_index(number, count, context) + 1) * 12 // count
            return f"{head}-{last - 12 // count + 1:02d}/{head}-{last:02d}"
    return head


def _season(fields: Fields, year: int, season: int) -> str:
    text = f"{year:04d}-{season}"
    if fields.part is None:
        return text
    first = parse_edtf(text).earliest or date.min
    # 31 days from the first of a month lead into the next one, for the months concerned too.
    month = first + timedelta(days=31 * fields.part)
    return f"{month.year:04d}-{month.month:02d}~"


def _decade(fields: Fields, decade: int, context: Context) -> str:
    if decade % 10 or fields.month is not None or fields.day is not None:
        raise context.refuse("expected a decade such as the 1920s")
    if fields.part is not None:
        first, last = ((0, 3), (4, 6), (7, 9))[fields.part]
        return f"{decade + first:04d}~/{decade + last:04d}~"
    if fields.half is not None:
        first = 5 * _index(fields.half, 2, context)
        return f"{decade + first:04d}/{decade + first + 4:04d}"
    return f"{decade // 10:03d}X"


def _century(fields: Fields, context: Context) -> str:
    century = fields.century or 0
    if not 1 <= century <= 99 or fields.month is not None or fields.day is not None:
        raise context.refuse("expected a century such as the 19th")
    head = f"{century - 1:02d}"
    if fields.part is not None:
        first, last = ((0, 33), (34, 66), (67, 99))[fields.part]
        return f"{head}{first:02d}~/{head}{last:02d}~"
    for number, count in ((fields.half, 2), (fields.quarter, 4)):
        if number is not None:
            size = 100 // count
            first = size * _index(number, count, context)
            return f"{head}{first:02d}/{head}{first + size - 1:02d}"
    return f"{head}XX"


def _index(number: int, count: int, context: Context) -> int:
    if number == LAST:
        return count - 1
    if not 1 <= number <= count:
        raise context.refuse(f"expected a number from 1 to {count} for that part")
    return number - 1
