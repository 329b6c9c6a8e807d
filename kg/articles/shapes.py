"""Knows the shapes in which news services, crawlers and data sets write an article as a row or a JSON object."""

from __future__ import annotations

from collections.abc import Mapping

from kg.articles.fragments import plain_text
from kg.articles.source import Source, one_line
from kg.errors import ArticleError
from kg.model import Article

# Keys by what they mean, the best first. A dot goes into an inner object, a number into a list. Named beside each is
# who writes so, where it is not common to most.
_TEXT = (
    "text",  # Webz.io, CC-News
    "maintext",  # news-please
    "articleBody",  # schema.org
    "article_body",
    "full_text",
    "fulltext",
    "body",  # Event Registry, Aylien
    "content_text",  # JSON Feed
    "content_html",
    "fields.bodyText",  # The Guardian
    "fields.body",
    "content",  # NewsAPI, GNews, NewsData.io
    "raw_content",
)
_SHORT = (
    "lead_paragraph",  # The New York Times
    "summary",
    "description",  # NewsAPI, mediastack
    "desc",  # GDELT Article List
    "abstract",
    "fields.trailText",
    "snippet",
)
_TITLE = ("title", "headline.main", "headline", "webTitle", "name", "title_page")
_DATE = (
    "date",
    "published",
    "published_at",
    "publishedAt",
    "publishedDate",
    "pubDate",
    "pub_date",
    "publish_date",
    "date_publish",
    "date_published",
    "datePublished",
    "webPublicationDate",
    "publication_date",
    "dateTime",
    "seendate",  # GDELT DOC
)
_PUBLISHER = (
    "source.name",
    "source.title",
    "source",
    "publisher.name",
    "publisher",
    "source_name",
    "source_id",
    "provider.0.name",  # Bing News
    "outletName",  # GDELT Article List
    "outlet",
    "thread.site_full",
    "site_name",
    "source_domain",
    "domain",
)
_URL = ("url", "link", "web_url", "webUrl", "links.permalink", "canonical_url")
_LANGUAGE = ("language", "lang", "language.code", "inLanguage")
_IDENTITY = ("id", "uuid", "article_id", "uri", "_id")
_LISTS = (
    "articles.results",  # Event Registry
    "response.results",  # The Guardian
    "response.docs",  # The New York Times
    "articles",
    "items",  # JSON Feed
    "rows",
    "results",
    "posts",  # Webz.io
    "stories",  # Aylien
    "docs",
    "value",  # Bing News
    "data",  # mediastack, TheNewsAPI
)
TEXT_COLUMNS = frozenset(key.casefold() for key in (*_TEXT, *_SHORT))
"""What a table must have one of to be one of articles (letter case aside), if it has no title with a url."""


def articles_in(value: object) -> object:
    """Give the list of articles inside the answer of a news service, or the value itself where it holds none."""
    if isinstance(value, Mapping) and not any(isinstance(value.get(key), str) for key in _TEXT):
        for path in _LISTS:
            if isinstance(found := _inside(value, path), list):
                return found
    return value


def article_from(row: object, source: Source, name: str) -> Article:
    """Make an article of a row; `name` is its id where it states none.

    The text may be HTML. Where the row has no text, its summary, and for a list of links its title, is the text, which
    a note says. Raises ArticleError where there is none of them.
    """
    if not isinstance(row, Mapping):
        raise ArticleError("is not a JSON object.", advice='An article is an object with "title", "text" and "date".')
    title, url = _first(row, _TITLE), _first(row, _URL)
    text = _first(row, _TEXT)
    notes: tuple[str, ...] = ()
    if text is None:
        text, notes = _first(row, _SHORT), ("the source carries only a summary",)
    if text is None and isinstance(title, str) and isinstance(url, str):
        text, notes = title, ("the source carries only a headline",)
    if text is None:
        keys = ", ".join(str(key)[:30] for key in list(row)[:8]) or "none"
        raise ArticleError(f'has no "text" (its keys: {keys}).')
    if not isinstance(text, str):
        raise ArticleError('has a "text" that is not a string.')
    return source.article(
        plain_text(text),
        name=one_line(_first(row, _IDENTITY)) or name,
        title=title,
        published=_first(row, _DATE),
        publisher=_first(row, _PUBLISHER),
        url=url,
        language=_first(row, _LANGUAGE),
        notes=notes,
    )


def _first(row: Mapping[str, object], paths: tuple[str, ...]) -> object:
    """Give the first value that is there and is no object or list of objects."""
    for path in paths:
        value = _inside(row, path) if "." in path else row.get(path)
        if value not in (None, "") and not isinstance(value, Mapping):
            return value
    return None


def _inside(row: Mapping[str, object], path: str) -> object:
    value: object = row
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value
