"""Web archives, mails, PDF and compressed files."""

from __future__ import annotations

import bz2
import gzip
import importlib
import lzma
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest
import zstandard

from kg.articles import Failure, read
from kg.model import Article

PARAGRAPHS = "".join(
    f"<p>Minister {n} met the ambassador of Norway in Oslo on Monday to discuss trade.</p>" for n in range(8)
)
PAGE = (
    "<html lang='en'><head><title>Talks in Oslo</title>"
    "<meta property='article:published_time' content='2025-05-20'></head>"
    f"<body><article><h1>Talks in Oslo</h1>{PARAGRAPHS}</article></body></html>"
)


def record(number: int, content: str, *, kind: str = "text/html", status: str = "200 OK") -> bytes:
    """Write one record of a web archive: the answer of a server."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + content.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0000-{number}>\r\n"
        f"WARC-Target-URI: https://e.org/{number}\r\nWARC-Date: 2025-05-21T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


RECORDS = [
    record(1, PAGE),
    record(2, "no", kind="image/png"),
    record(3, PAGE, status="404 Not Found"),
    record(4, "<html></html>"),
    record(5, "Putin called Trump.", kind="text/plain"),
]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_web_archive_gives_its_pages(tmp_path: Path, name: str) -> None:
    """Pages are read with address and date, pictures and errors passed over, an empty page is a failure."""
    parts = [gzip.compress(part) for part in RECORDS] if name.endswith("gz") else RECORDS
    (tmp_path / name).write_bytes(b"".join(parts))
    page, empty, plain = read(tmp_path / name)
    assert isinstance(page, Article) and isinstance(plain, Article)
    assert (page.id, page.title, page.published) == ("0000-1", "Talks in Oslo", "2025-05-20")
    assert page.url == "https://e.org/1" and "Minister 3 met" in page.text
    assert isinstance(empty, Failure) and "https://e.org/4" in empty.place
    assert (plain.text, plain.published) == ("Putin called Trump.", "2025-05-21")


def test_a_web_archive_that_is_cut_gives_what_it_has(tmp_path: Path) -> None:
    """The pages before the damage are read, and the failure tells that there was more."""
    data = gzip.compress(RECORDS[0]) + gzip.compress(record(6, PAGE * 3))
    (tmp_path / "a.warc.gz").write_bytes(data[:-40])
    found = list(read(tmp_path / "a.warc.gz"))
    assert isinstance(found[0], Article)
    assert isinstance(found[-1], Failure) and "a.warc.gz" in found[-1].place
    (tmp_path / "b.warc").write_bytes(b"no archive")
    assert "b.warc" in str(*read(tmp_path / "b.warc"))


def test_a_newsletter_is_read_from_its_text_or_its_page(tmp_path: Path) -> None:
    """Subject, date and sender tell of it; broken lines are joined; tables and hidden text are not in the way."""
    message = EmailMessage()
    message["Subject"], message["From"] = "Morning — news", "Wire A <news@wire.example>"
    message["Date"] = "Tue, 20 May 2025 06:00:00 +0200"
    message.set_content("Putin called Trump, and the two\nspoke for an hour on Monday.\n\nThey agreed.\n" * 4)
    message.add_attachment(b"\0\1", maintype="image", subtype="png", filename="x.png")
    (tmp_path / "plain.eml").write_bytes(message.as_bytes())
    (article,) = read(tmp_path / "plain.eml")
    assert isinstance(article, Article)
    assert article.text.startswith("Putin called Trump, and the two spoke for an hour on Monday.\n\nThey agreed.")
    assert (article.title, article.published, article.publisher) == ("Morning — news", "2025-05-20", "Wire A")
    message = EmailMessage()
    message["From"] = "news@wire.example"
    message.set_content("See our site.")
    nested = "<table><tr><td>" * 300 + "<p>Putin called<br>Trump.</p>" + "</td></tr></table>" * 300
    message.add_alternative(f"<style>p {{}}</style><div style='display: none'>Preview</div>{nested}", subtype="html")
    (tmp_path / "rich.eml").write_bytes(message.as_bytes())
    (article,) = read(tmp_path / "rich.eml")
    assert isinstance(article, Article)
    assert (article.text, article.publisher) == ("Putin called\n\nTrump.", "wire.example")


def test_a_file_that_is_no_mail_is_a_failure(tmp_path: Path) -> None:
    """No header lines, no text, an unknown character set: a reason or a text, never a traceback."""
    (tmp_path / "a.eml").write_text("\nJust text.", encoding="utf-8")
    (tmp_path / "b.eml").write_text("Subject: x\n\n", encoding="utf-8")
    (tmp_path / "c.eml").write_text(
        "Date: soon\nContent-Type: text/plain; charset=klingon\n\nThey met.", encoding="utf-8"
    )
    (tmp_path / "d.eml").write_text("Content-Type: text/plain; charset=klingon\n\nThey met.", encoding="utf-8")
    assert "no e-mail" in str(*read(tmp_path / "a.eml"))
    assert "without text" in str(*read(tmp_path / "b.eml"))
    assert isinstance(next(read(tmp_path / "c.eml")), Failure | Article)
    assert getattr(next(read(tmp_path / "d.eml")), "text", "") == "They met."


def pdf(*lines: str) -> bytes:
    """Write a PDF of one page by hand."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Title (Joint statement) /CreationDate (D:20250520101500Z) >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 7\n0000000000 65535 f \n%strailer << /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (table, len(out))
    )


