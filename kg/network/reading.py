"""Reads the rows of the network out of a store: those of some actors, or all, and what is known of the actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any, cast

import pyoxigraph as ox

from kg.model import BASE
from kg.network.edges import REPRESENTS, STATUSES, Party, Row, Term
from kg.ontology.vocabulary import DIP, KIND_CLASS, Vocabulary
from kg.store import PREFIXES, Store

FIRMNESS = ("actual", "negated", "planned", "possible")
"""The status of an event is the first of these that a mention has, as in the store's own records."""

_BATCH = 400
_KINDS = {iri: kind for kind, iri in KIND_CLASS.items()}
_SEM = PREFIXES["sem"]

# A general report that a more specific one covers is no second event: its mentions count for the specific one.
_NOT_GENERAL = "FILTER NOT EXISTS { ?x dip:moreSpecificThan ?e }"
_EVENTS = "SELECT DISTINCT ?e WHERE {{ {values} ?e sem:hasActor ?a . {general} }}"
_FACTS = """SELECT ?e ?p ?o WHERE {{ {values}
  VALUES ?p {{ dip:predicate dip:subject dip:object sem:hasTimeStamp dip:datePrecision }} ?e ?p ?o {general} }}"""
_TOLD = """SELECT DISTINCT ?e ?status ?article ?publisher WHERE {{
  {values} {told} ?m dip:status ?status ; prov:wasDerivedFrom ?article .
  OPTIONAL {{ ?article schema:publisher ?publisher }} {general} }}"""
_ITSELF = "?e gaf:denotedBy ?m ."
_COVERED = "?e dip:moreSpecificThan+ ?g . ?g gaf:denotedBy ?m ."
_STANDS_FOR = """SELECT DISTINCT ?a ?b WHERE {{ {values}
  {{ ?a dip:represents ?b FILTER NOT EXISTS {{ ?a a dip:Tenure }} }}
  UNION {{ ?t dip:holder ?a ; dip:represents ?b }} }}"""
_ABOUT = """SELECT ?a ?p ?o WHERE {{ {values}
  VALUES ?p {{ rdf:type rdfs:label skos:altLabel dip:represents }} ?a ?p ?o }}"""
_OFFICES = "SELECT ?a ?office WHERE {{ {values} ?t dip:holder ?a ; dip:office ?office }}"
_LABELLED = "SELECT ?a WHERE {{ ?a rdfs:label {name} . VALUES ?k {{ {kinds} }} ?a a ?k }}"
_COUNT = "SELECT ?a (COUNT(?e) AS ?n) WHERE {{ {values} ?e sem:hasActor ?a }} GROUP BY ?a"


def terms_of(vocabulary: Vocabulary) -> dict[str, Term]:
    """Give class, score and symmetry of each predicate."""
    return {name: Term(p.class_, p.score, p.symmetric) for name, p in vocabulary.predicates.items()}


