"""Start a server on a free loopback port, wait until it answers, stop it by its id."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 90  # seconds a server may take to answer


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def script(name: str) -> str:
    """The console script beside this Python."""
    return str(Path(sys.executable).with_name(name))


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextmanager
def running(command: Sequence[str], url: str, health: str, log: Path, **env: str) -> Iterator[str]:
    """Run a server's command until the block ends; yields ``url`` once ``health`` answers."""
    with log.open("wb") as out:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **env}, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        end = time.monotonic() + PATIENCE
        while not _answers(health):
            if server.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{command[0]} does not serve:\n{log.read_text()[-2000:]}")
            time.sleep(0.1)
        yield url
    finally:
        server.terminate()
        try:
            server.wait(15)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait(5)


@contextmanager
def timeline(log: Path, data: Path | None = None) -> Iterator[str]:
    """Serve the app, with the shipped collection or the one in ``data``; yields its address."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    env = {"TIMELINE_DATA": str(data)} if data else {}
    command = [script("timeline"), "serve", "--port", str(port)]
    with running(command, url, f"{url}healthz", log, **env) as address:
        yield address


@contextmanager
def streamlit(log: Path, app: Path) -> Iterator[str]:
    """Serve a plain Streamlit script; yields its address."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/"
    command = [
        script("streamlit"), "run", str(app), f"--server.port={port}",
        "--server.address=127.0.0.1", "--server.headless=true",
        "--browser.gatherUsageStats=false", "--server.fileWatcherType=none",
    ]  # fmt: skip
    with running(command, url, f"{url}_stcore/health", log) as address:
        yield address
