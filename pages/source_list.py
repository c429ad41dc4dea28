"""Sources: every work the collection cites, to be filtered, opened and taken along."""

import streamlit as st

from timeline.app import assets, source_list

FILTERS = ("kind", "position", "language", "checked", "era", "words")


def first_page() -> None:
    if st.session_state.get("page", 1) != 1:
        st.session_state.page = 1


def clear() -> None:
    for name in FILTERS:
        st.session_state[name] = "" if name == "words" else None
    first_page()


def choice(label: str, key: str, options: dict[str, str], everything: str) -> str | None:
    return st.selectbox(
        label, list(options), index=None, format_func=options.__getitem__, key=key,
        placeholder=everything, on_change=first_page, bind="query-params", width=150,
    )  # fmt: skip


collection = assets.current().collection
used = {s.language for s in collection.sources.values()}
languages = {k: v for k, v in source_list.LANGUAGES.items() if k in used}

st.html(source_list.style())
st.title("Sources")
st.markdown(
    "Each source is marked with what was really seen of it: **read**, the cited passage whole; "
    "**read in excerpt**, part of it; **not opened**, nothing, so that its statements rest on "
    "others. Titles link to the original address."
)
filters = st.container(horizontal=True)
with filters:
    kind = choice("Kind", "kind", source_list.KINDS, "Every kind")
    positions = source_list.positions_of(collection)
    position = choice("Whose position", "position", positions, "Everyone’s")
    language = choice("Language", "language", languages, "Every language")
    checked = choice("Checked", "checked", source_list.CHECKS, "Any")
    eras = {e.id: e.label["en"] for e in collection.head.eras}
    era = choice("Events of", "era", eras, "Every time")
    words = st.text_input(
        "Words", key="words", type="search", max_chars=200, placeholder="Title, author, note",
        on_change=first_page, bind="query-params",
    )  # fmt: skip

wanted = source_list.Wanted(kind, position, language, checked, era, words or "")
found = source_list.bibliography(collection).matching(wanted)
row = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
total = len(collection.sources)
row.markdown(f"**{len(found)}** of {total} sources" if len(found) < total else f"{total} sources")
if wanted != source_list.Wanted():
    row.button("Clear filters", on_click=clear)
if found:
    row.download_button(
        "Download as CSL-JSON", lambda: source_list.csl(collection, found), "sources.json",
        "application/vnd.citationstyles.csl+json", on_click="ignore",
    )  # fmt: skip
    count = source_list.pages_of(found)
    entries = st.container()  # above the numbers, but they say which page it holds
    page = st.pagination(count, key="page", bind="query-params") if count > 1 else 1
    entries.html(source_list.entries(collection, found, page))
else:
    st.html("<p class='cs'>No source matches. Clear the filters to see all sources.</p>")
