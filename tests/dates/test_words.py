"""Phrases against what they mean, row by row."""

import datetime
import re
import time
from pathlib import Path

import pytest

import timeline.dates
from timeline.dates import DateError, parse_edtf, read_words

from .rows_articles import ARTICLES, TABLE_VALUES
from .rows_english import ENGLISH, OLD_STYLE
from .rows_languages import LANGUAGES
from .rows_more import READ, REFUSED

ALL = [("en", *row) for row in ARTICLES + ENGLISH] + [
    (lang, *row) for lang, rows in LANGUAGES.items() for row in rows
]


@pytest.mark.parametrize(("lang", "phrase", "expected", "anchor"), ALL)
def test_phrase(lang: str, phrase: str, expected: str | None, anchor: str | None) -> None:
    start = anchor and parse_edtf(anchor)
    if expected is None:
        for named in (lang, None):
            with pytest.raises(DateError):
                read_words(phrase, named, start)
        return
    reading = read_words(phrase, lang, start)
    assert str(reading.value) == expected
    assert (reading.lang, reading.calendar) == (lang, "gregorian")


@pytest.mark.parametrize(("phrase", "expected", "anchor"), READ)
def test_more_read(phrase: str, expected: str, anchor: str | None) -> None:
    assert str(read_words(phrase, None, anchor and parse_edtf(anchor)).value) == expected


@pytest.mark.parametrize(("phrase", "anchor", "says"), REFUSED)
def test_more_refused(phrase: str, anchor: str | None, says: str) -> None:
    with pytest.raises(DateError) as caught:
        read_words(phrase, None, anchor and parse_edtf(anchor))
    assert caught.value.reason.startswith(says)


def test_table_is_large_enough() -> None:
    rows = [row for row in ALL if row[1:] not in [tuple(r) for r in ARTICLES]]
    assert len(rows) >= 200
    assert sum(row[2] is None for row in rows) >= 60


# Turkish and Azerbaijani seasons share a word; the rest must be found by their letters alone.
@pytest.mark.parametrize(
    ("lang", "phrase", "expected", "anchor"),
    [row for row in ALL if row[2] and "yaz" not in row[1].lower()],
)
def test_language_is_found(lang: str, phrase: str, expected: str, anchor: str | None) -> None:
    reading = read_words(phrase, None, anchor and parse_edtf(anchor))
    assert str(reading.value) == expected


@pytest.mark.parametrize("text", TABLE_VALUES)
def test_table_values(text: str) -> None:
    assert str(read_words(text).value) == text


@pytest.mark.parametrize(("phrase", "expected", "old"), OLD_STYLE)
def test_old_style(phrase: str, expected: str, old: str) -> None:
    reading = read_words(phrase)
    assert str(reading.value) == expected
    assert reading.calendar == "julian"
    assert f"Old Style {old} = " in reading.note


@pytest.mark.parametrize(
    "phrase",
    [
        "15 (27) May 1918",  # 12 days apart, but 13 in that century
        "15 (28) May",  # no year
        "28 May (14 May O.S.) 1918",
        "15 May 1918 N.S. (28 May O.S.)",  # the wrong way round
        "15 (28 May 1918",
        "1917 O.S.",  # a whole year
        "30 February 1918 O.S.",
    ],
)
def test_old_style_refused(phrase: str) -> None:
    with pytest.raises(DateError):
        read_words(phrase)


def test_old_style_month_is_an_interval() -> None:
    reading = read_words("May 1918 (O.S.)")
    assert (str(reading.value), reading.calendar) == ("1918-05-14/1918-06-13", "julian")


def test_weekday_that_contradicts_its_date_is_noted() -> None:
    reading = read_words("Monday, 28 May 1918")
    assert str(reading.value) == "1918-05-28"
    assert reading.note == "1918-05-28 was a Tuesday, not a Monday"
    assert read_words("Tuesday, 28 May 1918").note == ""


def test_yaz_needs_its_language() -> None:
    with pytest.raises(DateError, match=r"1921-21 \(az\) or 1921-22 \(tr\)"):
        read_words("1921 yazı")
    assert str(read_words("1921 yazı", "az").value) == "1921-21"
    assert str(read_words("1921 yazı", "tr").value) == "1921-22"


def test_hyphenated_years_are_edtf_and_say_so() -> None:
    assert str(read_words("1920–21").value) == "1920/1921"
    reading = read_words("1920-21")
    assert str(reading.value) == "1920-21"
    assert "season" in reading.note


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("03/04/1920", "3 April 1920 or 4 March 1920"),
        ("28 May", "anchor"),
        ("last year", "anchor"),
        ("44 days", "length of time"),
        ("۷ خرداد ۱۲۹۷", "another calendar"),
        ("100 BC", "common era"),
        ("31 April 1920", "01 to 30"),
        ("28 May 18", "four digits"),
        ("1920 people", "people"),
    ],
)
def test_refusal_says_why(phrase: str, says: str) -> None:
    with pytest.raises(DateError) as caught:
        read_words(phrase)
    assert says in caught.value.reason
    assert caught.value.text == phrase
    assert "\n" not in caught.value.reason


def test_anchor_may_be_a_day_or_a_value() -> None:
    day = datetime.date(2022, 1, 15)
    same = {
        read_words("on Wednesday", anchor=anchor).value
        for anchor in (day, datetime.datetime(2022, 1, 15, 23, 59), parse_edtf("2022-01-15"))
    }
    assert same == {parse_edtf("2022-01-12")}


def test_today_is_never_asked_for() -> None:
    sources = list(Path(timeline.dates.__file__).parent.rglob("*.py"))
    assert len(sources) > 20
    asks = re.compile(r"\b(?:today|now|utcnow|time)\(")
    assert [path.name for path in sources if asks.search(path.read_text("utf-8"))] == []


def test_anchor_must_be_a_date() -> None:
    with pytest.raises(DateError, match="anchor"):
        read_words("28 May", anchor="1918")  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["de", "", "EN", "en-GB"])
def test_unknown_language(lang: str) -> None:
    with pytest.raises(DateError, match="language"):
        read_words("28 May 1918", lang)


def test_named_language_is_the_only_one() -> None:
    with pytest.raises(DateError):
        read_words("28 мая 1918", "en")
    with pytest.raises(DateError):
        read_words("28 May 1918", "ru")


@pytest.mark.parametrize(
    "text",
    [
        "28 May\x001918",
        "28\x07 May 1918",
        "\x1b[31m28 May 1918",
        "28 May 1918\ud800",
        "\u202e8191 yaM 82",  # right-to-left override
        "28 May 1918\ue000",
        "1918" * 60,
        "x" * 10_000_000,
        "(" * 200,
        "-" * 200,
        "1-" * 100,
        "late " * 40,
        "not before " * 18,
        "until " * 33,
        "after " * 33,
        "1918 or " * 25,
        "c. " * 66,
        "the day after " * 14,
        "three days after " * 11,
        "1 January 1918 (" * 12,
        None,
        1918,
        b"1918",
        datetime.date(1918, 5, 28),
    ],
)
def test_hostile_input_is_refused_quickly(text: object) -> None:
    start = time.perf_counter()
    with pytest.raises(DateError) as caught:
        read_words(text)  # type: ignore[arg-type]
    assert time.perf_counter() - start < 0.25
    assert len(caught.value.text) <= 80


def test_marks_that_cannot_be_seen_are_dropped() -> None:
    assert str(read_words("\ufeff28\u200f May\u00ad 1918\u200e").value) == "1918-05-28"
