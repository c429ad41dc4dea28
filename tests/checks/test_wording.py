"""Scripts of names and texts, and addresses of originals."""

from __future__ import annotations

import pytest

from timeline.checks.wording import scripts_of

PLACES, SOURCES = "places.yaml", "sources.yaml"
NAMES = [
    # what is put for the Armenian name of Shusha, field, found, expected
    ("{text: Շուշի, lang: hy, script: Latn, kind: local}",
     {("names.2.script", "Latn", "one of Armn for hy"),
      ("names.2.text", "Շուշի (Armn)", "letters of Latn")}),
    ("{text: Shushi, lang: hy, script: Armn, kind: local}",
     {("names.2.text", "Shushi (Latn)", "letters of Armn")}),
    # a Latin o inside Cyrillic letters looks right and is not found
    ("{text: Шyша, lang: ru, script: Cyrl, kind: local}",
     {("names.2.text", "Шyша (Latn)", "letters of Cyrl")}),
    ("{text: Շուշի 2, lang: hy, script: Armn, kind: local}", set()),
    ("{text: شوشا, lang: az, script: Arab, kind: historical}", set()),
    ("{text: Шуша, lang: az, script: Cyrl, kind: historical}", set()),
    ("{text: შუშა, lang: ka, script: Geor, kind: exonym}", set()),
]  # fmt: skip


@pytest.mark.parametrize(("name", "told"), NAMES)
def test_a_name_is_in_the_script_of_its_language(small, name, told):
    small.change(PLACES, "{text: Շուշի, lang: hy, script: Armn, kind: local}", name)
    found = {(p.field, p.found, p.expected) for p in small.problems() if p.record == "shusha"}
    assert found == told


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("{en: A letter abroad, hy: A letter}", [("title.hy", "A letter", "letters of Armn")]),
        ("{en: A letter abroad, ru: Письмо NKR}", []),  # an abbreviation may stand in it
        ("{en: Письмо}", []),  # English quotes what it likes
    ],
)
def test_a_text_is_in_the_script_of_its_language(small, title, told):
    small.change("events/later.yaml", "title: A letter abroad", f"title: {title}")
    assert [(p.field, p.found, p.expected) for p in small.problems()] == told


ADDRESSES = [
    ("https://en.wikipedia.org/wiki/Shusha", None),
    ("https://example.org/explained/wikiwand", None),  # only the host counts
    ("https://www.wikiwand.com/en/Shusha", "the address of the original, not of a copy"),
    ("http://everything.explained.today/Shusha/", "the address of the original, not of a copy"),
    ("https://docslib.org/doc/1/x", "the address of the original, not of a copy"),
    ("https://web.archive.org/web/2020/https://example.org/",
     "the original's address (a copy goes to archived)"),
    ("https://localhost/x", "an address with the name of a host"),
    ("https:///x", "an address with the name of a host"),
    ("https://[x/", "an address with the name of a host"),
]  # fmt: skip


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_an_address_is_that_of_the_original(small, address, expected):
    small.change(SOURCES, "https://example.org/paper?a=1&b=2", address)
    found = [(p.record, p.field, p.expected) for p in small.problems()]
    assert found == ([("paper", "URL", expected)] if expected else [])


def test_an_archive_is_right_in_its_own_field(small):
    small.change(
        SOURCES,
        "  URL: https://example.org",
        "  archived: https://web.archive.org/web/2020/x\n  URL: https://example.org",
    )
    assert small.problems() == ()


@pytest.mark.parametrize(
    ("text", "scripts"),
    [("Şuşa, 1918!", {"Latn"}), ("Шуша", {"Cyrl"}), ("Շուշի", {"Armn"}), ("…", set()),
     ("შუშა", {"Geor"}), ("شوشا", {"Arab"}), ("漢", {"CJK UNIFIED IDEOGRAPH-6F22"})],
)  # fmt: skip
def test_scripts(text, scripts):
    assert scripts_of(text) == scripts
