"""Every form of article is read, offsets point into the source, and what is broken does not stop the rest."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles import Failure, frontmatter, read
from kg.articles.decode import decode
from kg.errors import ArticleError
from kg.model import Article


def articles(*sources: str | Path, date: str | None = None) -> list[Article]:
    """Read sources that must all be good."""
    found = list(read(sources, date=date))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def failure(*sources: str | Path) -> str:
    """Read sources that give one failure, and nothing else."""
    (item,) = read(sources)
    assert isinstance(item, Failure)
    return str(item)


def test_front_matter_says_what_the_article_is(tmp_path: Path) -> None:
    """Title, date, source, url and id come from the front matter, and the text is all that follows it, untouched."""
    path = tmp_path / "a.txt"
    body = "\r\n  Putin called Trump.\r\n\r\nThey spoke.  \n"
    head = (
        '---\ntitle: "Say \\"no\\": a report"\nDate: 2025-05-20 # a Tuesday\nsource: \'Wire A\'\nurl: https://e.org/1\n'
    )
    path.write_bytes((head + "id: call-1\ntags:\n  - one\n---\n" + body).encode())
    (article,) = articles(path)
    assert article.text == body
    assert (article.id, article.title, article.published) == ("call-1", 'Say "no": a report', "2025-05-20")
    assert (article.publisher, article.url) == ("Wire A", "https://e.org/1")


def test_a_text_without_front_matter_is_its_own_body(tmp_path: Path) -> None:
    """The id is the file's stem, the text the whole file, the date the one given for undated articles."""
    path = tmp_path / "talks.txt"
    path.write_text("---\nThe talks ended.\n---\nNobody won.", encoding="utf-8")
    (article,) = articles(path, date="2025-05-20")
    assert article.text == path.read_text(encoding="utf-8")
    assert (article.id, article.title, article.published) == ("talks", "", "2025-05-20")


def test_a_date_in_the_article_wins_over_the_date_given(tmp_path: Path) -> None:
    """`date` is only for articles that state none."""
    path = tmp_path / "a.md"
    path.write_text("---\ndate: 2024-01-02\n---\n# Talks end\n\nThey ended.", encoding="utf-8")
    (article,) = articles(path, date="2025-05-20")
    assert (article.published, article.title) == ("2024-01-02", "Talks end")


def test_a_date_given_that_is_none_is_wrong_use() -> None:
    """The error comes at once, before any file is read."""
    with pytest.raises(ArticleError, match="YYYY-MM-DD"):
        read([], date="soon")


def test_a_page_gives_its_article(tmp_path: Path) -> None:
    """Title, date and text come out of the HTML; menus and scripts stay out."""
    path = tmp_path / "page.html"
    paragraphs = "".join(
        f"<p>Minister {n} met the ambassador of Norway in Oslo on Monday to discuss trade.</p>" for n in range(8)
    )
    path.write_text(
        "<html><head><title>Talks in Oslo</title><meta property='article:published_time' content='2025-05-20'>"
        "<meta property='og:site_name' content='Wire A'></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Talks in Oslo</h1>{paragraphs}</article><script>alert('no')</script></body></html>",
        encoding="utf-8",
    )
    (article,) = articles(path)
    assert "Minister 3 met the ambassador" in article.text
    assert "alert" not in article.text
    assert (article.title, article.published, article.publisher) == ("Talks in Oslo", "2025-05-20", "Wire A")


def test_json_and_json_lines_give_an_article_a_row(tmp_path: Path) -> None:
    """Rows take their id from "id", else from the file and the row's number; all the usual keys are known."""
    rows = [
        {"id": 7, "title": "One", "text": "Putin called Trump.", "date": "2025-05-20", "publisher": "Wire A"},
        {"body": "They spoke.", "published": "20 May 2025", "source": {"name": "Wire B"}, "url": "https://e.org/2"},
        {"content": "They met.", "publishedAt": "2025-05-20T10:00:00Z"},
    ]
    lines = tmp_path / "rows.jsonl"
    lines.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")
    whole = tmp_path / "whole.json"
    whole.write_text(json.dumps({"status": "ok", "articles": rows[1:]}), encoding="utf-8")
    found = articles(lines, whole)
    assert [a.id for a in found] == ["7", "rows-2", "rows-3", "whole-1", "whole-2"]
    assert {a.published for a in found} == {"2025-05-20"}
    assert [a.publisher for a in found[:2]] == ["Wire A", "Wire B"]


