"""A small collection as YAML text: every type of record, every kind of date, no problems."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline.collection import Collection, load
from timeline.problems import Problem

FILES = {
    "collection.yaml": """\
title: {en: Small chronicle, az: Kiçik salnamə}
summary: A collection for tests.
version: '1'
licence: CC-BY-4.0
languages: [en, az]
default_view:
  from: '1918'
  to: '1994'
  asof: '1918-05-28'
  camera: [46.5, 40.25, 5.5]
landmarks:
- {event: founding, label: Founding}
lanes:
- {id: state, label: State}
- {id: war, label: War}
- {id: words, label: Words}
kinds:
- {id: statehood, label: Statehood, lane: state}
- {id: battle, label: Fighting, lane: war}
- {id: statement, label: Statement, lane: words}
positions:
- {id: east, label: Eastern}
- {id: west, label: Western}
groups:
- {id: azerbaijan, label: Azerbaijan}
- {id: armenia, label: Armenia}
""",
    "actors.yaml": """\
- id: republic
  name: {en: First Republic, az: Birinci respublika}
  short: Republic
  kind: state
  valid: 1918-05-28/1920-04-28
  group: azerbaijan
- id: council
  name: National Council
  kind: body
  group: armenia
""",
    "sources.yaml": """\
- id: gazette
  type: legislation
  title: {az: Qəzet, en: Gazette}
  issued: '1918-05-28'
  language: az
  kind: primary-document
  speaks_for: east
  checked: read
- id: paper
  type: article-newspaper
  title: Evening paper
  author:
  - {family: Smith, given: Ann}
  - {literal: Press Bureau}
  container_title: Evening
  issued: 1918-06~
  URL: https://example.org/paper?a=1&b=2
  accessed: 2026-01-02
  kind: press
  speaks_for: west
  checked: excerpt
  article: 000_paper.txt
- id: study
  type: book
  title: A study
  publisher: Press
  publisher_place: London
  issued: '1997'
  kind: scholarship
  checked: unopened
- id: ruling
  type: legal_case
  title: A ruling
  number: A/1
  issued: 1993-07-29/1993-08-02
  kind: court
  checked: read
- id: report
  type: report
  title: A report
  issued: 199X
  volume: '2'
  issue: '3'
  page: 4-9
  DOI: 10.1/x
  kind: igo
  checked: read
""",
    "places.yaml": """\
- id: shusha
  point: [46.75, 39.76]
  kind: city
  rank: 2
  names:
  - {text: Shusha, lang: en, script: Latn, kind: official}
  - {text: Şuşa, lang: az, script: Latn, kind: official}
  - {text: Շուշի, lang: hy, script: Armn, kind: local}
  - {text: Шуша, lang: ru, script: Cyrl, kind: exonym}
- id: ganja
  point: [46.361, 40.682]
  kind: city
  names:
  - {text: Elisabethpol, lang: en, script: Latn, kind: official, to: '1918-07-29'}
  - text: Ganja
    lang: en
    script: Latn
    kind: official
    from: '1918-07-30'
    cite: [{source: gazette}]
  - {text: Gəncə, lang: az, script: Latn, kind: local}
- id: far-west
  point: [-73.968, -40.749]
  names:
  - {text: Far West, lang: en, script: Latn, kind: official}
""",
    "regions.yaml": """\
- id: heartland
  name: Heartland
  kind: state
  status: recognised
  by: republic
  focus: karabakh
  valid: 1918-05-28/1920-04-28
  geometry: areas#heartland
  basis: Drawn for tests.
  error_km: 3.5
  cite: [{source: study}]
- id: claimed-land
  name: Claimed land
  kind: claim
  status: claimed
  by: council
  valid: 1918-06/..
  geometry: areas#claimed
  basis: Drawn for tests.
  error_km: 10
  cite: [{source: study}]
""",
    "events/1918.yaml": """\
- id: founding
  title: {en: Republic founded, az: Respublikanın qurulması}
  label: Founding
  date: '1918-05-28'
  calendar_note: 15 May in the Julian calendar.
  kind: statehood
  weight: 1
  actors: [republic, council]
  places:
  - {place: ganja, role: seat}
  - {place: shusha, role: subject}
  summary: The council in Ganja founded a republic.
  figures:
  - what: members
    of: the council
    low: 20
    best: 24.5
    high: 30
    by: The gazette
    cite: [{source: gazette, locator: p. 1}]
  claims:
  - id: founding-lawful
    aspect: legality
    by: The council
    speaks_for: east
    said: '1918-05-28'
    says: The council says it acted lawfully.
    cite: [{source: gazette, locator: art. 1, quote: acted lawfully}]
  - id: founding-unlawful
    aspect: legality
    by: {en: The evening paper, ru: Вечерняя газета}
    speaks_for: west
    says: The paper calls it an illegal occupation by terrorists.
    cite: [{source: paper, locator: ¶2, quote: the council had no right}]
    disputes: [founding-lawful]
  cite:
  - {source: gazette, locator: p. 1}
  - {source: paper}
  - {source: study, locator: p. 184}
  - {source: ruling}
  - {source: report}
