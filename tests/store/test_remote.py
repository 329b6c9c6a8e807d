"""A remote SPARQL 1.1 endpoint behind the same methods; asked of a real server process."""

from __future__ import annotations

import http.client
import itertools
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sample_extractions import CALL, PUTIN, article, event, first, many, second, third

from kg.cli.app import app
from kg.cli.run import run
from kg.errors import QueryError, StoreError
from kg.model import Actor, Extraction
from kg.store import open_store
from kg.store.exports.rdf import sorted_nquads
from kg.store.remote import Remote
from kg.store.sending import Sender
from kg.store.store import Store


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


def test_an_endpoint_without_a_default_graph_of_its_own_is_refused(union_endpoint: str) -> None:
    """Where the default graph is the union of all, everything would count twice: that is told before anything is."""
    with pytest.raises(StoreError, match="default graph 2 times"):
        open_store(union_endpoint)


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


def local_bytes(*extractions: Extraction) -> bytes:
    """What a store in memory holds of these articles, linked."""
    with open_store() as store:
        store.record_all(extractions)
        store.reconcile()
        return sorted_nquads(store)


@pytest.mark.parametrize("graphs", [None, "/nowhere", "/query"], ids=["N-Quads", "no graph store", "not of quads"])
def test_many_articles_go_in_batches_of_whole_articles(
    endpoint: str, monkeypatch: pytest.MonkeyPatch, graphs: str | None
) -> None:
    """Whether the server takes N-Quads at its graph store or updates only, the batches end in the same bytes."""
    if graphs:
        monkeypatch.setenv("KG_GRAPHS_ENDPOINT", endpoint.replace("/query", graphs))
    sent: list[str] = []
    send = Sender.send

    def noted(self: Sender, method: str, address: str, body: bytes | None = None, **form: str) -> bytes:
        sent.append(form.get("kind", "").partition(";")[0])
        return send(self, method, address, body, **form)

    monkeypatch.setattr(Sender, "send", noted)
    articles = list(many(70))
    with open_store(endpoint) as store:
        sent.clear()
        assert store.record_all(articles) == 70
        batches = [kind for kind in sent if kind != "application/sparql-query"]
        assert 3 <= len(batches) <= 6
        assert batches[-1] == ("application/sparql-update" if graphs else "application/n-quads")
        store.reconcile()
        assert sorted_nquads(store) == local_bytes(*articles)


@pytest.mark.parametrize("graphs", [None, "/nowhere"], ids=["N-Quads", "no graph store"])
def test_a_large_file_goes_to_the_graph_store(
    endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graphs: str | None
) -> None:
    """Foreign RDF of thousands of triples is one request of N-Quads, or one update where none are taken."""
    if graphs:
        monkeypatch.setenv("KG_GRAPHS_ENDPOINT", endpoint.replace("/query", graphs))
    file = tmp_path / "treaties.nt"
    file.write_text("".join(f'<https://example.org/t{n}> <https://example.org/of> "{n}" .\n' for n in range(3000)))
    sent: list[tuple[str, str]] = []
    post = Remote._post

    def noted(self: Remote, address: str, body: bytes, kind: str, *accept: str) -> bytes:
        sent.append((urlsplit(address).path, kind))
        return post(self, address, body, kind, *accept)

    with open_store(endpoint) as store, open_store() as local:
        monkeypatch.setattr(Remote, "_post", noted)
        assert store.load(file) == local.load(file) == 1
        writing = [one for one in sent if one[1] != "application/sparql-query"]
        assert writing[-1] == (
            ("/update", "application/sparql-update") if graphs else ("/store", "application/n-quads")
        )
        assert len(writing) == (2 if graphs else 1)
        assert store.load(file) == 0
        assert sorted_nquads(store) == sorted_nquads(local)


class Unreliable(BaseHTTPRequestHandler):
    """Passes requests on to a real server, but every other time is busy, hangs up before, or hangs up after."""

    behind: int
    troubles: Iterator[str]
    met: list[str]

    def do_POST(self) -> None:
        trouble = next(self.troubles)
        self.met.append(trouble)
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if trouble == "busy":
            self.send_response(503)
            self.send_header("Retry-After", "7")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if trouble == "hangs up before":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        real = http.client.HTTPConnection("127.0.0.1", self.behind, timeout=30)
        passed = {name: self.headers[name] for name in ("Content-Type", "Accept")}
        real.request("POST", self.path, body, passed)
        answer = real.getresponse()
        said = answer.read()
        real.close()
        if trouble == "hangs up after":
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers["Content-Type"] or "text/plain")
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        pass


