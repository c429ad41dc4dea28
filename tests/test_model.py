"""Records by themselves: what each accepts, and what it answers about a day."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from pydantic import ValidationError

from timeline.dates import parse_edtf
from timeline.model import (
    QUOTE_WORDS,
    Citation,
    Claim,
    Event,
    Figure,
    Name,
    Path,
    Place,
    PlaceName,
    Region,
    Source,
)

CITE = [{"source": "s"}]
FIGURE = {"what": "dead", "by": "a court", "cite": CITE}
PATH = {"mode": "army", "basis": "b", "error_km": 1}
SOURCE = {"id": "s", "type": "book", "title": "T", "kind": "scholarship", "checked": "read"}
EVENT = {
    "id": "e",
    "title": "T",
    "label": "L",
    "date": "1918",
    "kind": "k",
    "weight": 1,
    "places": [{"place": "p"}],
    "summary": "S",
    "cite": CITE,
}
NAME = {"text": "Baku", "lang": "en", "script": "Latn", "kind": "official"}
PLACE = {"id": "p", "point": [49.9, 40.4], "names": [NAME]}
REGION = {
    "id": "r",
    "name": "R",
    "kind": "state",
    "status": "recognised",
    "valid": "1918-05-28/1920-04-28",
    "geometry": "areas#r",
    "basis": "b",
    "error_km": 1,
    "cite": CITE,
}
CLAIM = {"id": "c", "aspect": "date", "by": "B", "says": "S", "cite": CITE}

ACCEPTED: list[tuple[type, dict[str, Any]]] = [
    (Citation, {"source": "s", "quote": " ".join(["word"] * QUOTE_WORDS)}),
    (Figure, FIGURE | {"low": 1, "best": 1, "high": 1}),
    (Figure, FIGURE | {"best": 0}),
    (Path, PATH | {"places": ["a", "b"]}),
    (Path, PATH | {"points": [[1, 2], [-180, -90]]}),
    (Name, {"family": "F"}),
    (Name, {"literal": "Body"}),
    (Source, SOURCE | {"title": {"az": "Yalnız azərbaycanca"}}),  # a work need not be English
    (Source, SOURCE | {"URL": "http://example.org/%D0%90?x=1#y"}),
    (Region, REGION | {"error_km": 0}),
    (Event, EVENT | {"date": "../1918"}),
    (Event, EVENT | {"weight": 3}),
]


@pytest.mark.parametrize(("model", "value"), ACCEPTED)
def test_accepted(model, value):
    model.model_validate(value)


REFUSED: list[tuple[type, dict[str, Any], str]] = [
    # model, value, the field the error names
    (Citation, {"source": "s", "quote": " ".join(["word"] * (QUOTE_WORDS + 1))}, "quote"),
    (Citation, {"source": "S P"}, "source"),
    (Citation, {"source": "s", "page": "1"}, "page"),
    (Citation, {"source": "s", "locator": "  "}, "locator"),
    (Citation, {"source": "s", "locator": 4}, "locator"),  # "4" may mean page or paragraph 4
    (Citation, {"source": "a" * 81}, "source"),
    (Figure, FIGURE, ""),
    (Figure, FIGURE | {"low": 3, "high": 2}, ""),
    (Figure, FIGURE | {"best": 3, "high": 2}, ""),
    (Figure, FIGURE | {"best": "12"}, "best"),  # no silent conversions
    (Figure, FIGURE | {"best": "nan"}, "best"),
    (Figure, FIGURE | {"best": float("inf")}, "best"),
    (Figure, FIGURE | {"best": 1, "cite": []}, "cite"),
    (Path, PATH, ""),
    (Path, PATH | {"places": ["a"]}, ""),
    (Path, PATH | {"points": [[1, 2]]}, ""),
    (Path, PATH | {"places": ["a", "b"], "points": [[1, 2], [3, 4]]}, ""),
    (Path, PATH | {"places": ["a", "b"], "mode": "teleport"}, "mode"),
    (Name, {}, ""),
    (Name, {"given": "G"}, ""),
    (Name, {"family": "F", "literal": "L"}, ""),
    (Source, SOURCE | {"URL": "javascript:alert(1)"}, "URL"),
    (Source, SOURCE | {"URL": "data:text/html,x"}, "URL"),
    (Source, SOURCE | {"URL": "//example.org"}, "URL"),
    (Source, SOURCE | {"URL": 'https://example.org/"onclick=x'}, "URL"),
    (Source, SOURCE | {"URL": "https://example.org/a b"}, "URL"),
    (Source, SOURCE | {"URL": "https://example.org/<b>"}, "URL"),
    (Source, SOURCE | {"archived": "ftp://example.org"}, "archived"),
    (Source, SOURCE | {"issued": "28 May 1918"}, "issued"),
    (Source, SOURCE | {"issued": 1918}, "issued"),
    (Source, SOURCE | {"checked": True}, "checked"),
    (Source, SOURCE | {"language": "xx"}, "language"),
    (Place, PLACE | {"point": [181, 0]}, "point.0"),
    (Place, PLACE | {"point": [0, -91]}, "point.1"),
    (Place, PLACE | {"point": [0, 0, 0]}, "point"),
    (Place, PLACE | {"point": ["49.9", 40]}, "point.0"),
    (Place, PLACE | {"rank": 6}, "rank"),
    (Place, PLACE | {"rank": "2"}, "rank"),
    (Place, PLACE | {"names": []}, "names"),
    (Region, REGION | {"geometry": "areas"}, "geometry"),
    (Region, REGION | {"geometry": "../x#y"}, "geometry"),
    (Region, REGION | {"error_km": -1}, "error_km"),
    (Region, REGION | {"cite": []}, "cite"),
    (Event, EVENT | {"weight": 0}, "weight"),
    (Event, EVENT | {"places": []}, "places"),
    (Event, EVENT | {"id": "Ünder_score"}, "id"),
    (Event, EVENT | {"title": {"az": "Başlıq"}}, "title"),
    (Event, EVENT | {"title": {}}, "title"),
    (Event, EVENT | {"title": {"en": " "}}, "title"),
    (Event, EVENT | {"title": {"en": 1}}, "title"),
    (Event, EVENT | {"title": {"en": "T", "xx": "T"}}, "title"),
    (Event, EVENT | {"date": "1918-13"}, "date"),
    (Event, EVENT | {"date": "../.."}, "date"),  # no day to draw it at
    (Claim, CLAIM | {"aspect": "mood"}, "aspect"),
    (Claim, CLAIM | {"by": {"ru": "Б"}}, "by"),
]


@pytest.mark.parametrize(("model", "value", "field"), REFUSED)
def test_refused(model, value, field):
    with pytest.raises(ValidationError) as failed:
        model.model_validate(value)
    assert [".".join(map(str, e["loc"])) for e in failed.value.errors()] == [field]


def test_records_are_frozen():
    cite = Citation(source="s")
    with pytest.raises(ValidationError):
        cite.source = "other"  # type: ignore[misc]


def test_a_text_in_english_is_written_short_again():
    event = Event.model_validate(EVENT | {"summary": {"en": "S", "ru": "С"}})
    written = event.model_dump(mode="json", by_alias=True)
    assert (written["title"], written["summary"]) == ("T", {"en": "S", "ru": "С"})
    assert written["date"] == "1918"
    assert Event.model_validate(written) == event


def test_sources_of_an_event_in_order_of_first_use():
    event = Event.model_validate(
        EVENT
        | {
            "cite": [{"source": "b"}, {"source": "a"}, {"source": "b", "locator": "p. 2"}],
            "figures": [FIGURE | {"best": 1, "cite": [{"source": "d"}]}],
            "claims": [CLAIM | {"cite": [{"source": "c"}, {"source": "a"}]}],
        }
    )
    assert event.sources() == ("b", "a", "d", "c")


def test_contested_only_where_a_claim_disputes_another():
    supports = Event.model_validate(EVENT | {"claims": [CLAIM | {"supports": ["x"]}]})
    disputes = Event.model_validate(EVENT | {"claims": [CLAIM, CLAIM | {"disputes": ["c"]}]})
    assert (supports.contested, disputes.contested) == (False, True)


HOLDS = [
    # from, to, day, holds
    (None, None, "1918-05-28", True),
    ("1918-07-30", None, "1918-07-29", False),
    ("1918-07-30", None, "1918-07-30", True),  # bounds are inclusive
    (None, "1935", "1935-12-31", True),  # a year ends with its last day
    (None, "1935", "1936-01-01", False),
    ("1918~", "1935", "1918-01-01", True),
]


@pytest.mark.parametrize(("first", "last", "day", "holds"), HOLDS)
def test_a_name_holds_on(first, last, day, holds):
    value = NAME | ({"from": first} if first else {}) | ({"to": last} if last else {})
    assert PlaceName.model_validate(value).holds_on(dt.date.fromisoformat(day)) is holds


@pytest.mark.parametrize(
    ("day", "holds"),
    [("1918-05-27", False), ("1918-05-28", True), ("1920-04-28", True), ("1920-04-29", False)],
)
def test_a_region_holds_on(day, holds):
    region = Region.model_validate(REGION)
    assert region.holds_on(dt.date.fromisoformat(day)) is holds


TOWN = Place.model_validate(
    PLACE
    | {
        "names": [
            NAME | {"text": "Gandzak", "kind": "historical"},
            NAME | {"text": "Elisabethpol", "to": "1918-07-29"},
            NAME | {"text": "Ganja", "from": "1918-07-30", "to": "1935-02-21"},
            NAME | {"text": "Ganja town", "kind": "local"},
            NAME | {"text": "Gəncə", "lang": "az", "kind": "local", "to": "1935"},
            NAME | {"text": "Kirovabad", "lang": "az", "from": "1935-02-22"},
        ]
    }
)
NAMES_ON = [
    ("1918-07-29", "en", "Elisabethpol"),
    ("1918-07-30", "en", "Ganja"),
    ("1950-01-01", "en", "Ganja town"),  # no official one: the local one
    ("1918-01-01", "az", "Gəncə"),
    ("1935-06-01", "az", "Kirovabad"),  # official before local
    ("1918-07-30", "ru", "Ganja"),  # none in Russian: English
]


@pytest.mark.parametrize(("day", "lang", "name"), NAMES_ON)
def test_name_on_a_day(day, lang, name):
    assert TOWN.name_on(dt.date.fromisoformat(day), lang) == name


def test_name_on_a_day_without_any_in_the_language_or_english():
    names = [
        NAME | {"text": "Баку", "lang": "ru", "script": "Cyrl", "to": "1920"},
        NAME | {"text": "Bakı", "lang": "az", "from": "1921"},
    ]
    place = Place.model_validate(PLACE | {"names": names})
    assert place.name_on(dt.date(1930, 1, 1), "hy") == "Bakı"  # the one that holds
    gone = Place.model_validate(PLACE | {"names": [names[0]]})
    assert gone.name_on(dt.date(1930, 1, 1), "hy") == "Баку"  # the last known one


def test_dates_are_values():
    assert Event.model_validate(EVENT).date == parse_edtf("1918")
    again = Event.model_validate(EVENT | {"date": parse_edtf("1920-04")})
    assert again.date == parse_edtf("1920-04")
