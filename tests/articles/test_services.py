"""The JSON of the common news services, crawlers and data sets is read as it comes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.articles import read
from kg.model import Article

TEXT = "Vladimir Putin called Donald Trump on Monday."
ANSWERS: dict[str, dict[str, Any]] = {
    "NewsAPI": {
        "status": "ok",
        "articles": [
            {"source": {"id": None, "name": "Wire"}, "title": "Call", "url": "https://e.org/1",
             "publishedAt": "2025-05-20T10:00:00Z", "description": "Short.", "content": TEXT}
        ],
    },
    "The Guardian": {
        "response": {
            "results": [
                {"id": "world/1", "webTitle": "Call", "webUrl": "https://e.org/1", "source": "Wire",
                 "webPublicationDate": "2025-05-20T10:00:00Z", "fields": {"body": f"<p>{TEXT}</p>"}}
            ]
        }
    },
    "The New York Times": {
        "response": {
            "docs": [
                {"_id": "nyt://1", "headline": {"main": "Call"}, "web_url": "https://e.org/1", "source": "Wire",
                 "pub_date": "2025-05-20T10:00:00+0000", "lead_paragraph": TEXT, "abstract": "Short."}
            ]
        }
    },
    "Event Registry": {
        "articles": {
            "results": [
                {"uri": "7", "title": "Call", "body": TEXT, "date": "2025-05-20", "lang": "eng",
                 "url": "https://e.org/1", "source": {"uri": "e.org", "title": "Wire"}}
            ]
        }
    },
    "Webz.io": {
        "posts": [
            {"uuid": "7", "title": "Call", "text": TEXT, "published": "2025-05-20T10:00:00.000+03:00",
             "language": "english", "url": "https://e.org/1", "thread": {"site_full": "Wire"}}
        ]
    },
    "mediastack": {
        "data": [
            {"title": "Call", "description": TEXT, "url": "https://e.org/1", "source": "Wire", "language": "en",
             "published_at": "2025-05-20T10:00:00+00:00"}
        ]
    },
    "NewsData.io": {
        "results": [
            {"article_id": "7", "title": "Call", "link": "https://e.org/1", "content": TEXT, "source_id": "Wire",
             "pubDate": "2025-05-20 10:00:00", "language": "english"}
        ]
    },
    "Aylien": {
        "stories": [
            {"id": 7, "title": "Call", "body": TEXT, "published_at": "2025-05-20T10:00:00Z", "language": "en",
             "links": {"permalink": "https://e.org/1"}, "source": {"name": "Wire"}}
        ]
    },
    "Bing News": {
        "value": [
            {"name": "Call", "url": "https://e.org/1", "description": TEXT, "provider": [{"name": "Wire"}],
             "datePublished": "2025-05-20T10:00:00.0000000Z"}
        ]
    },
    "JSON Feed": {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [
            {"id": "7", "title": "Call", "content_html": f"<p>{TEXT}</p>", "url": "https://e.org/1",
             "date_published": "2025-05-20T10:00:00Z", "publisher": "Wire"}
        ],
    },
    "news-please": {
        "title": "Call", "maintext": TEXT, "date_publish": "2025-05-20 10:00:00", "url": "https://e.org/1",
        "source_domain": "Wire", "language": "en", "description": "Short.",
    },
    "schema.org": {
        "@type": "NewsArticle", "headline": "Call", "articleBody": TEXT, "datePublished": "2025-05-20",
        "url": "https://e.org/1", "publisher": {"@type": "Organization", "name": "Wire"},
    },
    "GDELT Article List": {
        "date": "2025-05-20T10:15:00Z", "url": "https://e.org/1", "domain": "e.org", "outletName": "Wire",
        "title": "Call", "desc": TEXT, "lang": "en",
    },
}  # fmt: skip


@pytest.mark.parametrize("service", ANSWERS)
def test_an_answer_gives_text_title_date_outlet_and_address(tmp_path: Path, service: str) -> None:
    """Whatever the service calls them, and however deep it hides them."""
    path = tmp_path / "answer.json"
    path.write_text(json.dumps(ANSWERS[service]), encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.text, article.title, article.published) == (TEXT, "Call", "2025-05-20")
    assert (article.publisher, article.url) == ("Wire", "https://e.org/1")


def test_a_list_of_links_gives_headlines_and_says_so(tmp_path: Path) -> None:
    """GDELT's DOC service has no texts: the headline is read, and a note tells that it is no more."""
    rows = {"articles": [{"url": "https://e.org/1", "title": TEXT, "seendate": "20250520T101500Z", "domain": "e.org",
                          "language": "English", "sourcecountry": "Kenya"}]}  # fmt: skip
    path = tmp_path / "artlist.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert (article.text, article.published, article.publisher) == (TEXT, "2025-05-20", "e.org")
    assert article.notes == ("the source carries only a headline",)


def test_the_mark_of_a_cut_text_is_blanked(tmp_path: Path) -> None:
    """NewsAPI cuts its texts and says by how much, which is no sentence of the article."""
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"content": f"{TEXT} They… [+1234 chars]"}), encoding="utf-8")
    (article,) = read(path)
    assert isinstance(article, Article)
    assert article.readable == f"{TEXT} They…              "
