"""The file: one, self-contained, deterministic, small, safe by policy, and a real pyvis Network behind it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from corpora import by_lot, small

from kg.errors import KgError
from kg.render import View, html_page, notebook_frame, pyvis_network, view_from, write_html
from kg.render import visnetwork as library
from kg.render.bundle import PAGE, joined, page_script, page_style
from kg.render.html import NOTE
from kg.render.palette import STEPS


def test_same_graph_same_bytes() -> None:
    """Two runs, in two processes with different hash seeds and orders of articles, write the same bytes."""
    script = (
        "import sys; sys.path.insert(0, {folder!r}); from corpora import by_lot; from kg.render import *;"
        "extractions = list(by_lot(60, 250)); extractions = extractions[::int({step})];"
        "sys.stdout.buffer.write(html_page(view_from(extractions)).encode())"
    )
    pages = set()
    for seed, step in (("1", "1"), ("2", "-1")):
        code = script.format(folder=str(Path(__file__).parent), step=step)
        run = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        )
        pages.add(hashlib.sha256(run.stdout).hexdigest())
    assert len(pages) == 1


def test_five_hundred_events_fit_in_a_mail() -> None:
    """A page of 500 events has at most 1.5 MB."""
    view = view_from(by_lot(200, 520))
    assert len(view.events) >= 500
    assert len(html_page(view).encode()) <= 1_500_000


def test_policy_allows_only_what_is_in_the_file(small_view: View) -> None:
    """The policy forbids everything but the page's own scripts and styles, by their hashes."""
    page = html_page(small_view)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    rules = dict(rule.split(" ", 1) for rule in policy[1].replace("&#39;", "'").split("; "))
    assert rules["default-src"] == "'none'" and rules["img-src"] == "data: blob:"
    assert "unsafe" not in policy[1] and "http" not in policy[1]
    scripts = re.findall(r"<script(?: type=\"module\")?>(.*?)</script>", page, re.S)
    styles = re.findall(r"<style>(.*?)</style>", page, re.S)
    for texts, rule in ((scripts, "script-src"), (styles, "style-src")):
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[rule] == " ".join(f"'sha256-{value}'" for value in hashes)


def test_nothing_is_fetched_and_nothing_is_inline(small_view: View) -> None:
    """Outside of scripts and data the page has no address to load from, no handler and no style attribute."""
    page = re.sub(r"<(script|style)\b.*?</\1>", "", html_page(small_view), flags=re.S)
    assert re.findall(r"\s(?:src|srcset|action|data|poster)=", page) == []
    assert re.findall(r'href="(?!data:,")', page) == []
    assert re.findall(r"\son\w+=|\sstyle=", page) == []


def test_own_scripts_never_write_markup() -> None:
    """No module of the page parses text as markup or code."""
    for name in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "new Function",
        "DOMParser",
    ):
        assert name not in page_script()
    assert "url(" not in page_style() and "@import" not in page_style()


def test_modules_are_small() -> None:
    """Each module and style sheet of the page stays readable: at most 400 lines."""
    sizes = {file.name: len(file.read_text("utf-8").splitlines()) for file in PAGE.iterdir() if file.is_file()}
    assert {name: size for name, size in sizes.items() if size > 400} == {}


