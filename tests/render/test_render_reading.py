"""Reading the page in a real browser: graph, evidence, timeline, search, filters, paths, history."""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Callable
from dataclasses import replace

import pytest
from corpora import NATO, PUTIN, TRUMP, TURKEY, UKRAINE, by_lot, told
from headless import Page
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

from kg.model import Article, Extraction
from kg.render import View, pyvis_network, view_from

Opened = Callable[..., Page]


def shown(page: Page) -> int:
    return len(page.js("explorer.shownEvents()"))


def each(page: Page, selector: str, what: str = "textContent") -> list[str]:
    return page.js(f"[...document.querySelectorAll(arguments[0])].map((node) => node.{what})", selector)


def choose(page: Page, field: str, value: str) -> None:
    Select(page.one(f"#{field}")).select_by_value(value)


def coloured(page: Page) -> int:
    """Count the pixels of the canvas that are darker than any ground."""
    return page.js(
        """(() => {
            const canvas = document.querySelector('#graph canvas');
            const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
            let dark = 0;
            for (let i = 0; i < data.length; i += 4) dark += data[i + 3] > 200 && data[i] + data[i + 1] < 400 ? 1 : 0;
            return dark;
        })()"""
    )


def test_the_canvas_is_drawn(opened: Opened, small_view: View) -> None:
    """The canvas holds more than its ground: thousands of its pixels have another colour."""
    page = opened(small_view)
    assert coloured(page) > 2000


