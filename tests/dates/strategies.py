"""Generated EDTF texts."""

from datetime import date, timedelta

from hypothesis import strategies as st

YEARS = st.integers(1900, 2030)
DAYS = st.dates(date(1900, 1, 1), date(2030, 12, 31))
MARKS = st.sampled_from(["", "", "~", "?", "%"])


def day(value: date) -> str:
    return value.isoformat()


def month(value: date) -> str:
    return value.isoformat()[:7]


def year(value: date) -> str:
    return value.isoformat()[:4]


PLAIN = st.one_of(
    DAYS.map(day),
    DAYS.map(month),
    DAYS.map(year),
    st.builds("{:04d}-{}".format, YEARS, st.integers(21, 24)),
    st.integers(190, 202).map("{}X".format),
    st.integers(15, 20).map("{:02d}XX".format),
)
SINGLE = st.builds("{}{}".format, PLAIN, MARKS)


def _closed(first: date, length: int, writes: list[int], marks: list[str]) -> str:
    """An interval that runs forward whatever the precision of its ends."""
    ways = (day, month, year)
    last = first + timedelta(days=length)
    return f"{ways[writes[0]](first)}{marks[0]}/{ways[writes[1]](last)}{marks[1]}"


INTERVALS = st.builds(
    _closed,
    DAYS,
    st.integers(0, 4000),
    st.lists(st.integers(0, 2), min_size=2, max_size=2),
    st.lists(MARKS, min_size=2, max_size=2),
)
OPEN = st.one_of(
    SINGLE.map("{}/..".format), SINGLE.map("../{}".format), SINGLE.map("{}/".format),
    SINGLE.map("/{}".format),
)  # fmt: skip
SETS = st.lists(SINGLE, min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]")
CLOSED = st.one_of(SINGLE, INTERVALS, SETS)
VALUES = st.one_of(SINGLE, INTERVALS, SETS, OPEN)
