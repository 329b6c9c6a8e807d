"""Whose a thing is that stands beside another's, short names of bodies, and who stands behind "as well as"."""

from __future__ import annotations

import pytest
from telling import Mentions, Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru condemned Chad's policy, including its support for Mali.", "Peru criticized Chad"),
        ("Peru held Chad responsible for its attack on Mali.", "Chad attacked Mali"),
        ("Peru considers Chad accountable for its invasion of Mali.", "Chad attacked Mali"),
    ],
)
def test_its_is_of_the_owner_named_before(tell: Tell, text: str, line: str) -> None:
    """ "Its" inside a thing of somebody's is his, and what one is held responsible for is one's own."""
    assert line in tell(text)


def test_its_is_not_of_a_person_who_owns(tell: Tell) -> None:
    """A thing of a person has no "its"."""
    assert "Emmanuel Macron supported Mali" not in tell("Peru condemned Macron's plan and its support for Mali.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The African Union met. Peru thanked the Union.", "Peru praised African Union"),
        ("The UN Security Council met. Peru thanked the Council.", "Peru praised UN Security Council"),
    ],
)
def test_a_body_is_taken_up_by_its_last_word(tell: Tell, text: str, line: str) -> None:
    """ "The Union" is the African Union that was named before."""
    told = tell(text)
    assert line in told or line.replace("UN Security", "United Nations Security") in told


@pytest.mark.parametrize(
    "text",
    [
        "The African Union met. Peru thanked a union.",
        "The African Union met. Peru thanked the Bank.",
        "The African Union met. Peru thanked the teachers' union.",
    ],
)
def test_another_union_is_no_body_named_before(tell: Tell, text: str) -> None:
    """Any union, that of somebody and another body are not it."""
    assert "Peru praised African Union" not in tell(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Modi met with Macron, as well as Putin.", ["Narendra Modi met Emmanuel Macron, Vladimir Putin"]),
        ("Modi met with Macron, as well as with Putin.", ["Narendra Modi met Emmanuel Macron, Vladimir Putin"]),
        (
            "Modi met with a variety of his counterparts, including Macron and Putin.",
            ["Narendra Modi met Emmanuel Macron, Vladimir Putin"],
        ),
    ],
)
def test_who_is_added_is_met_too(tell: Tell, text: str, lines: list[str]) -> None:
    """ "As well as" and "a variety of his counterparts, including" name whom one meets."""
    found = [t for t in tell(text) if " met " in t]
    names = sorted(n for t in found for n in t.split(" met ")[1].split(", "))
    assert names == sorted(lines[0].split(" met ")[1].split(", "))


@pytest.mark.parametrize(
    "text",
    ["Modi met Macron as well as he could.", "Modi met Macron, and the talks went well.", "Modi knows Macron well."],
)
def test_well_adds_nobody(tell: Tell, text: str) -> None:
    """ "As well as he could" and "well" name nobody."""
    assert all(t == "Narendra Modi met Emmanuel Macron" for t in tell(text))


def test_meetings_that_included_those_with(tell: Tell) -> None:
    """ "Other meetings included those with Putin" tells of meetings with him."""
    told = tell("Modi met Macron in Paris. His other meetings included those with Putin and Xi Jinping.")
    assert [t for t in told if "met Vladimir Putin" in t]


def test_things_that_included_those_with_somebody_are_no_meetings(tell: Tell) -> None:
    """Borders with a state are no talks."""
    assert not tell("The open borders included those with Chad.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru condemned the plan of Chad to invade Mali.", "Chad attacked Mali (possible)"),
        ("Peru praised the decision by Chad to join NATO.", "Peru praised Chad"),
    ],
)
def test_a_resolve_is_that_of_its_owner(tell: Tell, text: str, line: str) -> None:
    """The infinitive behind a plan is done by whose plan it is."""
    told = tell(text)
    assert line.split(" (")[0] in [t.split(" (")[0] for t in told]
    assert not [t for t in told if t.startswith("Peru attacked")]


