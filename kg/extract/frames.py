"""Matches the wordings of the lexicon on a parsed, masked article: which words tell an event, and who is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from kg.extract.coreference import DOCUMENTS, Reference, Resolver
from kg.extract.patterns import Element, Pattern, Patterns
from kg.extract.syntax import (
    RELATIVE,
    agent,
    antecedent,
    child,
    conjuncts,
    direct_object,
    doer,
    grammatical_subject,
    is_passive,
    is_verbal,
    prepositions,
    undergoer,
)


@dataclass(slots=True)
class Frame:
    """A wording that fired: its trigger token, and the actors on each side."""

    pattern: Pattern
    trigger: int
    verb: int
    """The verb that governs the trigger and carries status and time (the trigger itself where it is a verb)."""
    subjects: list[Reference]
    objects: list[Reference]
    literal: int | None = None
    """The noun literal that completes the wording, where there is one."""
    predicate: str = ""
    """The predicate of the wording, or the one that its parties make of it."""

    def __post_init__(self) -> None:
        self.predicate = self.predicate or self.pattern.predicate


@dataclass(slots=True)
class NearMiss:
    """A wording that nearly fired, and what stopped it."""

    pattern: Pattern
    trigger: int
    why: str


@dataclass(slots=True)
class Match:
    """Tokens that fill a pattern's slots."""

    subject: Token | None
    objects: list[Token] = field(default_factory=list)
    literal: Token | None = None
    locative: bool = False
    """Whether the object was found behind a preposition of place."""


_IN_PERSON = frozenset(
    "visited met called spoke_with hosted invited wrote_to negotiated_with appointed mediated".split()
)
"""Predicates whose parties are there themselves, not by something that is theirs."""


_SAID = frozenset("spoke_with urged warned praised supported criticized invited demanded_of threatened accused".split())
_CALLS = frozenset({"call", "phone", "telephone", "conversation", "teleconference", "videoconference"})
_HOSTILE = frozenset(
    """sanctioned expelled recalled severed_ties_with deployed_to mobilized_against detained seized coerced attacked
    rejected withdrew_from""".split()
)
_NO_ACT = frozenset({"met", "called", "spoke_with", "negotiated_with", "agreed_with", "signed_with", "visited"})
_ANY_ACT = frozenset(
    """expelled sanctioned recalled severed_ties_with attacked detained seized coerced deployed_to mobilized_against
    withdrew_from recognized accused rejected threatened summoned""".split()
)
_ACT_NOUNS = {
    "strike": frozenset({"attacked"}),
    "attack": frozenset({"attacked", "coerced"}),
    "bombing": frozenset({"attacked"}),
    "assault": frozenset({"attacked"}),
    "raid": frozenset({"attacked"}),
    "invasion": frozenset({"attacked"}),
    "killing": frozenset({"attacked"}),
    "shelling": frozenset({"attacked"}),
    "cyberattack": frozenset({"coerced"}),
    "ban": frozenset({"sanctioned", "detained", "coerced"}),
    "blockade": frozenset({"coerced", "sanctioned"}),
    "sanction": frozenset({"sanctioned"}),
    "tariff": frozenset({"sanctioned", "threatened"}),
    "accusation": frozenset({"accused", "criticized"}),
    "allegation": frozenset({"accused"}),
    "charge": frozenset({"accused"}),
    "claim": frozenset({"accused"}),
    "criticism": frozenset({"criticized", "accused"}),
    "demand": frozenset({"demanded_of", "urged"}),
    "ultimatum": frozenset({"demanded_of", "threatened"}),
    "request": frozenset({"urged", "demanded_of"}),
    "call": frozenset({"urged", "demanded_of"}),
    "appeal": frozenset({"urged"}),
    "proposal": frozenset({"urged", "mediated"}),
    "protest": frozenset({"protested_against"}),
    "threat": frozenset({"threatened", "warned"}),
    "warning": frozenset({"warned", "threatened"}),
    "expulsion": frozenset({"expelled"}),
    "arrest": frozenset({"detained"}),
    "detention": frozenset({"detained"}),
    "seizure": frozenset({"seized"}),
    "capture": frozenset({"seized"}),
    "release": frozenset({"released"}),
    "withdrawal": frozenset({"withdrew_from"}),
    "recognition": frozenset({"recognized"}),
    "invitation": frozenset({"invited"}),
    "offer": frozenset({"mediated", "invited", "aided"}),
}
"""Nouns that take up an act ("Blinken condemned the strike"), with the predicates of that act."""

_OF_THINGS = frozenset({"praised", "supported", "criticized", "rejected", "seized"})
"""Predicates whose "it" is mostly a thing or an act, not a state."""
_IN_PASSING = frozenset(
    """visited met called spoke_with negotiated_with invited wrote_to agreed_with signed_with mediated hosted
    cooperated_with""".split()
)
"""Predicates that a clause tells in passing of its own subject: "said during a visit to Egypt"."""
_TOWARDS = frozenset({"supported", "praised", "criticized", "protested_against", "warned", "invited"})
"""Predicates that a purpose clause tells of the one dealt with: "telephoned him to express solidarity"."""
_IMPLIES_OTHER = frozenset(
    "severed_ties_with sanctioned recalled expelled protested_against conceded_to ceased_fire_with".split()
)
"""Predicates whose object may go without saying in the middle of a story."""
_IMPLIES_DOER = frozenset("expelled summoned warned demanded_of protested_against recalled sanctioned".split())
"""Predicates whose doer may go without saying in a passive."""
_LOOSE = frozenset({"staff", "aid", "trade", "support", "talk", "program", "production", "sale", "supply", "delivery"})
_DONE_TO = frozenset({"attacked", "seized", "coerced", "detained", "released"})
_PLACES = frozenset("in near inside at around across outside along off".split())
_MOST_PARTIES = 8
"""More who "met" or "signed" together are a gathering; who dealt with whom is not said."""
_HAPPENING = frozenset("take occur happen begin start hold come follow resume continue open conclude end".split())
_ADJUNCTS = frozenset("after before during following in at for on upon amid since following as".split())
_PARTS = frozenset(
    "end start beginning sideline margin course eve occasion part day conclusion outset round series".split()
)
_PLACE_OF_DOER = {
    "expelled": ("from", "of", "out"),
    "detained": ("in", "at", "by"),
    "summoned": ("to", "by"),
    "released": ("in", "by"),
}
"""Where a passive without "by" still tells the state that acts."""


