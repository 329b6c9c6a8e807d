"""The explorer page of `kg serve`, in a real browser: parts of the graph are loaded when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from corpora import small
from headless import Page, browsing, chromium
from selenium.webdriver.common.keys import Keys
from serving import Server, started

from kg.store import open_store


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`kg serve` over the small graph of the page's tests."""
    folder = tmp_path_factory.mktemp("served") / "g"
    with open_store(folder) as store:
        store.record_all(small())
    running = started(folder, "--workers", "1")
    yield running
    running.process.terminate()
    running.process.wait()


def test_the_page_of_some_actors(graph: Server) -> None:
    """?actor= gives the page of an actor's events by any of its names; nobody's name is 404 with a suggestion."""
    part = graph.ask("GET", "/?actor=the%20Kremlin")
    assert part.status == 200 and "<title>Who dealt with whom: Russia</title>" in part.body
    assert "NATO warned Russia." in part.body and "Trump called Putin on Monday." not in part.body
    both = graph.ask("GET", "/?actor=Russia&actor=Donald%20Trump")
    assert "NATO warned Russia." in both.body and "Trump called Putin on Monday." in both.body
    wrong = graph.ask("GET", "/?actor=Rusia")
    assert (wrong.status, wrong.kind) == (404, "text/plain") and "Russia" in wrong.body
    assert graph.ask("GET", "/?" + "&".join(["actor=Russia"] * 51)).status == 400


def test_a_reader_loads_the_part_around_an_actor(graph: Server, tmp_path: Path) -> None:
    """From the panel of an actor and from the search a reader gets to the part of an actor, and back to the whole."""
    assert chromium() is not None
    with browsing(downloads=tmp_path, reaching="127.0.0.1") as driver:
        page = Page(driver, tmp_path)
        driver.get(f"http://127.0.0.1:{graph.port}/#actor=NATO")
        page.until("document.body.dataset.ready")
        page.click("#panel a.button")
        page.until("location.search === '?actor=NATO' && document.body.dataset.ready")
        assert page.js("explorer.shownEvents().length") == 1
        assert page.text("#notice").startswith("This is a part of the graph.")
        page.keys("kyiv", into="#search")
        page.until("document.querySelector('#suggestions li').textContent.includes('“kyiv”')")
        page.keys(Keys.ENTER, into="#search")
        page.until("location.search === '?actor=kyiv' && document.body.dataset.ready")
        assert page.text("h1") == "Who dealt with whom: Ukraine"
        page.click("#notice a")
        page.until("location.search === '' && document.body.dataset.ready")
        seen = page.clean()
        assert (seen["errors"], seen["violations"], seen["console"]) == ([], [], [])
        assert all(url.startswith(f"http://127.0.0.1:{graph.port}/") for url in seen["requests"])
