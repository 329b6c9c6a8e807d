"""Article texts made inert for display: control, bidi and broken characters become visible signs, lengths stay."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

BROKEN = "\N{REPLACEMENT CHARACTER}"
CONTROL_PICTURES = 0x2400
TROUBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]")


def inert(text: str) -> str:
    """Replace each character that steers a display instead of being shown by one visible sign.

    The length stays, so that offsets into the text still hold. Tabs and line breaks are kept.

    >>> inert("a\\x1b[31mb")
    'a␛[31mb'
    >>> inert("\\u202egpj.exe") == BROKEN + "gpj.exe"
    True
    """
    return TROUBLE.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0D or code in (0x2028, 0x2029):
        return "\n"
    if code < 0x20:
        return chr(CONTROL_PICTURES + code)
    return "␡" if code == 0x7F else BROKEN


def web_address(url: str | None) -> str | None:
    """Give back the address if a reader may be sent there: http or https with a host, nothing else.

    >>> web_address("https://example.org/a"), web_address("javascript:alert(1)"), web_address("//example.org")
    ('https://example.org/a', None, None)
    """
    if not url or TROUBLE.search(url) or any(c in url for c in ' \t\r\n"<>\\'):
        return None
    try:
        parts = urlsplit(url)
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None