def present(references: list[Reference], predicate: str, *, place: bool = False) -> list[Reference]:
    """Drop the mere owners of a phrase where the predicate wants the actors themselves."""
    if predicate not in _IN_PERSON or place:
        return references
    return [r for r in references if not r.owned]


def _freed(reference: Reference) -> Reference:
    """Let nationals to whom something is done stand for their state: "255 Palestinian prisoners"."""
    home = reference.entity.home
    return replace(reference, entity=home) if home is not None else reference


def allowed(references: list[Reference], kinds: frozenset[str]) -> list[Reference]:
    """Keep the references whose entity is of one of the kinds (all where there is no restriction)."""
    if not kinds:
        return references
    return [r for r in references if r.entity.kind in kinds or (r.entity.kind == "state" and "place" in kinds)]


class FrameFinder:
    """Finds the frames of an article with the patterns of a lexicon."""

    def __init__(self, patterns: Patterns, light: frozenset[str]) -> None:
        self._patterns = patterns
        self._light = light
        self.victims = frozenset(
            noun for noun, found in patterns.nouns.items() if any("of" in p.object_prepositions for p in found)
        )
        conflict = frozenset(_ANY_ACT)
        self.acts: dict[str, frozenset[str]] = {
            noun: frozenset(p.predicate for p in found if not p.idle) - _NO_ACT
            for noun, found in patterns.nouns.items()
        }
        self.acts.update({noun: self.acts.get(noun, frozenset()) | extra for noun, extra in _ACT_NOUNS.items()})
        self.acts.update(
            dict.fromkeys(("decision", "move", "action", "measure", "step", "act", "announcement"), conflict)
        )

    def find(self, doc: Doc, resolver: Resolver) -> tuple[list[Frame], list[NearMiss]]:
        """Give all frames in text order, and the near misses."""
        resolver.acts = self.acts
        resolver.victims = self.victims
        frames: list[Frame] = []
        misses: list[NearMiss] = []
        used: dict[int, set[int]] = {}
        spans = resolver.reading.spans
        for token in doc:
            if spans[token.i] is not None:
                continue
            lemma = lemma_of(token)
            if token.pos_ in ("VERB", "AUX") or (lemma in self._patterns.verbs and token.tag_[:2] == "VB"):
                for frame in self._verb_frames(token, lemma, resolver, misses, used):
                    frames.append(frame)
                    self._note(frame, resolver)
            if lemma in self._patterns.nouns and token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ"):
                if token.tag_[:2] in ("NN", "VB") and not (
                    token.pos_ == "VERB" and token.dep_ in ("ROOT", "relcl", "ccomp")
                ):
                    for frame in self._noun_frames(token, lemma, resolver, misses, used):
                        frames.append(frame)
                        self._note(frame, resolver)
        frames.extend(self._channels(frames, doc, resolver))
        frames.extend(self._threats(frames, doc))
        return sorted((f for f in frames if self._abroad(f)), key=lambda f: f.trigger), misses

    @staticmethod
    def _abroad(frame: Frame) -> bool:
        """Leave out whose visit would be to the visitor's own state; say whether anyone is left to visit."""
        if frame.predicate != "visited":
            return True
        own = {r.entity.state() for r in frame.subjects}
        frame.objects = [r for r in frame.objects if r.entity not in own]
        return bool(frame.objects)

    @staticmethod
    def _channels(frames: list[Frame], doc: Doc, resolver: Resolver) -> list[Frame]:
        """Add the call or letter in which something was said: "in a telephone call X assured Y"."""
        out: list[Frame] = []
        for frame in frames:
            if frame.trigger != frame.verb or frame.predicate not in _SAID or not frame.objects:
                continue
            for preposition, target in prepositions(doc[frame.verb]):
                lemma = lemma_of(target)
                if (
                    preposition.lower_ in ("in", "during", "by", "over", "on")
                    and lemma in _CALLS
                    and (
                        lemma != "conversation"
                        or any(c.lower_ in ("phone", "telephone", "video") for c in target.children)
                    )
                ):
                    people = [r for r in frame.objects if r.entity.kind == "person"]
                    if any(r.entity.kind == "person" for r in frame.subjects) and people:
                        if frame.predicate == "spoke_with":
                            frame.predicate = "called"
                        else:
                            out.append(replace(frame, trigger=target.i, predicate="called", objects=people))
                    break
        return out

    def _threats(self, frames: list[Frame], doc: Doc) -> list[Frame]:
        """Add the threat itself where a hostile act is only threatened: "threatened to expel the envoy"."""
        out: list[Frame] = []
        for frame in frames:
            if frame.predicate not in _HOSTILE or frame.trigger != frame.verb:
                continue
            verb = doc[frame.verb]
            while verb.dep_ == "conj" and is_verbal(verb.head):
                verb = verb.head
            head = verb.head
            if (
                verb.dep_ in ("xcomp", "ccomp", "advcl")
                and lemma_of(head) in ("threaten", "vow", "swear")
                and any(c.tag_ == "TO" for c in verb.children)
            ):
                out.append(replace(frame, trigger=head.i, verb=head.i, predicate="threatened"))
        return out

    @staticmethod
    def _note(frame: Frame, resolver: Resolver) -> None:
        resolver.told.append((frame.trigger, frame.predicate, tuple(r.entity for r in frame.subjects)))
        resolver.targets.append((frame.trigger, frame.predicate, tuple(r.entity for r in frame.objects)))
        parties = tuple(dict.fromkeys(r.entity for r in (*frame.subjects, *frame.objects)))
        if len(parties) >= 2:
            resolver.last_pair.append((frame.trigger, parties))

    # -- verbs --------------------------------------------------------------------------------------------------------

    def _verb_frames(
        self, verb: Token, lemma: str, resolver: Resolver, misses: list[NearMiss], used: dict[int, set[int]]
    ) -> Iterator[Frame]:
        best = -1
        done: list[Frame] = []
        states: tuple[Pattern, ...] = ()
        if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" and c.lemma_ == "be" for c in verb.children):
            states = tuple(
                p for p in self._patterns.verbs.get("be", ()) if p.elements and verb.lower_ in p.elements[0].words
            )
        for pattern in (*states, *self._patterns.verbs.get(lemma, ())):
            if best >= 0 and pattern.weight < best:
                return
            match = match_state(verb, pattern) if pattern in states else match_verb(verb, pattern)
            if match is None:
                continue
            if pattern.idle:
                return
            frame = self._fill(verb, pattern, match, resolver, misses)
            if frame is None:
                continue
            if any(f.pattern.predicate == frame.pattern.predicate for f in done):
                continue
            if frame.predicate == "visited" and self._force(match.subject, resolver):
                frame.predicate = "deployed_to"
            done.append(frame)
            best = max(best, pattern.weight)
            if match.literal is not None:
                used.setdefault(match.literal.i, set()).add(verb.i)
            yield frame

    def _fill(
        self, verb: Token, pattern: Pattern, match: Match, resolver: Resolver, misses: list[NearMiss]
    ) -> Frame | None:
        if match.subject is None:
            subjects = self._implied(verb, pattern, resolver)
        else:
            subjects = allowed(present(self._acting(match.subject, resolver), pattern.predicate), pattern.subject_kinds)
        if not subjects and is_passive(verb) and match.subject is None and pattern.predicate in _IMPLIES_DOER:
            subjects = self._other_side([r for t in match.objects for r in resolver.actors(t)], verb, resolver)
        if not subjects and not (pattern.reciprocal and is_passive(verb)):
            misses.append(NearMiss(pattern, verb.i, "no actor as its subject"))
            return None
        if pattern.reciprocal:
            if len(subjects) < 2:
                hosts = [t for t in (verb, match.literal) if t is not None]
                subjects = [
                    r
                    for h in hosts
                    for p, o in prepositions(h)
                    if p.lower_ in ("between", "among")
                    for r in resolver.actors(o)
                ]
            if len(subjects) < 2:
                return None
            if len(subjects) > _MOST_PARTIES:
                misses.append(NearMiss(pattern, verb.i, "too many parties to say who dealt with whom"))
                return None
            return Frame(pattern, verb.i, verb.i, subjects, [], match.literal.i if match.literal is not None else None)
        objects: list[Reference] = []
        for token in match.objects:
            if token.lower_ in ("it", "this", "that") and pattern.predicate in _OF_THINGS:
                continue
            objects.extend(resolver.actors(token))
        span = resolver.reading.spans[match.literal.i] if match.literal is not None else None
        if not match.objects and not any(e.sort == "object" for e in pattern.elements):
            if span is not None and span.posted is not None:
                objects = [Reference(span.posted, "the state of the posting", verb.i)]
            else:
                objects = self._other_side(subjects, verb, resolver, pattern.predicate)
        if match.literal is not None and match.locative and pattern.predicate in _DONE_TO:
            owners = resolver.owners(match.literal, frozenset({match.literal.i}))
            objects = [r for r in owners if all(r.entity is not s.entity for s in subjects)] or objects
        objects = [_freed(r) for r in objects]
        objects = allowed(
            present(objects, pattern.predicate, place=pattern.predicate == "visited"), pattern.object_kinds
        )
        objects = _merge(objects, self._companions(verb, match, resolver)) if is_passive(verb) else objects
        if not is_passive(verb):
            subjects = _merge(subjects, self._companions(verb, match, resolver))
        names = {r.entity for r in subjects}
        objects = [r for r in objects if r.entity not in names]
        if len(objects) > 1:
            own = {r.entity.state() for r in subjects if r.entity.kind == "person"}
            objects = [r for r in objects if r.entity not in own] or objects
        if not objects and pattern.predicate in ("conceded_to", "sanctioned", "severed_ties_with") and match.literal is not None:
            objects = [r for r in self._other_side(subjects, verb, resolver) if r.entity not in names]
        if not objects and pattern.predicate in ("warned", "threatened"):
            objects = [r for r in self._conditioned(verb, resolver) if r.entity not in names]
        if not objects:
            misses.append(NearMiss(pattern, verb.i, "no actor as its object"))
            return None
        if pattern.inverse:
            subjects, objects = objects, subjects
        return Frame(pattern, verb.i, verb.i, subjects, objects, match.literal.i if match.literal is not None else None)

    @staticmethod
    def _conditioned(verb: Token, resolver: Resolver) -> list[Reference]:
        """Give whom a warning is for by its condition: "threatened further action unless Iran complies"."""
        for c in verb.subtree:
            if c.dep_ == "advcl" and any(m.lower_ in ("if", "unless", "until") for m in c.children if m.dep_ == "mark"):
                subject = child(c, "nsubj", "nsubjpass")
                if subject is not None:
                    return resolver.actors(subject)
        return []

    def _acting(self, token: Token, resolver: Resolver) -> list[Reference]:
        """Give who acts: a state acts by its organs and its acts, not by any runner or firm that is its own."""
        found = resolver.actors(token)
        if token.pos_ == "NOUN" and lemma_of(token) not in self.acts and lemma_of(token) not in DOCUMENTS:
            return [r for r in found if not r.owned]
        return found

    @staticmethod
    def _other_side(known: list[Reference], verb: Token, resolver: Resolver, predicate: str = "") -> list[Reference]:
        """Give the party left unsaid: "Washington severed relations" goes on about whom Washington dealt with before."""
        others: list[Reference] = []
        for reference in known[:1]:
            other = resolver.partner(reference.entity, verb.i)
            if other is None:
                other = resolver.same_target(verb.i, predicate, reference.entity)
            if other is not None:
                others.append(Reference(other, f"the other side of {reference.entity.name}", verb.i, weak=True))
        return others

    @staticmethod
    def _force(subject: Token | None, resolver: Resolver) -> bool:
        """Whether the subject is troops or weapons, which are deployed rather than on a visit."""
        if subject is None:
            return False
        forces = resolver.titles.forces
        span = resolver.reading.spans[subject.i]
        if span is not None and span.sort == "organ":
            return span.role.split()[-1] in forces
        return span is None and (subject.lower_ in forces or subject.lemma_ in forces)

    @staticmethod
    def _companions(verb: Token, match: Match, resolver: Resolver) -> list[Reference]:
        """Give those who do it too: "along with Vladimir Kara-Murza", "together with Iran"."""
        for c in verb.children:
            if c.dep_ in ("prep", "advmod") and c.lower_ in ("along", "together", "alongside"):
                for inner in c.subtree:
                    if inner.dep_ == "pobj" and inner.head.lower_ in ("with", "alongside"):
                        return resolver.actors(inner)
            if c.dep_ == "prep" and c.lower_ == "with" and c.i and c.nbor(-1).lower_ in ("along", "together"):
                return [r for o in c.children if o.dep_ == "pobj" for r in resolver.actors(o)]
        return []

    @staticmethod
    def _implied(verb: Token, pattern: Pattern, resolver: Resolver) -> list[Reference]:
        """Give the doer that a passive leaves out but its place tells: "expelled from Oslo", "summoned to the ministry"."""
        if pattern.predicate == "recalled" and is_passive(verb):
            thing = undergoer(verb)
            return list(resolver.owners(thing, frozenset({thing.i}))) if thing is not None else []
        if pattern.predicate == "attacked" and is_passive(verb):
            for preposition, target in prepositions(verb):
                if preposition.lower_ in ("in", "during", "by") and "attacked" in resolver.acts.get(
                    lemma_of(target), ()
                ):
                    return list(resolver.owners(target, frozenset({target.i})))
        if pattern.predicate in ("summoned", "expelled") and is_passive(verb):
            thing = undergoer(verb)
            span = resolver.reading.spans[thing.i] if thing is not None else None
            if span is not None and span.posted is not None:
                return [Reference(span.posted, "the state of the posting", verb.i)]
        prepositions_of = _PLACE_OF_DOER.get(pattern.predicate)
        if prepositions_of is None or not is_passive(verb):
            return []
        for preposition, target in prepositions(verb):
            if preposition.lower_ in prepositions_of:
                states = [r for r in resolver.actors(target) if r.entity.kind == "state"]
                if states:
                    return states[:1]
        return []

    # -- nouns --------------------------------------------------------------------------------------------------------

    def _noun_frames(
        self, noun: Token, lemma: str, resolver: Resolver, misses: list[NearMiss], used: dict[int, set[int]]
    ) -> Iterator[Frame]:
        if noun.i in used or (noun.text[0].isupper() and noun.i and not noun.is_sent_start):
            return
        above = noun.head
        while above.dep_ in ("prep", "pobj", "conj", "compound") and above.head.i != above.i:
            if above.i in used and above.pos_ == "NOUN" and noun.dep_ != "conj":
                return
            above = above.head
        if (
            above.i in used
            and noun.dep_ in ("pobj", "conj")
            and noun.head.dep_ == "prep"
            and noun.head.lower_ in ("on", "of", "for")
        ):
            return
        for pattern in self._patterns.nouns[lemma]:
            if not noun_matches(noun, pattern.heads) or not self._complemented(noun, pattern):
                continue
            governor = self._governor(noun, pattern)
            if pattern.idle:
                if self._idle_noun(noun, pattern):
                    return
                continue
            frame = (
                self._reciprocal_noun(noun, pattern, governor, resolver)
                if pattern.reciprocal
                else self._directed_noun(noun, pattern, governor, resolver, misses)
            )
            if frame is not None:
                yield frame
                return

    @staticmethod
    def _complemented(noun: Token, pattern: Pattern) -> bool:
        """Whether the literal complements of a noun wording are there: "release of hostages"."""
        found = list(prepositions(noun)) if pattern.complements else []
        return all(
            any(p.lower_ in words and noun_matches(o, nouns) for p, o in found) for words, nouns in pattern.complements
        )

    @staticmethod
    def _idle_noun(noun: Token, pattern: Pattern) -> bool:
        """Whether a noun stands in a phrase that tells no event."""
        wanted = pattern.object_prepositions
        return not wanted or any(p.lower_ in wanted for p, _ in prepositions(noun))

    def _governor(self, noun: Token, pattern: Pattern) -> Token | None:
        """Give the light verb of which the noun is the object, or a passive's subject ("talks were held")."""
        head = noun
        while head.dep_ == "conj" and not is_verbal(head.head):
            head = head.head
        if head.dep_ in ("dobj", "nsubjpass", "attr", "oprd") and is_verbal(head.head):
            verb = head.head
            particle = child(verb, "prt")
            phrase = f"{verb.lemma_} {particle.lower_}" if particle is not None else verb.lemma_
            if phrase in self._light or phrase in pattern.wording.light or verb.lemma_ in self._light:
                return verb
        if head.dep_ == "pobj" and head.head.dep_ == "prep" and is_verbal(head.head.head):
            verb = head.head.head
            phrase = f"{verb.lemma_} {head.head.lower_}"
            if phrase in (
                "engage in",
                "take in",
                "participate in",
                "embark on",
                "go on",
                "enter into",
                "come on",
                "arrive on",
            ):
                return verb
        return None

    def _reciprocal_noun(
        self, noun: Token, pattern: Pattern, governor: Token | None, resolver: Resolver
    ) -> Frame | None:
        sides: list[Reference] = []
        hosts = [noun] if governor is None else [noun, governor]
        if noun.dep_ in ("nsubj", "nsubjpass") and lemma_of(noun.head) in _HAPPENING:
            hosts.append(noun.head)
        for host in hosts:
            for preposition, target in prepositions(host):
                if preposition.lower_ in ("between", "among", "amongst", "of", "involving") and (
                    preposition.lower_ in pattern.doer or preposition.lower_ in ("between", "among")
                ):
                    if host is governor and preposition.lower_ == "of":
                        continue
                    sides.extend(resolver.actors(target))
        if (
            len(sides) < 2
            and lemma_of(noun) == "call"
            and any(p.lower_ in ("for", "on", "to") for p, _ in prepositions(noun))
        ):
            return None
        if len(sides) < 2:
            modifiers = resolver.owners(noun, frozenset({noun.i}))
            sides = _merge(modifiers, sides)
        if len(sides) < 2:
            partners = [
                r
                for host in hosts
                for preposition, target in prepositions(host)
                if preposition.lower_ in ("with", "alongside")
                for r in resolver.actors(target)
            ]
            host = governor or self._adjunct_verb(noun)
            subject = doer(host) if host is not None else None
            doers = resolver.actors(subject) if subject is not None else []
            if partners and (doers or sides):
                first = doers or sides
                objects = [r for r in partners if all(r.entity is not d.entity for d in first)]
                if objects:
                    return Frame(pattern, noun.i, (host or noun).i, first, objects)
            if len(doers) >= 2 and not partners and governor is not None and not is_passive(governor):
                return Frame(pattern, noun.i, governor.i, doers, [])
            return None
        sides = allowed(sides, pattern.subject_kinds)
        if not 2 <= len(sides) <= _MOST_PARTIES:
            return None
        return Frame(pattern, noun.i, (governor or noun).i, sides, [])

    def _directed_noun(
        self, noun: Token, pattern: Pattern, governor: Token | None, resolver: Resolver, misses: list[NearMiss]
    ) -> Frame | None:
        hosts = [noun] if governor is None else [noun, governor]
        if pattern.complements:
            hosts += [o for p, o in prepositions(noun) if any(p.lower_ in words for words, _ in pattern.complements)]
        objects: list[Reference] = []
        for host in hosts:
            for preposition, target in prepositions(host):
                if preposition.lower_ in pattern.object_prepositions and not (
                    host is governor and preposition.lower_ == "of"
                ):
                    objects.extend(r for r in resolver.actors(target) if all(r.entity is not o.entity for o in objects))
        if not objects:
            for c in noun.children:
                if c.dep_ == "acl" and "against" in pattern.object_prepositions:
                    objects.extend(
                        r
                        for p, o in prepositions(c)
                        if p.lower_ in pattern.object_prepositions
                        for r in resolver.actors(o)
                    )
        if not objects and pattern.predicate == "invited":
            host = self._adjunct_verb(noun)
            subject = doer(host) if host is not None else None
            objects = resolver.actors(subject) if subject is not None else []
        if not objects and pattern.predicate in ("threatened", "rejected"):
            objects = [r for t in _within_infinitive(noun) for r in resolver.actors(t)]
        objects = allowed(objects, pattern.object_kinds)
        if not objects:
            return None
        subjects: list[Reference] = []
        blocked = "of" in pattern.object_prepositions
        for c in noun.children:
            if c.dep_ in ("prep", "agent") and (
                c.lower_ == "by" or (c.lower_ in ("of", "from") and not blocked and "of" in pattern.doer)
            ):
                for o in c.children:
                    if o.dep_ == "pobj":
                        subjects.extend(resolver.actors(o))
        if not subjects:
            subjects = [
                r for r in resolver.owners(noun, frozenset({noun.i})) if all(r.entity is not o.entity for o in objects)
            ]
        if not subjects and governor is not None:
            subject = doer(governor)
            subjects = resolver.actors(subject) if subject is not None else []
        if not subjects:
            subjects = self._participle_doer(noun, resolver)
        if not subjects and noun.dep_ == "conj" and is_verbal(noun.head) and any(c.tag_ == "VBN" for c in noun.lefts):
            subject = grammatical_subject(noun.head)  # "and reimposed sanctions", read as a noun phrase
            subjects = resolver.actors(subject) if subject is not None else []
        host = None
        if not subjects and governor is None and pattern.predicate in _IN_PASSING:
            host = self._adjunct_verb(noun)
            subject = doer(host) if host is not None else None
            subjects = resolver.actors(subject) if subject is not None else []
        subjects = [
            r for r in allowed(subjects, pattern.subject_kinds) if all(r.entity is not o.entity for o in objects)
        ]
        if not subjects:
            misses.append(NearMiss(pattern, noun.i, "no actor who does it"))
            return None
        return Frame(pattern, noun.i, (governor or host or noun).i, subjects, objects)

    @staticmethod
    def _adjunct_verb(noun: Token) -> Token | None:
        """Give the verb whose subject takes part in an act told in passing: "said after talks with Putin that"."""
        node = noun
        for _ in range(2):
            if node.dep_ != "pobj" or node.head.dep_ not in ("prep", "pcomp", "advmod", "mark"):
                return None
            outer = node.head.head
            if is_verbal(outer):
                return outer if node.head.lower_ in _ADJUNCTS else None
            if outer.dep_ == "prep" and is_verbal(outer.head) and outer.lower_ in ("ahead", "because", "as", "upon"):
                return outer.head
            if node.head.lower_ == "of" and lemma_of(outer) in _PARTS:
                node = outer
                continue
            return None
        return None

    @staticmethod
    def _participle_doer(noun: Token, resolver: Resolver) -> list[Reference]:
        """Read "sanctions imposed by the EU on Iran", "an attack carried out by Hamas"."""
        for c in noun.children:
            if c.dep_ in ("acl", "relcl") and c.tag_ in ("VBN", "VBD"):
                by = agent(c)
                if by is not None:
                    return resolver.actors(by)
                if c.dep_ == "relcl" and not is_passive(c):
                    subject = grammatical_subject(c)
                    if subject is not None and subject.i != noun.i:
                        return resolver.actors(subject)
        return []


