"""Boilerplate is blanked, the article is not, and no offset moves."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import mask, read
from kg.model import Article

BLANKED = [
    "https://www.example.org/ads/summer-cruises",
    "READ MORE: How Hormuz became the world's most watched waterway",
    "Read more: Who is it? https://www.example.org/profiles/x",
    "▶ WATCH: Families wait at the border",
    "Related: Five charts on trade",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Share this article: Facebook | X | WhatsApp",
    "Facebook | X | WhatsApp",
    "Subscribe from €1 a week: https://www.example.org/subscribe",
    "Get the morning briefing: https://www.example.org/newsletters/morning",
    "Sign up for our newsletter",
    "Follow us on Telegram",
    "© Portal G 2019",
    "Copyright © 2025, Example Audio. All rights reserved.",
    "(c) 2024 Example News",
    "Example News' Ada Byron, Grace M. Hopper and Alan Turing contributed to this report.",
    "(Reporting by Ada Byron in Paris; Editing by Alan Turing)",
    "Additional reporting by Ada Byron",
    "By Ada Byron and Alan Turing",
    "Photo: Ada Byron/Example",
    "Office of the Spokesperson",
    "FOR IMMEDIATE RELEASE",
    "Begin text:",
    "End text.",
    "###",
    "5 min read",
    "Updated: 20 May 2025, 10:30",
    "[![Advert](https://example.org/a.png)",
]

KEPT = [
    "Britain summoned Iran's chargé d'affaires on Saturday.",
    "By nightfall it was over.",
    "By Wednesday, Putin had called Trump twice.",
    "Related talks between the two ministers collapsed on Friday.",
    "Copyright talks between China and the United States collapsed.",
    "The White House shared the letter with Congress.",
    "Share prices fell after Trump threatened China.",
    "Published in 2019, the report accuses Iran of arming the Houthis.",
    "Office of the Spokesperson staff met Lavrov.",
    "Join us, Zelenskyy urged the allies on Monday.",
    "Starmer called for an end to the fighting.",
    "Watching from Doha, the emir called Rubio.",
    "The below is attributable to Spokesperson Ned Price:",
    "(LONDON) — President Donald Trump held a phone call with Vladimir Putin.",
    "Antony J. Blinken, Secretary of State",
    "• 23 July: Bangkok recalls its ambassador from Phnom Penh.",
    "Question: And his offer to mediate on Kashmir?",
    "Slovenia to recognise Palestine on Thursday, PM Golob says",
]


@pytest.mark.parametrize("line", BLANKED)
def test_a_line_of_boilerplate_is_blanked(line: str) -> None:
    """Adverts, pointers, credits and letterheads disappear between two paragraphs that stay."""
    text = f"The talks ended.\n\n{line}\n\nThe ministers left."
    masked = mask(text)
    assert masked.split() == "The talks ended. The ministers left.".split()
    assert len(masked) == len(text)


@pytest.mark.parametrize("line", KEPT)
def test_a_line_of_news_is_kept(line: str) -> None:
    """A sentence that only begins like boilerplate stays as it is."""
    assert mask(line) == line


def test_a_list_of_links_goes_with_its_heading() -> None:
    """What follows "MOST READ" in its block is blanked, and the next paragraph is not."""
    text = "Iran left.\n\nMOST READ\n1. Storm shuts airports\n2. Putin calls Trump\n\nIraq stayed."
    assert mask(text).split() == ["Iran", "left.", "Iraq", "stayed."]


def test_a_list_heading_over_a_paragraph_takes_only_itself() -> None:
    """Where a paragraph stands under the heading, the paragraph is the article's."""
    text = "Trending\n\nPutin called Trump on Monday.\nThey spoke for two hours."
    assert mask(text) == text.replace("Trending", " " * 8)


def test_an_address_inside_a_sentence_goes_and_the_sentence_stays() -> None:
    """Only the address is blanked, so that the sentence can still be read."""
    text = "Sybiha wrote on X https://x.example/1 that the talks had failed."
    assert mask(text) == text.replace("https://x.example/1", " " * 19)


def test_a_credit_at_the_end_of_a_paragraph_takes_only_its_sentence() -> None:
    """The paragraph before the credit stays."""
    text = "Hundreds died. J. D. Byron contributed to this report."
    assert mask(text).rstrip() == "Hundreds died."


def test_the_seed_article_keeps_its_text_and_loses_its_adverts(seeds: Path) -> None:
    """Of the seed article, the addresses, the credit and the copyright line are blanked, and nothing else."""
    (article,) = read(seeds / "trump-putin-call.txt")
    assert isinstance(article, Article)
    lost = [a for a, b in zip(article.text.splitlines(), article.readable.splitlines(), strict=True) if a != b]
    assert [line.split("/")[2] for line in lost if line.startswith("http")] == [
        "www.heart.org",
        "www.sissyslogcabin.com",
        "webuildpower.com",
        "whitehallar.org",
        "www.fbtbank.com",
    ]
    assert [line[:9] for line in lost if not line.startswith("http")] == ["ABC News’", "Copyright"]


LINES = st.one_of(st.text(), st.sampled_from([*BLANKED, *KEPT, "MOST READ", "1. Storm", "", "\r", "\x0b", "\u2028"]))


@given(st.lists(LINES).map("\n".join))
def test_any_text_keeps_its_length_and_its_newlines(text: str) -> None:
    """Every character stays or becomes a space, and newlines stay, whatever the text is."""
    masked = mask(text)
    assert len(masked) == len(text)
    assert all(b in (a, " ") for a, b in zip(text, masked, strict=True))
    assert re.findall(r"[\r\n]", masked) == re.findall(r"[\r\n]", text)


@pytest.mark.parametrize("piece", ["a", "[(", "By A ", "get x ", "http://", "contributed to this report ", "A. b "])
def test_a_line_of_a_million_characters_is_masked(piece: str) -> None:
    """No pattern runs away on one endless line."""
    text = piece * (1_000_000 // len(piece))
    assert len(mask(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("**Putin** met *Trump*.", "  Putin   met  Trump ."),
        ("__Iran__ and ***Iraq***.", "  Iran   and    Iraq   ."),
        ("5 * 3 * 2, a footnote* and snake__case__name", "5 * 3 * 2, a footnote* and snake__case__name"),
    ],
)
def test_marks_of_bold_and_italics_are_blanked_and_the_words_stay(text: str, masked: str) -> None:
    """A pair of marks around words goes, a lone star or one inside a word stays."""
    assert mask(text) == masked
