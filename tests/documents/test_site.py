"""The documentation builds as a site without a warning, asks no other host for anything, and leads nowhere wrong."""

from __future__ import annotations

import re
import shutil
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
import site_of_docs
from sessions import ROOT

sys.path.insert(0, str(ROOT / "tests" / "render"))

from headless import browsing, console, requests  # in the folder of the tests of the page

LOADING = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("link", "href")}


class Document(HTMLParser):
    """Collects what a page loads, where it leads, and what may be led to within it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := found.get(name))}
        self.loads += [value for name, value in attrs if (tag, name) in LOADING and value]
        if tag == "a" and (href := found.get("href")):
            self.leads.append(href)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of the checkout; a warning is an error here."""
    folder = tmp_path_factory.mktemp("site")
    assert "No issues found" in site_of_docs.build(folder)
    return folder


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[Path, Document]:
    """Read every page of the site."""
    return {path: Document(path) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_loaded_from_another_host(site: Path, documents: dict[Path, Document]) -> None:
    """Scripts, styles, pictures and fonts are all files of the site."""
    assert len(documents) > 30
    for path, document in documents.items():
        for address in document.loads:
            assert not urlsplit(address).netloc, (path.name, address)
            base = site if address.startswith("/") else path.parent  # what a server says of an unknown page
            assert (base / unquote(urlsplit(address).path).lstrip("/")).is_file(), (path.name, address)
    for style in site.rglob("*.css"):
        assert not re.search(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", style.read_text(encoding="utf-8")), style.name


def test_every_link_leads_to_a_page_and_a_heading(documents: dict[Path, Document]) -> None:
    """Also those that the builder does not look at: in HTML that notebooks give, in the navigation, to files."""
    for path, document in documents.items():
        for address in document.leads:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            assert target.exists(), (path.name, address)
            if parts.fragment and target in documents:
                assert unquote(parts.fragment) in documents[target].anchors, (path.name, address)


def test_the_navigation_names_every_page_but_single_decisions(site: Path) -> None:
    """No page can only be found by searching."""
    navigation = tomllib.loads((ROOT / "docs" / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    named = {page.replace(".md", ".html") for page in _pages(navigation)}
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    assert {page for page in built - named if not page.startswith("decisions/")} == set()
    assert named <= built


def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path) -> None:
    """To a page, and to a heading: the builder names both, with the line."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    with (tmp_path / "docs" / "faq.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md) and [no heading](tutorial.md#nothing)\n")
    with pytest.raises(RuntimeError, match=r"(?s)faq\.md.*2 issues found"):
        site_of_docs.build(tmp_path / "site", docs=tmp_path / "docs")


def test_the_site_is_searched_from_its_folder(site: Path) -> None:
    """Opened as a file, without any network, a search finds a predicate; nothing is asked for, nothing fails."""
    with browsing() as driver:
        driver.get((site / "reference" / "predicates.html").as_uri())
        script = """
            const done = arguments[0];
            document.querySelector('.md-search__button').click();
            const dialogs = () => [...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean);
            const inside = (selector) => dialogs().map((root) => root.querySelector(selector)).find(Boolean);
            const once = (sought, then) => { const it = sought(); it ? then(it) : setTimeout(once, 50, sought, then); };
            once(() => inside('input[type=text]'), (field) => {
              field.value = 'ceased fire';
              field.dispatchEvent(new Event('input', { bubbles: true }));
              once(() => inside('a[href*="predicates.html"]'), (link) => done(link.textContent));
            });
        """
        found: Any = driver.execute_async_script(script)
        assert "ceased" in found
        assert requests(driver) == [] and console(driver) == []


def _pages(navigation: Any) -> list[str]:
    if isinstance(navigation, str):
        return [navigation]
    parts = navigation.values() if isinstance(navigation, dict) else navigation
    return [page for part in parts for page in _pages(part)]
