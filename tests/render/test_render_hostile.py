"""Texts that try to run: none does, all are shown."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from headless import Page
from hostile import STRINGS, hostile
from selenium.webdriver.common.keys import Keys

from kg.render import View, html_page, notebook_frame, pyvis_network, view_from
from kg.render.text import inert

Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def hostile_view() -> View:
    """A view with forty hostile strings in every field."""
    return view_from(hostile())


def test_there_are_forty() -> None:
    """The corpus has forty different strings."""
    assert len(set(STRINGS)) == 40


def test_nothing_foreign_is_markup(hostile_view: View) -> None:
    """The page has as many tags as a page of nothing: all foreign text is in the JSON or escaped."""
    tags = re.compile(r"<[a-zA-Z/!][^>]*>")
    page, bare = html_page(hostile_view, title=STRINGS[0]), html_page(View(), title="x")
    data_element = re.compile(r'<script type="application/json".*?</script>', re.S)
    counts = {len(tags.findall(data_element.sub("", text))) for text in (page, bare)}
    assert len(counts) == 1
    data = page.split('id="data">')[1].split("</script>")[0]
    assert "<" not in data and "&" not in data
    assert {article["title"] for article in json.loads(data)["articles"]} >= {inert(STRINGS[0]), inert(STRINGS[1])}


def test_nothing_runs_and_all_is_shown(opened: Opened, hostile_view: View) -> None:
    """Graph, table, panel and search show every string as text; nothing runs, nothing is asked of a server."""
    page = opened(hostile_view, "#view=table&status=actual.planned.possible.negated")
    shown = page.js("[...document.querySelectorAll('td.col-sentence')].map((cell) => cell.textContent)")
    for n, text in enumerate(STRINGS):
        assert f"{inert(f'{n} {text}')} met Ukraine" in shown
    page.click("#show-table")
    page.js("document.querySelector('#show-filters').click()")
    page.js("document.querySelectorAll('.link, .tie').length")
    page.js("(location.hash = 'actor=Ukraine')")
    page.until("document.querySelector('#panel h2').textContent === 'Ukraine'")
    while page.js("Boolean(document.querySelector('#panel .more'))"):
        page.js("document.querySelector('#panel .more').click()")
    panel = page.js("document.querySelector('#panel').textContent")
    assert all(inert(text) in panel for text in STRINGS)
    assert page.js("[...document.querySelectorAll('#panel a')].filter((a) => !/^https?:/.test(a.protocol)).length") == 0
    page.keys("3 <img", into="#search")
    page.until("document.querySelector('#suggestions li').textContent.includes('<img')")
    page.keys(Keys.ARROW_DOWN, Keys.ENTER, into="#search")
    page.until("document.querySelector('#panel h2').textContent.includes('<img')")
    assert (
        page.js("document.querySelectorAll('img, iframe, object, embed, form, base, body style, #panel script').length")
        == 0
    )


def test_bidi_controls_cannot_reorder(hostile_view: View) -> None:
    """Bidi overrides, control characters and broken surrogates become visible signs; the page is valid UTF-8."""
    page = html_page(hostile_view, title="\u202eeltit")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00\x07\x1b\ud800-\udfff]", page)
    assert page.encode("utf-8").decode("utf-8") == page


def test_pyvis_shows_titles_as_text(hostile_view: View) -> None:
    """No title of the Network holds the letters that make pyvis show all titles as HTML."""
    network = pyvis_network(hostile_view)
    assert not any("href" in str(node["title"]) for node in network.nodes)
    network.heading = "<script>ranHostile(0)</script>"
    assert "<script>ranHostile" not in network.generate_html()


def test_page_of_pyvis_asks_nobody(opened: Opened, hostile_view: View) -> None:
    """pyvis' own page of the Network draws its graph, runs nothing foreign and requests nothing."""
    page = opened(View())
    page.open_text(pyvis_network(hostile_view).generate_html())
    page.until("document.querySelector('canvas') && network.body.nodeIndices.length === arguments[0]", 41)
    seen = page.clean()
    assert (seen["requests"], seen["ran"]) == ([], [])


def test_frame_of_a_notebook_holds_the_page(opened: Opened, hostile_view: View) -> None:
    """In a notebook's iframe the page runs under the same policy, sandboxed, without an address of its own."""
    page = opened(View())
    frame = notebook_frame(html_page(hostile_view))
    assert 'sandbox="allow-scripts' in frame and "allow-same-origin" not in frame
    page.open_text(f"<!doctype html><title>notebook</title><body>{frame}")
    page.driver.switch_to.frame(page.one("iframe"))
    page.until("document.body.dataset.ready && Number(document.getElementById('graph').dataset.drawn) > 0")
    page.js("document.querySelector('#panel .tie').click()")
    first = page.text("#panel h2")
    page.js("document.querySelectorAll('#panel .tie')[0].click()")
    page.until("document.querySelector('#panel h2').textContent.includes(' and ')")
    page.click("#back")
    page.until("document.querySelector('#panel h2').textContent === arguments[0]", first)
    assert page.js("window.seen ? window.seen.ran : []") == []
    page.driver.switch_to.default_content()
