"""YAML files of records: text → values with the line of each; and the one canonical form.

Strings stay strings: `1918-05` never becomes a date nor `no` a boolean. Anchors, aliases and
doubled keys are refused. A list whose YAML is broken is read record by record, so that one slip
costs one record and not the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from yaml._yaml import CParser

from timeline.problems import Problem, shown

MAX_BYTES = 8_000_000  # a larger file is no collection that people review
MAX_DEPTH = 20
WIDTH = 100  # columns of the canonical form
_STR, _INT, _FLOAT = (f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float"))
_MAP, _SEQ = (f"tag:yaml.org,2002:{t}" for t in ("map", "seq"))
_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,12})?")


class RecordsError(ValueError):
    """A node that a file of records may not hold; ``line`` is 1-based."""

    def __init__(self, line: int, found: str, expected: str) -> None:
        super().__init__(f"line {line}: expected {expected}, found {found}")
        self.line, self.found, self.expected = line, found, expected


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record as it stands in its file: plain values, and a line for every field."""

    file: str
    value: Any
    node: yaml.Node
    offset: int = 0  # lines before the text this node was read from

    def line(self, *path: str | int) -> int:
        """Line (1-based) of the deepest part of ``path`` that exists."""
        node = self.node
        line = node.start_mark.line
        for step in path:
            below = None
            if isinstance(node, yaml.MappingNode):
                for key, child in node.value:
                    if key.value == str(step):
                        below, line = child, key.start_mark.line
            elif (
                isinstance(node, yaml.SequenceNode)
                and isinstance(step, int)
                and step < len(node.value)
            ):
                below = node.value[step]
                line = below.start_mark.line
            if below is None:
                break
            node = below
        return line + 1 + self.offset


def _plain(node: yaml.Node, seen: set[int], line: int = 1) -> Any:
    """The value of a node; ``line`` is that of its key, since an alias has none of its own."""
    if id(node) in seen:
        raise RecordsError(line, "an alias", "values written out, no anchors or aliases")
    seen.add(id(node))
    value = node.value
    if isinstance(node, yaml.ScalarNode):
        if not node.style and value[-1:].isdigit() and _NUMBER.fullmatch(value):
            return float(value) if "." in value else int(value)
        return value
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, seen, line) for child in value]
    out: dict[str, Any] = {}
    for key, child in value:
        name = key.value
        if type(key) is not yaml.ScalarNode or name in out:
            line = key.start_mark.line + 1
            if type(key) is not yaml.ScalarNode:
                raise RecordsError(line, "a key that is no text", "a field name")
            raise RecordsError(line, f"{shown(name)} twice", "it once")
        out[name] = _plain(child, seen, key.start_mark.line + 1)
    return out


def _what(node: yaml.Node | None) -> str:
    if node is None:
        return "nothing"
    return {"MappingNode": "fields and values", "SequenceNode": "a list"}.get(
        type(node).__name__, "a single value"
    )


