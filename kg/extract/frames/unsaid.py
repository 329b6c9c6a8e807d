"""Finds whom an act is done to where the sentence names nobody: a row for each way in which a story leaves it out.

Each row names predicates, or all of a trait as in "@reaction", and who supplies the other party for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver
from kg.extract.frames.answers import doer_of_it, proposer
from kg.extract.frames.crowds import PROTEST, own_state
from kg.extract.frames.implied import conditioned, other_side, participle_doer, where_wrong_is_done
from kg.extract.frames.nearest import name_behind
from kg.extract.frames.parties import apart
from kg.extract.frames.records import Match
from kg.extract.frames.slots import clause_subject
from kg.extract.frames.whose import at_home, made_in, tied_to, where_struck
from kg.extract.frames.words import lemma_of
from kg.extract.grammar import RELATIVE
from kg.extract.patterns import Pattern
from kg.extract.syntax import (
    addressee,
    chain_of,
    child,
    conjuncts,
    direct_object,
    doer,
    grammatical_subject,
    is_verbal,
    prepositions,
    undergoer,
)

_AT = frozenset({"in", "at", "inside", "across"})
_ABOUT = frozenset({"in", "at", "inside", "across", "near", "outside", "on", "around"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "such", "any"})
_DOERS = frozenset({"by", "of", "from"})
_AGAINST = frozenset({"on", "upon", "against"})


@dataclass(frozen=True, slots=True)
class Gap:
    """A wording that matched and names nobody whom it is done to."""

    verb: Token
    pattern: Pattern
    match: Match
    subjects: list[Reference]
    resolver: Resolver

    def literal_among(self, name: str) -> bool:
        """Whether the noun of the wording is of a class of words."""
        return self.match.literal is not None and lemma_of(self.match.literal) in self.resolver.words[name]

    def other_side(self) -> list[Reference]:
        """Give whom the doer was told to deal with before."""
        return other_side(self.subjects, self.verb, self.resolver, against=self.pattern.predicate)


def unsaid(gap: Gap) -> list[Reference]:
    """Give whom it is done to by the first row that has an answer."""
    for names, supply in _ROWS:
        if any(_is_of(gap, name) for name in names):
            found = supply(gap)
            if found is not None:
                return found
    return []


def _is_of(gap: Gap, name: str) -> bool:
    predicate = gap.pattern.predicate
    return predicate in gap.resolver.predicates[name[1:]] if name.startswith("@") else predicate == name


def _by_noun(gap: Gap) -> list[Reference] | None:
    """Read "severed relations", "made demands": of whom the story told before."""
    affair = gap.pattern.predicate != "demanded_of"
    return other_side(gap.subjects, gap.verb, gap.resolver, affair=affair) if gap.match.literal is not None else None


def _by_courtesy(gap: Gap) -> list[Reference] | None:
    """Read "called the King and offered condolences on the death of his father" as to the King."""
    noun = gap.match.literal
    if noun is None or not gap.literal_among("courtesy"):
        return None
    if any(p.lower_ in ("to", "with") for t in (noun, gap.verb) for p, _ in prepositions(t)):
        return None
    known = any(c.lower_ in ("this", "these", "such") for o in gap.match.objects for c in o.children)
    found = _where_it_stands(gap) or gap.resolver.met_just_before(gap.verb.i, gap.subjects)
    return found or (gap.other_side() if known else [])  # "expressed gratitude for this gesture"


def _by_measure(gap: Gap) -> list[Reference] | None:
    """Read "eased the sanctions", "imposed a blockade"."""
    if not gap.literal_among("sanction"):
        return None
    found, first = gap.other_side(), gap.subjects[0].entity
    only = gap.resolver.only_target(first, gap.verb.i) if gap.pattern.predicate == "sanctioned" and not found else None
    return found or ([Reference(only, f"whom {first.name} acts against", gap.verb.i, weak=True)] if only else [])


def _by_talks(gap: Gap) -> list[Reference] | None:
    """Read "scrapped the talks on fishing" as the other side's."""
    return gap.other_side() if gap.literal_among("talk") else None


def _who_wants_them(gap: Gap) -> list[Reference] | None:
    """Read "refuses to extradite the man" as the answer to the other side; who is to be handed over asked nothing."""
    if not any(e.sort == "within" for e in gap.pattern.elements):
        return None
    handed = {r.entity.kind for o in gap.match.objects for r in gap.resolver.actors(o)}
    return gap.other_side() if handed == {"person"} else None


