"""Reads events, actors and articles back out of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

import pyoxigraph as ox

from kg.model import Actor, Kind, Precision, Status
from kg.ontology.vocabulary import KIND_CLASS
from kg.store.backend import Backend
from kg.store.records import ArticleRecord, EventRecord, MentionRecord
from kg.store.terms import DIP, PREFIXES

About = Mapping[str, tuple[str, ...]]
"""What is said of one thing: predicate as prefixed name → values, sorted."""

_KIND = {iri: kind for kind, iri in KIND_CLASS.items()}
_BATCH = 500
_NOTHING: About = MappingProxyType({})
_NAMES = {
    PREFIXES[curie.partition(":")[0]] + curie.partition(":")[2]: curie
    for curie in (
        "rdf:type rdfs:label skos:altLabel owl:sameAs dip:represents dip:predicate dip:subject dip:object "
        "sem:hasTimeStamp sem:hasPlace dip:datePrecision dip:topic gaf:denotedBy prov:wasDerivedFrom dip:status "
        "dip:sentence nif:beginIndex nif:endIndex dip:triggerStart dip:triggerEnd dip:attributedTo dip:rule "
        "schema:identifier schema:headline schema:datePublished schema:publisher schema:url "
        "prov:specializationOf"
    ).split()
}


def described(backend: Backend, pattern: str) -> dict[str, About]:
    """Give all that is said of each ?this that a graph pattern finds, in the order of their IRIs."""
    found: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    rows = backend.query(f"SELECT ?this ?p ?o WHERE {{ {pattern} ?this ?p ?o }}")
    for this, predicate, value in cast("Iterator[Any]", rows):
        if (name := _NAMES.get(predicate.value)) is not None:
            found[this.value][name].add(value.value)
    return {iri: {name: tuple(sorted(values)) for name, values in found[iri].items()} for iri in sorted(found)}


def read_articles(backend: Backend) -> Iterator[ArticleRecord]:
    """Give every article of the store, by IRI."""
    for iri, about in described(backend, "?this a schema:NewsArticle .").items():
        yield _article(iri, about)


def read_actors(backend: Backend) -> Iterator[Actor]:
    """Give every actor of the store, by IRI; names and aliases as the articles gave them."""
    for about in _actors(backend).values():
        yield _actor(about)


def read_events(
    backend: Backend,
    *,
    actor: str | None = None,
    predicate: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> Iterator[EventRecord]:
    """Give the events, the dated ones first and by date; each filter narrows them.

    `actor` and `predicate` are IRIs, `since` and `until` ISO dates (undated events fall out with either).
    """
    pattern = _filters(actor, predicate, since, until)
    rows = backend.query(
        f"SELECT DISTINCT ?this ?day WHERE {{ {pattern} OPTIONAL {{ ?this sem:hasTimeStamp ?day }} }} "
        'ORDER BY COALESCE(STR(?day), "9999") STR(?this)'
    )
    found = list(dict.fromkeys(row[0].value for row in cast("Iterator[Any]", rows)))
    actors = _actors(backend)
    articles = {record.iri: record for record in read_articles(backend)}
    for at in range(0, len(found), _BATCH):
        yield from _events(backend, found[at : at + _BATCH], actors, articles)


def read_event(backend: Backend, iri: str) -> EventRecord | None:
    """Give one event by its IRI, none where the store does not hold it."""
    if not backend.query(f"ASK {{ {ox.NamedNode(iri)} a sem:Event }}"):
        return None
    articles = {record.iri: record for record in read_articles(backend)}
    return next(_events(backend, [iri], _actors(backend), articles))


def _events(
    backend: Backend, iris: list[str], actors: Mapping[str, About], articles: Mapping[str, ArticleRecord]
) -> Iterator[EventRecord]:
    chosen = " ".join(f"<{iri}>" for iri in iris)
    events = described(backend, f"VALUES ?this {{ {chosen} }}")
    mentions = described(backend, f"VALUES ?event {{ {chosen} }} ?event gaf:denotedBy ?this .")
    for iri in iris:
        about = events[iri]
        yield EventRecord(
            iri=iri,
            label=_one(about, "rdfs:label") or "",
            predicate=(_one(about, "dip:predicate") or "").removeprefix(DIP),
            subjects=_parties(about, "dip:subject", actors),
            objects=_parties(about, "dip:object", actors),
            date=_one(about, "sem:hasTimeStamp"),
            precision=cast("Precision", _one(about, "dip:datePrecision") or "unknown"),
            place=next(iter(_parties(about, "sem:hasPlace", actors)), None),
            topic=_one(about, "dip:topic"),
            mentions=tuple(
                _mention(mention, mentions[mention], actors, articles)
                for mention in about.get("gaf:denotedBy", ())
                if mention in mentions
            ),
        )


def _filters(actor: str | None, predicate: str | None, since: str | None, until: str | None) -> str:
    pattern = "?this a sem:Event ."
    if actor is not None:
        pattern += f" ?this sem:hasActor {ox.NamedNode(actor)} ."
    if predicate is not None:
        pattern += f" ?this dip:predicate {ox.NamedNode(predicate)} ."
    if since is not None or until is not None:
        pattern += " ?this sem:hasTimeStamp ?when ."
    for sign, value in ((">=", since), ("<=", until)):
        if value is not None:
            pattern += f" FILTER(?when {sign} {ox.Literal(value)}^^xsd:date)"
    return pattern


def _actors(backend: Backend) -> dict[str, About]:
    classes = " ".join(f"<{iri}>" for iri in _KIND)
    found = described(backend, f"VALUES ?class {{ {classes} }} ?this a ?class .")
    names = described(backend, "{ SELECT DISTINCT ?this { ?actor dip:represents ?this } }")
    return {iri: {**about, "dip:represents": _labels(about, names)} for iri, about in found.items()}


def _labels(about: About, names: Mapping[str, About]) -> tuple[str, ...]:
    return tuple(_one(names.get(iri, _NOTHING), "rdfs:label") or iri for iri in about.get("dip:represents", ()))


def _actor(about: About) -> Actor:
    kinds = [_KIND[iri] for iri in about.get("rdf:type", ()) if iri in _KIND]
    wikidata = [iri.rpartition("/")[2] for iri in about.get("owl:sameAs", ()) if iri.startswith(PREFIXES["wd"])]
    represents = _one(about, "dip:represents")
    return Actor(
        name=_one(about, "rdfs:label") or "",
        kind=cast("Kind", kinds[0] if kinds else "group"),
        aliases=about.get("skos:altLabel", ()),
        wikidata=wikidata[0] if wikidata else None,
        represents=represents,
    )


def _parties(about: About, role: str, actors: Mapping[str, About]) -> tuple[Actor, ...]:
    return tuple(_actor(actors.get(iri, {"rdfs:label": (iri,)})) for iri in about.get(role, ()))


def _article(iri: str, about: About) -> ArticleRecord:
    return ArticleRecord(
        iri=iri,
        id=_one(about, "schema:identifier") or iri,
        title=_one(about, "schema:headline") or "",
        published=_one(about, "schema:datePublished"),
        publisher=_one(about, "schema:publisher"),
        url=_one(about, "schema:url"),
        shares=_one(about, "prov:specializationOf"),
    )


def _mention(
    iri: str, about: About, actors: Mapping[str, About], articles: Mapping[str, ArticleRecord]
) -> MentionRecord:
    source = _one(about, "prov:wasDerivedFrom") or ""
    return MentionRecord(
        iri=iri,
        article=articles.get(source) or ArticleRecord(source, source),
        sentence=_one(about, "dip:sentence") or "",
        start=int(_one(about, "nif:beginIndex") or 0),
        end=int(_one(about, "nif:endIndex") or 0),
        trigger_start=int(_one(about, "dip:triggerStart") or 0),
        trigger_end=int(_one(about, "dip:triggerEnd") or 0),
        status=cast("Status", (_one(about, "dip:status") or f"{DIP}actual").removeprefix(DIP)),
        attributed_to=next(iter(_parties(about, "dip:attributedTo", actors)), None),
        rule=_one(about, "dip:rule") or "",
    )


def _one(about: About, name: str) -> str | None:
    values = about.get(name, ())
    return values[0] if values else None
