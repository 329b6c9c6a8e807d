"""The k best paths in order, by splitting the space of paths around each answer; and all paths up to a length."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterator
from itertools import permutations
from typing import NamedTuple

from kg.errors import KgError
from kg.network.shortest import Chain, Search, levels, shortest

MOST_CELLS = 20_000
"""How often the space of paths is split before a search gives up."""


class Answer(NamedTuple):
    """A walk with its key (less is better) and, where the search is one in time, the row used for each hop."""

    key: tuple[int, ...]
    walk: Chain
    rows: tuple[int, ...] = ()


Solve = Callable[[Chain, frozenset[int]], Answer | None]
"""Give the best walk that begins with this root and does not go on from it to any of these nodes.

It must be no worse than the best path of that kind, and may itself repeat actors or be too long.
"""

LeastToGo = Callable[[int, Collection[int]], int]
"""Give how many hops from a node to the target are needed at least, where these nodes have been passed already."""


def ranked(solve: Solve, source: int, most: int | None = None) -> Iterator[Answer]:
    """Give the paths from `source` on, best first, lazily; none visits an actor twice.

    Yen, "Finding the k shortest loopless paths in a network", Management Science 17 (1971), in the form of Lawler
    (ibid. 18, 1972): around an answer, the remaining paths fall into cells by where they leave it, and each cell has
    a best one. A walk that repeats an actor or has more than `most` hops is split in the same way and not given.
    """
    first = solve((source,), frozenset())
    heap: list[tuple[Answer, int, frozenset[int]]] = [] if first is None else [(first, 0, frozenset())]
    for _ in range(MOST_CELLS):
        if not heap:
            return
        answer, branch, shut = heapq.heappop(heap)
        walk = answer.walk
        simple = next((at for at in range(1, len(walk)) if walk[at] in walk[:at]), len(walk))
        if simple == len(walk) and (most is None or len(walk) - 1 <= most):
            yield answer
        for at in range(branch, min(simple, len(walk) - 1)):
            leaving = (shut if at == branch else frozenset()) | {walk[at + 1]}
            if (best := solve(walk[: at + 1], leaving)) is not None:
                heapq.heappush(heap, (best, at, leaving))
    raise KgError(
        f"the search was given up after {MOST_CELLS} splits.",
        place="path",
        advice="Ask for fewer paths, fewer hops or fewer actors to pass through.",
    )


def cheapest(
    search: Search, source: int, target: int, *, most: int | None = None, through: tuple[int, ...] = ()
) -> Iterator[Answer]:
    """Give the cheapest paths in order, of at most `most` hops, passing all of `through` in whatever order."""

    def solve(root: Chain, leaving: frozenset[int]) -> Answer | None:
        left = None if most is None else most - len(root) + 1
        if left is not None and left < 1:
            return None
        shut = frozenset(root[:-1])
        missing = tuple(node for node in through if node not in root)
        if not missing:
            rest = shortest(search, root[-1], target, shut=shut, first_shut=leaving, most=left)
        else:
            rest = _by_way_of(search, root[-1], target, missing, shut, leaving, left)
        if rest is None:
            return None
        walk = root[:-1] + rest
        return Answer((search.price(walk),), walk)

    return ranked(solve, source, most)


def _by_way_of(
    search: Search,
    source: int,
    target: int,
    missing: Chain,
    shut: frozenset[int],
    leaving: frozenset[int],
    most: int | None,
) -> Chain | None:
    """Join the cheapest legs over all orders of the actors to pass: no dearer than any path that passes them."""
    best: tuple[int, Chain] | None = None
    for order in permutations(missing):
        walk: Chain = (source,)
        for number, stop in enumerate((*order, target)):
            # Only the last leg may touch the target, and only the first one leaves the root.
            closed = shut | ({target} if stop != target else frozenset()) | ({source} if number else frozenset())
            left = None if most is None else most - len(order)
            first = leaving if number == 0 else frozenset()
            leg = shortest(search, walk[-1], stop, shut=closed, first_shut=first, most=left)
            if leg is None:
                break
            walk += leg[1:]
        else:
            shortest_of_all = search.cost.weight == "hops"
            if most is not None and shortest_of_all and len(walk) - 1 > most:
                continue
            best = min(best or (search.price(walk), walk), (search.price(walk), walk))
    return best[1] if best else None


def all_paths(search: Search, source: int, target: int, most: int, *, through: tuple[int, ...] = ()) -> Iterator[Chain]:
    """Give every path of at most `most` hops that passes all of `through`, the shorter first."""
    if source == target:
        return
    least = least_to_go(search, target, most, through)
    for length in range(1, most + 1):
        yield from _of_length(search, source, target, length, least)


def least_to_go(search: Search, target: int, most: int, through: tuple[int, ...] = ()) -> LeastToGo:
    """Make the bound by which whole families of paths are left out: what is still to be passed, and how far it is."""

    def near(end: int) -> dict[int, int]:
        # What is not found is `most` hops away or more, which only the first actor of a path may be.
        to_go = levels(search, end, max(most - 1, 1), backward=True)
        return {node: distance for node, distance in enumerate(to_go.tolist()) if distance >= 0}

    direct = near(target)
    legs = {stop: (near(stop), direct.get(stop, most)) for stop in through}

    def least(node: int, on_chain: Collection[int]) -> int:
        ways = [direct.get(node, most)]
        for stop, (leg, rest) in legs.items():
            if stop != node and stop not in on_chain:
                ways.append(leg.get(node, most) + rest)
        return max(ways)

    return least


def _of_length(search: Search, source: int, target: int, length: int, least: LeastToGo) -> Iterator[Chain]:
    if least(source, ()) > length:
        return
    chain, ahead, on_chain = [source], [iter(search.neighbours(source))], {source}
    while ahead:
        left = length - len(chain)
        if left == 0 and target in search.neighbours(chain[-1]):
            yield (*chain, target)
        node = next(ahead[-1], None) if left else None
        if node is None:
            ahead.pop()
            on_chain.discard(chain.pop())
        elif node != target and node not in on_chain and least(node, on_chain) <= left:
            chain.append(node)
            on_chain.add(node)
            ahead.append(iter(search.neighbours(node)))