def _merge(a: list[Reference], b: list[Reference]) -> list[Reference]:
    return [*a, *(r for r in b if all(r.entity is not o.entity for o in a))]


_SIDE_NOUNS = frozenset(
    "behalf name reason result favor basis capital city day end case light view wake presence".split()
)
_MEASURES = frozenset(
    """number kilogram kilo ton tonne day week month year round series group batch shipment package dozen hundred
    thousand million billion worth consignment load set string wave couple lot amount sum share part piece spate
    barrage hour minute level sort kind type form range course value dollar euro pound total""".split()
)
_NORMAL = {
    "met": "meet",
    "recognise": "recognize",
    "criticise": "criticize",
    "apologise": "apologize",
    "talks": "talk",
    "negotiations": "negotiation",
    "sanctions": "sanction",
    "ties": "tie",
    "relations": "relation",
    "struck": "strike",
    "hit": "hit",
    "shot": "shoot",
    "led": "lead",
    "slammed": "slam",
    "sent": "send",
    "condemnation": "condemnation",
    "authorise": "authorize",
    "organise": "organize",
    "normalise": "normalize",
    "defence": "defense",
    "centre": "center",
    "favour": "favor",
    "labour": "labor",
    "honour": "honor",
    "mobilise": "mobilize",
    "legalise": "legalize",
    "penalise": "penalize",
    "denounces": "denounce",
    "programme": "program",
}


