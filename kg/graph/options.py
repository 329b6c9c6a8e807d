"""The options that methods of Graph pass on, named once: type checkers, help() and tab completion all know them."""

from __future__ import annotations

import datetime
import inspect
from collections.abc import Callable, Collection
from typing import Any, Literal, TypedDict, TypeVar

from kg.network.temporal import Aim

Method = TypeVar("Method", bound=Callable[..., Any])


class Filters(TypedDict, total=False):
    """Which events count, as for kg.network.filter_for()."""

    since: datetime.date | str | None
    until: datetime.date | str | None
    classes: Collection[str]
    predicates: Collection[str]
    status: Collection[str]
    min_sources: int


class NetworkOptions(Filters, total=False):
    """Options of kg.network.network()."""

    actors: Collection[str] | None
    represents: Literal["follow", "fold"] | None


class PathOptions(Filters, total=False):
    """Options of kg.network.linkage()."""

    k: int
    max_hops: int | None
    every: bool
    avoid: Collection[str]
    hubs: int | None
    through: Collection[str]
    weight: str
    directed: bool
    in_time: bool | Aim
    wait: int | None
    certain: bool
    represents: bool


def spelled_out(options: Any, function: Callable[..., Any]) -> Callable[[Method], Method]:
    """Let a method whose last parameter is `**options` show each of them, with its default in `function`."""
    defaults = inspect.signature(function).parameters

    def decorate(method: Method) -> Method:
        signature = inspect.signature(method)
        own = [p for p in signature.parameters.values() if p.kind is not inspect.Parameter.VAR_KEYWORD]
        wanted = [name for name in defaults if name in options.__annotations__]
        passed = [defaults[name].replace(kind=inspect.Parameter.KEYWORD_ONLY) for name in wanted]
        method.__signature__ = signature.replace(parameters=[*own, *passed])  # type: ignore[attr-defined] # functions take it
        return method

    return decorate
