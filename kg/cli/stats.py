"""`kg stats`: what the graph holds."""

from __future__ import annotations

from collections import Counter

from kg.cli.console import note, print_table
from kg.cli.options import DEFAULT_STORE, StoreFolder

_MOST = 10


def command(store: StoreFolder = DEFAULT_STORE) -> None:
    """Count the articles, actors and events of a graph, by predicate and by actor.

    Example: `kg stats --store graph`
    """
    from kg.graph import open

    predicates: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    dates: list[str] = []
    with open(store) as graph:
        articles = sum(1 for _ in graph.articles())
        known = sum(1 for _ in graph.actors())
        for event in graph.events():
            predicates[event.predicate] += 1
            statuses[event.status] += 1
            actors.update(actor.name for actor in {*event.subjects, *event.objects})
            if event.date:
                dates.append(event.date)
    print_table(
        ("what", "count"),
        [
            ("articles", articles),
            ("actors", known),
            ("events", sum(predicates.values())),
            *((f"  {status}", count) for status, count in statuses.most_common()),
        ],
    )
    if not predicates:
        note("The graph is empty: add articles with kg build.")
        return
    if dates:
        print(f"\nfrom {min(dates)} to {max(dates)}\n")
    print_table(("predicate", "events"), _first(predicates))
    print()
    print_table(("actor", "events"), _first(actors))


def _first(counts: Counter[str]) -> list[tuple[str, int]]:
    """Give the most frequent, ties by name."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
