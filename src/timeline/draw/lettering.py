"""The type of the picture: its fonts, how wide a text runs, and how a long name is broken."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import matplotlib
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

CAP = 0.365  # half the height of a capital, in font sizes: from the middle to the baseline

Face = Literal["sans", "bold", "serif"]
_FONTS = {
    "sans": "DejaVuSans.ttf",
    "bold": "DejaVuSans-Bold.ttf",
    "serif": "DejaVuSerif-Italic.ttf",
}


@lru_cache
def font(face: Face, size: float) -> FontProperties:
    """A font that comes with matplotlib, so that every machine draws the same."""
    path = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / _FONTS[face]
    return FontProperties(fname=str(path), size=size)


@lru_cache(maxsize=4096)
def measure(text: str, face: Face, size: float) -> tuple[float, float]:
    """Width and height of a text in pixels."""
    renderer = RendererAgg(1, 1, 72)
    lines = text.split("\n")
    letters = font(face, size)
    wide = max(renderer.get_text_width_height_descent(x or " ", letters, False)[0] for x in lines)
    return float(wide), len(lines) * size * 1.2


def short(name: str) -> str:
    """A region's name without what only explains it."""
    return name.partition(" (")[0].partition(", ")[0]


def wrapped(text: str, most: int) -> str:
    """A long name on two lines of about the same length."""
    if len(text) <= most or " " not in text:
        return text
    gaps = [i for i, letter in enumerate(text) if letter == " "]
    at = min(gaps, key=lambda i: abs(2 * i - len(text)))
    return f"{text[:at]}\n{text[at + 1 :]}"
