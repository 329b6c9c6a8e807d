"""The SPARQL 1.1 protocol: every case of its test suite by name, asked over HTTP of `kg serve`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from serving import CALLED, PUTIN, Answer, Server, bound

FIRST = "https://w3id.org/dragoman/article/first"
SECOND = "https://w3id.org/dragoman/article/second"
BOTH = f"ASK {{ <{FIRST}> a ?one . <{SECOND}> a ?other }}"
BOTH_NAMED = f"ASK {{ GRAPH ?g {{ <{FIRST}> a ?one }} GRAPH ?h {{ <{SECOND}> a ?other }} }}"
FULL = f"ASK {{ <{FIRST}> a ?one GRAPH ?g {{ <{SECOND}> a ?other }} FILTER NOT EXISTS {{ <{SECOND}> a ?x }} }}"
INSERT = f"INSERT {{ GRAPH <{FIRST}> {{ ?s <http://x/p> 1 }} }} WHERE {{ ?s ?p ?o }}"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUERY = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
ROWS = {"application/sparql-results+json", "application/sparql-results+xml"}
TRIPLES = {"text/turtle", "application/rdf+xml"}


class Case(NamedTuple):
    """A request of the suite: method, what follows /sparql, body and headers."""

    method: str
    target: str = ""
    body: str | bytes | None = None
    headers: Mapping[str, str] = MappingProxyType({})

    def sent(self, server: Server) -> Answer:
        body = self.body.encode("utf-8") if isinstance(self.body, str) else self.body
        return server.ask(self.method, f"/sparql{self.target}", body, **self.headers)


def form(*pairs: tuple[str, str]) -> str:
    return urlencode(pairs)


def default(*graphs: str) -> list[tuple[str, str]]:
    return [("default-graph-uri", graph) for graph in graphs]


def named(*graphs: str) -> list[tuple[str, str]]:
    return [("named-graph-uri", graph) for graph in graphs]


def over(one: str, two: str) -> dict[str, Case]:
    """Give the cases whose query is about two articles, asked over the dataset of these two graphs."""
    return {
        "query_dataset_default_graph": Case("POST", "?" + form(*default(one)), f"ASK {{ <{FIRST}> ?p ?o }}", QUERY),
        "query_dataset_default_graphs_get": Case("GET", "?" + form(("query", BOTH), *default(one, two))),
        "query_dataset_default_graphs_post": Case("POST", "?" + form(*default(one, two)), BOTH, QUERY),
        "query_dataset_named_graphs_get": Case("GET", "?" + form(("query", BOTH_NAMED), *named(one, two))),
        "query_dataset_named_graphs_post": Case("POST", "?" + form(*named(one, two)), BOTH_NAMED, QUERY),
        "query_dataset_full": Case("POST", "?" + form(*default(one), *named(two)), FULL, QUERY),
        "query_multiple_dataset": Case(
            "POST", "?" + form(*default(two)), f"ASK FROM <{FIRST}> {{ <{SECOND}> ?p ?o }}", QUERY
        ),
    }


TRUE = {
    "query_get": Case("GET", "?query=ASK%20%7B%7D"),
    "query_post_form": Case("POST", "", "query=ASK%20%7B%7D", FORM),
    "query_post_direct": Case("POST", "", "ASK {}", QUERY),
    **over(FIRST, SECOND),
}

KINDS = {
    "query_content_type_select": (Case("POST", "", "SELECT (1 AS ?value) {}", QUERY), ROWS),
    "query_content_type_ask": (Case("POST", "", "ASK {}", QUERY), ROWS),
    "query_content_type_describe": (Case("POST", "", "DESCRIBE <http://example.org/>", QUERY), TRIPLES),
    "query_content_type_construct": (
        Case("POST", "", "CONSTRUCT { <http://s> <http://p> 1 } WHERE {}", QUERY),
        TRIPLES,
    ),
}

BAD = {
    "bad_query_method": Case("PUT", "?query=ASK%20%7B%7D"),
    "bad_multiple_queries": Case("GET", "?query=ASK%20%7B%7D&query=SELECT%20%2A%20%7B%7D"),
    "bad_query_wrong_media_type": Case("POST", "", "ASK {}", {"Content-Type": "text/plain"}),
    "bad_query_missing_form_type": Case("POST", "", "query=ASK%20%7B%7D"),
    "bad_query_missing_direct_type": Case("POST", "", "ASK {}"),
    "bad_query_non_utf8": Case(
        "POST", "", "ASK {}".encode("utf-16"), {"Content-Type": "application/sparql-query; charset=UTF-16"}
    ),
    "bad_query_syntax": Case("GET", "?query=ASK%20%7B"),
    "bad_update_get": Case("GET", "?update=CLEAR%20ALL"),
    "bad_multiple_updates": Case("POST", "", "update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM),
    "bad_update_wrong_media_type": Case("POST", "", "CLEAR NAMED", {"Content-Type": "text/plain"}),
    "bad_update_missing_form_type": Case("POST", "", "update=CLEAR%20NAMED"),
    "bad_update_non_utf8": Case(
        "POST", "", "CLEAR NAMED".encode("utf-16"), {"Content-Type": "application/sparql-update; charset=UTF-16"}
    ),
    "bad_update_syntax": Case("POST", "", "update=CLEAR%20XYZ", FORM),
    "bad_update_dataset_conflict": Case(
        "POST", "", form(("using-named-graph-uri", FIRST), ("update", f"WITH <{SECOND}> {INSERT}")), FORM
    ),
}
"""Cases that any endpoint answers with a status of 400 to 499."""

UPDATES = {
    "update_post_form": Case("POST", "", "update=CLEAR%20ALL", FORM),
    "update_post_direct": Case("POST", "", "CLEAR ALL", UPDATE),
    "update_dataset_default_graph": Case("POST", "?" + form(("using-graph-uri", FIRST)), INSERT, UPDATE),
    "update_dataset_default_graphs": Case(
        "POST", "?" + form(("using-graph-uri", FIRST), ("using-graph-uri", SECOND)), INSERT, UPDATE
    ),
    "update_dataset_named_graphs": Case("POST", "?" + form(("using-named-graph-uri", FIRST)), INSERT, UPDATE),
    "update_dataset_full": Case(
        "POST", "?" + form(("using-graph-uri", FIRST), ("using-named-graph-uri", SECOND)), INSERT, UPDATE
    ),
    "update_base_uri": Case(
        "POST", "", "CLEAR GRAPH <http://x/> ; INSERT DATA { GRAPH <http://x/> { <a> <http://x/p> <b> } }", UPDATE
    ),
}
"""Cases that write, which this endpoint refuses."""


@pytest.mark.parametrize("name", TRUE)
def test_a_query_is_answered_over_its_dataset(server: Server, name: str) -> None:
    """Each way in which the protocol sends a query gives true, as JSON."""
    answer = TRUE[name].sent(server)
    assert (answer.status, answer.kind) == (200, "application/sparql-results+json"), answer.body
    assert json.loads(answer.body)["boolean"] is True


@pytest.mark.parametrize("name", over(FIRST, SECOND))
def test_another_dataset_gives_another_answer(server: Server, name: str) -> None:
    """The graphs that a request names are those that are asked: over others the same query is false."""
    answer = over("http://x/none", "http://x/nothing")[name].sent(server)
    assert json.loads(answer.body)["boolean"] is False


@pytest.mark.parametrize("name", KINDS)
def test_each_form_of_query_has_its_media_type(server: Server, name: str) -> None:
    """Rows and yes or no come as results, graphs as RDF."""
    case, kinds = KINDS[name]
    answer = case.sent(server)
    assert answer.status == 200 and answer.kind in kinds


@pytest.mark.parametrize("name", BAD)
def test_what_the_protocol_calls_bad_is_refused(server: Server, name: str) -> None:
    """The answer is an error of the sender's, with a sentence."""
    answer = BAD[name].sent(server)
    assert 400 <= answer.status < 500
    assert answer.kind == "text/plain" and answer.body.strip()


