"""Reads one article into its events: the chain of components, one job each, in the order of the text."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Token

from kg.extract.analysis import Analysis, Found
from kg.extract.authors import author_of
from kg.extract.capitals import with_plain_names, with_plain_openings
from kg.extract.charges import charges, displeasures, resentments
from kg.extract.coreference import Resolver, Speaker, bare_office
from kg.extract.date_mentions import with_dates
from kg.extract.entities import Entities, Entity, PeopleIndex
from kg.extract.forms import FormIndex, at_hyphens
from kg.extract.frames import Frame, FrameFinder
from kg.extract.hollow import with_substance
from kg.extract.judgements import Judgements
from kg.extract.lemmas import mend_lemmas
from kg.extract.lexis import Lexis, carry, carry_nouns
from kg.extract.masking import Reading, mask
from kg.extract.mending import mend_parse
from kg.extract.mentions import MentionFinder, Span
from kg.extract.patterns import Patterns, compile_patterns
from kg.extract.pipeline import MODEL, Reader, load_pipeline
from kg.extract.presents import restore_presents
from kg.extract.quotes import QuoteSpan, find_quotes
from kg.extract.recognition import note_people
from kg.extract.records import extraction_of
from kg.extract.reported import DEMANDED, reported
from kg.extract.sentences import sentence_starts
from kg.extract.setting import (
    at_home,
    dateline_state,
    home_of,
    is_office,
    is_outlet,
    issuer_of,
    office_of,
    own_officials,
    own_state,
    own_tellers,
    publisher_of,
    topics_of,
    without_dateline,
)
from kg.extract.speakers import attribute
from kg.extract.spelling import with_plain_dashes, with_plain_spelling
from kg.extract.stances import stances
from kg.extract.status import Factuality, Verdict
from kg.extract.stops import Stops
from kg.extract.subjects import grammatical_subject
from kg.extract.timing import Calendar
from kg.extract.titles import Titles, make_titles
from kg.extract.told_days import When, year_of
from kg.extract.turns import unshouted
from kg.extract.voiced import ADVISED, HARM, VOICED, voiced_demands, voiced_wrongs
from kg.extract.wrongs import ACCUSED, CRITICIZED
from kg.model import Article, Extraction, Quote
from kg.ontology import Lexicon, load_gazetteer, load_lexicon
from kg.ontology.vocabulary import load_vocabulary

__all__ = ["MODEL", "Analysis", "Extractor", "Found", "load_pipeline"]

_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no tokenizer can write; each is read as one unknown character."""


def _nouns_of_names(reading: Reading) -> dict[int, str]:
    """Give the noun that each name goes with, by token: "envoy" for "its envoy, Bernardo Álvarez", and for peoples."""
    spans = [(i, s) for i, s in enumerate(reading.spans) if s is not None]
    offices = {i: noun[-1] for i, s in spans if s.sort == "person" and (noun := bare_office(s.role).split())}
    return offices | {i: "national" for i, s in spans if s.sort == "people"}


def _words_of(nlp: Language, text: str) -> list[str]:
    return [w for token in nlp.tokenizer(text) for w in at_hyphens(token.text)]


@functools.cache
def _loaded(model: str) -> Language:
    return load_pipeline(model)


def words_of_form(nlp: Language, form: str) -> list[str]:
    """Split a form as the tokenizer of the shipped model does, which leaves words of plain letters whole.

    Most forms are of such words, and asking the tokenizer about each would take a second at every start.
    """
    rules: Mapping[str, object] = nlp.tokenizer.rules  # type: ignore[union-attr]
    words = form.split(" ")
    plain = all(word.isascii() and word.isalpha() and word not in rules for word in words)
    return words if plain else _words_of(nlp, form)


@functools.cache
def _shipped_forms(model: str) -> FormIndex:
    """Give the forms of the shipped actors in the words of a pipeline: nothing changes them once they are read."""
    split = words_of_form if model == MODEL else _words_of
    return FormIndex(load_gazetteer().forms.items(), functools.partial(split, _loaded(model)))


@functools.cache
def _shipped_reading() -> tuple[Titles, Patterns, Lexis, PeopleIndex]:
    """Give the titles, wordings and words of the shipped lexicon, and the shipped people by their names."""
    return *_reading_of(load_lexicon()), PeopleIndex(load_gazetteer())


def _reading_of(lexicon: Lexicon) -> tuple[Titles, Patterns, Lexis]:
    patterns = compile_patterns((*lexicon.idle, *lexicon.wordings))
    return make_titles(lexicon), patterns, Lexis.of(lexicon)


