"""`kg explain`: which wording fired in a sentence and why, or why none did."""

from __future__ import annotations

import sys
from typing import Annotated

import typer
from rich.text import Text

from kg.cli.console import console, note, safe
from kg.cli.extract import dyads
from kg.cli.options import PublicationDate
from kg.errors import ArticleError

_MOST_MISSES = 8


def command(
    sentence: Annotated[str, typer.Argument(help="A sentence or two, or - for standard input.")],
    date: PublicationDate = None,
) -> None:
    """Tell which actors and events a sentence gives, which wording of the lexicon fired, or what stopped it.

    Examples:

    - `kg explain "Macron met Modi in Paris on Monday." --date 2025-05-20`

    - `kg explain "Rubio will not call Lavrov."`
    """
    from kg.articles.dates import publication_date
    from kg.extract import Extractor
    from kg.model import Article

    text = sys.stdin.read() if sentence == "-" else sentence
    if not text.strip():
        raise ArticleError("there is no sentence to explain.", advice='Try: kg explain "Macron met Modi."')
    extractor, out = Extractor(), console()
    analysis = extractor.analyse(Article("sentence", text, published=publication_date(date)))
    actors = [entity.actor() for entity in analysis.entities.by_name.values()]
    out.print(Text("actors", style="bold"))
    for actor in actors:
        stands_for = f", stands for {actor.represents}" if actor.represents else ""
        print(f"  {safe(actor.name)} ({actor.kind}{safe(stands_for)})")
    if not actors:
        print("  none. A name that the gazetteer lacks must look like one (Ada Byron, President Byron).")
    extraction = extractor.result(analysis)
    out.print(Text("events", style="bold"))
    for event in extraction.events:
        for line in dyads(event):
            out.print(line)
        print(f"    wording: {safe(event.rule)}")
    for found in analysis.found:
        trigger = analysis.reading.doc[found.frame.trigger].text
        cues = ", ".join(found.verdict.cues) or "nothing speaks against it"
        print(
            f"    {safe(trigger)!r}: {found.verdict.status}, for {safe(cues)}; date: {safe(found.when.cue) or 'none'}"
        )
    if not extraction.events:
        print("  none")
    if analysis.misses:
        out.print(Text("wordings that nearly fired", style="bold"))
        for miss in analysis.misses[:_MOST_MISSES]:
            trigger = analysis.reading.doc[miss.trigger].text
            wording = f"{miss.pattern.predicate}: {miss.pattern.wording.pattern}"
            print(f"  {safe(wording)} at {safe(trigger)!r}: {safe(miss.why)}")
    elif not extraction.events:
        note("No word here is a wording of the lexicon (ontologies/lexicon/*.ttl); a line there adds one.")