@pytest.mark.parametrize("name", UPDATES)
def test_what_writes_is_refused(server: Server, name: str) -> None:
    """Updates get 403 and change nothing."""
    assert UPDATES[name].sent(server).status == 403
    assert bound(server.query(CALLED)) == [PUTIN]
    assert bound(server.query("SELECT ?g { GRAPH ?g { ?s <http://x/p> ?o } }")) == []


@pytest.mark.parametrize(
    ("case", "status"),
    [
        (Case("POST", "", "ASK {}", {"Content-Type": "application/sparql-query; charset=utf-8"}), 200),
        (Case("POST", "", "ASK { ?s ?p 'é' }".encode("latin-1"), QUERY), 400),
        (Case("POST", "", "nothing=1", FORM), 400),
        (Case("GET", "?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri"), 400),
        (Case("GET", "?query=ASK%20%7B%7D", None, {"Accept": "image/png"}), 406),
        (Case("POST", "", "query=CLEAR%20ALL", FORM), 403),
        (Case("DELETE", "?default"), 405),
    ],
    ids=["charset", "not UTF-8", "no query", "no IRI", "not acceptable", "update as a query", "graph store"],
)
def test_what_the_suite_leaves_out(server: Server, case: Case, status: int) -> None:
    """A charset of UTF-8 may be named; everything that is wrong has the status that fits it."""
    assert case.sent(server).status == status


def test_the_documentation_lists_every_case(root: Path) -> None:
    """docs/endpoints.md names the cases of the suite that pass, and those that are refused, and no others."""
    passed, refused = (root / "docs" / "endpoints.md").read_text("utf-8").split("### Cases")[1].split("Refused:")
    names = [*re.findall(r"`(\w+)`", passed)]
    assert sorted(names) == sorted([*TRUE, *KINDS, *BAD])
    assert sorted(re.findall(r"`(update_\w+)`", refused)) == sorted(UPDATES)
