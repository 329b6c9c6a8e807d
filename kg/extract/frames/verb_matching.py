"""Matches a verb's wording at a verb of the text, slot by slot: "cut ties with O" at "severed" in "it severed ties"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames.behind import undergoes
from kg.extract.frames.object_slots import Clause, ObjectSlots
from kg.extract.frames.records import Match
from kg.extract.frames.slots import (
    clause_subject,
    has_infinitive,
    infinitive_of,
    literal_noun,
    measured_in,
    subject_of_report,
    within_infinitive,
)
from kg.extract.frames.words import lemma_of, noun_matches, through_measure
from kg.extract.lexis import words_of
from kg.extract.patterns import Element, Pattern
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, conjuncts, prepositions

_ABOUT = frozenset({"for", "about", "over", "as", "against"})
"""Prepositions at the end of a wording that tell what it is about: "asked the Queen for a prorogation"."""


def match_verb(verb: Token, pattern: Pattern, clause: Clause | None = None) -> Match | None:
    """Fill the slots of a verb pattern at a verb, or give None; `clause` is the verb's, where it is known already."""
    if (lemma_of(verb) == "call" and _naming(verb, pattern)) or (lemma_of(verb) == "join" and joined_act(verb)):
        return None
    clause = clause or Clause.of(verb)
    if clause.apart and all(e.sort != "particle" for e in pattern.elements):
        return None
    filling = _Filling(clause, pattern)
    # O stands last, for which noun is O depends on which noun is literal.
    for element in sorted(pattern.elements, key=lambda e: e.sort == "object"):
        if not filling.fill(element) and not element.optional:
            return None
    return Match(filling.subject, filling.objects, filling.literal, filling.behind, filling.locative)


def match_state(participle: Token, pattern: Pattern) -> Match | None:
    """Match "S be opposed|outraged to|at O" where the parser reads a passive."""
    objects: list[Token] = []
    host = participle
    for element in pattern.elements[1:]:
        behind = [o for p, o in prepositions(host) if p.lower_ in element.words]
        match element.sort:
            case "preposition" if element.target is None:
                objects = behind
            case "preposition":
                objects = [o for o in behind if noun_matches(o, element.target or frozenset())]
                host = objects[0] if objects else host
            case "that":
                inner = clause_subject(host, pattern.modal)
                objects = [inner] if inner is not None else []
            case _:
                return None
        if not objects:
            return None
    return Match(grammatical_subject(participle), objects, participle)


def _naming(verb: Token, pattern: Pattern) -> bool:
    """Whether "call" only gives a name: "called him a dictator", "what he called progress"."""
    if any(e.sort != "object" for e in pattern.elements):
        return False
    if any(c.dep_ in ("oprd", "attr", "acomp") for c in verb.children):
        return True
    target = child(verb, "dobj")
    after = verb.doc[target.i + 1] if target is not None and target.i + 1 < len(verb.doc) else None
    return after is not None and (after.text in "\"“‘'" or after.lower_ in ("a", "an", "the"))


def joined_act(verb: Token) -> Token | None:
    """Give what others are joined in doing: "denouncing" in "joined the EU in denouncing the coup"."""
    return next((o for p, o in prepositions(verb) if p.lower_ == "in" and o.dep_ == "pcomp" and o.tag_ == "VBG"), None)


def _sharing_behind(noun: Token) -> list[Token]:
    """Give the noun before it that the parser hung their common phrase on: "a trade and economic embargo on Peru".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad has slapped a trade and economic embargo on Peru."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'sanctioned', 'Peru')]
    """
    first = noun.head
    if noun.dep_ != "conj" or first.pos_ != "NOUN" or any(p.i < noun.i for p, _ in prepositions(first)):
        return []
    return [first]


