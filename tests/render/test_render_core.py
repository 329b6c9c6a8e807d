"""The first view of a large graph: its most central actors, and the ways to all the others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from corpora import by_lot
from headless import Page

from kg.render import View, view_from

Opened = Callable[..., Page]
FIRST = 80


@pytest.fixture(scope="module")
def large() -> View:
    """A view of some 600 actors."""
    return view_from(by_lot(600, 3000))


def ordered(view: View) -> list[str]:
    """The ids of the actors that the page can show at first, the most central first."""
    present = {n for event in view.events if event.status != "negated" for pair in event.pairs for n in pair}
    return [view.actors[n].id for n in sorted(present, key=lambda n: (-view.actors[n].rank, n))]


def drawn(page: Page) -> set[str]:
    return set(page.js("explorer.drawnActors()"))


def outside(page: Page) -> list[str]:
    """The drawn actors that do not stand within the canvas."""
    found: list[str] = page.js(
        """explorer.drawnActors().filter((id) => {
            const { x, y } = explorer.actorAt(id);
            const { clientWidth, clientHeight } = document.getElementById('graph');
            return x < 0 || y < 0 || x > clientWidth || y > clientHeight;
        })"""
    )
    return found


@pytest.mark.parametrize("width,height", [(1400, 900), (390, 844)])
def test_a_large_graph_begins_with_its_most_central(opened: Opened, large: View, width: int, height: int) -> None:
    """The 80 most central actors are drawn, in sight and clear of the buttons, most of them with their names."""
    page = opened(large, width=width, height=height)
    assert drawn(page) == set(ordered(large)[:FIRST])
    assert outside(page) == []
    labels = page.js("explorer.labels().filter((label) => !/^[0-9]+$/.test(label.text)).length")
    assert labels >= (60 if width > 1000 else 25)
    below = page.js(
        "document.querySelector('.drawn').getBoundingClientRect().bottom - "
        "document.getElementById('graph').getBoundingClientRect().top"
    )
    assert min(page.js("explorer.drawnActors().map((id) => explorer.actorAt(id).y)")) > below
    present = len(ordered(large))
    assert page.text("#drawn").startswith(f"Most central of {present} actors")
    assert page.text("#panel .subtitle").endswith(f"{present} actors")


def test_buttons_draw_more_and_all(opened: Opened, large: View) -> None:
    """The buttons draw the 250 most central, then all; the address holds it and Back undoes it."""
    page = opened(large)
    page.click("#drawn-250")
    assert drawn(page) == set(ordered(large)[:250])
    page.click("#drawn-all")
    assert drawn(page) == set(ordered(large)) and outside(page) == []
    assert page.js("location.hash") == "#drawn=all"
    assert page.js("document.activeElement.id") == "drawn-all"
    page.click("#back")
    page.until("explorer.drawnActors().length === 250")
    assert page.one("#drawn-250").get_attribute("aria-pressed") == "true"


def test_a_key_draws_more(opened: Opened, large: View) -> None:
    """The key m draws the next larger part, and after the whole the first again."""
    page = opened(large)
    counts = []
    for _ in range(3):
        page.keys("m")
        counts.append(len(drawn(page)))
    assert counts == [250, len(ordered(large)), FIRST]


def test_an_actor_that_is_not_drawn_comes_in_with_its_ties(opened: Opened, large: View) -> None:
    """Searching an actor of little rank draws it and all with whom it is tied; closing takes them away again."""
    page = opened(large)
    last = ordered(large)[-1]
    assert last not in drawn(page)
    label = next(actor.label for actor in large.actors if actor.id == last)
    page.keys(label, "\ue007", into="#search")
    page.until("location.hash.startsWith('#actor=')")
    at = next(n for n, actor in enumerate(large.actors) if actor.id == last)
    pairs = [pair for event in large.events if event.status != "negated" for pair in event.pairs]
    tied = {large.actors[n].id for pair in pairs if at in pair for n in pair}
    assert tied <= drawn(page)
    assert page.js("explorer.labels().map((l) => l.text)").count(label) == 1
    assert tied & set(outside(page)) == set()
    page.click("#panel .close")
    page.until("!location.hash")
    assert drawn(page) == set(ordered(large)[:FIRST])


def test_a_path_is_drawn_whole(opened: Opened, large: View) -> None:
    """A path leads through actors that are not among the first drawn: all of its actors are drawn."""
    ids = ordered(large)
    page = opened(large, f"#path={ids[-1]}~{ids[-2]}")
    page.until("document.querySelector('#panel .chain')")
    steps = page.js("[...document.querySelectorAll('#panel .chain')].map((c) => c.querySelectorAll('.hop').length)")
    assert steps[0] >= 1
    names = page.js("[...document.querySelectorAll('#panel .chain summary bdi')].map((b) => b.textContent)")
    by_label = {actor.label: actor.id for actor in large.actors}
    assert {by_label[name] for name in names} <= drawn(page)


def test_a_span_draws_the_most_central_of_the_span(opened: Opened, large: View) -> None:
    """Of a span of the timeline the most central with events in it are drawn, all in sight."""
    page = opened(large)
    whole = drawn(page)
    page.drag("#timeline svg", 0.2, 0.35, 0.2)
    page.until("location.hash.includes('until=')")
    assert len(drawn(page)) == FIRST and drawn(page) != whole
    assert outside(page) == []


def test_a_small_graph_is_drawn_whole(opened: Opened, small_view: View) -> None:
    """Where all actors are few, all are drawn and there are no buttons for it."""
    page = opened(small_view)
    assert len(drawn(page)) == len(small_view.actors)
    assert page.js("document.getElementById('drawn').hidden")


@pytest.mark.parametrize("fragment", ["#drawn=0", "#drawn=-5", "#drawn=%3Cb%3E", "#drawn=1e9"])
def test_a_wrong_number_in_the_address_draws_something(opened: Opened, large: View, fragment: str) -> None:
    """A number that no button has gives the first view, never an empty page."""
    page = opened(large, fragment)
    assert drawn(page) == set(ordered(large)[:FIRST])
