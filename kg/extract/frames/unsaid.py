"""Finds whom an act is done to where the sentence names nobody: a row for each way in which a story leaves it out.

Each row names predicates, or all of a trait as in "@reaction", and who supplies the other party for them.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.asked_of import dealt_with_above, where_it_lies, who_holds_them
from kg.extract.frames.bonds import where_posted, whose_relations
from kg.extract.frames.captives import whom_it_held, whom_it_let_go
from kg.extract.frames.crowds import PROTEST, own_state
from kg.extract.frames.deeds import (
    doer_of_what_is_commented,
    doer_told_before,
    where_people_are_oppressed,
    who_acted_before,
    who_decided_before,
    who_did_it,
    who_did_the_deed,
    who_does_so,
    who_is_answered,
    who_prompted_it,
    who_proposed,
    whose_wrong_it_is,
)
from kg.extract.frames.forces import across_border, where_they_were
from kg.extract.frames.gap import AT, KNOWN, Gap
from kg.extract.frames.helped import (
    guests_at,
    the_one_behind,
    where_it_helps,
    whose_guest_promises,
    whose_guest_signs,
    whose_plan_it_is,
)
from kg.extract.frames.implied import conditioned, other_side
from kg.extract.frames.measures import for_what, in_whose_land, made_in
from kg.extract.frames.parties import apart
from kg.extract.frames.redress import who_is_to_undo_it, whose_act_is_to_end
from kg.extract.frames.relief import struck_by_disaster
from kg.extract.frames.slots import clause_subject
from kg.extract.frames.strikes import (
    fired_first,
    hit_by_the_attack,
    hit_with_it,
    of_the_same,
    place_taken_up,
    struck_back,
    struck_before,
    where_it_stands,
    where_told,
    who_suffered_it,
)
from kg.extract.frames.votes import whose_verdict, whose_vote
from kg.extract.frames.whose import at_home, posted_here, tied_to, where_reported, where_struck
from kg.extract.frames.words import is_truce, lemma_of
from kg.extract.lexis import is_among
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import addressee, agent, child, direct_object, prepositions


def unsaid(gap: Gap) -> list[Reference]:
    """Give whom it is done to by the first row that has an answer."""
    for names, supply in () if gap.names_a_stranger() else _ROWS:
        if is_among(gap.pattern.predicate, names, gap.resolver.predicates):
            found = supply(gap)
            if found is not None:
                return found
    return []


def _by_noun(gap: Gap) -> list[Reference] | None:
    """Read "severed relations", "made demands": of whom the story told before."""
    affair = gap.pattern.predicate != "demanded_of"
    if gap.match.literal is None:
        return None
    found = other_side(gap.subjects, gap.verb, gap.resolver, affair=affair)
    return found or (None if gap.verb.dep_ == "conj" else [])


def _by_courtesy(gap: Gap) -> list[Reference] | None:
    """Read "called the King and offered condolences on the death of his father" as to the King."""
    noun = gap.match.literal
    if noun is None or not gap.literal_among("courtesy"):
        return None
    if any(p.lower_ in ("to", "with") for t in (noun, gap.verb) for p, _ in prepositions(t)):
        return None
    known = any(c.lower_ in ("this", "these", "such") for o in gap.match.objects for c in o.children)
    found = where_it_stands(gap) or gap.resolver.met_just_before(gap.verb.i, gap.subjects)
    return found or (gap.other_side() if known else [])  # "expressed gratitude for this gesture"


def _cut_off(gap: Gap) -> list[Reference] | None:
    """Read "canceled their aid" as against the one state that the text is about.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The army of Mali freed Mali's president. Denmark and Norway had cancelled their aid."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('sanctioned', 'Mali')
    """
    told, topic = gap.resolver, gap.resolver.topic
    if topic is None or len(told.topics) > 1 or not gap.literal_among("cutOff"):
        return None
    if any(topic in (r.entity, r.entity.state()) for r in gap.subjects) or _has_receiver(gap):
        return None
    return [Reference(topic, "the state that the text is about", gap.verb.i, weak=True)]


def _has_receiver(gap: Gap) -> bool:
    """Whether the thing has its receiver or its use behind it: "cancelled aid to farmers", "cut funds for schools"."""
    thing = gap.match.literal
    return thing is None or any(p.lower_ in ("to", "for", "from", "in") for p, _ in prepositions(thing))


def _by_measure(gap: Gap) -> list[Reference] | None:
    """Read "eased the sanctions", "imposed a blockade"."""
    if gap.pattern.predicate == "sanctioned" and gap.literal_among("goods"):
        return _cut_off(gap)
    if not gap.literal_among("sanction"):
        return None
    if gap.pattern.predicate == "sanctioned" and (answered := for_what(gap.verb, gap.subjects, gap.resolver)):
        return answered
    found, first = gap.other_side(), gap.subjects[0].entity
    only = gap.resolver.only_target(first, gap.verb.i) if gap.pattern.predicate == "sanctioned" and not found else None
    return found or ([Reference(only, f"whom {first.name} acts against", gap.verb.i, weak=True)] if only else [])


def _by_apology(gap: Gap) -> list[Reference] | None:
    """Read "offered an apology", "voiced its regret" as to whom the doer last did something.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad's army shelled a village in Mali. Chad offered an apology."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][-1]
    ('conceded_to', 'Mali')
    """
    return gap.other_side() if gap.literal_among("apology") else None


def _by_talks(gap: Gap) -> list[Reference] | None:
    """Read "scrapped the talks on fishing" as the other side's, or of those with whom it talks.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Talks between Peru and Chile began in May. Chile suspended the talks."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events if e.objects]
    [('rejected', 'Peru'), ('negotiated_with', 'Peru')]
    """
    if not gap.literal_among("talk"):
        return None
    return gap.other_side() or gap.resolver.talking_with(gap.verb.i, gap.subjects)


def _who_wants_them(gap: Gap) -> list[Reference] | None:
    """Read "refuses to extradite the man" as the answer to the other side; who is to be handed over asked nothing."""
    if not any(e.sort == "within" for e in gap.pattern.elements):
        return None
    handed = {r.entity.kind for o in gap.match.objects for r in gap.resolver.actors(o)}
    return gap.other_side() if handed == {"person"} else None


def _parties_of_accord(gap: Gap) -> list[Reference] | None:
    """Read "welcomed the ceasefire" as praise for both sides."""
    accords = [o for o in gap.match.objects if lemma_of(o) in gap.resolver.words["accord"]]
    if not accords:
        return None
    known = any(c.lower_ in KNOWN for o in accords for c in o.children if c.dep_ == "det")
    return _parties_of_talks(gap) or (gap.resolver.parties_of_accord(gap.verb, gap.subjects) if known else [])


def _to_the_same(gap: Gap) -> list[Reference] | None:
    """Read "Iran has sent food as well" as aid for whom the act told before helped."""
    others = [c for c in gap.verb.children if c.dep_ == "advmod"]
    if gap.verb.dep_ == "conj" and grammatical_subject(gap.verb) is not grammatical_subject(gap.verb.head):
        beside = (d for d in gap.resolver.deeds if d.at == gap.verb.head.i)  # "Chad sent Peru tents, and Mali gave aid"
        same = next((d for d in beside if d.predicate == gap.pattern.predicate), None)
        if same is not None:
            return [Reference(e, "whom others just helped", gap.verb.i, weak=True) for e in same.targets] or None
    if not any(c.lower_ in gap.resolver.words["likewise"] or c.lower_ == "well" for c in others):
        return None
    for deed in gap.resolver.deeds_before(gap.verb.i, 2):
        if deed.predicate == gap.pattern.predicate:
            return [Reference(e, "whom others just helped", gap.verb.i, weak=True) for e in deed.targets] or None
    return None


def _whose_truce_it_matches(gap: Gap) -> list[Reference] | None:
    """Read "announced a truce to match one declared by the rebels" as with those who stopped fighting too.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Nepal announced a truce to match a ceasefire declared by the Maoist rebels."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events if e.objects][0]
    ('ceased_fire_with', 'Naxalites')
    """
    truces = (t for t in gap.verb.subtree if lemma_of(t) in gap.resolver.words["truce"] or is_truce(t, lemma_of(t)))
    others = (t for t in truces if gap.match.literal is None or t.i != gap.match.literal.i)
    made = (by for t in others for c in t.children if c.dep_ == "acl" and (by := agent(c)) is not None)
    return apart([r for t in made for r in gap.resolver.actors(t)], gap.subjects) or None


def _who_leads_it(gap: Gap) -> list[Reference] | None:
    """Read "joined the government led by Rao", "the coalition headed by Peru", as joining who leads it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "UNITA has joined the government led by President dos Santos."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('joined', 'dos Santos')]
    """
    led = [c for t in _things(gap) for c in t.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBN"]
    heads = [by for c in led if lemma_of(c) in gap.resolver.words["heading"] and (by := agent(c)) is not None]
    return apart([r for t in heads for r in gap.resolver.actors(t)], gap.subjects) or None


def _who_declared_it(gap: Gap) -> list[Reference] | None:
    """Read "recognised the independence that Georgia declared" as recognising who declared it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Turkey recognised the independence that Georgia declared in 1991."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('recognized', 'Georgia')]
    """
    clauses = [c for t in _things(gap) for c in t.children if c.dep_ in ("acl", "relcl")]
    declared = [c for c in clauses if lemma_of(c) in ("declare", "proclaim")]
    by = [t for c in declared if (t := agent(c) if c.tag_ == "VBN" else child(c, "nsubj")) is not None]
    return [r for t in by for r in gap.resolver.actors(t)] or None


def _after_disaster(gap: Gap) -> list[Reference] | None:
    """Read "Chad sent tents" as aid for the land where the flood just told of was."""
    thing = gap.match.literal
    if thing is None or any(
        p.lower_ in ("to", "for", "from") or (p.lower_ == "in" and lemma_of(o) not in gap.resolver.words["goods"])
        for p, o in prepositions(thing)
    ):
        return None
    return struck_by_disaster(gap.verb, gap.subjects, gap.resolver) or None


def _parties_of_talks(gap: Gap) -> list[Reference]:
    return gap.resolver.parties_of_talks(gap.verb, gap.subjects)


def _offered_to(gap: Gap) -> list[Reference] | None:
    """Read "called Rao to offer talks", "offered talks on fishing" as talks with whom one speaks or deals.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao called President Paz to offer talks on fishing."
    >>> [(e.predicate, e.status) for e in Extractor().extract(Article("a", text)).events]
    [('called', 'actual'), ('negotiated_with', 'possible')]
    """
    if lemma_of(gap.verb) not in ("offer", "propose") or not gap.literal_among("talk"):
        return None
    named = any(p.lower_ in ("between", "with", "to", "among") for p, _ in prepositions(gap.match.literal or gap.verb))
    return None if named else gap.resolver.met_just_before(gap.verb.i, gap.subjects) or gap.other_side() or None


def _whose_talks(gap: Gap) -> list[Reference] | None:
    """Read "hosted a round of their talks", "is the host of the dialogue" as hosting those who talk.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru and Chile held talks on Monday. Brazil hosted the session."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events]
    [('negotiated_with', []), ('hosted', ['Peru', 'Chile'])]
    """
    words, resolver = gap.resolver.words, gap.resolver
    occasions = words["talk"] | words["gathering"] | words["partOfTalks"] | words["meal"]
    things = [o for o in (*gap.match.objects, gap.match.literal) if o is not None and lemma_of(o) in occasions]
    for thing in things:
        inner = [o for p, o in prepositions(thing) if p.lower_ == "of" and lemma_of(o) in occasions]
        for noun in (thing, *inner):
            whose = apart(resolver.owners(noun, frozenset({noun.i})), gap.subjects)
            if len(whose) > 1:
                return whose
        if any(c.dep_ == "det" and c.lower_ in KNOWN for c in thing.children):
            return resolver.parties_told(gap.verb, gap.subjects) or None
        if gap.verb.dep_ == "acl" and (guests := guests_at(thing, gap)):
            return guests
    return None


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
    sites = [o for host in hosts for p, o in prepositions(host) if p.lower_ in AT]
    where = {r.entity for o in sites for r in gap.resolver.actors(o) if r.entity.kind == "state"}
    return [r for r in own_state(gap.verb, gap.match, gap.subjects) if not where or r.entity in where]


def _things(gap: Gap) -> list[Token]:
    literal = gap.match.literal
    return gap.match.objects if literal is None else [*gap.match.objects, literal]


_ROWS: tuple[tuple[tuple[str, ...], Callable[[Gap], list[Reference] | None]], ...] = (
    (("attacked",), fired_first),
    (("rejected", "praised", "criticized", "supported"), whose_verdict),
    (("@reaction", "@decided", "mobilized_against"), who_prompted_it),
    (("demanded_of", "urged"), where_it_lies),
    (("demanded_of", "urged"), whose_act_is_to_end),
    ((PROTEST, "demanded_of", "urged"), dealt_with_above),
    (("demanded_of", "urged"), who_holds_them),
    (("demanded_of", "urged"), who_is_to_undo_it),
    (("severed_ties_with", "demanded_of"), _by_noun),
    (("supported", "praised"), _by_courtesy),
    (("aided", "supported", "praised"), where_it_helps),
    (("supported",), whose_plan_it_is),
    (
        ("attacked", "seized", "coerced", "detained", "sanctioned"),
        lambda gap: tied_to(_things(gap), gap.verb, gap.resolver) or None,
    ),
    (("sanctioned",), lambda gap: made_in(gap.match.objects, gap.resolver) or None),
    (("sanctioned",), lambda gap: in_whose_land(gap.match.objects, gap.subjects, gap.resolver) or None),
    (("conceded_to",), who_suffered_it),
    (("conceded_to", "sanctioned"), _by_measure),
    (("conceded_to",), _by_apology),
    (("signed_with",), whose_guest_signs),
    (("ceased_fire_with",), _whose_truce_it_matches),
    (("negotiated_with",), who_holds_them),
    (("negotiated_with",), _offered_to),
    (("rejected",), _by_talks),
    (("rejected",), _who_wants_them),
    (("mobilized_against", "deployed_to"), across_border),
    (("recalled",), posted_here),
    (("@reaction", "praised", "supported"), who_did_the_deed),
    (("criticized",), where_people_are_oppressed),
    (("criticized", PROTEST), who_does_so),
    (("@reaction", "praised", "supported"), who_proposed),
    (("@reaction", "praised", "supported"), who_did_it),
    (("praised", "supported"), _parties_of_accord),
    (("@answer",), doer_of_what_is_commented),
    (("@reaction",), doer_told_before),
    (("released",), whom_it_held),
    (("seized", "detained"), whom_it_let_go),
    (("praised", "supported"), who_decided_before),
    (("attacked",), struck_before),
    (("attacked",), hit_with_it),
    (("attacked",), hit_by_the_attack),
    (("attacked", "detained", "released"), of_the_same),
    (("attacked", "seized", "criticized"), where_it_stands),
    (("attacked",), where_told),
    (("attacked", "seized", "coerced", "withdrew_from", "deployed_to"), place_taken_up),
    (("withdrew_from",), where_they_were),
    (("attacked", "seized"), lambda gap: where_struck(gap.verb, gap.subjects, gap.resolver) or None),
    (("@doneTo", "withdrew_from"), lambda gap: at_home(_things(gap), gap) or None),
    (("attacked",), struck_back),
    (("attacked",), where_reported),
    (("aided",), _to_the_same),
    (("aided",), whose_guest_promises),
    (("aided",), _after_disaster),
    (("joined",), _who_leads_it),
    (("recognized",), _who_declared_it),
    (("expelled", "sanctioned", "seized", "detained", "withdrew_from", "attacked"), who_is_answered),
    (("mediated",), _parties_of_talks),
    (("hosted",), _whose_talks),
    (("warned", "threatened"), _by_condition),
    (("threatened",), whose_relations),
    (("threatened",), _threatened_before),
    ((PROTEST, "accused", "demanded_of", "threatened"), where_posted),
    ((PROTEST,), whose_wrong_it_is),
    ((PROTEST,), who_acted_before),
    ((PROTEST,), _own_state),
    (("praised", "criticized", "rejected"), whose_vote),
    (("aided", "praised", "recognized"), the_one_behind),
)
