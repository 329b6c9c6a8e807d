"""Findings about actors as Python users see them: a list that shows itself as a table with sentences, or as a frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from kg.frames import pandas_frame, polars_frame
from kg.graph.markup import escaped, faint, linked, plain, table
from kg.network.analyses.cooperation import Period
from kg.network.questions import HopEvent
from kg.network.records import records
from kg.render.palette import SCALE_LIGHT

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

T = TypeVar("T")


class Findings(Sequence[T], Generic[T]):
    """Findings in order, each with its evidence; `columns` maps the names of a finding's facts to their headers."""

    def __init__(self, found: Iterable[T], columns: Mapping[str, str]) -> None:
        self._found = tuple(found)
        self._columns = dict(columns)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self._found[index]

    def __len__(self) -> int:
        return len(self._found)

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas frame, one row a finding, its sentences last (a tuple); MissingExtraError without pandas."""
        return pandas_frame(*self._rows())

    def to_polars(self) -> pl.DataFrame:
        """Give a polars frame, one row a finding, its sentences last (a list); MissingExtraError without polars."""
        return polars_frame(*self._rows())

    def __repr__(self) -> str:
        if not self._found:
            return "nothing found"
        cells = [list(self._columns.values()), *([plain(_text(v)) for v in row] for row in self._shown())]
        widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
        lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)
        return "\n".join(line.rstrip() for line in lines)

    def _repr_html_(self) -> str:
        if not self._found:
            return faint("nothing found")
        rows = [
            [*(escaped(_text(value)) for value in row), _evidence(finding)]
            for row, finding in zip(self._shown(), self._found, strict=True)
        ]
        return table((*self._columns.values(), "evidence"), rows)

    def _shown(self) -> Iterator[list[Any]]:
        for record in records(self._found):
            yield [record[name] for name in self._columns]

    def _rows(self) -> tuple[Iterator[list[object]], list[str]]:
        columns = [name for name in (records(self._found[:1]) or [self._columns])[0] if name != "evidence"]
        flat = (
            [*(record[name] for name in columns), tuple(s for e in record["evidence"] for s in _sentences(e))]
            for record in records(self._found)
        )
        return flat, [*columns, "sentences"]


class Timeline(Findings[Period]):
    """The dealings of an actor period by period; a notebook draws cooperation and conflict as bars."""

    def _repr_html_(self) -> str:
        if not self._found:
            return faint("nothing found")
        most = max(max(period.cooperation, -period.conflict) for period in self._found) or 1.0
        rows = [
            (
                escaped(period.period),
                escaped(period.events),
                _bar(period.cooperation / most, SCALE_LIGHT[1], f"{period.cooperation:g}")
                + _bar(-period.conflict / most, SCALE_LIGHT[-2], f"{period.conflict:g}"),
                escaped(f"{period.mean:g}"),
                _evidence(period),
            )
            for period in self._found
        ]
        return table(("period", "events", "cooperation and conflict", "mean", "evidence"), rows)


def _bar(share: float, colour: str, label: str) -> str:
    width = round(8 * share, 2)
    bar = f"display:inline-block;height:.7em;margin-right:.4em;width:{width}em;background:{colour}"
    return f'<div style="white-space:nowrap"><span style="{bar}"></span>{escaped(label)}</div>'


def _evidence(finding: object) -> str:
    events: Sequence[HopEvent] = getattr(finding, "evidence", ())
    told = [said for event in events for said in event.evidence[:1]]
    return "".join(
        f"<div>{escaped(said.sentence)}</div>"
        + faint(linked(", ".join(filter(None, (said.outlet, said.published))), said.url))
        for said in told[:2]
    )


def _sentences(event: Mapping[str, Any]) -> Iterator[str]:
    yield from (told["sentence"] for told in event["sentences"])


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.4g}" if isinstance(value, float) else str(value)
