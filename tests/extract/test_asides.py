"""What is put in between, by commas or dashes, takes no event away and adds none."""

from __future__ import annotations

import itertools

import pytest

from kg import Article
from kg.extract import Extractor
from kg.extract.asides import asides
from kg.extract.pipeline import load_pipeline

EXTRACTOR = Extractor()

SENTENCES = (
    "{s} accused {o} of breaking the truce.",
    "{s} called on {o} to lift the state of emergency.",
    "{s} warned {o} not to send troops.",
    "{s} broke off relations with {o} over the affair.",
    "On Monday {s} signed a treaty with {o} on fishing.",
    "Officials said {s} urged {o} to hold fresh elections.",
    "{o} was condemned by {s} for the arrests.",
)
BEHIND_DOER = (
    "which holds the rotating presidency",
    "facing growing pressure at home",
    "like most other countries",
    "for the first time in a decade",
    "in a move that surprised analysts",
    "one of the poorest countries in the world",
    "however",
)
BEHIND_OTHER = (
    "whose members are divided",
    "already weakened by years of drought",
    "at a news conference",
    "long an ally",
)
MARKS = (", {},", " – {} –", " - {} -", " -- {} --")


def told(text: str) -> list[tuple[str, str, str]]:
    """Give who did what to whom."""
    events = EXTRACTOR.extract(Article("a", text, published="2024-05-09")).events
    return [(s.name, e.predicate, o.name) for e in events for s, o in e.dyads()]


def aside(words: str, n: int) -> str:
    """Put words between marks, which a comma or a full stop behind swallows."""
    return MARKS[n % len(MARKS)].format(words)


def tidy(text: str) -> str:
    """Leave out the second mark of an aside where the sentence ends."""
    for mark in (",.", " –.", " -.", " --."):
        text = text.replace(mark, ".")
    return text


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_aside_behind_who_acts_changes_nothing(sentence: str) -> None:
    """The events are those of the sentence without it."""
    plain = told(sentence.format(s="Kenya", o="Peru"))
    assert len(plain) == 1
    for n, words in enumerate(BEHIND_DOER):
        assert told(tidy(sentence.format(s="Kenya" + aside(words, n), o="Peru"))) == plain, words


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_aside_behind_the_other_changes_nothing(sentence: str) -> None:
    """The events are those of the sentence without it."""
    plain = told(sentence.format(s="Kenya", o="the African Union"))
    assert len(plain) == 1
    for n, words in enumerate(BEHIND_OTHER):
        assert told(tidy(sentence.format(s="Kenya", o="the African Union" + aside(words, n)))) == plain, words


def test_two_asides_of_one_sentence() -> None:
    """Each is left out."""
    for first, second in itertools.product(range(4), repeat=2):
        founded, when = aside("which was founded in 1963", first), aside("on the eve of the vote", second)
        text = f"Kenya{founded} asked Peru{when} to wait."
        assert told(text) == [("Kenya", "urged", "Peru")], text


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Rao, who had expelled the Peruvian ambassador, met President Diaz of Chile in Lima.",
            [("Rao", "expelled", "Peru"), ("Rao", "met", "Diaz")],
        ),
        ("Kenya, backed by Chad, attacked Peru.", [("Chad", "supported", "Kenya"), ("Kenya", "attacked", "Peru")]),
        (
            "Kenya – which has accused Chad of spying – urged Peru to help.",
            [("Kenya", "accused", "Chad"), ("Kenya", "urged", "Peru")],
        ),
        (
            "Three countries - Kenya, Chad and Peru - condemned Chile.",
            [("Kenya", "criticized", "Chile"), ("Chad", "criticized", "Chile"), ("Peru", "criticized", "Chile")],
        ),
    ],
)
def test_what_an_aside_tells_is_told_too(text: str, events: list[tuple[str, str, str]]) -> None:
    """Its own events stay, of the one that it stands behind."""
    assert sorted(told(text)) == sorted(events)


@pytest.mark.parametrize(
    "text",
    [
        "Rao met Diaz, Paz, Sarr and Voss in Lima.",
        "Rao met Diaz, and signed a treaty.",
        "Rao left Lima, the capital.",
        "The talks, including those in Lima, went on.",
        "Chad, Peru and Chile, the three largest, met; Kenya, a fourth, was absent.",
        "When Rao left, Diaz stayed, but Paz, who was ill and Voss left.",
    ],
)
def test_lists_and_clauses_are_no_asides(text: str) -> None:
    """Commas that part a list, a clause or the end of a sentence open nothing."""
    doc = load_pipeline()(text)
    found = [doc[a.start : a.end + 1].text for a in asides(doc)]
    assert all(part == ", the three largest," for part in found)


def test_a_hyphen_between_blanks_is_no_part_of_a_name() -> None:
    """It stands for a dash."""
    assert told("Premier Ana Osei - who was ill - thanked Chad for its help.") == [("Ana Osei", "praised", "Chad")]


def test_a_sentence_with_a_dash_is_no_dateline() -> None:
    """ "On Monday, X –" opens the sentence."""
    assert told("On Monday, NATO – whose members are divided – warned Chad.") == [("NATO", "warned", "Chad")]


def test_an_official_may_be_called_like_a_town() -> None:
    """A town of two words behind an office is a name."""
    [event] = told("Chilean Foreign Minister Juan Diaz thanked Chad for its help.")
    assert event == ("Juan Diaz", "praised", "Chad")
