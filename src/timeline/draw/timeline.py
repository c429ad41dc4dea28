"""Events → a Plotly figure: lanes by theme, marks by weight, spans with soft ends.

The figure holds what Plotly draws well (marks, spans, axis, pan and zoom). Labels, the ring of
the selected event and the overview strip are laid over it in the browser, where they can follow
every frame without a redraw.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go

from timeline.collection import Collection
from timeline.dates import Edtf
from timeline.draw.palette import MARK_PX, Theme, lane_colour, symbol
from timeline.model import Event

FOLD_AFTER = 3 * 365  # days without an event before years are folded
FOLD_KEEP = 200  # days left open on either side of a fold
SOFT_STEPS = 5  # opacities in which a soft end fades
FADE_OPEN = 500  # days over which an open end fades out


def bounds(value: Edtf) -> tuple[dt.date, dt.date]:
    """First and last day to draw; an open end lasts ``FADE_OPEN`` days."""
    fade = dt.timedelta(days=FADE_OPEN)
    first, last = value.earliest, value.latest
    if first is None:
        if last is None:
            raise ValueError("a date that is open on both sides cannot be drawn")
        return (last - fade if last - dt.date.min > fade else dt.date.min), last
    return first, last or (first + fade if dt.date.max - first > fade else dt.date.max)


def middle(value: Edtf) -> dt.date:
    """Where the mark of a date stands: its first day when days are known, else its middle."""
    first, last = bounds(value)
    if value.precision == "interval" and not value.approximate:
        return first
    return first + (last - first) / 2


def folds(events: Sequence[Event]) -> list[tuple[dt.date, dt.date]]:
    """Stretches of time without events, long enough to fold away (first day, last day)."""
    spans = sorted(bounds(e.date) for e in events)
    out: list[tuple[dt.date, dt.date]] = []
    reach = None
    for first, last in spans:
        if reach and (first - reach).days > FOLD_AFTER:
            keep = dt.timedelta(days=FOLD_KEEP)
            out.append((reach + keep, first - keep))
        reach = max(reach, last) if reach else last
    return out


def _spans(events: Sequence[Event], height: int, colour: str) -> list[dict[str, Any]]:
    """Bars of one lane: solid where the days are known, fading where they are not."""
    layers: dict[float, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))

    def put(first: dt.date, last: dt.date, opacity: float) -> None:
        xs, ys, ids = layers[round(opacity, 2)]
        xs += [first.isoformat(), last.isoformat(), None]
        ys += [height, height, None]
        ids += [event.id] * 3

    for event in events:
        first, last = bounds(event.date)
        if first == last:
            continue
        date = event.date
        if date.precision == "interval" and not date.approximate:
            soft_left, soft_right = date.earliest is None, date.latest is None
        else:
            soft_left = soft_right = True
        whole = last - first
        edge = whole / (2 if soft_left and soft_right else 1)
        cuts = [edge * i / SOFT_STEPS for i in range(SOFT_STEPS + 1)]
        if not soft_left and not soft_right:
            put(first, last, 0.55)
            continue
        for i, (near, far) in enumerate(pairwise(cuts)):
            faint = 0.5 * (i + 1) / SOFT_STEPS
            if soft_left:
                put(first + near, first + far, faint)
            if soft_right:
                put(first + (whole - far), first + (whole - near), faint)  # same rounding
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": xs,
            "y": ys,
            "customdata": ids,
            "opacity": opacity,
            "line": {"color": colour, "width": 5},
            "hoverinfo": "skip",
            "showlegend": False,
        }
        for opacity, (xs, ys, ids) in sorted(layers.items())
    ]


def _year(value: Edtf, more: int) -> int:
    return bounds(value)[0].year + more


def figure(collection: Collection, events: Sequence[Event], theme: Theme) -> go.Figure:
    """The timeline of ``events``, each mark with its event's id as ``customdata``.

    Axis x is a date axis, y counts lanes from below; the viewer moves marks that would lie on
    one another off the middle of their lane, for the window it shows.
    """
    lanes = [lane.id for lane in collection.head.lanes]
    lane_of = {e.id: collection.lane(e) for e in events}
    traces: list[dict[str, Any]] = []
    for height, lane in enumerate(reversed(lanes)):
        mine = [e for e in events if lane_of[e.id] == lane]
        colour = lane_colour(theme, lane)
        traces += _spans(mine, height, colour)
        mine.sort(key=lambda e: -e.weight)  # landmarks last: on top
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": lane,
                "x": [middle(e.date).isoformat() for e in mine],
                "y": [height] * len(mine),
                "customdata": [e.id for e in mine],
                "hoverinfo": "skip",
                "marker": {
                    "symbol": symbol(lane)[0],
                    "size": [MARK_PX[e.weight] for e in mine],
                    "color": colour,
                    "line": {"color": theme.paper, "width": 1},
                    "opacity": 1,
                },
                "showlegend": False,
            }
        )
    head = collection.head.default_view
    out = go.Figure(data=traces, skip_invalid=False)
    out.update_layout(
        template=None,
        margin={"l": 0, "r": 0, "t": 4, "b": 20},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"color": theme.quiet, "size": 12},
        hovermode=False,  # the viewer finds the mark that is meant, and shows its own tip
        dragmode="pan",
        xaxis={
            "type": "date",
            "range": [f"{head.from_.earliest}", f"{head.to.latest}"],
            "rangebreaks": [{"bounds": [a.isoformat(), b.isoformat()]} for a, b in folds(events)],
            "showgrid": False,
            "showticklabels": False,  # the viewer's own ticks know of the folds
            "zeroline": False,
            "showspikes": False,
            "minallowed": f"{_year(head.from_, -3)}-01-01",
            "maxallowed": f"{_year(head.to, 3)}-01-01",
        },
        yaxis={
            "range": [-0.55, len(lanes) - 0.45],
            "fixedrange": True,
            "showgrid": True,
            "gridcolor": theme.line,
            "tickvals": list(range(len(lanes))),
            "showticklabels": False,
            "zeroline": False,
        },
    )
    return out
