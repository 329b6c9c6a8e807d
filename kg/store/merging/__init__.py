"""Finds the events that tell of one occasion, and links them with the reason; nothing is ever deleted."""

from kg.store.merging.links import Link, find_links
from kg.store.merging.reconcile import count_links, read_links, reconcile

__all__ = ["Link", "count_links", "find_links", "read_links", "reconcile"]
