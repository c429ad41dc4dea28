"""Events as a CSV table (RFC 4180), a row each, for spreadsheets."""

from __future__ import annotations

import csv
import io

from timeline.collection import Collection
from timeline.model import Event

COLUMNS = (
    "id", "title", "date", "earliest", "latest", "place", "lon", "lat",
    "kind", "weight", "actors", "sources",
)  # fmt: skip


def cell(text: str) -> str:
    """A text that no spreadsheet takes for a formula (OWASP: CSV injection)."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def row(collection: Collection, event: Event) -> list[str]:
    """The cells of an event; lists are joined by semicolons, coordinates are of its first place."""
    place = collection.places[event.places[0].place]
    earliest, latest = event.date.earliest, event.date.latest
    return [
        event.id,
        cell(event.title["en"]),
        str(event.date),
        earliest.isoformat() if earliest else "",
        latest.isoformat() if latest else "",
        place.id,
        str(place.point[0]),
        str(place.point[1]),
        event.kind,
        str(event.weight),
        ";".join(event.actors),
        ";".join(event.sources()),
    ]


def write_csv(collection: Collection) -> str:
    """All events in order of date, with a header line."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(COLUMNS)
    table.writerows(row(collection, event) for event in collection.events.values())
    return out.getvalue()
