"""Who met, visited, welcomed and wrote to whom, where the parties stand apart from the word that tells it."""

from __future__ import annotations

import pytest
from telling import Tell

from kg.extract import Extractor
from kg.model import Article


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Rao held talks lasting three hours with Chancellor Merkel.", "Rao negotiated_with Merkel"),
        (
            "President Rao held a telephone conversation of 30 minutes, starting at 6 p.m., with Chancellor Merkel.",
            "Rao called Merkel",
        ),
        (
            "He recalled the telephone talks of 24 November between President Rao and Chancellor Merkel.",
            "Rao, Merkel called",
        ),
        ("Chad hosted a meeting of officials from Peru and Chile.", "Chad hosted Peru, Chile"),
        ("President Rao and Chancellor Merkel co-chaired the dialogue.", "Rao, Merkel met"),
        ("President Rao and Chancellor Merkel will co-chair the forum.", "Rao, Merkel met (planned)"),
        ("President Rao co-chaired the dialogue along with Chancellor Merkel.", "Rao met Merkel"),
    ],
)
def test_parties_apart_from_their_meeting(tell: Tell, text: str, told: str) -> None:
    """How long a meeting lasts, its day and those who come do not part it from its parties."""
    assert told in tell(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("President Rao will take part, in Lima, in a meeting of ministers.", "Rao visited Peru (planned)"),
        ("President Rao turned up in Tunis on Sunday.", "Rao visited Tunisia"),
        ("A U.N. team due to arrive in Kigali today will inspect it.", "United Nations visited Rwanda (planned)"),
        ("Ahmed is there, with a U.N. team due to arrive in Kigali.", "United Nations visited Rwanda (planned)"),
    ],
)
def test_who_is_to_be_where(tell: Tell, text: str, told: str) -> None:
    """Who takes part somewhere is there, and who is due to arrive is to come."""
    assert told in tell(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad welcomed on Thursday the truce declared by Mali.", "Chad praised Mali"),
        ("Chad has been working intensively with Peru and Mali to deal with it.", "Chad cooperated_with Peru, Mali"),
        ("President Rao welcomed a delegation of the Peruvian parliament.", "Rao hosted Peru"),
        (
            "In a letter to Chancellor Merkel, President Rao, who has urged restraint, said it was too small.",
            "Rao wrote_to Merkel",
        ),
        ("UN Secretary General Kofi Annan spoke. The secretary general wrote to Chad.", "Kofi Annan wrote_to Chad"),
    ],
)
def test_parties_behind_a_day_a_title_or_a_phrase(tell: Tell, text: str, told: str) -> None:
    """A day behind the verb, a clause beside the name and the spelling of an office hide nobody."""
    assert told in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbian Foreign Minister Ivica Rao met with several ambassadors of Serbia.",
        "Kenya sent a clear message to Somalia that raids would not be tolerated.",
        "We must send the people of Burma a strong message.",
        "Spain welcomed Peru back to the talks.",
        "A ferry travelling from Saudi Arabia to Egypt sank.",
        "President Rao discussed the state of the peace talks with the rebels.",
        "President Rao discussed the extension of the six-month truce with Hamas.",
        "President Rao discussed the border in an interview with Eva Voss.",
        "Ambassador Juan Rao has left Damascus.",
        "The ambassador of Peru, Juan Rao, went to the Chilean Foreign Ministry.",
        "Peru recognised the needs of the people of Chad.",
        "The council will decide whether to suspend Haiti's membership in the Caribbean Community.",
        "Malawi's membership of the Commonwealth dates from 1964.",
    ],
)
def test_no_meeting_letter_or_welcome(tell: Tell, text: str) -> None:
    """Nobody meets their own state, a message by deeds is no letter, and what goes somewhere is no visitor."""
    assert tell(text) == []


def test_what_is_favoured_is_not_done(tell: Tell) -> None:
    """Who supports doing something has not done it."""
    assert tell("Norway supports sending troops to Chad.") == ["Norway deployed_to Chad (possible)"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Turkey recognised the independence that Georgia declared in 1991.", "Turkey recognized Georgia"),
        ("The statehood proclaimed by Georgia was recognised by Nauru.", "Nauru recognized Georgia"),
        ("President Rao discussed the border dispute with Chancellor Merkel.", "Rao spoke_with Merkel"),
        ("Foreign Minister Juan Rao left Damascus on Monday.", "Juan Rao visited Syria"),
        ("Mr Trump ruled out membership of NATO for Ukraine.", "Ukraine joined NATO (negated)"),
    ],
)
def test_whose_it_is(tell: Tell, text: str, told: str) -> None:
    """Who declares independence is recognised, and with whom a dispute is discussed is spoken with."""
    assert told in tell(text)


def test_what_matters_is_not_done(tell: Tell) -> None:
    """Two who speak of the importance of trade do not trade by that."""
    text = "President Rao and Chancellor Merkel stressed the importance of ending the war and of expanding trade."
    assert not [line for line in tell(text) if "cooperated_with" in line]


def test_no_guest_wrote_the_release(extractor: Extractor) -> None:
    """ "I" in a release is an officer of the state that published it, not of another whom its heading names."""
    text = "Readout of Call with Chadian President Juan Rao\n\nJohn Kerry\nSecretary of State\n\nI spoke with Juan Rao."
    article = Article("release", text, publisher="U.S. Department of State", published="2013-07-27")
    told = [f"{s.name} {e.predicate} {o.name}" for e in extractor.extract(article).events for s, o in e.dyads()]
    assert "John Kerry spoke_with Juan Rao" in told
