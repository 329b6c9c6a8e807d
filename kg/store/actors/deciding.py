"""Takes decisions about actors and carries them out: every article that one concerns is written anew."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.errors import StoreError
from kg.model import Actor, slug
from kg.store.actors.decisions import Decision, decision_triples, signed
from kg.store.recovery import recover
from kg.store.terms import ARTICLE, DECISIONS_GRAPH, as_read_graph

if TYPE_CHECKING:
    from kg.store.store import Store


def merge(store: Store, actors: Iterable[str], into: str, *, why: str, who: str | None) -> Decision:
    """Decide that actors (names or IRIs) are the actor `into`."""
    target = store.actor_iri(into)
    return _decide(store, "merge", [store.actor_iri(actor) for actor in actors], target, (), why, who)


def split(store: Store, actor: str, name: str, articles: Iterable[str], *, why: str, who: str | None) -> Decision:
    """Decide that in these articles (ids or IRIs) an actor is another one, who is called `name`."""
    iris = tuple(a if a.startswith(ARTICLE) else f"{ARTICLE}{slug(a)}" for a in articles)
    for iri in iris:
        if not store.backend.holds(ox.NamedNode(iri)):
            raise StoreError("there is no such article.", place=iri, advice="Give its id, as `kg stats` shows it.")
    return _decide(store, "split", [store.actor_iri(actor)], name, iris, why, who)


def undo(store: Store, number: int, *, why: str, who: str | None) -> Decision:
    """Take a decision back."""
    return _taken(store, Decision(store.decisions.next_id(), "undo", undoes=number, **signed(who, why)))


def apply(store: Store) -> None:
    """Rewrite every article that a decision concerns, from what was read; then note what has been applied."""
    touched = store.decisions.touches()
    for article in list(store.articles()):
        graph = ox.NamedNode(article.iri)
        original = list(store.backend.triples(as_read_graph(graph))) or list(store.backend.triples(graph))
        if not any(isinstance(t.subject, ox.NamedNode) and t.subject.value in touched for t in original):
            continue
        store.replace_article(graph, original, store.decisions.applied(recover(original)))
    store.replace_graph(DECISIONS_GRAPH, decision_triples(store.decisions))


def _decide(
    store: Store,
    kind: Literal["merge", "split"],
    actors: list[str],
    into: str,
    articles: tuple[str, ...],
    why: str,
    who: str | None,
) -> Decision:
    known = {actor.iri: actor for actor in store.actors()}
    target = known[into] if kind == "merge" else Actor(into, known[actors[0]].kind)
    decision = Decision(
        store.decisions.next_id(), kind, actors=tuple(actors), name=target.name, actor_kind=target.kind,
        articles=articles, **signed(who, why),
    )  # fmt: skip
    return _taken(store, decision)


def _taken(store: Store, decision: Decision) -> Decision:
    store.must_write()
    store.decisions.check(decision)
    store.decisions.append(decision)
    apply(store)
    store.reconcile()
    return decision
