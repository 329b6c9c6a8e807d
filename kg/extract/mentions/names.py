"""Where a personal name runs from and to, by capitals, particles and what stands around it."""

from __future__ import annotations

import re

from kg.extract.dates.patterns import MONTH
from kg.extract.forms import Hit
from kg.extract.grammar import GENERATIONS
from kg.extract.mentions.draft import Draft

LETTER = re.compile(r"[^\W\d_]")

_LONGEST = 14
"""Tokens that a name may have, hyphens among them: "Nawaf Al-Ahmad Al-Jaber Al-Sabah"."""

_MONTH = re.compile(MONTH)
_NICKNAME_IN = frozenset('("“‘')
_NICKNAME_OUT = frozenset(')"”’')


def is_family_told(draft: Draft, i: int) -> bool:
    """Whether a word for a rank or an office is the family name of someone named before: "Major" for John Major."""
    word = draft.raw[i]
    if i + 1 < len(draft.words) and i + 1 not in draft.breaks and draft.raw[i + 1][0].isupper():
        return False
    if not word[0].isupper() or (i and draft.lower[i - 1] in ("the", "a", "an")):
        return False
    return any(" " in e.name and e.name.endswith(f" {word}") for e in draft.entities.persons())


def is_name(draft: Draft, i: int) -> bool:
    """Whether token i can be part of a person's name."""
    if i >= len(draft.words):
        return False
    word = draft.raw[i]
    if not word[0].isupper() or word in draft.titles.no_names:
        return False
    if _MONTH.fullmatch(word) and i + 1 < len(draft.words) and draft.raw[i + 1][0].isdigit():
        return False  # "met with President Bush Dec. 11"
    if word.isupper() and draft.lower[i] in draft.titles.words["postnominal"]:
        return False
    if draft.lower[i] in draft.titles.words["officialBody"]:
        return False
    if draft.lower[i] in draft.titles.words["titleOrName"] and _amid_name(draft, i):
        return True
    if draft.lower[i] in draft.titles.heads:
        return is_family_told(draft, i) or (
            i > 0
            and i not in draft.breaks
            and draft.raw[i - 1][0].isupper()
            and draft.lower[i - 1] not in draft.titles.left
            and draft.lower[i - 1] not in draft.titles.heads
            and is_name(draft, i - 1)
            and not (i + 1 < len(draft.words) and draft.raw[i + 1][0].isupper())
            and (i - 1) not in draft.covered
        )
    if len(word) > 1 and word.isupper() and not word.endswith(".") and len(word) > 3:
        return False
    hit = draft.covered.get(i)
    if (
        hit is not None
        and draft.kind(hit) == "place"
        and hit.end - hit.start == 1
        and i
        and (
            draft.lower[i - 1] in draft.titles.honorifics
            or _is_titled_name(draft, i)
            or (draft.lower[i - 1] == "-" and draft.lower[i - 2] in ("al", "el"))
        )
    ):
        return True
    if hit is not None and draft.kind(hit) != "person":
        return draft.how(hit) == "place" and hit.end - hit.start == 1 and i not in draft.hit_from
    return bool(LETTER.search(word))


def _is_titled_name(draft: Draft, i: int) -> bool:
    """Whether a place behind a title is the name of a person of the text: "President Lagos" of Ricardo Lagos."""
    title = draft.raw[i - 1]
    if not title[0].isupper() or draft.lower[i - 1] not in draft.titles.heads:
        return False
    person = draft.entities.named(draft.lower[i])
    return person is not None and len(person.name.split()) > 1


_REGNAL = re.compile(r"[ivx]{2,}\.?", re.IGNORECASE)


