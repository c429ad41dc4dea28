"""The atlas on small made-up layers: dates, painting order, labels, hatch, problems."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
import shapely
import yaml
from pyproj import Geod
from shapely.geometry import Point, box, mapping

from timeline.atlas import Atlas, Fault, Layer
from timeline.model import Region

ROOT = Path(__file__).parents[1]
LAYER = """\
- id: shapes
  file: shapes.geojson
  title: Shapes
  source: made up
  licence: public domain
  attribution: Nobody.
  valid: 1900/..
  error_km: '1'
  derivation: drawn
"""


def region(name: str, valid: str, shape: str = "shapes#big", **more) -> Region:
    return Region(
        id=name, name=name, kind=more.pop("kind", "state"),
        status=more.pop("status", "recognised"), valid=valid, geometry=shape, basis="drawn",
        error_km=1.0, cite=[{"source": "s"}], **more,
    )  # fmt: skip


def layer(folder: Path, stem: str, shapes: dict, **properties) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"id": k, **properties.get(k, {})},
            "geometry": mapping(g),
        }
        for k, g in shapes.items()
    ]
    (folder / "layers").mkdir(parents=True, exist_ok=True)
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "layers" / f"{stem}.geojson").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "layers.yaml").write_text(LAYER, encoding="utf-8")
    bowtie = shapely.Polygon([(0, 0), (1, 1), (1, 0), (0, 1)])
    layer(
        tmp_path, "shapes",
        {
            "big": box(40, 38, 50, 42), "small": box(46, 39, 47, 40),
            "two": shapely.MultiPolygon([box(40, 38, 40.1, 38.1), box(44, 39, 46, 41)]),
            "bowtie": bowtie, "far": box(179, 0, 181, 1),
            "line": shapely.LineString([(0, 0), (1, 1)]),
        },
    )  # fmt: skip
    layer(tmp_path, "land", {"land": box(40, 38, 50, 42)})
    layer(
        tmp_path, "lakes", {"old": box(41, 39, 42, 40), "new": box(43, 39, 44, 40)},
        new={"name": "New", "from": "1953", "to": "1960-05"},
    )  # fmt: skip
    layer(tmp_path, "rivers", {"r": shapely.LineString([(40, 38), (41, 39)])})
    return tmp_path


def test_regions_of_a_day_large_first(folder):
    atlas = Atlas.load(
        folder,
        [
            region("small", "1918-05-28/1920-04-27", "shapes#small"),
            region("big", "1917/1991"),
            region("later", "1991-01-01/..", "shapes#two"),
            region("claim", "1918/1919", "shapes#two", status="claimed", kind="claim"),
        ],
    )
    day = dt.date(1918, 5, 28)
    assert [r.id for r in atlas.on(day)] == ["big", "claim", "small"]
    assert [r.id for r in atlas.on(day, "claimed")] == ["claim"]
    assert [r.id for r in atlas.on(dt.date(1918, 5, 27), "recognised")] == ["big"]
    assert [r.id for r in atlas.on(dt.date(2024, 1, 1))] == ["later"]
    assert atlas.on(dt.date(1900, 1, 1)) == ()


def test_changes_are_starts_and_days_after_ends(folder):
    atlas = Atlas.load(
        folder,
        [
            region("a", "../1918-05-27"),
            region("b", "1918-05-28/1920-04"),
            region("c", "1920-05/.."),
        ],
    )
    assert atlas.changes() == (dt.date(1918, 5, 28), dt.date(1920, 5, 1))


def test_a_layer_speaks_only_for_its_dates(folder):
    (folder / "layers.yaml").write_text(LAYER.replace("1900/..", "1917/1991"), encoding="utf-8")
    atlas = Atlas.load(folder, [region("a", "1868/1921"), region("b", "1922/..")])
    assert atlas.changes() == (dt.date(1922, 1, 1),)
    assert atlas.on(dt.date(1916, 12, 31)) == ()
    assert [r.id for r in atlas.on(dt.date(1917, 1, 1))] == ["a"]
    assert atlas.on(dt.date(1992, 1, 1)) == ()


def test_last_day_of_the_calendar_has_no_day_after(folder):
    assert Atlas.load(folder, [region("a", "../9999-12-31")]).changes() == ()


def test_label_stands_in_the_largest_part(folder):
    atlas = Atlas.load(folder, [region("two", "1917/..", "shapes#two")])
    lon, lat = atlas.label_point("two")
    assert atlas.geometry("two").contains(Point(lon, lat))
    assert 44.5 < lon < 45.5 and 39.5 < lat < 40.5
    assert atlas.label_point("two") == (lon, lat)


def test_area_of_one_degree_at_forty_north(folder):
    atlas = Atlas.load(folder, [region("small", "1917/..", "shapes#small")])
    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(box(46, 39, 47, 40))
    assert atlas.area_km2("small") == pytest.approx(area / 1e6, rel=0.002)


def test_hatch_lies_inside_and_is_shared_by_neighbours(folder):
    atlas = Atlas.load(
        folder, [region("big", "1917/.."), region("small", "1917/..", "shapes#small")]
    )
    lines = atlas.hatch("small", 0.1)
    assert len(lines.geoms) > 10
    assert atlas.geometry("small").buffer(1e-9).contains(lines)
    assert lines.difference(atlas.hatch("big", 0.1).buffer(1e-6)).length < 1e-9
    with pytest.raises(ValueError, match="above 0"):
        atlas.hatch("small", 0)


def test_border_leaves_the_shore_out(folder):
    layer(folder, "shapes", {"west": box(40, 38, 45, 42)})
    atlas = Atlas.load(folder, [region("west", "1917/..", "shapes#west")])
    assert atlas.border("west").equals(shapely.LineString([(45, 38), (45, 42)]))


def test_lakes_say_from_when_to_when(folder):
    old, new = Atlas.load(folder, []).base("lakes")
    assert (old["id"], "from" in old, "to" in old) == ("old", False, False)
    assert (new["name"], new["from"], new["to"]) == ("New", "1953-01-01", "1960-05-31")


def test_base_layers(folder):
    atlas = Atlas.load(folder, [])
    assert atlas.base("land")["type"] == "Polygon"
    assert [g["type"] for g in atlas.base("rivers")] == ["LineString"]
    assert atlas.base("world") == {"type": "MultiPolygon", "coordinates": []}
    assert atlas.relief is None


def test_layers_are_frozen_records(folder):
    (found,) = Atlas.load(folder, []).layers
    assert isinstance(found, Layer) and found.licence == "public domain" and found.start
    with pytest.raises(AttributeError):
        found.licence = "none"


@pytest.mark.parametrize(
    ("shape", "field"),
    [
        ("shapes#missing", "geometry"), ("nowhere#big", "geometry"), ("shapes#bowtie", "geometry"),
        ("shapes#far", "geometry"), ("shapes#line", "geometry"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_shape_is_told(folder, shape, field):
    faults = Atlas.load(folder, [region("r", "1917/..", shape)]).problems()
    assert faults and all(f.region == "r" and f.field == field for f in faults)
    name, where, found, expected = faults[0]
    assert (name, where) == ("r", field) and found and expected


def test_a_missing_shape_is_not_drawn_but_raises_when_asked_for(folder):
    atlas = Atlas.load(folder, [region("r", "1917/..", "shapes#missing")])
    assert atlas.on(dt.date(1920, 1, 1)) == ()
    with pytest.raises(KeyError, match="missing"):
        atlas.geometry("r")


@pytest.mark.parametrize("key", ["licence", "attribution", "title", "source", "derivation"])
def test_a_layer_without_its_papers_is_told(folder, key):
    kept = [line for line in LAYER.splitlines() if not line.strip().startswith(f"{key}:")]
    (folder / "layers.yaml").write_text("\n".join(kept), encoding="utf-8")
    faults = Atlas.load(folder, []).problems()
    assert Fault("shapes", f"layers.{key}", "", "a text") in faults


@pytest.mark.parametrize(
    "text", ["- {", "valid", "- 3", LAYER.replace("1900/..", "soon"), LAYER.replace("'1'", "wide"),
             LAYER + "  bounds: ['1', '2']\n", LAYER.replace("shapes.geojson", "none.geojson")],
)  # fmt: skip
def test_bad_descriptions_are_told_and_do_not_raise(folder, text):
    (folder / "layers.yaml").write_text(text, encoding="utf-8")
    assert Atlas.load(folder, [region("r", "1917/..")]).problems()


def test_an_empty_folder_is_told(tmp_path):
    atlas = Atlas.load(tmp_path, [region("r", "1917/..")])
    assert {f.field for f in atlas.problems()} == {"layers", "geometry"}
    assert atlas.on(dt.date(1920, 1, 1)) == ()


def test_a_broken_layer_file_is_told(folder):
    (folder / "layers" / "shapes.geojson").write_text('{"features": [{"id": 1}]}')
    assert Atlas.load(folder, [region("r", "1917/..")]).problems()


def test_geopandas_stays_out_until_an_area_is_asked_for():
    code = "import sys, timeline.atlas; print('geopandas' in sys.modules, 'pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.split() == ["False", "False"]


def test_loading_and_the_first_day_are_quick():
    text = (ROOT / "data" / "regions.yaml").read_text(encoding="utf-8")
    records = yaml.load(text, yaml.CBaseLoader)
    regions = [Region(**{**r, "error_km": float(r["error_km"])}) for r in records]
    best = 9.0
    for _ in range(3):
        start = time.perf_counter()
        Atlas.load(ROOT / "geo", regions).on(dt.date(1918, 5, 28))
        best = min(best, time.perf_counter() - start)
    assert best < 0.4
