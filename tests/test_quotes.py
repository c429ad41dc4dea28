"""Quotes from the source articles, held against the articles."""

from __future__ import annotations

import pytest

from tests.small import ARTICLE
from timeline import quotes

EARLY = "events/1918.yaml"
QUOTE = "quote: the council had no right"


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "000_paper.txt").write_text(ARTICLE, encoding="utf-8")
    return folder


STANDS = [
    "the council had no right",  # over a line break in the article
    "didn't ask anyone",  # whatever the shape of the apostrophe
    '“the evening paper, "Evening"”',
    "the council … didn’t ask anyone",
    "the council [...] anyone",
    "the council ... anyone",
]


@pytest.mark.parametrize("quote", [STANDS[0], STANDS[1], *STANDS[3:]])
def test_words_that_stand_there(small, articles, quote):
    small.change(EARLY, QUOTE, f'quote: "{quote}"')
    assert quotes.check(small.load(), articles) == []


def test_quotation_marks_of_any_shape(small, articles):
    small.change(EARLY, QUOTE, "quote: 'evening paper, \"Evening\"'")
    assert quotes.check(small.load(), articles) == []


MISSING = [
    "the council had every right",
    "The Council had no right",  # verbatim: case counts
    "the council … had every right",
    "didn't ask … the council",  # out of order: the article says it the other way round
    "ouncil had no righ",  # parts of words are no words
    "…",  # no words at all
]


@pytest.mark.parametrize("quote", MISSING)
def test_words_that_do_not(small, articles, quote):
    small.change(EARLY, QUOTE, f'quote: "{quote}"')
    (problem,) = quotes.check(small.load(), articles)
    assert (problem.file, problem.record) == (EARLY, "founding")
    assert problem.line == small.line_of(EARLY, "- id: founding-unlawful") + 5
    assert problem.field == "claims.1.cite.0.quote"
    assert problem.expected == "words that stand in paper"
    assert problem.level == "error"


def test_quotes_of_other_sources_are_not_looked_for(small, articles):
    small.change(EARLY, "quote: acted lawfully", "quote: acted otherwise")
    assert quotes.check(small.load(), articles) == []


@pytest.mark.parametrize("where", ["names.1.cite.0.quote"])
def test_quotes_of_places_count_too(small, articles, where):
    small.change("places.yaml", "cite: [{source: gazette}]", "cite: [{source: paper, quote: nope}]")
    assert [p.field for p in quotes.check(small.load(), articles)] == [where]


@pytest.mark.parametrize("name", ["001_none.txt", "../articles/000_paper.txt", "/etc/hostname"])
def test_an_article_that_is_not_in_the_folder(small, articles, name):
    small.change("sources.yaml", "article: 000_paper.txt", f"article: {name}")
    (problem,) = quotes.check(small.load(), articles)
    assert (problem.file, problem.record, problem.field) == ("sources.yaml", "paper", "article")
    assert problem.line == small.line_of("sources.yaml", "article: ")
    assert (problem.found, problem.expected) == (repr(name), "a file in articles/")


def test_an_article_that_cannot_be_read_is_a_problem(small, articles):
    (articles / "000_paper.txt").write_bytes(b"\xff\xfe\xff")
    (problem,) = quotes.check(small.load(), articles)
    assert (problem.record, problem.field) == ("paper", "article")
