"""Texts of ministries and their briefings: who is meant by an office, whose guests they are, what is only asked."""

from __future__ import annotations

import pytest
from telling import Mentions, Read, Tell


@pytest.mark.parametrize(
    "question",
    ["Does Norway condemn the strikes of Iran on Iraq?", "And has Lavrov met Fidan?", "Will Xi Jinping visit Peru?"],
)
def test_what_is_only_asked_is_not_told(tell: Tell, question: str) -> None:
    """A question that yes or no answers tells no event."""
    assert tell(f"QUESTION: {question}") == []


def test_a_question_that_takes_a_fact_for_granted_tells_it(tell: Tell) -> None:
    """ "Why did X expel Y?" says that X did."""
    assert tell("QUESTION: Why did Norway condemn Iran?") == ["Norway criticized Iran"]


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        (
            "Retno Marsudi met José Albares, Minister of Foreign Affairs, European Union and Cooperation of Spain.",
            "Retno Marsudi met José Albares",
        ),
        (
            "The Secretary of State for Foreign, Commonwealth and Development Affairs of the United Kingdom, David "
            "Lammy, met Lavrov.",
            "David Lammy met Sergey Lavrov",
        ),
        (
            "The Minister of Foreign Affairs, Integration and the Diaspora of Chad, Ali Sene, met Lavrov.",
            "Ali Sene met Sergey Lavrov",
        ),
        ("Retno Marsudi called Hon. Ann Cole MP, Minister for Health of Fiji.", "Retno Marsudi called Ann Cole"),
        ("The letter was handed to Special Envoy Ambassador Ann Cole, who met Lavrov.", "Ann Cole met Sergey Lavrov"),
        (
            "Minister Lavrov, together with his Greek and Cypriot counterparts – Ann Cole and Bo Sene – met Fidan.",
            "Sergey Lavrov, Ann Cole, Bo Sene met Hakan Fidan",
        ),
    ],
)
def test_long_offices_and_letters_of_honour(tell: Tell, sentence: str, line: str) -> None:
    """A portfolio in a list, letters of honour and two titles belong to the name."""
    assert line in tell(sentence)


def test_a_list_of_ministers_is_no_portfolio(mentions: Mentions) -> None:
    """ "of Defence, Foreign Minister X" are two officers."""
    found = [text for text, _ in mentions("He met the Minister of Defence, Foreign Minister Ann Cole and others.")]
    assert found[0] == "Minister of Defence"


