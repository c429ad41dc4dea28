"""The frame around every page: the product's name, quiet chrome, no wasted space."""

from __future__ import annotations

import streamlit as st

CSS = """<style>
[data-testid="stMainBlockContainer"] { padding: 3.75rem 0 0; max-width: none; }
[data-testid="stMainBlockContainer"]:not(:has([data-shell])) { padding: 4.2rem max(1.1rem, 50vw - 34rem) 3rem; }
[data-testid="stAppDeployButton"], [data-testid="stDecoration"] { display: none; }
[data-testid="stHeader"] { background: light-dark(#fbfaf5, #171a1d); }
[data-testid="stMainBlockContainer"]:has([data-shell]) [data-testid="stVerticalBlock"] { gap: 0; }
[data-testid="stMainBlockContainer"] .stHtml:has(style) { position: absolute; }
</style>"""  # noqa: E501


def dress() -> None:
    """Put the frame's styles on the page and the name into its corner."""
    st.html(CSS)
    st.logo(_wordmark(), size="large", link=None)


def _wordmark() -> str:
    """The name as a picture: set in outlines' stead, so that no font need be loaded."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="232" height="28" viewBox="0 0 232 28">'
        '<text x="0" y="21" font-family="Source Serif, DejaVu Serif, Georgia, serif" '
        'font-weight="700" font-size="20" fill="#8a7f6c">Caucasus Chronicle</text></svg>'
    )
