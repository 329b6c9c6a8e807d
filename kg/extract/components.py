"""The reading of events as a component of a spaCy pipeline: `nlp.add_pipe("kg_events")`, then `doc._.events`."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kg.articles.dates import publication_date
from kg.extract.extractor import Extractor
from kg.extract.pipeline import Reader
from kg.model import Actor, Article, Event, Extraction, Mention, Office, Quote

NAME = "kg_events"
_LARGEST_BATCH = 64
"""Docs read at once; spaCy's own default of 1,000 is for tweets, not for articles."""


class EventComponent:
    """Reads the text of each doc anew, with its mentions masked, and notes what it tells; the tokens stay as they are.

    What was read is kept in the doc as plain data, so that docs still go to disk and to other processes.
    """

    def __init__(self, nlp: Language, date: str | None = None) -> None:
        self._nlp = nlp
        self._date = date
        self._extractor: Extractor | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Note the events, offices and quotations of one doc."""
        return self._read([doc])[0]

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Read many docs, in order, in batches."""
        docs = iter(stream)
        while batch := list(itertools.islice(docs, min(batch_size, _LARGEST_BATCH))):
            yield from self._read(batch)

    def __getstate__(self) -> dict[str, Any]:
        """Leave the extractor out, which each process makes for itself."""
        return {**self.__dict__, "_extractor": None}

    def _read(self, docs: Sequence[Doc]) -> Sequence[Doc]:
        if self._extractor is None:
            self._extractor = Extractor(self._nlp)
        extractor = self._extractor
        if not extractor.read.is_of(self._nlp):
            extractor.read = Reader(self._nlp)  # a pipe was disabled or replaced since
        articles = [self._article(doc) for doc in docs]
        prepared = [extractor.prepare(article) for article in articles]
        masked = extractor.read([reading.doc for reading, _ in prepared])
        for doc, article, (reading, entities), parsed in zip(docs, articles, prepared, masked, strict=True):
            reading.doc = parsed
            doc._.kg_extraction = _plain(extractor.result(extractor.interpret(article, reading, entities)))
        return docs

    def _article(self, doc: Doc) -> Article:
        digest = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
        published = doc._.published or self._date
        return Article(f"text-{digest[:16]}", doc.text, published=publication_date(published))


@Language.factory(NAME, assigns=["doc._.events", "doc._.offices", "doc._.quotes"], default_config={"date": None})
def make_events(nlp: Language, name: str, date: str | None) -> EventComponent:  # noqa: ARG001 - spaCy passes the name
    """Make the component; `date` is the publication date of docs that have no `doc._.published`.

    Raises ArticleError for a date that cannot be read.
    """
    _register()
    return EventComponent(nlp, publication_date(date))


def _register() -> None:
    """Give docs the attributes, once."""
    if Doc.has_extension("kg_extraction"):
        return
    Doc.set_extension("kg_extraction", default=None)
    Doc.set_extension("published", default=None)
    Doc.set_extension("events", getter=_events)
    Doc.set_extension("offices", getter=_offices)
    Doc.set_extension("quotes", getter=_quotes)


def _plain(extraction: Extraction) -> dict[str, Any]:
    """Give an extraction as dictionaries, lists and strings."""
    return {name: [asdict(item) for item in getattr(extraction, name)] for name in ("events", "offices", "quotes")}


def _rows(doc: Doc, name: str) -> list[dict[str, Any]]:
    return list((doc._.kg_extraction or {}).get(name, ()))


def _actor(row: dict[str, Any] | None) -> Actor | None:
    return Actor(**{**row, "aliases": tuple(row["aliases"])}) if row is not None else None


def _actors(rows: Iterable[dict[str, Any]]) -> tuple[Actor, ...]:
    return tuple(actor for row in rows if (actor := _actor(row)) is not None)


def _events(doc: Doc) -> tuple[Event, ...]:
    return tuple(
        Event(
            **{
                **row,
                "subjects": _actors(row["subjects"]),
                "objects": _actors(row["objects"]),
                "place": _actor(row["place"]),
                "attributed_to": _actor(row["attributed_to"]),
                "mentions": tuple(Mention(**mention) for mention in row["mentions"]),
            }
        )
        for row in _rows(doc, "events")
    )


def _offices(doc: Doc) -> tuple[Office, ...]:
    return tuple(
        Office(**{**row, "person": _actor(row["person"]), "represents": _actor(row["represents"])})
        for row in _rows(doc, "offices")
    )


def _quotes(doc: Doc) -> tuple[Quote, ...]:
    return tuple(Quote(**{**row, "speaker": _actor(row["speaker"])}) for row in _rows(doc, "quotes"))
