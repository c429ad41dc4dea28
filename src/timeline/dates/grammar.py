"""How dates combine: ranges, open ends, alternatives, and dates in two styles."""

from dataclasses import replace
from datetime import date, timedelta

from .edtf import Edtf
from .fields import Context, Fields, parse, qualify, value_of
from .gathering import gather
from .pairs import complete
from .vocabulary import Token

_QUALIFIERS = ("ABOUT", "PERHAPS")
_POSTPOSITIONS = ("FROM_POST", "SINCE_POST", "UNTIL_POST", "BEFORE_POST", "LATER", "EARLIER")
_DAY = timedelta(days=1)


def read_expression(tokens: list[Token], context: Context) -> Edtf:
    """Read tokens whose relative words are resolved already.

    Until and since include the named date; before and after exclude it.

    Raises:
        DateError: if they are not one date, range or choice of dates.
    """
    tokens, approximate, uncertain = _outer_qualifiers(tokens)
    if not tokens:
        raise context.refuse("expected a date")
    return qualify(_unqualified(tokens, context), approximate, uncertain)


def _unqualified(tokens: list[Token], context: Context) -> Edtf:
    kinds = [token.kind for token in tokens]
    head, rest = kinds[0], tokens[1:]
    if head == "EVE":
        return _night_to(read_expression(rest, context), context)
    if len(kinds) > 2 and kinds[-2] in ("AND", "OR"):
        # "1918 and later" includes 1918, unlike "after 1918".
        if kinds[-1] in ("AFTER", "LATER"):
            return _open_end(read_expression(tokens[:-2], context), context)
        if kinds[-1] in ("BEFORE", "EARLIER"):
            return _until(tokens[:-2], context)
    if head in ("AFTER", "FROM", "BEFORE", "UNTIL") and "AND" in kinds:
        both = _both_bounds(tokens, kinds.index("AND"), context)
        if both:
            return both
    if head == "BETWEEN":
        return _between(rest, context)
    if kinds[-1] == "BETWEEN_POST":
        return _between(tokens[:-1], context)
    if head == "FROM":
        return _from(rest, context)
    if head == "UNTIL":
        return _until(rest, context)
    if head == "BEFORE":
        return _before(read_expression(rest, context), context)
    if head == "AFTER":
        return _after(read_expression(rest, context), context)
    if "FROM_POST" in kinds or kinds[-1] in _POSTPOSITIONS:
        return _postposition(tokens, kinds, context)
    if "OR" in kinds:
        return _choice(tokens, context)
    for joint in ("UNTIL", "DASH", "AND"):
        if joint in kinds:
            at = kinds.index(joint)
            return _range(tokens[:at], tokens[at + 1 :], context, joint)
    if "SLASH" in kinds:
        at = kinds.index("SLASH")
        return _range(tokens[:at], tokens[at + 1 :], context, "SLASH")
    if kinds == ["NOW"]:
        raise context.refuse("expected a date; the present is only the end of a range")
    return value_of(gather(tokens, context), context)


def _outer_qualifiers(tokens: list[Token]) -> tuple[list[Token], bool, bool]:
    """Words such as "circa" at either end hold for the whole; a sign only for what it touches."""
    found = set()
    while tokens and tokens[0].kind in _QUALIFIERS:
        found.add(tokens[0].kind)
        tokens = tokens[1:]
    while tokens and tokens[-1].kind in _QUALIFIERS and tokens[-1].text not in ("?", "~"):
        found.add(tokens[-1].kind)
        tokens = tokens[:-1]
    return tokens, "ABOUT" in found, "PERHAPS" in found


def _from(rest: list[Token], context: Context) -> Edtf:
    kinds = [token.kind for token in rest]
    for joint in ("UNTIL", "DASH"):
        if joint in kinds:
            at = kinds.index(joint)
            return _range(rest[:at], rest[at + 1 :], context, joint)
    if kinds and kinds[-1] in ("SINCE_POST", "FROM_POST"):
        rest = rest[:-1]
    return _open_end(read_expression(rest, context), context)


def _until(rest: list[Token], context: Context) -> Edtf:
    if rest and rest[-1].kind == "UNTIL_POST":
        rest = rest[:-1]
    value = read_expression(rest, context)
    return parse(f"../{_end(value, context)}", context)


def _open_end(value: Edtf, context: Context) -> Edtf:
    return parse(f"{_start(value, context)}/..", context)


def _start(value: Edtf, context: Context) -> str:
    if value.precision == "set" or value.start is None:
        raise context.refuse("expected a date that has a start")
    return value.start.text


def _end(value: Edtf, context: Context) -> str:
    if value.precision == "set" or value.end is None:
        raise context.refuse("expected a date that has an end")
    return value.end.text


def _before(value: Edtf, context: Context) -> Edtf:
    if value.earliest is None or value.earliest == date.min:
        raise context.refuse("expected a date that has something before it")
    text = f"../{(value.earliest - _DAY).isoformat()}"
    return qualify(parse(text, context), value.approximate, value.uncertain)


