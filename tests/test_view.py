"""State ↔ address: every state survives, every bad value is ignored with a notice."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import view
from timeline.select import Filters
from timeline.view import ViewState

DAY = dt.date
READ = [
    # parameters, state
    ({}, ViewState()),
    ({"event": "siege"}, ViewState(event="siege")),
    ({"from": "1918"}, ViewState(from_=DAY(1918, 1, 1))),  # from the first day …
    ({"to": "1918-02"}, ViewState(to=DAY(1918, 2, 28))),  # … to the last
    ({"asof": "1920-04-28"}, ViewState(asof=DAY(1920, 4, 28))),
    ({"since": "1918-05", "until": "1918-05"},
     ViewState(first=DAY(1918, 5, 1), last=DAY(1918, 5, 31))),
    ({"at": "46.5,40,5"}, ViewState(camera=(46.5, 40.0, 5.0))),
    ({"at": "-180,-85,0"}, ViewState(camera=(-180.0, -85.0, 0.0))),
    ({"theme": "war.state.war"}, ViewState(lanes=("war", "state"))),
    ({"actor": "republic", "place": "shusha.ganja"},
     ViewState(actors=("republic",), places=("shusha", "ganja"))),
    ({"q": "  Şuşa   siege "}, ViewState(words="Şuşa siege")),
    ({"embed": "true", "utm_source": "x", "event": ""}, ViewState()),  # not ours, or empty
]  # fmt: skip


@pytest.mark.parametrize(("params", "state"), READ)
def test_read(book, params, state):
    assert view.read(params, book) == (state, ())


IGNORED = [
    # parameters, words of the notice
    ({"event": "nothing"}, "event=nothing: expected the id of an event"),
    ({"from": "soon"}, "from=soon: "),
    ({"asof": "1994-05-12/.."}, "a day such as 1920-04-28"),
    ({"asof": "192X"}, "a day such as 1920-04-28"),
    ({"at": "46,40"}, "expected lon,lat,zoom"),
    ({"at": "a,b,c"}, "expected lon,lat,zoom"),
    ({"at": "nan,40,5"}, "±180"),
    ({"at": "46,86,5"}, "±85"),
    ({"at": "46,40,17"}, "0–16"),
    ({"theme": "war.peace"}, "unknown: 'peace'"),
    ({"actor": "x"}, "unknown: 'x'"),
    ({"place": "x"}, "unknown: 'x'"),
    ({"q": "x" * 100_000}, "characters"),
    ({"from": "1920", "to": "1918"}, "from is after to: both ignored"),
    ({"since": "1920", "until": "1918"}, "first is after last: both ignored"),
]


@pytest.mark.parametrize(("params", "words"), IGNORED)
def test_a_value_that_cannot_be_read_is_ignored_with_a_notice(book, params, words):
    state, (notice,) = view.read({**params, "embed": "true"}, book)
    assert state == ViewState()
    assert words in notice
    assert len(notice) < 200


def test_one_bad_value_leaves_the_others(book):
    state, notices = view.read({"event": "x", "q": "siege"}, book)
    assert state == ViewState(words="siege")
    assert len(notices) == 1


def test_defaults_are_not_written():
    assert view.write(ViewState()) == {}


def test_written_as_people_can_read_it():
    state = ViewState(
        "siege", DAY(1918, 1, 1), camera=(46.5, 40.12345, 5.5), lanes=("war", "words")
    )
    assert view.write(state) == {
        "event": "siege",
        "from": "1918-01-01",
        "at": "46.500,40.123,5.50",
        "theme": "war.words",
    }


def test_the_filters_of_a_state():
    state = ViewState("e", lanes=("a",), actors=("b",), places=("c",), words="d", last=DAY.max)
    assert state.filters == Filters(("a",), ("b",), ("c",), "d", None, DAY.max)


def _period(days: list) -> tuple:
    return tuple(sorted(days)) if None not in days else tuple(days)


def _ids(*known: str):
    return st.lists(st.sampled_from(known), unique=True).map(tuple)


PERIOD = st.lists(st.none() | st.dates(), min_size=2, max_size=2).map(_period)
STATES = st.builds(
    lambda window, period, **rest: ViewState(
        from_=window[0], to=window[1], first=period[0], last=period[1], **rest
    ),
    PERIOD,
    PERIOD,
    event=st.none() | st.sampled_from(["founding", "march", "siege", "letter", "truce"]),
    asof=st.none() | st.dates(),
    camera=st.none()
    | st.tuples(
        st.integers(-180_000, 180_000).map(lambda n: n / 1000),
        st.integers(-85_000, 85_000).map(lambda n: n / 1000),
        st.integers(0, 1600).map(lambda n: n / 100),
    ),
    lanes=_ids("state", "war", "words"),
    actors=_ids("republic", "council"),
    places=_ids("shusha", "ganja", "far-west"),
    words=st.text('aŞəՇШ 1&=?#%+/."<\u202e', max_size=200).map(lambda t: " ".join(t.split())),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # the book is frozen
@given(state=STATES)
def test_every_state_survives_its_address(book, state):
    assert view.read(view.write(state), book) == (state, ())


def test_every_choice_at_once_survives(small):
    # As many actors as a real collection has: the address must not lose a filter for its length.
    for i in range(60):
        small.append("actors.yaml", f"- {{id: actor-number-{i}, name: A, group: azerbaijan}}\n")
    book = small.load()
    state = ViewState(actors=tuple(book.actors))
    assert view.read(view.write(state), book) == (state, ())
