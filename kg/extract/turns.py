"""Layout that precedes grammar: datelines of wire reports and the speaker turns of transcripts."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from typing import NamedTuple


class Dateline(NamedTuple):
    """The prefix of a report; text[start:end] runs from the place to the last blank before the first sentence."""

    start: int
    end: int
    place: str
    date: str | None


class Turn(NamedTuple):
    """One labelled turn of a transcript; text[start:label_end] is the label, text[said:end] what is said.

    Paragraphs without a label that follow belong to the turn.
    """

    start: int
    label_end: int
    said: int
    end: int
    label: str
    is_question: bool


_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATELINE = re.compile(
    r"^[^\S\n]*(?P<open>\()?(?P<place>[^\W\d_][\w.'’\-]*(?:[ /,]{1,2}[^\W\d_][\w.'’\-]*){0,6}?)(?P<close>\))?"
    rf"(?:,?\s(?P<date>(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?|\d{{4}}-\d\d-\d\d))?"
    r"(?P<agency>,?\s\([^()\n]{2,40}\)|(?(date)[,.]?\s[A-Z]{2,12}(?=\s*(?:—|–|--|\s-\s))))?"
    r"(?P<dash>\s*(?:—|–|--|_)\s*|\s[-|]\s+|:\s+|(?<=\))\s+)(?=\S)",
    re.MULTILINE,
)
_PLACE_ALONE = re.compile(
    r"^[^\S\n]*(?P<place>[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,2}),\s(?=(?:The|His|Her|H\.E\.|H\.R\.H\.) )",
    re.MULTILINE,
)
"""A place before a sentence that begins with a capital all the same: "New York, The Minister met"."""
_LINES_WITH_DATELINE = 6
_LONGEST_HEADING = 200
"""Characters of a line that may stand before the dateline; longer ones are the report itself."""
_AGENCY = re.compile(r"[A-Z]{2,5}$")
_WIRE = re.compile(r"\([A-Z]{2,6}\)$")
_DAY_OR_MONTH = re.compile(rf"(?:\w+day|{_MONTH})\b")
_BARE_PLACE = 2
"""Words of a place that stands alone before a double dash."""


def dateline(text: str) -> Dateline | None:
    """Find the dateline among the first lines of an article.

    >>> dateline("ISTANBUL, July 22 (Wire A) — Russia signed.")
    Dateline(start=0, end=29, place='ISTANBUL', date='July 22')
    >>> dateline("THE HAGUE, Netherlands (Wire)_ The court ruled.").place
    'THE HAGUE, Netherlands'
    >>> dateline("GENEVA, Feb 23 (Wire) Talks began.").place, dateline("Nato (the alliance) said.")
    ('GENEVA', None)
    >>> dateline("New York, The Minister met Mr. Rao.").place, dateline("New Delhi (WIRE): Talks began.").place
    ('New York', 'New Delhi')
    >>> dateline("Russia signed — at last — an accord.") is None
    True
    """
    lines = 0
    position = 0
    while position < len(text) and lines < _LINES_WITH_DATELINE:
        line_end = text.find("\n", position)
        line_end = len(text) if line_end < 0 else line_end
        if text[position:line_end].strip():
            lines += 1
            alone = _PLACE_ALONE.match(text, position, line_end)
            if alone:
                return Dateline(alone.start("place"), alone.end(), alone["place"], None)
            found = _DATELINE.match(text, position, line_end)
            if found and _is_dateline(found):
                place = found["place"].strip(" ,")
                return Dateline(found.start("open" if found["open"] else "place"), found.end(), place, found["date"])
            if line_end - position > _LONGEST_HEADING:
                return None  # a dateline further down is another story's
        position = line_end + 1
    return None


def _is_dateline(found: re.Match[str]) -> bool:
    place, dash = found["place"], found["dash"].strip()
    named = found["date"] or found["agency"]
    if found.string[found.end()].islower() and (not named or place.startswith("On ")):
        return False  # "On Monday, Peru – which holds the chair – met"
    if bool(found["open"]) != bool(found["close"]):
        return False
    first = re.split(r"[,/]", place)[0]
    capitals = first.isupper() and len(first) > 1
    if dash == ":" and (found["open"] or _DAY_OR_MONTH.match(place)):
        return False
    if dash == ":" and capitals:
        return bool(found["date"] or found["agency"])
    every_word_capital = all(word[0].isupper() or word in {"de", "la", "of", "the"} for word in place.split() if word)
    if dash == ":":
        return every_word_capital and bool(found["date"] or _WIRE.search(found["agency"] or ""))
    if not dash and not (capitals and found["agency"]):
        return False
    if capitals or found["open"]:
        return every_word_capital
    if dash == "--" and len(place.split()) <= _BARE_PLACE and found.string[found.end()].isupper():
        return every_word_capital  # "Washington -- The envoy left"
    return every_word_capital and bool(found["date"] or found["agency"] or _AGENCY.search(place))


_LABEL = re.compile(
    r"^[^\S\n]*(?P<label>[^\W\d_a-z][\w.'’\-]*(?:,?[ ](?:[^\W\d_a-z][\w.'’\-]*|of|the|for|and|to|in|de|al|bin)){0,14}"
    r"(?:[ ]\([^()\n]{1,60}\))?)[^\S\n]*:(?=[^\S\n]*(?:\S|\n))",
    re.MULTILINE,
)
_QUESTION_LABEL = re.compile(
    r"(?:q|question|questions|reporter|journalist|correspondent|media|moderator|interviewer|host|anchor)\b",
    re.IGNORECASE,
)
_SPEAKER_LABEL = re.compile(
    r"(?:MR|MRS|MS|MISS|DR|SIR|LORD|LADY|BARONESS|SEN|REP|AMB|GEN|ADM|GOV|SENATOR|GENERAL|ADMIRAL"
    r"|(?:(?:VICE|DEPUTY|ASSISTANT|UNDER|ACTING|PRIME|FOREIGN|FEDERAL|PRESS|HIGH|DEFEN[CS]E) )*(?:PRESIDENT"
    r"|SECRETARY(?:[ -]GENERAL)?|MINISTER|AMBASSADOR|CHANCELLOR|PREMIER|GOVERNOR|REPRESENTATIVE|COMMISSIONER"
    r"|CHAIRMAN|SPOKES(?:MAN|WOMAN|PERSON)|TAOISEACH|KING|QUEEN))\b\.? ?[A-Z]"
    r"|THE (?:PRESIDENT|VICE PRESIDENT|PRIME MINISTER|SECRETARY|FOREIGN MINISTER|CHANCELLOR|KING|QUEEN)$"
)
"""Labels in capitals that name a speaker by a title, which nothing else on a line of its own does."""
_OFFICE_LABEL = re.compile(
    r"(?:(?:Vice|Deputy|First|Prime|Foreign|Federal|Acting) )*(?:President|Chancellor|Minister|Premier|King|Emir|Sultan"
    r"|Secretary(?:[ -]General)?|Chair(?:man|woman|person)|Speaker|Head|Governor) (?:of|for) "
    r"(?:[\w.'’\-]+ ){1,9}(?P<name>[A-Z][\w.'’\-]+(?: (?:[A-Z][\w.'’\-]+|al|bin|de|von|van)){1,4})(?: \([^()\n]*\))?$"
)
"""Labels that name a speaker with his office in full, as presidents' offices print what was said at a meeting."""
_PARAGRAPH_SHARE = 0.6


