"""Frames of journeys told by their nouns: a tour that takes somebody to places, its stops, "his Moscow visit"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.nearest import clause_after
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.grammar import RELATIVE
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.subjects import doer, grammatical_subject, undergoer
from kg.extract.syntax import antecedent, child, conjuncts, is_passive, is_verbal, phrase_of, prepositions, verb_above

_JOURNEY = unworded("visited", "where a journey goes")
_TO = frozenset({"to", "in", "at", "through", "into", "including"})
_ALONG = frozenset(
    {"on", "during", "in", "after", "before", "as", "upon", "following", "for", "at", "of", "from", "to"}
)
"""Prepositions by which a journey is told beside what its traveller does, or another journey is part of it."""
_KNOWN = frozenset({"the", "this", "that", "these", "those", "each", "another"})
_DEEPEST = 5
"""Steps from a stop up to who makes it: "the first stop on a tour of which a visit is part"."""
_LOOK_BACK = 2
"""Sentences back to who was told to be on a journey."""


def journeys(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
    """Give the visits that the noun of a journey tells by its verb, its stops or the place before it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mr Rao's tour has taken him to Peru. The next stop will be Chile. Rao's Cuban trip was put off."
    >>> [(e.objects[0].name, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'actual'), ('Chile', 'planned'), ('Cuba', 'negated')]
    """
    words = resolver.words
    known = words["journey"] | words["stopOver"]
    out: list[Frame] = []
    told = {(s.entity, o.entity) for f in frames if f.predicate == "visited" for s in f.subjects for o in f.objects}
    for token in occurrences(doc, known):
        if token.pos_ not in ("NOUN", "PROPN") or _names_somebody(token, resolver):
            continue
        trip = _Journey(token, resolver, [*frames, *out])
        for frame in trip.frames():
            fresh = [o for o in frame.objects if not all((s.entity, o.entity) in told for s in frame.subjects)]
            told |= {(s.entity, o.entity) for s in frame.subjects for o in fresh}
            if fresh:
                frame.objects = fresh
                out.append(frame)
    return out


def travellers(noun: Token, resolver: Resolver, frames: list[Frame]) -> list[Reference]:
    """Give who makes the journey that a noun tells: whose it is, by whom it is, or who does what it goes along with."""
    return _Journey(noun, resolver, frames).travellers(noun, _DEEPEST)


def _names_somebody(token: Token, resolver: Resolver) -> bool:
    """Whether the word is part of a name or body: "the UN mission in Mali", but not "his main mission in Mali"."""
    span = resolver.reading.spans[token.i]
    return span is not None and not (span.sort == "organ" and span.entity is None)


def _governing(verb: Token) -> Token:
    """Give the verb whose time a journey shares: "will go on a trip that includes a visit" is all to come."""
    if verb.dep_ != "relcl" or verb.tag_ not in ("VBZ", "VBP") or child(verb, "aux") is not None:
        return verb
    above = verb_above(verb.head)
    return above if is_verbal(above) else verb


class _Journey:
    """One noun of a journey or of a stop on it."""

    def __init__(self, noun: Token, resolver: Resolver, frames: list[Frame]) -> None:
        self._noun = noun
        self._resolver = resolver
        self._frames = frames
        self._words = words_of(noun)

    def frames(self) -> list[Frame]:
        """Give the visits that the noun tells, by the verb that it is the subject of, by its place and behind it."""
        noun = self._noun
        out: list[Frame] = []
        for verb in self._verbs():
            out.extend(self._visit(verb, verb, self._led_to(verb)))
        made = noun.head if noun.dep_ == "dobj" else noun
        opening = (
            c for c in made.children if c.dep_ in ("xcomp", "advcl", "prep") and c.tag_ == "VBG" and c.i > noun.i
        )
        for verb in opening:  # "started his tour beginning with Peru", "a tour starting in Peru"
            out.extend(self._visit(verb, verb, self._led_to(verb)))
        home = lemma_of(noun) in self._words["homeward"]
        behind = [o for p, o in prepositions(noun) if p.lower_ in _TO and not home]
        tour = [o for p, o in prepositions(noun) if p.lower_ == "of" and lemma_of(noun) in self._words["tour"]]
        verb = noun.head if noun.dep_ in ("dobj", "nsubjpass") and is_verbal(noun.head) else noun
        out.extend(self._visit(noun, verb, [*behind, *tour, *self._before(), *self._is_a_stop()]))
        return out

    def _visit(self, trigger: Token, verb: Token, where: Iterable[Token]) -> list[Frame]:
        places = [r for o in where for r in self._resolver.actors(o) if r.entity.kind in ("state", "place")]
        guests = self.travellers(self._noun, _DEEPEST) or self._told_before() if places else []
        own = {r.entity.state() or r.entity for r in guests}
        places = [r for r in places if r.entity not in own]
        return [Frame(_JOURNEY, trigger.i, _governing(verb).i, guests, places)] if guests and places else []

    def _verbs(self) -> list[Token]:
        """Give the verbs that the journey is the subject of, also by "which" and "that"."""
        noun = self._noun
        verbs = [noun.head] if noun.dep_ in ("nsubj", "conj") and is_verbal(noun.head) else []
        verbs += [c for c in noun.children if c.dep_ in ("relcl", "acl") and is_verbal(c)]
        far = (c for p, o in prepositions(noun) for c in o.children if c.dep_ == "relcl")
        verbs += [
            c for c in far if lemma_of(c) in self._words["takingAlong"]
        ]  # "a visit to Africa, which took him to Mali"
        return [v for verb in verbs for v in (verb, *(c for c in verb.children if c.dep_ == "conj" and is_verbal(c)))]

    def _led_to(self, verb: Token) -> list[Token]:
        """Give where a journey goes by its verb: "took him to X", "includes X", "begins in X", "will be in X"."""
        words, lemma = self._words, lemma_of(verb)
        pairs = list(prepositions(verb))
        if phrase_of(verb) in words["spanning"] or lemma in words["spanning"]:
            things = [c for c in verb.children if c.dep_ in ("dobj", "pobj")]
            things += [o for p, o in pairs if p.lower_ == "in" and not things]
            return [t for t in things if lemma_of(t) not in words["journey"] | words["stopOver"]]
        if lemma in words["takingAlong"]:
            return [o for p, o in pairs if p.lower_ in _TO or p.lower_ == "across"]
        if lemma in words["bounding"] or (lemma == "be" and lemma_of(self._noun) in words["stopOver"]):
            named = [c for c in verb.children if c.dep_ == "attr" and c.i > verb.i] if lemma == "be" else []
            return named + [o for p, o in pairs if p.lower_ in ("in", "at", "with")]
        return []

    def _before(self) -> list[Token]:
        """Give the place that stands before the noun: "Rao's Washington visit", "his Soviet trip"."""
        return [c for c in self._noun.children if c.dep_ in ("amod", "compound", "nmod") and self._is_place(c)]

    def _is_place(self, token: Token) -> bool:
        span = self._resolver.reading.spans[token.i]
        return span is not None and span.entity is not None and span.entity.kind in ("state", "place")

    def _is_a_stop(self) -> list[Token]:
        """Give the place that is said to be a stop: "Peru is the last leg of his tour"."""
        noun = self._noun
        stop = noun.dep_ == "attr" and lemma_of(noun) in self._words["stopOver"]
        subject = child(noun.head, "nsubj") if stop else None
        return [subject] if subject is not None and self._is_place(subject) else []

    def travellers(self, noun: Token, steps: int) -> list[Reference]:
        """Give who makes a journey: whose it is, by whom it is, whom it takes, or who does what it goes along with."""
        if steps == 0:
            return []
        owners = [r for r in self._resolver.owners(noun, frozenset({noun.i})) if r.entity.kind == "person"]
        found = owners or self._by(noun) or self._borne(noun)
        return found or self._part_of(noun, steps) or self._above(noun, steps) or self._named_behind(noun)

    def _named_behind(self, noun: Token) -> list[Reference]:
        """Give whom "his" goes before: "On Tuesday, the first day of his visit to Peru, Rao met the king"."""
        whose = child(noun, "poss")
        subject = (
            grammatical_subject(verb_above(noun)) if whose is not None and whose.lower_ in ("his", "her") else None
        )
        return self._people(subject) if subject is not None and subject.i > noun.i else []

    def _part_of(self, noun: Token, steps: int) -> list[Reference]:
        """Give who makes the journey that a stop is on: "the second stop on his tour"."""
        if lemma_of(noun) not in self._words["stopOver"]:
            return []
        hosts = [noun, noun.head] if noun.dep_ == "attr" else [noun]
        whole = [o for h in hosts for _, o in prepositions(h) if lemma_of(o) in self._words["journey"]]
        return self.travellers(whole[0], steps - 1) if whole else []

    def _people(self, token: Token | None) -> list[Reference]:
        """Give the people that a phrase stands for; a delegation stands for its state."""
        if token is None:
            return []
        found = self._resolver.actors(token)
        if lemma_of(token) in self._words["deputation"]:
            sent = [o for p, o in prepositions(token) if p.lower_ == "from"] if not found else []
            return [r for r in found or [x for o in sent for x in self._resolver.actors(o)] if r.entity.kind != "place"]
        return [r for r in found if r.entity.kind == "person" and not r.owned]

    def _by(self, noun: Token) -> list[Reference]:
        """Give by whom it is, though the parser hung it elsewhere: "the visit to Peru next week by Mr Rao"."""
        for t in clause_after(noun):
            if is_verbal(t) or (t.pos_ == "NOUN" and lemma_of(t) in self._words["journey"]):
                return []
            behind_place = t.lower_ == "of" and t.i > noun.i + 1 and self._is_place(t.nbor(-1))
            if t.lower_ == "by" or behind_place:  # "the visit to Peru of Mr Rao"
                return self._people(child(t, "pobj"))
        return []

    def _borne(self, noun: Token) -> list[Reference]:
        """Give whom a journey takes somewhere: "a tour that took Mr Rao to Peru"."""
        if noun.i != self._noun.i:
            return []
        taken = (child(v, "dobj") for v in self._verbs() if lemma_of(v) in self._words["takingAlong"])
        return next((people for t in taken if (people := self._people(t))), [])

    def _above(self, noun: Token, steps: int) -> list[Reference]:
        """Give who makes it by what it hangs on: "arrived on a tour", "a trip that includes a visit"."""
        words, head = self._words, noun.head
        along = head.lower_ in _ALONG or (head.lower_ == "with" and lemma_of(noun) in words["stopOver"])
        other = child(head.head, "dobj") if head.lower_ == "with" else None
        along = along or (
            other is not None and lemma_of(other) in words["journey"]
        )  # "combined it with a visit to Peru"
        if noun.dep_ == "pobj" and along:
            outer = head.head
            while outer.dep_ == "prep" and outer.head.i != outer.i:
                outer = outer.head
            if is_verbal(outer):
                guest = is_passive(outer) or lemma_of(outer) in words["playingHost"]
                who = undergoer(outer) if guest else doer(outer)  # "welcomed Rao at the start of a visit"
                return self._people(who) if head.lower_ not in ("of", "to", "for", "from") else []
            part = lemma_of(outer) in words["journey"] | words["stopOver"] | words["stage"] | words["agenda"]
            return self.travellers(outer, steps - 1) if part else []
        if noun.dep_ in ("appos", "conj") and not is_verbal(head):
            return self.travellers(head, steps - 1) if lemma_of(head) in words["journey"] else []
        if noun.dep_ in ("dobj", "attr") and is_verbal(head):
            subject = grammatical_subject(head)
            if subject is not None and subject.lower_ in RELATIVE:
                subject = antecedent(head) if head.dep_ == "relcl" else self._journey_before(subject)
            elif subject is None and head.dep_ == "relcl":
                subject = antecedent(head)
            if subject is None:
                return []
            if any(lemma_of(t) in words["journey"] | words["agenda"] for t in conjuncts(subject)):
                return self.travellers(subject, steps - 1)
            makes = lemma_of(head) in words["lightVerb"] | words["departing"] | words["beginning"]
            return self._people(subject) if makes else []
        return []

    def _journey_before(self, relative: Token) -> Token | None:
        """Give the journey that "which" takes up where the parser hung its clause elsewhere."""
        before = relative.doc[relative.sent.start : relative.i]
        return next((t for t in reversed(before) if lemma_of(t) in self._words["journey"]), None)

    def _told_before(self) -> list[Reference]:
        """Give who was just told to be on a journey: "the last stop was Peru", "the tour also takes in Chile"."""
        noun, here = self._noun, self._resolver.reading.sentence_of
        if any(c.dep_ == "det" and c.lower_ not in _KNOWN for c in noun.children):
            return []  # "a visit to Chad was discussed"
        for frame in reversed([f for f in self._frames if f.trigger < noun.i]):
            if here[noun.i] - here[frame.trigger] > _LOOK_BACK:
                continue
            people = [r.entity for r in frame.subjects if r.entity.kind == "person"]
            if frame.predicate == "visited" and people:
                return [Reference(e, "who was told to be on a journey", noun.i, weak=True) for e in people]
        return []
