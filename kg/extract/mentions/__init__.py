"""The mentions of actors in an article: names with their titles, demonyms, organs, factions, lists."""

from kg.extract.mentions.finder import MentionFinder
from kg.extract.mentions.span import ONCE_HELD, Span

__all__ = ["ONCE_HELD", "MentionFinder", "Span"]
