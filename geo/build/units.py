"""Modern units: their slugs, with the misnamed ones of the source put right."""

from __future__ import annotations

import geopandas as gpd
from geo.build import border
from geo.build.cells import fit
from geo.build.plane import WORK, areal, minus, polygons, union
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

# Natural Earth's names where they are wrong (Lachin's neighbour, Khojaly and Khankendi swapped)
# or spelled unlike the rest.
RENAMED = {
    "Lacin Rayonu": "lachin",
    "Susa Rayonu": "shusha",
    "Susa Sahari": "shusha-city",
    "Xankandi Sahari": "khojaly",  # swapped upstream: this is the large unit
    "Xocali Rayonu": "khankendi",  # and this the town
    "Kalbacar Rayonu": "kalbajar",
    "Cabrayil Rayonu": "jabrayil",
    "Xocavand Rayonu": "khojavend",
    "Fizuli Rayon": "fuzuli",
    "Saki Sahari": "shaki-city",
    "Lankaran Sahari": "lankaran-city",
    "Ali Bajramly": "shirvan",
    "Davachi Rayon": "shabran",
    "K'alak'i T'bilisi": "tbilisi",
    "Lorru Marz": "lori",
    "Racha-Lechkhumi and Kvemo Svaneti": "racha",
    "Samegrelo-Zemo Svanetis Mkhare": "samegrelo",
}
NAKHCHIVAN = "sharur sadarak kangarli babek nakhchivan-city julfa shahbuz ordubad"
KERCH = Point(36.4, 45.3)  # the window's corner of Crimea: Ukraine by General Assembly 68/262


def slug(name: str) -> str:
    """The slug of a unit from Natural Earth's ``gn_name``."""
    if name in RENAMED:
        return RENAMED[name]
    for tail in (" Rayonu", " Rayon", "'i Marz", "i Marz"):
        name = name.removesuffix(tail)
    return name.lower().replace("'", "").replace(" ", "-")


def modern(provinces: gpd.GeoDataFrame, dry: BaseGeometry) -> dict[str, BaseGeometry]:
    """Units as ``aze-lachin``, ``geo-kakheti``, ``rus`` … on the fine Armenian border.

    The neighbours give way to the fine border; all of it fits without gaps or overlaps.
    """
    coarse = {k: union(g.geometry) for k, g in provinces.groupby("country")}
    az, am = border.fine(coarse["AZE"], coarse["ARM"], dry)
    az = minus(az, border.KARKI)
    hull = areal(dry.intersection(WORK))
    rest = minus(minus(hull, union([az, border.KARKI])), am)
    target = {"AZE": az, "ARM": am}
    out: dict[str, BaseGeometry] = {"aze-karki": areal(border.KARKI)}
    for goal, frame in (
        (az, provinces[provinces.country == "AZE"]),
        (am, provinces[provinces.country == "ARM"]),
        (rest, provinces[~provinces.country.isin(list(target))]),
    ):
        fitted = fit(list(frame.geometry), goal)
        for country, unit, shape in zip(frame.country, frame.unit, fitted, strict=True):
            single = unit == country
            out[country.lower() if single else f"{country.lower()}-{slug(unit)}"] = shape
    crimea = [p for p in polygons(out["rus"]) if p.contains(KERCH)]
    if crimea:  # Natural Earth gives it to whom it finds in control
        out["rus"], out["ukr-crimea"] = minus(out["rus"], crimea[0]), crimea[0]
    return out
