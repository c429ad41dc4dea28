"""Words that count from another date: yesterday, the following month, three days later."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from .edtf import Edtf
from .fields import LAST, Context
from .vocabulary import Token

_UNITS = ("SPAN", "UNIT", "LENGTH")
_AFTER = ("LATER", "AFTER")
_BEFORE = ("EARLIER", "BEFORE", "AGO", "BEFORE_POST")
_FURTHEST = 9999

Reader = Callable[[list[Token]], Edtf]


def resolve(tokens: list[Token], context: Context, read: Reader) -> list[Token]:
    """Replace relative words by the day, month or year that they mean.

    News writes "on Wednesday" of the last one, so a bare day of the week is the most recent on
    or before the anchor. A result is as exact as its unit: two years later is a year.

    Raises:
        DateError: where they occur without an anchor, or with one that is not exact enough.
    """
    tokens = _last_as_ordinal(tokens)
    resolved: list[Token] = []
    at = 0
    while at < len(tokens):
        found = _match(tokens, at, context, read)
        if found is None:
            resolved.append(tokens[at])
            at += 1
        else:
            length, concrete = found
            resolved += concrete
            at += length
    return resolved


def _last_as_ordinal(tokens: list[Token]) -> list[Token]:
    """In "the last week of May 1918" last counts; in "last week" it looks back."""
    dated = any(t.kind == "MONTH" or (len(t.text) == 4 and t.kind == "NUMBER") for t in tokens)
    counted = ("HALF", "QUARTER")
    return [
        Token("ORD", LAST, token.text)
        if token.kind == "REL" and token.value == -1 and token.text == "last" and dated
        and after is not None
        and (after.kind in counted or (after.kind in _UNITS and after.value in (0, 1)))
        else token
        for token, after in zip(tokens, [*tokens[1:], None], strict=False)
    ]  # fmt: skip


def _match(
    tokens: list[Token], at: int, context: Context, read: Reader
) -> tuple[int, list[Token]] | None:
    token = tokens[at]
    ends = at and tokens[at - 1].kind in ("UNTIL", "DASH", "FROM_POST")
    if token.kind == "DAYREL" and token.value == 0 and ends and context.anchor is None:
        return 1, [Token("NOW")]
    if token.kind == "DAYREL":
        return 1, _day(_exact(context, token) + timedelta(days=token.value))
    for find in (_count, _rest_of_unit, _named):
        found = find(tokens, at, context, read)
        if found:
            return found
    if token.kind in ("SPAN", "UNIT") and token.value in (2, 3, 4, 5) and _bare_unit(tokens):
        return 1, _same(token, context)
    if token.kind == "WEEKDAY" and not any(t.kind in ("NUMBER", "MONTH") for t in tokens):
        return 1, _weekday(token, None, context)
    return None


def _bare_unit(tokens: list[Token]) -> bool:
    """Whether a part is all that stands beside the unit: at the end of the year."""
    kinds = sorted(token.kind for token in tokens)
    return kinds in (["PART", "SPAN"], ["PART", "UNIT"])


def _count(
    tokens: list[Token], at: int, context: Context, read: Reader
) -> tuple[int, list[Token]] | None:
    """Three days later, a year before, через три дня; three days after 28 May 1918."""
    kinds = [token.kind for token in tokens[at : at + 3]] + [""] * 3
    first = tokens[at]
    counted = first.kind == "COUNT" or (
        first.kind == "NUMBER" and len(first.text) < 4 and not first.ordinal
    )
    if counted and kinds[1] in _UNITS and kinds[2] in (*_AFTER, *_BEFORE):
        number, unit, word, length = first.value, tokens[at + 1], tokens[at + 2], 3
    elif first.kind == "LATER" and kinds[1] in _UNITS:
        number, unit, word, length = 1, tokens[at + 1], first, 2
    elif first.kind == "LATER" and kinds[1] in ("COUNT", "NUMBER") and kinds[2] in _UNITS:
        number, unit, word, length = tokens[at + 1].value, tokens[at + 2], first, 3
    elif first.kind in _UNITS and kinds[1] in (*_AFTER, *_BEFORE):
        if first.kind == "LENGTH" or (at and tokens[at - 1].kind in ("NUMBER", "MONTH", "WORD")):
            return None
        number, unit, word, length = 1, first, tokens[at + 1], 2
    else:
        return None
    after = word.kind in _AFTER
    # Three weeks later is a day; the week after is a week.
    whole = first is unit
    rest = tokens[at + length :]
    if word.kind in ("AFTER", "BEFORE") and rest and at == 0:
        # Counted from a date in the phrase itself.
        inner = Context(context.text, context.lang, read(rest))
        return len(tokens), _shifted(number, unit, after, inner, whole)
    return length, _shifted(number, unit, after, context, whole)


def _rest_of_unit(
    tokens: list[Token], at: int, context: Context, read: Reader
) -> tuple[int, list[Token]] | None:
    """Later that year: from the anchor to the year's end; earlier this month likewise."""
    if at + 2 >= len(tokens) or tokens[at].kind not in ("LATER", "EARLIER", "AFTER", "BEFORE"):
        return None
    word, rel, unit = tokens[at : at + 3]
    if (rel.kind, rel.value) != ("REL", 0) or unit.kind not in _UNITS or unit.value not in (2, 3):
        return None
    if context.lang != "ru" and word.kind in ("AFTER", "BEFORE"):
        # "Before this month" is an open end; Russian says "earlier" with the same word.
        return None
    first, last = _ends(context, word)
    if unit.value == 3:
        start, end = date(first.year, 1, 1), date(last.year, 12, 31)
    else:
        start, end = first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1])
    later = word.kind in _AFTER
    pair = (last, end) if later else (start, first)
    return 3, [*_day(pair[0]), Token("DASH"), *_day(pair[1])]


