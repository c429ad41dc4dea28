"""The shipped collection, record by record: sourced, named, in canonical form, quick to read."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
import yaml

from timeline import paths, quotes
from timeline.checks import cites_of
from timeline.collection import load
from timeline.model import Event, Source
from timeline.records_file import canonical

BOOK = load(paths.DATA)
ARTICLES = paths.ROOT.parent / "shared" / "articles"
FILES = sorted(paths.DATA.rglob("*.yaml"))
LANDMARKS = (1918, 1920, 1991, 2020, 2024)  # the years of the five on the first screen

each_event = pytest.mark.parametrize("event", BOOK.events.values(), ids=BOOK.events)
each_source = pytest.mark.parametrize("source", BOOK.sources.values(), ids=BOOK.sources)
each_place = pytest.mark.parametrize("place", BOOK.places.values(), ids=BOOK.places)
each_file = pytest.mark.parametrize(
    "path", FILES, ids=[p.relative_to(paths.DATA).as_posix() for p in FILES]
)


def _carries(source: Source) -> str:
    """Whose position a source carries; where it is nobody's, what kind of work it is."""
    return source.speaks_for or source.kind


def test_it_has_no_problems():
    assert [str(p) for p in BOOK.problems] == []
    assert BOOK.skipped == ()


def test_it_is_large_enough_to_teach_with():
    assert len(BOOK.events) >= 60
    assert len(BOOK.sources) >= 60


def test_the_five_landmarks():
    marks = [BOOK.events[mark.event] for mark in BOOK.head.landmarks]
    assert tuple(e.date.earliest.year for e in marks if e.date.earliest) == LANDMARKS
    assert {e.weight for e in marks} == {1}
    assert {e.id for e in BOOK.events.values() if e.weight == 1} == {e.id for e in marks}


@each_event
def test_an_event_stands_on_independent_citations(event: Event):
    sources = [BOOK.sources[s] for s in event.sources()]
    assert len(sources) >= 2
    # Two pages of one house are no two witnesses.
    assert len({s.container_title or s.publisher or s.id for s in sources}) >= 2
    if event.weight == 1:
        assert len(sources) >= 5
        assert len({_carries(s) for s in sources}) >= 3


@each_event
def test_a_summary_is_a_paragraph(event: Event):
    assert 20 <= len(event.summary["en"].split()) <= 130


@each_event
def test_a_label_is_short_enough_for_the_timeline(event: Event):
    assert len(event.label["en"]) <= 32


@each_event
def test_every_claim_has_a_speaker_and_a_citation(event: Event):
    for claim in event.claims:
        assert claim.by["en"].strip()
        assert claim.cite


@each_event
def test_an_event_is_in_the_time_of_the_collection(event: Event):
    view = BOOK.head.default_view
    assert event.date.overlaps(view.from_.earliest, view.to.latest)


@pytest.mark.parametrize("number", range(5))
def test_every_source_article_is_read_against_the_record(number):
    article = f"article-00{number}"
    assert sum(article in e.sources() for e in BOOK.events.values()) >= 3


def test_quotes_stand_in_the_articles():
    if not ARTICLES.is_dir():
        pytest.skip("the source articles are not beside this checkout")
    assert [str(p) for p in quotes.check(BOOK, ARTICLES)] == []
    quoted = [c for e in BOOK.events.values() for _, c in cites_of(e) if c.quote]
    assert sum(c.source.startswith("article-") for c in quoted) >= 20


@each_source
def test_a_source_on_the_web_says_when_it_was_seen(source: Source):
    if source.URL and source.checked != "unopened":
        assert source.accessed


@each_place
def test_a_place_of_the_south_caucasus_has_its_names(place):
    lon, lat = place.point
    if 40 < lon < 50.5 and 38.4 < lat < 43.3:
        assert {name.lang for name in place.names} >= {"en", "az", "hy", "ru"}


@each_place
def test_one_official_english_name_on_every_day_looked_at(place):
    english = [n for n in place.names if n.lang == "en" and n.kind == "official"]
    wrong = []
    for year in range(1917, 2027):
        for month in (1, 7):
            day = dt.date(year, month, 1)
            valid = [n.text for n in english if n.holds_on(day)]
            if len(valid) != 1:
                wrong.append((day.isoformat(), valid))
    assert wrong == []


@each_file
def test_a_file_is_in_canonical_form(path: Path):
    text = path.read_text(encoding="utf-8")
    # assert canonical(text) == text would spend seconds on the difference of a long file.
    if canonical(text) != text:
        pytest.fail("`timeline format` would change it")


def test_it_is_read_faster_than_its_yaml_alone_by_the_usual_loader():
    """A ratio within one run: `make bench` has the seconds."""

    def best(work) -> float:
        times = []
        for _ in range(3):
            start = time.process_time()
            work()
            times.append(time.process_time() - start)
        return min(times)

    texts = [p.read_text("utf-8") for p in FILES]
    plain = best(lambda: [yaml.load(t, yaml.CSafeLoader) for t in texts])
    assert best(lambda: load(paths.DATA)) <= plain
