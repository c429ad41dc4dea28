"""Server, browser and pages for the tests in a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import chromium, serving
from tests.browser.explore import Explore
from timeline import paths
from timeline.collection import Collection, load

SIZE = {"width": 1366, "height": 768}
HERE = Path(__file__).parent
Opener = Callable[..., Explore]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the app with the shipped collection."""
    with serving.timeline(tmp_path_factory.mktemp("server") / "log.txt") as address:
        yield address


@pytest.fixture(scope="session")
def server_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Serves the app with another collection's folder; gives its address."""
    with ExitStack() as stack:

        def serve(data: Path) -> str:
            log = tmp_path_factory.mktemp("server") / "log.txt"
            return stack.enter_context(serving.timeline(log, data))

        yield serve


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """The shipped collection in a folder of its own, to be changed."""
    return Path(shutil.copytree(paths.DATA, tmp_path / "data"))


@pytest.fixture(scope="session")
def collection() -> Collection:
    """The shipped collection."""
    return load(paths.DATA)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """A Chromium with software WebGL."""
    with chromium.launch(playwright) as started:
        yield started


@pytest.fixture(scope="session")
def watched() -> list[Explore]:
    """Every page opened so far: none may break the rules that `well_behaved` checks."""
    return []


@pytest.fixture
def new_page(browser: Browser, server: str, watched: list[Explore]) -> Iterator[Opener]:
    """Makes a page in a context of its own; keywords are those of `Browser.new_context`."""
    with ExitStack() as stack:

        def make(address: str = server, browser: Browser = browser, **options: Any) -> Explore:
            settings = {"viewport": SIZE, "reduced_motion": "reduce", **options}
            context = browser.new_context(**settings)
            stack.callback(context.close)
            page = Explore(context.new_page(), address)
            watched.append(page)
            return page

        yield make


@pytest.fixture(scope="session")
def shared_page(browser: Browser, server: str, watched: list[Explore]) -> Iterator[Explore]:
    context = browser.new_context(viewport=SIZE, reduced_motion="reduce")
    page = Explore(context.new_page(), server)
    watched.append(page)
    yield page.open()
    context.close()


@pytest.fixture
def explore(shared_page: Explore) -> Explore:
    """The Explore page as it opens; one page for many tests, put back before each."""
    return shared_page.reset()


@pytest.fixture(autouse=True)
def well_behaved(watched: list[Explore]) -> Iterator[None]:
    """No error in any page, no dialog, and no request that leaves the machine."""
    yield
    for page in watched:
        errors, page.errors[:] = list(page.errors), []
        assert not errors
        assert not page.dialogs
        assert not page.outside
