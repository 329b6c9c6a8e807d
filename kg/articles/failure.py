"""The record of an input that could not be read, or an article that could not be extracted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One input that gave no article: `place` names the file, line or article, `reason` what is wrong and what to do.

    `file` is the file behind it, where there is one.

    >>> print(Failure("notes.docx", "is a Word file."))
    notes.docx: is a Word file.
    """

    place: str
    reason: str
    file: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
