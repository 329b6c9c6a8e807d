"""Reads the rows of the network out of a store: those of some actors, or all, and what is known of the actors."""

from __future__ import annotations

import datetime
import functools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Any, NamedTuple, cast

import pyoxigraph as ox

from kg.model import BASE
from kg.network.edges import REPRESENTS, STATUSES, Party, Row, Term
from kg.ontology.vocabulary import DIP, KIND_CLASS, Vocabulary
from kg.store import Store

FIRMNESS = ("actual", "negated", "planned", "possible")
"""The status of an event is the first of these that a mention has, as in the store's own records."""

_BATCH = 400
_KINDS = {iri: kind for kind, iri in KIND_CLASS.items()}

# Every pattern names its property: with ?p bound by VALUES or a filter the engine reads the whole graph. A general
# report that a more specific one covers (?x) is no second event: its mentions count for the specific one.
_FACTS = """SELECT ?e ?p ?s ?o ?d ?n ?x WHERE {{ {at} ?e dip:predicate ?p . ?e dip:subject ?s .
  OPTIONAL {{ ?e dip:object ?o }} OPTIONAL {{ ?e sem:hasTimeStamp ?d }} OPTIONAL {{ ?e dip:datePrecision ?n }}
  {general} }}"""
_GENERAL = "OPTIONAL { ?x dip:moreSpecificThan ?e }"
_TOLD = "SELECT ?e ?status ?article WHERE {{ {at} {told} ?m dip:status ?status ; prov:wasDerivedFrom ?article }}"
_ITSELF = "?e gaf:denotedBy ?m ."
_COVERED = "?e dip:moreSpecificThan+ ?g . ?g gaf:denotedBy ?m ."
_COVERING = "SELECT DISTINCT ?e ?g WHERE { ?e dip:moreSpecificThan+ ?g }"
_PUBLISHERS = "SELECT ?a ?p WHERE {{ {at} ?a schema:publisher ?p }}"
_SHARED = "SELECT ?a ?t WHERE {{ {at} ?a prov:specializationOf ?t }}"
_PUBLISHED = "SELECT ?a ?d WHERE {{ {at} ?a schema:datePublished ?d }}"
_STANDS_FOR = (
    "SELECT ?a ?b ?k WHERE {{ {at} ?a dip:represents ?b OPTIONAL {{ ?a dip:holder ?k }} }}",
    "SELECT ?a ?b WHERE {{ {at} ?t dip:holder ?a ; dip:represents ?b }}",
)
_ABOUT = tuple(
    f"SELECT ?a ?o WHERE {{{{ {{at}} ?a {name} ?o }}}}" for name in ("rdf:type", "rdfs:label", "skos:altLabel")
)
_OFFICES = "SELECT ?a ?office WHERE {{ {at} ?t dip:holder ?a ; dip:office ?office }}"
_IN_GRAPHS = (
    "SELECT DISTINCT ?x WHERE {{ {at} GRAPH ?g {{ ?x rdfs:label ?o }} }}",
    "SELECT DISTINCT ?x WHERE {{ {at} GRAPH ?g {{ ?t dip:holder ?x }} }}",
)
_HOLDERS = "SELECT DISTINCT ?x WHERE {{ {at} ?t dip:holder ?x }}"
_TELLING = (
    "SELECT DISTINCT ?e WHERE {{ {at} ?e gaf:denotedBy ?x }}",
    "SELECT DISTINCT ?e WHERE {{ {at} ?m prov:wasDerivedFrom ?x . ?e gaf:denotedBy ?m }}",
)
_EVENTS = "SELECT DISTINCT ?x WHERE {{ {at} ?x dip:predicate ?p }}"
_COVERED_BY = "SELECT DISTINCT ?e WHERE {{ {at} ?e dip:moreSpecificThan+ ?x }}"
_LABELLED = "SELECT ?a ?k WHERE {{ ?a rdfs:label {name} . ?a a ?k }}"
_COUNT = "SELECT ?a (COUNT(?e) AS ?n) WHERE {{ {at} ?e sem:hasActor ?a }} GROUP BY ?a"


