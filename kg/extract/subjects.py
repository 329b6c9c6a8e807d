"""Says who the subject of a clause is: its own, or one found through control, coordination or a relative."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of
from kg.extract.syntax import (
    PERSON,
    SUBJECTS,
    addressee,
    agent,
    antecedent,
    beside_comma,
    child,
    direct_object,
    finite_conjunct,
    is_finite,
    is_passive,
    is_ranked,
    is_verbal,
    licensed,
    prepositions,
    rings,
    those_named,
    verb_above,
)

_OF_PART = frozenset({"in", "at", "of", "to", "towards", "toward"})
"""Prepositions of a gerund behind whose part in it, or plan, is told."""


def grammatical_subject(verb: Token, depth: int = 0) -> Token | None:
    """Give the surface subject of a verb, found through control, coordination, participles and relatives."""
    if depth > 6:
        return None
    own = child(verb, *SUBJECTS)
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
            if head.dep_ in ("appos", *SUBJECTS):
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
    led = head.head.lemma_ in words_of(head)["decision"] or head.lemma_ == "lead"
    if verb.dep_ in ("xcomp", "advcl") and head.dep_ == "acl" and led:
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
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and (wanted := _called_for(verb, head)) is not None:
        return wanted
    if verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and is_verbal(head):
        receiver = licensed(child(head, "dobj", "nsubjpass"))
        if receiver is not None:
            return receiver
    if verb.dep_ in ("advcl", "ccomp") and verb.tag_ == "VB" and is_verbal(head) and addressee(head) is not None:
        return addressee(head)
    if verb.dep_ in ("advcl", "ccomp", "dep", "parataxis", "prep", "pcomp") and verb.tag_ in ("VBG", "VBN", "VB"):
        return _subject_of_adjunct(verb, depth)
    return None


def _own_subject(verb: Token, own: Token) -> Token | None:
    """Give the subject that hangs on the verb, or what a relative pronoun as its subject takes up."""
    others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    if len(others) > 1 and others[-1].pos_ == "PROPN" and own.pos_ == "NOUN":
        own = others[-1]
    if own.lower_ in RELATIVE and own.tag_ in ("WP", "WDT", "IN", "DT", "WP$"):
        known = _person_before(own) or antecedent(verb) or own
        return _counted_among(known) or known
    if own.lower_ in ("it", "there") and child(verb, "attr") is None and own.tag_ == "EX":
        return None
    return own


def _called_for(verb: Token, head: Token) -> Token | None:
    """Give who is to do it where somebody calls for it: "called for more troops to join the force".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao called for more doctors to join the UN mission in Chad."
    >>> [e.predicate for e in Extractor().extract(Article("a", text)).events]
    []
    """
    if head.lemma_ not in words_of(verb)["hopeFor"] or not any(c.tag_ == "TO" for c in verb.children):
        return None
    wanted = (o for p, o in prepositions(head) if p.lower_ == "for" and head.i < o.i < verb.i)
    return next((o for o in wanted if o.right_edge.i + 1 == verb.left_edge.i), None)


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
    head = beside_comma(verb) or verb.head
    led = (a for c in verb.head.children if c.dep_ == "acl" and c.lemma_ == "lead" and (a := agent(c)) is not None)
    if verb.tag_ == "VB" and (leader := next(led, None)) is not None:
        return leader  # "moves, led by Peru and also involving Chad, to broker a truce"
    if verb.tag_ in ("VBG", "VBN") or (head.dep_ == "ROOT" and head.pos_ == "PROPN"):
        return those_named(head) or head
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
    helps = (
        head.lemma_ in words["effortMade"] and governor.lemma_ in words["ofOthersTalks"]
    )  # "backs efforts to end it"
    if reacts or helps:
        return None  # "condemns the decision to expel the envoy"
    return grammatical_subject(governor, depth + 1)


def _invited(noun: Token) -> Token | None:
    """Give who is to do what an invitation is for: "accepted the King's invitation to visit", "invitation to X to"."""
    words, verb = words_of(noun), noun.head
    if noun.lemma_ not in words["invitation"]:
        return None
    asked = next((o for p, o in prepositions(noun) if p.lower_ in ("to", "for")), None)
    answers = noun.dep_ in ("dobj", "nsubjpass") and is_verbal(verb) and verb.lemma_ in words["givenInvitation"]
    return asked or (doer(verb) if answers else None)


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
    if ranked.dep_ in SUBJECTS and ranked.head.lemma_ == "be":
        return child(ranked.head, "attr")  # "the first to recognise it was Peru"
    beside = (c for c in ranked.head.children if c.dep_ in SUBJECTS and c.i < ranked.i)
    return next((c for c in beside if ranked.doc[ranked.left_edge.i - 1].text == "," and c.pos_ == "PROPN"), None)


def _told_to(order: Token, verb: Token) -> Token | None:
    """Give whom an order tells what to do: "the ultimatum by Peru to the rebels to stop"."""
    if order.lemma_ not in words_of(order)["asked"]:
        return None
    hosts = (order, order.head) if order.dep_ == "dobj" else (order,)  # "made a plea to Chad to free them"
    told = (po for host in hosts for po in prepositions(host))
    return next((o for p, o in told if p.lower_ in ("to", "on") and order.i < o.i < verb.i), None)


def _subject_of_adjunct(verb: Token, depth: int) -> Token | None:
    """Give the subject of a participle or gerund from the clause around it: "accused Iran of arming rebels"."""
    owner = _whose_part(verb)
    if owner is not None:
        return owner
    target = verb.head
    while target.dep_ in ("prep", "pcomp", "conj") and not is_verbal(target) and target.pos_ in ("ADP", "SCONJ"):
        target = target.head
    if target.dep_ == "acl" and target.lemma_ == "aim" and verb.dep_ == "pcomp":
        above = verb_above(target.head)  # "opened two days of talks aimed at settling the dispute"
        return doer(above) if is_verbal(above) and depth < 6 else None
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
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and (writer := _writer(target, verb)) is not None:
        return writer
    if verb.dep_ == "pcomp" and verb.head.lower_ == "for":
        thanked = _thanked(target, verb.head) or _punished(target, verb.head)
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


def _writer(verb: Token, saying: Token) -> Token | None:
    """Give from whom a letter is that another brings or gets: "relayed a message from Chad to Mali, warning it"."""
    letter, words = child(verb, "dobj"), words_of(verb)
    if letter is None or not letter.i < saying.i or letter.lemma_ not in words["letter"]:
        return None
    if saying.lemma_ not in words["report"] | words["request"]:
        return None
    return next((o for p, o in prepositions(letter) if p.lower_ == "from" and o.i < saying.i), None)


def _whose_part(gerund: Token) -> Token | None:
    """Give whose role, effort or plan it is to do something: "praised Peru's role in brokering the truce".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali and Chad held talks. Rao thanked Peru for its commitment to mediating an accord."
    >>> [(e.subjects[0].name, e.status) for e in Extractor().extract(Article("a", text)).events][-1]
    ('Peru', 'actual')
    """
    preposition = gerund.head
    if gerund.dep_ != "pcomp" or preposition.lower_ not in _OF_PART or not preposition.i:
        return None
    part = preposition.nbor(-1)
    known = words_of(part)["partTaken"]
    if preposition.lower_ in ("of", "to"):
        known = known | words_of(part)["commitmentMade"] | words_of(part)["planNoun"]
    if part.lemma_.casefold() not in known:
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


def _punished(verb: Token, preposition: Token) -> Token | None:
    """Give who is punished for what he did: "imposed sanctions on Peru for invading", "filed charges against Peru for".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad imposed sanctions on Peru for shelling Chile."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Chad', 'sanctioned', 'Peru'), ('Peru', 'attacked', 'Chile')]
    """
    thing = child(verb, "dobj", "nsubjpass")
    if thing is None:
        return None
    words = words_of(verb)
    measure = thing.lemma_.casefold() in words["sanction"] | words["measure"]
    for p, o in (pair for host in (thing, verb) for pair in prepositions(host)):
        if o.i < preposition.i and (p.lower_ == "against" or (measure and p.lower_ in ("on", "upon"))):
            return o
    return None


def _blames(verb: Token, preposition: Token) -> bool:
    """Whether what follows the preposition is done by the verb's object: "blamed Iran for", "charged Iran with"."""
    if preposition.lower_ == "with":
        return verb.lemma_ == "charge"
    if preposition.lower_ not in ("of", "from", "against", "into", "for"):
        return False
    return verb.lemma_ in ("warn", "caution") or (
        verb.lemma_ in words_of(verb)["blame"] and preposition.lower_ != "against"
    )


def doer(verb: Token) -> Token | None:
    """Give the logical subject."""
    return agent(verb) if is_passive(verb) else grammatical_subject(verb)


def undergoer(verb: Token) -> Token | None:
    """Give the logical object."""
    if is_passive(verb):
        return grammatical_subject(verb)
    return direct_object(verb)
