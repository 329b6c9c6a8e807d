"""`kg explain` tells why a sentence reads as it does, to people and to programs."""

from __future__ import annotations

import json

from running import Kg


def test_wording_slots_status_and_date_are_told(kg: Kg) -> None:
    """Under the event stand the wording that fired and what filled it."""
    out = kg("explain", "Vladimir Putin will call Donald Trump on Friday.", "--date", "2025-05-20").out
    assert "  Vladimir Putin called Donald Trump   2025-05-23 · planned" in out
    assert "    wording: called: S call O:person, at “call”" in out
    assert "      subject: “Vladimir Putin”, a name of the gazetteer" in out
    assert "      planned, for will" in out
    assert "      date: 2025-05-23 (day), for “on Friday”" in out


def test_silence_has_a_reason(kg: Kg) -> None:
    """A sentence without events says in one sentence why."""
    result = kg("explain", "The weather was nice.")
    assert (result.code, result.err) == (0, "")
    assert "none. No actor was found" in result.out


def test_json_holds_everything(kg: Kg) -> None:
    """--json gives actors, events, firings, misses and the reason of a silence as one object."""
    row = json.loads(kg("explain", "Macron met Modi on Monday.", "--date", "2025-05-20", "--json").out)
    assert set(row) == {"text", "published", "actors", "events", "fired", "misses", "silence"}
    assert [(link["text"], link["actor"]) for link in row["actors"]] == [
        ("Macron", "Emmanuel Macron"),
        ("Modi", "Narendra Modi"),
    ]
    assert row["events"][0]["date"] == row["fired"][0]["date"] == "2025-05-19"
    assert row["silence"] is None


def test_nothing_in_a_sentence_steers_the_terminal(kg: Kg) -> None:
    """Escape sequences and direction marks are made visible in both outputs, and JSON still gives them back."""
    hostile = "\x1b]0;owned\x07President Putin\x9b2J met \u202eTrump\x1b[31m on Monday [bold]x[/bold]."
    for arguments in ([], ["--json"]):
        result = kg("explain", hostile, *arguments)
        assert result.code == 0
        assert not set("\x1b\x07\x9b\u202e") & set(result.out + result.err)
    assert json.loads(kg("explain", hostile, "--json").out)["text"] == hostile


def test_bytes_that_are_no_text_are_no_fault(kg: Kg) -> None:
    """A sentence with a broken character is read like any other."""
    assert "Vladimir Putin met Donald Trump" in kg("explain", "Putin met Trump \udcff.", "--date", "2025-05-20").out
