"""Events as a Plotly figure: what is drawn where, and how sure it looks."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import parse_edtf
from timeline.draw import timeline
from timeline.draw.palette import PALETTE, SYMBOLS
from timeline.model import Event

DAY = dt.date
LANES = ["state", "war", "words"]


@pytest.fixture
def draw():
    def _draw(book):
        events = list(book.events.values())
        return timeline.figure(book, events, PALETTE["light"]).to_plotly_json()

    return _draw


def _marks(figure):
    return [t for t in figure["data"] if t["mode"] == "markers"]


def _spans(figure, key):
    """The bars of an event: (first, last, opacity), by day."""
    out = []
    for trace in figure["data"]:
        if trace["mode"] == "lines":
            for i in range(0, len(trace["x"]), 3):
                if trace["customdata"][i] == key:
                    out.append((trace["x"][i], trace["x"][i + 1], trace["opacity"]))
    return sorted(out)


def _add(small, count, date="'1920-01-01'", kind="battle", weight=3):
    for i in range(count):
        small.append(
            "events/later.yaml",
            f"- {{id: more-{i}, title: M, label: M, date: {date}, kind: {kind}, weight: {weight}, "
            "places: [{place: ganja}], summary: S., cite: [{source: paper}, {source: study}]}\n",
        )


def test_each_event_is_one_mark_in_its_lane(book, draw):
    marks = _marks(draw(book))
    assert sorted(t["name"] for t in marks) == LANES
    found = {key: t["name"] for t in marks for key in t["customdata"]}
    assert Counter(key for t in marks for key in t["customdata"]) == Counter(list(book.events))
    assert found == {e.id: book.lane(e) for e in book.events.values()}
    for trace in marks:
        assert trace["marker"]["symbol"] == SYMBOLS[trace["name"]][0]
        assert trace["marker"]["color"] == PALETTE["light"].lanes[trace["name"]]
        assert len(trace["x"]) == len(trace["y"]) == len(trace["customdata"])


def test_landmarks_are_drawn_last_in_their_lane(small, draw):
    _add(small, 3, kind="statehood")
    (state,) = [t for t in _marks(draw(small.load())) if t["name"] == "state"]
    assert state["customdata"][-1] == "founding"
    assert state["marker"]["size"][-1] == max(state["marker"]["size"])


def test_spans_lie_under_the_marks_of_their_lane(book, draw):
    data = draw(book)["data"]
    marks = next(i for i, t in enumerate(data) if t.get("name") == "war")
    spans = [i for i, t in enumerate(data) if "siege" in t["customdata"] and t["mode"] == "lines"]
    assert max(spans) < marks


def test_marks_stand_in_the_middle_of_their_lane(small, draw):
    # Where several share a day, the viewer moves them apart, for the window that it shows.
    _add(small, 3)
    for trace in _marks(draw(small.load())):
        assert set(trace["y"]) <= {len(LANES) - 1 - LANES.index(trace["name"])}


def test_lanes_are_in_the_order_of_the_head_from_above(book, draw):
    heights = {t["name"]: round(t["y"][0]) for t in _marks(draw(book))}
    assert heights == {"state": 2, "war": 1, "words": 0}
    assert draw(book)["layout"]["yaxis"]["tickvals"] == [0, 1, 2]


BOUNDS = [
    # EDTF, first, last, middle
    ("1918-05-28", DAY(1918, 5, 28), DAY(1918, 5, 28), DAY(1918, 5, 28)),
    ("1918-06", DAY(1918, 6, 1), DAY(1918, 6, 30), DAY(1918, 6, 15)),
    ("1918-06-01/1918-09-15", DAY(1918, 6, 1), DAY(1918, 9, 15), DAY(1918, 6, 1)),
    ("1918-06-01~/1918-06-11", DAY(1918, 6, 1), DAY(1918, 6, 11), DAY(1918, 6, 6)),
    ("1994-05-12/..", DAY(1994, 5, 12), DAY(1995, 9, 24), DAY(1994, 5, 12)),
    ("../1917-12-31", DAY(1916, 8, 18), DAY(1917, 12, 31), DAY(1916, 8, 18)),
    ("9999-12-31/..", DAY(9999, 12, 31), DAY.max, DAY(9999, 12, 31)),  # no day after it
    ("../0001-01-01", DAY.min, DAY(1, 1, 1), DAY.min),
]


@pytest.mark.parametrize(("edtf", "first", "last", "middle"), BOUNDS)
def test_bounds_and_middle(edtf, first, last, middle):
    value = parse_edtf(edtf)
    assert timeline.bounds(value) == (first, last)
    assert timeline.middle(value) == middle


def test_a_day_has_no_span(book, draw):
    assert _spans(draw(book), "founding") == []


def test_an_exact_interval_is_one_solid_bar(book, draw):
    assert _spans(draw(book), "siege") == [("1918-06-01", "1918-09-15", 0.55)]


def test_an_approximate_date_has_soft_ends(book, draw):
    spans = _spans(draw(book), "march")  # 1918-06~
    opacities = [opacity for *_, opacity in spans]
    assert len(spans) == 2 * timeline.SOFT_STEPS
    assert opacities == opacities[::-1]  # as soft on either side
    half = opacities[: timeline.SOFT_STEPS]
    assert half == sorted(half)
    assert half[0] < half[-1]
    assert (spans[0][0], spans[-1][1]) == ("1918-06-01", "1918-06-30")


def test_an_open_end_fades_out(book, draw):
    spans = _spans(draw(book), "truce")  # 1994-05-12/..
    opacities = [opacity for *_, opacity in spans]
    assert spans[0][0] == "1994-05-12"
    assert opacities == sorted(opacities, reverse=True)
    assert opacities[-1] < 0.2 < opacities[0]


def test_an_open_start_fades_in(small, draw):
    small.change("events/later.yaml", "date: 1994-05-12/..", "date: ../1994-05-12")
    spans = _spans(draw(small.load()), "truce")
    assert spans[-1][1] == "1994-05-12"
    opacities = [opacity for *_, opacity in spans]
    assert opacities == sorted(opacities)


def test_spans_of_one_event_join_without_gap_or_overlap(book, draw):
    for key in ("march", "truce"):
        spans = _spans(draw(book), key)
        assert all(a[1] == b[0] for a, b in pairwise(spans))


def _event(first: dt.date, days: int) -> Event:
    date = f"{first}/{first + dt.timedelta(days=days)}"
    return Event.model_validate(
        {"id": "e", "title": "T", "label": "L", "date": date, "kind": "k", "weight": 3,
         "places": [{"place": "p"}], "summary": "S", "cite": [{"source": "s"}]}
    )  # fmt: skip


EVENTS = st.lists(
    st.builds(_event, st.dates(DAY(1900, 1, 1), DAY(2030, 1, 1)), st.integers(0, 3000)), max_size=6
)


@given(EVENTS)
def test_folds_hold_no_event(events):
    folds = timeline.folds(events)
    for first, last in folds:
        assert first < last
        for event in events:
            start, end = timeline.bounds(event.date)
            assert end < first or start > last
    assert folds == sorted(folds)


def test_a_long_silence_is_folded_and_a_short_one_not(book):
    (fold,) = timeline.folds(list(book.events.values()))  # 1919 to 1994
    keep = dt.timedelta(days=timeline.FOLD_KEEP)
    assert fold == (DAY(1919, 3, 31) + keep, DAY(1994, 5, 12) - keep)
    near = [_event(DAY(1900, 1, 1), 0), _event(DAY(1902, 12, 31), 0)]
    assert timeline.folds(near) == []


def test_the_axis_folds_what_is_folded(book, draw):
    layout = draw(book)["layout"]
    (fold,) = timeline.folds(list(book.events.values()))
    assert layout["xaxis"]["rangebreaks"] == [{"bounds": [d.isoformat() for d in fold]}]
    assert layout["xaxis"]["range"] == ["1918-01-01", "1994-12-31"]


def test_no_events_no_marks(book):
    figure = timeline.figure(book, [], PALETTE["light"]).to_plotly_json()
    assert [list(t["x"]) for t in figure["data"]] == [[], [], []]


def test_nothing_is_fetched_from_outside(book, draw):
    assert "http" not in str(draw(book))
