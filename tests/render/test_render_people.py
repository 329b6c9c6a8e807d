"""The page for everyone: keyboard, screen reader, phone, paper, dark rooms; and what it saves."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from corpora import by_lot
from headless import Page
from selenium.webdriver.common.keys import Keys

from kg.render import View, view_from

Opened = Callable[..., Page]
SVG = "{http://www.w3.org/2000/svg}"


def axe() -> str:
    """Give the source of axe-core, which the package axe-core-python carries."""
    spec = find_spec("axe_core_python")
    if spec is None or spec.origin is None:
        pytest.skip("needs axe-core-python")
    return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "fragment,settings",
    [
        ("", {}),
        ("", {"dark": True}),
        ("#actor=Russia", {}),
        ("#actor=Russia", {"dark": True}),
        ("#pair=Russia~Ukraine&status=actual.negated", {}),
        ("#path=Marco_Rubio~NATO", {"dark": True}),
        ("#view=table", {}),
        ("#view=table&actor=Russia", {"width": 390, "height": 844, "phone": True}),
        ("#without=AID", {"width": 390, "height": 844, "phone": True, "dark": True}),
    ],
)
def test_axe_finds_no_fault(opened: Opened, small_view: View, fragment: str, settings: dict[str, int | bool]) -> None:
    """axe-core finds nothing wrong in any view, light or dark, wide or on a phone."""
    assert faults(opened(small_view, fragment, **settings)) == []


@pytest.mark.parametrize("settings", [{}, {"dark": True}, {"width": 390, "height": 844, "phone": True}])
def test_axe_finds_no_fault_in_a_large_graph(opened: Opened, settings: dict[str, int | bool]) -> None:
    """Nor is anything wrong where only the most central actors are drawn, with buttons for the others."""
    page = opened(view_from(by_lot(300, 1200)), **settings)
    assert page.one("#drawn").is_displayed()
    assert faults(page) == []


def faults(page: Page) -> list[tuple[str, list[str]]]:
    """List what axe-core finds wrong with the page, its filters open."""
    page.driver.execute_script(axe() + ";window.axe = axe;")
    page.js("(document.getElementById('filters').hidden = false)")
    run = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then(done)"
    found = page.driver.execute_async_script(run)["violations"]
    return [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found]


def test_everything_by_keyboard(opened: Opened, small_view: View) -> None:
    """Arrow keys walk over the graph and say where they are, Enter opens, n narrows, Escape goes back."""
    page = opened(small_view)
    page.js("document.getElementById('graph').focus()")
    page.keys(Keys.ARROW_RIGHT)
    first = page.text("#announce")
    assert "events with" in first
    page.keys(Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_DOWN)
    page.keys(Keys.ENTER)
    page.until("location.hash.startsWith('#actor=')")
    page.keys("n")
    page.until("location.hash.includes('focus=1')")
    page.keys(Keys.ESCAPE)
    page.until("location.hash === '' || location.hash === '#'")
    page.keys("t")
    page.until("document.body.dataset.view === 'table'")
    page.keys("t", "f")
    page.until("!document.getElementById('filters').hidden")
    page.keys("?")
    page.until("document.getElementById('help').open")
    page.keys(Keys.ESCAPE)
    page.until("!document.getElementById('help').open")


def test_the_keyboard_keeps_its_place(opened: Opened, small_view: View) -> None:
    """Where a control goes away with what it opened, the keyboard goes on where the evidence begins."""
    page = opened(small_view)
    headed = "document.activeElement.matches('#panel h2') && document.activeElement.textContent"
    page.keys("/")
    page.keys("krem", Keys.ENTER)
    assert page.js(headed) == "Russia"
    page.keys(*(Keys.TAB,) * 3, Keys.ENTER)
    assert page.js(headed) == "Russia and Ukraine"
    page.js("document.querySelector('#timeline .lane').focus()")
    page.keys("e")
    assert page.js(headed) == "Russia and Ukraine"
    page.keys(Keys.ESCAPE)
    assert page.js(headed) == "At a glance"
    page.js("document.querySelector('#timeline .lane').focus()")
    page.keys(Keys.ENTER)
    assert page.js(headed) == "Donald Trump and Vladimir Putin"


def test_page_keys_reach_every_actor(opened: Opened, small_view: View) -> None:
    """Page Down goes through all actors of the view in order of rank, and starts again; Page Up goes back."""
    page = opened(small_view)
    page.js("document.getElementById('graph').focus()")
    said = []
    for key in (*(Keys.PAGE_DOWN,) * (len(small_view.actors) + 1), Keys.PAGE_UP):
        page.keys(key)
        said.append(page.js("document.getElementById('announce').textContent").split(",")[0])
    ranked = sorted(small_view.actors, key=lambda actor: -actor.rank)
    assert said[:1] == [ranked[0].label]
    assert sorted(said[: len(ranked)]) == sorted(actor.label for actor in ranked)
    assert said[-2:] == [said[0], said[len(ranked) - 1]]


def test_tab_reaches_all_controls_in_order(opened: Opened, small_view: View) -> None:
    """Tab goes through search, tools, graph, timeline and panel, and each stop has a name."""
    page = opened(small_view)
    stops = []
    for _ in range(40):
        page.keys(Keys.TAB)
        stops.append(
            page.js(
                "((e) => [e.id || e.className.baseVal || e.className, e.getAttribute('aria-label') "
                "|| e.textContent || e.labels?.[0]?.textContent || ''])(document.activeElement)"
            )
        )
    reached = [name for name, _ in stops]
    order = [reached.index(name) for name in ("search", "show-filters", "show-table", "graph", "play", "handle", "tie")]
    assert order == sorted(order)
    assert [name for name, label in stops if name and not label.strip()] == []


def test_table_holds_the_same_events(opened: Opened, small_view: View) -> None:
    """The table has a row for each event of the view, headers that sort, and buttons that lead back to the graph."""
    page = opened(small_view, "#view=table")
    assert page.js("document.querySelector('tbody').rows.length === explorer.shownEvents().length")
    assert page.js("document.querySelector('th').getAttribute('aria-sort')") == "ascending"
    page.click("th.col-predicate button")
    wordings = page.js("[...document.querySelectorAll('td.col-predicate')].map((cell) => cell.textContent)")
    assert wordings == sorted(wordings)
    page.click("td.col-predicate button")
    page.until("document.body.dataset.view === 'graph' && location.hash.startsWith('#event=')")


def test_a_denial_is_not_told_as_the_claim(opened: Opened, small_view: View) -> None:
    """In the row of a disputed event, who denies it is said to deny it."""
    page = opened(small_view, "#view=table")
    rows = page.js("[...document.querySelectorAll('tbody tr')].map((row) => row.innerText)")
    assert [row.count("Russia (denies it)") for row in rows if "disputed" in row] == [1]


def test_csv_holds_the_view(opened: Opened, small_view: View) -> None:
    """The CSV has a header and a row for each event of the view, and no cell that a spreadsheet would run."""
    page = opened(small_view)
    shown = page.js("explorer.shownEvents()")
    page.click("#save summary")
    page.click("#save-csv")
    saved = page.download(".csv")
    rows = list(csv.DictReader(io.StringIO(saved.read_bytes().decode("utf-8-sig"))))
    saved.unlink()
    assert [row["Event"] for row in rows] == shown
    assert next(row for row in rows if row["Did"] == "praised")["Sentence"] == "Lavrov praised Ankara."


def test_svg_holds_the_view(opened: Opened, small_view: View) -> None:
    """The SVG is well-formed, has a shape for each actor, a line for each pair, and the names as text."""
    page = opened(small_view)
    page.click("#save summary")
    page.click("#save-svg")
    saved = page.download(".svg")
    root = ET.fromstring(saved.read_bytes())
    saved.unlink()
    titles = {title.text for title in root.iter(f"{SVG}title")}
    assert {"Donald Trump", "Russia", "NATO"} <= titles
    assert len(list(root.iter(f"{SVG}path"))) >= 6
    assert "Vladimir Putin" in {text.text for text in root.iter(f"{SVG}text")}
    assert not list(root.iter(f"{SVG}script"))


def test_png_holds_the_view(opened: Opened, small_view: View) -> None:
    """The PNG has the size of the canvas."""
    page = opened(small_view)
    size = page.js("(({width, height}) => [width, height])(document.querySelector('#graph canvas'))")
    page.click("#save summary")
    page.click("#save-png")
    saved = page.download(".png")
    data = saved.read_bytes()
    saved.unlink()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)] == size


@pytest.mark.parametrize("fragment", ["", "#actor=Russia", "#view=table", "#pair=Russia~Ukraine"])
def test_phone_needs_no_sideways_scrolling(opened: Opened, small_view: View, fragment: str) -> None:
    """At the width of a phone nothing but the table's own frame scrolls sideways, and the graph keeps room."""
    page = opened(small_view, fragment, width=360, height=740, phone=True)
    assert page.js("document.documentElement.scrollWidth") <= 360
    if "table" not in fragment:
        assert page.js("document.getElementById('graph').clientHeight") >= 180


