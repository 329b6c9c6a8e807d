"""The rdflib face of the store: a Dataset over the same quads, through oxrdflib."""

from __future__ import annotations

import rdflib
from oxrdflib import OxigraphStore

from kg.errors import StoreError
from kg.store.backend import Backend, Embedded
from kg.store.terms import PREFIXES


def dataset_over(backend: Backend) -> rdflib.Dataset:
    """Give an rdflib Dataset whose default graph is the merged graph; StoreError for a remote store.

    It is for reading: what is written through it goes past the merged graph and the transactions.
    """
    if not isinstance(backend, Embedded):
        raise StoreError(
            "rdflib can look into an embedded store only.",
            place=backend.place,
            advice="Use rdflib's own SPARQLStore with the address of the endpoint.",
        )
    dataset = rdflib.Dataset(store=OxigraphStore(store=backend.engine))
    for prefix, space in PREFIXES.items():
        dataset.bind(prefix, space, replace=True)
    return dataset
