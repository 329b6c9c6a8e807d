"""What the fixtures of these tests give back."""

from __future__ import annotations

from collections.abc import Callable

from kg.model import Extraction

MONDAY = "2025-05-19"
"""The publication date that the tests count from."""

Read = Callable[..., Extraction]
Tell = Callable[..., list[str]]
Mentions = Callable[[str], list[tuple[str, str]]]
