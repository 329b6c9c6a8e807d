"""Events as one RDF graph: opened, recorded, merged, queried, exported."""

from kg.store.answer import Answer
from kg.store.named import NamedQuery, named_queries
from kg.store.opening import open_store
from kg.store.records import ArticleRecord, EventRecord, MentionRecord
from kg.store.store import Store
from kg.store.terms import PREFIXES, shorten

__all__ = [
    "PREFIXES",
    "Answer",
    "ArticleRecord",
    "EventRecord",
    "MentionRecord",
    "NamedQuery",
    "Store",
    "named_queries",
    "open_store",
    "shorten",
]
