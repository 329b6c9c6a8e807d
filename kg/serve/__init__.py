"""A read-only SPARQL 1.1 endpoint over a store, with the explorer page beside it."""

from kg.serve.limits import Limits

__all__ = ["Limits"]