def name_run(draft: Draft, i: int) -> int:
    """Give the end of the personal name that starts at token i, or i where none does."""
    if i >= len(draft.words):
        return i
    hit = draft.hit_from.get(i)
    end = i
    if hit is not None and draft.kind(hit) == "person":
        end = hit.end
    elif (not is_name(draft, i) or draft.lower[i] in draft.titles.left) and not (
        draft.lower[i] in draft.titles.words["nameParticle"] and is_name(draft, i + 1 + _hyphens(draft, i + 1))
    ):
        return i
    j, last = end if end > i else i, end
    while j < len(draft.words) and j - i < _LONGEST and (j == i or j not in draft.breaks):
        low = draft.lower[j]
        if j > i and (low == "." or draft.raw[j - 1][-1] == ".") and _REGNAL.fullmatch(draft.raw[j - 1]):
            break  # "met Pope John Paul II. Arafat said"
        if is_name(draft, j) or draft.raw[j].casefold() in GENERATIONS:
            j += 1
            last = j
        elif (
            low in draft.titles.words["nameParticle"]
            or (low == "-" and j > i)
            or (low == "." and len(draft.raw[j - 1]) <= 2 and j > i)
            or (low == "," and j + 1 < len(draft.words) and draft.raw[j + 1].casefold() in GENERATIONS)
        ):
            j += 1
        elif j > i + 1 and draft.lower[j - 1] == "-" and draft.words[j].isalpha() and low not in ("led", "based"):
            j += 1
            last = j
        elif j > i and low in _NICKNAME_IN and _is_nickname(draft, j):
            j += 3
        else:
            break
    return last


def _hyphens(draft: Draft, i: int) -> int:
    """Give how many hyphens join a particle to the name behind it: one in "al-Mahmudi"."""
    return int(i < len(draft.words) and draft.lower[i] == "-")


def _is_nickname(draft: Draft, i: int) -> bool:
    """Whether one word in quotes or brackets stands amid a name: "Roelof (Pik) Botha"."""
    closed = i + 3 < len(draft.words) and draft.raw[i + 2] in _NICKNAME_OUT
    return closed and is_name(draft, i + 1) and is_name(draft, i + 3) and i + 3 not in draft.breaks


def in_name(draft: Draft, k: int) -> bool:
    """Whether a role word at token k is part of a name ("Hossein Amir-Abdollahian", "Martin Luther King")."""
    if not draft.raw[k][0].isupper():
        return False
    if k + 1 < len(draft.words) and draft.lower[k + 1] == "-" and draft.lower[k] in draft.titles.words["monarch"]:
        return True
    if draft.lower[k] in draft.titles.words["titleOrName"] and _amid_name(draft, k):
        return True
    return (
        k > 0
        and k not in draft.breaks
        and is_name(draft, k - 1)
        and not draft.starts(k - 1)
        and (k + 1 >= len(draft.words) or not is_name(draft, k + 1))
        and draft.lower[k - 1] not in draft.titles.left
        and (k - 1) not in draft.covered
    )


def _amid_name(draft: Draft, k: int) -> bool:
    """Whether a name goes on right behind a title in it: "Hussein Amir Abdollahian"."""
    before = k > 0 and k not in draft.breaks and is_name(draft, k - 1) and not draft.starts(k - 1)
    known = k - 1 in draft.covered and draft.kind(draft.covered[k - 1]) != "person"
    titled = draft.lower[k - 1] in draft.titles.left or draft.lower[k - 1] in draft.titles.heads
    return before and not known and not titled and is_name(draft, k + 1) and k + 1 not in draft.breaks


def line_is_title(draft: Draft, i: int) -> bool:
    """Whether token i stands in a line that capitalises most of its words, as a headline does."""
    start = i
    while start > 0 and start not in draft.breaks:
        start -= 1
    end = i + 1
    while end < len(draft.words) and end not in draft.breaks:
        end += 1
    words = [w for w in draft.raw[start:end] if w[0].isalpha()]
    return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.7 * len(words)


def owner_before(draft: Draft, start: int) -> Hit | None:
    """Give the state right before a name: "Russia's Vladimir Putin", "Saudi King Salman"."""
    before = start
    if before - 1 > 0 and draft.lower[before - 1] == "'s" and before not in draft.breaks:
        before -= 1
    hit = draft.hit_to.get(before)
    if hit is None or draft.kind(hit) != "state" or hit.end in draft.breaks:
        return None
    if before == start and draft.how(hit) not in ("adjective", "people"):
        return None
    if draft.overlaps(hit.start, start):
        return None
    return hit


def role_inside(draft: Draft, start: int, end: int) -> str:
    """Give the office that a listed form opens with: "President Trump", "King Salman"."""
    k = start
    while k < end - 1 and (draft.lower[k] in draft.titles.heads or draft.lower[k] in draft.titles.left):
        k += 1
    role = " ".join(draft.lower[start:k])
    return role if role and draft.titles.is_office(role) and draft.lower[k - 1] in draft.titles.heads else ""
