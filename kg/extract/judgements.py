"""Reads blame and demands out of what someone is quoted as saying: "Sudan has shown total disregard," Lantos said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.charges import not_done, told_in
from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.entities import Entity
from kg.extract.frames import Frame, lemma_of
from kg.extract.frames.answers import doer_of_it
from kg.extract.frames.deeds import doer_just_told, doer_of_deed
from kg.extract.frames.implied import participle_doer
from kg.extract.grammar import FIRST
from kg.extract.lexis import words_of
from kg.extract.patterns import Pattern, unworded
from kg.extract.reported import blamed
from kg.extract.subjects import doer, grammatical_subject, undergoer
from kg.extract.syntax import child, is_passive, is_verbal, prepositions, verb_above
from kg.extract.wrongs import ACCUSED, CRITICIZED, owner_of

_UPON = frozenset({"against", "on", "upon", "into", "at"})
"""Prepositions between an act and the one who suffers it."""
_SHORTEST = 5
"""A quoted scrap of fewer words says too little of whom it judges."""


REJECTED = unworded("rejected", "an accusation that is called bad")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What somebody judges, and the words of the judgement."""

    target: Token
    words: list[Token]
    denied: bool = False
    """Whether the words say what the act is not: "cannot be justified"."""


class Judgements:
    """Finds who blames whom, or demands something of whom, in direct speech."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self._wrong = words["wrongdoing"]
        self._bad = words["disapproval"]
        self._discredit = words["discredit"]
        self._faulty = words["failing"] | words["ill"]
        self._naming = words["naming"]
        self._report = words["report"] - words["denial"]
        self._excuse = words["excuse"]

    def find(self, resolver: Resolver) -> Iterator[Frame]:
        """Give one frame for each sentence of a quotation that judges exactly one other party.

        Sentences that name several parties say too little of who is blamed.
        """
        reading = resolver.reading
        for speaker in resolver.speakers:
            if speaker.entity is None or speaker.end - speaker.start < _SHORTEST:
                continue
            for first, last in _sentences(reading.sentence_of, speaker.start, min(speaker.end, len(reading.doc))):
                tokens = [reading.doc[i] for i in range(first, last)]
                told = list(told_in(tokens, speaker.entity, resolver))
                frame = None if told else self._judge(resolver, speaker.entity, tokens)
                if frame is None and not told:
                    frame = self._judged_of(resolver, speaker.entity, tokens, speaker.end)
                if frame is None and not told:
                    frame = self._judged_before(resolver, speaker.entity, tokens)
                yield from told if frame is None else [frame]

    def named(self, resolver: Resolver) -> Iterator[Frame]:
        """Give one frame for each act or actor that someone calls bad: "called the move disproportionate"."""
        for verb in resolver.reading.doc:
            if verb.pos_ != "VERB" or resolver.reading.spans[verb.i] is not None or _considered_by(verb):
                continue
            named = self._name_given(verb) or self._said_of(verb)
            if named is not None and resolver.speaker_at(named.target.i) is not None:
                continue  # `find` judges what is quoted
            lemmas = self._told_bad(named) if named is not None else frozenset()
            subject = doer(verb) if lemmas else None
            if named is None or subject is None:
                continue
            subjects = resolver.actors(subject)
            author = _by_whom(named, subjects, resolver)
            if author:
                objects = author
            elif named.target.lower_ in ("it", "this", "that"):
                naming = lemma_of(verb) in self._naming and named.target.dep_ != "nsubj"
                naming = naming or named.target.lower_ in ("this", "that")  # "said this was unacceptable"
                naming = naming and not any(lemma_of(w) in resolver.words["span"] for w in named.words)  # "a sad day"
                objects = doer_of_it([named.target], verb, subjects, resolver) if naming and subjects else []
                objects = objects or (doer_just_told(named.target, subjects, resolver) if naming and subjects else [])
            else:
                objects = _others(named.target, subjects, verb, resolver)
            if not subjects or not objects:
                continue
            yield Frame(self._pattern(named.target, lemmas, resolver), verb.i, verb.i, subjects, objects)

    def _pattern(self, judged: Token, lemmas: frozenset[str], resolver: Resolver) -> Pattern:
        """Give what a judgement is: who calls a charge false or an offer a trick turns it down."""
        noun, words = lemma_of(judged), resolver.words
        charge = "accused" in resolver.acts.get(noun, ()) and noun not in words["anyAct"]
        if charge or (noun in words["takenUpBid"] and lemmas & words["notWanted"]):
            return REJECTED
        return ACCUSED if lemmas & self._wrong else CRITICIZED

    def voiced(self, resolver: Resolver) -> Iterator[Frame]:
        """Give one frame for each act that the text of a state's own office finds bad: "its decision is troubling"."""
        own = resolver.publisher
        for verb in resolver.reading.doc if own is not None else ():
            if verb.lemma_ != "be" or verb.dep_ not in ("ROOT", "conj") or resolver.speaker_at(verb.i) is not None:
                continue
            judged = self._said_in(verb)
            lemmas = self._told_bad(judged) if judged is not None else frozenset()
            if own is None or judged is None or not lemmas or judged.target.pos_ == "PRON":
                continue
            subjects = [Reference(own, "who published the text", verb.i, weak=True)]
            objects = [r for r in _others(judged.target, subjects, verb, resolver) if not r.weak]
            if objects:
                pattern = ACCUSED if lemmas & self._wrong else CRITICIZED
                yield Frame(pattern, verb.i, verb.i, subjects, objects)

    def _name_given(self, verb: Token) -> _Verdict | None:
        """Read "called the move illegal", "described the raid as piracy", "considers the ban unfair"."""
        if verb.lemma_ not in self._naming:
            return None
        small = next(
            (c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in ("NOUN", "ADJ") and c.i > verb.i), None
        )
        if small is not None:
            target = child(small, "nsubj")
            return _Verdict(target, [small]) if target is not None else None
        target = undergoer(verb)
        if target is None:
            return None
        words = [c for c in verb.children if c.dep_ in ("oprd", "attr", "acomp") and c.i > verb.i]
        words += [c for c in target.children if c.dep_ == "amod" and c.i > target.i]
        words += [c for c in target.children if c.dep_ == "appos" and c.nbor(-1).text != "," and child(c, "det")]
        clauses = [c for c in target.children if c.dep_ in ("acl", "relcl")]  # "the decision to close it as a mistake"
        hosts = (verb, target, *clauses)
        words += [
            o for host in hosts for p in host.children if p.lower_ == "as" for o in p.children if o.pos_ != "VERB"
        ]
        things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        if not is_passive(verb) and len(things) > 1 and not words:  # read as two objects
            target, words = things[0], things[-1:]
        if target.left_edge.i and target.left_edge.nbor(-1).lower_ == "as":  # "as groundless the claim"
            words += [c for c in target.children if c.dep_ == "amod"][:1]
        words += [c for c in target.children if c.dep_ == "amod" and c.i and c.nbor(-1).lower_ == "as"]
        return _Verdict(target, words)

    def _said_of(self, verb: Token) -> _Verdict | None:
        """Read "said Britain had been wrong", "said the crew was held illegally", "the raid, he said, was illegal"."""
        if verb.lemma_ not in self._report:
            return None
        if verb.dep_ == "parataxis" and is_verbal(verb.head):
            clause = verb.head
        else:
            clause = next((c for c in verb.children if c.dep_ == "ccomp" and is_verbal(c)), verb)
        return self._said_in(clause) if clause.i != verb.i else None

    def _said_in(self, clause: Token) -> _Verdict | None:
        """Read "Britain had been wrong", "its decision is very troubling", "there is no excuse for the raid"."""
        none = next((c for c in clause.children if c.dep_ in ("attr", "dobj") and lemma_of(c) in self._excuse), None)
        if none is not None and any(c.lower_ == "no" for c in none.children):
            return next((_Verdict(o, [none]) for p, o in prepositions(none) if p.lower_ == "for"), None)
        refused = self._indefensible(clause)
        if refused is not None:
            return refused
        target = grammatical_subject(clause) if not is_passive(clause) else None
        if target is None or any(_unreal(c) for c in clause.children):
            return None
        done = ("dobj",) if clause.lemma_ in words_of(clause)["doing"] else ()
        words = [c for c in clause.children if c.dep_ in ("attr", "acomp", "advmod", "oprd", *done) and c.i > clause.i]
        return _Verdict(target, words)

    def _indefensible(self, clause: Token) -> _Verdict | None:
        """Read "the raid cannot be justified", "is in no way acceptable"."""
        words = [clause] if is_passive(clause) else [c for c in clause.children if c.dep_ in ("attr", "acomp", "oprd")]
        good = words_of(clause)["defensible"]
        word = next((w for w in words if {lemma_of(w), w.lower_} & good), None)
        denied = any(c.dep_ == "neg" for c in clause.children)
        denied = denied or any(
            p.lower_ in ("in", "under") and any(c.lower_ == "no" for c in o.children) for p, o in prepositions(clause)
        )
        target = grammatical_subject(clause)
        if word is None or not denied or target is None or any(m.lower_ in ("if", "would") for m in clause.children):
            return None
        return _Verdict(target, [word], denied=True)

    def _told_bad(self, verdict: _Verdict) -> frozenset[str]:
        """Give the lemmas among the words, and among those that modify them, that disapprove or tell of wrong."""
        words = verdict.words
        if verdict.denied:
            return frozenset({"no"})
        if any(_unreal(c) for w in words for c in w.children):
            return frozenset()
        if any(lemma_of(w) in self._excuse and any(c.lower_ == "no" for c in w.children) for w in words):
            return frozenset({"no"})
        words = [*words, *(o for w in words if lemma_of(w) in words_of(w)["campaign"] for o in _what_of(w))]
        beside = [c for w in words for c in w.children if c.dep_ in ("amod", "conj", "compound")]
        lemmas = {form for w in (*words, *beside) for form in _adjectives(lemma_of(w))}
        lemmas |= {"aggression"} if _is_warlike(words) else set()
        return frozenset(lemmas & (self._bad | self._wrong | self._discredit | self._faulty))

    def _suffers(self, party: Token) -> bool:
        """Whether the wrong is done to the party: "invaded Ecuador", "the aggression against Ecuador"."""
        thing = party.head if party.dep_ == "poss" else party
        if thing.dep_ in ("dobj", "nsubjpass"):
            return lemma_of(thing.head) in self._wrong
        rule = party.head if party.dep_ in ("poss", "compound", "amod", "nmod") else party
        if rule.dep_ == "pobj" and rule.head.lower_ == "of" and lemma_of(rule.head.head) in ("violation", "breach"):
            return True  # "a violation of UN resolutions"
        if thing.dep_ == "pobj" and thing.head.lower_ in _UPON:
            return lemma_of(thing.head.head) in self._wrong or lemma_of(thing.head.head) in words_of(thing)["attack"]
        return thing.dep_ == "pobj" and thing.head.lower_ == "between"

    def _judge(self, resolver: Resolver, speaker: Entity, tokens: list[Token]) -> Frame | None:
        others: dict[Entity, Token] = {}
        suffers = False
        for token in tokens:
            span = resolver.reading.spans[token.i]
            if span is None or span.sort == "date" or (span.place is not None and token.dep_ == "pobj"):
                continue
            for entity in span.actors():
                if entity is speaker or entity is speaker.state() or entity.state() is speaker:
                    continue
                if entity.kind in ("state", "group", "organisation") or (
                    entity.kind == "place" and token.dep_ == "nsubj"
                ):
                    others.setdefault(entity, token)
                    suffers = suffers or self._suffers(token)
        if len(others) != 1 or suffers:
            return None
        entity, place = next(iter(others.items()))
        said = [t for t in tokens if resolver.reading.spans[t.i] is None and not not_done(t) and not _of_others(t)]
        lemmas = {lemma_of(t) for t in said}
        blames = lemmas & self._wrong
        if not blames and not lemmas & self._bad:
            return None
        negated = sum(t.dep_ == "neg" for t in tokens)
        if negated and not lemmas & self._bad:
            return None
        trigger = next(t for t in said if lemma_of(t) in self._wrong | self._bad)
        pattern = ACCUSED if blames else CRITICIZED
        return Frame(
            pattern,
            trigger.i,
            trigger.i,
            [Reference(speaker, "who is quoted", trigger.i)],
            [Reference(entity, "whom the quotation judges", place.i)],
        )

    def _judged_of(self, resolver: Resolver, speaker: Entity, tokens: list[Token], end: int) -> Frame | None:
        """Judge what it is said of, behind the quotation: "“It was a cowardly act,” Rao said of the Chadian raid".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = '"This is a very reckless move," President Diaz of Peru said of the Chadian decision.'
        >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('criticized', 'Chad')]
        """
        lemmas = {lemma_of(t) for t in tokens if resolver.reading.spans[t.i] is None and not not_done(t)}
        if not lemmas & (self._bad | self._discredit | self._wrong) or any(
            t.dep_ == "neg" or t.tag_ == "MD" for t in tokens
        ):
            return None
        judging = self._bad | self._discredit | self._wrong
        trigger = next(t for t in tokens if lemma_of(t) in judging and resolver.reading.spans[t.i] is None)
        pattern = CRITICIZED if lemmas & (self._bad | self._discredit) else ACCUSED
        by = [Reference(speaker, "who is quoted", trigger.i)]
        for verb in resolver.reading.doc[end : min(end + 8, tokens[-1].sent.end)]:
            behind = prepositions(verb) if lemma_of(verb) in self._report else ()
            for preposition, thing in behind:
                others = blamed(thing, by, resolver) if preposition.lower_ in ("of", "about") else []
                if others:
                    return Frame(pattern, trigger.i, trigger.i, by, others)
        return None

    def _judged_before(self, resolver: Resolver, speaker: Entity, tokens: list[Token]) -> Frame | None:
        """Judge what was told before the quotation: "Chad shelled a town of Mali. “This is a crime,” Rao said".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = 'Chad shelled a town in Mali. "This is an outrageous act," President Diaz of Peru said.'
        >>> found = Extractor().extract(Article("a", text)).events
        >>> [(e.predicate, e.objects[0].name) for e in found if e.subjects[0].name == "Diaz"]
        [('criticized', 'Chad')]
        """
        by = [Reference(speaker, "who is quoted", tokens[0].i)]
        for clause in (t for t in tokens if is_verbal(t) and t.lemma_ == "be"):
            judged = self._said_in(clause)
            if judged is None or judged.denied or not self._told_bad(judged):
                continue
            target = judged.target
            this = target.lower_ in ("this", "that", "these", "it")
            named = this and (target.lower_ != "it" or any(w.pos_ == "NOUN" for w in judged.words))
            if not named and (target.pos_ != "NOUN" or not any(c.lower_ in ("this", "these") for c in target.children)):
                continue
            others = doer_just_told(target, by, resolver)
            others = others or resolver.last_hostile(tokens[0].sent.start, by, "" if this else lemma_of(target))
            if others:
                return Frame(CRITICIZED, clause.i, clause.i, by, others)
        return None


