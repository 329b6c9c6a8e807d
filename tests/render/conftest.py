"""A browser for all tests of the page, and a way to open a view in it."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from corpora import small
from headless import Page, browsing, chromium

from kg.render import View, view_from, write_html

if TYPE_CHECKING:
    from pyvis.network import Network


@pytest.fixture(scope="session")
def small_view() -> View:
    """The view of the small graph."""
    return view_from(small())


@pytest.fixture(scope="session")
def browser_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One headless Chromium for the whole run, network cut off."""
    if chromium() is None:
        pytest.skip("needs chromium and chromedriver")
    downloads = tmp_path_factory.mktemp("downloads")
    with browsing(downloads=downloads) as driver:
        yield Page(driver, downloads)


@pytest.fixture
def opened(browser_page: Page, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Open a view; afterwards no request must have left, no line stand in the console, no foreign script have run."""
    numbers = itertools.count()

    def open_(
        view: View,
        fragment: str = "",
        *,
        width: int = 1280,
        height: int = 800,
        dark: bool = False,
        phone: bool = False,
        network: Network | None = None,
    ) -> Page:
        path = tmp_path / f"{time.monotonic_ns()}-{next(numbers)}.html"
        write_html(view, path, title="Who met whom", network=network)
        browser_page.open(path, fragment, width=width, height=height, dark=dark, phone=phone)
        return browser_page

    yield open_
    assert browser_page.clean() == {"console": [], "requests": [], "errors": [], "ran": [], "violations": []}
