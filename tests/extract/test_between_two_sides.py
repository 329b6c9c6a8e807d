"""Who stands between two sides, and what the two do under a third."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru and Chile signed a truce, the UN mediator, Jan Rao, said.", "Jan Rao mediated Peru, Chile"),
        ("Peru and Chile held talks, with Brazil as go-between.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile signed a truce. Brazil acted as mediator.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile made peace after weeks of mediation by Jan Rao.", "Jan Rao mediated Peru, Chile"),
        ("Peru and Chile agreed to a truce through the efforts of Brazil.", "Brazil mediated Peru, Chile"),
        ("Peru began contacts with Chile through Brazilian mediators.", "Brazil mediated Peru, Chile"),
        ("Jan Rao of Mali persuaded Peru and Chile to sign a truce.", "Jan Rao mediated Peru, Chile"),
        ("Brazil saved the talks between Peru and Chile.", "Brazil mediated Peru, Chile"),
        ("Brazil is a go-between in talks between Peru and Chile.", "Brazil mediated Peru, Chile"),
        ("Brazil is the main channel between Peru and Chile.", "Brazil mediated Peru, Chile"),
        ("Brazil brought Peru and Chile back to negotiations.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile asked Brazil to mediate in their dispute.", "Brazil mediated Peru, Chile (possible)"),
        ("Peru and Chile held talks. Brazil offered its good offices.", "Brazil mediated Peru, Chile (possible)"),
        ("Peru and Chile agreed to the plan of Brazil.", "Brazil mediated Peru, Chile"),
    ],
)
def test_a_mediator_stands_between_two_sides(tell: Tell, text: str, line: str) -> None:
    """By what he is called, by what he does, or by whose plan it is."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed a truce, the former mediator Jan Rao said.",
        "Jan Rao of Peru, the mediator, met Chile's Ricardo Lagos.",
        "Peru and Chile were told to settle the dispute among themselves by Brazil.",
        "Peru and Chile held talks. Brazil is trying to revive a peace process.",
        "Brazil persuaded Peru to sign a truce.",
        "Peru rejected mediation. The UN mediator, Jan Rao, left.",
    ],
)
def test_nobody_is_between_where_no_two_sides_are_told(tell: Tell, text: str) -> None:
    """One who deals with them himself, one party alone, or one who is no mediator any more."""
    assert not [line for line in tell(text) if " mediated " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Brazil chaired talks between Peru and Chile.", "Peru, Chile negotiated_with"),
        ("Brazil brokered a truce between Peru and Chile.", "Peru, Chile ceased_fire_with"),
        ("Brazil tried to broker a truce between Peru and Chile.", "Peru, Chile ceased_fire_with (possible)"),
        ("Talks between Peru and Chile led to a deal.", "Peru, Chile agreed_with"),
        ("Talks between Peru and Chile ended without agreement.", "Peru, Chile agreed_with (negated)"),
        ("Chadian officials said a deal had been reached with Boko Haram.", "Chad agreed_with Boko Haram"),
        ("Peru and Chile ended their feud when the two presidents met.", "Peru, Chile met"),
        ("Peru and Chile sat down to talks.", "Peru, Chile negotiated_with"),
        ("Peru and Chile spent Monday locked in talks.", "Peru, Chile negotiated_with"),
        ("Peru and Chile called a halt to hostilities.", "Peru, Chile ceased_fire_with"),
        ("Peru and Chile sorted out their differences.", "Peru, Chile agreed_with"),
        ("Peru and Chile worked out a plan in talks in Rome.", "Peru, Chile negotiated_with"),
    ],
)
def test_what_two_sides_do_under_a_third_or_alone(tell: Tell, text: str, line: str) -> None:
    """Talks, truces and accords are of those between whom they are."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peru and Chile signed a treaty with Brazil and Mali in attendance.", "Brazil"),
        ("Peru and Chile signed a treaty with Brazilian officials looking on.", "Brazil"),
        ("Peru and Chile held talks with observers from Brazil.", "Brazil"),
        ("Peru and Chile agreed to submit their dispute to the World Court.", "conceded_to"),
        ("Peru and Chile held talks on restoring ties.", "agreed_with"),
        ("Peru and Chile signed an accord ending the war.", "ceased_fire_with"),
        ("The rebels of Peru, after meeting Jan Rao of Mali, agreed to a ceasefire.", "Mali"),
    ],
)
def test_who_is_only_there_and_what_is_only_talked_about_is_left_out(tell: Tell, text: str, wrong: str) -> None:
    """Guests at a signing are no parties, and the topic of talks is no event."""
    assert not [line for line in tell(text) if wrong in line]


def test_a_truce_that_is_over_or_a_war_that_is_averted_is_none(tell: Tell) -> None:
    """ "Announced an end to its ceasefire", "averted a war"."""
    assert "Hamas ceased_fire_with Israel (negated)" in tell("Hamas announced an end to its ceasefire with Israel.")
    assert "Peru, Chile attacked (negated)" in tell("Brazil averted a war between Peru and Chile.")


def test_the_government_and_the_rebels_are_they(tell: Tell) -> None:
    """Those whom only a noun tells of are taken up together too."""
    story = "The government and the FARC began talks in Bogota, Colombia. They agreed to a ceasefire."
    assert "Colombia, FARC ceased_fire_with" in tell(story)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Egyptian mediators gave Hamas and Fatah until Sunday to reply.", "Egypt mediated Hamas, Fatah"),
        ("Peru and Chile let Brazil mediate in their quarrel.", "Brazil mediated Peru, Chile"),
        ("Brazil helped Peru and Chile to work out the terms.", "Brazil mediated Peru, Chile"),
        ("Brazil played go-between in the row between Peru and Chile.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile held talks with UN envoy Jan Rao presiding.", "Jan Rao mediated Peru, Chile"),
        ("Peru and Chile accepted a peace plan drafted by Brazil.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile made up. Brazil helped bring about the reconciliation.", "Brazil mediated Peru, Chile"),
        ("Peru and Chile wound up three days of talks.", "Peru, Chile negotiated_with"),
        ("Peru and Chile issued a joint declaration.", "Peru, Chile agreed_with"),
        ("Chile accepted the apology of Peru.", "Peru conceded_to Chile"),
    ],
)
def test_more_ways_in_which_two_come_to_terms(tell: Tell, text: str, line: str) -> None:
    """A mediator waits for two, is let in, presides, drafts; the two wind up, state, apologise."""
    assert any(told.startswith(line) for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Peru praised Egypt's role in brokering the truce between Chile and Mali.", "Egypt mediated Chile, Mali"),
        ("Peru noted the Norwegian role in mediating between Chile and Mali.", "Norway mediated Chile, Mali"),
        (
            "Peru thanked President Rao for his leadership in facilitating the talks between Chile and Mali.",
            "Rao mediated Chile, Mali",
        ),
        ("Peru welcomed Brazil's success in freeing Chile's envoys from Mali.", "Brazil released Chile"),
    ],
)
def test_whose_part_it_is_does_it(tell: Tell, text: str, line: str) -> None:
    """What somebody has a role, a share or success in is his doing, not of who praises it."""
    told = tell(text)
    assert line in told
    assert not [other for other in told if other.startswith(("Peru mediated", "Peru released"))]
