"""`kg serve`: forms of answers, limits, refusals; asked over HTTP of a server process."""

from __future__ import annotations

import contextlib
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest
from serving import CALLED, PUTIN, SLOW, Server, bound, started, told

from kg.store import open_store


@pytest.mark.parametrize(
    ("sparql", "accept", "kind"),
    [
        ("SELECT * { ?s ?p ?o } LIMIT 1", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/csv", "text/csv"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/html, text/tab-separated-values;q=0.1", "text/tab-separated-values"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "*/*", "application/sparql-results+json"),
        ("SELECT * { ?s ?p ?o } LIMIT 1", "text/turtle, application/*;q=0.2", "application/sparql-results+json"),
        ("ASK { ?s ?p ?o }", "application/sparql-results+xml", "application/sparql-results+xml"),
        ("ASK { ?s ?p ?o }", "text/csv", "application/sparql-results+json"),
        ("CONSTRUCT WHERE { ?s dip:called ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s dip:called ?o }", "application/n-triples", "application/n-triples"),
        ("DESCRIBE id:Donald_Trump", "application/ld+json", "application/ld+json"),
        ("DESCRIBE id:Donald_Trump", "*/*", "text/turtle"),
    ],
)
def test_the_answer_comes_as_it_is_wanted(server: Server, sparql: str, accept: str, kind: str) -> None:
    """The Accept header chooses the format for rows and for triples (query_content_type_*)."""
    answer = server.query(sparql, Accept=accept)
    assert (answer.status, answer.kind) == (200, kind)
    assert answer.body


def test_no_query_gets_the_service_description(server: Server) -> None:
    """A GET without a query says what the endpoint is; HEAD gives the same headers without a body."""
    answer = server.ask("GET", "/sparql", Accept="text/turtle")
    assert (answer.status, answer.kind) == (200, "text/turtle") and "SPARQL11Query" in answer.body
    head = server.ask("HEAD", "/sparql", Accept="text/turtle")
    assert (head.status, head.body, head.headers["content-length"]) == (200, "", str(len(answer.body)))


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { SERV\\u0049CE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <http://a> <http://b> 1 }",
    ],
)
def test_what_writes_or_reaches_out_is_refused(server: Server, sparql: str) -> None:
    """SERVICE, LOAD and updates are refused with 403."""
    assert server.query(sparql).status == 403


def test_a_wrong_query_is_told_what_was_meant(server: Server) -> None:
    """The body of a 400 has line, column and suggestion."""
    answer = server.query("SELECT * { ?s dipp:called ?o }")
    assert answer.status == 400 and "line 1, column 15" in answer.body and "Did you mean dip:?" in answer.body


def test_a_query_that_takes_too_long_is_stopped(server: Server) -> None:
    """A timeout is an error (504), not a cut answer; the processor is free again and the next query is answered."""
    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(server.query, [SLOW, SLOW]))
    assert [a.status for a in answers] == [504, 504] and "2 seconds" in answers[0].body
    assert bound(server.query(CALLED)) == [PUTIN]


def test_work_for_a_client_that_has_gone_is_stopped(server: Server) -> None:
    """Clients that hang up leave their workers to others before the timeout."""
    for _ in range(6):
        with socket.create_connection(("127.0.0.1", server.port)) as client:
            client.sendall(f"GET /sparql?query={quote(SLOW)} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
            time.sleep(0.05)
    assert bound(server.query(CALLED)) == [PUTIN]


def test_a_result_past_the_limit_is_an_error(server: Server) -> None:
    """Nothing is cut off: what is too large is refused with advice."""
    answer = server.query("SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert answer.status == 400 and "add LIMIT" in answer.body


def test_a_request_past_the_limit_is_refused(server: Server) -> None:
    """A body of more than a megabyte is not read."""
    body = b"ASK { } #" + b"x" * 1_000_001
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # closed while the rest was still being sent
        assert server.ask("POST", "/sparql", body, Content_Type="application/sparql-query").status == 413


def test_another_host_name_is_refused(server: Server) -> None:
    """A web page cannot reach the loopback server under a name of its own."""
    assert server.query(CALLED, Host="evil.example").status == 403
    assert server.query(CALLED, Host=f"localhost:{server.port}").status == 200


def test_other_origins_are_not_let_in_unasked(server: Server) -> None:
    """Without --cors no answer carries a CORS header."""
    answer = server.query(CALLED, Origin="https://example.org")
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_explorer_page_is_beside_it(server: Server) -> None:
    """The root gives the interactive page of the graph."""
    answer = server.ask("GET", "/")
    assert (answer.status, answer.kind) == (200, "text/html")
    assert "Content-Security-Policy" in answer.body and "Vladimir Putin" in answer.body


def test_what_a_build_publishes_is_served(tmp_path: Path) -> None:
    """The server goes on while a writer writes, and answers from what was published last; --cors lets origins in."""
    with open_store(tmp_path / "g") as store:
        store.record(told("first"))
    server = started(tmp_path / "g", "--cors", "https://example.org", "--workers", "1")
    try:
        count = "SELECT ?a { ?a a schema:NewsArticle }"
        assert len(bound(server.query(count))) == 1
        with open_store(tmp_path / "g") as store:
            store.record(told("second"))
            assert len(bound(server.query(count))) == 1
            store.publish()
            answer = server.query(count)
            assert len(bound(answer)) == 2
            assert answer.headers["access-control-allow-origin"] == "https://example.org"
    finally:
        server.process.terminate()
        server.process.wait()
