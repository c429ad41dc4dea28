"""The address says what is on the screen, and opens it again."""

from tests.browser.explore import Explore

DEEP = {
    "event": "red-army-azerbaijan-1920",
    "from": "1918-01-01",
    "to": "1921-12-31",
    "asof": "1920-08-10",
    "theme": "state.war",
    "q": "baku",
}


def assert_deep(page: Explore) -> None:
    page.follows(DEEP["event"])
    assert page.window == (DEEP["from"], DEEP["to"])
    assert page.data("asof") == DEEP["asof"]
    boxes = page.page.locator("[name=theme]:checked")
    assert sorted(b.get_attribute("value") for b in boxes.all()) == ["state", "war"]
    assert page.page.locator(".cc-search").input_value() == "baku"
    assert page.rows() < set(page.js("viewer.scene.items.map(i => i.id)"))
    assert page.page.locator(".cc-notice").is_hidden()


def test_deep_link_opened_cold_and_reloaded(new_page):
    page = new_page().open(**DEEP)
    assert_deep(page)
    page.page.reload()
    assert_deep(page.ready())
    page.until_address(**DEEP)


def test_what_the_reader_does_is_what_reload_shows(new_page):
    page = new_page().open()
    page.choose("second-karabakh-war-2020", "list")
    page.follows("second-karabakh-war-2020")
    page.js("viewer.setWindow('2019-01-01', '2021-12-31')")
    page.js("viewer.setAsOf('2020-11-10')")
    told = {
        "event": "second-karabakh-war-2020", "from": "2019-01-01", "to": "2021-12-31",
        "asof": "2020-11-10",
    }  # fmt: skip
    page.until_address(**told)
    camera = page.camera
    page.page.reload()
    page.ready().follows("second-karabakh-war-2020", "2020-11-10")
    assert page.window == ("2019-01-01", "2021-12-31")
    assert all(abs(a - b) < 0.02 for a, b in zip(page.camera, camera, strict=True))


def test_broken_parameters_are_named_and_the_rest_holds(new_page):
    page = new_page().open(
        event="<script>window.harm=1</script>", asof="soon", at="here", theme="war.nonsense",
        q="x" * 9000, **{"from": "1918-01-01", "to": "1921-12-31"},
    )  # fmt: skip
    notice = page.page.locator(".cc-notice")
    assert notice.is_visible()
    for name in ("event", "asof", "at", "theme", "q"):
        assert f"{name}=" in notice.inner_text()
    assert page.js("window.harm") is None
    assert page.window == ("1918-01-01", "1921-12-31")
    assert page.rows() == set(page.js("viewer.scene.items.map(i => i.id)"))
    page.choose("adr-proclaimed-1918", "list")
    page.follows("adr-proclaimed-1918")


def test_unknown_parameters_and_embed_are_kept(new_page):
    page = new_page().open(embed="true", utm_source="paper", year="1918")
    page.choose("adr-proclaimed-1918", "list")
    page.follows("adr-proclaimed-1918")
    page.until_address(event="adr-proclaimed-1918", embed="true", utm_source="paper", year="1918")


def test_clearing_takes_the_parameter_away(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.until_address(event="adr-proclaimed-1918")
    explore.page.keyboard.press("Escape")
    explore.until_address(event=None)
