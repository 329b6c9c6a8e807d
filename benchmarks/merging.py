"""Shows of each pair of same_events.jsonl whether the store joins or links it: from gold events, and from the articles.

    python benchmarks/merging.py

A pair is one occasion told by two articles. "joined" is one event with a mention in each, "linked" two events with a
link between them. From the articles, a pair can be missed because an article's event was not extracted (or with other
parties), or because both were and the store left them apart; the second would be the fault of merging.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import kg
from kg.store import EventRecord, open_store
from kg.store.merging import Link
from kg.store.store import Store

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "store"))
from gold_extractions import DEV, extractions  # noqa: E402 - found through the line above

Row = Mapping[str, Any]


def told(events: Sequence[EventRecord], mention: Row) -> list[EventRecord]:
    """Give the events of an article that have the parties of a mention, those of its predicate if there are any."""
    found = [
        event
        for event in events
        if mention["id"] in {m.article.id for m in event.mentions}
        and {mention["s"], mention["o"]} <= {actor.name for actor in (*event.subjects, *event.objects)}
    ]
    exact = [event for event in found if event.predicate == mention["p"]]
    dated = [event for event in exact if event.date == mention["date"]]
    return dated or exact or found


def verdict(store: Store, links: Sequence[Link], row: Row) -> tuple[str, str]:
    """Say what became of a pair, and why."""
    events = list(store.events())
    sides = [told(events, mention) for mention in row["mentions"]]
    missed = [mention["id"] for mention, found in zip(row["mentions"], sides, strict=True) if not found]
    if missed:
        return "not extracted", f"no event of these parties in {' and '.join(missed)}"
    if {event.iri for event in sides[0]} & {event.iri for event in sides[1]}:
        return "joined", ""
    linked = {frozenset((link.one, link.other)): link for link in links}
    for one in sides[0]:
        for other in sides[1]:
            if link := linked.get(frozenset((one.iri, other.iri))):
                return "linked", f"{link.relation}: {link.reason}"
    shown = [f"{event.predicate} {event.date or 'undated'} ({event.status})" for found in sides for event in found[:1]]
    wanted = [f"{mention['p']} {mention['date'] or 'undated'}" for mention in row["mentions"]]
    as_told = all(
        event.predicate == mention["p"] and event.date == mention["date"]
        for mention, found in zip(row["mentions"], sides, strict=True)
        for event in found[:1]
    )
    if as_told:
        return "LEFT APART", " | ".join(shown)
    return "told otherwise", f"{' | '.join(shown)} instead of {' | '.join(wanted)}"


def main() -> None:
    rows = [json.loads(line) for line in (DEV / "same_events.jsonl").read_text(encoding="utf-8").splitlines()]
    gold = open_store()
    gold.record_all(extractions())
    gold.reconcile()
    gold_links = gold.links()
    with kg.build(DEV / "articles") as graph:
        links = graph.store.links()
        print(f"{'pair':42} {'gold events':13} {'articles':15} why")
        counts: dict[str, int] = {}
        for row in rows:
            (ideal, _), (real, why) = verdict(gold, gold_links, row), verdict(graph.store, links, row)
            counts[real] = counts.get(real, 0) + 1
            print(f"{row['event'][:42]:42} {ideal:13} {real:15} {why}")
        print(f"from the articles: {', '.join(f'{number} {what}' for what, number in sorted(counts.items()))}")
        events = {event.iri: event for event in graph.store.events()}
        print(f"\nall that several articles are held to tell, {len(links)} links:")
        for event in events.values():
            if len({mention.article.id for mention in event.mentions}) > 1:
                print(f"  joined  {event.label} ({event.date or 'undated'})")
        for link in links:
            one, other = events[link.one], events[link.other]
            print(f"  {link.relation}  {one.label} ({one.date}) - {other.label} ({other.date}): {link.reason}")


if __name__ == "__main__":
    main()
