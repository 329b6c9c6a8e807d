"""Frames whose wording is a verb: "S sever ties with O"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference, Resolver, is_pact, sides
from kg.extract.frames.answers import ADDRESSED
from kg.extract.frames.bonds import whose_bond
from kg.extract.frames.captives import captors_of, whom_to_free
from kg.extract.frames.company import companions
from kg.extract.frames.crowds import (
    PROTEST,
    constables,
    unnamed_crowd,
    within_state,
)
from kg.extract.frames.deeds import who_is_judged
from kg.extract.frames.encounters import after_meeting, decided_together, signatories, we_two
from kg.extract.frames.gap import Gap
from kg.extract.frames.implied import other_side
from kg.extract.frames.nearest import pact_behind
from kg.extract.frames.object_slots import Clause
from kg.extract.frames.parties import allowed, apart, freed, is_gathering, merge
from kg.extract.frames.recast import NOTHING, Telling, recast
from kg.extract.frames.records import Frame, Match
from kg.extract.frames.seeming import (
    also_asked,
    spoke_of,
    told_to_others,
)
from kg.extract.frames.unsaid import unsaid
from kg.extract.frames.verb_arguments import VerbArguments, is_mutual
from kg.extract.frames.verb_matching import match_state, match_verb
from kg.extract.frames.words import is_aircraft, is_truce, lemma_of, through_measure
from kg.extract.lexis import noun_at
from kg.extract.patterns import Pattern
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_passive, phrase_of, prepositions

_NONE: frozenset[str] = frozenset()
_PARTIES = frozenset({"state", "group", "person"})


class VerbFrames(VerbArguments):
    """Finds the frames of verbs in one article."""

    def at(self, verb: Token, lemma: str) -> Iterator[Frame]:
        """Give the frames of the most telling wordings at a verb, one a predicate; an idle wording stops the rest."""
        best = -1
        done: set[str] = set()
        spare: Frame | None = None
        states = self._states(verb)
        clause = Clause.of(verb)
        present = self._present_words(verb)
        for pattern in (*states, *self._patterns.verbs.get(lemma, ())):
            if best >= 0 and pattern.weight < best:
                break
            if any(need.isdisjoint(present) for need in pattern.needs):
                continue
            match = match_state(verb, pattern) if pattern in states else match_verb(verb, pattern, clause)
            if match is None:
                continue
            if pattern.idle:
                return
            frame = self._fill(verb, pattern, match)
            if frame is None or pattern.predicate in done:
                continue
            frame.predicate = recast(Telling(frame, verb, match, frozenset(done), self._doers, self._words))
            if frame.predicate == NOTHING:
                continue
            if pattern.predicate == PROTEST and all(r.weak or match.locative for r in frame.objects):
                spare = spare or frame
                continue
            if pattern.predicate == "aided" and self._rolls_in(match) and all(r.weak for r in frame.objects):
                spare = spare or frame
                continue
            done.add(pattern.predicate)
            best = max(best, pattern.weight)
            if match.literal is not None and not self._told_beside(pattern, match.literal):
                self._search.used.add(match.literal.i)
            behind = match.behind
            nouns = self._patterns.nouns.get(lemma_of(behind), ()) if behind is not None else ()
            if behind is not None and any(p.predicate == frame.predicate for p in nouns):
                self._search.used.add(behind.i)  # "sent a team to talks with O"
            yield frame
        told = {"deployed_to", "attacked"} if spare is not None and spare.predicate == "aided" else set()
        if spare is not None and not done & {spare.predicate, *told}:
            yield spare

    def _rolls_in(self, match: Match) -> bool:
        """Whether what is sent are tanks or planes, which are no aid to where they go: "sent tanks into Jenin"."""
        return match.literal is not None and lemma_of(match.literal) in self._words["hardware"]

    def _told_beside(self, pattern: Pattern, noun: Token) -> bool:
        """Whether a noun tells an act beside: "rejected a demand by Angola that it stop", "was in Rome for talks"."""
        if pattern.predicate == "visited":
            return lemma_of(noun) not in self._resolver.words["journey"]
        if pattern.predicate == "attacked" and phrase_of(noun.head) in self._words["throwingBack"]:
            return True
        if (
            pattern.predicate not in ("rejected", "conceded_to")
            or not self._resolver.acts.get(lemma_of(noun), _NONE) & ADDRESSED
        ):
            return False
        that = child(noun, "acl", "ccomp") is not None  # "dismissed a Syrian demand that Israel withdraw"
        if any(c.dep_ == "poss" or (that and c.dep_ == "amod" and c.text[0].isupper()) for c in noun.children):
            return True
        return any(p.lower_ in ("by", "from") for p, _ in prepositions(noun))

    def _present_words(self, verb: Token) -> frozenset[str]:
        """Give the words of the sentence in every form that a wording may ask for, to leave out hopeless wordings."""
        sentence = verb.sent
        known, words = self._sentence
        if known != sentence.start:
            forms = (w for t in sentence for w in (t.lower_, t.lemma_, lemma_of(t), noun_at(t)))
            words = frozenset(forms)
            if any(map(is_aircraft, sentence)):
                words |= {"warplane"}
            if words & self._words["pact"] and any(is_truce(t, lemma_of(t)) for t in sentence):
                words |= {"truce"}
            self._sentence = (sentence.start, words)
        return words

    def _states(self, verb: Token) -> tuple[Pattern, ...]:
        """Give the wordings with "be" for a participle that the parser reads as a passive: "was outraged at"."""
        if verb.tag_ != "VBN" or not any(c.dep_ == "auxpass" and c.lemma_ == "be" for c in verb.children):
            return ()
        known = self._patterns.verbs.get("be", ())
        return tuple(p for p in known if p.elements and verb.lower_ in p.elements[0].words)

    def _fill(self, verb: Token, pattern: Pattern, match: Match) -> Frame | None:
        """Give the frame of a wording that matched, where there are actors on both sides."""
        passive = is_passive(verb)
        subjects = self._doers.of(verb, pattern, match)
        if not subjects and pattern.inverse and match.subject is not None:
            critics = [r for t in match.objects for r in self._resolver.actors(t)]
            if critics and pattern.predicate in self._like["reaction"] | {"praised", "supported"}:
                subjects = who_is_judged(match.subject, match.literal, verb, critics, self._resolver)
        if not subjects and passive and pattern.predicate in self._like["accordance"] and not pattern.reciprocal:
            subjects = self._who_reports(verb)
        if not subjects and not (pattern.reciprocal and passive):
            self._search.miss(pattern, verb, "no actor as its subject")
            return None
        if pattern.reciprocal:
            return self._reciprocal(verb, pattern, match, subjects)
        if pattern.predicate == "mediated" and any(t.lower_.endswith("selves") for t in match.objects):
            return None  # "told them to settle it among themselves"
        if pattern.predicate == "warned" and told_to_others(verb, pattern, match):
            return None
        if pattern.predicate == "rejected" and any(
            is_mutual(t) for c in verb.children if c.dep_ == "xcomp" for t in c.subtree
        ):
            return None  # "refused to talk to each other"
        posting = self._own_envoy(match) if pattern.predicate == "summoned" else None
        if posting is not None and not passive:
            frame = _frame(verb, pattern, match, subjects, [posting])
            frame.predicate = "recalled"
            return frame
        objects = self._objects(verb, pattern, match, subjects)
        here = pattern.predicate in self._like["inPerson"]
        if pattern.predicate in ("urged", "demanded_of"):  # "called for Chad to leave and for Mali to sign"
            objects = merge(objects, [r for t in also_asked(match.objects) for r in self._resolver.actors(t)])
        if passive:
            objects = merge(objects, companions(verb, self._resolver, in_person=here))
        elif not any("alongside" in e.words for e in pattern.elements):  # "fought alongside Angola": O, who does it too
            subjects = merge(subjects, companions(verb, self._resolver, in_person=here))
        if len(subjects) > 1 and any(map(is_mutual, match.objects)):
            return _frame(verb, pattern, match, subjects, subjects)
        to_others = apart(objects, subjects)
        if pattern.predicate == "demanded_of" and lemma_of(verb) == "order" and objects and not to_others:
            return None  # "told X to order his men to stop"
        objects = to_others
        own = {r.entity.state() for r in subjects if r.entity.kind == "person"}
        acts = {lemma_of(t) for t in match.objects} & (self._words["anyAct"] | self._words["goodDeed"])
        abroad = [r for r in objects if r.entity not in own and not (pattern.modal and r.owned and not acts)]
        if pattern.modal and abroad and any(r.entity in own for r in objects):
            return None  # "the premier said that Peru and Chile should work together"
        if pattern.predicate == "demanded_of":  # a state's order to its own envoy
            served = {r.entity for r in subjects if r.entity.kind == "state"}
            abroad = [r for r in abroad if r.entity.kind != "person" or r.entity.state() not in served]
            if lemma_of(verb) in self._words["commanding"]:  # "the presidents instructed their ministers to talk"
                home = own if lemma_of(verb) == "order" else own | {None}
                abroad = [r for r in abroad if r.entity.kind != "person" or r.entity.state() not in home]
        wants = (
            pattern.predicate == "urged" and match.literal is not None
        )  # "called for the removal of Peru from a list"
        orders = wants or pattern.modal or pattern.predicate == "demanded_of"  # an order to the own army is no demand
        others_only = pattern.predicate == "warned" and any(e.sort == "that" for e in pattern.elements)
        if len(objects) > 1 or orders or others_only:  # "warned that his country would fight"
            objects = abroad if orders or others_only else abroad or objects
        forces = any(map(self._doers.is_force, match.objects))  # "regretted that the troops had to go"
        if pattern.predicate in self._like["objecting"] and (forces or pattern.predicate in ("urged", "warned")):
            objects = [r for r in objects if not (r.weak and r.entity in own)]  # "called on the regime to stop"
        if not objects and (pattern.predicate in self._like["doneTo"] or pattern.predicate == "deployed_to"):
            objects = allowed(within_state(match, subjects, self._resolver), pattern.object_kinds)
        if not objects and pattern.predicate in ("attacked", PROTEST):
            objects = [r for t in match.objects for r in constables(t, subjects)]
        if not objects and pattern.predicate in self._like["doneTo"] and self._doers.is_police(match.subject):
            crowds = [r for t in match.objects for r in unnamed_crowd(t, subjects, self._resolver)]
            objects = allowed(crowds, pattern.object_kinds)
        if not objects and len(subjects) == 2 and self._on_each_side(pattern, match):
            return _frame(verb, pattern, match, subjects, subjects)
        there = match.locative and all(r.entity.kind in ("state", "place") for r in objects)
        there = there and len({r.entity.kind for r in subjects}) == 1  # "two warlords declared a truce in Chad"
        if pattern.predicate == "ceased_fire_with" and len(subjects) == 2 and (not objects or there):
            return _frame(verb, pattern, match, subjects, [])  # "Peru and Chile, reaching a truce"
        among_themselves = len(subjects) > 1 and pattern.predicate in self._like["accordance"]
        if pattern.predicate == "joined" and lemma_of(verb) == "sign":  # "signed the pact" is with others
            objects = [r for r in objects if is_pact(r.entity, self._words["openTreaty"])]
        if pattern.predicate == "visited" and objects and all(r.owned for r in objects):
            objects = self._inside(match) or objects  # "toured French positions in Chad"
        worded = bool(objects)
        if not objects and not among_themselves:
            objects = apart(unsaid(Gap(verb, pattern, match, subjects, self._resolver)), subjects)
            if pattern.predicate == "rejected" and len(subjects) > 1:  # "Rao and Paz left the talks" of others
                objects = [r for r in objects if r.entity not in sides(subjects)]
            if pattern.predicate == "criticized":
                objects = allowed(objects, pattern.object_kinds)  # no sea is to blame for what goes on in it
        if worded and whom_to_free(pattern, match, objects):
            captors = captors_of(match, objects, verb, self._resolver)
            gap = Gap(verb, pattern, match, subjects, self._resolver)
            told = captors or apart(unsaid(gap), objects) or other_side(subjects, verb, self._resolver)
            objects = apart(told, [*subjects, *objects])
        subjects = self._owning(pattern, match, subjects)
        if objects and self._of_another(pattern, match, subjects, objects):
            self._search.miss(pattern, verb, "what ends is another state's")
            return None
        if not objects:
            self._search.miss(pattern, verb, "no actor as its object")
            return None
        if lemma_of(verb) == "join" and match.literal is not None and pattern.predicate == "met":
            nouns = [match.literal, through_measure(match.literal), match.literal.head.head]  # "five hours of talks"
            talks = any(lemma_of(t) in self._words["talk"] for t in nouns)
            others = [o for t in (verb, *nouns) for p, o in prepositions(t) if p.lower_ == "with"]
            met = apart([r for o in others for r in self._resolver.actors(o)], [*subjects, *objects])
            if met:  # "Rao was joined by Sarr in talks with Obi"
                frame = _frame(verb, pattern, match, merge(subjects, objects), met)
                frame.predicate = "negotiated_with" if talks else "met"
                return frame
        between = (r.entity for t in match.objects for r in self._resolver.actors(t))
        askers = self._whose_dispute(verb, match) if pattern.predicate == "mediated" else []
        if askers and apart(askers, subjects) == askers:
            return _frame(verb, pattern, match, subjects, askers)
        if pattern.predicate == "mediated" and sides(subjects) & set(between):
            self._search.miss(pattern, verb, "who is a party mediates nothing")
            return None
        if pattern.inverse:
            subjects, objects = objects, subjects
            if pattern.predicate == "released":
                objects = [freed(r) for r in objects]  # "two French hikers walked free"
            if pattern.predicate == "joined":  # "the UN accepted the Egyptian plan"
                subjects = [r for r in subjects if not r.owned]
            if not subjects:
                return None
        return _frame(verb, pattern, match, subjects, objects)

    def _inside(self, match: Match) -> list[Reference]:
        """Give the land that something of somebody else's is in, to who goes there."""
        where = [o for t in match.objects for p, o in prepositions(t) if p.lower_ in ("in", "near", "inside")]
        return [r for o in where for r in self._resolver.actors(o) if r.entity.kind in ("state", "place")]

    def _whose_dispute(self, verb: Token, match: Match) -> list[Reference]:
        """Give those who ask a third to mediate in what is theirs: "Peru and Chile asked him to settle their dispute".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru and Chile asked the EU to mediate in their dispute."
        >>> [[a.name for a in e.objects] for e in Extractor().extract(Article("a", text)).events][-1]
        ['Peru', 'Chile']
        """
        theirs = any(c.dep_ == "poss" and c.lower_ == "their" for t in match.objects for c in t.children)
        asking = self._words["request"] | self._words["let"]
        if not theirs or verb.dep_ not in ("xcomp", "ccomp") or lemma_of(verb.head) not in asking:
            return []
        askers = grammatical_subject(verb.head)
        found = self._resolver.actors(askers) if askers is not None else []
        return found if len(found) > 1 else []

    def _who_reports(self, verb: Token) -> list[Reference]:
        """Give who tells of an accord without saying whose it is: "the rebels said a deal was reached with Chad".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chadian officials said a deal had been reached with Boko Haram."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Chad', 'Boko Haram')]
        """
        if verb.dep_ != "ccomp" or lemma_of(verb.head) not in self._words["report"]:
            return []
        speaker = grammatical_subject(verb.head)
        found = self._resolver.actors(speaker) if speaker is not None else []
        return [r.as_state() for r in found if r.entity.kind in _PARTIES]

    def _reciprocal(self, verb: Token, pattern: Pattern, match: Match, subjects: list[Reference]) -> Frame | None:
        """Give the frame of parties that do it to one another: "Iran and Oman met".

        The several who "also agreed to send troops" did as somebody else had, and not with one another.
        """
        if pattern.predicate == "spoke_with" and match.literal is None and spoke_of(verb):
            return None
        if lemma_of(verb) == "decide" and not decided_together(verb, match.subject, self._resolver):
            return None  # "Peru and Chile decided to leave", each for itself
        also = any(c.lower_ in self._words["likewise"] for c in verb.children if c.dep_ == "advmod")
        if also and len(subjects) > 2 and any(c.dep_ == "xcomp" for c in verb.children):
            return None
        we = match.subject is not None and match.subject.lower_ == "we"
        if we and len(subjects) == 1 and pattern.predicate in self._like["accordance"]:
            subjects = we_two(verb, self._resolver) or subjects
        if pattern.predicate == "agreed_with" and len(subjects) == 1:
            subjects = after_meeting(verb, self._resolver) or subjects
        if len(subjects) < 2:
            hosts = [t for t in (verb, match.literal) if t is not None]
            between = [o for h in hosts for p, o in prepositions(h) if p.lower_ in ("between", "among")]
            subjects = [r for o in between for r in self._resolver.actors(o)]
            cut = pattern.predicate == "severed_ties_with" and not subjects and is_passive(verb)
            if cut and (two := whose_bond(verb, self._resolver)):
                return _frame(verb, pattern, match, two, [])
            if not subjects and is_passive(verb):
                subjects = signatories(verb, match, pattern.predicate, self._resolver)
        whose = _whose_talks(match.literal, self._resolver) if pattern.predicate == "negotiated_with" else []
        if whose:
            return _frame(verb, pattern, match, whose, [])
        partners = apart([r for t in pact_behind(match.literal) for r in self._resolver.actors(t)], subjects)
        if partners and pattern.predicate in self._like["accordance"]:
            return _frame(verb, pattern, match, subjects, partners)
        plan = match.subject is not None and lemma_of(match.subject) in self._words["bid"]
        plan = plan or (verb.dep_ in ("acl", "relcl") and lemma_of(verb.head) == "mission")
        if len(subjects) < 2 or plan or self._with_another(verb, pattern, match):
            return None  # "an initiative by Peru and Chile failed to resolve the dispute" of others
        if is_gathering(subjects, self._resolver):
            self._search.miss(pattern, verb, "too many parties to say who dealt with whom")
            return None
        return _frame(verb, pattern, match, subjects, [])


def _whose_talks(talks: Token | None, resolver: Resolver) -> list[Reference]:
    """Give the two whose talks they are by the words before them: "agreed to restart Israeli-Palestinian talks"."""
    if talks is None or not any(c.dep_ in ("amod", "compound", "nmod") and c.text[0].isupper() for c in talks.children):
        return []
    owners = [replace(r, owned=False) for r in resolver.owners(talks, frozenset({talks.i}))]
    return owners if len(owners) == 2 else []


def _frame(verb: Token, pattern: Pattern, match: Match, subjects: list[Reference], objects: list[Reference]) -> Frame:
    literal = match.literal.i if match.literal is not None else None
    return Frame(pattern, verb.i, verb.i, subjects, objects, literal)