def turns(text: str) -> list[Turn]:
    """Find the turns of a transcript, in text order; an empty list for any other text.

    >>> [t.label for t in turns("Question: Why?\\n\\nOfficial Spokesperson: Let me explain.")]
    ['Question', 'Official Spokesperson']
    >>> [t.label for t in turns("THE PRESIDENT: Good morning. Thank you all.")]
    ['THE PRESIDENT']
    >>> [t.label for t in turns("President of Peru Juan Rao: I thank you.\\n\\nI am glad.\\n\\nJuan Rao: Thank you.")]
    ['President of Peru Juan Rao', 'Juan Rao']
    """
    labels = [m for m in _LABEL.finditer(text) if not m["label"].isupper() or len(m["label"]) < 40]
    capitals = [m for m in labels if m["label"].isupper()]
    offices = [named for m in labels if (named := _OFFICE_LABEL.match(m["label"]))]
    if offices:
        names = {m["name"] for m in offices}
        labels = [m for m in labels if _OFFICE_LABEL.match(m["label"]) or m["label"].split(" (")[0] in names]
    elif any(map(_names_speaker, capitals)):
        labels = [m for m in capitals if _names_speaker(m) or _QUESTION_LABEL.match(m["label"])]
    elif len(labels) < 2 or not _is_transcript(text, labels):
        return []
    found = []
    for i, match in enumerate(labels):
        end = labels[i + 1].start() if i + 1 < len(labels) else len(text)
        said = match.end()
        said += len(text[said:end]) - len(text[said:end].lstrip())
        end = max(said, said + len(text[said:end].rstrip()))
        question = bool(_QUESTION_LABEL.match(match["label"]))
        found.append(Turn(match.start("label"), match.end(), said, end, match["label"], question))
    return found


def _names_speaker(label: re.Match[str]) -> bool:
    return bool(_SPEAKER_LABEL.match(label["label"]))


def unshouted(text: str, words: list[str], offsets: list[int]) -> list[str]:
    """Give the words of a text with those of labels in capitals ("MR. BURNS:") as names are written elsewhere."""
    out = list(words)
    for turn in turns(text):
        if turn.label.isupper():
            for i in range(bisect.bisect_left(offsets, turn.start), bisect.bisect_left(offsets, turn.label_end)):
                out[i] = words[i].capitalize()
    return out


def _is_transcript(text: str, labels: list[re.Match[str]]) -> bool:
    names = Counter(m["label"] for m in labels)
    questions = sum(bool(_QUESTION_LABEL.match(m["label"])) for m in labels)
    if questions and len(names) > 1:
        return True
    paragraphs = sum(bool(p.strip()) for p in text.split("\n"))
    repeated = max(names.values()) >= 2 and len(labels) >= 3 and len(names) >= 2
    return repeated and len(labels) >= _PARAGRAPH_SHARE * paragraphs
