"""Starts `kg serve` over a small store, and asks it over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from kg.model import Actor, Article, Event, Extraction, Mention

ROOT = Path(__file__).parent.parent.parent
TEXT = "Trump called Putin on Monday."
CALLED = "SELECT ?o WHERE { id:Donald_Trump dip:called ?o }"
PUTIN = "https://w3id.org/dragoman/id/Vladimir_Putin"
SLOW = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def told(name: str) -> Extraction:
    """A call, told by an article of this name."""
    mention = Mention(name, 0, len(TEXT), TEXT, 6, 12)
    people = (Actor("Donald Trump", "person"),), (Actor("Vladimir Putin", "person"),)
    call = Event("called", *people, "actual", "2025-05-19", "day", None, None, None, (mention,))
    return Extraction(Article(name, TEXT), (call,))


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
            if server.query("ASK {}").status == 200:  # 504 while its workers still start
                return server
        except OSError:
            time.sleep(0.1)
        assert process.poll() is None and time.monotonic() < deadline


def bound(answer: Answer) -> list[str]:
    """The values of a JSON answer."""
    return [cell["value"] for row in json.loads(answer.body)["results"]["bindings"] for cell in row.values()]
