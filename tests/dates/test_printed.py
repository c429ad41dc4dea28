"""Dates as people write them, and read back from what was written."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.dates import DateError, format_date, parse_edtf, precision_words, read_words
from timeline.dates.vocabulary import LANGUAGES

from .strategies import DAYS, OPEN, PLAIN, SINGLE, day, month, year

PRINTED = [
    ("1918-05-28", "en", "28 May 1918"),
    ("1920-04", "en", "April 1920"),
    ("1920", "en", "1920"),
    ("1920-11~", "en", "c. November 1920"),
    ("1920-04-27/1920-04-28", "en", "27–28 April 1920"),
    ("2020-09-27/2020-11-10", "en", "27 September – 10 November 2020"),
    ("1918-12-25/1919-01-04", "en", "25 December 1918 – 4 January 1919"),
    ("1918-04/1918-05", "en", "April–May 1918"),
    ("1918/1920", "en", "1918–1920"),
    ("1918~/1920~", "en", "c. 1918–1920"),
    ("[1920-11-30,1920-12-01]", "en", "30 November or 1 December 1920"),
    ("[1920-04-27,1920-04-28]", "en", "27 or 28 April 1920"),
    ("192X", "en", "1920s"),
    ("18XX", "en", "19th century"),
    ("20XX", "en", "21st century"),
    ("1921-21", "en", "spring 1921"),
    ("1994-05-12/..", "en", "from 12 May 1994"),
    ("1994~/..", "en", "from c. 1994"),
    ("../1917-12-31", "en", "until 31 December 1917"),
    ("192X/..", "en", "from the 1920s"),
    ("1991-10-18?", "en", "18 October 1991 (uncertain)"),
    ("1920%", "en", "c. 1920 (uncertain)"),
    ("2024-09~/2024-12~", "en", "late 2024"),
    ("1918-05-11~/1918-05-20~", "en", "mid-May 1918"),
    ("1924~/1926~", "en", "mid-1920s"),
    ("0301", "en", "AD 301"),
    ("1918~/1920", "en", "c. 1918 – 1920"),  # ends of different certainty
    ("1918-05-28", "ru", "28 мая 1918"),
    ("1920-04", "ru", "апрель 1920"),
    ("1920-11~", "ru", "ок. ноября 1920"),
    ("1994-05/..", "ru", "с мая 1994"),
    ("192X", "ru", "1920-е"),
    ("1918-05-28", "az", "28 may 1918"),
    ("192X", "az", "1920-ci illər"),
    ("193X", "az", "1930-cu illər"),
    ("194X", "az", "1940-cı illər"),
    ("1994-05-12/..", "az", "12 may 1994-dən"),
    ("../1917", "az", "1917-dək"),
    ("1918-05-28", "hy", "1918 թ. մայիսի 28"),
    ("1920-04", "hy", "1920 թ. ապրիլ"),
    ("1920-04-27/1920-04-28", "hy", "1920 թ. ապրիլի 27–28"),
    ("1918-05-28", "tr", "28 Mayıs 1918"),
    ("192X", "tr", "1920'ler"),
    ("199X", "tr", "1990'lar"),
    ("1994-05-12/..", "tr", "12 Mayıs 1994'ten itibaren"),
    ("../1917", "tr", "1917'ye kadar"),
    ("1918-05-26", "ka", "1918 წლის 26 მაისი"),
    ("1994-05/..", "ka", "1994 წლის მაისიდან"),
    ("../1920-10", "ka", "1920 წლის ოქტომბრამდე"),
    ("1918-05-28", "fa", "۲۸ مه ۱۹۱۸"),
    ("192X", "fa", "دههٔ ۱۹۲۰"),
    ("1920-04-27/1920-04-28", "fa", "۲۷–۲۸ آوریل ۱۹۲۰"),
]


@pytest.mark.parametrize(("text", "lang", "expected"), PRINTED)
def test_printed(text: str, lang: str, expected: str) -> None:
    assert format_date(parse_edtf(text), lang) == expected


def _ends(pair: tuple[str, str]) -> str:
    first, last = sorted(pair)
    return first if first == last else f"{first}/{last}"


RANGES = st.one_of(
    *(st.tuples(DAYS.map(way), DAYS.map(way)).map(_ends) for way in (day, month, year))
)
PARTS = st.builds(
    ["early", "mid", "late"].__getitem__, st.integers(0, 2)
).flatmap(
    lambda part: st.one_of(
        DAYS.map(lambda d: f"{part} {format_date(parse_edtf(month(d)))}"),
        DAYS.map(lambda d: f"{part} {year(d)}"),
        DAYS.map(lambda d: f"{part} {year(d)[:3]}0s"),
    )
)  # fmt: skip
CHOICES = st.lists(DAYS.map(day), min_size=2, max_size=3, unique=True).map(
    lambda days: f"[{','.join(sorted(days))}]"
)


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=80, deadline=None)
@given(text=st.one_of(SINGLE, RANGES, CHOICES, OPEN.filter(lambda t: ".." in t)))
@example(text="1920-24")
@example(text="1900/2000")
@example(text="../200X~")
def test_read_back(lang: str, text: str) -> None:
    value = parse_edtf(text)
    assert read_words(format_date(value, lang), lang).value == value


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(phrase=PARTS)
def test_parts_read_back(lang: str, phrase: str) -> None:
    value = read_words(phrase, "en").value
    assert value.precision == "interval"
    assert read_words(format_date(value, lang), lang).value == value


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=25, deadline=None)
@given(text=PLAIN)
def test_language_is_found_by_its_letters(lang: str, text: str) -> None:
    printed = format_date(parse_edtf(text), lang)
    try:
        reading = read_words(printed)
    except DateError as error:
        # Only "yaz", spring in Azerbaijani and summer in Turkish, may be in doubt.
        assert "yaz" in printed and "ambiguous" in error.reason
    else:
        assert str(reading.value) == text


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.one_of(SINGLE, OPEN, RANGES, CHOICES))
@example(text="../..")
@settings(max_examples=30, deadline=None)
def test_every_value_has_words(lang: str, text: str) -> None:
    value = parse_edtf(text)
    assert format_date(value, lang)
    assert precision_words(value, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_are_the_languages_own(lang: str) -> None:
    """Twelve names each, no two languages alike: Babel once lent Azerbaijani ones to others."""
    for other in LANGUAGES:
        format_date(parse_edtf("1920-01"), other)
    names = {format_date(parse_edtf(f"1920-{n:02d}"), lang) for n in range(1, 13)}
    assert len(names) == 12
    assert any("yanvar" in name for name in names) == (lang == "az")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1918-05-28", "to the day"),
        ("1920-04", "to the month"),
        ("1920", "to the year"),
        ("1921-21", "to the season"),
        ("192X", "to the decade"),
        ("18XX", "to the century"),
        ("1920-11~", "approximate"),
        ("1991-10-18?", "uncertain"),
        ("1920%", "approximate and uncertain"),
        ("1918/1920", "over a period"),
        ("1994/..", "open at one end"),
        ("[1920-11-30,1920-12-01]", "disputed between two days"),
        ("[1918,1919]", "disputed between several dates"),
        ("[1920-11-30,1920-12-01,1920-12-02]", "disputed between several dates"),
    ],
)
def test_precision_words(text: str, expected: str) -> None:
    assert precision_words(parse_edtf(text)) == expected


def test_precision_words_differ_by_language() -> None:
    assert len({precision_words(parse_edtf("1918-05-28"), lang) for lang in LANGUAGES}) == 7


def test_unknown_language() -> None:
    for print_ in (format_date, precision_words):
        with pytest.raises(DateError, match="language"):
            print_(parse_edtf("1920"), "de")
