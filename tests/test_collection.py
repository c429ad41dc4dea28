"""A folder of records → one collection: every slip told with its place, nothing raised."""

from __future__ import annotations

import pytest

from tests.small import FILES, Small
from timeline.collection import CollectionError, digest_of, files_of, load


def test_the_small_collection_has_no_problems(book):
    assert book.problems == ()
    assert book.skipped == ()
    assert list(book.sources) == ["gazette", "paper", "study", "ruling", "report"]
    assert {len(book.actors), len(book.regions)} == {2}


def test_events_are_in_order_of_date_whatever_their_file(small):
    small.change("events/later.yaml", "date: 1919-03?", "date: '1917'")
    assert list(small.load().events) == ["letter", "founding", "march", "siege", "truce"]


def test_a_collection_cannot_be_changed(book):
    with pytest.raises(TypeError):
        book.events["x"] = book.events["truce"]


def test_lane_of_an_event(book):
    assert book.lane(book.events["siege"]) == "war"


LATER, EARLY = "events/later.yaml", "events/1918.yaml"
ONE_RECORD = [
    # file, text, what it becomes, record, field, found, expected; the line is that of the text
    # that changed
    (LATER, "label: Letter", "labl: Letter", "letter", "labl", "'Letter'", "no such field"),
    (
        LATER,
        "date: 1919-03?",
        "date: 1919-13",
        "letter",
        "date",
        "'1919-13'",
        "a month from 01 to 12 or a season 21 to 24, not 13",
    ),
    (
        LATER,
        "date: 1919-03?",
        "date: 1919",
        "letter",
        "date",
        "1919",
        "an EDTF date in quotes, e.g. '1918-05-28'",
    ),
    (
        LATER,
        "title: Truce",
        "title: {az: Barışıq}",
        "truce",
        "title",
        "{'az': 'Barışıq'}",
        "the text in English (en), too",
    ),
    (
        LATER,
        "title: Truce",
        "title: 1994",
        "truce",
        "title",
        "1994",
        "a text, or a map of language to text",
    ),
    (
        LATER,
        "title: Truce",
        "title: {en: Truce, xx: Y}",
        "truce",
        "title",
        "{'en': 'Truce', 'xx': 'Y'}",
        "languages of en, az, hy, ru, ka, tr, fa, de, fr, uk, not 'xx'",
    ),
    (LATER, "- id: truce", "- id: Truce!", "Truce!", "id", "'Truce!'", None),
    (
        LATER,
        "places: [{place: far-west}]",
        "places: []",
        "letter",
        "places",
        "[]",
        "at least 1 of them",
    ),
    (
        LATER,
        "places: [{place: far-west}]",
        "places: far-west",
        "letter",
        "places",
        "'far-west'",
        "a list",
    ),
    (
        LATER,
        "places: [{place: far-west}]",
        "places: [far-west]",
        "letter",
        "places.0",
        "'far-west'",
        "fields and values",
    ),
    (
        LATER,
        "places: [{place: far-west}]",
        "places: [{place: far-west, role: victim}]",
        "letter",
        "places.0.role",
        "'victim'",
        "one of 'site', 'seat', 'subject', 'target', 'origin', 'via' or 'destination'",
    ),
    (LATER, "weight: 3", "weight: 4", "letter", "weight", "4", "one of 1, 2 or 3"),
    (
        EARLY,
        "quote: acted lawfully",
        "quote: one two three four five six seven eight nine ten eleven twelve thirteen",
        "founding",
        "claims.0.cite.0.quote",
        None,
        "at most 12 words, found 13",
    ),
    (
        EARLY,
        "    low: 20",
        "    low: many",
        "founding",
        "figures.0.low",
        "'many'",
        "a number without quotes",
    ),
    (
        EARLY,
        "path: {places: [ganja, shusha], mode",
        "path: {places: [ganja], mode",
        "march",
        "path",
        None,
        "at least two places or points",
    ),
    (EARLY, "mode: front", "mode: car", "siege", "path.mode", "'car'", None),
    (
        "places.yaml",
        "point: [-73.968, -40.749]",
        "point: [-190, 40]",
        "far-west",
        "point.0",
        "-190",
        "at least -180",
    ),
    (
        "places.yaml",
        "point: [-73.968, -40.749]",
        "point: [-73.968]",
        "far-west",
        "point.1",
        "nothing",
        "this field",
    ),
    (
        "sources.yaml",
        "URL: https://example.org/paper?a=1&b=2",
        "URL: javascript:alert(1)",
        "paper",
        "URL",
        "'javascript:alert(1)'",
        "an http or https address without blanks",
    ),
    (
        "sources.yaml",
        "- {literal: Press Bureau}",
        "- {given: Bureau}",
        "paper",
        "author.1",
        "{'given': 'Bureau'}",
        "either family (and given) or literal",
    ),
    ("actors.yaml", "  kind: body", "  kind: ghost", "council", "kind", "'ghost'", None),
    (
        "regions.yaml",
        "geometry: areas#claimed",
        "geometry: areas",
        "claimed-land",
        "geometry",
        "'areas'",
        "text like ^[a-z0-9_]+#[a-z0-9-]+$",
    ),
]