def test_a_pdf_gives_text_title_and_date(tmp_path: Path) -> None:
    """Lines of a paragraph are joined, words broken over lines too; a scan and a broken file are failures."""
    (tmp_path / "a.pdf").write_bytes(pdf("Vladimir Putin called Donald Trump on Mon-", "day, the Kremlin said."))
    (article,) = read(tmp_path / "a.pdf")
    assert isinstance(article, Article)
    assert article.text == "Vladimir Putin called Donald Trump on Monday, the Kremlin said."
    assert (article.title, article.published) == ("Joint statement", "2025-05-20")
    (tmp_path / "scan.pdf").write_bytes(pdf())
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 and no more")
    assert "without text" in str(*read(tmp_path / "scan.pdf"))
    assert "no PDF that can be opened" in str(*read(tmp_path / "bad.pdf"))


def test_compression_is_known_by_the_suffix(tmp_path: Path) -> None:
    """A compressed file is what it is unpacked, in a folder too; it is named without its suffixes."""
    text = b"Putin called Trump."
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(text))
    (tmp_path / "b.txt.bz2").write_bytes(bz2.compress(text))
    (tmp_path / "c.txt.xz").write_bytes(lzma.compress(text))
    (tmp_path / "d.txt.zst").write_bytes(zstandard.compress(text))
    with zipfile.ZipFile(tmp_path / "e.jsonl.zip", "w") as archive:
        archive.writestr("inner.jsonl", '{"text": "Putin called Trump."}')
    found = list(read(tmp_path))
    assert [item.id for item in found if isinstance(item, Article)] == ["a", "b", "c", "d", "e-1"]
    assert {item.text for item in found if isinstance(item, Article)} == {text.decode()}


def test_damaged_and_crowded_archives_are_failures(tmp_path: Path) -> None:
    """A cut file says so, and so does an archive of several files."""
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"Putin called Trump." * 99)[:-20])
    (tmp_path / "b.txt.xz").write_bytes(lzma.compress(b"x")[:-5])
    (tmp_path / "c.txt.zip").write_bytes(b"PK no")
    (tmp_path / "e.txt.bz2").write_bytes(b"no")
    (tmp_path / "f.txt.zst").write_bytes(b"no")
    with zipfile.ZipFile(tmp_path / "d.zip", "w") as archive:
        archive.writestr("a.txt", "x")
        archive.writestr("b.txt", "x")
    for name in ("a.txt.gz", "b.txt.xz", "c.txt.zip", "e.txt.bz2", "f.txt.zst"):
        (item,) = read(tmp_path / name)
        assert isinstance(item, Failure) and name in item.place, item
    assert "archive of 2 files" in str(*read(tmp_path / "d.zip"))


@pytest.mark.parametrize(
    ("name", "module", "line"),
    [
        ("a.pdf", "pypdfium2", "pip install 'dragoman[pdf]'"),
        ("a.warc", "fastwarc.warc", "pip install 'dragoman[warc]'"),
        ("a.parquet", "pyarrow.parquet", "pip install 'dragoman[parquet]'"),
        ("a.txt.zst", "zstandard", "pip install 'dragoman[zstd]'"),
    ],
)
def test_a_missing_package_is_named_with_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, module: str, line: str
) -> None:
    """The file is a failure that says what to install."""
    importlib.import_module(module)
    monkeypatch.setitem(sys.modules, module, None)
    (tmp_path / name).write_bytes(b"x")
    assert line in str(*read(tmp_path / name))
