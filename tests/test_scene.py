"""The scene: one JSON value with everything the viewer shows, and the geometry beside it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from timeline import levels, scene
from timeline.atlas import Atlas
from timeline.dates import parse_edtf
from timeline.draw.palette import THEMES
from timeline.model import Event, Place

LEVELS = [{"zoom": 6.1, "url": "/api/level/middle"}]
SQUARE = [[[46, 39], [47, 39], [47, 40], [46, 40], [46, 39]]]
LAYER = """\
- id: {id}
  file: {id}.geojson
  title: Layer of {id}
  source: Drawn for tests
  licence: CC0-1.0
  attribution: Drawn for tests.
  valid: 1900/..
  error_km: '1'
  derivation: By hand.
"""


def _collection(*features: tuple[str, str, Any]) -> str:
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {
                    "type": "Feature",
                    "properties": {"id": key},
                    "geometry": {"type": kind, "coordinates": coordinates},
                }
                for key, kind, coordinates in features
            ],
        }
    )


@pytest.fixture
def geo(tmp_path) -> Path:
    folder = tmp_path / "geo"
    (folder / "layers").mkdir(parents=True)
    ids = ("areas", "world", "land", "lakes", "rivers")
    (folder / "layers.yaml").write_text("".join(LAYER.format(id=i) for i in ids), "utf-8")
    claimed = [[[x + 0.5, y] for x, y in SQUARE[0]]]
    files = {
        "areas": _collection(("heartland", "Polygon", SQUARE), ("claimed", "Polygon", claimed)),
        "world": _collection(("world", "MultiPolygon", [SQUARE])),
        "land": _collection(("land", "MultiPolygon", [SQUARE])),
        "lakes": _collection(("sevan", "Polygon", SQUARE)),
        "rivers": _collection(("kura", "LineString", [[45, 41], [49, 39]])),
    }
    for name, text in files.items():
        (folder / "layers" / f"{name}.geojson").write_text(text, "utf-8")
    return folder


@pytest.fixture
def build(geo):
    def _build(book) -> dict[str, Any]:
        atlas = Atlas.load(geo, list(book.regions.values()))
        return scene.build(book, atlas, "/api/geometry", LEVELS, "/relief.jpg", "/panels")

    return _build


def test_the_scene_is_json_and_the_same_each_time(book, build):
    text = json.dumps(build(book), allow_nan=False)
    assert json.dumps(build(book)) == text


def test_nothing_in_it_is_fetched_from_outside(book, build):
    panels = scene.panels(book)
    assert re.findall(r"https?://\S+", json.dumps(build(book))) == []
    # What people may follow is in the panels, as links and nothing else.
    assert (
        re.findall(r"""(?:src|srcset|data|action)=["'][^"']*//""", "".join(panels.values())) == []
    )


def test_every_event_has_an_item_a_panel_and_a_mark_in_both_themes(book, build):
    value = build(book)
    ids = list(book.events)
    assert [i["id"] for i in value["items"]] == ids
    assert list(scene.panels(book)) == ids
    assert value["panels"] == "/panels"
    for theme in THEMES:
        marks = [t for t in value["timeline"][theme]["data"] if t["mode"] == "markers"]
        assert sorted(k for t in marks for k in t["customdata"]) == sorted(ids)


def test_an_item(book, build):
    founding, march, siege, _, truce = build(book)["items"]
    assert founding == {
        "id": "founding",
        "label": "Founding",
        "title": "Republic founded",
        "when": "28 May 1918",
        "lane": "state",
        "weight": 1,
        "first": "1918-05-28",
        "last": "1918-05-28",
        "asof": "1918-05-28",
        "at": [46.361, 40.682],
        "spots": [[46.75, 39.76]],
        "path": [],
        "place": "ganja",
        "contested": True,
    }
    assert march["path"] == [[46.361, 40.682], [46.75, 39.76]]
    assert siege["contested"] is False
    assert (truce["first"], truce["asof"]) == ("1994-05-12", "1994-05-12")


