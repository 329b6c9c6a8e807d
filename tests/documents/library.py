"""The reference of the library, written from its docstrings and signatures."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

import kg.graph

INTRODUCTION = """# Python

*Written from the docstrings by `make readme`.*

Everything public is had by `import kg`, which loads nothing else; spaCy is loaded when something is extracted. Results
show themselves in a notebook and give frames by `.to_pandas()` and `.to_polars()`. The package is typed (`py.typed`).
"""
PARTS = {
    "kg": "build extract explain open read Graph Extractor Article Extraction Failure KgError",
    "kg.graph.predicates": "Predicates PredicateName",
    "kg.graph.answers": "Reply",
    "kg.graph.events": "Events",
    "kg.graph.records": "Records",
    "kg.graph.chains": "Chain Chains",
    "kg.graph.findings": "Findings Timeline",
    "kg.graph.extractions": "Extractions",
    "kg.graph.explaining": "TextExplanation",
    "kg.graph.grounds": "Grounds",
    "kg.graph.building": "Building",
    "kg.store": "EventRecord MentionRecord ArticleRecord",
    "kg.model": "Event Actor Mention Office Quote",
    "kg.network": "linkage network filter_for",
    "kg.network.questions": "Path Hop HopEvent",
    "kg.network.ranking": "Central Dyad Broker",
    "kg.network.analyses.cooperation": "Period cooperation",
    "kg.network.analyses.reciprocity": "reciprocity rho",
    "kg.network.analyses.balance": "balance",
    "kg.network.analyses.mediation": "mediators",
    "kg.render": "html_page write_html pyvis_network",
    "kg.evaluation": "read_rows score Score",
    "kg.errors": "ArticleError OntologyError PipelineError StoreError QueryError ActorError MissingExtraError",
}
_EXAMPLE = re.compile(r"(?:^ *>>> .*\n(?:^(?! *>>>) *\S.*\n?)*)+", re.MULTILINE)


def page() -> str:
    """Give the page."""
    lines = [INTRODUCTION]
    for module, names in PARTS.items():
        lines += [f"## {module}", ""]
        for name in names.split():
            thing = getattr(importlib.import_module(module), name)
            # kg.extract is a function and a package of the same name; it is the function that is described.
            lines += _described(kg.graph.extract if inspect.ismodule(thing) else thing, f"{module}.{name}")
    return "\n".join(lines) + "\n"


def _described(thing: Any, full: str) -> Iterator[str]:
    name = full.rpartition(".")[2]
    yield from (f"### {name}", "")
    if not inspect.isclass(thing):
        yield from (f"```python\n{full}{_signature(thing)}\n```", "", _doc(thing), "")
        return
    is_record = dataclasses.is_dataclass(thing)
    own_init = "__init__" in vars(thing) and not is_record and not issubclass(thing, Exception)
    shown = f"{full}{_signature(thing)}" if own_init or is_record else full
    yield from (f"```python\nclass {shown}\n```", "", _doc(thing), "")
    for member, value in vars(thing).items():
        if member.startswith("_"):
            continue
        if inspect.isfunction(value) and value.__doc__:
            yield from (
                f"#### {name}.{member}",
                "",
                f"```python\n{member}{_signature(value)}\n```",
                "",
                _doc(value),
                "",
            )
        elif isinstance(value, property) and value.__doc__:
            yield from (f"- `{member}`: {_doc(value)}", "")


def _signature(thing: Any) -> str:
    """Write a signature as in the source, one parameter a line where it is long; without `self`."""
    signature = inspect.signature(thing)
    kept = [parameter for parameter in signature.parameters.values() if parameter.name != "self"]
    signature = signature.replace(parameters=kept)
    if inspect.isclass(thing):
        signature = signature.replace(return_annotation=inspect.Signature.empty)
    return _written(signature)


def _written(signature: inspect.Signature) -> str:
    parts = [_parameter(parameter) for parameter in signature.parameters.values()]
    kinds = [parameter.kind for parameter in signature.parameters.values()]
    if inspect.Parameter.KEYWORD_ONLY in kinds and inspect.Parameter.VAR_POSITIONAL not in kinds:
        parts.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    returned = signature.return_annotation
    end = "" if returned is inspect.Signature.empty else f" -> {returned}"
    short = f"({', '.join(parts)}){end}"
    return short if len(short) < 80 else "(\n    " + ",\n    ".join(parts) + f",\n){end}"


def _parameter(parameter: inspect.Parameter) -> str:
    stars = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    text = stars + parameter.name
    if parameter.annotation is not inspect.Parameter.empty:
        text += f": {parameter.annotation}"
    if parameter.default is not inspect.Parameter.empty:
        text += f" = {parameter.default!r}" if not callable(parameter.default) else " = ..."
    return text


def _doc(thing: Any) -> str:
    text = inspect.getdoc(thing) or ""
    return _EXAMPLE.sub(lambda found: f"```python\n{found[0].rstrip()}\n```\n", text + "\n").strip()
