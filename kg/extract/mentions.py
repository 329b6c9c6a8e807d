"""Finds the mentions of actors in a tokenised article, before any parsing: names, titles, organs, demonyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.entities import Entities, Entity, Holding, in_office, name_words
from kg.extract.forms import FormIndex, Hit, plain
from kg.extract.titles import Titles

_PARTICLES = frozenset(
    "al el bin bint ibn van von der den de da di du dos das la le ul ur abu ter zu e y af ben".split()
)
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_NOT_NAMES = frozenset(
    """The A An In On At By For From To Of And Or But If As It He She They We You I His Her Its Their Our My This That
    These Those When While After Before Since Until With Without Within Under Over Between Among Also Both Not No Yes
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Question Answer There Here What Who Why How Where Which
    Now Then Today Yesterday Tomorrow Meanwhile However Earlier Later Following During Despite According Speaking Asked
    Live Watch Read More Photo File Earth Sources Officials Minister Ministers President Government State States
    Foreign Defense Defence Trade""".split()
)
_WORD = re.compile(r"[^\W\d_]")
_VERBAL = frozenset(
    "appointed detained jailed imprisoned elected named retired visiting present second lead fellow exiled ousted".split()
)
_NOT_PERSONS = frozenset(
    """Shoal Airport House Palace Street Sea Bay River Island Islands University Times Post News War Day Act Law Gulf
    Strait Mountains Valley Square Tower Road Avenue Bridge Base Port City State States Region Province District
    County Village Camp Prison Hospital School College Cup Games Olympics Olympic Championship League Prize Award
    Statement Plan Initiative Process Order Executive Force One Media Press Journal Herald Tribune Guardian Channel
    Television Radio Agency Group Company Corp Inc Ltd Bank Fund Airlines Airways Office Oval Truth Social Web Site
    Ministry Foreign Affairs Security National International World North South East West Northern Southern Eastern
    Western Central Middle Great New United General Special High Joint Black Red White Green Cold Holy Old Saint
    Good Happy Christmas Easter Ramadan Eid Internet Twitter Facebook Telegram Human Rights Civil First Second Third
    Article Resolution Chapter Section Declaration Charter Memorandum Communique Embassy Consulate Cathedral
    Church Mosque Temple Hotel Center Centre Hall Stadium Park Garden Museum Theatre Theater Library Building
    Cape Mount Lake Desert Ocean Peninsula Delta Plateau Coast Corridor Canal Zone Line Wall Crossing Terminal
    Pipeline Project Program Programme Operation Exercise Mission Treaty Agreement Accord Pact Dialogue Forum Summit
    Conference Week Month Year Street's Defence Defense Health Army Navy Police Democratic Republican Conservative
    Labour Liberal Socialist Communist Christian Muslim Islamic Jewish Catholic Orthodox Sunni Shia Shiite""".split()
)
FACTIONS = frozenset(
    """rebels rebel guerrillas guerrilla guerillas militants militant insurgents insurgent gunmen gunman separatists
    separatist opposition extremists extremist terrorists terrorist militiamen militias militia paramilitaries
    mercenaries demonstrators demonstrator protesters protestors protester students student workers worker farmers
    farmer activists activist dissidents nationalists fundamentalists settlers refugees refugee loyalists mutineers
    hijackers hackers elders tribesmen nationalist separatists secessionists islamists jihadists fighters landowners
    prisoners detainees inmates civilians villagers migrants fishermen clerics""".split()
)
"""Plural heads that make a group of their own, not the state, as the one who acts ("Chechen rebels")."""
_NATIONALS = frozenset(
    """students student workers worker farmers farmer settlers refugees refugee landowners prisoners detainees inmates
    civilians villagers migrants fishermen elders tribesmen clerics""".split()
)
"""Those of them that stand for their state when something is done to them."""
_BODY_WORDS = frozenset(
    """Organization Organisation Union Party Front Movement Council League Association Committee Commission Agency Bank
    Army Forces Alliance Federation Congress Institute Foundation Network Coalition Assembly Authority Watch Society
    Brigades Brigade Organisation Office Fund Group Forum Corps Guard Guards Conference Community Pact Treaty Accord
    Agreement Convention Protocol Summit Club Tribunal Court Parliament Confederation Corporation Service Bureau
    Senate Duma Church Mission Secretariat Directorate Command""".split()
)
_VERB_HEADS = frozenset("host head chair lead rule judge guest captain general marshal".split())
_MODALS = frozenset("will to would 'll shall may could can might should must not also jointly ll".split())
_NOT_VERBS = frozenset(
    "and or the a an who which where of in on at for from by with as is was has had said says told but".split()
)
_NAVIES = {
    "USS": "United States", "USNS": "United States", "USCGC": "United States", "HMS": "United Kingdom",
    "HMAS": "Australia", "HMCS": "Canada", "HMNZS": "New Zealand", "INS": "India", "BRP": "Philippines",
    "KRI": "Indonesia", "ROKS": "South Korea", "PNS": "Pakistan", "TCG": "Turkey", "JS": "Japan", "HNLMS": "Netherlands",
}  # fmt: skip
_LINKS = frozenset({"of", "for", "the", "and", "on", "in", "&"})
_FEMALE = frozenset("mrs mrs. ms ms. lady queen princess madam dame chairwoman spokeswoman first-lady".split())
_MALE = frozenset("mr mr. sir lord king prince sheikh emir sultan pope chairman spokesman shri".split())


@dataclass(slots=True)
class Span:
    """A mention over tokens `start` to `end` (exclusive).

    `sort` is person, state, organisation, group, place, people, adjective, organ or role; for a role without a name
    `entity` is what it represents and `role` says which office.
    """

    start: int
    end: int
    sort: str
    entity: Entity | None
    reason: str
    role: str = ""
    determiner: str = ""
    plural: bool = False
    place: Entity | None = None
    posted: Entity | None = None
    members: tuple[Entity, ...] = ()
    """The actors of a list that was read as one mention ("Iran, Iraq and Oman")."""

    head: int | None = None
    """For a role or an organ: the token that heads it, which the parser is shown."""

    def actors(self) -> tuple[Entity, ...]:
        """Give the actor, or the actors of the list."""
        if self.members:
            return self.members
        return (self.entity,) if self.entity is not None else ()


@dataclass(slots=True)
class _Role:
    """A role phrase: tokens, the office in words, whom it represents, what stands before it."""

    start: int
    end: int
    role: str
    represents: Entity | None
    determiner: str
    plural: bool
    former: bool
    posted: Entity | None
    linked: bool
    head: int


class MentionFinder:
    """Finds all mentions of one article over its plain words; makes the entities on the way."""

    def __init__(self, forms: FormIndex, titles: Titles) -> None:
        self._forms = forms
        self._titles = titles

    def find(self, words: Sequence[str], entities: Entities, breaks: frozenset[int] = frozenset()) -> list[Span]:
        """Give the mentions in text order, without overlap; `breaks` are token indices that start a paragraph."""
        return _Reading(self._forms, self._titles, words, entities, breaks).spans()


class _Reading:
    """One pass over one article."""

    def __init__(
        self, forms: FormIndex, titles: Titles, words: Sequence[str], entities: Entities, breaks: frozenset[int]
    ) -> None:
        self.titles = titles
        self.raw = words
        self.words = [plain(w) for w in words]
        self.lower = [w.casefold() for w in self.words]
        self.entities = entities
        self.breaks = breaks
        self.hits = forms.find(self.words)
        self.hits = self.with_halves(self.hits)
        self.hit_from: dict[int, Hit] = {h.start: h for h in self.hits}
        self.hit_to: dict[int, Hit] = {h.end: h for h in self.hits}
        self.covered: dict[int, Hit] = {i: h for h in self.hits for i in range(h.start, h.end)}
        self.found: list[Span] = []
        self.taken: set[int] = set()
        self.collecting = False

    def with_halves(self, hits: list[Hit]) -> list[Hit]:
        """Add "the North" for the one of two states that the article names in full ("North Korea")."""
        halves: dict[str, str] = {}
        for hit in hits:
            name = hit.entries[0][0]
            if name.startswith(("North ", "South ")) and self.entities.gazetteer.records[name].kind == "state":
                halves[name.split()[0]] = name
        if not halves:
            return hits
        covered = {i for h in hits for i in range(h.start, h.end)}
        out = list(hits)
        for i, word in enumerate(self.words):
            if word not in halves or i in covered or i == 0 or self.lower[i - 1] != "the":
                continue
            after = self.words[i + 1] if i + 1 < len(self.words) else "."
            if not after[0].isupper() and after not in ("of", "-", "coast"):
                out.append(Hit(i, i + 1, ((halves[word], "alias"),)))
        return sorted(out, key=lambda h: h.start)

    # -- small questions about tokens -------------------------------------------------------------------------------

    def text(self, start: int, end: int) -> str:
        out = ""
        for i in range(start, end):
            word = self.raw[i]
            glue = out and not out.endswith("-") and word not in ("-", "'s", "’s", ",", ".") and not out.endswith("–")
            out += (" " if glue else "") + word
        return out

    def how(self, hit: Hit) -> str:
        return hit.entries[0][1]

    def kind(self, hit: Hit) -> str:
        return self.entities.gazetteer.records[hit.entries[0][0]].kind

    def is_name(self, i: int) -> bool:
        """Whether token i can be part of a person's name."""
        if i >= len(self.words):
            return False
        word = self.raw[i]
        if not word[0].isupper() or word in _NOT_NAMES:
            return False
        if self.lower[i] in self.titles.heads:
            return (
                i > 0
                and i not in self.breaks
                and self.raw[i - 1][0].isupper()
                and self.lower[i - 1] not in self.titles.left
                and self.lower[i - 1] not in self.titles.heads
                and self.is_name(i - 1)
                and not (i + 1 < len(self.words) and self.raw[i + 1][0].isupper())
                and (i - 1) not in self.covered
            )
        if len(word) > 1 and word.isupper() and not word.endswith(".") and len(word) > 3:
            return False
        hit = self.covered.get(i)
        if (
            hit is not None
            and self.kind(hit) == "place"
            and hit.end - hit.start == 1
            and i
            and (
                self.lower[i - 1] in self.titles.honorifics
                or (self.lower[i - 1] == "-" and self.lower[i - 2] in ("al", "el"))
            )
        ):
            return True
        if hit is not None and self.kind(hit) != "person":
            return self.how(hit) == "place" and hit.end - hit.start == 1 and i not in self.hit_from
        return bool(_WORD.search(word))

    def name_run(self, i: int) -> int:
        """Give the end of the personal name that starts at token i, or i where none does."""
        if i >= len(self.words):
            return i
        hit = self.hit_from.get(i)
        end = i
        if hit is not None and self.kind(hit) == "person":
            end = hit.end
        elif not self.is_name(i) or self.lower[i] in self.titles.left:
            if not (self.lower[i] in _PARTICLES and i + 1 < len(self.words) and self.is_name(i + 1)):
                return i
        j, last = end if end > i else i, end
        while j < len(self.words) and j - i < 8 and j not in self.breaks:
            low = self.lower[j]
            if self.is_name(j) or self.raw[j] in _SUFFIXES:
                j += 1
                last = j
            elif low in _PARTICLES or (low == "-" and j > i) or (low == "." and len(self.raw[j - 1]) <= 2 and j > i) or (low == "," and j + 1 < len(self.words) and self.raw[j + 1] in _SUFFIXES):
                j += 1
            elif j > i + 1 and self.lower[j - 1] == "-" and self.words[j].isalpha() and low not in ("led", "based"):
                j += 1
                last = j
            else:
                break
        return last

    # -- entities ----------------------------------------------------------------------------------------------------

    def entity_of(self, hit: Hit) -> Entity:
        """Give the entity of a hit; of several records the one that fits the article best."""
        entries = hit.entries
        name = entries[0][0]
        if len(entries) > 1:
            known = [n for n, _ in entries if n in self.entities.by_name]
            name = known[0] if known else name
        form = self.text(hit.start, hit.end)
        adjectival = self.how(hit) in ("adjective", "people")
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

    # -- roles -------------------------------------------------------------------------------------------------------

    def role_at(self, k: int) -> _Role:
        """Read the role phrase around the role head at token k, leftwards and rightwards."""
        left = k
        while left - 1 >= 0 and left not in self.breaks and (left - 1) not in self.taken:
            low = self.lower[left - 1]
            if (low in self.titles.left and (left - 1) not in self.covered) or (low == "-" and left - 2 >= 0):
                left -= 1
            elif low == "." and left >= 2 and self.lower[left - 2] in self.titles.honorifics:
                left -= 2
            else:
                break
        while left < k and self.lower[left] in ("-", "of", "and", "for"):
            left += 1
        while (
            left < k
            and self.lower[left] in _VERBAL
            and not (
                left > 0
                and (self.lower[left - 1] in ("the", "a", "an", "his", "her", "its", "newly") or self.state_before(left))
            )
        ):
            left += 1
        words = [self.raw[i] for i in range(left, k + 1)]
        represents: Entity | None = None
        start, linked = left, False
        before = left - 1
        if before >= 0 and self.lower[before] in ("'s", "'", "s'") and before - 1 >= 0:
            before -= 1
        hit = self.hit_to.get(before + 1)
        if hit is not None and self.kind(hit) in ("state", "organisation", "group", "place"):
            if left not in self.breaks:
                represents, start, linked = self.seat(hit), hit.start, True
        former = any(w.casefold() in self.titles.former for w in words)
        determiner = ""
        if start - 1 >= 0 and start not in self.breaks:
            low = self.lower[start - 1]
            if low in ("the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "both", "two"):
                determiner = low
                start -= 1
            elif low in ("then", "former", "ex") or (low == "-" and self.lower[start - 2] in ("then", "ex")):
                former = True
                start -= 1 if low != "-" else 2
        if (
            start >= 3
            and self.lower[start - 1] == "'s"
            and self.lower[start - 2] in ("year", "country", "bloc", "term")
        ):
            if self.lower[start - 3] in ("this", "last", "next", "the"):
                start, determiner = start - 3, "the"
        end, role_tail, after, posted = self.complement(k + 1, self.lower[k])
        if after is not None:
            represents = after if represents is None or after.kind != "place" else represents
        role = " ".join(words).casefold().replace(" - ", "-")
        role = re.sub(r"\b(former|then|current|new|acting|outgoing|late|veteran|longtime)\b ?", _keep_acting, role)
        return _Role(
            start,
            end,
            (role + role_tail.casefold()).strip(),
            represents,
            determiner,
            self.lower[k] in self.titles.plurals,
            former,
            posted,
            linked,
            k,
        )

    def state_before(self, i: int) -> bool:
        """Whether a state's adjective ends right before token i."""
        hit = self.hit_to.get(i)
        return hit is not None and self.kind(hit) == "state"

    def complement(self, j: int, head: str) -> tuple[int, str, Entity | None, Entity | None]:
        """Read what follows a role head: "of State", "of Defence of Ukraine", "to Yemen", "for Climate"."""
        tail, represents, posted, end = "", None, None, j
        while (
            end < len(self.words)
            and end not in self.breaks
            and self.lower[end] in ("of", "for", "on", "to", "in", "at")
        ):
            prep = self.lower[end]
            i = end + 1
            while (
                i < len(self.words)
                and self.lower[i] in ("the", "kingdom", "republic", "government", "state")
                and (self.lower[i] == "the" or (i + 1 < len(self.words) and self.lower[i + 1] == "of"))
            ):
                i += 2 if self.lower[i] != "the" and self.lower[i + 1] == "of" else 1
                if i < len(self.words) and self.hit_from.get(i):
                    break
            if i >= len(self.words):
                break
            inner = next((s for s in self.found if s.start <= i < s.end and s.sort == "person"), None)
            if inner is not None and prep == "to":
                return (
                    inner.end,
                    f"{tail} to the {inner.role or 'leader'}",
                    inner.entity and inner.entity.state(),
                    posted,
                )
            hit = self.hit_from.get(i)
            if hit is not None and self.kind(hit) != "person" and self.how(hit) not in ("adjective", "people"):
                if prep == "of" or (prep in ("for", "at") and self.kind(hit) == "organisation"):
                    represents, end = self.seat(hit), hit.end
                    continue
                if prep in ("to", "in") and head in self.titles.posted:
                    posted, end = self.seat(hit), hit.end
                    tail += f" to {self.text(i, hit.end)}"
                    continue
                break
            if hit is not None and self.how(hit) in ("adjective", "people") and prep == "of":
                stop = self.topic(hit.end, prep, head)
                if stop > hit.end:
                    represents = represents or self.seat(hit)
                    tail += f" of {self.text(hit.end, stop)}"
                    end = stop
                    continue
            if self.lower[i] in ("bloc", "country", "group", "alliance", "body", "organisation", "organization") and (
                i + 2 < len(self.words) and self.lower[i + 1] == "'s"
            ):
                i += 2
            stop = self.topic(i, prep, head)
            if stop == i:
                break
            tail += f" {prep} {self.text(i, stop)}"
            end = stop
        return end, tail, represents, posted

    def topic(self, i: int, prep: str, head: str) -> int:
        """Give the end of a portfolio that starts at token i ("National Defence", "state for foreign affairs")."""
        if prep in ("to", "in", "at") or (prep == "on" and not self.raw[i][0].isupper()):
            return i
        j = i
        while j < len(self.words) and j - i < 9 and j not in self.breaks and j not in self.taken:
            low, follow = self.lower[j], self.lower[j + 1] if j + 1 < len(self.words) else ""
            hit = self.covered.get(j)
            if (
                hit is not None
                and hit.end == j + 1
                and self.entities.gazetteer.records[hit.entries[0][0]].wide
                and prep == "for"
            ):
                j += 1
            elif low in self.titles.topics and j not in self.covered:
                if low in self.titles.heads and j > i and self.raw[j][0].isupper() and low != "state":
                    break
                j += 1
            elif low in ("and", "&", "the", "of", "with", "'s", "for") and j > i and follow in self.titles.topics:
                if (j + 1) in self.covered or (j + 1) in self.taken or (follow in self.titles.heads and low == "and"):
                    break
                j += 1
            else:
                break
        if head == "head" and j == i:
            return i
        return j

    def read_roles(self) -> None:
        """Read every role phrase from right to left, so that inner titles are known to outer ones."""
        for k in range(len(self.words) - 1, -1, -1):
            if self.lower[k] in self.titles.heads and k not in self.taken:
                if k in self.covered and self.covered[k].end - self.covered[k].start > 1:
                    continue
                if self.in_name(k) or (
                    self.lower[k] in _VERB_HEADS and k and self.lower[k - 1] in _MODALS and k not in self.breaks
                ):
                    continue
                self.read_role(self.role_at(k))

    def in_name(self, k: int) -> bool:
        """Whether a role word at token k is part of a name ("Hossein Amir-Abdollahian", "Martin Luther King")."""
        if not self.raw[k][0].isupper():
            return False
        if k + 1 < len(self.words) and self.lower[k + 1] == "-" and self.lower[k] in ("amir", "emir", "sultan", "king"):
            return True
        return (
            k > 0
            and k not in self.breaks
            and self.is_name(k - 1)
            and not self.starts(k - 1)
            and (k + 1 >= len(self.words) or not self.is_name(k + 1))
            and self.lower[k - 1] not in self.titles.left
            and (k - 1) not in self.covered
        )

    def collect(self) -> None:
        """Make the persons that are named in full, so that shorter names before them are theirs too."""
        for hit in self.hits:
            if self.kind(hit) == "person" and hit.end - hit.start > 1:
                self.entities.of_record(hit.entries[0][0], self.text(hit.start, hit.end))
        self.collecting = True
        self.read_roles()
        self.collecting = False

    def read_role(self, role: _Role) -> None:
        j = role.end
        while j < len(self.words) and (self.lower[j] in self.titles.honorifics or self.raw[j] == "."):
            j += 1
        end = self.name_run(j) if j not in self.breaks else j
        if end > j:
            self.add_person(role, role.start, end, j, end, "its title")
            self.share(role, end)
            return
        if self.apposed_before(role):
            return
        if self.apposed_after(role):
            return
        members = self.several(role)
        if members and self.named_after(role, members):
            return
        self.claim(
            Span(
                role.start,
                role.end,
                "role",
                role.represents,
                "a role without a name",
                role.role,
                role.determiner,
                role.plural,
                posted=role.posted,
                head=role.head,
                members=members,
            )
        )

    def several(self, role: _Role) -> tuple[Entity, ...]:
        """Read the states of a plural role: "the presidents of Colombia, Ecuador and Venezuela"."""
        if not role.plural or role.represents is None or role.head + 1 >= role.end:
            return ()
        members = [role.represents]
        end = role.end
        while end + 1 < len(self.words) and end not in self.breaks and self.lower[end] in (",", "and"):
            i = end + 1
            while i < len(self.words) and self.lower[i] in ("and", "the"):
                i += 1
            hit = self.hit_from.get(i)
            if (
                hit is None
                or self.kind(hit) not in ("state", "organisation")
                or self.how(hit) in ("adjective", "people")
            ):
                break
            members.append(self.seat(hit))
            end = hit.end
        if len(members) < 2:
            return ()
        role.end = end
        return tuple(dict.fromkeys(members))

    def named_after(self, role: _Role, members: tuple[Entity, ...]) -> bool:
        """Read the names that follow in the same order: "the presidents of A and B, X and Y,"."""
        if role.end >= len(self.words) or self.lower[role.end] != ",":
            return False
        i, people, office = role.end + 1, [], self.titles.singular(role.role)
        while i < len(self.words) and len(people) < len(members):
            end = self.name_run(i)
            if end == i:
                return False
            people.append((i, end))
            i = end
            while i < len(self.words) and self.lower[i] in (",", "and") and len(people) < len(members):
                i += 1
        if len(people) != len(members) or any(t in self.taken for t in range(role.start, i)):
            return False
        entities = []
        for (first, last), state in zip(people, members, strict=True):
            entity = self.entities.person(self.text(first, last), office, state)
            entity.represents = entity.represents or state
            entity.first = min(entity.first, first)
            if not self.collecting and not any(h.role == office for h in entity.offices):
                entity.offices.append(Holding(office, state, role.former))
            entities.append(entity)
        stop = i + 1 if i < len(self.words) and self.lower[i] == "," else i
        self.claim(
            Span(
                role.start,
                stop,
                "person",
                entities[0],
                "named with the offices before them",
                office,
                members=tuple(entities),
            )
        )
        return True

    def apposed_after(self, role: _Role) -> bool:
        """The role comes first: "the foreign minister, Anifah Aman," and "his counterpart Julie Bishop"."""
        j = role.end
        opens = role.start in self.breaks
        if role.plural or j >= len(self.words) or self.lower[j] != "," or not (role.determiner or role.linked or opens):
            return False
        i = j + 1
        while i < len(self.words) and (self.lower[i] in self.titles.honorifics or self.raw[i] == "."):
            i += 1
        inner = next((x for x in self.found if x.start == j + 1 and x.sort == "person" and x.entity is not None), None)
        if inner is not None and (not self.titles.is_office(inner.role) or "after it" in inner.reason):
            stop = inner.end + (1 if inner.end < len(self.words) and self.lower[inner.end] == "," else 0)
            self.found.remove(inner)
            self.taken.difference_update(range(inner.start, inner.end))
            first = j + 1
            while first < inner.end and self.lower[first] in self.titles.honorifics:
                first += 1
            last = self.name_run(first)
            if last <= first:
                last = inner.end - (1 if self.lower[inner.end - 1] == "," else 0)
            self.add_person(role, role.start, stop, first, last, "the role before it")
            return True
        hit = self.hit_from.get(i)
        owner = None
        if hit is not None and self.kind(hit) == "state" and hit.end < len(self.words) and self.lower[hit.end] == "'s":
            owner, i = self.seat(hit), hit.end + 1
        end = self.name_run(i)
        if end == i or i in self.breaks:
            return False
        if end + 1 < len(self.words) and self.lower[end] == "of":
            home = self.hit_from.get(end + 1)
            if home is not None and self.kind(home) == "state" and self.how(home) in ("name", "alias"):
                role.represents = role.represents or self.seat(home)
                name_end, end = end, home.end
            else:
                name_end = end
        else:
            name_end = end
        after = self.lower[end] if end < len(self.words) else "."
        if after not in (",", ".", ";", ")", "—", "–", "'s", ":") and end not in self.breaks:
            return False
        role.represents = role.represents or owner
        stop = end + 1 if after == "," else end
        if any(t in self.taken for t in range(role.start, stop)):
            return False
        self.add_person(role, role.start, stop, i, name_end, "the role before it")
        return True

    def apposed_before(self, role: _Role) -> bool:
        """The name comes first: "Jeremy Hunt, the foreign secretary," and "Arieh Mekel, spokesman of Israel"."""
        comma = role.start - 1
        if role.plural or comma < 1 or self.lower[comma] != "," or role.start in self.breaks:
            return False
        start = comma - 1
        low = self.lower
        while (
            start - 1 >= 0
            and start not in self.breaks
            and (self.is_name(start - 1) or low[start - 1] in _PARTICLES or low[start - 1] == "-")
        ):
            start -= 1
        while start < comma and (low[start] in _PARTICLES - {"al", "el", "abu", "bin"} or low[start] == "-"):
            start += 1
        if start >= comma or self.name_run(start) != comma:
            hit = self.hit_to.get(comma)
            if hit is None or self.kind(hit) != "person":
                return False
            start = hit.start
        second = self.second_office(role)
        after = self.lower[role.end] if role.end < len(self.words) else "."
        closed = (
            after in (",", ".", ";", ")", ":", "—", "–", "and", "who", "whom", "whose", "which")
            or role.end in self.breaks
        )
        if not closed or (after == "and" and not role.determiner):
            return False
        if comma - start == 1 and start in self.hit_from and self.kind(self.hit_from[start]) != "person":
            return False
        if any(i in self.taken for i in range(start, role.end) if second is None or i < second.start):
            return False
        if second is not None:
            self.found.remove(second)
            self.taken.difference_update(range(second.start, second.end))
        while start - 1 >= 0 and (low[start - 1] in self.titles.honorifics and start not in self.breaks):
            start -= 1
        stop = role.end + 1 if after == "," else role.end
        first = start
        while first < comma and low[first] in self.titles.honorifics:
            first += 1
        self.add_person(role, start, stop, first, comma, "the role after it")
        return True

    def second_office(self, role: _Role) -> Span | None:
        """Take in a second office of the same person: "minister of state and national security adviser"."""
        if role.end + 1 >= len(self.words) or self.lower[role.end] != "and":
            return None
        for span in self.found:
            if span.start == role.end + 1 and span.sort == "role" and not span.plural:
                role.role += f" and {span.role}"
                role.end = span.end
                role.represents = role.represents or span.entity
                return span
        return None

    def share(self, role: _Role, j: int) -> None:
        """Give the office of a plural role to the names that go on: "presidents A, B and C"."""
        while role.plural and j + 1 < len(self.words) and self.lower[j] in (",", "and"):
            i = j + 1
            if self.lower[i] == "and":
                i += 1
            end = self.name_run(i)
            if end == i:
                return
            self.add_person(role, i, end, i, end, "the title it shares", shared=True)
            j = end

    def add_person(
        self, role: _Role, start: int, end: int, first: int, last: int, reason: str, *, shared: bool = False
    ) -> None:
        if any(i in self.taken for i in range(start, end)):
            return
        title = self.titles.head_of(role.role)
        if self.collecting:
            if len(name_words(self.text(first, last))) > 1:
                self.entities.person(self.text(first, last), title, role.represents)
            return
        entity = self.entities.person(self.text(first, last), title, role.represents)
        if entity.first > start:
            entity.first = start
        represents = role.represents
        if represents is None and entity.record is not None:
            represents = self.listed_state(entity, title)
        if represents is not None and represents is not entity:
            if entity.represents is None or role.represents is not None:
                entity.represents = entity.represents or represents
        role.role = self.titles.singular(role.role)
        if (
            role.role
            and self.titles.is_office(role.role)
            and not any(h.role == role.role and h.represents is represents for h in entity.offices)
        ):
            entity.offices.append(Holding(role.role, represents, role.former))
        if role.posted is not None and entity.represents is None:
            entity.represents = represents
        words = set(role.role.split()) | {self.lower[i] for i in range(start, first)}
        if entity.gender is None:
            entity.gender = "f" if words & _FEMALE else "m" if words & _MALE else None
        self.claim(
            Span(start, end, "person", entity, f"named with {reason}", role.role, role.determiner, posted=role.posted)
        )

    def listed_state(self, entity: Entity, title: str) -> Entity | None:
        record = entity.record
        if record is None:
            return None
        offices = [o for o in record.offices if o.represents in self.entities.gazetteer.records]
        fitting = [o for o in offices if title and (title in o.role or o.role in title)] or offices
        return self.entities.of_record(fitting[0].represents) if fitting else None

    def claim(self, span: Span) -> None:
        if self.collecting:
            return
        if any(i in self.taken for i in range(span.start, span.end)):
            inner = [s for s in self.found if s.start >= span.start and s.end <= span.end]
            covered = {i for s in inner for i in range(s.start, s.end)}
            if any(i in self.taken and i not in covered for i in range(span.start, span.end)):
                return
            self.found = [s for s in self.found if s not in inner]
        self.found.append(span)
        self.taken.update(range(span.start, span.end))

    # -- names without a title ---------------------------------------------------------------------------------------

    def read_honorifics(self) -> None:
        """Read "Mr Trump", "Sir Keir", "Dr. Mona al-Farra", "Prince Faisal"."""
        for i, low in enumerate(self.lower):
            if low not in self.titles.honorifics or i in self.taken or not self.raw[i][0].isupper():
                continue
            j = i + 1
            while j < len(self.words) and (self.lower[j] in self.titles.honorifics or self.raw[j] == "."):
                j += 1
            end = self.name_run(j)
            if end == j or any(t in self.taken for t in range(i, end)):
                continue
            entity = self.entities.person(self.text(j, end))
            if entity.gender is None:
                entity.gender = "f" if low in _FEMALE else "m" if low in _MALE else None
            entity.first = min(entity.first, i)
            self.claim(Span(i, end, "person", entity, "named with an honorific"))

    def read_hits(self) -> None:
        """Read the names that the gazetteer knows, and the rest of a name that goes on behind them."""
        for hit in self.hits:
            if any(i in self.taken for i in range(hit.start, hit.end)):
                continue
            kind, how = self.kind(hit), self.how(hit)
            if kind == "person":
                end = max(hit.end, self.name_run(hit.start))
                start = hit.start
                while (
                    start - 1 >= 0
                    and start not in self.breaks
                    and (start - 1) not in self.taken
                    and (self.is_name(start - 1) and (start - 1) not in self.covered and not self.starts(start - 1))
                ):
                    start -= 1
                if any(i in self.taken for i in range(start, end)):
                    continue
                name_start = start
                owner = self.owner_before(start)
                if owner is not None:
                    start = owner.start
                entity = self.entities.person(self.text(name_start, end))
                if owner is not None and entity.represents is None and entity.record is None:
                    entity.represents = self.seat(owner)
                if entity.record is None and (start, end) == (hit.start, hit.end):
                    entity = self.entity_of(hit) if hit.end - hit.start > 1 else entity
                if entity.record is not None and entity.represents is None:
                    entity.represents = self.listed_state(entity, "")
                entity.first = min(entity.first, start)
                role = self.role_inside(name_start, end)
                if role and not any(h.role == role for h in entity.offices):
                    entity.offices.append(Holding(role, self.listed_state(entity, role) or entity.represents))
                self.claim(Span(start, end, "person", entity, "a name of the gazetteer", role))
            elif how in ("adjective", "people"):
                self.claim(Span(hit.start, hit.end, how, self.entity_of(hit), f"a demonym of {hit.entries[0][0]}"))
            else:
                self.read_place_or_body(hit, kind, how)

    def role_inside(self, start: int, end: int) -> str:
        """Give the office that a listed form opens with: "President Trump", "King Salman"."""
        k = start
        while k < end - 1 and (self.lower[k] in self.titles.heads or self.lower[k] in self.titles.left):
            k += 1
        role = " ".join(self.lower[start:k])
        return role if role and self.titles.is_office(role) and self.lower[k - 1] in self.titles.heads else ""

    def owner_before(self, start: int) -> Hit | None:
        """Give the state right before a name: "Russia's Vladimir Putin", "Saudi King Salman"."""
        before = start
        if before - 1 > 0 and self.lower[before - 1] == "'s" and before not in self.breaks:
            before -= 1
        hit = self.hit_to.get(before)
        if hit is None or self.kind(hit) != "state" or hit.end in self.breaks:
            return None
        if before == start and self.how(hit) not in ("adjective", "people"):
            return None
        if any(i in self.taken for i in range(hit.start, start)):
            return None
        return hit

    def read_strangers(self) -> None:
        """Read names of two words or more that nothing announced: "Hun Manet writes", "the contractor Alan Gross"."""
        i = 0
        while i < len(self.words):
            if i in self.taken or not self.is_name(i) or i in self.covered:
                i += 1
                continue
            end = self.name_run(i)
            if end <= i + 1:
                i = max(end, i + 1)
                continue
            if self.stranger(i, end):
                owner = self.owner_before(i)
                start = owner.start if owner is not None else i
                entity = self.entities.person(self.text(i, end))
                if owner is not None and entity.record is None:
                    entity.represents = entity.represents or self.seat(owner)
                entity.first = min(entity.first, i)
                self.claim(Span(start, end, "person", entity, "a name of two words"))
            i = end

    def stranger(self, i: int, end: int) -> bool:
        """Whether the capitalised words from i to end are a person's name by their form and what stands around them."""
        if any(t in self.taken for t in range(i, end)):
            return False
        words = [self.raw[t] for t in range(i, end)]
        if any(w in _NOT_PERSONS or w in _BODY_WORDS or (w.isupper() and len(w) > 2) or w[0].isdigit() for w in words):
            return False
        if sum(w[0].isupper() for w in words) < 2 or any(not (w[0].isalpha() or w in "-.'") for w in words):
            return False
        if (
            i > 0
            and i not in self.breaks
            and self.lower[i - 1] in ("the", "a", "an", "this", "-", "of", "in", "at", "near", "“", '"', "‘")
        ):
            return False
        if end < len(self.words) and self.lower[end] in ("-", "'s") and self.lower[end] == "-":
            return False
        common = self.titles.common
        if self.starts(i) or i in self.breaks:
            if self.lower[i] in common or self.line_is_title(i):
                return False
        return (
            sum(self.lower[t] in common for t in range(i, end)) < len(words) - 1
            or (len(words) == 2
            and not any(self.lower[t] in common for t in range(i, end)))
        )

    def line_is_title(self, i: int) -> bool:
        """Whether token i stands in a line that capitalises most of its words, as a headline does."""
        start = i
        while start > 0 and start not in self.breaks:
            start -= 1
        end = i + 1
        while end < len(self.words) and end not in self.breaks:
            end += 1
        words = [w for w in self.raw[start:end] if w[0].isalpha()]
        return len(words) > 4 and sum(w[0].isupper() for w in words) > 0.7 * len(words)

    def read_place_or_body(self, hit: Hit, kind: str, how: str) -> None:
        i, j = hit.start, hit.end
        if (
            hit.end - hit.start == 1
            and how == "place"
            and (
                (j < len(self.words) and self.is_name(j)) or (i > 0 and self.is_name(i - 1) and not self.starts(i - 1))
            )
        ):
            return  # a surname or part of a longer name
        entity = self.seat(hit)
        place = self.entity_of(hit) if kind == "place" else None
        if how == "metonym":
            entity.names.setdefault(self.text(i, j))
        reason = {
            "metonym": f"the seat of government of {entity.name}",
            "place": f"a place in {entity.name}",
        }.get(how, "a name of the gazetteer")
        sort = entity.kind
        entity.first = min(entity.first, i)
        self.claim(Span(i, j, sort, entity, reason, place=place))

    def read_bodies(self) -> None:
        """Read organisations that no list knows, by a word that names a body: "Islamic Salvation Front"."""
        for k, word in enumerate(self.raw):
            if word not in _BODY_WORDS or k in self.taken:
                continue
            known = self.covered.get(k)
            if known is not None and known.end - known.start > 1:
                continue
            start = k
            while start - 1 >= 0 and start not in self.breaks and (start - 1) not in self.taken:
                before = self.raw[start - 1]
                if (before[0].isupper() and before not in _NOT_NAMES and _WORD.search(before)) or before == "-":
                    start -= 1
                elif (
                    self.lower[start - 1] == "'s"
                    and start - 2 >= 0
                    and self.raw[start - 2] in ("People", "Workers", "Women", "Children")
                ):
                    start -= 2
                elif (
                    self.lower[start - 1] in _LINKS
                    and start - 2 >= 0
                    and self.raw[start - 2][0].isupper()
                    and (self.raw[start - 2] in _BODY_WORDS)
                ):
                    start -= 2 if (start - 2) not in self.taken else 1
                else:
                    break
            end = k + 1
            while end < len(self.words) and end not in self.breaks and end not in self.taken:
                after = self.raw[end]
                if (after[0].isupper() and after not in _NOT_NAMES and _WORD.search(after)) or (
                    self.lower[end] in ("of", "for", "the", "on")
                    and end + 1 < len(self.words)
                    and (self.raw[end + 1][0].isupper() or self.lower[end + 1] == "the")
                ):
                    end += 1
                else:
                    break
            while end - 1 > k and (self.lower[end - 1] in _LINKS):
                end -= 1
            while start < k and self.raw[start] == "-":
                start += 1
            if end - start < 2 or any(i in self.taken for i in range(start, end)):
                continue
            if start in self.breaks or self.starts(start):
                if self.raw[start] in ("Members", "Officials", "Supporters"):
                    continue
            first = self.hit_from.get(start)
            state = None
            if first is not None and self.kind(first) == "state":
                if first.end == end - 1 and self.lower[k] in self.titles.organs:
                    continue  # "Russian Army": an organ, read as one
                state = self.seat(first)
            name = self.text(start, end)
            entity = self.entities.by_name.get(name) or Entity(name, "organisation")
            entity.represents = entity.represents or state
            self.entities.by_name.setdefault(name, entity)
            entity.first = min(entity.first, start)
            self.claim(Span(start, end, "organisation", entity, "a name with a word for a body"))

    def faction(self, start: int, end: int, state: Entity) -> Entity:
        """Make the group of an unnamed faction: "Chechen rebels" is not Chechnya."""
        name = self.text(start, end)
        entity = self.entities.by_name.get(name)
        if entity is None:
            entity = Entity(name, "group", plural=True)
            if self.lower[end - 1] in _NATIONALS:
                entity.home = state
            self.entities.by_name[name] = entity
        entity.names.setdefault(name)
        entity.first = min(entity.first, start)
        return entity

    def read_ships(self) -> None:
        """Read warships by the prefix of their navy: "HMS Duncan" sails for the United Kingdom."""
        for k, word in enumerate(self.raw[:-1]):
            state = _NAVIES.get(word)
            if state is None or k in self.taken or not self.raw[k + 1][0].isupper() or k + 1 in self.taken:
                continue
            end = k + 2
            while end < len(self.words) and end - k < 5 and end not in self.taken and self.raw[end][0].isupper() and end not in self.breaks:
                end += 1
            entity = self.entities.of_record(state)
            self.claim(Span(k, end, "organ", entity, f"a ship of {state}", "warship", head=None))

    def read_factions(self) -> None:
        """Read factions with their people: "Fijian rebels", "Hutu rebel leaders", "French farmers"."""
        for k, low in enumerate(self.lower):
            if low not in FACTIONS or k in self.taken or not (low.endswith("s") or low in ("opposition", "militia")):
                continue
            left = k
            while (
                left - 1 >= 0
                and left not in self.breaks
                and (left - 1) not in self.taken
                and (left - 1) not in self.covered
                and (
                    self.lower[left - 1] in FACTIONS
                    or self.lower[left - 1]
                    in (
                        "armed",
                        "islamic",
                        "islamist",
                        "muslim",
                        "moslem",
                        "civilian",
                        "university",
                        "opposition",
                        "civil",
                    )
                )
            ):
                left -= 1
            hit = self.hit_to.get(left)
            if (
                hit is None
                and low.endswith("s")
                and k + 2 < len(self.words)
                and self.lower[k + 1] in ("in", "of", "from")
            ):
                at = k + 3 if self.lower[k + 2] == "the" else k + 2
                inner = self.hit_from.get(at)
                after = self.lower[inner.end] if inner is not None and inner.end < len(self.words) else "."
                if (
                    inner is not None
                    and after not in (",", "and")
                    and self.kind(inner) in ("state", "place")
                    and self.how(inner) not in ("adjective", "people")
                ):
                    if not any(i in self.taken for i in range(left, inner.end)):
                        entity = self.faction(left, inner.end, self.seat(inner))
                        self.claim(Span(left, inner.end, "group", entity, "a faction with its place", plural=True))
                continue
            if (
                hit is None
                or self.kind(hit) not in ("state", "place", "group")
                or any(i in self.taken for i in range(hit.start, hit.end))
            ):
                continue
            if self.how(hit) not in ("adjective", "people", "name", "alias"):
                continue
            if self.kind(hit) == "group":
                self.claim(Span(hit.start, k + 1, "group", self.entity_of(hit), "fighters of a named group"))
                continue
            state = self.seat(hit)
            entity = self.faction(hit.start, k + 1, state)
            self.claim(Span(hit.start, k + 1, "group", entity, f"a faction named with {state.name}", plural=True))

    def starts(self, i: int) -> bool:
        """Whether token i begins a sentence, so that its capital says nothing."""
        return i == 0 or i in self.breaks or self.raw[i - 1] in (".", "!", "?", ":", "“", '"', "”")

    def read_surnames(self) -> None:
        """Read each later, shorter name of the persons named so far."""
        known = {w for e in self.entities.persons() for n in (e.name, *e.names) for w in name_words(n)}
        i = 0
        while i < len(self.words):
            if i in self.taken or not self.is_name(i):
                i += 1
                continue
            if name_words(self.words[i])[-1] not in known:
                self.read_famous(i)
                i += 1
                continue
            end = i + 1
            while (
                end < len(self.words)
                and end not in self.breaks
                and end not in self.taken
                and (
                    self.is_name(end)
                    or (self.lower[end] in _PARTICLES | {"-"} and end + 1 < len(self.words) and self.is_name(end + 1))
                )
            ):
                end += 1
            start = i
            while (
                start - 1 >= 0
                and start not in self.breaks
                and (start - 1) not in self.taken
                and (
                    self.lower[start - 1] in ("-", "al", "el")
                    or (self.is_name(start - 1) and not self.starts(start - 1))
                )
            ):
                start -= 1
            words = name_words(self.text(i, end))
            entity = self.entities.known(self.text(i, end))
            if entity is not None and (len(words) > 1 or len(words[0]) > 2):
                entity.names.setdefault(self.text(start, end))
                entity.first = min(entity.first, start)
                self.claim(Span(start, end, "person", entity, "a shorter name of someone named before"))
            i = end

    def read_famous(self, i: int) -> None:
        """Read a bare family name that one holder of an office at the time bears: "Blinken reaffirmed"."""
        names = self.entities.gazetteer.families.get(self.raw[i]) or self.entities.gazetteer.families.get(
            self.words[i], ()
        )
        if not names or i in self.covered or (self.lower[i] in self.titles.common and self.starts(i)):
            return
        for j in (i - 1, i + 1):
            if (
                0 <= j < len(self.words)
                and self.raw[j][0].isupper()
                and max(i, j) not in self.breaks
                and (j not in self.taken and not (j < i and self.starts(j)))
            ):
                return
        if (i and self.raw[i - 1] == "-") or (i + 1 < len(self.words) and self.raw[i + 1] == "-"):
            return
        if i and i not in self.breaks and self.lower[i - 1] in ("the", "in", "at", "near", "of", "a"):
            return
        records = [self.entities.gazetteer.records[n] for n in names]
        date = self.entities.date
        now = [r for r in records if date is not None and r.offices and in_office(r, date, slack=0)]
        chosen = now[0] if len(now) == 1 else records[0] if date is None and len(records) == 1 else None
        if chosen is None:
            return
        entity = self.entities.of_record(chosen.name, self.raw[i])
        if entity.represents is None:
            entity.represents = self.listed_state(entity, "")
        entity.first = min(entity.first, i)
        self.claim(
            Span(i, i + 1, "person", entity, f"the {chosen.name} in office on {date}" if date else "a famous name")
        )

    def read_organs(self) -> None:
        """Read ministries, embassies, armies and governments with their state: "the Turkish army" is Turkey."""
        for k in range(len(self.words)):
            if self.lower[k] not in self.titles.organs or k in self.taken:
                continue
            if k + 1 < len(self.words) and self.lower[k + 1] in self.titles.organs and k + 1 not in self.breaks:
                continue
            left = k
            while (
                left - 1 >= 0
                and left not in self.breaks
                and self.lower[left - 1] in self.titles.left | self.titles.organs | {"-"}
                and ((left - 1) not in self.taken and (left - 1) not in self.covered)
            ):
                left -= 1
            while left < k and self.lower[left] in ("-", "of", "and", "for"):
                left += 1
            before = left - 1
            if before >= 1 and self.lower[before] in ("'s", "'"):
                before -= 1
            hit = self.hit_to.get(before + 1)
            state: Entity | None = None
            start, end = left, k + 1
            if (
                hit is not None
                and self.kind(hit) in ("state", "organisation", "group", "place")
                and not (any(i in self.taken for i in range(hit.start, hit.end)))
            ):
                state, start = self.seat(hit), hit.start
            stop, _, after, _ = self.complement(k + 1, self.lower[k])
            if after is not None and state is None and self.raw[k][0].isupper() | (self.lower[k] in self.titles.bodies):
                state, end = after, stop
            elif self.lower[k] in self.titles.bodies and stop > k + 1 and after is None and self.raw[k][0].isupper():
                end = stop
            if state is None and start == k and end == k + 1:
                continue
            if any(i in self.taken for i in range(start, end)):
                continue
            reason = f"an organ of {state.name}" if state is not None else "an organ of a state not named with it"
            self.claim(
                Span(
                    start,
                    end,
                    "organ",
                    state,
                    reason,
                    self.text(left, k + 1).casefold(),
                    plural=self.lower[k][-1] == "s",
                    head=k,
                )
            )

    def spans(self) -> list[Span]:
        """Read everything, most telling first, and give the mentions in text order."""
        self.collect()
        self.read_roles()
        self.read_honorifics()
        self.read_ships()
        self.read_factions()
        self.read_organs()
        self.read_bodies()
        self.read_hits()
        self.read_strangers()
        self.read_surnames()
        return self.lists(self.of_states(sorted(self.found, key=lambda s: s.start)))

    def of_states(self, spans: list[Span]) -> list[Span]:
        """Read the state behind a name as part of it: "Sheikh Tamim of Qatar", "Macky Sall of Senegal"."""
        out: list[Span] = []
        for span in spans:
            before = out[-1] if out else None
            if (
                before is not None
                and before.sort == "person"
                and before.entity is not None
                and span.sort == "state"
                and span.entity is not None
                and span.place is None
                and not before.members
                and self.lower[before.end : span.start] in (["of"], ["of", "the"])
            ):
                if before.entity.represents is None:
                    before.entity.represents = span.entity
                before.end = span.end
                continue
            out.append(span)
        return out

    # -- lists -------------------------------------------------------------------------------------------------------

    def lists(self, spans: list[Span]) -> list[Span]:
        """Read each list of names as one mention: "A, B and C", "the Saudi and Iranian sides"."""
        out: list[Span] = []
        i = 0
        while i < len(spans):
            items = [spans[i]]
            joined = commas = False
            while i + len(items) < len(spans):
                following = spans[i + len(items)]
                link = self.lower[items[-1].end : following.start]
                words = [w for w in link if w not in ("the", "both")]
                if joined or len(words) > 2 or len(link) - len(words) > 1 or following.start in self.breaks:
                    break
                if words not in ([","], ["and"], [",", "and"], ["&"]) or not self.alike(items[-1], following):
                    break
                joined = words[-1] in ("and", "&")
                commas = commas or "," in words
                items.append(following)
            if not joined and len(items) == 2 and self.headline_pair(items):
                joined, commas = True, False
            if joined and (len(items) > 2 or not commas):
                out.append(self.listed(items))
                i += len(items)
            else:
                out.append(items[0])
                i += 1
        return out

    def headline_pair(self, items: list[Span]) -> bool:
        """Whether "Trump, Putin meet in Alaska" names two: at the start of a line, with a verb right behind."""
        first, last = items
        if first.start not in self.breaks or last.end >= len(self.words) or last.end in self.breaks:
            return False
        after = self.lower[last.end]
        if not after.isalpha() or not self.raw[last.end].islower() or after in _NOT_VERBS or after.endswith("ed"):
            return False
        return after in self.titles.common or after in ("to", "will")

    def alike(self, a: Span, b: Span) -> bool:
        """Whether two neighbouring mentions can stand in one list."""
        if a.entity is None or b.entity is None or a.entity is b.entity or (a.plural and a.sort == "role"):
            return False
        if any(self.lower[i] == "'s" for i in (a.end, b.end) if i < len(self.words)) and a.sort == "person":
            return False
        if a.place is not None and a.entity is b.entity:
            return False
        demonyms = ("adjective", "people")
        if a.sort in demonyms:
            return b.sort in demonyms or (b.sort in ("organ", "role") and self.hit_from.get(b.start) is not None)
        if a.sort in ("role", "organ") or b.sort in (*demonyms, "role", "organ"):
            return False
        return (a.sort == "person") == (b.sort == "person")

    def listed(self, items: list[Span]) -> Span:
        last = items[-1]
        members = tuple(dict.fromkeys(e for s in items if (e := s.entity) is not None))
        sort = last.sort if last.sort != "people" or items[0].sort == "people" else "adjective"
        return Span(
            items[0].start,
            last.end,
            sort,
            items[0].entity,
            items[0].reason,
            last.role,
            items[0].determiner,
            True,
            members=members,
        )


def _keep_acting(match: re.Match[str]) -> str:
    return match.group(0) if match.group(1) == "acting" else ""
