"""The regions through time: areas, no overlap, no gap in the three focus areas."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict

import numpy as np
import pytest
import shapely

FOCUS = ("zangezur", "nakhchivan", "karabakh")
SLACK = 1e-9  # square degrees (0.01 hectare): what rounding may leave between neighbours

# Published area in km² (low, high) and the error that the derivation admits, in per cent.
PUBLISHED = {
    "zangezur-uezd": (7772, 7772, 3),
    "nkao": (4388, 4388, 3),
    "nakhchivan-ar": (5363, 5502.75, 1),
    "held-1994": (11430, 11797, 1),
    "tsfsr": (186043, 186100, 1),
    "elisabethpol-governorate": (44136, 44296.15, 1),
    "erivan-governorate": (27830, 27830, 8),
    "karabakh-uezds": (13533, 13656, 6),
    "sharur-uezd-west": (892, 892, 8),
    "syunik": (4506, 4506, 2),
    "azerbaijan": (86600, 86600, 1),
    "armenia": (29743, 29743, 1),
    "georgia": (69700, 69700, 1),
    "lachin-corridor": (30, 60, 5),
}


@pytest.mark.parametrize("region", PUBLISHED)
def test_areas_agree_with_the_published_ones(atlas, region):
    low, high, tolerance = PUBLISHED[region]
    area = atlas.area_km2(region)
    assert low * (1 - tolerance / 100) <= area <= high * (1 + tolerance / 100)


def test_areas_that_follow_from_others(atlas):
    area = atlas.area_km2
    lost = area("erivan-governorate") - area("armenia-1918-batum")
    assert lost == pytest.approx(18125, rel=0.01)  # loss by the treaty of Batum
    assert area("adr") + area("adr-claim") == pytest.approx(99909, rel=0.01)
    assert area("peacekeeper-zone") / area("held-1994") == pytest.approx(0.277, abs=0.01)


def test_nothing_is_wrong_with_the_shapes(atlas):
    assert atlas.problems() == []


def test_regions_of_one_kind_do_not_overlap(atlas, turning_days):
    """Same status, kind and (for claims) claimant; a federation may lie inside another."""
    seen = set()
    for day in turning_days:
        groups = defaultdict(list)
        for region in atlas.on(day):
            claimant = region.by if region.status == "claimed" else None
            groups[region.status, region.kind, claimant].append(region)
        for group in groups.values():
            for a, b in itertools.combinations(group, 2):
                if (a.id, b.id) in seen:
                    continue
                seen.add((a.id, b.id))
                one, two = atlas.geometry(a.id), atlas.geometry(b.id)
                shared = one.intersection(two).area
                nested = a.kind == "federation" and abs(shared - min(one.area, two.area)) < SLACK
                assert shared < SLACK or nested, (day, a.id, b.id)


def test_states_of_a_day_are_one_coverage(atlas, turning_days):
    done = set()
    for day in turning_days:
        states = [r for r in atlas.on(day, "recognised") if r.kind == "state"]
        names = tuple(sorted(r.geometry for r in states))
        if names not in done:
            done.add(names)
            shapes = np.array([atlas.geometry(r.id) for r in states])
            assert shapely.coverage_is_valid(shapes), day
    assert len(done) > 15


def test_republics_of_the_union_are_one_coverage(atlas):
    day = dt.date(1950, 1, 1)
    shapes = [atlas.geometry(r.id) for r in atlas.on(day) if r.kind == "union-republic"]
    assert len(shapes) == 8 and shapely.coverage_is_valid(np.array(shapes))


def test_each_focus_area_has_one_record_a_status_on_every_day(atlas, turning_days):
    for day in turning_days:
        found = defaultdict(list)
        for region in atlas.on(day):
            if region.focus:
                found[region.focus, region.status].append(region.id)
        assert {focus for focus, status in found if status == "recognised"} == set(FOCUS), day
        assert all(len(ids) == 1 for ids in found.values()), (day, dict(found))


@pytest.mark.parametrize("focus", FOCUS)
def test_focus_records_follow_one_another_without_a_gap(atlas, focus):
    valid = sorted(
        r.valid for r in atlas.regions.values() if r.focus == focus and r.status == "recognised"
    )
    assert valid[-1].latest is None
    for before, after in itertools.pairwise(valid):
        assert before.latest + dt.timedelta(days=1) == after.earliest


@pytest.mark.parametrize(
    ("day", "holder", "regions"),
    [
        ("1917-06-01", "zangezur", "zangezur-uezd"),
        ("1921-12-31", "zangezur", "zangezur-uezd"),
        ("1922-01-01", "zangezur", "zangezur-soviet"),
        ("1923-07-06", "karabakh", "karabakh-uezds"),
        ("1923-07-07", "karabakh", "nkao"),
        ("1991-11-26", "karabakh", "nkao"),
        ("1991-11-27", "karabakh", "karabakh-former-oblast"),
        ("2021-07-07", "karabakh", "karabakh-economic-region"),
        ("1924-02-08", "nakhchivan", "nakhchivan-region"),
        ("1924-02-09", "nakhchivan", "nakhchivan-assr"),
        ("2024-12-25", "nakhchivan", "nakhchivan-ar"),
    ],
)
def test_the_name_of_the_date(atlas, day, holder, regions):
    on = atlas.on(dt.date.fromisoformat(day), "recognised")
    assert [r.id for r in on if r.focus == holder] == [regions]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        ("1991-11-27", []),  # fighting: hatched, no line
        ("1992-05-08", []),
        ("1992-05-09", ["held-1992-05-09"]),
        ("1992-05-18", ["held-1992-05-18"]),
        ("1992-07-04", ["held-1992-07-04"]),
        ("1993-04-03", ["held-1993-04-03"]),
        ("1993-06-27", ["held-1993-06-27"]),
        ("1993-07-23", ["held-1993-07-23"]),
        ("1993-10-28", ["held-1993-08-31"]),
        ("1994-05-11", ["held-1993-10-29"]),
        ("1994-05-12", ["held-1994"]),
        ("2020-09-26", ["held-1994"]),
        ("2020-09-27", ["held-2020-09-27"]),
        ("2020-10-04", ["held-2020-10-04"]),
        ("2020-10-19", ["held-2020-10-17"]),
        ("2020-11-09", ["held-2020-11-08"]),
        ("2020-11-10", ["held-2020-11-10"]),
        ("2020-11-20", ["held-2020-11-20"]),
        ("2020-11-25", ["held-2020-11-25"]),
        ("2020-12-01", ["held-2020-12-01"]),
        ("2023-09-20", ["held-2020-12-01"]),
        ("2023-09-21", []),
    ],
)
def test_what_armenian_forces_held(atlas, day, held):
    on = atlas.on(dt.date.fromisoformat(day), "de-facto")
    assert [r.id for r in on if r.focus == "karabakh"] == held


def test_what_was_held_grows_to_1994_and_shrinks_in_2020(atlas):
    steps = [r for r in atlas.regions.values() if r.id.startswith("held-")]
    area = {r.id: atlas.area_km2(r.id) for r in sorted(steps, key=lambda r: r.valid)}
    first = [v for k, v in area.items() if "1992-07-05" < k.removeprefix("held-") < "1994-1"]
    last = [v for k, v in area.items() if k >= "held-2020"]
    assert first == sorted(first) and len(first) >= 7
    assert last == sorted(last, reverse=True) and len(last) >= 9
    # the north of the oblast is lost in July 1992 and taken back in June 1993
    assert area["held-1992-07-04"] < area["held-1992-05-18"] < area["held-1993-06-27"]


@pytest.mark.parametrize("day", ["1918-05-26", "1918-05-27"])
def test_between_the_federation_and_the_republics_the_land_is_hatched(atlas, day):
    on = {r.id for r in atlas.on(dt.date.fromisoformat(day), "claimed")}
    assert "transcaucasia-1918-05" in on


def test_every_day_is_drawn_or_honestly_hatched(atlas, turning_days):
    """All land of the window belongs to a state, or is hatched as contested, on every day."""
    parts = [atlas.geometry(r) for r in ("ussr", "turkey", "iran", "syria", "iraq")]
    whole = shapely.union_all(parts)
    done = set()
    for day in turning_days:
        told = [r for r in atlas.on(day)
                if (r.status == "recognised" and r.kind in ("state", "federation", "zone"))
                or (r.status == "claimed" and r.kind == "area")]  # fmt: skip
        names = tuple(sorted({r.geometry for r in told}))
        if names in done:
            continue
        done.add(names)
        drawn = shapely.union_all([atlas.geometry(r.id) for r in told])
        gap = whole.difference(drawn)
        assert gap.area < 1e-4, (day, gap.area, gap.representative_point())
    assert len(done) > 20


def test_no_modern_border_on_a_past_date(atlas):
    """Before 1918 one Russia, and Kars in it; Turkey's eastern border since 16 March 1921."""
    day = dt.date(1917, 1, 1)
    states = {r.id for r in atlas.on(day, "recognised") if r.kind == "state"}
    assert states == {"russian-empire", "ottoman-empire", "persia"}
    assert atlas.geometry("russian-empire").contains(shapely.Point(43.097, 40.601))
    before, after = dt.date(1921, 3, 15), dt.date(1921, 3, 16)
    assert "turkey-1920" in {r.id for r in atlas.on(before)}
    assert "turkey-1921" in {r.id for r in atlas.on(after)}
    gap = atlas.on(dt.date(1918, 5, 27), "recognised")
    assert not {"adr", "armenia-1918-batum", "transcaucasian-federation"} & {r.id for r in gap}