def test_an_unreliable_connection_changes_nothing_in_the_end(endpoint: str) -> None:
    """Requests that met a busy server or a broken line are sent again, later each time, and count once."""
    Unreliable.behind = urlsplit(endpoint).port or 0
    Unreliable.troubles = itertools.chain(
        ["none"], itertools.cycle(["hangs up after", "none", "busy", "busy", "none", "hangs up before", "none"])
    )
    Unreliable.met = []
    slept: list[float] = []
    articles = [first(), second(), third(), *many(40)]
    with ThreadingHTTPServer(("127.0.0.1", 0), Unreliable) as front:
        thread = threading.Thread(target=front.serve_forever)
        thread.start()
        try:
            remote = Remote(f"http://127.0.0.1:{front.server_port}/query", sender=Sender(sleep=slept.append))
            with Store(remote) as store:
                store.record_all(articles[:30])
                for extraction in articles[30:]:
                    store.record(extraction)
                store.reconcile()
        finally:
            front.shutdown()
            thread.join()
    assert {"busy", "hangs up before", "hangs up after"} <= set(Unreliable.met)
    assert max(slept) >= 7, "the server said how long"
    assert min(slept) >= 0.25
    with open_store(endpoint, read_only=True) as store:
        assert sorted_nquads(store) == local_bytes(*articles)


def test_a_server_that_restarts_is_waited_for(
    port: int, tmp_path: Path, served: Callable[..., subprocess.Popen[bytes]]
) -> None:
    """A build goes on over a restart of the server, and loses and doubles nothing."""
    process = served(port, tmp_path / "server")
    again: list[subprocess.Popen[bytes]] = []
    threads: list[threading.Thread] = []

    def told() -> Iterator[Extraction]:
        for number, extraction in enumerate(many(60)):
            if number == 30:
                process.kill()
                process.wait()
                threads.append(threading.Timer(0.6, lambda: again.append(served(port, tmp_path / "server"))))
                threads[0].start()
            yield extraction

    with open_store(f"http://127.0.0.1:{port}/query") as store:
        assert store.record_all(told()) == 60
        store.reconcile()
        assert sorted_nquads(store) == local_bytes(*many(60))
    threads[0].join()
    again[0].terminate()
    again[0].wait()


def test_trouble_that_does_not_pass_is_told_in_the_end(endpoint: str) -> None:
    """After the last try the error says what the endpoint answered; a refusal is not tried again."""
    Unreliable.behind = urlsplit(endpoint).port or 0
    slept: list[float] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Unreliable) as front:
        thread = threading.Thread(target=front.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{front.server_port}"
            Unreliable.troubles, Unreliable.met = itertools.repeat("busy"), []
            with pytest.raises(StoreError, match="answered 503"):
                Sender(sleep=slept.append).send("POST", f"{address}/query", b"ASK {}", kind="application/sparql-query")
            assert len(slept) == 6 and all(7 <= pause <= 60 * 1.5 for pause in slept)
            Unreliable.troubles, Unreliable.met = itertools.repeat("none"), []
            with pytest.raises(StoreError, match="answered 400"):
                Sender(sleep=slept.append).send("POST", f"{address}/query", b"ASK {", kind="application/sparql-query")
            assert Unreliable.met == ["none"]
        finally:
            front.shutdown()
            thread.join()


def test_the_command_line_over_an_endpoint(endpoint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """kg build, query, remove and validate take the address of an endpoint as they take a folder."""
    (tmp_path / "call.txt").write_text("Donald Trump called Vladimir Putin on 19 May 2025.", encoding="utf-8")
    assert run(app, ["build", str(tmp_path / "call.txt"), "--date", "2025-05-20", "--store", endpoint]) == 0
    assert endpoint in capsys.readouterr().out
    assert run(app, ["build", str(tmp_path / "call.txt"), "--date", "2025-05-20", "--store", endpoint]) == 0
    assert "1 unchanged" in capsys.readouterr().out
    query = ["query", "SELECT ?o { id:Donald_Trump dip:called ?o }", "--store", endpoint]
    assert run(app, query) == 0
    assert "Vladimir_Putin" in capsys.readouterr().out
    assert run(app, ["validate", "--store", endpoint]) == 0
    assert run(app, ["compact", "--store", endpoint]) == 2
    assert "by itself" in capsys.readouterr().err
    assert run(app, ["serve", "--store", endpoint]) == 2
    assert run(app, ["remove", "call", "--store", endpoint]) == 0
    with open_store(endpoint, read_only=True) as store:
        assert list(store.events()) == []
