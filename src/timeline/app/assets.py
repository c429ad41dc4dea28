"""What the server hands out: the collection as it stands on disk, its scene, the libraries.

Made once per data version and kept; a change in the files is seen at the next run of a page.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import threading
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import plotly
import pydeck

from timeline import levels, paths, scene
from timeline.atlas import Atlas
from timeline.collection import Collection, load
from timeline.draw.palette import THEMES
from timeline.viewer import html

LIBRARIES = {
    "plotly": Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
    "deck": Path(pydeck.__file__).parent / "nbextension" / "static" / "index.js",
}
VIEWER_FILES = {
    file.name: file.read_bytes()
    for file in resources.files("timeline.viewer").iterdir()
    if file.name.endswith((".js", ".css"))
}  # the browser half, as it was when the server started: the address names its content


def _viewer_version() -> str:
    sha = hashlib.sha256()
    for name in sorted(VIEWER_FILES):
        sha.update(VIEWER_FILES[name])
    return sha.hexdigest()[:12]


URLS = {
    "viewer": f"/viewer/{_viewer_version()}/viewer.js",
    "plotly": f"/vendor/plotly-{version('plotly')}.js",
    "deck": f"/vendor/deck-{version('pydeck')}.js",
    "relief": "/api/relief.jpg",
    "select": "/api/select",
    "date": "/api/date",
    "still": "/api/still.png",
}


@cache
def library(name: str) -> bytes:
    """A library's script, gzipped once.

    Raises:
        KeyError: no such library.
    """
    return gzip.compress(LIBRARIES[name].read_bytes(), 6)


@dataclass(frozen=True)
class Shown:
    """A collection on its atlas, and what the viewer loads of them."""

    collection: Collection
    atlas: Atlas
    key: str  # of data, map layers and code that made this

    @property
    def scene_url(self) -> str:
        """Where the scene is; the address changes with its content."""
        return f"/api/scene/{self.key}.json"

    @property
    def geometry_url(self) -> str:
        """Where the shapes are."""
        return f"/api/geometry/{self.key}.json"

    @property
    def panels_url(self) -> str:
        """Where the panels of all events are."""
        return f"/api/panels/{self.key}.json"

    @property
    def level_urls(self) -> list[dict[str, Any]]:
        """From which zoom on finer shapes are drawn, and where they are."""
        return [
            {"zoom": level.zoom, "url": f"/api/level/{level.name}/{self.key}.json"}
            for level in levels.LEVELS[1:]
        ]

    @property
    def shell_url(self) -> str:
        """Where the viewer's page is, as it stands before any library has come."""
        return f"/api/shell/{self.key}.html"

    @cached_property
    def shell(self) -> bytes:
        """The viewer's page as gzipped HTML."""
        text = html.shell(self.collection, still=URLS["still"])
        return gzip.compress(text.encode("utf-8"), 6, mtime=0)

    @cached_property
    def scene(self) -> bytes:
        """The scene as gzipped JSON."""
        value = scene.build(
            self.collection, self.atlas, self.geometry_url, self.level_urls, URLS["relief"],
            self.panels_url,
        )  # fmt: skip
        return _packed(value)

    @cached_property
    def panels(self) -> bytes:
        """The panels as gzipped JSON."""
        return _packed(scene.panels(self.collection))

    @cached_property
    def geometry(self) -> bytes:
        """The shapes as gzipped JSON."""
        return _packed(levels.first(self.collection, self.atlas))

    @cached_property
    def finer(self) -> dict[str, bytes]:
        """The finer levels of shapes by name, as gzipped JSON."""
        return {
            level.name: _packed(levels.shapes(self.collection, self.atlas, level))
            for level in levels.LEVELS[1:]
        }


def _packed(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return gzip.compress(text.encode("utf-8"), 6, mtime=0)


_lock = threading.Lock()
_shown: dict[str, Shown] = {}


def _signature() -> str:
    sha = hashlib.sha256(URLS["viewer"].encode())
    files = [*paths.DATA.rglob("*.yaml"), *paths.GEO.glob("*.yaml"), *paths.GEO.glob("layers/*")]
    for path in sorted(files):
        stat = path.stat()
        sha.update(f"{path.name}|{stat.st_mtime_ns}|{stat.st_size};".encode())
    return sha.hexdigest()[:12]


def current() -> Shown:
    """The collection as it stands on disk now.

    Raises:
        CollectionError: the collection has no readable head.
    """
    key = _signature()
    with _lock:
        if key not in _shown:
            collection = load(paths.DATA)
            atlas = Atlas.load(paths.GEO, list(collection.regions.values()))
            _shown.clear()
            _shown[key] = Shown(collection, atlas, key)
        return _shown[key]


def warm() -> None:
    """Make what the first reader would wait for."""
    shown = current()
    for name in LIBRARIES:
        library(name)
    _ = shown.shell, shown.scene, shown.geometry, shown.panels, shown.finer
    default = shown.collection.head.default_view.asof.earliest
    assert default is not None
    from timeline.draw.still import png

    for theme in THEMES:
        png(shown.collection, shown.atlas, default, None, theme)
