"""Blanks what stands in an article but is not its text: adverts, links, credits, letterheads.

Every rule is about the language of news pages, and works line by line, so that offsets never move.
"""

from __future__ import annotations

import re

_LONGEST = 600
"""A longer line is prose, whatever it begins with."""

_BULLET = r"[\s▶►▸•●*>»|\-–—#\[(]*"
_SITES = (
    r"facebook|twitter|x|whatsapp|telegram|linkedin|reddit|e-?mail|instagram|youtube|threads|bluesky|print|copy link"
)

_LINES: tuple[tuple[str, str], ...] = (
    ("address", r"<?(?:https?://|www\.)\S+>?"),
    ("picture", r"!?\[[^\]]*\]\([^)\s]*\)"),
    (
        "pointer",
        r"(?:read (?:more|also|next|the full \w+)|(?:also|must) read|see (?:also|more)|more (?:on this|from \w[\w ]*)|"
        r"related(?: (?:articles?|stor(?:y|ies)|news|topics?|coverage|content|reading))?|watch(?: (?:live|now|more))?|"
        r"listen(?: (?:now|live))?|video|in (?:pictures|photos|video)|photos|gallery|podcast|don['’]t miss|"
        r"recommended(?: (?:reading|for you))?|you (?:may|might) also like|explore more|further reading|"
        r"opinion|go deeper|what to read next)\s*[:|»→].*",
    ),
    (
        "pointer",
        r"(?:read more|see also|watch the (?:video|full)|click here|tap here|continue reading)\b.{0,120}",
    ),
    (
        "advert",
        r"(?:advertisements?|adverts?|advertising|sponsored(?: content| by .*)?|promoted(?: content)?|ads?|"
        r"paid (?:content|post|for by .*)|(?:story|article|content|report) continues (?:below|after).*|"
        r"skip (?:ad|advert|advertisement|to .*|past .*)|scroll to continue.*|loading\.*|remove ads|"
        r"report (?:this )?ad)\W*",
    ),
    ("share", r"share (?:this|on|via|with|article|story|full article)\b.{0,120}|share\W*"),
    ("share", rf"(?:{_SITES})(?:[\s|·•,/]+(?:{_SITES}))+\W*"),
    (
        "share",
        rf"(?:follow|like|find|join) (?:us|me|@?[\w ]{{1,40}}) on (?:{_SITES}|google news|apple news)\b.{{0,120}}",
    ),
    (
        "subscribe",
        r"(?:subscribe|sign up|log in|sign in|register (?:now|here|for free)|"
        r"already a (?:member|subscriber))\b.{0,200}",
    ),
    (
        "subscribe",
        r"(?:get|receive|join|try|support|download|start|become|enter|stay|never miss|want|donate)\b.{0,160}"
        r"\b(?:newsletters?|briefing|inbox|e-?mail alerts?|(?:our|the) app|free trial|our journalism|subscribers?|"
        r"breaking news alerts?|push notifications?)\b.{0,160}",
    ),
    ("copyright", r"(?:copyright\s+(?:\(c\)|©|\d{4}|by\b)|copyright\W*$|©|\(c\)\s*\d{4}).*"),
    ("copyright", r".{0,200}\ball rights reserved\b.{0,200}"),
    (
        "copyright",
        r"this (?:material|content|article) (?:may|must|can)(?: ?not|n['’]t)? (?:not )?be "
        r"(?:published|reproduced|republished|copied)\b.*",
    ),
    (
        "credit",
        r"(?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written|produced) "
        r"(?:and (?:writing|editing) )?by .*",
    ),
    ("credit", r"with (?:additional )?(?:reporting|inputs?|files|material|agenc(?:y|ies)) (?:by|from|inputs?)\b.*"),
    ("credit", r"our (?:standards|reporter|correspondent)s?\s*:.*"),
    (
        "credit",
        r"(?:photo|image|picture|file photo|photograph|graphic|illustration)s?"
        r"(?: (?:credit|by|courtesy)(?: of)?)?\s*[:/].{0,160}",
    ),
    (
        "credit",
        r"by (?-i:[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]+|de|van|von|al|bin|and)){1,8})(?:, .{0,60}[^.])?",
    ),
    (
        "letterhead",
        r"office of the (?:spokesperson|spokesman|press secretary|press spokesperson|secretary-general)",
    ),
    (
        "letterhead",
        r"(?:for immediate release|media (?:note|advisory|release)|press (?:release|statement|communiqu[eé])|"
        r"fact sheet|notice to the press|unofficial translation|readout)\W*",
    ),
    ("letterhead", r"(?:begin|end|end of) (?:text|statement|quote)\W*|ends?|-\s?30\s?-|#{3,}|(?:\*\s?){3,}"),
    ("furniture", r"(?:\d{1,2}|one|two|three|four|five) min(?:ute)?s? read"),
    (
        "furniture",
        r"(?:(?:last )?updated?|published)\s*:?\s*(?:on |at )?[\w ,.:]{0,20}\d{4}[\s\d:,.|·()+-]*"
        r"(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5})?",
    ),
    ("furniture", r"(?:(?:view|leave a|post a|show|add a) )?comments?(?: \(\d+\))?"),
    ("furniture", r"(?:tags?|topics|filed under)\s*:.{0,200}"),
)

