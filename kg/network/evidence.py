"""The evidence of events: every sentence that tells one, with its outlet, its article and its claimant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

import pyoxigraph as ox

from kg.ontology.vocabulary import DIP
from kg.store import Store

_QUERY = """SELECT ?e ?m ?sentence ?status ?article ?title ?outlet ?published ?url ?claimant WHERE {{
  VALUES ?e {{ {events} }} {told}
  ?m dip:sentence ?sentence ; dip:status ?status ; prov:wasDerivedFrom ?article .
  OPTIONAL {{ ?article schema:headline ?title }} OPTIONAL {{ ?article schema:publisher ?outlet }}
  OPTIONAL {{ ?article schema:datePublished ?published }} OPTIONAL {{ ?article schema:url ?url }}
  OPTIONAL {{ ?m dip:attributedTo ?who . ?who rdfs:label ?claimant }} }}"""
_TOLD = ("?e gaf:denotedBy ?m .", "?e dip:moreSpecificThan+ ?g . ?g gaf:denotedBy ?m .")
_BATCH = 500


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """One sentence that tells an event: `published` an ISO date, `outlet` the publisher, else the article's id."""

    published: str
    outlet: str
    article: str
    mention: str
    sentence: str
    status: str
    title: str = ""
    url: str = ""
    claimant: str = ""


def evidence_of(store: Store, events: Iterable[str]) -> dict[str, tuple[Evidence, ...]]:
    """Give, for each event (IRI), the sentences that tell it, by date of the article; general reports included."""
    found: defaultdict[str, set[Evidence]] = defaultdict(set)
    listed = sorted({event for event in events if event})
    for at in range(0, len(listed), _BATCH):
        values = " ".join(str(ox.NamedNode(event)) for event in listed[at : at + _BATCH])
        for told in _TOLD:
            for row in cast("Iterable[Any]", store.backend.query(_QUERY.format(events=values, told=told))):
                event, mention, sentence, status, article, title, outlet, published, url, claimant = (
                    "" if value is None else value.value for value in row
                )
                found[event].add(
                    Evidence(
                        published=published,
                        outlet=outlet or article.rpartition("/")[2],
                        article=article,
                        mention=mention,
                        sentence=" ".join(sentence.split()),
                        status=status.removeprefix(DIP),
                        title=title,
                        url=url,
                        claimant=claimant,
                    )
                )
    return {event: tuple(sorted(found[event])) for event in found}
