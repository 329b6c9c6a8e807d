"""The view as the JSON that the page reads: columns of short rows, repeated texts once, safe inside a script element.

page/data.js is the other side of this file; the two change together.
"""

from __future__ import annotations

import json
from typing import Any

from kg.render.palette import step_of
from kg.render.view import Telling, View, ViewEvent

SAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""No `</script>` or `<!--` can end or change the element that the JSON stands in."""


def embedded(value: object) -> str:
    """Write a value as JSON that may stand inside a script element.

    >>> embedded({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign, escape in SAFE.items():
        text = text.replace(sign, escape)
    return text


def payload(view: View, nodes: list[dict[str, Any]], *, served: bool = False) -> dict[str, Any]:
    """Put the view together with the nodes of its pyvis Network, which give place and size of each actor.

    A node that is gone from the Network is drawn at the centre; one that was added has no events and is not shown.
    `served` says whether the page may ask where it comes from for more.
    """
    place = {node["id"]: node for node in nodes}
    sentences: dict[str, int] = {}
    rows = [_event(event, sentences) for event in view.events]
    return {
        "actors": [
            {
                "id": actor.id,
                "label": actor.label,
                "kind": actor.kind,
                "code": actor.code,
                "rank": actor.rank,
                "x": place.get(actor.id, {}).get("x", 0),
                "y": place.get(actor.id, {}).get("y", 0),
                "size": place.get(actor.id, {}).get("size", 8),
                **({"aliases": actor.aliases} if actor.aliases else {}),
                **({"offices": actor.offices} if actor.offices else {}),
                **({"flag": actor.flag} if actor.flag else {}),
            }
            for actor in view.actors
        ],
        "predicates": [
            {
                "name": predicate.name,
                "label": predicate.label,
                "class": predicate.class_,
                "score": predicate.score,
                "step": step_of(predicate.score),
                "symmetric": predicate.symmetric,
            }
            for predicate in view.predicates
        ],
        "articles": [
            {
                "id": article.id,
                "title": article.title,
                "publisher": article.publisher,
                "url": article.url,
                "date": article.date,
            }
            for article in view.articles
        ],
        "sentences": list(sentences),
        "events": rows,
        "left_out": {"actors": view.left_out.actors, "events": view.left_out.events},
        **({"served": True} if served else {}),
    }


def _event(event: ViewEvent, sentences: dict[str, int]) -> list[object]:
    return [
        event.id,
        event.predicate,
        event.subjects,
        event.objects,
        event.status,
        event.date,
        event.precision,
        event.place,
        event.topic,
        event.sources,
        int(event.disputed),
        [_telling(telling, sentences) for telling in event.tellings],
    ]


def _telling(telling: Telling, sentences: dict[str, int]) -> list[object]:
    marks = [part for mark in telling.marks for part in (mark.start, mark.end, mark.role[0])]
    at = sentences.setdefault(telling.sentence, len(sentences))
    return [telling.article, at, telling.status, telling.claimant, marks]
