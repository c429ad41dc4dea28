"""Where the shipped collection and map layers lie: beside ``src/`` in the checkout."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(os.environ.get("TIMELINE_ROOT") or Path(__file__).resolve().parents[2])
DATA = Path(os.environ.get("TIMELINE_DATA") or ROOT / "data")
GEO = ROOT / "geo"