ASOF = [
    # date, the day the map shows
    ("1918-05-28", "1918-05-28"),
    ("1920-04-27/1920-04-28", "1920-04-28"),  # a short one: when it is over
    ("2020-09-27/2020-11-10", "2020-09-27"),  # a long one: when it begins
    ("1994-05-12/..", "1994-05-12"),
    ("1920-04", "1920-04-01"),
]


@pytest.mark.parametrize(("date", "day"), ASOF)
def test_the_day_the_map_shows(book, date, day):
    event = book.events["siege"].model_copy(update={"date": parse_edtf(date)})
    assert isinstance(event, Event)
    assert scene.asof_of(event) == dt.date.fromisoformat(day)


def test_borders(book, build):
    heartland, claimed = build(book)["borders"]
    assert (heartland["from"], heartland["to"]) == ("1918-05-28", "1920-04-28")
    assert (claimed["from"], claimed["to"]) == ("1918-06-01", None)
    assert (heartland["group"], claimed["group"]) == ("azerbaijan", "armenia")
    assert (heartland["fill"], claimed["fill"]) == (True, False)
    assert heartland["focus"] == "karabakh"
    assert heartland["box"] == [46.0, 39.0, 47.0, 40.0]
    assert heartland["area"] == pytest.approx(111.2 * 85.8, rel=0.02)  # km² of a degree there
    lon, lat = heartland["label"]
    assert 46 < lon < 47
    assert 39 < lat < 40


def test_only_recognised_states_are_filled(small, build):
    small.change(
        "regions.yaml", "kind: claim\n  status: claimed", "kind: state\n  status: de-facto"
    )
    _, held = build(small.load())["borders"]
    assert (held["state"], held["fill"]) == (True, False)


def test_borders_change_on_the_first_day_and_on_the_day_after_the_last(book, build):
    changes = build(book)["changes"]
    assert changes == ["1918-05-28", "1918-06-01", "1920-04-29"]


def test_towns_carry_their_english_names_with_their_days(book):
    assert scene.town(book.places["ganja"])["names"] == [
        [None, "1918-07-29", "Elisabethpol"],
        ["1918-07-30", None, "Ganja"],
    ]


def test_official_names_come_before_local_ones_before_others():
    names = [
        {"text": kind, "lang": "en", "script": "Latn", "kind": kind}
        for kind in ("historical", "exonym", "local", "official")
    ]
    place = Place.model_validate({"id": "p", "point": [0, 0], "names": names})
    told = [name for _, _, name in scene.town(place)["names"]]
    assert told == ["official", "local", "exonym", "historical"]


def test_defaults_and_vocabularies(book, build):
    value = build(book)
    assert value["defaults"] == {
        "from": "1918-01-01",
        "to": "1994-12-31",
        "asof": "1918-05-28",
        "camera": [46.5, 40.25, 5.5],
    }
    assert [lane["id"] for lane in value["lanes"]] == ["state", "war", "words"]
    assert set(value["symbols"]) == {"state", "war", "words"}
    assert value["digest"] == book.digest
    for theme in THEMES:
        assert set(value["themes"][theme]["lanes"]) == {"state", "war", "words"}


def test_every_layer_is_credited(book, build):
    assert [x["attribution"] for x in build(book)["layers"]] == ["Drawn for tests."] * 5


def test_a_region_whose_shape_is_missing_is_not_drawn_and_the_rest_is(small, geo):
    small.change("regions.yaml", "geometry: areas#claimed", "geometry: areas#nowhere")
    book = small.load()
    atlas = Atlas.load(geo, list(book.regions.values()))
    value = scene.build(book, atlas, "g", [], "", "p")
    assert [b["id"] for b in value["borders"]] == ["heartland"]
    assert len(value["items"]) == 5
    assert set(levels.first(book, atlas)["coarse"]["regions"]) == {"areas#heartland"}


def test_an_empty_collection_has_a_scene(small, geo):
    for name in ("regions.yaml", "events/1918.yaml", "events/later.yaml"):
        (small.folder / name).unlink()
    book = small.load()
    value = scene.build(book, Atlas.load(geo, []), "g", "f", "", "p")
    assert (value["items"], value["borders"], value["changes"]) == ([], [], [])
