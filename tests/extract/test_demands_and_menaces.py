"""Demands, refusals, warnings and threats are told by more than their own words, and not where nobody is asked."""

from __future__ import annotations

import pytest

from tests.extract.telling import Read

WORDED = [
    ('"Chad must pull its troops out of Mali. It has no time left," President Diaz of Peru said.', "demanded_of"),
    ("As Peru's foreign minister Ana Diaz has said before, Chad must leave Mali.", "demanded_of"),
    ("Peru weighed in with a demand that Chad, as chair of the club, should arrange talks.", "demanded_of"),
    ("Peru adopted a resolution demanding Chadian troops to leave.", "demanded_of"),
    ("Asked whether Chad would accept Peru's key demand that it freeze its plan, he said nothing.", "demanded_of"),
    ("President Diaz of Peru suggested that neighbouring Chad mediate the dispute.", "urged"),
    ("It is high time Chad stopped the raids, Peru said.", "urged"),
    ("Prime Minister Diaz of Peru called for more NATO strikes.", "urged"),
    ("The step came in response to the refusal of the Peruvian authorities to admit Chadian inspectors.", "rejected"),
    ("Chad asked Peru to pull back. Peru refused to do so.", "rejected"),
    ("Chad asked Peru for its files. Peru refused to hand them over.", "rejected"),
    ('"We cannot accede to the request of Chad," President Diaz of Peru said.', "rejected"),
    ("Peru replied with a warning to Chad.", "warned"),
    ("Peru accused Chad of the raid and warned of reprisals.", "warned"),
    ("Peru urged Chad to pull back its troops, warning of serious consequences.", "warned"),
    ("Peru demanded that Chad withdraw and warned of retaliation.", "warned"),
    ("Peru has said that an attack on Cyprus would mean war with Chad.", "warned"),
    ("Chadian leaders met in May. Peruvian leaders alluded to military action against Chad.", "threatened"),
    ("Peru's threat to close the strait if Chad attacks alarmed Oslo.", "threatened"),
    ("Peru gave Chad fifteen days to leave its base at Lima.", "demanded_of"),
    ("Peru's main demand is the withdrawal of Chadian troops.", "demanded_of"),
    ("Among Peru's demands is that Chad withdraw its troops.", "demanded_of"),
    ("Peru demanded that Oman sign and that Chad leave.", "demanded_of"),
    ("Peru repeated its demand for direct talks with Chad.", "demanded_of"),
    ("A statement by Peru urged Chad to sign the accord.", "urged"),
    ("The foreign ministers of Peru and Oman, meeting in Paris, called on Chad to withdraw.", "urged"),
    ("President Diaz of Peru met the president of Chad and urged restraint.", "urged"),
    ("Peru condemned the Chadian raid and called for restraint.", "urged"),
    ("Peru approved Resolution 17 in May. The resolution calls for Chad to end its raids.", "urged"),
    ("Peru has warned of retaliation against Chad if it takes part.", "threatened"),
    ("Chad called on Peru to yield. Peru has refused to admit defeat.", "rejected"),
    ("Peru threatened to expel Chad's High Commissioner, Jane Roe, unless Chad yielded.", "threatened"),
    ("Chad demanded that Peru pull out, a demand Peru rejected at once.", "rejected"),
    ("Peru summoned Chad's envoy after shells fell in Lima, and told him that Chad must stop.", "demanded_of"),
    ("Peru has ruled out talks with Chad unless it frees the men.", "demanded_of"),
    ("Peru protested to Chad over the raid and demanded that its ships leave.", "demanded_of"),
    ("Chad shelled a town in Peru. Peru said the raid would not go unpunished.", "threatened"),
]


@pytest.mark.parametrize(("text", "predicate"), WORDED)
def test_what_is_asked_refused_or_threatened_is_told(read: Read, text: str, predicate: str) -> None:
    """Who asks, refuses, warns or threatens does so to whom the text names."""
    told = {(s.name, e.predicate, o.name) for e in read(text).events for s in e.subjects for o in e.objects}
    assert any(
        p == predicate and s in ("Peru", "Diaz", "Ana Diaz") and o in ("Chad", "NATO", "Mahamat Déby")
        for s, p, o in told
    ), told


@pytest.mark.parametrize(
    ("text", "predicates"),
    [
        ("Peru said the UN resolutions must be respected.", {"demanded_of", "urged"}),
        ("Peru said the Chadian government must be held to account.", {"demanded_of", "urged"}),
        ("Peru said this was no moment for Chad to make wild claims.", {"urged"}),
        ("Peru rejects any forced displacement of Palestinians from Gaza.", {"rejected"}),
        ("President Diaz of Peru warned that Peru would not hesitate to use force.", {"warned"}),
        ("President Diaz of Peru instructed Foreign Minister Rao to carry on.", {"demanded_of"}),
        ("President Diaz of Peru suggested that Chad mediates too often.", {"urged"}),
        ("Peru met Cuba and warned of a drought.", {"warned"}),
        ("President Diaz of Peru met President Deby of Chad and called for a ceasefire.", {"urged"}),
        ("Peru gave Chadian diplomats two days to leave the country.", {"demanded_of"}),
        ("Peru hopes that the six-party talks will resume.", {"urged"}),
        ("The main demand of the rebels is the release of Mujahid Roe, a jailed leader.", {"demanded_of"}),
        ("Peru met Chad but threatened no consequences.", {"threatened"}),
        ("Chad asked Peru to pull back. Peru refused to pay a fine.", {"rejected"}),
    ],
)
def test_nobody_is_asked_or_warned(read: Read, text: str, predicates: set[str]) -> None:
    """What is said of somebody's papers, of one's own side or of the weather is for nobody."""
    assert not {e.predicate for e in read(text).events} & predicates
