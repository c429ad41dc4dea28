"""The viewer as a Streamlit component, and its state in the address."""

from __future__ import annotations

import streamlit as st

from timeline import view
from timeline.app import assets
from timeline.app.first_paint import viewer_data

# Runs as a blob module, so addresses are made absolute. A viewer that came with the page and runs
# already is taken over as it is; one that was reached from another page is fetched.
BOOTSTRAP = """
const viewer = import(new URL('%(viewer)s', document.baseURI).href);
export default async component => {
  const { parentElement, data } = component;
  if (!parentElement.querySelector('[data-shell]')) {
    const box = document.createElement('div');
    box.dataset.shell = '';
    parentElement.append(box);
    const first = document.getElementById('cc-first');
    if (first) {
      box.append(...first.childNodes);
      first.remove();
    } else box.innerHTML = await (await fetch(data.shell)).text();
  }
  try {
    (await viewer).default(component);
  } catch (error) { // what can be read stays
    const notice = parentElement.querySelector('.cc-notice');
    notice.hidden = false;
    notice.textContent = `The viewer cannot start (${error.message}); reload to try again.`;
  }
};
"""


COMPONENT = st.components.v2.component(
    "caucasus_viewer",
    css=assets.VIEWER_FILES["viewer.css"].decode("utf-8"),
    js=BOOTSTRAP % {"viewer": assets.URLS["viewer"]},
    isolate_styles=False,
)


@st.fragment
def explore() -> None:
    """Show the viewer; when it tells of a change, write it into the address."""
    # Read once: as long as the component's data stays, none of it is sent again.
    if "opened" not in st.session_state:
        st.session_state.opened = viewer_data(dict(st.query_params))
    result = COMPONENT(
        key="viewer",
        on_view_change=lambda: None,  # declares the state the viewer tells
        data=st.session_state.opened,
    )
    told = result.view
    if not isinstance(told, dict):
        return
    sent = {k: v for k, v in told.items() if isinstance(k, str) and isinstance(v, str)}
    state, _ = view.read(sent, assets.current().collection)
    known = {row.name for row in view.TABLE}
    others = {k: v for k, v in st.query_params.items() if k not in known}
    wanted = {**others, **view.write(state)}
    if dict(st.query_params) != wanted:
        st.query_params.from_dict(wanted)