def _by_whom(verdict: _Verdict, judges: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give whose wrong a deed is called that names nobody: "called it a crime by Chad", "an Iranian provocation".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru called the blast an act of terrorism by Chadian gunmen. Mali called it a provocation by Iran."
    >>> [e.objects[0].name for e in Extractor().extract(Article("a", text)).events if e.predicate != "attacked"]
    ['Chadian gunmen', 'Iran']
    """
    if resolver.actors(verdict.target) and verdict.target.pos_ != "PRON":
        return []
    owners = [o for w in verdict.words if w.pos_ == "NOUN" and (o := owner_of(w)) is not None]
    return [r for o in owners[:1] for r in blamed(o, judges, resolver)]


def _what_of(noun: Token) -> list[Token]:
    """Give what an act or a policy is of: "an act of piracy", "a campaign of lies"."""
    return [o for p, o in prepositions(noun) if p.lower_ == "of"]


def _is_warlike(words: list[Token]) -> bool:
    """Whether something is called an act of war, a declaration of war."""
    acts = words_of(words[0])["warlike"] if words else frozenset()
    return any(f"{lemma_of(w)} of {lemma_of(o)}" in acts for w in words for o in _what_of(w))


def _of_others(verb: Token) -> bool:
    """Whether it is others who condemn or reject something, and not the speaker: "Chad rejects a presence in Mali"."""
    subject = grammatical_subject(verb) if verb.lemma_ in words_of(verb)["react"] and is_verbal(verb) else None
    return subject is not None and subject.lower_ not in FIRST


def _considered_by(verb: Token) -> bool:
    """Whether a participle behind a comma tells by whom: "backed the PKK, considered a terrorist group by Peru"."""
    cut_off = verb.tag_ in ("VBN", "VBD") and verb.dep_ == "conj" and verb.i and verb.nbor(-1).text == ","
    name = child(verb, "oprd") if cut_off else None
    return name is not None and any(p.lower_ == "by" for p, _ in prepositions(name))


def _unreal(token: Token) -> bool:
    """Whether a word says that a judgement is not, or not yet, so: "was not wrong", "would be illegal", "if"."""
    return token.dep_ == "neg" or token.tag_ == "MD" or (token.dep_ == "mark" and token.lower_ in ("if", "whether"))


def _adjectives(lemma: str) -> tuple[str, ...]:
    """Give a word, with the adjective of an adverb.

    >>> _adjectives("irresponsibly")
    ('irresponsibly', 'irresponsib', 'irresponsible')
    """
    stem = lemma.removesuffix("ly")
    return (lemma, stem, f"{stem}le") if stem != lemma else (lemma,)


def _others(target: Token, subjects: list[Reference], verb: Token, resolver: Resolver) -> list[Reference]:
    """Give who is judged by what is judged, never the judge's own side: whose deed it is, else the other side's."""
    own = sides(subjects)
    known = resolver.actors(target)
    others = [r for r in known if not is_of(r.entity, own)]
    if others or not all(r.weak for r in known):
        return others
    if verb.dep_ == "relcl" and verb.head.i == target.i and lemma_of(target) in resolver.words["anyAct"]:
        above = verb_above(target.head)  # "expelled the consul, a step Peru called deplorable"
        subject = doer(above) if is_verbal(above) else None
        return [r for r in resolver.actors(subject) if not is_of(r.entity, own)] if subject is not None else []
    done = [r for r in participle_doer(target, resolver) if r.entity.kind != "place" and not is_of(r.entity, own)]
    return done or doer_of_deed(target, verb, subjects, resolver)


def _sentences(sentence_of: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for i in range(start, end):
        if i + 1 == end or sentence_of[i + 1] != sentence_of[i]:
            yield first, i + 1
            first = i + 1
