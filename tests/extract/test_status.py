"""Facts, plans, possibilities and what did not happen are told apart, with who says so."""

from __future__ import annotations

import pytest
from telling import Read, Tell


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Putin met Trump.", "actual"),
        ("Putin has met Trump.", "actual"),
        ("Putin will meet Trump on Friday.", "planned"),
        ("Putin plans to meet Trump.", "planned"),
        ("Putin is expected to meet Trump next week.", "planned"),
        ("Putin agreed to meet Trump.", "planned"),
        ("Putin may meet Trump.", "possible"),
        ("Putin could meet Trump.", "possible"),
        ("Putin is ready to meet Trump.", "possible"),
        ("If Putin meets Trump, Kyiv will not mind.", "possible"),
        ("Putin did not meet Trump.", "negated"),
        ("Putin has never met Trump.", "negated"),
        ("Putin refused to meet Trump.", "negated"),
        ("Putin denied that he met Trump.", "negated"),
        ("The plan was worked out at a meeting between Putin and Trump.", "actual"),
        ("Aides worked towards a meeting between Putin and Trump.", "possible"),
    ],
)
def test_the_words_around_an_act_give_its_status(read: Read, text: str, status: str) -> None:
    """Modals, plans, conditions, negation, refusal and denial reach the act they govern."""
    assert [event.status for event in read(text).events if event.predicate == "met"] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Lavrov praised talks on a treaty between Armenia and Azerbaijan.", "possible"),
        ("Lavrov praised the treaty between Armenia and Azerbaijan.", "actual"),
    ],
)
def test_what_is_talked_about_is_not_there_yet(read: Read, text: str, status: str) -> None:
    """A treaty that talks are on is only possible."""
    assert [event.status for event in read(text).events if event.predicate == "signed_with"] == [status]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Talks between Iran and the United States were cancelled.", "Iran, United States negotiated_with (negated)"),
        ("Putin cancelled a meeting with Trump.", "Vladimir Putin rejected Donald Trump"),
        ("Putin cancelled a meeting with Trump.", "Vladimir Putin met Donald Trump (negated)"),
        ("China called off the talks with Japan.", "China negotiated_with Japan (negated)"),
        ("Xi cancelled a visit to Japan.", "Xi Jinping visited Japan (negated)"),
        ("Xi cut short a visit to Japan.", "Xi Jinping visited Japan"),
        ("Putin refused to meet Trump.", "Vladimir Putin rejected Donald Trump"),
    ],
)
def test_what_is_called_off_did_not_happen(tell: Tell, text: str, line: str) -> None:
    """What is cancelled is negated, and who cancels it rejects the other; what is cut short did happen."""
    assert line in tell(text)


def test_a_demand_is_actual_and_its_content_is_not_told(tell: Tell) -> None:
    """What someone is urged to do has not happened by that."""
    assert tell("Biden urged Israel to withdraw from Gaza.") == ["Joe Biden urged Israel"]


def test_both_sides_of_a_condition_are_no_facts(tell: Tell) -> None:
    """The condition is possible, what would follow is planned."""
    assert tell("If Iran attacks Israel, the United States will attack Iran.") == [
        "Iran attacked Israel (possible)",
        "United States attacked Iran (planned)",
    ]


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        ("Ukraine said Russia attacked Poland.", "Ukraine"),
        ("Macron said that Russia attacked Ukraine.", "Emmanuel Macron"),
        ("Russia attacked Poland.", None),
    ],
)
def test_a_report_of_another_is_told_as_his(read: Read, text: str, claimant: str | None) -> None:
    """What someone says stays actual and is attributed to who says it."""
    (event,) = read(text).events
    assert event.status == "actual"
    assert (event.attributed_to and event.attributed_to.name) == claimant


def test_nobody_is_the_claimant_of_his_own_deed(read: Read) -> None:
    """“I called Xi” needs no attribution to the caller."""
    (event,) = read("“I called Xi on Friday,” Putin said.").events
    assert event.attributed_to is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Merz travels to Ankara on 23 May.", "Friedrich Merz visited Turkey (planned)"),
        ("Merz arrives in Ankara tomorrow.", "Friedrich Merz visited Turkey (planned)"),
        ("Merz is flying to Ankara tonight.", "Friedrich Merz visited Turkey (planned)"),
        ("Merz meets Erdogan on 23 May.", "Friedrich Merz met Recep Tayyip Erdoğan (planned)"),
        ("Merz announced a meeting with Erdogan on 23 May.", "Friedrich Merz met Recep Tayyip Erdoğan (planned)"),
        ("Merz flew to Ankara today.", "Friedrich Merz visited Turkey"),
        ("Merz invited Erdogan to a conference on 23 May.", "Friedrich Merz invited Recep Tayyip Erdoğan"),
    ],
)
def test_what_is_told_of_a_day_to_come_is_planned(tell: Tell, text: str, line: str) -> None:
    """The present tense of a later day announces; the past of one dates something else in the sentence."""
    assert line in tell(text)


def test_no_act_of_the_past_lies_after_the_report(read: Read) -> None:
    """A day after the report dates not the invitation but what one is invited to."""
    (event,) = read("Merz invited Erdogan to a conference on 23 May.").events
    assert (event.date, event.precision) == ("2025-05-19", "week")
