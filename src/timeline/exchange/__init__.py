"""The collection in other forms: one writer each."""

from __future__ import annotations

from collections.abc import Callable

from timeline.collection import Collection
from timeline.exchange.csl import write_csl
from timeline.exchange.csv_table import write_csv
from timeline.exchange.geojson import write_geojson

WRITERS: dict[str, Callable[[Collection], str]] = {
    "csv": write_csv,
    "geojson": write_geojson,
    "csl": write_csl,
}
