"""The viewer as a Streamlit component, and its state in the address."""

from __future__ import annotations

import streamlit as st

from timeline import view
from timeline.app import assets

# Runs as a blob module, so addresses are made absolute. The shell is painted at once: there is
# something to read before any library has come.
BOOTSTRAP = """
const viewer = import(new URL('%(viewer)s', document.baseURI).href);
export default async component => {
  const { parentElement, data } = component;
  if (!parentElement.querySelector('[data-shell]')) {
    const box = document.createElement('div');
    box.dataset.shell = '';
    parentElement.append(box);
    box.innerHTML = await (await fetch(data.shell)).text();
  }
  (await viewer).default(component);
};
"""


COMPONENT = st.components.v2.component(
    "caucasus_viewer",
    css=assets.viewer_file("viewer.css").decode("utf-8"),
    js=BOOTSTRAP % {"viewer": assets.URLS["viewer"]},
    isolate_styles=False,
)


def _opened() -> tuple[dict[str, str], list[str]]:
    """The state this page was opened with: read once, so that the component's data stays."""
    shown = assets.current()
    if "opened" not in st.session_state:
        state, notices = view.read(dict(st.query_params), shown.collection)
        st.session_state.opened = (view.write(state), list(notices))
    return st.session_state.opened


@st.fragment
def explore() -> None:
    """Show the viewer; when it tells of a change, write it into the address."""
    shown = assets.current()
    opened, notices = _opened()
    result = COMPONENT(
        key="viewer",
        on_view_change=lambda: None,  # declares the state the viewer tells
        data={
            "shell": shown.shell_url,
            "scene": shown.scene_url,
            "select": assets.URLS["select"],
            "date": assets.URLS["date"],
            "still": assets.URLS["still"],
            "libraries": {"plotly": assets.URLS["plotly"], "deck": assets.URLS["deck"]},
            "view": opened,
            "notices": notices,
        },
    )
    told = result.view
    if not isinstance(told, dict):
        return
    sent = {k: v for k, v in told.items() if isinstance(k, str) and isinstance(v, str)}
    state, _ = view.read(sent, shown.collection)
    known = {row.name for row in view.TABLE}
    others = {k: v for k, v in st.query_params.items() if k not in known}
    wanted = {**others, **view.write(state)}
    if dict(st.query_params) != wanted:
        st.query_params.from_dict(wanted)
