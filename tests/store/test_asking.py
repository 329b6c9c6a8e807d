"""Queries: prefixes, parameters, formats, and what is said of a wrong one."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator

import pytest
from sample_extractions import PUTIN, TRUMP, first, second

from kg.errors import QueryError
from kg.store import PREFIXES, open_store
from kg.store.hints import unknown_terms
from kg.store.store import Store
from kg.store.tokens import tokens


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with open_store() as opened:
        opened.record_all((first(), second()))
        yield opened


def test_all_prefixes_are_declared(store: Store) -> None:
    """Every predeclared prefix may be used as it is."""
    for prefix in PREFIXES:
        assert list(store.query(f"SELECT * WHERE {{ ?s {'sem' if prefix == 'dip' else prefix}:nothing ?o }}")) == []


def test_rows_are_python_values(store: Store) -> None:
    """Dates are dates, numbers numbers, and what is unbound is none."""
    query = """SELECT ?day ?start ?nothing WHERE {
        ?e dip:predicate dip:attacked ; sem:hasTimeStamp ?day ; gaf:denotedBy/nif:beginIndex ?start }"""
    assert list(store.query(query)) == [{"day": datetime.date(2025, 5, 19), "start": 0, "nothing": None}]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?o WHERE { ?actor dip:called ?o }",
        "SELECT ?actor ?o WHERE { ?actor dip:called ?o FILTER(?actor = ?actor) } GROUP BY ?actor ?o ORDER BY ?actor",
        "SELECT * WHERE { ?actor dip:called ?o }",
        "SELECT ?o WHERE { { ?actor dip:called ?o } UNION { ?x dip:nothing_at_all ?y } OPTIONAL { ?actor a ?t } }"
        .replace("dip:nothing_at_all", "sem:nothing"),
        "SELECT ?o WHERE { { SELECT ?o WHERE { ?actor dip:called ?o } } }",
        "CONSTRUCT { ?actor dip:met ?o } WHERE { ?actor dip:called ?o }",
        "CONSTRUCT WHERE { ?actor dip:called ?o }",
    ],
)  # fmt: skip
def test_a_parameter_narrows_every_form_of_query(store: Store, query: str) -> None:
    """A variable with a value is that value wherever it stands: pattern, filter, projection, grouping, template."""
    rows = list(store.query(query, actor="id:Donald_Trump"))
    assert {row.get("o") or row.get("object") for row in rows} == {PUTIN.iri}
    assert {row["actor"] for row in rows if "actor" in row} <= {TRUMP.iri}


def test_an_ask_query_with_a_parameter(store: Store) -> None:
    """ASK is true or false, and has no rows."""
    assert store.query("ASK { ?a dip:called ?b }", a=TRUMP.iri, b="id:Vladimir_Putin")
    assert not store.query("ASK { ?a dip:called ?b }", a="id:Nobody")
    with pytest.raises(TypeError, match="ASK"):
        list(store.query("ASK { ?a dip:called ?b }"))


@pytest.mark.parametrize(
    "hostile", ['" } INSERT DATA { <x:> <x:> <x:> } #', "a\\", "a\n\r\t", "'", '"""', "é\U0001f600"]
)
def test_a_parameter_is_never_read_as_sparql(store: Store, hostile: str) -> None:
    """Quotes, braces and escapes in a value stay in the value."""
    (row,) = store.query("SELECT (?name AS ?same) WHERE { BIND(?name AS ?x) }", name=hostile)
    assert row["same"] == hostile


def test_parameters_keep_their_type(store: Store) -> None:
    """Numbers, truths and dates are compared as what they are."""
    query = "SELECT ?e WHERE { ?e sem:hasTimeStamp ?day FILTER(?day >= ?since) }"
    assert len(list(store.query(query, since=datetime.date(2025, 5, 18)))) == 2
    assert store.query("ASK { FILTER(?n > 2 && ?f < 0.5 && ?yes) }", n=3, f=0.25, yes=True)


def test_a_parameter_that_the_query_does_not_have(store: Store) -> None:
    """A wrong parameter name is named, with the one that was meant."""
    with pytest.raises(QueryError, match=r"no variable \?actr .*Did you mean actor\?"):
        store.query("SELECT ?o { ?actor dip:called ?o }", actr="id:X")


def test_a_parameter_that_the_query_assigns_itself(store: Store) -> None:
    """What BIND, VALUES or an inner SELECT assigns cannot be given from outside."""
    with pytest.raises(QueryError, match="itself gives"):
        store.query("SELECT ?o { BIND(1 AS ?o) }", o=2)


