"""Reads unnamed groups by whom they follow or where they sit, and makes their entities."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.grammar import OWNING
from kg.extract.mentions.bodies import body_at
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import name_run
from kg.extract.mentions.span import Span


def read_followers(draft: Draft, left: int, k: int) -> bool:
    """Read those of a leader or a party: "supporters of President Aristide", "activists from the Fatah Party"."""
    if k + 2 >= len(draft.words) or k + 1 in draft.breaks:
        return False
    low = draft.lower
    loyal = low[k + 1] in draft.titles.words["loyal"] and low[k + 2] in ("to", "with")
    belonging = low[k + 1] == "belonging" and low[k + 2] == "to"
    if low[k + 1] not in ("of", "from") and not loyal and not belonging:
        return False
    i = k + 3 if loyal or belonging else k + 2
    before = draft.titles.faction_qualities | (draft.titles.words["ousted"] if loyal else frozenset()) | {"the"}
    while i < len(low) and low[i] in before:
        i += 1
    if loyal and i + 1 < len(low) and low[i] in draft.titles.heads and draft.hit_from.get(i + 1) is not None:
        i += 1  # "soldiers loyal to General Cedras"
    led = draft.hit_from.get(_past_leader(draft, i))
    if led is not None and led.start > i and draft.kind(led) == "group" and draft.how(led) in ("name", "alias"):
        draft.claim(Span(left, k + 1, "group", draft.entity_of(led), "members of a named group", plural=True, head=k))
        return True
    inner = next((s for s in draft.found if s.start <= i < s.end and s.sort == "person"), None)
    if inner is not None and inner.entity is not None and (loyal or low[k] in draft.titles.followers):
        # The leader stays a mention of his own, to whom later words can look back.
        end = inner.end - (1 if low[inner.end - 1] == "," else 0)
        entity = named_faction(draft, draft.text(left, end), left, inner.entity.state(), low[k])
        draft.claim(Span(left, k + 1, "group", entity, "the followers of a leader", plural=True, head=k))
        return True
    hit = draft.hit_from.get(i)
    stranger = name_run(draft, i) if loyal or low[k] in draft.titles.followers else i
    if stranger > i and (hit is None or draft.kind(hit) == "person"):
        entity = named_faction(draft, draft.text(left, stranger), left, None, low[k])
        draft.claim(Span(left, k + 1, "group", entity, "the followers of a leader", plural=True, head=k))
        return True
    fighting = low[k] in draft.titles.words["fighters"] | draft.titles.fighter_plurals
    if hit is None and fighting and (body := body_at(draft, i)) is not None:
        draft.claim(Span(left, k + 1, "group", body, "members of a body that no list knows", plural=True, head=k))
        return True
    if hit is None or draft.kind(hit) != "group" or loyal or draft.how(hit) in ("adjective", "people"):
        return False
    end = hit.end
    if end < len(low) and draft.raw[end] in draft.titles.body_names | draft.titles.words["partyNoun"]:
        end += 1
    if draft.overlaps(left, end):
        return False
    entity = draft.entity_of(hit)
    if low[k] in draft.titles.followers:
        entity = named_faction(draft, draft.text(left, end), left, entity.state(), low[k])
    draft.claim(Span(left, end, "group", entity, "members of a named group", plural=True, head=k))
    return True


def of_body(draft: Draft, k: int) -> Entity | None:
    """Give the body behind fighters that are told with their people too: "Chadian rebels of the MJM".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Guatemalan rebels of the URNG attacked a Guatemalan patrol."
    >>> Extractor().extract(Article("a", text)).events[0].subjects[0].name
    'Guatemalan National Revolutionary Unity'
    """
    if draft.lower[k + 1 : k + 2] not in (["of"], ["from"]) or k + 1 in draft.breaks:
        return None
    i = k + 3 if draft.lower[k + 2 : k + 3] == ["the"] else k + 2
    hit = draft.hit_from.get(i)
    if hit is not None:
        named = draft.kind(hit) == "group" and draft.how(hit) in ("name", "alias")
        return draft.entity_of(hit) if named else None
    return body_at(draft, i) if i < len(draft.raw) else None


def _past_leader(draft: Draft, i: int) -> int:
    """Go past whose the group is: "fighters of Charles Taylor's NPFL".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Gunmen of General Aidid's Somali National Alliance killed 24 Pakistani soldiers."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Somali National Alliance', 'Pakistan')]
    """
    inner = next((s for s in draft.found if s.start <= i < s.end and s.sort == "person"), None)
    hit = draft.hit_from.get(i)
    end = inner.end if inner is not None else i
    if inner is None and hit is not None and draft.kind(hit) == "person":
        end = hit.end
    return end + 1 if end > i and draft.lower[end : end + 1] == ["'s"] else i


def read_based(draft: Draft, left: int, k: int) -> bool:
    """Read a body by its seat: "a terror group based in Trinidad", "a newspaper based in Beirut".

    Troops that are somebody's are no body of their own: "will withdraw its troops based in Chad".
    """
    if k and draft.lower[k] in draft.titles.forces and draft.lower[k - 1] in OWNING | {"'s", "’s"}:
        return False
    if (
        k + 3 >= len(draft.words)
        or draft.lower[k + 1] not in draft.titles.words["seated"]
        or draft.lower[k + 2] != "in"
    ):
        return False
    i = k + 3
    while i < len(draft.words) and draft.lower[i] in draft.titles.faction_qualities | draft.titles.creeds | {"the"}:
        i += 1
    hit = draft.hit_from.get(i)
    if hit is None or draft.kind(hit) not in ("state", "place") or draft.overlaps(left, hit.end):
        return False
    entity = named_faction(draft, draft.text(left, hit.end), left, draft.seat(hit), draft.lower[k])
    draft.claim(Span(left, hit.end, "group", entity, "a body with its seat", head=k))
    return True


def named_faction(draft: Draft, name: str, start: int, state: Entity | None, noun: str) -> Entity:
    entity = draft.entities.by_name.get(name)
    if entity is None:
        entity = Entity(name, "group", plural=True)
        if state is not None and noun in draft.titles.compatriots:
            entity.home = state
        entity.ground = state
        draft.entities.by_name[name] = entity
    entity.names.setdefault(name)
    entity.first = min(entity.first, start)
    return entity
