"""Dates as people write them, in seven languages."""

from functools import lru_cache
from typing import Any

from .edtf import Edtf, parse_edtf
from .errors import DateError
from .phrasing import GEORGIAN_UNTIL, PATTERNS, PRECISION, SEASONS

_PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_PART_PRECISIONS = {"day": "month", "month": "year", "year": "decade"}

# Endings by the sound of the last digit that is said: 1920 ends as twenty does, 1900 as hundred.
_AZ_ORDINAL = "cu ci ci cü cü ci cı ci ci cu"
_AZ_ORDINAL_TENS = "cü cu ci cu cı ci cı ci ci cı"
_AZ_FROM = "dan dən dən dən dən dən dan dən dən dan"
_AZ_FROM_TENS = "dən dan dən dan dan dən dan dən dən dan"
_TR_FROM = "dan den den ten ten ten dan den den dan"
_TR_FROM_TENS = "den dan den dan tan den tan ten den dan"
_TR_TO = "a e ye e e e ya ye e a"
_TR_TO_TENS = "e a ye a a ye a e e a"
_TR_DECADE = "ler lar ler lar lar ler lar ler ler lar"


def format_date(value: Edtf, lang: str = "en") -> str:
    """Print a date as people write it: 28 May 1918, c. November 1920, 27–28 April 1920.

    `read_words` reads it back, except where the ends of an interval are qualified differently.
    Persian gets Persian digits and the Gregorian calendar.

    Raises:
        DateError: for a language that is not among en, ru, az, hy, tr, ka and fa.
    """
    if lang not in PATTERNS:
        raise DateError(lang, f"expected a language among {', '.join(PATTERNS)}")
    text = _print(value, lang)
    return text.translate(_PERSIAN_DIGITS) if lang == "fa" else text


def precision_words(value: Edtf, lang: str = "en") -> str:
    """Say how exact a date is: to the day, approximate, disputed between two days.

    Raises:
        DateError: for a language that is not among en, ru, az, hy, tr, ka and fa.
    """
    if lang not in PRECISION:
        raise DateError(lang, f"expected a language among {', '.join(PRECISION)}")
    words = PRECISION[lang]
    if value.precision == "set" and len(value.parts) > 1:
        days = [part for part in value.parts if part and part.precision == "day"]
        return words["two days" if len(days) == len(value.parts) == 2 else "set"]
    if value.approximate:
        return words["both" if value.uncertain else "approximate"]
    if value.uncertain:
        return words["uncertain"]
    if value.precision == "interval" and None in value.parts:
        return words["open"]
    return words["interval" if value.precision == "set" else value.precision]


def _print(value: Edtf, lang: str) -> str:
    if value.precision == "set":
        return _choice([part for part in value.parts if part], lang)
    if value.precision == "interval":
        return _interval(value, lang)
    return _unit(value, lang)


def _unit(value: Edtf, lang: str, form: str = "") -> str:
    """A single date, with what its mark says; `form` is from or until."""
    form = form or ("about" if value.approximate else "")
    text = _filled(lang, value.precision, form, _parts(value, lang, form))
    return _doubted(text, value.uncertain, lang)


def _filled(lang: str, kind: str, form: str, parts: dict[str, Any]) -> str:
    """Fill the pattern for a kind of date, or put the plain one into the pattern of the form."""
    patterns = PATTERNS[lang]
    own = patterns.get(f"{kind} {form}")
    if own:
        return own.format(**parts)
    plain = patterns.get(kind, "{y}").format(**parts)
    return patterns[form].format(plain, **parts) if form else plain


def _doubted(text: str, uncertain: bool, lang: str) -> str:
    return PATTERNS[lang]["uncertain"].format(text) if uncertain else text


