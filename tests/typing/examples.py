"""What a type checker knows of the library: mypy reads this file with the code, and a test runs it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, assert_type

import kg
from kg.graph import Extractions, Graph
from kg.graph.answers import Reply
from kg.graph.chains import Chain, Chains
from kg.graph.events import Events
from kg.graph.explaining import TextExplanation
from kg.graph.findings import Findings, Timeline
from kg.graph.graph import Picture
from kg.graph.grounds import Grounds
from kg.graph.predicates import PredicateName
from kg.network.ranking import Broker, Central, Dyad
from kg.store import ArticleRecord, EventRecord
from kg.store.answer import Value

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl


def examples(graph: Graph) -> None:
    """Use what graphs offer, each result with the type that a checker gives it."""
    assert_type(kg.predicates.met, PredicateName)
    assert_type(kg.explain("Macron met Modi."), TextExplanation)
    extracted = assert_type(kg.extract(kg.Article("a", "Macron met Modi.")), Extractions)
    assert_type(extracted[0], kg.Extraction)

    answer = assert_type(graph.query("timeline", actor="Vladimir Putin"), Reply)
    for row in answer:
        assert_type(row, dict[str, Value])
    events = assert_type(graph.events(actor="Putin", predicate=kg.predicates.spoke_with, since="2025-05"), Events)
    event = assert_type(next(iter(events)), EventRecord)
    assert_type(event.date, str | None)
    assert_type(next(iter(graph.articles())), ArticleRecord)

    path = assert_type(graph.path("Trump", "Putin", max_hops=3, since=datetime.date(2025, 1, 1)), Chain | None)
    if path is not None:
        assert_type(path.hops[0].events[0].evidence[0].sentence, str)
        assert_type(graph.explain(path.hops[0].events[0]), Grounds)
    assert_type(graph.linkage("Trump", "Putin", k=2, in_time="arrival"), Chains)

    assert_type(graph.rank("partners", most=3, classes=["CONSULT"]), Findings[Central])
    assert_type(graph.rank()[0], Central)
    assert_type(graph.pairs(most=3), Findings[Dyad])
    assert_type(graph.brokers(["France"], ["China"]), Findings[Broker])
    assert_type(graph.timeline("Russia", "France", by="year"), Timeline)
    assert_type(graph.explain(event), Grounds)
    assert_type(graph.show("Vladimir Putin"), Picture)


def frames(graph: Graph) -> tuple[list[pd.DataFrame], list[pl.DataFrame]]:
    """Take everything that is a table as a frame of either library."""
    tables = (
        graph.events(),
        graph.actors(),
        graph.articles(),
        graph.rank(),
        graph.pairs(),
        graph.timeline("Russia"),
        graph.query("SELECT ?who WHERE { ?who dip:called ?whom }"),
        kg.extract(kg.Article("a", "Macron met Modi on Monday.", published="2025-05-20")),
    )
    return [table.to_pandas() for table in tables], [table.to_polars() for table in tables]


def mistakes(graph: Graph) -> None:
    """Each line is a mistake that a checker tells (an ignore that is not needed is an error)."""
    graph.path("Trump", "Putin", max_hop=3)  # type: ignore[call-arg] # it is max_hops
    graph.path("Trump", "Putin", k="three")  # type: ignore[arg-type] # a number is meant
    graph.rank("pagerang")  # type: ignore[arg-type] # no such measure
    graph.timeline("Russia", by="day")  # type: ignore[arg-type] # no such period
    graph.network(represents="both")  # type: ignore[arg-type] # "follow" or "fold"
    kg.extract("seeds", datum="2025-05-20")  # type: ignore[call-arg] # it is date
