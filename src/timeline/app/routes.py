"""Routes beside Streamlit's own: libraries, viewer modules, scene, selection, still map, health.

Addresses that hold a version or digest may be kept for ever by a browser; the others are asked
anew. Nothing here writes, and nothing here leaves the machine.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import gzip
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from timeline import paths, select, view
from timeline.app import assets
from timeline.app.first_paint import FirstPaint
from timeline.dates import DateError, Edtf, read_words
from timeline.draw.palette import ThemeName

FOREVER = {"Cache-Control": "public, max-age=31536000, immutable"}
FRESH = {"Cache-Control": "no-cache"}
GZIPPED = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
TYPES = {"js": "text/javascript", "css": "text/css"}


def _not_found() -> Response:
    return PlainTextResponse("not found", 404)


def _packed(request: Request, content: bytes, media_type: str) -> Response:
    """Gzipped bytes as they are, or unpacked for a client that cannot."""
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(content, media_type=media_type, headers={**FOREVER, **GZIPPED})
    return Response(gzip.decompress(content), media_type=media_type, headers=FOREVER)


def vendor(request: Request) -> Response:
    """A library, out of the installed package."""
    for name in assets.LIBRARIES:
        if request.url.path == assets.URLS[name]:
            return _packed(request, assets.library(name), "text/javascript")
    return _not_found()


def viewer(request: Request) -> Response:
    """A module or style of the browser half."""
    name = request.path_params["name"]
    if name not in assets.VIEWER_FILES:
        return _not_found()
    return Response(
        assets.VIEWER_FILES[name], media_type=TYPES[name.rsplit(".")[-1]], headers=FOREVER
    )


def shown(request: Request) -> Response:
    """Shell, scene, geometry or panels of the data version named in the address."""
    now = assets.current()
    if request.path_params["key"] != now.key:
        return _not_found()
    part, media_type = {
        "shell": (now.shell, "text/html"),
        "scene": (now.scene, "application/json"),
        "geometry": (now.geometry, "application/json"),
        "panels": (now.panels, "application/json"),
    }[request.url.path.split("/")[2]]
    return _packed(request, part, media_type)


def finer(request: Request) -> Response:
    """A finer level of the map's shapes."""
    now = assets.current()
    level = request.path_params["level"]
    if request.path_params["key"] != now.key or level not in now.finer:
        return _not_found()
    return _packed(request, now.finer[level], "application/json")


def relief(request: Request) -> Response:
    """The shaded relief."""
    path = paths.GEO / "layers" / "relief.jpg"
    if not path.is_file():
        return _not_found()
    return Response(path.read_bytes(), media_type="image/jpeg", headers=FRESH)


def _day(words: str, last: bool = False) -> dt.date:
    """A day from words, EDTF or ISO; of a longer time its first or last.

    Raises:
        DateError: the words are no date, or have no such end.
    """
    value: Edtf = read_words(words).value
    day = value.latest if last else value.earliest
    if day is None:
        raise DateError(words, "expected a date with a beginning and an end")
    return day


def selection(request: Request) -> Response:
    """Which events pass the filters asked for; parameters as in the address of a view."""
    asked = {k: v[: view.MAX_VALUE] for k, v in request.query_params.items()}
    try:
        for name, last in (("since", False), ("until", True)):
            if asked.get(name):
                asked[name] = _day(asked[name], last).isoformat()
    except DateError as error:
        return JSONResponse({"error": str(error)}, headers=FRESH)
    collection = assets.current().collection
    state, notices = view.read(asked, collection)
    filters = state.filters
    counts = select.counts(collection, filters)
    answer: dict[str, Any] = {
        "visible": [e.id for e in select.select(collection, filters)],
        "counts": {"theme": counts["lanes"], "actor": counts["actors"], "place": counts["places"]},
        "filters": view.write(view.ViewState(
            lanes=state.lanes, actors=state.actors, places=state.places, words=state.words,
            first=state.first, last=state.last,
        )),
    }  # fmt: skip
    if notices:
        answer["error"] = "; ".join(notices)
    return JSONResponse(answer, headers=FRESH)


def date(request: Request) -> Response:
    """A day read from words."""
    words = request.query_params.get("words", "")[: view.MAX_VALUE]
    try:
        return JSONResponse({"day": _day(words).isoformat()}, headers=FRESH)
    except DateError as error:
        return JSONResponse({"error": str(error)}, headers=FRESH)


def _size(request: Request) -> tuple[int, int]:
    """The picture's size asked for, rounded to 40 pixels and bounded, else the usual one."""
    try:
        width, height = (int(request.query_params[n]) for n in ("width", "height"))
    except (KeyError, ValueError):
        return 1200, 560
    return tuple(max(320, min(1600, round(n / 40) * 40)) for n in (width, height))  # type: ignore[return-value]


def still(request: Request) -> Response:
    """The map as a picture: for the first moment, and where there is no WebGL."""
    from timeline.draw.still import png

    now = assets.current()
    asked = {k: request.query_params.get(k, "") for k in ("asof", "event")}
    state, _ = view.read({k: v for k, v in asked.items() if v}, now.collection)
    theme: ThemeName = "dark" if request.query_params.get("theme") == "dark" else "light"
    default = now.collection.head.default_view.asof.earliest
    assert default is not None
    picture = png(
        now.collection, now.atlas, state.asof or default, state.event, theme, _size(request)
    )
    return Response(picture, media_type="image/png", headers=FRESH)


def health(_: Request) -> Response:
    """Answers when the collection is loaded and the first view can be served."""
    now = assets.current()
    return JSONResponse({"status": "ok", "events": len(now.collection.events), "data": now.key})


ROUTES = [
    Route("/vendor/{name}", vendor),
    Route("/viewer/{version}/{name}", viewer),
    Route("/api/shell/{key}.html", shown),
    Route("/api/scene/{key}.json", shown),
    Route("/api/geometry/{key}.json", shown),
    Route("/api/panels/{key}.json", shown),
    Route("/api/level/{level}/{key}.json", finer),
    Route(assets.URLS["relief"], relief),
    Route(assets.URLS["select"], selection),
    Route(assets.URLS["date"], date),
    Route(assets.URLS["still"], still),
    Route("/healthz", health),
]


MIDDLEWARE = [Middleware(FirstPaint)]


@asynccontextmanager
async def _lifespan(_: Any) -> AsyncIterator[None]:
    """Warm up beside the starting server, so that neither waits for the other."""
    thread = threading.Thread(target=assets.warm, name="warm", daemon=True)
    thread.start()
    yield
    await asyncio.to_thread(thread.join, 5)


LIFESPAN: Callable[[Any], Any] = _lifespan
__all__ = ["LIFESPAN", "MIDDLEWARE", "ROUTES"]
