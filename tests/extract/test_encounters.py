"""Talks, visits, meetings, calls and letters are told in many ways, with their parties at any place of the sentence."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "After talks in Paris, Presidents Alpha Bah and Omar Sow said that the border would open.",
            "Alpha Bah, Omar Sow negotiated_with",
        ),
        ("During their telephone conversation, Sergei Lavrov and John Kerry urged calm.", "called"),
        ("At their meeting in Rome, Sergei Lavrov and John Kerry discussed Syria.", "met"),
        ("In talks today Sergei Lavrov and John Kerry said that the truce would hold.", "negotiated_with"),
    ],
)
def test_two_who_speak_beside_a_meeting_held_it(tell: Tell, text: str, line: str) -> None:
    """A meeting that names nobody is that of the two who do something after it or in it."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    "text",
    [
        "After talks between Iran and Iraq, Sergei Lavrov and John Kerry voiced hope.",
        "After the talks, France and Germany urged Iran to sign.",
        "After talks with officials, Sergei Lavrov and John Kerry left.",
        "Before any talks, Sergei Lavrov and John Kerry want a truce.",
    ],
)
def test_the_talks_of_others_are_not_theirs(tell: Tell, text: str) -> None:
    """Whose talks they are may be said, or left open."""
    told = [line for line in tell(text) if "negotiated_with" in line or " met" in line]
    assert not [line for line in told if "Lavrov" in line or "France" in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Negotiations on an election pact between Ghana and Togo have collapsed.",
            "Ghana, Togo negotiated_with",
        ),
        ("Contacts were held on eight occasions between Ghana and Togo.", "Ghana, Togo spoke_with"),
        ("Ghana wants direct talks with Togo.", "Ghana negotiated_with Togo (possible)"),
        ("Ghana said it was ready for talks with Togo.", "Ghana negotiated_with Togo (possible)"),
    ],
)
def test_whose_talks_they_are_stands_farther_on(tell: Tell, text: str, line: str) -> None:
    """Behind what they are about, behind when they were, or in who wants them."""
    told = tell(text)
    assert any(t.startswith(line) for t in told)
    assert not [t for t in told if t.endswith("signed_with")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("President Lech Walesa arrived from a visit to Ukraine on Monday.", "Lech Wałęsa visited Ukraine"),
        ("President Lech Walesa is in Moscow at the invitation of the Duma.", "Lech Wałęsa visited Russia"),
        ("President Lech Walesa was in Moscow last week.", "Lech Wałęsa visited Russia"),
        ("President Lech Walesa spent two days in Ukraine.", "Lech Wałęsa visited Ukraine"),
        ("Upon his arrival in Ukraine, President Lech Walesa was met by soldiers.", "Lech Wałęsa visited Ukraine"),
        (
            "Within the framework of his visit to Ukraine, President Lech Walesa saw a dam.",
            "Lech Wałęsa visited Ukraine",
        ),
    ],
)
def test_a_visit_is_told_by_coming_back_and_by_being_there(tell: Tell, text: str, line: str) -> None:
    """Who comes from a visit made it, and an official who is abroad is on one."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Lech Walesa was in Poland last week.",
        "The singer Anna Nowak was in Ukraine last week.",
        "President Lech Walesa spent three years in prison in Ukraine.",
    ],
)
def test_not_all_who_are_somewhere_visit_it(tell: Tell, text: str) -> None:
    """One's own state, a private stay and a prison are no visits."""
    assert not [line for line in tell(text) if " visited " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "President Omar Sow received today in Dakar the Foreign Minister of Chad, Alpha Bah.",
            "Omar Sow hosted Alpha Bah",
        ),
        ("President Omar Sow received at the palace Foreign Minister Alpha Bah.", "Omar Sow hosted Alpha Bah"),
        (
            "President Omar Sow received at his residence Alpha Bah, Foreign Minister of Chad.",
            "Omar Sow hosted Alpha Bah",
        ),
        ("Foreign Minister Alpha Bah was the guest of President Omar Sow.", "Omar Sow hosted Alpha Bah"),
        ("President Omar Sow received a Chadian delegation led by the speaker.", "Omar Sow hosted Chad"),
        ("Joining President Omar Sow on the call was Prime Minister Alpha Bah.", "Alpha Bah called Omar Sow"),
        ("President Omar Sow was joined on the call by President Alpha Bah.", "Alpha Bah called Omar Sow"),
        ("President Omar Sow called to congratulate President Alpha Bah.", "Omar Sow called Alpha Bah"),
    ],
)
def test_whom_somebody_meets_stands_anywhere(tell: Tell, text: str, line: str) -> None:
    """Behind the place, before the verb, or in a passive."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "In a message from Rome to President Omar Sow, President Alpha Bah says that he will come.",
            "Alpha Bah wrote_to Omar Sow",
        ),
        (
            "President Omar Sow received a message of congratulations from President Alpha Bah.",
            "Alpha Bah wrote_to Omar Sow",
        ),
        ("President Omar Sow accepted President Alpha Bah's invitation.", "Alpha Bah invited Omar Sow"),
        (
            "President Omar Sow received an invitation to visit Ghana from President Alpha Bah.",
            "Alpha Bah invited Omar Sow",
        ),
    ],
)
def test_whose_letter_it_is_may_stand_far_from_it(tell: Tell, text: str, line: str) -> None:
    """Its author, not where it comes from."""
    assert line in tell(text)


def test_a_headline_capitalises_its_nouns(tell: Tell) -> None:
    """ "Call" with a capital is a name in a sentence, and a call in a headline."""
    assert [t for t in tell("Readout of President Omar Sow's Call with President Alpha Bah") if " called " in t]
    assert not [t for t in tell("The Paris Call with President Alpha Bah was signed by experts.") if " called " in t]


def test_colleagues_who_attend_a_meeting_do_not_meet_there(tell: Tell) -> None:
    """ "Attended the meeting" tells of two states' people only."""
    text = "French Foreign Minister {} and {} Defence Minister {} attended the meeting."
    assert not [t for t in tell(text.format("Jean Blanc", "French", "Luc Noir")) if " met" in t]
    assert [t for t in tell(text.format("Jean Blanc", "Spanish", "Jose Verde")) if " met" in t]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("George W. Bush met with, among others, the President of Russia.", "George W. Bush met Dmitry Medvedev"),
        (
            "Alpha Bah held talks with Olaf Scholz, Chancellor of Germany; Mark Rutte, Prime Minister of the "
            "Netherlands; and Pedro Sánchez, Prime Minister of Spain.",
            "Alpha Bah negotiated_with Olaf Scholz, Mark Rutte, Pedro Sánchez",
        ),
        (
            "Li Peng met with a delegation from the Association for Exchanges, led by Giulio Andreotti, on Monday.",
            "Li Peng met Giulio Andreotti",
        ),
        (
            "Ricardo Lagos spoke. After the meeting with President Lagos, Tang Jiaxuan left.",
            "Tang Jiaxuan met Ricardo Lagos",
        ),
        ("Barack Obama has meetings scheduled with Manmohan Singh.", "Barack Obama met Manmohan Singh (planned)"),
    ],
)
def test_lists_leaders_and_names_of_towns(tell: Tell, text: str, line: str) -> None:
    """Whoever stands in a list, leads a delegation or is called like a town is met in person."""
    assert line in tell(text, date="2008-12-01" if "Bush" in text else "2023-05-19")


