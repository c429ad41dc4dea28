"""The shipped geography, read once: layers as GeoJSON, regions on their shapes."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from shapely.geometry import shape
from shipped import LAYERS, ROOT, read_regions

from timeline.atlas import Atlas


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    return Atlas.load(ROOT / "geo", read_regions())


@pytest.fixture(scope="session")
def layers() -> dict[str, dict]:
    """Layer stem → feature id → feature."""
    return {
        path.stem: {
            f["properties"]["id"]: f
            for f in json.loads(path.read_text(encoding="utf-8"))["features"]
        }
        for path in sorted(LAYERS.glob("*.geojson"))
    }


@pytest.fixture(scope="session")
def units(layers: dict) -> dict:
    return {k: shape(f["geometry"]) for k, f in layers["units_odbl"].items()}


@pytest.fixture(scope="session")
def towns(layers: dict) -> dict:
    return {k: shape(f["geometry"]) for k, f in layers["towns"].items()}


@pytest.fixture(scope="session")
def turning_days(atlas: Atlas) -> list[dt.date]:
    """1 January 1917, today, and every day of change with the day before it."""
    first, today = dt.date(1917, 1, 1), dt.date(2026, 11, 22)
    days = {first, today}
    for day in atlas.changes():
        days |= {day, day - dt.timedelta(days=1)}
    return sorted(d for d in days if first <= d <= today)
