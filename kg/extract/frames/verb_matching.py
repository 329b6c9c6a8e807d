"""Matches a verb's wording at a verb of the text, slot by slot: "cut ties with O" at "severed" in "it severed ties"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.frames.behind import doer_of, is_aside, is_unowned, measured_off, undergoes
from kg.extract.frames.crowds import PROTEST
from kg.extract.frames.nearest import aimed_at, name_behind
from kg.extract.frames.noun_phrases import only_there
from kg.extract.frames.records import Match
from kg.extract.frames.slots import (
    clause_subject,
    committed_against,
    has_infinitive,
    infinitive_of,
    literal_noun,
    maker_of,
    measured_in,
    nested_object,
    object_of,
    relative_object,
    subject_of_report,
    where_of,
    within_infinitive,
)
from kg.extract.frames.words import is_told_before, lemma_of, noun_matches, through_measure
from kg.extract.grammar import FIRST
from kg.extract.lexis import predicates_of, words_of
from kg.extract.patterns import Element, Pattern
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import agent, child, conjuncts, is_passive, is_verbal, prepositions

_PLACES = frozenset("in near inside at around across outside along off".split())
_PLACES_GONE_TO = frozenset({"to", "in", "at", "into"})
_MOVING = frozenset({"visited", "deployed_to"})
_OWNERS = frozenset({"of", "from", "by"})
"""Prepositions of whose something is, which a possessive says as well: "the U.S.'s demand for extradition from X"."""
_OF = frozenset({"of"})
_CIRCUMSTANCES = frozenset("after before since despite amid following".split())
_ABOUT = frozenset({"for", "about", "over", "as", "against"})
"""Prepositions at the end of a wording that tell what it is about: "asked the Queen for a prorogation"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb's clause says to every wording of the verb: its voice, who does it and what it is done to."""

    verb: Token
    passive: bool
    subject: Token | None
    logical_object: Token | None

    @classmethod
    def of(cls, verb: Token) -> Clause:
        """Read the clause of a verb."""
        passive = is_passive(verb) and not (verb.lemma_ in words_of(verb)["engaged"] and agent(verb) is None)
        return cls(verb, passive, agent(verb) if passive else grammatical_subject(verb), undergoer(verb))


def match_verb(verb: Token, pattern: Pattern, clause: Clause | None = None) -> Match | None:
    """Fill the slots of a verb pattern at a verb, or give None; `clause` is the verb's, where it is known already."""
    if (lemma_of(verb) == "call" and _naming(verb, pattern)) or (lemma_of(verb) == "join" and joined_act(verb)):
        return None
    filling = _Filling(clause or Clause.of(verb), pattern)
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


def _has_owner(noun: Token, pattern: Pattern) -> bool:
    """Whether whose it is stands before a noun: "its rebuff", "a Chinese refusal"; "Russian grain" may be anybody's."""
    kinds = ("poss",) if pattern.predicate == "aided" else ("poss", "amod", "nmod", "compound")
    if any(c.dep_ == "poss" and c.lower_ in FIRST for c in noun.children):
        return False  # "reiterated our condemnation of the raid" is of who speaks
    return any(c.dep_ == "poss" or (c.dep_ in kinds and c.text[0].isupper()) for c in noun.children)


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


