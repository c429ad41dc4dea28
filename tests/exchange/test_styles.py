"""Written styles against published examples, and files for reference managers."""

from __future__ import annotations

import pytest

from timeline import paths
from timeline.collection import load
from timeline.exchange.reference_managers import bibtex, ris
from timeline.exchange.styles import STYLES, apa, chicago, html, mla, plain
from timeline.model import Source

SHIPPED = load(paths.DATA)
BASE = {"id": "s", "kind": "scholarship", "checked": "read"}


def name(given: str, family: str) -> dict[str, str]:
    return {"given": given, "family": family}


def source(**fields) -> Source:
    return Source.model_validate(BASE | fields)


GRADY = source(
    type="article-journal",
    title="Emotions in storybooks: A comparison of storybooks that represent ethnic and racial "
    "groups in the United States",
    author=[name("J. S.", "Grady"), name("M.", "Her"), name("G.", "Moreno"), name("C.", "Perez"),
            name("J.", "Yelinek")],
    container_title="Psychology of Popular Media Culture", volume="8", issue="3", page="207-217",
    issued="2019", DOI="10.1037/ppm0000185",
)  # fmt: skip
DEGAND = source(
    type="article-journal",
    title="The Impact of Connectives and Anaphoric Expressions on Expository Discourse "
    "Comprehension",
    author=[name("Liesbeth", "Degand"), name("Nathalie", "Lefèvre"), name("Yves", "Bestgen")],
    container_title="Document Design", volume="1", issue="1", page="39-51", issued="1999",
)  # fmt: skip
GRAZER = source(
    type="book", title="A Curious Mind: The Secret to a Bigger Life",
    author=[name("Brian", "Grazer"), name("Charles", "Fishman")],
    publisher="Simon & Schuster", publisher_place="New York", issued="2015",
)  # fmt: skip
THOREAU = source(
    type="chapter", title="Walking", author=[name("Henry David", "Thoreau")],
    container_title="The Making of the American Essay", editor=[name("John", "D’Agata")],
    page="167-95", publisher="Graywolf Press", publisher_place="Minneapolis", issued="2016",
)  # fmt: skip
MANJOO = source(
    type="article-newspaper",
    title="Snap Makes a Bet on the Cultural Supremacy of the Camera",
    author=[name("Farhad", "Manjoo")], container_title="New York Times", issued="2017-03-08",
    URL="https://www.nytimes.com/2017/03/08/technology/snap.html",
)  # fmt: skip
SAPOLSKY = source(
    type="book", title="Behave: The biology of humans at our best and worst",
    author=[name("R. M.", "Sapolsky")], publisher="Penguin Books", issued="2017",
)  # fmt: skip
CAREY = source(
    type="article-newspaper", title="Can we get better at forgetting?",
    author=[name("B.", "Carey")], container_title="The New York Times", issued="2019-03-22",
    URL="https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html",
)  # fmt: skip
ARON = source(
    type="chapter", title="Culinary arts: Talent and their development",
    author=[name("L.", "Aron"), name("M.", "Botella"), name("T.", "Lubart")],
    editor=[name("R. F.", "Subotnik"), name("P.", "Olszewski-Kubilius"), name("F. C.", "Worrell")],
    container_title="The psychology of high performance: Developing human potential into "
    "domain-specific talent",
    page="345-359", publisher="American Psychological Association", issued="2019",
    DOI="10.1037/0000120-016",
)  # fmt: skip
MANTEL = source(
    type="book", title="Wolf Hall", author=[name("Hilary", "Mantel")], publisher="Picador",
    issued="2010",
)  # fmt: skip
BARON = source(
    type="article-journal",
    title="Redefining Reading: The Impact of Digital Communication Media",
    author=[name("Naomi S.", "Baron")], container_title="PMLA", volume="128", issue="1",
    page="193-200", issued="2013-01",
)  # fmt: skip
PUBLISHED = [
    # style, source, the entry as the manuals and their guides print it
    (chicago, DEGAND, "Degand, Liesbeth, Nathalie Lefèvre, and Yves Bestgen. “The Impact of "
     "Connectives and Anaphoric Expressions on Expository Discourse Comprehension.” *Document "
     "Design* 1, no. 1 (1999): 39–51."),
    (chicago, GRAZER, "Grazer, Brian, and Charles Fishman. *A Curious Mind: The Secret to a Bigger "
     "Life*. New York: Simon & Schuster, 2015."),
    (chicago, THOREAU, "Thoreau, Henry David. “Walking.” In *The Making of the American Essay*, "
     "edited by John D’Agata, 167–95. Minneapolis: Graywolf Press, 2016."),
    (chicago, MANJOO, "Manjoo, Farhad. “Snap Makes a Bet on the Cultural Supremacy of the Camera.” "
     "*New York Times*, March 8, 2017. https://www.nytimes.com/2017/03/08/technology/snap.html."),
    (apa, GRADY, "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
     "storybooks: A comparison of storybooks that represent ethnic and racial groups in the United "
     "States. *Psychology of Popular Media Culture*, *8*(3), 207–217. "
     "https://doi.org/10.1037/ppm0000185"),
    (apa, SAPOLSKY, "Sapolsky, R. M. (2017). *Behave: The biology of humans at our best and "
     "worst*. Penguin Books."),
    (apa, CAREY, "Carey, B. (2019, March 22). Can we get better at forgetting? *The New York "
     "Times*. https://www.nytimes.com/2019/03/22/health/memory-forgetting-psychology.html"),
    (apa, ARON, "Aron, L., Botella, M., & Lubart, T. (2019). Culinary arts: Talent and their "
     "development. In R. F. Subotnik, P. Olszewski-Kubilius, & F. C. Worrell (Eds.), *The "
     "psychology of high performance: Developing human potential into domain-specific talent* "
     "(pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016"),
    (mla, MANTEL, "Mantel, Hilary. *Wolf Hall*. Picador, 2010."),
    (mla, BARON, "Baron, Naomi S. “Redefining Reading: The Impact of Digital Communication Media.” "
     "*PMLA*, vol. 128, no. 1, Jan. 2013, pp. 193–200."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "work", "entry"), PUBLISHED)
