"""Reads blame, refusals, demands and denials of deeds and offers whose doer stands before or inside the phrase."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    """Give one extractor for all sentences."""
    return Extractor()


def told(extractor: Extractor, text: str, predicate: str) -> set[tuple[str, str]]:
    """Give who did it to whom, for one predicate."""
    events = extractor.extract(Article("a", text, published="1999-06-12")).events
    return {(s.name, o.name) for e in events if e.predicate == predicate for s in e.subjects for o in e.objects}


@pytest.mark.parametrize(
    "text",
    [
        "Chad left the talks on Monday. Peru called the move a mistake.",
        "Chad bombed a village on Monday. Peru said the attack was outrageous.",
        "Chad bombed a village on Monday. The attack drew condemnation from Peru.",
        "Chad held a nuclear test on Monday. Peru described the test as a grave threat.",
        "Chad shelled a town. Peru called it an outrage.",
        "Peru called Chad's vote a farce.",
        "Peru said the sanctions imposed by Chad were unjust.",
        "Peru described the Chadian decision to expel the envoy as deplorable.",
        "Peru described as deplorable the Chadian decision.",
        "Chad's inclusion of the party has met with condemnation from Peru.",
        "Chad's raid was met with condemnation from Peru.",
        "Peru took exception to Chad's remarks.",
        "Peru had harsh words for Chad.",
        "Peru questioned Chad's commitment to peace.",
    ],
)
def test_who_judges_a_deed_finds_fault_with_its_doer(extractor: Extractor, text: str) -> None:
    """A judgement of a deed is one of whoever does it, here or in the sentence before."""
    assert ("Peru", "Chad") in told(extractor, text, "criticized")


@pytest.mark.parametrize(
    "text", ["Peru called the Chadian raid an act of war.", "Peru said the raid by Chad was a crime."]
)
def test_who_calls_a_deed_a_crime_accuses(extractor: Extractor, text: str) -> None:
    """A deed that is called an act of war or a crime is laid at the doer's door."""
    assert ("Peru", "Chad") in told(extractor, text, "accused")


@pytest.mark.parametrize(
    "text",
    [
        "Chad said its talks were over. Peru called it a sad day.",
        "Chad and Peru met on Monday. Peru said the weather was outrageous.",
        "Chad did not leave the talks. Peru called the move a mistake.",
        "Peru had kind words for Chad.",
    ],
)
def test_what_is_no_deed_of_another_is_not_found_fault_with(extractor: Extractor, text: str) -> None:
    """Days, weather and what was not done are judged without blaming anybody."""
    assert not told(extractor, text, "criticized")


@pytest.mark.parametrize(
    "text",
    [
        "Peru offered talks. Chad said no.",
        "Peru offered talks, but Chad refused.",
        "Peru offered talks. Chad called the offer a ploy.",
        "Peru offered talks. Chad said the offer was unacceptable.",
        "Peru offered talks. Chad said it would not accept the offer.",
        "Peru proposed a summit. Chad ruled out any such meeting.",
        "Chad said the demand by Peru for a pullout was laughable.",
        "Chad said it would not extradite the men sought by Peru.",
        "Peru accused Chad of arming the rebels. Chad denied this.",
        "Peru accused Chad of arming the rebels. Chad has denied any involvement.",
        "Chad denied it had broken the truce, a charge made by Peru.",
    ],
)
def test_who_turns_down_what_was_just_offered_or_charged_rejects_it(extractor: Extractor, text: str) -> None:
    """An offer, a demand or a charge is rejected by who says no to it, calls it bad or denies it."""
    assert ("Chad", "Peru") in told(extractor, text, "rejected")


@pytest.mark.parametrize(
    "text",
    [
        "If Peru demanded an apology, Chad would ignore it.",
        "Peru offered Mali talks. Chad said no.",
        "Peru praised Chad. Chad denied it was ill.",
        "Chad denied that its economy was slowing.",
    ],
)
def test_who_was_asked_nothing_rejects_nothing(extractor: Extractor, text: str) -> None:
    """A denial or a no that answers nobody is no refusal."""
    assert not told(extractor, text, "rejected")


