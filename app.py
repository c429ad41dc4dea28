"""The server: Streamlit's pages, and beside them the routes the viewer loads from."""

import streamlit as st

from timeline.app.routes import LIFESPAN, MIDDLEWARE, ROUTES

app = st.App("pages/frame.py", routes=ROUTES, middleware=MIDDLEWARE, lifespan=LIFESPAN)
