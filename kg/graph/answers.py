"""Answers to queries as Python users see them: a table in a notebook, lines elsewhere, still to be read after that."""

from __future__ import annotations

from kg.graph.markup import escaped, faint, plain, table
from kg.store import Answer

_SHOWN = 20


class Reply(Answer):
    """The answer to one query, which shows its first rows; made by Graph.query()."""

    @classmethod
    def of(cls, answer: Answer) -> Reply:
        """Give an answer as one that shows itself."""
        return cls(answer._result, answer._again)

    def __repr__(self) -> str:
        if self.kind == "ask":
            return "yes" if self else "no"
        found = self.first(_SHOWN + 1)
        rows = ["  ".join(map(plain, row)) for row in found[:_SHOWN]]
        return "\n".join(["  ".join(self.variables), *rows] + ["…"] * (len(found) > _SHOWN)) if rows else "no rows"

    def _repr_html_(self) -> str:
        if self.kind == "ask":
            return f"<div>{self!r}</div>"
        found = self.first(_SHOWN + 1)
        if not found:
            return faint("no rows")
        shown = table(self.variables, (list(map(escaped, row)) for row in found[:_SHOWN]))
        more = f"The first {_SHOWN}; go through them, or ask for to_pandas(), to have all."
        return shown + (faint(more) if len(found) > _SHOWN else "")
