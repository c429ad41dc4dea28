"""Page configuration and navigation; then the page."""

import streamlit as st

from timeline.app.chrome import dress

st.set_page_config(page_title="Caucasus Chronicle", page_icon="🗺️", layout="wide")
page = st.navigation(
    [
        st.Page("explore.py", title="Explore", url_path="", default=True),
        st.Page("compare.py", title="Compare accounts", url_path="compare"),
        st.Page("read_source.py", title="Read a source", url_path="read"),
        st.Page("source_list.py", title="Sources", url_path="sources"),
        st.Page("about_page.py", title="About", url_path="about"),
    ],
    position="top",
)
dress()
page.run()
