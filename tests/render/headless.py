"""A headless Chromium without a network, and what a page did in it: console lines, requests, violations."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
--disable-component-update --disable-sync --disable-dev-shm-usage --force-device-scale-factor=1
--disable-features=DialMediaRouteProvider,OptimizationHints --host-resolver-rules=MAP\t*\t~NOTFOUND""".split()

WATCH = """
window.seen = { violations: [], errors: [], ran: [] };
addEventListener('securitypolicyviolation', (e) => seen.violations.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));
addEventListener('error', (e) => seen.errors.push(String(e.message)));
addEventListener('unhandledrejection', (e) => seen.errors.push(String(e.reason)));
window.alert = window.ranHostile = (what) => seen.ran.push(String(what));
"""


def chromium() -> tuple[str, str] | None:
    """Find the browser and its driver, or say that there are none."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@contextmanager
def browsing(*, width: int = 1280, height: int = 800, downloads: Path | None = None) -> Iterator[webdriver.Chrome]:
    """Open a browser with a fresh profile; every name resolves to nothing, every request is logged."""
    found = chromium()
    assert found is not None
    with tempfile.TemporaryDirectory(prefix="kg-browser-", ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = found[0]
        for flag in (
            *(flag.replace("\t", " ") for flag in FLAGS),
            f"--user-data-dir={profile}",
            f"--window-size={width},{height}",
        ):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        if downloads:
            options.add_experimental_option("prefs", {"download.default_directory": str(downloads)})
        driver = webdriver.Chrome(options=options, service=Service(found[1]))
        try:
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
            yield driver
        finally:
            driver.quit()


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
