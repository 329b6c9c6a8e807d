"""Reads names of two words or more that nothing announced."""

from __future__ import annotations

from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import is_name, line_is_title, name_run, owner_before
from kg.extract.mentions.span import Span
from kg.extract.mentions.words import BODY_WORDS

_NOT_PERSONS = frozenset(
    """Shoal Airport House Palace Street Sea Bay River Island Islands University Times Post News War Day Act Law Gulf
    Strait Mountains Valley Square Tower Road Avenue Bridge Base Port City State States Region Province District
    County Village Camp Prison Hospital School College Cup Games Olympics Olympic Championship League Prize Award
    Statement Plan Initiative Process Order Executive Force One Media Press Journal Herald Tribune Guardian Channel
    Television Radio Agency Group Company Corp Inc Ltd Bank Fund Airlines Airways Office Oval Truth Social Web Site
    Ministry Foreign Affairs Security National International World North South East West Northern Southern Eastern
    Western Central Middle Great New United General Special High Joint Black Red White Green Cold Holy Old Saint
    Good Happy Christmas Easter Ramadan Eid Internet Twitter Facebook Telegram Human Rights Civil First Second Third
    Article Resolution Chapter Section Declaration Charter Memorandum Communique Embassy Consulate Cathedral
    Church Mosque Temple Hotel Center Centre Hall Stadium Park Garden Museum Theatre Theater Library Building
    Cape Mount Lake Desert Ocean Peninsula Delta Plateau Coast Corridor Canal Zone Line Wall Crossing Terminal
    Pipeline Project Program Programme Operation Exercise Mission Treaty Agreement Accord Pact Dialogue Forum Summit
    Conference Week Month Year Street's Defence Defense Health Army Navy Police Democratic Republican Conservative
    Labour Liberal Socialist Communist Christian Muslim Islamic Jewish Catholic Orthodox Sunni Shia Shiite""".split()
)


def read_strangers(draft: Draft) -> None:
    """Read names of two words or more that nothing announced: "Hun Manet writes", "the contractor Alan Gross"."""
    i = 0
    while i < len(draft.words):
        if i in draft.taken or not is_name(draft, i) or i in draft.covered:
            i += 1
            continue
        end = name_run(draft, i)
        if end <= i + 1:
            i = max(end, i + 1)
            continue
        if _stranger(draft, i, end):
            owner = owner_before(draft, i)
            start = owner.start if owner is not None else i
            entity = draft.entities.person(draft.text(i, end))
            if owner is not None and entity.record is None:
                entity.represents = entity.represents or draft.seat(owner)
            entity.first = min(entity.first, i)
            draft.claim(Span(start, end, "person", entity, "a name of two words"))
        i = end


def _stranger(draft: Draft, i: int, end: int) -> bool:
    """Whether the capitalised words from i to end are a person's name by their form and what stands around them."""
    if draft.overlaps(i, end):
        return False
    words = [draft.raw[t] for t in range(i, end)]
    if any(w in _NOT_PERSONS or w in BODY_WORDS or (w.isupper() and len(w) > 2) or w[0].isdigit() for w in words):
        return False
    if sum(w[0].isupper() for w in words) < 2 or any(not (w[0].isalpha() or w in "-.'") for w in words):
        return False
    if (
        i > 0
        and i not in draft.breaks
        and draft.lower[i - 1] in ("the", "a", "an", "this", "-", "of", "in", "at", "near", "“", '"', "‘")
    ):
        return False
    if end < len(draft.words) and draft.lower[end] == "-":
        return False
    common = draft.titles.common
    if draft.starts(i) and (draft.lower[i] in common or line_is_title(draft, i)):
        return False
    return sum(draft.lower[t] in common for t in range(i, end)) < len(words) - 1 or (
        len(words) == 2 and not any(draft.lower[t] in common for t in range(i, end))
    )
