"""Sentences that the parser reads wrongly, and acts whose parties stand in another clause."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("For eighteen months Egyptian and Israeli officials negotiated in Cyprus.", "Egypt, Israel negotiated_with"),
        ("After months of silence Egyptian and Israeli officials negotiated.", "Egypt, Israel negotiated_with"),
        ("The row began with the seizure in July of an Iranian tanker by Chilean marines.", "Chile seized Iran"),
        ("He recalled the expulsion on 13 April of fifteen Russian diplomats by Norway.", "Norway expelled Russia"),
        ("Kenya assured Rwanda of its support.", "Kenya supported Rwanda"),
        ("Egypt said it was Sudan that had violated the ceasefire.", "Egypt accused Sudan"),
        ("It was Chad that attacked Sudan.", "Chad attacked Sudan"),
        ("The United States offered to mediate. India has turned that offer down.", "India rejected United States"),
    ],
)
def test_what_the_parser_hangs_elsewhere(tell: Tell, text: str, event: str) -> None:
    """A day, a duration or an emphasis in the middle does not hide who did what to whom."""
    assert any(event in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The president took Chad out of the African Union.", "Chad withdrew_from African Union"),
        ("Chad was pulled out of the African Union by its president.", "Chad withdrew_from African Union"),
        ("A message from the King of Jordan congratulating Peru was read out.", "Abdullah II praised Peru"),
        ("The Norwegian envoy was denied an audience with Sudan's president.", "Sudan rejected Norway"),
        ("Norway expelled two Russian diplomats. Russia denounced what it called an unfriendly act.",
         "Russia criticized Norway"),
        ("Turkey has sent food to Qatar. Iran has sent food as well.", "Iran aided Qatar"),
        ("Chad and Sudan traded fire. Both armies massed tanks along the frontier.", "Chad, Sudan mobilized_against"),
        ("Kenya's minister came to Rwanda on Monday. Uganda's president flew there on Tuesday.", "visited Rwanda"),
        ("Chadian engineers helped Sudan to repair its grid.", "Chad aided Sudan"),
        ("A Chilean aircraft carrier is on its way to the Persian Gulf.", "Chile deployed_to Persian Gulf"),
    ],
)  # fmt: skip
def test_parties_in_another_place(tell: Tell, text: str, event: str) -> None:
    """Who does it, or to whom, stands where the grammar of the clause does not put it."""
    assert any(event in line for line in tell(text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Kenya and Rwanda came face to face in Geneva.", "Kenya, Rwanda met"),
        ("Under a deal struck in Moscow by Chad and Sudan, the captives will go home.", "Chad, Sudan agreed_with"),
        ("Talks on the Chadian pullout between Chad and Sudan are deadlocked.", "Chad, Sudan negotiated_with"),
        ("There was a meeting today between Chad and Sudan.", "Chad, Sudan met"),
        ("A message to the King of Jordan from Kenya was delivered today.", "Kenya wrote_to Abdullah II"),
        ("American requests met with a Chinese refusal.", "China rejected United States"),
        ("China would have none of the American proposal.", "China rejected United States"),
        ("Sudan was hit with new EU sanctions.", "European Union sanctioned Sudan"),
        ("Canada pulled its ambassador out of Tehran.", "Canada recalled Iran"),
        ("Canada showed two Iranian diplomats the door.", "Canada expelled Iran"),
        ("Turkey said it would hit back if Syria fired again.", "Turkey threatened Syria"),
        ("Syria will pay a heavy price, Turkey vowed.", "Turkey threatened Syria"),
        ("Rockets fired by Hezbollah slammed into Haifa.", "Hezbollah attacked Israel"),
        ("Kenya met Joe Biden and Emmanuel Macron and asked both to help.", "urged Joe Biden, Emmanuel Macron"),
        ("Turkey closed the border out of solidarity with Azerbaijan.", "Turkey supported Azerbaijan"),
        ("Chad said the raid was the work of Sudan.", "Chad accused Sudan"),
        ("Chad said it was the victim of a plot led by Sudan.", "Chad accused Sudan"),
        ("The United States rejected a demand by Angola that it stop its help.", "Angola demanded_of United States"),
        ("Kenya's king was invited to address the Arab League.", "Arab League invited"),
        ("Kenya wrote to Peru, demanding that the ship be handed back.", "Kenya demanded_of Peru"),
        ("The PKK fights Turkey. The group declared a truce.", "Kurdistan Workers' Party ceased_fire_with Turkey"),
        ("Syrian forces began deploying into Aleppo.", "Syria deployed_to"),
        ("Israel found the United States' strike justified.", "Israel supported United States"),
    ],
)
def test_more_ways_of_saying_it(tell: Tell, text: str, event: str) -> None:
    """Idioms and nouns of the agencies tell the same acts."""
    assert any(event in line for line in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it would be pleased if Rwanda came.",
        "Kenya said Rwanda would pay a fair price for tea.",
        "A memorandum commits the United Nations to help get Russian food to the market.",
        "Qatar and Oman hosted earlier rounds of the dialogue.",
        "A car crashed near Kigali.",
    ],
)
def test_what_is_no_threat_and_no_aid(tell: Tell, text: str) -> None:
    """Near neighbours of those wordings tell nothing of the kind."""
    assert not any(p in line for line in tell(text) for p in ("threatened", "aided", "negotiated", "attacked"))


@pytest.mark.parametrize(
    "text",
    [
        "Kenya told parliament yesterday of its plans. Rwanda listened.",
        "Turkey has sent food to Qatar. Iran has sent food.",
        "The United States took its time out of the Philippines' way.",
        "Rwanda helped itself to a second goal.",
        "A message congratulating Peru was found in a bottle.",
    ],
)
def test_what_only_looks_alike(tell: Tell, text: str) -> None:
    """The same words without the act tell nothing of the second party."""
    assert not any(p in line for line in tell(text) for p in ("Rwanda", "Iran", "Philippines", "praised"))


def test_an_office_is_that_of_who_has_it(tell: Tell) -> None:
    """ "Foreign Office" alone is London's; with an owner it is the owner's."""
    told = tell("Pakistan accused India. Its Foreign Office condemned India. Pakistan's Foreign Office praised Nepal.")
    assert "Pakistan criticized India" in told
    assert "Pakistan praised Nepal" in told
    assert tell("The Foreign Office condemned India.") == ["United Kingdom criticized India"]


def test_two_of_one_name_by_their_initials(tell: Tell) -> None:
    """Father and son of one name are two people where the text gives their initials."""
    told = tell("George H. W. Bush met Brian Mulroney. His son, George W. Bush, met Tony Blair.")
    assert "George H. W. Bush met Brian Mulroney" in told
    assert "George W. Bush met Tony Blair" in told