class _Filling:
    """The slots of one pattern as they are filled; `anchors` are the words that further slots may hang on."""

    def __init__(self, clause: Clause, pattern: Pattern) -> None:
        self.verb = verb = clause.verb
        self.pattern = pattern
        self.passive = clause.passive
        self.subject = clause.subject
        self.logical_object = clause.logical_object
        self.literal: Token | None = None
        self.behind: Token | None = None
        self.anchors: list[Token] = [verb]
        self.objects: list[Token] = []
        self.locative = False

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

    def _object(self) -> list[Token]:
        target = object_of(self.verb, self.logical_object, self.literal, self.passive)
        if target is None and len(self.anchors) == 2 and self.anchors[1].i == self.verb.i + 1:
            target = child(self.anchors[1], "pobj")  # "called in the envoy", read as a place
        return [target] if target is not None else []

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

    def _object_behind(self, words: frozenset[str]) -> bool:
        """Find O behind a preposition; some wordings fire without, for the story tells O."""
        pairs = [
            (p, doer_of(o))
            for a in self.anchors
            for p, o in prepositions(a)
            if p.lower_ in words
            and not is_aside(p, o)
            and not (p.lower_ == "with" and only_there(doer_of(o)))
            and not measured_off(p)
            and (p.head.lower_ != "out" or p.head in self.anchors)  # "an offer of passage out of Chad"
            and not (p.head.i == self.verb.i and self._of_a_like_noun(p))
            and not (p.is_sent_start and p.i < self.verb.i and self._sets_the_scene(p))
            and o.lemma_ not in words_of(o)["behalf"]
            and not (self.passive and o == self.subject)
            and (o.i != through_measure(a).i or o.i == a.i)  # "20 million in aid"
        ]
        if self.pattern.predicate == PROTEST and any(p.lower_ == "against" for p, _ in pairs):
            pairs = [(p, o) for p, o in pairs if p.lower_ == "against"]  # "rallied outside X against Y"
        pairs = self._from_its_author(pairs)
        if any(p.lower_ == "with" and p.i > self.verb.i for p, _ in pairs):
            pairs = [(p, o) for p, o in pairs if p.i > self.verb.i]  # "With Mali, Chad sided with Peru"
        literal = self.literal
        objects = [o for _, o in pairs] or self._object_elsewhere(words) or self._there(words)
        plain = bool(pairs) and all(p.lower_ == "of" and o.pos_ == "NOUN" for p, o in pairs)
        plain = plain or (self.pattern.predicate == "expelled" and all(p.lower_ == "from" for p, _ in pairs))
        measure = self.pattern.predicate in ("sanctioned", "conceded_to")
        if measure and pairs and literal is not None and all(is_unowned(o) for _, o in pairs):
            deeper = [o for _, thing in pairs for p, o in prepositions(thing) if p.lower_ in words - _OF]
            objects = deeper or objects  # "the sale of six helicopters to Chad", "its ban on travel to Chad"
        if plain and literal is not None and _has_owner(literal, self.pattern):
            objects, pairs = [literal], []  # "dismissed Peru's allegations of interference"
        if objects:
            self.objects = objects
            self.locative = bool(pairs) and all(p.lower_ in _PLACES for p, _ in pairs)
            return True
        predicate, known = self.pattern.predicate, words_of(self.verb)
        if predicate == PROTEST and literal is None:
            return len(self.pattern.elements) == 1 and lemma_of(self.verb) in known["walkOut"]
        if literal is None or self.pattern.inverse:
            return False
        if predicate == "threatened":
            return lemma_of(literal) in known["reprisal"]
        if predicate == "attacked":  # "said it carried out the attack"
            if lemma_of(literal) in known["claimed"] or (literal.lower_ == "fire" and lemma_of(self.verb) == "return"):
                return True
            deed = lemma_of(literal) in known["attack"] | known["violentDeath"]
            return is_told_before(literal) and deed and lemma_of(self.verb) in known["committing"]
        if (
            predicate == "mediated"
            and lemma_of(literal) not in known["mediator"] | known["auspices"] | known["service"]
        ):
            return False  # who revives a peace process may be one of its parties
        if predicate == "urged":
            return lemma_of(literal) in known["freeing"]  # "asked for access"
        return predicate in predicates_of(self.verb)["impliesOther"] and lemma_of(literal) not in known["loose"]

    def _of_a_like_noun(self, preposition: Token) -> bool:
        """Whether another such noun stands before it: "a ban on Rao following sanctions this month against Sarr"."""
        literal = self.literal
        if literal is None or preposition.i < literal.i:
            return False
        between = self.verb.doc[literal.i + 1 : preposition.i]
        kinds = next((e.words for e in self.pattern.elements if e.sort == "noun"), frozenset())
        return any(t.dep_ == "pobj" and t.head.lower_ in _CIRCUMSTANCES and t.lemma_ in kinds for t in between)

    def _from_its_author(self, pairs: list[tuple[Token, Token]]) -> list[tuple[Token, Token]]:
        """Leave out what a message is of, which its author stands behind: "a message of thanks from Rao"."""
        if self.pattern.predicate != "wrote_to" or not self.pattern.inverse:
            return pairs
        behind = [(p, inner) for _, o in pairs for p, inner in prepositions(o) if p.lower_ in ("from", "by")]
        return [(p, o) for p, o in pairs if p.lower_ != "of" or o.pos_ != "NOUN" or not behind] + behind

    def _sets_the_scene(self, opening: Token) -> bool:
        """Whether a phrase that opens the sentence only says where or on what: "In Geneva, he gave Peru aid"."""
        if opening.lower_ == "in":
            return child(self.verb, "dative") is not None
        return opening.lower_ in ("on", "regarding", "concerning")

    def _object_elsewhere(self, words: frozenset[str]) -> list[Token]:
        """Find O where its preposition is stranded, was read as a particle or hangs on another noun."""
        verb, literal = self.verb, self.literal
        found = self._for_clause() if "for" in words else []
        found = found or relative_object(verb, self.anchors, words)
        if not found and any(c.dep_ in ("prt", "advmod") and c.lower_ in words for c in verb.children):
            found = self._object()
        known = words_of(verb)
        apart = known["row"] | known["bond"] | known["journey"]  # "discussed a standoff with Chad"
        thing = self.logical_object if literal is None and "with" in words else None
        if not found and thing is not None and lemma_of(thing) not in apart:
            found = [o for p, o in prepositions(thing) if p.lower_ == "with"]
        if not found and literal is not None and words <= _OWNERS and _has_owner(literal, self.pattern):
            whose = child(literal, "poss") if literal.dep_ == "attr" else None  # "is Chad's main backer"
            found = [whose or literal]
        if not found and literal is not None and "from" in words and self.pattern.predicate == "cooperated_with":
            found = maker_of(literal)
        if "with" in words:
            found = [o for o in found if not only_there(o)]
        reacts = (
            self.pattern.predicate in predicates_of(verb)["reaction"]
        )  # "denied it, under fire for its aid to Chad"
        hosts = self.anchors[1:] if reacts and len(self.anchors) > 1 else self.anchors
        deeper = nested_object(hosts, self.logical_object, words) if not found else []
        if self.pattern.predicate == "spoke_with" and any(o.head.head.lemma_ in self._letters() for o in deeper):
            deeper = []  # "complained in a letter to Rao"
        found = found or deeper
        if not found and self.pattern.predicate == "conceded_to":
            found = committed_against(self.anchors)
        if not found and literal is not None and self.pattern.predicate in predicates_of(verb)["towards"]:
            found = self._dealt_with()
        given = child(verb, "dative") is not None  # "handed him an invitation to come to Lima"
        if not found and literal is not None and not given and self.pattern.predicate in ("wrote_to", "invited"):
            found = name_behind(literal, words)
        if not found and literal is not None and "of" in words:
            found = [self.anchors[-1] if self.anchors[-1].pos_ == "NOUN" else literal]
        if not found and literal is not None and words & {"at", "on", "against", "into"}:
            found = aimed_at(literal)
        return found

    def _letters(self) -> frozenset[str]:
        return words_of(self.verb)["letter"]

    def _there(self, words: frozenset[str]) -> list[Token]:
        """Give the place that "there", "here" or "where" takes up: "flew there", "Iraq, where it has troops"."""
        goes = self.literal is not None or child(self.verb, "dobj") is None  # "where he will continue talks"
        if not (words & _PLACES_GONE_TO and goes) or self.pattern.predicate not in _MOVING:
            return []
        near = (c for a in self.anchors for c in a.children)
        return [c for c in near if c.lower_ in ("there", "here") and c.dep_ == "advmod"] or where_of(self.verb)

    def _for_clause(self) -> list[Token]:
        """Give the subject of a clause with "for": "called for the army to withdraw", "the need for it to withdraw"."""
        return [
            t
            for a in self.anchors
            for c in a.children
            if c.dep_ in ("advcl", "ccomp", "xcomp", "acl", "relcl")
            and any(m.lower_ == "for" and m.dep_ == "mark" for m in c.children)
            for t in c.children
            if t.dep_ == "nsubj"
        ]

    def _dealt_with(self) -> list[Token]:
        """Give the object of the clause above a purpose clause: "telephoned him to express solidarity"."""
        verb = self.verb
        if verb.dep_ not in ("xcomp", "advcl") or not is_verbal(verb.head):
            return []
        above = child(verb.head, "dobj")
        return [above] if above is not None and any(c.tag_ == "TO" for c in verb.children) else []
