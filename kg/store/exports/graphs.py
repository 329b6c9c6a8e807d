"""Graphs for other programs: GraphML, and GEXF whose edges live when their events happened."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from kg.model import days_meant
from kg.store.exports.tables import edge_rows

if TYPE_CHECKING:
    from kg.store.readable import Readable

_NODE = {"label": "string", "kind": "string"}
_EDGE = {
    "event": "string", "predicate": "string", "class": "string", "status": "string", "date": "string",
    "date_precision": "string", "score": "double", "sources": "int", "sentence": "string",
}  # fmt: skip
_GEXF_TYPES = {"int": "integer"}


def _graphml(store: Readable, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n')
        for kind, fields in (("node", _NODE), ("edge", _EDGE)):
            for name, datatype in fields.items():
                file.write(f'<key id="{kind}-{name}" for="{kind}" attr.name="{name}" attr.type="{datatype}"/>\n')
        file.write('<graph edgedefault="directed">\n')
        for actor in store.actors():
            values = _data("node", {"label": actor.name, "kind": actor.kind}, "data", "key")
            file.write(f"<node id={quoteattr(actor.iri)}>{values}</node>\n")
        for number, row in enumerate(_edges(store)):
            ends = f"source={quoteattr(row['subject_iri'])} target={quoteattr(row['object_iri'])}"
            file.write(f'<edge id="e{number}" {ends}>{_data("edge", _shown(row), "data", "key")}</edge>\n')
        file.write("</graph>\n</graphml>\n")


def _gexf(store: Readable, path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
        file.write(
            '<graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n'
        )
        for kind, fields in (("node", {"kind": "string"}), ("edge", _EDGE)):
            file.write(f'<attributes class="{kind}" mode="static">\n')
            for name, datatype in fields.items():
                file.write(f'<attribute id="{name}" title="{name}" type="{_GEXF_TYPES.get(datatype, datatype)}"/>\n')
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        for actor in store.actors():
            file.write(f"<node id={quoteattr(actor.iri)} label={quoteattr(actor.name)}>")
            file.write(f"<attvalues>{_values({'kind': actor.kind})}</attvalues></node>\n")
        file.write("</nodes>\n<edges>\n")
        for number, row in enumerate(_edges(store)):
            _gexf_edge(file, number, row)
        file.write("</edges>\n</graph>\n</gexf>\n")


def _gexf_edge(file: IO[str], number: int, row: dict[str, Any]) -> None:
    ends = f"source={quoteattr(row['subject_iri'])} target={quoteattr(row['object_iri'])}"
    lives = ""
    if span := _span(row["date"], row["date_precision"]):
        lives = f' start="{span[0]}" end="{span[1]}"'
    file.write(f'<edge id="{number}" {ends} label={quoteattr(row["predicate"])}{lives}>')
    file.write(f"<attvalues>{_values(_shown(row))}</attvalues></edge>\n")


def _edges(store: Readable) -> Iterable[dict[str, Any]]:
    for event in store.events():
        known = store.vocabulary.predicates.get(event.predicate)
        sentence = event.mentions[0].sentence if event.mentions else ""
        for row in edge_rows(store, event):
            yield row | {"class": known.class_ if known else "", "sentence": sentence}


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in _EDGE if row[name] is not None}


def _data(kind: str, values: dict[str, Any], tag: str, key: str) -> str:
    return "".join(f'<{tag} {key}="{kind}-{name}">{_text(value)}</{tag}>' for name, value in values.items())


def _values(values: dict[str, Any]) -> str:
    return "".join(f'<attvalue for="{name}" value={quoteattr(str(value))}/>' for name, value in values.items())


def _text(value: object) -> str:
    return str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _span(date: str | None, precision: str) -> tuple[str, str] | None:
    """Give the first and last day of a date of this precision."""
    if not date:
        return None
    first, last = days_meant(datetime.date.fromisoformat(date[:10]), precision)
    return first.isoformat(), last.isoformat()


WRITERS: MappingProxyType[str, Callable[[Readable, Path], None]] = MappingProxyType(
    {".graphml": _graphml, ".gexf": _gexf}
)
