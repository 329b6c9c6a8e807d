"""Counts hits, misses and noise at each level, and the accuracy of status, date, offices and quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from kg.evaluation.gold import Row
from kg.evaluation.matching import Level, day, match
from kg.evaluation.names import names, plain, same_actor
from kg.frames import pandas_frame, polars_frame
from kg.ontology.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl

_LEVEL_COLUMNS = ("level", "precision", "recall", "f1", "hit", "missed", "wrong")
LEVELS: tuple[Level, ...] = ("pair", "class", "exact", "fact")


@dataclass(slots=True)
class Counts:
    """Required triples found and missed, and events that fit no triple."""

    hit: int = 0
    missed: int = 0
    wrong: int = 0

    @property
    def precision(self) -> float:
        return _share(self.hit, self.hit + self.wrong)

    @property
    def recall(self) -> float:
        return _share(self.hit, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return _share(2 * self.precision * self.recall, self.precision + self.recall)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A required triple that was missed, or an event that is in no gold triple, at the level "exact"."""

    article: str
    kind: str
    triple: str
    evidence: str

    def __str__(self) -> str:
        return "\t".join((self.article, self.kind, self.triple, self.evidence))


@dataclass(slots=True)
class Score:
    """What `score` found: counts by level, accuracies over what matched by class, and the mistakes."""

    articles: int = 0
    levels: dict[Level, Counts] = field(default_factory=lambda: {level: Counts() for level in LEVELS})
    tally: Counter[str] = field(default_factory=Counter)
    by_class: dict[str, Counts] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def status(self) -> float:
        return _share(self.tally["status"], self.tally["matched"])

    @property
    def date(self) -> float:
        return _share(self.tally["date"], self.tally["dated"])

    def found(self, part: str) -> float:
        """Give the share of gold "offices" or "quotes" that were found."""
        return _share(self.tally[f"{part} found"], self.tally[part])

    def to_pandas(self) -> pd.DataFrame:
        """Give the four levels as a pandas frame, indexed by level; MissingExtraError without pandas."""
        return pandas_frame(self._rows(), _LEVEL_COLUMNS).set_index("level")

    def to_polars(self) -> pl.DataFrame:
        """Give the four levels as a polars frame; MissingExtraError without polars."""
        return polars_frame(self._rows(), _LEVEL_COLUMNS)

    def _rows(self) -> list[tuple[object, ...]]:
        return [(level, c.precision, c.recall, c.f1, c.hit, c.missed, c.wrong) for level, c in self.levels.items()]

    def as_json(self) -> dict[str, Any]:
        """Give all figures, rounded to four digits, as the reference scorer prints them."""
        result: dict[str, Any] = {"articles": self.articles}
        for level, counts in self.levels.items():
            result[level] = {
                "precision": round(counts.precision, 4),
                "recall": round(counts.recall, 4),
                "f1": round(counts.f1, 4),
                **_counted(counts),
            }
        result["status"] = round(self.status, 4)
        result["date"] = round(self.date, 4)
        for part in ("offices", "quotes"):
            result[part] = {
                "found": round(self.found(part), 4),
                "gold": self.tally[part],
                "given": self.tally[f"{part} given"],
            }
        result["by_class"] = {name: counted for name, counts in self.by_class.items() if (counted := _counted(counts))}
        return result


def score(gold: Mapping[str, Row], predicted: Mapping[str, Row], vocabulary: Vocabulary | None = None) -> Score:
    """Score the predictions for every gold article; an article without a prediction counts as one without events."""
    vocabulary = vocabulary or load_vocabulary()
    result = Score(articles=len(gold))
    for name, article in gold.items():
        given = predicted.get(name, {})
        _offices(article.get("offices") or [], given.get("offices") or [], result.tally)
        _quotes(article.get("quotes") or [], given.get("quotes") or [], result.tally)
        for level in LEVELS:
            _level(name, article["triples"], given.get("events") or [], level, vocabulary, result)
    return result


def _level(
    article: str, triples: list[Row], events: list[Row], level: Level, vocabulary: Vocabulary, result: Score
) -> None:
    if level == "fact":
        triples = [triple for triple in triples if triple["status"] == "actual"]
        events = [event for event in events if event.get("status") == "actual"]
    matched = match(triples, events, level, vocabulary)
    hits = sum(not triples[index].get("optional") for index in matched)
    counts = result.levels[level]
    counts.hit += hits
    counts.missed += sum(not triple.get("optional") for triple in triples) - hits
    counts.wrong += len(events) - len(matched)
    if level == "class":
        for triple, event in matched.items():
            result.tally["matched"] += 1
            result.tally["status"] += triples[triple]["status"] == events[event].get("status")
            if triples[triple].get("date"):
                result.tally["dated"] += 1
                result.tally["date"] += day(events[event]) == triples[triple]["date"]
    if level == "exact":
        _mistakes(article, triples, events, matched, vocabulary, result)


def _mistakes(
    article: str,
    triples: list[Row],
    events: list[Row],
    matched: dict[int, int],
    vocabulary: Vocabulary,
    result: Score,
) -> None:
    def counts(predicate: str) -> Counts:
        known = vocabulary.predicates.get(predicate)
        return result.by_class.setdefault(known.class_, Counts()) if known else Counts()

    for index, triple in enumerate(triples):
        if triple.get("optional"):
            continue
        if index in matched:
            counts(triple["p"]).hit += 1
            continue
        counts(triple["p"]).missed += 1
        words = f"{triple['s'][0]} | {triple['p']} | {triple['o'][0]} [{triple['status']}]"
        result.mistakes.append(Mistake(article, "MISSED", words, triple.get("evidence") or ""))
    used = set(matched.values())
    for index, event in enumerate(events):
        if index in used:
            continue
        counts(event["predicate"]).wrong += 1
        subject, object_ = names(event["subject"])[0], names(event["object"])[0]
        words = f"{subject} | {event['predicate']} | {object_} [{event.get('status')}]"
        result.mistakes.append(Mistake(article, "WRONG", words, (event.get("sentence") or "")[:120]))


def _offices(wanted: list[Row], given: list[Row], tally: Counter[str]) -> None:
    """Count the gold offices whose person, and a word of whose name, stand together in some given office."""
    tally["offices"] += len(wanted)
    tally["offices given"] += len(given)
    tally["offices found"] += sum(
        any(
            same_actor([office["person"]], names(other["person"]))
            and set(plain(office["office"]).split()) & set(plain(other["office"]).split())
            for other in given
        )
        for office in wanted
    )


def _quotes(wanted: list[Row], given: list[Row], tally: Counter[str]) -> None:
    """Count the gold quotes of whose speaker a quote with the same first four words is given."""
    tally["quotes"] += len(wanted)
    tally["quotes given"] += len(given)
    tally["quotes found"] += sum(
        any(
            other.get("speaker")
            and plain(other["text"]).split()[:4] == plain(quote["text"]).split()[:4]
            and same_actor(quote["speaker"], names(other["speaker"]))
            for other in given
        )
        for quote in wanted
    )


def _counted(counts: Counts) -> dict[str, int]:
    return {"hit": counts.hit, "missed": counts.missed, "wrong": counts.wrong}


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
