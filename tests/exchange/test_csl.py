"""Sources as CSL-JSON (Citation Style Language 1.0.2)."""

from __future__ import annotations

import json
from typing import get_args

import pytest

from timeline.dates import parse_edtf
from timeline.exchange.csl import csl_date, write_csl
from timeline.model import Source

# The item types of the CSL 1.0.2 specification, appendix III.
CSL_TYPES = {
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book",
    "broadcast", "chapter", "classic", "collection", "dataset", "document", "entry",
    "entry-dictionary", "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview",
    "legal_case", "legislation", "manuscript", "map", "motion_picture", "musical_score",
    "pamphlet", "paper-conference", "patent", "performance", "periodical",
    "personal_communication", "post", "post-weblog", "regulation", "report", "review",
    "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage",
}  # fmt: skip
# Its variables that may occur here (appendix IV), and the two every item has.
CSL_VARIABLES = {
    "id", "type", "title", "author", "editor", "container-title", "publisher", "publisher-place",
    "issued", "accessed", "volume", "issue", "page", "number", "DOI", "ISBN", "ISSN", "URL",
    "language", "archive_location",
}  # fmt: skip


def test_every_type_of_a_source_is_one_of_csl():
    assert set(get_args(Source.model_fields["type"].annotation)) <= CSL_TYPES


DATES = [
    # EDTF, CSL
    ("1918-05-28", {"date-parts": [[1918, 5, 28]]}),
    ("1918-05", {"date-parts": [[1918, 5]]}),
    ("1918", {"date-parts": [[1918]]}),
    ("1918~", {"date-parts": [[1918]], "circa": True}),
    ("1918-05?", {"date-parts": [[1918, 5]], "circa": True}),
    ("1918-05-28/1920-04", {"date-parts": [[1918, 5, 28], [1920, 4]]}),
    ("1918/..", {"literal": "1918/.."}),  # CSL has no open ranges,
    ("192X", {"literal": "192X"}),  # no decades,
    ("[1918,1920]", {"literal": "[1918,1920]"}),  # no sets
    ("1918-21", {"literal": "1918-21"}),
]


@pytest.mark.parametrize(("edtf", "csl"), DATES)
def test_dates(edtf, csl):
    assert csl_date(parse_edtf(edtf)) == csl


@pytest.fixture
def items(book):
    return {item["id"]: item for item in json.loads(write_csl(book))}


def test_all_sources_by_id(book, items):
    assert list(items) == sorted(book.sources)
    assert {key for item in items.values() for key in item} <= CSL_VARIABLES


def test_a_newspaper_article(items):
    assert items["paper"] == {
        "id": "paper",
        "type": "article-newspaper",
        "title": "Evening paper",
        "author": [{"family": "Smith", "given": "Ann"}, {"literal": "Press Bureau"}],
        "container-title": "Evening",
        "URL": "https://example.org/paper?a=1&b=2",
        "language": "en",
        "issued": {"date-parts": [[1918, 6]], "circa": True},
        "accessed": {"date-parts": [[2026, 1, 2]]},
    }


def test_the_title_is_in_the_language_of_the_work(items):
    assert items["gazette"]["title"] == "Qəzet"


def test_numbers_of_a_report(items):
    told = {k: items["report"][k] for k in ("volume", "issue", "page", "DOI", "issued")}
    assert told == {
        "volume": "2", "issue": "3", "page": "4-9", "DOI": "10.1/x", "issued": {"literal": "199X"},
    }  # fmt: skip
    assert items["ruling"]["number"] == "A/1"
    assert items["study"]["publisher-place"] == "London"
