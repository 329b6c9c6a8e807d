"""`kg actors`: who is who. Joins records of one actor, keeps two people apart, and takes decisions back."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.console import note, print_table, safe
from kg.cli.options import DEFAULT_STORE, StoreFolder

app = typer.Typer(
    name="actors",
    no_args_is_help=True,
    rich_markup_mode="markdown",
    help="List actors, join two records of one, keep two people of one name apart, and undo it.",
)

Why = Annotated[str, typer.Option("--why", help="The reason, for the log.")]
Who = Annotated[str | None, typer.Option("--who", help="Who decides; the user of this machine if not said.")]


@app.command("list")
def list_(
    store: StoreFolder = DEFAULT_STORE,
    decisions: Annotated[bool, typer.Option("--decisions", help="Show the decisions taken, not the actors.")] = False,
) -> None:
    """List the actors of a graph, those with the most events first, or the decisions taken about them.

    Example: `kg actors list --decisions`
    """
    from kg.store import open_store, shorten

    with open_store(store, read_only=True) as opened:
        if decisions:
            undone = {decision.undoes for decision in opened.decisions}
            rows = [
                (
                    d.id,
                    f"{d.kind} (undone)" if d.id in undone else d.kind,
                    f"decision {d.undoes}" if d.undoes else ", ".join(shorten(iri) for iri in d.actors),
                    d.name,
                    d.who,
                    d.when[:10],
                    d.why,
                )
                for d in opened.decisions
            ]
            print_table(("no", "decision", "actor", "becomes", "who", "when", "why"), rows)
            return
        events = opened.query("SELECT ?a (COUNT(DISTINCT ?e) AS ?n) WHERE { ?e sem:hasActor ?a } GROUP BY ?a")
        count = {str(row["a"]): int(row["n"] or 0) for row in events if isinstance(row["n"], int)}
        actors = sorted(opened.actors(), key=lambda actor: (-count.get(actor.iri, 0), actor.name))
    print_table(
        ("actor", "kind", "events", "stands for", "also called"),
        [(a.name, a.kind, count.get(a.iri, 0), a.represents or "", ", ".join(a.aliases)) for a in actors],
    )


@app.command()
def suggest(
    store: StoreFolder = DEFAULT_STORE,
    least: Annotated[float, typer.Option("--least", min=0, max=1, help="How likely, from 0 to 1.")] = 0.6,
) -> None:
    """Show the pairs of actors that may be one, the likeliest first, with the reasons.

    Example: `kg actors suggest --least 0.8`
    """
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        found = [s for s in opened.suggest_actors() if s.score >= least]
    if not found:
        note("no two actors look like one.")
        return
    print_table(
        ("score", "one", "other", "because"),
        [(f"{s.score:.2f}", s.one.name, s.other.name, "; ".join(s.reasons)) for s in found],
    )


@app.command()
def merge(
    actors: Annotated[
        list[str], typer.Argument(help="Names or IRIs; the last one is the one to keep.", metavar="ACTOR...")
    ],
    store: StoreFolder = DEFAULT_STORE,
    why: Why = "",
    who: Who = None,
) -> None:
    """Decide that several records are one actor: the last one named.

    Example: `kg actors merge "Donald J Trump" "Donald Trump" --why "a middle initial"`
    """
    from kg.store import open_store

    if len(actors) < 2:
        raise typer.BadParameter("name at least two actors, the one to keep last")
    with open_store(store, must_exist=True) as opened:
        decision = opened.merge_actors(actors[:-1], actors[-1], why=why, who=who)
    print(f"decision {decision.id}: {safe(', '.join(actors[:-1]))} → {safe(decision.name)}")


@app.command()
def split(
    actor: Annotated[str, typer.Argument(help="The name or IRI under which two are known.")],
    name: Annotated[str, typer.Argument(help="What the other one is to be called.")],
    articles: Annotated[
        list[str], typer.Argument(help="Ids of the articles that mean the other.", metavar="ARTICLE...")
    ],
    store: StoreFolder = DEFAULT_STORE,
    why: Why = "",
    who: Who = None,
) -> None:
    """Decide that in some articles an actor is somebody else of the same name.

    Example: `kg actors split "John Smith" "John Smith (economist)" article-7 article-9`
    """
    from kg.store import open_store

    with open_store(store, must_exist=True) as opened:
        decision = opened.split_actor(actor, name, articles, why=why, who=who)
    print(f"decision {decision.id}: {safe(actor)} is {safe(decision.name)} in {len(decision.articles)} articles")


@app.command()
def undo(
    number: Annotated[
        int, typer.Argument(help="The number of the decision, as `kg actors list --decisions` shows it.")
    ],
    store: StoreFolder = DEFAULT_STORE,
    why: Why = "",
    who: Who = None,
) -> None:
    """Take a decision back; the log keeps both.

    Example: `kg actors undo 3`
    """
    from kg.store import open_store

    with open_store(store, must_exist=True) as opened:
        decision = opened.undo_decision(number, why=why, who=who)
    print(f"decision {decision.id}: took back {number}")
