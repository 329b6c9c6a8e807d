"""Feeds that were saved as files give an article an entry."""

from __future__ import annotations

from pathlib import Path

from kg.articles import Failure, read
from kg.model import Article

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Wire A</title><link>https://a.example/</link><language>en-gb</language>
<item><title>Talks &amp; more</title><link>https://a.example/1</link><guid isPermaLink="false">a-1</guid>
<pubDate>Tue, 20 May 2025 23:30:00 -0500</pubDate><description>A summary.</description>
<content:encoded><![CDATA[<p>Putin called <b>Trump</b>.</p><p>They spoke &lt;for&gt; an hour.</p>
<script>alert(1)</script>]]></content:encoded></item>
<item><title>Second</title><link>https://a.example/2</link><pubDate>20 May 2025</pubDate>
<description>Macron met Modi.</description></item>
<item><title>Only a title</title></item>
<item><title>Odd</title><description>They met.</description><pubDate>soon</pubDate></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire B</title>
<entry><id>urn:b:1</id><title>Visit</title><link href="https://b.example/1"/><updated>2025-05-21T08:00:00Z</updated>
<content type="html">&lt;p&gt;Macron visited Modi.&lt;/p&gt;</content></entry></feed>"""


def test_an_rss_feed_gives_full_content_or_summary(tmp_path: Path) -> None:
    """Markup becomes plain text, the guid or the address is the id, the day the one written; bad entries are told."""
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    first, second, empty, odd = read(tmp_path / "a.rss")
    assert isinstance(first, Article) and isinstance(second, Article)
    assert first.text == "Putin called Trump.\n\nThey spoke <for> an hour."
    assert (first.id, first.title, first.published) == ("a-1", "Talks & more", "2025-05-20")
    assert (first.publisher, first.url, first.notes) == ("Wire A", "https://a.example/1", ())
    assert (second.id, second.notes) == ("https://a.example/2", ("the feed carries only a summary",))
    assert isinstance(empty, Failure) and "entry 3: has neither content" in str(empty)
    assert isinstance(odd, Failure) and "entry 4: the date 'soon'" in str(odd)


def test_an_atom_feed_is_known_by_its_first_tag(tmp_path: Path) -> None:
    """A feed is read whatever its suffix says."""
    for name in ("b.xml", "b.feed", "b"):
        (tmp_path / name).write_text(ATOM, encoding="utf-8")
        (article,) = read(tmp_path / name)
        assert isinstance(article, Article)
        assert (article.id, article.text, article.published) == ("urn:b:1", "Macron visited Modi.", "2025-05-21")


def test_broken_feeds_say_what_is_wrong(tmp_path: Path) -> None:
    """XML of another kind, broken XML and a feed without entries are failures; what can be read of a cut one is."""
    (tmp_path / "map.xml").write_text("<?xml version='1.0'?><sitemap/>", encoding="utf-8")
    (tmp_path / "empty.rss").write_text("<rss><channel><title>x</title></channel></rss>", encoding="utf-8")
    (tmp_path / "cut.rss").write_text("<rss><channel><ti", encoding="utf-8")
    (tmp_path / "half.rss").write_text(RSS[: RSS.index("<item><title>Only")], encoding="utf-8")
    assert "no RSS or Atom" in str(*read(tmp_path / "map.xml"))
    assert "without entries" in str(*read(tmp_path / "empty.rss"))
    assert "broken XML" in str(*read(tmp_path / "cut.rss"))
    assert [type(item) for item in read(tmp_path / "half.rss")] == [Article, Article]
