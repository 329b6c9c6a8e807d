"""Finds the events that tell of one occasion, and links them with the reason; nothing is ever deleted."""

from kg.store.merging.links import Link
from kg.store.merging.reconcile import count_links, link_anew, read_links
from kg.store.merging.renewing import renew_links

__all__ = ["Link", "count_links", "link_anew", "read_links", "renew_links"]
