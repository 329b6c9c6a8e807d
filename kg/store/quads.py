"""Turns what was read out of one article into the triples of its graph (docs/data-model.md draws them)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pyoxigraph as ox

from kg.articles.sketch import sketch
from kg.model import BASE, Actor, Article, Event, Extraction, Mention, Office, Quote, slug
from kg.ontology.vocabulary import KIND_CLASS, Vocabulary
from kg.store.terms import date, integer, node, term, text, uri

Statement = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]

_TYPE = term("rdf:type")
_LABEL = term("rdfs:label")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def article_digest(article: Article, reader: str = "") -> str:
    """Give the digest that is stored with an article: of its content and of what reads it.

    `reader` names the version of the pipeline and its lexicon; another reader makes every article new.
    """
    return article.digest if not reader else hashlib.sha256(f"{article.digest}\n{reader}".encode()).hexdigest()


def statements(extraction: Extraction, vocabulary: Vocabulary, *, reader: str = "") -> list[ox.Triple]:
    """Give the triples of an article's graph, without duplicates, in the order in which they came up."""
    return [ox.Triple(*fact) for fact in facts(extraction, vocabulary, reader=reader)]


def facts(extraction: Extraction, vocabulary: Vocabulary, *, reader: str = "") -> dict[Statement, None]:
    """Give the same as tuples of subject, predicate and object: what many articles at once are written from."""
    return dict.fromkeys(_statements(extraction, vocabulary, reader))


def _statements(extraction: Extraction, vocabulary: Vocabulary, reader: str) -> Iterator[Statement]:
    article = extraction.article
    yield from _article(article, reader)
    actors: dict[str, Actor] = {}
    for event in extraction.events:
        yield from _event(event, article, vocabulary)
        for actor in (*event.subjects, *event.objects, event.place, event.attributed_to):
            if actor is not None:
                actors.setdefault(actor.iri, actor)
    for office in extraction.offices:
        yield from _office(office, article)
        for held in (office.person, office.represents):
            if held is not None:
                actors.setdefault(held.iri, held)
    for quotation in extraction.quotes:
        yield from _quote(quotation, article)
        if quotation.speaker is not None:
            actors.setdefault(quotation.speaker.iri, quotation.speaker)
    for actor in actors.values():
        yield from _actor(actor)


def _article(article: Article, reader: str) -> Iterator[Statement]:
    this = node(article.iri)
    yield this, _TYPE, term("schema:NewsArticle")
    yield this, term("schema:identifier"), text(article.id)
    if article.title:
        yield this, term("schema:headline"), text(article.title)
    if (published := date(article.published)) is not None:
        yield this, term("schema:datePublished"), published
    if article.publisher:
        yield this, term("schema:publisher"), text(article.publisher)
    if article.url:
        yield this, term("schema:url"), uri(article.url)
    yield this, term("dip:digest"), text(article_digest(article, reader))
    if words := sketch(article.readable):
        yield this, term("dip:sketch"), text(words)


def _actor(actor: Actor) -> Iterator[Statement]:
    this = node(actor.iri)
    yield this, _TYPE, node(KIND_CLASS[actor.kind])
    yield this, _LABEL, text(actor.name)
    for alias in actor.aliases:
        if alias != actor.name:
            yield this, term("skos:altLabel"), text(alias)
    if actor.wikidata and _WIKIDATA.fullmatch(actor.wikidata):
        yield this, term("owl:sameAs"), term(f"wd:{actor.wikidata}")
    if actor.represents:
        represented = node(f"{BASE}id/{slug(actor.represents)}")
        yield this, term("dip:represents"), represented
        yield represented, _LABEL, text(actor.represents)


