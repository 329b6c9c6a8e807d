"""Paths as Python users see them: printed as lines, drawn in a notebook as a chain with the sentences below."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.graph.markup import counted, escaped, faint, linked, plain
from kg.network import Hop, HopEvent, Linkage, Path
from kg.network.edges import Party
from kg.network.evidence import Evidence

_SENTENCES = 2
Write = Callable[[object], str]
"""How a text is written: plainly or for HTML."""
_LINK = "display:inline-block;text-align:center;margin:0 .4em;font-size:85%"
_NODE = "display:inline-block;border:1px solid currentColor;border-radius:1em;padding:.15em .7em;margin:.15em 0"


class Chain(Path):
    """A path that prints as lines and draws itself in a notebook; made by Graph.path()."""

    __slots__ = ()

    @classmethod
    def of(cls, path: Path) -> Chain:
        """Give a path as a chain."""
        return cls(path.hops, path.cost, path.arrival)

    def __str__(self) -> str:
        return "\n".join((" → ".join(plain(actor.name) for actor in self.actors), *self._lines()))

    def __repr__(self) -> str:
        return f"<Path {' → '.join(plain(actor.name) for actor in self.actors)}>"

    def _repr_html_(self) -> str:
        return f'<div style="line-height:2.2">{self._drawing()}</div>{"".join(map(_evidence, self.hops))}'

    def _lines(self) -> Iterator[str]:
        for hop in self.hops:
            if hop.represents:
                yield f"  {_standing(hop, plain)}"
            for event in hop.events[:1]:
                yield f"  {_told(hop, event, plain)}   {_facts(event)}"
                yield from (f"    {plain(said.sentence)} [{_source(said)}]" for said in event.sentences[:_SENTENCES])
                if hop.total > 1:
                    yield f"    and {counted(hop.total - 1, 'more event')} between the two"

    def _drawing(self) -> str:
        parts = [f'<span style="{_NODE}">{escaped(actor.name)}</span>' for actor in self.actors[:1]]
        for hop in self.hops:
            forward = hop.events[0].forward if hop.events else hop.represents == "source"
            mutual = bool(hop.events) and hop.events[0].symmetric
            label = hop.events[0].predicate.replace("_", " ") if hop.events else "stands for"
            arrow = "↔" if mutual else "→" if forward else "←"
            parts.append(f'<span style="{_LINK}">{escaped(label)} {arrow}</span>')
            parts.append(f'<span style="{_NODE}">{escaped(hop.target.name)}</span>')
        return "".join(parts)


class Chains(Linkage):
    """The paths between two actors as chains, best first; where there are none, why. Made by Graph.linkage()."""

    __slots__ = ()

    @classmethod
    def of(cls, found: Linkage) -> Chains:
        """Give what was found with its paths as chains."""
        return cls(found.question, tuple(map(Chain.of, found.paths)), found.reason)

    def __str__(self) -> str:
        return "\n\n".join(map(str, self.paths)) or plain(self.reason.sentence if self.reason else "no path")

    def __repr__(self) -> str:
        chains = "; ".join(" → ".join(plain(actor.name) for actor in path.actors) for path in self.paths)
        return f"<Linkage of {counted(len(self.paths), 'path')}: {chains or self}>"

    def _repr_html_(self) -> str:
        drawn = "<hr>".join(path._repr_html_() for path in self.paths if isinstance(path, Chain))
        if drawn or self.reason is None:
            return drawn
        nearest = (
            f"{faint(f'Without {escaped(cut.restriction)}:')}{Chain.of(cut.nearest)._repr_html_()}"
            for cut in self.reason.cuts[:1]
        )
        return f"<div>{escaped(self.reason.sentence)}</div>{''.join(nearest)}"


def _evidence(hop: Hop) -> str:
    parts = [f"<div>{_standing(hop, escaped)}</div>"] if hop.represents else []
    for event in hop.events[:1]:
        parts.append(f'<div style="margin-top:.5em">{_told(hop, event, escaped)} · {escaped(_facts(event))}</div>')
        parts += [
            faint(f"{escaped(said.sentence)} [{linked(_source(said), said.url)}]")
            for said in event.sentences[:_SENTENCES]
        ]
        if hop.total > 1:
            parts.append(faint(f"and {counted(hop.total - 1, 'more event')} between the two"))
    return "".join(parts)


def _told(hop: Hop, event: HopEvent, write: Write) -> str:
    one, other = _parties(hop, event.forward)
    return f"{write(one.name)} {write(event.predicate)} {write(other.name)}"


def _standing(hop: Hop, write: Write) -> str:
    one, other = _parties(hop, hop.represents == "source")
    return f"{write(one.name)} stands for {write(other.name)} (no event)"


def _parties(hop: Hop, forward: bool) -> tuple[Party, Party]:
    return (hop.source, hop.target) if forward else (hop.target, hop.source)


def _facts(event: HopEvent) -> str:
    return f"{event.when} · {event.status} · {counted(event.sources, 'source')}"


def _source(said: Evidence) -> str:
    claim = f", according to {said.claimant}" if said.claimant else ""
    return plain(", ".join(filter(None, (said.outlet, said.published))) + claim)
