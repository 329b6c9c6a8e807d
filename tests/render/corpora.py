"""Graphs for the page to show: a small one by hand, large ones drawn by lot, and one that tries to break out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from kg.model import Actor, Article, Event, Extraction, Mention, Office, Status

TRUMP = Actor("Donald Trump", "person", ("President Trump",), "Q22686", "United States")
PUTIN = Actor("Vladimir Putin", "person", ("President Putin",), "Q7747", "Russia")
RUBIO = Actor("Marco Rubio", "person", (), None, "United States")
LAVROV = Actor("Sergey Lavrov", "person", ("Sergei Lavrov",), None, "Russia")
UKRAINE = Actor("Ukraine", "state", ("Kyiv",), "Q212")
RUSSIA = Actor("Russia", "state", ("Moscow", "the Kremlin"), "Q159")
NATO = Actor("NATO", "organisation", ("North Atlantic Treaty Organization",))
TURKEY = Actor("Turkey", "state", ("Ankara",), "Q43")

FIRST = (
    "Ana Boris Clara Dmitri Elena Farid Grace Hugo Ines Jonas Karim Leila Mateo Nadia Omar Petra Rafael Sofia".split()
)
LAST = (
    "Adeyemi Berg Castro Dumont Eriksen Fischer Garcia Haddad Ito Jansen Kovacs Lopez Mbeki Novak Okafor Petit".split()
)
STATES = (
    "United States,Russia,Ukraine,China,France,Germany,India,Iran,Israel,Turkey,Japan,Brazil,Egypt,Qatar,Poland,Norway,"
    "Sweden,Kenya,Mexico,Canada,Spain,Italy,Greece,Cuba,Chile,Peru,Niger,Mali,Ghana,Oman,Iraq,Syria,Jordan,Vietnam"
).split(",")
TOLD = {
    "met": "{a} met {b} on the margins of the summit, officials said.",
    "called": "{a} called {b} to discuss the situation at the border.",
    "visited": "{a} visited {b} for two days of talks on trade and security.",
    "signed_with": "{a} signed with {b} an agreement that had been in preparation for months.",
    "criticized": "{a} criticized {b} over its handling of the crisis.",
    "sanctioned": "{a} sanctioned {b} in response to the arrests.",
    "attacked": "{a} attacked {b} overnight, according to local authorities.",
    "urged": "{a} urged {b} to return to the negotiating table.",
    "praised": "{a} praised {b} for its role as a mediator.",
    "aided": "{a} aided {b} with food and medicine after the flood.",
}
STATUSES: tuple[Status, ...] = ("actual",) * 8 + ("planned", "possible", "negated")


def told(
    article: Article,
    predicate: str,
    subject: Actor,
    object_: Actor,
    sentence: str,
    trigger: str,
    *,
    status: Status = "actual",
    day: str | None = "2025-05-19",
    claimant: Actor | None = None,
) -> Event:
    """Make an event that one sentence tells; the trigger is marked where it stands first."""
    start = sentence.index(trigger)
    mention = Mention(article.iri, 0, len(sentence), sentence, start, start + len(trigger))
    precision = "day" if day else "unknown"
    return Event(predicate, (subject,), (object_,), status, day, precision, None, None, claimant, (mention,))


def small() -> list[Extraction]:
    """Eight events of eight actors in three articles: parallel, disputed, planned, possible, negated and undated."""
    one = Article("call", "", "A call between two presidents", "2025-05-20", "Wire A", "https://example.org/call")
    two = Article("reply", "", "Moscow replies", "2025-05-21", "Daily B", "https://example.org/reply")
    three = Article("old", "", "Talks in Istanbul", "2024-03-02", "Wire A", None)
    return [
        Extraction(
            one,
            (
                told(one, "called", TRUMP, PUTIN, "Trump called Putin on Monday.", "called"),
                told(one, "urged", TRUMP, PUTIN, "Trump urged Putin to end the war.", "urged"),
                told(one, "attacked", RUSSIA, UKRAINE, "Russia attacked Ukraine again, Kyiv said.", "attacked"),
                told(one, "met", TRUMP, PUTIN, "Trump would meet Putin.", "meet", status="planned", day=None),
                told(one, "spoke_with", RUBIO, LAVROV, "Rubio spoke with Sergei Lavrov.", "spoke", day="2025-05-17"),
            ),
            (Office(RUBIO, "Secretary of State", Actor("United States", "state")),),
        ),
        Extraction(
            two,
            (
                told(two, "called", TRUMP, PUTIN, "President Trump called President Putin.", "called"),
                told(
                    two,
                    "attacked",
                    RUSSIA,
                    UKRAINE,
                    "Moscow denied that it had attacked Ukraine.",
                    "attacked",
                    status="negated",
                    claimant=RUSSIA,
                ),
                told(two, "praised", LAVROV, TURKEY, "Lavrov praised Ankara.", "praised", day="2025-05-20"),
            ),
        ),
        Extraction(
            three,
            (
                told(three, "mediated", TURKEY, UKRAINE, "Turkey mediated.", "mediated", day="2024-03-01"),
                told(three, "warned", NATO, RUSSIA, "NATO warned Russia.", "warned", day="2024-02-11"),
                told(
                    three,
                    "signed_with",
                    UKRAINE,
                    RUSSIA,
                    "Ukraine signed nothing with Russia.",
                    "signed",
                    status="negated",
                    day="2024-03-01",
                ),
            ),
        ),
    ]


def by_lot(actors: int, events: int, seed: int = 7) -> Iterator[Extraction]:
    """Draw a graph with the uneven ties of the news: some actors in hundreds of events, most in a few."""
    lot = random.Random(seed)
    cast = list(_cast(actors, lot))
    circles = max(3, actors // 60)
    articles = max(1, events // 8)
    day = date(2022, 1, 1)
    for n in range(articles):
        published = day + timedelta(days=int(1300 * n / articles))
        article = Article(
            f"a{n}", "", f"Report {n} from the capital", str(published), f"Outlet {n % 23}", f"https://example.org/{n}"
        )
        found = [
            _drawn(article, cast, n % circles, circles, published, lot)
            for _ in range(events * (n + 1) // articles - events * n // articles)
        ]
        yield Extraction(article, tuple(event for event in found if event))


def _cast(count: int, lot: random.Random) -> Iterator[Actor]:
    for n in range(count):
        state = STATES[n % len(STATES)]
        if n < len(STATES):
            yield Actor(state, "state")
        elif n % 9 == 0:
            yield Actor(f"Council of Ministers {n}", "organisation", (f"C{n % 97}M",), None, state)
        elif n % 17 == 0:
            yield Actor(f"Free Front {n}", "group")
        else:
            yield Actor(
                f"{lot.choice(FIRST)} {lot.choice(LAST)} {n:04d}"[:-5] + f" {chr(65 + n % 26)}{n}",
                "person",
                (),
                None,
                state,
            )


def _drawn(
    article: Article, cast: list[Actor], circle: int, circles: int, published: date, lot: random.Random
) -> Event | None:
    def member() -> Actor:
        place = int(len(cast) * lot.random() ** 2.2)
        near = place - place % circles + circle
        return cast[near if lot.random() < 0.8 and near < len(cast) else place]

    subject, object_ = member(), member()
    if subject == object_:
        return None
    predicate = lot.choice(list(TOLD))
    sentence = TOLD[predicate].format(a=subject.name, b=object_.name)
    status = lot.choice(STATUSES)
    day = None if lot.random() < 0.05 else str(published - timedelta(days=lot.randrange(4)))
    claimant = lot.choice(cast) if lot.random() < 0.15 else None
    trigger = predicate.split("_")[0]
    return told(article, predicate, subject, object_, sentence, trigger, status=status, day=day, claimant=claimant)
