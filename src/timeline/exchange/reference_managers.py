"""Sources as BibTeX and RIS, as reference managers read them."""

from __future__ import annotations

from timeline.model import Name, Source

_BIBTEX = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "thesis": "phdthesis", "report": "techreport",
}  # fmt: skip
_RIS = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "book": "BOOK", "chapter": "CHAP", "thesis": "THES", "report": "RPRT", "legal_case": "CASE",
    "legislation": "STAT", "map": "MAP", "webpage": "ELEC", "post-weblog": "BLOG",
    "entry-encyclopedia": "ENCYC", "dataset": "DATA", "pamphlet": "PAMP",
}  # fmt: skip
_SPECIAL = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
})  # fmt: skip


def _name(name: Name, braces: bool) -> str:
    if name.literal:
        return f"{{{name.literal.translate(_SPECIAL)}}}" if braces else name.literal
    whole = ", ".join(p for p in (name.family, name.given) if p)
    return whole.translate(_SPECIAL) if braces else whole


def bibtex(source: Source) -> str:
    """A BibTeX entry (UTF-8); the id of the source is its key."""
    kind = _BIBTEX.get(source.type, "misc")
    box = {"article": "journal", "incollection": "booktitle"}.get(kind, "howpublished")
    maker = {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher")
    day = source.issued.earliest if source.issued else None
    exact = source.issued.precision if source.issued else ""
    fields = {
        "author": " and ".join(_name(n, True) for n in source.author),
        "editor": " and ".join(_name(n, True) for n in source.editor),
        "title": f"{{{source.own_title.translate(_SPECIAL)}}}",
        box: (source.container_title or "").translate(_SPECIAL),
        maker: (source.publisher or "").translate(_SPECIAL),
        "address": (source.publisher_place or "").translate(_SPECIAL),
        "year": str(day.year) if day else "",
        "month": str(day.month) if day and exact in ("day", "month") else "",
        "volume": source.volume or "",
        "number": source.issue or (source.number or "").translate(_SPECIAL),
        "pages": (source.page or "").replace("–", "-").replace("-", "--"),
        "doi": source.DOI or "", "isbn": source.ISBN or "", "issn": source.ISSN or "",
        "url": source.URL or "", "urldate": str(source.accessed or ""),
        "language": source.language,
    }  # fmt: skip
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{source.id},", *lines, "}"]) + "\n"


def ris(source: Source) -> str:
    """An RIS record; lines end as the format wants it, with CR LF."""
    day = source.issued.earliest if source.issued else None
    exact = source.issued.precision if source.issued else ""
    when = ""
    if day:
        shown = {"day": f"{day:%Y/%m/%d}/", "month": f"{day:%Y/%m}//"}
        when = shown.get(exact, f"{day:%Y}///")
    first, _, last = (source.page or "").replace("–", "-").partition("-")
    rows = [
        ("TY", _RIS.get(source.type, "GEN")),
        *(("AU", _name(n, False)) for n in source.author),
        *(("ED", _name(n, False)) for n in source.editor),
        ("TI", source.own_title), ("T2", source.container_title), ("PB", source.publisher),
        ("CY", source.publisher_place), ("PY", f"{day:%Y}" if day else ""), ("DA", when),
        ("VL", source.volume), ("IS", source.issue or source.number), ("SP", first), ("EP", last),
        ("DO", source.DOI), ("SN", source.ISBN or source.ISSN), ("UR", source.URL),
        ("LA", source.language), ("ID", source.id),
    ]  # fmt: skip
    lines = [f"{tag}  - {' '.join(str(value).split())}" for tag, value in rows if value]
    return "\r\n".join([*lines, "ER  - ", ""])
