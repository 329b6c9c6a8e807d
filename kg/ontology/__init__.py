"""Loads the ontology: predicates, wordings and actors; the only reader of the files in ontologies/."""

from kg.ontology.gazetteer import ActorRecord, Gazetteer, OfficeRecord, load_gazetteer
from kg.ontology.lexicon import Lexicon, Wording, load_lexicon
from kg.ontology.vocabulary import Predicate, Vocabulary, load_vocabulary

__all__ = [
    "ActorRecord",
    "Gazetteer",
    "Lexicon",
    "OfficeRecord",
    "Predicate",
    "Vocabulary",
    "Wording",
    "load_gazetteer",
    "load_lexicon",
    "load_vocabulary",
]
