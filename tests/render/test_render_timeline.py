"""The timeline under the graph, in a real browser: brush, lanes, play, keys."""

from __future__ import annotations

from collections.abc import Callable

from headless import Page
from selenium.webdriver.common.keys import Keys

from kg.render import View

Opened = Callable[..., Page]


def shown(page: Page) -> int:
    return len(page.js("explorer.shownEvents()"))


def lanes(page: Page) -> list[str]:
    found: list[str] = page.js(
        "[...document.querySelectorAll('#timeline .lane')].map((lane) => lane.getAttribute('aria-label'))"
    )
    return found


def test_brush_filters_the_graph(opened: Opened, small_view: View) -> None:
    """A span brushed on the timeline leaves only its events, dated ones; a click beside it shows all again."""
    page = opened(small_view)
    before = shown(page)
    page.drag("#timeline svg", 0.3, 0.001, 0.2)
    page.until("location.hash.includes('until=2024')")
    page.click("#undated")
    assert shown(page) < before
    assert page.js("explorer.shownEvents().length") == 2
    page.click("#whole-span")
    page.until("!location.hash.includes('until')")


def test_a_brush_is_one_step(opened: Opened, small_view: View) -> None:
    """Back takes a whole brush back, however many days the pointer went over; a second Back does not leave the page."""
    page = opened(small_view)
    before = shown(page)
    page.drag("#timeline svg", 0.3, 0.001, 0.2)
    assert "until=2024" in page.js("location.hash")
    page.click("#back")
    page.until("!location.hash.includes('until')")
    assert shown(page) == before
    page.click("#back")
    assert page.text("h1") == "Who met whom" and shown(page) == before


def test_selection_reaches_the_timeline(opened: Opened, small_view: View) -> None:
    """A selected actor has its ties as lanes under the timeline, from the first event to the last."""
    page = opened(small_view, "#actor=Russia")
    assert "Russia – NATO: 11 Feb 2024 to 11 Feb 2024" in lanes(page)
    page.js("document.querySelector('#timeline .lane').dispatchEvent(new MouseEvent('click', {bubbles: true}))")
    page.until("location.hash.startsWith('#pair=')")


def test_play_moves_the_span(opened: Opened, small_view: View) -> None:
    """Play begins at the first day and lets the span grow until it is whole again, then stops."""
    page = opened(small_view)
    play = "document.getElementById('play')"
    begun = page.js(f"({play}.click(), [location.hash, {play}.textContent])")
    assert begun == ["#until=2024-02-15", "Pause"]
    page.until(f"location.hash !== arguments[0] && ({play}.click(), true)", begun[0])
    page.rest()
    assert page.js("location.hash").startswith("#until=2024-") and page.text("#play") == "Play"


def test_ends_of_the_span_move_by_keys(opened: Opened, small_view: View) -> None:
    """The ends of the span are sliders: arrow keys move them by a day, and they say their date."""
    page = opened(small_view)
    page.js("document.querySelector('[data-end=from]').focus()")
    page.keys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT)
    assert page.js("document.activeElement.getAttribute('aria-valuetext')") == "13 Feb 2024"
    assert "from=2024-02-13" in page.js("location.hash")


def test_an_end_of_the_span_stays_in_hand(opened: Opened, small_view: View) -> None:
    """Where the timeline is drawn anew for another width, the end that the keyboard holds is held on."""
    page = opened(small_view)
    page.js("(document.querySelector('[data-end=until]').focus(), document.getElementById('show-filters').click())")
    page.rest()
    page.keys(Keys.ARROW_LEFT)
    assert page.js("location.hash") == "#until=2025-05-19"


def test_a_path_has_its_steps_as_lanes(opened: Opened, small_view: View) -> None:
    """The lanes of a path are the ties that it goes over, in their order."""
    page = opened(small_view, "#path=Sergey_Lavrov~NATO")
    pairs = [lane.split(":")[0] for lane in lanes(page)]
    assert pairs == ["Sergey Lavrov – Turkey", "Turkey – Ukraine", "Russia – Ukraine", "NATO – Russia"]


def test_all_of_the_timeline_is_in_its_frame(opened: Opened, small_view: View) -> None:
    """Bars, dates and lanes end within the drawing, and no name of a lane reaches into it."""
    page = opened(small_view)
    frame = page.js(
        "(({left, right}) => [left, right])(document.querySelector('#timeline svg').getBoundingClientRect())"
    )
    ends = "[...document.querySelectorAll(arguments[0])].map((mark) => mark.getBoundingClientRect().right)"
    assert max(page.js(ends, "#timeline .bar") + page.js(ends, "#timeline .tick-text")) <= frame[1]
    assert max(page.js(ends, "#timeline .lane-text")) < frame[0] + 168