def test_here_is_where_the_dateline_says(tell: Tell) -> None:
    """ "Here" in a wire report is the place of its dateline, and nowhere without one."""
    text = "Trade will grow, said Chinese President Jiang Zemin upon arrival here on a state visit."
    assert "Jiang Zemin visited India" in tell(f"NEW DELHI (Nov. 28) WIRE - {text}")
    assert not [t for t in tell(text) if " visited " in t]


def test_the_minister_stays_the_same_one(tell: Tell) -> None:
    """ "The minister" is who acted first, though another has been named since."""
    text = (
        "Foreign Minister Alpha Bah received Ambassador Juma Abdi. The Foreign Minister hoped that Foreign Minister "
        "Omar Sow would come. Juma Abdi thanked the Foreign Minister."
    )
    assert "Juma Abdi praised Alpha Bah" in tell(text)


def test_one_of_many_presidents_is_not_the_state(tell: Tell) -> None:
    """The first visit by a Chinese president is none of China's."""
    assert not tell("It is the first visit to India by a Chinese president in ten years.")


def test_an_invitation_for_somebody_to_come_is_no_visit_yet(tell: Tell) -> None:
    """What an invitation is for is only possible."""
    told = tell("The talk addressed an invitation for Mauricio Macri to visit the United States in April.")
    assert told == ["Mauricio Macri visited United States (possible)"]


def test_a_name_with_a_title_is_that_of_who_held_the_office_then(tell: Tell) -> None:
    """Of two presidents of one name the day says which."""
    assert "George H. W. Bush met Mikhail Gorbachev" in tell(
        "President Bush met President Gorbachev.", date="1990-02-28"
    )


def test_a_body_does_not_meet_what_it_belongs_to(tell: Tell) -> None:
    """An assembly's meeting of the body is no meeting of two."""
    assert not tell("He spoke at the General Assembly meeting of the United Nations.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Darawa said he also met Foreign Minister Farouk al-Sharaa.", "Darawa met Farouk al-Sharaa"),
        (
            "Foreign Minister Alpha Bah met with his counterpart from Niger, Omar Sow.",
            "Alpha Bah met Omar Sow",
        ),
        (
            "Alpha Bah met with Slovak Minister of Foreign and European Affairs Rastislav Novak in Rome.",
            "Alpha Bah met Rastislav Novak",
        ),
        ("After meeting with Alpha Bah, Omar Sow told reporters that he was pleased.", "Omar Sow met Alpha Bah"),
    ],
)
def test_who_is_met_is_one_person(tell: Tell, text: str, line: str) -> None:
    """Named by one word, behind a home, or behind a long office, and met where the gerund says only when."""
    told = [t for t in tell(text) if " met " in t]
    assert told == [line]


def test_an_agency_that_says_something_is_no_person(tell: Tell) -> None:
    """ "He" in what a news agency says is somebody else."""
    assert not tell("Interfax said he arrived in Moscow.")


def test_who_is_a_party_mediates_nothing(tell: Tell) -> None:
    """A minister of one of the two ends the dispute, and stands between nobody."""
    text = "Azerbaijani Foreign Minister Gasan Gasanov {} the dispute between {} and Armenia."
    assert not [t for t in tell(text.format("settled", "Azerbaijan")) if " mediated " in t]
    assert [t for t in tell(text.format("settled", "Georgia")) if " mediated " in t]


def test_those_invited_to_meet_somebody_do_not_talk_among_themselves(tell: Tell) -> None:
    """What two are called to a meeting for is talked of with whoever called them."""
    told = tell("Alpha Bah and Omar Sow were called to a meeting with Kofi Annan to discuss the truce.")
    assert not [t for t in told if t.startswith("Alpha Bah, Omar Sow spoke_with")]


def test_a_dateline_names_its_state_behind_the_town(tell: Tell) -> None:
    """A town that nobody knows is where its dateline says."""
    text = "SAN PEDRO DE LAS LOMAS, Mexico (AP) - Talks between the government and Mayan rebels resumed Sunday."
    assert any("Mexico, Mayan rebels negotiated_with" in t for t in tell(text))
