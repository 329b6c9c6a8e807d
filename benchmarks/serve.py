"""Queries a second of `kg serve` and of Oxigraph's own server over the same store, side by side. Prints ratios.

    python benchmarks/serve.py [--articles 400] [--seconds 5] [--clients 2]

Each client is a process of its own that asks the same query again and again over one connection, which it keeps open
where the server does. The servers take turns, several rounds each, so that what else the machine does meets both; the
medians are compared. Beside the rates stands the processor time that the server and its workers take for a query, which
depends less on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parent.parent / "tests" / "store"))
from sample_extractions import many

from kg.store import PREFIXES, open_store

BIN = Path(sys.executable).parent
QUERIES = {
    "ask": "ASK { id:Person_1 dip:met ?x }",
    "ten rows": "SELECT ?x { id:Person_1 dip:met ?x } LIMIT 10",
    "60 kB": "SELECT ?e ?s { ?e dip:predicate dip:met ; dip:subject ?s } LIMIT 200",
}


def request(path: str, query: str, port: int) -> bytes:
    """Write a request, its prefixes declared, as only one of the servers declares them itself."""
    prefixes = " ".join(f"PREFIX {name}: <{space}>" for name, space in PREFIXES.items() if f"{name}:" in query)
    return (
        f"GET {path}?query={quote(f'{prefixes} {query}')} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        "Accept: application/sparql-results+json\r\n\r\n"
    ).encode("ascii")


def answer(stream: socket.socket) -> bytes:
    """Read one answer, of a stated length or in chunks; gives its body."""
    held = b""
    while b"\r\n\r\n" not in held:
        held += stream.recv(65536) or _broken()
    head, _, body = held.partition(b"\r\n\r\n")
    lower = head.lower()
    assert lower.startswith(b"http/1.1 200"), head
    if b"content-length:" in lower:
        length = int(lower.partition(b"content-length:")[2].partition(b"\r\n")[0])
        while len(body) < length:
            body += stream.recv(65536) or _broken()
    else:
        while not body.endswith(b"\r\n0\r\n\r\n"):
            body += stream.recv(65536) or _broken()
    return body


def _broken() -> bytes:
    raise ConnectionError("the server ended the connection in the middle of an answer")


def ask(port: int, asked: bytes, seconds: float) -> tuple[int, float]:
    """Ask for so many seconds; gives how often, and the seconds that it really took."""
    stream = socket.create_connection(("127.0.0.1", port))
    stream.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    count, begun = 0, time.perf_counter()
    while (taken := time.perf_counter() - begun) < seconds:
        stream.sendall(asked)
        answer(stream)
        count += 1
    stream.close()
    return count, taken


def rate(server: int, port: int, asked: bytes, seconds: float, clients: int) -> tuple[float, float]:
    """Give the queries a second, and the milliseconds of processor time of the server for each."""
    before = used(server)
    with get_context("fork").Pool(clients) as pool:
        counts = pool.starmap(ask, [(port, asked, seconds)] * clients)
    worked = used(server) - before
    return sum(count / taken for count, taken in counts), 1000 * worked / sum(count for count, _ in counts)


def used(server: int) -> float:
    """Give the seconds of processor time of a server and of the processes below it."""
    ticks = 0
    for process in [server, *below(server)]:
        ticks += sum(int(field) for field in Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[11:13])
    return ticks / os.sysconf("SC_CLK_TCK")


def below(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    return [pid for child in map(int, children) for pid in (child, *below(child))]


def started(command: Sequence[str | Path], port: int) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(600):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return process
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(str(command[0]))


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def main() -> None:
    """Parse the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        with open_store(folder) as store:
            store.record_all(many(options.articles))
        newest = max((path for path in (folder / "read").iterdir() if path.name.isdigit()), key=lambda p: int(p.name))
        ports = {"kg serve": free_port(), "oxigraph": free_port()}
        servers = [
            started([BIN / "kg", "serve", "--store", folder, "--port", str(ports["kg serve"])], ports["kg serve"]),
            started(
                [BIN / "oxigraph", "serve-read-only", "--location", newest, "--bind", f"127.0.0.1:{ports['oxigraph']}"],
                ports["oxigraph"],
            ),
        ]
        try:
            for label, query in QUERIES.items():
                asked = {
                    server: request("/sparql" if server == "kg serve" else "/query", query, port)
                    for server, port in ports.items()
                }
                rates: dict[str, list[tuple[float, float]]] = {name: [] for name in ports}
                for turn in range(options.rounds + 1):
                    for (server, port), process in zip(ports.items(), servers, strict=True):
                        found = rate(process.pid, port, asked[server], options.seconds, options.clients)
                        if turn:  # its processes start with the first queries
                            rates[server].append(found)
                (ours, our_time), (theirs, their_time) = (
                    tuple(statistics.median(column) for column in zip(*rates[server], strict=True)) for server in ports
                )
                print(
                    f"{label:9} kg serve {ours:6.0f} a second, oxigraph {theirs:6.0f}, ratio {ours / theirs:.2f}; "
                    f"processor {our_time:.2f} and {their_time:.2f} ms a query, + {our_time - their_time:.2f}",
                    flush=True,
                )
        finally:
            for server in servers:
                server.terminate()
                server.wait()


if __name__ == "__main__":
    main()
