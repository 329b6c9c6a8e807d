"""Nothing moves under the reader unless the reader moves it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from headless import Page
from selenium.webdriver.common.action_chains import ActionChains

from kg.render import View

Opened = Callable[..., Page]


@pytest.mark.parametrize(
    "fragment,settings",
    [
        ("", {}),
        ("#without=AID", {}),
        ("#actor=Russia", {}),
        ("#actor=Russia", {"width": 390, "height": 844, "phone": True}),
        ("#pair=Russia~Ukraine&without=AID", {"width": 800}),
    ],
)
def test_the_first_drawing_stays(
    opened: Opened, small_view: View, fragment: str, settings: dict[str, int | bool]
) -> None:
    """Nothing moves under the reader while the page opens: every actor stays where the first drawing has it."""
    page = opened(small_view)
    watch = """
        window.places = [];
        new MutationObserver(() => window.explorer && places.push(JSON.stringify(explorer.actorAt('Russia'))))
            .observe(document, {subtree: true, attributes: true, attributeFilter: ['data-drawn', 'data-ready']});
    """
    script = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": watch})
    try:
        page = opened(small_view, fragment, **settings)
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)
    places = page.js("window.places")
    assert len(places) >= 2 and len(set(places)) == 1


def test_a_drag_is_no_click(opened: Opened, small_view: View) -> None:
    """An actor that is held for a moment and then dragged is not opened; what was selected stays selected."""
    page = opened(small_view, "#actor=Russia")
    at = page.js("explorer.actorAt('NATO')")
    page.move_over_graph(at)
    ActionChains(page.driver).click_and_hold().pause(0.5).move_by_offset(-20, -10).pause(0.1).perform()
    ActionChains(page.driver).move_by_offset(-20, -10).release().perform()
    page.rest()
    moved = page.js("explorer.actorAt('NATO')")
    assert (moved["x"] - at["x"], moved["y"] - at["y"]) == pytest.approx((-40, -20), abs=3)
    assert page.js("location.hash") == "#actor=Russia"
