"""A record that breaks the rules, and one that means harm."""

import json
from pathlib import Path

from timeline.collection import load

CODE = "<script>window.harm = 1</script><img src=x onerror='window.harm = 2'>"


def lonely(folder: Path) -> tuple[Path, str]:
    """File and id of an event that no other record names."""
    whole = "".join(p.read_text(encoding="utf-8") for p in folder.rglob("*.yaml"))
    found = load(folder)
    for path in sorted((folder / "events").glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for event in found.events.values():
            claims = [c.id for c in event.claims]
            if f"- id: {event.id}\n" in text and all(
                whole.count(key) == whole.count(f"id: {key}\n") == 1 for key in [event.id, *claims]
            ):
                return path, event.id
    raise LookupError("every event is named by another")


def test_a_broken_record_is_left_out_and_named(data_copy, server_of, new_page):
    path, broken = lonely(data_copy)
    before = set(load(data_copy).events)
    text = path.read_text(encoding="utf-8")
    head, tail = text.split(f"- id: {broken}\n")
    path.write_text(
        f"{head}- id: {broken}\n{tail.replace('  kind: ', '  kind: no-such-', 1)}", encoding="utf-8"
    )
    page = new_page(server_of(data_copy)).open()
    skipped = page.page.locator(".cc-skipped")
    assert skipped.locator("summary").inner_text() == "1 record left out"
    skipped.locator("summary").click()
    problem = skipped.locator("li").first.inner_text()
    assert broken in problem
    assert path.name in problem
    assert "no-such-" in problem
    assert page.rows() == before - {broken}
    page.choose("adr-proclaimed-1918", "list")
    page.follows("adr-proclaimed-1918")


def test_a_hostile_record_is_text(data_copy, server_of, new_page):
    source = {
        "id": "harm-source", "type": "webpage", "title": f"Source {CODE}", "publisher": CODE,
        "URL": "https://example.org/?a=%22%3E%3Cscript%3E", "accessed": "2026-01-02",
        "kind": "press", "checked": "read",
    }  # fmt: skip
    script = {**source, "id": "harm-script", "URL": "javascript:window.harm=4"}
    event = {
        "id": "harm-event", "title": f"Harm {CODE}", "label": CODE, "date": "1919-05-05",
        "kind": "statement", "weight": 1, "places": [{"place": "baku", "role": "site"}],
        "summary": f"Summary {CODE} {{{{ 7 * 7 }}}} %{{x}}",
        "claims": [{
            "id": "harm-claim", "aspect": "cause", "by": f"Speaker {CODE}", "says": f"Says {CODE}",
            "cite": [{"source": "harm-source", "locator": CODE}],
        }],
        "cite": [{"source": "harm-source", "locator": CODE}],
    }  # fmt: skip
    # JSON is YAML; the files are named so that they come last.
    for name, records in (("sources", [source, script]), ("events", [event])):
        (data_copy / name / "zz-harm.yaml").write_text(json.dumps(records), encoding="utf-8")
    known = load(data_copy)
    page = new_page(server_of(data_copy)).open()
    assert page.page.locator("a[href^='javascript:' i]").count() == 0
    if "harm-event" in known.events:
        assert CODE in page.page.locator("[data-event-id=harm-event]").inner_text()
        page.choose("harm-event", "list")
        page.follows("harm-event")
        panel = page.page.locator("[data-panel=harm-event]")
        for words in (f"Harm {CODE}", f"Summary {CODE} {{{{ 7 * 7 }}}} %{{x}}", f"Says {CODE}"):
            assert words in panel.inner_text()
        assert panel.locator("script, img, iframe").count() == 0
        label = page.position("harm-event")["timeline"]
        page.page.mouse.move(label["x"], label["y"])
        page.until("+root.querySelector('.cc-over .ring.hover').getAttribute('r') > 0")
        page.until_address(event="harm-event")
        page.page.reload()
        page.ready().follows("harm-event")
    skipped = page.page.locator(".cc-skipped")
    if known.skipped:
        skipped.locator("summary").click()
        assert "harm-" in skipped.inner_text()
    assert page.js("window.harm") is None
    assert "harm-event" in known.events
    assert "harm-script" not in known.sources
