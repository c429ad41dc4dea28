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
STACK = 0.17  # lane heights between marks of one day


def bounds(value: Edtf) -> tuple[dt.date, dt.date]:
    """First and last day to draw; an open end lasts ``FADE_OPEN`` days."""
    first, last = value.earliest, value.latest
    if first is None and last is None:
        raise ValueError("a date that is open on both sides cannot be drawn")
    first = first or last - dt.timedelta(days=FADE_OPEN)  # type: ignore[operator]
    return first, last or first + dt.timedelta(days=FADE_OPEN)


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


def stacked(events: Sequence[Event], lanes: Sequence[str], lane_of: dict[str, str]) -> dict:
    """Height of each event's mark: its lane, and apart from others of the same lane and day."""
    rows = {lane: len(lanes) - 1 - i for i, lane in enumerate(lanes)}
    shared: dict[tuple[str, dt.date], list[str]] = defaultdict(list)
    for event in events:
        shared[lane_of[event.id], middle(event.date)].append(event.id)
    out = {}
    for (lane, _), ids in shared.items():
        for i, key in enumerate(ids):
            step = (i + 1) // 2 * (1 if i % 2 else -1)
            out[key] = rows[lane] + STACK * max(-2, min(2, step))
    return out


def _spans(events: Sequence[Event], heights: dict, colour: str) -> list[dict[str, Any]]:
    """Bars of one lane: solid where the days are known, fading where they are not."""
    layers: dict[float, tuple[list, list, list]] = defaultdict(lambda: ([], [], []))

    def put(first: dt.date, last: dt.date, opacity: float) -> None:
        xs, ys, ids = layers[round(opacity, 2)]
        xs += [first.isoformat(), last.isoformat(), None]
        ys += [heights[event.id], heights[event.id], None]
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
                put(last - far, last - near, faint)
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


def figure(
    collection: Collection, events: Sequence[Event], theme: Theme, dates: dict[str, str]
) -> go.Figure:
    """The timeline of ``events``; ``dates`` are their dates in words, for hovering.

    Each mark's ``customdata`` is its event's id. Axis x is a date axis, y counts lanes from
    below.
    """
    lanes = [lane.id for lane in collection.head.lanes]
    lane_of = {e.id: collection.lane(e) for e in events}
    heights = stacked(events, lanes, lane_of)
    traces: list[dict[str, Any]] = []
    for lane in lanes:
        mine = [e for e in events if lane_of[e.id] == lane]
        colour = lane_colour(theme, lane)
        traces += _spans(mine, heights, colour)
        mine.sort(key=lambda e: -e.weight)  # landmarks last: on top
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": lane,
                "x": [middle(e.date).isoformat() for e in mine],
                "y": [heights[e.id] for e in mine],
                "customdata": [e.id for e in mine],
                "text": [f"{e.title['en']}<br>{dates[e.id]}" for e in mine],
                "hovertemplate": "%{text}<extra></extra>",
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
        hoverlabel={
            "bgcolor": theme.paper,
            "bordercolor": theme.quiet,
            "font": {"color": theme.ink, "size": 13},
        },
        hovermode="closest",
        hoverdistance=14,
        dragmode="pan",
        xaxis={
            "type": "date",
            "range": [f"{head.from_.earliest}", f"{head.to.latest}"],
            "rangebreaks": [
                {"bounds": [a.isoformat(), b.isoformat()]} for a, b in folds(events)
            ],
            "gridcolor": theme.line,
            "linecolor": theme.line,
            "ticks": "outside",
            "tickcolor": theme.line,
            "ticklen": 4,
            "nticks": 14,
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
