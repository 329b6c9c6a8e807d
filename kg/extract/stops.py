"""Says whether a full stop ends a sentence, by the abbreviations of the lexicon and by what follows."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from kg.extract.lexis import Sets
from kg.ontology import load_lexicon

_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_HOURS = frozenset({"a.m", "p.m", "am", "pm"})
_WORD_BEFORE = re.compile(r"[\w.&]*\w$")
_WORD_AFTER = re.compile(r"[\w’'.-]+")
_ZONE = re.compile(
    r"[A-Z]{2,5}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|[\w.]+(?:\s(?:Standard|Daylight|Summer))?\s[Tt]ime\b"
)


@dataclass(frozen=True, slots=True)
class Stops:
    """The abbreviations of a lexicon, lower-case and without their last full stop; see lexicon/stops.ttl."""

    never: frozenset[str]
    as_name: frozenset[str]
    before_number: frozenset[str]
    seldom: frozenset[str]
    openers: frozenset[str]
    speaker: re.Pattern[str]
    """A name and a form of a verb of speech."""

    @classmethod
    def of(cls, words: Sets) -> Stops:
        """Take them from the word classes of a lexicon."""
        said = "|".join(sorted(map(re.escape, words["saidForm"])))
        return cls(
            words["stopNever"],
            words["stopAsName"],
            words["stopBeforeNumber"],
            words["stopSeldom"],
            words["opener"],
            re.compile(rf"(?:[\w.'’\-]+,?\s+){{1,8}}?(?:{said})\b"),
        )

    def end_sentence(self, text: str, match: re.Match[str]) -> bool:
        """Whether the full stop, or other mark, that `match` found in a text ends a sentence."""
        following = match["next"]
        if not (following.isupper() or following.isdigit() or (match["open"] and not following.islower())):
            return bool(following == "@" or (following in "$€£" and match["stop"] != "…"))
        stop, after = match["stop"], match.end("open")
        if match["close"] and stop != "." and self.speaker.match(text, after) and not match["open"]:
            return False
        if stop != ".":
            return True
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if before is None:
            return True
        word = before[0]
        if match["close"].strip(")]"):
            return True
        return self._abbreviation_ends(word, following, text, after, bool(match["open"]))

    def _abbreviation_ends(self, word: str, following: str, text: str, after: int, opened: bool) -> bool:
        """Whether a full stop after `word` ends the sentence, given what comes next."""
        folded = word.lower()
        if folded in self.never and not (folded in self.as_name and word.islower()):
            return False
        if folded in self.before_number and following.isdigit() and folded != "no":
            return False
        if folded in ("no", "nos") and not word.isupper() and following.isdigit():
            return False
        if folded in _MONTHS:
            return not following.isdigit()
        if folded in _HOURS:
            return opened or not _ZONE.match(text, after)
        if len(word) == 1 and word.isupper() and word != "I":
            return opened and text[after - 1] != "("  # "Roelof F. (Pik) Botha"
        pointed = "." in word and all(len(part) <= 2 for part in word.split("."))
        if pointed or folded in self.seldom:
            found = _WORD_AFTER.match(text, after)
            return opened or (found is not None and found[0].lower() in self.openers)
        return True


@functools.lru_cache(maxsize=1)
def shipped_stops() -> Stops:
    """Give those of the shipped lexicon."""
    return Stops.of(load_lexicon().words)
