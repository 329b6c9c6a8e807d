"""Frames whose wording is a noun: "S's attack on O", "talks between S and O"."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.answers import ADDRESSED, answer_to, answered_by
from kg.extract.frames.custody import held_by as held_captive_by
from kg.extract.frames.custody import host_of
from kg.extract.frames.encounters import held_by, is_part_of, of_one_state, run_their_course
from kg.extract.frames.implied import adjunct_verb, decreed, other_side, participle_doer, reporting_verb, traveller
from kg.extract.frames.letters import authors, said_in
from kg.extract.frames.measures import made_in, whom_it_hits
from kg.extract.frames.nearest import striking_verb
from kg.extract.frames.noun_phrases import clause_beside, complemented, in_idle_phrase, met_there, sharing, staged
from kg.extract.frames.objections import blamed, objected_to, protested
from kg.extract.frames.participants import at_talks, beside_their, participants, sent_to
from kg.extract.frames.parties import MOST_PARTIES, allowed, apart, merge
from kg.extract.frames.records import Frame, Search
from kg.extract.frames.slots import within_infinitive
from kg.extract.frames.words import in_title_case, lemma_of, noun_matches
from kg.extract.grammar import OWNING
from kg.extract.patterns import Pattern, Patterns
from kg.extract.syntax import (
    PERSON,
    agent,
    child,
    doer,
    grammatical_subject,
    is_passive,
    is_verbal,
    phrase_of,
    prepositions,
)

_MINE = frozenset({"my", "our"})

_TOPIC = frozenset({"on", "over", "about", "for", "toward", "towards"})
"""Prepositions of what talks are about, whose own parties may be theirs: "talks toward a pact between A and B"."""


class NounFrames:
    """Finds the frames of nouns in one article; `light` are the verbs that only say that a noun takes place."""

    def __init__(self, patterns: Patterns, light: frozenset[str], search: Search) -> None:
        self._patterns = patterns
        self._light = light
        self._search = search
        self._resolver = search.resolver
        self._words = search.resolver.words

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

    def _governor(self, noun: Token, pattern: Pattern) -> Token | None:
        """Give the light verb of which the noun is the object, or a passive's subject ("talks were held")."""
        head = noun
        while head.dep_ == "conj" and not is_verbal(head.head):
            head = head.head
        if head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(head.head):
            verb = head.head
            phrase = phrase_of(verb)
            if phrase in self._light or phrase in pattern.wording.light or verb.lemma_ in self._light:
                return verb
            if head.dep_ == "dobj" and pattern.reciprocal and verb.lemma_ in self._words["wanting"]:
                return verb  # "wants talks with Iran"
        if pattern.predicate in self._resolver.predicates["decided"] and (signing := decreed(head)) is not None:
            return signing
        if head.dep_ == "pobj" and head.head.dep_ == "prep" and is_verbal(head.head.head):
            verb = head.head.head
            if f"{verb.lemma_} {head.head.lower_}" in self._words["takePart"]:
                return verb
        return None

    def _says_that_it_is(self, verb: Token, pattern: Pattern) -> bool:
        """Whether a verb only says that what the noun means takes place: "a deal struck by Iran and Iraq"."""
        return verb.lemma_ in self._light or verb.lemma_ in pattern.wording.light

    def _doers(self, verb: Token | None) -> list[Reference]:
        subject = doer(verb) if verb is not None else None
        found = self._resolver.actors(subject) if subject is not None else []
        if subject is not None and lemma_of(subject) in self._words["firm"]:
            return [r for r in found if not r.owned]
        return found

    def _doers_beside(self, noun: Token, verb: Token | None) -> list[Reference]:
        """Give who does what an adjunct of a verb tells: "on his arrival in Chad, he was met by Rao" is his."""
        own = verb is not None and any(c.dep_ == "poss" and c.lower_ in OWNING for c in noun.children)
        subject = grammatical_subject(verb) if verb is not None and own and is_passive(verb) else None
        return self._resolver.actors(subject) if subject is not None else self._doers(verb)

    def _behind(self, hosts: list[Token], words: frozenset[str]) -> list[Reference]:
        """Give the actors behind one of the prepositions."""
        return [
            r
            for host in hosts
            for p, o in prepositions(host)
            if p.lower_ in words and not (p.i and p.lower_ == "with" and p.nbor(-1).lower_ in ("along", "together"))
            for r in self._resolver.actors(o)
        ]

    # -- parties on equal terms ---------------------------------------------------------------------------------------

    def _reciprocal(self, noun: Token, pattern: Pattern, governor: Token | None) -> Frame | None:
        """Give the frame of a noun whose parties do it together: "the summit between Kim and Moon"."""
        if pattern.predicate == "signed_with" and self._receivers(noun):
            return None  # "the five sent Peru a memorandum", which is none between them
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
            about += [o for host in hosts[1:] for _, o in prepositions(host)]  # "were held in May between the sides"
            if pattern.complements:  # "an exchange of prisoners between Peru and Chad"
                about += [o for p, o in prepositions(noun) if p.lower_ == "of"]
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
        theirs = len(sides) < 2
        if theirs:
            asks = any(p.lower_ in ("for", "on", "to") for p, _ in prepositions(noun)) or child(noun, "acl") is not None
            asks = asks or child(noun, "advcl", "ccomp") is not None  # "calls by Chad for Mali to leave"
            if lemma_of(noun) == "call" and asks:
                return None
            sides = merge(self._resolver.owners(noun, frozenset({noun.i})), sides)
        if len(sides) < 2:
            return self._with_partners(noun, pattern, governor, hosts, sides)
        sides = allowed(sides, pattern.subject_kinds)
        if len(sides) == 2 and is_part_of(sides[0], sides[1], noun):
            return None  # "the Assembly's meeting of the UN"
        if not 2 <= len(sides) <= MOST_PARTIES:
            return None
        partners = apart(self._behind([noun], frozenset({"with"})), sides) if theirs else []  # "their talks with Rao"
        return Frame(pattern, noun.i, (governor or noun).i, sides, partners)

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
        objects = apart(partners, first)
        if first and objects:
            told_by = verb if verb is not None and (doers or sides or governor is not None) else noun
            return Frame(pattern, noun.i, told_by.i, first, objects)
        others = any(p.lower_ == "with" for p, _ in prepositions(noun))  # "held talks with officials"
        if len(doers) >= 2 and not others and governor is not None and not is_passive(governor):
            if lemma_of(governor) in self._words["attending"] and of_one_state(doers):
                return None  # "the two ministers attended his meeting"
            return Frame(pattern, noun.i, governor.i, doers, [])
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
            return [replace(r, entity=r.entity.state() or r.entity) for r in speakers]
        return traveller(noun, self._resolver)

    def _up_the_sentence(self, noun: Token, pattern: Pattern, partners: list[Reference]) -> list[Reference]:
        """Give who is told above the noun to be in it: "the arrival of Rao for talks with Sarr"."""
        if pattern.predicate not in self._resolver.predicates["meeting"]:
            return []
        return participants(noun, partners, self._resolver)

    # -- one does it to the other -------------------------------------------------------------------------------------

    def _directed(self, noun: Token, pattern: Pattern, governor: Token | None) -> Frame | None:
        """Give the frame of a noun that one party does to another: "Israel's strikes on Hamas"."""
        objects = allowed(self._objects(noun, pattern, governor), pattern.object_kinds)
        if not objects and pattern.predicate == "sanctioned":
            hit = [o for p, o in prepositions(noun) if p.lower_ in pattern.object_prepositions]
            objects = made_in(hit, self._resolver) or whom_it_hits(noun, self._resolver)
            objects = allowed(objects, pattern.object_kinds)
        if not objects and pattern.predicate not in ("mediated", "accused"):
            return None
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
        in_protest = pattern.predicate == "protested_against" and noun.dep_ == "pobj" and noun.head.lower_ == "in"
        if not subjects and in_protest and is_verbal(noun.head.head):
            verb = noun.head.head
            subjects = self._doers(verb)
        if not subjects and governor is None and pattern.predicate in self._resolver.predicates["inPassing"]:
            verb = adjunct_verb(noun)
            subjects = self._doers_beside(noun, verb) or self._on_it(noun)
            subjects = subjects or self._told_of(noun, pattern, objects)
        subjects = subjects or self._who_says_it(noun)
        subjects = subjects or self._up_the_sentence(noun, pattern, objects)
        subjects = apart(allowed(subjects, pattern.subject_kinds), objects)
        if not subjects and any(c.dep_ == "poss" for c in noun.children):  # "its criticism of a raid by Chad"
            subjects = apart(allowed(self._subjects(noun, pattern, governor, objects), pattern.subject_kinds), objects)
        if not subjects:
            self._search.miss(pattern, noun, "no actor who does it")
            return None
        return Frame(pattern, noun.i, (verb or noun).i, subjects, objects)

    def _who_says_it(self, noun: Token) -> list[Reference]:
        """Give who speaks where a quotation or its sentence opens with the act, without a verb: "Condolences to Rao".

        So messages are written: "Warm meeting with Minister Rao", "Congratulations to my friend Rao on his victory".
        """
        speaker = self._resolver.speaker_at(noun.i)
        if speaker is None:
            return []
        i = noun.i - 1
        while i >= noun.sent.start and self._resolver.speaker_at(i) is speaker:
            if noun.doc[i].pos_ not in ("ADJ", "ADV", "PUNCT", "INTJ", "NOUN") and noun.doc[i].lower_ not in _MINE:
                return []
            i -= 1
        opening = all(t.is_quote for t in noun.doc[noun.sent.start : i + 1])  # no scrap: "cited the “repression of”"
        return [Reference(speaker, "who says it", noun.i)] if opening else []

    def _who_announces(self, noun: Token) -> list[Reference]:
        """Give the state that says what its measures will do: "new tariffs will hit Chad, the minister said"."""
        verb = reporting_verb(noun)
        if verb is None or not any(c.lower_ in ("will", "would") for c in noun.head.children if c.dep_ == "aux"):
            return []
        said = [replace(r, entity=r.entity.state() or r.entity) for r in self._doers(verb)]
        return [r for r in said if r.entity.kind in ("state", "organisation")]

    def _on_it(self, noun: Token) -> list[Reference]:
        """Give the person beside whose name it stands: "the king, on a visit to Algeria, praised"."""
        preposition = noun.head
        if (
            noun.dep_ != "pobj"
            or preposition.lower_ not in ("on", "during", "at", "upon")
            or is_verbal(preposition.head)
        ):
            return []
        return [r for r in self._resolver.actors(preposition.head) if r.entity.kind == "person"]

    def _charge(self, noun: Token, pattern: Pattern, subjects: list[Reference]) -> Frame | None:
        """Give the frame of "Norway's allegations of espionage", which are against the other side of the affair."""
        said = child(noun, "poss") is not None and any(p.lower_ == "of" for p, _ in prepositions(noun))
        objects = apart(other_side(subjects, noun, self._resolver), subjects) if said else []
        return Frame(pattern, noun.i, noun.i, subjects, objects) if objects else None

    def _placed(self, noun: Token, pattern: Pattern) -> list[Reference]:
        """Give the doer that the parser hung on whom it is done to: "the expulsion of two diplomats from Belarus"."""
        shared = sharing(noun) if "of" in pattern.object_prepositions else []
        whom = [o for host in (noun, *shared) for p, o in prepositions(host) if p.lower_ in pattern.object_prepositions]
        authors = {"from"} if pattern.predicate == "wrote_to" else set()
        if any(c.dep_ == "poss" for c in noun.children):
            return []  # "Chad's expulsion of Peru's envoys from the summit"
        return self._behind(whom, (pattern.doer - {"of"}) | {"by"} | authors)

    def _objects(self, noun: Token, pattern: Pattern, governor: Token | None) -> list[Reference]:
        wanted = pattern.object_prepositions
        hosts = [noun] if governor is None else [noun, governor]
        if pattern.complements:
            hosts += [o for p, o in prepositions(noun) if any(p.lower_ in words for words, _ in pattern.complements)]
            hosts += [inner for o in hosts[1:] for p, inner in prepositions(o) if p.lower_ == "of"]
        objects: list[Reference] = []
        if "of" in wanted and not any(p.lower_ in wanted for p, _ in prepositions(noun)):
            hosts += sharing(noun)
            hosts += [o for p, o in prepositions(noun) if p.lower_ in ("by", "from")]  # "the arrest by Chad of two men"
        for host in hosts:
            objects = merge(objects, self._behind([host], wanted - {"of"} if host is governor else wanted))
        if not objects and "of" not in wanted:  # "the visit of Rao to Peru", read as Rao to Peru
            doers = [o for p, o in prepositions(noun) if p.lower_ in ("of", "by") and o.text == PERSON]
            objects = self._behind(doers, wanted)
        if not objects and noun.dep_ == "attr":  # "it was Rao's message to Sarr", read as being to him
            objects = self._behind([noun.head], wanted - {"of"})
        if not objects and pattern.complements:
            posts = (self._resolver.reading.spans[o.i] for o in hosts)
            objects = [
                Reference(s.posted, "the state of the posting", noun.i) for s in posts if s is not None and s.posted
            ]
        if "that" in wanted:
            objects = self._in_its_clause(noun)
        if not objects and pattern.predicate in self._resolver.predicates["delivered"]:
            objects = self._receivers(noun)
        if "with" in wanted and governor is None and noun.i + 1 < noun.sent.end:
            after = self._resolver.reading.spans[noun.i + 1]
            if (after is not None and after.sort == "date") or noun.nbor(1).lower_ in ("in", "at", ","):
                objects = merge(objects, met_there(noun, self._resolver))
        if not objects and pattern.predicate == "visited":  # "on his arrival here"
            objects = [r for c in noun.children if c.lower_ == "here" for r in self._resolver.actors(c)]
        if not objects and "against" in wanted:
            objects = self._behind([c for c in noun.children if c.dep_ == "acl"], wanted)
        if not objects:  # "a letter addressed to the court", "the agreement reached with Peru"
            sent = self._light | {"date"}
            done = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in sent]
            objects = self._behind(done, wanted - {"of"})
        prompted = noun.dep_ == "pobj" and lemma_of(noun) in self._words["prompting"]
        if not objects and (
            pattern.predicate == "invited" or (prompted and noun.head.lower_ in self._words["onRequest"])
        ):
            objects = self._doers(adjunct_verb(noun)) or self._on_it(noun)
        if not objects and pattern.predicate in ADDRESSED and lemma_of(noun) in self._words["asked"]:
            objects = self._doers(answered_by(noun, self._words["respond"]))
            if not objects and (answer := answer_to(noun)) is not None:
                whose = self._resolver.owners(answer, frozenset({answer.i}))
                objects = whose or self._doers(self._governor(answer, pattern)) or self._doers(adjunct_verb(answer))
        if not objects and pattern.predicate in ("threatened", "rejected"):
            objects = [r for t in within_infinitive(noun) for r in self._resolver.actors(t)]
        return objects

    def _receivers(self, noun: Token) -> list[Reference]:
        """Give whom a message is handed to: "passed on to Peru a list of demands made by Chile"."""
        thing = noun
        while thing.dep_ == "pobj" and thing.head.lower_ == "of" and thing.head.head.pos_ == "NOUN":
            thing = thing.head.head
        verb = thing.head
        if thing.dep_ != "dobj" or lemma_of(verb) not in self._words["delivering"]:
            return []
        receiver = child(verb, "dative")
        if receiver is None or receiver.pos_ == "ADP":
            return self._behind([verb, thing], frozenset({"to"})) or (
                [r for o in receiver.children for r in self._resolver.actors(o)] if receiver is not None else []
            )
        return self._resolver.actors(receiver)

    def _in_its_clause(self, noun: Token) -> list[Reference]:
        """Give who is to do what a noun says: "the demand that Iraq withdraw", "calls for Iraq to withdraw"."""
        clauses = [c for c in noun.children if c.dep_ in ("acl", "relcl", "ccomp", "advcl") and is_verbal(c)]
        told = [
            r
            for c in clauses
            if any(m.dep_ == "mark" and m.lower_ in ("that", "for") for m in c.children)
            for t in [child(c, "nsubj", "nsubjpass")]
            if t is not None
            for r in self._resolver.actors(t)
        ]
        beside = clause_beside(noun)
        return (self._resolver.actors(beside) if beside is not None else []) or told

    def _subjects(
        self, noun: Token, pattern: Pattern, governor: Token | None, objects: list[Reference]
    ) -> list[Reference]:
        """Give who does it: behind "by" or "of", before the noun, or by its light verb or participle."""
        of = "of" in pattern.doer and "of" not in pattern.object_prepositions
        words = {"by", "of", "from"} if of else {"by", *(pattern.doer - {"of"})}
        words -= pattern.object_prepositions  # "Syria's pullout from Lebanon" is none by Lebanon
        saying = said_in(noun) if pattern.predicate == "wrote_to" else None
        author = authors(noun, saying, self._doers(saying))
        if author:
            return author
        hosts = [c for c in noun.children if c.dep_ in ("prep", "agent") and c.lower_ in words]
        subjects = [r for c in hosts for o in c.children if o.dep_ == "pobj" for r in self._resolver.actors(o)]
        subjects = subjects or apart(self._resolver.owners(noun, frozenset({noun.i})), objects)
        if not subjects and "of" in pattern.object_prepositions:
            subjects = apart([r for n in sharing(noun) for r in self._resolver.owners(n, frozenset({n.i}))], objects)
        if not subjects and pattern.predicate in self._resolver.predicates["objecting"]:
            subjects = self._behind([noun], frozenset({"from"}))
        if not subjects and pattern.predicate in self._resolver.predicates["hostile"]:
            subjects = blamed(noun, self._resolver)
            if not subjects and pattern.predicate != "attacked":
                subjects = apart(protested(noun, self._resolver), objects)
        subjects = subjects or self._doers(governor) or participle_doer(noun, self._resolver)
        if not subjects and pattern.predicate == "attacked":
            subjects = self._doers(striking_verb(noun))
        if not subjects and pattern.predicate == "released":
            held = [held_captive_by(o, self._resolver) for p, o in prepositions(noun) if p.lower_ == "of"]
            subjects = merge([r for found in held for r in found], [])
            subjects = subjects or self._resolver.captors([r.entity for r in objects], noun)
        if not subjects and pattern.predicate == "sanctioned":
            subjects = self._who_announces(noun)
        if not subjects and pattern.predicate == "expelled":
            subjects = host_of(objects, self._resolver, noun.i)
        if not subjects and noun.dep_ == "conj" and is_verbal(noun.head) and any(c.tag_ == "VBN" for c in noun.lefts):
            subject = grammatical_subject(noun.head)  # "and reimposed sanctions", read as a noun phrase
            subjects = self._resolver.actors(subject) if subject is not None else []
        return subjects