_LINE_RULE = re.compile(
    _BULLET + "(?:" + "|".join(f"(?:{pattern})" for _, pattern in _LINES) + r")[\s\])*_]*", re.IGNORECASE
)
_LIST_HEADING = re.compile(
    _BULLET
    + r"(?:(?:most|more) (?:read|popular|viewed|shared|watched|stories|news)(?: (?:stories|news|articles|now|today))?|"
    r"trending(?: now| stories| news)?|popular(?: now| stories)?|top stories|latest (?:news|stories|headlines)|"
    r"related(?: (?:articles?|stor(?:y|ies)|news|topics?|coverage|content|links|reading))?|"
    r"recommended(?: (?:stories|for you|reading))?|editors?['’]?s? (?:picks?|choice)|you (?:may|might) also like|"
    r"around the web|from the web|more from .{1,40}|in other news|read (?:more|next|also)|also read|see also|"
    r"watch(?: more)?|what to read next)\s*:?\W*",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:\d{1,2}[.):]|[•●▪▶►*\-–—»>])\s*\S")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”’]+")
_CUT = re.compile(r"\[\+\d+ chars\]")
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:to (?:this|the) (?:report|story|article|piece|post)|(?:additional )?reporting)\b", re.IGNORECASE
)
_CREDIT_BRACKET = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written|photo|ap photo|file photo)\b"
    r"[^()\r\n]{0,400}\)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bSt)[.!?][\"”’)]*\s+(?=[\"“‘(]?\w)")
_ROW = re.compile(r"[^\r\n]+")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{2,3})(?=[^\s*_])[^*\r\n]{1,300}?(?<=[^\s*_])(\1)(?![\w*_])")
"""Words in bold or italics, as Markdown marks them."""


def mask(text: str) -> str:
    """Give the text with boilerplate replaced by spaces: same length, same newlines.

    >>> mask("The talks ended.\\nRead more: Who won?\\n© News 2025")
    'The talks ended.\\n                   \\n           '
    """
    spans = sorted(_spans(text))
    if not spans:
        return text
    parts: list[str] = []
    position = 0
    for start, end in spans:
        start = max(start, position)
        if end > start:
            parts += text[position:start], _blank(text[start:end])
            position = end
    return "".join([*parts, text[position:]])


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _spans(text: str) -> list[tuple[int, int]]:
    """Find the spans to blank; they may overlap."""
    spans = [found.span() for found in _ADDRESS.finditer(text)]
    spans += [found.span() for rule in (_CREDIT_BRACKET, _CUT) for found in rule.finditer(text)]
    spans += [found.span(mark) for found in _EMPHASIS.finditer(text) for mark in (1, 2)]
    covered = 0
    for found in _CONTRIBUTED.finditer(text):
        if found.start() >= covered:
            spans.append(_credit_sentence(text, found))
            covered = spans[-1][1]
    rows = [row.span() for row in _ROW.finditer(text)]
    in_list = False
    for index, (start, end) in enumerate(rows):
        line = text[start:end]
        gap = text[rows[index - 1][1] : start] if index else ""
        after_blank = gap.replace("\r\n", "\n").count("\n") > 1 or not line.strip()
        if in_list and _listed(line, after_blank):
            spans.append((start, end))
            continue
        in_list = end - start <= 80 and _LIST_HEADING.fullmatch(line) is not None
        if in_list or (end - start <= _LONGEST and _LINE_RULE.fullmatch(line)):
            spans.append((start, end))
    return spans


def _listed(line: str, after_blank: bool) -> bool:
    """Whether a line goes on the list that a heading such as "MOST READ" opened."""
    if len(line) > 160:
        return False
    if _ITEM.match(line):
        return True
    return not after_blank and not line.rstrip().endswith((".", "!", ".”", '."'))


def _credit_sentence(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Find the sentence "A, B and C contributed to this report", which may end a paragraph."""
    line_start = max(text.rfind("\n", 0, found.start()), text.rfind("\r", 0, found.start())) + 1
    start = max(line_start, found.start() - _LONGEST)
    ends = [end.end() for end in _SENTENCE_END.finditer(text, start, found.start())]
    stops = [stop for mark in ".\n\r" if (stop := text.find(mark, found.end())) >= 0]
    end = min(stops, default=len(text))
    return (ends[-1] if ends else start), end + (text[end : end + 1] == ".")
