"""Frames whose wording is a noun: "S's attack on O", "talks between S and O"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.custody import abducts, held_where
from kg.extract.frames.encounters import brokers, held_by, is_part_of, of_one_state, run_their_course
from kg.extract.frames.implied import adjunct_verb, decreed, other_side, reporting_verb, traveller
from kg.extract.frames.measures import made_in, whom_it_hits
from kg.extract.frames.noun_arguments import NounArguments
from kg.extract.frames.noun_phrases import at_their_border, complemented, driven_out, in_idle_phrase, met_there, staged
from kg.extract.frames.objections import objected_to
from kg.extract.frames.participants import at_talks, beside_their, participants, sent_to
from kg.extract.frames.parties import MOST_PARTIES, allowed, apart, freed, merge
from kg.extract.frames.records import Frame
from kg.extract.frames.strikes import fallen_in
from kg.extract.frames.whose import lands_hit
from kg.extract.frames.words import in_title_case, lemma_of, noun_matches
from kg.extract.patterns import Pattern
from kg.extract.syntax import agent, child, is_passive, is_verbal, phrase_of, prepositions

_TOPIC = frozenset({"on", "over", "about", "for", "toward", "towards"})
"""Prepositions of what talks are about, whose own parties may be theirs: "talks toward a pact between A and B"."""


class NounFrames(NounArguments):
    """Finds the frames of nouns in one article."""

    def at(self, noun: Token, lemma: str) -> Frame | None:
        """Give the frame of the first wording that fits at a noun, unless a verb's wording told of it already."""
        only = self._told_otherwise(noun)
        if only is not None and not only:
            return None
        for pattern in self._patterns.nouns[lemma]:
            if not noun_matches(noun, pattern.heads) or not complemented(noun, pattern):
                continue
            if only is not None and pattern.predicate not in only:
                continue
            if pattern.idle:
                if in_idle_phrase(noun, pattern):
                    return None
                continue
            governor = self._governor(noun, pattern)
            find = self._reciprocal if pattern.reciprocal else self._directed
            frame = find(noun, pattern, governor)
            if frame is not None:
                return frame
        return self._against_who_defies(noun, lemma)

    def _told_otherwise(self, noun: Token) -> frozenset[str] | None:
        """Give the few predicates that a name, or a noun which a verb's wording told of, may still tell; None for all.

        What a decree puts in force may be decided, and a line in title case may tell of talks.
        """
        named = noun.text[0].isupper() and noun.i > 0 and not noun.is_sent_start and not noun.nbor(-1).is_quote
        told = self._told_by_verb(noun)
        if not named and not told:
            return None
        like = self._resolver.predicates
        if noun.i not in self._search.used and decreed(noun) is not None:
            return like["decided"]
        return like["conversing"] if not told and in_title_case(noun.sent) else frozenset()

    def _against_who_defies(self, noun: Token, lemma: str) -> Frame | None:
        """Give the frame of an objection that names nobody: "went ahead despite protests from Rome"."""
        if lemma in self._words["overture"]:
            return None
        for pattern in self._patterns.nouns[lemma]:
            objecting = pattern.predicate in self._resolver.predicates["objecting"]
            if objecting and not pattern.reciprocal and noun_matches(noun, pattern.heads) and not pattern.complements:
                objects = allowed(objected_to(noun, self._resolver), pattern.object_kinds)
                subjects = self._subjects(noun, pattern, None, objects) if objects else []
                subjects = apart(allowed(subjects, pattern.subject_kinds), objects)
                if subjects:
                    return Frame(pattern, noun.i, noun.i, subjects, objects)
        return None

    def _told_by_verb(self, noun: Token) -> bool:
        """Whether a verb's wording used the noun, or the noun that it hangs on: "held talks on sanctions"."""
        used = self._search.used
        if noun.i in used:
            return True
        above = noun.head
        while above.dep_ in ("prep", "pobj", "conj", "compound") and above.head.i != above.i:
            if above.i in used and above.pos_ == "NOUN" and noun.dep_ != "conj":
                return True
            above = above.head
        behind = noun.head.dep_ == "prep" and noun.head.lower_ in ("on", "of", "for")
        return above.i in used and above.pos_ in ("NOUN", "PROPN") and noun.dep_ in ("pobj", "conj") and behind

    # -- parties on equal terms ---------------------------------------------------------------------------------------

    def _reciprocal(self, noun: Token, pattern: Pattern, governor: Token | None) -> Frame | None:
        """Give the frame of a noun whose parties do it together: "the summit between Kim and Moon"."""
        if pattern.predicate == "signed_with" and self._receivers(noun):
            return None  # "the five sent Peru a memorandum", which is none between them
        if pattern.predicate == "called" and _calls_for(noun):
            return None
        hosts = [noun] if governor is None else [noun, governor]
        if (
            noun.dep_ in ("nsubj", "nsubjpass")
            and lemma_of(noun.head) in self._words["happen"] | self._words["arranging"]
        ):
            hosts.append(noun.head)
        hosts.extend(c for c in noun.children if c.dep_ == "relcl" and lemma_of(c) in self._words["happen"])
        hosts.extend(staged(noun, pattern))
        words = (pattern.doer & {"amongst", "of", "involving"}) | {"between", "among"}
        sides = [r for host in hosts for r in self._behind([host], words - {"of"} if host is governor else words)]
        if len(sides) < 2:  # "talks on a pullout between Israel and Hamas"
            about = [o for p, o in prepositions(noun) if p.lower_ in _TOPIC]
            behind = (o for host in hosts[1:] for _, o in prepositions(host))
            others = (
                self._words["comingTogether"] | self._words["accord"]
            )  # "owe their truce to a thaw between Peru and"
            about += [o for o in behind if lemma_of(o) not in others]
            if pattern.complements:  # "an exchange of prisoners between Peru and Chad"
                about += [o for p, o in prepositions(noun) if p.lower_ == "of"]
            ends = (c for c in noun.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VB")
            sought = [t for c in ends if (t := child(c, "dobj")) is not None]  # "to conclude an accord between"
            about += [t for t in sought if lemma_of(t) in self._words["accord"]]
            sides = merge(sides, self._behind(about, words & {"between", "among"}))
        if len(sides) < 2:  # "negotiations involving Iran and Oman"
            taking = [c for c in noun.children if c.dep_ == "acl" and c.lemma_ in self._words["takingIn"]]
            sides = merge(
                sides, [r for c in taking for o in c.children if o.dep_ == "dobj" for r in self._resolver.actors(o)]
            )
        if len(sides) < 2:
            held = [
                c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and self._says_that_it_is(c, pattern)
            ]
            reached = [by for c in held if (by := agent(c)) is not None]
            sides = merge(sides, [r for by in reached for r in self._resolver.actors(by)])
        if len(sides) < 2 and pattern.predicate == "attacked":
            sides = at_their_border(noun, self._resolver) or sides
        if len(sides) > 2 and (two := self._two_groups(hosts)) is not None:
            return Frame(pattern, noun.i, (governor or noun).i, *two)
        theirs = len(sides) < 2
        if theirs:
            asks = any(p.lower_ in ("for", "on", "to") for p, _ in prepositions(noun)) or child(noun, "acl") is not None
            asks = asks or child(noun, "advcl", "ccomp") is not None  # "calls by Chad for Mali to leave"
            if lemma_of(noun) == "call" and asks:
                return None
            owners = [r for r in self._resolver.owners(noun, frozenset({noun.i})) if not brokers(r, noun)]
            if any(
                p.lower_ in ("between", "with") for p, _ in prepositions(noun)
            ):  # "talks with Rao and raids by Mali"
                owners = [r for r in owners if r.token < noun.i]
            dated = any(c.text.isdigit() and len(c.text) == 4 for c in noun.children)
            if dated and pattern.predicate in self._resolver.predicates["accordance"]:
                return None  # "a protocol to their 1993 accord"
            sides = merge(owners, sides)
        if len(sides) < 2:
            return self._with_partners(noun, pattern, governor, hosts, sides)
        sides = allowed(sides, pattern.subject_kinds)
        if theirs and noun.tag_ == "NNS" and all(r.entity.kind == "organisation" for r in sides):
            return None  # "exclude it from their meetings", those that each holds
        if len(sides) == 2 and is_part_of(sides[0], sides[1], noun):
            return None  # "the Assembly's meeting of the UN"
        if not 2 <= len(sides) <= MOST_PARTIES:
            return None
        partners = apart(self._behind([noun], frozenset({"with"})), sides) if theirs else []  # "their talks with Rao"
        return Frame(pattern, noun.i, (governor or noun).i, sides, partners)

    def _two_groups(self, hosts: list[Token]) -> tuple[list[Reference], list[Reference]] | None:
        """Give the two sides of talks where one of them is several: "between Peru and the leaders of Mali and Chad".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "There were talks between Peru and the governments of Mali, Chad and Niger."
        >>> [event] = Extractor().extract(Article("a", text)).events
        >>> [s.name for s in event.subjects], [o.name for o in event.objects]
        (['Peru'], ['Mali', 'Chad', 'Niger'])
        """
        for first in (o for host in hosts for p, o in prepositions(host) if p.lower_ == "between"):
            joined = [c for c in first.children if c.dep_ == "conj"]
            if len(joined) != 1 or child(joined[0], "conj") is not None:
                continue
            sides = self._resolver.actors(first, seen=frozenset({joined[0].i})), self._resolver.actors(joined[0])
            several = [t for t, side in zip((first, joined[0]), sides, strict=True) if len(side) > 1]
            if all(sides) and len(several) == 1 and several[0].pos_ == "NOUN":
                return sides
        return None

    def _with_partners(
        self, noun: Token, pattern: Pattern, governor: Token | None, hosts: list[Token], sides: list[Reference]
    ) -> Frame | None:
        """Give the frame of a noun that tells one side by its verb: "after talks with Putin, Macron said"."""
        partners = self._behind(hosts, frozenset({"with", "alongside"})) or met_there(noun, self._resolver)
        verb = governor or adjunct_verb(noun)
        sent = sent_to(noun, verb, self._resolver) if governor is None and verb is not None and partners else []
        doers = sent or self._doers(verb)
        first = doers or sides
        if not first and partners:
            first = self._told_of(noun, pattern, partners) or self._who_says_it(noun)
            first = first or self._up_the_sentence(noun, pattern, partners)
            first = first or self._whose_office_tells(noun, pattern, partners)
        objects = apart(partners, first)
        if first and objects:
            told_by = verb if verb is not None and (doers or sides or governor is not None) else noun
            if told_by is noun and self._takes_place(noun):
                told_by = noun.head  # "talks with Rao took place"
            return Frame(pattern, noun.i, told_by.i, first, objects)
        others = any(p.lower_ == "with" for p, _ in prepositions(noun))  # "held talks with officials"
        if len(doers) >= 2 and not others and governor is not None and not is_passive(governor):
            if lemma_of(governor) in self._words["attending"] and of_one_state(doers):
                return None  # "the two ministers attended his meeting"
            return Frame(pattern, noun.i, governor.i, doers, [])
        if not partners and not sides and not doers and self._comes_of_talks(noun, pattern, governor):
            two = self._resolver.talkers(noun.i)
            return Frame(pattern, noun.i, (governor or noun.head.head).i, two, []) if two else None
        if governor is None and not partners and not sides and run_their_course(noun, pattern.predicate):
            two = self._resolver.sides_told(noun.i)
            return Frame(pattern, noun.i, noun.i, two, []) if two else None
        if governor is None and verb is not None and not others:
            theirs = [] if sides else beside_their(noun, verb, doers, self._resolver)
            theirs = theirs or at_talks(noun, verb, doers, self._resolver)
            if theirs:
                return Frame(pattern, noun.i, noun.i, doers, theirs)
        if governor is None and not others and held_by(noun, pattern.predicate, doers, self._resolver):
            return Frame(pattern, noun.i, noun.i, doers, [])
        return None

    def _comes_of_talks(self, noun: Token, pattern: Pattern, governor: Token | None) -> bool:
        """Whether an accord of nobody named is said to be reached, or to end talks: "the talks ended in a truce".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Talks between Peru and Chile began in May. An agreement was reached."
        >>> told = Extractor().extract(Article("a", text)).events
        >>> [(e.predicate, [s.name for s in e.subjects]) for e in told][1:]
        [('agreed_with', ['Peru', 'Chile'])]
        """
        if pattern.predicate not in self._resolver.predicates["accordance"]:
            return False
        if governor is not None:
            return noun.dep_ == "nsubjpass" and noun.tag_ == "NN" and agent(governor) is None
        verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "with") else noun
        subject = child(verb, "nsubj") if lemma_of(verb) in self._words["courseOfTalks"] | {"end", "conclude"} else None
        return subject is not None and lemma_of(subject) in self._words["negotiation"]

    def _told_of(self, noun: Token, pattern: Pattern, partners: list[Reference]) -> list[Reference]:
        """Give who took part in what is only told of: who speaks of it, or who is on a visit.

        Where the partners are states, a leader speaks for his own: "he says that years of talks with Rwanda failed".
        """
        open_ended = any(c.lower_ in self._words["openEnded"] for c in noun.children)
        if pattern.predicate not in self._resolver.predicates["meeting"] or open_ended:
            return []
        speakers = self._doers(reporting_verb(noun))
        if any(r.entity.kind == "person" for r in partners):
            return speakers or traveller(noun, self._resolver)
        if speakers:
            return [r.as_state() for r in speakers]
        return traveller(noun, self._resolver)

    def _up_the_sentence(self, noun: Token, pattern: Pattern, partners: list[Reference]) -> list[Reference]:
        """Give who is told above the noun to be in it: "the arrival of Rao for talks with Sarr"."""
        if pattern.predicate not in self._resolver.predicates["meeting"]:
            return []
        return participants(noun, partners, self._resolver)

    def _takes_place(self, noun: Token) -> bool:
        """Whether the verb above only says that it happened: "talks with Rao took place"."""
        return noun.dep_ in ("nsubj", "nsubjpass") and lemma_of(noun.head) in self._words["happen"]

    def _whose_office_tells(self, noun: Token, pattern: Pattern, partners: list[Reference]) -> list[Reference]:
        """Give who publishes, or holds his office, where it only says with whom: "Talks with Rao took place".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "A telephone conversation with Emmanuel Macron took place."
        >>> told = Extractor().extract(Article("a", text, publisher="Office of the President of Peru")).events
        >>> [(e.subjects[0].name, e.predicate) for e in told]
        [('Peru', 'called')]
        """
        resolver = self._resolver
        own = resolver.publisher
        if own is None or not resolver.official or pattern.predicate not in resolver.predicates["meeting"]:
            return []
        if not (noun.dep_ == "ROOT" or self._takes_place(noun)) or any(
            own in (r.entity, r.entity.state()) for r in partners
        ):
            return []
        office = resolver.publisher_office
        holder = resolver.holder_on_date(office, own) if office else None
        return [Reference(holder or own, "who published the text", noun.i, weak=True)]

    # -- one does it to the other -------------------------------------------------------------------------------------

    def _directed(self, noun: Token, pattern: Pattern, governor: Token | None) -> Frame | None:
        """Give the frame of a noun that one party does to another: "Israel's strikes on Hamas"."""
        objects = allowed(self._objects(noun, pattern, governor), pattern.object_kinds)
        if not objects and pattern.predicate == "sanctioned":
            hit = [o for p, o in prepositions(noun) if p.lower_ in pattern.object_prepositions]
            objects = made_in(hit, self._resolver) or whom_it_hits(noun, self._resolver)
            objects = allowed(objects, pattern.object_kinds)
        if not objects and pattern.predicate == "attacked":
            objects = [r for t in fallen_in(noun) for r in self._resolver.actors(t)] or driven_out(noun, self._resolver)
        if not objects and pattern.predicate in ("attacked", "seized", "detained"):
            objects = self._hit_at_home(noun, pattern, governor)
        if not objects and pattern.predicate not in ("mediated", "accused"):
            return None
        if pattern.predicate in self._resolver.predicates["doneTo"]:
            objects = merge([freed(r) for r in objects], [])  # "the release of three Danish hikers by Iran"
        subjects = self._placed(noun, pattern) or self._subjects(noun, pattern, governor, objects)
        if not objects and pattern.predicate == "accused":
            return self._charge(noun, pattern, subjects)
        if not objects and subjects:  # "there was no mediation by Washington": between the two told of
            told = self._resolver
            objects = told.parties_of_talks(noun, subjects) or told.parties_of_accord(noun, subjects)
            objects = objects or told.parties_of_affair(noun, subjects)
        if not objects:
            return None
        among = pattern.predicate == "urged" and {r.entity for r in objects} & {r.entity for r in subjects}
        if among and noun.dep_ == "pobj" and noun.head.lower_ in ("at", "on", "upon"):
            return None  # "at the request of Rao both leaders spoke"
        objects = apart(objects, subjects) or objects
        verb = governor
        within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and is_verbal(noun.head.head)
        in_protest = within and pattern.predicate == "protested_against"
        saying = within and lemma_of(noun.head.head) in self._words["report"]  # "said in a warning to Chad"
        if not subjects and (in_protest or saying):
            verb = noun.head.head
            sent = verb.head if verb.dep_ == "xcomp" and is_verbal(verb.head) else None
            if sent is not None and any(lemma_of(c) in self._words["diplomat"] for c in sent.children):
                verb = sent  # "ordered its envoy to return in protest"
            subjects = self._doers(verb)
        if not subjects and governor is None and pattern.predicate in self._resolver.predicates["inPassing"]:
            verb = adjunct_verb(noun)
            subjects = self._doers_beside(noun, verb) or self._on_it(noun)
            subjects = subjects or self._told_of(noun, pattern, objects)
        if not subjects and pattern.predicate == "detained" and not abducts(noun):
            subjects = held_where(noun, self._resolver)
        subjects = subjects or self._who_says_it(noun)
        subjects = subjects or self._up_the_sentence(noun, pattern, objects)
        subjects = apart(allowed(subjects, pattern.subject_kinds), objects)
        if not subjects and any(c.dep_ == "poss" for c in noun.children):  # "its criticism of a raid by Chad"
            subjects = apart(allowed(self._subjects(noun, pattern, governor, objects), pattern.subject_kinds), objects)
        if not subjects:
            self._search.miss(pattern, noun, "no actor who does it")
            return None
        return Frame(pattern, noun.i, (verb or noun).i, subjects, objects)

    def _hit_at_home(self, noun: Token, pattern: Pattern, governor: Token | None) -> list[Reference]:
        """Give the land whose posts and people its fighters hit: "an attack by FARC rebels on a police station".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "An ambush by FARC rebels of an army patrol left six dead."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('FARC', 'Colombia')]
        """
        doers = [o for p, o in prepositions(noun) if p.lower_ == "by"]
        wanted = pattern.object_prepositions
        things = [o for host in (noun, *doers) for p, o in prepositions(host) if p.lower_ in wanted]
        if not things:  # "repulsed an attack by rebels"
            aimed = any(p.lower_ in ("on", "against", "at", "upon") for p, _ in prepositions(noun))
            thrown_back = not aimed and noun.dep_ == "dobj" and phrase_of(noun.head) in self._words["throwingBack"]
            return self._doers(noun.head) if thrown_back else []
        subjects = self._subjects(noun, pattern, governor, [])
        return lands_hit(things, subjects, noun, self._resolver, taken=pattern.predicate != "detained")

    def _charge(self, noun: Token, pattern: Pattern, subjects: list[Reference]) -> Frame | None:
        """Give the frame of "Norway's allegations of espionage", which are against the other side of the affair."""
        charged = [o for p, o in prepositions(noun) if p.lower_ == "of"]
        said = child(noun, "poss") is not None and bool(charged)
        if lemma_of(noun) == "claim" and not any(lemma_of(o) in self._words["wrongdoing"] for o in charged):
            return None  # "Chad's claim of sovereignty"
        objects = apart(other_side(subjects, noun, self._resolver), subjects) if said else []
        return Frame(pattern, noun.i, noun.i, subjects, objects) if objects else None


def _calls_for(noun: Token) -> bool:
    """Whether a call asks for something, so that nobody telephones: "its call for a truce between Peru and Chad"."""
    behind = [p for p, _ in prepositions(noun)]
    by = any(p.lower_ in ("by", "from") for p in behind)
    return noun.lemma_ == "call" and any(p.lower_ == "for" and (by or p.i == noun.i + 1) for p in behind)
