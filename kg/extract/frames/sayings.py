"""Frames that follow from where something was said: in a meeting of the two, in a letter, before an envoy called in."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kg.extract.frames.parties import apart
from kg.extract.frames.records import Frame
from kg.extract.frames.words import lemma_of
from kg.extract.lexis import predicates_of, words_of
from kg.extract.patterns import unworded
from kg.extract.syntax import is_verbal, prepositions

_PROTEST = unworded("protested_against", "that an envoy is called in to hear a protest")
_WITHIN = frozenset({"in", "during", "at"})
_OF_OTHERS = frozenset({"with", "of", "between", "among", "for", "on"})


def said_in_meetings(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Give the meetings in which something was said: "in separate meetings X urged Y and Z to stop".

    What was only talk turns into the meeting itself. A meeting of others, or one named before, tells nothing new.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "In separate meetings on Monday, President Rao urged Ravi Nair and Juan Paz to talk."
    >>> [(e.predicate, len(e.objects)) for e in Extractor().extract(Article("a", text)).events if e.predicate == "met"]
    [('met', 2)]
    """
    out: list[Frame] = []
    said = predicates_of(doc)["saidInMeeting"]
    for frame in frames:
        if frame.predicate not in said or frame.trigger != frame.verb:
            continue
        meeting = _meeting(doc[frame.verb])
        if meeting is None or any(r.entity.kind != "person" for r in frame.subjects):
            continue
        others = [r for r in frame.objects if r.entity.kind in ("person", "group", "organisation")]
        if frame.objects and not others:
            continue
        if frame.predicate == "spoke_with" and len(others) == len(frame.objects):
            frame.predicate = "met"
        elif frame.objects or len(frame.subjects) > 1:
            out.append(replace(frame, trigger=meeting.i, predicate="met", objects=others))
    return out


def _meeting(verb: Token) -> Token | None:
    """Give the meeting in which something is said, where it is nobody else's: "at a brief meeting"."""
    for preposition, noun in prepositions(verb):
        if preposition.lower_ not in _WITHIN or lemma_of(noun) not in words_of(verb)["meetingOfTwo"]:
            continue
        new = noun.tag_ == "NNS" or any(c.lower_ in ("a", "an", "another") for c in noun.children)
        named = any(c.dep_ in ("compound", "poss", "nmod") or c.text[0].isupper() for c in noun.children)
        if new and not named and not any(p.lower_ in _OF_OTHERS for p, _ in prepositions(noun)):
            return noun
    return None


def heard_protests(frames: list[Frame], doc: Doc) -> list[Frame]:
    """Give the protest that an envoy is called in to hear: "called in the envoy to receive a protest".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad summoned Peru's ambassador to hear a protest over the raid."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('summoned', 'Peru'), ('protested_against', 'Peru')]
    """
    out: list[Frame] = []
    for frame in frames:
        if frame.predicate != "summoned" or frame.trigger != frame.verb:
            continue
        for told in (c for c in doc[frame.verb].children if c.dep_ in ("xcomp", "advcl") and c.i > frame.verb):
            note = next((c for c in told.children if c.dep_ == "dobj"), None)
            if note is None or not is_verbal(told) or lemma_of(told) not in words_of(doc)["hearing"]:
                continue
            protest = next((o for p, o in prepositions(note) if p.lower_ == "of"), note)
            if "protest" in (lemma_of(note), lemma_of(protest)):
                states = [r.as_state() for r in frame.objects]
                if apart(states, frame.subjects):
                    out.append(Frame(_PROTEST, note.i, frame.verb, frame.subjects, states, note.i))
    return out
