"""What people read, as HTML: complete, in order, and harmless whatever the records say."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from timeline.viewer import html

LATER, EARLY = "events/later.yaml", "events/1918.yaml"


class Page(HTMLParser):
    """Tags with their attributes, and the text between them."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in {"input", "img", "br", "path", "hr"}:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attrs for tag, attrs in self.tags if tag == name]


def _panel(book, key: str) -> Page:
    page = Page(html.panel(book, book.events[key]))
    assert page.open == []
    return page


def _order(text: str, *parts: str) -> None:
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} does not stand after {text[:at][-40:]!r}"
        at = found + len(part)


def test_a_panel_tells_what_when_where_who_how_many_who_says_and_whence(book):
    page = _panel(book, "founding")
    text = " ".join(page.text.split())
    _order(
        text,
        "State · Statehood · Landmark",
        "Accounts differ",
        "Republic founded",
        "28 May 1918",
        "15 May in the Julian calendar.",
        "Elisabethpol",  # the name of the day before the later ones
        "Ganja",
        "Shusha",
        "The council in Ganja founded a republic.",
        "Republic",
        "Numbers, by who counted",
        "The gazette",
        "20–30",
        "Who says what",
        "The council says it acted lawfully.",
        "an illegal occupation by terrorists",
        "Disputes: The council",
        "Followed by: March to Shusha",
        "Sources",
        "Gazette",
        "acted lawfully",
    )


def test_claims_stand_in_the_order_in_which_they_were_made(small):
    small.change(EARLY, "    said: '1918-05-28'\n", "    said: '2020'\n")
    small.change(EARLY, "    speaks_for: west\n", "    speaks_for: west\n    said: '1919'\n")
    page = _panel(small.load(), "founding")
    _order(page.text, "The paper calls it", "The council says it")


def test_every_note_has_its_entry_and_every_entry_its_note(book):
    for key in book.events:
        page = _panel(book, key)
        called = {a["href"] for a in page.all("a") if a.get("class") == "cc-ref"}
        entries = {f"#{a['id']}" for a in page.all("li") if (a.get("id") or "").startswith("note-")}
        assert called == entries
        assert len(entries) >= 2


def test_a_source_cited_twice_at_the_same_place_has_one_number(book):
    cited = html.Notes(book)
    event = book.events["founding"]
    assert cited.all(event.cite) == [1, 2, 3, 4, 5]
    assert cited.all(event.figures[0].cite) == [1]  # gazette, p. 1 again
    assert cited.all(event.claims[0].cite) == [6]  # gazette, art. 1


def test_how_far_a_source_was_read_is_said(book):
    text = _panel(book, "founding").text
    for words in ("read in excerpt", "not opened"):
        assert words in text


def test_links_to_claims_of_other_events(book):
    page = _panel(book, "letter")
    assert "Supports:" in page.text
    assert {"href": "?event=founding", "data-select": "founding"} in page.all("a")


def test_neighbours(book):
    steps = {a["rel"]: a["data-select"] for a in _panel(book, "march").all("a") if "rel" in a and
             a["rel"] in {"prev", "next"}}  # fmt: skip
    assert steps == {"prev": "founding", "next": "siege"}
    assert [a for a in _panel(book, "founding").all("a") if a.get("rel") == "prev"] == []
    assert [a for a in _panel(book, "truce").all("a") if a.get("rel") == "next"] == []


def test_part_of_and_parts(book):
    assert "Part of: Siege" in " ".join(_panel(book, "march").text.split())
    assert "Its parts: March to Shusha" in " ".join(_panel(book, "siege").text.split())


FIGURES = [
    # what is given, what is read
    ("    best: 24.5", "24.5"),
    ("    low: 20", "at least 20"),
    ("    high: 30", "up to 30"),
    ("    low: 20\n    high: 20", "20"),
    ("    low: 20\n    best: 20\n    high: 20", "20"),
    ("    low: 12000\n    high: 30000", "12\u202f000–30\u202f000"),
    ("    best: 0", "0"),
    ("    low: 0\n    high: 5", "0–5"),
]


@pytest.mark.parametrize(("given", "shown"), FIGURES)
def test_numbers(small, given, shown):
    small.change(EARLY, "    low: 20\n    best: 24.5\n    high: 30", given)
    found = re.search(r"<td><b>(.*?)</b>", html.panel(*_book_and(small, "founding")), re.DOTALL)
    assert found
    assert found.group(1).strip() == shown


def _book_and(small, key):
    book = small.load()
    assert book.errors() == ()
    return book, book.events[key]


