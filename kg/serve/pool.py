"""A few worker processes: whoever takes too long, or works for somebody who has gone, is killed and replaced."""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import socket
from collections.abc import Awaitable, Callable
from multiprocessing.process import BaseProcess
from typing import cast

from kg.serve.limits import Limits
from kg.serve.messages import exchange
from kg.serve.protocol import Refused, Request
from kg.serve.worker import PageRequest, Response, work

_FORKS = "forkserver" in multiprocessing.get_all_start_methods()
_CONTEXT = multiprocessing.get_context("forkserver") if _FORKS else multiprocessing.get_context("spawn")
if _FORKS:  # a worker that takes the place of a killed one is there at once, as it need not load this program
    _CONTEXT.set_forkserver_preload(["kg.serve.worker"])
_SOON = 0.05
"""Seconds within which most are answered: only then is it looked whether somebody still waits."""


class Worker:
    """One process and the socket to it."""

    def __init__(self, folder: str, limits: Limits) -> None:
        self.line, theirs = socket.socketpair()
        self.line.setblocking(False)
        self._process: BaseProcess = _CONTEXT.Process(target=work, args=(folder, limits, theirs), daemon=True)
        self._process.start()
        theirs.close()

    def kill(self) -> None:
        """Stop the process, at once, whatever it does."""
        self._process.kill()
        self._process.join()

    def close(self) -> None:
        """Let go of what is left of a killed worker."""
        self.line.close()
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

    async def ask(self, request: Request | PageRequest, gone: Callable[[], Awaitable[object]]) -> Response:
        """Get an answer or raise Refused: 503 where all are busy, 504 where it takes too long.

        What `gone` gives is done when nobody waits for the answer any more; then the work stops too.
        """
        seconds = self._limits.page_seconds if isinstance(request, PageRequest) else self._limits.seconds
        worker = await self._free()
        answered = asyncio.ensure_future(_answer(worker, request))
        try:
            await asyncio.wait((answered,), timeout=min(seconds, _SOON))
            if not answered.done():
                await _wait(answered, gone(), seconds)
            if (response := answered.result()) is not None:
                self._idle.put_nowait(worker)
                return response
            raise Refused(500, "The query was too much for its worker, which has been replaced.")
        except BaseException:
            await self._replace(worker, answered)
            raise

    async def _free(self) -> Worker:
        if not self._idle.empty():
            return self._idle.get_nowait()
        try:
            return await asyncio.wait_for(self._idle.get(), self._limits.seconds)
        except TimeoutError:
            raise Refused(503, "All workers are busy; try again.", {"Retry-After": "5"}) from None

    async def _replace(self, worker: Worker, answered: asyncio.Future[Response | None]) -> None:
        self._all.discard(worker)
        answered.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await answered
        worker.kill()
        worker.close()
        self._add()

    def _add(self) -> None:
        worker = Worker(self._folder, self._limits)
        self._all.add(worker)
        self._idle.put_nowait(worker)


async def _answer(worker: Worker, request: Request | PageRequest) -> Response | None:
    """Give the answer of a worker; None where it died over it."""
    try:
        return cast("Response", await exchange(worker.line, request))
    except (EOFError, OSError):
        return None


async def _wait(answered: asyncio.Future[Response | None], gone: Awaitable[object], seconds: float) -> None:
    """Wait for an answer; Refused where it takes longer than so many seconds, or nobody waits for it any more."""
    left = asyncio.ensure_future(gone)
    try:
        await asyncio.wait((answered, left), timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        if answered.done():
            return
        if left.done():
            raise Refused(499, "Nobody waits for the answer any more.")
        raise Refused(504, f"It took longer than {seconds:g} seconds and was stopped.")
    finally:
        left.cancel()
        with contextlib.suppress(asyncio.CancelledError, Exception):
            await left