def lemma_of(token: Token) -> str:
    """Give the lower-case lemma, with spellings folded to the American one.

    The lexicon's words are folded the same way.
    """
    lemma = token.lemma_.casefold()
    return _NORMAL.get(lemma, lemma)


def noun_matches(token: Token, words: frozenset[str]) -> bool:
    """Whether a noun phrase's head is one of the words; "phone_call" wants the head and the word before it."""
    lemma = lemma_of(token)
    if lemma in words or token.lower_ in words:
        return True
    return any(c.dep_ in ("compound", "amod", "nmod") and f"{lemma_of(c)}_{lemma}" in words for c in token.children)


def through_measure(token: Token) -> Token:
    """Go through a measure to what is measured: "10 days of war games", "millions in aid", "a round of talks"."""
    for _ in range(2):
        if (
            token.pos_ != "NUM"
            and lemma_of(token) not in _MEASURES
            and token.lower_ not in ("most", "some", "all", "many", "several", "much", "part", "none", "any")
        ):
            return token
        inner = next(
            (
                o
                for c in token.children
                if c.dep_ == "prep" and c.lower_ in ("of", "in")
                for o in c.children
                if o.dep_ == "pobj"
            ),
            None,
        )
        if inner is None:
            return token
        token = inner
    return token


def match_verb(verb: Token, pattern: Pattern) -> Match | None:
    """Fill the slots of a verb pattern at a verb, or give None."""
    passive = is_passive(verb)
    if lemma_of(verb) == "call" and _naming(verb, pattern):
        return None
    subject = agent(verb) if passive else grammatical_subject(verb)
    literal: Token | None = None
    anchors: list[Token] = [verb]
    objects: list[Token] = []
    locative = False
    logical_object = undergoer(verb)
    for element in sorted(pattern.elements, key=lambda e: e.sort == "object"):
        if element.sort == "particle":
            found = next(
                (
                    c
                    for c in verb.children
                    if c.lower_ in element.words
                    and (
                        c.dep_ in ("prt", "advmod", "npadvmod", "advcl", "acomp")
                        or (c.dep_ == "prep" and c.i > verb.i and (child(c, "pobj") is None or c.i == verb.i + 1))
                    )
                ),
                None,
            )
            if found is None:
                if element.optional:
                    continue
                return None
            anchors.append(found)
        elif element.sort == "noun":
            found = _literal(verb, logical_object, element, passive)
            if found is None and literal is not None and noun_matches(literal, element.words):
                found = literal
            if found is None:
                if element.optional:
                    continue
                return None
            if literal is None or found.i != literal.i:
                anchors.append(found)
                anchors.extend(
                    c
                    for c in found.children
                    if c.dep_ in ("relcl", "acl")
                    and c.lemma_ in ("impose", "slap", "place", "put", "set", "level", "hold", "agree", "make")
                )
            literal = found
        elif element.sort == "preposition":
            if element.target is None:
                pairs = [(p, o) for a in anchors for p, o in prepositions(a) if p.lower_ in element.words]
                found_objects = [o for _, o in pairs]
                if not found_objects and "for" in element.words:
                    found_objects = [
                        t
                        for c in verb.children
                        if c.dep_ in ("advcl", "ccomp", "xcomp")
                        and any(m.lower_ == "for" and m.dep_ == "mark" for m in c.children)
                        for t in c.children
                        if t.dep_ == "nsubj"
                    ]
                if not found_objects:
                    found_objects = _relative_object(verb, anchors, element.words)
                if not found_objects and any(
                    c.dep_ in ("prt", "advmod") and c.lower_ in element.words for c in verb.children
                ):
                    target = _object(verb, logical_object, literal, passive)
                    found_objects = [target] if target is not None else []
                if not found_objects and "with" in element.words and logical_object is not None and literal is None:
                    found_objects = [o for p, o in prepositions(logical_object) if p.lower_ == "with"]
                if not found_objects:
                    found_objects = _nested(anchors, logical_object, element.words)
                if not found_objects and literal is not None and "of" in element.words:
                    found_objects = [anchors[-1] if anchors[-1].pos_ == "NOUN" else literal]
                if not found_objects and literal is not None and pattern.predicate in _TOWARDS:
                    above = (
                        child(verb.head, "dobj") if verb.dep_ in ("xcomp", "advcl") and is_verbal(verb.head) else None
                    )
                    found_objects = [above] if above is not None and any(c.tag_ == "TO" for c in verb.children) else []
                if not found_objects:
                    if literal is None or pattern.predicate not in _IMPLIES_OTHER or lemma_of(literal) in _LOOSE:
                        return None
                    continue
                objects = found_objects
                locative = bool(pairs) and all(p.lower_ in _PLACES for p, _ in pairs)
            else:
                hit = next(
                    (
                        o
                        for a in anchors
                        for p, o in prepositions(a)
                        if p.lower_ in element.words and noun_matches(o, element.target)
                    ),
                    None,
                )
                if hit is None and "to" in element.words:
                    hit = _infinitive_of(verb, element.target)
                if hit is None:
                    return None
                anchors.append(hit)
                literal = literal or hit
        elif element.sort == "object":
            target = _object(verb, logical_object, literal, passive)
            if target is None:
                return None
            objects = [target]
        elif element.sort == "that":
            inner = _clause_subject(verb, pattern.modal)
            if inner is None and literal is not None:
                inner = _clause_subject(literal, pattern.modal)
            if inner is None:
                return None
            objects = [inner]
        elif element.sort == "within":
            objects = _within_infinitive(verb, element.words)
            if not objects:
                return None
        elif element.sort == "to" and not _infinitive(verb):
            return None
    return Match(subject, objects, literal, locative)


