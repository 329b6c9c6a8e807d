"""Findings as plain records and as a pandas frame: what a table, a file or a notebook wants."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from kg.frames import pandas_frame
from kg.network.edges import Party
from kg.network.questions import HopEvent

if TYPE_CHECKING:
    import pandas as pd


def records(findings: Iterable[Any]) -> list[dict[str, Any]]:
    """Give each finding as a flat record: actors by name, with their IRI beside, evidence as a list of records."""
    return [_flat(finding) for finding in findings]


def frame(findings: Iterable[Any]) -> pd.DataFrame:
    """Give findings as a pandas frame; MissingExtraError without pandas."""
    rows = records(findings)
    columns = list(rows[0]) if rows else []
    return pandas_frame((list(row.values()) for row in rows), columns)


def _flat(finding: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for field in fields(finding):
        value = getattr(finding, field.name)
        if isinstance(value, Party):
            found |= {field.name: value.name, f"{field.name}_iri": value.iri}
        elif field.name == "evidence":
            found[field.name] = [_event(event) for event in value]
        elif field.name in ("events", "means") and isinstance(value, tuple):
            found |= {f"{field.name}_{number}": one for number, one in enumerate(value, start=1)}
        elif isinstance(value, tuple) and any(is_dataclass(one) for one in value):
            found[field.name] = [one.name if isinstance(one, Party) else records([one])[0] for one in value]
        else:
            found[field.name] = value
    return found


def _event(event: HopEvent) -> dict[str, Any]:
    plain = {field.name: getattr(event, field.name) for field in fields(event) if field.name != "evidence"}
    sentences = [
        {"sentence": told.sentence, "outlet": told.outlet, "published": told.published, "url": told.url}
        for told in event.evidence
    ]
    return {name.rstrip("_"): value for name, value in plain.items()} | {"sentences": sentences}
