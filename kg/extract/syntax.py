"""Reads who does what to whom from a dependency parse: voice, control, relative clauses and coordination undone."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of

_SUBJECTS = ("nsubj", "nsubjpass")
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
        return child(verb, "dobj") is None or verb.dep_ == "acl"
    return False


def _was_given(verb: Token) -> bool:
    """Whether what looks like a past goes on a passive of giving: "was called in and handed a note"."""
    goes_on = verb.dep_ == "conj" and is_verbal(verb.head) and child(verb, *_SUBJECTS) is None
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
    )
    return _beside_comma(clause) or (noun.head if described else noun)  # "Smith, a Tutsi, who"


def _beside_comma(clause: Token) -> Token | None:
    """Give the name right before the comma that sets a participle off: "ties with Smith, nominated by Brown"."""
    first = clause.i - 1
    while first > clause.head.i and clause.doc[first].pos_ == "ADV":
        first -= 1
    if clause.tag_ != "VBN" or first <= clause.head.i or clause.doc[first].text != ",":
        return None
    name, head = clause.doc[first - 1], clause.head
    led = head.pos_ == "PROPN" and name.head.lower_ == "of" and name.head.head.i == head.i  # "the KDP of Smith, backed"
    return name if name.text == PERSON and name.i > head.i and name.dep_ == "pobj" and not led else None


def grammatical_subject(verb: Token, depth: int = 0) -> Token | None:
    """Give the surface subject of a verb, found through control, coordination, participles and relatives."""
    if depth > 6:
        return None
    own = child(verb, *_SUBJECTS)
    if own is not None:
        return _own_subject(verb, own)
    head = verb.head
    if verb.dep_ == "conj":
        if is_finite(verb):
            head = finite_conjunct(verb)
        return grammatical_subject(head, depth + 1) if is_verbal(head) else None
    if verb.dep_ == "relcl":
        if is_ranked(head):
            copula = _copula_of(head)
            if copula is not None:
                return grammatical_subject(copula, depth + 1)
            if head.dep_ in ("appos", *_SUBJECTS):
                return _named_before(head)
        if head.lemma_ in words_of(head)["effortMade"] and any(c.tag_ == "TO" for c in verb.children):
            return _subject_beside_noun(verb, depth)  # "on a mission to end the war"
        return head if head.dep_ == "ROOT" and any(c.tag_ == "TO" for c in verb.children) else None
    if verb.dep_ == "acl":
        return _subject_beside_noun(verb, depth)
    if (
        verb.dep_ in ("xcomp", "ccomp", "advcl")
        and head.pos_ == "ADJ"
        and head.dep_ in ("acomp", "oprd", "conj", "ROOT")
    ):
        copula = head.head if is_verbal(head.head) else head
        return grammatical_subject(copula, depth + 1)
    if verb.dep_ in ("xcomp", "advcl") and head.dep_ == "acl" and head.head.lemma_ in words_of(head)["decision"]:
        decider = agent(head) if verb.tag_ == "VB" else None  # "the decision announced by Peru to expel"
        if decider is not None:
            return decider
    if verb.dep_ == "xcomp" and is_verbal(head):
        if head.lemma_ in words_of(head)["objectControl"] and not rings(head):
            target = addressee(head) or undergoer(head)
            if target is not None and target.i != verb.i:
                return target
        called = addressee(head) if verb.tag_ == "VB" else None
        return called or grammatical_subject(head, depth + 1)
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and is_verbal(head):
        receiver = licensed(child(head, "dobj", "nsubjpass"))
        if receiver is not None:
            return receiver
    if verb.dep_ in ("advcl", "ccomp") and verb.tag_ == "VB" and is_verbal(head) and addressee(head) is not None:
        return addressee(head)
    if verb.dep_ in ("advcl", "ccomp", "dep", "parataxis", "prep", "pcomp") and verb.tag_ in ("VBG", "VBN", "VB"):
        return _subject_of_adjunct(verb, depth)
    return None


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
    subject = child(clause, *_SUBJECTS, "expl")
    words = words_of(clause)
    return subject is not None and (
        subject.lower_ in ("it", "this", "that", "there")
        or subject.lemma_.casefold() in words["deed"] | words["attack"] | words["talk"] | words["pact"]
    )


def _own_subject(verb: Token, own: Token) -> Token | None:
    """Give the subject that hangs on the verb, or what a relative pronoun as its subject takes up."""
    others = [c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i]
    if len(others) > 1 and others[-1].pos_ == "PROPN" and own.pos_ == "NOUN":
        own = others[-1]
    if own.lower_ in RELATIVE and own.tag_ in ("WP", "WDT", "IN", "DT", "WP$"):
        known = _person_before(own) or antecedent(verb) or own
        return _counted_among(known) or known
    if own.lower_ in ("it", "there") and child(verb, "attr") is None and own.tag_ == "EX":
        return None
    return own


def _counted_among(several: Token) -> Token | None:
    """Give who is told to be one of several: "Peru was among the states that", "Chad is one of those which".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru was among the countries that condemned Chad."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'criticized')]
    """
    preposition = several.head
    if several.dep_ != "pobj" or several.pos_ == "PROPN" or preposition.lower_ not in ("among", "of"):
        return None
    clause = preposition.head
    if preposition.lower_ == "of":
        if clause.lower_ != "one" or clause.dep_ != "attr":
            return None
        clause = clause.head
    named = child(clause, "nsubj") if clause.lemma_ == "be" else None
    return named if named is not None and named.i < several.i else None


def _person_before(relative: Token) -> Token | None:
    """Give the person right before "who", where the parser hung the clause elsewhere: "tests set by Smith, who"."""
    if relative.lower_ != "who" or relative.i < 2:
        return None
    before = relative.nbor(-1)
    before = before.nbor(-1) if before.text == "," else before
    return before if before.text == PERSON and before.dep_ not in ("poss", "compound") else None


def _subject_beside_noun(verb: Token, depth: int) -> Token | None:
    """Give the subject of a clause that hangs on a noun: "forces backed by X", "Iran's decision to leave"."""
    head = _beside_comma(verb) or verb.head
    if verb.tag_ in ("VBG", "VBN") or (head.dep_ == "ROOT" and head.pos_ == "PROPN"):
        return head
    receiver = licensed(head) or _invited(head) or _told_to(head, verb)
    if receiver is not None:
        return receiver
    owner = child(head, "poss") or next(
        (c for c in head.children if c.dep_ in ("amod", "compound") and c.text[0].isupper() and c.i < head.i), None
    )
    owner = owner or next((o for p, o in prepositions(head) if p.lower_ in ("of", "by") and p.i < verb.i), None)
    owner = owner or next((a for c in head.children if c.tag_ == "VBN" and c.i < verb.i and (a := agent(c))), None)
    if owner is not None:
        return owner
    governor = head.head if head.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "pobj") else None
    if governor is not None and governor.dep_ == "prep" and not is_verbal(governor):
        governor = governor.head
    if governor is not None and governor.dep_ == "pobj" and governor.pos_ == "PROPN" and verb.tag_ == "VB":
        governor = governor.head.head  # "arrived in Rome on a mission to end the war"
    if governor is None or not is_verbal(governor):
        return None
    words = words_of(verb)
    reacts = head.lemma_ in words["settled"] and governor.lemma_ in words["react"] - words["ownReason"]
    return None if reacts else grammatical_subject(governor, depth + 1)  # "condemns the decision to expel the envoy"


def _invited(noun: Token) -> Token | None:
    """Give who is to do what an invitation is for: "accepted the King's invitation to visit", "invitation to X to"."""
    words, verb = words_of(noun), noun.head
    if noun.lemma_ not in words["invitation"]:
        return None
    asked = next((o for p, o in prepositions(noun) if p.lower_ in ("to", "for")), None)
    answers = noun.dep_ in ("dobj", "nsubjpass") and is_verbal(verb) and verb.lemma_ in words["givenInvitation"]
    return asked or (doer(verb) if answers else None)


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
    return ranked and any(c.tag_ == "TO" for v in (*noun.children, *noun.head.children) for c in v.children)


def _copula_of(ranked: Token) -> Token | None:
    """Give the verb that says who is ranked: "was" in "was one of the first states to sign", "was among the first"."""
    node = ranked
    for _ in range(3):
        if node.dep_ == "attr":
            return node.head if is_verbal(node.head) else None
        if node.dep_ != "pobj" or node.head.lower_ not in ("of", "among", "amongst"):
            return None
        node = node.head.head
        if is_verbal(node):
            return node if node.lemma_ == "be" else None
    return None


def _named_before(ranked: Token) -> Token | None:
    """Give who is ranked beside the name: "Peru, one of three states to recognise it, said"."""
    if ranked.dep_ == "appos":
        return ranked.head
    if ranked.dep_ in _SUBJECTS and ranked.head.lemma_ == "be":
        return child(ranked.head, "attr")  # "the first to recognise it was Peru"
    beside = (c for c in ranked.head.children if c.dep_ in _SUBJECTS and c.i < ranked.i)
    return next((c for c in beside if ranked.doc[ranked.left_edge.i - 1].text == "," and c.pos_ == "PROPN"), None)


def _told_to(order: Token, verb: Token) -> Token | None:
    """Give whom an order tells what to do: "the ultimatum by Peru to the rebels to stop"."""
    if order.lemma_ not in words_of(order)["asked"]:
        return None
    return next((o for p, o in prepositions(order) if p.lower_ in ("to", "on") and o.i < verb.i), None)


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


def _subject_of_adjunct(verb: Token, depth: int) -> Token | None:
    """Give the subject of a participle or gerund from the clause around it: "accused Iran of arming rebels"."""
    owner = _whose_part(verb)
    if owner is not None:
        return owner
    target = verb.head
    while target.dep_ in ("prep", "pcomp", "conj") and not is_verbal(target) and target.pos_ in ("ADP", "SCONJ"):
        target = target.head
    if not is_verbal(target):
        if verb.dep_ != "pcomp":
            return target if verb.tag_ == "VBG" else None
        noun = target
        target = verb_above(target)
        if is_verbal(target) and _blames(target, verb.head) and noun.pos_ in ("NOUN", "PROPN"):
            blamed = undergoer(target)  # "accused Peru's leaders of interfering", read as the leaders of it
            charged = noun.dep_ == "pobj" and noun.head.head.i == target.i  # "arrested two men on charges of spying"
            if charged or (blamed is not None and blamed.i == noun.i):
                return blamed
            return grammatical_subject(target, depth + 1)
        return grammatical_subject(target, depth + 1) if is_verbal(target) else None
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
        thanked = _thanked(target, verb.head)
        if thanked is not None:
            return thanked
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as" and target.lemma_ in ("quote", "cite"):
        return direct_object(target) or grammatical_subject(target, depth + 1)  # "quoted Rao as telling Paz"
    if verb.dep_ == "pcomp" and _blames(target, verb.head):
        blamed = undergoer(target)
        if blamed is not None and blamed.i != verb.i:
            return blamed
    told = verb.dep_ == "advcl" and verb.tag_ == "VB" and target.lemma_ in words_of(target)["mandative"]
    if told or (target.lemma_ in words_of(target)["objectControl"] and verb.dep_ == "ccomp"):
        controlled = direct_object(target)
        if controlled is not None:
            return controlled
    return grammatical_subject(target, depth + 1)


def _whose_part(gerund: Token) -> Token | None:
    """Give whose role, effort or success it is to do something: "praised Peru's role in brokering the truce"."""
    preposition = gerund.head
    if gerund.dep_ != "pcomp" or preposition.lower_ not in ("in", "at", "of", "towards", "toward") or not preposition.i:
        return None
    part = preposition.nbor(-1)
    if part.lemma_.casefold() not in words_of(part)["partTaken"]:
        return None
    before = (c for c in part.children if c.dep_ in ("amod", "compound", "nmod") and c.text[0].isupper())
    of = (o for p, o in prepositions(part) if p.lower_ in ("of", "by") and p.i < preposition.i)
    return child(part, "poss") or next(before, None) or next(of, None)


def _thanked(verb: Token, preposition: Token) -> Token | None:
    """Give who is thanked for what he did: "gratitude to Peru, a good friend, and to Chad for sending troops"."""
    thanks = child(verb, "dobj")
    if thanks is None or thanks.lemma_ not in words_of(verb)["thanks"]:
        return None
    found = [o for host in (thanks, verb) for p, o in prepositions(host) if p.lower_ in ("to", "with")]
    found += [c for o in found for c in o.children if c.dep_ == "conj" and c.nbor(-1).lower_ in ("to", "with")]
    return max((o for o in found if o.i < preposition.i), key=lambda o: o.i, default=None)


def _blames(verb: Token, preposition: Token) -> bool:
    """Whether what follows the preposition is done by the verb's object: "blamed Iran for", "charged Iran with"."""
    if preposition.lower_ == "with":
        return verb.lemma_ == "charge"
    if preposition.lower_ not in ("of", "from", "against", "into", "for"):
        return False
    return verb.lemma_ in ("warn", "caution") or (
        verb.lemma_ in words_of(verb)["blame"] and preposition.lower_ != "against"
    )


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
    own = child(verb, "dobj")
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
        and not any(c.lower_ in RELATIVE and c.dep_ in _SUBJECTS for c in verb.children)
        and child(verb, *_SUBJECTS) is not None
        and not _stranded(verb)
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
            inner = child(c, *_SUBJECTS)
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
        if c.dep_ == "conj" and is_verbal(c) and c.i - verb.i <= 4 and child(c, *_SUBJECTS) is None:
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


def doer(verb: Token) -> Token | None:
    """Give the logical subject."""
    return agent(verb) if is_passive(verb) else grammatical_subject(verb)


def undergoer(verb: Token) -> Token | None:
    """Give the logical object."""
    if is_passive(verb):
        return grammatical_subject(verb)
    return direct_object(verb)


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
