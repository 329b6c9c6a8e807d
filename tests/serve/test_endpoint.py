"""`kg serve`: the SPARQL 1.1 protocol, limits, refusals; asked over HTTP of a server process."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlencode

import pytest

from kg.model import Actor, Article, Event, Extraction, Mention
from kg.store import open_store

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

ROOT = Path(__file__).parent.parent.parent
TEXT = "Trump called Putin on Monday."
CALLED = "SELECT ?o WHERE { id:Donald_Trump dip:called ?o }"
PUTIN = "https://w3id.org/dragoman/id/Vladimir_Putin"
FIRST = "https://w3id.org/dragoman/article/first"
DISTINCT = CALLED.replace("SELECT", "SELECT DISTINCT")
SECOND = FIRST.replace("first", "second")
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
NAMED = "SELECT ?o { GRAPH ?g { id:Donald_Trump dip:called ?o } }"
FULL = "SELECT ?o { id:Donald_Trump dip:called ?o GRAPH ?g { ?a dip:called ?o } FILTER(?a = id:Donald_Trump) }"


def told(name: str) -> Extraction:
    """A call, told by an article of this name."""
    mention = Mention(name, 0, len(TEXT), TEXT, 6, 12)
    people = (Actor("Donald Trump", "person"),), (Actor("Vladimir Putin", "person"),)
    call = Event("called", *people, "actual", "2025-05-19", "day", None, None, None, (mention,))
    return Extraction(Article(name, TEXT), (call,))


def asked(query: str, default: tuple[str, ...] = (), named: tuple[str, ...] = ()) -> str:
    """The target of a GET request."""
    graphs = [("default-graph-uri", iri) for iri in default] + [("named-graph-uri", iri) for iri in named]
    return "/sparql?" + urlencode([("query", query), *graphs])


class Answer(NamedTuple):
    status: int
    kind: str
    body: str
    headers: dict[str, str]


class Server(NamedTuple):
    folder: Path
    port: int
    process: subprocess.Popen[bytes]

    def ask(self, method: str = "GET", target: str = "/sparql", body: bytes | None = None, **headers: str) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, target, body, {k.replace("_", "-"): v for k, v in headers.items()})
            response = connection.getresponse()
            text = response.read().decode("utf-8")
            found = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, found.get("content-type", "").partition(";")[0], text, found)
        finally:
            connection.close()

    def query(self, sparql: str, **headers: str) -> Answer:
        return self.ask("GET", f"/sparql?query={quote(sparql)}", **headers)


def started(folder: Path, *options: str) -> Server:
    """Start `kg serve` on a free port and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kg", "serve", "--store", str(folder), "--port", str(port), *options]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=quiet, stderr=quiet, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    server = Server(folder, port, process)
    deadline = time.monotonic() + 60
    while True:
        try:
            server.ask("GET", "/sparql")
            return server
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.1)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("serve") / "g"
    with open_store(folder) as store:
        store.record_all((told("first"), told("second")))
    running = started(folder, "--timeout", "2", "--result-limit", "1", "--workers", "2")
    yield running
    running.process.terminate()
    running.process.wait()


def bound(answer: Answer) -> list[str]:
    """The values of a JSON answer."""
    return [cell["value"] for row in json.loads(answer.body)["results"]["bindings"] for cell in row.values()]


# The cases of the SPARQL 1.1 protocol's test suite for queries, by their names there.


@pytest.mark.parametrize(
    ("case", "method", "target", "body", "headers"),
    [
        ("query_get", "GET", asked(CALLED), None, {}),
        ("query_post_form", "POST", "/sparql", urlencode({"query": CALLED}), FORM),
        ("query_post_direct", "POST", "/sparql", CALLED, DIRECT),
        ("a charset is named", "POST", "/sparql", CALLED, {"Content-Type": DIRECT["Content-Type"] + "; charset=utf-8"}),
        ("query_dataset_default_graph", "GET", asked(CALLED, (FIRST,)), None, {}),
        ("query_dataset_default_graphs_get", "GET", asked(DISTINCT, (FIRST, SECOND)), None, {}),
        ("query_dataset_default_graphs_post", "POST", "/sparql", asked(DISTINCT, (FIRST, SECOND))[8:], FORM),
        ("query_dataset_named_graphs_get", "GET", asked(NAMED, (), (FIRST,)), None, {}),
        ("query_dataset_named_graphs_post", "POST", "/sparql", asked(NAMED, (), (FIRST,))[8:], FORM),
        ("query_dataset_full", "GET", asked(FULL, (FIRST,), (FIRST,)), None, {}),
        ("query_multiple_dataset", "POST", f"/sparql?default-graph-uri={quote(FIRST)}", CALLED, DIRECT),
    ],
)  # fmt: skip
def test_protocol_queries(
    server: Server, case: str, method: str, target: str, body: str | None, headers: dict[str, str]
) -> None:
    """Each way in which the protocol sends a query is answered, over the dataset that the request names."""
    answer = server.ask(method, target, body.encode() if body else None, **headers)
    assert (answer.status, answer.kind) == (200, "application/sparql-results+json"), (case, answer.body)
    assert bound(answer) == [PUTIN]


@pytest.mark.parametrize(
    ("case", "method", "target", "body", "headers", "status"),
    [
        ("bad_multiple_queries", "GET", "/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", None, {}, 400),
        ("bad_query_method", "PUT", "/sparql?query=ASK%20%7B%7D", None, {}, 405),
        ("bad_query_missing_form_type", "POST", "/sparql", b"query=ASK%20%7B%7D", {}, 415),
        ("bad_query_missing_direct_type", "POST", "/sparql", b"ASK {}", {}, 415),
        ("bad_query_non_utf8", "POST", "/sparql", "ASK { ?s ?p 'é' }".encode("latin-1"), DIRECT, 400),
        ("bad_query_syntax", "GET", "/sparql?query=ASK%20%7B", None, {}, 400),
        ("bad_query_wrong_media_type", "POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415),
        ("bad_query_missing", "POST", "/sparql", b"nothing=1", FORM, 400),
        ("bad_graph_iri", "GET", "/sparql?query=ASK%20%7B%7D&default-graph-uri=not%20an%20iri", None, {}, 400),
        ("not acceptable", "GET", "/sparql?query=ASK%20%7B%7D", None, {"Accept": "image/png"}, 406),
        ("update_post_form", "POST", "/sparql", b"update=CLEAR%20ALL", FORM, 403),
        ("update_post_direct", "POST", "/sparql", b"CLEAR ALL", {"Content-Type": "application/sparql-update"}, 403),
        ("update as a query", "POST", "/sparql", b"query=CLEAR%20ALL", FORM, 403),
        ("graph store", "DELETE", "/sparql?default", None, {}, 405),
        ("page written to", "POST", "/", b"x", FORM, 405),
        ("nowhere", "GET", "/store", None, {}, 404),
    ],
)  # fmt: skip
def test_protocol_refusals(
    server: Server, case: str, method: str, target: str, body: bytes | None, headers: dict[str, str], status: int
) -> None:
    """What the protocol calls bad, and everything that would write, gets an error and a sentence."""
    answer = server.ask(method, target, body, **headers)
    assert answer.status == status, (case, answer.body)
    assert answer.kind == "text/plain" and answer.body.strip()


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
