"""Builds a graph on a cluster: with Spark, each machine extracts its part of the input, and the store loads it."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sys
import tempfile
import time
import warnings
from collections.abc import Collection, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from kg.articles import Failure, Reading
from kg.articles.places import STANDARD_INPUT
from kg.articles.register import Register
from kg.articles.splits import Split, splits
from kg.errors import ClusterError, MissingExtraError
from kg.graph.building import Building, Progress
from kg.graph.parts import paths_of, read_part, write_part
from kg.store import Store
from kg.store.own import keep, kept

_PART = 4_000_000
"""Bytes of input in a part, at most: some thousand articles, so that a task takes a minute or two."""
_LEAST = 2
"""Parts for each core, so that all have something to do until the end."""


def fill_on_spark(
    store: Store,
    reading: Reading,
    building: Building,
    *,
    languages: Collection[str],
    master: str,
    parts: Path | None = None,
    progress: Progress | None = None,
) -> None:
    """Extract the files of a reading on a cluster and record them in the store, as fill() does in one process.

    `master` is the cluster's address as Spark writes it, or "local[2]" and the like. `parts` is a folder that all its
    machines share, as they must share the files; one of this machine if not given. Raises MissingExtraError without
    pyspark, ClusterError where Spark cannot be started or gives up.
    """
    sql = _spark()
    building.total = reading.total
    folder = _folder(parts)
    try:
        session = _session(sql, master)
        try:
            cores = max(1, int(session.sparkContext.defaultParallelism))
            failures, planned = _planned(reading, cores)
            building.failures += failures
            if store.own:
                keep(folder, store.own)  # where all machines of the cluster find them
            (folder / "known.json").write_text(json.dumps(sorted(store.digests())), encoding="ascii")
            _extract(session, folder, planned, languages, building, progress)
        finally:
            session.stop()
        store.record_written(_recorded(folder, len(planned), building, progress))
        building.done = building.total
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _folder(parts: Path | None) -> Path:
    """Make a folder of this build's own, in the one that the machines share."""
    try:
        if parts is not None:
            parts.mkdir(parents=True, exist_ok=True)
        return Path(tempfile.mkdtemp(prefix="dragoman-parts-", dir=parts)).absolute()
    except OSError as error:
        raise ClusterError(
            f"no parts can be written to {parts or tempfile.gettempdir()}: {error.strerror or error}.",
            advice="Name a folder that all machines of the cluster share and may write to.",
        ) from error