def match_state(participle: Token, pattern: Pattern) -> Match | None:
    """Match "S be opposed|outraged to|at O" where the parser reads a passive."""
    objects: list[Token] = []
    for element in pattern.elements[1:]:
        if element.sort != "preposition" or element.target is not None:
            return None
        objects = [o for p, o in prepositions(participle) if p.lower_ in element.words]
        if not objects:
            return None
    return Match(grammatical_subject(participle), objects, participle)


def _nested(anchors: list[Token], logical_object: Token | None, words: frozenset[str]) -> list[Token]:
    """Look for O one noun deeper: "providing 53 million dollars in humanitarian assistance to Ukraine"."""
    hosts = [t for t in (*anchors, logical_object) if t is not None]
    for _ in range(2):
        deeper = [o for h in hosts for _, o in prepositions(h) if not is_verbal(o) and lemma_of(o) not in _SIDE_NOUNS]
        found = [o for h in deeper for p, o in prepositions(h) if p.lower_ in words]
        if found:
            return found[:1]
        hosts = deeper
    return []


def _naming(verb: Token, pattern: Pattern) -> bool:
    """Whether "call" only gives a name: "called him a dictator", "what he called progress"."""
    if any(e.sort != "object" for e in pattern.elements):
        return False
    if any(c.dep_ in ("oprd", "attr", "acomp") for c in verb.children):
        return True
    target = child(verb, "dobj")
    after = verb.doc[target.i + 1] if target is not None and target.i + 1 < len(verb.doc) else None
    return after is not None and (after.text in "\"“‘'" or after.lower_ in ("a", "an", "the"))


