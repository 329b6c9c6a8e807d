"""The predicates as names that a notebook completes: `kg.predicates.met` is the text "met", and knows what it means."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from kg.graph.markup import escaped, table
from kg.ontology import Predicate, load_vocabulary


class PredicateName(str):
    """The name of a predicate, for use wherever a name is asked for; `about` is what the vocabulary says of it."""

    about: Predicate

    def __new__(cls, about: Predicate) -> PredicateName:
        name = super().__new__(cls, about.name)
        name.about = about
        return name

    def __repr__(self) -> str:
        return f"<{self}: {self.about.definition} {self.about.class_}, {self.about.score:+g}>"

    def __getnewargs__(self) -> tuple[Predicate]:  # type: ignore[override] # what __new__ takes, for copies and pickles
        return (self.about,)

    def _repr_html_(self) -> str:
        return table(("predicate", "class", "score", "definition", "example"), [_row(self)])


class Predicates:
    """All predicates of the shipped vocabulary: attributes by name, in the order of their classes when gone through."""

    def __iter__(self) -> Iterator[PredicateName]:
        return map(PredicateName, load_vocabulary().predicates.values())

    def __len__(self) -> int:
        return len(load_vocabulary().predicates)

    def __getattr__(self, name: str) -> PredicateName:
        known = load_vocabulary().predicates
        if name in known:
            return PredicateName(known[name])
        close = difflib.get_close_matches(name, list(known), n=1)
        meant = f" Did you mean {close[0]}?" if close else ""
        raise AttributeError(f"there is no predicate {name}.{meant}")

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *load_vocabulary().predicates]

    def __repr__(self) -> str:
        return f"<{len(self)} predicates: {', '.join(sorted(self))}>"

    def _repr_html_(self) -> str:
        return table(("predicate", "class", "score", "definition", "example"), map(_row, self))


def _row(name: PredicateName) -> list[str]:
    about = name.about
    return [escaped(cell) for cell in (name, about.class_, f"{about.score:+g}", about.definition, about.example)]


predicates = Predicates()
