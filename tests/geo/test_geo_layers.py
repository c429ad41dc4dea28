"""The layers: licences, sizes, coordinates, and the errors of the sources put right."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
import shapely
import yaml
from shapely.geometry import Point, shape
from shipped import LAYERS, ROOT

ABOUT = yaml.load((ROOT / "geo" / "layers.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
STEMS = sorted(p.stem for p in LAYERS.glob("*.geojson"))


def _coordinates(value):
    if isinstance(value[0], (int, float)):
        yield value
    else:
        for child in value:
            yield from _coordinates(child)


def test_each_file_is_described_and_each_description_has_a_file():
    assert sorted(a["file"] for a in ABOUT) == sorted(p.name for p in LAYERS.iterdir())


@pytest.mark.parametrize("about", ABOUT, ids=lambda a: a["id"])
def test_licence_and_attribution_are_declared(about):
    assert about["licence"] in {"public domain", "ODbL-1.0", "CC-BY-4.0", "MIT"}
    assert about["attribution"]
    assert about["file"].partition(".")[0] == about["id"]
    named = (ROOT / "geo" / "LICENSES.md").read_text(encoding="utf-8")
    assert f"`{about['file']}`" in named


@pytest.mark.parametrize("stem", STEMS)
def test_street_map_data_has_files_of_its_own(stem):
    licence = next(a["licence"] for a in ABOUT if a["id"] == stem)
    assert stem.endswith("_odbl") == (licence == "ODbL-1.0")


@pytest.mark.parametrize("stem", STEMS)
def test_geometry_is_valid_and_short(layers, stem):
    for key, feature in layers[stem].items():
        geometry = shape(feature["geometry"])
        assert geometry.is_valid and not geometry.is_empty, key
        for lon, lat in _coordinates(feature["geometry"]["coordinates"]):
            assert -180 <= lon <= 180 and -90 <= lat <= 90
            assert round(lon, 4) == lon and round(lat, 4) == lat


@pytest.mark.parametrize("stem", STEMS)
def test_features_have_ids_of_their_own(stem):
    text = (LAYERS / f"{stem}.geojson").read_text(encoding="utf-8")
    ids = [f["properties"]["id"] for f in json.loads(text)["features"]]
    assert len(ids) == len(set(ids)) > 0


def test_what_is_drawn_at_the_start_is_small():
    files = [LAYERS / a["file"] for a in ABOUT if a.get("start") != "false"]
    assert sum(f.stat().st_size for f in files) <= 1_700_000
    assert sum(len(gzip.compress(f.read_bytes(), 9)) for f in files) <= 400_000


def test_regions_end_at_the_shore_of_the_land(layers):
    land = shape(layers["land"]["land"]["geometry"])
    for stem in ("regions", "regions_odbl"):
        for key, feature in layers[stem].items():
            beyond = shape(feature["geometry"]).difference(land)
            assert beyond.area < 1e-9, key


def test_units_are_one_coverage(units):
    assert shapely.coverage_is_valid(np.array(list(units.values())))
    assert sum(k.startswith("aze-") for k in units) == 79  # 78 of the source and Karki
    assert sum(k.startswith("arm-") for k in units) == 11


def test_world_has_land_under_far_events_and_leaves_the_window_free(layers):
    world = shape(layers["world"]["world"]["geometry"])
    for name, lon, lat in (
        ("Moscow", 37.617, 55.756), ("Paris", 2.352, 48.857), ("New York", -73.968, 40.749),
        ("Washington", -77.037, 38.898), ("The Hague", 4.301, 52.071), ("Sèvres", 2.212, 48.823),
        ("Brest-Litovsk", 23.691, 52.098), ("Prague", 14.438, 50.076), ("Bishkek", 74.57, 42.875),
        ("Yekaterinburg", 60.606, 56.839), ("Strasbourg", 7.752, 48.573),
        ("Budapest", 19.04, 47.498), ("Dushanbe", 68.78, 38.537), ("Mudros", 25.272, 39.876),
    ):  # fmt: skip
        assert world.distance(Point(lon, lat)) < 0.5, name
    assert world.bounds[1] > -60
    assert world.intersection(shapely.box(36, 33, 60, 49)).area < 1e-9


def test_known_errors_of_the_sources_are_corrected(layers, units, towns):
    rivers = {f["properties"]["name"] for f in layers["rivers"].values()}
    assert "Kura" in rivers and "Kr" not in rivers
    assert "aze-lachin" in units
    assert units["aze-lankaran"].centroid.x > 48  # by the sea, not at Lachin
    assert units["aze-khankendi"].contains(towns["khankendi"])
    assert units["aze-khojaly"].contains(towns["khojaly"])
    assert units["aze-khojaly"].area > 10 * units["aze-khankendi"].area  # a rayon and a town
    assert units["aze-karki"].contains(Point(44.95, 39.79))


def test_the_reservoir_is_dry_before_1953(atlas):
    lakes = {lake["id"]: lake for lake in atlas.base("lakes")}
    assert lakes["mingachevir"]["from"] == "1953-01-01"
    assert "from" not in lakes["sevan"]
    land = shape(atlas.base("land"))
    assert land.contains(shape(lakes["mingachevir"]["geometry"]).centroid)  # land lies beneath


AZERBAIJAN = (
    "baku ganja shusha khankendi aghdam fuzuli jabrayil zangilan qubadli lachin kalbajar khojaly "
    "khojavend nakhchivan ordubad julfa sharur sadarak qazakh tovuz"
)
ARMENIA = (
    "yerevan kapan goris meghri sisian jermuk vardenis ijevan dilijan yeghegnadzor gyumri "
    "vanadzor artashat"
)


@pytest.mark.parametrize(
    ("state", "names"),
    [
        ("azerbaijan", AZERBAIJAN),
        ("armenia", ARMENIA),
        ("georgia", "tbilisi batumi poti sukhumi akhalkalaki marneuli telavi"),
        ("russia", "grozny makhachkala derbent sochi vladikavkaz"),
        ("turkey", "kars igdir ardahan van"),
        ("iran", "tabriz maku ardabil"),
    ],
)
def test_towns_are_on_their_side_of_the_border(atlas, towns, state, names):
    inside = atlas.geometry(state)
    for name in names.split():
        assert inside.distance(towns[name]) < 0.02, name  # at sea: shores are coarse
        for other in {"azerbaijan", "armenia", "georgia", "turkey", "iran", "russia"} - {state}:
            assert not atlas.geometry(other).contains(towns[name]), name


def test_towns_in_areas_of_the_past(atlas, towns):
    def has(region: str, *names: str) -> bool:
        shape_ = atlas.geometry(region)
        return all(shape_.distance(towns[n]) < 0.01 for n in names)  # a kilometre: shores

    def lacks(region: str, *names: str) -> bool:
        return not any(atlas.geometry(region).contains(towns[n]) for n in names)

    assert has("zangezur-uezd", "goris", "kapan", "meghri", "sisian", "qubadli", "zangilan")
    assert has("zangezur-uezd", "lachin")
    assert has("nkao", "khankendi", "shusha", "khojaly", "khojavend")
    assert lacks("nkao", "aghdam") and lacks("nkao", "fuzuli") and lacks("nkao", "lachin")
    assert has("held-1994", "aghdam", "jabrayil", "zangilan", "qubadli", "lachin", "kalbajar")
    assert lacks("held-1994", "tartar") and lacks("held-1994", "barda")
    assert has("held-2020-11-10", "aghdam", "kalbajar", "lachin", "khankendi")
    assert lacks("held-2020-11-10", "shusha") and lacks("held-2020-11-10", "jabrayil")
    assert has("held-2020-11-20", "kalbajar") and lacks("held-2020-11-20", "aghdam")
    assert has("held-2020-11-25", "lachin") and lacks("held-2020-11-25", "kalbajar")
    assert has("held-2020-12-01", "khankendi") and lacks("held-2020-12-01", "shusha")
    assert has("nakhchivan-ar", "nakhchivan", "ordubad", "julfa", "sharur", "sadarak")
    assert has("erivan-governorate", "yerevan", "gyumri", "nakhchivan", "igdir")
    assert has("kars-oblast", "kars", "ardahan") and has("batum-oblast", "batumi")
    assert has("elisabethpol-governorate", "ganja", "shusha", "goris", "shaki", "qazakh")
    assert has("baku-governorate", "lankaran", "quba", "shamakhi", "goychay")
