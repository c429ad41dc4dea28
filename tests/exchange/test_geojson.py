"""Events as GeoJSON (RFC 7946)."""

from __future__ import annotations

import json

import pytest
from shapely.geometry import shape

from timeline.exchange.geojson import write_geojson


@pytest.fixture
def features(book):
    value = json.loads(write_geojson(book))
    assert set(value) == {"type", "features"}  # no crs member: RFC 7946 has WGS84 only
    assert value["type"] == "FeatureCollection"
    return {f["id"]: f for f in value["features"]}


def _positions(geometry: dict) -> list:
    if geometry["type"] == "GeometryCollection":
        return [p for part in geometry["geometries"] for p in _positions(part)]
    return [geometry["coordinates"]] if geometry["type"] == "Point" else geometry["coordinates"]


def test_every_event_once_in_order(book, features):
    assert list(features) == list(book.events)
    assert {f["type"] for f in features.values()} == {"Feature"}


def test_geometries_are_valid_and_lon_comes_first(features):
    for feature in features.values():
        assert shape(feature["geometry"]).is_valid
        for lon, lat in _positions(feature["geometry"]):
            assert -180 <= lon <= 180
            assert -90 <= lat <= 90
    assert features["letter"]["geometry"] == {"type": "Point", "coordinates": [-73.968, -40.749]}


GEOMETRIES = [
    # event, types; ganja is [46.361, 40.682], shusha [46.75, 39.76]
    ("founding", ["Point", "Point"]),
    ("march", ["Point", "LineString"]),  # a path of places
    ("siege", ["Point", "LineString"]),  # a path of points
]


@pytest.mark.parametrize(("key", "types"), GEOMETRIES)
def test_several_places_and_paths(features, key, types):
    geometry = features[key]["geometry"]
    assert geometry["type"] == "GeometryCollection"
    assert [part["type"] for part in geometry["geometries"]] == types


def test_a_path(book, features):
    march = features["march"]["geometry"]["geometries"][1]["coordinates"]
    assert march == [[46.361, 40.682], [46.75, 39.76]]
    assert book.line_of(book.events["siege"]) == [(46.4, 40.7), (46.6, 40.1), (46.75, 39.76)]
    assert book.line_of(book.events["truce"]) == []


def test_properties_say_what_the_records_say(book, features):
    for key, feature in features.items():
        event, told = book.events[key], feature["properties"]
        assert told["title"] == event.title["en"]
        assert told["summary"] == event.summary["en"]
        assert told["date"] == str(event.date)
        assert told["places"] == [p.place for p in event.places]
        assert told["sources"] == list(event.sources())
        assert told["lane"] == book.lane(event)
        assert told["contested"] is (key == "founding")
    truce = features["truce"]["properties"]
    assert (truce["earliest"], truce["latest"]) == ("1994-05-12", None)


def test_letters_are_written_as_they_are(small):
    small.change("events/later.yaml", "title: Truce", "title: Զինադադար")
    assert "Զինադադար" in write_geojson(small.load())
