"""Finds whose the deed is that somebody answers to, where the clause leaves it out: "condemned the strike"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_of, sides
from kg.extract.frames.answers import doer_of_it, proposer, what_was_proposed
from kg.extract.frames.gap import AT, KNOWN, Gap
from kg.extract.frames.implied import other_side, participle_doer, where_wrong_is_done
from kg.extract.frames.nearest import name_behind
from kg.extract.frames.parties import apart
from kg.extract.frames.words import lemma_of
from kg.extract.grammar import RELATIVE
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import chain_of, child, conjuncts, is_verbal, prepositions, verb_above

_DOERS = frozenset({"by", "of", "from"})
_AGAINST = frozenset({"on", "upon", "against"})
_TOLD_WITHIN = 3
"""How many sentences back a verb, or the noun before, tells whose deed a noun of its stem is."""
_STEM = 4
"""How long a verb is at least whose stem a noun may share."""


def who_prompted_it(gap: Gap) -> list[Reference] | None:
    """Read "Oslo recognised it, a step that prompted Israel to recall its envoy" as a recall from Norway."""
    cause = gap.verb.head
    if gap.verb.dep_ not in ("xcomp", "ccomp") or lemma_of(cause) not in gap.resolver.words["prompt"]:
        return None
    deed = grammatical_subject(cause)
    if deed is None:
        return None
    found = apart(gap.resolver.actors(deed), gap.subjects)
    clause = verb_above(deed)
    subject = doer(clause) if not found and is_verbal(clause) and clause.i != cause.i else None
    return found or (gap.resolver.actors(subject) if subject is not None else None)


def who_did_the_deed(gap: Gap) -> list[Reference] | None:
    """Read "condemned the strike by Israel" where the parser hung the name elsewhere, "praised the role Oman plays".

    Whose the arrest or the invasion is, "of" does not say: "condemned the invasion of Kuwait" answers to no Kuwaiti.
    """
    deeds = [t for o in gap.match.objects if o.pos_ == "NOUN" for t in conjuncts(o)]
    victims = {} if gap.pattern.predicate == "supported" else gap.resolver.victims
    aimed = {o for o in deeds if any(p.lower_ in _AGAINST for p, _ in prepositions(o))}  # "the attack of Iran on Oman"
    behind = [t for o in deeds for t in name_behind(o, _DOERS if o in aimed else victims.get(lemma_of(o), _DOERS))]
    behind += [t for o in deeds for c in o.children if c.dep_ == "relcl" and (t := child(c, "nsubj")) is not None]
    lost = (t for t in deeds if lemma_of(t) in victims or lemma_of(t) == "death")
    deadly = [o for t in lost for p, o in prepositions(t) if p.lower_ == "in"]
    raids = [o for o in deadly if lemma_of(o) in gap.resolver.words["attack"]]  # "the death of two in a NATO raid"
    found = [r for o in raids for r in gap.resolver.owners(o, frozenset({o.i})) if r.entity.kind != "place"]
    found += [r for t in behind for r in gap.resolver.actors(t) if r.entity.kind != "place"]
    for deed in deeds if not found else ():
        found.extend(r for r in participle_doer(deed, gap.resolver) if deed.pos_ == "NOUN" and r.entity.kind != "place")
    return apart(found, gap.subjects) or None


def who_does_so(gap: Gap) -> list[Reference] | None:
    """Read "criticized the way Peru treats refugees", "what they called the cleansing by Peru", as against Peru."""
    found: list[Reference] = []
    for o in gap.match.objects:
        manner = lemma_of(o) in gap.resolver.words["manner"]
        clauses = [c for c in o.children if c.dep_ in ("relcl", "acl") and is_verbal(c)] if manner else []
        doers = [s for c in clauses if (s := child(c, "nsubj")) is not None and s.lower_ not in RELATIVE]
        if o.lower_ == "what" and is_verbal(o.head):
            doers += [d for p, d in prepositions(o.head) if p.lower_ == "by"]
        doers += [d for p, d in prepositions(o) if p.lower_ == "between"]  # "over the drill between Peru and Chile"
        found.extend(r for d in doers for r in gap.resolver.actors(d) if r.entity.kind != "place")
    return apart(found, gap.subjects) or None


def who_proposed(gap: Gap) -> list[Reference] | None:
    """Read "rejected the offer", "supported the idea", of what was just proposed."""
    literal = [gap.match.literal] if gap.match.literal is not None else []
    if gap.pattern.predicate == "rejected" and any(o.lower_ in ("it", "this") for o in gap.match.objects):
        return what_was_proposed(gap.verb, gap.subjects, gap.resolver) or None
    return proposer([*gap.match.objects, *literal], gap.verb, gap.subjects, gap.resolver) or None


def who_did_it(gap: Gap) -> list[Reference] | None:
    """Read "condemned it", "rejects this", of what was just told."""
    return doer_of_it(gap.match.objects, gap.verb, gap.subjects, gap.resolver) or None


def doer_of_what_is_commented(gap: Gap) -> list[Reference] | None:
    """Read "Iran tested a missile, which France condemned", "in a move condemned by France", as against Iran."""
    verb = chain_of(gap.verb)
    relative = child(gap.verb, "dobj", "nsubjpass")
    claim = verb.dep_ == "acl" and verb.tag_ != "VBN" and lemma_of(verb.head) in gap.resolver.words["claim"]
    if not (verb.dep_ == "relcl" or claim or _sums_up(verb, gap.resolver)) or (
        relative is not None and relative.lower_ not in RELATIVE
    ):
        return None
    node = verb_above(verb.head)
    subject = doer(node) if is_verbal(node) else None
    held = child(node, "dobj")
    if verb.head.dep_ == "pobj" and held is not None and held.i < verb.head.i:
        charged = gap.resolver.actors(held)  # "accused Iran of a test that France condemned"
        if charged:
            return apart(charged, gap.subjects)
    return gap.resolver.actors(subject) if subject is not None else None


def _sums_up(verb: Token, resolver: Resolver) -> bool:
    """Whether a passive is said of a noun for the whole clause before it: "…, a step welcomed by Chad"."""
    noun = verb.head
    words = resolver.words
    summing = words["anyAct"] | words["settled"] | words["bid"] | words["asked"]
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or lemma_of(noun) not in summing:
        return False
    article = child(noun, "det")
    before = article.nbor(-1) if article is not None and article.lower_ in ("a", "an") and article.i else None
    return before is not None and (before.text == "," or (before.lower_ == "in" and before.i == noun.head.i))


def doer_told_before(gap: Gap) -> list[Reference] | None:
    """Read "condemned the closures", "this act", as deeds of the other side."""
    deed = next((o for o in gap.match.objects if _taken_up(o, gap.resolver.words["deed"])), None)
    if deed is None:  # "pardoned two men … protested against the pardon"
        things = gap.match.objects if gap.pattern.predicate != "rejected" else ()
        named = [r for o in things if o.pos_ == "NOUN" for r in who_was_told_to(o, gap.resolver)]
        return apart(named, gap.subjects) or None
    if gap.match.literal is not None:
        return [] if _tells_whom_it_hit(deed, gap.resolver) else gap.other_side()
    return doer_of_deed(deed, gap.verb, gap.subjects, gap.resolver, gap.pattern.predicate)


def who_is_judged(
    deed: Token, noun: Token | None, verb: Token, critics: list[Reference], resolver: Resolver
) -> list[Reference]:
    """Give who is judged where only a deed or an accord is: "the announcement drew a rebuke from Lima".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru signed an accord with Chile. The treaty won praise from Japan."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events][1:]
    [('praised', ['Peru', 'Chile'])]
    """
    known = any(c.dep_ == "det" and c.lower_ in KNOWN for c in deed.children)
    if known and lemma_of(deed) in resolver.words["pact"]:
        made = resolver.parties_of_accord(verb, critics)
        if made:
            return made
    told = who_was_told_to(deed, resolver) or doer_of_deed(deed, verb, critics, resolver)
    if not told and noun is not None:  # "its inclusion of the party met with condemnation"
        told = resolver.owners(deed, frozenset({deed.i}))
    return apart([r for r in told if r.entity.kind != "place"], critics)


def doer_of_deed(
    deed: Token, verb: Token, subjects: list[Reference], resolver: Resolver, against: str = "criticized"
) -> list[Reference]:
    """Give whose "the closures", "this act" are, to those who answer to them: the other side's."""
    if not _taken_up(deed, resolver.words["deed"]):
        return []
    at_home = any(p.lower_ in AT for p, _ in prepositions(deed))  # "the mutiny in Mali" is none of Mali's doing
    at_home = at_home or _tells_whom_it_hit(deed, resolver)
    named = apart(who_was_told_to(deed, resolver), subjects)
    named = named or doer_just_told(deed, subjects, resolver)
    told = named or other_side(subjects, verb, resolver, affair=not at_home, against=against)
    return told or resolver.last_hostile(verb.i, subjects, lemma_of(deed))