def _joined(tokens: list[Token]) -> list[Token]:
    return tokens


def _literal(verb: Token, logical_object: Token | None, element: Element, passive: bool) -> Token | None:
    if logical_object is not None:
        for t in conjuncts(logical_object):
            if noun_matches(t, element.words):
                return t
            measured = through_measure(t)
            if measured.i != t.i and noun_matches(measured, element.words):
                return measured
    for c in verb.children:
        if c.dep_ in ("dobj", "attr", "oprd", "acomp", "advmod", "npadvmod", "dep", "xcomp", "ccomp") and c.i != verb.i:
            for t in conjuncts(c):
                if noun_matches(t, element.words):
                    return t
    if verb.dep_ in ("relcl", "acl") and noun_matches(verb.head, element.words):
        return verb.head
    return None


def _object(verb: Token, logical_object: Token | None, literal: Token | None, passive: bool) -> Token | None:
    if literal is not None and logical_object is not None and literal.i == logical_object.i:
        dative = child(verb, "dative")
        if dative is not None and dative.pos_ != "ADP":
            return dative
        if dative is not None:
            return child(dative, "pobj")
        if passive:
            return None
        for c in logical_object.children:
            if c.dep_ in ("nmod", "compound", "dep") and c.pos_ == "PROPN" and verb.i < c.i < logical_object.i:
                return c
        return None
    if literal is not None and passive:
        return grammatical_subject(verb)
    dative = child(verb, "dative")
    if literal is not None and dative is not None and dative.pos_ != "ADP":
        return dative
    if literal is not None and logical_object is not None and literal.i != logical_object.i and not passive:
        if through_measure(logical_object).i == literal.i:
            for c in logical_object.children:
                if c.dep_ in ("nmod", "compound", "dep") and c.pos_ == "PROPN" and verb.i < c.i < logical_object.i:
                    return c
    if logical_object is not None and logical_object.lower_ in RELATIVE:
        return antecedent(verb) or logical_object
    return logical_object


