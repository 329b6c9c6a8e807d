"""A remote SPARQL 1.1 endpoint behind the same methods; asked of a real server process."""

from __future__ import annotations

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sample_extractions import CALL, PUTIN, article, event, first, many, second, third

from kg.errors import QueryError, StoreError
from kg.model import Actor, Extraction
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads

needs_server = pytest.mark.skipif(shutil.which("oxigraph") is None, reason="the oxigraph server is not installed")


@pytest.fixture
def endpoint() -> Iterator[str]:
    """An empty Oxigraph server of its own; gives the address for queries."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(["oxigraph", "serve", "--bind", f"127.0.0.1:{port}"], stdout=quiet, stderr=quiet)
    deadline = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            break
        except OSError:
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.05)
    yield f"http://127.0.0.1:{port}/query"
    process.terminate()
    process.wait()


@needs_server
def test_a_remote_store_holds_what_an_embedded_one_holds(endpoint: str) -> None:
    """Recording, replacing, removing, linking and deciding end in the same bytes here and there."""
    source = article("fourth", CALL)
    fourth = Extraction(source, (event(source, CALL, "called", Actor("D Trump", "person"), PUTIN, date="2025-05-19"),))
    with open_store(endpoint) as remote, open_store() as local:
        for store in (remote, local):
            assert store.record_all((first(), second(), third(), fourth, *many(5))) == 9
            assert not store.record(first())
            assert store.has(first().article)
            assert store.remove("second")
            store.reconcile()
            store.merge_actors(["D Trump"], "Donald Trump")
        assert sorted_nquads(remote) == sorted_nquads(local)
        assert list(remote.events()) == list(local.events())
        assert remote.validate() == local.validate()
    with open_store(endpoint) as again:
        assert [d.kind for d in again.decisions] == ["merge"], "decisions travel with the graph"
        again.undo_decision(1)
        assert "D Trump" in {actor.name for actor in again.actors()}


@needs_server
def test_queries_of_a_remote_store(endpoint: str, tmp_path: Path) -> None:
    """SELECT, ASK, CONSTRUCT, named queries, parameters, errors and exports are those of an embedded store."""
    with open_store(endpoint) as store:
        store.record_all((first(), second()))
        assert list(store.query("SELECT ?o { id:Donald_Trump dip:called ?o }")) == [{"o": PUTIN.iri}]
        assert store.query("ASK { ?a dip:called ?b }", a="id:Vladimir_Putin")
        assert b"dip:called" in store.query("CONSTRUCT WHERE { ?a dip:called ?b }").serialize("turtle")
        assert [row["event"] for row in store.query("timeline", actor="Putin")]
        with pytest.raises(QueryError, match=r"line 2, column 5.*Did you mean dip:"):
            store.query("ASK {\n ?s dipp:called ?o }")
        with pytest.raises(QueryError, match="refused"):
            store.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
        store.export(tmp_path / "all.nq")
        with open_store() as local:
            local.load(tmp_path / "all.nq")
            assert sorted_nquads(local) == sorted_nquads(store)
    with open_store(endpoint, read_only=True) as reader, pytest.raises(StoreError, match="reading only"):
        reader.record(third())


class Odd(BaseHTTPRequestHandler):
    """A server that answers oddly, and remembers what it was sent."""

    seen: list[str | None] = []  # noqa: RUF012 - http.server makes a new handler for every request

    def do_POST(self) -> None:
        Odd.seen.append(self.headers["Authorization"])
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/moved":
            self.send_response(307)
            self.send_header("Location", "/query")
        else:
            self.send_response(401 if self.path == "/private" else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"<odd>")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def odd() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Odd) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/query", "something else than"),
        ("/private", "answered 401: <odd> .*KG_ENDPOINT_TOKEN"),
        ("/moved", "answered 307"),
    ],
)
def test_an_odd_endpoint_is_told(odd: str, path: str, said: str) -> None:
    """No SPARQL, no credentials and a redirect each give an error that names the endpoint."""
    with pytest.raises(StoreError, match=said):
        open_store(odd + path, read_only=True)


def test_credentials_come_from_the_environment(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A token or a user with a password is sent, and never stands in an error."""
    Odd.seen.clear()
    monkeypatch.setenv("KG_ENDPOINT_TOKEN", "secret-token")
    with pytest.raises(StoreError) as caught:
        open_store(odd + "/private", read_only=True)
    monkeypatch.delenv("KG_ENDPOINT_TOKEN")
    monkeypatch.setenv("KG_ENDPOINT_USER", "ada")
    monkeypatch.setenv("KG_ENDPOINT_PASSWORD", "lovelace")
    with pytest.raises(StoreError):
        open_store(odd + "/private", read_only=True)
    assert Odd.seen == ["Bearer secret-token", "Basic YWRhOmxvdmVsYWNl"]
    assert "secret-token" not in str(caught.value)


def test_an_endpoint_that_is_not_there() -> None:
    """The error names the address and what to do."""
    with pytest.raises(StoreError, match=r"http://127\.0\.0\.1:9/query: the endpoint cannot be reached"):
        open_store("http://127.0.0.1:9/query")