def struck_just_before(verb: Token, judges: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who does the hostile act that the sentence before tells."""
    own = sides(judges)
    for deed in resolver.deeds_before(verb.i, 1):
        if deed.predicate in resolver.predicates["hostile"] and deed.doers:
            if any(is_of(e, own) for e in deed.doers):
                return []
            return [Reference(e, "who did what was told last", verb.i, weak=True) for e in deed.doers]
    return []


def doer_just_told(deed: Token, judges: list[Reference], resolver: Resolver) -> list[Reference]:
    """Give who does what the sentence before tells, which "the move", "the attack" or "it" takes up.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad left the talks on Monday. Peru called the move a mistake. Mali said it was reckless."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'criticized', 'Chad')]
    """
    if not deed.sent.start or any(c.dep_ in ("poss", "acl", "relcl", "prep") for c in deed.children):
        return []
    root = deed.doc[deed.sent.start - 1].sent.root
    words = resolver.words
    told = root
    while lemma_of(told) in words["report"] and (inner := child(told, "ccomp")) is not None and is_verbal(inner):
        told = inner
    noun = lemma_of(deed)
    fits = noun in words["anyAct"] or deed.pos_ == "PRON"
    fits = fits or (noun in words["attack"] and lemma_of(told) in words["hitting"])
    if not fits or not is_verbal(told) or lemma_of(told) in ("be", "have") or child(told, "neg") is not None:
        return []
    subject = doer(told)
    found = apart(resolver.actors(subject), judges) if subject is not None else []
    found = [r for r in found if r.entity.kind != "place"]
    if not found or len(found) > 2 or any(is_of(r.entity, sides(judges)) for r in found):
        return []
    return [Reference(r.entity, f"who did “{deed.lower_}”, told just before", deed.i, weak=True) for r in found]


def who_was_told_to(deed: Token, resolver: Resolver) -> list[Reference]:
    """Give who was told to do it by a verb of the same stem, or whose it was: "Iran launched a missile … the launch".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Iran tested a missile on Monday. Peru condemned the test."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('criticized', 'Iran')]
    """
    stem = lemma_of(deed)
    if len(stem) < _STEM or not any(c.dep_ == "det" and c.lower_ in KNOWN for c in deed.children):
        return []
    sentences, tests = resolver.reading.sentence_of, resolver.words["weaponTest"]
    latest = sentences[deed.i]
    for i in range(deed.i - 1, -1, -1):
        if latest - sentences[i] > _TOLD_WITHIN:
            break
        token = deed.doc[i]
        same = len(token.lemma_) >= _STEM and (stem.startswith(token.lemma_[:-1]) or token.lemma_.startswith(stem))
        same = same or (stem in tests and lemma_of(token) in tests)  # "exploded a nuclear device … the test"
        said = stem in resolver.words["saidThing"] and token.lemma_ in resolver.words["report"]
        if token.pos_ == "VERB" and (same or said):
            subject = doer(token)
            found = resolver.actors(subject) if subject is not None else []
        elif token.pos_ == "NOUN" and (lemma_of(token) == stem or (stem in tests and lemma_of(token) in tests)):
            latest = sentences[i]
            found = resolver.owners(token, frozenset({token.i}))
            found = found or [r for p, o in prepositions(token) if p.lower_ == "by" for r in resolver.actors(o)]
            held = token.head if token.dep_ in ("dobj", "nsubjpass") else None  # "held a test … the test"
            if not found and held is not None and lemma_of(held) in resolver.words["making"]:
                subject = doer(held)
                found = resolver.actors(subject) if subject is not None else []
        else:
            continue
        acting = [r for r in found if r.entity.kind != "place"]
        if acting:
            return [Reference(r.entity, f"who did “the {stem}” told before", deed.i, weak=True) for r in acting]
    return []


def _tells_whom_it_hit(deed: Token, resolver: Resolver) -> bool:
    """Whether an attack is told with whom or what it hit, so that it is none known from before: "a raid on Chad"."""
    aimed = any(p.lower_ in _AGAINST for p, _ in prepositions(deed))
    told = aimed or any(c.dep_ in ("acl", "relcl") for c in deed.children)
    return told and lemma_of(deed) in resolver.words["attack"]


def _taken_up(token: Token, deeds: frozenset[str]) -> bool:
    """Whether a noun is a deed that is known from before."""
    known = any(c.dep_ == "det" and c.lower_ in KNOWN for c in token.children)
    called = token.head if token.dep_ == "oprd" else child(token, "relcl")
    if called is not None and any(c.lower_ == "what" for c in called.children):
        return True  # "denounced what it called an unfriendly act"
    return token.pos_ == "NOUN" and known and lemma_of(token) in deeds


def who_is_answered(gap: Gap) -> list[Reference] | None:
    """Read "expelled two diplomats in response" as done to whom it answers.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru accused Chad of spying. Chad expelled two diplomats in response."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('accused', 'Chad'), ('expelled', 'Peru')]
    """
    if lemma_of(gap.verb) in gap.resolver.words["abduct"]:
        return None  # "kidnapped foreign workers in retaliation for the raid by Chad"
    answers = gap.resolver.words["answerNoun"]
    answering = any(p.lower_ in ("in", "as", "by") and lemma_of(o) in answers for p, o in prepositions(gap.verb))
    return (gap.other_side() or None) if answering else None


def who_decided_before(gap: Gap) -> list[Reference] | None:
    """Read "the move", "the announcement", as what the main clause of the sentence before tells.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad said it would reopen two border posts. The announcement was welcomed by Peru."
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Peru', 'praised', 'Chad')]
    """
    words, doc = gap.resolver.words, gap.verb.doc
    things = [o for o in gap.match.objects if o.pos_ == "NOUN" and lemma_of(o) in words["anyAct"] | words["goodDeed"]]
    known = [o for o in things if any(c.dep_ == "det" and c.lower_ in KNOWN for c in o.children)]
    start = gap.verb.sent.start
    if not known or not start or any(c.dep_ in ("prep", "acl", "relcl") for o in known for c in o.children):
        return None
    verb = doc[start - 1].sent.root
    if lemma_of(verb) in words["react"]:
        return None  # what two welcome, one after the other, is a third's
    told = child(verb, "ccomp") if is_verbal(verb) and lemma_of(verb) in words["report"] else None
    for clause in (told, verb):
        subject = doer(clause) if clause is not None and is_verbal(clause) else None
        found = gap.resolver.actors(subject) if subject is not None else []
        found = apart([r for r in found if r.entity.kind != "place" and not r.owned], gap.subjects)
        if found:
            return [Reference(r.entity, f"who did “the {known[0].lower_}”", known[0].i, weak=True) for r in found]
    return None


def who_acted_before(gap: Gap) -> list[Reference] | None:
    """Read "Peru protested after Chilean boats fired on a patrol" as a protest against Chile."""
    clauses = [
        c
        for c in gap.verb.children
        if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in ("after", "because", "when") for m in c.children)
    ]
    acting = [d for c in clauses if is_verbal(c) and (d := doer(c)) is not None and d.pos_ != "PRON"]
    found = apart([r for d in acting for r in gap.resolver.actors(d) if not r.weak], gap.subjects)
    return [r for r in found if r.entity.kind in ("state", "group", "organisation")] or None


def where_people_are_oppressed(gap: Gap) -> list[Reference] | None:
    """Read "condemned the repression in Iran", "the coup in Fiji" as against Iran and those who rule Fiji since.

    A killing there, or a coup that failed, need not be the state's.
    """
    tried = any(c.lower_ in gap.resolver.words["tried"] for o in gap.match.objects for c in o.children)
    wrongs = gap.resolver.words["oppression"] | (frozenset() if tried else gap.resolver.words["takeover"])
    found = where_wrong_is_done(gap.match.objects, gap.resolver, wrongs)
    if not found:  # "denounced the coup in Fiji", read as done in Fiji
        known = {o.i + 1 for o in gap.match.objects if o.pos_ == "NOUN" and lemma_of(o) in wrongs}
        there = [o for p, o in prepositions(gap.verb) if p.i in known and p.lower_ == "in"]
        found = [r for o in there for r in gap.resolver.actors(o) if r.entity.kind == "state"]
    return apart(found, gap.subjects) or None


def whose_wrong_it_is(gap: Gap) -> list[Reference] | None:
    """Read "protested against the killings in Sudan" as against Sudan."""
    words = gap.resolver.words
    return where_wrong_is_done(gap.match.objects, gap.resolver, words["wrongdoing"] | words["crackdown"]) or None
