"""Reads who does what to whom from a dependency parse: voice, control, relative clauses and coordination undone."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of

SUBJECTS = ("nsubj", "nsubjpass")
_WHEN = frozenset({"after", "following", "during", "before", "since", "amid", "despite"})
PERSON = "Smith"
"""The word that stands for every person in a masked text."""


def child(token: Token, *deps: str) -> Token | None:
    """Give the first child with one of these dependencies."""
    return next((c for c in token.children if c.dep_ in deps), None)


def joined_behind(noun: Token, at: int) -> frozenset[int]:
    """Give those coordinated with a noun that stand behind a place: B in "A, who left, and B"."""
    return frozenset(c.i for c in noun.children if c.dep_ == "conj" and c.i > at)


def is_verbal(token: Token) -> bool:
    """Whether the word is a verb or an auxiliary."""
    return token.pos_ in ("VERB", "AUX")


def verb_above(token: Token) -> Token:
    """Give the verb of the clause that a word stands in, itself included; where there is none, the root."""
    while not is_verbal(token) and token.head.i != token.i:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive participle, also a bare one ("signed by Iran", "arrested in Paris")."""
    if any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children):
        return True
    if verb.tag_ == "VBD" and _was_given(verb):
        return True
    if verb.tag_ != "VBN" and not (verb.tag_ == "VBD" and verb.dep_ == "acl"):  # "the FARC, considered illegal by Peru"
        return False
    if any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return False
    if verb.dep_ == "conj" and is_verbal(verb.head):
        return is_passive(verb.head)
    if verb.dep_ in ("acl", "advcl", "amod", "ROOT", "dep", "pcomp", "oprd", "ccomp"):
        return child(verb, "dobj") is None or verb.dep_ == "acl" or child(verb, "agent") is not None
    return False


def _was_given(verb: Token) -> bool:
    """Whether what looks like a past goes on a passive of giving: "was called in and handed a note"."""
    goes_on = verb.dep_ == "conj" and is_verbal(verb.head) and child(verb, *SUBJECTS) is None
    if not goes_on or verb.lemma_ not in words_of(verb)["giving"] or child(verb, "dobj") is None:
        return False
    receiver = child(verb, "dative") or next((p for p, _ in prepositions(verb) if p.lower_ == "to"), None)
    return receiver is None and any(c.dep_ == "auxpass" for c in verb.head.children)


def conjuncts(token: Token) -> Iterator[Token]:
    """Give the token and all that is coordinated with it to its right, also appositions wrongly hung in a list."""
    yield token
    for c in token.children:
        if c.dep_ == "conj" and not is_verbal(c):
            yield from conjuncts(c)


def chain_of(verb: Token) -> Token:
    """Give the first of the verbs that a verb goes on."""
    while verb.dep_ == "conj" and is_verbal(verb.head):
        verb = verb.head
    return verb


def called(name: Token, nouns: frozenset[str]) -> list[Token]:
    """Give what a name is called behind it by one of the nouns: "Kelo, the last bastion of the rebels"."""
    return [c for c in name.children if c.dep_ == "appos" and c.i > name.i and {c.lower_, c.lemma_} & nouns]


def antecedent(clause: Token) -> Token | None:
    """Give the noun that a relative clause modifies."""
    clause = chain_of(clause)
    if clause.dep_ not in ("relcl", "acl"):
        return None
    noun = clause.head
    described = (
        noun.dep_ == "appos" and noun.head.text == PERSON and any(c.lower_ in ("a", "an") for c in noun.children)
    ) and not any(c.lower_ == "which" for c in clause.children)
    return beside_comma(clause) or those_named(noun) or (noun.head if described else noun)  # "Smith, a Tutsi, who"


def those_named(several: Token) -> Token | None:
    """Give whom the sentence names of "those": "Among those who met Rao was Brown", "Rao was among those arrested".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Among the hostages held by Hamas are two French pilots. Two Turks are among those arrested by Chad."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'France'), ('Chad', 'Turkey')]
    """
    words = words_of(several)
    held = several.lower_ == "those" or (several.tag_ == "NNS" and several.lemma_ in words["captive"])
    verb = several.head
    if held and several.dep_ == "nsubj" and verb.lemma_ == "include":
        return child(verb, "dobj")
    if not held or several.dep_ != "pobj" or several.head.lower_ != "among" or verb.head.lemma_ != "be":
        return None
    return child(verb.head, "nsubj", "attr") if several.i < verb.head.i else child(verb.head, "nsubj")


