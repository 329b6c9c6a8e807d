"""Articles and events made by hand, for the tests of the store."""

from __future__ import annotations

import random
from collections.abc import Iterator

from kg.model import Actor, Article, Event, Extraction, Mention, Office, Quote, Status

TRUMP = Actor("Donald Trump", "person", ("Trump",), wikidata="Q22686", represents="United States")
PUTIN = Actor("Vladimir Putin", "person", ("Putin",), wikidata="Q7747", represents="Russia")
RUBIO = Actor("Marco Rubio", "person", represents="United States")
LAVROV = Actor("Sergey Lavrov", "person", ("Sergei Lavrov",), represents="Russia")
RUSSIA = Actor("Russia", "state", ("Moscow",), wikidata="Q159")
UKRAINE = Actor("Ukraine", "state", ("Kyiv",), wikidata="Q212")
USA = Actor("United States", "state", ("US",), wikidata="Q30")
ISTANBUL = Actor("Istanbul", "place")


def article(name: str, text: str, published: str | None = "2025-05-20", publisher: str = "") -> Article:
    return Article(name, text, title=f"About {name}", published=published, publisher=publisher)


def event(
    source: Article,
    sentence: str,
    predicate: str,
    subjects: Actor | tuple[Actor, ...],
    objects: Actor | tuple[Actor, ...],
    *,
    status: Status = "actual",
    date: str | None = None,
    by: Actor | None = None,
    place: Actor | None = None,
) -> Event:
    """Make an event told by a sentence of the article."""
    start = source.text.index(sentence)
    return Event(
        predicate,
        subjects if isinstance(subjects, tuple) else (subjects,),
        objects if isinstance(objects, tuple) else (objects,),
        status,
        date,
        "day" if date else "unknown",
        place,
        None,
        by,
        (Mention(source.id, start, start + len(sentence), sentence, start, start + 5),),
        rule="S call O",
    )


CALL = "Trump called Putin on Monday."
TALK = "Rubio spoke with Lavrov on Saturday."
STRIKE = "Russia attacked Ukraine overnight."
MEETING = "Trump may meet Putin."
DENIAL = "Moscow denied that it had struck Ukraine."


def first() -> Extraction:
    """A call, a talk, and a meeting that may come."""
    source = article("first", f"{CALL} {TALK} {MEETING}", publisher="First Paper")
    return Extraction(
        source,
        (
            event(source, CALL, "called", TRUMP, PUTIN, date="2025-05-19"),
            event(source, TALK, "spoke_with", RUBIO, LAVROV, date="2025-05-17", place=ISTANBUL),
            event(source, MEETING, "met", TRUMP, PUTIN, status="possible", by=RUBIO),
        ),
        (Office(LAVROV, "foreign minister", RUSSIA),),
        (Quote(TRUMP, "A good call.", 0, 12),),
    )


def second() -> Extraction:
    """The same call, told from the other side, and a strike."""
    source = article("second", f"{STRIKE} Putin and Trump spoke by phone.", publisher="Second Paper")
    return Extraction(
        source,
        (
            event(source, "Putin and Trump spoke by phone.", "called", PUTIN, TRUMP, date="2025-05-19"),
            event(source, STRIKE, "attacked", RUSSIA, UKRAINE, date="2025-05-19"),
        ),
    )


def third() -> Extraction:
    """A denial of the strike."""
    source = article("third", DENIAL, publisher="Third Paper")
    return Extraction(
        source,
        (event(source, DENIAL, "attacked", RUSSIA, UKRAINE, status="negated", date="2025-05-19", by=RUSSIA),),
    )


def many(count: int, seed: int = 1) -> Iterator[Extraction]:
    """Give articles with two to nine events each, drawn from forty actors; the same for the same seed."""
    chance = random.Random(seed)
    people = [Actor(f"Person {n}", "person", (f"P{n}",), represents=f"State {n % 8}") for n in range(32)]
    states = [Actor(f"State {n}", "state") for n in range(8)]
    predicates = ("called", "met", "criticized", "urged", "signed_with", "attacked", "sanctioned", "visited")
    for number in range(count):
        sentences = [f"Sentence {n} of article {number} tells of this." for n in range(chance.randint(2, 9))]
        source = article(f"a{number:05}", " ".join(sentences), f"2024-{number % 12 + 1:02}-11", f"Paper {number % 7}")
        events = []
        for sentence in sentences:
            one, two = chance.sample(people + states, 2)
            day = None if chance.random() < 0.3 else f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            status: Status = chance.choice(("actual", "actual", "actual", "planned", "negated"))
            events.append(event(source, sentence, chance.choice(predicates), one, two, status=status, date=day))
        yield Extraction(source, tuple(events), (Office(people[number % 32], "minister", states[number % 8]),))
