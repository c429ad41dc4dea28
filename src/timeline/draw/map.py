"""Map layers → a pydeck Deck without any tiles: the same order and style for every date.

Geometry is not in the deck but named by it: a layer's data is ``geo:<name>``, which the viewer
fills in (from a route, or from inside a one-file page) and filters by the as-of date. Nothing is
fetched from outside: no map provider, no map style.
"""

from __future__ import annotations

import pydeck as pdk

from timeline.draw.palette import Theme, rgb

Camera = tuple[float, float, float]


def deck(
    theme: Theme, camera: Camera, relief: tuple[float, float, float, float] | None = None
) -> pdk.Deck:
    """The map of one theme; ``camera`` is (lon, lat, zoom).

    ``relief`` is where the picture of the relief lies: (west, south, east, north).
    """
    fill = {"opacity": 1, "stroked": False, "filled": True, "pickable": False}
    layers = [
        pdk.Layer("GeoJsonLayer", "geo:world", id="world", get_fill_color=rgb(theme.land), **fill),
        pdk.Layer("GeoJsonLayer", "geo:land", id="land", get_fill_color=rgb(theme.land), **fill),
        pdk.Layer(
            "GeoJsonLayer", "geo:regions", id="regions",
            get_fill_color="properties.fill", **fill,
        ),
    ]  # fmt: skip
    if relief:
        shade = {"image": "'geo:relief'", "bounds": list(relief), "opacity": 0.12}
        layers.append(pdk.Layer("BitmapLayer", id="relief", pickable=False, **shade))
    lines = {"stroked": True, "filled": False, "pickable": False, "line_width_units": "'pixels'"}
    round_ = {"line_cap_rounded": True, "line_joint_rounded": True}
    layers += [
        pdk.Layer(
            "GeoJsonLayer", "geo:lakes", id="lakes", stroked=True, filled=True, pickable=False,
            get_fill_color=rgb(theme.water), get_line_color=rgb(theme.water_line),
            line_width_units="'pixels'", get_line_width=0.7,
        ),
        pdk.Layer(
            "GeoJsonLayer", "geo:rivers", id="rivers", get_line_color=rgb(theme.water_line),
            get_line_width=1, **lines, **round_,
        ),
        pdk.Layer(
            "GeoJsonLayer", "geo:hatch", id="hatch", get_line_color="properties.line",
            get_line_width=1.1, **lines,
        ),
        pdk.Layer(
            "GeoJsonLayer", "geo:borders", id="borders", get_line_color="properties.line",
            get_line_width="properties.width", **lines, **round_,
        ),
        pdk.Layer(
            "GeoJsonLayer", "geo:focus", id="focus", get_line_color="properties.line",
            get_line_width="properties.width", **lines, **round_,
        ),
        pdk.Layer(
            "PathLayer", "geo:paths", id="paths", get_path="path", get_color="colour",
            get_width="width", width_units="'pixels'", cap_rounded=True, joint_rounded=True,
            pickable=False,
        ),
        pdk.Layer(
            "IconLayer", "geo:marks", id="marks", get_icon="icon", get_position="at",
            get_size="size", size_units="'pixels'", get_pixel_offset="offset",
            get_color="shade", pickable=False,
            alpha_cutoff=0.05,
        ),
    ]  # fmt: skip
    lon, lat, zoom = camera
    return pdk.Deck(
        layers=layers,
        initial_view_state=pdk.ViewState(
            longitude=lon, latitude=lat, zoom=zoom, min_zoom=1.2, max_zoom=11
        ),
        views=[pdk.View("MapView", controller=True, repeat=True)],
        map_provider=None,
        tooltip=False,
    )
