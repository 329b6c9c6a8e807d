"""The state of one pass over an article: its words, the known forms among them, the mentions found so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from kg.extract.entities import Entities, Entity, in_office
from kg.extract.forms import FormIndex, Hit, plain
from kg.extract.mentions.span import Span
from kg.extract.titles import Titles
from kg.ontology import ActorRecord

_QUOTES = frozenset("\"'“”‘’")
_OTHER_HALF = {"North": "South", "South": "North"}


class Draft:
    """The words of one article and the mentions that the readers have found in it.

    `raw` are the words as written, `words` without diacritics, `lower` those without case, all parallel; `breaks` are
    the tokens that start a paragraph. A mention is added with `claim`, which keeps mentions from overlapping.
    """

    def __init__(
        self, forms: FormIndex, titles: Titles, words: Sequence[str], entities: Entities, breaks: frozenset[int]
    ) -> None:
        self.titles = titles
        self.raw = words
        self.words = [plain(w) for w in words]
        self.lower = [w.casefold() for w in self.words]
        self.entities = entities
        self.breaks = breaks
        hits = (h for h in forms.find(self.words) if not self._goes_on(h) and not self._in_a_name(h))
        found = self._of_the_story([self._of_the_time(h) for h in hits])
        self.hits = self._with_short_forms(self._with_halves(found))
        self.hit_from: dict[int, Hit] = {h.start: h for h in self.hits}
        self.hit_to: dict[int, Hit] = {h.end: h for h in self.hits}
        self.covered: dict[int, Hit] = {i: h for h in self.hits for i in range(h.start, h.end)}
        self.found: list[Span] = []
        self.taken: set[int] = set()
        self.collecting = False
        """Whether only the persons are being made, so that no mention is claimed yet."""

    def _goes_on(self, hit: Hit) -> bool:
        """Whether the name of a body goes on to another's: "the United Front for Change" is not the United Front.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Chad fought the United Front for Change."
        >>> Extractor().extract(Article("a", text)).events[0].objects[0].name
        'United Front for Change'
        """
        end = hit.end
        if self.entities.gazetteer.records[hit.entries[0][0]].kind != "group" or end + 1 >= len(self.words):
            return False
        last, link, after = self.words[end - 1], self.words[end], self.words[end + 1]
        named = link == "for" and after[0].isupper() and end not in self.breaks
        return named and last[0].isupper() and not last.isupper() and last in self.titles.body_names

    def _in_a_name(self, hit: Hit) -> bool:
        """Whether a place is only part of a person's name: "Osama bin Laden", "Foreign Minister San Carlos"."""
        if self._is_titled(hit):
            return True
        if hit.start < 2 or hit.end > hit.start + 1 or self.lower[hit.start - 1] not in self.titles.words["kindred"]:
            return False
        records = self.entities.gazetteer.records
        before = self.raw[hit.start - 2]
        return before[:1].isupper() and all(records[n].kind in ("place", "state") for n, _ in hit.entries)

    def _is_titled(self, hit: Hit) -> bool:
        """Whether a place of two words or more is the name of who has the title before it: "Premier San Carlos"."""
        at = hit.start - 1
        if at > 0 and self.lower[at] == "," and self.lower[hit.end : hit.end + 1] == [","]:
            at -= 1  # "the premier, San Carlos, left"
        if at < 0 or hit.end < hit.start + 2:
            return False
        titled = self.lower[at] in self.titles.heads or self.lower[at] in self.titles.honorifics
        records = self.entities.gazetteer.records
        return titled and all(records[n].kind == "place" for n, _ in hit.entries)

    def _of_the_time(self, hit: Hit) -> Hit:
        """Put first who was in office ("George Bush" in 1990), and leave the state that stood ("Moscow" in 1987)."""
        records = self.entities.gazetteer.records
        if len(hit.entries) < 2:
            return hit
        if any(records[n].kind != "person" for n, _ in hit.entries):
            return Hit(hit.start, hit.end, self.entities.gazetteer.standing(hit.entries, self.entities.date))
        serving = sorted(hit.entries, key=lambda e: not in_office(records[e[0]], self.entities.date))
        return Hit(hit.start, hit.end, tuple(serving))

    def _of_the_story(self, hits: list[Hit]) -> list[Hit]:
        """Put first whom the text tells of most: the Serbs of Bosnia, or Pakistan where "the Foreign Office" is its.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Serb gunners shelled Sarajevo."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Bosnian Serbs', 'Bosnia and Herzegovina')]
        """
        records = self.entities.gazetteer.records
        if all(len(h.entries) < 2 or records[h.entries[-1][0]].kind not in ("group", "state") for h in hits):
            return hits
        lands = ({records[n].country or n for n, _ in h.entries} for h in hits)
        told = Counter(land for some in lands if len(some) == 1 for land in some)

        def weight(entry: tuple[str, str]) -> tuple[int, bool, int]:
            record = records[entry[0]]
            group = record.kind == "group"
            known = len(record.aliases)  # where none is told of, the one that is better known
            return -told[record.country or "" if group else record.name], group, -known

        kinds = {h: {records[n].kind for n, _ in h.entries} for h in hits if len(h.entries) > 1}
        return [
            Hit(h.start, h.end, tuple(sorted(h.entries, key=weight)))
            if kinds.get(h) in ({"state", "group"}, {"state"})
            else h
            for h in hits
        ]

    def _with_halves(self, hits: list[Hit]) -> list[Hit]:
        """Add "the North", "the Tigers" for what the article names in full: "North Korea", "Tamil Tigers"."""
        halves: dict[str, str] = {}
        hits = _with_first_halves(hits, self.words, self.entities.gazetteer.records, self.titles.words["quarter"])
        for hit in hits:
            name = hit.entries[0][0]
            record = self.entities.gazetteer.records[name]
            if name.startswith(("North ", "South ")) and record.kind == "state":
                halves[name.split()[0]] = name
                other = _OTHER_HALF[name.split()[0]]
                rival = f"{other} {name.split(maxsplit=1)[1]}"
                if rival in self.entities.gazetteer.records:  # "North Korea rejected the South's demand"
                    halves.setdefault(other, rival)
            elif record.kind == "group":
                halves |= {last: name for form in (name, *record.aliases) if (last := _plural_end(form))}
        if not halves:
            return hits
        covered = {i for h in hits for i in range(h.start, h.end)}
        out = list(hits)
        for i, word in enumerate(self.words):
            if word not in halves or i in covered or i == 0 or self.lower[i - 1] != "the":
                continue
            after = self.words[i + 1] if i + 1 < len(self.words) else "."
            if word[-1] == "s" and after == "of":
                continue
            if not after[0].isupper() and after not in ("of", "-", "coast"):
                out.append(Hit(i, i + 1, ((halves[word], "alias"),)))
        return sorted(out, key=lambda h: h.start)

    def _with_short_forms(self, hits: list[Hit]) -> list[Hit]:
        """Take in the short form that a long name brings along: "Republic of Korea (ROK) Vice Minister Cho"."""
        out: list[Hit] = []
        given: dict[str, Hit] = {}
        for hit in hits:
            if out and hit.end <= out[-1].end:
                continue
            words = [w for w in self.raw[hit.end : hit.end + 5] if w not in _QUOTES]
            short = len(words) > 2 and words[0] == "(" and words[2] == ")" and words[1].isupper() and len(words[1]) > 1
            if short and hit.end not in self.breaks:
                given[words[1]] = hit
                hit = Hit(hit.start, self.raw.index(")", hit.end) + 1, hit.entries)
            out.append(hit)
        return self._with_forms_given(out, given) if given else out

    def _with_forms_given(self, hits: list[Hit], given: Mapping[str, Hit]) -> list[Hit]:
        """Take in a body's short form elsewhere, which the text gives and no list has: "the FDD", of "…s (FDD)"."""
        covered = {i for h in hits for i in range(h.start, h.end)}
        for i, word in enumerate(self.raw):
            hit = given.get(word)
            if hit is None or i in covered or len(word) < 3 or not word.isalpha():
                continue
            if self.kind(hit) in ("group", "organisation") and self.raw[i - 1 : i] != ["("]:
                hits.append(Hit(i, i + 1, tuple((name, "alias") for name, _ in hit.entries)))
        return sorted(hits, key=lambda h: h.start)

    def text(self, start: int, end: int) -> str:
        """Join tokens `start` to `end` (exclusive) as they would be written."""
        out = ""
        for i in range(start, end):
            word = self.raw[i]
            glue = out and not out.endswith("-") and word not in ("-", "'s", "’s", ",", ".") and not out.endswith("–")
            out += (" " if glue else "") + word
        return out

    def how(self, hit: Hit) -> str:
        """Give how a form stands for its actor: name, alias, adjective, people, metonym or place."""
        return hit.entries[0][1]

    def kind(self, hit: Hit) -> str:
        """Give the kind of actor that a form stands for."""
        return self.entities.gazetteer.records[hit.entries[0][0]].kind

    def entity_of(self, hit: Hit) -> Entity:
        """Give the entity of a hit; of several records the one that fits the article best."""
        entries = hit.entries
        name = entries[0][0]
        if len(entries) > 1:
            known = [n for n, _ in entries if n in self.entities.by_name]
            name = known[0] if known else name
        form = self.text(hit.start, hit.end).partition(" (")[0]
        adjectival = self.how(hit) in ("adjective", "people") and self.kind(hit) != "group"
        return self.entities.of_record(name, None if adjectival else form)

    def seat(self, hit: Hit) -> Entity:
        """Give the actor that a form stands for: a city stands for its state."""
        entity = self.entity_of(hit)
        record = entity.record
        if entity.kind == "place" and record is not None and record.country and self.titles.is_city(record):
            state = self.entities.of_record(record.country)
            state.names.setdefault(self.text(hit.start, hit.end))
            return state
        return entity

    def starts(self, i: int) -> bool:
        """Whether token i begins a sentence, so that its capital says nothing."""
        return i == 0 or i in self.breaks or self.raw[i - 1] in (".", "!", "?", ":", "“", '"', "”")

    def follows_anti(self, i: int) -> bool:
        """Whether "anti-" stands before token i, so that a body is against what is named: "anti-government forces"."""
        return i > 1 and self.lower[i - 2 : i] == ["anti", "-"]

    def short_form_at(self, i: int) -> str:
        """Give the short form that stands in brackets from token i on: "OAU" in "(O.A.U.)"; else ""."""
        if self.raw[i : i + 1] != ["("] or self.raw[i + 2 : i + 3] != [")"]:
            return ""
        short = self.raw[i + 1].replace(".", "")
        return short if short.isupper() and len(short) > 1 else ""

    def past_honorifics(self, i: int) -> int:
        """Go past "Mr", "Lt. Gen."; a full stop belongs to a title only behind an abbreviation."""
        while i < len(self.words):
            short = i > 0 and (self.lower[i - 1] in self.titles.honorifics or self.lower[i - 1] in self.titles.short)
            if self.lower[i] not in self.titles.honorifics and not (short and self.raw[i] == "."):
                break
            i += 1
        return i

    def listed_state(self, entity: Entity, title: str) -> Entity | None:
        """Give whom a listed person represents by the office that fits the title best."""
        record = entity.record
        if record is None:
            return None
        offices = [o for o in record.offices if o.represents in self.entities.gazetteer.records]
        fitting = [o for o in offices if title and (title in o.role or o.role in title)] or offices
        records = self.entities.gazetteer.records
        fitting = sorted(fitting, key=lambda o: records[o.represents].kind != "state") if title else fitting
        return self.entities.of_record(fitting[0].represents) if fitting else None

    def overlaps(self, start: int, end: int) -> bool:
        """Whether a token from `start` to `end` (exclusive) belongs to a mention already."""
        return any(i in self.taken for i in range(start, end))

    def claim(self, span: Span) -> None:
        """Add a mention; it takes in those that lie within it and gives way to those that cross its edges."""
        if self.collecting:
            return
        if self.overlaps(span.start, span.end):
            inner = [s for s in self.found if s.start >= span.start and s.end <= span.end]
            covered = {i for s in inner for i in range(s.start, s.end)}
            if any(i in self.taken and i not in covered for i in range(span.start, span.end)):
                return
            self.found = [s for s in self.found if s not in inner]
        self.found.append(span)
        self.taken.update(range(span.start, span.end))

    def release(self, span: Span) -> None:
        """Take back a mention, which turned out to be part of a longer one."""
        self.found.remove(span)
        self.taken.difference_update(range(span.start, span.end))


def _with_first_halves(
    hits: Sequence[Hit], words: Sequence[str], records: Mapping[str, ActorRecord], quarters: Collection[str]
) -> list[Hit]:
    """Add the first of "North and South Korea", which stands for its state as the second does."""
    out: list[Hit] = []
    for hit in hits:
        first = hit.start - 2
        paired = first >= 0 and words[first] in quarters and words[first + 1] == "and" and words[hit.start] in quarters
        if paired:
            name, how = hit.entries[0]
            other = " ".join((words[first], *name.split()[1:]))
            if other in records:
                out.append(Hit(first, first + 1, ((other, "alias" if how == "name" else how),)))
        out.append(hit)
    return out


def _plural_end(form: str) -> str:
    """Give the word that a group is called by for short, a plural at the end of its name.

    >>> _plural_end("Tamil Tigers"), _plural_end("Revolutionary Guards"), _plural_end("Khmer Rouge")
    ('Tigers', 'Guards', '')
    """
    before, _, last = form.rpartition(" ")
    return last if before and len(last) > 4 and last[0].isupper() and last.endswith("s") and last[1:].islower() else ""
