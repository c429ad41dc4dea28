"""Start the server for `timeline serve` and `make run`, and say where it is."""

from __future__ import annotations

import socket
import sys

import click

from timeline import paths


def _free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def run(host: str, port: int) -> None:
    """Serve until stopped; ends with status 1 if the port is taken."""
    if not _free(host, port):
        click.echo(f"timeline: port {port} on {host} is taken; choose another: PORT=8502", err=True)
        sys.exit(1)
    from streamlit.web import cli

    click.echo(f"Caucasus Chronicle: http://{host}:{port} (stop with Ctrl+C)")
    sys.stdout.flush()
    sys.argv = [
        "streamlit", "run", str(paths.ROOT / "app.py"),
        f"--server.port={port}", f"--server.address={host}", "--server.headless=true",
        "--browser.gatherUsageStats=false", "--server.fileWatcherType=none",
    ]  # fmt: skip
    cli.main()