def _named(
    tokens: list[Token], at: int, context: Context, read: Reader
) -> tuple[int, list[Token]] | None:
    """That year, last May, the following Wednesday; Persian puts the word behind."""
    if at + 1 >= len(tokens):
        return None
    rel, noun = tokens[at : at + 2]
    if noun.kind == "REL" and context.lang == "fa":
        rel, noun = noun, rel
    if (noun.kind, noun.value) == ("DAYREL", 0):
        # Georgian says "today" and "on the day" with one word.
        noun = Token("UNIT", 0)
    if rel.kind != "REL":
        return None
    if noun.kind in ("SPAN", "UNIT"):
        if rel.value == 0:
            return 2, _same(noun, context)
        return 2, _shifted(1, noun, rel.value > 0, context, True)
    if noun.kind == "WEEKDAY":
        return 2, _weekday(noun, rel.value, context)
    if noun.kind in ("MONTH", "SEASON") and not any(
        t.kind == "NUMBER" and len(t.text) == 4 for t in tokens
    ):
        return 2, _nearest(noun, rel, context)
    return None


def _ends(context: Context, word: Token) -> tuple[date, date]:
    anchor = context.anchor
    if anchor is None:
        raise context.refuse("expected an anchor date to count from, which these words need")
    if anchor.earliest is None or anchor.latest is None:
        raise context.refuse("expected an anchor with two ends to count from")
    return anchor.earliest, anchor.latest


def _exact(context: Context, word: Token) -> date:
    first, last = _ends(context, word)
    if first != last:
        raise context.refuse(f"expected an anchor exact to the day to count {word.text!r} from")
    return first


def _shifted(number: int, unit: Token, after: bool, context: Context, whole: bool) -> list[Token]:
    if not 0 < number <= _FURTHEST:
        raise context.refuse("expected a smaller number to count by")
    first, last = _ends(context, unit)
    base = last if after else first
    step = number if after else -number
    try:
        if unit.value == 0:
            # From a month or a year "the next day" is no day; from two days it is the third.
            if (last - first).days > 9:
                raise context.refuse("expected an anchor exact to the day to count days from")
            return _day(base + timedelta(days=step))
        if unit.value == 1:
            return _week(_exact(context, unit), step, whole)
        if unit.value == 2:
            months = base.year * 12 + base.month - 1 + step
            return _month(date(months // 12, months % 12 + 1, 1))
        years = step * {3: 1, 4: 10, 5: 100}[unit.value]
        return _year_or_wider(date(base.year + years, 1, 1), unit.value)
    except (ValueError, OverflowError):
        raise context.refuse("expected a date within the years 1 to 9999") from None


def _week(day: date, step: int, whole: bool) -> list[Token]:
    if not whole:
        return _day(day + timedelta(weeks=step))
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=step)
    return [*_day(monday), Token("DASH"), *_day(monday + timedelta(days=6))]


def _same(unit: Token, context: Context) -> list[Token]:
    first, last = _ends(context, unit)
    if unit.value == 0:
        return _day(_exact(context, unit))
    if unit.value == 1:
        return _week(_exact(context, unit), 0, True)
    spans = {2: (first.month, first.year) == (last.month, last.year),
             3: first.year == last.year,
             4: first.year // 10 == last.year // 10,
             5: first.year // 100 == last.year // 100}  # fmt: skip
    if not spans[unit.value]:
        raise context.refuse("expected an anchor exact enough to say which one is meant")
    return _month(first) if unit.value == 2 else _year_or_wider(first, unit.value)


def _nearest(noun: Token, rel: Token, context: Context) -> list[Token]:
    first, last = _ends(context, noun)
    month = noun.value if noun.kind == "MONTH" else (3, 6, 9, 12)[noun.value - 21]
    year = first.year
    if rel.value < 0 and month >= first.month:
        year -= 1
    elif rel.value > 0:
        year = last.year + (month <= last.month)
    return [noun, *_year(year)]


def _weekday(token: Token, rel: int | None, context: Context) -> list[Token]:
    day = _exact(context, token)
    back = (day.weekday() - token.value) % 7
    if rel is None:
        found = day - timedelta(days=back)
    elif rel == 0:
        found = day + timedelta(days=token.value - day.weekday())
    elif rel < 0:
        found = day - timedelta(days=back or 7)
    else:
        found = day + timedelta(days=7 - back)
    return _day(found)


def _year(year: int) -> list[Token]:
    return [Token("NUMBER", year, f"{year:04d}")]


def _month(day: date) -> list[Token]:
    return [Token("MONTH", day.month), *_year(day.year)]


def _day(day: date) -> list[Token]:
    return [Token("NUMBER", day.day, str(day.day)), *_month(day)]


def _year_or_wider(day: date, unit: int) -> list[Token]:
    if unit == 4:
        decade = day.year // 10 * 10
        return [Token("DECADE", decade, f"{decade:04d}")]
    if unit == 5:
        return [Token("ROMAN", day.year // 100 + 1), Token("UNIT", 5)]
    return _year(day.year)
