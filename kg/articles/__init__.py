"""Articles in: texts, pages, feeds, tables, mails and archives become Article records, boilerplate blanked."""

from kg.articles.boilerplate import mask
from kg.articles.failure import Failure
from kg.articles.reading import Reading, read

__all__ = ["Failure", "Reading", "mask", "read"]
