"""The one palette of every picture: a light and a dark theme, fit for colour-blind readers.

Themes of events differ in hue, lightness and shape of mark, so that no meaning hangs on hue
alone. The hues of the lanes keep a distance under simulated protan, deutan and tritan vision; a
test holds them to it. Colours of powers are pale tints: they fill areas under text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Rgb = tuple[int, int, int]
ThemeName = Literal["light", "dark"]
THEMES: tuple[ThemeName, ThemeName] = ("light", "dark")


@dataclass(frozen=True)
class Theme:
    """Colours of one theme as #rrggbb."""

    paper: str
    ink: str
    quiet: str  # secondary text, at least 4.5:1 on paper
    line: str  # rules and lane lines
    accent: str
    water: str
    water_line: str
    land: str  # land with no region known for the day
    halo: str
    lanes: dict[str, str]
    groups: dict[str, str]  # tints of the powers
    focus: dict[str, str]  # outlines of the three areas


LIGHT = Theme(
    paper="#fbfaf5",
    ink="#1d1c19",
    quiet="#5d594f",
    line="#ded9cb",
    accent="#8f2d1f",
    water="#c8dbe4",
    water_line="#8fb2c4",
    land="#f0ebdf",
    halo="#fbfaf5",
    lanes={
        "state": "#2a6db2",
        "war": "#a4161a",
        "diplomacy": "#866800",
        "society": "#6a3d8f",
        "words": "#1b6e63",
    },
    groups={
        "azerbaijan": "#dfe8cf",
        "armenia": "#f5dcca",
        "karabakh": "#efc9b0",
        "russia": "#ecd3d3",
        "transcaucasia": "#e6ddc4",
        "georgia": "#e6dcec",
        "turkey": "#d3e3df",
        "iran": "#ede6c6",
        "international": "#e4e2dc",
        "local": "#d9dfee",
    },
    focus={"zangezur": "#b4491f", "nakhchivan": "#0f6b5c", "karabakh": "#553a96"},
)

DARK = Theme(
    paper="#171a1d",
    ink="#ece8de",
    quiet="#aaa598",
    line="#363b40",
    accent="#e89a83",
    water="#1f3341",
    water_line="#3f6479",
    land="#2a2c2b",
    halo="#15181b",
    lanes={
        "state": "#6590ee",
        "war": "#f0787a",
        "diplomacy": "#d9b44a",
        "society": "#c39be6",
        "words": "#66c5b4",
    },
    groups={
        "azerbaijan": "#38452f",
        "armenia": "#523c2d",
        "karabakh": "#6b4630",
        "russia": "#4a3335",
        "transcaucasia": "#48422f",
        "georgia": "#40374a",
        "turkey": "#2c4541",
        "iran": "#474329",
        "international": "#3a3a37",
        "local": "#343d52",
    },
    focus={"zangezur": "#f0976b", "nakhchivan": "#5fcbb6", "karabakh": "#b5a0f0"},
)

PALETTE: dict[ThemeName, Theme] = {"light": LIGHT, "dark": DARK}

# Shapes of marks, by lane: Plotly's name and the SVG path in a box of ±10.
SYMBOLS: dict[str, tuple[str, str]] = {
    "state": ("circle", "M0,-8 A8,8 0 1,1 0,8 A8,8 0 1,1 0,-8 Z"),
    "war": ("diamond", "M0,-9.5 L9.5,0 L0,9.5 L-9.5,0 Z"),
    "diplomacy": ("square", "M-7.2,-7.2 H7.2 V7.2 H-7.2 Z"),
    "society": ("triangle-up", "M0,-9 L9,7 L-9,7 Z"),
    "words": ("hexagon2", "M-4.6,-8 H4.6 L9.2,0 L4.6,8 H-4.6 L-9.2,0 Z"),
}
MARK_PX = {1: 15, 2: 10, 3: 7}  # diameter of a mark on the screen, by weight


def rgb(colour: str) -> Rgb:
    """``#rrggbb`` as three numbers 0–255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def symbol(lane: str) -> tuple[str, str]:
    """Shape of a lane's marks; lanes the palette does not know are circles."""
    return SYMBOLS.get(lane, SYMBOLS["state"])


def lane_colour(theme: Theme, lane: str) -> str:
    """Colour of a lane; lanes the palette does not know are drawn in ink."""
    return theme.lanes.get(lane, theme.ink)
