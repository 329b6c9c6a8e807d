"""The status of an event with the words that decided it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.model import Status

_ORDER: tuple[Status, ...] = ("actual", "planned", "possible", "negated")


@dataclass(slots=True)
class Verdict:
    """The status with the words that decided it; `reporter` is the verb by which someone tells it."""

    status: Status = "actual"
    cues: list[str] = field(default_factory=list)
    reporter: Token | None = None

    def say(self, status: Status, cue: str) -> None:
        """Note a cue; the status only moves away from actual, never back."""
        self.cues.append(cue)
        self.status = max(self.status, status, key=_ORDER.index)
