"""What the text of a state's own office says without a speaker: blame, demands, thanks, whose officials are meant."""

from __future__ import annotations

import pytest
from telling import Tell

PERU = "Ministry of Foreign Affairs of Peru"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad is violating the ceasefire.", "Peru accused Chad"),
        ("Chad continues its brutal repression.", "Peru accused Chad"),
        ("It is clear that Mali is fuelling the war.", "Peru criticized Mali"),
        ("The ceasefire is broken by Chad, which continues its brutal repression.", "Peru accused Chad"),
        ("Chad should release the detained doctors at once.", "Peru urged Chad"),
        ("Chad must withdraw its troops.", "Peru demanded_of Chad"),
    ],
)
def test_an_office_blames_and_asks_in_its_own_text(tell: Tell, text: str, line: str) -> None:
    """What nobody in it says is the view of the state whose office published it."""
    assert line in tell(text, publisher=PERU)


@pytest.mark.parametrize(
    "text",
    [
        "Rao said that Chad was violating the ceasefire.",
        '"Chad is violating the ceasefire," Rao said.',
        "Chad, Rao said, is violating the ceasefire.",
        "Chad is improving its roads.",
        "Chad continues its reforms.",
        "Chad should be strong.",
        "Chad should be seen as a friend.",
        "Chad should not worry.",
        "Should Chad leave, the talks will end.",
        "The talks with Chad, which did not violate the truce, go on.",
        "Peru is violating the ceasefire.",
    ],
)
def test_an_office_does_not_blame_or_ask_otherwise(tell: Tell, text: str) -> None:
    """What somebody else says, what is good, what is wished for and one's own wrongs are no blame by the office."""
    told = tell(text, publisher=PERU)
    assert not [t for t in told if t.split(" ")[0:2] in (["Peru", "accused"], ["Peru", "urged"])]


def test_a_newspaper_has_no_view_of_its_own(tell: Tell) -> None:
    """What a paper writes is not what its state thinks."""
    assert tell("Chad is violating the ceasefire. Mali should leave.", publisher="Peru Times") == []


def test_an_office_blames_once(tell: Tell) -> None:
    """Blame that is said again without a speaker tells nothing new."""
    text = "Peru accuses Chad of aggression. Chad is violating the ceasefire. Chad continues its brutal repression."
    assert tell(text, publisher=PERU).count("Peru accused Chad") == 1


def test_an_office_tells_of_harm_once(tell: Tell) -> None:
    """Harm by somebody whom the office criticised before is the same criticism, whatever the day of the harm."""
    text = "On 3 May 2020 Peru condemned Mali. It is clear that Mali was fuelling the war on 5 May 2020."
    assert tell(text, publisher=PERU).count("Peru criticized Mali") == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru said that Chad was waging a campaign of terror.", "Peru accused Chad"),
        ("Peru said that Chad was pursuing a policy of genocide.", "Peru accused Chad"),
        ("Peru said that Chad uses food as a weapon.", "Peru accused Chad"),
        ("Peru said that Chad continues to use refugees as human shields.", "Peru accused Chad"),
    ],
)
def test_a_wrong_that_goes_on_is_blame(tell: Tell, text: str, line: str) -> None:
    """Who goes on with what is bad, or uses a thing as no one should, is accused."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru said that Chad persists in its search for peace.",
        "Peru said that Chad was continuing its reforms.",
        "Peru said that Chad uses wind as a source of power.",
        "Peru said that Chad engages in a wave of reforms.",
    ],
)
def test_what_is_good_may_go_on(tell: Tell, text: str) -> None:
    """Reforms and policies of peace are no wrong."""
    assert not [t for t in tell(text) if "accused" in t or "criticized" in t]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "President of Russia Vladimir Putin: Thank you for the invitation.\n\nWe are glad.\n\n"
            "Prime Minister of India Narendra Modi: I condemn the attack by Pakistan.\n\nVladimir Putin: I agree.",
            "Narendra Modi criticized Pakistan",
        ),
        (
            "President of Russia Vladimir Putin: I condemn the attack by Georgia.\n\nWe are ready.\n\n"
            "Prime Minister of India Narendra Modi: I am glad.\n\nVladimir Putin: I support Armenia.",
            "Vladimir Putin supported Armenia",
        ),
    ],
)
def test_a_label_with_an_office_in_full_names_who_speaks(tell: Tell, text: str, line: str) -> None:
    """Offices of presidents print "President of Peru Juan Rao:" once and the bare name behind."""
    assert line in tell(text, publisher="President of Russia")


def test_thanks_without_i_are_those_of_the_speaker(tell: Tell) -> None:
    """ "Thank you, Mr Modi, for coming" leaves "I" out."""
    text = (
        "President of Russia Vladimir Putin: Our talks were long. Thank you, Mr Modi, for coming.\n\nWe are glad.\n\n"
        "Prime Minister of India Narendra Modi: It is good to be here."
    )
    assert "Vladimir Putin praised Narendra Modi" in tell(text)
    assert not [t for t in tell("Thank Modi for coming.") if "praised" in t]


def test_the_secretary_of_a_ministry_is_the_one_who_leads_it(tell: Tell) -> None:
    """ "The Secretary" of a text of the State Department is no secretary of defence that it names."""
    text = "Secretary of Defense Lloyd Austin met Wang Yi. The Secretary thanked Xi Jinping."
    told = tell(text, date="2022-06-10", publisher="U.S. Department of State")
    assert "Antony Blinken praised Xi Jinping" in told


@pytest.mark.parametrize(
    ("publisher", "text", "line"),
    [
        ("Prime Minister's Office, Peru", "The Prime Minister met Xi Jinping.", "met Xi Jinping"),
        ("Prime Minister's Office, Peru", "The Prime Minister thanked Chad.", "praised Chad"),
    ],
)
def test_whose_own_office_publishes_is_its_state(tell: Tell, publisher: str, text: str, line: str) -> None:
    """ "The Prime Minister" who is never named stands for the state whose Prime Minister's Office writes."""
    told = tell(text, publisher=publisher, date="1950-05-19")
    assert [t for t in told if t.endswith(line) and t != line]


def test_who_leads_is_of_the_state_that_the_text_is_about(tell: Tell) -> None:
    """ "President Kamwe" in a note of the State Department about Chad is no American official."""
    text = "Chad votes on Sunday. President Kamwe of the ruling party seeks a third term. President Kamwe thanked Mali."
    told = tell(text, publisher="U.S. Department of State")
    assert not [t for t in told if t.startswith("United States praised")]


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Modi met Macron on Monday. The two sides discussed trade.", 0),
        ("The two sides discussed trade. Modi met Macron on Monday.", 0),
        ("Modi met Macron on Monday. China and Japan discussed trade.", 1),
        ("Modi will meet Macron on Friday. India and France discussed trade on Monday.", 1),
    ],
)
def test_talk_of_two_sides_is_that_of_their_officials(tell: Tell, text: str, spoken: int) -> None:
    """Once the officials of two states met, what "the sides" discussed is the same talk; others' talk is not."""
    assert len([t for t in tell(text) if "spoke_with" in t]) == spoken


def test_who_receives_somebody_talks_to_him(tell: Tell) -> None:
    """ "Received Modi. The two discussed trade" is one occasion."""
    told = tell("Macron received Modi in Paris. Macron discussed trade with Modi.")
    assert [t.split(" ")[2] for t in told] == ["hosted"]
