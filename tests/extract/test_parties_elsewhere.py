"""Who did it, or to whom, is found where a longer sentence puts it: before the subject, in an apposition, in a rank."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("François Hollande became the first president to set foot in Rwanda.", "François Hollande visited Rwanda"),
        ("Spain was the last to sign the accord with Cuba.", "Spain signed_with Cuba"),
        ("Malta is the latest country to recognise Kosovo.", "Malta recognized Kosovo"),
        ("Macron, on a two-day visit to Algeria, laid a wreath.", "Emmanuel Macron visited Algeria"),
        (
            "Under an agreement with Greece, Turkey takes back migrants.",
            "Turkey agreed_with Greece",
        ),
        ("In a letter addressed to the United Nations, Iran complained.", "Iran wrote_to United Nations"),
        ("The Libyan ambassador was told to leave Britain.", "United Kingdom expelled Libya"),
        ("An Iraqi delegation led by Tareq Aziz arrived in Moscow.", "Tariq Aziz visited Russia"),
        ("Syria's pullout from Lebanon ended decades of occupation.", "Syria withdrew_from Lebanon"),
        (
            "Norway recognised Palestine, a step that prompted Israel to recall its ambassador.",
            "Israel recalled Norway",
        ),
        ("Kenya said its citizens had been freed and thanked Qatar.", "Kenya praised Qatar"),
        (
            "Azerbaijani forces shelled Armenian villages overnight, Yerevan said, "
            "a claim that Baku dismissed as a lie.",
            "Azerbaijan rejected Armenia",
        ),
        ("Tunisia declined to act despite requests from Libya.", "Libya urged Tunisia"),
        ("Russia vetoed a US-drafted resolution on Syria.", "Russia rejected United States"),
    ],
)
def test_the_parties_of_an_act_are_found_elsewhere_in_the_sentence(tell: Tell, text: str, line: str) -> None:
    """A rank, a fronted phrase, an apposition, a cause or a claim has the party that the clause lacks."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Lavrov and Shoigu met local leaders.", []),
        ("Sergei Lavrov and Antony Blinken met reporters in Cairo.", []),
        ("Sergei Lavrov and Antony Blinken held talks with officials.", []),
        ("Iran and Iraq signed a deal with great fanfare.", ["Iran, Iraq signed_with"]),
        ("Kofi Annan pressed President Bashar al-Assad to accept a ceasefire.", ["Kofi Annan urged Bashar al-Assad"]),
    ],
)
def test_two_who_meet_others_do_not_meet_each_other(tell: Tell, text: str, lines: list[str]) -> None:
    """Whoever else takes part is who they met, and who asks for a truce is no side of it."""
    assert tell(text) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("After talks with Chancellor Olaf Scholz, Kosovo's prime minister, Albin Kurti, left.", "Albin Kurti"),
        ("After meeting Emmanuel Macron, Britain's foreign secretary, David Cameron, left.", "David Cameron"),
    ],
)
def test_an_office_between_two_names_goes_with_the_subject(tell: Tell, text: str, line: str) -> None:
    """The name before the comma ends the phrase that opens the sentence."""
    told = tell(text)
    assert len(told) == 1
    assert told[0].startswith(line)


def test_the_ministers_of_two_states_are_they(tell: Tell) -> None:
    """Officers without names are taken up by a pronoun as the states for which they act."""
    text = "The trade ministers of Japan and South Korea failed to agree on steel when they met in Bangkok."
    assert "Japan, South Korea met" in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Britain and the European Union are locked in talks over fish.", "negotiated_with"),
        ("The United States recognised Juan Guaido as interim president.", "United States recognized"),
        ("The United States gave Iraq 48 hours to comply.", "United States demanded_of Iraq"),
        ("Washington gave Venezuela's envoy three days to leave.", "United States expelled Venezuela"),
        ("Saudi Arabia presented Qatar with a list of demands.", "Saudi Arabia demanded_of Qatar"),
        ("Washington removed Sudan from its list of sponsors of terrorism.", "United States conceded_to Sudan"),
        ("Japan donated patrol boats to the Philippines.", "Japan aided Philippines"),
        ("Malaysia has been an outspoken critic of Myanmar.", "Malaysia criticized Myanmar"),
        ("Iran has long been a backer of the Houthis.", "Iran supported Houthis"),
        ("Moscow is building a nuclear power plant in Iran.", "Russia cooperated_with Iran"),
        ("China ended three days of drills around Taiwan.", "China mobilized_against Taiwan"),
    ],
)
def test_wordings_of_the_language_at_large(tell: Tell, text: str, line: str) -> None:
    """What reporters write of every state is read though no article of the development set has it."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "China's exports hit targets in Europe.",
        "The first step to peace is the visit of the inspectors.",
        "Iran called its ministers to a meeting.",
        "Russian scientists met with success in Antarctica.",
        "The German carmaker opened a plant in Mexico.",
    ],
)
def test_no_party_is_made_up(tell: Tell, text: str) -> None:
    """Trade, science and business between two names tell no event."""
    assert tell(text) == []
