"""Which reader reads which kind of file: by its suffix, else by how it begins."""

from __future__ import annotations

import re

from kg.articles.feeds import ROOT, read_feed
from kg.articles.html import read_html
from kg.articles.mails import read_mail
from kg.articles.pdf import read_pdf
from kg.articles.rows import read_json, read_rows
from kg.articles.source import Reader
from kg.articles.tables import read_csv, read_parquet
from kg.articles.texts import read_markdown, read_text
from kg.articles.warc import read_warc

READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".json": read_json,
    ".jsonl": read_rows,
    ".ndjson": read_rows,
    ".rss": read_feed,
    ".atom": read_feed,
    ".rdf": read_feed,
    ".xml": read_feed,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".warc": read_warc,
    ".eml": read_mail,
    ".pdf": read_pdf,
}

_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def reader_for(suffix: str, start: bytes) -> Reader:
    """Give the reader of a file by its suffix, which may be unknown or "", and its first bytes."""
    suffix = suffix.casefold()
    return READERS[suffix] if suffix in READERS else READERS[sniffed(start)]


def sniffed(start: bytes) -> str:
    """Guess the kind of a file, as a suffix, from how it begins.

    >>> sniffed(b'{"text": "Talks"}\\n{"text": "ended"}\\n'), sniffed(b"%PDF-1.7"), sniffed(b"The talks ended.")
    ('.jsonl', '.pdf', '.txt')
    """
    start = start[:8192].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, suffix in ((b"%PDF-", ".pdf"), (b"PAR1", ".parquet"), (b"WARC/", ".warc"), (b"[{", ".json")):
        if start.startswith(mark):
            return suffix
    if ROOT.match(start):
        return ".rss"
    if _PAGE.match(start.decode("latin-1")):
        return ".html"
    if start.startswith(b"{"):
        first, newline, _ = start.partition(b"\n")
        return ".jsonl" if newline and first.rstrip().endswith(b"}") else ".json"
    return ".txt"