- id: march
  title: March to Shusha
  label: March
  date: 1918-06~
  kind: battle
  weight: 3
  actors: [republic]
  places:
  - {place: shusha, role: destination}
  path: {places: [ganja, shusha], mode: army, basis: Straight line., error_km: 20}
  part_of: siege
  follows: [founding]
  summary: A column marched to Shusha.
  cite: [{source: gazette}, {source: paper}]
- id: siege
  title: Siege
  label: Siege
  date: 1918-06-01/1918-09-15
  kind: battle
  weight: 2
  places: [{place: shusha}]
  path:
    points: [[46.4, 40.7], [46.6, 40.1], [46.75, 39.76]]
    mode: front
    basis: Straight line.
    error_km: 20
  summary: The town was besieged.
  cite: [{source: study}, {source: paper}]
""",
    "events/later.yaml": """\
- id: letter
  title: A letter abroad
  label: Letter
  date: 1919-03?
  kind: statement
  weight: 3
  actors: [council]
  places: [{place: far-west}]
  summary: The council wrote a letter.
  claims:
  - id: letter-wish
    aspect: course
    by: The council
    says: The council asks for help.
    cite: [{source: paper}]
    supports: [founding-lawful]
  cite: [{source: report}, {source: paper}]
- id: truce
  title: Truce
  label: Truce
  date: 1994-05-12/..
  kind: statement
  weight: 2
  places: [{place: ganja}]
  summary: A truce took effect.
  cite: [{source: report}, {source: paper}]
""",
    "questions.yaml": """\
- id: lawfulness
  title: Was the founding lawful?
  label: Lawfulness
  aspect: legality
  why: Both towns lean on it.
  events: [founding, letter]
  positions:
  - id: lawful-east
    by: The council
    speaks_for: east
    said: '1918-05-28'
    says: It was.
    words: [founding]
    claims: [founding-lawful]
    cite: [{source: gazette}]
  - id: lawful-west
    by: The evening paper
    speaks_for: west
    said: 1918-06~
    says: It was an occupation.
    cite: [{source: paper}]
  documents:
  - {says: Article 1 names a republic., cite: [{source: gazette, locator: art. 1}]}
  searched: '2026-01-02'
""",
    "readings.yaml": """\
- id: reading-paper
  source: paper
  title: A letter to the editor
  about: A reader complains of the council.
  statements:
  - id: rp-1
    paragraph: 1
    phrase: The evening paper
    says: The paper speaks.
    voice: publisher
    verdict: supported
    why: It does.
    cite: [{source: study}]
  - id: rp-2
    paragraph: 2
    phrase: the council had no right to meet
    date_words: A reader writes
    date: '1918-05'
    says: The council met without right in May 1918.
    voice: speaker
    speaker: A reader
    event: founding
    verdict: contradicted
    why: The gazette gives the right.
    cite: [{source: gazette}, {source: paper}]
  omissions:
  - {says: That it asked the towns., events: [founding], cite: [{source: gazette}]}
""",
}

ARTICLE = """The evening paper, “Evening”.

A reader writes that the council had
no right to meet — and that it didn’t ask anyone.
"""


@dataclass
class Small:
    """The folder of the collection, and ways to change its text."""

    folder: Path

    def write(self) -> Small:
        """Write all files."""
        for name, text in FILES.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return self

    def text(self, name: str) -> str:
        """The text of a file."""
        return (self.folder / name).read_text(encoding="utf-8")

    def change(self, name: str, old: str, new: str) -> Small:
        """Replace a text that stands once in a file."""
        text = self.text(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")
        return self

    def append(self, name: str, text: str) -> Small:
        """Add text at the end of a file."""
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
        return self

    def load(self) -> Collection:
        """Read the folder."""
        return load(self.folder)

    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong with the folder."""
        return self.load().problems

    def line_of(self, name: str, part: str) -> int:
        """The line (1-based) on which a text stands that is in the file once."""
        text = self.text(name)
        assert text.count(part) == 1, f"{part!r} stands {text.count(part)} times in {name}"
        return text[: text.index(part)].count("\n") + 1
