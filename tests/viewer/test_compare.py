"""Contested questions as HTML: fair columns, numbers on one scale, filters, the matrix."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from timeline import paths
from timeline.collection import load
from timeline.model import Figure
from timeline.viewer import compare

SHIPPED = load(paths.DATA)
CITE = ({"source": "gazette"},)


def figure(**numbers) -> tuple[Figure, list[int]]:
    made = Figure.model_validate({"what": "dead", "by": "x", "cite": CITE, **numbers})
    return made, [1]


def test_positions_stand_side_by_side_in_the_order_they_were_stated(book):
    text = compare.page(book, book.questions["lawfulness"])
    assert text.index("Eastern") < text.index("Western")
    assert len(re.findall(r'<section class="cq-position', text)) == 2
    assert "Article 1 names a republic." in text
    assert 'href="/?event=founding"' in text
    assert "None found on 2 January 2026" not in text  # both sides have spoken


def test_a_chosen_position_is_marked_and_no_other(book):
    text = compare.page(book, book.questions["lawfulness"], "lawful-west")
    (mark,) = re.findall(r'cq-chosen" id="([\w-]+)"', text)
    assert mark == "lawful-west"
    assert "cq-chosen" not in compare.page(book, book.questions["lawfulness"])


def test_what_is_hostile_is_escaped(small):
    small.change("questions.yaml", "title: Was the founding", "title: <img src=x> Was the founding")
    book = small.load()
    for text in (compare.page(book, book.questions["lawfulness"]),
                 compare.index(book, [*book.questions.values()])):  # fmt: skip
        assert "<img" not in text and "&lt;img" in text


ASKED = [
    ({}, True),
    ({"position": "west"}, True),
    ({"position": "nobody"}, False),
    ({"aspect": "legality"}, True),
    ({"aspect": "number"}, False),
    ({"words": "founding OCCUPATION"}, True),
    ({"words": "susa"}, True),  # a place of an event, without its diacritics
    ({"words": "национальный"}, False),
    ({"words": "founding nothing"}, False),  # every word must be found
]


@pytest.mark.parametrize(("asked", "found"), ASKED)
def test_questions_are_found(book, asked, found):
    assert bool(compare.matching(book, compare.Asked(**asked))) == found


def test_questions_are_found_by_era():
    early = compare.matching(SHIPPED, compare.Asked(era="1917-1921"))
    late = compare.matching(SHIPPED, compare.Asked(era="2021-2025"))
    assert "shusha-1920-dead" in {q.id for q in early} - {q.id for q in late}
    assert "azal-8243-cause" in {q.id for q in late} - {q.id for q in early}


SCALES = [
    # figures, logarithmic, bars as (left, width)
    ([{"best": 10}, {"best": 20}], False, [(50.0, 0.0), (100.0, 0.0)]),
    ([{"low": 5, "high": 10}, {"best": 20}], False, [(25.0, 25.0), (100.0, 0.0)]),
    ([{"best": 0}, {"best": 500}], False, [(0.0, 0.0), (100.0, 0.0)]),  # nought has no logarithm
]


@pytest.mark.parametrize(("numbers", "log", "bars"), SCALES)
def test_a_scale_of_numbers(numbers, log, bars):
    scale = compare._scale([figure(**n) for n in numbers])
    assert scale["log"] == log
    assert [(b["left"], b["width"]) for b in scale["bars"]] == bars


def test_numbers_far_apart_stand_on_a_logarithmic_scale():
    scale = compare._scale([figure(best=500), figure(best=8000), figure(low=20000, high=30000)])
    assert scale["log"]
    lefts = [b["left"] for b in scale["bars"]]
    assert lefts == sorted(lefts) and lefts[0] > 0 and lefts[-1] + scale["bars"][-1]["width"] < 100
    assert [t["n"] for t in scale["ticks"]] == [1000, 10000]


@pytest.mark.parametrize(("number", "end"), [({"low": 100}, "more"), ({"high": 100}, "less")])
def test_a_number_open_on_one_side_says_so(number, end):
    (bar,) = compare._scale([figure(**number)])["bars"]
    assert bar[end]


def test_the_matrix_says_where_none_was_found(book):
    question = book.questions["lawfulness"]
    one = question.model_copy(update={"positions": question.positions[:1]})
    text = compare.matrix(replace(book, questions={"lawfulness": one}), [one])
    assert text.count("none found") == 1
    assert "None found on 2 January 2026" in text
    assert 'question=lawfulness&amp;position=lawful-east"' in text


@pytest.mark.parametrize("key", SHIPPED.questions)
def test_every_shipped_question_has_its_page(key):
    question = SHIPPED.questions[key]
    text = compare.page(SHIPPED, question)
    for position in question.positions:
        assert f'id="{position.id}"' in text
    for event in question.events:
        assert f'href="/?event={event}"' in text
    assert len(re.findall(r'class="cq-position', text)) == len(question.positions)
