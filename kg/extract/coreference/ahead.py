"""Finds the phrase that "he" takes up or runs ahead of: who follows, who spoke before, who accuses him."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.grammar import HE
from kg.extract.lexis import words_of
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import PERSON, child, is_verbal, prepositions

_ASIDE = frozenset({"advcl", "relcl", "acl", "pcomp"})
_HIM = frozenset({"him", "her"})
_AGAINST = frozenset({"on", "upon", "with", "from", "to"})
"""Prepositions right behind the thing done, by which it is done to somebody: "broke off relations with"."""


def subject_ahead(pronoun: Token) -> Token | None:
    """Give the person who is the subject of the main clause, where a clause with "he" comes before it.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Before he left for Chad, Indian President Ravi Rao met Juan Paz."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.objects[0].name) for e in found if e.predicate == "visited"]
    [('Ravi Rao', 'Chad')]
    """
    clause = pronoun.head
    if pronoun.dep_ not in ("nsubj", "nsubjpass") or not is_verbal(clause):
        return None
    main = pronoun.sent.root
    subject = child(main, "nsubj", "nsubjpass")
    if subject is None or subject.text != PERSON or subject.i < pronoun.i or clause.i == main.i:
        return None
    node, aside = clause, False
    while node.head.i != node.i and node.i != main.i:
        aside = aside or node.dep_ in _ASIDE
        if node.i == subject.i:
            return None
        node = node.head
    first = all(t.text != PERSON for t in pronoun.doc[pronoun.sent.start : pronoun.i])
    other = any(t.lower_ in _HIM and t.dep_ in ("dobj", "pobj", "dative") for t in main.subtree if t.i > subject.i)
    return subject if aside and first and not other else None


def spoke_before(pronoun: Token) -> Token | None:
    """Give who is told to speak in the sentence before, where "he" goes on to say something.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "The town has fallen, a Georgian army spokesman said. He accused Russia of arming the rebels."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][:1]
    [('Georgia', 'Russia')]
    """
    verb, start = pronoun.head, pronoun.sent.start
    if pronoun.dep_ != "nsubj" or not start or not is_verbal(verb) or pronoun.lower_ not in HE:
        return None
    words = words_of(verb)
    speaking = words["report"] | words["turning"] | words["request"]
    before = pronoun.doc[start - 1].sent.root
    if verb.lemma_ not in speaking or before.lemma_ not in speaking or not is_verbal(before):
        return None
    return grammatical_subject(before)


def accuser(pronoun: Token, acts: Mapping[str, frozenset[str]]) -> Token | None:
    """Give who acts on accusations, which tell of somebody else: "expelled the envoy on charges that he spied"."""
    charge = pronoun.head.head
    if pronoun.head.dep_ not in ("acl", "relcl", "ccomp") or charge.dep_ != "pobj" or not is_verbal(charge.head.head):
        return None
    charged = "accused" in acts.get(charge.lemma_.casefold(), ())
    return grammatical_subject(charge.head.head) if charged else None


def who_orders(pronoun: Token) -> Token | None:
    """Give who gives an order to what is his own: "appealed to X to order his men to stop".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao appealed to General Paz to order his men to stop."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('urged', 'General Paz')]
    """
    thing = pronoun.head
    ordered = pronoun.dep_ == "poss" and thing.dep_ == "dobj" and thing.head.lemma_ == "order"
    return grammatical_subject(thing.head) if ordered else None


def against_whom(pronoun: Token) -> Token | None:
    """Give whom an act is against that a participle behind it gives the reason of: "sued Chad at the UN, accusing it".

    It is no place or body that comes later in the sentence.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru lodged a complaint against Chad with the UN Security Council, accusing it of spying."
    >>> found = Extractor().extract(Article("a", text)).events
    >>> [(e.subjects[0].name, e.predicate, e.objects[0].name) for e in found]
    [('Peru', 'accused', 'Chad')]
    """
    reason, act = pronoun.head, pronoun.head.head
    turned = pronoun.dep_ == "dobj" and reason.tag_ == "VBG" and reason.dep_ == "advcl" and is_verbal(act)
    if not turned or act.i > reason.i or child(reason, "nsubj") is not None:
        return None
    thing = child(act, "dobj")
    behind = [(p, o) for host in (thing, act) if host is not None for p, o in prepositions(host) if o.i < reason.i]
    target = next((o for p, o in behind if p.lower_ == "against"), None)
    if target is not None or thing is None:
        return target
    if thing.pos_ == "PROPN":
        return thing
    first = next((o for p, o in behind if p.i == thing.i + 1 and p.lower_ in _AGAINST), None)
    return first if first is not None and first.pos_ == "PROPN" else None