class _Filling(ObjectSlots):
    """The slots of one pattern as they are filled."""

    def fill(self, element: Element) -> bool:
        """Fill one slot, or say that it stays empty."""
        match element.sort:
            case "particle" if "home" in element.words:
                return self._homeward() or self._particle(element)
            case "particle":
                return self._particle(element)
            case "noun":
                return self._noun(element)
            case "preposition" if element.target is None:
                return self._object_behind(element.words)
            case "preposition":
                return self._noun_behind(element.words, element.target or frozenset())
            case "object":
                return self._found(self._object())
            case "that" if self.pattern.told:
                return self._found(subject_of_report(self.verb, self.pattern.modal, self.pattern.told))
            case "that":
                cases = self.pattern.predicate in ("warned", "threatened")
                inner = clause_subject(self.verb, self.pattern.modal, cases=cases)
                if inner is None and self.literal is not None:
                    inner = clause_subject(self.literal, self.pattern.modal)
                if cases and not self.pattern.modal and inner is not None and inner.pos_ == "PRON":
                    return False  # "warned that it would break off the talks"
                if inner is not None and self.pattern.predicate in ("praised", "criticized") and undergoes(inner):
                    return False
                return self._found([inner] if inner is not None else []) or self._demands_a_thing()
            case "within":
                found = within_infinitive(self.verb, element.words)
                if not found and self.literal is not None:
                    found = within_infinitive(self.literal, element.words)
                return self._found(found) or self._conditional()
            case "to":
                return has_infinitive(self.verb)
            case "subject":
                self.subject = self.logical_object
                return self.subject is not None
        return True

    def _found(self, objects: list[Token]) -> bool:
        if objects:
            self.objects = objects
        return bool(objects)

    def _demands_a_thing(self) -> bool:
        """Whether a demand only says what is to be done: "demanded that the ship be handed back"."""
        clauses = (c for c in self.verb.children if c.dep_ == "ccomp" and child(c, "nsubjpass") is not None)
        return self.pattern.predicate == "demanded_of" and any(c.tag_ == "VB" for k in clauses for c in k.children)

    def _conditional(self) -> bool:
        """Whether a threat says by its condition whom it is for: "threatened to strike unless the government paid"."""
        clauses = (c for c in self.verb.subtree if c.dep_ == "advcl")
        marks = (m.lower_ for c in clauses for m in c.children if m.dep_ == "mark")
        return self.pattern.predicate == "threatened" and any(m in ("unless", "if") for m in marks)

    def _particle(self, element: Element) -> bool:
        verb = self.verb
        for c in verb.children:
            if c.lower_ not in element.words:
                continue
            if c.dep_ in ("prt", "advmod", "npadvmod", "advcl", "acomp") or (
                c.dep_ == "prep"
                and c.i > verb.i
                and (child(c, "pobj") is None or c.i == verb.i + 1 or c.lower_ in _ABOUT or element.trailing)
            ):
                self.anchors.append(c)
                return True
        thing = self.logical_object
        return "as" in element.words and thing is not None and any(c.lower_ == "as" for c in thing.children)

    def _homeward(self) -> bool:
        """Read "home" as a particle where the parser takes it for a noun: "called its envoy home", "called home X"."""
        if self.passive:
            return any(c.lower_ == "home" and c.dep_ == "oprd" for c in self.verb.children)
        for thing in self.verb.children:
            before = child(thing, "compound", "nmod") if thing.i > self.verb.i else None
            if before is None or before.i < self.verb.i:
                continue
            if thing.lower_ == "home":
                self.logical_object = before
                self.anchors.append(thing)
                return True
            if before.lower_ == "home" and before.i == self.verb.i + 1 and thing.dep_ == "dobj":
                return True
        return False

    def _noun(self, element: Element) -> bool:
        found = literal_noun(self.verb, self.logical_object, element)
        if found is None and self.literal is not None and noun_matches(self.literal, element.words):
            found = self.literal
        if found is None:
            return False
        if self.literal is None or found.i != self.literal.i:
            self.anchors.extend(conjuncts(found))
            self.anchors.extend(_sharing_behind(found))
            self.anchors.extend(measured_in(self.verb, found, element.words))
            imposed = words_of(found)["impose"]
            if self.pattern.predicate == "deployed_to":
                imposed = imposed | words_of(found)["stationing"]  # "has 500 troops based in Chad"
            self.anchors.extend(c for c in found.children if c.dep_ in ("relcl", "acl") and c.lemma_ in imposed)
        self.literal = found
        return True

    def _noun_behind(self, words: frozenset[str], nouns: frozenset[str]) -> bool:
        """Find the literal noun behind a preposition: "into custody"."""
        described = [self.logical_object] if "as" in words and self.logical_object is not None else []
        pairs = (
            pair for a in (*self.anchors, *described) for pair in prepositions(a) if not self._aside_before(pair[0])
        )
        behind = (t for p, o in pairs if p.lower_ in words for t in (o, through_measure(o)))
        hit = next((t for t in behind if noun_matches(t, nouns)), None)
        if hit is None and "to" in words:
            hit = infinitive_of(self.verb, nouns)
        if hit is None and any(c.dep_ == "prt" and c.lower_ in words for c in self.verb.children):
            hit = literal_noun(self.verb, self.logical_object, Element("noun", nouns))  # "handed over the weapons"
        if hit is None:
            return False
        self.anchors.append(hit)
        imposed = words_of(hit)["impose"]  # "walked into an ambush laid by Hamas"
        self.anchors.extend(c for c in hit.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in imposed)
        self.literal, self.behind = self.literal or hit, hit
        return True

    def _aside_before(self, preposition: Token) -> bool:
        """Whether a phrase between commas before the verb says something else: "Chad, under pressure, put off"."""
        i, verb = preposition.i, self.verb
        return preposition.head.i == verb.i and 0 < i < verb.i and preposition.nbor(-1).text == ","
