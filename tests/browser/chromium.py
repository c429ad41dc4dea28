"""A real Chromium with software WebGL: where it is and how it is started."""

from __future__ import annotations

import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
SOFTWARE_GL = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")
NO_GL = ("--disable-gpu", "--disable-3d-apis")


def found() -> str | None:
    """Path of a Chromium on this machine; None means Playwright's own."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def launch(playwright: Playwright, *, webgl: bool = True) -> Browser:
    """Start a browser that talks to nobody on its own."""
    gl = SOFTWARE_GL if webgl else NO_GL
    return playwright.chromium.launch(executable_path=found(), args=[*QUIET, *gl])
