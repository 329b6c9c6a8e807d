"""Events as Python users see them: gone through one by one, as a table with sentences, or as a pandas frame."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kg.frames import pandas_frame, polars_frame
from kg.graph.markup import counted, escaped, faint, linked, plain, table, when
from kg.network import Filter
from kg.network.edges import span
from kg.store import EventRecord, MentionRecord, Store

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_SHOWN = 20


class Events:
    """Events by date; each time they are gone through, they are read anew from the store.

    Iterating gives EventRecord; the value of a notebook's cell shows the first 20 as a table with their sentences.
    """

    def __init__(self, read: Callable[[], Iterator[EventRecord]]) -> None:
        self._read = read

    def __iter__(self) -> Iterator[EventRecord]:
        return self._read()

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas frame, one row an event; MissingExtraError without pandas.

        Columns: date and precision as known, event (its label), predicate, subjects and objects (tuples of names),
        status, sources (how many tell it), disputed, place, topic, sentences (a tuple), iri.
        """
        return pandas_frame(*self._rows())

    def to_polars(self) -> pl.DataFrame:
        """Give the same as a polars frame, tuples as lists; MissingExtraError without polars."""
        return polars_frame(*self._rows())

    def _rows(self) -> tuple[Iterator[tuple[object, ...]], tuple[str, ...]]:
        return map(_row, self), _COLUMNS

    def __repr__(self) -> str:
        first, more = self._first()
        lines = [f"{when(event.date, event.precision)}  {plain(event.label)}  ({_status(event)})" for event in first]
        return "\n".join(lines + ["…"] * more) or "no events"

    def _repr_html_(self) -> str:
        first, more = self._first()
        if not first:
            return faint("no events")
        shown = table(("date", "event", "status", "sentence"), map(_cells, first))
        return shown + (faint(f"The first {_SHOWN}; go through them, or ask for to_pandas(), to have all.") * more)

    def _first(self) -> tuple[list[EventRecord], bool]:
        found = list(islice(self, _SHOWN + 1))
        return found[:_SHOWN], len(found) > _SHOWN


def chosen_events(store: Store, chosen: Filter, actor: str | None = None) -> Iterator[EventRecord]:
    """Give the events of a store that pass a filter, and of one actor (IRI) where it is named; by date."""
    # The store narrows by the first day an event may have had; what began before the span may reach into it.
    since = None if chosen.since is None else str(datetime.date(chosen.since.year, 1, 1) - datetime.timedelta(days=6))
    until = None if chosen.until is None else str(chosen.until)
    only = next(iter(chosen.predicates)) if len(chosen.predicates) == 1 else None
    known = store.vocabulary.predicates
    for event in store.events(actor=actor, predicate=only, since=since, until=until):
        term = known.get(event.predicate)
        if (
            event.status in chosen.status
            and event.sources >= chosen.min_sources
            and (not chosen.predicates or event.predicate in chosen.predicates)
            and (not chosen.classes or (term is not None and term.class_ in chosen.classes))
            and _within(event, chosen)
        ):
            yield event


def _within(event: EventRecord, chosen: Filter) -> bool:
    if chosen.since is None and chosen.until is None:
        return True
    first, last = span(event.date, event.precision)
    since = chosen.since is None or last >= chosen.since.toordinal()
    return bool(first) and since and (chosen.until is None or first <= chosen.until.toordinal())


_COLUMNS = (
    "date",
    "precision",
    "event",
    "predicate",
    "subjects",
    "objects",
    "status",
    "sources",
    "disputed",
    "place",
    "topic",
    "sentences",
    "iri",
)


def _row(event: EventRecord) -> tuple[object, ...]:
    return (
        event.date,
        event.precision,
        event.label,
        event.predicate,
        tuple(actor.name for actor in event.subjects),
        tuple(actor.name for actor in event.objects),
        event.status,
        event.sources,
        event.disputed,
        event.place.name if event.place else None,
        event.topic,
        tuple(mention.sentence for mention in event.mentions),
        event.iri,
    )


def _cells(event: EventRecord) -> tuple[str, ...]:
    told = "".join(map(_sentence, event.mentions[:2]))
    more = len(event.mentions) - 2
    return (
        f'<span style="white-space:nowrap">{escaped(when(event.date, event.precision))}</span>',
        escaped(event.label),
        escaped(_status(event)) + faint(counted(event.sources, "source")),
        told + (faint(f"and {counted(more, 'more sentence')}") if more > 0 else ""),
    )


def _status(event: EventRecord) -> str:
    return "disputed" if event.disputed else event.status


def _sentence(mention: MentionRecord) -> str:
    article = mention.article
    where = linked(", ".join(filter(None, (article.publisher or article.id, article.published))), article.url)
    claim = f", according to {escaped(mention.attributed_to.name)}" if mention.attributed_to else ""
    said = " · negated" if mention.status == "negated" else ""
    return f"<div>{escaped(mention.sentence)}</div>{faint(where + claim + said)}"