@pytest.mark.parametrize(
    ("file", "old", "new", "record", "field", "found", "expected"),
    ONE_RECORD,
    ids=[f"{row[3]}.{row[4]}={row[2][:20]}" for row in ONE_RECORD],
)
def test_a_slip_in_a_field(small, file, old, new, record, field, found, expected):
    line = small.line_of(file, old)
    small.change(file, old, new)
    missing = "labl" in new  # a misspelt field is also one that is missing
    mine = [
        p for p in small.problems()
        if (p.record == record and p.level == "error" and p.expected != "this field") or
        (p.record == record and not missing and p.expected == "this field")
    ]  # fmt: skip
    assert [(p.file, p.line, p.field) for p in mine] == [(file, line, field)]
    if found is not None:
        assert mine[0].found == found
    if expected is not None:
        assert mine[0].expected == expected


def test_a_missing_field_is_told_at_the_head_of_its_record(small):
    line = small.line_of(LATER, "- id: truce")
    small.change(LATER, "  title: Truce\n", "")
    (problem,) = small.problems()
    assert (problem.line, problem.record, problem.field) == (line, "truce", "title")
    assert (problem.found, problem.expected) == ("nothing", "this field")


def test_a_reversed_range_is_told_at_its_figure(small):
    small.change(EARLY, "low: 20", "low: 40")
    problem = next(p for p in small.problems() if p.record == "founding")
    assert (problem.line, problem.field) == (small.line_of(EARLY, "- what:"), "figures.0")
    assert problem.expected == "low <= best <= high"


def test_a_doubled_id_names_the_first_one(small):
    first = small.line_of(EARLY, "- id: siege")
    line = small.line_of(LATER, "- id: truce")
    small.change(LATER, "- id: truce", "- id: siege")
    book = small.load()
    (problem,) = book.problems
    assert (problem.file, problem.line, problem.field, problem.found) == (
        LATER,
        line,
        "id",
        "siege",
    )
    assert problem.expected == f"an id of its own (also in {EARLY}:{first})"
    assert book.events["siege"].title["en"] == "Siege"  # the first one stays
    assert book.skipped == (f"{LATER}:{line} siege",)


def test_the_same_id_in_two_types_is_fine(small):
    small.append("actors.yaml", "- {id: shusha, name: Town of Shusha, group: azerbaijan}\n")
    assert small.problems() == ()


def test_all_problems_at_once_and_nothing_raised(small):
    small.change("actors.yaml", "group: armenia", "group: nowhere")
    small.change("sources.yaml", "type: legal_case", "type: rumour")
    small.change("places.yaml", "[-73.968, -40.749]", "[0, 100]")
    small.change("regions.yaml", "status: claimed", "status: dreamt")
    small.change(EARLY, "mode: front", "mode: car")
    small.append(LATER, "- {id: broken\n")
    book = small.load()
    told = {(p.file, p.field) for p in book.errors()}
    assert told >= {
        ("actors.yaml", "group"),
        ("sources.yaml", "type"),
        ("places.yaml", "point.1"),
        ("regions.yaml", "status"),
        (EARLY, "path.mode"),
        (LATER, ""),
    }
    assert list(book.problems) == sorted(book.problems, key=lambda p: (p.file, p.line, p.field))