@pytest.mark.parametrize(
    "text",
    [
        "Peru gave Chad until Friday to pull out.",
        "Chad was given until Friday by Peru to pull out.",
        "Chad has been given two weeks by Peru to gather its men.",
        "Peru demanded that Chad's blockade be lifted.",
        "Peru demanded that Chadian troops be withdrawn.",
        "Chad invaded Mali. Peru demanded an immediate withdrawal.",
        "There can be no talks until Chad frees its hostages, Peru said.",
    ],
)
def test_a_deadline_and_the_end_of_a_deed_are_demanded_of_its_doer(extractor: Extractor, text: str) -> None:
    """Who has until a day, or whose deed is to end, is asked for it."""
    assert ("Peru", "Chad") in told(extractor, text, "demanded_of")


@pytest.mark.parametrize(
    "text",
    ["Peru demanded that Chad's envoy be paid.", "Chad invaded Mali. Peru demanded a vote.", "Peru gave until Friday."],
)
def test_what_another_cannot_end_is_not_demanded_of_him(extractor: Extractor, text: str) -> None:
    """A vote undoes no invasion, and who is to be paid is asked for nothing."""
    assert not told(extractor, text, "demanded_of")


def test_all_parties_are_those_told_to_fight(extractor: Extractor) -> None:
    """A call on all parties is one on each that the text told of."""
    text = "Chad and Mali traded fire on Monday. The UN appealed to all parties to show restraint."
    assert told(extractor, text, "urged") == {("United Nations", "Chad"), ("United Nations", "Mali")}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Colombian President Andres Pastrana said the FARC must free its hostages.", "demanded_of"),
        ("Colombian President Andres Pastrana said the FARC was violating the truce.", "accused"),
    ],
)
def test_rebels_are_not_on_the_side_of_their_state(extractor: Extractor, text: str, predicate: str) -> None:
    """What a president says of the rebels of his land is said of another side."""
    assert [o for _, o in told(extractor, text, predicate)] == ["FARC"]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ('"We will fight to the end," President Diaz of Peru said in a warning to Chad.', "warned"),
        ('"Leave our land at once," President Diaz of Peru told Chad.', "urged"),
        ('Chad shelled a town in Mali. "This is an outrageous act," President Diaz of Peru said.', "criticized"),
    ],
)
def test_what_is_quoted_is_said_to_whom_the_words_around_name(extractor: Extractor, text: str, predicate: str) -> None:
    """An order, a warning and a judgement in quotation marks are for the one told of beside them."""
    assert ("Diaz", "Chad") in told(extractor, text, predicate)


def test_an_order_to_nobody_asks_nothing(extractor: Extractor) -> None:
    """Thanks in the form of an order are no demand."""
    assert not told(extractor, '"Thank God for that," President Diaz of Peru told Chad.', "urged")


def test_what_is_demanded_to_be_done_is_not_told(extractor: Extractor) -> None:
    """A release that is demanded has not happened."""
    text = "Chad arrested two Peruvians. Peru demanded that they be freed."
    events = extractor.extract(Article("a", text, published="1999-06-12")).events
    assert "detained" in {e.predicate for e in events}
    assert "released" not in {e.predicate for e in events}


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Chad shelled a town in Mali. Peru expressed outrage.", "criticized"),
        ("Chad bombed the port. Peru said this was unacceptable.", "criticized"),
        ("Chad expelled the Peruvian consul, a step Peru called deplorable.", "criticized"),
        ("Peru took Chad to task over the shootings.", "criticized"),
        ("Chad shelled a town in Mali. Peru said the attack was a mistake and must stop.", "demanded_of"),
        ("Chad sent troops into Mali. Peru demanded that they leave at once.", "demanded_of"),
        ("Peru told Chad that it had to leave the island.", "urged"),
        ("Peru ordered the departure of all Chadian diplomats.", "expelled"),
    ],
)
def test_short_reactions_are_to_who_did_what_was_just_told(extractor: Extractor, text: str, predicate: str) -> None:
    """Outrage that names nothing, "this", "a step" and "they" are of the deed of the words before."""
    assert ("Peru", "Chad") in told(extractor, text, predicate)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Chad and Mali met on Monday. Peru expressed outrage.", "criticized"),
        ("Peru said the Chadian aggression must be condemned by all.", "demanded_of"),
        ("Peru called the Chadian embargo unjust.", "sanctioned"),
        ("Peru denounced the removal of President Sarr by Chad.", "accused"),
        ("Chad sent food to Mali. Peru demanded that they vote.", "demanded_of"),
    ],
)
def test_reactions_to_no_deed_blame_nobody(extractor: Extractor, text: str, predicate: str) -> None:
    """A meeting is no outrage, and what must be condemned is asked for nothing."""
    assert not {pair for pair in told(extractor, text, predicate) if pair[0] == "Peru"}
