"""What explains the picture: its date, the key with its swatches, and the credit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Rectangle

from timeline.dates import format_date, parse_edtf
from timeline.draw.lettering import measure
from timeline.draw.placing import Box, Label
from timeline.draw.shapes import unit
from timeline.draw.subject import Subject

SWATCH = 34.0  # pixels for a swatch and the gap to its text
MARGIN = 14.0  # of the date, the key and the credit, from the edge

Style = Literal["none", "border", "line", "focus", "hatch", "path"]


@dataclass(frozen=True, slots=True)
class Legend:
    """The texts that explain the picture, where they stand, and what the key's swatches show."""

    date: Label
    key: tuple[Label, ...]
    styles: tuple[Style, ...]  # one for each text of the key
    credit: Label

    @property
    def labels(self) -> tuple[Label, ...]:
        """All texts."""
        return self.date, *self.key, self.credit

    @property
    def plates(self) -> tuple[Box, Box]:
        """The plates under the date and the key."""
        return _plate([self.date], 0), _plate(self.key, SWATCH)


def legend_of(subject: Subject) -> Legend:
    """The legend of a picture."""
    rows = _rows(subject)
    return Legend(
        date=_date(subject),
        key=_key([text for _, text in rows], subject),
        styles=tuple(style for style, _ in rows),
        credit=_credit(subject),
    )


def _rows(subject: Subject) -> list[tuple[Style, str]]:
    """Only what the picture shows."""
    rows: list[tuple[Style, str]] = []
    fills = subject.fills
    if fills:
        rows.append(("border", "Border of a state"))
    else:
        rows.append(("none", "No source for borders on this day"))
    if any(not r.focus and r not in fills and r.status == "recognised" for r in subject.now):
        rows.append(("line", "Other border"))
    if subject.focus:
        rows.append(("focus", "Zangezur, Nakhchivan, Karabakh"))
    if subject.held:
        rows.append(("hatch", "Held de facto"))
    if subject.event and subject.event.path:
        rows.append(("path", {"flight": "Flight"}.get(subject.event.path.mode, "Movement")))
    return rows


def _date(subject: Subject) -> Label:
    text = f"As of {format_date(parse_edtf(subject.asof.isoformat()), 'en')}"
    wide, tall = measure(text, "bold", 15)
    left, top = MARGIN + 8, MARGIN + 4
    return Label(text, "date", (left, top, left + wide, top + tall), subject.theme.ink, "bold", 15)


def _key(texts: Sequence[str], subject: Subject) -> tuple[Label, ...]:
    """The texts of the key, bottom right above the credit; swatches stand left of them."""
    wide = max(measure(t, "sans", 11.5)[0] for t in texts)
    right, low = subject.size[0] - MARGIN - 8, subject.size[1] - 36
    out = []
    for i, text in enumerate(reversed(texts)):
        mine, tall = measure(text, "sans", 11.5)
        y = low - i * 18
        left = right - wide
        ink = subject.theme.ink
        out.append(Label(text, "key", (left, y - tall, left + mine, y), ink, size=11.5))
    return tuple(out[::-1])


def _credit(subject: Subject) -> Label:
    said = dict.fromkeys(
        s.strip().rstrip(".") for layer in subject.layers for s in layer.attribution.split(". ")
    )
    text = " · ".join(s for s in said if s)
    wide, tall = measure(text, "sans", 10.5)
    right, low = subject.size[0] - MARGIN + 4, subject.size[1] - 6
    where = (right - wide, low - tall, right, low)
    return Label(text, "credit", where, subject.theme.ink, size=10.5)


def _plate(labels: Sequence[Label], beside: float) -> Box:
    """The plate under some texts, with room for what stands left of them."""
    boxes = np.array([x.box for x in labels])
    (left, top), (right, low) = boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)
    return float(left) - beside - 9, float(top) - 5, float(right) + 9, float(low) + 5


# --- drawing


def draw_legend(axes: Any, legend: Legend, subject: Subject) -> None:
    """Draw the plates and the swatches; the texts are written with all others."""
    for left, top, right, low in legend.plates:
        axes.add_artist(FancyBboxPatch((left, top), right - left, low - top, linewidth=0,
                       boxstyle="round,pad=0,rounding_size=5", facecolor=subject.theme.paper,
                       alpha=0.9, zorder=14))  # fmt: skip
    for style, label in zip(legend.styles, legend.key, strict=True):
        x, y = label.box[0] - SWATCH, (label.box[1] + label.box[3]) / 2
        _draw_swatch(axes, subject, style, x, y)


def _draw_swatch(axes: Any, subject: Subject, style: Style, x: float, y: float) -> None:
    def line(x0: float, x1: float, colour: Any, width: float) -> None:
        axes.add_artist(Line2D([x0, x1], [y, y], color=colour, linewidth=width, zorder=15,
                      solid_capstyle="butt"))  # fmt: skip

    theme = subject.theme
    if style == "border":
        line(x, x + 24, theme.quiet, 1.4)
    elif style == "line":
        line(x, x + 24, (*unit(theme.quiet), 0.5), 0.9)
    elif style == "focus":
        for i, colour in enumerate(theme.focus.values()):
            line(x + i * 8.5, x + i * 8.5 + 7, colour, 2.4)
    elif style == "path":
        line(x, x + 24, subject.event_colour(), 4)
    elif style == "hatch":
        colour = subject.held_colour(subject.held[0], 0.42)
        patch = Rectangle((x, y - 5.5), 24, 11, facecolor="none", edgecolor=colour,
                          linewidth=0.8, zorder=15)  # fmt: skip
        axes.add_artist(patch)
        slant = LineCollection(
            [[(x + i, y + 6), (x + i + 12, y - 6)] for i in range(-12, 25, 5)],
            colors=[colour],
            linewidths=1.1,
            zorder=15,
        )
        axes.add_collection(slant, autolim=False)
        slant.set_clip_path(patch)
