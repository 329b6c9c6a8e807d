"""Finds what a verb's wording is done to, where its slot is behind a preposition: "cut ties with O"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.frames.behind import doer_of, is_aside, is_unowned, measured_off
from kg.extract.frames.crowds import PROTEST
from kg.extract.frames.nearest import aimed_at, name_behind
from kg.extract.frames.noun_phrases import only_there
from kg.extract.frames.slots import (
    committed_against,
    maker_of,
    nested_object,
    object_of,
    relative_object,
    where_of,
)
from kg.extract.frames.words import is_told_before, lemma_of, through_measure
from kg.extract.grammar import FIRST
from kg.extract.lexis import predicates_of, words_of
from kg.extract.patterns import Pattern
from kg.extract.subjects import grammatical_subject, undergoer
from kg.extract.syntax import PERSON, agent, child, is_passive, is_verbal, phrase_of, prepositions

_PLACES = frozenset("in near inside at around across outside along off".split())
_PLACES_GONE_TO = frozenset({"to", "in", "at", "into"})
_MOVING = frozenset({"visited", "deployed_to"})
_OWNERS = frozenset({"of", "from", "by"})
"""Prepositions of whose something is, which a possessive says as well: "the U.S.'s demand for extradition from X"."""
_OF = frozenset({"of"})
_CIRCUMSTANCES = frozenset("after before since despite amid following".split())


@dataclass(frozen=True, slots=True)
class Clause:
    """What a verb's clause says to every wording of the verb: its voice, who does it and what it is done to."""

    verb: Token
    passive: bool
    subject: Token | None
    logical_object: Token | None
    apart: bool
    """Whether verb and particle mean something else together: "the army held back the rebels"."""

    @classmethod
    def of(cls, verb: Token) -> Clause:
        """Read the clause of a verb."""
        passive = is_passive(verb) and not (verb.lemma_ in words_of(verb)["engaged"] and agent(verb) is None)
        apart = phrase_of(verb) in words_of(verb)["otherSense"]
        return cls(verb, passive, agent(verb) if passive else grammatical_subject(verb), undergoer(verb), apart)


def has_owner(noun: Token, pattern: Pattern) -> bool:
    """Whether whose it is stands before a noun: "its rebuff", "a Chinese refusal"; "Russian grain" may be anybody's."""
    kinds = ("poss",) if pattern.predicate == "aided" else ("poss", "amod", "nmod", "compound")
    if any(c.dep_ == "poss" and c.lower_ in FIRST for c in noun.children):
        return False  # "reiterated our condemnation of the raid" is of who speaks
    return any(c.dep_ == "poss" or (c.dep_ in kinds and c.text[0].isupper()) for c in noun.children)


class ObjectSlots:
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

    def _object(self) -> list[Token]:
        target = object_of(self.verb, self.logical_object, self.literal, self.passive)
        if target is None and len(self.anchors) == 2 and self.anchors[1].i == self.verb.i + 1:
            target = child(self.anchors[1], "pobj")  # "called in the envoy", read as a place
        return [target] if target is not None else []

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
            and not (p.lower_ == "in" and o.lemma_ in words_of(o)["sympathy"])  # "sent a ship in support of Mali"
            and not (self.passive and o == self.subject)
            and (o.i != through_measure(a).i or o.i == a.i)  # "20 million in aid"
        ]
        if self.pattern.predicate == PROTEST and any(p.lower_ == "against" for p, _ in pairs):
            pairs = [(p, o) for p, o in pairs if p.lower_ == "against"]  # "rallied outside X against Y"
        if self.pattern.predicate == "sanctioned" and any(p.lower_ in ("on", "against") for p, _ in pairs):
            pairs = [(p, o) for p, o in pairs if p.lower_ not in ("for", "over")]  # "sanctions on X over the raid in Y"
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
        if plain and literal is not None and has_owner(literal, self.pattern):
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
        if predicate == "withdrew_from":  # "has troops there, and will pull them out"
            hosts = (p.lower_ for t in (self.verb, literal) for p, _ in prepositions(t))
            left = "from" in words and "in" not in words and {"from", "of", "in"}.isdisjoint(hosts)
            theirs = lemma_of(literal) in known["troop"] and is_told_before(literal)
            return left and (literal.lower_ == "them" or theirs)
        if (
            predicate == "mediated"
            and lemma_of(literal) not in known["mediator"] | known["auspices"] | known["service"]
        ):
            return False  # who revives a peace process may be one of its parties
        if predicate in ("urged", "negotiated_with") and lemma_of(literal) in known["freeing"]:
            return True  # "asked for access", "refused to negotiate their release"
        if predicate == "negotiated_with":
            offered = lemma_of(self.verb) in ("offer", "propose") and literal.tag_ == "NNS"
            return offered and lemma_of(literal) in known["talk"]
        if predicate == "urged":
            return False
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
        if not found and thing is not None:
            behind = [o for p, o in prepositions(thing) if p.lower_ == "with"]
            row = lemma_of(thing) in known["row"]  # "discussed the dispute with President Rao"
            found = [o for o in behind if lemma_of(thing) not in apart or (row and o.text == PERSON)]
        if not found and literal is not None and words <= _OWNERS and has_owner(literal, self.pattern):
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
        if self.pattern.predicate == "spoke_with" and any(map(self._belongs_to_noun, deeper)):
            deeper = []
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

    def _belongs_to_noun(self, other: Token) -> bool:
        """Whether it is only said whose talks are spoken of, or to whom one speaks otherwise.

        "Complained in a letter to Rao", "told it in an interview with the paper", "discussed the truce with Hamas".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "President Rao discussed the state of the peace talks with the rebels."
        >>> [e.predicate for e in Extractor().extract(Article("a", text)).events if e.predicate == "spoke_with"]
        []
        """
        noun, known = other.head.head, words_of(other)
        if noun.lemma_ in known["letter"] or noun.lemma_ == "interview":
            return True
        joint = known["talk"] | known["truce"] | known["deal"] | known["pact"] | known["row"] | known["bond"]
        return other.head.lower_ == "with" and noun.lemma_ in joint and other.text != PERSON

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