def test_published_examples(style, work, entry):
    assert style(work) == entry


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("key", sorted(SHIPPED.sources)[::23])
def test_every_source_has_an_entry(style, key):
    entry = plain(STYLES[style](SHIPPED.sources[key]))
    assert len(entry) > 15
    assert ".." not in entry.replace("...", "") and " ." not in entry and "None" not in entry
    assert "()" not in entry and ", ," not in entry


def test_italics_and_escapes():
    work = source(type="book", title="<b>A & B</b>", issued="2010")
    assert html(chicago(work)) == "<i>&lt;b&gt;A &amp; B&lt;/b&gt;</i>. 2010."
    assert plain(chicago(work)) == "<b>A & B</b>. 2010."


def test_bibtex():
    assert bibtex(GRAZER) == (
        "@book{s,\n"
        "  author = {Grazer, Brian and Fishman, Charles},\n"
        "  title = {{A Curious Mind: The Secret to a Bigger Life}},\n"
        "  publisher = {Simon \\& Schuster},\n"
        "  address = {New York},\n"
        "  year = {2015},\n"
        "  language = {en},\n"
        "}\n"
    )
    assert "author = {{United Nations}}" in bibtex(
        source(type="report", title="R", author=[{"literal": "United Nations"}])
    )
    assert "pages = {39--51}" in bibtex(DEGAND)
    assert r"title = {{50\% \{x\} \#1}}" in bibtex(source(type="book", title="50% {x} #1"))


def test_ris():
    lines = ris(MANJOO).split("\r\n")
    assert lines[0] == "TY  - NEWS"
    assert lines[-2:] == ["ER  - ", ""]
    for line in ("AU  - Manjoo, Farhad", "T2  - New York Times", "DA  - 2017/03/08/", "PY  - 2017"):
        assert line in lines
    assert {"SP  - 39", "EP  - 51"} <= set(ris(DEGAND).split("\r\n"))
    # A line break inside a title would end the field.
    assert "TI  - A B" in ris(source(type="book", title="A\nB")).split("\r\n")
