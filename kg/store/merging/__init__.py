"""Finds the events that tell of one occasion, and links them with the reason; nothing is ever deleted."""

from kg.store.merging.reconcile import Link, find_links, reconcile

__all__ = ["Link", "find_links", "reconcile"]
