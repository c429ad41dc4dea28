"""dateparser at the edge: a day whose month is spelled in a way our own words do not list.

It is asked only about texts of one day number, one four-digit year and a few words, in one named
language, and believed only if it gives exactly these numbers back and takes nothing from today.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

from .edtf import Edtf, parse_edtf
from .folding import fold

_NUMBERS = re.compile(r"[0-9]+")
_WORDS = re.compile(r"[^\W\d_]+")
_SHAPE = re.compile(r"[^\W\d_ ]+ [0-9]{1,2},? [0-9]{4}|[0-9]{1,2} [^\W\d_ ]+,? [0-9]{4}")

# Two days that share no part: what comes out the same from both was in the text.
_TODAYS = (datetime(1911, 2, 3), datetime(1947, 10, 26))


def read_with_dateparser(text: str, lang: str) -> Edtf | None:
    """The day that dateparser finds, or None where its answer is not borne out by the text."""
    folded = fold(text).replace(".", "")
    if not _SHAPE.fullmatch(folded):
        return None
    numbers = sorted(int(number) for number in _NUMBERS.findall(folded))
    found = []
    for today in _TODAYS:
        data = _parser(lang, today).get_date_data(text)
        if data.date_obj is None or data.period != "day":
            return None
        found.append(data.date_obj.date())
    day = found[0]
    if found[0] != found[1] or sorted((day.day, day.year)) != numbers:
        return None
    # The one word must be what makes the month: the same text with a made-up word must fail.
    nonsense = _WORDS.sub("qqq", text, count=1)
    if _parser(lang, _TODAYS[0]).get_date_data(nonsense).date_obj is not None:
        return None
    return parse_edtf(day.isoformat())


@lru_cache(maxsize=32)
def _parser(lang: str, today: datetime) -> Any:
    # Imported here because it takes longer than reading a whole collection of dates.
    from dateparser.date import DateDataParser

    settings = {
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
        "RELATIVE_BASE": today,
        "DATE_ORDER": "DMY",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    return DateDataParser(languages=[lang], settings=settings)
