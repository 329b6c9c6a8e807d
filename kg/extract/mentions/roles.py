"""Reads role phrases with the names that belong to them, from right to left."""

from __future__ import annotations

from kg.extract.dates.patterns import MONTHS, WEEKDAYS
from kg.extract.grammar import BEFORE_INFINITIVE, PREPOSITIONS
from kg.extract.mentions.apposition import apposed_after, apposed_before, is_of_next_name
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.holders import add_person, first_of_two
from kg.extract.mentions.names import in_name, is_family_told, is_name, name_run
from kg.extract.mentions.plural_roles import named_after, several, share
from kg.extract.mentions.role import Role, are_heads, role_at, serves
from kg.extract.mentions.span import ONCE_HELD, Span

_IN_DATES = frozenset({*MONTHS, *WEEKDAYS, "on", ","})


def collect(draft: Draft) -> None:
    """Make the persons that are named in full, so that shorter names before them are theirs too."""
    for hit in draft.hits:
        if draft.kind(hit) == "person" and hit.end - hit.start > 1:
            draft.entities.of_record(hit.entries[0][0], draft.text(hit.start, hit.end))
    draft.collecting = True
    read_roles(draft)
    draft.collecting = False


def read_roles(draft: Draft) -> None:
    """Read every role phrase from right to left, so that inner titles are known to outer ones."""
    for k in range(len(draft.words) - 1, -1, -1):
        if (draft.lower[k] in draft.titles.heads or are_heads(draft, k)) and k not in draft.taken:
            if k in draft.covered and draft.covered[k].end - draft.covered[k].start > 1:
                continue
            if (
                in_name(draft, k)
                or is_family_told(draft, k)
                or _is_courtesy(draft, k)
                or _is_behind_name(draft, k)
                or _is_portfolio(draft, k)
                or _is_full_power(draft, k)
                or _is_of_body(draft, k)
                or _is_of_occasion(draft, k)
                or _are_fighters(draft, k)
                or (
                    draft.lower[k] in draft.titles.words["verbHead"]
                    and k not in draft.breaks
                    and _is_infinitive(draft, k)
                )
            ):
                continue
            _read_role(draft, role_at(draft, k))


def _are_fighters(draft: Draft, k: int) -> bool:
    """Whether a title in the plural is of those who fight for themselves, with no name behind: "Somali warlords"."""
    return draft.lower[k] in draft.titles.words["fighterPlural"] and name_run(draft, k + 1) == k + 1


def _is_infinitive(draft: Draft, k: int) -> bool:
    """Whether a word that may be a title is a verb: "to co-chair", "will on Tuesday, 5 August 2003, host"."""
    j = k - 3 if draft.lower[max(k - 2, 0) : k] == ["co", "-"] else k - 1
    while j > 0 and j not in draft.breaks and draft.lower[j] not in BEFORE_INFINITIVE:
        if draft.lower[j] not in _IN_DATES and not draft.raw[j][0].isdigit():
            return False
        j -= 1
    return j >= 0 and draft.lower[j] in BEFORE_INFINITIVE


def _is_courtesy(draft: Draft, k: int) -> bool:
    """Whether a title is a courtesy between an office and its name: "Minister of Foreign Affairs Sheikh Sabah"."""
    low = draft.lower
    if low[k] not in draft.titles.honorifics & draft.titles.officeless or k in draft.breaks or not k:
        return False
    if not (draft.raw[k][0].isupper() and draft.raw[k - 1][0].isupper()) or name_run(draft, k + 1) == k + 1:
        return False
    return low[k - 1] in draft.titles.heads or low[k - 1] in draft.titles.topics


def _is_behind_name(draft: Draft, k: int) -> bool:
    """Whether letters behind a name only honour its bearer: "Bob Carr MP, Minister for Foreign Affairs"."""
    return draft.raw[k].isupper() and draft.lower[k] in draft.titles.words["postnominal"] and _ends_name(draft, k)


