"""Mends verbs and clauses: passives taken for actives, objects taken for clauses, subjects hung on the wrong verb."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.grammar import COUNTED
from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal

_OF_CLAUSE = frozenset({"cop", "aux", "mark"})
_OF_VERB = _OF_CLAUSE | {"auxpass", "dobj", "prep", "neg"}


def mend_reduced(verb: Token) -> None:
    """Read "the accord signed by both" as a passive: a thing that does by somebody is done by them.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The protocol initialled in Geneva by Germans provides for a withdrawal.")
    >>> mend_parse(doc)
    >>> doc[1].dep_, doc[2].tag_
    ('nsubjpass', 'VBN')
    """
    if not is_verbal(verb):
        return
    subject = child(verb, "nsubj")
    if subject is None or subject.pos_ != "NOUN" or child(verb, "dobj", "dative") is not None:
        return
    if verb.lemma_ in words_of(verb)["standingBy"]:
        return
    if any(c.dep_ in ("aux", "auxpass", "ccomp", "xcomp") and c.i < verb.i for c in verb.children):
        return
    by = next((c for c in verb.children if c.lower_ == "by" and c.dep_ in ("prep", "agent")), None)
    doer = child(by, "pobj") if by is not None else None
    if doer is not None and doer.pos_ == "PROPN":
        verb.tag_ = "VBN"
        subject.dep_ = "nsubjpass"


def mend_second(verb: Token) -> None:
    """Read "summoned Smith and lodged protest" as two acts, not as one more whom somebody summoned.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru yesterday summoned a diplomat and lodged protest over a violation by the forces.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[6].head.text, doc[7].dep_
    ('conj', 'summoned', 'dobj')
    """
    thing = verb.head
    if verb.dep_ != "amod" or not verb.i or verb.nbor(-1).lower_ != "and" or thing.dep_ != "conj":
        return
    act = thing.head if is_verbal(thing.head) else thing.head.head
    if act.tag_ != "VBD" or not act.i < verb.i < thing.i or thing.head.dep_ not in ("dobj", "ROOT", "ccomp", "conj"):
        return
    verb.head, verb.dep_, verb.pos_ = act, "conj", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
    verb.nbor(-1).head = act


def mend_attempt(attempt: Token) -> None:
    """Read "try and persuade them" as "try to persuade them".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The aim is to try and persuade Smith.")
    >>> mend_parse(doc)
    >>> doc[6].dep_, doc[5].head.text
    ('xcomp', 'persuade')
    """
    if attempt.lower_ != "try":
        return
    done = next((c for c in attempt.children if c.dep_ == "conj" and c.i == attempt.i + 2), None)
    if done is not None and done.tag_ == "VB" and is_verbal(attempt) and attempt.nbor(1).lower_ == "and":
        done.dep_ = "xcomp"
        attempt.nbor(1).head, attempt.nbor(1).dep_ = done, "aux"


def mend_headline(verb: Token) -> None:
    """Read "the NATO tightened sanctions" as a sentence, not as sanctions of some kind.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The NATO tightened sanctions on Libya yesterday for failing to help.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[1].dep_, doc[3].dep_
    ('ROOT', 'nsubj', 'dobj')
    """
    if verb.dep_ != "amod":
        return
    thing, subject = verb.head, verb.nbor(-1) if verb.i else verb
    acting = subject.pos_ == "PROPN" or subject.lower_ in words_of(verb)["keeperOrgan"] | words_of(verb)["deployed"]
    acting = acting or (subject.dep_ == "nummod" and subject.lower_ in COUNTED)  # "the two held talks"
    if thing.dep_ != "ROOT" or thing.i < verb.i or not acting or subject.head not in (verb, thing):
        return
    if subject.dep_ not in ("npadvmod", "compound", "nmod", "nsubj", "nummod") or (
        subject.i and subject.nbor(-1).tag_ == "IN"
    ):
        return
    behind = [c for c in thing.children if c.i > thing.i and c.dep_ in ("prep", "npadvmod", "punct", "advcl")]
    before = [c for c in thing.children if c.i < subject.i]
    verb.head = verb
    verb.dep_, verb.pos_ = "ROOT", "VERB"
    thing.head, thing.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    for c in before:
        c.head = subject if c.dep_ == "det" else verb
    for c in behind[1:]:
        c.head = verb


def mend_opening(gerund: Token) -> None:
    """Read "Meeting with X, Y did" with Y as who does both, not as another name of X.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Meeting with Smith, Miller once again extended his sympathy to leaders.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[4].dep_, doc[4].head.text
    ('advcl', 'nsubj', 'extended')
    """
    if gerund.dep_ not in ("nsubj", "csubj") or not gerund.is_sent_start:
        return
    verb = gerund.head
    if not is_verbal(verb) or verb.i < gerund.i:
        return
    for t in gerund.subtree:
        beside = t.dep_ in ("appos", "conj") and t.pos_ == "PROPN" and t.nbor(-1).text == ","
        if beside and all(c.dep_ in ("advmod", "npadvmod", "aux", "neg") for c in t.doc[t.i + 1 : verb.i]):
            t.head = verb
            t.dep_ = "nsubj"
            gerund.dep_ = "advcl"
            return


def mend_chain(verb: Token) -> None:
    """Read "seized the port, openly ignored the truce" as two acts of one doer.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith said Colombia “invaded Peru, flagrantly violated Peru’s sovereignty.”")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].dep_
    ('violated', 'conj')
    """
    if verb.pos_ != "VERB":
        return
    before = verb.head
    apart = before.i < verb.i and is_verbal(before) and before.tag_ == verb.tag_ and child(verb, "nsubj") is None
    if apart and any(t.text == "," for t in verb.doc[before.i : verb.i]):
        verb.dep_ = "conj"


def mend_parenthesis(clause: Token) -> None:
    """Give the clause around a report its subject back: "The government, Smith said in Rome, must stop".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The government, Smith said in a video, must implement an immediate ceasefire.")
    >>> mend_parse(doc)
    >>> doc[1].text, doc[1].dep_, doc[1].head.text
    ('government', 'nsubj', 'implement')
    """
    if clause.head.i >= clause.i:
        return
    verb = clause.head
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(subjects) < 2 or child(clause, "nsubj", "nsubjpass") is not None or clause.nbor(-1).tag_ != "MD":
        return
    first, last = subjects[0], subjects[-1]
    if verb.lemma_ in words_of(verb)["report"] and verb.doc[last.left_edge.i - 1].text == ",":
        first.head = clause


def mend_judged(quality: Token) -> None:
    """Read "holds Syria responsible" as an object with what it is called, not as a clause without a verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The US holds Syria responsible for the raid.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[4].dep_
    ('dobj', 'oprd')
    """
    words, participle = words_of(quality), quality.tag_ in ("VBD", "VBN")
    if participle and quality.head.lemma_ not in words["naming"]:
        return
    if not participle and quality.pos_ not in ("ADJ", "PROPN") and quality.lower_ not in words["unwelcome"]:
        return
    verb, subject = quality.head, child(quality, "nsubj")
    told = _OF_VERB if participle else _OF_CLAUSE
    clausal = any(c.dep_ in told for c in quality.children)
    if subject is None or clausal or not is_verbal(verb) or not verb.i < subject.i < quality.i:
        return
    subject.head = verb
    subject.dep_ = "dobj"
    quality.dep_ = "oprd"


def mend_held(quality: Token) -> None:
    """Read "held Chad responsible" as what somebody is held to be, not as a clause of its own.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Sudan held Chad responsible for the raid.")
    >>> mend_parse(doc)
    >>> doc[3].dep_
    'oprd'
    """
    verb = quality.head
    whom = child(verb, "dobj") if is_verbal(verb) else None
    if whom is None or quality.pos_ != "ADJ" or whom.right_edge.i + 1 != quality.i:
        return
    if all(c.dep_ not in _OF_CLAUSE for c in quality.children):
        quality.dep_ = "oprd"


def mend_helped(act: Token) -> None:
    """Read "helping Chad defend itself" as whom somebody helps to do it, not as what is helped.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("France helped Chad build a road.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[2].head.text, doc[3].dep_
    ('dobj', 'helped', 'xcomp')
    """
    if act.tag_ != "VB" or act.head.lemma_ not in ("help", "assist") or not is_verbal(act):
        return
    whom = child(act, "nsubj")
    if whom is not None and act.head.i < whom.i < act.i and not any(c.dep_ in ("aux", "mark") for c in act.children):
        whom.head, whom.dep_, act.dep_ = act.head, "dobj", "xcomp"


def mend_wished(good: Token) -> None:
    """Read "wished Chad and its people success" as what is wished to whom, not as a clause without a verb.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith wished Russia and the Russian people success in the country.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[7].dep_
    ('dative', 'dobj')
    """
    if good.pos_ != "NOUN" or good.head.lemma_ != "wish":
        return
    whom = child(good, "nsubj")
    if whom is not None and good.head.i < whom.i < good.i:
        whom.head = good.head
        whom.dep_ = "dative"
        good.dep_ = "dobj"


def mend_asked(call: Token) -> None:
    """Read "rejected U.N. calls to withdraw" as what was rejected, not as a clause in which the U.N. calls.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith has rebuffed NATO calls to disarm.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].dep_, doc[3].dep_
    ('calls', 'dobj', 'compound')
    """
    if call.dep_ != "ccomp" or not call.i:
        return
    verb, before = call.head, call.nbor(-1)
    words = words_of(call)
    if before.pos_ != "PROPN" or before.head.i != call.i or before.i != verb.i + 1 or not is_verbal(verb):
        return
    if call.lemma_ in words["deed"] | words["bid"] and verb.lemma_ not in words["report"] - words["denial"]:
        call.tag_, call.pos_, call.dep_, before.dep_ = "NNS", "NOUN", "dobj", "compound"


def mend_bare(verb: Token) -> None:
    """Read "demanded Chad immediately withdraw" as what Chad is to do.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Turkey demanded Armenia immediately and unconditionally withdraw from Azerbaijan.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[2].head.text
    ('nsubj', 'withdraw')
    """
    if verb.dep_ != "advcl" or verb.i < verb.head.i:
        return
    asking = verb.head
    subject = child(asking, "dobj")
    if subject is None or not asking.i < subject.i < verb.i or asking.lemma_ not in words_of(verb)["mandative"]:
        return
    if any(c.dep_ in ("aux", "mark", "nsubj", "nsubjpass") for c in verb.children):
        return
    subject.head, subject.dep_, verb.dep_ = verb, "nsubj", "ccomp"


def mend_told(clause: Token) -> None:
    """Read "reports Chad has left" as what Chad did, not as a report of Chad.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Reuters are reporting the NATO have also issued a statement.")
    >>> mend_parse(doc)
    >>> doc[4].dep_, doc[4].head.text
    ('nsubj', 'issued')
    """
    report, whom = clause.head, child(clause.head, "dobj")
    if whom is None or report.lemma_ not in words_of(report)["report"] or not report.i < whom.i < clause.i:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "mark") or c.tag_ == "TO" for c in clause.children):
        return
    if whom.right_edge.i + 1 == clause.left_edge.i and any(c.dep_ in ("aux", "auxpass") for c in clause.children):
        passive = child(clause, "auxpass") is not None
        whom.head, whom.dep_ = clause, "nsubjpass" if passive else "nsubj"


def mend_condition(clause: Token) -> None:
    """Hang a clause on what is reported, where the parser hung it on the report that ends the sentence.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()(
    ...     "Russia has threatened to stop negotiations to reduce long-range nuclear weapons if the NATO goes ahead "
    ...     "with the planned deployment of new medium-range missiles in Europe, the Post reported yesterday."
    ... )
    >>> mend_parse(doc)
    >>> doc[16].text, doc[16].head.text
    ('goes', 'threatened')
    """
    if clause.i >= clause.head.i:
        return
    report = clause.head
    told = next((c for c in report.children if c.dep_ == "ccomp" and c.i < clause.i and is_verbal(c)), None)
    if told is not None and report.lemma_ in words_of(report)["report"]:
        clause.head = told


def mend_trailing(gerund: Token) -> None:
    """Hang a gerund behind the main clause on it, where the parser took it for the subject of what follows.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru lodged a protest with Chile, charging it with helping in what it said was a plot.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].dep_, doc[7].head.text
    ('charging', 'advcl', 'lodged')
    """
    if gerund.dep_ != "csubj":
        return
    root = gerund.sent.root
    if root.i < gerund.i < gerund.head.i and gerund.i and gerund.nbor(-1).text == "," and is_verbal(root):
        gerund.head = root
        gerund.dep_ = "advcl"


def mend_doing(gerund: Token) -> None:
    """Read who is blamed or praised doing something as the object: "denounced Chad changing its position".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru denounced Chad changing its position.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[3].dep_
    ('dobj', 'acl')
    """
    verb, whom = gerund.head, child(gerund, "nsubj")
    if gerund.dep_ != "ccomp" or whom is None or not is_verbal(verb) or not verb.i < whom.i < gerund.i:
        return
    if verb.lemma_ not in words_of(verb)["blame"] or any(c.dep_ in ("aux", "mark") for c in gerund.children):
        return
    whom.head, whom.dep_ = verb, "dobj"
    gerund.head, gerund.dep_ = whom, "acl"


def mend_refused(that: Token) -> None:
    """Read "turned that offer down" as an object with a particle, not as a clause.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("India has turned that offer down.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].dep_, doc[5].head.text
    ('offer', 'dobj', 'turned')
    """
    if that.tag_ not in ("WDT", "IN", "DT") or not that.i:
        return
    verb = that.nbor(-1)
    if that.i + 2 >= len(that.doc) or verb.pos_ != "VERB":
        return
    thing, particle = that.nbor(1), that.nbor(2)
    if thing.head.i == verb.i and thing.dep_ == "ccomp" and particle.dep_ == "prt":
        thing.dep_, thing.tag_, thing.pos_ = "dobj", "NN", "NOUN"
        that.dep_, that.head = "det", thing
        particle.head = verb
