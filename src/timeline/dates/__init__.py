"""Dates as values, and the words people use for them."""

from .calendars import JulianDay, gregorian_to_julian, julian_to_gregorian
from .edtf import Edtf, Precision, parse_edtf
from .errors import DateError
from .printed import format_date, precision_words
from .words import Reading, read_words

__all__ = [
    "DateError",
    "Edtf",
    "JulianDay",
    "Precision",
    "Reading",
    "format_date",
    "gregorian_to_julian",
    "julian_to_gregorian",
    "parse_edtf",
    "precision_words",
    "read_words",
]