class _Loader(CParser, yaml.resolver.BaseResolver):
    """libyaml's parser without PyYAML's guessing of types, which would be thrown away."""

    def __init__(self, stream: str) -> None:
        CParser.__init__(self, stream)
        yaml.resolver.BaseResolver.__init__(self)

    depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Refuse deep nesting while it is read, before it overflows the stack of the parser."""
        self.depth += 1
        if self.depth > MAX_DEPTH + 2:  # the list and the record
            line = parent.start_mark.line + 1 if parent is not None else 1
            raise RecordsError(line, f"more than {MAX_DEPTH} levels", "flatter data")

    def ascend_resolver(self) -> None:
        """One level up again."""
        self.depth -= 1

    def resolve(self, kind: type, value: object, implicit: object) -> str:
        """One tag for all; what a text means is for the model to say."""
        return _STR


def _compose(text: str) -> yaml.Node | None:
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _syntax(error: Exception, file: str, offset: int) -> Problem:
    if isinstance(error, RecordsError):
        return Problem(file, error.line + offset, "", "", error.found, error.expected)
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    line = mark.line + 1 + offset if mark else offset + 1
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    return Problem(file, line, "", "", str(what), "well-formed YAML")


def _records(text: str, file: str, offset: int) -> Iterator[RawRecord | Problem]:
    node = _compose(text)
    if node is None:
        return
    if not isinstance(node, yaml.SequenceNode):
        yield Problem(
            file, node.start_mark.line + 1 + offset, "", "", _what(node), "a list of records"
        )
        return
    seen: set[int] = set()  # of the whole text: an alias may reach into another record
    for child in node.value:
        try:
            value = _plain(child, seen, child.start_mark.line + 1)
        except RecordsError as error:
            yield _syntax(error, file, offset)
            continue
        raw = RawRecord(file, value, child, offset)
        if isinstance(value, dict):
            yield raw
        else:
            yield Problem(file, raw.line(), "", "", shown(value), "a record (fields and values)")


def _text(path: Path, name: str) -> str | Problem:
    try:
        if path.stat().st_size > MAX_BYTES:
            return Problem(name, 0, "", "", f"{path.stat().st_size} bytes", f"at most {MAX_BYTES}")
        return path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return Problem(name, 0, "", "", str(error), "a readable UTF-8 file")


def read_records(path: Path, name: str | None = None) -> Iterator[RawRecord | Problem]:
    """Every record of a YAML list, and a problem for each that cannot be read; never raises."""
    name = name or path.name
    text = _text(path, name)
    if isinstance(text, Problem):
        yield text
        return
    try:
        yield from list(_records(text, name, 0))
    except (yaml.YAMLError, RecursionError, ValueError):
        # Broken somewhere: read it piece by piece, a piece being one "- …" at the margin.
        lines = text.split("\n")
        starts = [i for i, line in enumerate(lines) if re.match(r"-(\s|$)", line)]
        if not starts:
            yield Problem(name, 1, "", "", "text that is no YAML list", "a list of records")
            return
        for i, line in enumerate(lines[: starts[0]]):
            if line.strip() and not line.startswith(("#", "%", "---")):
                yield Problem(name, i + 1, "", "", shown(line), "a list of records")
                break
        for first, after in zip(starts, [*starts[1:], len(lines)], strict=True):
            try:
                yield from list(_records("\n".join(lines[first:after]), name, first))
            except (yaml.YAMLError, RecursionError, ValueError) as error:
                yield _syntax(error, name, first)


def read_head(path: Path, name: str | None = None) -> RawRecord | Problem:
    """The one mapping of ``collection.yaml``; a problem if it cannot be read."""
    name = name or path.name
    text = _text(path, name)
    if isinstance(text, Problem):
        return text
    try:
        node = _compose(text)
        if not isinstance(node, yaml.MappingNode):
            return Problem(name, 1, "", "", _what(node), "fields and values")
        return RawRecord(name, _plain(node, set()), node)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return _syntax(error, name, 0)


def unreadable(path: Path, name: str) -> list[Problem]:
    """What keeps a file from being rewritten without loss; a head is a mapping, the rest lists."""
    found = [read_head(path, name)] if name == "collection.yaml" else read_records(path, name)
    return [p for p in found if isinstance(p, Problem)]


def _style(node: yaml.Node, width: int) -> int | None:
    """Set one style on a node; returns its width on one line, or None if it needs several."""
    if isinstance(node, yaml.ScalarNode):
        number = not node.style and _NUMBER.fullmatch(node.value)
        node.tag = (_FLOAT if "." in node.value else _INT) if number else _STR
        node.style = None
        return len(node.value) + 2
    node = cast(yaml.CollectionNode, node)
    node.tag = _MAP if isinstance(node, yaml.MappingNode) else _SEQ
    pairs = node.value if isinstance(node, yaml.MappingNode) else [(None, c) for c in node.value]
    widths: list[int | None] = []
    for key, child in pairs:
        if key is not None:
            _style(key, width)
            widths.append(len(key.value) + 2)
        widths.append(_style(child, width - 2))
    total = sum(w + 2 for w in widths if w is not None)
    flat = (
        None not in widths
        and total <= width
        and all(isinstance(c, yaml.ScalarNode) for _, c in pairs)
    )
    node.flow_style = flat
    return total if flat else None


def canonical(text: str) -> str:
    """The one way to write these records: short flat mappings on a line, the rest in blocks.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    node = _compose(text)
    if node is None:
        return ""
    if isinstance(node, yaml.ScalarNode):
        return text
    for child in node.value if isinstance(node, yaml.SequenceNode) else ():
        _style(child, WIDTH - 2)
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            _style(key, WIDTH)
            _style(child, WIDTH - len(key.value) - 2)
            if isinstance(child, yaml.SequenceNode) and any(
                not isinstance(c, yaml.ScalarNode) for c in child.value
            ):
                child.flow_style = False
    whole = cast(yaml.CollectionNode, node)
    whole.flow_style, whole.tag = False, _MAP if isinstance(node, yaml.MappingNode) else _SEQ
    return yaml.serialize(node, Dumper=yaml.CSafeDumper, allow_unicode=True, width=WIDTH, indent=2)
