"""What an earlier sentence names and a later one takes up: pronouns, offices, lands, pairs, talks and bodies."""

from __future__ import annotations

import pytest

from kg.extract import Extractor
from kg.model import Article

FIRST = {
    "a state": "Peru held elections in May.",
    "two states": "Peru and Chile share a long border.",
    "a minister": "Peruvian Foreign Minister Luis Rojas arrived in Geneva on Monday.",
    "two persons": "Luis Rojas met Ana Soto, the Chilean president, on Monday.",
    "a charge": "Peru accused Chile of spying.",
    "talks": "Talks between Peru and Chile began in Geneva on Monday.",
    "rebels": "Rebels of the FARC freed two hostages in Colombia.",
    "a body": "The UN Security Council met on Monday.",
}
THEN = [
    ("a state", "It condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "The country condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "The government condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "Its government condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "Its foreign minister condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "The foreign ministry condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "Its troops invaded Chile.", "Peru", "attacked", "Chile"),
    ("a state", "Officials in Lima condemned Chile.", "Peru", "criticized", "Chile"),
    ("a state", "Chile condemned the country.", "Chile", "criticized", "Peru"),
    ("a state", "Chile condemned its government.", "Chile", "criticized", "Peru"),
    ("a state", "Chile sent troops there.", "Chile", "deployed_to", "Peru"),
    ("a state", "Chile urged the government to hold talks.", "Chile", "urged", "Peru"),
    ("a state", "Chile imposed sanctions on the country.", "Chile", "sanctioned", "Peru"),
    ("a state", "Chile welcomed the elections.", "Chile", "praised", "Peru"),
    ("two states", "The two countries signed a treaty.", "Peru", "signed_with", "Chile"),
    ("two states", "The two neighbours signed a treaty.", "Peru", "signed_with", "Chile"),
    ("two states", "They signed a treaty.", "Peru", "signed_with", "Chile"),
    ("two states", "Both signed a treaty.", "Peru", "signed_with", "Chile"),
    ("two states", "Both countries signed a treaty.", "Peru", "signed_with", "Chile"),
    ("two states", "The two sides held talks.", "Peru", "negotiated_with", "Chile"),
    ("two states", "The two governments agreed on a ceasefire.", "Peru", "ceased_fire_with", "Chile"),
    ("two states", "The two armies clashed.", "Peru", "attacked", "Chile"),
    ("two states", "Norway urged both sides to hold talks.", "Norway", "urged", "Peru"),
    ("two states", "Norway urged them to hold talks.", "Norway", "urged", "Peru"),
    ("two states", "Norway mediated between them.", "Norway", "mediated", "Peru"),
    ("two states", "Norway mediated between the two countries.", "Norway", "mediated", "Peru"),
    ("two states", "The two held talks in Geneva.", "Peru", "negotiated_with", "Chile"),
    ("two states", "The pair signed a treaty.", "Peru", "signed_with", "Chile"),
    ("a minister", "He met Ana Soto, the Chilean president.", "Luis Rojas", "met", "Ana Soto"),
    ("a minister", "The minister condemned Chile.", "Luis Rojas", "criticized", "Chile"),
    ("a minister", "Rojas condemned Chile.", "Luis Rojas", "criticized", "Chile"),
    ("a minister", "Mr Rojas condemned Chile.", "Luis Rojas", "criticized", "Chile"),
    ("a minister", "The foreign minister condemned Chile.", "Luis Rojas", "criticized", "Chile"),
    ("a minister", "The diplomat condemned Chile.", "Luis Rojas", "criticized", "Chile"),
    ("a minister", "Chile thanked him.", "Chile", "praised", "Luis Rojas"),
    ("a minister", "He said Peru would send troops to Chile.", "Peru", "deployed_to", "Chile"),
    ("a minister", "He said his country would send troops to Chile.", "Peru", "deployed_to", "Chile"),
    ("a minister", "He held talks with his Chilean counterpart.", "Luis Rojas", "negotiated_with", "Chile"),
    ("a minister", "His Chilean counterpart thanked him.", "Chile", "praised", "Luis Rojas"),
    ("a minister", '"Chile must withdraw its troops," he told reporters.', "Luis Rojas", "demanded_of", "Chile"),
    ("two persons", "He thanked her.", "Luis Rojas", "praised", "Ana Soto"),
    ("two persons", "The two signed a treaty.", "Luis Rojas", "signed_with", "Ana Soto"),
    ("two persons", "The two leaders signed a treaty.", "Luis Rojas", "signed_with", "Ana Soto"),
    ("two persons", "They agreed to hold talks.", "Luis Rojas", "agreed_with", "Ana Soto"),
    ("two persons", "The Chilean leader thanked her guest.", "Ana Soto", "praised", "Luis Rojas"),
    ("two persons", "Soto thanked Rojas.", "Ana Soto", "praised", "Luis Rojas"),
    ("two persons", "The president thanked Rojas.", "Ana Soto", "praised", "Luis Rojas"),
    ("a charge", "Chile rejected the accusation.", "Chile", "rejected", "Peru"),
    ("a charge", "Chile denied the charge.", "Chile", "rejected", "Peru"),
    ("a charge", "Chile dismissed the claims.", "Chile", "rejected", "Peru"),
    ("a charge", "Chile recalled its ambassador.", "Chile", "recalled", "Peru"),
    ("a charge", "Chile expelled two diplomats in response.", "Chile", "expelled", "Peru"),
    ("a charge", "It recalled its ambassador.", "Peru", "recalled", "Chile"),
    ("a charge", "It demanded an apology.", "Peru", "demanded_of", "Chile"),
    ("a charge", "Santiago denied the accusation.", "Chile", "rejected", "Peru"),
    ("a charge", "Norway urged the two sides to hold talks.", "Norway", "urged", "Peru"),
    ("talks", "Norway hosted the talks.", "Norway", "hosted", "Peru"),
    ("talks", "Norway chaired the meeting.", "Norway", "mediated", "Peru"),
    ("talks", "Norway welcomed the talks.", "Norway", "praised", "Peru"),
    ("talks", "Chile suspended the talks.", "Chile", "rejected", "Peru"),
    ("talks", "The talks ended in a ceasefire.", "Peru", "ceased_fire_with", "Chile"),
    ("talks", "The parties signed a ceasefire.", "Peru", "ceased_fire_with", "Chile"),
    ("talks", "An agreement was reached.", "Peru", "agreed_with", "Chile"),
    ("talks", "Both delegations signed a treaty.", "Peru", "signed_with", "Chile"),
    ("rebels", "The rebels attacked a village.", "FARC", "attacked", "Colombia"),
    ("rebels", "They attacked a village.", "FARC", "attacked", "Colombia"),
    ("rebels", "The group attacked a village.", "FARC", "attacked", "Colombia"),
    ("rebels", "The government thanked the rebels.", "Colombia", "praised", "FARC"),
    ("rebels", "The guerrillas demanded talks with the government.", "FARC", "demanded_of", "Colombia"),
    ("rebels", "The army killed five of the rebels.", "Colombia", "attacked", "FARC"),
    ("rebels", "The organisation declared a ceasefire.", "FARC", "ceased_fire_with", "Colombia"),
    ("a body", "It imposed sanctions on Peru.", "UN Security Council", "sanctioned", "Peru"),
    ("a body", "The council imposed sanctions on Peru.", "UN Security Council", "sanctioned", "Peru"),
    ("a body", "The body imposed sanctions on Peru.", "UN Security Council", "sanctioned", "Peru"),
    ("a body", "The 15-member body imposed sanctions on Peru.", "UN Security Council", "sanctioned", "Peru"),
    ("a body", "Members of the council condemned Peru.", "UN Security Council", "criticized", "Peru"),
    ("a body", "Its resolution condemned Peru.", "UN Security Council", "criticized", "Peru"),
    ("a body", "A resolution condemning Peru was adopted.", "UN Security Council", "criticized", "Peru"),
    ("a body", "Peru thanked the council.", "Peru", "praised", "UN Security Council"),
]


@pytest.mark.parametrize("first", FIRST)
def test_what_is_taken_up_is_who_was_named(extractor: Extractor, first: str) -> None:
    """The actors of the second sentence are those of the first, on the side on which they stand."""
    rows = [row for row in THEN if row[0] == first]
    articles = [Article(str(n), f"{FIRST[first]} {row[1]}", published="2024-05-09") for n, row in enumerate(rows)]
    missed = []
    for row, extraction in zip(rows, extractor.pipe(articles), strict=True):
        _, text, doer, predicate, target = row
        told = [e for e in extraction.events if e.predicate == predicate]
        sides = [({a.name for a in e.subjects}, {a.name for a in e.objects or e.subjects}) for e in told]
        if not any(doer in one and target in other for one, other in sides):
            missed.append(text)
    assert missed == []
