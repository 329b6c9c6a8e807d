"""Who is answered, who met and who asked is found in what was told just before, or by who tells of it."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tokayev proposed a conference; Putin supported the idea.", "Vladimir Putin supported Kassym-Jomart Tokayev"),
        ("Macron proposed a summit in Paris. Merz backed the proposal.", "Friedrich Merz supported Emmanuel Macron"),
        ("The United States offered direct talks. Iran rejected the offer.", "Iran rejected United States"),
        ("Egypt asked for more time, but Israel turned down the request.", "Israel rejected Egypt"),
        ("Eritrea asked Ethiopia to withdraw. Ethiopia has flatly refused.", "Ethiopia rejected Eritrea"),
        ("Egypt invited Israel to the conference; Israel declined.", "Israel rejected Egypt"),
        ("The United States sold arms to Taiwan. China strongly condemns it.", "China criticized United States"),
        ("Belarus arrested a Polish journalist. Poland condemns this.", "Poland criticized Belarus"),
    ],
)
def test_an_answer_is_to_what_was_just_told(tell: Tell, text: str, line: str) -> None:
    """The offer, the idea, "it" and a bare refusal answer to who proposed, did or asked it."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Syria proposed talks. Damascus later rejected the idea of a truce.",
        "Rubio met Macron. Asked for a comment, Macron declined.",
        "Syria met Iran in Geneva. Iran condemned it.",
        "Spain praised Turkey. Turkey declined.",
    ],
)
def test_without_a_question_there_is_no_answer(tell: Tell, text: str) -> None:
    """One's own proposal, an encounter and a refusal that nobody's request came before answer nobody."""
    assert not [line for line in tell(text) if " rejected " in line or " criticized " in line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Rubio said that the meeting with Macron had been useful.", "Marco Rubio met Emmanuel Macron"),
        ("The talks with Macron were useful, Rubio said.", "Marco Rubio negotiated_with Emmanuel Macron"),
        ("Iran said that negotiations with Russia had failed.", "Iran negotiated_with Russia"),
        ("Putin says that two years of negotiations with Iran failed.", "Russia negotiated_with Iran"),
        ("Rubio visited Paris. There was also a meeting with Macron.", "Marco Rubio met Emmanuel Macron"),
        ("Rubio will visit Paris. A meeting with Macron is planned.", "Marco Rubio met Emmanuel Macron (planned)"),
        (
            "Rubio will visit Paris. His programme includes a meeting with Macron.",
            "Marco Rubio met Emmanuel Macron (planned)",
        ),
    ],
)
def test_an_encounter_is_of_who_tells_of_it_or_travels(tell: Tell, text: str, line: str) -> None:
    """A meeting told with one side has the other in the speaker or in the visitor of the sentence before."""
    assert line in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "Putin said that any talks with Iran must be fair.",
        "Rubio visited Paris. Merz praised the talks with Macron.",
        "Rubio said that Merz's meeting with Macron had been useful.",
    ],
)
def test_who_only_speaks_of_an_encounter_is_not_there(tell: Tell, text: str) -> None:
    """Talks that need not be, and those of others, are not the speaker's."""
    assert not [line for line in tell(text) if line.startswith(("Vladimir Putin", "Russia", "Marco Rubio met"))]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("At Mali's request, France sent troops.", "Mali urged France"),
        ("France intervened at the request of Mali.", "Mali urged France"),
        ("At the urging of Iran, Iraq closed the border.", "Iran urged Iraq"),
        (
            "Canada sanctioned ten Russian officials, including Sergei Shoigu.",
            "Canada sanctioned Russia, Sergei Shoigu",
        ),
        ("Turkey arrested several leaders, among them Abdullah Ocalan.", "Turkey detained Abdullah Öcalan"),
    ],
)
def test_a_phrase_beside_the_act_names_a_party(tell: Tell, text: str, line: str) -> None:
    """Who asked for an act stands behind "at the request of", who is of a group behind "including"."""
    assert line in tell(text)


def test_no_state_holds_whom_it_was_kidnapped_in(tell: Tell) -> None:
    """The place of an arrest is the state that arrests, the place of a kidnapping is not."""
    assert tell("Sergei Shoigu was kidnapped in Niger.") == []
    assert tell("Sergei Shoigu was arrested in Niger.") == ["Niger detained Sergei Shoigu"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Merz regretted the decision taken by Spain to withdraw from Iraq.", "Spain withdrew_from Iraq"),
        ("Merz welcomed the decision taken by Jordan to expel the Syrian envoy.", "Jordan expelled Syria"),
        ("The EU imposed sanctions on Iran. Hezbollah was also sanctioned.", "European Union sanctioned Hezbollah"),
        ("Turkey arrested Masoud Barzani. Abdullah Ocalan was also detained.", "Turkey detained Abdullah Öcalan"),
    ],
)
def test_a_doer_stands_beside_the_decision_or_in_the_same_act_before(tell: Tell, text: str, line: str) -> None:
    """Who decides to do it does it; "also" repeats the act with its doer."""
    assert any(told.startswith(line) for told in tell(text))


def test_a_bare_passive_repeats_nothing(tell: Tell) -> None:
    """Without "also" a second arrest may be anybody's."""
    assert "Turkey detained Abdullah Öcalan" not in tell("Turkey arrested Barzani. Abdullah Ocalan was detained.")


def test_who_is_called_in_is_handed_a_note(tell: Tell) -> None:
    """A verb of giving that goes on a passive has the receiver as its subject, unless it names another."""
    summons = "The Indian High Commissioner was called to the Ministry of Foreign Affairs of Pakistan and handed "
    assert "Pakistan protested_against India" in tell(summons + "a protest over the firing.")
    assert "Pakistan protested_against India" not in tell(summons + "the minister a protest over the firing.")


def test_who_is_blamed_did_it_however_the_parser_reads_it(tell: Tell) -> None:
    """The parser reads "accused the leaders of attacking" as the leaders of something as often as not."""
    lines = tell("Kuwait accused Iran's highest leaders of attacking Iraq.")
    assert not [line for line in lines if line.startswith("Kuwait attacked")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Turkey set up a relief operation for Somalia.", "Turkey aided Somalia"),
        ("Norway put helicopters at the disposal of Sudan.", "Norway aided Sudan"),
        ("Iran reserves the right to respond to Israel.", "Iran warned Israel"),
        ("The Philippines has sent China sixty notes verbales.", "Philippines wrote_to China"),
    ],
)
def test_what_ministries_write_is_worded(tell: Tell, text: str, line: str) -> None:
    """Relief programmes, what is put at somebody's disposal, rights that are reserved, and notes verbales."""
    assert line in tell(text)
