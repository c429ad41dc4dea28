"""The palette is readable, and its lanes are told apart by readers of every colour vision."""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import combinations
from math import dist

import pytest

from timeline.draw.palette import (
    MARK_PX,
    PALETTE,
    SYMBOLS,
    THEMES,
    Theme,
    lane_colour,
    rgb,
    symbol,
)

# Machado, Oliveira and Fernandes 2009, table 1, severity 1.0; for linear RGB.
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
DISTANCE = 10  # CIE76; about 2.3 is just noticeable side by side
APART = 25  # for readers of all colours

ALL = pytest.mark.parametrize("name", THEMES)


def _linear(colour: str) -> tuple[float, ...]:
    parts = [c / 255 for c in rgb(colour)]
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)


def _luminance(colour: str) -> float:
    r, g, b = _linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _lab(colour: str, vision: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as it is seen."""
    seen = _linear(colour)
    r, g, b = (
        min(1, max(0, sum(a * c for a, c in zip(row, seen, strict=True)))) for row in VISION[vision]
    )
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    # Red and green of one lightness are near for a deutan reader and far for others.
    pair = ("#b4491f", "#6b7a12")
    assert dist(*(_lab(c, "normal") for c in pair)) > 3 * dist(*(_lab(c, "deutan") for c in pair))


def _colours(theme: Theme) -> dict[str, str]:
    out: dict[str, str] = {}
    for field in fields(theme):
        value = getattr(theme, field.name)
        out |= value if isinstance(value, dict) else {field.name: value}
    return out


@ALL
def test_colours_are_written_in_full(name):
    assert [
        c for c in _colours(PALETTE[name]).values() if not re.fullmatch(r"#[0-9a-f]{6}", c)
    ] == []


@ALL
@pytest.mark.parametrize("part", ["ink", "quiet", "accent"])
def test_texts_on_paper(name, part):
    theme = PALETTE[name]
    assert contrast(getattr(theme, part), theme.paper) >= 4.5  # WCAG 1.4.3


@ALL
def test_lanes_and_outlines_on_paper(name):
    theme = PALETTE[name]
    for colour in [*theme.lanes.values(), *theme.focus.values()]:
        assert contrast(colour, theme.paper) >= 3  # WCAG 1.4.11


@ALL
def test_ink_on_everything_it_is_written_on(name):
    theme = PALETTE[name]
    for ground in [theme.land, theme.water, *theme.groups.values()]:
        assert contrast(theme.ink, ground) >= 4.5


@ALL
@pytest.mark.parametrize("vision", VISION)
def test_lanes_keep_a_distance_for_every_reader(name, vision):
    lanes = {k: _lab(c, vision) for k, c in PALETTE[name].lanes.items()}
    near = {
        (a, b): round(dist(lanes[a], lanes[b]))
        for a, b in combinations(lanes, 2)
        if dist(lanes[a], lanes[b]) < (APART if vision == "normal" else DISTANCE)
    }
    assert near == {}


def test_every_lane_has_a_shape_of_its_own():
    for name in THEMES:
        assert set(PALETTE[name].lanes) == set(SYMBOLS)
    for names in zip(*SYMBOLS.values(), strict=True):
        assert len(set(names)) == len(SYMBOLS)


def test_both_themes_know_the_same_colours():
    light, dark = (_colours(PALETTE[name]) for name in THEMES)
    assert set(light) == set(dark)


def test_a_lane_of_somebody_else_s_collection_is_drawn_too():
    theme = PALETTE["light"]
    assert lane_colour(theme, "weather") == theme.ink
    assert lane_colour(theme, "war") == theme.lanes["war"]
    assert symbol("weather") == SYMBOLS["state"]


def test_shapes_stay_in_their_box():
    for _, path in SYMBOLS.values():
        assert all(abs(float(n)) <= 10 for n in re.findall(r"-?\d+\.?\d*", path) if float(n) > 1.1)


def test_weightier_marks_are_larger():
    assert MARK_PX[1] > MARK_PX[2] > MARK_PX[3] >= 6
