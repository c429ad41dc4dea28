"""Parts inside their wholes, and paths that end where something is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.checks.spans import km_between

EARLY = "events/1918.yaml"
SIEGE = "date: 1918-06-01/1918-09-15"
OUTSIDE = [
    ("1918-07-01/1918-09-15", True),  # the march of June began before the siege did
    ("1918-06-02/1918-09-15", True),
    ("1918-06-01/1918-06-30", False),
    ("1918-06-01/1918-06-29", True),
    ("1918-06/..", False),  # no end, so nothing can be after it
    ("../1918-06", False),
    ("1918", False),
]


@pytest.mark.parametrize(("date", "told"), OUTSIDE)
def test_a_part_lies_in_the_time_of_its_whole(small, date, told):
    small.change(EARLY, SIEGE, f"date: '{date}'")
    line = small.line_of(EARLY, "date: 1918-06~")
    expected = [(line, "march", "date", "error", f"a date inside {date}, that of siege")]
    found = [(p.line, p.record, p.field, p.level, p.expected) for p in small.problems()]
    assert found == (expected if told else [])


def test_an_event_is_no_part_of_its_own_part(small):
    small.change(EARLY, "  path:\n    points", "  part_of: march\n  path:\n    points")
    told = {(p.record, p.field, p.expected) for p in small.problems()}
    expected = {(key, "part_of", "no event it is a whole of") for key in ("march", "siege")}
    assert expected <= told


@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("[46.75, 39.76]", False),  # Shusha
        ("[46.75, 39.55]", False),  # 23 km: within the error of 20 km and 10 more
        ("[46.75, 39.4]", True),  # 40 km
    ],
)
def test_a_path_ends_at_a_named_place(small, end, told):
    small.change(EARLY, "[46.75, 39.76]]", f"{end}]")
    found = [(p.record, p.field, p.expected, p.level) for p in small.problems()]
    problem = ("siege", "path.points.2", "a named place within 30 km", "warning")
    assert found == ([problem] if told else [])


DISTANCES = [
    ((49.892, 40.378), (44.512, 40.182), 456),  # Baku to Yerevan
    ((0.0, 0.0), (180.0, 0.0), 20015),  # half the equator
    ((0.0, 90.0), (0.0, -90.0), 20015),
]


@pytest.mark.parametrize(("a", "b", "km"), DISTANCES)
def test_distance(a, b, km):
    assert km_between(a, b) == pytest.approx(km, abs=2)


POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(POINTS, POINTS)
def test_distance_is_symmetric_and_bounded(a, b):
    assert km_between(a, b) == pytest.approx(km_between(b, a), abs=1e-6)
    assert 0 <= km_between(a, b) <= 20016