@pytest.mark.parametrize("width,height", [(320, 480), (667, 375), (740, 360), (1000, 300)])
def test_a_low_window_keeps_room_for_the_graph(opened: Opened, width: int, height: int) -> None:
    """A phone held sideways or a flat frame shows the graph, its actors in sight, and scrolls nothing sideways."""
    page = opened(view_from(by_lot(40, 120)), width=width, height=height)
    assert page.js("document.documentElement.scrollWidth") <= width
    graph = page.js("(({clientWidth, clientHeight}) => [clientWidth, clientHeight])(document.getElementById('graph'))")
    assert graph[1] >= 150
    points = page.js("explorer.drawnActors().map((id) => explorer.actorAt(id))")
    assert all(0 < point["x"] < graph[0] and 0 < point["y"] < graph[1] for point in points)


def test_filters_on_a_phone_have_a_way_out(opened: Opened, small_view: View) -> None:
    """On a phone the filters cover the graph; a button and Escape lead back to it."""
    page = opened(small_view, width=390, height=844, phone=True)
    for leave in (lambda: page.click("#filters .done"), lambda: page.keys(Keys.ESCAPE)):
        page.click("#show-filters")
        assert page.one("#filters").is_displayed()
        leave()
        assert not page.one("#filters").is_displayed()


