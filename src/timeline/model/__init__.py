"""The records of a collection, as frozen pydantic models: what each field means and may hold.

A record knows only itself; what spans records (does that source exist?) is checked in
``timeline.checks``. Dates are EDTF values (ISO 8601-2:2019), points are ``(lon, lat)`` in WGS84
degrees, texts are a string (English) or a map of language to text.
"""

from timeline.model.events import Claim, Event, EventPlace, Figure, Path
from timeline.model.fields import LANGUAGES, QUOTE_WORDS, Record
from timeline.model.geography import STATE_KINDS, Actor, Place, PlaceName, Region
from timeline.model.head import DefaultView, Era, Head, Kind, Labelled, Landmark, Lane
from timeline.model.questions import DocumentSays, Position, Question
from timeline.model.readings import Omission, Reading, Statement
from timeline.model.sources import Citation, Name, Source

__all__ = [
    "LANGUAGES",
    "QUOTE_WORDS",
    "STATE_KINDS",
    "Actor",
    "Citation",
    "Claim",
    "DefaultView",
    "DocumentSays",
    "Era",
    "Event",
    "EventPlace",
    "Figure",
    "Head",
    "Kind",
    "Labelled",
    "Landmark",
    "Lane",
    "Name",
    "Omission",
    "Path",
    "Place",
    "PlaceName",
    "Position",
    "Question",
    "Reading",
    "Record",
    "Region",
    "Source",
    "Statement",
]
