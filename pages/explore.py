"""Explore: the linked timeline, map, panel and list, bound to the address."""

from timeline.app.explore import explore

explore()
