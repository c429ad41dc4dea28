"""The command ``timeline``: check, export and read dates from a shell.

Errors go to standard error in one clear line each, exit status 1; bad input makes no traceback.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from timeline import paths
from timeline.collection import Collection, CollectionError, load
from timeline.dates import DateError, parse_edtf, read_words

DATA = click.option(
    "--data",
    type=click.Path(path_type=Path, file_okay=False),
    default=paths.DATA,
    help="Folder of the collection (default: the one shipped).",
)


def _load(folder: Path) -> Collection:
    try:
        return load(folder)
    except CollectionError as error:
        for problem in error.problems:
            click.echo(problem, err=True)
        sys.exit(1)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Caucasus Chronicle: a timeline and a map of the same events, with their sources."""


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--against",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with the source articles: quotes from them must stand there verbatim.",
)
@click.option("--strict", is_flag=True, help="Warnings fail, too.")
def check(folder: Path | None, against: Path | None, strict: bool) -> None:
    """Check a collection; list every problem at once."""
    from timeline import quotes

    collection = _load(folder or paths.DATA)
    problems = [*collection.problems]
    if against:
        problems += quotes.check(collection, against)
    for problem in problems:
        click.echo(problem, err=problem.level == "error")
    errors = sum(p.level == "error" for p in problems)
    counted = ", ".join(
        f"{len(getattr(collection, name))} {name}"
        for name in ("events", "questions", "sources", "places", "actors", "regions")
    )
    click.echo(
        f"{counted}; {errors} errors, {len(problems) - errors} warnings, "
        f"{len(collection.skipped)} records left out"
    )
    if collection.head.eras:
        from timeline.coverage import summary

        click.echo(summary(collection))
    if errors or (strict and problems):
        sys.exit(1)


@main.command()
@DATA
def coverage(data: Path) -> None:
    """Count what a collection covers, as Markdown: eras, themes, areas, voices, sources."""
    from timeline.atlas import Atlas
    from timeline.coverage import report

    collection = _load(data)
    atlas = Atlas.load(paths.GEO, [*collection.regions.values()])
    click.echo(report(collection, atlas), nl=False)


@main.command()
@click.argument("phrase")
@click.option("--lang", help="Language of the phrase (en, ru, az, hy, tr, ka, fa); else guessed.")
@click.option("--anchor", help="Day that relative words refer to, as EDTF, e.g. 2022-01-15.")
def date(phrase: str, lang: str | None, anchor: str | None) -> None:
    """Read a date in words; print it as EDTF."""
    try:
        reading = read_words(phrase, lang=lang, anchor=parse_edtf(anchor) if anchor else None)
    except DateError as error:
        click.echo(f"timeline: {error}", err=True)
        sys.exit(1)
    click.echo(str(reading.value))
    if reading.note:
        click.echo(reading.note, err=True)


@main.command()
@click.option("--to", "form", required=True, type=click.Choice(["csv", "geojson", "csl"]))
@click.option("-o", "--out", default="-", help="File to write, - for standard output.")
@DATA
def export(form: str, out: str, data: Path) -> None:
    """Write the collection's events (csv, geojson) or its sources (csl) in another form."""
    from timeline import exchange

    collection = _load(data)
    text = exchange.WRITERS[form](collection)
    for skipped in collection.skipped:
        click.echo(f"timeline: left out {skipped} (see timeline check)", err=True)
    if out == "-":
        sys.stdout.buffer.write(text.encode("utf-8"))
        return
    try:
        Path(out).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        click.echo(f"timeline: {out}: {error.strerror}", err=True)
        sys.exit(1)


@main.command(name="format")
@DATA
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def format_(data: Path, files: tuple[Path, ...]) -> None:
    """Rewrite the collection's files (or just FILES) in their canonical form."""
    from timeline.records_file import canonical, unreadable

    failed = False
    for path in files or sorted(data.rglob("*.yaml")):
        name = path.as_posix() if files else path.relative_to(data).as_posix()
        problems = unreadable(path, name)
        for problem in problems:  # such a file is left as it is
            failed = True
            click.echo(problem, err=True)
        if problems:
            continue
        text = path.read_text(encoding="utf-8")
        wanted = canonical(text)
        if wanted != text:
            path.write_text(wanted, encoding="utf-8")
            click.echo(name)
    if failed:
        sys.exit(1)


@main.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501)
@click.option("--host", default="127.0.0.1", help="Address to listen on (default: loopback).")
def serve(port: int, host: str) -> None:
    """Serve the app and print its address."""
    from timeline.app import serve as server

    server.run(host, port)
