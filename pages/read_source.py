"""Read a source: an article statement by statement, two of them side by side, a worksheet."""

import streamlit as st

from timeline.app import assets
from timeline.viewer import readings

collection = assets.current().collection
asked = st.query_params
st.html(readings.style())
reading = collection.readings.get(asked.get("article", ""))
event = collection.events.get(asked.get("beside", ""))
if reading and asked.get("sheet") in ("pupil", "teacher"):
    st.html(readings.worksheet(collection, reading, asked["sheet"] == "teacher"))
elif reading:
    st.html(readings.page(collection, reading, asked.get("statement")))
elif event and event in readings.shared(collection):
    st.html(readings.side_by_side(collection, event))
else:
    st.title("Read a source")
    if asked.get("article") or asked.get("beside"):
        st.warning("There is no such reading in this edition; here are all of them.")
    st.markdown(
        "Articles are material to judge. Each is read here statement by statement: the date as it "
        "is written and what it means, whose voice speaks, and how the statement stands to the "
        "record. A verdict is on the statement, never on the publisher."
    )
    st.html(readings.index(collection))
    told = {e.id: f"{e.label['en']} ({e.date})" for e in readings.shared(collection)}
    if told:
        st.subheader("The same event in several articles")
        chosen = st.selectbox("Event", list(told), index=None, format_func=told.__getitem__,
                              placeholder="Choose an event")  # fmt: skip
        if chosen:
            st.html(readings.side_by_side(collection, collection.events[chosen]))