class Reader:
    """Reads from one store; what it reads depends on nothing but the merged graph."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def rows_at(self, actors: Iterable[str]) -> list[Row]:
        """Read every event that any of the actors (IRIs) takes part in, and who stands for whom there."""
        rows: list[Row] = []
        for some in _batches(actors):
            events = [e for (e,) in self._ask(_EVENTS.format(values=_values("a", some), general=_NOT_GENERAL))]
            for chosen in _batches(events):
                rows += self._rows(_values("e", chosen), "", covered=self._covers)
            for end in ("a", "b"):
                rows += self.standing(_values(end, some))
        return rows

    def rows(self) -> list[Row]:
        """Read all events, and who represents whom."""
        return [*self._rows("", _NOT_GENERAL, covered=self._covers), *self.standing()]

    def standing_at(self, actor: str) -> list[Row]:
        """Give the rows of representation of one actor (IRI)."""
        return [row for end in ("a", "b") for row in self.standing(_values(end, [actor]))]

    def parties(self, actors: Iterable[str] | None = None) -> dict[str, Party]:
        """Read names, kinds and offices of actors (IRIs), or of all."""
        if actors is None:
            return self._parties(f"VALUES ?k {{ {_kinds()} }} ?a a ?k .", "")
        found: dict[str, Party] = {}
        for some in _batches(actors):
            found |= self._parties(_values("a", some), _values("a", some))
        return found

    def labelled(self, name: str) -> list[str]:
        """Give the IRIs of the actors whose name is exactly this."""
        return sorted({actor for (actor,) in self._ask(_LABELLED.format(kinds=_kinds(), name=ox.Literal(name)))})

    def weights(self, actors: Iterable[str]) -> dict[str, int]:
        """Count the events of some actors (IRIs)."""
        counted: dict[str, int] = {}
        for some in _batches(actors):
            counted |= {actor: int(number) for actor, number in self._ask(_COUNT.format(values=_values("a", some)))}
        return counted

    @property
    def _covers(self) -> bool:
        return bool(self.store.backend.query("ASK { ?x dip:moreSpecificThan ?y }"))

    def _ask(self, query: str) -> Iterator[tuple[str, ...]]:
        answer = cast("ox.QuerySolutions", self.store.backend.query(query))
        width = len(answer.variables)
        for solution in answer:
            values = [solution[i] for i in range(width)]
            yield tuple("" if value is None else cast("Any", value).value for value in values)

    def _rows(self, values: str, general: str, *, covered: bool) -> Iterator[Row]:
        facts: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for event, fact, value in self._ask(_FACTS.format(values=values, general=general)):
            facts[event][fact].append(value)
        status: dict[str, int] = {}
        sources: defaultdict[str, set[str]] = defaultdict(set)
        for told in (_ITSELF, _COVERED) if covered else (_ITSELF,):
            for event, state, article, publisher in self._ask(_TOLD.format(values=values, told=told, general=general)):
                sources[event].add(publisher or article)
                if told is _ITSELF:
                    rank = FIRMNESS.index(state.removeprefix(DIP))
                    status[event] = min(rank, status.get(event, rank))
        for event, about in facts.items():
            yield from _dyads(event, about, FIRMNESS[status.get(event, 0)], max(len(sources[event]), 1))

    def standing(self, values: str = "") -> Iterator[Row]:
        """Give a row of representation for everyone who stands for someone; `values` narrows ?a or ?b."""
        for one, other in self._ask(_STANDS_FOR.format(values=values)):
            if one != other:
                yield Row("", one, other, REPRESENTS, None, "unknown", STATUSES[0], 0)

    def _parties(self, values: str, narrow: str) -> dict[str, Party]:
        about: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for actor, fact, value in self._ask(_ABOUT.format(values=values)):
            about[actor][fact].add(value)
        for actor, office in self._ask(_OFFICES.format(values=narrow)):
            about[actor]["office"].add(office)
        return {actor: _party(actor, facts) for actor, facts in about.items()}


def _batches(iris: Iterable[str]) -> Iterator[list[str]]:
    listed = sorted(set(iris))
    return (listed[at : at + _BATCH] for at in range(0, len(listed), _BATCH))


def _kinds() -> str:
    return " ".join(f"<{iri}>" for iri in _KINDS)


def _values(variable: str, iris: Iterable[str]) -> str:
    return f"VALUES ?{variable} {{ " + " ".join(str(ox.NamedNode(iri)) for iri in iris) + " }"


def _dyads(event: str, about: Mapping[str, list[str]], status: str, sources: int) -> Iterator[Row]:
    subjects, objects = (sorted(set(about.get(f"{DIP}{role}", ()))) for role in ("subject", "object"))
    pairs = [(s, o) for s in subjects for o in objects if s != o] if objects else list(combinations(subjects, 2))
    predicate = min(about.get(f"{DIP}predicate", [""])).removeprefix(DIP)
    date = min(about.get(f"{_SEM}hasTimeStamp", ()), default=None)
    precision = min(about.get(f"{DIP}datePrecision", ()), default="day" if date else "unknown")
    for subject, object_ in pairs:
        yield Row(event, subject, object_, predicate, date, precision, status, sources)


def _party(iri: str, facts: Mapping[str, set[str]]) -> Party:
    kinds = sorted(_KINDS[value] for value in facts.get(f"{PREFIXES['rdf']}type", ()) if value in _KINDS)
    names = sorted(facts.get(f"{PREFIXES['rdfs']}label", ()))
    name = names[0] if names else iri.removeprefix(f"{BASE}id/").replace("_", " ")
    aliases = {*facts.get(f"{PREFIXES['skos']}altLabel", ()), *names[1:]} - {name}
    return Party(
        iri,
        name,
        kinds[0] if kinds else "",
        tuple(sorted(aliases)),
        min(facts.get(f"{DIP}represents", ()), default=None),
        tuple(sorted(facts.get("office", ()))),
    )
