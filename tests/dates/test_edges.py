"""What the room keeps outside: slow imports, slow parsing, and dateparser's guesses."""

import subprocess
import sys
import time

import pytest

from timeline.dates import DateError, edtf, read_words
from timeline.dates.fallback import read_with_dateparser


def test_import_is_light() -> None:
    code = (
        "import sys, timeline.dates as d; d.parse_edtf('1920-04'); d.read_words('28 May 1918');"
        "print([m for m in ('dateparser', 'babel', 'edtf', 'dateutil') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_parsing_is_fast() -> None:
    """Twenty microseconds on an idle machine; ten times that is allowed for a busy one."""
    texts = [f"{year}-{month:02d}-28" for year in range(1900, 1950) for month in range(1, 13)]
    start = time.perf_counter()
    for text in texts:
        edtf._parse.__wrapped__(text)
    assert (time.perf_counter() - start) / len(texts) < 200e-6


def test_dateparser_reads_a_spelling_of_its_own() -> None:
    # Our Azerbaijani words do not list this short form of July.
    reading = read_words("28 iyl 1918", "az")
    assert (str(reading.value), reading.note) == ("1918-07-28", "read by dateparser")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("We", "en"),
        ("25-year", "en"),
        ("the 1995", "en"),
        ("44 days", "en"),
        ("Wednesday", "en"),
        ("May 1918", "en"),  # no day: dateparser would take today's
        ("12 1918", "en"),
        ("28 brumaire 1918", "en"),
        ("28 days 1918", "en"),
        ("28 hours 1918", "en"),
    ],
)
def test_dateparser_is_not_believed(text: str, lang: str) -> None:
    assert read_with_dateparser(text, lang) is None


def test_unknown_word_is_named() -> None:
    with pytest.raises(DateError, match="brumaire"):
        read_words("28 brumaire 1918", "en")
