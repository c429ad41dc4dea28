"""The five landmarks: one click, the right place, the right day, claims with sources."""

import pytest

from tests.browser.explore import Explore
from timeline.scene import asof_of

TIFLIS, YALAMA, BAKU = (44.83, 41.69), (48.5, 41.8), (49.89, 40.38)
SHUSHA, CONTACT, GROZNY, AKTAU = (46.75, 39.76), (47.0, 39.9), (45.69, 43.32), (51.0, 43.88)
PLACES = {
    "adr-proclaimed-1918": [TIFLIS],
    "red-army-azerbaijan-1920": [YALAMA, BAKU],
    "azerbaijan-independence-1991": [BAKU],
    "second-karabakh-war-2020": [CONTACT, SHUSHA],
    "azal-8243-2024": [BAKU, GROZNY, AKTAU],
}


def test_they_are_these_five(explore: Explore, collection):
    buttons = explore.page.locator("[data-landmark]")
    assert [b.get_attribute("data-select") for b in buttons.all()] == list(PLACES)
    assert [m.event for m in collection.head.landmarks] == list(PLACES)


@pytest.mark.parametrize("event", PLACES)
def test_landmark(explore: Explore, collection, event):
    button = explore.page.locator(f"[data-landmark][data-select='{event}']")
    button.click()
    explore.follows(event, str(asof_of(collection.events[event])))
    assert button.get_attribute("aria-pressed") == "true"
    explore.shows(PLACES[event])
    panel = explore.page.locator(f"[data-panel='{event}']")
    assert panel.locator("h2").inner_text() == collection.events[event].title["en"]
    claims = collection.events[event].claims
    assert claims and panel.locator(".cc-claim").count() == len(claims)
    assert panel.locator(".cc-notes li").count() >= 2
    links = panel.locator(".cc-notes a")
    assert links.count() >= 1
    assert all(a.get_attribute("href").startswith("http") for a in links.all())


@pytest.mark.parametrize("event", PLACES)
def test_each_sentence_leads_to_a_note(explore: Explore, event):
    explore.choose(event, "list")
    explore.follows(event)
    dead = explore.js(
        """[...root.querySelectorAll('.cc-panel .cc-ref')]
          .filter(a => !root.querySelector(`[id="${a.getAttribute('href').slice(1)}"]`)).length"""
    )
    assert dead == 0
    assert explore.page.locator(".cc-panel .cc-summary .cc-ref").count() >= 1
    bare = ".cc-panel .cc-claim:not(:has(.cc-ref))"
    assert explore.page.locator(bare).count() == 0


def test_landmarks_in_turn_from_one_another(explore: Explore):
    for event, points in [*PLACES.items(), *list(PLACES.items())[::-2]]:
        explore.page.locator(f"[data-landmark][data-select='{event}']").click()
        explore.follows(event)
        explore.shows(points)
