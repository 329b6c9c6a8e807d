"""Reads a role phrase around its head: the office in words, whom it represents, what stands before it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.entities import Entity
from kg.extract.forms import Hit
from kg.extract.mentions.complement import complement
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.styles import before_style


@dataclass(slots=True)
class Role:
    """A role phrase: tokens, the office in words, whom it represents, what stands before it."""

    start: int
    end: int
    role: str
    represents: Entity | None
    determiner: str
    plural: bool
    former: bool
    posted: Entity | None
    linked: bool
    head: int
    beside: Entity | None = None
    """For an office of two: whom the first acts for, where that is no adjective."""


def role_at(draft: Draft, k: int) -> Role:
    """Read the role phrase around the role head at token k, leftwards and rightwards."""
    left = _left_edge(draft, k)
    words = [draft.raw[i] for i in range(left, k + 1)]
    represents: Entity | None = None
    start, linked = left, False
    before = left - 1
    if before >= 0 and draft.lower[before] in ("'s", "'", "s'") and before - 1 >= 0:
        before -= 1
    hit = draft.hit_to.get(before + 1)
    if hit is not None and draft.kind(hit) in ("state", "organisation", "group", "place") and left not in draft.breaks:
        represents, start, linked = draft.seat(hit), hit.start, True
    sender = _sender_before(draft, hit, k) if linked and hit is not None else None
    if sender is not None:
        represents, start = draft.seat(sender), sender.start
    former = any(w.casefold() in draft.titles.former for w in words)
    start = _before_both_times(draft, start)
    determiner = ""
    if start - 1 >= 0 and start not in draft.breaks:
        low = draft.lower[start - 1]
        if low in ("the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "both", "two"):
            determiner = low
            start -= 1
            counted = start > 0 and start not in draft.breaks and low == "two"
            if counted and draft.lower[start - 1] == "their":  # "their two envoys"
                determiner, start = "their", start - 1
        elif linked and low in draft.titles.words["eminent"] and start > 1 and draft.lower[start - 2] in ("a", "an"):
            determiner, start = "a", start - 2  # "a prominent US leader"
        elif low in draft.titles.words["bygone"] or (low == "-" and draft.lower[start - 2] in ("then", "ex")):
            former = True
            start -= 1 if low != "-" else 2
            if start > 0 and start not in draft.breaks and draft.lower[start - 1] in ("the", "a", "an"):
                determiner, start = draft.lower[start - 1], start - 1
    if (
        start >= 3
        and draft.lower[start - 1] == "'s"
        and draft.lower[start - 2] in draft.titles.words["ofTerm"]
        and draft.lower[start - 3] in ("this", "last", "next", "the")
    ):
        start, determiner = start - 3, "the"
    beside: Entity | None = None
    if linked and draft.lower[k] in draft.titles.plurals and draft.lower[start - 1] == "and" and start > 1:
        first = draft.hit_to.get(start - 1)
        if first is not None and draft.kind(first) == "state" and draft.raw[first.start].isupper():
            start, beside = first.start, draft.seat(first)  # "his U.S. and Japanese counterparts"
    start = before_style(draft, start)
    end, role_tail, after, posted = complement(draft, k + 1, draft.lower[k])
    if after is not None:
        represents = after if represents is None or after.kind != "place" else represents
    role = _hyphenated(" ".join(words).casefold().replace(" - ", "-"), draft)
    if linked and hit is not None and sender is None and _is_office_of(draft, hit, role):
        role = f"{draft.text(hit.start, hit.end)} {role}"
    role = draft.titles.tenure.sub("", role)
    return Role(
        start,
        end,
        (role + role_tail.casefold()).strip(),
        represents,
        determiner,
        draft.lower[k] in draft.titles.plurals or _of_generals(draft, k) or are_heads(draft, k),
        former,
        posted,
        linked,
        k,
        beside,
    )


def _hyphenated(role: str, draft: Draft) -> str:
    """Give an office of a general as it is known: "the secretary general" is the secretary-general.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "UN Secretary General Kofi Annan spoke. The secretary general wrote to Chad."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('Kofi Annan', 'wrote_to')]
    """
    rest, _, general = role.rpartition(" ")
    office = f"{rest.rpartition(' ')[2]}-{general}"
    return f"{rest}-{general}" if general == "general" and office in draft.titles.heads else role


def _sender_before(draft: Draft, hit: Hit, k: int) -> Hit | None:
    """Give whose envoy to a body it is: "Iraq's U.N. ambassador", "the Libyan NATO envoy"."""
    if draft.kind(hit) != "organisation" or draft.lower[k] not in draft.titles.posted or hit.start in draft.breaks:
        return None
    i = hit.start - 1 if hit.start and draft.lower[hit.start - 1] in ("'s", "'") else hit.start
    sender = draft.hit_to.get(i)
    return sender if sender is not None and draft.kind(sender) == "state" else None


def _before_both_times(draft: Draft, start: int) -> int:
    """Give the start of an office with those who held it before: "current and former officials of Peru"."""
    if start < 2 or not {start, start - 1}.isdisjoint(draft.breaks) or draft.lower[start - 1] not in ("and", "or"):
        return start
    times = draft.titles.former | draft.titles.words["inOffice"]
    return start - 2 if {draft.lower[start - 2], draft.lower[start]} <= times else start


def _is_office_of(draft: Draft, hit: Hit, role: str) -> bool:
    """Whether the seat of a ministry makes a vague office a certain one: "the Pentagon chief"."""
    office = f"{draft.text(hit.start, hit.end)} {role}"
    return draft.kind(hit) == "state" and draft.entities.gazetteer.role(office, "") != office


def _left_edge(draft: Draft, k: int) -> int:
    """Give the first token of the office in words: "deputy prime" belongs to "minister", "visiting" does not."""
    left = k
    while left - 1 >= 0 and left not in draft.breaks and (left - 1) not in draft.taken:
        low = draft.lower[left - 1]
        if low == "of" and left > 1 and serves(draft, draft.lower[left - 2], draft.lower[k]):
            break  # "the envoy of President Assad"
        if low in draft.titles.words["beforeOffice"] and left > 1 and draft.lower[left - 2] in draft.titles.organs:
            break  # "police detained dissident Wang Dan"
        part = low in draft.titles.left and (left - 1) not in draft.covered
        if part or (low == "-" and left - 2 >= 0) or (left == k and _of_generals(draft, k)):
            left -= 1
        elif low == "." and left >= 2 and draft.lower[left - 2] in draft.titles.honorifics:
            left -= 2
        else:
            break
    while left < k and draft.lower[left] in ("-", "of", "and", "for"):
        left += 1
    while left < k and draft.lower[left] in draft.titles.words["beforeOffice"] and not _follows_owner(draft, left):
        left += 1
    return left


def are_heads(draft: Draft, k: int) -> bool:
    """Whether what looks like a verb is a title of several: "the heads of state of Peru and Chile", "Co-Chairs"."""
    word = draft.lower[k]
    heading = word[-1:] == "s" and word[:-1] in draft.titles.words["verbHead"] and word[:-1] in draft.titles.heads
    if not heading or k + 1 in draft.breaks:
        return False
    return draft.lower[k + 1 : k + 2] == ["of"] or draft.lower[max(k - 2, 0) : k] == ["co", "-"]


def serves(draft: Draft, word: str, head: str) -> bool:
    """Whether an office is one of those who serve a leader, whose office stands behind "of"."""
    return word in draft.titles.words["serving"] and head in draft.titles.words["headOfState"] - {"minister"}


def _of_generals(draft: Draft, k: int) -> bool:
    """Whether the plural stands before the head: "directors general", "attorneys general"."""
    if not k or k in draft.breaks or draft.lower[k] != "general":
        return False
    word = draft.lower[k - 1]
    return word in draft.titles.plurals or (word.endswith("s") and word[:-1] in draft.titles.left)


def _follows_owner(draft: Draft, i: int) -> bool:
    """Whether a determiner or a state's adjective ends right before token i."""
    if i == 0:
        return False
    if draft.lower[i - 1] in ("the", "a", "an", "his", "her", "its", "newly"):
        return True
    hit = draft.hit_to.get(i)
    return hit is not None and draft.kind(hit) == "state"
