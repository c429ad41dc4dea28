"""How a check tells what it found: by record and field, with the line looked up for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from timeline.problems import Problem
from timeline.records_file import RawRecord

Types = Mapping[str, dict[str, Any]]
Raws = Mapping[tuple[str, str], RawRecord]


@dataclass(frozen=True)
class Tell:
    """Adds a problem of a record to a list."""

    raws: Raws
    problems: list[Problem]

    def __call__(
        self,
        kind: str,
        key: str,
        path: tuple[str | int, ...],
        found: str,
        expected: str,
        level: Literal["error", "warning"] = "error",
    ) -> None:
        """Of the record ``key`` of a type: the path to the field, what was found and expected."""
        raw = self.raws[kind, key]
        field = ".".join(map(str, path))
        self.problems.append(Problem(raw.file, raw.line(*path), key, field, found, expected, level))
