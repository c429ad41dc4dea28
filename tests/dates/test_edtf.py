"""EDTF values: reading, bounds, order, and the same bounds by another implementation."""

import contextlib
import copy
import dataclasses
import io
import pickle
import warnings
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import DateError, parse_edtf

from .strategies import CLOSED, VALUES

BOUNDS = [
    # text, earliest, latest, precision
    ("1918-05-28", date(1918, 5, 28), date(1918, 5, 28), "day"),
    ("1920-02", date(1920, 2, 1), date(1920, 2, 29), "month"),
    ("1900-02", date(1900, 2, 1), date(1900, 2, 28), "month"),  # no leap year
    ("1920", date(1920, 1, 1), date(1920, 12, 31), "year"),
    ("0001", date(1, 1, 1), date(1, 12, 31), "year"),
    ("9999-12-31", date.max, date.max, "day"),
    ("192X", date(1920, 1, 1), date(1929, 12, 31), "decade"),
    ("19XX", date(1900, 1, 1), date(1999, 12, 31), "century"),
    ("000X", date(1, 1, 1), date(9, 12, 31), "decade"),  # there is no year 0
    ("1921-21", date(1921, 3, 1), date(1921, 5, 31), "season"),
    ("1921-22", date(1921, 6, 1), date(1921, 8, 31), "season"),
    ("1921-23", date(1921, 9, 1), date(1921, 11, 30), "season"),
    ("1919-24", date(1919, 12, 1), date(1920, 2, 29), "season"),  # into the next year
    ("9999-24", date(9999, 12, 1), date.max, "season"),
    ("1920-04-XX", date(1920, 4, 1), date(1920, 4, 30), "month"),
    ("1920-XX", date(1920, 1, 1), date(1920, 12, 31), "year"),
    ("1920-XX-XX", date(1920, 1, 1), date(1920, 12, 31), "year"),
    ("1920-04-27/1920-04-28", date(1920, 4, 27), date(1920, 4, 28), "interval"),
    ("1918/1920-04", date(1918, 1, 1), date(1920, 4, 30), "interval"),
    ("1994-05-12/..", date(1994, 5, 12), None, "interval"),
    ("../1917-12-31", None, date(1917, 12, 31), "interval"),
    ("/1917", None, date(1917, 12, 31), "interval"),
    ("1994/", date(1994, 1, 1), None, "interval"),
    ("../..", None, None, "interval"),
    ("/..", None, None, "interval"),
    ("../", None, None, "interval"),
    ("[1920-11-30,1920-12-01]", date(1920, 11, 30), date(1920, 12, 1), "set"),
    ("[1918..1920,1925]", date(1918, 1, 1), date(1925, 12, 31), "set"),
    ("[..1917]", None, date(1917, 12, 31), "set"),
    ("[1994..]", date(1994, 1, 1), None, "set"),
]


@pytest.mark.parametrize(("text", "earliest", "latest", "precision"), BOUNDS)
def test_bounds(text: str, earliest: date | None, latest: date | None, precision: str) -> None:
    value = parse_edtf(text)
    assert (str(value), value.earliest, value.latest) == (text, earliest, latest)
    assert value.precision == precision


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("1920", False, False),
        ("1920-11~", True, False),
        ("1991-10-18?", False, True),
        ("1920%", True, True),
        ("192X~", True, False),
        ("1920-04-28/1920-12~", True, False),
        ("[1918?,1919]", False, True),
    ],
)
def test_marks(text: str, approximate: bool, uncertain: bool) -> None:
    value = parse_edtf(text)
    assert (value.approximate, value.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    ("given_text", "canonical"),
    [
        ("192x", "192X"),
        (" 1920 ", "1920"),
        ("[1920-12-01, 1920-11-30]", "[1920-11-30,1920-12-01]"),
        ("[1918,1918]", "[1918]"),
    ],
)
def test_canonical_text(given_text: str, canonical: str) -> None:
    assert str(parse_edtf(given_text)) == canonical
    assert parse_edtf(given_text) == parse_edtf(canonical)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "EDTF such as"),
        ("May 1918", "EDTF such as"),
        ("1918-02-30", "01 to 28"),
        ("1918-04-31", "01 to 30"),
        ("1918-00", "month"),
        ("1918-13", "month"),
        ("1918-25", "month"),
        ("1918-21-01", "month"),
        ("1918-XX-01", "month"),
        ("0000", "0000"),
        ("-0100", "0001 to 9999"),
        ("12345", "0001 to 9999"),
        ("Y17E7", "0001 to 9999"),
        ("1918-5-8", "two of month"),
        ("918", "EDTF such as"),
        ("1918-05-28T10:00:00Z", "time of day"),
        ("1918-05-28 10:00", "time of day"),
        ("1918/1920/1922", "two dates"),
        ("/", "two dates"),
        ("1920/1918", "on or after"),
        ("1920-05/1920-04-30", "on or after"),
        ("[]", "set"),
        ("[1918", "set"),
        ("[..]", "one side"),
        ("[1920..1918]", "on or after"),
        ("{1918,1919}", "which one holds"),
        ("1918~?", "EDTF such as"),
        ("~1918", "EDTF such as"),
        ("1918\n", "EDTF such as"),
        ("１９１８", "EDTF such as"),  # full-width digits are words, not EDTF
        ("١٩١٨", "EDTF such as"),
        ("1918–1920", "EDTF such as"),
        ("XXXX", "EDTF such as"),
        ("1XXX", "EDTF such as"),
        ("1918" * 100, "at most 200"),
        (1918, "not int"),
        (None, "not NoneType"),
        (date(1918, 5, 28), "not date"),
    ],
)
def test_refused(text: object, says: str) -> None:
    with pytest.raises(DateError) as caught:
        parse_edtf(text)  # type: ignore[arg-type]
    assert says in caught.value.reason
    assert len(caught.value.text) <= 80