@pytest.mark.parametrize(
    ("publisher", "text", "line"),
    [
        (
            "U.S. Department of State",
            "Deputy Secretary Campbell met Lavrov. The Secretary thanked Fidan.",
            "Marco Rubio praised Hakan Fidan",
        ),
        (
            "Ministry of Foreign Affairs of Peru",
            "Minister Ann Cole met Hakan Fidan of Turkey. The Minister thanked the delegation.",
            "Ann Cole praised Turkey",
        ),
    ],
)
def test_who_the_office_and_the_guests_are(read: Read, publisher: str, text: str, line: str) -> None:
    """ "The Secretary" is no deputy, "the delegation" with the own minister is the other side's."""
    told = [f"{e.subjects[0].name} {e.predicate} {e.objects[0].name}" for e in read(text, publisher=publisher).events]
    assert line in told


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("The envoy of Peru paid a courtesy call to Lavrov.", ["Peru met Sergey Lavrov"]),
        (
            "Iran and Iraq exchanged greetings, with Fidan stressing unity.",
            ["Iran, Iraq spoke_with"],
        ),
        ("Lavrov discussed trade in a phone call with Fidan.", ["Sergey Lavrov called Hakan Fidan"]),
        ('"The attacks into Israel are outrageous," Lavrov said.', []),
    ],
)
def test_what_is_told_of_encounters(tell: Tell, sentence: str, lines: list[str]) -> None:
    """Courtesy calls, asides with "with", talks in a call, and acts that somebody suffers."""
    assert tell(sentence) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            'Erdogan sent a letter to Lavrov. "I congratulate you on the holiday," Erdogan said.',
            "Recep Tayyip Erdoğan praised Sergey Lavrov",
        ),
        (
            'Erdogan wrote to Xi Jinping. "On behalf of Turkey I extend condolences to your country," said Erdogan.',
            "Recep Tayyip Erdoğan supported China",
        ),
        (
            "Lavrov met Hakan Fidan, Ann Cole and Bo Sene. The participants condemned Israel.",
            "Sergey Lavrov, Hakan Fidan, Ann Cole, Bo Sene criticized Israel",
        ),
        (
            "Lavrov spoke with Fidan and Ann Cole. He discussed NATO, OSCE and EU activities. They condemned Israel.",
            "Sergey Lavrov, Hakan Fidan, Ann Cole criticized Israel",
        ),
        (
            "Prime Minister Modi called Macron. PM invited Macron to visit India.",
            "Narendra Modi invited Emmanuel Macron",
        ),
        (
            "The Director General of the IAEA, Ambassador Ann Cole, visited Iran.",
            "Ann Cole visited Iran",
        ),
    ],
)
def test_whom_a_letter_and_a_round_of_talks_take_up(tell: Tell, text: str, line: str) -> None:
    """ "You" is whom a letter is for, "they" are those who spoke, not a list before a noun."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("Lavrov said he looked forward to visiting Iran.", ["Sergey Lavrov visited Iran (planned)"]),
        ("Fidan would be happy to meet Lavrov.", ["Hakan Fidan met Sergey Lavrov (possible)"]),
        ("At no point had Fidan met Lavrov.", ["Hakan Fidan met Sergey Lavrov (negated)"]),
        ("Fidan discussed Russia's invasion of Ukraine.", ["Russia attacked Ukraine"]),
        (
            "Highly appreciating the support of Iran, Iraq will send troops to Syria.",
            ["Iraq praised Iran", "Iraq deployed_to Syria (planned)"],
        ),
        ("Lavrov expressed his support towards Iran.", ["Sergey Lavrov supported Iran"]),
    ],
)
def test_what_is_only_looked_forward_to(tell: Tell, sentence: str, lines: list[str]) -> None:
    """What somebody looks forward to is possible; what is discussed as somebody's deed took place."""
    assert tell(sentence) == lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            '"Congratulations to President Xi Jinping on your re-election," Lavrov wrote.',
            "Sergey Lavrov praised Xi Jinping",
        ),
        ('"Warm meeting with Minister Lavrov," Hakan Fidan wrote.', "Hakan Fidan met Sergey Lavrov"),
        ("Lavrov wished Iran and the Iranian people success.", "Sergey Lavrov praised Iran"),
        ("Lavrov felicitated with the people of Iran on the holiday.", "Sergey Lavrov praised Iran"),
        ("Lavrov urged the interim government in Mali to hold talks.", "Sergey Lavrov urged Mali"),
    ],
)
def test_messages_of_courtesy(tell: Tell, text: str, line: str) -> None:
    """Messages leave the verb out, and good wishes are for somebody."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Norway praised the African Union. Norway condemned the attacks.", "Norway criticized African Union"),
        ("On Iran, Lavrov voiced his concern over the crisis.", "Sergey Lavrov criticized Iran"),
        ("Norway is deeply concerned about the famine in Mali.", "Norway criticized Mali"),
        ('"Talks with Iran are under way," Lavrov said.', "Sergey Lavrov negotiated_with Iran"),
    ],
)
def test_who_is_not_meant(tell: Tell, text: str, line: str) -> None:
    """Nobody turns on whom he just praised, on what the sentence is about, or on a land in need."""
    assert line not in tell(text)


def test_an_official_of_another_state_is_not_the_publisher_s(read: Read) -> None:
    """ "Foreign Minister Cole" in a text of the State Department is no American."""
    result = read("Assistant Secretary Carson met Foreign Minister Cole.", publisher="U.S. Department of State")
    assert {(o.person.name, o.represents and o.represents.name) for o in result.offices} == {
        ("Carson", "United States"),
        ("Cole", None),
    }


def test_a_row_of_offices_and_names_is_read_from_its_first(read: Read) -> None:
    """In "ROLE, X, ROLE, Y" each name goes with the office before it."""
    text = (
        "These include: Foreign Minister of Iran, Dr. Ann Cole, Minister of Foreign Affairs of Chad, Bo Sene, Prime "
        "Minister of Fiji, Li Wei, and President of Peru, Eva Bah."
    )
    held = {o.person.name: o.represents.name for o in read(text).offices if o.represents is not None}
    assert held == {"Ann Cole": "Iran", "Bo Sene": "Chad", "Li Wei": "Fiji", "Eva Bah": "Peru"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Minister Fidan talked on the phone with his U.S. and Japanese counterparts Ann Cole and Bo Sene.",
            "Hakan Fidan called Ann Cole, Bo Sene",
        ),
        ("Lavrov met his U.S. and Japanese counterparts.", "Sergey Lavrov met United States, Japan"),
        (
            "Lavrov extended condolences to the Governments of China, France and Mali.",
            "Sergey Lavrov supported China, France, Mali",
        ),
        ("Minister Fidan conveyed Erdogan's congratulations to Xi Jinping.", "Recep Tayyip Erdoğan praised Xi Jinping"),
    ],
)
def test_several_states_and_messages_handed_on(tell: Tell, text: str, line: str) -> None:
    """Offices and governments of several states are all meant; greetings are from whose they are."""
    assert line in tell(text)


@pytest.mark.parametrize(
    ("publisher", "text", "line"),
    [
        (
            "Ministry of Foreign Affairs of Pakistan",
            "Foreign Secretary Ann Cole visited Georgia. She then travelled to Azerbaijan. In Baku, the two sides "
            "reviewed relations.",
            "Pakistan spoke_with Azerbaijan",
        ),
        (
            "Ministry of Foreign Affairs of Serbia",
            "Marko Djuric met Ann Cole. The head of Serbian diplomacy thanked Greece.",
            "Marko Đurić praised Greece",
        ),
    ],
)
def test_the_sides_at_a_place_and_the_head_of_diplomacy(read: Read, publisher: str, text: str, line: str) -> None:
    """ "In Baku, the two sides" are guest and host; a head of diplomacy is a foreign minister."""
    told = [
        f"{e.subjects[0].name} {e.predicate} {(e.objects or e.subjects[1:])[0].name}"
        for e in read(text, publisher=publisher).events
    ]
    assert line in told


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Lavrov shared with Fidan his concerns about trade.", "Sergey Lavrov criticized Hakan Fidan"),
        (
            "At the initiative of President Xi Jinping, Lavrov took part in a meeting.",
            "Sergey Lavrov seized Xi Jinping",
        ),
        ("Macron called Lavrov. The French strongly condemned the provocation.", "France criticized Sergey Lavrov"),
        ("Lavrov talked with regard to Iran.", "Sergey Lavrov spoke_with Iran"),
    ],
)
def test_what_is_done_to_nobody_named(tell: Tell, text: str, line: str) -> None:
    """What is shared with somebody, and what is condemned in a talk with somebody, is not against him."""
    assert line not in tell(text)


@pytest.mark.parametrize(
    ("publisher", "text", "line"),
    [
        (
            "U.S. Department of State",
            "Secretary Rubio met with Minister Hakan Fidan. The Secretary thanked the Foreign Minister.",
            "Marco Rubio praised Hakan Fidan",
        ),
        (
            "U.S. Department of State",
            "Secretary Rubio met Foreign Minister Lavrov of Russia. He spoke on issues, including Iran and Iraq. They "
            "agreed to trade.",
            "Marco Rubio agreed_with Sergey Lavrov",
        ),
        (
            "U.S. Department of State",
            "MR. ABBEY: We urge Iran to talk.\n\nQUESTION: On Chad?\n\nMR. ABBEY: We thank Chad.",
            "United States urged Iran",
        ),
        (
            "Ministry of Foreign Affairs of Ghana",
            "The Ministry wishes to inform the public that Minister Ann Cole will visit Mali.",
            "Ann Cole visited Mali",
        ),
    ],
)
def test_who_talks_in_the_text_of_an_office(read: Read, publisher: str, text: str, line: str) -> None:
    """The foreign minister named is meant, "they" are who talked, and who briefs speaks for the state."""
    told = {
        f"{e.subjects[0].name} {e.predicate} {(e.objects or e.subjects[1:])[0].name}": e.status
        for e in read(text, publisher=publisher).events
    }
    assert line in told
    assert told[line] != "possible"


def test_gratitude_for_a_gesture_is_to_whose_it_was(tell: Tell) -> None:
    """ "This gesture" is that of the other side, "the work" of nobody."""
    text = "Mexico aided Peru. The Peruvian Foreign Minister expressed gratitude for {} ."
    assert "Peru praised Mexico" in tell(text.format("this gesture"))
    assert "Peru praised Mexico" not in tell(text.format("the work of nurses"))


def test_what_is_demanded_from_somebody(tell: Tell) -> None:
    """An investigation is demanded of whom it is demanded from; who fights an invasion attacks nobody."""
    assert tell("Peru demands an investigation from the Egyptian authorities.") == ["Peru demanded_of Egypt"]
    assert "Ukraine attacked Russia" not in tell("Ukraine is fighting the Russian invasion.")
