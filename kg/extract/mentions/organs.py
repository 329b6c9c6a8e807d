"""Reads organs with their state: ministries, embassies, armies and governments."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.mentions.complement import complement
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.followers import named_faction
from kg.extract.mentions.plural_roles import states_behind
from kg.extract.mentions.span import Span


def read_organs(draft: Draft) -> None:
    """Read ministries, embassies, armies and governments with their state: "the Turkish army" is Turkey."""
    before_organ = (draft.titles.left | draft.titles.organs | {"-"}) - {"under"}
    ruling = draft.titles.words["ruling"]
    forms = draft.titles.words["stateForm"] - ruling
    for k in range(len(draft.words)):
        if draft.lower[k] not in draft.titles.organs or k in draft.taken:
            continue
        after = draft.lower[k + 1] if k + 1 < len(draft.words) and k + 1 not in draft.breaks else ""
        if after in draft.titles.organs or after in draft.titles.words["afterOrgan"]:
            continue
        if draft.lower[k] in forms and after == "of" and draft.hit_from.get(k + 2):
            continue  # "the former Soviet republic of Moldova" is Moldova
        left = k
        while (
            left - 1 >= 0
            and left not in draft.breaks
            and draft.lower[left - 1] in before_organ
            and ((left - 1) not in draft.taken and (left - 1) not in draft.covered)
        ):
            left -= 1
        while left < k and draft.lower[left] in ("-", "of", "and", "for"):
            left += 1
        if (
            left >= 3
            and draft.lower[k] in draft.titles.forces
            and draft.lower[left - 2 : left] == ["-", "led"]
            and left not in draft.breaks
        ):
            left -= 2  # "Vietnamese-led forces" act for Vietnam
        if draft.follows_anti(left) and left not in draft.breaks:
            continue  # "anti-government forces"
        before = left - 1
        if before >= 1 and draft.lower[before] in ("'s", "'"):
            before -= 1
        hit = draft.hit_to.get(before + 1)
        state: Entity | None = None
        start, end = left, k + 1
        if (
            hit is not None
            and draft.kind(hit) in ("state", "organisation", "group", "place")
            and not (draft.overlaps(hit.start, hit.end))
        ):
            state, start = draft.seat(hit), hit.start
        stop, _, named, _ = complement(draft, k + 1, draft.lower[k])
        rules = draft.lower[k] in ruling and after == "of" and named is not None and named.kind == "state"
        official = draft.raw[k][0].isupper() or draft.lower[k] in draft.titles.bodies or rules
        if named is not None and state is None and official:
            state, end = named, stop
            if (
                rules
                and draft.lower[max(left - 2, 0) : left] == ["people", "and"]
                and not draft.overlaps(left - 2, left)
            ):
                start = left - 2  # "the people and government of Chad"
        elif draft.lower[k] in draft.titles.bodies and stop > k + 1 and named is None and draft.raw[k][0].isupper():
            end = stop
        capital = draft.hit_from.get(k + 2) if draft.lower[k] in ruling and after == "in" else None
        if capital is not None and draft.how(capital) == "metonym" and state in (None, draft.seat(capital)):
            state, end = draft.seat(capital), capital.end  # "the Chadian government in N'Djamena"
        members: tuple[Entity, ...] = ()
        if named is not None and state is named and draft.lower[k][-1] == "s":
            members, end = states_behind(draft, named, end)
        if state is None and ((start == k and end == k + 1) or draft.lower[k] in draft.titles.words["afterOrgan"]):
            continue
        if draft.overlaps(start, end):
            continue
        if state is not None and _mutinies(draft, start, k):
            name = draft.text(start - 1, end)
            entity = named_faction(draft, name[0].lower() + name[1:], start - 1, state, draft.lower[k])
            draft.claim(Span(start - 1, end, "group", entity, "forces that turned on their state", head=k))
            continue
        reason = f"an organ of {state.name}" if state is not None else "an organ of a state not named with it"
        draft.claim(
            Span(
                start,
                end,
                "organ",
                state,
                reason,
                draft.text(left, k + 1).casefold(),
                plural=draft.lower[k][-1] == "s" or draft.lower[start] == "people",
                head=k,
                members=members,
            )
        )


def _mutinies(draft: Draft, start: int, k: int) -> bool:
    """Whether forces act for their state no longer: "renegade Congolese soldiers", "mutinous Malian troops".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Mutinous Malian troops shelled a Kenyan embassy."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('mutinous Malian troops', 'Kenya')]
    """
    before = start - 1
    if before < 0 or start in draft.breaks or before in draft.taken or draft.lower[k] not in draft.titles.forces:
        return False
    return draft.lower[before] in draft.titles.words["mutinous"]
