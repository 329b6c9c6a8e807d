"""Reads persons by an honorific, by a shorter name of someone named, or by a famous family name."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.entities import Entity, in_office, name_words
from kg.extract.mentions.draft import Draft
from kg.extract.mentions.names import is_name, name_run
from kg.extract.mentions.span import Span
from kg.extract.mentions.styles import before_style, note_style


def read_honorifics(draft: Draft) -> None:
    """Read "Mr Trump", "Sir Keir", "Dr. Mona al-Farra", "Prince Faisal".

    Two may share a given name; who was named in full with the honorific is meant by it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Sir John Rao left Chad. Prime Minister John Key left Mali. Sir John arrived in Niger."
    >>> [e.subjects[0].name for e in Extractor().extract(Article("a", text)).events][-1]
    'John Rao'
    """
    called: dict[tuple[str, str], Entity] = {}
    for i, low in enumerate(draft.lower):
        if low not in draft.titles.honorifics or not draft.raw[i][0].isupper():
            continue
        if i in draft.taken or i + 1 in draft.taken:
            read = (s for s in draft.found if s.start <= i + 1 < s.end - 1 and s.sort == "person" and not s.members)
            known = next((s.entity for s in read if s.entity is not None), None)
            if known is not None:
                called[low, draft.lower[i + 1]] = known
        if i in draft.taken:
            continue
        j = draft.past_honorifics(i + 1)
        end = name_run(draft, j)
        if end == j or draft.overlaps(i, end):
            continue
        name = draft.text(j, end)
        given = (low, draft.lower[j])
        alone = called.get(given) if end == j + 1 and draft.entities.known(name) is None else None
        entity = alone or draft.entities.person(name)
        if end > j + 1:
            called.setdefault(given, entity)
        if entity.gender is None:
            entity.gender = "f" if low in draft.titles.female else "m" if low in draft.titles.male else None
        entity.first = min(entity.first, i)
        start = before_style(draft, i + 1) if note_style(draft, entity, i, j) else i
        draft.claim(Span(start, end, "person", entity, "named with an honorific"))


def read_surnames(draft: Draft) -> None:
    """Read each later, shorter name of the persons named so far."""
    known = {w for e in draft.entities.persons() for n in (e.name, *e.names) for w in name_words(n)}
    particles = draft.titles.words["nameParticle"] | {"-"}
    government = draft.titles.words["government"]  # "the Clinton Administration"
    i = 0
    while i < len(draft.words):
        if i in draft.taken or not is_name(draft, i):
            i += 1
            continue
        if name_words(draft.words[i])[-1] not in known:
            _read_famous(draft, i)
            i += 1
            continue
        end = i + 1
        while (
            end < len(draft.words)
            and end not in draft.breaks
            and end not in draft.taken
            and draft.lower[end] not in government
            and (
                is_name(draft, end)
                or (draft.lower[end] in particles and end + 1 < len(draft.words) and is_name(draft, end + 1))
            )
        ):
            end += 1
        start = i
        while (
            start - 1 >= 0
            and start not in draft.breaks
            and (start - 1) not in draft.taken
            and (
                draft.lower[start - 1] in ("-", "al", "el")
                or (is_name(draft, start - 1) and not draft.starts(start - 1))
            )
        ):
            start -= 1
        words = name_words(draft.text(i, end))
        entity = draft.entities.known(draft.text(i, end))
        if entity is not None and (len(words) > 1 or len(words[0]) > 2 or _is_family(entity, draft.raw[i])):
            entity.names.setdefault(draft.text(start, end))
            entity.first = min(entity.first, start)
            draft.claim(Span(start, end, "person", entity, "a shorter name of someone named before"))
        i = end


def _is_family(entity: Entity, word: str) -> bool:
    """Whether a word of two letters is the family name of the person: "Xi", "Li", which stands first."""
    if entity.record is not None:
        return word in entity.record.families
    return any(name.split()[0] == word and len(name.split()) > 1 for name in (entity.name, *entity.names))


def _read_famous(draft: Draft, i: int) -> None:
    """Read a bare family name that one holder of an office at the time bears: "Blinken reaffirmed"."""
    names = draft.entities.gazetteer.families.get(draft.raw[i]) or draft.entities.gazetteer.families.get(
        draft.words[i], ()
    )
    if not names or i in draft.covered or (draft.lower[i] in draft.titles.common and draft.starts(i)):
        return
    ruling = i + 1 < len(draft.words) and draft.lower[i + 1] in draft.titles.words["government"]  # "the Assad regime"
    for j in (i - 1, i + 1):
        if (
            0 <= j < len(draft.words)
            and draft.raw[j][0].isupper()
            and max(i, j) not in draft.breaks
            and (j not in draft.taken and not (j < i and draft.starts(j)))
            and not (ruling and j > i)  # "the Reagan Administration"
        ):
            return
    if (i and draft.raw[i - 1] == "-") or (i + 1 < len(draft.words) and draft.raw[i + 1] == "-"):
        return
    before = draft.lower[i - 1] if i and i not in draft.breaks else ""
    if _names_a_craft(draft, i) or (before in ("the", "in", "at", "near", "of", "a", "an") and not ruling):
        return
    entity = _famous(draft, i, names)
    if entity is None:
        return
    date = draft.entities.date
    entity.first = min(entity.first, i)
    draft.claim(Span(i, i + 1, "person", entity, f"the {entity.name} in office on {date}" if date else "a famous name"))


def _names_a_craft(draft: Draft, i: int) -> bool:
    """Whether a name is that of who builds a craft: "an Antonov transport plane"."""
    behind = draft.lower[i + 1 : i + 3]
    known = draft.titles.words["aeroplane"]
    return any(low in known and j not in draft.breaks for j, low in enumerate(behind, i + 1))


def _famous(draft: Draft, i: int, names: Iterable[str]) -> Entity | None:
    """Give who of those with a family name held an office at the time, if it is one."""
    records = [draft.entities.gazetteer.records[n] for n in names]
    date = draft.entities.date
    now = [r for r in records if date is not None and r.offices and in_office(r, date, slack=0)]
    chosen = now[0] if len(now) == 1 else records[0] if date is None and len(records) == 1 else None
    if chosen is None:
        return None
    entity = draft.entities.of_record(chosen.name, draft.raw[i])
    if entity.represents is None:
        entity.represents = draft.listed_state(entity, "")
    return entity


def read_pairs(draft: Draft) -> None:
    """Read two family names joined by a hyphen as two persons: "the Kerry-Lavrov talks"."""
    for i in range(len(draft.words) - 3):
        if draft.raw[i + 1] not in ("-", "–") or not (is_name(draft, i) and is_name(draft, i + 2)):
            continue
        if draft.overlaps(i, i + 3) or not draft.raw[i + 3].islower():
            continue
        if (i and draft.raw[i - 1] == "-") or draft.raw[i + 3] == "-":
            continue
        two = [_by_family(draft, k) for k in (i, i + 2)]
        one, other = two
        if one is not None and other is not None and one is not other:
            draft.claim(Span(i, i + 3, "person", one, "two names in one", plural=True, members=(one, other)))


def _by_family(draft: Draft, i: int) -> Entity | None:
    """Give who is meant by a family name: one named in the article, or one in office at the time."""
    known = draft.entities.known(draft.raw[i])
    families = draft.entities.gazetteer.families
    called = [e for e in draft.entities.persons() if any(n.split()[-1] == draft.raw[i] for n in e.names)]
    known = known or (called[0] if len(called) == 1 else None)  # "King Hussein"
    return known or _famous(draft, i, families.get(draft.raw[i], ()))


def with_letters(draft: Draft, spans: list[Span]) -> list[Span]:
    """Take the letters that honour a person as part of the name: "Mr Edwin Tong, SC, met", "Bob Carr MP"."""
    letters = draft.titles.words["postnominal"]
    for span in spans:
        end = span.end
        while span.sort == "person" and end not in draft.breaks:
            i = end + (draft.lower[end : end + 1] == [","])
            if i >= len(draft.words) or i in draft.taken or not draft.raw[i].isupper() or draft.lower[i] not in letters:
                break
            end = i + 1
        closed = end > span.end and draft.lower[span.end] == "," == "".join(draft.lower[end : end + 1])
        span.end = end + closed
    return spans
