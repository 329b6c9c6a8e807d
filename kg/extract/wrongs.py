"""Tells of whom a clause says something bad: "Mali is fuelling the war", "its policy is a threat", "Mali has no right".

Only what the clause says is read here; who says it, and whether the two are on one side, is for those who ask.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from spacy.tokens import Token

from kg.extract.failings import UNREAL, is_denied, is_untrusted, lacks, left_undone, overdoes
from kg.extract.frames import lemma_of
from kg.extract.frames.words import through_measure
from kg.extract.lexis import words_of
from kg.extract.mentions import Span
from kg.extract.patterns import Pattern, unworded
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import agent, chain_of, child, is_passive, is_verbal, prepositions

ACCUSED = unworded("accused", "a quotation that tells of wrongdoing")
CRITICIZED = unworded("criticized", "a quotation that disapproves")
_THIS = frozenset({"it", "this", "that", "these", "them"})
"""Pronouns of a deed that is spoken of: "Chad is behind this"."""
_DEPTH = 3
"""How many verbs of aiming one may follow: "is planning to try to divide the allies"."""


def wrong_told(clause: Token, spans: Sequence[Span | None]) -> tuple[Pattern, Token] | None:
    """Give whether a clause tells of a wrong or of something bad, and of whom.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> def told(text):
    ...     found = Extractor().extract(Article("a", text)).events
    ...     return [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found]
    >>> told("Chad said that Peru was fuelling the war in the north.")
    [('Chad', 'criticized', 'Peru')]
    >>> told("Cuba's policy poses a threat to the region, Mali's foreign minister said.")
    [('Mali', 'criticized', 'Cuba')]
    """
    subject = grammatical_subject(clause)
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether", "unless") for c in clause.children):
        return None
    if subject is None or any(c.dep_ == "expl" and c.lower_ == "there" for c in clause.children):
        return _there_is(clause)
    if subject.lower_ in ("it", "what"):
        judged = _deplored(clause)
        if judged is not None:
            return CRITICIZED, judged
    aim = chain_of(clause)
    if aim.dep_ == "xcomp" and is_verbal(aim.head) and is_denied(aim.head):
        return None  # "has never wanted to violate its borders"
    if left_undone(clause):
        return ACCUSED, subject
    if overdoes(clause):
        return CRITICIZED, subject
    if is_untrusted(clause):
        return CRITICIZED, subject
    if any(c.lower_ in UNREAL for c in clause.children if c.dep_ == "aux"):
        return None
    if is_denied(clause):
        return (CRITICIZED, subject) if lacks(clause) else None
    whose = _served(clause, subject) or _answerable(clause, subject) or _whose_work(clause) or _shown(clause)
    if whose is not None:
        return ACCUSED, whose
    if is_passive(clause) and (not _aims(clause) or _is_committed(clause, subject)):
        doer = agent(clause) or next((a for c in clause.children if c.dep_ == "conj" and (a := agent(c))), None)
        doer = doer or _abettor(clause)
        wrong = _does_wrong(clause, spans) or (lemma_of(clause) in words_of(clause)["bringing"] and is_bad(subject))
        wrong = wrong or _is_committed(clause, subject)
        return (_blame_for(clause), doer) if doer is not None and wrong else None
    if _does_wrong(clause, spans) or any(_does_wrong(v, spans, aim=True) for v in _aimed_at(clause)):
        return _blame_for(clause), subject
    if lacks(clause) or _is_likened(clause):
        return CRITICIZED, subject
    if _carries_on(clause):
        return ACCUSED, subject
    brought = _brought(clause)
    if brought is not None:
        return CRITICIZED, _doer_of(brought, subject, spans)
    return None


def _there_is(clause: Token) -> tuple[Pattern, Token] | None:
    """Give whose wrongs there are: "there have been thousands of violations by Chad"."""
    if lemma_of(clause) != "be" or is_denied(clause):
        return None
    for told in (c for c in clause.children if c.dep_ == "attr"):
        wrong = through_measure(told)
        owner = (owner_of(wrong) or owner_of(told)) if is_bad(wrong) else None
        if owner is not None:
            return ACCUSED, owner
    return None


def _deplored(clause: Token) -> Token | None:
    """Give who does what is called bad: "it is regrettable that Chad left", "it was wrong of Chad to leave"."""
    judgements = [c for c in clause.children if c.dep_ in ("acomp", "attr", "oprd", "csubj")]
    bad = words_of(clause)["deplored"]
    judged = next((j for j in judgements if is_bad(j) or lemma_of(j) in bad), None)
    if judged is None or lemma_of(clause) not in words_of(clause)["seeming"] or is_denied(clause):
        return None
    for told in (c for node in (clause, judged) for c in node.children if c.i > judged.i):
        if told.dep_ in ("ccomp", "relcl", "acl", "advcl", "xcomp") and (party := child(told, "nsubj", "nsubjpass")):
            real = not any(m.lower_ in ("if", "when", "to") or m.tag_ == "MD" for m in told.children)
            if party.pos_ != "PRON" and (real or any(m.lower_ == "for" for m in told.children)):
                return party
    return next((o for p, o in prepositions(judged) if p.lower_ in ("of", "for") and o.pos_ == "PROPN"), None)


def _doer_of(wrong: Token, subject: Token, spans: Sequence[Span | None]) -> Token:
    """Give whom it tells against that a thing is bad: who does it, as in "the raid is a crime by Chad"."""
    if subject.pos_ == "PROPN" or spans[subject.i] is not None:
        return subject
    by = next((o for p, o in prepositions(wrong) if p.lower_ == "by"), None) or _beside_by(wrong)
    return by or child(wrong, "poss") or subject


def _beside_by(wrong: Token) -> Token | None:
    """Give the doer that the parser hung on the preposition before: "amounts to a crime by Chad"."""
    return next((o for p, o in prepositions(wrong.head) if p.lower_ == "by" and o.i > wrong.i), None)


def _blame_for(verb: Token) -> Pattern:
    """Give how a verb of wrong blames: harm done is criticised, a deed against law or faith is an accusation."""
    words, lemma = words_of(verb), lemma_of(verb)
    harm = words["harming"] | words["worsening"]
    return CRITICIZED if lemma in harm and lemma not in words["misdeed"] else ACCUSED


def _does_wrong(verb: Token, spans: Sequence[Span | None], *, aim: bool = False) -> bool:
    """Whether a verb, or a verb with what goes with it, is a wrong; more verbs are so as an aim than as a deed."""
    words = words_of(verb)
    bad = [words["misdeed"], words["harming"], *([words["subverting"]] if aim else [])]
    lemma = lemma_of(verb)
    if any(lemma in known for known in bad) or any(
        c.lower_ in words["wrongly"] for c in verb.children if c.dep_ == "advmod"
    ):
        return lemma != "be"
    things = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    armed = any((span := spans[c.i]) is not None and span.sort == "group" for c in things)
    objects = [through_measure(o) for o in chain(things, (o for _, o in prepositions(verb)))]
    done = {lemma_of(o) for o in chain(objects, (c for o in objects for c in o.children if c.dep_ == "conj"))}
    done |= {"rebel"} if armed else set()
    if _pairs(verb, done):
        return True
    done |= {c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod", "acomp", "oprd", "advcl", "ccomp")}
    return any(f"{lemma} {thing}" in known for thing in done for known in bad)


def _pairs(verb: Token, objects: set[str]) -> bool:
    """Whether a verb is a wrong for its object: arms rebels, blocks talks, spreads hatred, lets gunmen cross."""
    words, lemma = words_of(verb), lemma_of(verb)
    if lemma in words["abetting"] and objects & words["outlaw"]:
        return True
    if lemma in words["balking"] and objects & words["publicGood"]:
        return True
    if lemma in words["worsening"] and objects & (words["trouble"] | words["worrying"] | words["ill"]):
        return not _lessens(verb)
    if lemma not in words["permitting"]:
        return False
    let = [s for c in verb.children if c.dep_ in ("ccomp", "xcomp") and (s := child(c, "nsubj", "nsubjpass"))]
    return bool((objects | {lemma_of(s) for s in let}) & (words["outlaw"] | words["wrongdoing"]))


def _lessens(verb: Token) -> bool:
    """Whether what a verb brings about is its end: "led to an end of the conflict", "gave no concern"."""
    return any(c.lower_ == "no" for o in verb.children if o.dep_ == "dobj" for c in o.children)


def _is_committed(clause: Token, deed: Token) -> bool:
    """Whether a passive says whose work an attack or a plot is: "the raid was carried out by Chadian soldiers".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said the coup attempt had been organized and financed by Chile."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('accused', 'Chile')]
    """
    words = words_of(clause)
    if lemma_of(clause) not in words["committing"] | words["abetting"]:
        return False
    deeds = {lemma_of(deed), *(lemma_of(c) for c in deed.children if c.dep_ == "compound")}
    done = words["attack"] | words["violentDeath"] | words["scheme"] | words["takeover"] | words["outlaw"]
    return bool(deeds & done)


def _abettor(clause: Token) -> Token | None:
    """Give with whose help something was done: "was planned with the support of Chad", "with Chadian help".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mali said the attack had been planned with the support of Chad."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('accused', 'Chad')]
    """
    aids = (o for p, o in prepositions(clause) if p.lower_ == "with" and lemma_of(o) in words_of(o)["abetment"])
    for noun in aids:
        owner = owner_of(noun) or next((o for p, o in prepositions(noun) if p.lower_ in ("of", "from")), None)
        if owner is not None:
            return owner
    return None


def _aims(clause: Token) -> bool:
    """Whether a verb is of aiming at something: "is trying to", "is aimed at"."""
    return lemma_of(clause) in words_of(clause)["striving"]


def _aimed_at(clause: Token, depth: int = 0) -> Iterator[Token]:
    """Give the verbs of what a clause says that its subject aims at, or goes on doing."""
    for c in clause.children:
        if c.dep_ == "xcomp" and is_verbal(c) and _aims(clause):
            yield c
            if depth < _DEPTH:
                yield from _aimed_at(c, depth + 1)
        elif c.dep_ == "prep" and _aims(clause):
            yield from (v for v in c.children if v.dep_ == "pcomp" and is_verbal(v))
        elif c.dep_ in ("acomp", "attr") and depth < _DEPTH:
            yield from (v for v in c.children if v.dep_ in ("xcomp", "acl") and is_verbal(v))
            yield from (o for _, o in prepositions(c) if o.tag_ == "VBG" and lemma_of(c) in _sides(c))


def _sides(word: Token) -> frozenset[str]:
    """Give the adjectives behind which a gerund tells what somebody does or wants: "is bent on dividing"."""
    words = words_of(word)
    return words["failing"] | words["answerable"]


def _brought(clause: Token) -> Token | None:
    """Give the bad thing that its subject is, causes or shows: "is an obstacle", "caused alarm", "is intransigent"."""
    words = words_of(clause)
    lemma = lemma_of(clause)
    if lemma not in words["bringing"]:
        return None
    told = [c for c in clause.children if c.dep_ in ("attr", "acomp", "dobj", "oprd")]
    behind = [(p, o) for p, o in prepositions(clause) if p.lower_ in ("to", "in", "of", "with")]
    if lemma == "be":
        astray = next((o for p, o in behind if p.lower_ in ("in", "at") and lemma_of(o) in words["astray"]), None)
        if astray is not None:
            return astray
        behind = [(p, o) for c in told if c.lower_ in words["equal"] for p, o in prepositions(c)]
    return next((c for c in chain(told, (o for _, o in behind)) if is_bad(through_measure(c))), None)


def _carries_on(clause: Token) -> bool:
    """Whether a clause tells of a wrong that its subject goes on with: "continues its brutal repression".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said that Chad was waging a campaign of terror. Cuba said Mali was continuing its reforms."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'Chad')]
    """
    words = words_of(clause)
    if lemma_of(clause) not in words["carryingOn"]:
        return False
    things = [c for c in clause.children if c.dep_ == "dobj"]
    things += [o for t in things if lemma_of(t) in words["campaign"] for p, o in prepositions(t) if p.lower_ == "of"]
    things += [o for c in clause.children if c.dep_ == "xcomp" for p, o in prepositions(c) if p.lower_ == "as"]
    things += [o for p, o in prepositions(clause) if p.lower_ in ("as", "with", "in")]
    return any(is_bad(through_measure(t)) or lemma_of(t) in words["weapon"] for t in things if t.pos_ == "NOUN")


def _is_likened(clause: Token) -> bool:
    """Whether its subject is likened to something bad: "is behaving like a bully"."""
    if lemma_of(clause) not in words_of(clause)["likeness"]:
        return False
    return any(p.lower_ in ("like", "as") and is_bad(o) for p, o in prepositions(clause))


def is_bad(word: Token) -> bool:
    """Whether a noun or adjective, or an adjective beside it, is bad to be or to bring."""
    words = words_of(word)
    if any(c.lower_ == "no" or c.dep_ == "neg" for c in word.children):
        return False
    lemma = lemma_of(word)
    if any(f"{lemma} of {lemma_of(o)}" in words["warlike"] for p, o in prepositions(word) if p.lower_ == "of"):
        return True  # "amounts to a declaration of war"
    if lemma in words["origin"]:
        return any(lemma_of(o) in words["worrying"] | words["ill"] for p, o in prepositions(word) if p.lower_ == "of")
    if lemma in words["evidence"] and any(is_bad(o) for p, o in prepositions(word) if p.lower_ == "of"):
        return True
    bad = (words["disapproval"], words["discredit"], words["wrongdoing"], words["ill"], words["failing"])
    beside = (lemma_of(c) for c in word.children if c.dep_ in ("amod", "compound", "conj"))
    return any(form in known for form in (lemma, *beside) for known in bad)


def _shown(clause: Token) -> Token | None:
    """Give whose wrong something shows: "is evidence of Japan's failure to act", "is part of a plot by Iran"."""
    words = words_of(clause)
    for told in (c for c in clause.children if c.dep_ == "attr" and lemma_of(c) in words["evidence"]):
        for p, wrong in prepositions(told):
            if p.lower_ == "of" and lemma_of(wrong) in words["ill"] | words["wrongdoing"] | words["scheme"]:
                return owner_of(wrong)
    return None


def owner_of(wrong: Token) -> Token | None:
    """Give whose a wrong is: "Japan's failure", "Japanese dumping", "the violations of the truce by Japan"."""
    behind = list(prepositions(wrong))
    deeper = (pair for p, o in behind if p.lower_ == "of" for pair in prepositions(o))
    by = next((o for p, o in chain(behind, deeper) if p.lower_ == "by"), None)
    before = (c for c in wrong.children if c.dep_ in ("amod", "nmod", "compound") and c.text[0].isupper())
    owner = child(wrong, "poss") or by or next(before, None)
    return owner if owner is not None and owner.pos_ in ("PROPN", "NOUN", "ADJ") else None


def _answerable(clause: Token, subject: Token) -> Token | None:
    """Give whom a clause holds guilty: "bears the responsibility", "the blame lies with Iran", "is behind the raid"."""
    words, lemma = words_of(clause), lemma_of(clause)
    if lemma in words["bearing"] and any(lemma_of(c) in words["guilt"] for c in clause.children if c.dep_ == "dobj"):
        return subject
    if lemma in ("lie", "rest") and lemma_of(subject) in words["guilt"]:
        return next((o for p, o in prepositions(clause) if p.lower_ in ("with", "on", "at")), None)
    if lemma == "be":
        told = {lemma_of(c) for c in clause.children if c.dep_ in ("acomp", "attr", "xcomp")}
        behind = (through_measure(o) for p, o in prepositions(clause) if p.lower_ == "behind")
        if told & words["answerable"] or any(lemma_of(o) in words["deed"] or o.lower_ in _THIS for o in behind):
            return subject
    return None


def is_held_guilty(clause: Token) -> bool:
    """Whether somebody is to answer for what he did: "must be held to account", "should be held responsible".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said Chile must be held to account for the deaths."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('accused', 'Chile')]
    """
    words = words_of(clause)
    told = {lemma_of(c) for c in clause.children if c.dep_ in ("acomp", "oprd", "xcomp", "advcl")}
    told |= {lemma_of(o) for p, o in prepositions(clause) if p.lower_ == "to" and lemma_of(o) in words["calledTo"]}
    return lemma_of(clause) == "hold" and is_passive(clause) and bool(told & (words["answerable"] | words["calledTo"]))


def _served(clause: Token, subject: Token) -> Token | None:
    """Give for whom those work who are spoken of: "spied for Iran", "mercenaries in the pay of Iran", "backed by Iran".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru said the men had been spying for Chile. Cuba said the hackers were backed by Chad."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "accused"]
    [('Peru', 'Chile'), ('Cuba', 'Chad')]
    """
    words, lemma = words_of(clause), lemma_of(clause)
    if lemma_of(subject) not in words["henchman"]:
        return None
    paid = (o for p, o in prepositions(subject) if p.lower_ in ("in", "on") and o.lower_ in words["wage"])
    payer = next((o for pay in paid for p, o in prepositions(pay) if p.lower_ == "of"), None)
    if payer is not None:
        return payer
    if is_passive(clause) and lemma in words["backing"]:
        return agent(clause)
    master = next((o for p, o in prepositions(clause) if p.lower_ == "for"), None)
    secret = master is not None and lemma_of(master) in words["secretService"]
    return master if lemma == "spy" or (lemma == "work" and secret) else None


def _whose_work(clause: Token) -> Token | None:
    """Give who did it: "was the work of Iran", "was Iran's doing", "is the victim of a plot by Iran"."""
    words = words_of(clause)
    for told in (c for c in clause.children if c.dep_ == "attr"):
        if lemma_of(told) in words["handiwork"]:
            owner = child(told, "poss")
            return owner or next((o for p, o in prepositions(told) if p.lower_ == "of"), None)
        if lemma_of(told) in words["suffererOf"]:
            deed = next((o for p, o in prepositions(told) if p.lower_ == "of"), None)
            if deed is None or lemma_of(deed) not in words["deed"] | words["scheme"]:
                return None
            by = next((a for c in deed.children if c.dep_ == "acl" and (a := agent(c)) is not None), None)
            return by or deed
    return None
