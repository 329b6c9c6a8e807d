"""Says whose a thing, an organ or an act is: "Israel's decision", "the French army", "an attack by Hamas"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.coreference.ground import BESIDE
from kg.extract.coreference.records import Reference, unique
from kg.extract.coreference.told import Told
from kg.extract.entities import Entity
from kg.extract.grammar import HE, OWNING
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_verbal, prepositions

_SEATS = ("a place in", "the seat of government")
_MODIFIERS = ("amod", "compound", "nmod")


class Owners(Told):
    """The actors that a noun is said to belong to."""

    def owners(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give the actors that modify a noun: possessive, demonym, compound, "by X", and "of X" for organs."""
        if _singular(token) in self.words["kin"]:
            return self._kin(token, seen)
        out: list[Reference] = []
        governs = token.lemma_.casefold() in self.words["government"]
        for c in token.children:
            if c.i in seen:
                continue
            if c.dep_ == "poss":
                if c.lower_ in OWNING and self._bears_name(token):
                    continue
                owners = self.actors(c, seen=seen | {token.i})
                if token.lemma_ in self.words["ownLand"] and c.lower_ in HE:
                    owners = self._of_who_reports(token) or owners
                if token.lemma_ in self.words["ownLand"]:
                    return [r.as_state() for r in owners]
                out.extend([r.as_state() for r in owners] if governs else owners)  # "Milosevic's regime"
            elif token.lemma_.casefold() not in self.words["quarrel"]:
                named = self._modifier(c, token)
                out.extend([r.as_state() for r in named] if governs else named)  # "the Scholz government"
        if not out:
            out = self._behind_prepositions(token, seen) or self._made_by(token, seen)
        out = unique(out)
        if len(out) > 1 and token.lemma_.casefold() in self.words["sharedLine"]:
            return []  # "along the Chad-Sudan border"
        if len(out) > 1 and token.lemma_.casefold() in self.words["territory"]:
            before = {c.i for c in token.children if c.dep_ == "compound"}
            out = [r for r in out if r.token in before] or out  # "China's Taiwan region" is Taiwan
        return self._as_owned(token, out)

    def _bears_name(self, token: Token) -> bool:
        """Whether a body is named before its noun, so that who leads it is none of those who act: "his UNITA movement".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Jonas Savimbi said his UNITA movement will sign a truce with Angola."
        >>> [[a.name for a in e.subjects] for e in Extractor().extract(Article("a", text)).events]
        [['UNITA']]
        """
        named = (self.reading.spans[c.i] for c in token.children if c.dep_ == "compound")
        return any(s is not None and s.sort in ("group", "organisation") and not s.members for s in named)

    def _of_who_reports(self, land: Token) -> list[Reference]:
        """Give the state of an officer without a name who speaks of his land: "a commander said his country had"."""
        verb = land.head
        if land.dep_ not in ("nsubj", "nsubjpass") or verb.dep_ != "ccomp" or not is_verbal(verb.head):
            return []
        speaker = grammatical_subject(verb.head)
        span = self.reading.spans[speaker.i] if speaker is not None else None
        nameless = (
            span is not None and span.sort == "role" and span.determiner in ("a", "an") and span.entity is not None
        )
        return [Reference(span.entity, "the land of who speaks", land.i)] if span and nameless and span.entity else []

    def _modifier(self, token: Token, noun: Token) -> Iterator[Reference]:
        """Give the actors of a word before its noun: "Russian forces", "the US-led campaign"."""
        span = self.reading.spans[token.i]
        if token.lemma_ in self.words["holding"] and token.tag_ == "VBN" and self._is_part_of_land(noun):
            return
        if token.dep_ in (*_MODIFIERS, "npadvmod") and span is not None and span.entity is not None:
            if span.reason.startswith(_SEATS) and noun.lemma_.casefold() in self.words["namedAfterPlace"]:
                return
            if span.sort == "place" and noun.lemma_.casefold() not in self.titles.organs:
                return
            yield from (Reference(e, span.reason, token.i) for e in span.actors())
            yield from self._conjoined_modifiers(token)
        elif token.dep_ in _MODIFIERS:
            yield from self._conjoined_modifiers(token)
            if token.dep_ == "compound" and span is not None and span.sort == "organ":
                yield from self.organ(token, span)
            if token.dep_ == "compound" and span is None and token.pos_ == "NOUN":
                for inner in token.children:  # "the Chadian army's border posts" without the possessive
                    yield from self._modifier(inner, noun)
            whose = noun.lemma_ in self.words["stateBody"] and any(c.dep_ == "poss" for c in noun.children)
            if token.dep_ == "amod" and token.tag_ in ("VBN", "JJ") and not whose:  # "Burundi's Tutsi-dominated army"
                yield from self._led(token)
            if span is None and token.lower_ in self.words["actsByName"] and self._does_or_is_held(noun):
                yield from self.at_home(token, token.lower_)  # "army attack", "rebel lines"
            if span is None and token.text[0].isupper() and token.lower_ in self.words["namedBody"]:
                yield from self._body_of(token)

    def _body_of(self, word: Token) -> Iterator[Reference]:
        """Give the body that one word of its name stands for before a noun: "Council members"."""
        found = self.latest(
            word, lambda e: e.kind == "organisation" and word.lower_ in e.name.casefold().split() and not e.unnamed()
        )
        if found is not None:
            yield Reference(found, f"the {word.text} named before", word.i)

    def _does_or_is_held(self, noun: Token) -> bool:
        """Whether a noun is of an act, or of what is held, with nothing behind it to say where: "rebel lines"."""
        low = noun.lemma_.casefold()
        if low in self.words["rebelHeld"]:
            return all(c.dep_ != "prep" or c.lower_ != "of" for c in noun.children)
        beyond = any(c.dep_ == "prep" and c.lower_ not in BESIDE for c in noun.children)
        return low in self.acts or (low in self.dependants and not beyond)

    def _behind_prepositions(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give the actors after the noun: "an attack by Hamas", "the government of Chad", "a use of force by Iran"."""
        out: list[Reference] = []
        inner = seen | {token.i}
        prepositions = ("by", "of", "from", "in") if self._of_its_owner(token) else ("by",)
        for c in token.children:
            if c.dep_ not in ("prep", "agent"):
                continue
            if c.lower_ == "in" and token.lemma_.casefold() in self.acts.keys() | self.words["hardware"]:
                continue  # "the raids in Chad", "the suicide bomber in Chad" are none of Chad's
            if c.lower_ in prepositions:
                for o in c.children:
                    if o.dep_ != "pobj" or o.i in seen:
                        continue
                    found = self.actors(o, seen=inner)
                    if c.lower_ == "in":
                        found = [r for r in found if r.entity.kind == "state"]
                    if token.lemma_.casefold() in self.words["government"]:
                        found = [r.as_state() for r in found]
                    out.extend(found)
            if out:
                break
            for o in c.children:
                for b in o.children if o.dep_ == "pobj" and not out else ():
                    if b.dep_ in ("prep", "agent") and b.lower_ == "by":
                        doers = [x for x in b.children if x.dep_ == "pobj" and x.i not in seen]
                        out.extend(r for x in doers for r in self.actors(x, seen=inner))
        return out

    def _of_its_owner(self, token: Token) -> bool:
        """Whether "of" after the noun tells whose it is, rather than whom it is done to."""
        low = token.lemma_.casefold()
        if {low, token.lower_} & self.titles.factions or low in self.victims:
            return False
        own = low in self.titles.organs or low in self.dependants or low.rstrip("s") in self.titles.heads
        return own or low in self.words["contents"]

    def _made_by(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give the actor of a participle: "a statement issued by the ministry"."""
        out: list[Reference] = []
        for c in token.children:
            if out or c.dep_ != "acl" or c.tag_ != "VBN" or c.lemma_ not in self.words["issue"]:
                continue
            makers = [o for b in c.children if b.dep_ == "agent" for o in b.children if o.dep_ == "pobj"]
            out.extend(r for o in makers for r in self.actors(o, seen=seen | {token.i}))
        return out

    def _as_owned(self, token: Token, references: list[Reference]) -> list[Reference]:
        """Mark the references as mere owners, unless the noun is a body or a person that acts for them."""
        low, lemma = token.lower_, token.lemma_.casefold()
        organs = self.titles.organs
        men = low == "men" and any(c.dep_ == "poss" for c in token.children)  # "an ambush by Taylor's men"
        if (
            men
            or lemma in self.words["actingBody"]
            or low in organs
            or lemma in organs
            or lemma in self.titles.heads
            or token.ent_type_ == "PERSON"
        ):
            return references
        return [replace(r, owned=True) for r in references]

    def _kin(self, token: Token, seen: frozenset[int]) -> list[Reference]:
        """Give "its NATO ally", "their neighbour": whom the owner was just told to deal with."""
        one = token.tag_ != "NNS"
        somebodys = one and any(c.dep_ == "poss" for c in token.children)  # "its NATO ally" is a state in it
        own = [
            Reference(e, span.reason, c.i)
            for c in token.children
            if c.dep_ in ("amod", "compound", "nmod") and (span := self.reading.spans[c.i]) is not None
            for e in span.actors()
            if (e.record is None or not e.record.wide) and not (somebodys and e.kind == "organisation")
        ]
        if own:
            return own
        for c in token.children:
            if c.dep_ == "poss" and c.i not in seen:
                owners = self.actors(c, seen=seen | {token.i})
                first = owners[0].entity if owners else None
                other = self.partner(first, token.i) if first is not None and one else None
                if other is None and first is not None and one:
                    other = self.across(first) or self._other_state(first, token)
                if other is not None:
                    return [Reference(other, f"the {token.lemma_} of {owners[0].entity.name}", token.i, weak=True)]
        return []

    def _other_state(self, owner: Entity, token: Token) -> Entity | None:
        """Give the one other state that this sentence or the one before names: "Relations of Peru and Chile …".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Relations between Peru and Chile are tense. Peru accused its southern neighbour of lying."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Peru', 'Chile')]
        """
        if owner.kind != "state" or token.lemma_ in self.words["friendOfState"]:
            return None
        others = {e for s in self.told_near(token) for e in s.entities if e.kind == "state" and e is not owner}
        return others.pop() if len(others) == 1 else None

    def _conjoined_modifiers(self, token: Token) -> list[Reference]:
        """Give the actors coordinated with a modifier: "Russian and Chinese ships"."""
        out: list[Reference] = []
        paired = ("npadvmod",) if self.reading.spans[token.i] is not None else ()  # "U.S.-Iranian talks"
        for c in token.children:
            span = self.reading.spans[c.i]
            if (
                c.dep_ in ("conj", *paired, *_MODIFIERS)
                and span is not None
                and span.entity is not None
                and span.sort in ("adjective", "people", "state", "organisation", "group")
            ):
                out.extend(Reference(e, span.reason, c.i) for e in span.actors())
            if c.dep_ == "conj":
                out.extend(self._conjoined_modifiers(c))
        return out

    def _led(self, token: Token) -> list[Reference]:
        """Read "the US-led campaign", "a Serb-held town": who leads an act does it, who backs a government does not."""
        holds = token.lemma_ in self.words["holding"] and token.i > token.left_edge.i
        flies = token.lemma_ in self.words["flag"] or token.lower_ in ("flagged", "registered")
        leads = token.lemma_ in self.words["sponsor"] and token.head.lemma_.casefold() in self.acts
        wrote = token.lemma_ in self.words["author"] and token.head.lemma_.casefold() in self.words["bid"]
        if not (flies or leads or wrote or holds):
            return []
        found = [
            Reference(e, span.reason, c.i)
            for c in token.children
            if (span := self.reading.spans[c.i]) is not None
            for e in span.actors()
        ]
        fighters = [c for c in token.children if holds and c.lower_ in self.titles.fighters]
        return found or [r for c in fighters for r in self.at_home(c, c.lower_)]  # "guerrilla-held territory"

    def _is_part_of_land(self, part: Token) -> bool:
        """Whether it is told what land is held by another in part: "the Turkish-held part of Cyprus"."""
        lands = (self.reading.spans[o.i] for p, o in prepositions(part) if p.lower_ == "of")
        return part.lemma_ in self.words["unit"] and any(s is not None and s.sort == "state" for s in lands)


def _singular(token: Token) -> str:
    """Give a noun in the singular, also where its capital makes the tagger take it for a name: "our Allies"."""
    low = token.lemma_.casefold()
    return low[:-3] + "y" if token.tag_ == "NNPS" and low.endswith("ies") else low
