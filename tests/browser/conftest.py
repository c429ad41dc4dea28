"""Server, browser and pages for the tests in a real Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser import started
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
            # a machine busy with other things gets a second and a third chance
            item.add_marker(pytest.mark.flaky(reruns=2))


def pytest_sessionfinish() -> None:
    started.stop()


@pytest.fixture(scope="session")
def server() -> str:
    """Address of the app with the shipped collection."""
    return started.app()


@pytest.fixture(scope="session")
def server_of() -> Callable[[Path], str]:
    """Serves the app with another collection's folder; gives its address."""
    return started.app


@pytest.fixture(scope="session")
def browser() -> Browser:
    """A Chromium with software WebGL."""
    return started.browser()


@pytest.fixture
def data_copy(tmp_path: Path) -> Path:
    """The shipped collection in a folder of its own, to be changed."""
    return Path(shutil.copytree(paths.DATA, tmp_path / "data"))


@pytest.fixture(scope="session")
def collection() -> Collection:
    """The shipped collection."""
    return load(paths.DATA)


@pytest.fixture(scope="session")
def watched() -> list[Explore]:
    """Every page opened so far: none may break the rules that `well_behaved` checks."""
    return []


@pytest.fixture(scope="session")
def open_context(watched: list[Explore], server: str) -> Callable[..., Any]:
    """Makes a page in a context of its own, which the caller closes."""

    def make(browser: Browser, address: str = server, **options: Any) -> Explore:
        settings = {"viewport": SIZE, "reduced_motion": "reduce", **options}
        page = Explore(browser.new_context(**settings).new_page(), address)
        watched.append(page)
        return page

    return make


@pytest.fixture
def new_page(browser: Browser, server: str, open_context) -> Iterator[Opener]:
    """Makes a page for one test; keywords are those of `Browser.new_context`."""
    with ExitStack() as stack:

        def make(address: str = server, browser: Browser = browser, **options: Any) -> Explore:
            page = open_context(browser, address, **options)
            stack.callback(page.page.context.close)
            return page

        yield make


@pytest.fixture(scope="session")
def shared_page(browser: Browser, open_context) -> Iterator[Explore]:
    page = open_context(browser)
    yield page.open()
    page.page.context.close()


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
