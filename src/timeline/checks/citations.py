"""Citations inside records, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from timeline.model import Citation, Record


@cache
def _fields(model: type) -> tuple[tuple[str, str], ...]:
    """The fields of a record type that may hold citations, as (attribute, name in the file)."""
    fields = getattr(model, "model_fields", {})
    return tuple(
        (name, info.alias or name)
        for name, info in fields.items()
        if "Citation" in repr(info.annotation)
        or any(
            _fields(part)
            for part in get_args(info.annotation)
            if isinstance(part, type) and issubclass(part, Record)
        )
    )


def cites_of(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple, Citation]]:
    """Every citation inside a record, with the path to it."""
    if isinstance(value, Citation):
        yield path, value
    elif isinstance(value, tuple):
        for i, child in enumerate(value):
            yield from cites_of(child, (*path, i))
    elif value is not None:
        for name, shown in _fields(type(value)):  # type: ignore[arg-type]
            yield from cites_of(getattr(value, name), (*path, shown))
