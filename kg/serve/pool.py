"""A few worker processes: whoever takes too long, or works for somebody who has gone, is killed and replaced."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
from collections.abc import Awaitable
from multiprocessing.process import BaseProcess
from typing import cast

from kg.serve.limits import Limits
from kg.serve.protocol import Refused, Request
from kg.serve.worker import PageRequest, Response, work

_CONTEXT = multiprocessing.get_context("spawn")
_STEP = 0.05


class Worker:
    """One process and the pipe to it."""

    def __init__(self, folder: str, limits: Limits) -> None:
        self.pipe, theirs = _CONTEXT.Pipe()
        self._process: BaseProcess = _CONTEXT.Process(target=work, args=(folder, limits, theirs), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def kill(self) -> None:
        """Stop the process, at once, whatever it does."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Let go of what is left of a killed worker."""
        self.pipe.close()
        self._process.close()


class Pool:
    """Workers over the store in a folder; start() before, stop() after."""

    def __init__(self, folder: str, limits: Limits, count: int) -> None:
        self._folder = folder
        self._limits = limits
        self._count = count
        self._idle: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()

    def start(self) -> None:
        for _ in range(self._count):
            self._add()

    def stop(self) -> None:
        for worker in list(self._all):
            worker.kill()
            worker.close()
        self._all.clear()

    async def ask(self, request: Request | PageRequest, gone: Awaitable[object]) -> Response:
        """Get an answer or raise Refused: 503 where all are busy, 504 where it takes too long.

        `gone` is done when nobody waits for the answer any more; then the work stops too.
        """
        seconds = self._limits.page_seconds if isinstance(request, PageRequest) else self._limits.seconds
        try:
            worker = await asyncio.wait_for(self._idle.get(), self._limits.seconds)
        except TimeoutError:
            raise Refused(503, "All workers are busy; try again.", {"Retry-After": "5"}) from None
        left = asyncio.ensure_future(gone)
        answered = asyncio.create_task(asyncio.to_thread(self._exchange, worker, request))
        try:
            await asyncio.wait((answered, left), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
            if answered.done() and (response := answered.result()) is not None:
                self._idle.put_nowait(worker)
                return response
            if answered.done():
                raise Refused(500, "The query was too much for its worker, which has been replaced.")
            if left.done():
                raise Refused(499, "Nobody waits for the answer any more.")
            raise Refused(504, f"It took longer than {seconds:g} seconds and was stopped.")
        except BaseException:
            await self._replace(worker, answered)
            raise
        finally:
            left.cancel()
            with contextlib.suppress(asyncio.CancelledError, Exception):
                await left

    async def _replace(self, worker: Worker, answered: asyncio.Task[Response | None]) -> None:
        self._all.discard(worker)
        worker.kill()
        with contextlib.suppress(asyncio.CancelledError):
            await answered
        worker.close()
        self._add()

    def _exchange(self, worker: Worker, request: Request | PageRequest) -> Response | None:
        """Send and receive; None where the worker died over it."""
        try:
            worker.pipe.send(request)
            while not worker.pipe.poll(_STEP):
                if not worker.alive:
                    return None
            return cast("Response", worker.pipe.recv())
        except (EOFError, OSError, ValueError):
            return None

    def _add(self) -> None:
        worker = Worker(self._folder, self._limits)
        self._all.add(worker)
        self._idle.put_nowait(worker)