def _parts(value: Edtf, lang: str, form: str = "") -> dict[str, Any]:
    """What the patterns of one date are filled with."""
    first = value.earliest
    assert first is not None, "a single date has a first day"
    year = first.year // 10 * 10 if value.precision == "decade" else first.year
    parts: dict[str, Any] = {
        "d": first.day,
        "m": _months(lang, "beside a day")[first.month - 1],
        "M": _months(lang, "alone")[first.month - 1],
        "y": _year(year, lang),
        "abl": _ending(year, _AZ_FROM, _AZ_FROM_TENS)
        if lang == "az"
        else _ending(year, _TR_FROM, _TR_FROM_TENS),
        "dat": _ending(year, _TR_TO, _TR_TO_TENS),
        "ord": _ordinal(year, lang),
    }
    if value.precision == "season":
        names = SEASONS.get(f"{lang} {form}") or SEASONS[lang]
        if lang == "ru" and form:
            names = SEASONS["ru of"]
        parts["s"] = names[int(value.text[5:7]) - 21]
    if value.precision == "century":
        number = int(value.text[:2]) + 1
        parts |= {"n": number, "ord": _ordinal(number, lang)}
    if lang == "tr":
        parts |= {"vowel": parts["ord"][1], "high": "i" if parts["ord"] == "ler" else "ı"}
    if lang == "ka":
        stem = parts["M"].removesuffix("ი")
        until = GEORGIAN_UNTIL[first.month - 1]
        ending = "დან" if stem == parts["M"] else "იდან"
        parts |= {"from_month": stem + ending, "until_month": until}
        of_month = until.removesuffix("მდე").removesuffix("ა")
        parts["of_month"] = of_month + ("ს" if of_month == stem == parts["M"] else "ის")
    return parts


def _year(year: int, lang: str) -> str:
    return str(year) if year >= 1000 else PATTERNS[lang]["small year"].format(year)


