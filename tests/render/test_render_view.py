"""From extractions to a view: merging, marks, codes, statuses, the central part."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace

import pytest
from corpora import PUTIN, RUSSIA, TRUMP, UKRAINE, by_lot, small, told

from kg.model import Actor, Article, Event, Extraction, Mention
from kg.render import View, view_from
from kg.render.codes import code_of, flag_of
from kg.render.marks import marks_of
from kg.render.text import inert, web_address
from kg.render.view import Mark, ViewEvent

ARTICLE = Article("a", "", "Title", "2025-05-20", "Wire A", "https://example.org/a")


def event_of(view: View, predicate: str, status: str | None = None) -> ViewEvent:
    wanted = [n for n, known in enumerate(view.predicates) if known.name == predicate]
    return next(event for event in view.events if event.predicate in wanted and status in (None, event.status))


def test_an_occasion_of_two_outlets_is_one_event(small_view: View) -> None:
    """Tellings of the same occasion come together, each with its article, and outlets are counted."""
    event = event_of(small_view, "called")
    assert event.sources == 2
    assert [small_view.articles[telling.article].publisher for telling in event.tellings] == ["Wire A", "Daily B"]


def test_the_same_sentence_of_one_outlet_stands_once() -> None:
    """An outlet that prints the same sentence in two articles is shown with it once; another outlet's stands too."""
    event = told(ARTICLE, "called", TRUMP, PUTIN, "Trump called Putin.", "called")
    copy = replace(ARTICLE, id="b", title="Copy")
    other = replace(ARTICLE, id="c", publisher="Daily B")
    view = view_from([Extraction(article, (event,)) for article in (ARTICLE, copy, other)])
    assert [view.articles[telling.article].id for telling in view.events[0].tellings] == ["a", "c"]
    assert view.events[0].sources == 2


def test_the_order_of_articles_changes_nothing() -> None:
    """Whatever the order of extractions, the view is the same."""
    extractions = list(by_lot(80, 300))
    shuffled = random.Random(1).sample(extractions, len(extractions))
    assert view_from(shuffled) == view_from(extractions)


def test_told_and_denied_is_disputed(small_view: View) -> None:
    """An occasion that one telling reports and another denies is disputed, and counts as actual."""
    event = event_of(small_view, "attacked")
    assert event.disputed and event.status == "actual"
    assert {telling.status for telling in event.tellings} == {"actual", "negated"}
    assert {telling.claimant for telling in event.tellings} == {None, "Russia"}


def test_events_stand_in_time_order_undated_last(small_view: View) -> None:
    """Events are ordered by date; those without one come last."""
    dates = [event.date or "9999" for event in small_view.events]
    assert dates == sorted(dates) and dates[-1] == "9999"


def test_aliases_of_all_articles_come_together() -> None:
    """An actor that two articles name differently has the names of both."""
    other = replace(RUSSIA, aliases=("Russian Federation",))
    first = told(ARTICLE, "attacked", RUSSIA, UKRAINE, "Russia attacked Ukraine.", "attacked")
    second = told(ARTICLE, "urged", other, UKRAINE, "Russia urged Ukraine.", "urged")
    view = view_from([Extraction(ARTICLE, (first, second))])
    russia = next(actor for actor in view.actors if actor.label == "Russia")
    assert russia.aliases == ("Moscow", "Russian Federation", "the Kremlin")


def test_an_unknown_predicate_is_shown_under_its_name() -> None:
    """A predicate that the vocabulary does not know has the class OTHER and its own name."""
    event = told(ARTICLE, "played_chess_with", TRUMP, PUTIN, "They played chess.", "played")
    known = view_from([Extraction(ARTICLE, (event,))]).predicates[0]
    assert (known.label, known.class_, known.score) == ("played chess with", "OTHER", 0.0)


def test_a_joint_event_has_a_pair_for_each_two() -> None:
    """A meeting of three without object has three pairs; one of two subjects and an object has two."""
    mention = Mention("a", 0, 10, "They met.", 5, 8)
    parties = (TRUMP, PUTIN, UKRAINE)
    meeting = Event("met", parties, (), "actual", None, "unknown", None, None, None, (mention,))
    call = Event("called", parties[:2], parties[2:], "actual", None, "unknown", None, None, None, (mention,))
    events = view_from([Extraction(ARTICLE, (meeting, call))]).events
    assert sorted(len(event.pairs) for event in events) == [2, 3]


