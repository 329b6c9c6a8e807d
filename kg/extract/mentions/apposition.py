"""Reads a name beside its role: "the foreign minister, Anifah Aman," and "Jeremy Hunt, the foreign secretary,"."""

from __future__ import annotations

from kg.extract.grammar import PREPOSITIONS
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.holders import add_person
from kg.extract.mentions.names import is_name, name_run
from kg.extract.mentions.role import Role
from kg.extract.mentions.span import Span

_LINKS = frozenset({"of", "for", "the", "and"})
_OFFICE = 12
"""Words that an office with its portfolio and its state may have."""


def is_of_next_name(draft: Draft, role: Role) -> bool:
    """Whether a role between two names goes with the second: "After talks with Olaf Scholz, Kosovo's premier, X, said".

    So it does where the first has a title already, or ends a phrase that stands before the subject.
    """
    comma, j = role.start - 1, role.end
    if draft.lower[max(comma - 1, 0) : comma + 1] == [",", "and"]:
        comma -= 1
    if comma < 1 or draft.lower[comma] != "," or j + 1 >= len(draft.words) or draft.lower[j] != ",":
        return False
    start = draft.past_honorifics(j + 1)
    end = name_run(draft, start)
    if end == start or end >= len(draft.words):
        return False
    first = _name_start(draft, comma)
    if draft.lower[first - 1] == "," and _closes_office(draft, first - 1):
        return True
    if draft.lower[end] not in (",", "'s", "—", "–") or comma != role.start - 1:
        return False
    if first and draft.lower[first] in draft.titles.heads:
        return True
    titled = first and draft.lower[first - 1] in draft.titles.heads
    while first and not draft.starts(first):
        first -= 1
    opening = draft.lower[first]
    return bool(titled) or opening in draft.titles.words["fronting"] or opening.endswith("ing")


def _name_start(draft: Draft, end: int) -> int:
    """Give the first token of the name, with its courtesies, that ends before token `end`."""
    listed = draft.hit_to.get(end)
    first = listed.start if listed is not None and draft.kind(listed) == "person" else end
    while first and not draft.starts(first) and is_name(draft, first - 1):
        first -= 1
    while first < end and first and draft.lower[first - 1] in draft.titles.honorifics | {"."}:
        first -= 1
    return first


def _closes_office(draft: Draft, comma: int) -> bool:
    """Whether an office whose holder comes next ends at a comma: "Foreign Minister of Iran, X, President of Chad, Y".

    In a row of names and offices it is so if the row opens with an office.
    """
    i = comma
    while i and not draft.starts(i) and comma - i < _OFFICE:
        i -= 1
        if draft.lower[i] in draft.titles.heads:
            while draft.lower[i - 1] in draft.titles.left and i - 1 not in draft.covered:
                i -= 1
            if draft.lower[i - 1] != ",":
                return True
            first = _name_start(draft, i - 1)
            return first == i - 1 or (draft.lower[first - 1] == "," and _closes_office(draft, first - 1))
        known = draft.lower[i] in draft.titles.topics or draft.lower[i] in _LINKS or i in draft.covered
        if not known and draft.lower[i] not in draft.titles.words["stateForm"]:
            return False
    return False