def _after(value: Edtf, context: Context) -> Edtf:
    if value.latest is None or value.latest == date.max:
        raise context.refuse("expected a date that has something after it")
    text = f"{(value.latest + _DAY).isoformat()}/.."
    return qualify(parse(text, context), value.approximate, value.uncertain)


def _night_to(value: Edtf, context: Context) -> Edtf:
    """Russian names a night by the day it leads to."""
    if value.precision != "day" or value.earliest in (None, date.min):
        raise context.refuse("expected a day after 'the night to'")
    eve = (value.earliest or date.max) - _DAY
    return parse(f"{eve.isoformat()}/{value.text}", context)


def _both_bounds(tokens: list[Token], at: int, context: Context) -> Edtf | None:
    """After 1918 and before 1920."""
    right = tokens[at + 1 :]
    if not right or right[0].kind not in ("BEFORE", "UNTIL"):
        return None
    first = read_expression(tokens[:at], context)
    second = read_expression(right, context)
    return parse(f"{_start(first, context)}/{_end(second, context)}", context)


def _between(rest: list[Token], context: Context) -> Edtf:
    kinds = [token.kind for token in rest]
    for joint in ("AND", "DASH", "FROM_POST", "UNTIL"):
        if joint in kinds:
            at = kinds.index(joint)
            return _range(rest[:at], rest[at + 1 :], context, "UNTIL")
    raise context.refuse("expected two dates after 'between'")


def _postposition(tokens: list[Token], kinds: list[str], context: Context) -> Edtf:
    """Azerbaijani, Turkish, Armenian and Georgian say from, until and after behind the date."""
    last, before_last = kinds[-1], kinds[-2] if len(kinds) > 1 else ""
    if "FROM_POST" in kinds[:-1] and not (
        before_last == "FROM_POST" and last in ("LATER", "EARLIER", "SINCE_POST", "BEFORE_POST")
    ):
        at = kinds.index("FROM_POST")
        rest = tokens[at + 1 :]
        if rest[0].kind in ("DASH", "UNTIL", "SINCE_POST"):
            rest = rest[1:]
        if rest and rest[-1].kind == "UNTIL_POST":
            rest = rest[:-1]
        return _range(tokens[:at], rest, context, "UNTIL")
    body = tokens[: -2 if before_last == "FROM_POST" else -1]
    if last == "UNTIL_POST":
        if "DASH" in kinds and kinds[-1] == "UNTIL_POST":
            return read_expression(tokens[:-1], context)
        return _until(body, context)
    value = read_expression(body, context)
    if last == "LATER":
        return _after(value, context)
    if last in ("EARLIER", "BEFORE_POST"):
        return _before(value, context)
    return _open_end(value, context)


def _range(left: list[Token], right: list[Token], context: Context, joint: str) -> Edtf:
    if not left:
        raise context.refuse("expected a date before the dash or word that joins two dates")
    if (not right and joint == "DASH") or [token.kind for token in right] == ["NOW"]:
        return _open_end(read_expression(left, context), context)
    if not right:
        raise context.refuse("expected a second date")
    lone = any(t.kind in ("FROM_POST", "UNTIL", "DASH", "AND", "OR", "SLASH") for t in right)
    if lone:
        raise context.refuse("expected two dates, not three")
    first, second = complete(gather(left, context), gather(right, context), joint, context)
    if second is None:
        return value_of(first, context)
    start, end = value_of(first, context), value_of(second, context)
    if joint in ("AND", "SLASH") and not _touch(start, end):
        reason = "expected one date, or two that follow each other; give these separately"
        raise context.refuse(reason)
    if start == end:
        return start
    return parse(f"{_start(start, context)}/{_end(end, context)}", context)


def _touch(start: Edtf, end: Edtf) -> bool:
    if start.latest is None or end.earliest is None or start.latest == date.max:
        return False
    return start.latest + _DAY == end.earliest


def _choice(tokens: list[Token], context: Context) -> Edtf:
    """One of several dates; what a member leaves out it takes from its neighbours."""
    members: list[Fields] = []
    run: list[Token] = []
    for token in [*tokens, Token("OR")]:
        if token.kind != "OR":
            run.append(token)
        elif run:
            if any(t.kind in ("DASH", "AND", "UNTIL", "SLASH") for t in run):
                raise context.refuse("expected single dates to choose from")
            members.append(gather(run, context))
            run = []
        elif members:
            raise context.refuse("expected a date on either side of 'or'")
    if len(members) < 2:
        raise context.refuse("expected two dates to choose from")
    for at in range(len(members) - 2, -1, -1):
        filled = complete(members[at], members[at + 1], "OR", context)
        members[at], members[at + 1] = filled[0], filled[1] or members[at + 1]
    values = [value_of(replace(member), context) for member in members]
    if any(value.precision == "interval" for value in values):
        if len(values) == 2 and _touch(*values):
            return parse(f"{_start(values[0], context)}/{_end(values[1], context)}", context)
        raise context.refuse("expected days, months or years to choose from, not vague parts")
    if len(set(values)) == 1:
        return values[0]
    return parse(f"[{','.join(value.text for value in values)}]", context)
