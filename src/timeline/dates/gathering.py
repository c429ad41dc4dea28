"""The tokens of one date, gathered into its parts."""

from .errors import DateError
from .fields import LAST, Context, Fields
from .vocabulary import Token

_LENGTH = "expected a date, not a length of time"
_SIMPLE = {"MONTH": "month", "SEASON": "season", "WEEKDAY": "weekday", "PART": "part"}


def gather(tokens: list[Token], context: Context) -> Fields:
    """Put each token in its place, in whatever order they come.

    Raises:
        DateError: if a token has no place, or its place is taken.
    """
    fields = Fields()
    rest = _take_parts(tokens, fields, context)
    if any(t.kind == "LENGTH" for t in rest) and not any(len(t.text) == 4 for t in rest):
        raise context.refuse(_LENGTH)
    for at, token in enumerate(rest):
        before = rest[at - 1].kind if at else ""
        if token.kind in _SIMPLE:
            _set(fields, _SIMPLE[token.kind], token.value, context)
        elif token.kind == "NUMBER":
            _number(token, before, fields, context)
        elif token.kind == "DECADE":
            if len(token.text) != 4:
                raise context.refuse("expected a decade with its century, such as the 1920s")
            _set(fields, "decade", token.value, context)
        elif token.kind == "ORD" and token.value == LAST and context.lang == "hy":
            # Armenian "at the end" is the same word as "the last".
            _set(fields, "part", 2, context)
        elif token.kind == "ORD":
            _set(fields, "day", token.value, context)
        elif token.kind == "ROMAN" and fields.month is None:
            _set(fields, "month", token.value, context)
        elif token.kind == "ABOUT":
            fields.approximate = True
        elif token.kind == "PERHAPS":
            fields.uncertain = True
        elif token.kind == "YEARS":
            fields.years_only = fields.decade is None
        elif token.kind in ("SPAN", "LENGTH", "UNIT"):
            if token.value == 3 and before == "NUMBER" and len(rest[at - 1].text) < 3:
                raise context.refuse(_LENGTH + ", or a year of four digits")
            if not _is_mark(token, before, rest, fields, context):
                raise context.refuse(_LENGTH)
        elif token.kind in ("COUNT", "LATER", "EARLIER", "AGO"):
            raise context.refuse(_LENGTH)
        else:
            raise context.refuse(f"expected a date, with {token.text or token.kind!r} in its place")
    if fields.day is not None and fields.part is not None and fields.month is not None:
        # "Late on 9 November" is a time of day.
        fields.part = None
    if fields.month is not None and not 1 <= fields.month <= 12:
        raise context.refuse("expected a month from 1 to 12")
    return fields


def _set(fields: Fields, name: str, value: int, context: Context) -> None:
    if getattr(fields, name) is not None:
        raise context.refuse(f"expected one {name}, not two")
    setattr(fields, name, value)


def _number(token: Token, before: str, fields: Fields, context: Context) -> None:
    if token.value < 0:
        raise context.refuse("expected a date, not a number of five or more digits")
    if len(token.text) == 4:
        _set(fields, "year", token.value, context)
        fields.ordinal_year = token.ordinal
    elif len(token.text) == 3 or (context.any_year and fields.day is not None):
        # A bare 900 is more often a quantity; "the year 900" and "900 AD" are not.
        counted = before in ("SPAN", "UNIT") or (token.ordinal and context.lang != "en")
        if not (context.any_year or counted):
            raise context.refuse("expected a year of four digits, or an era beside it")
        _set(fields, "year", token.value, context)
    elif fields.day is not None:
        raise context.refuse("expected a year of four digits")
    elif not 1 <= token.value <= 31:
        name = "year" if context.any_year else "short_year"
        _set(fields, name, token.value, context)
    else:
        fields.day, fields.day_text = token.value, token.text
        fields.ordinal_day = token.ordinal


