"""Finds all frames of an article in text order, so that each can look back on those before it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.extract.coreference import Resolver
from kg.extract.frames.accords import accords_of_talks, plans_of_a_third
from kg.extract.frames.additions import (
    calls,
    expulsions,
    guests,
    protests,
    threats,
    undone,
    visits_by_the_other,
    without_own_states,
    without_pacts,
    without_what_is_agreed,
)
from kg.extract.frames.answers import refusals
from kg.extract.frames.captives import hostages_named
from kg.extract.frames.days import by_day
from kg.extract.frames.denied import denials, made_charges
from kg.extract.frames.ellipsis import same_acts
from kg.extract.frames.journeys import journeys
from kg.extract.frames.measures import further_targets
from kg.extract.frames.mediations import brought_together, dealings, mediations
from kg.extract.frames.mediators import mediators, persuaded
from kg.extract.frames.nouns import NounFrames
from kg.extract.frames.records import Frame, NearMiss, Search
from kg.extract.frames.refused import refusals_answered
from kg.extract.frames.relief import deliveries
from kg.extract.frames.sayings import heard_protests, said_in_meetings
from kg.extract.frames.stays import stays
from kg.extract.frames.strikes import provocations
from kg.extract.frames.turned import conditional_refusals, turned_down
from kg.extract.frames.unplaced import unplaced
from kg.extract.frames.verbs import VerbFrames
from kg.extract.frames.words import lemma_of
from kg.extract.patterns import Patterns
from kg.extract.questions import asked
from kg.ontology import Lexicon


class FrameFinder:
    """Finds the frames of an article with the patterns of a lexicon, its light verbs and the nouns of its acts."""

    def __init__(self, patterns: Patterns, lexicon: Lexicon) -> None:
        self._patterns = patterns
        self._light = lexicon.words["lightVerb"]
        self._victims = {
            noun: frozenset({"by"}.union(*(p.doer for p in found)) - {"of"})
            for noun, found in patterns.nouns.items()
            if any("of" in p.object_prepositions for p in found)
        }
        self._acts = _act_nouns(patterns, lexicon)
        self._encounters = {
            noun: p.predicate
            for noun, found in patterns.nouns.items()
            for p in reversed(found)
            if noun in p.heads and p.predicate in lexicon.traits["inPerson"] & lexicon.traits["encounter"]
        }
        self._dealings = {
            noun: p.predicate
            for noun, found in patterns.nouns.items()
            for p in reversed(found)
            if noun in p.heads and p.between and p.predicate in lexicon.traits["joint"] - {"attacked"}
        }

    def find(self, doc: Doc, resolver: Resolver) -> tuple[list[Frame], list[NearMiss]]:
        """Give all frames in text order, and the near misses."""
        resolver.acts = self._acts
        resolver.victims = self._victims
        search = Search(resolver)
        frames: list[Frame] = []
        for frame in self._told(doc, search):
            for part in by_day(frame, doc, resolver):
                frames.append(part)
                resolver.note_act(part.trigger, part.predicate, part.subjects, part.objects)
        frames = turned_down(frames, doc)
        frames.extend(same_acts(frames, doc, resolver))
        frames.extend(refusals(doc, resolver))
        frames.extend(denials(frames, doc, resolver))
        frames.extend(made_charges(doc, resolver))
        frames.extend(conditional_refusals(frames, doc, resolver))
        frames.extend(calls(frames, doc))
        frames.extend(said_in_meetings(frames, doc))
        frames.extend(heard_protests(frames, doc))
        frames.extend(guests(frames, doc, resolver))
        frames.extend(deliveries(frames, doc, resolver))
        frames.extend(hostages_named(doc, resolver))
        frames.extend(provocations(frames, doc, resolver))
        frames.extend(refusals_answered(frames, doc, resolver))
        frames.extend(stays(frames, doc, resolver))
        frames.extend(journeys(frames, doc, resolver))
        frames.extend(unplaced(frames, doc, resolver))
        frames.extend(threats(frames, doc, resolver))
        frames.extend(protests(frames, doc, resolver))
        frames.extend(expulsions(doc, resolver))
        frames.extend(further_targets(frames, doc, resolver))
        frames.extend(mediations(frames, doc, resolver))
        frames = plans_of_a_third(frames, doc)
        frames.extend(accords_of_talks(frames, doc, self._dealings))
        frames.extend(persuaded(doc, resolver))
        frames.extend(mediators(frames, doc, resolver))
        frames.extend(dealings(frames, doc, self._dealings))
        frames.extend(brought_together(frames, doc))
        frames.extend(undone(frames, doc, self._encounters))
        visits_by_the_other(frames, resolver)
        frames = without_pacts(frames, resolver.words["paperName"])
        frames = without_own_states(frames, resolver.predicates["abroad"])
        frames = without_what_is_agreed(frames, doc)
        return sorted(frames, key=lambda f: f.trigger), search.misses

    def _told(self, doc: Doc, search: Search) -> Iterator[Frame]:
        """Give the frames one by one: a frame must be noted before the next is looked for."""
        verbs = VerbFrames(self._patterns, self._acts, search)
        nouns = NounFrames(self._patterns, self._light, search)
        questions = asked(doc)
        for token in doc:
            if search.resolver.reading.spans[token.i] is not None or token.i in questions:
                continue
            lemma = lemma_of(token)
            if token.pos_ in ("VERB", "AUX") or (lemma in self._patterns.verbs and token.tag_[:2] == "VB"):
                yield from verbs.at(token, lemma)
            if lemma in self._patterns.nouns and _can_be_noun(token):
                frame = nouns.at(token, lemma)
                if frame is not None:
                    yield frame


def _can_be_noun(token: Token) -> bool:
    """Whether a word can be a noun: also a verb that heads no clause, for the parser errs on "talks" and "attacks"."""
    if token.pos_ == "VERB" and token.dep_ in ("ROOT", "relcl", "ccomp"):
        return False
    if token.lower_ == "thanks" and token.i and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "to":
        return token.is_sent_start or token.nbor(-1).pos_ in ("ADJ", "VERB", "PRON", "DET", "PART")  # else "owing to"
    return token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ") and token.tag_[:2] in ("NN", "VB")


def _act_nouns(patterns: Patterns, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """Give the nouns that take up an act told before, each with the predicates of that act."""
    acts: dict[str, frozenset[str]] = {
        noun: frozenset(p.predicate for p in found if not p.idle and noun in p.heads) - lexicon.traits["encounter"]
        for noun, found in patterns.nouns.items()
    }
    acts.update({noun: acts.get(noun, frozenset()) | extra for noun, extra in lexicon.acts.items()})
    acts.update(dict.fromkeys(lexicon.words["anyAct"], lexicon.traits["decided"]))
    return acts
