"""The mentions of actors in an article: names with their titles, demonyms, organs, factions, lists."""

from kg.extract.mentions.finder import MentionFinder
from kg.extract.mentions.span import Span

__all__ = ["MentionFinder", "Span"]
