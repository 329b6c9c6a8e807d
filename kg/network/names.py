"""Which actor is meant by a name: its IRI, its name, an alias, a surname; accents and case do not matter."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from kg.errors import ActorError
from kg.model import BASE
from kg.network.edges import Party
from kg.network.spelt import iri_of, known_nations, known_spellings

_LISTED = 8
_GUESSES = 3


def plain(name: str) -> str:
    """Write a name without accents, case and punctuation.

    >>> plain("Nicolás Maduro"), plain("U.S."), plain("Jean-Noël Barrot")
    ('nicolas maduro', 'us', 'jean noel barrot')
    """
    letters = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    bare = "".join(c for c in letters if not unicodedata.combining(c)).casefold().replace(".", "")
    return " ".join(re.findall(r"[^\W_]+", bare.replace("'", "").replace("’", "")))


class Names:
    """The names of many actors, indexed in several ways; the first way that finds anyone decides.

    `weigh` gives the number of events of some actors (IRIs), asked only where several are to be listed.
    """

    def __init__(self, parties: Iterable[Party], weigh: Callable[[Sequence[str]], Mapping[str, int]]) -> None:
        self.parties = {party.iri: party for party in parties}
        self.weigh = weigh
        exact, alias, bare, bare_alias, part, first = (defaultdict[str, set[str]](set) for _ in range(6))
        for party in self.parties.values():
            exact[party.name].add(party.iri)
            bare[plain(party.name)].add(party.iri)
            for word in _last_words(plain(party.name)):
                part[word].add(party.iri)
            first[plain(party.name).partition(" ")[0]].add(party.iri)
            for other in party.aliases:
                alias[other].add(party.iri)
                bare_alias[plain(other)].add(party.iri)
        self._ways = (exact, alias), (bare, bare_alias, part, first)

    def find(self, name: str) -> list[Party]:
        """Give all actors that the name may mean, the one with most events first; none where nobody bears it."""
        iri = name if name.startswith("http") else f"{BASE}id/{name.removeprefix('id:')}"
        if (name.startswith(("http", "id:"))) and iri in self.parties:
            return [self.parties[iri]]
        for forms, key in ((self._ways[0], name.strip()), (self._ways[1], plain(name))):
            for form in forms:
                if key in form:
                    return self._by_weight(form[key])
        return []

    def _by_weight(self, iris: Iterable[str]) -> list[Party]:
        listed = sorted(iris)
        weight = self.weigh(listed) if len(listed) > 1 else {}
        return [self.parties[iri] for iri in sorted(listed, key=lambda iri: (-weight.get(iri, 0), iri))]

    def one(self, name: str) -> Party:
        """Give the actor that the name means; ActorError where there is none (who was meant?) or several (which?)."""
        bare = re.sub(r"(?i)^the\s+", "", name.strip())
        found = self.find(name) or self.find(bare)
        elsewhere: tuple[str, ...] = ()
        if not found:
            known = known_spellings(plain)
            nations = known_nations(plain)
            forms = (plain(name), plain(bare))
            elsewhere = next((known[form] for form in forms if form in known), ()) or nations.get(forms[1], ())
        found = found or self._by_weight(iri for iri in map(iri_of, elsewhere) if iri in self.parties)
        if len(found) == 1:
            return found[0]
        if found:
            weight = self.weigh([party.iri for party in found])
            listed = "; ".join(describe(party, weight.get(party.iri)) for party in found[:_LISTED])
            more = f"; and {len(found) - _LISTED} more" if len(found) > _LISTED else ""
            raise ActorError(
                f"{name!r} may be {len(found)} actors: {listed}{more}.",
                place="actor",
                advice=f"Write the full name, or the id (id:{found[0].iri.rpartition('/')[2]}).",
            )
        listing = "`kg stats` lists the actors with most events."
        if elsewhere:
            who = " or ".join(elsewhere[:_GUESSES])
            raise ActorError(f"no article of the graph tells of {who}.", place="actor", advice=listing)
        close = self.close(name)
        advice = f"Did you mean {' or '.join(party.name for party in close)}?" if close else listing
        raise ActorError(
            f"nobody in the graph is called {name!r}." if plain(name) else "a name is empty.",
            place="actor",
            advice=advice,
        )

    def close(self, name: str, most: int = _GUESSES) -> list[Party]:
        """Give the actors who end as this name does ("Prime Minister Modi"), else those spelt most like it."""
        wanted = plain(name)
        for ending in _last_words(wanted):
            if same := [iri for form in self._ways[1] for iri in form.get(ending, ())]:
                return self._by_weight(set(same))[:most]
        grams = _grams(wanted)
        spelt: dict[str, set[str]] = {}
        for form in self._ways[1]:
            for key, iris in form.items():
                if len(grams & _grams(key)) * 3 >= len(grams):
                    spelt.setdefault(key, set()).update(iris)
        found: dict[str, None] = {}
        for key in difflib.get_close_matches(wanted, sorted(spelt), n=12, cutoff=0.7):
            found.update(dict.fromkeys(party.iri for party in self._by_weight(spelt[key])))
        return [self.parties[iri] for iri in list(found)[:most]]


def describe(party: Party, events: int | None = None) -> str:
    """Say who it is, in a few words."""
    facts = [party.kind, *party.offices[:1], *([f"{events} events"] if events else [])]
    return f"{party.name} ({', '.join(fact for fact in facts if fact)})"


def _last_words(name: str) -> list[str]:
    """Give the endings by which a person is named again: "van der leyen", "der leyen", "leyen"."""
    words = name.split()
    return [" ".join(words[at:]) for at in range(1, len(words))]


def _grams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[at : at + 2] for at in range(len(padded) - 1)}
