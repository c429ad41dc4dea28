"""What is started once for all tests in a browser, and stopped when the last has run."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from functools import cache
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser import chromium, serving

_running = ExitStack()
_logs = count()


@cache
def folder() -> Path:
    """A folder for the servers' logs."""
    return Path(_running.enter_context(tempfile.TemporaryDirectory(prefix="timeline-")))


def log() -> Path:
    return folder() / f"server-{next(_logs)}.txt"


@cache
def playwright() -> Playwright:
    """Playwright itself: there can be only one in a process."""
    return _running.enter_context(sync_playwright())


@cache
def browser(webgl: bool = True) -> Browser:
    """A browser with WebGL, and one without."""
    return _running.enter_context(chromium.launch(playwright(), webgl=webgl))


@cache
def app(data: Path | None = None) -> str:
    """Address of the app with the shipped collection, or with that in ``data``."""
    return _running.enter_context(serving.timeline(log(), data))


@cache
def plain(script: Path) -> str:
    """Address of a plain Streamlit script."""
    return _running.enter_context(serving.streamlit(log(), script))


def stop() -> None:
    """Stop all that was started; more may be started later."""
    _running.close()
    for start in (folder, playwright, browser, app, plain):
        start.cache_clear()