def _ending(number: int, ones: str, tens: str) -> str:
    if number % 10:
        return ones.split()[number % 10]
    return tens.split()[number // 10 % 10]


def _ordinal(number: int, lang: str) -> str:
    if lang == "az":
        # A thousand is said "min", which takes the ending of twenty.
        return "ci" if number % 1000 == 0 else _ending(number, _AZ_ORDINAL, _AZ_ORDINAL_TENS)
    if lang == "tr":
        return _TR_DECADE.split()[number // 10 % 10]
    if lang == "en":
        teen = number % 100 // 10 == 1
        return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    if lang == "ka":
        if number == 1:
            return "1-ლი"
        return f"მე-{number}" if number <= 20 or number % 20 == 0 else f"{number}-ე"
    return "-րդ" if lang == "hy" and number > 1 else "-ին" if lang == "hy" else ""


@lru_cache
def _months(lang: str, place: str) -> tuple[str, ...]:
    """Month names from Babel (CLDR): the form beside a day, or the one that stands alone."""
    # Imported here because it takes longer than reading a whole collection of dates.
    from babel import Locale

    # Only these three have forms of their own; for others Babel may hand out another language's.
    alone = lang == "fa" or (place == "alone" and lang in ("ru", "hy"))
    names = Locale.parse(lang).months["stand-alone" if alone else "format"]["wide"]
    return tuple(names[number] for number in range(1, 13))


def _interval(value: Edtf, lang: str) -> str:
    start, end = value.parts
    if start is None or end is None:
        if start:
            return _open(start, lang, "from")
        return _open(end, lang, "until") if end else "…"
    part = _part(value, start, end, lang)
    if part:
        return part
    approximate = start.approximate and end.approximate
    uncertain = start.uncertain and end.uncertain
    same = (start.approximate, start.uncertain) == (end.approximate, end.uncertain)
    if not same:
        return f"{_unit(start, lang)} – {_unit(end, lang)}"
    text = _range(start, end, lang, "about" if approximate else "")
    return _doubted(text, uncertain, lang)


def _open(value: Edtf, lang: str, form: str) -> str:
    if not value.approximate:
        return _unit(value, lang, form)
    pattern = PATTERNS[lang].get(form, "{0}")
    if f"{value.precision} {form}" not in PATTERNS[lang] and not pattern.startswith("{0}"):
        return _doubted(pattern.format(_unit(parse_edtf(value.text.rstrip("%?~") + "~"), lang)),
                        value.uncertain, lang)  # fmt: skip
    plain = parse_edtf(value.text.rstrip("~?%"))
    text = PATTERNS[lang]["about"].format(_unit(plain, lang, form))
    return _doubted(text, value.uncertain, lang)


def _range(start: Edtf, end: Edtf, lang: str, form: str) -> str:
    patterns = PATTERNS[lang]
    first, last = _parts(start, lang), _parts(end, lang)
    both = first | {f"{key}2": text for key, text in last.items()}
    exact = {start.precision, end.precision}
    same_year = first["y"] == last["y"]
    kind = ""
    if exact == {"day"} and same_year:
        kind = "days" if first["m"] == last["m"] else "days of two months"
    elif exact == {"month"} and same_year:
        kind = "months"
    elif exact == {"year"}:
        kind = "years"
    if kind:
        both["y"] = last["y"] if same_year else first["y"]
        pattern = patterns.get(kind, "{y}–{y2}")
        own = patterns.get(f"{kind} {form}") if form else None
        if own:
            return own.format(**both)
        text = pattern.format(**both)
    else:
        plain = [parse_edtf(end_.text.rstrip("~?%")) for end_ in (start, end)]
        text = f"{_unit(plain[0], lang)} – {_unit(plain[1], lang)}"
    return patterns["about"].format(text) if form else text


def _part(value: Edtf, start: Edtf, end: Edtf, lang: str) -> str:
    """Early, mid or late, if that is what the interval is."""
    whole = _PART_PRECISIONS.get(start.precision)
    exact = start.precision == end.precision and not value.uncertain
    if not whole or not exact or not (start.approximate and end.approximate):
        return ""
    first, last = value.earliest, value.latest
    assert first and last, "both ends are there"
    span: tuple[int, int]
    if whole == "month":
        base = parse_edtf(f"{first.year:04d}-{first.month:02d}")
        length = base.latest.day if base.latest else 31
        spans, span = [(1, 10), (11, 20), (21, length)], (first.day, last.day)
        same = (first.year, first.month) == (last.year, last.month)
    elif whole == "year":
        base = parse_edtf(f"{first.year:04d}")
        spans, span = [(1, 4), (5, 8), (9, 12)], (first.month, last.month)
        same = first.year == last.year
    else:
        base = parse_edtf(f"{first.year // 10:03d}X")
        spans, span = [(0, 3), (4, 6), (7, 9)], (first.year % 10, last.year % 10)
        same = first.year // 10 == last.year // 10
    if not same or span not in spans:
        return ""
    patterns = PATTERNS[lang]
    choices = patterns.get(f"{whole} part") or patterns["part"]
    pattern = choices.split(", ")[spans.index(span)]
    return pattern.format(_unit(base, lang), **_parts(base, lang))


def _choice(members: list[Edtf], lang: str) -> str:
    """One of several, with the month and year said once where they are the same."""
    patterns = PATTERNS[lang]
    plain = all(m.precision == "day" and not m.approximate | m.uncertain for m in members)
    years = {part.earliest.year for part in members if part.earliest}
    if plain and len(years) == 1 and len(members) > 1:
        parts = [_parts(part, lang) for part in members]
        again = patterns.get("day again")
        if again:
            texts = [_unit(members[0], lang), *(again.format(**p) for p in parts[1:])]
        else:
            month = "{d} {M}" if lang == "fa" else "{d} {m}"
            texts = [*(month.format(**p) for p in parts[:-1]), _unit(members[-1], lang)]
            if len({p["m"] for p in parts}) == 1:
                texts[:-1] = [str(p["d"]) for p in parts[:-1]]
    else:
        texts = [_print(part, lang) for part in members]
    joined = texts[0]
    for text in texts[1:]:
        joined = patterns["or"].format(joined, text)
    return joined
