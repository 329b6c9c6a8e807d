"""Demands, threats and refusals that only the content of what somebody says tells."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article

TOLD = [
    ("Peru said it was up to Chile to take the first step.", "urged"),
    ("Peru said it was vital that Chile open the border.", "urged"),
    ("The onus is on Chile, Peru said.", "urged"),
    ("Peru hopes that Chile will free the sailors.", "urged"),
    ("Peru voiced the hope that Chile would join the talks.", "urged"),
    ("Peru stressed the importance of Chile opening its ports.", "urged"),
    ("Peru called for free and fair elections in Chile.", "urged"),
    ("Peru said any attack by Chile would be met with force.", "warned"),
    ("Peru said a Chilean raid could lead to war.", "warned"),
    ("Peru said it would regard a raid by Chile as an act of war.", "warned"),
    ("Peru said the sale of tanks by Chile would damage ties.", "warned"),
    ("Peru made clear that it would respond firmly if Chile fired.", "threatened"),
    ("Peru vowed to go to war if Chile seized the port.", "threatened"),
    ("Peru said it would not hesitate to strike if Chile came.", "threatened"),
    ("Peru said it was ready to respond to any Chilean attack.", "threatened"),
    ("Peru said Chile would pay dearly for the raid.", "threatened"),
    ("Peru said the plan of Chile was unacceptable.", "rejected"),
    ("Peru said there was no question of talks with Chile.", "rejected"),
    ("Peru said it would never bow to Chile.", "rejected"),
    ("Peru does not recognise the elections held in Chile.", "rejected"),
]
UNTOLD = [
    "Peru said the economy of Chile should grow.",
    "Peru said it would celebrate if Chile won.",
    "Peru said Chile would pay a fair price.",
    "Peru hopes that the harvest of Chile will recover.",
    "Peru said the plan of Chile was not unacceptable.",
    "Peru called for rain in Chile.",
]


@pytest.mark.parametrize(("text", "predicate"), TOLD)
def test_what_is_said_tells_a_demand_a_threat_or_a_refusal(extractor: Extractor, text: str, predicate: str) -> None:
    """The content of what one side says asks, threatens or refuses another."""
    events = extractor.extract(Article("a", text)).events
    assert (["Peru"], predicate, ["Chile"]) in [
        ([s.name for s in e.subjects], e.predicate, [o.name for o in e.objects]) for e in events
    ]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_only_looks_like_one_tells_nothing(extractor: Extractor, text: str) -> None:
    """A forecast, a wish for all and an answer to come are no acts of one side to another."""
    told = {e.predicate for e in extractor.extract(Article("a", text)).events}
    assert not told & {"urged", "demanded_of", "warned", "threatened", "rejected"}
