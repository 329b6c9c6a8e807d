"""The same acts told of every kind of actor and in every kind of sentence: what is read must not hang on how."""

from __future__ import annotations

import itertools

import pytest

from kg.extract import Extractor
from kg.model import Article

ACTS = [
    ("criticized", "condemned {o}"), ("accused", "accused {o} of spying"), ("urged", "urged {o} to hold talks"),
    ("urged", "called on {o} to stop the fighting"), ("warned", "warned {o} over the plan"),
    ("praised", "thanked {o} for the aid"), ("supported", "backed {o} in the dispute"),
    ("attacked", "invaded {o}"), ("attacked", "shelled {o}"), ("sanctioned", "imposed sanctions on {o}"),
    ("aided", "sent food to {o}"), ("negotiated_with", "held talks with {o}"),
    ("signed_with", "signed a treaty with {o}"),
    ("agreed_with", "reached an agreement with {o}"), ("severed_ties_with", "broke off relations with {o}"),
    ("withdrew_from", "withdrew its troops from {o}"), ("deployed_to", "sent troops to {o}"),
    ("threatened", "threatened to attack {o}"), ("demanded_of", "demanded an apology from {o}"),
    ("invited", "invited {o} to a conference"), ("conceded_to", "apologized to {o}"),
    ("seized", "seized a ship from {o}"), ("expelled", "expelled two diplomats from {o}"),
]  # fmt: skip
SUBJECTS = [
    "Peru", "The Peruvian government", "The government of Peru", "Lima", "Peruvian officials",
    "Peru's foreign minister", "Peruvian Foreign Minister Luis Rojas", "Luis Rojas, the Peruvian foreign minister,",
    "The Peruvian president", "Prime Minister Luis Rojas of Peru", "Peru's parliament", "Peru's Foreign Ministry",
    "Peru, a member of the bloc,",
    "A spokesman for the Peruvian Foreign Ministry", "Peru, which has a long border,", "The European Union",
    "Peru and Norway", "Neighbouring Peru", "Peru, along with Norway,", "Meanwhile Peru", "Peru also", "Peru formally",
    "Peru, in a statement,",
]  # fmt: skip
OBJECTS = [
    "Chile", "the Chilean government", "Santiago", "Chilean officials", "neighbouring Chile", "its neighbour Chile",
    "the Chilean authorities", "the United States", "the Chileans", "Chile, a member of the bloc,", "South Korea",
    "Chile and Bolivia", "both Chile and Bolivia", "the Chilean side",
]  # fmt: skip
SENTENCES = [
    "{s}, officials said.", "According to officials, {s}.", "State television reported that {s}.",
    "Prices fell after {s}.", "Prices fell because {s}.", "Prices fell when {s}.", "Prices fell and {s}.",
    "Prices fell, but {s}.", "Prices fell; {s}.", "Officials left, saying {s}.", '"{s}," said a local official.',
    "While {s}, prices fell.", "Though {s}, prices fell.", "Three days later, {s}.", "In response, {s}.",
]  # fmt: skip


@pytest.mark.parametrize(("predicate", "act"), ACTS, ids=lambda value: value)
def test_an_act_is_read_of_everybody(extractor: Extractor, predicate: str, act: str) -> None:
    """All kinds of doers, of those to whom it is done, and of sentences around give an event of one predicate."""
    plain = act.format(o="Chile")
    texts = [f"{subject} {plain} on Monday." for subject in SUBJECTS]
    texts += [f"Peru {act.format(o=o)} on Monday." for o in OBJECTS]
    texts += [sentence.format(s=f"Peru {plain}") for sentence in SENTENCES]
    articles = [Article(str(n), text, published="2024-05-09") for n, text in enumerate(texts)]
    told = [{e.predicate for e in extraction.events} for extraction in extractor.pipe(articles)]
    assert list(itertools.compress(texts, (predicate not in found for found in told))) == []
