"""`kg watch`: new articles become part of the graph as they come."""

from __future__ import annotations

import signal
import threading
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from kg.cli.build import report
from kg.cli.console import note
from kg.cli.options import DEFAULT_STORE, Languages, OwnFiles, PublicationDate, StoreFolder, Workers
from kg.cli.progress import ProgressBar
from kg.cli.run import FAILED


def command(
    paths: Annotated[list[str], typer.Argument(help="Folders, feed files, files or patterns.", metavar="PATH...")],
    store: StoreFolder = DEFAULT_STORE,
    date: PublicationDate = None,
    workers: Workers = 1,
    language: Languages = None,
    vocabulary: OwnFiles = None,
    every: Annotated[float, typer.Option("--every", min=0.1, help="Seconds between two looks.", metavar="SECONDS")] = 5,
    once: Annotated[bool, typer.Option("--once", help="Look once and stop, for use from cron.")] = False,
    ledger: Annotated[
        Path | None, typer.Option("--ledger", help="Where to note what was read, if not in the store.", metavar="FILE")
    ] = None,
) -> None:
    """Add new and changed articles to a graph as their files come, each once, until stopped with Ctrl-C.

    It may be stopped, killed and started again at any time. Meanwhile the graph can be queried; a feed file is read
    again whenever it has changed, and only its new entries are added.

    Examples:

    - `kg watch news/ --store graph`

    - `kg watch feeds/world.rss --every 60`

    - `kg watch news/ --once`
    """
    from kg.articles.dates import publication_date
    from kg.graph.extracting import extractor
    from kg.graph.watching import Watch
    from kg.ontology.own import own_files
    from kg.store import open_store

    stopping = threading.Event()
    languages = [code.casefold() for code in language or ("en",)]
    date = publication_date(date)
    own = own_files(vocabulary or ())
    extractor(own)
    with open_store(store, own=own) as opened:
        watch = Watch(opened, paths, date=date, workers=workers, languages=languages, ledger=ledger)
        before = {sign: signal.signal(sign, lambda *_: stopping.set()) for sign in (signal.SIGINT, signal.SIGTERM)}
        failed, told = False, set[str]()
        try:
            while not stopping.is_set():
                with ProgressBar() as progress:
                    building = watch.look(stop=stopping.is_set, progress=progress)
                new = [failure for failure in building.failures if str(failure) not in told]
                told = {str(failure) for failure in building.failures}
                failed = failed or bool(new)
                building.failures = new  # a missing folder is told once, not at every look
                if building.seen:
                    note(f"{datetime.now():%H:%M:%S}")
                    report(building, store, languages)
                if once:
                    break
                stopping.wait(every)
            watch.close()
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)
    if failed and once:
        raise typer.Exit(FAILED)
