"""Matches the wordings of the lexicon on a parsed, masked article: which words tell an event, and who is in it."""

from kg.extract.frames.finder import FrameFinder
from kg.extract.frames.parties import allowed
from kg.extract.frames.records import Frame, Match, NearMiss
from kg.extract.frames.verb_matching import match_verb
from kg.extract.frames.words import lemma_of

__all__ = ["Frame", "FrameFinder", "Match", "NearMiss", "allowed", "lemma_of", "match_verb"]
