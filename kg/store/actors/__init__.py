"""Who is who: decisions that join two records of one actor or keep two people apart, and suggestions for them."""

from kg.store.actors.decisions import Decision, DecisionLog
from kg.store.actors.suggestions import Suggestion, suggest

__all__ = ["Decision", "DecisionLog", "Suggestion", "suggest"]
