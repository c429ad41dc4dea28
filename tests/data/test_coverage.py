"""The coverage of the shipped collection: the page is true, and the numbers are large enough."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import shapely

from timeline import coverage, paths
from timeline.atlas import Atlas
from timeline.collection import load
from timeline.scene import asof_of

BOOK = load(paths.DATA)
ATLAS = Atlas.load(paths.GEO, list(BOOK.regions.values()))
WINDOW = shapely.box(36.2, 33.2, 59.8, 48.8)
AT_SEA = {"oil-rocks"}  # a town on piles
NEAR = 0.06  # degrees: the coast is generalised, and a point has an error of its own

LEAST = {
    "1917–1921": 35, "1922–1987": 18, "1988–1994": 40, "1995–2019": 10, "2020": 25,
    "2021–2025": 30,
}  # fmt: skip


def test_the_page_is_what_the_data_say():
    page = (paths.ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert page == coverage.report(BOOK, ATLAS), "`timeline coverage > docs/coverage.md`"


@pytest.mark.parametrize("era", LEAST)
def test_each_era_is_told(era):
    counted = Counter(coverage.era_of(BOOK, e) for e in BOOK.events.values())
    assert counted[era] >= LEAST[era]


def test_sources_questions_places_regions_and_movements():
    primary = [s for s in BOOK.sources.values() if s.kind in ("primary-document", "court")]
    assert len(BOOK.sources) >= 200 and len(primary) >= 35
    assert len(BOOK.questions) >= 28
    named = [p for p in BOOK.places.values()
             if {n.lang for n in p.names} >= set(coverage.LANGUAGES)]  # fmt: skip
    assert len([p for p in named if any(coverage.cites_of(p))]) >= 80
    assert len(BOOK.regions) >= 40
    assert sum(e.path is not None for e in BOOK.events.values()) >= 8


def test_most_events_rest_on_something_that_was_opened():
    opened = [e for e in BOOK.events.values()
              if any(BOOK.sources[s].checked != "unopened" for s in e.sources())]  # fmt: skip
    assert len(opened) >= 0.8 * len(BOOK.events)


@pytest.mark.parametrize("event", BOOK.events.values(), ids=BOOK.events)
def test_where_an_event_happened_is_land_of_somebody_on_that_day(event):
    """In a state of the day, or in land that is hatched as contested."""
    point = shapely.Point(BOOK.places[event.places[0].place].point)
    if not WINDOW.contains(point) or event.places[0].place in AT_SEA:
        return
    around = point.buffer(NEAR)
    assert any(
        ATLAS.geometry(r.id).intersects(around)
        for r in ATLAS.on(asof_of(event))
        if r.kind in ("state", "federation") or r.gap
    )


def test_the_report_counts_each_event_once_by_era_and_theme():
    text = coverage.report(BOOK, ATLAS)
    rows = re.findall(r"^\| (\d{4}(?:–\d{4})?) \| (\d+) \|((?: \d+ \|)+)$", text, re.MULTILINE)
    assert len(rows) == len(BOOK.head.eras)
    assert sum(int(n) for _, n, _ in rows) == len(BOOK.events)
    lanes = len(BOOK.head.lanes)
    for _, n, cells in rows:
        assert sum(map(int, cells.split("|")[:lanes])) == int(n)