def _event(event: Event, article: Article, vocabulary: Vocabulary) -> Iterator[Statement]:
    this = node(event.iri(article.id))
    predicate = vocabulary.predicates.get(event.predicate)
    relation = term(f"dip:{event.predicate}")
    yield this, _TYPE, term("sem:Event")
    if predicate is not None:
        yield this, _TYPE, term(f"dip:{predicate.class_.capitalize()}")
    yield this, term("dip:predicate"), relation
    yield this, _LABEL, text(event_label(event, vocabulary))
    for role, parties in zip(("dip:subject", "dip:object"), sides(event), strict=True):
        for party in parties:
            yield this, term(role), node(party.iri)
            yield this, term("sem:hasActor"), node(party.iri)
    if (day := date(event.date)) is not None:
        yield this, term("sem:hasTimeStamp"), day
        yield this, term("dip:datePrecision"), text(event.precision)
    if event.place is not None:
        yield this, term("sem:hasPlace"), node(event.place.iri)
    if event.topic:
        yield this, term("dip:topic"), text(event.topic)
    for mention in event.mentions:
        yield from _mention(mention, event, article)
    if event.status == "actual":
        both_ways = predicate.symmetric if predicate is not None else event.symmetric
        for subject, object_ in event.dyads():
            yield node(subject.iri), relation, node(object_.iri)
            if both_ways:
                yield node(object_.iri), relation, node(subject.iri)


def _mention(mention: Mention, event: Event, article: Article) -> Iterator[Statement]:
    of = event.iri(article.id)
    this = ox.NamedNode(
        f"{article.iri}?event={of.rpartition('/')[2]}&status={event.status}&at={mention.trigger_start}"
        f"#char={mention.start},{mention.end}"
    )
    yield node(of), term("gaf:denotedBy"), this
    yield this, _TYPE, term("gaf:Mention")
    yield this, term("prov:wasDerivedFrom"), node(article.iri)
    yield this, term("dip:status"), term(f"dip:{event.status}")
    yield this, term("dip:sentence"), text(mention.sentence)
    yield this, term("nif:beginIndex"), integer(mention.start)
    yield this, term("nif:endIndex"), integer(mention.end)
    yield this, term("dip:trigger"), text(article.text[mention.trigger_start : mention.trigger_end])
    yield this, term("dip:triggerStart"), integer(mention.trigger_start)
    yield this, term("dip:triggerEnd"), integer(mention.trigger_end)
    if event.attributed_to is not None:
        yield this, term("dip:attributedTo"), node(event.attributed_to.iri)
    if event.rule:
        yield this, term("dip:rule"), text(event.rule)


def _office(office: Office, article: Article) -> Iterator[Statement]:
    represented = office.represents
    key = "\n".join((office.person.iri, office.office, represented.iri if represented else ""))
    this = node(f"{BASE}office/{_hash(key)}")
    yield this, _TYPE, term("dip:Tenure")
    yield this, term("dip:holder"), node(office.person.iri)
    yield this, term("dip:office"), text(office.office)
    yield this, term("prov:wasDerivedFrom"), node(article.iri)
    if represented is not None:
        yield this, term("dip:represents"), node(represented.iri)
    if (published := date(article.published)) is not None:
        yield this, term("dip:statedOn"), published


def _quote(quotation: Quote, article: Article) -> Iterator[Statement]:
    this = ox.NamedNode(f"{article.iri}?quote=1#char={quotation.start},{quotation.end}")
    yield node(article.iri), term("dip:quoted"), this
    yield this, _TYPE, term("schema:Quotation")
    yield this, term("schema:text"), text(quotation.text)
    yield this, term("prov:wasDerivedFrom"), node(article.iri)
    yield this, term("nif:beginIndex"), integer(quotation.start)
    yield this, term("nif:endIndex"), integer(quotation.end)
    if quotation.speaker is not None:
        yield this, term("schema:creator"), node(quotation.speaker.iri)


def event_label(event: Event, vocabulary: Vocabulary) -> str:
    """Say an event in one line: "Donald Trump called Vladimir Putin"."""
    known = vocabulary.predicates.get(event.predicate)
    words = known.label if known else event.predicate.replace("_", " ")
    subjects, objects = sides(event)
    if not objects:
        return f"{_listed(subjects)} {words} each other"
    return f"{_listed(subjects)} {words} {_listed(objects)}"


def sides(event: Event) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
    """Give subjects and objects; those of a symmetric event in one order, whichever the article names first."""
    if event.symmetric and event.objects:
        first, second = sorted((event.subjects, event.objects), key=lambda side: sorted(actor.iri for actor in side))
        return first, second
    return event.subjects, event.objects


def _listed(actors: tuple[Actor, ...]) -> str:
    names = sorted(actor.name for actor in actors)
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:20]