def test_skipped_records_are_counted_and_the_rest_still_shows(small):
    small.change(EARLY, "mode: front", "mode: car")
    line = small.line_of(EARLY, "- id: siege")
    start = small.text(LATER).count("\n") + 1
    small.append(LATER, "- {id: broken\n- text\n- {id: bare}\n")
    book = small.load()
    assert sorted(book.skipped) == [
        f"{EARLY}:{line} siege",
        f"{LATER}:{start + 1}",
        f"{LATER}:{start + 1}",
        f"{LATER}:{start + 2} bare",
    ]
    assert list(book.events) == ["founding", "march", "letter", "truce"]


def test_what_leans_on_a_lost_record_is_lost_too_and_counted_once(small):
    # The place's only name leans on a source that does not exist; so does the event on the place.
    small.change("places.yaml", "cite: [{source: gazette}]", "cite: [{source: nothing}]")
    book = small.load()
    assert "ganja" not in book.places
    assert set(book.events) == {"siege", "letter"}
    assert sorted(s.split()[1] for s in book.skipped) == [
        "founding", "ganja", "lawfulness", "march", "reading-paper", "truce",
    ]  # fmt: skip


def test_an_empty_collection_is_a_collection(small):
    for name in FILES:
        if name != "collection.yaml":
            (small.folder / name).unlink()
    small.change(
        "collection.yaml", "landmarks:\n- {event: founding, label: Founding}", "landmarks: []"
    )
    book = small.load()
    assert (dict(book.events), book.problems) == ({}, ())


HEADS = [
    # text, what it becomes, line, field, expected
    ("version: '1'", "version: 1", 3, "version", "a text (numbers and dates in quotes)"),
    ("languages: [en, az]", "languages: [en, xx]", 5, "languages.1", None),
    ("  camera: [46.5, 40.25, 5.5]", "  camera: [46.5, 40.25]", 10, "default_view.camera.2", None),
    ("  from: '1918'", "  from: ../1918", 7, "default_view.from", None),  # no first day to show
    ("title: {en: Small chronicle, az: Kiçik salnamə}", "titel: X", 1, "titel", "no such field"),
    ("  asof: '1918-05-28'", "  asof: now", 9, "default_view.asof", None),
]


@pytest.mark.parametrize(("old", "new", "line", "field", "expected"), HEADS)
def test_a_broken_head_is_the_one_thing_raised(small, old, new, line, field, expected):
    small.change("collection.yaml", old, new)
    with pytest.raises(CollectionError) as failed:
        small.load()
    found = {(p.file, p.line, p.field): p.expected for p in failed.value.problems}
    assert ("collection.yaml", line, field) in found
    if expected:
        assert found["collection.yaml", line, field] == expected
    assert str(failed.value).splitlines() == [str(p) for p in failed.value.problems]


@pytest.mark.parametrize("text", [None, "", "- a\n", "a: [\n", "a: 1\na: 2\n"])
def test_no_head_no_collection(small, text):
    path = small.folder / "collection.yaml"
    path.unlink()
    if text is not None:
        path.write_text(text, encoding="utf-8")
    with pytest.raises(CollectionError) as failed:
        small.load()
    assert [p.file for p in failed.value.problems] == ["collection.yaml"]


def test_a_folder_that_is_none(tmp_path):
    with pytest.raises(CollectionError):
        load(tmp_path / "nowhere")


def test_files_of_a_type(small):
    (small.folder / "events.yaml").write_text("", encoding="utf-8")
    (small.folder / "events" / "notes.txt").write_text("", encoding="utf-8")
    names = [p.relative_to(small.folder).as_posix() for p in files_of(small.folder, "events")]
    assert names == ["events.yaml", EARLY, LATER]


def test_an_editor_s_lock_file_is_a_problem_and_no_crash(small):
    # Emacs marks an open file with a link to nowhere beside it.
    (small.folder / "events" / ".#later.yaml").symlink_to("user@host.1")
    book = small.load()
    assert len(book.events) == 5
    assert {p.file for p in book.problems} <= {"events/.#later.yaml"}


def test_the_digest_follows_every_byte_and_every_name(small, tmp_path):
    same = Small(tmp_path / "other").write()
    assert digest_of(small.folder) == digest_of(same.folder) == small.load().digest
    same.append("events/later.yaml", "\n")
    assert digest_of(small.folder) != digest_of(same.folder)
    same.write()
    (same.folder / "actors.yaml").rename(same.folder / "actors2.yaml")
    assert digest_of(small.folder) != digest_of(same.folder)