class Extractor:
    """Extracts events; holds the model, the gazetteer and the compiled lexicon.

    A model given by its name is loaded once in a process: all extractors of that name share it. All share the shipped
    actors and wordings.
    """

    def __init__(
        self,
        model: str | Language = MODEL,
        *,
        lexicon: Sequence[Path] = (),
        actors: Sequence[Path] = (),
    ) -> None:
        self.nlp = _loaded(model) if isinstance(model, str) else model
        self.read = Reader(self.nlp)
        words = load_lexicon(tuple(lexicon))
        self.gazetteer = load_gazetteer(tuple(actors))
        self.lexicon = words
        self.vocabulary = load_vocabulary()
        titles, patterns, self._lexis, people = _shipped_reading()
        if lexicon:
            titles, patterns, self._lexis = _reading_of(words)
        self._titles = titles
        self._people = PeopleIndex(self.gazetteer) if actors else people
        shared = isinstance(model, str) and not actors
        forms = _shipped_forms(model) if shared else FormIndex(self.gazetteer.forms.items(), self._words)
        self._forms = forms
        self._mentions = MentionFinder(forms, self._titles)
        self._frames = FrameFinder(patterns, words)
        self._verbs = frozenset(patterns.verbs) | words.words["lemma"] | words.words["goods"]
        self._factuality = Factuality(words.words)
        self._judgements = Judgements(words.words)
        self._stops = Stops.of(words.words)
        self._parents = {name: p.parent for name, p in self.vocabulary.predicates.items()}

    def _tokens(self, text: str) -> tuple[list[int], list[str]]:
        """Give where each word of a text begins, and the words."""
        offsets: list[int] = []
        words: list[str] = []
        for token in self.nlp.make_doc(text):
            at = token.idx
            for word in () if token.is_space else at_hyphens(token.text):
                offsets.append(at)
                words.append(word)
                at += len(word)
        return offsets, words

    def _words(self, text: str) -> list[str]:
        return _words_of(self.nlp, text)

    def prepare(self, article: Article) -> tuple[Reading, Entities]:
        """Find the mentions of an article and build its masked doc, not yet parsed."""
        text = _SURROGATES.sub("\ufffd", without_dateline(article.readable))
        offsets, written = self._tokens(text)
        words = with_plain_names(unshouted(text, written, offsets), self._titles, self.gazetteer.forms)
        words = with_plain_spelling(with_plain_dashes(text, words, offsets), self._verbs)
        starts = frozenset(sentence_starts(text, self._stops))
        breaks = frozenset(
            i for i, at in enumerate(offsets) if i == 0 or "\n" in text[offsets[i - 1] + len(words[i - 1]) : at]
        )
        words = with_plain_openings(words, breaks, self.gazetteer.forms, self.nlp.vocab)
        entities = Entities(self.gazetteer, self._people, self.lexicon.words, article.published)
        spans = self._mentions.find(words, entities, breaks)
        spans = with_dates(text, words, offsets, spans, starts)
        return mask(self.nlp.vocab, text, words, offsets, spans, starts, self._lexis), entities

    def analyse(self, article: Article) -> Analysis:
        """Read one article and keep all intermediate results."""
        reading, entities = self.prepare(article)
        [reading.doc] = self.read([reading.doc])
        return self.interpret(article, reading, entities)

    def interpret(self, article: Article, reading: Reading, entities: Entities) -> Analysis:
        """Resolve, match and judge a parsed reading."""
        carry(reading.doc, self._lexis)
        carry_nouns(reading.doc, _nouns_of_names(reading))
        if self.read.recogniser is not None:
            note_people(reading, self.read.recogniser)
        mend_lemmas(reading.doc, self._verbs)
        restore_presents(reading.doc, reading.presents)
        mend_parse(reading.doc)
        resolver = Resolver(reading, entities, self._titles, article.published)
        resolver.dateline = dateline_state(article, entities)
        if resolver.dateline is not None:
            at_home(reading, resolver.dateline)
        resolver.topics = topics_of(reading)
        if article.publisher:
            words = self._words(article.publisher)
            if not is_outlet(words, resolver.words["outlet"]):
                resolver.publisher = publisher_of(words, entities, self._forms) or issuer_of(
                    words, article, reading, entities, resolver.words["issuer"]
                )
            resolver.publisher_words = frozenset(word.casefold() for word in words)
            resolver.publisher_office = office_of(words, resolver.words)
            if resolver.publisher is not None and is_office(words, resolver.words["issuer"]):
                own_officials(reading, resolver.publisher, entities, resolver.topics)
                resolver.official = True
        own_tellers(reading)
        resolver.publisher = resolver.publisher or own_state(reading, article.published)
        spoken = find_quotes(reading.text, self._stops)
        resolver.speakers = [_speech(reading, span, None) for span in spoken]
        resolver.note_mentions()
        resolver.home = home_of(resolver)
        resolver.author = author_of(article, reading, resolver, lambda line: self._named_in(line, entities))
        quotes = _quotes(article, reading, resolver, spoken)
        resolver.note_mentions()
        frames, misses = self._frames.find(reading.doc, resolver)
        calendar = Calendar(reading, article.published)
        told = chain(
            frames,
            self._judgements.named(resolver),
            reported(resolver),
            charges(resolver),
            resentments(resolver),
            displeasures(resolver),
            voiced_demands(resolver),
            stances(resolver),
            self._judgements.voiced(resolver),
            voiced_wrongs(resolver),
        )
        found = [self._judge(frame, reading, resolver, calendar) for frame in told]
        for frame in self._judgements.find(resolver):
            when = calendar.said_on(reading.doc[frame.trigger])
            found.append(Found(frame, Verdict("actual", ["quoted"]), when, None))
        found = with_substance(_blamed_once(found, reading.sentence_of), reading)
        return Analysis(article, reading, entities, resolver, found, misses, calendar, quotes)

    def _named_in(self, line: str, entities: Entities) -> list[Span]:
        """Give the mentions of a line beside the text, such as its title."""
        return self._mentions.find(self._words(line), entities)

    def _judge(self, frame: Frame, reading: Reading, resolver: Resolver, calendar: Calendar) -> Found:
        trigger, verb = reading.doc[frame.trigger], reading.doc[frame.verb]
        verdict = self._factuality.judge(trigger, verb, frame.predicate)
        own = resolver.publisher is not None and any(
            resolver.publisher in (r.entity, r.entity.state()) for r in frame.subjects
        )
        reacts = frame.predicate in resolver.predicates["answer"]
        deed = reading.doc[frame.literal] if frame.literal is not None and not reacts else None
        day = frame.day or (year_of(deed) if deed is not None else None)
        when = calendar.date_of(trigger, verb, verdict, reacts=reacts, own=own, day=day)
        if verdict.status == "planned" and calendar.is_gone(when):
            when = When(None, "unknown", "")
        if verdict.status == "actual" and calendar.is_to_come(trigger, verb, frame.predicate, when):
            verdict.say("planned", when.cue)
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

    def extract(self, article: Article) -> Extraction:
        """Read one article into its extraction."""
        return self.result(self.analyse(article))

    def pipe(self, articles: Iterable[Article], *, batch: int = 32) -> Iterator[Extraction]:
        """Read many articles, in order, in batches."""
        stream = iter(articles)
        while some := list(itertools.islice(stream, batch)):
            prepared = [self.prepare(a) for a in some]
            docs = self.read([reading.doc for reading, _ in prepared])
            for article, (reading, entities), doc in zip(some, prepared, docs, strict=True):
                reading.doc = doc
                yield self.result(self.interpret(article, reading, entities))

    def result(self, analysis: Analysis) -> Extraction:
        """Turn an analysis into records."""
        return extraction_of(analysis, self._parents)


