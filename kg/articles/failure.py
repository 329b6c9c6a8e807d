"""The record of an input that could not be read, or an article that could not be extracted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that gave no article: `place` names the file, line or article, `reason` what is wrong and what to do.

    >>> print(Failure("notes.pdf", "is a PDF."))
    notes.pdf: is a PDF.
    """

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