def test_written_as_utf8_under_any_locale(tmp_path: Path) -> None:
    """Under a Windows-like locale encoding the page is still UTF-8, with its non-ASCII names."""
    script = tmp_path / "write.py"
    script.write_text(
        f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\n"
        "from kg.model import *; from corpora import told; from kg.render import *\n"
        "article = Article('a', '', 'Zürich – 北京')\n"
        "met = told(article, 'met', Actor('Łukasz Żółć', 'person'), Actor('Türkiye', 'state'), 'They met.', 'met')\n"
        f"write_html(view_from([Extraction(article, (met,))]), {str(tmp_path / 'x.html')!r}, title='Genève')\n",
        encoding="utf-8",
    )
    env = {"PYTHONPATH": ".", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    subprocess.run([sys.executable, str(script)], check=True, cwd=Path(__file__).parents[2], env=env)
    text = (tmp_path / "x.html").read_bytes().decode("utf-8")
    assert all(word in text for word in ("Łukasz Żółć", "北京", "<title>Genève</title>"))


def test_write_makes_folders_and_replaces_whole(tmp_path: Path, small_view: View) -> None:
    """The file is written whole into folders that are made for it; nothing else is left behind."""
    path = tmp_path / "new" / "folder" / "graph.html"
    assert write_html(small_view, path) == path
    write_html(small_view, path, title="Again")
    assert [file.name for file in path.parent.iterdir()] == ["graph.html"]
    assert "<title>Again</title>" in path.read_text("utf-8")


def test_a_path_that_cannot_be_written_is_named(tmp_path: Path, small_view: View) -> None:
    """Where the path cannot be written, the error names it and leaves nothing behind."""
    (tmp_path / "file").write_text("")
    with pytest.raises(KgError, match="file"):
        write_html(small_view, tmp_path / "file" / "graph.html")
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(KgError, match=re.escape("folder.html")):
        write_html(small_view, tmp_path / "folder.html")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file", "folder.html"]


def test_another_library_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A vis-network other than the one we know is not embedded."""
    library.vis_network.cache_clear()
    monkeypatch.setattr(library, "SHA256", "0" * 64)
    with pytest.raises(KgError, match=re.escape("pip install 'pyvis==0.3.2'")):
        library.vis_network()
    monkeypatch.undo()
    assert "dual licensed" in library.vis_network()


def test_pyvis_network_keeps_every_edge(small_view: View) -> None:
    """The Network is pyvis's own class, with a node an actor, an edge a pair of an event, and physics off."""
    from pyvis.network import Network

    network = pyvis_network(small_view)
    assert type(network) is Network
    assert network.num_nodes() == len(small_view.actors)
    assert network.num_edges() == sum(len(event.pairs) for event in small_view.events)
    assert network.options.physics.enabled is False
    assert "vis-network" in network.generate_html()


def test_a_changed_network_changes_the_page(small_view: View) -> None:
    """Positions and sizes that a user changes in the Network are those of the page."""
    network = pyvis_network(small_view)
    network.get_node("Russia").update(x=4321, y=-1234, size=17)
    data = json.loads(html_page(small_view, network=network).split('id="data">')[1].split("</script>")[0])
    russia = next(actor for actor in data["actors"] if actor["id"] == "Russia")
    assert (russia["x"], russia["y"], russia["size"]) == (4321, -1234, 17)


def test_import_does_not_load_pyvis() -> None:
    """Importing kg.render leaves pyvis and IPython alone until a page is made."""
    code = "import sys, kg.render; print([m for m in ('pyvis', 'IPython') if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2]
    )
    assert run.stdout.strip() == "[]"


def test_frame_escapes_the_page() -> None:
    """The page in a frame's srcdoc cannot end the attribute."""
    frame = notebook_frame('<p title="a&b">', height=300)
    assert 'srcdoc="&lt;p title=&quot;a&amp;b&quot;&gt;"' in frame and 'height="300"' in frame


def test_a_saved_frame_comes_back_as_it_was() -> None:
    """Its lines end in line feeds alone: a notebook file keeps them as Python splits, and VS Code ends each anew."""
    frame = notebook_frame(html_page(view_from(small())))
    assert frame.splitlines() == frame.split("\n")


def test_where_frames_are_taken_out_a_note_says_what_is_missing() -> None:
    """What is left of the output, as in a notebook that is not trusted, is one sentence."""
    left = re.sub(r"<iframe.*</iframe>", "", notebook_frame(html_page(view_from(small()))), flags=re.S)
    assert re.sub(r"<[^>]*>", "", left) == NOTE


def test_scale_is_the_same_in_both_languages() -> None:
    """The steps of the colour scale in lines.js are those of palette.py."""
    source = (PAGE / "lines.js").read_text("utf-8")
    found = re.search(r"const BOUNDS = (\[.*?\]);", source)
    assert found is not None and tuple(json.loads(found[1])) == STEPS


@pytest.mark.parametrize(
    "modules,message",
    [
        ({"main.js": 'import { a } from "./none.js";'}, "none.js, which is not there"),
        (
            {"main.js": 'import { b } from "./a.js";', "a.js": "export const a = 1;"},
            "imports b, which a.js does not export",
        ),
        (
            {"main.js": 'import { a } from "./a.js";', "a.js": 'import { b } from "./main.js";'},
            "main.js → a.js → main.js",
        ),
        ({"main.js": "export default 1;"}, "not handled: export default 1;"),
        ({"main.js": "export let a = 1;"}, "not handled: export let a = 1;"),
        ({"main.js": 'import * as a from "./a.js";'}, "not handled"),
        ({"main.js": 'const a = await import("./a.js");'}, "not handled"),
    ],
)
def test_bundle_refuses_what_it_cannot_join(modules: dict[str, str], message: str) -> None:
    """Forms of import and export that the bundle would get wrong stop the export."""
    with pytest.raises(ValueError, match=re.escape(message)):
        joined(modules, "main.js")


def test_small_graph_stands_for_all_statuses() -> None:
    """The graph that the browser tests use has every status, an undated event and a disputed one."""
    view = view_from(small())
    assert {event.status for event in view.events} == {"actual", "planned", "negated"}
    assert any(event.disputed for event in view.events) and any(event.date is None for event in view.events)
