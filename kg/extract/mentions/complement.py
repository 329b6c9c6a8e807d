"""Reads what follows the head of a role or an organ: "of Defence of Ukraine", "to Yemen", "for Climate"."""

from __future__ import annotations

from kg.extract.entities import Entity
from kg.extract.forms import Hit
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.span import Span


def complement(draft: Draft, j: int, head: str) -> tuple[int, str, Entity | None, Entity | None]:
    """Read what follows a role head: "of State", "of Defence of Ukraine", "to Yemen", "for Climate"."""
    tail, represents, posted = "", None, None
    end = j = _full_powers(draft, j)
    peer = head in draft.titles.words["counterpart"]  # "his counterpart from Oman"
    while (
        end < len(draft.words)
        and end not in draft.breaks
        and draft.lower[end] in ("of", "for", "on", "to", "in", "at", "from", "with")
    ):
        prep = draft.lower[end]
        i = end + 1
        while (
            i < len(draft.words)
            and draft.lower[i] in draft.titles.words["stateForm"] | {"the"}
            and (draft.lower[i] == "the" or (i + 1 < len(draft.words) and draft.lower[i + 1] == "of"))
        ):
            i += 2 if draft.lower[i] != "the" and draft.lower[i + 1] == "of" else 1
            if i < len(draft.words) and draft.hit_from.get(i):
                break
        if i >= len(draft.words):
            break
        inner = next((s for s in draft.found if s.start <= i < s.end and s.sort == "person"), None)
        if inner is not None and prep == "to":
            return (
                inner.end,
                f"{tail} to the {inner.role or 'leader'}",
                inner.entity and inner.entity.state(),
                posted,
            )
        served = _served(draft, i, head) if prep == "of" else None
        if served is not None:  # "special envoy of the UN Secretary-General for Syria"
            represents, end = served.entity and (served.entity.state() or served.entity), served.end
            draft.release(served)
            continue
        hit = draft.hit_from.get(i)
        region = prep == "for" and head in draft.titles.words["plainOffice"] and _is_wide(draft, i)
        if (
            hit is not None
            and not region
            and draft.kind(hit) != "person"
            and draft.how(hit) not in ("adjective", "people")
        ):
            if (
                prep == "of"
                or (prep == "from" and peer)
                or (prep in ("for", "at", "with") and draft.kind(hit) == "organisation")
                or (prep == "at" and draft.lower[hit.end - 1] in draft.titles.words["officialBody"])
            ):
                inner_hit = draft.hit_from.get(hit.end)
                if draft.kind(hit) == "state" and inner_hit is not None and draft.kind(inner_hit) == "organisation":
                    hit = inner_hit  # "director of the U.S. Federal Bureau of Investigation"
                represents, end = draft.seat(hit), hit.end
                organ, stop = _organ_of(draft, hit, head)
                if organ:
                    tail, end = f"{tail} of {organ}", stop
                while end < len(draft.words) and draft.raw[end][0].isupper() and _is_part(draft, end):
                    end += 1  # "governor of the Darfur Region", "head of the U.S. Embassy"
                if (stop := _mission_end(draft, end)) > end:
                    tail, end = f"{tail} of {draft.text(end, stop)}", stop
                continue
            if prep == "to" and _is_sent(draft, j):
                break
            if prep == "for" and draft.lower[hit.end : hit.end + 1] == ["'s"]:
                break  # "thanked the minister for Peru's help"
            abroad = tail.split()[-1:] and tail.split()[-1].casefold() in draft.titles.words["missionAbroad"]
            if prep in ("to", "in", "for") and (head in draft.titles.posted or abroad):
                posted, end = draft.seat(hit), hit.end
                tail += f" to {draft.text(i, hit.end)}"
                continue
            break
        if hit is not None and draft.how(hit) in ("adjective", "people") and prep == "of":
            stop = _mission_end(draft, hit.end) or portfolio_end(draft, hit.end, prep, head)
            seat = draft.hit_from.get(hit.end)
            if stop == hit.end and seat is not None and draft.kind(seat) == "state":
                stop = seat.end  # "the head of the British Foreign Office"
            if stop > hit.end:
                represents = represents or draft.seat(hit)
                tail += f" of {draft.text(hit.end, stop)}"
                end = stop
                continue
        if prep in ("at", "in") and (stop := _office_end(draft, i)) > i:
            tail, end = f"{tail} {prep} {draft.text(i, stop)}", stop  # "State Secretary at the Federal Foreign Office"
            continue
        if draft.lower[i] in draft.titles.words["bodyBefore"] and (
            i + 2 < len(draft.words) and draft.lower[i + 1] == "'s"
        ):
            i += 2
        stop = portfolio_end(draft, i, prep, head)
        if stop == i:
            break
        tail += f" {prep} {draft.text(i, stop)}"
        end = stop
    return end, tail, represents, posted


