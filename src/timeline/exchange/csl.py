"""Sources as CSL-JSON (Citation Style Language 1.0.2), as Zotero and pandoc read it."""

from __future__ import annotations

import json
from typing import Any

from timeline.collection import Collection
from timeline.dates import Edtf
from timeline.model import Name, Source

_PARTS = {"day": 3, "month": 2, "year": 1}


def csl_date(value: Edtf) -> dict[str, Any]:
    """An EDTF date as a CSL date: parts where CSL has them, else the EDTF text as ``literal``."""

    def parts(one: Edtf) -> list[int] | None:
        if one.earliest is None or one.precision not in _PARTS:
            return None
        day = one.earliest
        return [day.year, day.month, day.day][: _PARTS[one.precision]]

    ends = [value.start, value.end] if value.precision == "interval" else [value]
    dates = [parts(end) if end else None for end in ends]
    if any(d is None for d in dates):
        return {"literal": str(value)}
    out: dict[str, Any] = {"date-parts": dates}
    if value.approximate or value.uncertain:
        out["circa"] = True
    return out


def _name(name: Name) -> dict[str, str]:
    return name.model_dump(exclude_none=True)


def item(source: Source) -> dict[str, Any]:
    """A source as a CSL item; its languages' first title stands for all."""
    out: dict[str, Any] = {"id": source.id, "type": source.type, "title": source.own_title}
    for name in ("author", "editor"):
        if people := getattr(source, name):
            out[name] = [_name(p) for p in people]
    plain = {
        "container-title": source.container_title,
        "publisher": source.publisher,
        "publisher-place": source.publisher_place,
        "volume": source.volume,
        "issue": source.issue,
        "page": source.page,
        "number": source.number,
        "DOI": source.DOI,
        "ISBN": source.ISBN,
        "ISSN": source.ISSN,
        "URL": source.URL,
        "language": source.language,
        "archive_location": source.archived,
    }
    out |= {key: value for key, value in plain.items() if value}
    if source.issued:
        out["issued"] = csl_date(source.issued)
    if source.accessed:
        out["accessed"] = csl_date(source.accessed)
    return out


def write_csl(collection: Collection) -> str:
    """All sources as a CSL-JSON array, by id."""
    items = [item(collection.sources[key]) for key in sorted(collection.sources)]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"