def test_a_bad_row_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    """Broken JSON, a row that is no object, one without text and one with a bad date name file and line."""
    path = tmp_path / "rows.jsonl"
    path.write_bytes(
        b'{"text": "One."}\n{"text": \n[1]\n{"title": "no text"}\n{"text": "Two.", "date": "soon"}\n'
        b'{"text": "\\u0000"}\n{"text": 5}\n' + b"[" * 100_000 + b'\n{"text": "Last."}'
    )
    found = list(read([path]))
    assert [item.text for item in found if isinstance(item, Article)] == ["One.", "Last."]
    failures = [str(item) for item in found if isinstance(item, Failure)]
    assert [text.split(": ")[0].rsplit(" ", 1)[1] for text in failures] == ["2", "3", "4", "5", "6", "7", "8"]
    assert "broken JSON" in failures[0] and "title" in failures[2] and "YYYY-MM-DD" in failures[3]


def test_a_folder_is_read_in_order_without_its_readme(tmp_path: Path) -> None:
    """Folders are searched through, sorted; hidden files, READMEs and foreign files are left out."""
    for name in [
        "b.txt",
        "a/z.md",
        "a/.hidden.txt",
        ".git/c.txt",
        "README.md",
        "LICENSE.txt",
        "picture.png",
        "a/x.txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("They met.", encoding="utf-8")
    assert [a.id for a in articles(tmp_path)] == ["x", "z", "b"]


def test_patterns_are_expanded_and_no_file_is_read_twice(tmp_path: Path) -> None:
    """A glob may reach into folders, and a file named twice is one article."""
    (tmp_path / "sub").mkdir()
    for name in ["one.txt", "sub/two.txt", "sub/three.md"]:
        (tmp_path / name).write_text("They met.", encoding="utf-8")
    found = articles(tmp_path / "one.txt", str(tmp_path / "**" / "*.txt"), tmp_path / "one.txt")
    assert [a.id for a in found] == ["one", "two"]


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    """Brackets in a file name are no pattern where the file exists."""
    path = tmp_path / "talks [live].txt"
    path.write_text("They met.", encoding="utf-8")
    assert articles(path)[0].id == "talks [live]"


def test_files_of_one_stem_take_their_folders_name(tmp_path: Path) -> None:
    """Two different files never share an id."""
    for name in ["a/talks.txt", "b/talks.txt", "b/talks.html.txt", "b/visit.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("They met.", encoding="utf-8")
    assert [a.id for a in articles(tmp_path)] == ["a/talks", "talks.html", "b/talks", "visit"]


def test_the_same_id_twice_is_a_failure(tmp_path: Path) -> None:
    """An id that two articles state would let one replace the other, so the second is refused, naming the first."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("---\nid: x\n---\nThey met.", encoding="utf-8")
    found = list(read(tmp_path))
    assert isinstance(found[0], Article)
    assert isinstance(found[1], Failure)
    assert "a.txt" in found[1].reason


def test_standard_input_may_be_text_json_or_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """ "-" reads standard input, whatever form it has."""
    forms = {
        b"They met.": "They met.",
        b'{"text": "One."}\n{"text": "Two."}\n': "One.",
        b'[{"text": "One."}]': "One.",
        b'{\n"text": "One."\n}': "One.",
    }
    for data, text in forms.items():
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert articles("-")[0].text == text


@pytest.mark.parametrize(
    ("encoding", "notes"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ()),
        ("utf-16", ()),
        ("utf-32", ()),
        ("cp1252", ("not UTF-8: read as Windows-1252",)),
    ],
)
def test_the_usual_encodings_are_read(tmp_path: Path, encoding: str, notes: tuple[str, ...]) -> None:
    """The text is the same in every encoding, without a byte order mark, and a guess is noted."""
    path = tmp_path / "a.txt"
    text = "“Erdoan” — café\r\nreçu"
    path.write_bytes(text.encode(encoding))
    (article,) = articles(path)
    assert (article.text, article.notes) == (text, notes)


def test_a_few_broken_bytes_do_not_spoil_a_utf8_file(tmp_path: Path) -> None:
    """Each broken byte becomes one replacement character, and the rest stays UTF-8."""
    path = tmp_path / "a.txt"
    path.write_bytes("“Erdoğan” met “Tokayev”".encode() + b" \xff.")
    (article,) = articles(path)
    assert article.text == "“Erdoğan” met “Tokayev” \ufffd."
    assert article.notes == ("1 broken UTF-8 characters replaced",)


def test_what_is_no_article_is_a_failure_with_a_reason(tmp_path: Path) -> None:
    """Each unreadable input names its file and says what is wrong and, where it can, what to do."""
    (tmp_path / "empty.txt").write_bytes(b" \n")
    (tmp_path / "bare.txt").write_bytes(b"---\ntitle: x\n---\n \n")
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "half.txt").write_bytes(b"\xff\xfea")
    (tmp_path / "odd.txt").write_bytes(b"\x81\x8d")
    (tmp_path / "paper.docx").write_bytes(b"PK")
    (tmp_path / "long.txt").write_bytes(b"x" * 5_000_000)
    (tmp_path / "broken.json").write_bytes(b'{\n"text": "x",\n}')
    (tmp_path / "list.json").write_bytes(b"[]")
    (tmp_path / "date.txt").write_bytes(b"---\ndate: 1/2/2025\n---\nThey met.")
    (tmp_path / "menu.html").write_bytes(b"<html><body></body></html>")
    (tmp_path / "none").mkdir()
    reasons = {
        "empty.txt": "is empty",
        "bare.txt": "no text",
        "binary.txt": "binary",
        "half.txt": "UTF-16",
        "odd.txt": "neither UTF-8",
        "paper.docx": "plain text or HTML",
        "long.txt": "Split it",
        "broken.json": "line 3",
        "list.json": "no articles",
        "date.txt": "YYYY-MM-DD",
        "menu.html": "no article text",
        "none": "holds no articles",
        "missing.txt": "no such file",
        "*.nothing": "no file matches",
    }
    for name, reason in reasons.items():
        text = failure(tmp_path / name)
        assert name in text
        assert reason in text
    assert "offline" in failure("https://example.org/a")
    assert "no file name" in failure("a\0b")


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    """The reason of the system is passed on: here, that a link leads to itself."""
    path = tmp_path / "a.txt"
    path.symlink_to(path)
    assert "symbolic links" in failure(path)


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """Failures stand among the articles, in order."""
    (tmp_path / "a.txt").write_bytes(b"\0")
    (tmp_path / "b.txt").write_bytes(b"They met.")
    assert [type(item) for item in read(tmp_path)] == [Failure, Article]


@given(st.text())
def test_front_matter_and_body_are_parts_of_the_text(text: str) -> None:
    """The body is always the end of the text, character for character."""
    for variant in (text, f"---\n{text}", f"---\ntitle: x\n---\n{text}"):
        _, body = frontmatter.split(variant)
        assert variant.endswith(body)
    assert frontmatter.split(f"---\ntitle: x\n---\n{text}") == ({"title": "x"}, text)


@given(st.binary())
def test_any_bytes_are_text_or_an_article_error(data: bytes) -> None:
    """Decoding never fails in another way."""
    try:
        text, _ = decode(data)
    except ArticleError:
        return
    assert "\0" not in text
