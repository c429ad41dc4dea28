"""The Explore page as it first arrives: the viewer's text and its start are in the HTML itself.

Streamlit's page is an empty frame until its scripts have run and a socket is open. Here the
viewer's shell (list, controls, still map) is put into that frame, and the viewer is started at
once; when Streamlit's component mounts, it takes the running viewer over. So there is something
to read with the first bytes, and the libraries load beside Streamlit's own.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from timeline import view
from timeline.app import assets

CONDITIONS = {b"if-none-match", b"if-modified-since", b"accept-encoding", b"range"}


def viewer_data(params: Mapping[str, str]) -> dict[str, Any]:
    """What the viewer starts with: addresses, and the state its own address asks for."""
    now = assets.current()
    state, notices = view.read(params, now.collection)
    return {
        "shell": now.shell_url,
        "scene": now.scene_url,
        "select": assets.URLS["select"],
        "date": assets.URLS["date"],
        "still": assets.URLS["still"],
        "libraries": {"plotly": assets.URLS["plotly"], "deck": assets.URLS["deck"]},
        "view": view.write(state),
        "notices": list(notices),
    }


def in_script(value: object) -> str:
    """JSON that cannot end the script element it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def filled(page: str, params: Mapping[str, str]) -> str:
    """Streamlit's page with the viewer in it."""
    now = assets.current()
    folder = assets.URLS["viewer"].rsplit("/", 1)[0]
    modules = sorted(name for name in assets.VIEWER_FILES if name.endswith(".js"))
    links = [f'<link rel="modulepreload" href="{folder}/{name}">' for name in modules]
    links += [
        f'<link rel="preload" as="script" href="{assets.URLS[n]}">' for n in ("plotly", "deck")
    ]
    links += [
        f'<link rel="preload" as="fetch" crossorigin href="{url}">'
        for url in (now.scene_url, now.geometry_url, now.panels_url)
    ]
    style = assets.VIEWER_FILES["viewer.css"].decode("utf-8")
    top = "0" if params.get("embed") == "true" else "3.75rem"
    head = (
        f"{''.join(links)}<style>{style}\n"
        f"#cc-first {{ position: absolute; inset: {top} 0 auto 0; z-index: 5; }}</style>"
    )
    shell = gzip.decompress(now.shell).decode("utf-8")
    data = in_script(viewer_data(params))
    body = (
        f'<div id="cc-first">{shell}</div><script type="module">'
        f'import {{ open }} from "{assets.URLS["viewer"]}";'
        f"open(document.querySelector('#cc-first [data-viewer]'), {data});"
        "</script>"
    )
    page = page.replace("</head>", f"{head}</head>", 1)
    before, tag, after = page.partition("<body")
    attributes, end, rest = after.partition(">")
    return f"{before}{tag}{attributes}{end}{body}{rest}"


class FirstPaint:
    """ASGI middleware that fills the Explore page and leaves all else alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Fill the page at ``/``; a page made anew is never answered by «not modified»."""
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        asked = Headers(scope=scope)
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] not in CONDITIONS]}
        start: Message = {}
        parts: list[bytes] = []

        async def told(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            parts.append(message.get("body", b""))
            if message.get("more_body"):
                return
            content = b"".join(parts)
            headers = MutableHeaders(raw=list(start["headers"]))
            if start["status"] == 200 and "text/html" in headers.get("content-type", ""):
                params = dict(QueryParams(scope["query_string"]))
                content = filled(content.decode("utf-8"), params).encode("utf-8")
                for name in ("etag", "last-modified", "accept-ranges"):
                    if name in headers:
                        del headers[name]
                headers["cache-control"] = "no-store"
                if "gzip" in asked.get("accept-encoding", ""):
                    content = gzip.compress(content, 4)
                    headers["content-encoding"] = "gzip"
                    headers["vary"] = "Accept-Encoding"
                headers["content-length"] = str(len(content))
            await send({**start, "headers": headers.raw})
            await send({"type": "http.response.body", "body": content})

        await self.app(plain, receive, told)
