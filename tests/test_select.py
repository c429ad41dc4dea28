"""The one selector: words in any script and language, filters, counts."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.select import Filters, counts, fold, select

FOLDED = [
    ("Şuşa", "susa"),
    ("ŞUŞA", "susa"),
    ("İrəvan", "irevan"),  # İ: a dotted capital, whose small letter is two signs
    ("Bakı", "baki"),
    ("Gəncə", "gence"),
    ("ƏLİYEV", "eliyev"),
    ("Շուշի", "շուշի"),
    ("ՇՈՒՇԻ", "շուշի"),
    ("Երևան", "երեւան"),  # the ligature as people type it in two letters
    ("Шуша", "шуша"),
    ("Артём", "артем"),
    ("Straße", "strasse"),
    ("ŁÓDŹ", "lodz"),
    ("Ǿ", "o"),  # two marks: one that decomposes, one that does not
    ("ﬁ", "fi"),
    ("Ganja", "ganja"),
    ("1918–1920", "1918–1920"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text, folded):
    assert fold(text) == folded


def test_folding_twice_changes_nothing():
    bad = [c for c in map(chr, range(0x3000)) if fold(fold(c)) != fold(c)]
    assert bad == []


WORDS = st.text("aIİıÉéßŞşəƏԵևւՇЁёЙй \u0301\u0307-1")


@given(WORDS, WORDS)
def test_what_contains_a_text_contains_it_folded(before, text):
    # Else a word that stands in a summary could not be found by typing it.
    assert fold(text) in fold(f"{before} {text}")


FOUND = [
    # words, ids
    ("susa", ["founding", "march", "siege"]),
    ("ŞUŞA", ["founding", "march", "siege"]),
    ("Շուշի", ["founding", "march", "siege"]),
    ("шуша", ["founding", "march", "siege"]),
    ("gence", ["founding", "march", "truce"][::2]),  # places, not paths
    ("Elisabethpol", ["founding", "truce"]),  # a name of another time
    ("council", ["founding", "march", "letter"][::2]),  # an actor
    ("birinci", ["founding", "march"]),  # the actor's name in Azerbaijani
    ("respublikanın", ["founding"]),  # the event's title in Azerbaijani
    ("вечерняя", ["founding"]),  # who claims
    ("terrorists", ["founding"]),  # what is claimed
    ("siege town", ["siege"]),  # all words, in any order
    ("town siege", ["siege"]),
    ("siege nowhere", []),
    ("", ["founding", "march", "siege", "letter", "truce"]),
    ("   ", ["founding", "march", "siege", "letter", "truce"]),
]


@pytest.mark.parametrize(("words", "ids"), FOUND)
def test_words(book, words, ids):
    assert [e.id for e in select(book, Filters(words=words))] == ids


PERIODS = [
    # first, last, ids
    ("1918-05-28", "1918-05-28", ["founding"]),
    ("1918-05-29", "1918-05-31", []),
    ("1918-06-30", "1918-06-30", ["march", "siege"]),  # June 1918 ends that day
    ("1918-09-15", None, ["siege", "letter", "truce"]),
    ("2020-01-01", None, ["truce"]),  # open: still lasts
    (None, "1918-05-28", ["founding"]),
    (None, "1918-05-27", []),
]


@pytest.mark.parametrize(("first", "last", "ids"), PERIODS)
def test_period(book, first, last, ids):
    days = [dt.date.fromisoformat(d) if d else None for d in (first, last)]
    assert [e.id for e in select(book, Filters(first=days[0], last=days[1]))] == ids


def test_filters_are_true_when_they_ask_for_something():
    assert not Filters()
    assert not Filters(words="  ")
    for change in (
        {"lanes": ("war",)},
        {"actors": ("a",)},
        {"places": ("p",)},
        {"words": "w"},
        {"first": dt.date.min},
        {"last": dt.date.max},
    ):
        assert Filters(**change)


some: dict[str, Any] = {"unique": True, "max_size": 3}
DAYS = st.none() | st.dates(dt.date(1917, 1, 1), dt.date(1921, 1, 1))
FILTERS = st.builds(
    Filters,
    lanes=st.lists(st.sampled_from(["state", "war", "words"]), **some).map(tuple),
    actors=st.lists(st.sampled_from(["republic", "council"]), **some).map(tuple),
    places=st.lists(st.sampled_from(["shusha", "ganja", "far-west"]), **some).map(tuple),
    words=st.sampled_from(["", "siege", "republic", "Şuşa", "the council"]),
    first=DAYS,
    last=DAYS,
)


def _naive(book, filters: Filters) -> list[str]:
    """The same question, asked field by field of the records."""
    lane = {"statehood": "state", "battle": "war", "statement": "words"}
    out = []
    for event in book.events.values():
        places = [p.place for p in event.places]
        texts = [*event.title.values(), *event.label.values(), *event.summary.values()]
        texts += [n.text for p in places for n in book.places[p].names]
        for actor in event.actors:
            texts += [*book.actors[actor].name.values()]
            texts += [*(book.actors[actor].short or {}).values()]
        for claim in event.claims:
            texts += [*claim.by.values(), *claim.says.values()]
        text = " ".join(map(fold, texts))
        first, last = event.date.earliest, event.date.latest
        keep = (
            (not filters.lanes or lane[event.kind] in filters.lanes)
            and (not filters.actors or any(a in filters.actors for a in event.actors))
            and (not filters.places or any(p in filters.places for p in places))
            and (filters.last is None or first is None or first <= filters.last)
            and (filters.first is None or last is None or last >= filters.first)
            and all(fold(word) in text for word in filters.words.split())
        )
        if keep:
            out.append(event.id)
    return out


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the book is frozen
@given(filters=FILTERS)
def test_selecting_is_what_a_naive_filter_does(book, filters):
    assert [e.id for e in select(book, filters)] == _naive(book, filters)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=FILTERS)
def test_a_count_says_what_choosing_it_gives(book, filters):
    counted = counts(book, filters)
    for field, known in (
        ("lanes", ["state", "war", "words"]),
        ("actors", book.actors),
        ("places", book.places),
    ):
        for one in known:
            alone = dataclasses.replace(filters, **{field: (one,)})
            assert counted[field].get(one, 0) == len(_naive(book, alone))


def test_the_index_follows_the_data(small):
    assert select(small.load(), Filters(words="unheard")) == ()
    small.change("events/later.yaml", "title: Truce", "title: Unheard-of truce")
    assert [e.id for e in select(small.load(), Filters(words="unheard"))] == ["truce"]


def test_nothing_is_folded_to_nothing_but_marks():
    # A letter folded away would match everywhere.
    letters = [c for c in map(chr, range(0x250, 0x600)) if c.isalpha()]
    assert [c for c in letters if not fold(c)] == []
