"""Joins neighbouring mentions: "A, B and C" is one, and so is a name with the state behind it."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.entities import Entity
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span

_AS_WELL_AS = ["as", "well", "as"]
_NOT_VERBS = frozenset("and or the a an who which where of in on at for from by with as is was has had but".split())


def join_lists(draft: Draft, spans: list[Span]) -> list[Span]:
    """Read each list of names as one mention: "A, B and C", "the Saudi and Iranian sides"."""
    out: list[Span] = []
    i = 0
    while i < len(spans):
        items = [spans[i]]
        joined = commas = False
        while i + len(items) < len(spans):
            following = spans[i + len(items)]
            link = draft.lower[items[-1].end : following.start]
            words = [w for w in link if w not in ("the", "both")]
            added = words[-3:] == _AS_WELL_AS and words[:-3] in ([], [","])
            if (joined or len(words) > 2) and not added:
                break
            if len(link) - len(words) > 1 or following.start in draft.breaks:
                break
            if not added and words not in ([","], ["and"], [",", "and"], ["&"], [";"], [";", "and"]):
                break
            if not _alike(draft, items[-1], following):
                break
            joined = added or words[-1] in ("and", "&")
            commas = commas or "," in words
            items.append(following)
        if not joined and len(items) == 2 and _headline_pair(draft, items):
            joined, commas = True, False
        if joined and len(items) > 2 and _sets_the_scene(draft, items):
            out.append(items[0])
            i += 1
            items = items[1:]
            commas = len(items) > 2
        if joined and (len(items) > 2 or not commas):
            out.append(_merge(items))
            i += len(items)
        else:
            out.append(items[0])
            i += 1
    for neighbours in (_longer, _with_their_names, _with_both_states):
        out = _folded(draft, out, neighbours)
    return out


def _sets_the_scene(draft: Draft, items: list[Span]) -> bool:
    """Whether a place that opens the sentence is none of those behind it: "In Geneva, Iran and Iraq agreed"."""
    first, last = items[0], items[-1]
    hit = draft.hit_from.get(first.start)
    placed = first.sort == "place" or first.place is not None or (hit is not None and draft.how(hit) == "metonym")
    opens = first.start > 0 and draft.raw[first.start - 1] in ("In", "At") and draft.lower[first.end] == ","
    return placed and opens and draft.lower[last.end : last.end + 1] != [","]


def join_states(draft: Draft, spans: list[Span]) -> list[Span]:
    """Read the state behind a name or a place as part of it: "Sheikh Tamim of Qatar", "Paris, France"."""
    return _folded(draft, spans, _with_its_state)


def _folded(draft: Draft, spans: list[Span], join: Callable[[Draft, Span, Span], Span | None]) -> list[Span]:
    """Join each mention to the one before it where `join` gives what the two are together."""
    out: list[Span] = []
    for span in spans:
        joined = join(draft, out[-1], span) if out else None
        if joined is None:
            out.append(span)
        else:
            out[-1] = joined
    return out


def _longer(draft: Draft, before: Span, span: Span) -> Span | None:
    """Read two lists of persons side by side as one: "presidents A and B, ministers C and D"."""
    if not (before.sort == span.sort == "person" and len(before.members) == 2 and len(span.members) > 1):
        return None
    if _between(draft, before, span) not in ([","], [",", "and"]) or set(before.members) & set(span.members):
        return None
    return _merge([_single(before, e) for e in before.members] + [_single(span, e) for e in span.members])


def _single(span: Span, entity: Entity) -> Span:
    return Span(span.start, span.end, span.sort, entity, span.reason, span.role, span.determiner)


def _with_their_names(draft: Draft, before: Span, span: Span) -> Span | None:
    """Read the names behind an office of several as one with it: "his Greek and Cypriot counterparts, A and B,"."""
    if not (before.sort == "role" and before.plural and span.sort == "person"):
        return None
    link = _between(draft, before, span)
    if not len(span.members) == len(before.members) > 1 or link not in ([","], [], ["("], ["–"], ["—"], ["-"], [":"]):
        return None
    for person, state in zip(span.members, before.members, strict=True):
        person.represents = person.represents or state
    closed = draft.lower[span.end : span.end + 1]
    end = span.end + (closed == [","] or (closed == link and link != [":"]))
    return Span(
        before.start,
        end,
        "person",
        span.entity,
        "named with the offices before them",
        before.role,
        before.determiner,
        members=span.members,
    )


def _with_both_states(draft: Draft, before: Span, span: Span) -> Span | None:
    """Read an office that two share with the adjective of each: "the Kazakh and Finnish Presidents A and B".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Tony Blair held talks with Peruvian and Chilean Presidents Juan Paz and Luis Vega."
    >>> [[a.name for a in e.objects] for e in Extractor().extract(Article("a", text)).events]
    [['Juan Paz', 'Luis Vega']]
    """
    if before.sort != "adjective" or before.members or span.sort != "person" or len(span.members) != 2:
        return None
    hit = draft.hit_from.get(span.start)
    if hit is None or draft.how(hit) != "adjective" or _between(draft, before, span) != ["and"]:
        return None
    first, second = span.members
    second.represents, first.represents = first.represents, before.entity
    return Span(
        before.start, span.end, "person", first, span.reason, span.role, before.determiner, members=span.members
    )


def _with_its_state(draft: Draft, before: Span, span: Span) -> Span | None:
    """Read "Macky Sall of Senegal" and "Paris, France" as one mention, which is the first made longer."""
    if span.sort != "state" or span.entity is None or span.place is not None:
        return None
    link = _between(draft, before, span)
    bracketed = link[:1] == ["("] and draft.lower[span.end : span.end + 1] == [")"]  # "Anna Popova (Russia), Rao"
    named = before.sort == "person" and before.entity is not None and not before.members
    if before.entity is not None and named and (bracketed or link in (["of"], ["of", "the"])):
        before.entity.represents = before.entity.represents or span.entity
        if bracketed:
            before.end = span.end + 1
            return before
    elif not (before.place is not None and before.sort == "state" and before.entity is span.entity and link == [","]):
        return None
    before.end = span.end
    return before


def _between(draft: Draft, before: Span, span: Span) -> list[str]:
    """Give the words between two mentions."""
    return draft.lower[before.end : span.start]


def _headline_pair(draft: Draft, items: list[Span]) -> bool:
    """Whether "Trump, Putin meet in Alaska" names two: at the start of a line, with a verb right behind."""
    first, last = items
    if first.start not in draft.breaks or last.end >= len(draft.words) or last.end in draft.breaks:
        return False
    after = draft.lower[last.end]
    if (
        not after.isalpha()
        or not draft.raw[last.end].islower()
        or after in _NOT_VERBS | draft.titles.words["told"]
        or after.endswith("ed")
    ):
        return False
    return after in draft.titles.common or after in ("to", "will")


def _alike(draft: Draft, a: Span, b: Span) -> bool:
    """Whether two neighbouring mentions can stand in one list."""
    if a.entity is None or b.entity is None or a.entity is b.entity or (a.plural and a.sort == "role"):
        return False
    if any(draft.lower[i] == "'s" for i in (a.end, b.end) if i < len(draft.words)) and a.sort == "person":
        return False
    demonyms = ("adjective", "people")
    if a.sort in demonyms:
        return b.sort in demonyms or (b.sort in ("organ", "role") and draft.hit_from.get(b.start) is not None)
    if a.sort in ("role", "organ") or b.sort in (*demonyms, "role", "organ"):
        return False
    return (a.sort == "person") == (b.sort == "person")


def _merge(items: list[Span]) -> Span:
    """Make one mention of the items of a list; the last one says what they are."""
    last = items[-1]
    members = tuple(dict.fromkeys(e for s in items if (e := s.entity) is not None))
    sort = last.sort if last.sort != "people" or items[0].sort == "people" else "adjective"
    return Span(
        items[0].start,
        last.end,
        sort,
        items[0].entity,
        items[0].reason,
        last.role,
        items[0].determiner,
        True,
        members=members,
    )
