"""Dates written in numbers alone, such as 27.04.1920 or 4/27/1920, inside a phrase."""

from datetime import date

from .errors import DateError
from .fields import MONTHS
from .vocabulary import Token

_JOINS = ("DOT", "SLASH", "DASH")


def spell_out(tokens: list[Token], text: str) -> list[Token]:
    """Replace each all-numeric date by its day, month and year; then drop dots and commas.

    With dots the day comes first, as in all of continental Europe; with slashes or hyphens only
    when the numbers leave no choice.

    Raises:
        DateError: for an order that can be read in two ways, and for numbers that are no date.
    """
    spelled: list[Token] = []
    at = 0
    while at < len(tokens):
        for length, read in ((5, _three), (3, _two)):
            window = tokens[at : at + length]
            found = read(window, text) if len(window) == length else None
            if found:
                spelled += found
                at += length
                break
        else:
            spelled.append(tokens[at])
            at += 1
    for before, dot, after in zip(spelled, spelled[1:], spelled[2:], strict=False):
        if dot.kind == "DOT" and before.kind == after.kind == "NUMBER":
            raise DateError(text, "expected a date, not a decimal number")
    return [token for token in spelled if token.kind not in ("DOT", "COMMA")]


def _three(window: list[Token], text: str) -> list[Token] | None:
    first, join, second, other_join, third = window
    if join.kind == other_join.kind and join.kind in _JOINS:
        kinds = (first.kind, second.kind, third.kind)
        if kinds in (("NUMBER", "MONTH", "NUMBER"), ("MONTH", "NUMBER", "NUMBER")):
            return [first, second, third]
    numbers = first.kind == third.kind == "NUMBER" and second.kind in ("NUMBER", "ROMAN")
    if not numbers or join.kind != other_join.kind or join.kind not in _JOINS:
        return None
    if len(first.text) == 4 and len(second.text) < 3 and len(third.text) < 3:
        return _date(third, second.value, first, text)
    if len(first.text) > 2 or (len(second.text) > 2 and second.kind == "NUMBER"):
        return None
    if len(third.text) != 4:
        reason = "expected a year of four digits" if len(third.text) < 4 else "expected a date"
        raise DateError(text, reason)
    if join.kind == "DOT" or second.kind == "ROMAN" or first.value == second.value:
        return _date(first, second.value, third, text)
    if first.value > 12:
        return _date(first, second.value, third, text)
    if second.value > 12:
        return _date(second, first.value, third, text)
    day_first = _words(first.value, second.value, third.value)
    month_first = _words(second.value, first.value, third.value)
    raise DateError(text, f"ambiguous: expected the month in letters, {day_first} or {month_first}")


def _two(window: list[Token], text: str) -> list[Token] | None:
    """Month and year 04.1920 or 4/1920, or day and month 27.09 before a dash or a year mark."""
    first, join, second = window
    if first.kind != "NUMBER" or second.kind != "NUMBER" or join.kind not in ("DOT", "SLASH"):
        return None
    if len(first.text) <= 2 and len(second.text) == 4 and 1 <= first.value <= 12:
        return [Token("MONTH", first.value), second]
    paired = join.kind == "DOT" and len(first.text) == len(second.text) == 2
    if paired and 1 <= second.value <= 12 and 1 <= first.value <= 31:
        return [first, Token("MONTH", second.value)]
    return None


def _date(day: Token, month: int, year: Token, text: str) -> list[Token]:
    if not 1 <= month <= 12:
        raise DateError(text, f"expected a month from 1 to 12, not {month}")
    return [day, Token("MONTH", month, str(month)), year]


def _words(day: int, month: int, year: int) -> str:
    try:
        date(year, month, day)
    except ValueError:
        return "(no such day)"
    return f"{day} {MONTHS.split()[month - 1]} {year}"
