"""Why a text reads as it does: whom each phrase stands for, which wording fired, or what stopped it."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from kg.articles.dates import publication_date
from kg.errors import ArticleError
from kg.extract.explain import Explanation, Firing, Link, Miss, in_short
from kg.extract.explain import explain as explain_article
from kg.graph.extracting import extractor
from kg.graph.telling import Line, Told, told
from kg.model import Article
from kg.ontology.own import own_files

_MOST_MISSES = 8


@dataclass(frozen=True, repr=False)
class TextExplanation(Told):
    """Which actors and events a text gives, which wordings fired, nearly fired, or why none did."""

    explanation: Explanation

    def lines(self) -> Iterator[Line]:
        """Give the explanation line by line."""
        found = self.explanation
        yield Line("actors", 0, "heading")
        yield from _actors(found.actors)
        yield Line("events", 0, "heading")
        for number, event in enumerate(found.events):
            for line in told(event):
                yield Line(line, 1, "event")
            for firing in found.fired:
                if firing.event == number:
                    yield from _firing(firing, found.text)
        if found.silence is not None:
            yield Line(f"none. {found.silence}", 1)
        misses = [miss for miss in found.misses if found.silence is None or miss is not found.misses[0]]
        if misses:
            yield Line("wordings that nearly fired", 0, "heading")
            yield from map(_miss, misses[:_MOST_MISSES])


def explain(
    text: str, *, date: str | None = None, vocabulary: Collection[str | os.PathLike[str]] = ()
) -> TextExplanation:
    """Tell which actors and events a sentence or two give, which wording of the lexicon fired, or what stopped it.

    `date` ("YYYY-MM-DD") is the day on which the text was published, `vocabulary` are Turtle files of actors, wordings
    and predicates of your own. Raises ArticleError where there is no text, OntologyError for a file that is wrong.
    """
    text = text.encode("utf-8", "replace").decode()  # half characters cannot be read
    if not text.strip():
        raise ArticleError("there is no sentence to explain.", advice='Try: kg explain "Macron met Modi."')
    article = Article("sentence", text, published=publication_date(date))
    return TextExplanation(explain_article(extractor(own_files(vocabulary)), article))


def _actors(links: Iterable[Link]) -> Iterator[Line]:
    """Tell each actor once, with the phrases that stand for it below."""
    phrases: dict[str, list[Link]] = {}
    for link in links:
        phrases.setdefault(link.actor, []).append(link)
    for name, found in phrases.items():
        stands_for = f", stands for {found[0].represents}" if found[0].represents else ""
        yield Line(f"{name} ({found[0].kind}{stands_for})", 1, "actor")
        for phrase, reason in dict.fromkeys((link.text, link.reason) for link in found):
            yield Line(f"“{phrase}”: {reason}", 2)
    if not phrases:
        yield Line("none", 1)


def _firing(firing: Firing, article: str) -> Iterator[Line]:
    wording = in_short(firing.wording, firing.trigger)
    yield Line(f"wording: {firing.predicate}: {wording}, at “{firing.trigger}”", 2)
    for side, links in (("subject", firing.subjects), ("object", firing.objects)):
        for link in links:
            same = link.actor == link.text
            yield Line(f"{side}: “{link.text}”, " + (link.reason if same else f"{link.actor}: {link.reason}"), 3)
    yield Line(f"{firing.status}, for {', '.join(firing.cues) or 'nothing speaks against it'}", 3)
    cue = f"“{firing.date_cue}”" if firing.date_cue in article else firing.date_cue
    if firing.date:
        yield Line(f"date: {firing.date} ({firing.precision}), for {cue}", 3)
    else:
        yield Line(f"no date: {cue} leaves it open" if firing.date_cue else "no date", 3)
    if firing.claimant:
        yield Line(f"says {firing.claimant}", 3)


def _miss(miss: Miss) -> Line:
    return Line(f"{miss.predicate}: {in_short(miss.wording, miss.trigger)}, at “{miss.trigger}”: {miss.why}", 1)
