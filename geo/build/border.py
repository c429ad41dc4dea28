"""The border of Armenia and Azerbaijan at street-map grade, from time zone polygons (ODbL)."""

from __future__ import annotations

from geo.build.plane import areal, common, minus, union
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry
from timezonefinder import TimezoneFinder

# Karki (Tigranashen), an exclave of Nakhchivan of 19 km² that neither source has: an outline
# drawn round the village (39.79 N, 44.95 E) to that area. Schematic.
KARKI = Polygon(
    [
        (44.924, 39.776), (44.936, 39.765), (44.958, 39.766), (44.974, 39.775), (44.981, 39.791),
        (44.972, 39.805), (44.953, 39.811), (44.934, 39.806), (44.923, 39.793),
    ]
)  # fmt: skip
ENCLAVE_MAX = 0.01  # square degrees: the largest enclave, Artsvashen, has 40 km² = 0.004
ISLANDS = box(49.5, 38.0, 51.5, 41.5)  # off Baku, where zones follow the median line at sea


def _zone(finder: TimezoneFinder, name: str) -> BaseGeometry:
    rings = finder.get_geometry(tz_name=name, coords_as_pairs=True)
    return union(Polygon(p[0], p[1:]) for p in rings)


def fine(
    azerbaijan: BaseGeometry, armenia: BaseGeometry, dry: BaseGeometry
) -> tuple[BaseGeometry, BaseGeometry]:
    """Azerbaijan and Armenia on the fine border; ``azerbaijan``, ``armenia`` are the coarse ones.

    A time zone gives enclaves to the country around them: they are put back from the coarse
    polygons. It also reaches out to sea: it is cut at the shore, islands kept.
    """
    finder = TimezoneFinder()
    baku, yerevan = _zone(finder, "Asia/Baku"), _zone(finder, "Asia/Yerevan")

    def enclaves(country: BaseGeometry, host: BaseGeometry) -> BaseGeometry:
        small = [p for p in getattr(country, "geoms", [country]) if p.area < ENCLAVE_MAX]
        return union(p for p in small if host.contains(p.representative_point()))

    of_az = union([enclaves(azerbaijan, yerevan), KARKI])
    of_am = enclaves(armenia, baku)
    am = union([minus(yerevan, of_az), of_am])
    shore = union([common(baku, dry), common(common(azerbaijan, ISLANDS), dry)])
    az = union([minus(shore, of_am), of_az])
    return areal(minus(az, am)), am
