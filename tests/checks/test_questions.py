"""Questions: fair to every side, and reachable from their events."""

from __future__ import annotations

import pytest

QUESTIONS = "questions.yaml"
REFUSED = [
    # old, new, expected
    ("speaks_for: west", "speaks_for: east",
     "positions that each speak for another side"),
    ("said: 1918-06~", "said: '1917'",
     "positions in order of the date they were stated"),
    ("  documents:\n  - {says: Article 1 names a republic., "
     "cite: [{source: gazette, locator: art. 1}]}\n", "", "either documents or no_documents"),
    ("  searched:", "  no_documents: None was found.\n  searched:",
     "either documents or no_documents"),
    ("label: Lawfulness", f"label: {'L' * 41}", "at most 40 characters"),
    ("aspect: legality", "aspect: truth", "one of"),
    ("searched: '2026-01-02'", "searched: 2026/..", "a date with a first and a last day"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), REFUSED)
def test_a_question_that_is_refused(small, old, new, expected):
    small.change(QUESTIONS, old, new)
    book = small.load()
    (problem,) = book.problems
    assert problem.record == "lawfulness"
    assert problem.expected.startswith(expected)
    assert book.questions == {}
    assert len(book.events) == 5


def test_a_position_has_an_id_of_its_own(small):
    small.change(QUESTIONS, "id: lawful-west", "id: lawful-east")
    (problem,) = small.problems()
    assert (problem.field, problem.expected) == ("positions.1.id", "an id of its own")


def test_a_loaded_word_in_the_narrators_reason(small):
    # The position beside it speaks of an occupation, freely: it has a speaker.
    small.change(QUESTIONS, "Both towns lean on it.", "The occupation leans on it.")
    (problem,) = small.problems()
    assert (problem.field, problem.found, problem.level) == ("why", "'occupation'", "warning")


def test_a_question_is_reached_from_its_events(book):
    assert {e: [q.id for q in qs] for e, qs in book.questions_on.items()} == {
        "founding": ["lawfulness"],
        "letter": ["lawfulness"],
    }
    assert set(book.questions["lawfulness"].events) == set(book.questions_on)


def test_a_question_on_a_lost_event_is_lost_too(small):
    small.change("events/later.yaml", "places: [{place: far-west}]", "places: [{place: x}]")
    book = small.load()
    assert book.questions == {}
    assert any(s.endswith(" lawfulness") for s in book.skipped)
