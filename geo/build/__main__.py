"""Build all layers: ``python -m geo.build``."""

from __future__ import annotations

from geo.build import basemap, cells, lines, naturalearth, plane, regions, towns, units


def main() -> None:
    """From the packages to ``geo/layers``, in the order in which one thing needs another."""
    dry, _, inland = naturalearth.land()
    modern = units.modern(naturalearth.provinces(dry), dry)
    states = ("aze-", "arm-")
    azerbaijan, armenia = (
        plane.union(g for k, g in modern.items() if k.startswith(state)) for state in states
    )
    coverage = cells.simplified(cells.cells(modern, lines.cuts(azerbaijan, armenia)))
    regions.write(coverage)
    basemap.land(regions.whole(coverage))
    basemap.world()
    basemap.lakes(inland)
    basemap.rivers()
    basemap.relief()
    towns.write()


if __name__ == "__main__":
    main()
