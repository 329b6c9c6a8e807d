"""Makes a View out of extractions: tellings of one occasion come together, order of input changes nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import Actor, Article, Event, Extraction, Office, Status, slug
from kg.ontology.vocabulary import Vocabulary, load_vocabulary
from kg.render.codes import code_of, flag_of
from kg.render.marks import marks_of
from kg.render.ranking import ranks
from kg.render.text import inert, web_address
from kg.render.view import LeftOut, Telling, View, ViewActor, ViewArticle, ViewEvent, ViewPredicate

MOST_ACTORS = 3_000
"""So many actors one file shows at most: the most central part, with a line saying what is left out."""
MOST_EVENTS = 25_000
STATUSES: tuple[Status, ...] = ("actual", "negated", "planned", "possible")
"""An occasion told with several statuses has the first of these, as in the store."""


@dataclass(slots=True)
class _Occasion:
    predicate: str
    subjects: tuple[Actor, ...]
    objects: tuple[Actor, ...]
    told: list[tuple[Article, Event]] = field(default_factory=list)


def view_from(
    extractions: Iterable[Extraction], vocabulary: Vocabulary | None = None, *, most_actors: int = MOST_ACTORS
) -> View:
    """Make a view of the extractions, cut to the `most_actors` most central actors and the events among them.

    Events with the same IRI are one occasion. Texts are made inert; a predicate outside the vocabulary is shown
    under its name with class OTHER and score 0.
    """
    occasions: dict[str, _Occasion] = {}
    offices: dict[str, set[str]] = defaultdict(set)
    for extraction in extractions:
        for office in extraction.offices:
            offices[office.person.iri].add(_worded(office))
        for event in extraction.events:
            parties = (event.predicate, event.subjects, event.objects)
            occasion = occasions.setdefault(event.iri(extraction.article.id), _Occasion(*parties))
            occasion.told.append((extraction.article, event))
    whole = _assemble(occasions, offices, (vocabulary or load_vocabulary()))
    return central(whole, most_actors)


def _worded(office: Office) -> str:
    return f"{office.office}, {office.represents.name}" if office.represents else office.office


def _assemble(occasions: Mapping[str, _Occasion], offices: Mapping[str, set[str]], vocabulary: Vocabulary) -> View:
    actors: dict[str, Actor] = {}
    articles: dict[str, Article] = {}
    for occasion in occasions.values():
        for article, event in occasion.told:
            articles[article.iri] = article
            for actor in (*event.subjects, *event.objects):
                actors[actor.iri] = _joined(actors.get(actor.iri), actor)
    actor_at = {iri: n for n, iri in enumerate(sorted(actors))}
    article_at = {iri: n for n, iri in enumerate(sorted(articles))}
    predicates = sorted({occasion.predicate for occasion in occasions.values()})
    predicate_at = {name: n for n, name in enumerate(predicates)}
    events = [_event(iri, occasion, actors, actor_at, article_at, predicate_at) for iri, occasion in occasions.items()]
    events.sort(key=lambda event: (event.date or "9999", event.id))
    weights = ranks(len(actors), [pair for event in events for pair in event.pairs])
    return View(
        tuple(_actor(actors[iri], offices[iri], weights[n]) for n, iri in enumerate(sorted(actors))),
        tuple(_predicate(name, vocabulary) for name in predicates),
        tuple(events),
        tuple(_article(articles[iri]) for iri in sorted(articles)),
    )


def _joined(known: Actor | None, actor: Actor) -> Actor:
    if known is None or known == actor:
        return actor
    return replace(
        min(known, actor, key=lambda one: (one.represents is None, one.wikidata is None, one.kind, repr(one))),
        aliases=tuple(sorted({*known.aliases, *actor.aliases})),
        wikidata=min(filter(None, (known.wikidata, actor.wikidata)), default=None),
    )


def _event(
    iri: str,
    occasion: _Occasion,
    actors: Mapping[str, Actor],
    actor_at: Mapping[str, int],
    article_at: Mapping[str, int],
    predicate_at: Mapping[str, int],
) -> ViewEvent:
    told = sorted(occasion.told, key=lambda pair: (pair[0].published or "9999", pair[0].iri))
    first = min((event for _, event in told), key=lambda event: (STATUSES.index(event.status), repr(event.topic)))
    subjects, objects = (
        tuple(sorted({actor_at[actor.iri] for actor in side})) for side in (occasion.subjects, occasion.objects)
    )
    tellings: dict[tuple[object, ...], Telling] = {}
    for article, event in told:
        for telling in _tellings(event, article_at[article.iri], actors):
            source = article.source
            tellings.setdefault((source, telling.sentence, telling.status, telling.claimant), telling)
    statuses = {event.status for _, event in told}
    place = min((event.place.name for _, event in told if event.place), default="")
    topic = min((event.topic for _, event in told if event.topic), default="")
    return ViewEvent(
        iri.rsplit("/", 1)[-1],
        predicate_at[occasion.predicate],
        subjects,
        objects,
        min(statuses, key=STATUSES.index),
        _date(first.date),
        first.precision,
        inert(place),
        inert(topic),
        tuple(tellings.values()),
        len({article.source for article, _ in told}),
        {"actual", "negated"} <= statuses,
    )


def _tellings(event: Event, at: int, actors: Mapping[str, Actor]) -> Iterable[Telling]:
    subjects, objects = ([actors[actor.iri] for actor in side] for side in (event.subjects, event.objects))
    claimant = inert(event.attributed_to.name) if event.attributed_to else None
    for mention in sorted(event.mentions, key=lambda mention: (mention.start, mention.trigger_start)):
        marks = marks_of(mention, subjects, objects)
        yield Telling(at, inert(mention.sentence), marks, event.status, claimant)


def _actor(actor: Actor, offices: Iterable[str], rank: float) -> ViewActor:
    aliases = tuple(inert(alias) for alias in actor.aliases if alias != actor.name)
    titles = tuple(inert(office) for office in sorted(offices))
    return ViewActor(
        slug(actor.name), inert(actor.name), actor.kind, code_of(actor), rank, aliases, titles, flag_of(actor)
    )


def _article(article: Article) -> ViewArticle:
    publisher = inert(article.publisher) if article.publisher else None
    title = inert(article.title or article.id)
    return ViewArticle(slug(article.id), title, publisher, web_address(article.url), _date(article.published))


def _date(date: str | None) -> str | None:
    return inert(date) if date else None


def _predicate(name: str, vocabulary: Vocabulary) -> ViewPredicate:
    known = vocabulary.predicates.get(name)
    if known is None:
        return ViewPredicate(inert(name), inert(name.replace("_", " ")), "OTHER", 0.0, False)
    return ViewPredicate(name, known.label, known.class_, known.score, known.symmetric)


def central(view: View, most_actors: int = MOST_ACTORS, most_events: int = MOST_EVENTS) -> View:
    """Cut the view to its most central actors and the events among them, and say in `left_out` what is not shown.

    Of too many events, those told by most outlets stay, the latest first among equals.
    """
    if len(view.actors) <= most_actors and len(view.events) <= most_events:
        return view
    by_rank = sorted(range(len(view.actors)), key=lambda n: (-view.actors[n].rank, view.actors[n].id))
    kept = set(by_rank[:most_actors])
    events = [event for event in view.events if kept.issuperset(event.subjects) and kept.issuperset(event.objects)]
    events = sorted(events, key=lambda event: (event.sources, event.date or "", event.id))[-most_events:]
    events.sort(key=lambda event: (event.date or "9999", event.id))
    return _reindexed(view, events)


def _reindexed(view: View, events: Sequence[ViewEvent]) -> View:
    actors = sorted({n for event in events for n in (*event.subjects, *event.objects)})
    articles = sorted({telling.article for event in events for telling in event.tellings})
    predicates = sorted({event.predicate for event in events})
    actor_at, article_at, predicate_at = ({n: at for at, n in enumerate(old)} for old in (actors, articles, predicates))
    moved = tuple(
        replace(
            event,
            predicate=predicate_at[event.predicate],
            subjects=tuple(actor_at[n] for n in event.subjects),
            objects=tuple(actor_at[n] for n in event.objects),
            tellings=tuple(replace(telling, article=article_at[telling.article]) for telling in event.tellings),
        )
        for event in events
    )
    return View(
        tuple(view.actors[n] for n in actors),
        tuple(view.predicates[n] for n in predicates),
        moved,
        tuple(view.articles[n] for n in articles),
        LeftOut(len(view.actors) - len(actors), len(view.events) - len(events)),
    )
