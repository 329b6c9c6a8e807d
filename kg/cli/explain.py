"""`kg explain`: which wording fired in a sentence and why, or why none did."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import console, safe, write_bytes
from kg.cli.extract import dyads
from kg.cli.options import PublicationDate
from kg.errors import ArticleError
from kg.render.text import TROUBLE

if TYPE_CHECKING:
    from kg.extract.explain import Explanation, Firing, Link, Miss

_MOST_MISSES = 8


def command(
    sentence: Annotated[str, typer.Argument(help="A sentence or two, or - for standard input.")],
    date: PublicationDate = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as one JSON object.")] = False,
) -> None:
    """Tell which actors and events a sentence gives, which wording of the lexicon fired, or what stopped it.

    Examples:

    - `kg explain "Macron met Modi in Paris on Monday." --date 2025-05-20`

    - `kg explain "Rubio will not call Lavrov."`

    - `kg explain "Macron called Modi a friend." --json`
    """
    from kg.articles.dates import publication_date
    from kg.extract import Extractor
    from kg.extract.explain import explain
    from kg.model import Article

    text = (sys.stdin.read() if sentence == "-" else sentence).encode("utf-8", "replace").decode()
    if not text.strip():
        raise ArticleError("there is no sentence to explain.", advice='Try: kg explain "Macron met Modi."')
    explanation = explain(Extractor(), Article("sentence", text, published=publication_date(date)))
    if as_json:
        row = json.dumps(asdict(explanation), ensure_ascii=False, indent=2)
        write_bytes(TROUBLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", row).encode() + b"\n")
    else:
        _print(explanation)


def _print(explanation: Explanation) -> None:
    out = console()
    out.print(Text("actors", style="bold"))
    _actors(out, explanation.actors)
    out.print(Text("events", style="bold"))
    for number, event in enumerate(explanation.events):
        for line in dyads(event):
            out.print(line)
        for firing in explanation.fired:
            if firing.event == number:
                _firing(out, firing, explanation.text)
    if explanation.silence is not None:
        _line(out, f"none. {explanation.silence}", 2)
    misses = [miss for miss in explanation.misses if explanation.silence is None or miss is not explanation.misses[0]]
    if misses:
        out.print(Text("wordings that nearly fired", style="bold"))
        _misses(out, misses[:_MOST_MISSES])


def _actors(out: Console, links: Iterable[Link]) -> None:
    """Print each actor once, with the phrases that stand for it below."""
    phrases: dict[str, list[Link]] = {}
    for link in links:
        phrases.setdefault(link.actor, []).append(link)
    for name, found in phrases.items():
        stands_for = f", stands for {found[0].represents}" if found[0].represents else ""
        out.print(Text.assemble("  ", (safe(name), "cyan"), f" ({found[0].kind}{safe(stands_for)})"))
        for text, reason in dict.fromkeys((link.text, link.reason) for link in found):
            _line(out, f"“{text}”: {reason}", 4)
    if not phrases:
        _line(out, "none", 2)


def _firing(out: Console, firing: Firing, article: str) -> None:
    from kg.extract.explain import in_short

    _line(out, f"wording: {firing.predicate}: {in_short(firing.wording, firing.trigger)}, at “{firing.trigger}”", 4)
    for side, links in (("subject", firing.subjects), ("object", firing.objects)):
        for link in links:
            same = link.actor == link.text
            _line(out, f"{side}: “{link.text}”, " + (link.reason if same else f"{link.actor}: {link.reason}"), 6)
    _line(out, f"{firing.status}, for {', '.join(firing.cues) or 'nothing speaks against it'}", 6)
    cue = f"“{firing.date_cue}”" if firing.date_cue in article else firing.date_cue
    if firing.date:
        _line(out, f"date: {firing.date} ({firing.precision}), for {cue}", 6)
    else:
        _line(out, f"no date: {cue} leaves it open" if firing.date_cue else "no date", 6)
    if firing.claimant:
        _line(out, f"says {firing.claimant}", 6)


def _misses(out: Console, misses: Iterable[Miss]) -> None:
    from kg.extract.explain import in_short

    for miss in misses:
        _line(out, f"{miss.predicate}: {in_short(miss.wording, miss.trigger)}, at “{miss.trigger}”: {miss.why}", 2)


def _line(out: Console, text: str, indent: int) -> None:
    out.print(Padding(Text(safe(text)), (0, 0, 0, indent), expand=False))
