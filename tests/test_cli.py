"""The command ``timeline``: one clear line per problem, never a traceback."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.small import ARTICLE
from timeline.cli import main

LATER = "events/later.yaml"


def run(*args: object) -> Result:
    result = CliRunner().invoke(main, [str(a) for a in args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def test_help_names_every_command():
    result = run("--help")
    assert result.exit_code == 0
    for name in ("check", "date", "export", "format", "serve"):
        assert f"\n  {name} " in result.output


def test_check_of_a_good_collection(small):
    result = run("check", small.folder)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        "5 events, 1 questions, 5 sources, 3 places, 2 actors, 2 regions; 0 errors, 0 warnings, "
        "0 records left out\n"
    )


def test_check_tells_every_problem_in_a_line_and_counts(small):
    small.change("events/1918.yaml", "kind: battle\n  weight: 3", "kind: x\n  weight: 3")
    small.change(LATER, "summary: A truce took effect.", "summary: The regime agreed.")
    small.append(LATER, "- {id: broken\n")
    result = run("check", small.folder)
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 2
    expected = "events/1918.yaml:46: error: march: kind: expected an id in kinds, found 'x'"
    assert expected in result.stderr
    *warnings, last = result.stdout.splitlines()
    assert [": warning: truce: summary: " in w for w in warnings] == [True]
    assert last.endswith("2 errors, 1 warnings, 2 records left out")


def test_warnings_fail_only_when_asked_to(small):
    small.change(LATER, "summary: A truce took effect.", "summary: The regime agreed.")
    assert run("check", small.folder).exit_code == 0
    assert run("check", "--strict", small.folder).exit_code == 1


def test_check_against_articles(small, tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "000_paper.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("check", small.folder, "--against", folder).exit_code == 0
    (folder / "000_paper.txt").write_text("Something else.", encoding="utf-8")
    result = run("check", small.folder, "--against", folder)
    assert result.exit_code == 1
    assert "expected words that stand in paper" in result.stderr


@pytest.mark.parametrize("text", ["", "title: [\n", "title: {}\n", "\x00"])
def test_a_broken_head_is_told_in_lines(small, text):
    (small.folder / "collection.yaml").write_text(text, encoding="utf-8")
    result = run("check", small.folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert all(line.startswith("collection.yaml") for line in result.stderr.splitlines())


def test_check_of_no_folder(tmp_path):
    result = run("check", tmp_path / "nowhere")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1


DATES = [
    # arguments, EDTF
    (["28 May 1918"], "1918-05-28"),
    (["April 1920"], "1920-04"),
    (["1918-05-28"], "1918-05-28"),
    (["--lang", "ru", "28 мая 1918"], "1918-05-28"),
    (["28 May", "--anchor", "1918"], "1918-05-28"),
]


@pytest.mark.parametrize(("args", "edtf"), DATES)
def test_date(args, edtf):
    result = run("date", *args)
    assert (result.exit_code, result.stdout) == (0, edtf + "\n")


REFUSED = [
    ["soon"],
    ["44 days"],
    ["Wednesday"],
    [""],
    ["a\nb"],
    ["x" * 100_000],
    ["1918-02-30"],
    ["28 May 1918", "--lang", "tlh"],
    ["the following month", "--anchor", "whenever"],
]


@pytest.mark.parametrize("args", REFUSED)
def test_a_phrase_that_is_no_date(args):
    result = run("date", *args)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("timeline: ")
    assert "expected" in line
    assert len(line) < 300


def test_a_note_does_not_disturb_the_output():
    result = run("date", "15 May 1918 (Old Style)")
    assert result.stdout == "1918-05-28\n"
    assert "Old Style" in result.stderr


FIRST = {"csv": "id,title,date", "geojson": "{", "csl": "["}


@pytest.mark.parametrize("form", FIRST)
def test_export_to_a_file_and_to_standard_output_are_the_same(small, tmp_path, form):
    out = tmp_path / "out"
    result = run("export", "--to", form, "--data", small.folder, "-o", out)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    piped = run("export", "--to", form, "--data", small.folder, "-o", "-")
    assert piped.stdout_bytes == out.read_bytes()
    assert out.read_text(encoding="utf-8").startswith(FIRST[form])


def test_export_keeps_every_letter(small):
    small.change(LATER, "title: Truce", "title: Şuşa, Շուշի, Шуша")
    result = run("export", "--to", "csv", "--data", small.folder)
    rows = list(csv.reader(io.StringIO(result.stdout_bytes.decode("utf-8"), newline="")))
    assert rows[-1][1] == "Şuşa, Շուշի, Шуша"


def test_export_says_what_was_left_out(small, tmp_path):
    small.append(LATER, "- {id: broken\n")
    result = run("export", "--to", "geojson", "--data", small.folder, "-o", tmp_path / "x")
    assert result.exit_code == 0
    assert len(result.stderr.splitlines()) == 1
    assert "left out" in result.stderr
    # To standard output too, where only the data may stand.
    piped = run("export", "--to", "geojson", "--data", small.folder)
    assert len(json.loads(piped.stdout)["features"]) == 5
    assert "left out" in piped.stderr


@pytest.mark.parametrize("out", ["nowhere/x.csv", "data", "a" * 300])
def test_export_to_a_place_that_cannot_be_written(small, tmp_path, out):
    result = run("export", "--to", "csv", "--data", small.folder, "-o", tmp_path / out)
    assert (result.exit_code, result.stdout) == (1, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith("timeline: ")


def test_export_of_a_broken_collection(small, tmp_path):
    (small.folder / "collection.yaml").write_text("[", encoding="utf-8")
    result = run("export", "--to", "csv", "--data", small.folder, "-o", tmp_path / "x")
    assert result.exit_code == 1
    assert not (tmp_path / "x").exists()


def test_format_rewrites_what_is_not_canonical_once(small):
    before = small.load()
    small.change(LATER, "  title: Truce", '  title:   "Truce"')
    assert LATER in run("format", "--data", small.folder).stdout.splitlines()
    after = small.load()
    assert after.events == before.events
    assert run("format", "--data", small.folder).stdout == ""
    assert after.problems == ()


@pytest.mark.parametrize("raw", [b"- {id: a\n", b"\xff", b"- a: &x [1]\n  b: *x\n"])
def test_format_leaves_what_it_cannot_read_and_says_so(small, raw):
    path: Path = small.folder / "events" / "later.yaml"
    path.write_bytes(raw)
    result = run("format", "--data", small.folder)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert LATER in line
    assert path.read_bytes() == raw