def beside_comma(clause: Token) -> Token | None:
    """Give the name right before the comma that sets a participle off: "ties with Smith, nominated by Brown"."""
    first = clause.i - 1
    while first > clause.head.i and clause.doc[first].pos_ == "ADV":
        first -= 1
    if clause.tag_ != "VBN" or first <= clause.head.i or clause.doc[first].text != ",":
        return None
    name, head = clause.doc[first - 1], clause.head
    led = head.pos_ == "PROPN" and name.head.lower_ == "of" and name.head.head.i == head.i  # "the KDP of Smith, backed"
    return name if name.text == PERSON and name.i > head.i and name.dep_ == "pobj" and not led else None


def rings(verb: Token) -> bool:
    """Whether "call" is no request: "called the minister to express concern", "called in the envoy to protest"."""
    if verb.lemma_ != "call":
        return False
    target = child(verb, "dobj")
    return verb.nbor().lower_ in ("in", "up") or (target is not None and target.text == PERSON)


def is_finite(verb: Token) -> bool:
    """Whether a verb has a tense: "spoke", "has urged", "will meet", not "to reconsider" or "saying"."""
    if verb.tag_ in ("VBZ", "VBD", "VBP"):
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBD", "VBP", "MD") for c in verb.children)


def finite_conjunct(verb: Token) -> Token:
    """Give the verb that a finite one is coordinated with, past the infinitives that the parser hung it on."""
    head = verb.head
    while head.head.i != head.i and not (is_verbal(head) and is_finite(head) and _can_join(head, verb)):
        head = head.head
    return head


def _can_join(first: Token, verb: Token) -> bool:
    """Whether a verb can go on another's clause, as a past cannot: "said the men had been freed and thanked X"."""
    passive = any(c.dep_ == "auxpass" for c in first.children)
    bare = verb.tag_ == "VBD" and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)
    reported = first.dep_ == "ccomp" and bare and first.head.tag_ == "VBD" and verb.lemma_ in words_of(verb)["spoken"]
    auxiliary = any(c.dep_ == "aux" and c.lower_ != "did" for c in first.children)
    if reported and (auxiliary or _is_of_a_deed(first)):
        return False  # "said the raid was a crime and called on Chad to stop", "said Chad had left and urged"
    return not (passive and bare and first.dep_ == "ccomp" and child(verb, "dobj") is not None)


def _is_of_a_deed(clause: Token) -> bool:
    """Whether the subject of a clause is a deed or nothing, which do not speak: "the raid was", "there were"."""
    subject = child(clause, *SUBJECTS, "expl")
    words = words_of(clause)
    return subject is not None and (
        subject.lower_ in ("it", "this", "that", "there")
        or subject.lemma_.casefold() in words["deed"] | words["attack"] | words["talk"] | words["pact"]
    )


def is_ranked(noun: Token) -> bool:
    """Whether a noun with an infinitive tells in what order it was done: "the first to sign", "the last to go"."""
    ranks = words_of(noun)["rank"]
    counted = noun.lemma_ in words_of(noun)["counted"] and child(noun, "det") is not None  # "first" is masked with it
    ranked = (
        counted
        or noun.lower_ in ranks
        or noun.lower_ == "one"
        or any(c.lower_ in ranks for c in noun.children if c.i < noun.i)
    )
    above = noun.head.head.children if noun.dep_ == "pobj" else ()  # "was among the first to sign"
    return ranked and any(c.tag_ == "TO" for v in (*noun.children, *noun.head.children, *above) for c in v.children)


def licensed(noun: Token | None) -> Token | None:
    """Give who gets the leave to do what an infinitive says: "gave Arafat permission to fly", "the right to fish"."""
    if noun is None or noun.dep_ not in ("dobj", "nsubjpass"):
        return None
    verb, words = noun.head, words_of(noun)
    receiver = child(verb, "dative")
    given = noun.lemma_ in words["licence"]
    given = given or (receiver is not None and noun.lemma_ in words["grace"] | words["asked"])
    if not given:
        return None
    if receiver is not None and receiver.pos_ == "ADP":
        return child(receiver, "pobj")
    if receiver is None and noun.dep_ == "dobj":
        return next((o for p, o in prepositions(noun) if p.lower_ in ("to", "for") and o.pos_ == "PROPN"), None)
    return receiver


def addressee(verb: Token) -> Token | None:
    """Give whom a call or appeal is made to: "called on the junta to free him"."""
    if verb.lemma_ not in words_of(verb)["callOn"]:
        return None
    for preposition, target in prepositions(verb):
        if preposition.lower_ in ("on", "upon", "to") and target.pos_ in ("NOUN", "PROPN", "PRON"):
            return target
    return None


