"""Lines that are noted at once: read again by the next process, and by nobody once they are dropped."""

from __future__ import annotations

from pathlib import Path

from kg.store.noted import Noted


def test_what_was_noted_is_read_by_the_next(tmp_path: Path) -> None:
    """Another list over the same file gives the lines of both, in order."""
    first = Noted(tmp_path / "changes" / "pending")
    assert first.read() == []
    first.add(["a", "b"])
    assert Noted(tmp_path / "changes" / "pending").read() == ["a", "b"], "written at once"
    first.close()
    second = Noted(tmp_path / "changes" / "pending")
    second.add(["c"])
    assert second.read() == ["a", "b", "c"]
    second.drop()
    assert second.read() == []
    assert not (tmp_path / "changes" / "pending").exists()


def test_half_a_line_spoils_no_other(tmp_path: Path) -> None:
    """Where a kill left half a line, the next process begins a new one."""
    (tmp_path / "unlinked").write_text("whole\nhal", encoding="utf-8")
    noted = Noted(tmp_path / "unlinked")
    noted.add(["next"])
    noted.close()
    assert noted.read() == ["whole", "hal", "next"]


def test_without_a_file_lines_live_in_memory() -> None:
    """They are kept until they are dropped."""
    noted = Noted(None)
    noted.add(["a"])
    assert noted.read() == ["a"]
    noted.drop()
    assert noted.read() == []
