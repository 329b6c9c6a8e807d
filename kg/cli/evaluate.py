"""`kg eval`: scores extraction against gold annotations."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.console import note, print_table, safe
from kg.cli.options import OwnFiles, Workers
from kg.errors import ArticleError

if TYPE_CHECKING:
    from kg.articles import Failure
    from kg.evaluation import Score


def command(
    gold: Annotated[Path, typer.Argument(help="Gold annotations, one article a line.", metavar="GOLD")],
    articles: Annotated[
        list[str] | None,
        typer.Argument(help="The articles; those in articles/ beside GOLD if none are named.", metavar="[PATH...]"),
    ] = None,
    predicted: Annotated[
        Path | None, typer.Option("--predicted", help="Score this output of kg extract --format jsonl instead.")
    ] = None,
    ids: Annotated[str | None, typer.Option("--ids", help="Score only these articles.", metavar="ID,ID")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each missed and each wrong event.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print all figures as JSON.")] = False,
    workers: Workers = 1,
    vocabulary: OwnFiles = None,
) -> None:
    """Score the extraction against gold annotations: precision, recall and F1 at four levels.

    pair: both actors right; class: with the class of predicate and the direction; exact: with the very predicate;
    fact: exact, over what is told as having happened.

    Examples:

    - `kg eval tests/gold/dev/gold.jsonl tests/gold/dev/articles seeds/trump-putin-call.txt`

    - `kg eval gold.jsonl --predicted events.jsonl --errors`
    """
    from kg.evaluation import read_rows, score
    from kg.ontology.own import own_files

    wanted = read_rows(gold, "triples")
    if ids:
        names = [name.strip() for name in ids.split(",")]
        if unknown := [name for name in names if name not in wanted]:
            raise ArticleError(f"no gold for {', '.join(unknown)}.", place=str(gold), advice="Check --ids.")
        wanted = {name: wanted[name] for name in names}
    own = own_files(vocabulary or ())
    rows = read_rows(predicted, "events") if predicted else _extract(gold, articles, set(wanted), workers, own)
    if absent := sorted(set(wanted) - set(rows)):
        note(f"no prediction for {len(absent)} article(s): {', '.join(absent)}")
    result = score(wanted, rows)
    if errors:
        for mistake in result.mistakes:
            print("\t".join(map(safe, (mistake.article, mistake.kind, mistake.triple, mistake.evidence))))
    if as_json:
        print(json.dumps(result.as_json(), indent=1))
        return
    print_score(result)


def print_score(result: Score) -> None:
    """Print the four levels and the accuracies."""
    print_table(
        ("level", "precision", "recall", "F1", "hit", "missed", "wrong"),
        [
            (level, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", c.hit, c.missed, c.wrong)
            for level, c in result.levels.items()
        ],
    )
    print(
        f"status {result.status:.3f}  date {result.date:.3f}  offices {result.found('offices'):.3f}  "
        f"quotes {result.found('quotes'):.3f}  articles {result.articles}"
    )


def _extract(
    gold: Path, articles: list[str] | None, wanted: set[str], workers: int, own: tuple[Path, ...]
) -> Mapping[str, Mapping[str, Any]]:
    """Extract those of the articles that have gold."""
    from kg.articles import Failure, read
    from kg.extract.jsonl import article_row
    from kg.graph.extractions import extracted

    failures: list[Failure] = []
    found = read(articles or [str(gold.parent / "articles")])
    needed = (item for item in found if isinstance(item, Failure) or item.id in wanted)
    rows = {item.article.id: article_row(item) for item in extracted(needed, failures, workers, own=own)}
    for failure in failures:
        note(failure)
    return rows