def test_an_upright_screen_has_an_upright_drawing(opened: Opened) -> None:
    """On a phone held upright the drawing is higher than wide, on a wide screen wider than high."""
    view = view_from(by_lot(80, 300))
    spans = []
    for settings in ({"width": 390, "height": 844, "phone": True}, {"width": 1280, "height": 800}):
        page = opened(view, **settings)
        points = page.js("arguments[0].map((id) => explorer.actorAt(id))", [actor.id for actor in view.actors])
        spans.append([max(p[axis] for p in points) - min(p[axis] for p in points) for axis in ("x", "y")])
    (narrow, high), (wide, low) = spans
    assert high > narrow and wide > low


def test_paper_shows_text_without_controls(opened: Opened, small_view: View) -> None:
    """In print the controls go, the evidence stays, and links show their address."""
    page = opened(small_view, "#actor=Russia")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert page.js("getComputedStyle(document.querySelector('.tools')).display") == "none"
    assert page.js("getComputedStyle(document.getElementById('panel')).overflow") == "visible"
    link = "document.querySelector('#panel figcaption a')"
    assert "https://example.org/" in page.js(f"getComputedStyle({link}, '::after').content")
    pdf = page.driver.execute_cdp_cmd("Page.printToPDF", {})["data"]
    assert len(pdf) > 10_000
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_paper_is_light_also_in_the_dark(opened: Opened, small_view: View) -> None:
    """Printing from a dark screen draws the canvas in the colours of paper, and goes back to dark afterwards."""
    page = opened(small_view, dark=True)
    white = """(() => {
        const source = document.querySelector('#graph canvas');
        const canvas = new OffscreenCanvas(source.width, source.height);
        const copy = canvas.getContext('2d', { willReadFrequently: true });
        copy.drawImage(source, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let i = 0; i < data.length; i += 4) count += data[i + 3] > 200 && data[i] > 240 ? 1 : 0;
        return count;
    })()"""
    on_screen = page.js(white)
    page.js("window.dispatchEvent(new Event('beforeprint'))")
    assert page.js("getComputedStyle(document.body).color") == "rgb(31, 35, 40)"
    assert page.js(white) > on_screen
    page.js("window.dispatchEvent(new Event('afterprint'))")
    assert page.js("getComputedStyle(document.body).color") == "rgb(233, 230, 223)"


def test_dark_setting_changes_page_and_canvas(opened: Opened, small_view: View) -> None:
    """The system's dark setting turns both page and canvas dark, also while the page is open."""
    page = opened(small_view)
    light = page.js("getComputedStyle(document.body).backgroundColor")
    dark = {"features": [{"name": "prefers-color-scheme", "value": "dark"}]}
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", dark)
    page.until("getComputedStyle(document.body).backgroundColor !== arguments[0]", light)
    assert "rgb(20, 23, 27)" in page.js("getComputedStyle(document.body).backgroundColor")


def test_what_is_left_out_is_said(opened: Opened) -> None:
    """A graph that is cut to its central part says how much is left out."""
    view = view_from(by_lot(120, 400), most_actors=40)
    page = opened(view)
    assert len(view.actors) <= 40
    assert f"{view.left_out.actors} actors and {view.left_out.events} events more are left out" in page.text("#notice")


def test_an_empty_graph_is_said(opened: Opened) -> None:
    """A view without events says so, and has neither timeline nor errors."""
    page = opened(View())
    assert page.text("#empty") == "No events pass these filters."
    assert page.js("document.getElementById('timeline').hidden")
