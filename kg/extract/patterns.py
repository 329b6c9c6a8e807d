"""Compiles the wordings of the lexicon into patterns, indexed by the lemma that triggers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.extract.grammar import PARTICLES, PREPOSITIONS, PURE_PARTICLES
from kg.ontology import Wording

_CALLING_IN = frozenset({"call", "haul"})
"""Verbs whose "in" before O is a particle: "called in the ambassador" is not "called in Paris"."""


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern: sort is object, subject, noun, preposition, particle, that, within or to."""

    sort: str
    words: frozenset[str] = frozenset()
    target: frozenset[str] | None = None
    """For a preposition: None where its object is O, else the lemmas of its noun."""
    optional: bool = False
    trailing: bool = False
    """For a particle: whether it stands behind O and governs what it is about: "supplied O with"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wording ready to match."""

    wording: Wording
    heads: frozenset[str]
    subject_kinds: frozenset[str]
    object_kinds: frozenset[str]
    reciprocal: bool
    elements: tuple[Element, ...] = ()
    doer: frozenset[str] = frozenset()
    """For nouns: the prepositions of the doer; "of" stands for every way a noun has its doer."""
    object_prepositions: frozenset[str] = frozenset()
    between: bool = False
    modal: frozenset[str] = frozenset()
    """The auxiliaries that the clause below must have, one of them: "said that O must"."""
    told: frozenset[str] = frozenset()
    """The nouns that the clause below must have, its verb among `modal`: "said that O be ally"."""
    needs: tuple[frozenset[str], ...] = ()
    """For verbs: sets of words of which the sentence must have one each, else the wording cannot match."""
    inverse: bool = False
    """Whether the wording begins with O: "O receive letter from S"."""
    complements: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()
    """For nouns: prepositions with the literal noun that must follow ("release of hostage from O")."""

    @property
    def predicate(self) -> str:
        """The predicate that the wording says; "" for an idle one."""
        return self.wording.predicate

    @property
    def weight(self) -> int:
        """How telling the wording is: the more literal words, the more."""
        literal = sum(
            1 + (e.target is not None or (e.sort == "within" and bool(e.words)))
            for e in self.elements
            if e.sort != "object" and not e.optional
        )
        return (
            literal
            + bool(self.told)
            + len(self.complements)
            + any("_" in h for h in self.heads)
            + any("_" in w for e in self.elements for w in (*e.words, *(e.target or ())))
        )

    @property
    def idle(self) -> bool:
        """Whether the wording tells no event, so that a weaker one must not fire where it fits."""
        return not self.wording.predicate


def unworded(predicate: str, what: str) -> Pattern:
    """Give the pattern under which an event is told that no wording of the lexicon finds; `what` says how it was."""
    return Pattern(Wording(predicate, what, "verb"), frozenset(), frozenset(), frozenset(), False)


@dataclass(frozen=True, slots=True)
class Patterns:
    """All patterns by trigger lemma."""

    verbs: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)
    nouns: Mapping[str, tuple[Pattern, ...]] = field(default_factory=dict)


def _slot(token: str) -> tuple[str, frozenset[str]] | None:
    name, _, kinds = token.partition(":")
    if name in ("S", "O", "S&O", "X"):
        return name, frozenset(kinds.split("|")) if kinds else frozenset()
    return None


def _words(token: str) -> frozenset[str]:
    """Give the alternatives of a group; a word with one hyphen is read without it, too, as the parser sees it."""
    words = token.strip("()").split("|")
    return frozenset(words).union("_".join(map(_unhyphened, w.split("_"))) for w in words if "-" in w)


def _unhyphened(word: str) -> str:
    return word.replace("-", "") if word.count("-") == 1 else word