@pytest.mark.parametrize(
    "sentence,trigger,expected",
    [
        ("Trump called Putin.", "called", ["Trump", "called", "Putin"]),
        ("President Donald Trump called, and Putin told Trump", "called", ["Donald Trump", "called", "Putin", "Trump"]),
        ("Trumpism called Putinism.", "called", ["called"]),
        ("He called.", "called", ["called"]),
        ("The president called President Putin", "called", ["called", "President Putin"]),
    ],
)
def test_marks_stand_on_whole_names(sentence: str, trigger: str, expected: list[str]) -> None:
    """Marks cover the longest whole names, never overlap and leave pronouns alone."""
    event = told(ARTICLE, "called", TRUMP, PUTIN, sentence, trigger)
    marks = marks_of(event.mentions[0], event.subjects, event.objects)
    assert [sentence[mark.start : mark.end] for mark in marks] == expected
    assert all(a.end <= b.start for a, b in itertools.pairwise(marks))


def test_a_trigger_outside_of_the_sentence_is_not_marked() -> None:
    """Offsets that do not fit the sentence mark nothing instead of the wrong words."""
    mention = Mention("a", 100, 110, "Trump met.", 300, 310)
    assert marks_of(mention, (TRUMP,), ()) == (Mark(0, 5, "subject"),)


@pytest.mark.parametrize(
    "actor,code",
    [
        (Actor("United States", "state"), "US"),
        (Actor("Kosovo", "state"), "XK"),
        (Actor("Sergey Lavrov", "person", represents="Russia"), "RU"),
        (Actor("Mark Rutte", "person", represents="NATO"), "NATO"),
        (Actor("European Union", "organisation", ("EU",)), "EU"),
        (Actor("African Union", "organisation"), "AU"),
        (Actor("Hamas", "group"), ""),
        (Actor("Atlantis", "state"), ""),
    ],
)
def test_codes(actor: Actor, code: str) -> None:
    """States have ISO codes, people that of their state or body, organisations acronyms, others none."""
    assert code_of(actor) == code


@pytest.mark.parametrize(
    "actor,flag",
    [
        (Actor("Kosovo", "state"), "XK"),
        (Actor("Sergey Lavrov", "person", represents="Russia"), "RU"),
        (Actor("European Union", "organisation", ("EU",)), "EU"),
        (Actor("African Union", "organisation", ("AU",)), ""),
        (Actor("Moussa Faki", "person", represents="African Union"), ""),
        (Actor("Atlantis", "state"), ""),
    ],
)
def test_flags(actor: Actor, flag: str) -> None:
    """States, the two bodies among the emoji and who stands for them have a flag; the African Union not Australia's."""
    assert flag_of(actor) == flag


def test_central_part_and_what_is_left_out() -> None:
    """A view beyond the limit keeps the highest ranked actors and says what it leaves out."""
    whole = view_from(by_lot(100, 500))
    part = view_from(by_lot(100, 500), most_actors=30)
    kept = {actor.id for actor in part.actors}
    best = sorted(whole.actors, key=lambda actor: (-actor.rank, actor.id))[:30]
    assert kept <= {actor.id for actor in best}
    assert part.left_out.actors == len(whole.actors) - len(part.actors)
    assert part.left_out.events == len(whole.events) - len(part.events)
    assert all(telling.article < len(part.articles) for event in part.events for telling in event.tellings)


def test_inert_texts_keep_their_length() -> None:
    """Making a text inert never moves an offset."""
    text = "a\x00b\u202ec\ud800d\u2028e\x7f\ufefff\r\n"
    assert len(inert(text)) == len(text)
    assert inert("plain “text” مرحبا\t\n👩‍👩‍👧") == "plain “text” مرحبا\t\n👩‍👩‍👧"


@pytest.mark.parametrize(
    "url", ["javascript:x", "data:text/html,x", "https://", "http://[", "ftp://a.org", "https://a b", "https:\\\\a", ""]
)
def test_only_web_addresses_are_links(url: str) -> None:
    """An address that is not plainly http or https with a host is no link."""
    assert web_address(url) is None


def test_small_graph_has_its_offices() -> None:
    """An office that an article states stands with the actor."""
    rubio = next(actor for actor in view_from(small()).actors if actor.label == "Marco Rubio")
    assert rubio.offices == ("Secretary of State, United States",)
