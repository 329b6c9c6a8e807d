"""The words of titles and organs, read from the lexicon's word classes and shaped for the mention finder."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ontology import ActorRecord, Lexicon

_OFFICE_LESS = frozenset(
    "general admiral colonel commander captain major brigadier marshal lieutenant counterpart colleague official "
    "gen. lt. maj. col. adm. brig. capt. gen lt maj col adm number sheikh sheik shaikh prince princess imam mullah "
    "sir lord lady dr mr mrs ms professor visitor guest host rival ally predecessor successor adviser-in "
    "founder critic reporter journalist author writer activist cleric commanders".split()
)


_SHORT = {
    "pm": "prime minister",
    "fm": "foreign minister",
    "rep.": "representative",
    "rep": "representative",
    "sen.": "senator",
    "sen": "senator",
    "gov.": "governor",
    "amb.": "ambassador",
    "pres.": "president",
    "sec.": "secretary",
}


@dataclass(frozen=True, slots=True)
class Titles:
    """Sets of lower-case words: heads of roles, what stands left of them, honorifics, organs, portfolios."""

    heads: frozenset[str]
    plurals: frozenset[str]
    left: frozenset[str]
    honorifics: frozenset[str]
    organs: frozenset[str]
    bodies: frozenset[str]
    topics: frozenset[str]
    posted: frozenset[str]
    former: frozenset[str]
    common: frozenset[str]
    """Words of the language that the lexicon holds: at the start of a sentence their capital says nothing."""
    forces: frozenset[str]
    """Heads of troops and weapons, which are deployed where a minister would be visiting."""

    def singular(self, role: str) -> str:
        """Give the office of one person: "prime ministers" is shared by several, "rep." is short."""
        role = " ".join(_SHORT.get(word, word) for word in role.replace(" .", ".").split())
        words = role.split(" of ")
        last = words[0].split()[-1] if words[0] else ""
        if last in self.plurals and last.endswith("s"):
            words[0] = words[0][:-3] + "y" if last.endswith("ies") else words[0][:-1]
        return " of ".join(words)

    def head_of(self, role: str) -> str:
        """Give the core of an office that the gazetteer can know: "deputy prime minister" stays, "tough" goes."""
        return role.split(" for ")[0].strip()

    def is_office(self, role: str) -> bool:
        """Whether the words name an office rather than a rank, a courtesy or a relation."""
        head = role.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()
        return bool(head) and head[-1] not in _OFFICE_LESS

    def is_city(self, record: ActorRecord) -> bool:
        """Whether a place is a city, which stands for its state, and not a region with a life of its own."""
        return record.kind == "place" and bool(record.country) and not record.people and not record.adjectives


def make_titles(lexicon: Lexicon) -> Titles:
    """Shape the word classes role, roleModifier, honorific and organ of the lexicon."""
    words = lexicon.words
    roles = [phrase.casefold() for phrase in words.get("role", ())]
    heads = {phrase.split(" of ")[0].split(" for ")[0].split(" to ")[0].split("-")[-1].split()[-1] for phrase in roles}
    heads |= {phrase.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()[-1] for phrase in roles}
    heads -= {"affaires", "general", "in"}
    heads -= {"executive", "member", "journalist", "author", "ally", "rival", "rebel", "militant", "victim"}
    heads |= {"general", "affaires", "pm", "fm", "rep.", "sen.", "gov.", "gen.", "lt.", "maj.", "col.", "adm."}
    plurals = {h + "s" for h in heads} - {"hosts", "heads", "chairs", "judges", "speakers"} | {
        "secretaries",
        "chargés",
        "deputies",
        "envoys",
        "premiers",
    }
    left: set[str] = set()
    for phrase in roles:
        left.update(phrase.replace("-", " ").split()[:-1])
    left.update(m.casefold() for m in words.get("roleModifier", ()))
    left |= {
        "own",
        "retiring",
        "departing",
        "ministry",
        "department",
        "state",
        "press",
        "official",
        "house",
        "security",
    }
    left |= {"council", "national", "party", "parliamentary", "white", "trade", "affairs", "defence", "defense"}
    left -= {"of", "the", "to", "in", "for", "on", "at", "and"}
    honorifics = {h.casefold() for h in words.get("honorific", ())} | {
        h.casefold() + "." for h in words.get("honorific", ())
    }
    organs = {o.casefold() for o in words.get("organ", ())}
    bodies = {"ministry", "department", "embassy", "government", "parliament", "army", "navy", "office", "mission"}
    return Titles(
        frozenset(heads | plurals),
        frozenset(plurals),
        frozenset(left),
        frozenset(honorifics),
        frozenset(organs),
        frozenset(bodies),
        frozenset(words.get("portfolio", ()))
        | frozenset(w for w in left if w not in ("deputy", "vice", "former"))
        | frozenset(o for o in organs if " " not in o and o not in ("state", "country"))
        | {
            "issues",
            "relations",
            "organizations",
            "organisations",
            "state",
            "commission",
            "council",
            "committee",
            "rights",
        }
        | {
            "office",
            "party",
            "board",
            "delegation",
            "team",
            "assembly",
            "house",
            "senate",
            "union",
            "mission",
            "centre",
            "center",
        },
        frozenset(
            {"ambassador", "envoy", "representative", "consul", "affaires", "attache", "minister", "adviser", "advisor"}
        ),
        frozenset({"former", "ex", "then", "late", "ousted", "deposed", "onetime"}),
        common_words(lexicon),
        frozenset(w.casefold() for name in ("troop", "hardware", "missile", "ship", "arm") for w in words.get(name, ()))
        | {
            "troops",
            "soldiers",
            "forces",
            "warships",
            "ships",
            "planes",
            "jets",
            "aircraft",
            "marines",
            "peacekeepers",
        },
    )


def common_words(lexicon: Lexicon) -> frozenset[str]:
    """All lower-case words of the wordings and word classes, with their plain plurals."""
    found: set[str] = set()
    for wording in lexicon.wordings:
        for token in wording.pattern.replace("|", " ").replace("(", " ").replace(")", " ").split():
            if token.islower() and len(token) > 2:
                found.add(token)
    for words in lexicon.words.values():
        found.update(w for phrase in words for w in phrase.split() if w.islower())
    return frozenset(found | {w + "s" for w in found})