def apposed_after(draft: Draft, role: Role) -> bool:
    """The role comes first: "the foreign minister, Anifah Aman," and "his counterpart Julie Bishop"."""
    j = role.end
    opens = role.start in draft.breaks or draft.lower[role.start - 1] in (":", ";")
    if role.plural or j >= len(draft.words) or draft.lower[j] != "," or not (role.determiner or role.linked or opens):
        return False
    i = draft.past_honorifics(j + 1)
    inner = next((x for x in draft.found if x.start == j + 1 and x.sort == "person" and x.entity is not None), None)
    courtesy = inner is not None and inner.role in draft.titles.words["courtesyRole"] and not inner.posted
    if inner is not None and (courtesy or not draft.titles.is_office(inner.role) or "after it" in inner.reason):
        stop = inner.end + (1 if inner.end < len(draft.words) and draft.lower[inner.end] == "," else 0)
        draft.release(inner)
        first = j + 1
        while first < inner.end and draft.lower[first] in draft.titles.honorifics:
            first += 1
        last = name_run(draft, first)
        if last <= first:
            last = inner.end - (1 if draft.lower[inner.end - 1] == "," else 0)
        add_person(draft, role, role.start, stop, first, last, "the role before it")
        return True
    hit = draft.hit_from.get(i)
    owner = None
    if hit is not None and draft.kind(hit) == "state" and hit.end < len(draft.words) and draft.lower[hit.end] == "'s":
        owner, i = draft.seat(hit), hit.end + 1
    end = name_run(draft, i)
    if end == i or i in draft.breaks:
        return False
    if end + 1 < len(draft.words) and draft.lower[end] == "of":
        home = draft.hit_from.get(end + 1)
        if home is not None and draft.kind(home) == "state" and draft.how(home) in ("name", "alias"):
            role.represents = role.represents or draft.seat(home)
            name_end, end = end, home.end
        else:
            name_end = end
    else:
        name_end = end
    after = draft.lower[end] if end < len(draft.words) else "."
    closed = after in (",", ".", ";", ")", "—", "–", "'s", ":") or end in draft.breaks
    if not closed and not _acts(draft, end, titled=i > j + 1):
        return False
    role.represents = role.represents or owner
    stop = end + 1 if after == "," else end
    if draft.overlaps(role.start, stop):
        return False
    add_person(draft, role, role.start, stop, i, name_end, "the role before it")
    return True


def _acts(draft: Draft, i: int, *, titled: bool) -> bool:
    """Whether the verb follows a name without its second comma: "The president of Chad, Mr. Idriss Deby arrived"."""
    low = draft.lower[i]
    if low in draft.titles.words["told"] or low in ("met", "held"):
        return True
    return titled and draft.raw[i].islower() and low.isalpha() and low not in PREPOSITIONS | {"and", "or"}


def apposed_before(draft: Draft, role: Role) -> bool:
    """The name comes first: "Jeremy Hunt, the foreign secretary," and "Arieh Mekel, spokesman of Israel"."""
    comma = role.start - 1
    if role.plural or comma < 1 or draft.lower[comma] != "," or role.start in draft.breaks:
        return False
    while comma > 1 and draft.raw[comma - 1].isupper() and draft.lower[comma - 1] in draft.titles.words["postnominal"]:
        comma -= 1
    start = comma - 1
    low = draft.lower
    particles = draft.titles.words["nameParticle"]
    while (
        start - 1 >= 0
        and start not in draft.breaks
        and (is_name(draft, start - 1) or low[start - 1] in particles or low[start - 1] == "-")
    ):
        start -= 1
    while start < comma and (low[start] in particles - draft.titles.words["opensName"] or low[start] == "-"):
        start += 1
    if start >= comma or name_run(draft, start) != comma:
        hit = draft.hit_to.get(comma)
        if hit is None or draft.kind(hit) != "person":
            return False
        start = hit.start
    second = _second_office(draft, role)
    after = draft.lower[role.end] if role.end < len(draft.words) else "."
    closed = (
        after in (",", ".", ";", ")", ":", "—", "–", "and", "who", "whom", "whose", "which")
        or role.end in draft.breaks
        or after in draft.titles.words["told"] | {"met", "held"}  # officials leave out the second comma
    )
    if not closed or (after == "and" and not role.determiner):
        return False
    if comma - start == 1 and start in draft.hit_from and draft.kind(draft.hit_from[start]) != "person":
        return False
    if any(i in draft.taken for i in range(start, role.end) if second is None or i < second.start):
        return False
    if second is not None:
        draft.release(second)
    first = start
    while start - 1 >= 0 and start not in draft.breaks:
        step = 2 if low[start - 1] == "." and start > 1 else 1
        if low[start - step] not in draft.titles.honorifics:
            break
        start -= step
    stop = role.end + 1 if after == "," else role.end
    while first < comma and low[first] in draft.titles.honorifics:
        first += 1
    add_person(draft, role, start, stop, first, comma, "the role after it")
    return True


def _second_office(draft: Draft, role: Role) -> Span | None:
    """Take in a second office of the same person: "minister of state and national security adviser"."""
    if role.end + 1 >= len(draft.words) or draft.lower[role.end] != "and":
        return None
    for span in draft.found:
        if span.start == role.end + 1 and span.sort == "role" and not span.plural:
            role.role += f" and {span.role}"
            role.end = span.end
            role.represents = role.represents or span.entity
            return span
    return None