def _across_border(gap: Gap) -> list[Reference] | None:
    """Read "moved troops to the border" as against the other side."""
    near = any(lemma_of(o) in ("border", "frontier") for o in gap.match.objects)
    return gap.other_side() if near else None


def _doer_of_deed(gap: Gap) -> list[Reference] | None:
    """Read "condemned the strike by Israel" where the parser hung the name elsewhere, "praised the role Oman plays".

    Whose the arrest or the invasion is, "of" does not say: "condemned the invasion of Kuwait" answers to no Kuwaiti.
    """
    deeds = [t for o in gap.match.objects if o.pos_ == "NOUN" for t in conjuncts(o)]
    victims = {} if gap.pattern.predicate == "supported" else gap.resolver.victims
    aimed = {o for o in deeds if any(p.lower_ in _AGAINST for p, _ in prepositions(o))}  # "the attack of Iran on Oman"
    behind = [t for o in deeds for t in name_behind(o, _DOERS if o in aimed else victims.get(lemma_of(o), _DOERS))]
    behind += [t for o in deeds for c in o.children if c.dep_ == "relcl" and (t := child(c, "nsubj")) is not None]
    found = [r for t in behind for r in gap.resolver.actors(t) if r.entity.kind != "place"]
    for deed in gap.match.objects if not found else ():
        found.extend(r for r in participle_doer(deed, gap.resolver) if deed.pos_ == "NOUN" and r.entity.kind != "place")
    return apart(found, gap.subjects) or None


def _who_does_so(gap: Gap) -> list[Reference] | None:
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


def _doer_of_what_is_commented(gap: Gap) -> list[Reference] | None:
    """Read "Iran tested a missile, which France condemned" as against Iran."""
    verb = chain_of(gap.verb)
    relative = child(gap.verb, "dobj", "nsubjpass")
    claim = verb.dep_ == "acl" and verb.tag_ != "VBN" and lemma_of(verb.head) in gap.resolver.words["claim"]
    if not (verb.dep_ == "relcl" or claim) or (relative is not None and relative.lower_ not in RELATIVE):
        return None
    node = verb.head
    while not is_verbal(node) and node.head.i != node.i:
        node = node.head
    subject = doer(node) if is_verbal(node) else None
    return gap.resolver.actors(subject) if subject is not None else None


def _parties_of_accord(gap: Gap) -> list[Reference] | None:
    """Read "welcomed the ceasefire" as praise for both sides."""
    accords = [o for o in gap.match.objects if lemma_of(o) in gap.resolver.words["accord"]]
    if not accords:
        return None
    known = any(c.lower_ in _KNOWN for o in accords for c in o.children if c.dep_ == "det")
    return _parties_of_talks(gap) or (gap.resolver.parties_of_accord(gap.verb, gap.subjects) if known else [])


def _doer_told_before(gap: Gap) -> list[Reference] | None:
    """Read "condemned the closures", "this act", as deeds of the other side."""
    deed = next((o for o in gap.match.objects if _taken_up(o, gap.resolver.words["deed"])), None)
    if deed is None:
        return None
    if gap.match.literal is not None:
        return [] if _tells_whom_it_hit(deed, gap.resolver) else gap.other_side()
    return doer_of_deed(deed, gap.verb, gap.subjects, gap.resolver, gap.pattern.predicate)


def doer_of_deed(
    deed: Token, verb: Token, subjects: list[Reference], resolver: Resolver, against: str = "criticized"
) -> list[Reference]:
    """Give whose "the closures", "this act" are, to those who answer to them: the other side's."""
    if not _taken_up(deed, resolver.words["deed"]):
        return []
    at_home = any(p.lower_ in _AT for p, _ in prepositions(deed))  # "the mutiny in Mali" is none of Mali's doing
    at_home = at_home or _tells_whom_it_hit(deed, resolver)
    told = other_side(subjects, verb, resolver, affair=not at_home, against=against)
    return told or resolver.last_hostile(verb.i, subjects, lemma_of(deed))


def _tells_whom_it_hit(deed: Token, resolver: Resolver) -> bool:
    """Whether an attack is told with whom or what it hit, so that it is none known from before: "a raid on Chad"."""
    aimed = any(p.lower_ in _AGAINST for p, _ in prepositions(deed))
    told = aimed or any(c.dep_ in ("acl", "relcl") for c in deed.children)
    return told and lemma_of(deed) in resolver.words["attack"]