@pytest.mark.parametrize(
    ("query", "line", "column", "said"),
    [
        ("SELECT ?o WHERE {\n  id:X dipp:called ?o }", 2, 8, "prefix dipp: is not declared. Did you mean dip:?"),
        ("SELECT ?o WHERE {\n  id:X dip:calld ?o }", 2, 8, "no dip:calld. Did you mean dip:called?"),
        ("SELECT ?o WHERE {\n  id:X\tdip:Consul ?o }", 2, 8, "Did you mean dip:Consult?"),
        ("SELEKT ?o WHERE { }", 1, 1, "Did you mean SELECT?"),
        ("SELECT ?o WHERE {\n  ?a ?b ?o", 2, 11, "the end of the query"),
        ("SELECT ?o WHERE { ?a ?b ?o } LIMIT many", 1, 36, "'many'"),
        ("   \n# nothing\n", None, None, "empty"),
        ("hello there", 1, 1, "begins with SELECT"),
    ],
)
def test_a_wrong_query_is_told_where_and_what_was_meant(
    store: Store, query: str, line: int | None, column: int | None, said: str
) -> None:
    """The error has line and column, and suggests the keyword, prefix or term that was meant."""
    with pytest.raises(QueryError) as caught:
        store.query(query)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERV\\u0049CE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { \\u005Cu0053ERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { BIND('#' AS ?x) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { <http://x#y> a ?z . SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { FILTER(1 < 2) SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b 'x\\'' SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?a ?b '''it's''' SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { { SELECT * { SERVICE ?where { ?s ?p ?o } } } }",
        "LOAD <http://127.0.0.1:1/>",
        "PREFIX a: <http://a/> LOAD SILENT <http://127.0.0.1:1/> INTO GRAPH <http://g>",
        "INSERT DATA { <http://a> <http://b> 1 }",
        "PREFIX a: <http://a/> DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
        "WITH <http://g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_what_writes_or_reaches_out_is_refused(store: Store, query: str) -> None:
    """No query leaves the machine or changes the graph, however its keyword is hidden."""
    with pytest.raises(QueryError, match=r"refused|writes"):
        store.query(query)


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?s rdfs:label "SERVICE" }',
        "ASK { ?s rdfs:label '''LOAD\n'SERVICE' ''' }",
        "ASK { ?s <http://x/SERVICE> ?service } # SERVICE",
        "PREFIX service: <http://x/> ASK { ?s service:load ?load }",
        "ASK { ?s id:SERVICE ?o }",
    ],
)
def test_a_word_in_a_string_an_iri_or_a_comment_is_no_keyword(store: Store, query: str) -> None:
    """Only the keyword itself is refused."""
    assert not store.query(query)


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_rows_are_written_in_the_four_formats(store: Store, form: str) -> None:
    """CSV, TSV, JSON and XML hold the same value."""
    assert PUTIN.iri.encode() in store.query("SELECT ?o { id:Donald_Trump dip:called ?o }").serialize(form)


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_triples_are_written_as_rdf(store: Store, form: str) -> None:
    """A CONSTRUCT query is written in the RDF formats, and only in those."""
    query = "CONSTRUCT { ?a dip:called ?b } WHERE { ?a dip:called ?b }"
    assert b"Putin" in store.query(query).serialize(form)
    with pytest.raises(QueryError, match="cannot be written as csv"):
        store.query(query).serialize("csv")


def test_a_truth_is_written_too(store: Store) -> None:
    """An ASK query has a JSON form, a one-word form, and a one-cell table."""
    assert json.loads(store.query("ASK { ?s ?p ?o }").serialize("json"))["boolean"] is True
    assert store.query("ASK { ?s ?p ?o }").serialize("csv") == b"true\n"
    assert store.query("ASK { ?s ?p ?o }").table() == (("answer",), [("yes",)])


def test_a_table_shortens_iris(store: Store) -> None:
    """What a terminal shows has prefixes."""
    assert store.query("SELECT ?o { id:Donald_Trump dip:called ?o }").table() == (("o",), [("id:Vladimir_Putin",)])


def test_a_pandas_frame_has_the_rows(store: Store) -> None:
    """Where pandas is installed, an answer is a frame."""
    pytest.importorskip("pandas")
    frame = store.query("SELECT ?o { id:Donald_Trump dip:called ?o }").to_pandas()
    assert frame.to_dict("records") == [{"o": PUTIN.iri}]


@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning")  # rdflib 7.6 warns of its own code
def test_rdflib_sees_the_same_graph(store: Store) -> None:
    """An rdflib Dataset asks the same engine, with the prefixes bound."""
    dataset = store.dataset()
    assert [str(row.o) for row in dataset.query("SELECT ?o { id:Donald_Trump dip:called ?o }")] == [PUTIN.iri]
    assert {str(graph.identifier) for graph in dataset.graphs()} >= {first().article.iri}


def test_tokens_know_where_they_stand() -> None:
    """Lines and columns count from 1, through strings of several lines."""
    found = {token.text: (token.line, token.column) for token in tokens('ASK {\n "a" ?x """b\nc""" ?y\r\n?z }')}
    assert (found["?x"], found["?y"], found["?z"]) == ((2, 6), (3, 6), (4, 1))


@pytest.mark.parametrize(
    ("sparql", "said"),
    [
        ("ASK { id:Donald_Trmp dip:called ?o }", ["The graph holds no id:Donald_Trmp. Did you mean id:Donald_Trump?"]),
        ("ASK { ?s rdf:tpye ?o }", ["The graph holds no rdf:tpye. Did you mean rdf:type?"]),
        ("ASK { GRAPH article:frist { ?s ?p ?o } }", ["The graph holds no article:frist. Did you mean article:first?"]),
        ("ASK { ?s a <http://x/y> }", ["The graph holds no <http://x/y>."]),
        ("PREFIX x: <http://x/> BASE <http://y/> ASK { ?s a sem:Event ; dip:subject id:Russia }", []),
        ("timeline", []),
    ],
)
def test_terms_that_the_graph_does_not_hold_are_told(store: Store, sparql: str, said: list[str]) -> None:
    """A query that finds nothing is told which of its terms stand nowhere, and which are alike."""
    assert unknown_terms(store.backend, sparql) == said
