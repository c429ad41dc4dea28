"""Makes the map layers in ``geo/layers`` from data that ships inside software packages."""
