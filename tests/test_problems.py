"""A problem on one line, fit for a terminal."""

import pytest

from timeline.problems import Problem, shown

LINES = [
    (
        Problem("events/a.yaml", 3, "truce", "date", "'x'", "a date"),
        "events/a.yaml:3: error: truce: date: expected a date, found 'x'",
    ),
    (  # a whole file: no line, no record
        Problem("a.yaml", 0, "", "", "3 bytes", "at most 2"),
        "a.yaml: error: expected at most 2, found 3 bytes",
    ),
    (
        Problem("a.yaml", 1, "r", "id", "", "a citation", "warning"),
        "a.yaml:1: warning: r: id: expected a citation",
    ),
]


@pytest.mark.parametrize(("problem", "line"), LINES)
def test_one_line(problem, line):
    assert str(problem) == line


def test_found_values_are_bounded_and_on_one_line():
    assert shown("a\nb\x1b[31m") == r"'a\nb\x1b[31m'"
    assert shown("x" * 79) == repr("x" * 79)[:79] + "…"
    assert len(shown("x" * 5000)) == 80
