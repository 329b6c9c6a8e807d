"""Splits a text file into its front matter and its body."""

from __future__ import annotations

import re

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_LINE = re.compile(r"([^\r\n]*)(\r\n|\n|\r|\Z)")
_PAIR = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*)|[ \t]*)$")
_MAX_LINES = 200
_ESCAPES = {"\\n": "\n", "\\t": "\t", '\\"': '"', "\\\\": "\\"}


def split(text: str) -> tuple[dict[str, str], str]:
    """Give the front matter as lower-case keys and plain values, and the body exactly as it stands.

    Front matter is what stands between a first line `---` and the next `---` or `...`, each line being `key: value`,
    a comment, a list item or a continuation. A text that does not begin so has none, and is its own body.

    >>> split('---\\ntitle: "Talks end"\\n---\\nThe talks ended.\\n')
    ({'title': 'Talks end'}, 'The talks ended.\\n')
    """
    opening = _OPEN.match(text)
    if not opening:
        return {}, text
    pairs: dict[str, str] = {}
    key = ""
    position = opening.end()
    for _ in range(_MAX_LINES):
        if position >= len(text):
            break
        found = _LINE.match(text, position)
        assert found is not None  # the pattern matches at every position
        line, position = found[1], found.end()
        if line.rstrip() in ("---", "..."):
            return {name: _plain(value) for name, value in pairs.items()}, text[position:]
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if pair := _PAIR.match(line):
            key = pair[1].casefold()
            pairs[key] = (pair[2] or "").strip()
        elif key and line[0] in " \t-":
            pairs[key] = f"{pairs[key].strip('>|')} {line.strip()}".strip()
        else:
            break
    return {}, text


def _plain(value: str) -> str:
    """Take the quotes, escapes and trailing comment off a value."""
    if len(value) > 1 and value[0] == value[-1] == '"':
        return re.sub(r'\\[nt"\\]', lambda escape: _ESCAPES[escape[0]], value[1:-1])
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return re.sub(r"\s+#.*$", "", value).strip()
