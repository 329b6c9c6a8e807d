"""Reads what somebody asks, threatens or refuses out of the content of what he says."""

from kg.extract.stances.finder import stances

__all__ = ["stances"]
