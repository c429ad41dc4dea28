"""The plain app that the viewer is measured against: the same events in Streamlit's own charts.

Written as a developer would who links a Plotly chart and a pydeck map natively: a selection in
one reruns the script, which draws both anew with the chosen event highlighted. No tiles, the same
land and borders.
"""

import datetime as dt
import json

import plotly.graph_objects as go
import pydeck as pdk
import streamlit as st

from timeline import levels, paths, scene
from timeline.atlas import Atlas
from timeline.collection import load
from timeline.dates import format_date
from timeline.draw.palette import LIGHT, rgb
from timeline.draw.timeline import middle

st.set_page_config(layout="wide")


@st.cache_resource
def data():
    book = load(paths.DATA)
    atlas = Atlas.load(paths.GEO, list(book.regions.values()))
    shapes = levels.first(book, atlas)
    rows = [
        {
            "id": e.id,
            "title": e.title["en"],
            "when": format_date(e.date, "en"),
            "x": middle(e.date).isoformat(),
            "lane": book.lane(e),
            "at": list(book.places[e.places[0].place].point),
            "asof": scene.asof_of(e).isoformat(),
        }
        for e in book.events.values()
    ]
    return book, atlas, shapes, rows


book, atlas, shapes, rows = data()
ids = [r["id"] for r in rows]
chosen = st.session_state.get("chosen")
lanes = [lane.id for lane in book.head.lanes]

figure = go.Figure(
    go.Scatter(
        x=[r["x"] for r in rows],
        y=[len(lanes) - lanes.index(r["lane"]) for r in rows],
        mode="markers",
        text=[r["title"] for r in rows],
        customdata=ids,
        marker={
            "color": [LIGHT.lanes[r["lane"]] for r in rows],
            "size": [18 if r["id"] == chosen else 9 for r in rows],
        },
    )
)
figure.update_layout(height=250, uirevision="keep", margin={"l": 0, "r": 0, "t": 0, "b": 0})
left, right = st.columns([7, 3])
with left:
    picked = st.plotly_chart(figure, on_select="rerun", selection_mode="points", key="timeline")

day = next((r["asof"] for r in rows if r["id"] == chosen), "1918-05-28")
borders = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "properties": {"fill": rgb(LIGHT.groups[book.actors[r.by].group if r.by else "local"])},
            "geometry": shapes["coarse"]["regions"][r.geometry],
        }
        for r in atlas.on(dt.date.fromisoformat(day), "recognised")
    ],
}
land = {"type": "Feature", "properties": {}, "geometry": shapes["coarse"]["land"]}
marks = [
    {**r, "colour": rgb(LIGHT.lanes[r["lane"]]), "size": 9 if r["id"] == chosen else 5}
    for r in rows
]
deck = pdk.Deck(
    layers=[
        pdk.Layer("GeoJsonLayer", land, get_fill_color=rgb(LIGHT.land), id="land"),
        pdk.Layer(
            "GeoJsonLayer", borders, id="borders", get_fill_color="properties.fill",
            get_line_color=[90, 90, 90], get_line_width=1, line_width_units="'pixels'",
        ),
        pdk.Layer(
            "ScatterplotLayer", marks, id="marks", get_position="at", get_fill_color="colour",
            get_radius="size", radius_units="'pixels'", pickable=True,
        ),
    ],
    initial_view_state=pdk.ViewState(longitude=46.3, latitude=40.35, zoom=5.45),
    map_provider=None,
)  # fmt: skip
with left:
    mapped = st.pydeck_chart(
        deck, on_select="rerun", selection_mode="single-object", key="map", height=360
    )

new = None
if picked.selection.points:
    new = picked.selection.points[0]["customdata"]
    new = new[0] if isinstance(new, list) else new
objects = mapped.selection.objects.get("marks") or []
if objects and objects[0]["id"] != st.session_state.get("map_was"):
    st.session_state.map_was = objects[0]["id"]
    new = objects[0]["id"]
elif picked.selection.points and new != st.session_state.get("time_was"):
    st.session_state.time_was = new
else:
    new = None
if new and new != chosen:
    st.session_state.chosen = new
    st.rerun()
with right:
    st.markdown(f"<!-- {json.dumps(chosen)} -->")
    event = book.events.get(chosen or "")
    st.subheader(event.title["en"] if event else "Choose an event")
    st.write(event.summary["en"] if event else "")
    st.text(f"chosen: {chosen}")
    st.dataframe([{"date": r["when"], "title": r["title"]} for r in rows], hide_index=True)
