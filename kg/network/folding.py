"""Folds persons and organs into whom they stand for: what the minister did, the state did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from kg.network.edges import Edges


def fold(edges: Edges, standing: Mapping[str, str]) -> Edges:
    """Give the edges with each actor replaced by whom it stands for in the end; what falls within one goes.

    `standing` gives, by IRI, whom an actor stands for; who is not in `edges` as an actor is not folded into.
    """
    place = np.arange(edges.size)
    for number in range(edges.size):
        iri, seen = edges.iri(number), set[str]()
        while (above := standing.get(iri)) is not None and above not in seen and edges.node(above) is not None:
            seen.add(iri)
            iri = above
        place[number] = edges.nodes([iri])[0]
    subject, object_ = place[edges.subject], place[edges.object]
    return replace(edges, subject=subject, object=object_).take(subject != object_)
