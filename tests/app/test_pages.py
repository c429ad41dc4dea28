"""Sources and About, run as Streamlit runs them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from timeline import paths
from timeline.app import assets, source_list
from timeline.collection import load

HOSTILE = "<img src=x onerror=alert(1)></h2><script>alert(2)</script>\"'&"
CITE = [{"source": "decree"}]


def source(number: int, **more: Any) -> dict[str, Any]:
    return {
        "id": f"press-{number}",
        "type": "article-newspaper",
        "title": f"Report {number:02}",
        "kind": "press",
        "checked": "read",
        **more,
    }


SOURCES = [
    *(source(n) for n in range(1, 44)),
    source(44, id="decree", title={"en": "Decree", "ru": "Декрет"}, kind="primary-document",
           language="ru", speaks_for="soviet", checked="excerpt", issued="1921-07",
           author=[{"family": "Nərimanov", "given": "N."}], page="3-5", accessed="2024-01-02",
           URL="https://example.org/decree?a=1&b=2"),
    source(45, id="hostile", title=HOSTILE, note=HOSTILE, publisher=HOSTILE, checked="unopened",
           author=[{"literal": HOSTILE}], DOI='10.1/"><script>'),
]  # fmt: skip
HEAD = {
    "title": "Test", "summary": "A test.", "version": "1", "licence": "CC-BY-4.0",
    "languages": ["en"],
    "default_view": {"from": "1917", "to": "1925", "asof": "1921-07-05", "camera": [46, 40, 5]},
    "landmarks": [],
    "lanes": [{"id": "state", "label": "State"}],
    "kinds": [{"id": "decision", "label": "Decision", "lane": "state"}],
    "positions": [{"id": "soviet", "label": "Soviet"}, {"id": "armenia", "label": "Armenian"}],
    "groups": [{"id": "russia", "label": "Russia"}],
}  # fmt: skip
PLACES = [{
    "id": "baku", "point": [49.892, 40.378], "cite": CITE,
    "names": [{"text": "Baku", "lang": "en", "script": "Latn", "kind": "official"}],
}]  # fmt: skip
EVENTS = [
    {
        "id": f"event-{n}", "title": f"Event {n}", "label": f"Label {n} <b>", "date": "1921-07-05",
        "kind": "decision", "weight": 2, "places": [{"place": "baku"}], "summary": "It was so.",
        "cite": [*CITE, {"source": "hostile"}] if n == 1 else CITE,
    }
    for n in range(1, 9)
]  # fmt: skip


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small collection, in place of the shipped one."""
    (tmp_path / "collection.yaml").write_text(json.dumps(HEAD), encoding="utf-8")
    for name, records in (("sources", SOURCES), ("places", PLACES), ("events", EVENTS)):
        text = "\n".join(f"- {json.dumps(r, ensure_ascii=False)}" for r in records)
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(paths, "DATA", tmp_path)
    assert not load(tmp_path).errors(), load(tmp_path).errors()
    return tmp_path


def opened(page: str, /, **query: str) -> AppTest:
    app = AppTest.from_file(str(paths.ROOT / "pages" / page), default_timeout=60)
    for key, value in query.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def entries(app: AppTest) -> str:
    """The HTML of the list."""
    return next((h.proto.body for h in app.get("html") if "<ol>" in h.proto.body), "")


def count(app: AppTest) -> str:
    return app.markdown[1].value


def ids(app: AppTest) -> list[str]:
    return re.findall(r'id="source-([^"]+)"', entries(app))


def test_all_sources_are_listed_in_pages(data):
    app = opened("source_list.py")
    assert count(app) == "45 sources"
    assert ids(app)[:3] == ["hostile", "decree", "press-1"]
    assert len(ids(app)) == source_list.PER_PAGE
    app.get("pagination")[0].set_value(2).run()
    assert not app.exception
    assert len(ids(app)) == 5


def test_a_page_can_be_addressed(data):
    assert len(ids(opened("source_list.py", page="2"))) == 5