def _relative_object(verb: Token, anchors: list[Token], words: frozenset[str]) -> list[Token]:
    """Find the object of a stranded or fronted preposition: "the man he met with", "with whom he met"."""
    for a in anchors:
        for c in a.children:
            if c.dep_ == "prep" and c.lower_ in words and child(c, "pobj", "pcomp") is None and verb.dep_ == "relcl":
                return [verb.head]
    return []


def _clause_subject(verb: Token, modal: bool) -> Token | None:
    for c in verb.children:
        if c.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl") and c.i > verb.i and is_verbal(c):
            if (
                modal
                and not any(a.lower_ in ("must", "should", "ought") for a in c.children)
                and not (c.lemma_ in ("need", "have") and any(x.dep_ == "xcomp" for x in c.children))
            ):
                continue
            inner = child(c, "nsubj", "nsubjpass")
            if inner is not None and (modal or inner.dep_ == "nsubj"):
                return inner
    doc, i = verb.doc, verb.i + 1
    if any(
        c.dep_ in ("ccomp", "xcomp") and is_verbal(c) and child(c, "nsubj", "nsubjpass") is not None
        for c in verb.children
    ):
        return None
    if not modal and i + 1 < len(doc) and doc[i].lower_ == "that":
        i += 2 if doc[i + 1].lower_ in ("the", "both") else 1
        if i < len(doc) and doc[i].pos_ == "PROPN":
            return doc[i]
    return None


