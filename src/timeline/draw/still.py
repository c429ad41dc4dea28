"""The map as a picture: what a reader sees before the libraries load, or without WebGL.

Drawn by matplotlib in Web Mercator, with the colours and the painting order of the live map
(``draw/map.py``, ``viewer/map.js``). Everything is laid out in pixels, x to the right and y down.
The same arguments give the same bytes. Nothing here touches pyplot, so threads may draw at once.
"""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from matplotlib.patheffects import withStroke
from PIL import Image
from shapely.geometry import box

from timeline.atlas import Atlas
from timeline.collection import Collection
from timeline.draw.ground import draw_ground
from timeline.draw.legend import draw_legend, legend_of
from timeline.draw.lettering import CAP, font
from timeline.draw.naming import candidates
from timeline.draw.palette import MARK_PX, ThemeName, rgb, symbol
from timeline.draw.placing import Box, Label, grown, placed
from timeline.draw.shapes import arrow, diagonals, fill, stroke, unit
from timeline.draw.subject import Subject, mix
from timeline.model import STATE_KINDS

MARKERS = {"circle": "o", "diamond": "D", "square": "s", "triangle-up": "^", "hexagon2": "H"}


@dataclass(frozen=True)
class _Wanted:
    """What is asked for; equal if the picture is."""

    digest: str
    atlas_id: int
    asof: dt.date
    event: str | None
    theme: ThemeName
    size: tuple[int, int]
    collection: Collection = field(compare=False, repr=False)
    atlas: Atlas = field(compare=False, repr=False)


def png(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName,
    size: tuple[int, int] = (1200, 560),
) -> bytes:
    """The map on a day as a PNG; fitted to an event if there is one of that id.

    The last pictures are kept: asking again costs nothing.
    """
    return _drawn(_wanted(collection, atlas, asof, event, theme, size))


def placement(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName = "light",
    size: tuple[int, int] = (1200, 560),
) -> tuple[Label, ...]:
    """Every text of the picture and its box; no two boxes overlap."""
    return _Still(_wanted(collection, atlas, asof, event, theme, size)).labels


def _wanted(
    collection: Collection,
    atlas: Atlas,
    asof: dt.date,
    event: str | None,
    theme: ThemeName,
    size: tuple[int, int],
) -> _Wanted:
    known = event if event in collection.events else None
    digest = collection.digest or str(id(collection))
    return _Wanted(digest, id(atlas), asof, known, theme, size, collection, atlas)


@lru_cache(maxsize=64)
def _drawn(wanted: _Wanted) -> bytes:
    return _Still(wanted).png()


