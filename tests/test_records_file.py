"""YAML files of records: what is read, what is refused and where, and the canonical form."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import records_file
from timeline.problems import Problem
from timeline.records_file import (
    MAX_BYTES,
    MAX_DEPTH,
    RawRecord,
    canonical,
    read_head,
    read_records,
)


@pytest.fixture
def read(tmp_path):
    def _read(text: str | bytes) -> tuple[list[RawRecord], list[Problem]]:
        path = tmp_path / "x.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        out = list(read_records(path, "events/x.yaml"))
        return (
            [r for r in out if isinstance(r, RawRecord)],
            [p for p in out if isinstance(p, Problem)],
        )

    return _read


SCALARS = [
    ("word", "word"),
    ("1918", 1918),
    ("-3", -3),
    ("1.50", 1.5),
    ("'1918'", "1918"),  # quoted: a text
    ('"12"', "12"),
    ("1918-05", "1918-05"),  # YAML would make these dates …
    ("1918-05-28", "1918-05-28"),
    ("no", "no"),  # … or a boolean (the "Norway problem")
    ("yes", "yes"),
    ("null", "null"),
    ("~", "~"),
    ("", ""),
    ("1_000", "1_000"),
    ("1e5", "1e5"),
    ("0x1f", "0x1f"),
    (".inf", ".inf"),
    ("12:30", "12:30"),  # sexagesimal in YAML 1.1
    ("12345678901", "12345678901"),  # too long for a number that people wrote
    ("!!python/object:os.system ls", "ls"),  # a tag means nothing here
    ("Շուշի", "Շուշի"),
]


@pytest.mark.parametrize(("written", "value"), SCALARS)
def test_scalars_stay_what_was_written(read, written, value):
    records, problems = read(f"- x: {written}\n")
    assert problems == []
    assert records[0].value == {"x": value}
    assert type(records[0].value["x"]) is type(value)


BROKEN = [
    # text, (line, found, expected) of each problem, ids read all the same
    ("null\n", [(1, "a single value", "a list of records")], []),
    ("a: 1\nb: 2\n", [(1, "fields and values", "a list of records")], []),
    ("- id: a\n- text\n", [(2, "'text'", "a record (fields and values)")], ["a"]),
    ("- [1]\n- id: b\n", [(1, "[1]", "a record (fields and values)")], ["b"]),
    (
        "- id: a\n- id: b\n  x: [1\n- id: c\n",
        [(4, "did not find expected ',' or ']'", "well-formed YAML")],
        ["a", "c"],
    ),
    (
        "- id: a\n\tx: 1\n- id: b\n- {id: c\n",  # two slips in one file: both are told
        [
            (2, "found a tab character that violates indentation", "well-formed YAML"),
            (5, "did not find expected ',' or '}'", "well-formed YAML"),
        ],
        ["b"],
    ),
    ("- id: a\n  x: 1\n  x: 2\n- id: b\n", [(3, "'x' twice", "it once")], ["b"]),
    ("- id: a\n  ? [x]\n  : 1\n", [(2, "a key that is no text", "a field name")], []),
    (
        "- id: a\n  b: &x [1]\n  c: *x\n- id: b\n",
        [(3, "an alias", "values written out, no anchors or aliases")],
        ["b"],
    ),
    (  # an alias of a plain text, and one that reaches into another record
        "- {id: &x a}\n-\n  id: *x\n- id: c\n",
        [(3, "an alias", "values written out, no anchors or aliases")],
        ["a", "c"],
    ),
    (
        "- &x {id: a}\n- id: b\n  of: *x\n",
        [(3, "an alias", "values written out, no anchors or aliases")],
        ["a"],
    ),
    ("title: x: y\n", [(1, "text that is no YAML list", "a list of records")], []),
    (  # what stands before the first record is not passed over in silence
        "title: x: y\n- id: a\n",
        [(1, "'title: x: y'", "a list of records")],
        ["a"],
    ),
]


@pytest.mark.parametrize(("text", "wanted", "ids"), BROKEN)
def test_a_slip_costs_one_record_and_is_told_with_its_line(read, text, wanted, ids):
    records, problems = read(text)
    assert [(p.line, p.found, p.expected) for p in problems] == wanted
    assert [r.value["id"] for r in records] == ids
    assert {p.file for p in problems} <= {"events/x.yaml"}
    assert {p.level for p in problems} <= {"error"}


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_an_empty_file_holds_no_records_and_no_problem(read, text):
    assert read(text) == ([], [])


def test_lines_hold_after_a_broken_record(read):
    records, _ = read("- id: a\n  x: [\n\n- id: b\n  y: 1\n")
    assert [r.line("y") for r in records] == [5]


def test_line_of_a_field_is_that_of_its_key(read):
    (record,), _ = read(
        "- id: a\n  names:\n  - {text: x}\n  - text: y\n    lang: en\n  at: [1,\n    2]\n"
    )
    rows = [
        ((), 1),
        (("id",), 1),
        (("names",), 2),
        (("names", 0, "text"), 3),
        (("names", 1, "lang"), 5),
        (("at", 1), 7),
        (("names", 1, "from"), 4),  # missing: the part that exists
        (("nothing",), 1),
        (("names", 9), 2),
        (("id", "deeper"), 1),
    ]
    assert [(path, record.line(*path)) for path, _ in rows] == rows


def test_windows_lines_and_byte_order_mark(read):
    records, problems = read(b"\xef\xbb\xbf- id: a\r\n  x: y\r\n")
    assert problems == []
    assert records[0].value == {"id": "a", "x": "y"}


def test_a_byte_order_mark_hides_no_record_of_a_broken_file(read):
    records, problems = read(b"\xef\xbb\xbf- id: a\n- {id: b\n")
    assert [r.value["id"] for r in records] == ["a"]
    assert [p.expected for p in problems] == ["well-formed YAML"]


UNREADABLE = [
    (b"- id: \xff\n", "can't decode byte 0xff"),
    ("- id: a\n".encode("utf-16"), "can't decode byte"),
]


@pytest.mark.parametrize(("raw", "found"), UNREADABLE)
def test_other_encodings_are_one_problem(read, raw, found):
    records, (problem,) = read(raw)
    assert records == []
    assert found in problem.found
    assert (problem.line, problem.expected) == (0, "a readable UTF-8 file")


def test_control_characters_are_a_problem(read):
    records, problems = read("- id: a\n- id: b\x00\n")
    assert [r.value["id"] for r in records] == ["a"]
    assert [p.expected for p in problems] == ["well-formed YAML"]
    assert read("\x00")[1][0].expected == "a list of records"


def test_missing_file_and_folder(tmp_path):
    for path in (tmp_path / "none.yaml", tmp_path):
        (problem,) = read_records(path)
        assert isinstance(problem, Problem)
        assert problem.expected == "a readable UTF-8 file"


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "x.yaml"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    (problem,) = read_records(path)
    assert (problem.found, problem.expected) == (f"{MAX_BYTES + 1} bytes", f"at most {MAX_BYTES}")


def test_a_file_of_the_greatest_size_is_read(tmp_path, monkeypatch):
    path = tmp_path / "x.yaml"
    path.write_text("- id: a\n", encoding="utf-8")
    monkeypatch.setattr(records_file, "MAX_BYTES", path.stat().st_size)
    assert [r.value for r in read_records(path)] == [{"id": "a"}]


@pytest.mark.parametrize("levels", [MAX_DEPTH + 5, 2000])
def test_deep_nesting_costs_one_record(read, levels):
    records, (problem,) = read(f"- id: a\n- x: {'[' * levels}{']' * levels}\n- id: b\n")
    assert [r.value["id"] for r in records] == ["a", "b"]
    assert (problem.line, problem.found) == (2, f"more than {MAX_DEPTH} levels")
    assert problem.expected == "flatter data"


def test_very_deep_nesting_does_not_end_the_process(tmp_path):
    # In a process of its own: what overflows the parser's stack leaves nobody to report it.
    path = tmp_path / "x.yaml"
    path.write_text(f"- x: {'[' * 200_000}\n- id: b\n", encoding="utf-8")
    script = (
        "import sys, pathlib; from timeline.records_file import read_records\n"
        "print(len(list(read_records(pathlib.Path(sys.argv[1])))))"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "2\n")


def test_fair_nesting_is_read(read):
    records, problems = read("- x: {a: {b: {c: {d: [[[1]]]}}}}\n")
    assert (len(records), problems) == (1, [])


def test_head(tmp_path):
    path = tmp_path / "collection.yaml"
    path.write_text("a: 1\nb:\n  c: x\n", encoding="utf-8")
    head = read_head(path)
    assert isinstance(head, RawRecord)
    assert head.value == {"a": 1, "b": {"c": "x"}}
    assert (head.file, head.line("b", "c")) == ("collection.yaml", 3)


HEADS = [
    ("", "nothing", "fields and values"),
    ("- a\n", "a list", "fields and values"),
    ("text\n", "a single value", "fields and values"),
    ("a: b: c\n", "mapping values are not allowed in this context", "well-formed YAML"),
    ("a: 1\na: 2\n", "'a' twice", "it once"),
    ("a: &x [1]\nb: *x\n", "an alias", "values written out, no anchors or aliases"),
]


@pytest.mark.parametrize(("text", "found", "expected"), HEADS)
def test_bad_heads(tmp_path, text, found, expected):
    path = tmp_path / "collection.yaml"
    path.write_text(text, encoding="utf-8")
    problem = read_head(path)
    assert isinstance(problem, Problem)
    assert (problem.found, problem.expected) == (found, expected)


# The canonical form.

CANONICAL = [
    ("", ""),
    ("- {b: 1, a: 2}\n", "- {b: 1, a: 2}\n"),  # the order of fields is the author's
    ('- id: "a"\n  x:   y\n', "- {id: a, x: y}\n"),
    ("- {id: a, x: [1, 2]}\n", "- id: a\n  x: [1, 2]\n"),
    ("- x: \"1918\"\n  y: 1918-05\n", "- {x: '1918', y: 1918-05}\n"),
    ("- {z: '1918-05-28'}\n", "- {z: '1918-05-28'}\n"),  # a date to other readers of YAML
    ("- x: no\n", "- {x: 'no'}\n"),  # safe for other readers of YAML, too
    ("- x: Շուշի\n", "- {x: Շուշի}\n"),
    ("title: {en: A, az: B}\nlanes: [{id: a}]\n", "title: {en: A, az: B}\nlanes:\n- {id: a}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CANONICAL)
def test_canonical(text, wanted):
    assert canonical(text) == wanted


def test_long_texts_are_folded_and_long_mappings_unfolded():
    text = canonical(f"- {{id: a, x: {'word ' * 60}}}\n")
    assert all(len(line) <= records_file.WIDTH + 20 for line in text.splitlines())
    assert text.startswith("- id: a\n  x: word word")


NUMBERS = ["1", "-1", "1.50", "0.0", "007", "08", "1_000", "1e5", "0x1f", ".5", "+3"]
WORDS = ["a", "null", "~", "yes", "no", "on", "=", "<<", "1918-05-28", "1918-05", "12:30"]
PLAIN = st.sampled_from([*NUMBERS, *WORDS])
LETTERS = "abxyzəŞШշ 0123-?:,[]{}#&*!|>'\"%@`\\\n\t\x85\u2028\u00a0\ufeff~=<.😀"
QUOTED = st.text(LETTERS, max_size=120).map(lambda t: json.dumps(t, ensure_ascii=False))
SCALAR = st.one_of(PLAIN, QUOTED)
KEYS = st.one_of(
    st.sampled_from(["id", "title", "from", "no", "12", "1918-05-28"]).map(json.dumps),
    st.text("abcəШ -:#", min_size=1, max_size=12).map(lambda t: json.dumps(t, ensure_ascii=False)),
)


def _flow_map(pairs: dict[str, str]) -> str:
    return "{" + ", ".join(f"{k}: {v}" for k, v in pairs.items()) + "}"


VALUES = st.recursive(
    SCALAR,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(KEYS, inner, max_size=4).map(_flow_map),
    ),
    max_leaves=8,
)
FILES = st.lists(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=5).map(_flow_map), max_size=4
).map(lambda records: "".join(f"- {record}\n" for record in records))


def _values(text: str) -> list:
    out = list(records_file._records(text, "x", 0))
    assert all(isinstance(r, RawRecord) for r in out), out
    return [r.value for r in out if isinstance(r, RawRecord)]


@given(FILES)
def test_canonical_form_is_idempotent_and_loses_nothing(text):
    once = canonical(text)
    assert canonical(once) == once
    # repr, since 1 == 1.0 and a number must not become another kind of number
    assert repr(_values(once)) == repr(_values(text))
