"""Compares our page with pyvis and gravis on the same graph: seconds to write, megabytes, seconds to draw.

Ours comes twice: as it opens, with the most central of a large graph, and "all", opened with every actor drawn. So
does pyvis: plain, as its users write it, and "placed", with our positions and its physics off.

Run it from the checkout: `python benchmarks/render.py [ACTORS:EVENTS ...]`. It needs Chromium with its driver, and
gravis for its column. "drawn" is when the browser has filled as many shapes as it has actors to draw, "still" when the
picture no longer moves (looked at every half second, given up after --patience seconds). Ratios within one run are
what counts; absolute times depend on the machine and on what else it does.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "render")]

from corpora import by_lot  # noqa: E402 - the path is set above
from headless import browsing, requests  # noqa: E402 - the path is set above
from selenium.common.exceptions import TimeoutException  # noqa: E402 - the path is set above
from selenium.webdriver.remote.webdriver import WebDriver  # noqa: E402 - the path is set above
from urllib3.exceptions import ReadTimeoutError  # noqa: E402 - the path is set above

from kg.render import View, pyvis_network, view_from, write_html  # noqa: E402 - the path is set above

FIRST, CROWD = 80, 200
"""So many actors our page draws at first of more than so many (state.js)."""

COUNT_SHAPES = """
window.shapes = 0; window.drawnAt = null;
const fill = CanvasRenderingContext2D.prototype.fill;
CanvasRenderingContext2D.prototype.fill = function (...given) {
  window.shapes += 1;
  if (window.drawnAt === null && window.shapes >= WANTED) {
    window.drawnAt = -1;
    requestAnimationFrame(() => { window.drawnAt = performance.now(); });
  }
  return fill.apply(this, given);
};
"""


def ours(view: View, path: Path) -> None:
    write_html(view, path)


def plain_pyvis(view: View, path: Path) -> None:
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    for actor in view.actors:
        network.add_node(actor.id, label=actor.label, title=actor.label)
    for event in view.events:
        for subject, object_ in event.pairs:
            title = event.tellings[0].sentence if event.tellings else ""
            network.add_edge(view.actors[subject].id, view.actors[object_].id, title=title)
    path.write_text(network.generate_html(), encoding="utf-8")


def placed_pyvis(view: View, path: Path) -> None:
    path.write_text(pyvis_network(view).generate_html(), encoding="utf-8")


def gravis(view: View, path: Path) -> None:
    import gravis as gv
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(actor.id for actor in view.actors)
    for event in view.events:
        hover = event.tellings[0].sentence if event.tellings else ""
        for subject, object_ in event.pairs:
            graph.add_edge(view.actors[subject].id, view.actors[object_].id, hover=hover)
    path.write_text(gv.vis(graph).to_html_standalone(), encoding="utf-8")


TOOLS: dict[str, Callable[[View, Path], None]] = {
    "ours": ours,
    "all": ours,
    "pyvis": plain_pyvis,
    "placed": placed_pyvis,
    "gravis": gravis,
}


def shown(view: View, name: str) -> int:
    """Give the number of actors a page draws: ours leaves out those who only have events that did not happen."""
    if name not in ("ours", "all"):
        return len(view.actors)
    return len({n for event in view.events if event.status != "negated" for pair in event.pairs for n in pair})


def opened(
    path: Path, actors: int, patience: float, fragment: str = ""
) -> tuple[float | None, float | None, int | None]:
    """Give the seconds until drawn and until still, and the number of requests, None where patience ran out."""
    with contextlib.suppress(ReadTimeoutError), browsing(width=1400, height=900) as driver:
        source = COUNT_SHAPES.replace("WANTED", str(actors))
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
        driver.set_page_load_timeout(patience)
        driver.set_script_timeout(patience)
        driver.command_executor.client_config.timeout = patience + 10
        driver.get("about:blank")
        requests(driver)
        try:
            drawn, still = watched(driver, path.as_uri() + fragment, patience)
        except (TimeoutException, ReadTimeoutError):  # the page's script keeps the browser busy for longer than that
            drawn = still = None
        return drawn, still, len(requests(driver))
    return None, None, None  # so busy that the browser did not even close


def watched(driver: WebDriver, address: str, patience: float) -> tuple[float | None, float | None]:
    """Open the file and look at it until its picture stands still."""
    begin = time.monotonic()
    driver.get(address)
    drawn: float | None = None
    last, same = "", 0
    while time.monotonic() - begin < patience:
        time.sleep(0.5)
        at = driver.execute_script("return window.drawnAt")
        drawn = at / 1000 if drawn is None and at and at > 0 else drawn
        picture = driver.get_screenshot_as_base64()
        same = same + 1 if picture == last else 0
        last = picture
        if drawn is not None and same == 2:
            return drawn, max(drawn, time.monotonic() - begin - 1.5)
    return drawn, None


def main() -> None:
    """Print a row for each size and tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", default=["150:500", "1000:5000", "3000:20000"], metavar="ACTORS:EVENTS")
    parser.add_argument("--tools", default=",".join(TOOLS), help="which of: " + ", ".join(TOOLS))
    parser.add_argument("--patience", type=float, default=60.0, help="seconds to wait for a still picture")
    options = parser.parse_args()
    print("actors  events  tool    write s  MB     drawn s  still s  requests", flush=True)
    for size in options.sizes:
        actors, events = map(int, size.split(":"))
        view = view_from(by_lot(actors, events))
        for name in options.tools.split(","):
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "graph.html"
                begin = time.monotonic()
                try:
                    TOOLS[name](view, path)
                except ImportError as error:
                    print(f"{len(view.actors):<7} {len(view.events):<7} {name:<7} not installed: {error.name}")
                    continue
                wrote = time.monotonic() - begin
                wanted = FIRST if name == "ours" and len(view.actors) > CROWD else shown(view, name)
                fragment = "#drawn=all" if name == "all" else ""
                drawn, still, asked = opened(path, wanted, options.patience, fragment)
                cells = (f"{'—' if value is None else f'{value:.1f}':<7}" for value in (drawn, still))
                row = f"{len(view.actors):<7} {len(view.events):<7} {name:<7} {wrote:<8.1f} "
                print(
                    f"{row}{path.stat().st_size / 1e6:<6.2f} {'  '.join(cells)}  {'—' if asked is None else asked}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
