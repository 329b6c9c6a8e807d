"""Reads unnamed groups with the people, the creed or the place that they are of."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.forms import Hit
from kg.extract.grammar import PREFIXES
from kg.extract.mentions.bodies import body_of_letters, read_short_form
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.followers import named_faction, of_body, read_based, read_followers
from kg.extract.mentions.names import LETTER
from kg.extract.mentions.span import FIGHTERS_OF, Span

_PLACED = frozenset("in of from at near throughout across inside around".split())
_LINKS = frozenset("of from in".split())
_NEAR = 9
"""Words before and after "Israeli fighters" that tell whether they are planes."""
_KNOWN = frozenset("the its their his her our these those".split())


def read_factions(draft: Draft) -> None:
    """Read factions with their people: "Fijian rebels", "ethnic Albanians", "Yoruba elders", "students in Nepal"."""
    for k, low in enumerate(draft.lower):
        known = draft.covered.get(k)
        if k in draft.taken or (known is not None and known.start < k):
            continue  # a listed group ("Chechen rebels") is read by its name
        if low == "ethnic":
            _read_ethnic(draft, k)
        elif low in draft.titles.factions or low in draft.titles.faction_bodies:
            _read_faction(draft, k)
        elif low in draft.titles.words["loneFighter"] and _read_lone(draft, k):
            continue
        elif low in draft.titles.fighters and k + 1 < len(draft.words):
            _read_before_noun(draft, k)


def _read_faction(draft: Draft, k: int) -> None:
    """Read the faction that the noun at token k heads, by what stands before it or else behind it."""
    left = _left_edge(draft, k)
    body = draft.lower[k] in draft.titles.faction_bodies
    if draft.lower[k] in draft.titles.words["loyalForce"] and left == k and read_followers(draft, left, k):
        return  # "soldiers loyal to General Cedras"
    after = draft.hit_from.get(k + 1)
    if body and after is not None and after.start not in draft.breaks and draft.kind(after) == "group":
        return  # "the Islamist group Hamas" is read by its name
    if f"{draft.lower[k - 1]} {draft.lower[k]}" in draft.titles.organs:
        return  # "the Egyptian armed forces" are no faction
    if draft.lower[k] == "fighters" and _are_planes(draft, k):
        return
    if draft.lower[k] == "bombers" and draft.lower[k - 1] != "suicide" and "dropped" in draft.lower[k : k + _NEAR]:
        return  # "Sudanese bombers dropped eight bombs"
    if _read_siding(draft, k):
        return
    if body and not any(_tells_faction(draft, i) for i in range(left, k)):
        if not read_based(draft, left, k):
            read_followers(draft, left, k)
        return
    hit = draft.hit_to.get(left)
    if hit is None and draft.lower[left - 1] == "'s" and left > 1 and left not in draft.breaks:
        hit = draft.hit_to.get(left - 1)
    loyal = draft.lower[k] in draft.titles.followers | draft.titles.words["fighters"]
    leader = draft.hit_to.get(left - 1) if loyal and left > 1 else None
    if leader is not None and draft.kind(leader) == "person" and draft.lower[left - 1] == "'s":
        entity = named_faction(draft, draft.text(leader.start, k + 1), left, None, draft.lower[k])
        draft.claim(Span(leader.start, k + 1, "group", entity, "the followers of a leader", plural=True, head=k))
    elif hit is not None and (_can_own(draft, hit) or _is_city_of(draft, hit, k)):
        _claim_owned(draft, hit, left, k)
    elif any(read(draft, left, k) for read in (_read_tied, _read_named, read_based, read_followers)):
        return
    elif draft.lower[k].endswith("s") or body or draft.lower[k] in draft.titles.fighters:
        any(read(draft, left, k) for read in (_read_place_behind, _read_bare))


def _are_planes(draft: Draft, k: int) -> bool:
    """Whether the fighters of a state are planes, by the words near: "two jets were shot down by Israeli fighters"."""
    hit = draft.hit_to.get(k)
    if hit is None or draft.kind(hit) != "state" or draft.how(hit) != "adjective":
        return False
    near = draft.lower[max(0, k - _NEAR) : k + _NEAR]
    return not draft.titles.words["airWord"].isdisjoint(near)


def _left_edge(draft: Draft, k: int) -> int:
    """Give the first token of the words between a people and the noun: "armed" in "Palestinian armed groups"."""
    left = k
    while left - 1 >= 0 and left not in draft.breaks and (left - 1) not in draft.taken:
        if draft.raw[left - 1] == "-" and left > 1 and draft.lower[left - 2] in PREFIXES:
            left -= 2
            continue
        if (left - 1) in draft.covered and draft.lower[left - 1] not in draft.titles.creeds:
            break
        if not _tells_faction(draft, left - 1) and draft.lower[left - 1] not in draft.titles.faction_qualities:
            break
        left -= 1
    return left


def _tells_faction(draft: Draft, i: int) -> bool:
    """Whether a word before a body says that it is no organ of a state: "rebel", "opposition", "Moslem"."""
    low = draft.lower[i]
    return draft.follows_anti(i) or low in draft.titles.factions or low in draft.titles.faction_marks


def _can_own(draft: Draft, hit: Hit) -> bool:
    return (
        draft.kind(hit) in ("state", "place", "group")
        and not draft.overlaps(hit.start, hit.end)
        and (draft.how(hit) in ("adjective", "people", "name", "alias") or draft.kind(hit) == "place")
    )


def _is_city_of(draft: Draft, hit: Hit, k: int) -> bool:
    """Whether those at token k are the crowds of a city: "Belgrade students"."""
    city = draft.how(hit) in ("metonym", "place") and not draft.overlaps(hit.start, hit.end)
    return city and draft.lower[k] in draft.titles.words["crowd"] and draft.kind(hit) in ("state", "place")


def _claim_owned(draft: Draft, hit: Hit, left: int, k: int) -> None:
    """Claim a faction with its people right before it; a second people may share the noun."""
    start, head = hit.start, k
    if draft.kind(hit) == "group":
        draft.claim(Span(start, k + 1, "group", draft.entity_of(hit), FIGHTERS_OF, head=head))
        return
    if start and draft.lower[start - 1] == "ethnic" and start not in draft.breaks:
        start -= 1
    state = draft.seat(hit)
    if start > 1 and draft.raw[start - 1] == "-" and draft.lower[start - 2] == "pro" and start not in draft.breaks:
        start -= 2  # "pro-Russian gunmen" are not of Russia
        entity = named_faction(draft, draft.text(start, k + 1), start, None, draft.lower[k])
        draft.claim(Span(start, k + 1, "group", entity, "a faction by whose side it is on", plural=True, head=k))
        return
    if draft.lower[k] in draft.titles.fighter_plurals | draft.titles.words["fighters"] and (body := of_body(draft, k)):
        draft.claim(Span(start, k + 1, "group", body, "members of a named group", plural=True, head=k))
        return  # "Guatemalan rebels of the URNG"
    entity = _faction(draft, start, k + 1, state, draft.lower[k])
    first = draft.hit_to.get(start - 1) if start > 1 and draft.lower[start - 1] in ("and", "or") else None
    short = first is not None and draft.raw[first.start].isupper()  # "US and British activists"
    if first is not None and _can_own(draft, first) and (short or draft.how(first) == "adjective"):
        name = f"{draft.text(first.start, first.end)} {draft.text(left, k + 1)}"
        other = named_faction(draft, name, first.start, draft.seat(first), draft.lower[k])
        reason = f"factions named with {state.name} and another"
        members = (other, entity)
        draft.claim(Span(first.start, k + 1, "group", other, reason, plural=True, members=members, head=head))
        return
    draft.claim(Span(start, k + 1, "group", entity, f"a faction named with {state.name}", plural=True, head=head))


def _read_ethnic(draft: Draft, k: int) -> None:
    """Read a people away from its state: "ethnic Albanians" are not Albania."""
    hit = draft.hit_from.get(k + 1)
    if hit is None or draft.kind(hit) != "state" or draft.how(hit) not in ("people", "adjective"):
        return
    end = hit.end
    while end < len(draft.words) and end not in draft.breaks and draft.lower[end] in draft.titles.faction_qualities:
        end += 1
    if end < len(draft.words) and (
        draft.lower[end] in draft.titles.factions or draft.lower[end] in draft.titles.faction_bodies
    ):
        return  # the noun tells more and is read with its people
    plural = draft.words[hit.end - 1].endswith("s")
    name = f"ethnic {draft.text(hit.start, hit.end)}"
    entity = named_faction(draft, name if plural else f"{name}s", k, None, "")
    entity.ground = None
    draft.claim(Span(k, hit.end, "group", entity, "a people away from its state", plural=plural, head=hit.end - 1))


def _read_before_noun(draft: Draft, k: int) -> None:
    """Read fighters before what is theirs: "a Karen guerrilla stronghold", "a Kurdish rebel base"."""
    if draft.lower[k + 1] not in draft.titles.fighter_places and draft.raw[k + 1] != "-":
        return
    hit = draft.hit_to.get(k)
    start = k
    if hit is not None and draft.kind(hit) in ("state", "place", "group") and not draft.overlaps(hit.start, k):
        if draft.kind(hit) == "group":
            draft.claim(Span(hit.start, k + 1, "group", draft.entity_of(hit), FIGHTERS_OF))
            return
        start, state = hit.start, draft.seat(hit)
    elif k and _is_stranger(draft, k - 1):
        start, state = k - 1, None
    else:
        return
    entity = named_faction(draft, f"{draft.text(start, k + 1)}s", start, state, f"{draft.lower[k]}s")
    draft.claim(Span(start, k + 1, "group", entity, "fighters before what is theirs"))


def _read_lone(draft: Draft, k: int) -> bool:
    """Read one of a people who is no organ of its state: "an Israeli settler", "a young Kurdish gunman"."""
    left = _left_edge(draft, k)
    hit = draft.hit_to.get(left)
    if hit is None or not _can_own(draft, hit) or draft.how(hit) == "name" or not hit.start:
        return False
    after = draft.lower[k + 1] if k + 1 < len(draft.words) else "."
    noun = after in draft.titles.heads | draft.titles.organs | draft.titles.faction_bodies | draft.titles.fighter_places
    if noun or after == "-":
        return False
    i = hit.start - 1
    while (
        i > 0
        and i not in draft.covered
        and draft.lower[i] in draft.titles.faction_qualities | draft.titles.words["hyphenPart"]
    ):
        i -= 1
    if draft.lower[i] not in ("a", "an", "one", "another"):
        return False
    if draft.kind(hit) == "group":  # "a Serb sniper"
        draft.claim(Span(hit.start, k + 1, "group", draft.entity_of(hit), "one of a named group", head=k))
        return True
    state = draft.seat(hit)
    entity = _faction(draft, hit.start, k + 1, state, f"{draft.lower[k]}s")
    draft.claim(Span(hit.start, k + 1, "group", entity, f"one of a people of {state.name}", head=k))
    return True


def _read_tied(draft: Draft, left: int, k: int) -> bool:
    """Read a faction by whose side it is on: "US-backed rebels", "AKP-affiliated unions"."""
    if (
        left < 3
        or draft.lower[left - 1] not in draft.titles.words["tied"]
        or draft.lower[left - 2] != "-"
        or left in draft.breaks
    ):
        return False
    hit = draft.hit_to.get(left - 2)
    if hit is None or draft.overlaps(hit.start, k + 1):
        return False
    entity = named_faction(draft, draft.text(hit.start, k + 1), hit.start, None, draft.lower[k])
    draft.claim(Span(hit.start, k + 1, "group", entity, "a faction by whose side it is on", plural=True, head=k))
    return True


def _read_siding(draft: Draft, k: int) -> bool:
    """Read a faction by whom it is for or against: "pro-Kabila forces", "anti-Gaddafi fighters"."""
    left = k - 1
    while left > 2 and left not in draft.breaks and draft.lower[left] in draft.titles.faction_qualities:
        left -= 1
    if left < 2 or draft.lower[left - 1] != "-" or draft.lower[left - 2] not in PREFIXES:
        return False
    hit = draft.hit_from.get(left)
    if hit is not None and draft.how(hit) in ("adjective", "people"):
        return False  # "pro-Russian separatists" are read with their people
    if not draft.raw[left][0].isupper() or draft.overlaps(left - 2, k + 1) or left in draft.breaks:
        return False
    name = draft.lower[left - 2] + draft.text(left - 1, k + 1)
    entity = named_faction(draft, name, left - 2, None, draft.lower[k])
    draft.claim(Span(left - 2, k + 1, "group", entity, "a faction by whose side it is on", plural=True, head=k))
    return True


def _read_named(draft: Draft, left: int, k: int) -> bool:
    """Read a faction by its creed or by a name that no list has: "Moslem extremists", "Shona rebels"."""
    start = left
    if left == k and _read_letters(draft, k):
        return True
    if k > left and any(draft.lower[i] in draft.titles.creeds for i in range(left, k)):
        reason = "a faction named with its creed"
    elif left and left not in draft.breaks and _is_stranger(draft, left - 1):
        if draft.lower[k] not in draft.titles.fighter_plurals:
            return False
        start, reason = left - 1, "a faction with a name"
    else:
        return False
    while start < k and draft.lower[start] not in draft.titles.creeds and not draft.raw[start][0].isupper():
        start += 1
    entity = named_faction(draft, draft.text(start, k + 1), start, None, draft.lower[k])
    behind = _place_behind(draft, k)
    if behind is not None:
        entity.ground = draft.seat(behind)
    draft.claim(Span(start, k + 1, "group", entity, reason, plural=True, head=k))
    return True


def _read_letters(draft: Draft, k: int) -> bool:
    """Read fighters by the short form of a body that no list knows, and that form elsewhere: "MJM rebels", "the MJM".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "PUSK rebels attacked Chad. The PUSK later freed two Chadian soldiers."
    >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
    [('PUSK', 'attacked'), ('PUSK', 'released')]
    """
    short = draft.raw[k - 1] if k and k not in draft.breaks else ""
    known = k - 1 in draft.covered or k - 1 in draft.taken or short in draft.titles.no_names
    if len(short) < 3 or not (short.isalpha() and short.isupper()) or known or draft.raw[k].isupper():
        return False
    if draft.lower[k] not in draft.titles.fighter_plurals or (k > 1 and draft.raw[k - 2].isupper()):
        return False  # "MORE REBELS" of a headline in capitals
    entity = body_of_letters(draft, short) or draft.entities.by_name.setdefault(short, Entity(short, "group"))
    entity.first = min(entity.first, k - 1)
    draft.claim(Span(k - 1, k + 1, "group", entity, FIGHTERS_OF, plural=True, head=k))
    read_short_form(draft, short, entity, 0)
    return True


def _is_stranger(draft: Draft, i: int) -> bool:
    """Whether a capitalised word that nothing knows may name a people: "Karen", "Shona"."""
    word = draft.raw[i]
    return (
        i not in draft.covered
        and i not in draft.taken
        and word[0].isupper()
        and not word.isupper()
        and LETTER.search(word) is not None
        and not draft.starts(i)
        and word not in draft.titles.no_names
        and word not in draft.titles.no_persons
        and not (i and draft.raw[i - 1][0].isupper() and not draft.starts(i - 1))
    )


def _place_behind(draft: Draft, k: int) -> Hit | None:
    """Give the place behind a faction: "rebels in the Congo", "settlers in the West Bank city of Hebron"."""
    if k + 2 >= len(draft.words) or draft.lower[k + 1] not in _PLACED or k + 1 in draft.breaks:
        return None
    if draft.lower[k + 1] == "from" and _taken_away(draft, k):
        return None
    i = k + 2
    between = draft.titles.words["compass"] | {"the"}
    while i < len(draft.words) and i - k < 6 and draft.lower[i] in between:
        i += 1
    hit = draft.hit_from.get(i)
    if hit is not None and draft.kind(hit) in ("state", "place") and draft.how(hit) not in ("adjective", "people"):
        return hit
    return None


def _taken_away(draft: Draft, k: int) -> bool:
    """Whether a verb before takes those at token k away: "will withdraw aid workers from Iraq"."""
    for i in range(k - 1, max(k - 12, -1), -1):
        if draft.lower[i] in draft.titles.words["takeAway"]:
            return True
        if draft.starts(i):
            return False
    return False


def _read_place_behind(draft: Draft, left: int, k: int) -> bool:
    """Read a faction with the place behind it: "rebels in the Congo"; it begins at `left`, its head is token k."""
    hit = _place_behind(draft, k)
    if hit is None:
        return False
    after = draft.lower[hit.end] if hit.end < len(draft.words) else "."
    town = draft.how(hit) == "metonym" or draft.titles.is_city(draft.entities.gazetteer.records[hit.entries[0][0]])
    if town and draft.lower[k] in draft.titles.words["fighters"]:
        return False  # "will meet rebels in Doha"
    if after in (",", "and", "'s") or draft.overlaps(left, hit.end):
        return False
    entity = _faction(draft, left, hit.end, draft.seat(hit), draft.lower[k])
    draft.claim(Span(left, hit.end, "group", entity, "a faction with its place", plural=True, head=k))
    return True


def _read_bare(draft: Draft, left: int, k: int) -> bool:
    """Read a faction of which nothing tells whose it is: "opposition parties", "Guerrillas attacked a convoy"."""
    opposed = draft.lower[k] in draft.titles.words["oppositionNoun"] and "opposition" in draft.lower[left:k]
    acting = draft.starts(left) or draft.lower[left - 1] == "by"
    acting = acting or (draft.lower[left - 1] == "of" and draft.lower[left - 2] in draft.titles.words["part"])
    marked = any(
        draft.lower[i] in draft.titles.fighters or (acting and draft.lower[i] == "armed") or draft.follows_anti(i)
        for i in range(left, k)
    )
    several = draft.lower[k].endswith("s") or draft.lower[k] == "men"
    band = marked and draft.lower[k] in draft.titles.faction_bodies and several
    if not opposed and not band and not (acting and draft.lower[k] in draft.titles.words["fighters"]):
        return False
    if left and left not in draft.breaks and draft.lower[left - 1] in _KNOWN:
        return False
    entity = named_faction(draft, draft.text(left, k + 1), left, None, draft.lower[k])
    draft.claim(Span(left, k + 1, "group", entity, "a faction of nobody named", plural=True, head=k))
    return True


def _faction(draft: Draft, start: int, end: int, state: Entity, noun: str) -> Entity:
    """Make the group of an unnamed faction: "Chechen rebels" is not Chechnya."""
    return named_faction(draft, draft.text(start, end), start, state, noun)
