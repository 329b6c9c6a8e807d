"""Shows how far a build has come: a bar on a terminal, a line a minute elsewhere."""

from __future__ import annotations

import time
from types import TracebackType
from typing import TYPE_CHECKING

from rich.progress import BarColumn, Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn

from kg.cli.console import console, note

if TYPE_CHECKING:
    from kg.graph import Building

_SECONDS = 60.0


class ProgressBar:
    """A bar over the bytes of the files, with articles, rate, failures and time left; a context manager."""

    def __init__(self) -> None:
        screen = console(stderr=True)
        self._bar = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeRemainingColumn(),
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._task = self._bar.add_task("loading the language model", total=None)
        self._lines = not screen.is_terminal
        self._begun: float | None = None
        self._told = time.monotonic()

    def __enter__(self) -> ProgressBar:
        self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._bar.stop()

    def __call__(self, building: Building) -> None:
        """Show the state of a build."""
        now = time.monotonic()
        if self._begun is None:
            self._begun = now  # what came before was loading
        rate = building.seen / max(now - self._begun, 1e-9) if building.seen > 1 else 0.0
        state = described(building.seen, len(building.failures), rate)
        if not building.seen and building.done:  # a cluster extracts all before the first is recorded
            state = f"extracting, {100 * building.done // building.total} % read"
        self._bar.update(
            self._task,
            completed=building.done,
            total=building.total or None,
            description=state,
        )
        if self._lines and now - self._told >= _SECONDS:
            self._told = now
            left = time_left(now - self._begun, building.done, building.total)
            note(state + (f", about {left} left" if left else ""))


def described(seen: int, failed: int, rate: float) -> str:
    """Say how many articles have been gone through.

    >>> described(1200, 3, 41.24)
    '1,200 articles, 3 failed, 41.2/s'
    """
    parts = [f"{seen:,} articles", f"{failed:,} failed" if failed else "", f"{rate:.1f}/s" if rate else ""]
    return ", ".join(filter(None, parts))


def time_left(seconds: float, done: int, total: int) -> str:
    """Say how long the rest will take at the pace so far, "" where that is not known.

    >>> time_left(60, 10, 100), time_left(3600, 1, 5), time_left(5, 0, 0)
    ('9 min', '4 h 0 min', '')
    """
    if not done or total <= done:
        return ""
    minutes = round(seconds * (total - done) / done / 60)
    return f"{minutes // 60} h {minutes % 60} min" if minutes >= 60 else f"{max(minutes, 1)} min"
