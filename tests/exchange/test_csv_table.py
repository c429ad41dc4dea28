"""Events as a CSV table that spreadsheets read and no formula gets into."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.csv_table import cell, write_csv


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def test_the_columns_are_promised():
    from timeline.exchange.csv_table import COLUMNS

    assert ",".join(COLUMNS) == (
        "id,title,date,earliest,latest,place,lon,lat,kind,weight,actors,sources"
    )


def test_rows(book):
    text = write_csv(book)
    assert text.startswith(
        "id,title,date,earliest,latest,place,lon,lat,kind,weight,actors,sources\r\n"
    )
    _, founding, march, _, letter, truce = _rows(text)
    assert founding == [
        "founding", "Republic founded", "1918-05-28", "1918-05-28", "1918-05-28", "ganja",
        "46.361", "40.682", "statehood", "1", "republic;council",
        "gazette;paper;study;ruling;report",
    ]  # fmt: skip
    assert march[2:5] == ["1918-06~", "1918-06-01", "1918-06-30"]
    assert letter[5:8] == ["far-west", "-73.968", "-40.749"]  # a number, no formula: no quote
    assert truce[2:5] == ["1994-05-12/..", "1994-05-12", ""]  # an open end stays empty


def test_every_event_in_order_with_what_the_records_say(book):
    header, *rows = _rows(write_csv(book))
    assert [r[0] for r in rows] == list(book.events)
    for row in rows:
        values = dict(zip(header, row, strict=True))
        event = book.events[values["id"]]
        days = [values["earliest"], values["latest"]]
        read = [dt.date.fromisoformat(day) if day else None for day in days]
        assert read == [event.date.earliest, event.date.latest]
        assert tuple(values["sources"].split(";")) == event.sources()
        assert values["actors"].split(";") == [*event.actors] or not event.actors
        point = (float(values["lon"]), float(values["lat"]))
        assert point == book.places[values["place"]].point


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")']


@pytest.mark.parametrize("title", FORMULAS)
def test_a_title_is_no_formula(small, title):
    small.change("events/later.yaml", "title: Truce", f"title: '{title}'")
    row = _rows(write_csv(small.load()))[-1]
    assert row[1] == f"'{title}"


@pytest.mark.parametrize("text", ["Truce", "a=1", "'tis", "1918", "", "– dash"])
def test_other_texts_stay(text):
    assert cell(text) == text


@given(st.text("=+-@\t\r\n a\"',;Ş"))
def test_no_text_begins_like_a_formula_and_none_loses_a_letter(text):
    guarded = cell(text)
    assert guarded[:1] not in set("=+-@\t\r")
    assert guarded.endswith(text)
    assert len(guarded) - len(text) in (0, 1)


def test_quotes_commas_and_line_breaks_survive(small):
    small.change("events/later.yaml", "title: Truce", 'title: "A \\"truce\\", so\\nto say"')
    assert _rows(write_csv(small.load()))[-1][1] == 'A "truce", so\nto say'
