"""The words of names, titles and organs, read from the lexicon's word classes and shaped for the mention finder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.lexis import Sets, by_first_word
from kg.ontology import ActorRecord, Lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Titles:
    """Sets of words, lower-case unless said otherwise."""

    heads: frozenset[str]
    """Heads of roles, their plurals among them."""
    plurals: frozenset[str]
    left: frozenset[str]
    """What stands left of a head within its role."""
    honorifics: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    organs: frozenset[str]
    bodies: frozenset[str]
    """Organs that take a complement with "of"."""
    topics: frozenset[str]
    """Words of portfolios."""
    posted: frozenset[str]
    """Heads of those who are posted to another state."""
    former: frozenset[str]
    officeless: frozenset[str]
    """Heads that name a rank, a courtesy or a relation."""
    short: Mapping[str, str]
    """Titles in full by their short forms."""
    style_short: Mapping[str, str]
    """Styles by their short forms: "excellency" by "he"."""
    common: frozenset[str]
    """Words of the language that the lexicon holds: at the start of a sentence their capital says nothing."""
    forces: frozenset[str]
    """Heads of troops and weapons, which are deployed where a minister would be visiting."""
    compatriots: frozenset[str]
    """Heads of unnamed groups that stand for their state when something is done to them."""
    faction_qualities: frozenset[str]
    """What may stand between a people and its faction."""
    factions: frozenset[str]
    """Plural heads that make a group of their own, not the state, as the one who acts ("Chechen rebels")."""
    faction_bodies: frozenset[str]
    """Heads that make one only with a word that says so ("armed groups", "opposition parties")."""
    fighters: frozenset[str]
    """Singular words of those who fight, which stand before what is theirs ("a guerrilla stronghold")."""
    fighter_plurals: frozenset[str]
    fighter_places: frozenset[str]
    """What fighters hold ("stronghold", "camp")."""
    followers: frozenset[str]
    """Heads of those who are for somebody ("supporters of President Aristide")."""
    faction_marks: frozenset[str]
    """Words that make a body a faction ("armed groups", "opposition parties")."""
    creeds: frozenset[str]
    """Words of faith that tell a faction without a people ("Moslem extremists")."""
    no_names: frozenset[str]
    """Capitalised words that begin no personal name."""
    no_persons: frozenset[str]
    """Capitalised words of places, things and bodies."""
    body_names: frozenset[str]
    """Capitalised words that head the name of an organisation."""
    navies: Mapping[str, str]
    """States by the prefix of their warships."""
    tenure: re.Pattern[str]
    """What stands before an office and is no part of it."""
    words: Sets
    """All word classes by name, for those that are read as they are."""

    def singular(self, role: str) -> str:
        """Give the office of one person: "prime ministers" is shared by several, "rep." is short."""
        role = " ".join(self.short.get(word, word) for word in role.replace(" .", ".").split())
        words = role.split(" of ")
        general = " general" if words[0].endswith("s general") else ""  # "attorneys general"
        office = words[0].removesuffix(general)
        last = office.split()[-1] if office else ""
        if (last in self.plurals or general) and last.endswith("s"):
            office = office[:-3] + "y" if last.endswith("ies") else office[:-1]
        return " of ".join((office + general, *words[1:]))

    def head_of(self, role: str) -> str:
        """Give the core of an office that the gazetteer can know: "deputy prime minister" stays, "tough" goes."""
        return role.split(" for ")[0].strip()

    def is_office(self, role: str) -> bool:
        """Whether the words name an office rather than a rank, a courtesy or a relation."""
        head = role.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()
        return bool(head) and head[-1] not in self.officeless

    def is_city(self, record: ActorRecord) -> bool:
        """Whether a place is a city, which stands for its state, and not a region with a life of its own."""
        return record.kind == "place" and bool(record.country) and not record.people and not record.adjectives


def make_titles(lexicon: Lexicon) -> Titles:
    """Shape the word classes of titles and names in the lexicon."""

    def words(name: str) -> frozenset[str]:
        return lexicon.words[name]

    def folded(*names: str) -> frozenset[str]:
        return frozenset(word.casefold() for name in names for word in words(name))

    roles = folded("role")
    first = {phrase.split(" of ")[0].split(" for ")[0].split(" to ")[0] for phrase in roles}
    heads = {part.split()[-1] for phrase in first for part in (phrase, phrase.split("-")[-1])}
    heads = (heads - words("noRoleHead")) | words("roleHead")
    plurals = ({head + "s" for head in heads} - words("noRolePlural")) | words("rolePlural")
    inside = {word for phrase in roles for word in phrase.replace("-", " ").split()[:-1]}
    left = (inside | folded("roleModifier") | words("titleWord")) - {"of", "the", "to", "in", "for", "on", "at", "and"}
    honorifics = folded("honorific")
    organs = folded("organ")
    return Titles(
        heads=frozenset(heads | plurals),
        plurals=frozenset(plurals),
        left=frozenset(left),
        honorifics=honorifics | {honorific + "." for honorific in honorifics},
        female=words("female"),
        male=words("male"),
        organs=organs,
        bodies=words("stateBody"),
        topics=words("portfolio")
        | (left - words("noPortfolio"))
        | {organ for organ in organs if " " not in organ and organ not in ("state", "country")}
        | words("portfolioWord"),
        posted=words("postedRole"),
        former=words("formerly"),
        officeless=words("officeless"),
        short=by_first_word(words("abbreviation")),
        style_short=by_first_word(words("styleShort")),
        common=common_words(lexicon),
        forces=folded("troop", "hardware", "missile", "ship", "arm") | words("deployed"),
        compatriots=words("compatriot"),
        faction_qualities=words("factionQuality") | words("factionMark") | words("fighter"),
        factions=words("faction") | words("fighterPlural") | words("follower") | words("compatriot"),
        faction_bodies=words("factionBody"),
        fighters=words("fighter"),
        fighter_plurals=words("fighterPlural"),
        fighter_places=words("fighterPlace"),
        followers=words("follower"),
        faction_marks=words("factionMark") | words("fighter") | words("creed"),
        creeds=words("creed"),
        no_names=words("noName"),
        no_persons=words("noPerson"),
        body_names=words("bodyName"),
        navies=by_first_word(words("navy")),
        tenure=re.compile(rf"\b(?:{'|'.join(sorted(words('tenure')))})\b ?"),
        words=lexicon.words,
    )


def common_words(lexicon: Lexicon) -> frozenset[str]:
    """All lower-case words of the wordings and of the ordinary word classes, with their plain plurals."""
    found: set[str] = set()
    for wording in lexicon.wordings:
        for token in wording.pattern.replace("|", " ").replace("(", " ").replace(")", " ").split():
            if token.islower() and len(token) > 2:
                found.add(token)
    found.update(w for phrase in lexicon.words["common"] for w in phrase.split() if w.islower())
    return frozenset(found | {w + "s" for w in found})
