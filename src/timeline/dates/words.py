"""Words read as dates, in seven languages."""

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from .edtf import Edtf, parse_edtf
from .errors import DateError, UnreadError
from .fallback import read_with_dateparser
from .fields import Context
from .folding import check_text, fold
from .grammar import read_expression
from .numerals import spell_out
from .relative import resolve
from .tokens import tokenise
from .twostyles import read_two_styles
from .vocabulary import LANGUAGES, Token

Calendar = Literal["gregorian", "julian"]

_SCRIPTS = {"CYRILLIC": ("ru",), "ARMENIAN": ("hy",), "GEORGIAN": ("ka",), "ARABIC": ("fa",)}
_LATIN = ("en", "az", "tr")
_DATED = ("NUMBER", "MONTH", "DECADE", "SEASON", "UNIT", "SPAN", "YEARS")
_DATETIME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T")
_QUANTITY = re.compile(r"[0-9][,'][0-9]{3}(?![0-9])|[0-9]\s*%|[$€£₽₼]")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says."""

    value: Edtf
    """The date, in the Gregorian calendar."""

    lang: str
    """The language it was read in."""

    calendar: Calendar = "gregorian"
    """The calendar it was written in; `julian` for Old Style dates."""

    note: str = ""
    """What a reader should know, such as "Old Style 15 May 1918 = 28 May 1918"; else empty."""


def read_words(
    text: str, lang: str | None = None, anchor: datetime.date | Edtf | None = None
) -> Reading:
    """Read a date as people write it, in one language or in the one its letters show.

    EDTF and ISO 8601 dates are taken as such. Words that depend on another date (on Wednesday,
    the following month, 28 May) are read only with an anchor. The module `fields` says what
    early, mid, late, halves and quarters mean; `grammar` what until, since, before and after do.

    Raises:
        DateError: for a text that is no date, that may be read in two ways, or that needs an
            anchor; nothing is guessed and today's date is never used.
    """
    plain = check_text(text)
    if lang is not None and lang not in LANGUAGES:
        raise DateError(text, f"expected a language among {', '.join(LANGUAGES)}, not {lang!r}")
    if anchor is not None and not isinstance(anchor, Edtf):
        if not isinstance(anchor, datetime.date):
            raise DateError(text, f"expected an anchor date, not {type(anchor).__name__}")
        day = anchor.date() if isinstance(anchor, datetime.datetime) else anchor
        anchor = parse_edtf(day.isoformat())
    return _read(plain, lang, anchor)


@lru_cache(maxsize=4096)
def _read(text: str, lang: str | None, anchor: Edtf | None) -> Reading:
    as_edtf = _read_edtf(text, lang or "en")
    if as_edtf:
        return as_edtf
    if not text or _QUANTITY.search(fold(text)):
        raise DateError(text, "expected a date, not a quantity" if text else "expected a date")
    readings: list[Reading] = []
    errors: list[DateError] = []
    for candidate in (lang,) if lang else _languages(text):
        try:
            readings.append(_read_in(text, candidate, anchor))
        except DateError as error:
            errors.append(error)
    for reading in readings[1:]:
        if reading.value != readings[0].value:
            ways = " or ".join(f"{r.value} ({r.lang})" for r in (readings[0], reading))
            raise DateError(text, f"ambiguous: expected the language to be named, {ways}")
    if readings:
        return readings[0]
    # A refusal of words that were understood says more than "does not know this word".
    raise next((error for error in errors if not isinstance(error, UnreadError)), errors[0])


def _read_edtf(text: str, lang: str) -> Reading | None:
    try:
        value = parse_edtf("".join(_ascii_digit(character) for character in text))
    except DateError as error:
        if _DATETIME.match(text):
            raise error
        return None
    note = ""
    if value.precision == "season" and text[4:5] == "-":
        note = f"read as EDTF: a season of {text[:4]}, not a range of years"
    return Reading(value, lang, note=note)


def _ascii_digit(character: str) -> str:
    return str(unicodedata.digit(character)) if character.isdigit() else character


def _languages(text: str) -> tuple[str, ...]:
    """The languages whose letters the text is written in."""
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in text if c.isalpha()}
    # Roman numerals of centuries are Latin letters in every script.
    for script, languages in _SCRIPTS.items():
        if script in scripts:
            return languages
    if "ə" in text.casefold():
        return ("az",)
    # Where both read a phrase the same, an apostrophe tells Turkish from Azerbaijani.
    return ("en", "tr", "az") if "'" in fold(text) else _LATIN


def _read_in(text: str, lang: str, anchor: Edtf | None) -> Reading:
    context = Context(text, lang, anchor)
    try:
        value, calendar = _read_tokens(tokenise(text, lang), context)
    except UnreadError as unread:
        found = read_with_dateparser(text, lang)
        if found is None:
            raise unread from None
        return Reading(found, lang, note="read by dateparser")
    return Reading(value, lang, calendar, "; ".join(dict.fromkeys(context.notes)))


def _read_tokens(tokens: list[Token], context: Context) -> tuple[Edtf, Calendar]:
    for token in tokens:
        if token.kind == "FOREIGN":
            reason = "expected a Gregorian or Julian date, not one of another calendar"
            raise context.refuse(f"{reason} ({token.text})")
        if token.kind == "BCE":
            raise context.refuse("expected a year of the common era, 1 to 9999")
    unknown = next((token for token in tokens if token.kind == "WORD"), None)
    if unknown:
        raise UnreadError(context.text, f"expected only words of a date, not {unknown.text!r}")
    if not tokens:
        raise context.refuse("expected a date")
    context.any_year = any(token.kind == "CE" for token in tokens)
    tokens = spell_out(tokens, context.text)
    tokens = _settle(tokens, context)
    tokens, value = read_two_styles(tokens, context)
    if value:
        return value, "julian"
    context.old_style = any(token.kind == "OLD" for token in tokens)
    tokens = [token for token in tokens if token.kind not in ("OLD", "NEW")]
    inner = Context(context.text, context.lang, context.anchor, context.old_style)
    tokens = resolve(tokens, context, lambda rest: read_expression(rest, inner))
    value = read_expression(tokens, context)
    return value, "julian" if context.old_style else "gregorian"


def _settle(tokens: list[Token], context: Context) -> list[Token]:
    """Drop the time of day and the signs that only join words: mid-May, mid-to-late."""
    kept: list[Token] = []
    night = any(token.kind == "NIGHT" for token in tokens)
    ranged = any(token.kind in ("UNTIL", "DASH") for token in tokens)
    for at, token in enumerate(tokens):
        before = tokens[at - 1].kind if at else ""
        after = tokens[at + 1].kind if at + 1 < len(tokens) else ""
        if token.kind in ("CE", "CLOCK", "NIGHT"):
            continue
        if token.kind == "HOUR":
            if kept and kept[-1].kind == "NUMBER" and len(kept[-1].text) <= 2:
                kept.pop()
            continue
        if token.kind == "DATED":
            # Russian "от 16 марта" dates a document unless an end follows.
            if ranged:
                kept.append(Token("FROM", text=token.text))
            continue
        if token.kind == "ONTO":
            if night:
                # "Ночь с 26 на 27" is a range, "ночь на 27" ends with its only day.
                kept.append(Token("UNTIL" if kept else "EVE", text=token.text))
            continue
        if token.kind == "DASH" and (
            (before == "PART" and after != "PART" and not _has_base(kept))
            or "UNTIL" in (before, after)
            or before in ("BEFORE", "AFTER", "ABOUT")
            or (after == "UNIT" and tokens[at - 1].ordinal)
        ):
            continue
        kept.append(token)
    return kept


def _has_base(kept: list[Token]) -> bool:
    """Whether the last token is a part behind its date, so that a dash after it makes a range."""
    return len(kept) > 1 and kept[-2].kind in _DATED
