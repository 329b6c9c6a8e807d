"""Explains a reading: whom each phrase stands for and why, which wordings fired, nearly fired, or why none did."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.extractor import Analysis, Extractor, Found
from kg.extract.frames import lemma_of, match_verb
from kg.extract.masking import Reading
from kg.extract.patterns import compile_patterns
from kg.extract.syntax import is_verbal
from kg.model import Article, Event, Precision, Status

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})
_MOST_WORDS = 8
_MOST_ALTERNATIVES = 3
_LONGEST_PHRASE = 4


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase of the text and the actor that it stands for; `start` and `end` are offsets in the source text."""

    text: str
    start: int
    end: int
    actor: str
    kind: str
    represents: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Firing:
    """A wording that fired; `event` is the place of its event in the list, None where it made none of its own."""

    predicate: str
    wording: str
    trigger: str
    start: int
    end: int
    subjects: tuple[Link, ...]
    objects: tuple[Link, ...]
    status: Status
    cues: tuple[str, ...]
    date: str | None
    precision: Precision
    date_cue: str
    claimant: str | None
    event: int | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A wording that nearly fired, and what stopped it."""

    predicate: str
    wording: str
    trigger: str
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a text reads as it does; `silence` is one sentence where it tells no event, else None."""

    text: str
    published: str | None
    actors: tuple[Link, ...]
    events: tuple[Event, ...]
    fired: tuple[Firing, ...]
    misses: tuple[Miss, ...]
    silence: str | None


def explain(extractor: Extractor, article: Article) -> Explanation:
    """Read an article and give the reason for all that was found and for what was not."""
    analysis = extractor.analyse(article)
    events = extractor.result(analysis).events
    actors = tuple(_links(analysis))
    fired = tuple(_firing(found, analysis, events) for found in analysis.found)
    misses = tuple(_misses(analysis))
    silence = None if events else _silence(extractor, analysis, actors, fired, misses)
    return Explanation(article.text, article.published, actors, events, fired, misses, silence)


def in_short(wording: str, trigger: str) -> str:
    """Give a wording with its long lists of alternatives cut down to those that begin like the trigger.

    >>> in_short("S criticize|criticise|condemn|denounce|deplore O", "condemned")
    'S condemn|… O'
    >>> in_short("S impose sanction|embargo|tariff|levy|duty on|against O", "imposed")
    'S impose sanction|embargo|… on|against O'
    """
    return " ".join(_shorter(word.split("|"), trigger.casefold()[:3]) for word in wording.split())


def _shorter(alternatives: list[str], beginning: str) -> str:
    if len(alternatives) <= _MOST_ALTERNATIVES:
        return "|".join(alternatives)
    fitting = [word for word in alternatives if word.strip("()").startswith(beginning)]
    return "|".join([*(fitting or alternatives)[:2], "…"])


def _links(analysis: Analysis) -> Iterator[Link]:
    """Give the actors of each mention in text order, and of phrases without a name: "they", "the two leaders"."""
    reading = analysis.reading
    for token in reading.doc:
        span = reading.spans[token.i]
        if span is not None and span.actors():
            yield from (_link(Reference(entity, span.reason, token.i), reading) for entity in span.actors())
        elif (span is None or span.sort != "date") and token.dep_ in _ARGUMENTS:
            references = analysis.resolver.one(token, frozenset({token.i}))
            yield from (
                _link(r, reading, token) for r in references if span is not None or reading.spans[r.token] is None
            )


def _link(reference: Reference, reading: Reading, token: Token | None = None) -> Link:
    head = token if token is not None else reading.doc[reference.token]
    span = reading.spans[head.i]
    first = head.left_edge.i if span is None and head.i - head.left_edge.i <= _LONGEST_PHRASE else head.i
    start, end = reading.starts[first], reading.ends[head.i]
    listed = span is not None and reference.entity in span.members[1:]
    reason = "named in a list" if listed else reference.reason
    actor = reference.entity.actor()
    return Link(reading.text[start:end], start, end, actor.name, actor.kind, actor.represents, reason)


