"""Says which actors a phrase stands for: names, demonyms, organs, pronouns, roles, "the two sides", "we"."""

from kg.extract.coreference.included import included
from kg.extract.coreference.offices import bare_office
from kg.extract.coreference.records import Reference, Seen, Speaker, is_of, is_pact, side_of, sides, without_treaties
from kg.extract.coreference.resolver import Resolver

__all__ = [
    "Reference",
    "Resolver",
    "Seen",
    "Speaker",
    "bare_office",
    "included",
    "is_of",
    "is_pact",
    "side_of",
    "sides",
    "without_treaties",
]
