"""Reads newsletters saved as e-mail (.eml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr
from typing import BinaryIO

from kg.articles.decode import decode
from kg.articles.fragments import plain_text
from kg.articles.source import Source, whole
from kg.errors import ArticleError
from kg.model import Article

_FLOWED = re.compile(r"(?<=[^\s.!?:;”\"]{2})[ \t]?\r?\n(?=[^\s>*•\-–#|])|(?<=\w,)\r?\n(?=\w)")
"""A newline that only breaks a line of a paragraph, as mail programs do at 72 characters."""
_TOO_SHORT = 200
"""Characters of plain text below which a newsletter says that it can only be read as HTML."""


def read_mail(stream: BinaryIO, source: Source) -> Iterator[Article]:
    """Read a message: subject, date and sender tell of it, its plain text or else its HTML is the text.

    Attachments are left out. The id is the file's name: mail programs save each message once.
    """
    message = BytesParser(policy=policy.default).parsebytes(whole(stream))
    if not message.keys() or not isinstance(message, EmailMessage):
        raise ArticleError("is no e-mail: it has no header lines.", advice="Save the message as .eml.")
    text = _body(message, "plain")
    if len(text.strip()) < _TOO_SHORT:
        rich = plain_text(_body(message, "html"))
        text = rich if len(rich) > len(text) else text
    if not text.strip():
        raise ArticleError("is an e-mail without text.")
    name, address = parseaddr(_header(message, "from"))
    yield source.article(
        _FLOWED.sub(" ", text),
        title=_header(message, "subject"),
        published=_header(message, "date"),
        publisher=name or address.rpartition("@")[2],
        url=_archived(message),
        language=_header(message, "content-language"),
    )


def _body(message: EmailMessage, kind: str) -> str:
    part = message.get_body(preferencelist=(kind,))
    if part is None:
        return ""
    try:
        content = part.get_content()
    except (LookupError, ValueError, AssertionError):  # a character set that does not exist, or broken bytes
        content = part.get_payload(decode=True)
    return decode(content)[0] if isinstance(content, bytes) else str(content)


def _header(message: EmailMessage, name: str) -> str:
    """Give a header on one line, "" where it is missing or cannot be parsed."""
    try:
        return " ".join(str(message.get(name) or "").split())
    except (ValueError, IndexError, AttributeError, TypeError):  # the parser's own faults on broken headers
        return ""


def _archived(message: EmailMessage) -> str | None:
    found = re.search(r"https?://[^\s<>]+", _header(message, "archived-at"))
    return found[0] if found else None
