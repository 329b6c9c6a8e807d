"""Says whose a thing is by the clause that it stands in: "urged Iran to stop its attacks", "on his visit to Chad"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.blaming import blamed_for
from kg.extract.coreference.records import Reference
from kg.extract.coreference.several import They
from kg.extract.entities import Entity
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import child, is_verbal, prepositions, verb_above


class Possessives(They):
    """Owners that "its", "their" and "themselves" are bound to within their sentence."""

    def bound_owners(self, token: Token, low: str) -> Iterable[Reference] | None:
        """Give whom a clause says that "its" or "their" is for: nobody where they are unknown, None where open."""
        if token.dep_ == "poss":
            bound = self._own_border(token) or self._of_who_is_told(token) or self._of_who_was_hit(token)
            if bound:
                return bound
            governed = self._governed(token)
            if governed is not None:
                return [Reference(governed, "“its” for the state governed", token.i, weak=True)]
        ahead = [r for r in self._of_who_follows(token) if low == "their" or r.entity.kind != "person"]
        if (low == "their") == (len(ahead) > 1) and ahead:
            return ahead
        own = self._of_its_clause(token) or self._of_owner_above(token)
        if own:
            return own
        if low == "their" and self._of_somebody_unknown(token):
            return ()
        text = self._text_above(token) if low == "its" else None
        return (
            [replace(r, reason="“its” for who issued the text") for r in self.actors(text)]
            if text is not None
            else None
        )

    def _of_its_clause(self, token: Token) -> list[Reference]:
        """Give the subject of the infinitive that the owned thing belongs to: "urged Iran to stop its attacks"."""
        subject = blamed_for(token.head)
        node = token.head.head
        if (
            subject is None
            and token.head.dep_ == "dobj"
            and is_verbal(node)
            and node.i < token.i
            and any(c.tag_ == "TO" for c in node.children)
        ):
            subject = grammatical_subject(node)
        if subject is None or subject.i >= token.i:
            return []
        found = [r for r in self.actors(subject) if r.entity.kind in ("state", "organisation", "group")]
        many = len(found) > 1 or any(r.entity.kind == "group" and r.entity.name.endswith("s") for r in found)
        if not found or (token.lower_ == "their") != many:
            return []
        return [replace(r, reason=f"“{token.lower_}” for who is to do it") for r in found]

    def _governed(self, token: Token) -> Entity | None:
        """Give the state named last whose government a body that has none does something to.

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru held elections. The European Union accused its government of fraud."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('European Union', 'Peru')]
        """
        verb = verb_above(token.head)
        subject = grammatical_subject(verb) if is_verbal(verb) else None
        governs = token.head.lemma_ in self.words["ruling"] | {"authority"}
        if token.lower_ != "its" or not governs or subject is None or subject.i > token.i:
            return None
        bodies = self.actors(subject)
        if not bodies or any(r.entity.kind not in ("organisation", "group") for r in bodies):
            return None
        return self.latest(token, lambda e: e.kind == "state")

    def doer_of_own_deed(self, token: Token) -> Entity | None:
        """Give the person whose deed it is that another thanks, blames or urges him for: "thanked Rao for his visit".

        What is offered or asked is the other's: "urged Rao to accept his plan".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Emmanuel Macron thanked Joe Biden for his visit to Chad."
        >>> [(e.subjects[0].name, e.predicate) for e in Extractor().extract(Article("a", text)).events]
        [('Emmanuel Macron', 'praised'), ('Joe Biden', 'visited')]
        """
        deed = token.head
        low = deed.lemma_.casefold()
        own = low in self.words["journey"] or bool(self.acts.get(low, frozenset()) & self.predicates["hostile"])
        if token.dep_ != "poss" or not own:
            return None
        doer, verb = blamed_for(deed), verb_above(deed)
        if doer is None and is_verbal(verb) and verb.dep_ in ("xcomp", "ccomp", "pcomp", "advcl"):
            above = verb_above(verb.head)
            told = any(c.tag_ == "TO" for c in verb.children) or verb.tag_ == "VBG"
            if told and above.lemma_ in self.words["objectControl"] and verb.lemma_ not in self.words["favouring"]:
                doer = grammatical_subject(verb)
        if doer is None or doer.i >= token.i or doer.dep_ in ("nsubj", "poss"):
            return None
        people = [r.entity for r in self.actors(doer) if r.entity.kind == "person"]
        return people[0] if len(people) == 1 else None

    def _of_owner_above(self, token: Token) -> list[Reference]:
        """Give whose the thing is that this one is part of or beside: "thanked Chad for Peru's help and its advice"."""
        node = token.head
        while token.dep_ == "poss" and node.dep_ in ("pobj", "conj", "appos", "prep", "pcomp") and node.head.i < node.i:
            node = node.head
            owner = child(node, "poss") if node.pos_ == "NOUN" else None
            span = self.reading.spans[owner.i] if owner is not None else None
            if owner is None or span is None or span.sort == "person":
                continue
            bodies = [r for r in self.actors(owner) if r.entity.kind in ("state", "organisation", "group")]
            if (token.lower_ == "their") == (len(bodies) > 1) and bodies:
                return [replace(r, reason=f"“{token.lower_}” for the owner named before") for r in bodies]
        return []

    def _of_somebody_unknown(self, token: Token) -> bool:
        """Whether it is theirs whom the clause names and nothing tells: "the victims and their families"."""
        beside = token.head.head if token.dep_ == "poss" and token.head.dep_ == "conj" else blamed_for(token.head)
        if beside is None and token.head.dep_ == "dobj" and is_verbal(token.head.head):
            subject = child(token.head.head, "nsubj")  # "the Allies reaffirmed their support"
            beside = subject if subject is not None and subject.tag_ in ("NNS", "NNPS") else None
        noun = beside is not None and beside.i < token.i and beside.pos_ in ("NOUN", "PROPN")
        return beside is not None and noun and not self.actors(beside)

    def _of_who_follows(self, token: Token) -> list[Reference]:
        """Give the subject behind a phrase that opens its sentence: "On his visit to Chad, Rao said"."""
        noun = token.head
        opening = noun.head
        if token.dep_ != "poss" or opening.dep_ != "prep" or opening.i > token.sent.start + 1:
            return []
        verb = opening.head
        subject = grammatical_subject(verb) if is_verbal(verb) else None
        whom = [o for p, o in prepositions(noun) if p.lower_ in ("with", "to")]
        if subject is None or subject.i < noun.i or not whom or subject.pos_ == "PRON":
            return []
        found = self.actors(subject)
        others = {e for o in whom for r in self.actors(o) for e in (r.entity, r.entity.state())}
        if any(r.entity in others or r.entity.state() in others for r in found):
            return []
        return [replace(r, reason=f"“{token.lower_}” for the subject that follows") for r in found]

    def _own_border(self, token: Token) -> list[Reference]:
        """Give the subject, whose own borders are meant: "Peru and Chile sent troops to their borders"."""
        if token.head.lemma_ not in self.words["sharedLine"]:
            return []
        return list(self.reflexive(token))

    def _of_who_is_told(self, token: Token) -> list[Reference]:
        """Give the body that somebody tells what is its own: "convinced the government that its raid must end"."""
        node = token.head
        while node.head.i != node.i:
            above = node.head
            if node.dep_ in ("ccomp", "xcomp") and is_verbal(above) and above.lemma_ in self.words["objectControl"]:
                told = child(above, "dobj")
                if told is None or told.i >= node.i:
                    return []
                bodies = [r for r in self.actors(told) if r.entity.kind != "person"]
                low = token.lower_
                return [replace(r, reason=f"“{low}” for who is told") for r in bodies] if len(bodies) == 1 else []
            node = above
        return []

    def _of_who_was_hit(self, token: Token) -> list[Reference]:
        """Give who tells that others struck what is his, or strikes back: "Sudan said Chad had hit two of its towns".

        >>> from kg import Article
        >>> from kg.extract import Extractor
        >>> text = "Peru bombed a camp in Chile after Chadian rebels killed three of its soldiers."
        >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
        [('Peru', 'Chile'), ('Chadian rebels', 'Peru')]
        """
        node = token.head
        while node.dep_ in ("pobj", "prep", "conj") and not is_verbal(node):
            node = node.head
        act = node.head if node.dep_ == "dobj" else node
        if not is_verbal(act) or act.lemma_ not in self.words["hitting"] | self.words["deadly"]:
            return []
        telling, striker = act.head, grammatical_subject(act)
        hit = self.words["hitAtHome"] | self.words["standingAtHome"]
        theirs = token.head.lemma_.casefold() in hit  # no "former colony"
        answered = (
            theirs
            and act.dep_ == "advcl"
            and is_verbal(telling)
            and any(m.lower_ in ("after", "when") for m in act.lefts)
        )
        if not answered and (act.dep_ != "ccomp" or telling.lemma_ not in self.words["say"] | self.words["report"]):
            return []
        if striker is None or striker.pos_ == "PRON" or striker.i > token.i:
            return []
        teller = grammatical_subject(telling)
        told_by = self.actors(teller) if teller is not None and teller.i < act.i else []
        bodies = ("group", "organisation")
        whole = (r.entity if r.entity.kind in bodies else r.entity.state() or r.entity for r in told_by)
        states = list(dict.fromkeys(whole))
        if len(states) != 1 or states[0].kind == "person" or any(r.entity in states for r in self.actors(striker)):
            return []
        return [Reference(states[0], f"“{token.lower_}” for who tells what was done to it", token.i)]

    def _text_above(self, token: Token) -> Token | None:
        """Give the text that its clause is about: "The resolution is clear in its condemnation of the test"."""
        node = verb_above(token.head)
        subject = grammatical_subject(node) if is_verbal(node) else None
        text = subject is not None and subject.lemma_.casefold() in self.words["document"] and subject.i < token.i
        return subject if text and node.i < token.i else None

    def reflexive(self, token: Token) -> Iterable[Reference]:
        """Give the subject of the clause: "urged the Gulf states to settle it among themselves"."""
        verb = verb_above(token)
        subject = grammatical_subject(verb) if is_verbal(verb) else None
        if subject is None or subject.i == token.i:
            return ()
        return [replace(r, reason=f"“{token.lower_}” for the subject") for r in self.actors(subject)]
