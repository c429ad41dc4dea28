"""docs/data-dictionary.md is true to the model: every type, every field, every example."""

from __future__ import annotations

import inspect
import re
from typing import Any

import pytest
import yaml

from timeline import model, paths
from timeline.collection import FOLDERS
from timeline.model import Record

PAGE = (paths.ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
SECTIONS = {
    match[1]: match[2]
    for match in re.finditer(r"^## `(\w+)`[^\n]*\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
}
TYPES = {
    name: kind
    for name, kind in inspect.getmembers(model, inspect.isclass)
    if issubclass(kind, Record) and kind is not Record
}


class AllText(yaml.SafeLoader):
    """As the collection is read: dates and words stay texts, numbers are numbers."""


AllText.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in rows if tag.endswith((":int", ":float"))]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def value_words(schema: dict[str, Any]) -> str:
    """What a field takes, in the words of the page."""
    if "anyOf" in schema:
        return " or ".join(value_words(s) for s in schema["anyOf"] if s.get("type") != "null")
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/")[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return " · ".join(f"`{value}`" for value in schema["enum"])
    match schema["type"]:
        case "object":
            return "text, or language: text"
        case "array" if "prefixItems" in schema:
            return f"[{', '.join(value_words(s) for s in schema['prefixItems'])}]"
        case "array":
            least = f", at least {schema['minItems']}" if schema.get("minItems") else ""
            words = value_words(schema["items"])
            return f"list of ({words}){least}" if " · " in words else f"list of {words}{least}"
        case "number" | "integer":
            kind = "number" if schema["type"] == "number" else "whole number"
            if "minimum" in schema:
                return f"{kind} {schema['minimum']:g} to {schema['maximum']:g}"
            return kind
    if schema.get("format") == "edtf":
        return "EDTF date"
    if "pattern" in schema:
        slug = "(-[a-z0-9]+)*" in schema["pattern"]
        return "id" if slug else f"text like `{schema['pattern']}`"
    return f"text of at most {schema['maxLength']} characters"


def rows_of(kind: type[Record]) -> list[tuple[str, str, str]]:
    """Field, what it takes, and whether it must be there; of a type, in the order of the model."""
    schema = kind.model_json_schema(by_alias=True)
    rows = []
    for name, about in schema["properties"].items():
        default = about.get("default")
        must = "yes" if name in schema.get("required", ()) else "no"
        if default not in (None, [], ()):
            must = f"no: `{default:g}`" if isinstance(default, float) else f"no: `{default}`"
        rows.append((f"`{name}`", value_words(about), must))
    return rows


def test_every_record_type_has_its_section():
    assert set(SECTIONS) == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_the_fields_are_those_of_the_model(name):
    table = re.findall(r"^\| (`\w+`) \| (.*?) \| (.*?) \| (.*?) \|$", SECTIONS[name], re.MULTILINE)
    assert [row[:3] for row in table] == rows_of(TYPES[name])
    assert [row[0] for row in table if len(row[3]) < 8] == []  # each says what it means


@pytest.mark.parametrize("name", TYPES)
def test_the_example_is_a_good_record(name):
    (example,) = re.findall(r"```yaml\n(.*?)```", SECTIONS[name], re.DOTALL)
    value = yaml.load(example, AllText)
    record = value[0] if isinstance(value, list) else value
    TYPES[name].model_validate(record)


@pytest.mark.parametrize("name", [folder for folder, _ in FOLDERS])
def test_every_file_is_named(name):
    assert f"`{name}" in PAGE


def test_no_link_leads_nowhere():
    anchors = {name.lower() for name in TYPES} | {
        re.sub(r"[^\w\- ]", "", h).strip().lower().replace(" ", "-")
        for h in re.findall(r"^##+ (.*)$", PAGE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([\w-]+)\)", PAGE)) <= anchors
