"""A headless Chromium without a network, and what a page did in it: console lines, requests, violations."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --force-device-scale-factor=1
--disable-features=DialMediaRouteProvider,OptimizationHints --host-resolver-rules=MAP\t*\t~NOTFOUND""".split()

WATCH = """
window.seen = { violations: [], errors: [], ran: [] };
addEventListener('securitypolicyviolation', (e) => seen.violations.push([e.violatedDirective, e.blockedURI, e.sample]));
addEventListener('error', (e) => seen.errors.push(String(e.message)));
addEventListener('unhandledrejection', (e) => seen.errors.push(String(e.reason)));
window.alert = window.ranHostile = (what) => seen.ran.push(String(what));
"""
COUNT_STILL_FRAMES = """
if (window.stillFrames === undefined) {
  const all = { subtree: true, childList: true, attributes: true, characterData: true };
  new MutationObserver(() => { window.stillFrames = 0; }).observe(document, all);
  const frame = () => { window.stillFrames += 1; requestAnimationFrame(frame); };
  requestAnimationFrame(frame);
}
window.stillFrames = 0;
"""
PATIENCE = 120
"""Seconds until a test gives up waiting for what must come: many, as it may share its machine."""
STILL = 6
"""Frames without any change after which a page is at rest: a new size of one part leads to another's frames later."""


