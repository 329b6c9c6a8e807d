"""Articles in: text, Markdown, HTML and JSON Lines become Article records, boilerplate blanked, offsets kept."""

from kg.articles.boilerplate import mask
from kg.articles.failure import Failure
from kg.articles.reading import read

__all__ = ["Failure", "mask", "read"]
