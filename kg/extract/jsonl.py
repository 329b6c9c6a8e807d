"""Writes an extraction as the JSON row that `kg extract --format jsonl` prints and the scorers read."""

from __future__ import annotations

from typing import Any

from kg.model import Actor, Extraction


def actor_row(actor: Actor) -> dict[str, Any]:
    """Give an actor as JSON data."""
    return {"name": actor.name, "iri": actor.iri, "kind": actor.kind, "aliases": list(actor.aliases)}


def article_row(extraction: Extraction) -> dict[str, Any]:
    """Give an extraction as JSON data, one entry in "events" a dyad; `event` tells which are one occasion."""
    article = extraction.article
    events = [
        {
            "event": event.iri(article.id),
            "subject": actor_row(subject),
            "predicate": event.predicate,
            "object": actor_row(obj),
            "status": event.status,
            "date": event.date,
            "date_precision": event.precision,
            "place": event.place.name if event.place else None,
            "topic": event.topic,
            "attributed_to": event.attributed_to.name if event.attributed_to else None,
            "sentence": event.mentions[0].sentence,
            "start": event.mentions[0].start,
            "end": event.mentions[0].end,
            "rule": event.rule,
        }
        for event in extraction.events
        for subject, obj in event.dyads()
    ]
    return {
        "id": article.id,
        "title": article.title,
        "date": article.published,
        "events": events,
        "offices": [
            {
                "person": office.person.name,
                "office": office.office,
                "represents": office.represents.name if office.represents else None,
            }
            for office in extraction.offices
        ],
        "quotes": [
            {"speaker": quote.speaker.name if quote.speaker else None, "text": quote.text}
            for quote in extraction.quotes
        ],
    }