def _served(draft: Draft, i: int, head: str) -> Span | None:
    """Give the office or the leader whom an envoy or an adviser serves: "the envoy of the Turkish president"."""
    if head not in draft.titles.words["serving"]:
        return None
    return next(
        (s for s in draft.found if s.start <= i < s.end and s.sort in ("person", "role") and s.entity is not None), None
    )


def _organ_of(draft: Draft, hit: Hit, head: str) -> tuple[str, int]:
    """Give the organ of a state behind its name, and its end: "the head of Peru's Foreign Ministry"."""
    first, seat = hit.end, draft.text(hit.start, hit.end).casefold()
    if draft.entities.gazetteer.role(f"{head} of {seat}", "") != f"{head} of {seat}":
        return seat, first  # "the head of the State Department"
    if draft.kind(hit) != "state" or first + 1 >= len(draft.words) or first in draft.breaks:
        return "", first
    owned = draft.lower[first] == "'s"
    first += owned
    if not owned and not draft.raw[first][0].isupper():
        return "", first
    stop = portfolio_end(draft, first, "of", head)
    organ = draft.text(first, stop)
    return (organ, stop) if organ and draft.lower[stop - 1] in draft.titles.words["officialBody"] else ("", first)


def _mission_end(draft: Draft, i: int) -> int:
    """Give the end of a mission abroad that starts at token i: "Permanent Mission", "Delegation"; 0 where none does."""
    j = i
    while j < len(draft.words) and j - i < 3 and j not in draft.breaks and draft.raw[j][0].isupper():
        if draft.lower[j] in draft.titles.words["missionAbroad"]:
            return j + 1
        j += 1
    return 0


def _office_end(draft: Draft, i: int) -> int:
    """Give the end of the name of an office of no state's: "the Federal Foreign Office"; i where there is none."""
    j, last = i, i
    while j < len(draft.words) and j - i < 5 and j not in draft.breaks | draft.taken and j not in draft.covered:
        if not draft.raw[j][0].isupper():
            break
        j += 1
        if draft.lower[j - 1] in draft.titles.words["officialBody"]:
            last = j
    return last


def _full_powers(draft: Draft, j: int) -> int:
    """Pass over the form of a diplomat's powers: "Ambassador Extraordinary and Plenipotentiary of Cuba"."""
    end = j
    while end < len(draft.words) and end not in draft.breaks:
        if draft.lower[end] in draft.titles.words["fullPowers"]:
            j = end + 1
        elif draft.lower[end] not in ("and", "&") or end > j:
            break
        end += 1
    return j


def _is_sent(draft: Draft, j: int) -> bool:
    """Whether who ends before token j is sent where "to" leads: "sent its special envoy to Kenya"."""
    for i in range(j - 2, max(j - 7, -1), -1):
        if draft.lower[i] in ("a", "an", "its", "his", "her", "their"):
            return i > 0 and draft.lower[i - 1] in draft.titles.words["sendForm"]
    return False


def portfolio_end(draft: Draft, i: int, prep: str, head: str) -> int:
    """Give the end of a portfolio that starts at token i ("National Defence", "state for foreign affairs")."""
    if prep in ("to", "in", "at", "with") or (prep == "on" and not draft.raw[i][0].isupper()):
        return i
    j = _affairs_end(draft, i)
    while j < len(draft.words) and j - i < 9 and j not in draft.breaks and j not in draft.taken:
        low, follow = draft.lower[j], draft.lower[j + 1] if j + 1 < len(draft.words) else ""
        hit = draft.covered.get(j)
        if (
            hit is not None
            and hit.start == j
            and draft.entities.gazetteer.records[hit.entries[0][0]].wide
            and prep == "for"
        ):
            j = hit.end
        elif low in draft.titles.topics and j not in draft.covered:
            if low in draft.titles.heads and j > i and draft.raw[j][0].isupper() and low != "state":
                break
            j += 1
        elif _is_wide_adjective(draft, j) and follow in draft.titles.topics and draft.raw[j + 1][0].isupper():
            j += 1
        elif low == "and" and j > i and prep == "for" and draft.raw[j - 1][0].isupper() and _is_wide(draft, j + 1):
            j += 1  # "for the Middle East and North Africa"
        elif low == "and" and j > i and prep == "for" and follow == "the" and _is_wide(draft, j + 2):
            j += 2  # "for Europe and the Americas"
        elif low in ("and", "&", "the", "of", "with", "'s", "for") and j > i and _goes_on(draft, j + 1):
            foreign = (j + 1) in draft.covered and not _is_wide_adjective(draft, j + 1)
            others = follow in draft.titles.words["fighters"]  # "delegates of the government and rebels"
            if foreign or others or (j + 1) in draft.taken or (follow in draft.titles.heads and low == "and"):
                break
            j += 1
        elif low == "," and j > i and (listed := _list_end(draft, j)) > j:
            j = listed
        else:
            break
    if head == "head" and j == i:
        return i
    return j


