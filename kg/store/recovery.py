"""Turns the graph of an article back into the extraction that it was written from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import cast

import pyoxigraph as ox

from kg.model import BASE, Actor, Article, Event, Extraction, Kind, Mention, Office, Precision, Quote, Status, slug
from kg.ontology.vocabulary import KIND_CLASS, Vocabulary
from kg.store.quads import statements
from kg.store.terms import DIP, PREFIXES, term

_KIND = {iri: kind for kind, iri in KIND_CLASS.items()}
_OF_THE_TEXT = frozenset((term("dip:digest"), term("dip:sketch")))
_About = Mapping[str, list[str]]


def recover(triples: Iterable[ox.Triple]) -> Extraction:
    """Give the extraction behind the triples of one article's graph.

    Of the text only the sentences and quotations are known, each where it stood; the rest is blank. The order
    of events and of their parties is that of their IRIs.
    """
    about: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in sorted(triples, key=str):
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.Triple):
            about[triple.subject.value][triple.predicate.value].append(triple.object.value)
    this = next(iri for iri, facts in about.items() if _iri("schema:NewsArticle") in facts[_iri("rdf:type")])
    actors = {iri: _actor(iri, facts, about) for iri, facts in about.items() if iri.startswith(f"{BASE}id/")}
    names = about[this]
    article = Article(
        id=_one(names, "schema:identifier") or "",
        text=_text(about),
        title=_one(names, "schema:headline") or "",
        published=_one(names, "schema:datePublished"),
        publisher=_one(names, "schema:publisher"),
        url=_one(names, "schema:url"),
    )
    kinds = {iri: facts[_iri("rdf:type")] for iri, facts in about.items()}
    events = [
        event
        for iri, facts in about.items()
        if _iri("sem:Event") in kinds[iri]
        for event in _events(facts, about, actors, article)
    ]
    offices = [
        Office(
            actors[facts[_iri("dip:holder")][0]],
            facts[_iri("dip:office")][0],
            next((actors[r] for r in facts[_iri("dip:represents")]), None),
        )
        for iri, facts in about.items()
        if _iri("dip:Tenure") in kinds[iri]
    ]
    quotes = [
        Quote(
            next((actors[s] for s in facts[_iri("schema:creator")]), None),
            facts[_iri("schema:text")][0],
            int(facts[_iri("nif:beginIndex")][0]),
            int(facts[_iri("nif:endIndex")][0]),
        )
        for iri, facts in about.items()
        if _iri("schema:Quotation") in kinds[iri]
    ]
    return Extraction(article, tuple(events), tuple(offices), tuple(quotes))


def rewritten(extraction: Extraction, original: Iterable[ox.Triple], vocabulary: Vocabulary) -> list[ox.Triple]:
    """Give the triples of a recovered extraction, with what only the whole text tells as the original has it."""
    kept = [triple for triple in statements(extraction, vocabulary) if triple.predicate not in _OF_THE_TEXT]
    return [*kept, *(triple for triple in original if triple.predicate in _OF_THE_TEXT)]


def _events(facts: _About, about: Mapping[str, _About], actors: Mapping[str, Actor], article: Article) -> list[Event]:
    """Give one event for each way in which the mentions present it: status, claimant and rule."""
    ways: defaultdict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    for iri in facts.get(_iri("gaf:denotedBy"), ()):
        told = about[iri]
        numbers = [
            int(told[_iri(n)][0]) for n in ("nif:beginIndex", "nif:endIndex", "dip:triggerStart", "dip:triggerEnd")
        ]
        mention = Mention(article.id, numbers[0], numbers[1], told[_iri("dip:sentence")][0], numbers[2], numbers[3])
        for claimant in told.get(_iri("dip:attributedTo"), [""]):
            for rule in told.get(_iri("dip:rule"), [""]):
                ways[told[_iri("dip:status")][0].removeprefix(DIP), claimant, rule].append(mention)
    places = facts.get(_iri("sem:hasPlace"), [""])
    topics = facts.get(_iri("dip:topic"), [""])
    precisions = facts.get(_iri("dip:datePrecision"), ["unknown"])
    return [
        Event(
            predicate=facts[_iri("dip:predicate")][0].removeprefix(DIP),
            subjects=tuple(actors[iri] for iri in facts[_iri("dip:subject")]),
            objects=tuple(actors[iri] for iri in facts.get(_iri("dip:object"), ())),
            status=cast("Status", status),
            date=_one(facts, "sem:hasTimeStamp"),
            precision=cast("Precision", precision),
            place=actors.get(place),
            topic=topic or None,
            attributed_to=actors.get(claimant),
            mentions=tuple(mentions),
            rule=rule,
        )
        for (status, claimant, rule), mentions in ways.items()
        for place in places
        for topic in topics
        for precision in precisions
    ]


def _actor(iri: str, facts: _About, about: Mapping[str, _About]) -> Actor:
    kinds = [_KIND[value] for value in facts.get(_iri("rdf:type"), ()) if value in _KIND]
    behind = facts.get(_iri("dip:represents"), [])
    wikidata = [
        v.removeprefix(PREFIXES["wd"]) for v in facts.get(_iri("owl:sameAs"), ()) if v.startswith(PREFIXES["wd"])
    ]
    return Actor(
        name=next((n for n in facts[_iri("rdfs:label")] if f"{BASE}id/{slug(n)}" == iri), facts[_iri("rdfs:label")][0]),
        kind=cast("Kind", kinds[0] if kinds else "group"),
        aliases=tuple(facts.get(_iri("skos:altLabel"), ())),
        wikidata=wikidata[0] if wikidata else None,
        represents=about[behind[0]][_iri("rdfs:label")][0] if behind else None,
    )


def _text(about: Mapping[str, _About]) -> str:
    pieces: list[tuple[int, str]] = []
    for facts in about.values():
        for name in ("dip:sentence", "schema:text"):
            for said in facts.get(_iri(name), ()):
                pieces.append((int(facts[_iri("nif:beginIndex")][0]), said))
    for facts in about.values():
        for said in facts.get(_iri("dip:trigger"), ()):
            pieces.append((int(facts[_iri("dip:triggerStart")][0]), said))
    characters = [" "] * max((start + len(said) for start, said in pieces), default=0)
    for start, said in pieces:
        characters[start : start + len(said)] = said
    return "".join(characters)


def _iri(curie: str) -> str:
    return term(curie).value


def _one(facts: _About, curie: str) -> str | None:
    values = facts.get(_iri(curie), ())
    return values[0] if values else None