def compile_verb(wording: Wording) -> Pattern:
    """Compile a verb wording such as "S impose sanction|embargo on|against O".

    One that begins with X has somebody else as its subject, and S where it stands: "X take S out of O".
    """
    tokens = wording.pattern.split()
    first = _slot(tokens[0])
    assert first is not None
    name, subject_kinds = first
    object_kinds: frozenset[str] = frozenset()
    elements: list[Element] = []
    rest, i = tokens[2:], 0
    modal: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    while i < len(rest):
        token = rest[i]
        optional = token.startswith("(")
        words = _words(token)
        following = rest[i + 1] if i + 1 < len(rest) else None
        slot = _slot(token)
        if slot is not None and slot[0] == "S" and name == "X":
            subject_kinds = slot[1]
            elements.append(Element("subject"))
        elif slot is not None:
            object_kinds = slot[1]
            elements.append(Element("object"))
        elif token == "that":
            next_slot = _slot(following) if following else None
            if next_slot is not None:
                object_kinds = next_slot[1]
                i += 1
            elements.append(Element("that"))
            if i + 1 < len(rest):
                modal = _words(rest[i + 1])
            if i + 2 < len(rest):
                told = _words(rest[i + 2])
            break
        elif token == "to" and following is None:
            elements.append(Element("to"))
        elif token == "to" and i + 2 < len(rest) and rest[i + 2] == "...":
            last = _slot(rest[-1])
            object_kinds = last[1] if last else object_kinds
            elements.append(Element("within", _words(rest[i + 1])))
            break
        elif token == "to" and following == "...":
            object_kinds = _slot(rest[i + 2])[1] if i + 2 < len(rest) and _slot(rest[i + 2]) else object_kinds  # type: ignore[index]
            elements.append(Element("within"))
            break
        elif words <= PREPOSITIONS and following is not None and not optional:
            next_slot = _slot(following)
            if next_slot is not None and words == {"in"} and _words(tokens[1]) <= _CALLING_IN:
                elements.append(Element("particle", words))
            elif next_slot is not None:
                object_kinds = next_slot[1]
                elements.append(Element("preposition", words))
                i += 1
            elif _words(following) <= PREPOSITIONS or (i == 0 and words <= PURE_PARTICLES):
                elements.append(Element("particle", words))
            else:
                elements.append(Element("preposition", words, _words(following)))
                i += 1
        elif words <= PREPOSITIONS or words <= PARTICLES:
            behind = following is None and bool(elements) and elements[-1].sort in ("object", "preposition")
            elements.append(Element("particle", words, optional=optional, trailing=behind))
        else:
            elements.append(Element("noun", words, optional=optional))
        i += 1
    return Pattern(
        wording,
        _words(tokens[1]),
        subject_kinds,
        object_kinds,
        name == "S&O",
        tuple(elements),
        modal=modal,
        told=told,
        needs=_needs([*elements, *([Element("noun", told)] if told else [])]),
        inverse=name == "O",
    )


def _needs(elements: Iterable[Element]) -> tuple[frozenset[str], ...]:
    """Give what a sentence must have for the elements to be filled; of a compound its last word."""
    out = []
    for e in elements:
        words = e.target if e.sort == "preposition" else e.words if e.sort in ("noun", "particle", "within") else None
        if words and not e.optional:
            out.append(frozenset(w.rpartition("_")[2] for w in words))
    return tuple(out)


def compile_noun(wording: Wording) -> Pattern:
    """Compile a noun wording such as "visit|trip of S to O"."""
    tokens = wording.pattern.split()
    heads, rest = _words(tokens[0]), tokens[1:]
    subject_kinds: frozenset[str] = frozenset()
    object_kinds: frozenset[str] = frozenset()
    doer: frozenset[str] = frozenset()
    object_prepositions: frozenset[str] = frozenset()
    reciprocal = between = False
    complements: list[tuple[frozenset[str], frozenset[str]]] = []
    i = 0
    while i + 1 < len(rest):
        words, slot = _words(rest[i]), _slot(rest[i + 1])
        if slot is None:
            if words <= PREPOSITIONS:
                complements.append((words, _words(rest[i + 1])))
                i += 2
            else:
                i += 1
            continue
        if slot[0] == "S":
            doer, subject_kinds = words, slot[1]
        elif slot[0] == "O":
            object_prepositions, object_kinds = words, slot[1]
        else:
            reciprocal, between = True, True
            doer = words
        i += 2
    return Pattern(
        wording,
        heads,
        subject_kinds,
        object_kinds,
        reciprocal,
        doer=doer,
        object_prepositions=object_prepositions,
        between=between,
        complements=tuple(complements),
    )


def compile_patterns(wordings: Iterable[Wording]) -> Patterns:
    """Compile all wordings; the most telling pattern of a trigger comes first, an idle one before its equals."""
    verbs: dict[str, list[Pattern]] = {}
    nouns: dict[str, list[Pattern]] = {}
    for wording in wordings:
        pattern = compile_verb(wording) if wording.part == "verb" else compile_noun(wording)
        index = verbs if wording.part == "verb" else nouns
        for head in {h.split("_")[-1] for h in pattern.heads} if wording.part == "noun" else pattern.heads:
            index.setdefault(head, []).append(pattern)

    def ordered(patterns: list[Pattern]) -> tuple[Pattern, ...]:
        return tuple(sorted(patterns, key=lambda p: (-p.weight, p.wording.predicate, p.wording.pattern)))

    return Patterns(
        {head: ordered(found) for head, found in sorted(verbs.items())},
        {head: ordered(found) for head, found in sorted(nouns.items())},
    )
