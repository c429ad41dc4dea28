"""Dates as people write them."""

from .edtf import Edtf


def format_date(value: Edtf, lang: str = "en") -> str:
    """Print a date."""
    return str(value)


def precision_words(value: Edtf, lang: str = "en") -> str:
    """Say how exact a date is."""
    return value.precision
