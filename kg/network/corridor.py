"""Reads, from both ends, just so much of a store that every path in question lies in what was read."""

from __future__ import annotations

from kg.network.filters import Filter
from kg.network.view import View


def read_between(
    view: View, source: str, target: str, filter_: Filter, *, directed: bool, most: int | None
) -> int | None:
    """Read until all paths of at most `most` hops are there, or where none is given until the ends have met.

    Gives the distance in hops between the two actors (IRIs), or none where they are further apart than `most` or
    not joined at all. A path of L hops is read once the actors within p hops of one end and q of the other have
    been read and p + q is L; where hubs are avoided, one more, since the hub's own events must be counted.
    """
    if view.whole:
        return None
    reach = 0 if most is None else most + (filter_.hubs is not None)
    seen: tuple[dict[str, int], dict[str, int]] = ({source: 0}, {target: 0})
    fronts: list[set[str]] = [{source}, {target}]
    depth = [0, 0]
    distance: int | None = 0 if source == target else None
    while (distance is None and most is None) or sum(depth) < reach:
        if not (fronts[0] and fronts[1]):
            break
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        view.grow(fronts[side])
        edges = view.edges
        nodes = edges.nodes(fronts[side])
        steps = view.topology.steps(nodes, filter_.rows(edges), directed=directed, backward=bool(side))
        depth[side] += 1
        reached = {edges.iri(node) for node in set(steps.target.tolist())} - seen[side].keys()
        seen[side].update(dict.fromkeys(reached, depth[side]))
        fronts[side] = reached
        met = [seen[0][iri] + seen[1][iri] for iri in reached if iri in seen[1 - side]]
        if met and distance is None:
            distance = min(met)
    return distance
