"""Everything by keyboard, the list being the way in."""

from tests.browser.explore import Explore

FOCUSED = "document.activeElement.dataset.eventId"


def first_row(explore: Explore) -> None:
    explore.page.locator("[data-event-id]").first.focus()


def test_arrows_home_end_and_enter_in_the_list(explore: Explore, collection):
    ids = list(collection.events)
    press = explore.page.keyboard.press
    first_row(explore)
    press("ArrowDown")
    press("ArrowDown")
    press("ArrowUp")
    assert explore.js(FOCUSED) == ids[1]
    press("End")
    assert explore.js(FOCUSED) == ids[-1]
    assert explore.data("event") == ""
    press("Home")
    assert explore.js(FOCUSED) == ids[0]
    press("ArrowDown")
    press("Enter")
    explore.follows(ids[1])


def test_one_tab_stop_in_the_list(explore: Explore):
    stops = explore.js("root.querySelectorAll('[data-event-id][tabindex=\"0\"], "
                       "[data-event-id]:not([tabindex])').length")  # fmt: skip
    assert stops == 1


def test_left_and_right_step_through_events(explore: Explore, collection):
    ids = list(collection.events)
    explore.page.keyboard.press("ArrowRight")
    explore.follows(ids[0])
    explore.page.keyboard.press("ArrowRight")
    explore.follows(ids[1])
    explore.page.keyboard.press("ArrowLeft")
    explore.follows(ids[0])


def test_slash_searches_and_escape_leaves(explore: Explore):
    explore.page.keyboard.press("/")
    assert explore.js("document.activeElement.className") == "cc-search"
    explore.page.keyboard.press("Escape")
    assert explore.js("document.activeElement.className") != "cc-search"


def test_letters_typed_in_the_search_are_no_commands(explore: Explore):
    window = explore.window
    explore.page.keyboard.press("/")
    explore.page.keyboard.type("0?+[", delay=5)
    assert explore.page.locator(".cc-search").input_value() == "0?+["
    assert explore.page.locator("dialog[open]").count() == 0
    assert explore.window == window
    explore.page.keyboard.press("Escape")


def test_question_mark_shows_the_keys(explore: Explore):
    explore.page.keyboard.press("?")
    keys = explore.page.locator("dialog.cc-help")
    keys.wait_for(state="visible")
    explore.page.keyboard.press("Escape")
    keys.wait_for(state="hidden")


def test_escape_clears_the_choice(explore: Explore):
    explore.choose("adr-proclaimed-1918", "list")
    explore.follows("adr-proclaimed-1918")
    explore.page.keyboard.press("Escape")
    explore.until("root.dataset.event === ''")


def test_plus_minus_and_zero_change_the_period(explore: Explore):
    whole = explore.window
    explore.page.keyboard.press("+")
    explore.until("root.dataset.from !== arg || root.dataset.to !== '2025-12-31'", whole[0])
    near = explore.window
    assert near != whole
    explore.page.keyboard.press("-")
    explore.until("root.dataset.from !== arg[0] || root.dataset.to !== arg[1]", list(near))
    explore.page.keyboard.press("+")
    explore.page.keyboard.press("0")
    explore.until("root.dataset.from === arg[0] && root.dataset.to === arg[1]", list(whole))


def test_brackets_step_through_changes_of_borders(explore: Explore):
    days = explore.js("viewer.scene.changes")
    after = next(d for d in days if d > explore.data("asof"))
    explore.page.keyboard.press("]")
    assert explore.data("asof") == after
    explore.page.keyboard.press("[")
    assert explore.data("asof") == [d for d in days if d < after][-1]


def test_keys_work_when_nothing_has_the_focus(explore: Explore):
    explore.js("document.activeElement.blur()")
    explore.page.keyboard.press("ArrowRight")
    explore.until("root.dataset.event !== ''")