def _taken_up(token: Token, deeds: frozenset[str]) -> bool:
    """Whether a noun is a deed that is known from before."""
    known = any(c.dep_ == "det" and c.lower_ in _KNOWN for c in token.children)
    if token.dep_ == "oprd" and any(c.lower_ == "what" for c in token.head.children):
        return True  # "denounced what it called an unfriendly act"
    return token.pos_ == "NOUN" and known and lemma_of(token) in deeds


def _dealt_with_above(gap: Gap) -> list[Reference] | None:
    """Read "called in the Chinese envoy to protest the raid" as a protest to whom the clause above deals with."""
    verb = chain_of(gap.verb)
    purpose = any(c.tag_ == "TO" for c in verb.children) or verb.tag_ == "VBG"
    if verb.dep_ not in ("xcomp", "advcl") or not purpose:
        return None
    for deed in reversed(gap.resolver.deeds):
        if deed.at == verb.head.i and deed.predicate in gap.resolver.predicates["addressed"]:
            public = gap.pattern.predicate == PROTEST  # a protest is to the state, a demand to who was written to
            others = dict.fromkeys(((e.state() or e) if public else e) for e in deed.targets)
            return [Reference(e, "whom the clause above deals with", gap.verb.i, weak=True) for e in others]
    return None


def _who_proposed(gap: Gap) -> list[Reference] | None:
    """Read "rejected the offer", "supported the idea", of what was just proposed."""
    return proposer(gap.match.objects, gap.verb, gap.subjects, gap.resolver) or None


def _who_did_it(gap: Gap) -> list[Reference] | None:
    """Read "condemned it", "rejects this", of what was just told."""
    return doer_of_it(gap.match.objects, gap.verb, gap.subjects, gap.resolver) or None


def _struck_before(gap: Gap) -> list[Reference] | None:
    """Read "claimed responsibility" as the attack told last, or the one of which it says whom it hit.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Hamas claimed responsibility for a bombing that killed 21 Israelis."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Hamas', 'Israel')]
    """
    if not gap.literal_among("claimed"):
        return None
    resolver = gap.resolver
    struck = [
        v
        for t in gap.verb.subtree
        if t.pos_ == "NOUN" and "attacked" in resolver.acts.get(lemma_of(t), ())
        for c in t.children
        if c.dep_ in ("relcl", "acl") and lemma_of(c) in resolver.words["deadly"]
        for v in (undergoer(c),)
        if v is not None
    ]
    hit = [r for v in struck for r in resolver.actors(v)]
    return hit or resolver.last_struck(gap.verb.i, "attacked", gap.subjects)


def _hit_with_it(gap: Gap) -> list[Reference] | None:
    """Give who was aboard or died of it: "ambushed a bus carrying Thai soldiers", "two Thais died when X struck".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "At least 20 Angolan soldiers died when Namibian troops ambushed a convoy."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Namibia', 'Angola')]
    """
    words, verb, resolver = gap.resolver.words, gap.verb, gap.resolver
    loads = (c for o in gap.match.objects for c in o.children if c.dep_ == "acl" and lemma_of(c) in words["carrying"])
    found = [r for c in loads for o in c.children if o.dep_ == "dobj" for r in resolver.actors(o)]
    above = verb.head
    if not found and verb.dep_ == "advcl" and lemma_of(above) in words["deadly"] | words["dying"]:
        when = any(m.lower_ in ("when", "as", "after") for m in verb.children if m.dep_ in ("advmod", "mark"))
        dead = undergoer(above) if lemma_of(above) in words["deadly"] else grammatical_subject(above)
        found = resolver.actors(dead) if when and dead is not None else []
    return apart(found, gap.subjects) or None


def _where_it_stands(gap: Gap) -> list[Reference] | None:
    """Give the state or place of the thing that is hit: "struck targets in Kharkiv"."""
    things = [o for o in gap.match.objects if o.pos_ == "NOUN"]
    blamed = gap.pattern.predicate == "criticized"
    if blamed and any(lemma_of(o) in gap.resolver.words["circumstance"] or _is_attack(o, gap) for o in things):
        return None  # "concern over the situation in Mali", "condemned an attack in Mali" blames no Malian
    near = [o for thing in things for p, o in prepositions(thing) if p.lower_ in _AT]
    near += [o for p, o in prepositions(gap.verb) if p.lower_ == "inside"]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def _is_attack(act: Token, gap: Gap) -> bool:
    """Whether an act is one that a land suffers rather than does: "the attack in Kabul", not "the arrests in Iran"."""
    return lemma_of(act) in gap.resolver.words["attack"] or "attacked" in gap.resolver.acts.get(lemma_of(act), ())