def _affairs_end(draft: Draft, i: int) -> int:
    """Give the end of "Near Eastern Affairs", "European and Eurasian Affairs" at token i; else i.

    A bureau may be of adjectives that name lands and of words that no list of portfolios has.
    """
    j = end = i
    while j < len(draft.words) and j - i < 8 and j not in draft.taken and not (j > i and j in draft.breaks):
        low = draft.lower[j]
        if low == "affairs" and j > i and draft.raw[j][0].isupper():
            end = j + 1
        joins = low in ("and", "&", ",", "-", "for", "of", "the") and j > i
        if not joins and (not draft.raw[j][0].isupper() or (low in draft.titles.heads and low != "state")):
            break
        j += 1
    return end


def _is_part(draft: Draft, i: int) -> bool:
    """Whether a word behind a state is for a part or a body of it."""
    return draft.lower[i] in draft.titles.words["territory"] or draft.lower[i] in draft.titles.words["officialBody"]


def _goes_on(draft: Draft, j: int) -> bool:
    """Whether a portfolio goes on at token j: with a topic, or with "European Affairs"."""
    if j + 1 < len(draft.words) and _is_wide_adjective(draft, j) and draft.lower[j + 1] in draft.titles.topics:
        return True
    return j < len(draft.words) and draft.lower[j] in draft.titles.topics


def _is_wide_adjective(draft: Draft, j: int) -> bool:
    """Whether a word is the adjective of a continent, of which a minister may be: "Foreign and European Affairs"."""
    hit = draft.covered.get(j)
    if hit is None or hit.end - hit.start != 1 or draft.how(hit) != "adjective":
        return False
    return draft.entities.gazetteer.records[hit.entries[0][0]].wide


def _list_end(draft: Draft, comma: int) -> int:
    """Give the end of a portfolio that goes on in a list: "for Foreign, Commonwealth and Development Affairs".

    What is no such list, as it names another officer, has its end at the comma: "of Defence, Foreign Minister Bah".
    Unknown words are part of one that a state follows: "of Foreign Affairs, Integration and the Diaspora of Chad".
    """
    j, last, known = comma, False, True
    while j < len(draft.words) and draft.lower[j] in (",", "and", "&") and not last:
        last = draft.lower[j] != ","
        j += 2 if draft.lower[j + 1 : j + 2] == ["the"] else 1
        first = j
        while j < len(draft.words) and _may_be_topic(draft, j):
            known = known and (draft.lower[j] in draft.titles.topics or j in draft.covered)
            j += 1
        if j == first:
            return comma
    if not last or draft.lower[j : j + 1] == ["'s"]:
        return comma
    return j if known or _of_state(draft, j) else comma


def _may_be_topic(draft: Draft, j: int) -> bool:
    """Whether a capitalised word, or the body that it begins, can be part of a portfolio, and heads no office."""
    low = draft.lower[j]
    if not draft.raw[j][0].isupper() or low in draft.titles.heads or j in draft.taken or j in draft.breaks:
        return False
    return j not in draft.covered or low in draft.titles.words["portfolioBody"] or _is_wide(draft, j)


def _is_wide(draft: Draft, j: int) -> bool:
    """Whether a word is of the name of a continent or a region: "for the Middle East, North Africa and Asia"."""
    hit = draft.covered.get(j)
    return hit is not None and draft.entities.gazetteer.records[hit.entries[0][0]].wide


def _of_state(draft: Draft, j: int) -> bool:
    """Whether "of" and a state stand at token j."""
    if draft.lower[j : j + 1] != ["of"]:
        return False
    return any(i in draft.hit_from and draft.kind(draft.hit_from[i]) == "state" for i in range(j + 1, j + 5))