@pytest.mark.parametrize("width,height", [(1400, 900), (390, 844)])
def test_names_do_not_overlap(opened: Opened, width: int, height: int) -> None:
    """No two labels of the first view share a pixel, and the most central actors have theirs."""
    view = view_from(by_lot(300, 1200))
    page = opened(view, width=width, height=height)
    labels = page.js("explorer.labels()")
    boxes = [(x["left"], x["top"], x["left"] + x["width"], x["top"] + x["height"]) for x in labels]
    clashes = [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert clashes == []
    central = max(view.actors, key=lambda actor: actor.rank)
    assert central.label in [label["text"] for label in labels]


def test_flags_where_the_system_has_them(opened: Opened, small_view: View) -> None:
    """With a font of flag emoji a state shows its flag in panel and search, without one the letters of its code."""
    fonts = subprocess.run(
        ["fc-list", ":charset=1f1eb:color=true", "family"], capture_output=True, text=True, check=True
    )
    expected = "🇷🇺" if fonts.stdout.strip() else "RU"
    page = opened(small_view, "#actor=Russia")
    assert page.text("#panel .kind") == f"State · {expected}"
    assert page.js("explorer.flagOf('Russia')") == ("🇷🇺" if fonts.stdout.strip() else "")
    assert page.js("explorer.flagOf('NATO')") == ""


def test_click_on_an_actor_shows_its_evidence(opened: Opened, small_view: View) -> None:
    """A click on an actor opens its events in time order, each with sentence, status, outlet and link."""
    page = opened(small_view)
    page.click_graph(page.js("explorer.actorAt('Russia')"))
    page.until("document.querySelector('#panel h2').textContent === 'Russia'")
    dates = each(page, "#panel .card > .when > time", "dateTime")
    assert dates == sorted(dates) and dates[0] == "2024-02-11"
    assert page.js("location.hash") == "#actor=Russia"
    assert "NATO warned Russia." in page.text("#panel")
    assert (
        page.one('#panel figcaption a[href="https://example.org/call"]').get_attribute("rel") == "noopener noreferrer"
    )


def test_marks_stand_on_actors_and_trigger(opened: Opened, small_view: View) -> None:
    """The sentence marks subject, object and trigger, each as such."""
    page = opened(small_view, "#pair=Marco_Rubio~Sergey_Lavrov")
    marks = page.js("[...document.querySelectorAll('#panel blockquote mark')].map((m) => [m.className, m.textContent])")
    assert marks == [["subject", "Rubio"], ["trigger", "spoke"], ["object", "Sergei Lavrov"]]


def test_click_on_a_line_unfolds_it(opened: Opened, small_view: View) -> None:
    """A click on the line of a pair lists the events of both, and the wordings appear along the line."""
    page = opened(small_view)
    page.click_graph(page.js("explorer.lineAt('Donald_Trump', 'Vladimir_Putin')"))
    page.until("location.hash.startsWith('#pair=')")
    page.until("explorer.labels().some((l) => l.text.startsWith('called'))")
    texts = {label["text"] for label in page.js("explorer.labels()")}
    assert {"called", "urged", "met"} <= texts
    assert page.text("#panel .subtitle") == "3 events"


def test_every_strand_of_a_steep_line_has_its_wording(opened: Opened) -> None:
    """Where a pair stands one below the other, the wordings find room along the strands, none over another."""
    article = Article("a", "", "Title", "2025-05-20", "Wire A")
    wordings = ("called", "criticized", "aided", "sanctioned", "praised")
    events = tuple(told(article, name, TRUMP, PUTIN, f"Trump {name} Putin.", name) for name in wordings)
    view = view_from([Extraction(article, events)])
    network = pyvis_network(view)
    for node, y in zip(network.nodes, (0, 400), strict=True):
        node.update(x=0, y=y)
    page = opened(view, "#pair=Donald_Trump~Vladimir_Putin", network=network)
    labels = page.js("explorer.labels().map((label) => label.text)")
    assert {"called", "criticized", "aided", "praised"} <= set(labels)


def test_hovering_names_what_is_under_the_pointer(opened: Opened, small_view: View) -> None:
    """The pointer over an actor or a line shows its names and the number of events; away from both, nothing."""
    page = opened(small_view)
    page.move_over_graph(page.js("explorer.actorAt('NATO')"))
    page.until("document.getElementById('tip').innerText === 'NATO 1 event'")
    page.move_over_graph(page.js("explorer.lineAt('Donald_Trump', 'Vladimir_Putin')"))
    page.until("document.getElementById('tip').innerText === 'Donald Trump – Vladimir Putin 3 events'")
    page.move_over_graph({"x": 5, "y": 5})
    page.until("document.getElementById('tip').hidden")


@pytest.mark.parametrize("dx,dy", [(-30, 60), (0, 80), (0, -60), (-50, 0)])
def test_a_dragged_actor_takes_its_lines_along(opened: Opened, small_view: View, dx: int, dy: int) -> None:
    """An actor stays where it is dropped, also straight below or above, and its lines and name follow."""
    page = opened(small_view)
    start, line = page.js("[explorer.actorAt('NATO'), explorer.lineAt('NATO', 'Russia')]")
    page.drag_over_graph(start, {"x": start["x"] + dx, "y": start["y"] + dy})
    page.until(
        "Math.hypot(explorer.actorAt('NATO').x - arguments[0], explorer.actorAt('NATO').y - arguments[1]) > 40",
        start["x"],
        start["y"],
    )
    moved = page.js("explorer.actorAt('NATO')")
    assert (moved["x"] - start["x"], moved["y"] - start["y"]) == pytest.approx((dx, dy), abs=3)
    after = page.js("explorer.lineAt('NATO', 'Russia')")
    assert (after["x"] - line["x"], after["y"] - line["y"]) == pytest.approx((dx / 2, dy / 2), abs=3)
    page.move_over_graph(after)
    page.until("document.getElementById('tip').innerText.startsWith('NATO – Russia')")


def test_a_crowd_of_lines_moves_with_the_view(opened: Opened) -> None:
    """With thousands of lines, moved as a picture, the view still follows the pointer, and lines are there."""
    view = view_from(by_lot(900, 4500))
    page = opened(view, "#drawn=all")
    central = max(view.actors, key=lambda actor: actor.rank).id
    before = page.js("explorer.actorAt(arguments[0])", central)
    page.drag_over_graph({"x": 20, "y": 220}, {"x": 120, "y": 270})
    after = page.js("explorer.actorAt(arguments[0])", central)
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((100, 50), abs=3)
    assert coloured(page) > 20_000


def test_ties_are_with_the_other_side(opened: Opened) -> None:
    """Who only stands on the same side of an event is no tie: each of two who aided Ukraine has one."""
    article = Article("a", "", "Title", "2025-05-20", "Wire A")
    event = told(article, "aided", TURKEY, UKRAINE, "Turkey and NATO aided Ukraine.", "aided")
    view = view_from([Extraction(article, (replace(event, subjects=(TURKEY, NATO)),))])
    page = opened(view, "#actor=Turkey")
    assert each(page, "#panel .tie bdi") == ["Ukraine"]
    assert page.text("#panel .subtitle").endswith("1 event, 1 actor")


def test_merged_event_counts_its_outlets(opened: Opened, small_view: View) -> None:
    """An occasion told by two outlets is one card with two sentences and "2 outlets"."""
    page = opened(small_view, "#pair=Donald_Trump~Vladimir_Putin")
    card = next(text for text in each(page, "#panel .card", "innerText") if "2 outlets" in text)
    assert "Trump called Putin on Monday." in card and "President Trump called" in card


def test_disputed_stands_side_by_side(opened: Opened, small_view: View) -> None:
    """Where one outlet tells what another denies, both stand side by side, the denial with its claimant."""
    page = opened(small_view, "#pair=Russia~Ukraine")
    says, denies = each(page, ".sides > div", "innerText")
    assert "Kyiv said" in says
    assert "Moscow denied" in denies and "according to Russia" in denies
    assert page.js("document.querySelector('.chip.disputed').textContent") == "Disputed"


def test_negated_events_are_hidden_at_first(opened: Opened, small_view: View) -> None:
    """Events that did not happen appear only when their status is asked for."""
    page = opened(small_view)
    before = shown(page)
    page.click("#show-filters")
    page.click("label[for=status-negated]")
    assert shown(page) == before + 1
    assert "status=actual.planned.possible.negated" in page.js("location.hash")


def test_an_actor_whose_events_are_hidden_says_so(opened: Opened, small_view: View) -> None:
    """An actor found by search all of whose events the filters hide says so, and the view stays where it is."""
    page = opened(small_view, "#without=PRAISE.SUPPORT.CONSULT.AGREE.COOPERATE")
    before = page.js("explorer.actorAt('Russia')")
    page.keys("Turkey", "\ue007", into="#search")
    page.until("document.querySelector('#panel h2').textContent === 'Turkey'")
    assert page.text("#panel .hint") == "It has 2 events that the filters hide."
    assert page.js("explorer.actorAt('Russia')") == before


@pytest.mark.parametrize("typed,found", [("lavr", "Sergey Lavrov"), ("krem", "Russia"), ("north atl", "NATO")])
def test_search_knows_names_and_aliases(opened: Opened, small_view: View, typed: str, found: str) -> None:
    """Search suggests by any part of a name or alias, and Enter opens the first."""
    page = opened(small_view)
    page.keys("/")
    page.keys(typed)
    page.until("!document.getElementById('suggestions').hidden")
    assert page.js("document.querySelector('#suggestions li').textContent").startswith(found)
    page.keys(Keys.ENTER)
    page.until("document.querySelector('#panel h2').textContent === arguments[0]", found)


def test_filters_by_class_kind_outlet_wording_and_sources(opened: Opened, small_view: View) -> None:
    """Each filter leaves what it says, and one button takes all of them back."""
    page = opened(small_view)
    before = shown(page)
    page.click("#show-filters")
    page.click("label[for=class-ASSAULT]")
    assert shown(page) == before - 1
    page.click("label[for=kind-organisation]")
    assert shown(page) == before - 2
    choose(page, "outlet", "Daily B")
    assert shown(page) == 2
    choose(page, "least", "2")
    assert shown(page) == 1
    choose(page, "predicate", "praised")
    assert shown(page) == 0
    assert page.text("#empty") == "No events pass these filters."
    page.js("document.getElementById('reset').click()")
    assert shown(page) == before


def test_path_between_two_actors(opened: Opened, small_view: View) -> None:
    """From a selected actor, p and the name of another show the chain with a sentence for each step."""
    page = opened(small_view, "#actor=Marco_Rubio")
    page.keys("p")
    page.keys("NATO", Keys.ENTER)
    page.until("location.hash === '#path=Marco_Rubio~NATO'")
    assert page.text("#panel h2") == "How Marco Rubio and NATO are linked"
    steps = each(page, ".chain[open] .hop h3")
    chain = ["Marco Rubio", "Sergey Lavrov", "Turkey", "Ukraine", "Russia", "NATO"]
    assert steps == [f"{a} → {b}" for a, b in itertools.pairwise(chain)]
    assert "Lavrov praised Ankara." in page.text("#panel")


def test_no_path_is_said(opened: Opened, small_view: View) -> None:
    """Two actors without a chain are told so in a sentence."""
    page = opened(small_view, "#path=Donald_Trump~NATO")
    assert "No chain of events links the two" in page.text("#panel")


def test_focus_leaves_the_neighbours(opened: Opened, small_view: View) -> None:
    """Focus shows only an actor, its neighbours and what they do with each other."""
    page = opened(small_view, "#actor=Turkey")
    page.keys("n")
    assert "focus=1" in page.js("location.hash")
    labels = {label["text"] for label in page.js("explorer.labels()")}
    assert {"Turkey", "Ukraine", "Sergey Lavrov"} <= labels and "NATO" not in labels


def test_back_and_forward(opened: Opened, small_view: View) -> None:
    """Back and forward walk through what was selected."""
    page = opened(small_view, "#actor=Russia")
    page.js("[...document.querySelectorAll('#panel .tie')].find((b) => b.textContent.startsWith('NATO')).click()")
    page.until("location.hash === '#pair=Russia~NATO'")
    page.click("#back")
    page.until("document.querySelector('#panel h2').textContent === 'Russia'")
    page.click("#forward")
    page.until("location.hash === '#pair=Russia~NATO'")
    page.until("document.querySelector('#panel h2').textContent === 'Russia and NATO'")


def test_the_address_holds_the_view(opened: Opened, small_view: View) -> None:
    """A fragment with selection, span, filters and view brings all of it back."""
    fragment = "#actor=Russia&view=table&from=2025-01-01&status=actual&without=CONSULT&withoutkinds=person&least=2"
    page = opened(small_view, fragment)
    assert page.js("location.hash") == fragment or page.js("document.body.dataset.view") == "table"
    assert page.js("document.querySelector('tbody').rows.length") == 1
    assert page.js("document.getElementById('from').value") == "2025-01-01"


WRONG = ["#actor=Nobody", "#pair=a~b~c", "#from=yesterday&least=x&view=none", "#%E0%A4%A", "#event=" + "9" * 5000]


@pytest.mark.parametrize("fragment", WRONG)
def test_a_wrong_address_shows_the_whole(opened: Opened, small_view: View, fragment: str) -> None:
    """A fragment that names nothing, or is broken, shows the whole graph."""
    page = opened(small_view, fragment)
    assert page.text("#panel h2") == "At a glance"
    assert shown(page) > 5