def test_an_aim_is_that_of_the_doer(tell: Tell) -> None:
    """The infinitive behind another thing is still done by who acts."""
    assert "Peru attacked Chad" in tell("Peru used the ships of Mali to attack Chad.")


def test_a_topic_that_opens_a_sentence_is_no_subject(tell: Tell) -> None:
    """ "On Peru, Chad's support of the attacks" is about Peru and of Chad."""
    told = tell("On Cuba, Chad's continued support of the rebels in Mali is harming the peace.")
    assert not [t for t in told if t.startswith("Cuba")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Minister for Europe and Foreign Affairs Jean-Noël Barrot met Xi Jinping.", "Europe and Foreign Affairs"),
        ("Minister for the Middle East and North Africa, Ann Smith, met Xi Jinping.", "Middle East and North Africa"),
    ],
)
def test_a_portfolio_may_name_regions(mentions: Mentions, text: str, phrase: str) -> None:
    """Regions in a portfolio are part of the office, not places."""
    assert phrase in mentions(text)[0][0]


def test_what_one_is_thanked_for_is_no_part_of_an_office(mentions: Mentions) -> None:
    """ "Thanked the minister for Peru's help" has no minister for Peru."""
    found = mentions("Xi Jinping thanked the minister for Peru's help.")
    assert "minister for Peru" not in [text for text, _ in found]


@pytest.mark.parametrize(
    "text",
    [
        "The President of Chad, Mr. Idriss Deby arrived in Peru.",
        "The President of Chad, Mr. Idriss Deby held talks.",
        "The President of Chad, Idriss Deby, held talks.",
    ],
)
def test_a_name_behind_an_office_may_lack_its_second_comma(mentions: Mentions, text: str) -> None:
    """The verb may follow the name at once."""
    assert mentions(text)[0][0].rstrip(",").endswith("Idriss Deby")


def test_two_in_a_list_stay_two(mentions: Mentions) -> None:
    """A name in a list behind an office is somebody else."""
    found = [text for text, _ in mentions("The President of Chad, Mr. Rao and Mr. Smith met Xi Jinping.")]
    assert "The President of Chad, Mr. Rao" not in found


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Modi visited China's Taiwan region.", "Narendra Modi visited Taiwan"),
        ("Modi visited Russia's Chechnya region.", "Narendra Modi visited Russia"),
        ("Peru sold arms to China's army.", "Peru aided China"),
    ],
)
def test_a_region_is_what_it_is_called(tell: Tell, text: str, line: str) -> None:
    """What a state calls its own region is dealt with by its name."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Foreign Minister MOTEGI Toshimitsu met Wang Yi.", "Foreign Minister MOTEGI Toshimitsu", "Toshimitsu Motegi"),
        ("Mr. RAO Anand met Wang Yi.", "Mr. RAO Anand", "Rao Anand"),
        ("Minister Jean-Noël BARROT met Wang Yi.", "Minister Jean-Noël BARROT", "Jean-Noël Barrot"),
        ("Ambassador KIM met Wang Yi.", "Ambassador KIM", "Kim Song"),
    ],
)
def test_family_names_in_capitals_are_names(mentions: Mentions, text: str, phrase: str, name: str) -> None:
    """Ministries write the family name in capitals, first or last."""
    found = mentions(text)
    assert phrase in [source for source, _ in found]
    assert phrase.startswith("Ambassador") or (phrase, name) in found


@pytest.mark.parametrize("text", ["The Minister met ASEAN.", "Mr. Rao of the EU spoke.", "Minister UAE Rao spoke."])
def test_short_forms_of_bodies_stay_what_they_are(mentions: Mentions, text: str) -> None:
    """Known short forms beside an office are no family names."""
    assert {n for _, n in mentions(text)} & {
        "ASEAN",
        "Association of Southeast Asian Nations",
        "European Union",
        "United Arab Emirates",
    }
