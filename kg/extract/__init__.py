"""Article to events: mentions, coreference, frames, status, dates and quotes, one job a file."""

import kg.extract.components  # noqa: F401  registers the spaCy component "kg_events"
from kg.extract.extractor import Extractor, load_pipeline
from kg.extract.jsonl import article_row

__all__ = ["Extractor", "article_row", "load_pipeline"]