def _planned(reading: Reading, cores: int) -> tuple[list[Failure], list[list[Split]]]:
    """Give what names no file, and the parts: neighbouring files and pieces of files, each part of about one size."""
    failures: list[Failure] = []
    files: list[tuple[Path, str]] = []
    for place in reading.places:
        if isinstance(place, Failure):
            failures.append(place)
        elif place[0] == STANDARD_INPUT:
            failures.append(Failure("standard input", "cannot be read by a cluster. Save it as a file."))
        else:
            files.append((place[0].absolute(), place[1]))
    size = max(1, min(_PART, reading.total // (cores * _LEAST)))
    planned: list[list[Split]] = []
    room = 0
    for split in splits(files, reading.date, size=size):
        if not planned or split.size > room:
            planned.append([])
            room = size
        planned[-1].append(split)
        room -= split.size
    return failures, planned


def _extract(
    session: Any,
    folder: Path,
    planned: Sequence[Sequence[Split]],
    languages: Collection[str],
    building: Building,
    progress: Progress | None,
) -> None:
    """Run the tasks to their end, telling the progress by the parts that are there."""
    if not planned:
        return
    context = session.sparkContext
    work = json.dumps({"folder": str(folder), "languages": sorted(languages)})
    rows = [(number, json.dumps([asdict(split) for split in part]), work) for number, part in enumerate(planned)]
    with warnings.catch_warnings():
        # Spark checks the version of pandas even where only Arrow is used, as here, and warns of the newest.
        warnings.filterwarnings("ignore", message="PySpark does not yet", category=FutureWarning)
        frame = session.createDataFrame(context.parallelize(rows, len(rows)), "number long, splits string, work string")
        done = frame.mapInArrow(write_parts, "number long, articles long")
    left = dict(enumerate(planned))
    with ThreadPoolExecutor(1) as waiting:
        job = waiting.submit(done.collect)
        while not job.done():
            time.sleep(0.5)
            for number in [number for number in left if paths_of(folder, number)[1].exists()]:
                building.done += sum(split.size for split in left.pop(number))
            if progress is not None:
                progress(building)
        try:
            job.result()
        except Exception as error:  # whatever Spark and Java raise
            raise ClusterError(_reason(error), advice="The log of Spark above tells more.") from error


def write_parts(batches: Iterator[Any]) -> Iterator[Any]:
    """Write the parts of a task (runs in a worker of Spark); gives the number of each and how many articles it has."""
    arrow: Any = importlib.import_module("pyarrow")
    for batch in batches:
        rows = batch.to_pylist()
        counts = []
        for row in rows:
            work = json.loads(row["work"])
            part = [Split(**split) for split in json.loads(row["splits"])]
            folder = Path(work["folder"])
            known = _known(folder)
            counts.append(
                write_part(folder, row["number"], part, languages=work["languages"], known=known, own=kept(folder))
            )
        numbers = [row["number"] for row in rows]
        yield arrow.RecordBatch.from_pydict({"number": numbers, "articles": counts})


@cache
def _known(folder: Path) -> frozenset[str]:
    return frozenset(json.loads((folder / "known.json").read_text(encoding="ascii")))


def _recorded(folder: Path, count: int, building: Building, progress: Progress | None) -> Iterator[tuple[str, bytes]]:
    """Go through the parts in the order of the input: count what became of each article, give the quads of the new."""
    register = Register()
    try:
        for number in range(count):
            for row, quads in read_part(folder, number):
                file = row["file"]
                if "id" in row and (owner := register.take(row["id"], file)) is not None:
                    reason = f"its id {row['id']!r} is already that of an article in {owner}."
                    building.failures.append(Failure(file, reason, file=file))
                elif "failed" in row:
                    building.failures.append(Failure(row["place"], row["failed"], file=file))
                elif "skipped" in row:
                    building.skipped[row["skipped"]] += 1
                elif "unchanged" in row:
                    building.unchanged += 1
                else:
                    for note in row["notes"]:
                        building.notes[note] += 1
                        building.examples.setdefault(note, row["id"])
                    building.recorded += 1
                    building.events += row["events"]
                    yield row["iri"], quads
                if progress is not None:
                    progress(building)
    finally:
        register.close()


def _spark() -> Any:
    try:
        importlib.import_module("pyarrow")
        return importlib.import_module("pyspark.sql")
    except ImportError as error:
        raise MissingExtraError("pyspark", "spark") from error


def _session(sql: Any, master: str) -> Any:
    """Start Spark, with this very Python in its workers and as little said as it can."""
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and Path(home, "bin", "java").exists()):
        raise ClusterError(
            "Spark needs Java 17 or later, and there is none.",
            advice="Install it (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME.",
        )
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
    builder = sql.SparkSession.builder.master(master).appName("dragoman")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
        "spark.python.worker.reuse": "true",  # the language model is loaded once a worker
        "spark.sql.execution.arrow.maxRecordsPerBatch": "1",
        "spark.executorEnv.OMP_NUM_THREADS": "1",
    }.items():
        builder = builder.config(name, value)
    if master.startswith("local"):
        builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return builder.getOrCreate()
    except Exception as error:  # whatever Spark and Java raise
        raise ClusterError(
            f"Spark cannot be started at {master} ({_reason(error)}).",
            advice="See that it runs and is named rightly.",
        ) from error


def _reason(error: Exception) -> str:
    """Give the line of an error of Spark that says what is wrong: Java puts it first, Python last in its traceback."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip() and not line.lstrip().startswith("at ")]
    if "Traceback (most recent call last)" in str(error):
        lines = [line for line in lines if "Error: " in line or "Exception: " in line][-1:] or lines
    said = next((line.removeprefix(": ") for line in lines if line.startswith(": ")), lines[0] if lines else "")
    return said[:300] or type(error).__name__