class _Still:
    """One picture: its subject, where the texts stand, and the drawing of it."""

    def __init__(self, wanted: _Wanted) -> None:
        self.subject = Subject(
            wanted.collection, wanted.atlas, wanted.asof, wanted.event, wanted.theme, wanted.size
        )
        self.theme, self.camera = self.subject.theme, self.subject.camera
        self.legend = legend_of(self.subject)
        names = placed(candidates(self.subject), self._taken(), wanted.size)
        self.labels = (*self.legend.labels, *names)

    def _taken(self) -> list[Box]:
        """Where no name may stand: on the legend and on the event's marks."""
        plates = [grown(plate, 4, 4) for plate in self.legend.plates]
        marks = [(x - r, y - r, x + r, y + r) for x, y, r in self.subject.marks()]
        return [*plates, self.legend.credit.box, *marks]

    def png(self) -> bytes:
        """The picture's bytes."""
        width, height = self.subject.size
        figure = Figure(figsize=(width / 72, height / 72), dpi=72, facecolor=self.theme.water)
        canvas = FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.set_xlim(0, width)
        axes.set_ylim(height, 0)
        axes.set_autoscale_on(False)
        draw_ground(axes, self.subject)
        self._borders(axes)
        self._happening(axes)
        draw_legend(axes, self.legend, self.subject)
        self._dots(axes)
        for label in self.labels:
            self._write(axes, label)
        canvas.draw()
        picture = Image.fromarray(np.asarray(canvas.buffer_rgba())[:, :, :3].copy())
        return _packed(picture, self._colours())

    def _colours(self) -> list[str]:
        """Colours of thin lines and small text, which must not be lost among many areas."""
        theme, subject = self.theme, self.subject
        lane = [subject.event_colour()] if subject.event else []
        focus = [theme.focus[r.focus or ""] for r in subject.focus]
        strong = [theme.ink, theme.quiet, *lane, *focus]
        held = [subject.held_colour(r, s) for r in subject.held for s in (0.42, 0.6)]
        half = [mix(c, theme.halo, 0.5) for c in strong]
        plain = [theme.paper, theme.water, theme.water_line, theme.land, theme.halo]
        return [*dict.fromkeys([*strong, *held, *half, *plain])]

    def _borders(self, axes: Any) -> None:
        """Hatches of what is held, borders, and the outlines of the areas in focus."""
        subject, atlas, camera = self.subject, self.subject.atlas, self.camera
        for region in subject.held:
            clip = fill(axes, camera, atlas.geometry(region.id), 6, facecolor="none")
            if clip is None:
                continue
            hatch = LineCollection(
                diagonals(subject.size), colors=[subject.held_colour(region, 0.42)],
                linewidths=1.1, alpha=0.75, zorder=6,
            )  # fmt: skip
            axes.add_collection(hatch, autolim=False)
            hatch.set_clip_path(clip)
        for region in subject.now:
            if region.status == "recognised" and not region.focus:
                state = region.kind in STATE_KINDS
                colour = (*unit(self.theme.quiet), 0.8 if state else 0.38)
                width = 1.3 if state else 0.8
                stroke(axes, camera, atlas.border(region.id), 7, colour, width)
        for region in subject.held:
            line = subject.held_colour(region, 0.6)
            stroke(axes, camera, atlas.border(region.id), 8, line, 1.5)
        for region in subject.focus:
            edge = atlas.geometry(region.id).boundary
            stroke(axes, camera, edge, 9, self.theme.focus[region.focus or ""], 2)

    def _happening(self, axes: Any) -> None:
        """The event's path and marks."""
        event, halo = self.subject.event, self.theme.halo
        if event is None:
            return
        colour = self.subject.event_colour()
        line = self.subject.collection.line_of(event)
        if line:
            points = self.camera.pixels(line)
            for width, shade, z in ((7.0, halo, 10), (4.0, colour, 11)):
                axes.add_artist(Line2D(points[:, 0], points[:, 1], color=shade, linewidth=width,
                              alpha=0.92 if z > 10 else 0.75, zorder=z, solid_capstyle="round",
                              solid_joinstyle="round"))  # fmt: skip
            if float(np.hypot(*(points[-1] - points[-2]))) > 14:
                axes.add_artist(arrow(points[-2], points[-1], colour, halo))
        marker = MARKERS.get(symbol(self.subject.collection.lane(event))[0], "o")
        for i, (x, y, _) in enumerate(self.subject.marks()):
            pixels = MARK_PX[event.weight] + 2.0 if i == 0 else 9.0
            if marker == "D":
                pixels *= 0.8
            axes.add_artist(Line2D([x], [y], linestyle="none", marker=marker, markersize=pixels,
                          markerfacecolor=colour, markeredgecolor=halo, markeredgewidth=1.6,
                          zorder=13))  # fmt: skip
            if i == 0:
                ring = MARK_PX[event.weight] / 2 + 6.5
                for width, shade in ((4.5, halo), (2.0, self.theme.ink)):
                    axes.add_artist(Circle((x, y), ring, fill=False, edgecolor=shade,
                                   linewidth=width, zorder=12))  # fmt: skip

    def _dots(self, axes: Any) -> None:
        """Dots of the towns, and lines from names to the areas they stand beside."""
        for label in self.labels:
            if label.kind == "focus" and label.anchor:
                self._leader(axes, label)
            if label.dot and label.anchor:
                radius = 2.9 if label.rank < 3 else 2.2
                axes.add_artist(Circle(label.anchor, radius, facecolor=self.theme.ink, zorder=12,
                               edgecolor=self.theme.halo, linewidth=1))  # fmt: skip

    def _leader(self, axes: Any, label: Label) -> None:
        """A thin line from a name that stands outside its area, unless it crosses another name."""
        assert label.anchor is not None
        (x1, y1), name = label.anchor, label.box
        x0, y0 = min(max(x1, name[0]), name[2]), min(max(y1, name[1]), name[3])
        line = shapely.LineString([(x0, y0), (x1, y1)])
        if any(line.intersects(box(*o.box)) for o in self.labels if o is not label):
            return
        if math.hypot(x1 - x0, y1 - y0) < 12 or box(*name).contains(shapely.Point(x1, y1)):
            return
        for width, shade in ((3.0, self.theme.halo), (1.1, label.colour)):
            axes.add_artist(Line2D([x0, x1], [y0, y1], color=shade, linewidth=width, zorder=11))
        axes.add_artist(Circle((x1, y1), 2.4, facecolor=label.colour, zorder=11, linewidth=0))

    def _write(self, axes: Any, label: Label) -> None:
        plate = label.kind in ("date", "key")
        halo = [] if plate else [withStroke(linewidth=3.2, foreground=self.theme.halo)]
        lines = label.text.split("\n")
        left, top, right, low = label.box
        for i, words in enumerate(lines):
            y = top + (low - top) * (i + 0.5) / len(lines) + CAP * label.size
            centred = len(lines) > 1
            axes.text((left + right) / 2 if centred else left, y, words, color=label.colour,
                      ha="center" if centred else "left", va="baseline", zorder=20,
                      fontproperties=font(label.face, label.size), path_effects=halo,
                      parse_math=False, usetex=False)  # fmt: skip


def _packed(picture: Image.Image, keep: Sequence[str]) -> bytes:
    """A picture as a PNG of 256 colours, ``keep`` among them."""
    few = picture.quantize(256 - len(keep), method=Image.Quantize.MEDIANCUT, kmeans=0)
    palette = Image.new("P", (1, 1))
    found = (few.getpalette() or [])[: 3 * (256 - len(keep))]
    palette.putpalette([*found, *(part for colour in keep for part in rgb(colour))])
    out = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(out, "PNG", compress_level=8)
    return out.getvalue()
