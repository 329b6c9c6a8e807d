"""Says whether an event is told as actual, planned, possible or negated, and by whose word."""

from kg.extract.status.factuality import Factuality
from kg.extract.status.verdict import Verdict

__all__ = ["Factuality", "Verdict"]
