"""Finds the words that fill one slot of a verb pattern: its literal noun, its object, its clause."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.frames.words import lemma_of, noun_matches, through_measure, through_terms
from kg.extract.grammar import RELATIVE
from kg.extract.lexis import words_of
from kg.extract.patterns import Element
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import antecedent, called, child, conjuncts, direct_object, is_passive, is_verbal, prepositions

_COMPLEMENTS = ("dobj", "attr", "oprd", "acomp", "advmod", "npadvmod", "dep", "xcomp", "ccomp")


_CIRCUMSTANCES = frozenset("as after before during since until despite amid following ahead".split())
"""Prepositions of what else was so: "dismissed the resolution as a declaration of war" has no object in it."""
_CONDITIONS = frozenset("if unless when while because after before since until although though".split())
"""Conjunctions of clauses that do not tell what is asked or said."""
_ABOUT = frozenset({"on", "over", "about", "for", "in"})
"""Prepositions of what an accord is on."""
_WHERE = frozenset({"in", "at"})
"""Prepositions that tell of a noun deeper down only where it was: "declared a truce at the talks in Libya"."""


_OF_FROM = frozenset({"of", "from"})


def nested_object(anchors: list[Token], logical_object: Token | None, words: frozenset[str]) -> list[Token]:
    """Look for O one noun deeper: "providing 53 million dollars in humanitarian assistance to Ukraine"."""
    if anchors[0].lemma_ == "blame":
        return []  # "blamed Chad for the attack on Mali"
    hosts = [t for t in (*anchors, logical_object) if t is not None]
    aside = words_of(anchors[0])["aside"]
    for _ in range(2):
        deeper = [
            o
            for h in hosts
            for p, o in prepositions(h)
            if not {p.lower_, p.head.lower_} & _CIRCUMSTANCES
            and not (p.dep_ == "agent" and words <= _OF_FROM)  # "was shot by troops of the alliance"
            and not is_verbal(o)
            and (lemma_of(o) not in aside or lemma_of(o) in words_of(o)["unit"])
            and o.lower_ not in words_of(o)["compass"]  # "positions to the south of Sarajevo"
        ]
        found = [
            o
            for h in deeper
            for p, o in prepositions(h)
            if p.lower_ in words - _WHERE
            and (lemma_of(p.head) not in aside or p.lower_ == "against")
            and lemma_of(o) not in aside
            and not (o.dep_ == "pcomp" and is_verbal(o))  # "was held on suspicion of spying"
        ]
        if found:
            return found[:1]
        hosts = deeper
    return []


def literal_noun(verb: Token, logical_object: Token | None, element: Element) -> Token | None:
    """Find the noun that the wording asks for: "talks" in "held three rounds of talks", "ties" in "ties it severed"."""
    if logical_object is not None:
        for t in (*conjuncts(logical_object), *_called(logical_object)):
            if t.dep_ == "conj" and t.i != logical_object.i and logical_object.pos_ == "PROPN":
                continue  # "bombarded Sarajevo and four other areas"
            if noun_matches(t, element.words):
                return t
            for inner in (through_measure(t), through_terms(t)):
                if inner.i != t.i and noun_matches(inner, element.words):
                    return inner
    for c in verb.children:
        clause = is_verbal(c) and child(c, "mark") is not None  # "demanded that Chad end its support"
        clause = clause or (c.dep_ == "xcomp" and c.lemma_ in ("end", "halt") and _is_to(c))
        if c.dep_ in _COMPLEMENTS and c.i != verb.i and not clause:
            for t in conjuncts(c):
                if noun_matches(t, element.words):
                    return t
    own = [c for c in verb.children if c.dep_ == "dobj"]
    if (
        verb.dep_ in ("relcl", "acl")
        and all(c.lower_ in RELATIVE for c in own)
        and noun_matches(verb.head, element.words)
        and child(verb, "mark") is None  # "his demand that Peru get out"
    ):
        return verb.head
    return _behind_object(logical_object, element) if logical_object is not None else None


def _is_to(verb: Token) -> bool:
    """Whether it is an infinitive with "to", which is no noun of a wording: "seeks to end his rule"."""
    return any(c.tag_ == "TO" for c in verb.children)


def _called(name: Token) -> list[Token]:
    """Give what a place is called beside its name: "captured Kelo, the last bastion of the rebels".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Chad captured Kelo, the last bastion of Boko Haram."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('seized', 'Boko Haram')]
    """
    words = words_of(name)
    return called(name, words["populated"] | words["fighterPlace"]) if name.pos_ == "PROPN" else []


def measured_in(verb: Token, amount: Token, nouns: frozenset[str]) -> list[Token]:
    """Give what is measured, on which O hangs: "aid" in "announced 20 million in emergency aid to Yemen".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Canada announced nearly five million dollars in additional emergency aid to the people of Yemen."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('aided', 'Yemen')]
    """
    measured = through_measure(amount)
    if measured.i != amount.i:
        return [measured]
    beside = (o for p, o in prepositions(verb) if p.lower_ == "in" and amount.i < p.i <= amount.right_edge.i + 1)
    return [o for o in beside if noun_matches(o, nouns)]


def committed_against(anchors: list[Token]) -> list[Token]:
    """Give those who suffered what is regretted: "apologised for crimes committed against Poles".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Japan offered an apology for atrocities that its troops committed in China."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('conceded_to', 'China')]
    """
    deeds = [*anchors, *(o for a in anchors for p, o in prepositions(a) if p.lower_ in ("for", "over", "about"))]
    clauses = (c for o in deeds if o.pos_ == "NOUN" for c in o.children if c.dep_ in ("acl", "relcl"))
    found = [o for c in clauses for p, o in prepositions(c) if p.lower_ in ("against", "on", "upon", "to", "in")][:1]
    gerunds = [o for o in deeds[len(anchors) :] if o.tag_ == "VBG" and is_verbal(o)]  # "apologised for invading Peru"
    struck = [t for g in gerunds if (t := child(g, "dobj")) is not None and t.pos_ == "PROPN"]
    sent = [o for g in gerunds for p, o in prepositions(g) if p.lower_ in ("into", "against", "in", "on", "to")]
    return found or struck[:1] or sent[:1]


def maker_of(ware: Token) -> list[Token]:
    """Give who made what is bought, by the participle before it: "bought Russian-made jets", "French-built ships".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru ordered 18 Russian-made jets."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('cooperated_with', 'Russia')]
    """
    made = (c for c in ware.children if c.dep_ == "amod" and c.lemma_ in words_of(c)["fabricating"])
    return [m for c in made for m in c.children if m.pos_ == "PROPN" or m.text[0].isupper()][:1]


def _behind_object(thing: Token, element: Element) -> Token | None:
    """Find an adjective that the parser hung on the last noun of the object: "held the leaders of X responsible"."""
    late = (t for t in thing.subtree if t.dep_ == "amod" and t.i > t.head.i and t.i > thing.i)
    return next((t for t in late if noun_matches(t, element.words)), None)


def object_of(verb: Token, logical_object: Token | None, literal: Token | None, passive: bool) -> Token | None:
    """Find O beside the literal noun, if there is one: "Chad" in "gave Chad aid", "Cuba" in "was denied a visa"."""
    dative = child(verb, "dative")
    if literal is not None and logical_object is not None and literal.i == logical_object.i:
        if dative is not None:
            return dative if dative.pos_ != "ADP" else child(dative, "pobj")
        return None if passive else _name_before(verb, logical_object)
    if literal is not None and passive:
        return grammatical_subject(verb)
    if literal is not None and dative is not None and dative.pos_ != "ADP":
        return dative
    if literal is not None and logical_object is not None and through_measure(logical_object).i == literal.i:
        name = _name_before(verb, logical_object)
        if name is not None:
            return name
    if logical_object is not None and logical_object.lower_ in RELATIVE:
        return antecedent(verb) or logical_object
    return logical_object


def _name_before(verb: Token, noun: Token) -> Token | None:
    """Find a name between verb and noun that the parser read as part of the noun: "gave Chad 20 million dollars".

    A noun with an article of its own is no part of another either: "is giving the army medical help". A name behind an
    adjective says whose the thing is: "pledged continued U.S. aid".
    """
    for c in noun.children:
        if c.dep_ not in ("nmod", "compound", "dep") or not verb.i < c.i < noun.i:
            continue
        if c.text == "U.S." or any(a.dep_ == "amod" and verb.i < a.i < c.i for a in noun.children):
            continue
        if c.pos_ == "PROPN" or (c.pos_ == "NOUN" and (c.dep_ == "nmod" or lemma_of(c) in words_of(c)["troop"])):
            return c
    return None


def relative_object(verb: Token, anchors: list[Token], words: frozenset[str]) -> list[Token]:
    """Find the object of a stranded or fronted preposition: "the man he met with", "a patrol was fired on".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "A French patrol was fired on by Libyan soldiers."
    >>> [(e.subjects[0].name, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('Libya', 'France')]
    """
    for a in anchors:
        for c in a.children:
            if c.dep_ != "prep" or c.lower_ not in words or child(c, "pobj", "pcomp") is not None:
                continue
            if verb.dep_ == "relcl":
                return [verb.head]
            subject = grammatical_subject(verb) if is_passive(verb) else None
            if subject is not None:
                return [subject]
    return []


_STILL_SO = frozenset({"has", "have", "had", "having", "do", "does", "did", "been", "'s", "'ve", "would", "will"})
"""Auxiliaries under which a report still says that it is so: "has always been a friend", "would remain an ally"."""


def where_of(verb: Token) -> list[Token]:
    """Give the place that "where" takes up, also above an infinitive: "Poland, where it plans to build a base"."""
    node, said = verb, list(verb.children)
    while node.dep_ in ("xcomp", "ccomp", "conj") and is_verbal(node.head):
        node = node.head
        said += node.children
    where = next((c for c in said if c.lower_ == "where" and c.dep_ == "advmod"), None)
    if where is None or where.i < 2:
        return []
    if node.dep_ == "advcl":  # "was seen in Paris, where he is on a visit"
        before = where.nbor(-1) if where.nbor(-1).text != "," else where.nbor(-2)
        who = child(node, "nsubj")
        told = before.dep_ == "pobj" and before.pos_ == "PROPN" and who is not None and who.pos_ in ("PRON", "PROPN")
        return [before] if told else []
    place = antecedent(node) if node.dep_ == "relcl" else None
    return [place] if place is not None else []


def _is_stated(clause: Token) -> bool:
    """Whether a clause says how things are, not what is to be done: "are mercenaries", "had nothing to do with it"."""
    first = min((c for c in clause.children if c.dep_ in ("aux", "auxpass")), key=lambda c: c.i, default=clause)
    if any(c.dep_ == "xcomp" for c in clause.children) and lemma_of(clause) in ("have", "need"):
        return False  # "insists that Peru has to leave"
    return first.tag_ in ("VBZ", "VBD") or first.lower_ in ("are", "were", "have", "had", "will", "would")


def clause_subject(verb: Token, modal: frozenset[str], *, cases: bool = False) -> Token | None:
    """Find the subject of the clause below: "Iran" in "said that Iran must stop", by a word of `modal`.

    With `cases` also that of a condition: "warned of action if Iran resists".
    """
    for c in verb.children:
        if (
            not cases
            and c.dep_ == "advcl"
            and any(m.lower_ in _CONDITIONS for m in c.children if m.dep_ in ("mark", "advmod"))
        ):
            continue
        before = c.dep_ == "ccomp" and verb.dep_ == "ROOT"  # "Iran must stop, he warned"
        if c.dep_ in ("ccomp", "xcomp", "advcl", "acl", "relcl") and (before or c.i > verb.i) and is_verbal(c):
            if (
                modal
                and not any(a.lower_ in modal for a in c.children)
                and not (c.lemma_ in modal and any(x.dep_ == "xcomp" for x in c.children))
                and not (verb.lemma_ in words_of(verb)["wishingThat"] and "should" in modal and _is_subjunctive(c))
            ):
                continue
            inner = child(c, "nsubj", "nsubjpass")
            if verb.lemma_ == "insist" and _is_stated(c):
                continue  # "insists that they are mercenaries"
            if inner is not None and any(a.lower_ == "should" and a.i < inner.i for a in c.children):
                continue  # "would fight, should Chad attack"
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


def _is_subjunctive(clause: Token) -> bool:
    """Whether a clause says what is wished for, in the form without an ending: "suggested that Peru mediate".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "President Rao suggested that Peru lift its ban. President Obi suggested that Chad mediates."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events][:1]
    [('urged', 'Peru')]
    """
    subject = child(clause, "nsubj")
    bare = clause.tag_ in ("VB", "VBP") and clause.lower_ == lemma_of(clause)
    return bare and subject is not None and subject.tag_ in ("NN", "NNP") and child(clause, "aux", "conj") is None


def subject_of_report(verb: Token, verbs: frozenset[str], nouns: frozenset[str]) -> list[Token]:
    """Find of whom it is said that they do or are something: "Iran" in "said Iran remained a friend".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Winston Peters said the United States had every right to defend itself."
    >>> [(e.predicate, e.objects[0].name) for e in Extractor().extract(Article("a", text)).events]
    [('supported', 'United States')]
    """
    for clause in verb.children:
        called = clause.lower_ in nouns and child(clause, "auxpass") is not None  # "was justified in striking"
        if clause.dep_ != "ccomp" or not (called or lemma_of(clause) in verbs):
            continue
        if any(c.dep_ in ("neg", "aux") and c.lower_ not in _STILL_SO for c in clause.children):
            continue
        things = [c for c in clause.children if c.dep_ in ("dobj", "attr", "acomp", "oprd")]
        if any(c.lower_ in ("no", "little") for t in things for c in t.children):
            continue
        subject = child(clause, "nsubjpass" if called else "nsubj")
        if subject is not None and (called or any(noun_matches(t, nouns) for c in things for t in conjuncts(c))):
            return [subject]
    return []


def within_infinitive(verb: Token, words: frozenset[str] = frozenset()) -> list[Token]:
    """Give what an infinitive after the verb is done to: "threatened to march into Niger and to sanction it"."""
    out: list[Token] = []
    for c in verb.children:
        shields = bool(words & words_of(verb)["shielding"])  # "to protect Chad from raids by rebels"
        if c.dep_ not in ("xcomp", "ccomp", "advcl", "acl", "relcl"):
            continue
        if not any(t.tag_ == "TO" for t in c.children) and not (words and c.tag_ == "VBG"):
            continue
        if words and lemma_of(c) not in words:
            continue
        for clause in (c, *(t for t in c.children if t.dep_ in ("conj", "xcomp") and is_verbal(t))):
            letting = clause.lemma_ in words_of(verb)["let"]
            target = direct_object(clause) if letting or child(clause, "dobj") is not None else None
            nouns = [target] if target is not None else []
            referred = lemma_of(clause) in words_of(verb)["referring"]  # "threatened to take it to the council"
            nouns += [
                o
                for host in (clause, *nouns)
                for p, o in prepositions(host)
                if not (referred and p.lower_ == "to")
                and not (shields and p.lower_ in ("from", "against", "by"))
                and not (p.lower_ in _ABOUT and lemma_of(host) in words_of(verb)["accord"])  # "a deal on Cyprus"
            ]
            warded = shields and clause.lemma_ in words_of(verb)["warding"] and target is not None
            out.extend(t for t in nouns[1 if warded else 0 :] if t.i not in {o.i for o in out})
    return out


def infinitive_of(verb: Token, words: frozenset[str]) -> Token | None:
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


def has_infinitive(verb: Token) -> bool:
    """Whether an infinitive with "to" hangs on the verb or on its object."""
    if any(c.dep_ in ("xcomp", "ccomp") and c.tag_ == "VB" and c.i > verb.i for c in verb.children):
        return lemma_of(verb) in words_of(verb)["bareRequest"] or _with_to(verb)
    return _with_to(verb)


def _with_to(verb: Token) -> bool:
    hosts = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "dative", "prep", "agent"))]
    return any(
        t.tag_ == "TO" and t.i > verb.i
        for host in hosts
        for c in host.children
        if c.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pobj")
        for t in c.children
    )
