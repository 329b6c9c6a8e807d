"""Says which actors a phrase stands for: names, demonyms, organs, pronouns, roles, "the two sides", "we"."""

from kg.extract.coreference.records import Reference, Seen, Speaker
from kg.extract.coreference.resolver import Resolver
from kg.extract.coreference.told import DOCUMENTS

__all__ = ["DOCUMENTS", "Reference", "Resolver", "Seen", "Speaker"]
