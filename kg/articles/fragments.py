"""Turns a piece of HTML, as feeds, newsletters and news services give it, into plain text."""

from __future__ import annotations

import re
from typing import Any

_MARKUP = re.compile(
    r"<(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|table|figure|blockquote|img)\b[^<>]{0,400}>", re.I
)
_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav "
    "ol p pre section table td th tr ul".split()
)
_SILENT = frozenset("script style head template noscript title".split())


def plain_text(text: str) -> str:
    """Give a text without its markup, a line for each block; a text without markup as it stands.

    >>> plain_text("<p>The talks <b>ended</b>.</p><p>Nobody&nbsp;won &amp; all left.</p>")
    'The talks ended.\\n\\nNobody won & all left.'
    """
    if not _MARKUP.search(text):
        return text
    from lxml import html

    parts: list[str] = []
    try:
        root = html.fragment_fromstring(text, create_parent="div", parser=html.HTMLParser(huge_tree=True))
    except (ValueError, html.etree.LxmlError):  # control characters, or nothing that can be parsed
        return re.sub(r"<[^<>]{0,400}>", " ", text)
    # Written without recursion: mails nest tables deeper than Python's stack.
    pending: list[Any] = [root]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        element = item
        tag = element.tag if isinstance(element.tag, str) else ""
        edge = "\n\n" if tag in _BLOCKS else ""
        after: list[Any] = []
        if tag and tag not in _SILENT and "display:none" not in (element.get("style") or "").replace(" ", ""):
            after = [edge, re.sub(r"\s+", " ", element.text or "")]
            for child in element:
                after += [child, re.sub(r"\s+", " ", child.tail or "")]
            after.append(edge)
        pending.extend(reversed(after))
    lines = [" ".join(line.split()) for line in "".join(parts).split("\n")]
    return re.sub(r"\n{2,}", "\n\n", "\n".join(lines)).strip()