def _struck_back(gap: Gap) -> list[Reference] | None:
    """Read "hit a village" as an attack on who was just told to have attacked those who did it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Thai jets bombed Cambodia on Friday. Cambodian rockets hit Sisaket province."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Thailand', 'Cambodia'), ('Cambodia', 'Thailand')]
    """
    if not gap.subjects or not any(lemma_of(o) in gap.resolver.words["populated"] for o in gap.match.objects):
        return None
    own = {r.entity for r in gap.subjects}
    for deed in gap.resolver.deeds_before(gap.verb.i, 2):
        if deed.predicate == "attacked" and own & set(deed.targets):
            doers = [e for e in deed.doers if e not in own]
            return [Reference(e, "who attacked them just before", gap.verb.i, weak=True) for e in doers] or None
    return None


def _to_the_same(gap: Gap) -> list[Reference] | None:
    """Read "Iran has sent food as well" as aid for whom the act told before helped."""
    others = [c for c in gap.verb.children if c.dep_ == "advmod"]
    if not any(c.lower_ in gap.resolver.words["likewise"] or c.lower_ == "well" for c in others):
        return None
    for deed in gap.resolver.deeds_before(gap.verb.i, 2):
        if deed.predicate == gap.pattern.predicate:
            return [Reference(e, "whom others just helped", gap.verb.i, weak=True) for e in deed.targets] or None
    return None


def _of_the_same(gap: Gap) -> list[Reference] | None:
    """Read "captured two Israeli soldiers and killed eight" as eight of the same."""
    verb = gap.verb
    number = any(o.pos_ == "NUM" for o in gap.match.objects)
    above = undergoer(verb.head) if number and verb.dep_ == "conj" and is_verbal(verb.head) else None
    return gap.resolver.actors(above) or None if above is not None else None


def _where_told(gap: Gap) -> list[Reference] | None:
    """Give where the act above took place: "hit a van near Tyre, killing eight children"."""
    people = gap.resolver.words["casualty"]
    struck = any(o.pos_ == "NUM" or lemma_of(o) in people for o in gap.match.objects)
    above = gap.verb.head
    if not struck or gap.verb.dep_ not in ("advcl", "conj") or not is_verbal(above):
        return None
    thing = undergoer(above)
    if thing is not None and gap.resolver.actors(thing):
        return gap.resolver.actors(thing)
    hosts = [above, *([thing] if thing is not None else [])]
    near = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _ABOUT]
    return [r for o in near for r in gap.resolver.actors(o) if r.entity.kind in ("state", "place")] or None


def _parties_of_talks(gap: Gap) -> list[Reference]:
    return gap.resolver.parties_of_talks(gap.verb, gap.subjects)


def _whose_talks(gap: Gap) -> list[Reference] | None:
    """Read "hosted a round of their talks", "is the host of the dialogue" as hosting those who talk.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile held talks on Monday. Brazil hosted the session."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events]
    [('negotiated_with', []), ('hosted', ['Peru', 'Chile'])]
    """
    words, resolver = gap.resolver.words, gap.resolver
    occasions = words["talk"] | words["gathering"] | words["partOfTalks"]
    things = [o for o in (*gap.match.objects, gap.match.literal) if o is not None and lemma_of(o) in occasions]
    for thing in things:
        inner = [o for p, o in prepositions(thing) if p.lower_ == "of" and lemma_of(o) in occasions]
        for noun in (thing, *inner):
            whose = apart(resolver.owners(noun, frozenset({noun.i})), gap.subjects)
            if len(whose) > 1:
                return whose
        if any(c.dep_ == "det" and c.lower_ in _KNOWN for c in thing.children):
            return resolver.parties_told(gap.verb, gap.subjects) or None
    return None


def _who_prompted_it(gap: Gap) -> list[Reference] | None:
    """Read "Oslo recognised it, a step that prompted Israel to recall its envoy" as a recall from Norway."""
    cause = gap.verb.head
    if gap.verb.dep_ not in ("xcomp", "ccomp") or lemma_of(cause) not in gap.resolver.words["prompt"]:
        return None
    deed = grammatical_subject(cause)
    if deed is None:
        return None
    found = apart(gap.resolver.actors(deed), gap.subjects)
    clause = deed
    while not found and not is_verbal(clause) and clause.head.i != clause.i:
        clause = clause.head
    subject = doer(clause) if not found and is_verbal(clause) and clause.i != cause.i else None
    return found or (gap.resolver.actors(subject) if subject is not None else None)