def direct_object(verb: Token) -> Token | None:
    """Give the object of an active verb: its own, or the noun that its relative clause modifies."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]
    own = next((c for c in objects if c.lower_ not in RELATIVE), None) or next(iter(objects), None)
    free = next((c for c in verb.children if c.dep_ in ("ccomp", "dobj") and c.i > verb.i and is_verbal(c)), None)
    if own is None and free is not None and any(c.lower_ == "what" for c in free.children):
        named = child(free, "oprd", "attr") or next(
            (c for c in free.children if c.dep_ == "dobj" and c.lower_ != "what"), None
        )
        named = named or next((c for c in free.children if c.dep_ == "ccomp"), None)
        if named is not None and named.pos_ in ("NOUN", "PROPN"):
            return named
    if own is not None:
        if own.tag_ == "VBG" and (doing := child(own, "nsubj")) is not None:
            return doing  # "intercepted a ship fishing there"
        if own.lower_ in RELATIVE and own.tag_ in ("WP", "WDT"):
            return antecedent(verb) or own
        return own
    if (
        verb.dep_ == "relcl"
        and not any(c.lower_ in RELATIVE and c.dep_ in SUBJECTS for c in verb.children)
        and child(verb, *SUBJECTS) is not None
        and not _stranded(verb)
        and not any(c.lower_ in ("where", "when", "why") for c in verb.children)  # "Chad, where rebels have fought"
    ):
        return verb.head
    shared = _shared_object(verb)
    if shared is not None:
        return shared
    other = child(verb, "oprd", "dative")
    if other is not None and other.pos_ in ("PROPN", "NOUN", "PRON") and child(verb, "attr") is None:
        return _before_office(other)
    for c in verb.children:
        if c.dep_ in ("ccomp", "xcomp") and c.i > verb.i:
            inner = child(c, *SUBJECTS)
            has_to = any(t.tag_ == "TO" for t in c.children)
            if inner is not None and (has_to or verb.lemma_ in words_of(verb)["bareObject"]):
                return inner
    return None


def _before_office(office: Token) -> Token:
    """Give the person that the parser read as part of an office: "named Trevor Manuel finance minister"."""
    before = office.nbor(-1) if office.i and office.pos_ == "NOUN" else office
    return before if before.text == PERSON and before.head.i == office.i and before.dep_ == "compound" else office


def _shared_object(verb: Token) -> Token | None:
    """Give the object that a verb shares with the next one: "commends and supports the efforts"."""
    doc = verb.doc
    if verb.i + 2 >= len(doc) or doc[verb.i + 1].lower_ not in ("and", "or", ","):
        return None
    for c in verb.children:
        if c.dep_ == "conj" and is_verbal(c) and c.i - verb.i <= 4 and child(c, *SUBJECTS) is None:
            return child(c, "dobj")
    return None


def _stranded(verb: Token) -> bool:
    return any(c.dep_ == "prep" and child(c, "pobj", "pcomp") is None for c in verb.children)


def phrase_of(verb: Token) -> str:
    """Give a verb with its particle: "shrug off"."""
    particle = child(verb, "prt")
    return f"{verb.lemma_} {particle.lower_}" if particle is not None else verb.lemma_


def agent(verb: Token) -> Token | None:
    """Give the object of "by" beside a passive."""
    for c in verb.children:
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by"):
            found = child(c, "pobj")
            if found is not None:
                return found
    for c in verb.children:
        if c.dep_ == "prep" and c.lower_ not in _WHEN:  # "was freed after a visit by X" is by nobody named
            for o in c.children:
                for b in o.children if o.dep_ == "pobj" else (o,) if o.lower_ == "by" else ():
                    if b.lower_ == "by" and (found := child(b, "pobj")) is not None:
                        return found
    for c in verb.children:  # "accused of misusing funds by officials": the parser hangs "by" on the gerund
        gerund = child(c, "pcomp") if c.dep_ == "prep" else None
        for b in gerund.children if gerund is not None and gerund.tag_ == "VBG" else ():
            if b.dep_ == "agent" and (found := child(b, "pobj")) is not None:
                return found
    return None


def prepositions(token: Token) -> Iterator[tuple[Token, Token]]:
    """Give each (preposition, its object) hung on the token, with prepositions chained ("out of X") flattened.

    "According to X" says only whence it is known.
    """
    for c in token.children:
        if c.lower_ == "according":
            continue
        if c.dep_ in ("prep", "agent", "dative", "prt", "advmod") or (c.pos_ == "ADP" and c.dep_ in ("dep", "conj")):
            for inner in c.children:
                if (
                    inner.dep_ == "pcomp"
                    and inner.lower_ in ("visiting", "including")
                    and child(inner, "dobj") is not None
                ):
                    yield c, child(inner, "dobj") or inner
                elif inner.dep_ in ("pobj", "pcomp"):
                    yield c, inner
                elif inner.dep_ == "conj" and inner.pos_ in ("ADP", "SCONJ"):
                    yield from ((inner, last) for last in inner.children if last.dep_ == "pobj")
            for inner in c.children:
                if inner.dep_ == "prep":
                    yield from ((inner, last) for last in inner.children if last.dep_ == "pobj")
                    yield from prepositions(inner)
