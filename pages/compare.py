"""Compare accounts: contested questions, one of them side by side, and who has spoken."""

import streamlit as st

from timeline.app import assets
from timeline.viewer import compare

FILTERS = ("era", "side", "aspect", "find")

collection = assets.current().collection
st.html(compare.style())
asked = st.query_params.get("question", "")
question = collection.questions.get(asked)
if question:
    st.html(compare.page(collection, question, st.query_params.get("position")))
    st.stop()


def clear() -> None:
    for name in FILTERS:
        st.session_state[name] = "" if name == "find" else None


def choice(label: str, key: str, options: dict[str, str], everything: str) -> str | None:
    return st.selectbox(
        label, list(options), index=None, format_func=options.__getitem__, key=key,
        placeholder=everything, bind="query-params", width=190,
    )  # fmt: skip


st.title("Compare accounts")
if asked:
    st.warning("There is no such question in this edition; here are all of them.")
st.markdown(
    "Where accounts differ, they stand side by side: each with its speaker, its date and its "
    "source, in the order in which it was stated. Nothing counts how many hold it."
)
with st.container(horizontal=True):
    era = choice("Time", "era", {e.id: e.label["en"] for e in collection.head.eras}, "Every time")
    sides = {p.id: p.label["en"] for p in collection.head.positions}
    side = choice("Who has spoken", "side", sides, "Everyone")
    aspect = choice("Differs on", "aspect", compare.ASPECTS, "Everything")
    words = st.text_input(
        "Event, place, person or word", key="find", type="search", max_chars=200,
        placeholder="Shusha, Stalin, corridor …", bind="query-params",
    )  # fmt: skip
wanted = compare.Asked(era, side, aspect, words or "")
found = compare.matching(collection, wanted)
row = st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute")
total = len(collection.questions)
row.markdown(
    f"**{len(found)}** of {total} questions" if len(found) < total else f"{total} questions"
)
if wanted != compare.Asked():
    row.button("Clear filters", on_click=clear)
if found:
    as_list, as_matrix = st.tabs(["Questions", "Who has spoken"])
    as_list.html(compare.index(collection, found))
    as_matrix.html(compare.matrix(collection, found))
else:
    st.html("<p class='cq'>No question matches. Clear the filters to see all of them.</p>")
