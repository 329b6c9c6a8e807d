"""Whatever bytes a file of any kind holds, reading it gives articles and failures, and raises nothing."""

from __future__ import annotations

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import Failure, read
from kg.articles.compression import COMPRESSED
from kg.articles.kinds import READERS
from kg.model import Article

STARTS = [
    b"",
    b"<rss><channel><item><title>x</title><description>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>",
    b"<html><body><article><p>",
    b"text,date\n",
    b"title\turl\n",
    b'{"text": "',
    b'[{"articles": [',
    b"Subject: =?utf-8?q?",
    b"Content-Type: multipart/mixed; boundary=x\nMIME-Version: 1.0\n\n--x\n",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
    b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n",
    b"PAR1",
    b"PK\x03\x04",
    b"\x1f\x8b\x08\x00",
    b"\x28\xb5\x2f\xfd",
]


@pytest.mark.parametrize("suffix", [*sorted(READERS), *sorted(COMPRESSED), ".unknown"])
@settings(max_examples=40, deadline=None)
@given(
    start=st.sampled_from(STARTS),
    rest=st.binary(max_size=200) | st.text(max_size=80).map(lambda s: s.encode("utf-8", "replace")),
    packed=st.booleans(),
)
def test_any_bytes_under_any_suffix(suffix: str, start: bytes, rest: bytes, packed: bool) -> None:
    """Half of the time what is packed twice, once by its suffix and once not."""
    data = start + rest
    with tempfile.TemporaryDirectory() as folder:
        name = f"a{suffix}.gz" if packed else f"a{suffix}"
        path = Path(folder, name)
        path.write_bytes(gzip.compress(data) if packed else data)
        found = list(read(path))
        assert all(isinstance(item, (Article, Failure)) for item in found)
        assert all("\0" not in item.text and item.file == str(path) for item in found if isinstance(item, Article))
        assert all(item.reason and str(path) in str(item) for item in found if isinstance(item, Failure))