def _within_infinitive(verb: Token, words: frozenset[str] = frozenset()) -> list[Token]:
    """Give what an infinitive after the verb is done to: "threatened to march into Niger and to sanction it"."""
    out: list[Token] = []
    for c in verb.children:
        if c.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "relcl") or not any(t.tag_ == "TO" for t in c.children):
            continue
        if words and lemma_of(c) not in words:
            continue
        for clause in (c, *(t for t in c.children if t.dep_ == "conj" and is_verbal(t))):
            letting = clause.lemma_ in ("let", "allow", "permit", "help", "enable", "force")
            target = direct_object(clause) if letting or child(clause, "dobj") is not None else None
            nouns = [target] if target is not None else []
            nouns += [o for host in (clause, *nouns) for _, o in prepositions(host)]
            out.extend(t for t in nouns if t.i not in {o.i for o in out})
    return out


def _infinitive_of(verb: Token, words: frozenset[str]) -> Token | None:
    """Give the infinitive among `words` that hangs on the verb or its object: "ordered them to leave"."""
    for host in (verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative"))):
        for c in host.children:
            if (
                c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl")
                and lemma_of(c) in words
                and any(t.tag_ == "TO" for t in c.children)
            ):
                return c
    return None


def _infinitive(verb: Token) -> bool:
    """Whether an infinitive with "to" hangs on the verb or on its object."""
    hosts = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative", "prep", "agent"))]
    return any(
        t.tag_ == "TO" and t.i > verb.i
        for host in hosts
        for c in host.children
        if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pobj")
        for t in c.children
    )


__all__ = ["Frame", "FrameFinder", "Match", "NearMiss", "allowed", "direct_object", "lemma_of", "match_verb"]