def chromium() -> tuple[str, str] | None:
    """Find the browser and its driver, or say that there are none."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@contextmanager
def browsing(
    *, width: int = 1280, height: int = 800, downloads: Path | None = None, reaching: str | None = None
) -> Iterator[webdriver.Chrome]:
    """Open a browser with a fresh profile; every name but `reaching` resolves to nothing, every request is logged."""
    found = chromium()
    assert found is not None
    with tempfile.TemporaryDirectory(prefix="kg-browser-", ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = found[0]
        for flag in (
            *(
                flag.replace("\t", " ") + (f", EXCLUDE {reaching}" if "\t" in flag and reaching else "")
                for flag in FLAGS
            ),
            f"--user-data-dir={profile}",
            f"--window-size={width},{height}",
        ):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if downloads:
            options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
        driver = webdriver.Chrome(options=options, service=Service(found[1]))
        driver.set_script_timeout(PATIENCE)
        try:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
            yield driver
        finally:
            driver.quit()


class Page:
    """An open page, and what a reader does with it."""

    def __init__(self, driver: webdriver.Chrome, downloads: Path) -> None:
        self.driver = driver
        self.downloads = downloads

    def open(
        self, path: Path, fragment: str = "", *, width: int, height: int, dark: bool = False, phone: bool = False
    ) -> None:
        """Open a file in a window of the size and colour setting, and wait until the graph is drawn."""
        set_view(self.driver, width, height, dark=dark, phone=phone)
        self.driver.get("about:blank")
        self.clean()
        self.driver.get(path.as_uri() + fragment)
        self.until("document.body.dataset.ready")
        self.until("document.body.dataset.view === 'table' || document.getElementById('graph').dataset.drawn > 0")
        self.rest()

    def open_text(self, text: str) -> None:
        """Open a page that is given as text."""
        path = self.downloads.with_name("given.html")
        path.write_text(text, encoding="utf-8")
        self.driver.get(path.as_uri())

    def rest(self) -> None:
        """Wait until the page is at rest: no part of it, nor the canvas, which counts its drawings, changes any more.

        All that a reader does here ends with it, so that places and counts that are read afterwards stay as they are.
        """
        self.driver.execute_script(COUNT_STILL_FRAMES)
        self.until("window.stillFrames > arguments[0]", STILL)

    def js(self, expression: str, *arguments: Any) -> Any:
        """Give the value of an expression in the page; arguments are `arguments[0]` and so on."""
        return self.driver.execute_script(f"return {expression}", *arguments)

    def until(self, expression: str, *arguments: Any) -> Any:
        """Wait until an expression is true, and give its value."""
        wait = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.02)
        return wait.until(lambda _: self.js(expression, *arguments), f"never true: {expression}")

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def text(self, selector: str) -> str:
        """Give the text of an element as a reader sees it."""
        return self.one(selector).text

    def click(self, selector: str) -> None:
        self.one(selector).click()
        self.rest()

    def keys(self, *keys: str, into: str | None = None) -> None:
        """Press keys, in the focused element or in the one given."""
        if into:
            self.one(into).send_keys(*keys)
        else:
            ActionChains(self.driver).send_keys(*keys).perform()
        self.rest()

    def click_graph(self, point: Mapping[str, float]) -> None:
        """Click a point of the graph, given in pixels from its corner."""
        self._over_graph(point).click().perform()
        self.rest()

    def move_over_graph(self, point: Mapping[str, float]) -> None:
        """Move the pointer to a point of the graph."""
        self._over_graph(point).perform()
        self.rest()

    def drag_over_graph(self, start: Mapping[str, float], end: Mapping[str, float]) -> None:
        """Press at one point of the graph, move to another, slowly at first as a hand does, and let go.

        Hammer, whose gestures vis-network uses, takes over the direction of the press, which is none, for 25 ms: a
        drag quicker than that, which no hand makes, is seen only sideways. The page is at rest only after more.
        """
        dx, dy = (round(end[axis] - start[axis]) for axis in ("x", "y"))
        self._over_graph(start).click_and_hold().perform()
        for x, y in ((dx // 4, dy // 4), (dx - dx // 4, dy - dy // 4)):
            self.rest()
            ActionChains(self.driver).move_by_offset(x, y).perform()
        ActionChains(self.driver).release().perform()
        self.rest()

    def _over_graph(self, point: Mapping[str, float]) -> ActionChains:
        graph = self.one("#graph")
        x, y = point["x"] - graph.size["width"] / 2, point["y"] - graph.size["height"] / 2
        return ActionChains(self.driver).move_to_element_with_offset(graph, round(x), round(y))

    def drag(self, selector: str, start: float, end: float, height: float = 0.5) -> None:
        """Drag within an element from one part of its width to another (0 to 1)."""
        box = self.one(selector).rect
        x, y, width, tall = box["x"], box["y"], box["width"], box["height"]
        action = ActionBuilder(self.driver, duration=20)
        action.pointer_action.move_to_location(x + width * start, y + tall * height)
        action.pointer_action.pointer_down()
        for step in range(1, 6):
            action.pointer_action.move_to_location(x + width * (start + (end - start) * step / 5), y + tall * height)
        action.pointer_action.pointer_up()
        action.perform()
        self.rest()

    def download(self, ending: str) -> Path:
        """Wait until a file with the ending is saved, and give it; Chromium gives it the name once it is whole."""
        wait = WebDriverWait(self.driver, PATIENCE, poll_frequency=0.02)
        found = self.downloads.glob
        return wait.until(lambda _: next((path for path in found(f"*{ending}") if path.stat().st_size), None))

    def clean(self) -> dict[str, list[Any]]:
        """Give, and forget, all that a good page never does."""
        seen: dict[str, list[Any]] = self.js("window.seen || {errors: [], ran: [], violations: []}")
        return {"console": console(self.driver), "requests": requests(self.driver), **seen}


def set_view(driver: webdriver.Chrome, width: int, height: int, *, dark: bool = False, phone: bool = False) -> None:
    """Give the page a size, a colour setting, and a phone's touch screen where asked."""
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})


def console(driver: webdriver.Chrome) -> list[str]:
    """List what the page wrote to the console since last asked."""
    return [entry["message"] for entry in driver.get_log("browser")]


def requests(driver: webdriver.Chrome) -> list[str]:
    """List the addresses that the page asked for since last asked, other than itself and what it made itself."""
    asked: list[str] = []
    for entry in driver.get_log("performance"):
        message: dict[str, Any] = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            asked.append(message["params"]["request"]["url"])
    return [url for url in asked if not url.startswith(("file:", "data:", "blob:", "about:", "chrome:"))]