def _is_mark(
    token: Token, before: str, rest: list[Token], fields: Fields, context: Context
) -> bool:
    """Whether the word for a unit only marks what its neighbour is: the year 1920, мая месяца."""
    has_year = any(len(t.text) > 2 or t.ordinal for t in rest if t.kind == "NUMBER")
    if token.value == 3:
        if token.kind == "UNIT":
            return has_year or fields.decade is not None or fields.day is None
        return before != "NUMBER" and has_year
    if token.value == 2:
        return any(t.kind == "MONTH" for t in rest)
    if token.value == 0 and token.kind != "LENGTH" and context.lang != "en":
        return any(t.kind in ("MONTH", "WEEKDAY") for t in rest)
    if token.value == 4:
        return fields.decade is not None
    return False


def _take_parts(tokens: list[Token], fields: Fields, context: Context) -> list[Token]:
    """Take halves, quarters, weeks, centuries and decades out, with the number each needs."""
    rest = list(tokens)
    for kind, value, name in (
        ("HALF", None, "half"), ("QUARTER", None, "quarter"), ("UNIT", 4, "decade"),
        ("UNIT", 5, "century"), ("LENGTH", 5, "century"), ("SPAN", 1, "week"), ("UNIT", 1, "week"),
        ("SPAN", 0, "day"), ("UNIT", 0, "day"),
    ):  # fmt: skip
        at = next(
            (i for i, t in enumerate(rest) if t.kind == kind and value in (None, t.value)), None
        )
        if at is None:
            continue
        token = rest[at]
        if kind in ("HALF", "QUARTER") and token.value:
            _set(fields, name, token.value, context)
            del rest[at]
            continue
        if name == "decade" and _year_as_decade(rest, at, fields, context):
            continue
        near = _ordinal_near(rest, at, name)
        if near is None:
            if name == "half" and fields.part is None and fields.day is None:
                continue
            if name in ("day", "decade"):
                continue
            raise context.refuse(f"expected a number for the {name}")
        number = rest[near].value
        rest = [t for i, t in enumerate(rest) if i not in (at, near)]
        if name == "decade":
            _decade_of_century(rest, number, fields, context)
        else:
            _set(fields, name, number, context)
            if name == "day":
                _last_day(fields, rest, context)
    return rest


def _ordinal_near(rest: list[Token], at: int, name: str) -> int | None:
    """Where the ordinal stands that counts the unit: beside it, before rather than after."""
    for near in (at - 1, at + 1):
        if not 0 <= near < len(rest):
            continue
        token = rest[near]
        if token.kind in ("ORD", "ROMAN"):
            return near
        small = token.kind == "NUMBER" and len(token.text) <= 2
        if small and (token.ordinal or name in ("century", "quarter")):
            return near if name != "day" else None
    return None


def _year_as_decade(rest: list[Token], at: int, fields: Fields, context: Context) -> bool:
    """A decade named by its first year: دهه ۱۹۲۰."""
    for near in (at - 1, at + 1):
        if 0 <= near < len(rest) and rest[near].kind in ("NUMBER", "DECADE"):
            if len(rest[near].text) != 4:
                continue
            _set(fields, "decade", rest[near].value, context)
            for index in sorted((at, near), reverse=True):
                del rest[index]
            return True
    return False


def _decade_of_century(rest: list[Token], number: int, fields: Fields, context: Context) -> None:
    """The first decade of the 20th century is the 1900s."""
    inner = Fields()
    left = _take_parts(rest, inner, context)
    if inner.century is None or left:
        raise context.refuse("expected the decade of a century")
    number = 10 if number == LAST else number
    if not 1 <= number <= 10:
        raise context.refuse("expected a decade from the first to the tenth")
    fields.decade = (inner.century - 1) * 100 + (number - 1) * 10
    rest.clear()


def _last_day(fields: Fields, rest: list[Token], context: Context) -> None:
    """The first or last day of a year has a month too."""
    if any(t.kind == "MONTH" for t in rest) or not any(len(t.text) == 4 for t in rest):
        return
    if fields.day == LAST:
        fields.month, fields.day = 12, 31
    elif fields.day == 1:
        fields.month = 1
    else:
        raise DateError(context.text, "expected a month beside the day")
