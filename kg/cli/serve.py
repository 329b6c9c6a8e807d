"""`kg serve`: the graph as a read-only SPARQL endpoint."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import note
from kg.cli.options import DEFAULT_STORE, StoreFolder


def command(
    store: StoreFolder = DEFAULT_STORE,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen at; 0.0.0.0 lets others in.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes a free one.")] = 7878,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 30.0,
    workers: Annotated[int, typer.Option("--workers", "-j", min=1, max=64, help="Queries answered at once.")] = 2,
    result_limit: Annotated[int, typer.Option("--result-limit", min=1, help="Megabytes of one result.")] = 64,
    memory: Annotated[int, typer.Option("--memory", min=256, help="Megabytes of memory of one worker.")] = 4000,
    cors: Annotated[str | None, typer.Option("--cors", help="The origin whose pages may ask; * for any.")] = None,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A host name it answers under, beside the address.")
    ] = None,
) -> None:
    """Serve the graph: SPARQL 1.1 at /sparql, the explorer page at /. Nothing can be written through it.

    A build may go on meanwhile; what it publishes is served from then on. Stop with Ctrl-C.

    Examples:

    - `kg serve --store graph`

    - `kg serve --port 9000 --timeout 10 --cors https://example.org`
    """
    from kg.errors import MissingExtraError, StoreError
    from kg.serve import Limits
    from kg.store import open_store
    from kg.store.remote import is_address

    try:
        import uvicorn

        from kg.serve.front import make_app
    except ImportError as error:
        raise MissingExtraError("starlette or uvicorn", "serve") from error

    if is_address(store):
        raise StoreError(
            "only a store in a folder is served.", place=store, advice="This is an endpoint already; ask it directly."
        )
    open_store(store, read_only=True).close()  # a wrong folder is told before anything listens
    limits = Limits(seconds=timeout, result_bytes=result_limit * 1_000_000, memory_bytes=memory * 1_000_000)
    hosts = frozenset({"localhost", "127.0.0.1", "::1", host, *(name or [])})
    open_to_all = host in ("0.0.0.0", "::") and not name
    app = make_app(store, limits=limits, workers=workers, hosts=frozenset() if open_to_all else hosts, cors=cors)
    if open_to_all:
        note("listening to everybody who can reach this machine; there is no password.")
    uvicorn.run(app, host=host, port=port, log_level="info", access_log=False, server_header=False)
