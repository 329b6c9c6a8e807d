"""Things told in lines: printed with indents by print(), nested in a notebook, coloured by the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.graph.markup import escaped, plain, when
from kg.model import Event

_APART = "   "
_STYLES = {"heading": ";font-weight:bold", "": ";opacity:.8"}


class Line(NamedTuple):
    """A line: how deep it stands, and what it is ("heading", "actor", "event" or "" for the rest)."""

    text: str
    depth: int = 0
    kind: str = ""


class Told:
    """What is told in lines."""

    def lines(self) -> Iterator[Line]:
        """Give it line by line."""
        raise NotImplementedError

    def __str__(self) -> str:
        return "\n".join("  " * line.depth + spaced(line.text) for line in self.lines())

    def __repr__(self) -> str:
        return str(self)

    def _repr_html_(self) -> str:
        return "".join(
            f'<div style="margin-left:{1.2 * line.depth:g}em{_STYLES.get(line.kind, "")}">{escaped(line.text)}</div>'
            for line in self.lines()
        )


def spaced(text: str) -> str:
    """Give a text on one line, with the three spaces kept that set apart what is said of an event."""
    return _APART.join(map(plain, text.split(_APART)))


def dyads(event: Event) -> Iterator[tuple[str, str, str, str]]:
    """Give each pair of an event: who, what, whom, and when, with what is not plain fact about it."""
    details = [when(event.date, event.precision)]
    if event.status != "actual":
        details.append(event.status)
    if event.place:
        details.append(f"in {event.place.name}")
    if event.attributed_to:
        details.append(f"says {event.attributed_to.name}")
    for subject, object_ in event.dyads():
        yield subject.name, event.predicate, object_.name, " · ".join(details)


def told(event: Event) -> Iterator[str]:
    """Give each pair of an event as a line."""
    for subject, predicate, object_, details in dyads(event):
        yield f"{subject} {predicate} {object_}{_APART}{details}"