def terms_of(vocabulary: Vocabulary) -> dict[str, Term]:
    """Give class, score and symmetry of each predicate."""
    return {name: Term(p.class_, p.score, p.symmetric) for name, p in vocabulary.predicates.items()}


class Reader:
    """Reads from one store; what it reads depends on nothing but the merged graph."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._outlets: dict[str, str] = {}
        self._published: dict[str, str] = {}

    def rows_at(self, actors: Iterable[str]) -> list[Row]:
        """Read every event that any of the actors (IRIs) takes part in, and who stands for whom there."""
        facts: dict[str, _Facts] = {}
        rows: list[Row] = []
        for some in _batches(actors):
            facts |= self._facts(f"{_values('a', some)} ?e sem:hasActor ?a .")
            rows += self.standing(some)
        return rows + self._dyads(facts)

    def rows_of(self, events: Iterable[str]) -> list[Row]:
        """Read some events (IRIs); those that a more specific one covers have no row."""
        facts: dict[str, _Facts] = {}
        for some in _batches(events):
            facts |= self._facts(_values("e", some))
        return self._dyads(facts)

    def touched(self, changed: Iterable[str]) -> tuple[set[str], set[str]]:
        """Give the events that may be other than they were, and the actors, where these graphs and subjects changed."""
        every = set(changed)
        for query in _IN_GRAPHS:
            every |= self._all(query, "g", set(changed))
        every |= self._all(_HOLDERS, "t", every)
        events = self._all(_EVENTS, "x", every)
        for query in _TELLING:
            events |= self._all(query, "x", every - events)
        if self._covers:
            events |= self._all(_COVERED_BY, "x", every | events)
        return events | every, every - events

    def _all(self, query: str, variable: str, iris: Iterable[str]) -> set[str]:
        return {one for some in _batches(iris) for (one,) in self._ask(query.format(at=_values(variable, some)))}

    def _dyads(self, facts: Mapping[str, _Facts]) -> list[Row]:
        rows: list[Row] = []
        for chosen in _batches(facts):
            told = self._told(_values("e", chosen))
            rows += (row for event in chosen for row in _dyads(event, facts[event], told))
        return rows

    def rows(self) -> Iterator[Row]:
        """Read all events, and who stands for whom.

        Property by property: each is stored in one piece, where looking up one event after another reads all over a
        large store (measured on a million events: minutes against the better part of an hour).
        """
        once: dict[str, str] = {}

        def shared(value: str) -> str:
            return once.setdefault(value, value)

        facts = {event: _Facts(shared(p)) for event, p in self._scan("dip:predicate")}
        for name in ("dip:subject", "dip:object", "sem:hasTimeStamp", "dip:datePrecision"):
            for event, value in self._scan(name):
                if (known := facts.get(event)) is not None:
                    known.learn(name, shared(value))
        told = self._tellings(self._all_mentions(shared))
        general = {event for _, event in self._scan("dip:moreSpecificThan")} if self._covers else set[str]()
        for event, known in facts.items():
            if event not in general and known.subjects:
                yield from _dyads(event, known, told)
        yield from self.standing()

    def _all_mentions(self, shared: Callable[[str], str]) -> Iterator[tuple[str, str, str]]:
        """Give (event, status, article) for all mentions; status nothing where the event covers the one mentioned."""
        self._outlets |= dict(self._pairs(_PUBLISHERS.format(at="")))
        self._outlets |= dict(self._pairs(_SHARED.format(at="")))  # many papers that print one text are one source
        self._published |= dict(self._pairs(_PUBLISHED.format(at="")))
        status = {mention: shared(state) for mention, state in self._scan("dip:status")}
        article = {mention: shared(one) for mention, one in self._scan("prov:wasDerivedFrom") if mention in status}
        told: defaultdict[str, list[str]] = defaultdict(list)
        covered = {g for _, g in self._pairs(_COVERING)} if self._covers else set[str]()
        for event, mention in self._scan("gaf:denotedBy"):
            if mention in article:
                yield event, status[mention], article[mention]
                if event in covered:
                    told[event].append(article[mention])
        for event, general in self._pairs(_COVERING) if self._covers else ():
            yield from ((event, "", one) for one in told[general])

    def _scan(self, name: str) -> Iterator[tuple[str, str]]:
        return self._pairs(f"SELECT ?e ?o WHERE {{ ?e {name} ?o }}")

    def standing(self, actors: Iterable[str] | None = None) -> list[Row]:
        """Give a row for everyone who stands for someone: of all, or of those where either is among `actors` (IRIs)."""
        narrowed = [""] if actors is None else [_values(end, some) for some in _batches(actors) for end in "ab"]
        found: set[tuple[str, str]] = set()
        for at in narrowed:
            # A tenure, too, says whom it represents; it is known by its holder.
            found |= {(one, other) for one, other, holder in self._ask(_STANDS_FOR[0].format(at=at)) if not holder}
            found |= set(self._pairs(_STANDS_FOR[1].format(at=at)))
        rows = (Row("", one, other, REPRESENTS, None, "unknown", STATUSES[0], 0) for one, other in sorted(found))
        return [row for row in rows if row.subject != row.object]

    def parties(self, actors: Iterable[str] | None = None) -> dict[str, Party]:
        """Read names, kinds and offices of actors (IRIs), or of all."""
        found: dict[str, Party] = {}
        for some in [None] if actors is None else _batches(actors):
            at = "" if some is None else _values("a", some)
            kinds, names, aliases, offices = (_listed(self._pairs(q.format(at=at))) for q in (*_ABOUT, _OFFICES))
            stands = _listed((row.subject, row.object) for row in self.standing(some))
            for iri, types in kinds.items():
                if known := sorted(_KINDS[kind] for kind in types if kind in _KINDS):
                    found[iri] = _party(iri, known[0], names, aliases, stands, offices)
        return found

    def labelled(self, name: str) -> list[str]:
        """Give the IRIs of the actors whose name is exactly this."""
        return sorted({actor for actor, kind in self._pairs(_LABELLED.format(name=ox.Literal(name))) if kind in _KINDS})

    def weights(self, actors: Iterable[str]) -> dict[str, int]:
        """Count the events of some actors (IRIs)."""
        counted: dict[str, int] = {}
        for some in _batches(actors):
            counted |= {actor: int(number) for actor, number in self._pairs(_COUNT.format(at=_values("a", some)))}
        return counted

    @cached_property
    def _covers(self) -> bool:
        return bool(self.store.backend.query("ASK { ?x dip:moreSpecificThan ?y }"))

    def _ask(self, query: str) -> Iterator[tuple[str, ...]]:
        answer = cast("ox.QuerySolutions", self.store.backend.query(query))
        width = range(len(answer.variables))
        for solution in answer:
            yield tuple("" if (value := solution[i]) is None else cast("Any", value).value for i in width)

    def _pairs(self, query: str) -> Iterator[tuple[str, str]]:
        return cast("Iterator[tuple[str, str]]", self._ask(query))

    def _facts(self, at: str) -> dict[str, _Facts]:
        facts: dict[str, _Facts] = {}
        once: dict[str, str] = {}
        query = _FACTS.format(at=at, general=_GENERAL if self._covers else "")
        for event, predicate, subject, object_, date, precision, covering in self._ask(query):
            if covering:
                continue
            predicate, date, precision, subject, object_ = (
                once.setdefault(value, value) for value in (predicate, date, precision, subject, object_)
            )
            known = facts.get(event)
            if known is None:
                facts[event] = _Facts(predicate, date, precision, (subject,), (object_,) if object_ else ())
                continue
            if subject not in known.subjects:
                known.subjects += (subject,)
            if object_ and object_ not in known.objects:
                known.objects += (object_,)
        return facts

    def _told(self, at: str) -> _Tellings:
        def said() -> Iterator[tuple[str, str, str]]:
            for told in (_ITSELF, _COVERED) if self._covers else (_ITSELF,):
                for event, state, article in self._ask(_TOLD.format(at=at, told=told)):
                    yield event, state if told is _ITSELF else "", article

        return self._tellings(said())

    def _tellings(self, said: Iterable[tuple[str, str, str]]) -> _Tellings:
        """Put mentions, as (event, status, article), together by event."""
        status: dict[str, int] = {}
        articles: dict[str, tuple[str, ...]] = {}
        happened: list[tuple[str, str]] = []
        for event, state, article in said:
            known = articles.get(event, ())
            if article not in known:
                articles[event] = (*known, article)
            if state:
                rank = FIRMNESS.index(state.removeprefix(DIP))
                status[event] = min(rank, status.get(event, rank))
                if not rank:
                    happened.append((event, article))
        self._learn_outlets({article for some in articles.values() for article in some})
        outlets = {event: len({self._outlets[one] for one in some}) for event, some in articles.items()}
        reported: dict[str, str] = {}
        for event, article in happened:
            if day := _whole_day(self._published[article]):
                reported[event] = min(day, reported.get(event, day))
        return _Tellings(status, outlets, reported)

    def _learn_outlets(self, articles: set[str]) -> None:
        for some in _batches(articles - self._outlets.keys()):
            self._outlets |= dict(self._pairs(_PUBLISHERS.format(at=_values("a", some))))
            self._outlets |= dict(self._pairs(_SHARED.format(at=_values("a", some))))
            self._published |= dict(self._pairs(_PUBLISHED.format(at=_values("a", some))))
        self._published |= {article: "" for article in articles if article not in self._published}
        self._outlets |= {article: article for article in articles if article not in self._outlets}


@dataclass(slots=True)
class _Facts:
    predicate: str
    date: str = ""
    precision: str = ""
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()

    def learn(self, name: str, value: str) -> None:
        """Take in one fact."""
        if name == "dip:subject":
            self.subjects += (value,)
        elif name == "dip:object":
            self.objects += (value,)
        elif name == "sem:hasTimeStamp":
            self.date = value
        else:
            self.precision = value


class _Tellings(NamedTuple):
    """For each event the rank of its firmest status, how many outlets tell it, and when it was first told as actual."""

    status: Mapping[str, int]
    outlets: Mapping[str, int]
    reported: Mapping[str, str]


@functools.lru_cache(maxsize=65536)
def _whole_day(date: str) -> str:
    """Give the day of a date or time, empty where it is none or less precise."""
    try:
        return datetime.date.fromisoformat(date[:10]).isoformat()
    except ValueError:
        return ""


def _batches(iris: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(iris))
    return (listed[at : at + _BATCH] for at in range(0, len(listed), _BATCH))


def _values(variable: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{variable} {{ " + " ".join(str(ox.NamedNode(iri)) for iri in iris) + " }"


def _dyads(event: str, facts: _Facts, told: _Tellings) -> Iterator[Row]:
    subjects, objects = sorted(set(facts.subjects)), sorted(set(facts.objects))
    pairs = [(s, o) for s in subjects for o in objects if s != o] if objects else list(combinations(subjects, 2))
    status, outlets = FIRMNESS[told.status.get(event, 0)], told.outlets.get(event, 1)
    precision = facts.precision or ("day" if facts.date else "unknown")
    for subject, object_ in pairs:
        predicate = facts.predicate.removeprefix(DIP)
        reported = told.reported.get(event, "")
        yield Row(event, subject, object_, predicate, facts.date or None, precision, status, outlets, reported)


def _listed(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key, value in pairs:
        found[key].add(value)
    return {key: sorted(values) for key, values in found.items()}


def _party(iri: str, kind: str, *facts: Mapping[str, list[str]]) -> Party:
    names, aliases, stands, offices = (fact.get(iri, []) for fact in facts)
    name = names[0] if names else iri.removeprefix(f"{BASE}id/").replace("_", " ")
    others = tuple(sorted({*aliases, *names[1:]} - {name}))
    return Party(iri, name, kind, others, stands[0] if len(stands) == 1 else None, tuple(offices))