def _by_condition(gap: Gap) -> list[Reference] | None:
    """Read "threatened further action unless Iran complies"."""
    return conditioned(gap.verb, gap.resolver, gap.subjects) or None


def _threatened_before(gap: Gap) -> list[Reference] | None:
    """Read "threatened to retaliate" as against the other side."""
    return gap.other_side() if not gap.match.objects else None


def _own_state(gap: Gap) -> list[Reference]:
    """Read "Indian students staged a protest" as one at home, unless it says that it is abroad, or what they demand."""
    demands = [c for c in gap.verb.children if c.dep_ == "advcl" and lemma_of(c) in gap.resolver.words["request"]]
    asked = [
        t for c in demands if (t := addressee(c) or direct_object(c) or clause_subject(c, frozenset())) is not None
    ]
    told = apart([r for t in asked for r in gap.resolver.actors(t)], gap.subjects)
    if told:
        return told
    hosts = (gap.verb, *([gap.match.literal] if gap.match.literal is not None else []))
    sites = [o for host in hosts for p, o in prepositions(host) if p.lower_ in _AT]
    where = {r.entity for o in sites for r in gap.resolver.actors(o) if r.entity.kind == "state"}
    return [r for r in own_state(gap.verb, gap.match, gap.subjects) if not where or r.entity in where]


def _things(gap: Gap) -> list[Token]:
    literal = gap.match.literal
    return gap.match.objects if literal is None else [*gap.match.objects, literal]


def _where_wrong_is_done(gap: Gap) -> list[Reference] | None:
    """Read "protested against the killings in Sudan" as against Sudan."""
    words = gap.resolver.words
    return where_wrong_is_done(gap.match.objects, gap.resolver, words["wrongdoing"] | words["crackdown"]) or None


def _where_people_are_oppressed(gap: Gap) -> list[Reference] | None:
    """Read "condemned the repression in Iran" as against Iran; a killing there need not be the state's."""
    found = where_wrong_is_done(gap.match.objects, gap.resolver, gap.resolver.words["oppression"])
    return apart(found, gap.subjects) or None


_ROWS: tuple[tuple[tuple[str, ...], Callable[[Gap], list[Reference] | None]], ...] = (
    (("@reaction", "@decided"), _who_prompted_it),
    (("severed_ties_with", "demanded_of"), _by_noun),
    (("supported", "praised"), _by_courtesy),
    (
        ("attacked", "seized", "coerced", "detained", "sanctioned"),
        lambda gap: tied_to(_things(gap), gap.verb, gap.resolver) or None,
    ),
    (("sanctioned",), lambda gap: made_in(gap.match.objects, gap.resolver) or None),
    (("conceded_to", "sanctioned"), _by_measure),
    (("rejected",), _by_talks),
    (("rejected",), _who_wants_them),
    (("mobilized_against", "deployed_to"), _across_border),
    (("@reaction", "praised", "supported"), _doer_of_deed),
    (("criticized",), _where_people_are_oppressed),
    (("criticized", PROTEST), _who_does_so),
    (("@reaction", "praised", "supported"), _who_proposed),
    (("@reaction",), _who_did_it),
    (("praised", "supported"), _parties_of_accord),
    (("@answer",), _doer_of_what_is_commented),
    ((PROTEST, "demanded_of", "urged"), _dealt_with_above),
    (("@reaction",), _doer_told_before),
    (("attacked",), _struck_before),
    (("attacked",), _hit_with_it),
    (("attacked", "detained", "released"), _of_the_same),
    (("attacked", "seized", "criticized"), _where_it_stands),
    (("attacked",), _where_told),
    (("attacked", "seized"), lambda gap: where_struck(gap.verb, gap.subjects, gap.resolver) or None),
    (("@doneTo", "withdrew_from"), lambda gap: at_home(_things(gap), gap.verb, gap.subjects, gap.resolver) or None),
    (("attacked",), _struck_back),
    (("aided",), _to_the_same),
    (("mediated",), _parties_of_talks),
    (("hosted",), _whose_talks),
    (("warned", "threatened"), _by_condition),
    (("threatened",), _threatened_before),
    ((PROTEST,), _where_wrong_is_done),
    ((PROTEST,), _own_state),
)