# Hostile records: what could run, open or break out somewhere.
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></script><svg onload=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "' onmouseover='alert(1)",
    '" onfocus="alert(1)" autofocus="',
    "{{ 7*7 }}{% for x in y %}",
    "${7*7} <%= 7*7 %>",
    "javascript:alert(1)",
    "]]> --> <!--",
    "&lt;b&gt; &amp;amp;",
    "\u202egnp.exe",
]
TEXTS = [
    # file, what the hostile text stands in for; a place for it in every kind of text
    (LATER, "title: Truce", "title: {}"),
    (LATER, "label: Truce", "label: {}"),
    (LATER, "summary: A truce took effect.", "summary: {}"),
    (EARLY, "calendar_note: 15 May in the Julian calendar.", "calendar_note: {}"),
    (EARLY, "  - what: members", "  - what: {}"),
    (EARLY, "    of: the council", "    of: {}"),
    (EARLY, "    by: The gazette", "    by: {}"),
    (EARLY, "    by: The council", "    by: {}"),
    (EARLY, "says: The council says it acted lawfully.", "says: {}"),
    (EARLY, "quote: acted lawfully}", "quote: {}}}"),
    (EARLY, "locator: p. 184", "locator: {}"),
    ("sources.yaml", "title: A study", "title: {}"),
    ("sources.yaml", "publisher: Press\n", "publisher: {}\n"),
    ("sources.yaml", "{family: Smith, given: Ann}", "{{family: {}}}"),
    ("sources.yaml", "container_title: Evening", "container_title: {}"),
    ("places.yaml", "text: Far West", "text: {}"),
    ("actors.yaml", "short: Republic", "short: {}"),
    ("collection.yaml", "label: Founding", "label: {}"),
    ("collection.yaml", "{id: state, label: State}", "{{id: state, label: {}}}"),
    ("collection.yaml", "label: Statehood", "label: {}"),
    ("collection.yaml", "label: Eastern", "label: {}"),
    ("collection.yaml", "title: {en: Small chronicle, az: Kiçik salnamə}", "title: {}"),
    ("collection.yaml", "summary: A collection for tests.", "summary: {}"),
]


def _structure(text: str) -> list:
    """Tags and the names of their attributes: what markup there is, without any text."""
    return [(tag, sorted(attrs)) for tag, attrs in Page(text).tags]


def _pages(book) -> list[str]:
    return [*(html.panel(book, e) for e in book.events.values()), html.shell(book)]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_and_do_nothing(small, text):
    usual = [_structure(page) for page in _pages(small.load())]
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    for file, old, new in TEXTS:
        small.change(file, old, new.format(quoted))
    book = small.load()
    assert book.errors() == ()
    pages = _pages(book)
    # Not a tag and not an attribute more than with harmless words.
    assert [_structure(page) for page in pages] == usual
    founding, shell = Page(pages[0]), Page(pages[-1])
    assert " ".join(text.split()) in " ".join(founding.text.split())
    assert " ".join(text.split()) in " ".join(shell.text.split())


def test_links_lead_to_sources_events_and_notes_only(book):
    for page in map(Page, _pages(book)):
        for attrs in page.all("a"):
            href = attrs["href"]
            assert href
            assert re.match(
                r"https://example\.org/|\?event=[a-z]|#(note|claim)-|sources$|read\?article=[a-z]|compare\?question=[a-z]",
                href,
            )
            if href.startswith("http"):
                assert {"noopener", "noreferrer"} <= set((attrs["rel"] or "").split())
        assert [t for t, a in page.tags if any(k.startswith("on") for k in a)] == []
        assert page.all("script") == page.all("iframe") == page.all("object") == []


def test_addresses_are_escaped(book):
    assert "https://example.org/paper?a=1&amp;b=2" in html.panel(book, book.events["founding"])


def test_a_problem_with_markup_in_it_is_shown_as_text(small):
    small.append(LATER, "- {id: bad, title: <script>alert(1)</script>}\n")
    page = Page(html.shell(small.load()))
    assert "1 record left out" in page.text
    assert page.all("script") == []


def test_the_list_holds_every_event_in_order_and_one_tab_stop(book):
    page = Page(html.shell(book))
    assert page.open == []
    rows = [a for a in page.all("button") if "data-event-id" in a]
    assert [a["data-event-id"] for a in rows] == list(book.events)
    assert [a.get("tabindex") for a in rows] == [None, "-1", "-1", "-1", "-1"]


def test_the_shell_counts_and_offers_what_there_is(book):
    page = Page(html.shell(book))
    assert "5 events" in page.text
    assert "5 sources" in page.text
    choices = {
        (a.get("name"), a.get("value")) for a in page.all("input") if a.get("type") == "checkbox"
    }
    assert choices >= {("theme", "war"), ("actor", "council"), ("place", "far-west")}
    assert [a["data-select"] for a in page.all("button") if "data-landmark" in a] == ["founding"]


def test_nothing_is_said_of_records_left_out_when_there_are_none(book):
    assert "left out" not in html.shell(book)


def test_ids_are_unique(book):
    for text in _pages(book):
        ids = [a["id"] for _, a in Page(text).tags if a.get("id")]
        assert len(ids) == len(set(ids))


def test_the_still_map(book):
    assert Page(html.shell(book)).all("img") == []
    (image,) = Page(html.shell(book, "/still.png?a=1&b=2")).all("img")
    assert image["src"] == "/still.png?a=1&b=2"
    assert image["alt"] == ""
