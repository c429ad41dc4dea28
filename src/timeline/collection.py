"""Read ``data/`` into one frozen Collection, with every problem found on the way.

A record that breaks its own rules, or that names a source, place or kind that does not exist, is
left out and its problems are kept: the rest still shows. Nothing is raised for bad data.
"""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from timeline import checks
from timeline.dates import DateError
from timeline.model import (
    Actor,
    Claim,
    Event,
    Head,
    Place,
    Question,
    Reading,
    Region,
    Source,
    Statement,
)
from timeline.problems import Problem, shown
from timeline.records_file import RawRecord, read_head, read_records

R = TypeVar("R", Actor, Event, Place, Question, Reading, Region, Source)
FOLDERS: tuple[tuple[str, type[Any]], ...] = (
    ("actors", Actor),
    ("sources", Source),
    ("places", Place),
    ("regions", Region),
    ("events", Event),
    ("questions", Question),
    ("readings", Reading),
)


class CollectionError(ValueError):
    """There is no collection to show: its head cannot be read. ``problems`` says why."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Collection:
    """A whole collection: records by id in reading order, and what is wrong with it."""

    head: Head
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    regions: Mapping[str, Region]
    events: Mapping[str, Event]  # in order of date
    questions: Mapping[str, Question] = field(default_factory=dict)  # in order of their first event
    readings: Mapping[str, Reading] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    skipped: tuple[str, ...] = ()  # what was left out, as "file:line id"
    digest: str = ""  # of the files it was read from
    raw: Mapping[tuple[str, str], RawRecord] = field(default_factory=dict, repr=False)

    @cached_property
    def lanes(self) -> Mapping[str, str]:
        """Kind of event → the lane it stands in."""
        return MappingProxyType({kind.id: kind.lane for kind in self.head.kinds})

    def lane(self, event: Event) -> str:
        """The lane (theme) an event stands in."""
        return self.lanes[event.kind]

    @cached_property
    def claims(self) -> Mapping[str, tuple[Event, Claim]]:
        """Every claim by id, with the event it stands on."""
        return MappingProxyType({c.id: (e, c) for e in self.events.values() for c in e.claims})

    @cached_property
    def questions_on(self) -> Mapping[str, tuple[Question, ...]]:
        """Event → the contested questions on it, in order of their time."""
        found: dict[str, tuple[Question, ...]] = {}
        for question in self.questions.values():
            for event in question.events:
                found[event] = (*found.get(event, ()), question)
        return MappingProxyType(found)

    @cached_property
    def told_of(self) -> Mapping[str, tuple[tuple[Reading, Statement], ...]]:
        """Event → what the articles that are read say of it."""
        found: dict[str, tuple[tuple[Reading, Statement], ...]] = {}
        for reading in self.readings.values():
            for statement in reading.statements:
                if statement.event:
                    told = found.get(statement.event, ())
                    found[statement.event] = (*told, (reading, statement))
        return MappingProxyType(found)

    def eras_of(self, events: Iterable[Event]) -> set[str]:
        """Ids of the eras that any of the events falls into."""
        dates = [event.date for event in events]
        return {
            era.id
            for era in self.head.eras
            if era.dates.earliest and era.dates.latest
            and any(d.overlaps(era.dates.earliest, era.dates.latest) for d in dates)
        }  # fmt: skip

    def line_of(self, event: Event) -> list[tuple[float, float]]:
        """The path of an event as (lon, lat) points; empty if it has none."""
        if event.path is None:
            return []
        return [*event.path.points] or [self.places[p].point for p in event.path.places]

    def errors(self) -> tuple[Problem, ...]:
        """The problems that are no mere warnings."""
        return tuple(p for p in self.problems if p.level == "error")


def files_of(folder: Path, name: str) -> list[Path]:
    """The files that hold records of one type: ``name.yaml`` and those in ``name/``."""
    single = folder / f"{name}.yaml"
    return [*([single] if single.is_file() else []), *sorted((folder / name).glob("*.yaml"))]


def _why(error: Mapping[str, Any]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "value_error":
        cause = context["error"]
        text = cause.reason if isinstance(cause, DateError) else str(cause)
        return text.removeprefix("expected ")
    known = {
        "missing": "this field",
        "extra_forbidden": "no such field",
        "string_type": "a text (numbers and dates in quotes)",
        "string_pattern_mismatch": f"text like {context.get('pattern')}",
        "string_too_short": "a text",
        "string_too_long": f"at most {context.get('max_length')} characters",
        "literal_error": f"one of {context.get('expected')}",
        "too_short": f"at least {context.get('min_length')} of them",
        "too_long": f"at most {context.get('max_length')} of them",
        "tuple_type": "a list",
        "model_type": "fields and values",
        "float_type": "a number without quotes",
        "int_type": "a whole number without quotes",
        "greater_than_equal": f"at least {context.get('ge', 0):g}",
        "less_than_equal": f"at most {context.get('le', 0):g}",
    }
    return known.get(kind, error["msg"][0].lower() + error["msg"][1:])


def _validated(raw: RawRecord, model: type[R], problems: list[Problem]) -> R | None:
    given = raw.value.get("id") if isinstance(raw.value, dict) else None
    name = given if isinstance(given, str) else ""
    try:
        return model.model_validate(raw.value)
    except ValidationError as failed:
        errors = failed.errors(include_url=False)
        for error in errors:
            path = error["loc"]
            inside = any(e["loc"][: len(path)] == path != e["loc"] for e in errors)
            if error["type"] == "too_short" and inside:
                continue  # the list is long enough, but something in it is wrong
            found = "nothing" if error["type"] == "missing" else shown(error.get("input"))
            problems.append(
                Problem(
                    raw.file,
                    raw.line(*path),
                    name,
                    ".".join(map(str, path)),
                    found,
                    _why(error),
                )
            )
        return None


def _read_type(
    folder: Path,
    name: str,
    model: type[R],
    problems: list[Problem],
    skipped: list[str],
    raws: dict[tuple[str, str], RawRecord],
) -> dict[str, R]:
    out: dict[str, R] = {}
    for path in files_of(folder, name):
        shown_name = path.relative_to(folder).as_posix()
        for raw in read_records(path, shown_name):
            if isinstance(raw, Problem):
                problems.append(raw)
                skipped.append(f"{raw.file}:{raw.line}")
                continue
            record = _validated(raw, model, problems)
            if record is None:
                skipped.append(f"{raw.file}:{raw.line()} {raw.value.get('id', '')}".rstrip())
            elif record.id in out:
                first = raws[name, record.id]
                expected = f"an id of its own (also in {first.file}:{first.line('id')})"
                problems.append(
                    Problem(raw.file, raw.line("id"), record.id, "id", record.id, expected)
                )
                skipped.append(f"{raw.file}:{raw.line()} {record.id}")
            else:
                out[record.id] = record
                raws[name, record.id] = raw
    return out


def digest_of(folder: Path) -> str:
    """Short hash of all files of a collection: its data version to the byte."""
    sha = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        sha.update(path.relative_to(folder).as_posix().encode())
        with suppress(OSError):  # reading the records says so
            sha.update(path.read_bytes())
    return sha.hexdigest()[:12]


def load(folder: Path | str) -> Collection:
    """Read a collection from its folder.

    Raises:
        CollectionError: there is no readable ``collection.yaml``; any other bad record is left
            out and listed in ``problems``.
    """
    # Tens of thousands of small records are made and none is let go: looking for garbage
    # meanwhile takes half the time.
    pausing = gc.isenabled()
    gc.disable()
    try:
        return _load(Path(folder))
    finally:
        if pausing:
            gc.enable()


def _load(folder: Path) -> Collection:
    problems: list[Problem] = []
    raw_head = read_head(folder / "collection.yaml", "collection.yaml")
    if isinstance(raw_head, Problem):
        raise CollectionError([raw_head])
    head = _validated(raw_head, Head, problems)  # type: ignore[type-var]
    if head is None:
        raise CollectionError(problems)
    skipped: list[str] = []
    raws: dict[tuple[str, str], RawRecord] = {("head", ""): raw_head}
    types: dict[str, dict[str, Any]] = {
        name: _read_type(folder, name, model, problems, skipped, raws) for name, model in FOLDERS
    }
    for name, key in checks.unusable(head, types, raws, problems):
        raw = raws[name, key]
        skipped.append(f"{raw.file}:{raw.line()} {key}")
        del types[name][key]
    checks.notes(head, types, raws, problems)
    events = types["events"]
    types["events"] = dict(sorted(events.items(), key=lambda item: (item[1].date, item[0])))
    types["questions"] = dict(
        sorted(
            types["questions"].items(),
            key=lambda item: (events[item[1].events[0]].date, item[0]),
        )
    )
    return Collection(
        head=head,
        **{name: MappingProxyType(records) for name, records in types.items()},
        problems=tuple(sorted(problems, key=lambda p: (p.file, p.line, p.field))),
        skipped=tuple(skipped),
        digest=digest_of(folder),
        raw=MappingProxyType(raws),
    )
