"""Contested questions and read articles, reached from Explore and by address, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.explore import Explore

QUESTION = "azal-8243-cause"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page.set_default_timeout(20_000)
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    yield page
    page.close()
    assert broken == []


def test_from_an_event_to_its_question_and_back_in_two_clicks(new_page, collection):
    explore: Explore = new_page().open(event="azal-8243-2024")
    link = explore.page.locator(".cc-questions a").first
    assert "compare?question=" in (link.get_attribute("href") or "")
    link.click()
    explore.page.wait_for_selector("[data-question]")
    shown = explore.page.locator("[data-question]").get_attribute("data-question")
    question = collection.questions[shown]
    assert "azal-8243-2024" in question.events
    sides = explore.page.locator(".cq-side").all_inner_texts()
    labels = {p.id: p.label["en"] for p in collection.head.positions}
    assert sides == [labels[p.speaks_for] for p in question.positions]
    explore.page.locator(f'[data-question] a[href="/?event={question.events[0]}"]').first.click()
    explore.ready()
    explore.until("root.dataset.event === arg", question.events[0])
    explore.errors.clear()  # Streamlit looks for its own base path below a page's address: 404


def test_a_position_has_an_address(page: Page, server: str, collection):
    position = collection.questions[QUESTION].positions[1]
    page.goto(f"{server}compare?question={QUESTION}&position={position.id}")
    page.wait_for_selector(".cq-chosen")
    assert page.locator(".cq-chosen").get_attribute("id") == position.id


def test_columns_have_equal_space(page: Page, server: str):
    page.goto(f"{server}compare?question={QUESTION}")
    page.wait_for_selector(".cq-position")
    boxes = [b.bounding_box() for b in page.locator(".cq-position").all()]
    widths = [b["width"] for b in boxes if b]
    assert len(widths) >= 3 and max(widths) - min(widths) <= 2
    fonts = page.evaluate(
        "() => [...document.querySelectorAll('.cq-position p:nth-of-type(3)')]"
        ".map(p => getComputedStyle(p).font)"
    )
    assert len(set(fonts)) == 1


def test_questions_are_found_and_an_unknown_one_says_so(page: Page, server: str, collection):
    page.goto(f"{server}compare?question=nothing")
    page.wait_for_selector(".cq-list")
    assert page.get_by_text("There is no such question").is_visible()
    assert page.locator(".cq-list > li").count() == len(collection.questions)
    page.get_by_label("Event, place, person or word").fill("Şuşa")
    page.keyboard.press("Enter")
    page.wait_for_function(
        "n => document.querySelectorAll('.cq-list > li').length < n",
        arg=len(collection.questions),
    )
    assert page.locator("a[href='/compare?question=shusha-1920-dead']").first.is_visible()
    page.get_by_role("tab", name="Who has spoken").click()
    page.wait_for_selector(".cq-matrix")
    assert page.locator(".cq-matrix tbody tr").count() == page.locator(".cq-list > li").count()


def test_each_reading_and_its_worksheet(page: Page, server: str, collection):
    page.goto(f"{server}read")
    page.wait_for_selector(".rd-list")
    assert page.locator(".rd-list > li").count() == len(collection.readings) == 5
    page.locator(".rd-list a[href^='/read']").first.click()
    page.wait_for_selector("[data-reading]")
    key = page.locator("[data-reading]").get_attribute("data-reading") or ""
    statements = collection.readings[key].statements
    assert page.locator("ol > .rd-statement").count() == len(statements)
    page.get_by_role("link", name="with answers").click()
    page.wait_for_selector("[data-sheet=teacher]")
    assert page.locator(".rd-answer").count() >= 8
    page.get_by_role("link", name="Without answers").click()
    page.wait_for_selector("[data-sheet=pupil]")
    assert page.locator(".rd-answer").count() == 0


@pytest.mark.parametrize(
    "event", ["adr-proclaimed-1918", "red-army-azerbaijan-1920", "azal-8243-2024"]
)
def test_two_articles_side_by_side_on_one_event(page: Page, server: str, event: str):
    page.goto(f"{server}read?beside={event}")
    page.wait_for_selector(f"[data-beside={event}]")
    assert page.locator(".rd-columns > section").count() >= 2


def test_a_statement_has_an_address(page: Page, server: str, collection):
    reading = collection.readings["reading-001"]
    statement = reading.statements[3]
    page.goto(f"{server}read?article={reading.id}&statement={statement.id}")
    page.wait_for_selector(".rd-chosen")
    assert page.locator(".rd-chosen").get_attribute("id") == statement.id


@pytest.mark.parametrize("path", ["compare", "compare?question=azal-8243-cause", "read", "sources"])
def test_a_page_fits_a_phone(browser: Browser, server: str, path: str):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{server}{path}")
    page.wait_for_selector(".cq, .rd, .cs")
    page.wait_for_timeout(500)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert wide <= 390


def test_a_source_can_be_cited_in_three_styles(page: Page, server: str):
    page.goto(f"{server}sources?words=Hovannisian")
    page.wait_for_selector(".cs-source")
    entry = page.locator(".cs-source").first
    entry.get_by_text("Cite it").click()
    text = entry.inner_text()
    assert all(style in text for style in ("Chicago", "APA", "MLA", "BibTeX", "RIS", "CSL-JSON"))
