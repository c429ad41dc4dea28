"""The Julian calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import DateError, gregorian_to_julian, julian_to_gregorian

# Days whose place in both calendars is in the history books.
KNOWN = [
    ((1918, 1, 31), date(1918, 2, 13)),  # the last Old Style day in Soviet Russia
    ((1917, 10, 25), date(1917, 11, 7)),
    ((1917, 2, 23), date(1917, 3, 8)),
    ((1918, 5, 15), date(1918, 5, 28)),
    ((1917, 12, 25), date(1918, 1, 7)),
    ((1861, 2, 19), date(1861, 3, 3)),
    ((1900, 2, 29), date(1900, 3, 13)),  # 1900 was a leap year only there
    ((1582, 10, 5), date(1582, 10, 15)),  # where the Gregorian calendar begins
    ((2000, 2, 29), date(2000, 3, 13)),
]


@pytest.mark.parametrize(("old", "new"), KNOWN)
def test_known_days(old: tuple[int, int, int], new: date) -> None:
    assert julian_to_gregorian(*old) == new
    assert gregorian_to_julian(new.year, new.month, new.day) == old


@settings(deadline=None)  # other work may slow the machine
@given(st.dates(date(1, 1, 3), date.max))
def test_there_and_back(day: date) -> None:
    assert julian_to_gregorian(*gregorian_to_julian(day.year, day.month, day.day)) == day


@settings(deadline=None)
@given(st.dates(date(1900, 3, 14), date(2100, 3, 14)))
def test_thirteen_days_apart_in_this_period(day: date) -> None:
    old = gregorian_to_julian(day.year, day.month, day.day)
    if old[1:] != (2, 29):
        assert date(*old) == day - timedelta(days=13)


@pytest.mark.parametrize("old", [(1918, 2, 29), (1918, 13, 1), (1918, 4, 31), (0, 1, 1)])
def test_no_such_day(old: tuple[int, int, int]) -> None:
    with pytest.raises(DateError):
        julian_to_gregorian(*old)


def test_edges() -> None:
    assert gregorian_to_julian(1, 1, 1) == (1, 1, 3)  # the calendars crossed in the third century
    with pytest.raises(DateError):
        julian_to_gregorian(1, 1, 2)
    with pytest.raises(DateError):
        julian_to_gregorian(9999, 12, 31)
    with pytest.raises(DateError):
        gregorian_to_julian(1918, 2, 29)
