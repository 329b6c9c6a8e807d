"""How much a request may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of the endpoint: seconds a query may take and wait, and the page be made in; bytes of request, result
    and memory.
    """

    seconds: float = 30.0
    page_seconds: float = 120.0
    request_bytes: int = 1_000_000
    result_bytes: int = 64_000_000
    memory_bytes: int = 4_000_000_000
