"""Finds whom a request is for that names nobody: with whom its doer deals beside, "met him and urged restraint"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.coreference import Resolver
from kg.extract.frames import Frame, lemma_of
from kg.extract.lexis import occurrences, words_of
from kg.extract.patterns import unworded
from kg.extract.stances.menaces import dealt_with
from kg.extract.stances.quiet import those_at_odds, those_who_fight
from kg.extract.stances.told import Told, is_negated
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, is_verbal, phrase_of, prepositions

URGED = unworded("urged", "a request to whom its doer deals with beside")
_WHOSE = frozenset({"to", "on", "upon", "from", "by", "with", "in", "against", "between"})


def petitions(resolver: Resolver) -> Iterator[Frame]:
    """Give one frame for each request whose own words name nobody.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru condemned the raid by Mali and called for calm. Cuba met Oman and called for a ceasefire."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "urged"]
    [('Peru', 'Mali')]
    """
    present = resolver.predicates["conversing"] - {"wrote_to"}
    told = resolver.predicates["asking"] | {"mediated"}
    asked = {deed.at for deed in resolver.deeds if deed.predicate in told}
    for verb in occurrences(resolver.reading.doc, resolver.words["petitioning"]):
        if verb.pos_ == "NOUN" and verb.i not in asked and verb.head.i not in asked:
            yield from _by_noun(verb, resolver)
        if verb.pos_ != "VERB" or verb.i in asked or is_passive(verb) or is_negated(verb):
            continue
        good = _good(verb)
        subject = grammatical_subject(verb) if good is not None else None
        speakers = resolver.actors(subject) if subject is not None else []
        if good is None or not 0 < len(speakers) < 3 or any(r.entity.kind == "place" for r in speakers):
            continue
        fighting = those_who_fight(good, speakers, resolver)
        if fighting:
            yield Frame(URGED, verb.i, verb.i, speakers, fighting)
            continue
        behind = (o for host in (verb, good) for p, o in prepositions(host) if p.lower_ in _WHOSE and p.i > verb.i)
        if any(map(resolver.actors, behind)):
            continue
        public = lemma_of(verb) in ("call", "appeal")  # "met his guest and called for calm" is for others
        others = dealt_with(Told(verb, verb, speakers), resolver, resolver.predicates["petitionedBeside"])
        met = {e for d in resolver.deeds_before(verb.i, 0) if d.predicate in present for e in d.parties}
        if others and not (public and met & {r.entity for r in others}):
            yield Frame(URGED, verb.i, verb.i, speakers, others)
        elif not others and (both := those_at_odds(good, speakers, resolver)):
            yield Frame(URGED, verb.i, verb.i, speakers, both)


def _by_noun(call: Token, resolver: Resolver) -> Iterator[Frame]:
    """Give the frame of a call that a noun tells: "its call for a truce between Chad and Mali", "issued an appeal for".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru's call for a truce between Chad and Mali was ignored. Peru made a call for Chad."
    >>> [(e.predicate, [a.name for a in e.objects]) for e in Extractor().extract(Article("a", text)).events]
    [('urged', ['Chad', 'Mali'])]
    """
    pairs = [*prepositions(call), *((p, o) for p, o in prepositions(call.head) if p.i == call.i + 1)]
    wanted = next((o for p, o in pairs if p.lower_ == "for" and p.i > call.i), None)
    if wanted is None:
        return
    by = (o for p, o in prepositions(call) if p.lower_ in ("by", "from") and p.i < wanted.i)
    light = call.head if call.dep_ == "dobj" and is_verbal(call.head) and not is_negated(call.head) else None
    doer = child(call, "poss") or next(by, None) or (grammatical_subject(light) if light is not None else None)
    speakers = resolver.actors(doer) if doer is not None else []
    if not 0 < len(speakers) < 3 or any(r.entity.kind == "place" for r in speakers):
        return
    parties = those_who_fight(wanted, speakers, resolver)
    if parties:
        yield Frame(URGED, call.i, (light or call).i, speakers, parties)


def _good(verb: Token) -> Token | None:
    """Give what is asked for: "urged restraint", "pressed for the release of the men", "called for an inquiry"."""
    words = words_of(verb)
    things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i and phrase_of(verb) in words["seekingIt"]]
    things += [o for p, o in prepositions(verb) if p.lower_ == "for" and p.i > verb.i]
    wanted = words["goodToHave"] | words["neededAct"] | words["freeing"] | words["restraining"]
    return next((t for t in things if lemma_of(t) in wanted), None)
