"""Where texts stand: boxes in pixels, and the first free spot for each, the weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from timeline.draw.camera import Xy
from timeline.draw.lettering import Face, measure

GAP = 3.0  # pixels between names

Box = tuple[float, float, float, float]  # left, top, right, bottom
NOWHERE: Box = (0.0, 0.0, 0.0, 0.0)
Spot = tuple[float, float, str]  # where a text may stand, and which part of it: start, middle, end


@dataclass(frozen=True, slots=True)
class Label:
    """A name and where it stands."""

    text: str  # lines are separated by line breaks
    kind: Literal["event", "focus", "state", "town", "date", "key", "credit"]
    box: Box
    colour: str = ""
    face: Face = "sans"
    size: float = 12.0
    anchor: Xy | None = None  # what it names
    rank: int = 0
    dot: bool = False


Candidate = tuple[Label, list[Spot]]  # a name that stands nowhere yet, and where it may, best first


def placed(
    candidates: Iterable[Candidate], taken: Iterable[Box], size: tuple[int, int]
) -> list[Label]:
    """The candidates that find room beside what is taken and the ones before, each in its box."""
    full = [*taken]
    inside = (GAP, GAP, size[0] - GAP, size[1] - GAP)
    out = []
    for label, spots in candidates:
        dot = grown((*label.anchor, *label.anchor), 4, 4) if label.dot and label.anchor else None
        if dot and any(_meet(dot, o) for o in full):
            continue
        for found in _boxes(label, spots):
            if _within(found, inside) and not any(_meet(found, o) for o in full):
                full += [grown(found, GAP, 1), *([dot] if dot else [])]
                out.append(replace(label, box=found))
                break
    return out


def _boxes(label: Label, spots: Iterable[Spot]) -> Iterator[Box]:
    wide, tall = measure(label.text, label.face, label.size)
    for x, y, align in spots:
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[align]
        yield left, y - tall / 2, left + wide, y + tall / 2


def around(x: float, y: float, r: float) -> list[Spot]:
    """Spots beside a mark of that radius, best first."""
    return [
        (x + r, y, "start"), (x - r, y, "end"), (x, y - r - 5, "middle"),
        (x, y + r + 5, "middle"), (x + r * 0.8, y - r * 0.8, "start"),
        (x + r * 0.8, y + r * 0.8, "start"), (x - r * 0.8, y - r * 0.8, "end"),
        (x - r * 0.8, y + r * 0.8, "end"),
    ]  # fmt: skip


def rings(x: float, y: float, step: float, count: int) -> list[Spot]:
    """Spots at and around a point, nearest first."""
    out = [(x, y, "middle")]
    for i in range(1, count + 1):
        for dx, dy in ((0, 1), (0, -1), (-1.6, 0.5), (1.6, 0.5), (-1.6, -0.5), (1.6, -0.5)):
            out.append((x + dx * i * step, y + dy * i * step, "middle"))
    return out


def room(spot: Spot, size: Xy) -> BaseGeometry:
    """The box of a text of that size about its middle."""
    x, y, _ = spot
    return box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def grown(a: Box, dx: float, dy: float) -> Box:
    """A box made larger on all sides."""
    return a[0] - dx, a[1] - dy, a[2] + dx, a[3] + dy


def _meet(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _within(a: Box, b: Box) -> bool:
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]
