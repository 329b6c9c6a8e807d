"""Brings the columns of a store up to date: reads what changed, and puts it in place of what was."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from kg.network.edges import COLUMNS, Edges, Ints, Party, tabulate, terms_for, texts
from kg.network.reading import Reader, terms_of
from kg.network.topology import ranges


def renewed(
    reader: Reader, edges: Edges, parties: Mapping[str, Party], changed: Collection[str]
) -> tuple[Edges, dict[str, Party]]:
    """Give the edges and the actors of a store in which these graphs and subjects (IRIs) changed.

    The result is what reading everything anew would give.
    """
    events, actors = reader.touched(changed)
    standing = [row for row in reader.standing(actors) if row.subject in actors]
    new = tabulate((), sorted([*reader.rows_of(events), *standing]), terms_of(reader.store.vocabulary))
    gone = np.zeros(len(edges), dtype=bool)
    gone[_rows_of(edges, events)] = True
    if actors and not edges.told.all():
        touched = np.zeros(edges.size, dtype=bool)
        touched[edges.nodes(actors)] = True
        gone |= ~edges.told & touched[edges.subject]
    known = {iri: party for iri, party in parties.items() if iri not in actors} | reader.parties(actors)
    return joined(edges.take(~gone), new), known


def _rows_of(edges: Edges, events: Collection[str]) -> Ints:
    """Give the rows of some events (IRIs); the rows are sorted by event."""
    width = edges.event.dtype.itemsize  # an IRI that is longer than all of them would make numpy copy the column
    wanted = texts(sorted(event for event in events if 0 < len(event.encode()) <= width))
    return ranges(np.searchsorted(edges.event, wanted), np.searchsorted(edges.event, wanted, side="right"))


def joined(old: Edges, new: Edges) -> Edges:
    """Give the rows of both, which have no event in common, as tabulate() would; actors without rows are left out."""
    used = [np.unique(np.concatenate((part.subject, part.object))) for part in (old, new)]
    actor = np.union1d(old.actor[used[0]], new.actor[used[1]])
    codes = [set(np.unique(part.predicate).tolist()) for part in (old, new)]
    names = sorted({part.predicates[code] for part, some in zip((old, new), codes, strict=True) for code in some})
    moved = []
    for part, nodes in zip((old, new), used, strict=True):
        place = np.zeros(part.size, dtype=np.int32)
        place[nodes] = np.searchsorted(actor, part.actor[nodes])
        code = np.array([names.index(name) if name in names else -1 for name in part.predicates], dtype=np.int16)
        moved.append(
            replace(part, subject=place[part.subject], object=place[part.object], predicate=code[part.predicate])
        )
    columns = {name: (getattr(moved[0], name), getattr(moved[1], name)) for name in COLUMNS}
    kind = np.promote_types(columns["event"][0].dtype, columns["event"][1].dtype)
    at = np.searchsorted(columns["event"][0].astype(kind), columns["event"][1].astype(kind))
    merged = {
        name: np.insert(one.astype(np.promote_types(one.dtype, two.dtype)), at, two)
        for name, (one, two) in columns.items()
    }
    # Rows of representation have no event: they stand in front, in the order of their actors.
    bare = int(np.searchsorted(merged["event"], b"", side="right"))
    order = np.lexsort((merged["object"][:bare], merged["subject"][:bare]))
    for column in merged.values():
        column[:bare] = column[:bare][order]
    terms = {name: term for part in (old, new) for name, term in zip(part.predicates, part.terms, strict=True)}
    return Edges(actor=actor, predicates=tuple(names), terms=terms_for(names, terms), **merged)