def _speech(reading: Reading, span: QuoteSpan, speaker: Entity | None) -> Speaker:
    """Give the tokens that a quotation spans, with who speaks."""
    firsts = reading.starts
    return Speaker(bisect.bisect_left(firsts, span.start), bisect.bisect_left(firsts, span.end), speaker)


def _quotes(article: Article, reading: Reading, resolver: Resolver, spans: Sequence[QuoteSpan]) -> list[Quote]:
    """Find who speaks in each quotation, and tell the resolver."""
    quotes: list[Quote] = []
    speakers: list[Speaker] = []
    if not spans:
        return quotes
    doc = reading.doc
    actor = [s is not None and s.sort != "date" for s in reading.spans]
    for found in attribute(spans, reading, lambda k: actor[k] or doc[k].pos_ == "PRON"):
        references = resolver.actors(doc[found.speaker]) if found.speaker is not None else []
        entity = references[0].entity if references else None
        official = entity is not None and entity.kind == "person" and entity.state() is None
        if entity is not None and official and found.quote.kind == "turn" and resolver.publisher is not None:
            entity.represents = resolver.publisher  # who briefs in a state's own office speaks for it
        speakers.append(_speech(reading, found.quote, entity))
        if entity is not None:
            start, end = found.quote.start, found.quote.end
            quotes.append(Quote(entity.actor(), article.text[start:end], start, end))
    resolver.speakers = speakers
    return quotes


def _blamed_once(found: Sequence[Found], sentence_of: Sequence[int]) -> list[Found]:
    """Leave out blame that only the content of a statement tells, where the speaker is told to blame the same anyway.

    A judgement goes without saying wherever he blames them; a deed that he accuses them of, only in that sentence.
    """
    out: list[Found] = []
    blamed: dict[tuple[Entity, Entity], set[int]] = {}
    asked: set[tuple[Entity, Entity]] = set()
    for f in found:
        pairs = [(s.entity, o.entity) for s in f.frame.subjects for o in f.frame.objects]
        at = sentence_of[f.frame.trigger]
        if f.frame.pattern in (CRITICIZED, HARM, VOICED) and all(p in blamed for p in pairs):
            continue
        if f.frame.pattern in (ADVISED, DEMANDED) and all(p in asked for p in pairs):
            continue
        if f.frame.predicate in ("urged", "demanded_of") and f.verdict.status == "actual":
            asked.update(pairs)
        if f.frame.pattern is ACCUSED and all(at in blamed.get(p, ()) for p in pairs):
            continue
        if f.frame.predicate in (ACCUSED.predicate, CRITICIZED.predicate) and f.verdict.status != "negated":
            for p in pairs:
                blamed.setdefault(p, set()).add(at)
        out.append(f)
    return out
