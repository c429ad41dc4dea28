"""Articles read statement by statement: verdicts, years, two side by side, worksheets."""

from __future__ import annotations

import re

import pytest

from timeline import paths
from timeline.collection import load
from timeline.viewer import readings

SHIPPED = load(paths.DATA)


def test_a_reading_shows_each_statement_with_voice_date_and_verdict(book):
    text = readings.page(book, book.readings["reading-paper"], "rp-2")
    assert re.findall(r'rd-chosen" id="([\w-]+)"', text) == ["rp-2"]
    assert "Says: A reader" in text and "May 1918" in text and "headline or note" in text
    assert 'href="/?event=founding"' in text
    assert "That it asked the towns." in text
    assert text.count("Contradicted") == 2  # in the key and at the statement


def test_years_that_an_article_names(book):
    years = {y["year"]: y for y in readings.strip(book, book.readings["reading-paper"])}
    assert [y for y, about in years.items() if about["named"]] == [1918]
    assert (min(years), max(years)) == (1918, 1994)
    assert years[1918]["events"] == 3


def test_a_long_time_names_no_year(small):
    small.change("readings.yaml", "date: '1918-05'", "date: 1918/1991")
    book = small.load()
    assert not any(y["named"] for y in readings.strip(book, book.readings["reading-paper"]))


def test_a_worksheet_has_lines_for_pupils_and_answers_for_the_teacher(book):
    reading = book.readings["reading-paper"]
    pupil, teacher = (readings.worksheet(book, reading, answers) for answers in (False, True))
    for sheet in (pupil, teacher):
        titles = re.findall(r"<h2>\d. ([^<]+)</h2>", sheet)
        assert titles == ["Find the date", "Find the speaker", "Find the contradiction",
                          "Find what is missing"]  # fmt: skip
    assert "rd-line" in pupil and "The gazette gives the right." not in pupil
    assert "The gazette gives the right." in teacher and "rd-line" not in teacher


def test_two_articles_side_by_side(small):
    assert readings.shared(small.load()) == []
    text = small.text("readings.yaml")
    other = text.replace("reading-paper", "reading-other").replace("rp-", "ro-")
    small.append("readings.yaml", other.replace("source: paper\n", "source: report\n", 1))
    book = small.load()
    (event,) = readings.shared(book)
    assert event.id == "founding"
    page = readings.side_by_side(book, event)
    assert page.count("<section") == 2
    assert page.count("The council met without right in May 1918.") == 2


def test_what_is_hostile_is_escaped(small):
    small.change("readings.yaml", "says: The paper speaks.", "says: <script>x</script>")
    book = small.load()
    text = readings.page(book, book.readings["reading-paper"])
    assert "<script" not in text and "&lt;script" in text


REFUSED = [
    ("voice: publisher", "voice: speaker", "a speaker if, and only if, voice is speaker"),
    ("    speaker: A reader\n", "", "a speaker if, and only if, voice is speaker"),
    ("paragraph: 1", "paragraph: 3", "statements in the order of the article"),
    ("verdict: supported", "verdict: true", "one of"),
]


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED)
def test_a_reading_that_is_refused(small, old, new, expected):
    small.change("readings.yaml", old, new)
    problem, *_ = small.problems()
    assert problem.record == "reading-paper" and problem.expected.startswith(expected)


def test_a_verdict_needs_a_witness_beside_the_article(small):
    small.change("readings.yaml", "cite: [{source: study}]", "cite: [{source: paper}]")
    problem = next(p for p in small.problems() if p.record == "reading-paper")
    assert (problem.field, problem.expected) == (
        "statements.0.cite", "a source other than the article",
    )  # fmt: skip


@pytest.mark.parametrize("key", SHIPPED.readings)
def test_every_shipped_reading_has_its_page(key):
    reading = SHIPPED.readings[key]
    text = readings.page(SHIPPED, reading)
    assert all(f'id="{s.id}"' in text for s in reading.statements)
