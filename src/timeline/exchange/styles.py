"""Sources in written citation styles: Chicago (17th, bibliography), APA (7th), MLA (9th).

Capitals of titles stay as they are in the record: which words a style would raise or lower cannot
be told without knowing the language. Italics are marked ``*so*``; `html` and `plain` resolve them.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence

from markupsafe import Markup, escape

from timeline.dates import Edtf
from timeline.model import Name, Source

MONTHS = tuple(calendar.month_name)[1:]  # of the C locale: English
SHORT = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
"""Months as MLA shortens them."""

WHOLE = {"book", "report", "thesis", "map", "pamphlet", "dataset"}  # titles in italics


def _whole(source: Source) -> bool:
    return source.type in WHOLE or not source.container_title


def _dot(text: str) -> str:
    """A full stop at the end, unless a mark stands there already."""
    return text if re.search(r"[.?!][”*]?$", text) else text + "."


def _and(names: Sequence[str], word: str = "and") -> str:
    if len(names) < 3:
        return f" {word} ".join(names)
    return ", ".join(names[:-1]) + f", {word} {names[-1]}"


def _inverted(name: Name) -> str:
    return name.literal or ", ".join(p for p in (name.family, name.given) if p)


def _initials(name: Name) -> str:
    if name.literal or not name.given:
        return name.literal or name.family or ""
    parts = [f"{p[0]}." for p in re.split(r"[\s.]+", name.given) if p]
    return f"{name.family}, {' '.join(parts)}"


def _day(date: Edtf | None, months: Sequence[str], order: str) -> str:
    """A date of a day, month or year as a style has it; empty for what is neither."""
    if date is None:
        return ""
    first = date.earliest
    if first is None:
        return ""
    month, year = months[first.month - 1], str(first.year)
    if date.precision == "day":
        return {"mdy": f"{month} {first.day}, {year}", "dmy": f"{first.day} {month} {year}",
                "ymd": f"{year}, {month} {first.day}"}[order]  # fmt: skip
    if date.precision == "month":
        return f"{year}, {month}" if order == "ymd" else f"{month} {year}"
    return year


def _year(date: Edtf | None) -> str:
    return str(date.earliest.year) if date and date.earliest else ""


def _pages(source: Source) -> str:
    return (source.page or "").replace("-", "–")


def _address(source: Source) -> str:
    return f"https://doi.org/{source.DOI}" if source.DOI else source.URL or ""


def _joined(parts: Sequence[str]) -> str:
    return " ".join(_dot(p) for p in parts if p)


def chicago(source: Source) -> str:
    """An entry of a Chicago bibliography."""
    people = [_inverted(n) for n in source.author[:1]] + [n.full for n in source.author[1:]]
    who = _and(people) if len(people) < 3 else ", ".join(people[:-1]) + f", and {people[-1]}"
    if len(people) == 2:
        who = f"{people[0]}, and {people[1]}"
    title, box = source.own_title, source.container_title
    if _whole(source):
        place = ": ".join(p for p in (source.publisher_place, source.publisher) if p)
        number = f"{source.number}" if source.number else ""
        out = ", ".join(p for p in (place, _year(source.issued)) if p)
        if source.type not in WHOLE:
            out = ". ".join(p for p in (place, _day(source.issued, MONTHS, "mdy")) if p)
        return _joined([who, f"*{title}*", number, out, _address(source)])
    if source.type == "chapter":
        editors = f", edited by {_and([n.full for n in source.editor])}" if source.editor else ""
        pages = f", {_pages(source)}" if source.page else ""
        place = ": ".join(p for p in (source.publisher_place, source.publisher) if p)
        out = ", ".join(p for p in (place, _year(source.issued)) if p)
        return _joined(
            [who, f"“{_dot(title)}”", f"In *{box}*{editors}{pages}", out, _address(source)]
        )
    if source.type == "article-journal":
        issue = f", no. {source.issue}" if source.issue else ""
        when = f" ({_year(source.issued)})" if source.issued else ""
        pages = f": {_pages(source)}" if source.page else ""
        where = f"*{box}* {source.volume or ''}".strip() + issue + when + pages
        return _joined([who, f"“{_dot(title)}”", where, _address(source)])
    where = ", ".join(p for p in (f"*{box}*", _day(source.issued, MONTHS, "mdy")) if p)
    return _joined([who, f"“{_dot(title)}”", where, _address(source)])


def apa(source: Source) -> str:
    """An entry of an APA reference list."""
    people = [_initials(n) for n in source.author]
    who = (
        people[0]
        if len(people) == 1
        else ", ".join(people[:-1]) + f", & {people[-1]}"
        if people
        else ""
    )
    exact = not (
        source.type == "article-journal" or source.type in WHOLE or source.type == "chapter"
    )
    when = _day(source.issued, MONTHS, "ymd") if exact else _year(source.issued)
    title, box = source.own_title, source.container_title
    dated = f"({when or 'n.d.'})"
    head = [f"{_dot(who)} {dated}"] if who else []
    tail = [] if who else [dated]
    if source.type == "chapter" and box:
        editors = [" ".join([*(f"{p[0]}." for p in re.split(r"[\s.]+", n.given or "") if p),
                             n.family or n.literal or ""]) for n in source.editor]  # fmt: skip
        mark = "Eds." if len(editors) > 1 else "Ed."
        by = f"{_and(editors, '&')} ({mark}), " if editors else ""
        if len(editors) == 2:
            by = f"{editors[0]} & {editors[1]} ({mark}), "
        pages = f" (pp. {_pages(source)})" if source.page else ""
        rest = [title, *tail, f"In {by}*{box}*{pages}", source.publisher or ""]
    elif source.type == "article-journal" and box:
        volume = f", *{source.volume}*" if source.volume else ""
        issue = f"({source.issue})" if source.issue else ""
        pages = f", {_pages(source)}" if source.page else ""
        rest = [title, *tail, f"*{box}*{volume}{issue}{pages}"]
    elif _whole(source):
        number = f" ({source.number})" if source.number else ""
        same = source.publisher and source.publisher == (source.author and source.author[0].literal)
        rest = [f"*{title}*{number}", *tail, "" if same else source.publisher or ""]
    else:
        news = source.type in ("article-newspaper", "article-magazine")
        rest = [title if news else f"*{title}*", *tail, f"*{box}*" if news else box or ""]
    address = _address(source)
    return _joined([*head, *rest]) + (f" {address}" if address else "")


def mla(source: Source) -> str:
    """An entry of an MLA list of works cited."""
    people = source.author
    who = _inverted(people[0]) if people else ""
    if len(people) == 2:
        who += f", and {people[1].full}"
    elif len(people) > 2:
        who += ", et al"
    title, box = source.own_title, source.container_title
    address = re.sub(r"^https?://", "", source.URL or "") if not source.DOI else _address(source)
    when = _day(source.issued, SHORT, "dmy")
    pages = ""
    if source.page:
        pages = f"{'pp.' if re.search('[-–,]', source.page) else 'p.'} {_pages(source)}"
    if _whole(source):
        year = _year(source.issued) if source.type in WHOLE else when
        parts = [source.publisher or "", source.number or "", year, address]
        return _joined([who, f"*{title}*", ", ".join(p for p in parts if p)])
    editors = f"edited by {_and([n.full for n in source.editor])}" if source.editor else ""
    parts = [
        f"*{box}*", editors, source.publisher or "" if source.type == "chapter" else "",
        f"vol. {source.volume}" if source.volume else "",
        f"no. {source.issue}" if source.issue else "",
        _year(source.issued) if source.type == "chapter" else when, pages, address,
    ]  # fmt: skip
    return _joined([who, f"“{_dot(title)}”", ", ".join(p for p in parts if p)])


STYLES: dict[str, Callable[[Source], str]] = {"Chicago": chicago, "APA": apa, "MLA": mla}


def plain(entry: str) -> str:
    """An entry without marks of italics."""
    return entry.replace("*", "")


def html(entry: str) -> Markup:
    """An entry as HTML, escaped, with italics."""
    return Markup(re.sub(r"\*([^*]+)\*", r"<i>\1</i>", str(escape(entry))))