@pytest.mark.parametrize(
    ("key", "value", "found"),
    [
        ("kind", "primary-document", ["decree"]),
        ("position", "soviet", ["decree"]),
        ("language", "ru", ["decree"]),
        ("checked", "unopened", ["hostile"]),
        ("checked", "excerpt", ["decree"]),
    ],
)
def test_filters_filter(data, key, value, found):
    app = opened("source_list.py")
    app.selectbox(key=key).set_value(value).run()
    assert not app.exception
    assert ids(app) == found
    assert count(app) == f"**{len(found)}** of 45 sources"


@pytest.mark.parametrize("words", ["декрет", "nerimanov", "DECREE 1921", "example.org/decree"])
def test_words_are_found_without_case_or_diacritics(data, words):
    app = opened("source_list.py")
    app.text_input(key="words").set_value(words).run()
    assert ids(app) == ["decree"]


def test_sources_of_no_position(data):
    app = opened("source_list.py")
    app.selectbox(key="position").set_value(source_list.NOBODY).run()
    assert count(app) == "**44** of 45 sources"


def test_filtering_goes_back_to_the_first_page(data):
    app = opened("source_list.py")
    app.get("pagination")[0].set_value(2).run()
    app.selectbox(key="kind").set_value("press").run()
    assert not app.exception
    assert len(ids(app)) == source_list.PER_PAGE


def test_nothing_found_says_so_and_can_be_cleared(data):
    app = opened("source_list.py")
    app.text_input(key="words").set_value("no such words").run()
    assert not ids(app)
    assert any("No source matches" in h.proto.body for h in app.get("html"))
    app.button[0].click().run()
    assert not app.exception
    assert count(app) == "45 sources"
    assert app.text_input(key="words").value == ""


def test_a_source_is_told_in_full(data):
    app = opened("source_list.py")
    app.selectbox(key="kind").set_value("primary-document").run()
    found = entries(app)
    assert 'href="https://example.org/decree?a=1&amp;b=2"' in found
    assert 'rel="noopener noreferrer nofollow"' in found
    assert '<p class="cs-other" lang="ru">Декрет</p>' in found
    assert "N. Nərimanov. pp. 3–5, July 1921" in found
    assert "Primary document" in found and "<b>Soviet</b>" in found and "in Russian" in found
    assert "<b>Read in excerpt</b>, 2 January 2024" in found
    assert "Cited on 8 events; also for 1 place" in found
    for event in EVENTS:
        assert f'<a href="/?event={event["id"]}" target="_self">' in found


def test_hostile_text_stays_text(data):
    app = opened("source_list.py")
    app.selectbox(key="checked").set_value("unopened").run()
    found = entries(app)
    assert "<img" not in found and "<script" not in found and "<b>Label" not in found
    assert "&lt;img src=x onerror=alert(1)&gt;" in found
    assert "Label 1 &lt;b&gt;" in found
    assert found.count("<h2") == found.count("</h2>") == 1


def test_download_holds_what_is_listed(data):
    collection = assets.current().collection
    found = source_list.bibliography(collection).matching(source_list.Wanted(kind="press"))
    items = json.loads(source_list.csl(collection, found))
    assert len(items) == 44
    assert {i["id"] for i in items} == {s.id for s in found}
    assert opened("source_list.py").get("download_button")


def test_titles_are_in_order_without_article_or_quotes(data):
    titles = ["“The Beta”", "An alpha", "Gamma"]
    sources = [source(n, id=f"s-{n}", title=t) for n, t in enumerate(titles)]
    text = "\n".join(f"- {json.dumps(r)}" for r in sources)
    (data / "sources.yaml").write_text(text, encoding="utf-8")
    found = source_list.bibliography(load(data)).sources
    assert [s.id for s in found] == ["s-1", "s-0", "s-2"]


def test_about_tells_version_counts_and_layers(data):
    app = opened("about_page.py")
    text = " ".join(m.value for m in app.markdown)
    assert "Version 1, data" in text
    assert "8 events" in text and "45 sources" in text
    assert "1 not opened" in text
    layers = next(h.proto.body for h in app.get("html") if "cs-layers" in h.proto.body
                  and "<style" not in h.proto.body)  # fmt: skip
    for layer in assets.current().atlas.layers:
        assert f'id="layer-{layer.id}"' in layers
    assert "ODbL-1.0" in layers


def test_the_shipped_pages_run():
    total = len(assets.current().collection.sources)
    assert count(opened("source_list.py")) == f"{total} sources"
    opened("about_page.py")