def _firing(found: Found, analysis: Analysis, events: Sequence[Event]) -> Firing:
    frame, reading = found.frame, analysis.reading
    start, end = reading.starts[frame.trigger], reading.ends[frame.trigger]
    told = [n for n, e in enumerate(events) if any(m.trigger_start == start for m in e.mentions)]
    same = [n for n in told if events[n].predicate == frame.predicate]
    return Firing(
        frame.predicate,
        frame.pattern.wording.pattern,
        reading.source(frame.trigger),
        start,
        end,
        tuple(_link(r, reading) for r in frame.subjects),
        tuple(_link(r, reading) for r in frame.objects),
        found.verdict.status,
        tuple(found.verdict.cues),
        found.when.date,
        found.when.precision,
        found.when.cue,
        found.claimant.name if found.claimant is not None else None,
        next(iter(same or told), None),
    )


def _misses(analysis: Analysis) -> Iterator[Miss]:
    """Give each near miss once, without those whose trigger fired in another wording of the same predicate."""
    reading = analysis.reading
    fired = {(f.frame.trigger, f.frame.pattern.predicate) for f in analysis.found}
    seen = set()
    for miss in analysis.misses:
        key = (miss.trigger, miss.pattern.predicate)
        if key in fired or (*key, miss.why) in seen:
            continue
        seen.add((*key, miss.why))
        yield Miss(
            miss.pattern.predicate,
            miss.pattern.wording.pattern,
            reading.source(miss.trigger),
            reading.starts[miss.trigger],
            reading.ends[miss.trigger],
            miss.why,
        )


def _silence(
    extractor: Extractor,
    analysis: Analysis,
    actors: Sequence[Link],
    fired: Sequence[Firing],
    misses: Sequence[Miss],
) -> str:
    """Say in one sentence why the text tells no event."""
    names = list(dict.fromkeys(link.actor for link in actors))
    if not names:
        return "No actor was found: a name that the gazetteer lacks must look like one (Ada Byron, President Byron)."
    if fired:
        first = fired[0]
        wording = in_short(first.wording, first.trigger)
        return f"The wording “{wording}” fired at “{first.trigger}”, but both of its sides are the same actor."
    if len(names) == 1:
        return f"Only one actor was found, {names[0]}, and an event needs two."
    if misses:
        near = misses[0]
        wording = in_short(near.wording, near.trigger)
        return f"The wording “{wording}” ({near.predicate}) fits “{near.trigger}”, but there is {near.why}."
    idle = _idle(extractor, analysis)
    if idle is not None:
        trigger, wording = idle[0], in_short(idle[1], idle[0])
        return f"“{trigger}” stands in the wording “{wording}”, which the lexicon lists as telling no event."
    verbs, nouns = _looked_at(analysis)
    words = " and ".join(
        f"the {kind} {', '.join(found)}" for kind, found in (("verbs", verbs), ("nouns", nouns)) if found
    )
    if not words:
        return f"Actors were found ({_some(names)}), but no verb or noun that could tell what they do."
    return (
        f"Actors were found ({_some(names)}), but no wording of the lexicon fits {words}; "
        "a line in a Turtle file adds one."
    )


def _idle(extractor: Extractor, analysis: Analysis) -> tuple[str, str] | None:
    """Give the trigger and the pattern of the first idle wording that fits a verb."""
    idle = compile_patterns(extractor.lexicon.idle).verbs
    for token in analysis.reading.doc:
        for pattern in idle.get(lemma_of(token), ()) if is_verbal(token) else ():
            if match_verb(token, pattern) is not None:
                return analysis.reading.source(token.i), pattern.wording.pattern
    return None


def _looked_at(analysis: Analysis) -> tuple[list[str], list[str]]:
    """Give the lemmas of the verbs and of the nouns that are no mention, each once, in text order."""
    free = [t for t in analysis.reading.doc if analysis.reading.spans[t.i] is None]
    verbs = dict.fromkeys(lemma_of(t) for t in free if t.pos_ == "VERB")
    nouns = dict.fromkeys(lemma_of(t) for t in free if t.pos_ == "NOUN")
    return list(verbs)[:_MOST_WORDS], list(nouns)[:_MOST_WORDS]


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    more = f" and {len(listed) - _MOST_WORDS} more" if len(listed) > _MOST_WORDS else ""
    return ", ".join(listed[:_MOST_WORDS]) + more
