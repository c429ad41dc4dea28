"""The Julian calendar, in which Russia dated until 31 January 1918 (Old Style).

Method: day numbers by the integer formulas of the Explanatory Supplement to the Astronomical
Almanac (3rd ed., 2013, ch. 15).
"""

from datetime import date
from typing import NamedTuple

from .errors import DateError

_DAY_NUMBER_BEFORE_YEAR_1 = 1721425
"""Julian day number of the day before 1 January 1 of the proleptic Gregorian calendar."""


class JulianDay(NamedTuple):
    """A day of the Julian calendar; not a `date`, which cannot hold 29 February 1900."""

    year: int
    month: int
    day: int


def julian_to_gregorian(year: int, month: int, day: int) -> date:
    """Turn a day of the Julian calendar into the Gregorian one: 15 May 1918 is 28 May 1918.

    Raises:
        DateError: if the Julian calendar has no such day or the result leaves the years 1 to 9999.
    """
    written = f"{year:04d}-{month:02d}-{day:02d}"
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= _month_length(year, month)):
        raise DateError(written, "expected a day that the Julian calendar has")
    # Years are counted from March, so that the leap day is the last of its year.
    shift = (14 - month) // 12
    years, months = year + 4800 - shift, month + 12 * shift - 3
    number = day + (153 * months + 2) // 5 + 365 * years + years // 4 - 32083
    try:
        return date.fromordinal(number - _DAY_NUMBER_BEFORE_YEAR_1)
    except (ValueError, OverflowError):
        raise DateError(written, "expected a day within the years 1 to 9999") from None


def gregorian_to_julian(year: int, month: int, day: int) -> JulianDay:
    """Turn a Gregorian day into the Julian calendar: 28 May 1918 is 15 May 1918.

    Raises:
        DateError: if the Gregorian calendar has no such day.
    """
    try:
        number = date(year, month, day).toordinal() + _DAY_NUMBER_BEFORE_YEAR_1
    except (ValueError, OverflowError):
        written = f"{year:04d}-{month:02d}-{day:02d}"
        raise DateError(written, "expected a day that the Gregorian calendar has") from None
    days = number + 32082
    years = (4 * days + 3) // 1461
    of_year = days - 1461 * years // 4
    months = (5 * of_year + 2) // 153
    return JulianDay(
        years - 4800 + months // 10,
        months + 3 - 12 * (months // 10),
        of_year - (153 * months + 2) // 5 + 1,
    )


def _month_length(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 else 28
    return 30 if month in (4, 6, 9, 11) else 31