def test_error_is_a_value_error_and_can_be_pickled() -> None:
    with pytest.raises(ValueError, match="1918-02-30") as caught:
        parse_edtf("1918-02-30")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.text, again.reason) == (caught.value.text, caught.value.reason)


def test_ends() -> None:
    value = parse_edtf("1918/1920-04")
    assert (value.start, value.end) == (parse_edtf("1918"), parse_edtf("1920-04"))
    assert parse_edtf("1994/..").end is None
    assert parse_edtf("../1917").start is None
    day = parse_edtf("1918-05-28")
    assert day.start is day.end is day


def test_frozen_hashable_and_copied() -> None:
    value = parse_edtf("1918-05-28")
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.text = "1919"  # type: ignore[misc]
    assert {value: 1}[parse_edtf("1918-05-28")] == 1
    assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("1920", date(1920, 12, 31), date(1921, 1, 5), True),  # one day in common
        ("1920", date(1921, 1, 1), None, False),
        ("1920", None, date(1919, 12, 31), False),
        ("1920", None, None, True),
        ("1994/..", date(2025, 1, 1), date(2025, 1, 1), True),
        ("1994/..", None, date(1993, 12, 31), False),
        ("../1917", date(1, 1, 1), date(1, 1, 1), True),
        ("../..", date(1, 1, 1), date(1, 1, 1), True),
        ("[1918,1920]", date(1919, 1, 1), date(1919, 12, 31), False),  # between its members
        ("[1918,1920]", date(1919, 1, 1), date(1920, 1, 1), True),
    ],
)
def test_overlaps(text: str, first: date | None, last: date | None, expected: bool) -> None:
    assert parse_edtf(text).overlaps(first, last) is expected


def test_contains() -> None:
    assert parse_edtf("1920-04").contains(date(1920, 4, 30))
    assert not parse_edtf("1920-04").contains(date(1920, 5, 1))


def test_order() -> None:
    texts = [
        "/1917",
        "../1917",
        "../1920",
        "1917",
        "1918-05-28",
        "1918-05",
        "1918",
        "1918/1920",
        "1918/..",
        "192X",
    ]
    values = [parse_edtf(text) for text in texts]
    ordered = sorted(values)
    assert [str(value) for value in ordered] == [
        "../1917", "/1917", "../1920", "1917", "1918", "1918/1920", "1918/..", "1918-05",
        "1918-05-28", "192X",
    ]  # fmt: skip
    with pytest.raises(TypeError):
        _ = values[0] < "1918"


@settings(deadline=None)  # other work may slow the machine
@given(VALUES)
def test_round_trip(text: str) -> None:
    value = parse_edtf(text)
    assert parse_edtf(str(value)) == value
    assert str(parse_edtf(str(value))) == str(value)


@settings(deadline=None)
@given(VALUES)
def test_earliest_is_not_after_latest(text: str) -> None:
    value = parse_edtf(text)
    if value.earliest and value.latest:
        assert value.earliest <= value.latest


@settings(deadline=None)
@given(VALUES, VALUES, VALUES)
def test_order_is_total(first: str, second: str, third: str) -> None:
    a, b, c = (parse_edtf(text) for text in (first, second, third))
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (not a > b)
    if a <= b <= c:
        assert a <= c


@settings(deadline=None)
@given(CLOSED, st.dates(date(1890, 1, 1), date(2030, 12, 31)))
def test_contains_agrees_with_bounds(text: str, day: date) -> None:
    value = parse_edtf(text)
    assert value.earliest and value.latest
    if value.precision != "set":
        assert value.contains(day) == (value.earliest <= day <= value.latest)
    assert value.contains(value.earliest)
    assert value.contains(value.latest)


@settings(deadline=None, max_examples=50)
@given(CLOSED.filter(lambda text: "[" not in text and "-2" not in text and "X" not in text))
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """Seasons differ by choice: that package ends winter with the year."""
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        from edtf import parse_edtf as other_parser

        # Their slack for ~ and ? is not part of the standard, so the marks are left out.
        plain = text.translate({ord(mark): None for mark in "~?%"})
        other = other_parser(plain)
        lower, upper = other.lower_strict(), other.upper_strict()
    value = parse_edtf(text)
    assert (value.earliest, value.latest) == (date(*lower[:3]), date(*upper[:3]))