def _is_full_power(draft: Draft, k: int) -> bool:
    """Whether a word only tells of a diplomat's powers: "Ambassador Extraordinary and Plenipotentiary"."""
    powers = draft.titles.words["fullPowers"]
    return k > 1 and draft.lower[k] in powers and not powers.isdisjoint(draft.lower[k - 2 : k])


def _is_of_body(draft: Draft, k: int) -> bool:
    """Whether a rank is the first word of a body's name: "Head of the General Intelligence Service Omar Suleiman"."""
    after = k + 1 < len(draft.words) and k + 1 not in draft.breaks and draft.raw[k + 1][0].isupper()
    if not after or not k or draft.raw[k][0].islower() or draft.lower[k - 1] not in ("the", "of"):
        return False
    follow = draft.lower[k + 1]
    return draft.lower[k] in draft.titles.officeless and follow in draft.titles.topics - draft.titles.heads


def _is_of_occasion(draft: Draft, k: int) -> bool:
    """Whether "official" is a word of a visit or of talks: "his official visit", "an official goodwill visit"."""
    if draft.lower[k] != "official":
        return False
    occasions = draft.titles.words["journey"] | draft.titles.words["errand"]
    behind = [w for i, w in enumerate(draft.lower[k + 1 : k + 3], k + 1) if i not in draft.breaks]
    if behind and (behind[0] in PREPOSITIONS or not behind[0].isalpha()):
        return False  # "an official in talks with Peru"
    return any(w in occasions or w.removesuffix("s") in occasions for w in behind)


def _is_portfolio(draft: Draft, k: int) -> bool:
    """Whether a title is what an office is for: "Kazakhstan's Minister of Justice Marat Beketayev"."""
    low = draft.lower
    held = k > 1 and k not in draft.breaks and low[k - 1] == "of" and low[k - 2] in draft.titles.words["serving"]
    return (
        held and not serves(draft, low[k - 2], low[k]) and low[k] in draft.titles.topics and draft.raw[k][0].isupper()
    )


def _ends_name(draft: Draft, k: int) -> bool:
    named = k > 1 and is_name(draft, k - 1) and is_name(draft, k - 2)
    return named and (k + 1 == len(draft.raw) or k + 1 in draft.breaks or not draft.raw[k + 1][0].isupper())


def _read_role(draft: Draft, role: Role) -> None:
    """Claim a role with the name that stands behind, before or after it, or without one."""
    if role.start and draft.lower[role.start - 1] == "ethnic" and role.start not in draft.breaks:
        role.represents = None  # "ethnic Albanian leaders" lead no Albania
    j = _past_abbreviation(draft, role, draft.past_honorifics(role.end))
    end = name_run(draft, j) if j not in draft.breaks else j
    if end > j:
        add_person(draft, role, role.start, end, j, end, "its title")
        share(draft, role, end)
        return
    of_next = is_of_next_name(draft, role)
    role.linked = role.linked or of_next
    readings = (apposed_after, apposed_before) if of_next else (apposed_before, apposed_after)
    if first_of_two(draft, role) or any(reading(draft, role) for reading in readings):
        return
    role.role = draft.titles.short.get(role.role, role.role)
    members = several(draft, role)
    if role.beside is not None and role.represents is not None:
        members = members or (role.beside, role.represents)
    if members and named_after(draft, role, members):
        return
    draft.claim(
        Span(
            role.start,
            role.end,
            "role",
            role.represents,
            ONCE_HELD if role.former and not role.plural else "a role without a name",
            role.role,
            role.determiner,
            role.plural,
            posted=role.posted,
            head=role.head,
            members=members,
        )
    )


def _past_abbreviation(draft: Draft, role: Role, j: int) -> int:
    """Go past the abbreviation of the body: "secretary-general of the Organization of African Unity (OAU) Salim"."""
    short = role.represents is not None and j + 3 < len(draft.words) and draft.short_form_at(j)
    return j + 3 if short and name_run(draft, j + 3) > j + 3 else j
