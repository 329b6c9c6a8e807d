"""Finds who does what a noun tells, and whom it is done to: by its prepositions, its owner, its verb."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference import Reference
from kg.extract.frames.answers import ADDRESSED, answer_to, answered_by
from kg.extract.frames.custody import holders_of, host_of
from kg.extract.frames.implied import adjunct_verb, conditioned, decreed, participle_doer, reporting_verb
from kg.extract.frames.letters import authors, said_in
from kg.extract.frames.nearest import striking_verb
from kg.extract.frames.noun_phrases import clause_beside, met_there, only_there, sharing
from kg.extract.frames.objections import blamed, protested
from kg.extract.frames.parties import apart, merge, without_kin
from kg.extract.frames.records import Search
from kg.extract.frames.slots import within_infinitive
from kg.extract.frames.strikes import killers
from kg.extract.frames.words import lemma_of, through_measure
from kg.extract.grammar import OWNING
from kg.extract.patterns import Pattern, Patterns
from kg.extract.subjects import doer, grammatical_subject
from kg.extract.syntax import PERSON, child, is_passive, is_verbal, phrase_of, prepositions

_WHERE = frozenset({"in", "inside", "across"})
"""Prepositions of where fighters are, rather than of whom they attack: "a raid by rebels in Chad"."""
_OF_GOODS = frozenset({"aided", "deployed_to", "withdrew_from"})
_MINE = frozenset({"my", "our"})


class NounArguments:
    """The parties of the nouns of one article; `light` are the verbs that only say that a noun takes place."""

    def __init__(self, patterns: Patterns, light: frozenset[str], search: Search) -> None:
        self._patterns = patterns
        self._light = light
        self._search = search
        self._resolver = search.resolver
        self._words = search.resolver.words

    def _governor(self, noun: Token, pattern: Pattern) -> Token | None:
        """Give the light verb of which the noun is the object, or a passive's subject ("talks were held")."""
        head = noun
        while head.dep_ == "conj" and not is_verbal(head.head):
            head = head.head
        if head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(head.head):
            verb = head.head
            phrase = phrase_of(verb)
            if verb.lemma_ == "declare" and (
                pattern.predicate == "attacked" or lemma_of(noun) in self._words["wrongdoing"]
            ):
                return None  # "declared the killings of Armenians genocide", which others did
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
            if head.head.lower_ == "with" and not pattern.reciprocal and phrase_of(verb) in self._words["comingWith"]:
                return verb  # "replied with a warning to Chad", "weighed in with a demand that Chad leave"
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
            if p.lower_ in words
            and not (p.i and p.lower_ == "with" and p.nbor(-1).lower_ in ("along", "together"))
            and not (p.lower_ == "with" and only_there(o))
            for r in self._resolver.actors(o)
        ]

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
        said = [r.as_state() for r in self._doers(verb)]
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
        at_whom = frozenset({"on", "against"})
        if self._behind(hosts, wanted & at_whom):  # "sanctions on Libya over the raid in Kelo"
            wanted -= {"over", "for"}
        for host in hosts:
            objects = merge(objects, self._behind([host], wanted - {"of"} if host is governor else wanted))
        if not objects and "of" not in wanted:  # "the visit of Rao to Peru", read as Rao to Peru
            doers = [o for p, o in prepositions(noun) if p.lower_ in ("of", "by")]
            objects = self._behind([o for o in doers if o.text == PERSON], wanted)
            objects = objects or self._behind([o for o in doers if self._acts_in_arms(o)], wanted - _WHERE)
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
            told = [c for c in noun.children if c.dep_ == "acl"]
            objects = self._behind(told, wanted & at_whom) or self._behind(told, wanted)
        if not objects:  # "a letter addressed to the court", "the agreement reached with Peru"
            sent = self._light | self._words["delivering"] | {"date", "present"}
            done = [c for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN" and c.lemma_ in sent]
            objects = self._behind(done, wanted & at_whom) or self._behind(done, wanted - {"of"})
        prompted = noun.dep_ == "pobj" and lemma_of(noun) in self._words["prompting"]
        if not objects and (
            pattern.predicate == "invited" or (prompted and noun.head.lower_ in self._words["onRequest"])
        ):
            objects = self._doers(adjunct_verb(noun)) or self._on_it(noun) or self._whose_meeting(adjunct_verb(noun))
        if not objects and pattern.predicate in ADDRESSED and lemma_of(noun) in self._words["asked"]:
            objects = self._doers(answered_by(noun, self._words["respond"]))
            if not objects and (answer := answer_to(noun)) is not None:
                whose = self._resolver.owners(answer, frozenset({answer.i}))
                objects = whose or self._doers(self._governor(answer, pattern)) or self._doers(adjunct_verb(answer))
        if not objects and pattern.predicate in ("threatened", "rejected"):
            objects = [r for t in within_infinitive(noun) for r in self._resolver.actors(t)]
            if not objects and pattern.predicate == "threatened":
                objects = conditioned(noun, self._resolver, [])
        return without_kin(objects, self._resolver)

    def _whose_goods(self, noun: Token, pattern: Pattern) -> list[Reference]:
        """Give whose the arms, aid or troops are that are sent: "the sale of U.S. jets to Taiwan".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Deliveries of Russian arms to Syria continue."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Russia', 'Syria')]
        """
        sent = [
            t
            for p, o in prepositions(noun)
            for words, kinds in pattern.complements
            for t in dict.fromkeys((o, through_measure(o)))
            if p.lower_ in words and (lemma_of(t) in kinds or t.lower_ in kinds)
        ]
        whose = [r for o in sent for r in (self._resolver.owners(o, frozenset({o.i})) or self._resolver.actors(o))]
        return [replace(r, owned=False) for r in whose]

    def _acts_in_arms(self, token: Token) -> bool:
        """Whether a phrase is of forces or fighters, on which the parser hung what they do: "raids by rebels on Chad".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "The pullout of Syrian forces from Beirut began at daybreak."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Syria', 'Lebanon')]
        """
        span = self._resolver.reading.spans[token.i]
        return span is not None and span.sort in ("organ", "group")

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

    def _part_in(self, noun: Token) -> Token | None:
        """Give the role that somebody has in what a noun tells, which is his: "Peru's role in the mediation"."""
        above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "in" else None
        before = next((c for c in noun.children if c.dep_ == "compound" and c.i == noun.i - 1), None)
        found = (t for t in (above, before) if t is not None and t.pos_ == "NOUN")
        return next((t for t in found if lemma_of(t) in self._words["partTaken"]), None)

    def _whose_meeting(self, verb: Token | None) -> list[Reference]:
        """Give between whom is what is done: "the meeting between Rao and Sarr was arranged at the urging of Peru"."""
        done = child(verb, "nsubjpass") if verb is not None else None
        return self._behind([done], frozenset({"between", "among"})) if done is not None else []

    def _subjects(
        self, noun: Token, pattern: Pattern, governor: Token | None, objects: list[Reference]
    ) -> list[Reference]:
        """Give who does it: behind "by" or "of", before the noun, or by its light verb or participle."""
        if pattern.predicate == "attacked" and lemma_of(noun) == "death":
            return killers(noun, self._resolver)
        of = "of" in pattern.doer and "of" not in pattern.object_prepositions
        words = {"by", "of", "from"} if of else {"by", *(pattern.doer - {"of"})}
        words -= pattern.object_prepositions  # "Syria's pullout from Lebanon" is none by Lebanon
        saying = said_in(noun) if pattern.predicate == "wrote_to" else None
        author = authors(noun, saying, self._doers(saying))
        if author:
            return author
        part = self._part_in(noun) if pattern.predicate == "mediated" else None
        if part is not None and (whose := apart(self._resolver.owners(part, frozenset({part.i})), objects)):
            return whose  # "the Norwegian role in mediating", "his role mediating between them"
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
            held = [holders_of(o, self._resolver) for p, o in prepositions(noun) if p.lower_ == "of"]
            subjects = merge([r for found in held for r in found], [])
            subjects = subjects or self._resolver.captors([r.entity for r in objects], noun)
        if not subjects and pattern.predicate == "sanctioned":
            subjects = self._who_announces(noun)
        if not subjects and pattern.predicate == "detained" and lemma_of(noun) not in self._words["abduct"]:
            there = self._behind([noun], frozenset({"in"}))  # "the arrest in Moscow of an American"
            subjects = [r for r in there if r.entity.kind == "state"][:1]
        goods = pattern.predicate in _OF_GOODS or pattern.predicate == "sanctioned"
        if not subjects and goods and any("of" in words for words, _ in pattern.complements):
            subjects = self._whose_goods(noun, pattern)
        if not subjects and pattern.predicate == "withdrew_from":  # "the pullout from Gaza of Israeli troops"
            left = [o for p, o in prepositions(noun) if p.lower_ in pattern.object_prepositions]
            subjects = [r for r in self._behind(left, frozenset({"of"})) if r.entity.kind != "place"]
        if not subjects and pattern.predicate == "expelled":
            subjects = host_of(objects, self._resolver, noun.i)
        if not subjects and noun.dep_ == "conj" and is_verbal(noun.head) and any(c.tag_ == "VBN" for c in noun.lefts):
            subject = grammatical_subject(noun.head)  # "and reimposed sanctions", read as a noun phrase
            subjects = self._resolver.actors(subject) if subject is not None else []
        return subjects
