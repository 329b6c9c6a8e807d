"""Turns the bytes of a file into text, without touching its newlines."""

from __future__ import annotations

import codecs
import re

from kg.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Give the text of a file and notes on what had to be guessed.

    UTF-8 (with or without a byte order mark), UTF-16 and UTF-32 with one, else Windows-1252. Where a few bytes of a
    UTF-8 file are broken, each becomes one U+FFFD. Raises ArticleError for what is no text.

    >>> decode("café".encode("cp1252"))
    ('café', ('not UTF-8: read as Windows-1252',))
    """
    for mark, encoding, label in _MARKS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                if encoding != "utf-8":
                    raise ArticleError(
                        f"begins like {label} but is broken at byte {len(mark) + error.start}.",
                        advice="Save it as UTF-8.",
                    ) from None
                text, notes = _guess(data[len(mark) :])
                return _checked(text), notes
            return _checked(text), ()
    if b"\0" in data:
        raise _binary()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guess(data)


def decode_page(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Give the text of an HTML file, in the encoding that its server or the page declares where it is not UTF-8."""
    found = _DECLARED.search(data[:4096])
    declared = charset or (found[1].decode("ascii", "replace") if found else None)
    if declared and b"\0" not in data:
        try:
            return data.decode("utf-8"), ()
        except UnicodeDecodeError:
            pass
        try:
            return data.decode(declared), ()
        except (LookupError, UnicodeError):
            pass
    return decode(data)


def _guess(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Tell a UTF-8 file with a few broken bytes from one in Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if sum(map(text.count, "“”’‘–—éèüöäñçşığ")) > broken:
        return text, (f"{broken} broken UTF-8 characters replaced",)
    try:
        return data.decode("cp1252"), ("not UTF-8: read as Windows-1252",)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"is neither UTF-8 nor Windows-1252 text (byte {error.start}).", advice="Save it as UTF-8."
        ) from None


def _checked(text: str) -> str:
    if "\0" in text:
        raise _binary()
    return text


def _binary() -> ArticleError:
    return ArticleError("is a binary file (it holds NUL bytes).", advice="Convert it to plain text first.")
