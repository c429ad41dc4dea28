"""One thing wrong with the collection, said so that its author can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Problem:
    """Where something is wrong, what was found there and what was expected."""

    file: str
    line: int  # 1-based; 0 where no line can be named
    record: str  # id of the record, or "" for a whole file
    field: str
    found: str
    expected: str
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """One line: ``file:line: level: record: field: expected …, found …``."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        parts = [where, self.level, *(p for p in (self.record, self.field) if p)]
        found = f", found {self.found}" if self.found else ""
        return f"{': '.join(parts)}: expected {self.expected}{found}"


def shown(value: object, most: int = 80) -> str:
    """A found value as text for a message: on one line, control characters escaped, bounded."""
    text = repr(value)
    return text if len(text) <= most else text[: most - 1] + "…"
