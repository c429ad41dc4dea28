"""Where the shipped geography lies, and its region records."""

from __future__ import annotations

from pathlib import Path

import yaml

from timeline.model import Region

ROOT = Path(__file__).parents[2]
LAYERS = ROOT / "geo" / "layers"


def read_regions() -> list[Region]:
    """The records of data/regions.yaml, without the rest of the collection."""
    text = (ROOT / "data" / "regions.yaml").read_text(encoding="utf-8")
    records = yaml.load(text, yaml.CBaseLoader)
    return [Region(**{**r, "error_km": float(r["error_km"])}) for r in records]
