"""Mends clauses whose parts stand in another order: what comes first is no subject, who does it stands last."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.mending.swaps import make_auxiliary
from kg.extract.syntax import child, is_verbal

_WHERE = frozenset({"in", "at", "across", "through", "outside", "near", "around", "on"})


def mend_cleft(doer: Token) -> None:
    """Read "it was Chad that attacked" as "Chad attacked".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Egypt said it was Israel that had violated the truce.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text, doc[4].dep_, doc[4].head.text
    ('ccomp', 'said', 'nsubj', 'violated')
    """
    if doer.head.lemma_ != "be":
        return
    be = doer.head
    it = child(be, "nsubj", "expl")
    act = next((c for host in (be, doer) for c in host.children if c.dep_ in ("ccomp", "relcl") and c.i > doer.i), None)
    if it is None or it.lower_ != "it" or act is None or doer.pos_ not in ("PROPN", "NOUN") or not is_verbal(act):
        return
    that = child(act, "nsubj")
    if that is None or that.lower_ not in ("that", "who", "which") or that.i < doer.i:
        return
    outer, kind = be.head, be.dep_
    if kind not in ("ccomp", "ROOT", "conj", "advcl") or doer.i + 2 < that.i:
        return
    act.dep_ = kind
    act.head = act if outer.i == be.i else outer
    be.dep_, be.head = "aux", act
    it.dep_, it.head = "expl", act
    that.dep_, that.head = "mark", act
    doer.dep_, doer.head = "nsubj", act


def mend_inverted(doers: Token) -> None:
    """Read "Joining Smith on the call were Germans" as what the Germans did.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Joining Smith on the call were Germans.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[1].dep_, doc[6].dep_, doc[6].head.text
    ('ROOT', 'dobj', 'nsubj', 'Joining')
    """
    be, opening = doers.head, doers.sent[0]
    if be.lemma_ != "be" or be.i > doers.i or doers.pos_ not in ("PROPN", "NOUN"):
        return
    gerund = opening.nbor(1) if opening.pos_ == "ADV" and opening.i + 1 < be.i else opening
    if not gerund.lower_.endswith("ing") or be.dep_ != "ROOT" or gerund.i + 1 >= be.i:
        return
    if any(t.pos_ in ("VERB", "AUX") and t.i != gerund.i for t in be.doc[gerund.i : be.i]):
        return
    inside = list(be.doc[gerund.i + 1 : be.i])
    first = next((t for t in inside if t.pos_ in ("NOUN", "PROPN")), None)
    joined = first if first is not None and first.dep_ != "pobj" else None
    for t in inside:
        if t.head.i == be.i or (joined is not None and t.head.i == joined.i and t.dep_ == "prep"):
            t.head = gerund
    gerund.head, gerund.dep_, gerund.tag_, gerund.pos_ = gerund, "ROOT", "VBG", "VERB"
    if gerund.lemma_.casefold() == gerund.lower_:
        gerund.lemma_ = gerund.lower_.removesuffix("ing")  # read as a name, it has no lemma of a verb
    if joined is not None:
        joined.head, joined.dep_ = gerund, "dobj"
    doers.head, doers.dep_ = gerund, "nsubj"
    make_auxiliary(be, gerund)


def mend_listed(verb: Token) -> None:
    """Hang a bare infinitive on the infinitive that it goes on, not on a past before that.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith spoke about the steps taken to restore links, launch the process and start talks.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].head.text
    ('launch', 'restore')
    """
    above = verb.head
    if verb.dep_ != "conj" or above.tag_ not in ("VBD", "VBZ", "VBN") or above.i > verb.i:
        return
    if any(c.dep_ == "aux" and c.tag_ in ("MD", "TO") for v in (verb, above) for c in v.children):
        return
    for t in reversed(verb.doc[above.i + 1 : verb.i]):
        if t.tag_ == "VB" and any(c.tag_ == "TO" for c in t.children):
            verb.head = t
            return


def mend_joined(second: Token) -> None:
    """Read "expelled two envoys and Poland closed its embassy" as two clauses, not as what was expelled.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith expelled diplomats and Poland closed the consulate.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[5].dep_, doc[4].head.text
    ('dobj', 'conj', 'closed')
    """
    first, subject = second.head, child(second, "nsubj")
    if subject is None or not is_verbal(first) or not is_verbal(second) or child(first, "dobj") is not None:
        return
    if first.i > subject.i or first.lemma_ in words_of(first)["report"] or subject.left_edge.i != first.i + 1:
        return
    other = next((c for c in subject.children if c.dep_ == "conj"), None)
    cc = next((c for c in subject.children if c.dep_ == "cc"), None)
    if other is None or cc is None or other.left_edge.i != cc.i + 1 or other.pos_ not in ("PROPN", "NOUN", "PRON"):
        return
    if any(c.dep_ == "mark" for c in second.children) or any(c.dep_ == "conj" for c in other.children):
        return
    if second.tag_ not in ("VBD", "VBZ", "VBP") and all(c.dep_ != "aux" for c in second.children):
        return
    if any(t.dep_ not in ("aux", "auxpass", "neg", "advmod") for t in second.doc[other.right_edge.i + 1 : second.i]):
        return
    subject.head, subject.dep_ = first, "dobj"
    other.head, other.dep_ = second, "nsubj"
    cc.head = first
    second.dep_ = "conj"


def mend_lone(second: Token) -> None:
    """Read "closed two embassies and Poland recalled its envoy" as what Poland did, not as one more thing closed.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germany closed two embassies and Poland recalled its envoy.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text
    ('nsubj', 'recalled')
    """
    first, before = second.head, next((c.i for c in second.children if c.dep_ in ("aux", "auxpass")), second.i) - 1
    if second.tag_ not in ("VBD", "VBZ", "VBP") or not is_verbal(first) or before <= first.i:
        return
    name = second.doc[before]
    cc = joining(name)
    if cc is None or name.head.head.i != first.i or child(second, "nsubj", "nsubjpass") is not None:
        return
    name.head, name.dep_, cc.head = second, "nsubj", first


def joining(name: Token) -> Token | None:
    """Give the "and" right before a name that the parser hung beside an object: "closed two embassies and Poland"."""
    if name.dep_ != "conj" or name.pos_ != "PROPN" or name.head.dep_ != "dobj":
        return None
    cc = next((c for c in name.head.children if c.dep_ == "cc" and c.i < name.i), None)
    return cc if cc is not None and cc.i + 1 == name.left_edge.i else None


def mend_after(verb: Token) -> None:
    """Read "said after donors, led by Smith, withheld aid" as a clause behind "after", not as what was said.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith said after Western donors, led by Germans, withheld aid.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].tag_, doc[4].dep_, doc[4].head.text
    ('withheld', 'VBD', 'nsubj', 'withheld')
    """
    head = verb.head
    told = child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    if verb.tag_ not in ("VBD", "VBN") or told or not is_verbal(head) or head.i > verb.i:
        return
    late = [c for c in head.children if c.dep_ == "prep" and c.lower_ in _WHEN and head.i < c.i < verb.i]
    doer = child(late[-1], "pobj") if late else None
    if doer is None or child(doer, "acl", "appos", "relcl") is None or verb.nbor(-1).text != ",":
        return
    late[-1].dep_, late[-1].head = "mark", verb
    doer.dep_, doer.head = "nsubj", verb
    verb.dep_, verb.tag_ = "advcl", "VBD"


_WHEN = frozenset({"after", "before", "since", "until"})


def mend_number(clause: Token) -> None:
    """Hang a clause in the singular on the singular noun before it, not on a plural one close by.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The government signed an accord with rebels that seeks to end the war.")
    >>> mend_parse(doc)
    >>> doc[8].head.text
    'accord'
    """
    near, subject = clause.head, child(clause, "nsubj")
    finite = next((c for c in clause.children if c.dep_ == "aux"), clause)
    if finite.tag_ != "VBZ" or near.tag_ != "NNS" or near.dep_ != "pobj" or near.i > clause.i:
        return
    if subject is None or subject.lower_ not in ("that", "which") or any(c.dep_ == "conj" for c in near.children):
        return
    thing = near.head.head
    if thing.tag_ == "NN" and thing.dep_ in ("dobj", "nsubj", "nsubjpass", "attr", "pobj") and thing.i < near.i:
        clause.head = thing


def mend_crowd(gerund: Token) -> None:
    """Read "marched in the cities demanding an end" as what those who marched demanded, not the cities.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Thousands of protesters marched in Australian cities demanding an end to the war.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text
    ('advcl', 'marched')
    """
    place = gerund.head
    if gerund.dep_ != "acl" or gerund.i != place.i + 1 or place.dep_ != "pobj" or place.head.lower_ not in _WHERE:
        return
    act = place.head.head
    if is_verbal(act) and child(act, "nsubj") is not None and gerund.lemma_ in words_of(gerund)["request"]:
        gerund.head, gerund.dep_ = act, "advcl"


def mend_and_demands(noun: Token) -> None:
    """Read "opposes and demands that China leave" as two verbs, not as what is opposed.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Vietnam resolutely opposes and demands that China immediately withdraw its vessels.")
    >>> mend_parse(doc)
    >>> doc[4].tag_, doc[8].dep_
    ('VBZ', 'ccomp')
    """
    verb, clause = noun.head, child(noun, "acl")
    if noun.dep_ != "conj" or verb.tag_ != "VBZ" or verb.i != noun.i - 2 or clause is None or clause.i < noun.i:
        return
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children) and child(verb, "dobj") is None:
        noun.tag_, noun.pos_, clause.dep_ = "VBZ", "VERB", "ccomp"


def mend_run_on(verb: Token) -> None:
    """Read "chose Rao, who led its army, ran its police and was sacked in May" as all that he did.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru elected as chairman Smith, who led its army, ran its police and was sacked in May.")
    >>> mend_parse(doc)
    >>> doc[11].text, doc[11].head.text
    ('ran', 'led')
    """
    main = verb.head
    if verb.tag_ not in ("VBD", "VBN") or not is_verbal(main) or verb.i < 2 or verb.nbor(-1).text != ",":
        return
    listed = child(verb, "cc") is not None and child(verb, "conj") is not None  # a comma alone may end the clause
    if child(verb, "nsubj", "nsubjpass") is not None or not listed:
        return
    if any(c.dep_ == "cc" and c.i < verb.i for c in main.children):
        return
    told = [t for t in verb.doc[main.i + 1 : verb.i] if t.dep_ == "relcl" and t.tag_ in ("VBD", "VBN")]
    if told and told[-1].right_edge.i in (verb.i - 1, verb.i - 2) and child(told[-1], "nsubj", "nsubjpass") is not None:
        verb.head = told[-1]
