"""Words in any order: an answer or a DateError, never another error, and never slow."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import DateError, Reading, parse_edtf, read_words
from timeline.dates.vocabulary import LANGUAGES, vocabulary

SIGNS = [*"-–/(),.?~&'[]:%", "28", "1918", "1920s", "5", "99", "301", "00", "XIX", "28th", "V"]
ANCHORS = [
    None,
    *map(parse_edtf, ("1920-11-30", "1920-11", "1920", "1918/1920", "1994/..", "../..")),
]


def _words(lang: str) -> list[str]:
    """One phrase for each meaning, so that rare kinds of token come up as often as months."""
    by_meaning = {
        tuple(token[:2] for token in tokens): " ".join(phrase)
        for phrase, tokens in vocabulary(lang).words.items()
    }
    return sorted(by_meaning.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@settings(max_examples=100, deadline=None)
@given(data=st.data())
def test_any_order_of_known_words(lang: str, data: st.DataObject) -> None:
    pieces = st.one_of(st.sampled_from(_words(lang)), st.sampled_from(SIGNS))
    text = data.draw(st.sampled_from(["", " "])).join(data.draw(st.lists(pieces, max_size=7)))
    start = time.perf_counter()
    try:
        reading = read_words(text, lang, data.draw(st.sampled_from(ANCHORS)))
    except DateError as error:
        assert error.reason
    else:
        assert isinstance(reading, Reading)
        assert parse_edtf(str(reading.value)) == reading.value
    assert time.perf_counter() - start < 2


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60))
def test_any_text(text: str) -> None:
    try:
        read_words(text)
    except DateError as error:
        assert error.reason
