"""Every error a user can meet, as one tree.

KgError
├── ArticleError      an input file or row cannot be read as an article
├── OntologyError     a Turtle file of ontologies/ (or a user's own) is wrong
├── PipelineError     the spaCy pipeline is missing or unsuited
├── StoreError        the store cannot be opened, written or queried
│   └── QueryError    a SPARQL query is wrong, with line and column
├── ClusterError      Spark cannot be started, or gives up
├── ActorError        a name stands for no actor, or for several
└── MissingExtraError an optional dependency is not installed
"""

from __future__ import annotations


class KgError(Exception):
    """Base of all errors of this package: what is wrong, where, and what to do.

    The message is one or two plain sentences; `place` names the file, article, query or option.
    """

    def __init__(self, what: str, *, place: str = "", advice: str = "") -> None:
        self.what = what
        self.place = place
        self.advice = advice
        super().__init__(str(self))

    def __str__(self) -> str:
        text = f"{self.place}: {self.what}" if self.place else self.what
        return f"{text} {self.advice}".strip()


class ArticleError(KgError):
    """An input file or row cannot be read as an article."""


class OntologyError(KgError):
    """A Turtle file of the ontology, the lexicon or the gazetteer is wrong."""


class PipelineError(KgError):
    """The spaCy pipeline is missing or does not fit."""


class StoreError(KgError):
    """The store cannot be opened, written or read."""


class QueryError(StoreError):
    """A SPARQL query is wrong; `line` and `column` count from 1 where known."""

    def __init__(
        self, what: str, *, place: str = "", advice: str = "", line: int | None = None, column: int | None = None
    ) -> None:
        self.line = line
        self.column = column
        super().__init__(what, place=place, advice=advice)


class ClusterError(KgError):
    """The cluster that is to extract cannot be reached, or gives up."""


class ActorError(KgError):
    """A name stands for no actor of the graph, or for several."""


class MissingExtraError(KgError):
    """An optional dependency is not installed; the advice is the exact pip line."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"this needs the optional package {package}, which is not installed.",
            advice=f"Install it with: pip install 'dragoman[{extra}]'",
        )
