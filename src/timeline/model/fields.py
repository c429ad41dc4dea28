"""What the fields of records may hold, and the base they share."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    StringConstraints,
    WithJsonSchema,
)

from timeline.dates import Edtf, parse_edtf

LANGUAGES = ("en", "az", "hy", "ru", "ka", "tr", "fa", "de", "fr", "uk")
QUOTE_WORDS = 12  # a quote in a citation is at most this long


def _edtf(value: Any) -> Edtf:
    if isinstance(value, Edtf):
        return value
    if not isinstance(value, str):
        raise ValueError("expected an EDTF date in quotes, e.g. '1918-05-28'")
    return parse_edtf(value)


def _text(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        value = {"en": value}
    if not isinstance(value, dict) or not value:
        raise ValueError("expected a text, or a map of language to text")
    for lang, words in value.items():
        if lang not in LANGUAGES:
            raise ValueError(f"expected languages of {', '.join(LANGUAGES)}, not {lang!r}")
        if not isinstance(words, str) or not words.strip():
            raise ValueError(f"expected a text for {lang!r}")
    return dict(value)


def _english(value: dict[str, str]) -> dict[str, str]:
    if "en" not in value:
        raise ValueError("expected the text in English (en), too")
    return value


def _drawn(value: Edtf) -> Edtf:
    if value.earliest is None and value.latest is None:
        raise ValueError("expected a date that is open on one side at most")
    return value


def _closed(value: Edtf) -> Edtf:
    if value.earliest is None or value.latest is None:
        raise ValueError("expected a date with a first and a last day")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://[^\s<>\"']+", value):
        raise ValueError("expected an http or https address without blanks")
    return value


def _few_words(value: str) -> str:
    if len(value.split()) > QUOTE_WORDS:
        raise ValueError(f"expected at most {QUOTE_WORDS} words, found {len(value.split())}")
    return value


EdtfDate = Annotated[
    Edtf,
    BeforeValidator(_edtf),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "edtf"}),
]
AnyText = Annotated[
    dict[str, str],
    BeforeValidator(_text),
    PlainSerializer(
        lambda t: t["en"] if list(t) == ["en"] else t, return_type=dict[str, str] | str
    ),
]
Text = Annotated[AnyText, AfterValidator(_english)]
DrawnDate = Annotated[EdtfDate, AfterValidator(_drawn)]
ClosedDate = Annotated[EdtfDate, AfterValidator(_closed)]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=400, strip_whitespace=True)]
Prose = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
Quote = Annotated[Line, AfterValidator(_few_words)]
WebAddress = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_web_address)]
# Strict: a number in quotes is a text, and "nan" no number.
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Lon = Annotated[Number, Field(ge=-180, le=180)]
Lat = Annotated[Number, Field(ge=-90, le=90)]
Kilometres = Annotated[Number, Field(ge=0, le=500)]
Point = tuple[Lon, Lat]
Language = Literal["en", "az", "hy", "ru", "ka", "tr", "fa", "de", "fr", "uk"]


class Record(BaseModel):
    """Anything read from the collection: frozen, no unknown keys, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
