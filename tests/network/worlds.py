"""Small graphs for the tests: events written as lines, recorded in a real store."""

from __future__ import annotations

from collections import defaultdict

from hypothesis import strategies as st

from kg.model import Actor, Article, Event, Extraction, Mention, Office
from kg.store import Store, open_store

KINDS = dict.fromkeys(("Russia", "Ukraine", "United States"), "state") | {"Hamas": "group"}


def actor(name: str, represents: str | None = None) -> Actor:
    """Make an actor: a person unless listed above."""
    return Actor(name, KINDS.get(name, "person"), represents=represents)  # type: ignore[arg-type]


def event(line: str, article: str = "a1") -> Event:
    """Make an event of "Subject[, Subject] | predicate | Object[, Object] | date [| status]"; no object is fine."""
    subjects, predicate, objects, date, status = ([part.strip() for part in line.split("|")] + ["actual"])[:5]
    sentence = f"{subjects} {predicate.replace('_', ' ')} {objects}".strip() + f" ({date or 'undated'})."
    precision = {4: "year", 7: "month", 10: "day"}.get(len(date), "unknown")
    start = 10 * (sum(line.encode()) % 97)
    return Event(
        predicate=predicate,
        subjects=tuple(actor(name.strip()) for name in subjects.split(",")),
        objects=tuple(actor(name.strip()) for name in objects.split(",") if name.strip()),
        status=status,  # type: ignore[arg-type]
        date=date or None,
        precision=precision,  # type: ignore[arg-type]
        place=None,
        topic=None,
        attributed_to=None,
        mentions=(Mention(article, start, start + len(sentence), sentence, start, start + 3),),
    )


def world(*lines: str, offices: tuple[tuple[str, str, str], ...] = (), store: Store | None = None) -> Store:
    """Make a store of lines; "article@outlet: ..." says which article tells it ("a1" otherwise).

    `offices` are (person, office, whom it represents).
    """
    told: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines:
        article, outlet = "a1", "Wire"
        head, colon, rest = line.partition(": ")
        if colon and "@" in head:
            article, _, outlet = head.partition("@")
            line = rest
        told[article, outlet].append(line)
    store = store or open_store()
    for (article, outlet), some in sorted(told.items()):
        held = tuple(
            Office(actor(person), office, actor(whom)) for person, office, whom in offices if article == min(told)[0]
        )
        record = Article(article, "x" * 2000, title=f"Title of {article}", published="2025-06-01", publisher=outlet)
        store.record(Extraction(record, tuple(event(line, article) for line in some), held))
    return store


PEOPLE = ("Ann", "Bob", "Cem", "Dan", "Eve", "Fay", "Gus")


@st.composite
def stories(draw: st.DrawFn) -> list[str]:
    """Draw lines of a world: some events with several parties, some undated, some planned, some told twice."""
    person = st.sampled_from(PEOPLE)
    lines = []
    for _ in range(draw(st.integers(3, 14))):
        one, other = draw(st.lists(person, min_size=2, max_size=2, unique=True))
        third = draw(st.sampled_from(["", "", "", ", Gus"]))
        predicate = draw(st.sampled_from(["met", "accused", "praised", "called"]))
        date = draw(st.sampled_from(["2025-03-01", "2025-03-02", "2025-03", "2025-03-20", ""]))
        status = draw(st.sampled_from(["actual", "actual", "actual", "planned"]))
        article = draw(st.sampled_from(["a1@Wire", "a2@Wire", "a3@Times"]))
        lines.append(f"{article}: {one} | {predicate} | {other}{third} | {date} | {status}")
    return lines
