"""Tests of envoys and their errands as agencies tell them: what is so called, said in a meeting, tried, tested."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Iran condemned what it described as an attack by Chad on Mali.", "Iran criticized Chad"),
        ("Peru has issued what diplomats termed an ultimatum to Chile.", "Peru demanded_of Chile"),
        ("President Rao and King Sarr held what both called useful talks.", "Rao, Sarr negotiated_with"),
        ("Mali denounced what it called an unfriendly act by Chad.", "Mali criticized Chad"),
        ('Peru "regrets" the Chilean decision.', "Peru criticized Chile"),
    ],
)
def test_what_is_so_called_is_what_it_is_called(tell: Tell, text: str, line: str) -> None:
    """What somebody calls something, or puts in quotation marks, is told as if it stood there plainly."""
    assert any(line in told for told in tell(text))


def test_useful_talks_so_called_are_no_call(tell: Tell) -> None:
    """ "Held what both sides called useful talks" tells of talks and of no call."""
    told = tell("President Rao and King Sarr held what both sides called useful talks.")
    assert not any("Rao, Sarr called" in line for line in told)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("In separate meetings, President Rao urged King Sarr and Ravi Nair to talk.", "Rao met Sarr"),
        ("President Rao assured King Sarr in an hour-long meeting that he would pay.", "Rao met Sarr"),
        ("Chad summoned Peru's ambassador to hear a protest.", "Chad protested_against Peru"),
        ("Chad called in the Peruvian envoy to receive a note of protest.", "Chad protested_against Peru"),
        ("President Rao asked for help in a letter sent to King Sarr.", "Rao wrote_to Sarr"),
        ("President Rao made the request in a letter presented to King Sarr.", "Rao wrote_to Sarr"),
        ("The allies discussed the text of President Rao's letter to King Sarr.", "Rao wrote_to Sarr"),
        ("President Rao and King Sarr agreed on the need for calm in a telephone call.", "Rao, Sarr called"),
    ],
)
def test_where_it_was_said_is_told_too(tell: Tell, text: str, line: str) -> None:
    """What is said in a meeting, a letter or a call, or heard by an envoy called in, tells of these as well."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "At a meeting of the council, Sergei Rao urged Ravi Nair to talk.",
        "At a meeting with Juan Paz, Sergei Rao urged King Sarr to talk.",
        "At a NATO meeting, Sergei Rao urged King Sarr to talk.",
        "At the meeting, Peru urged Chile to talk.",
    ],
)
def test_meetings_of_others_are_not_theirs(tell: Tell, text: str) -> None:
    """What somebody urges at a meeting of a body, with a third, or of states brings him and the urged not together."""
    assert not any("Rao met Sarr" in told or "Rao met Ravi" in told or "met Chile" in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Ravi Nair tried to mediate between Peru and Chile.", "Ravi Nair mediated Peru, Chile"),
        ("In a bid to end the dispute between Peru and Chile, Ravi Nair flew home.", "Ravi Nair mediated Peru, Chile"),
        (
            "Ravi Nair arrived in Mali on a mission to end the war between Peru and Chile.",
            "Ravi Nair mediated Peru, Chile",
        ),
        ("Ravi Nair will try to mediate between Peru and Chile.", "Ravi Nair mediated Peru, Chile (planned)"),
        ("Ravi Nair offered to mediate between Peru and Chile.", "Ravi Nair mediated Peru, Chile (possible)"),
        ("Mali refused to consider talks with Chad.", "Mali negotiated_with Chad (negated)"),
        ("Mali is considering talks with Chad.", "Mali negotiated_with Chad (possible)"),
    ],
)
def test_trying_to_mediate_is_mediating(tell: Tell, text: str, line: str) -> None:
    """Who tries to bring two together mediates; who offers or will do so does not yet; what is refused is not."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chad recognised the former Yugoslav republic of Macedonia.", "Chad recognized North Macedonia"),
        ("UN envoy Aldo Rao arrived in Chad. The Italian diplomat flew to Niger.", "Aldo Rao visited Niger"),
        ("Prime Minister John Major flew home. Major told King Sarr that he had won.", "John Major spoke_with Sarr"),
        ("Mali sought the extradition of General Juan Paz, whom Chad accuses of fraud.", "Chad accused Juan Paz"),
        ("President Rao and King Sarr signed a pact after a week of UN-sponsored talks.", "Rao, Sarr negotiated_with"),
        ("President Rao and King Sarr agreed to meet in three days of talks.", "Rao, Sarr negotiated_with"),
        ("Peru signed an accord with Chile. The treaty won praise from Japan.", "Japan praised Peru, Chile"),
        ("Peru exploded a nuclear device. Chile condemned the test.", "Chile criticized Peru"),
        ("Peru set off a nuclear blast. Chile deplored the explosion.", "Chile criticized Peru"),
    ],
)
def test_who_is_meant(tell: Tell, text: str, line: str) -> None:
    """A former republic, a diplomat called by his land, a family name that is a rank, a test, a treaty are known."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Peru and Chile signed a protocol to their 1993 accord.", "agreed_with"),
        ("An initiative by Mali and Chad failed to resolve the dispute.", "agreed_with"),
        ("Envoys of Mali and Chad continued the mission to resolve the conflict.", "agreed_with"),
        ("President Rao met the Peruvian diplomat.", "visited"),
        ("Major Juan Paz met King Sarr. The Major told King Sarr to go.", "John"),
    ],
)
def test_what_they_do_not_tell(tell: Tell, text: str, wrong: str) -> None:
    """An old accord, a plan for others' dispute and a rank tell no accord and nobody's name."""
    assert not any(wrong in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("King Sarr met Pope John Paul II. Ravi Nair thanked Peru.", "Ravi Nair praised Peru"),
        ('Peru told Chile it must "fully and immediately" release the ship.', "Peru urged Chile"),
        ("Mali's army shelled a post in Chad. Chad asked for an explanation.", "Chad demanded_of Mali"),
        ("In a note to the Chilean embassy, Peru asked for an explanation.", "Peru demanded_of Chile"),
        ("African mediators, headed by Minister Anil Berg, met President Rao.", "Anil Berg met Rao"),
        ("Ravi Nair flew home to act as go-between in talks between Peru and Chile.", "Ravi Nair mediated Peru, Chile"),
        ("Iran's ambassador to Peru left after Peru recalled its own envoy.", "Peru recalled Iran"),
        (
            "The meeting between Ravi Nair and Juan Paz was held at the urging of Peru.",
            "Peru urged Ravi Nair, Juan Paz",
        ),
        ("Chad sent its minister to Lima with a message for President Rao.", "Chad wrote_to Rao"),
        ("King Sarr called the Chilean raid cowardly and urged Chile to stop.", "Sarr criticized Chile"),
        ("Peru pulled out of a meeting with Chilean officials.", "Peru rejected Chile"),
        ("Peru laid the raid at Chile's door.", "Peru accused Chile"),
        ("Peru told Chilean diplomats to pack their bags.", "Peru expelled Chile"),
        ("Chile cleared the export of two frigates to Peru.", "Chile aided Peru"),
        ("Chile described Peru as a reliable neighbour.", "Chile praised Peru"),
    ],
)
def test_what_agencies_say_in_their_own_way(tell: Tell, text: str, line: str) -> None:
    """Turns of phrase of agencies tell who asks, recalls, brands, mediates and sells."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("President Bush gave Saddam Hussein until noon to begin leaving Kuwait.", "visited"),
        ("Juan Paz was given two days to leave Peru.", "visited"),
        ("Peru asked for an explanation of the accounts at the bank.", "demanded_of"),
        ("Peru recalled its own envoy.", "recalled"),
        ("Peru told Chile to pack more fish into each box.", "expelled"),
    ],
)
def test_turns_of_phrase_that_tell_no_such_act(tell: Tell, text: str, wrong: str) -> None:
    """A deadline to leave is no visit, and what names nobody and has no other side is against nobody."""
    assert not any(wrong in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Minister Rao stopped in Peru, where he signed two accords.", "Rao signed_with Peru"),
        ("President Rao arrived in Peru. He signed a trade pact.", "Rao signed_with Peru"),
        ("Chad's army shelled a village in Mali. Chad offered an apology.", "Chad conceded_to Mali"),
        ("King Sarr met visiting Peruvian minister Ravi Nair. Nair handed over two helicopters.", "Ravi Nair aided"),
        ("Peru spoke after Western donors, led by Chad, withheld aid to Mali.", "Chad sanctioned Mali"),
        ("President Rao likened the policy of Chad to piracy.", "Rao criticized Chad"),
    ],
)
def test_what_goes_without_saying_on_a_visit(tell: Tell, text: str, line: str) -> None:
    """A guest signs with his host and gives to him, and an apology is to whom one has wronged."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("President Rao arrived in Peru. He signed the accord on Friday.", "signed_with"),
        ("President Rao met King Sarr. Rao signed a trade pact on Friday.", "signed_with Sarr"),
        ("President Rao returned to Peru. He signed a decree.", "signed_with"),
        ("President Rao arrived in Peru. He signed an accord with Chad.", "signed_with Peru"),
        ("Chad offered an apology.", "conceded_to"),
    ],
)
def test_what_a_guest_signs_may_be_with_others(tell: Tell, text: str, wrong: str) -> None:
    """An accord known from before, a decree, an accord with a third and an apology to nobody are not the host's."""
    assert not any(wrong in told for told in tell(text))
