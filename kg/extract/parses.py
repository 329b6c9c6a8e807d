"""Mends readings that the small parser gets wrong time and again, in place, before anything is read off the parse."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kg.extract.lexis import words_of
from kg.extract.syntax import PERSON, child, is_verbal


def mend_parse(doc: Doc) -> None:
    """Mend a parsed doc in place, a function for each reading."""
    unwelcome = words_of(doc)["unwelcome"]
    for token in doc:
        if token.tag_ == "VBD" and token.dep_ == "amod":
            _mend_headline(token)
        if token.tag_ in ("VBD", "VBN") and token.dep_ == "ccomp" and token.head.lemma_ in words_of(doc)["naming"]:
            _mend_judged(token)
        if token.tag_ in ("VBD", "VBN") and is_verbal(token):
            _mend_reduced(token)
        elif token.dep_ == "ccomp" and (token.pos_ in ("ADJ", "PROPN") or token.lower_ in unwelcome):
            _mend_judged(token)
        elif token.lower_ == "yesterday" and token.dep_ in ("compound", "nmod"):
            _mend_day(token)
        elif token.dep_ == "conj" and token.pos_ in ("ADP", "SCONJ"):
            _mend_repeated(token)
        elif token.tag_ == "VBG" and token.is_sent_start and token.dep_ in ("nsubj", "csubj"):
            _mend_opening(token)
        if token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN") and is_verbal(token.head):
            _mend_between(token)
        elif token.dep_ == "ccomp" and token.head.i < token.i:
            _mend_parenthesis(token)
        if token.dep_ == "dep" and token.pos_ == "VERB":
            _mend_chain(token)
        elif token.tag_ == "VBZ" and token.dep_ == "ccomp" and token.i:
            _mend_asked(token)
        elif token.dep_ == "advcl" and token.i < token.head.i:
            _mend_condition(token)
        elif token.dep_ == "advcl" and token.tag_ == "VB":
            _mend_bare(token)
        elif token.tag_ == "VBG" and token.dep_ == "csubj":
            _mend_trailing(token)
        if token.lower_ in ("with", "for") and token.dep_ == "prep" and token.i:
            _mend_solidarity(token)
        if token.lower_ == "by" and token.dep_ in ("prep", "agent"):
            _mend_doer(token)
        elif token.lower_ == "as" and token.dep_ == "prep" and is_verbal(token.head):
            _mend_put_last(token)
        elif token.lower_ in ("of", "between") and token.dep_ == "prep":
            _mend_dated(token)
            _mend_told(token)
        elif token.lower_ in ("both", "all") and token.i + 1 < len(doc) and token.nbor(1).lower_ == "to":
            _mend_both(token)
        elif token.lower_ == "out" and token.dep_ == "prep" and token.head.dep_ == "dobj":
            _mend_out(token)
        elif token.dep_ == "compound" and token.text == PERSON and token.head.dep_ == "dobj":
            _mend_named(token)
        elif token.lower_ == "that" and token.tag_ in ("WDT", "IN", "DT") and token.i:
            _mend_refused(token)
        elif token.dep_ == "attr" and token.head.lemma_ == "be":
            _mend_cleft(token)
        elif token.dep_ == "ccomp" and token.pos_ == "NOUN" and token.head.lemma_ == "wish":
            _mend_wished(token)


def _mend_reduced(verb: Token) -> None:
    """Read "the accord signed by both" as a passive: a thing that does by somebody is done by them.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The protocol initialled in Geneva by Germans provides for a withdrawal.")
    >>> mend_parse(doc)
    >>> doc[1].dep_, doc[2].tag_
    ('nsubjpass', 'VBN')
    """
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


def _mend_wished(good: Token) -> None:
    """Read "wished Chad and its people success" as what is wished to whom, not as a clause without a verb.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Smith wished Russia and the Russian people success in the country.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[7].dep_
    ('dative', 'dobj')
    """
    whom = child(good, "nsubj")
    if whom is not None and good.head.i < whom.i < good.i:
        whom.head = good.head
        whom.dep_ = "dative"
        good.dep_ = "dobj"


def _mend_headline(verb: Token) -> None:
    """Read "the NATO tightened sanctions" as a sentence, not as sanctions of some kind.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The NATO tightened sanctions on Libya yesterday for failing to help.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[1].dep_, doc[3].dep_
    ('ROOT', 'nsubj', 'dobj')
    """
    thing, subject = verb.head, verb.nbor(-1) if verb.i else verb
    if thing.dep_ != "ROOT" or thing.i < verb.i or subject.pos_ != "PROPN" or subject.head not in (verb, thing):
        return
    if subject.dep_ not in ("npadvmod", "compound", "nmod", "nsubj") or (subject.i and subject.nbor(-1).tag_ == "IN"):
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


def _mend_opening(gerund: Token) -> None:
    """Read "Meeting with X, Y did" with Y as who does both, not as another name of X.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Meeting with Smith, Miller once again extended his sympathy to leaders.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[4].dep_, doc[4].head.text
    ('advcl', 'nsubj', 'extended')
    """
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


def _mend_chain(verb: Token) -> None:
    """Read "seized the port, openly ignored the truce" as two acts of one doer.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Smith said Colombia “invaded Peru, flagrantly violated Peru’s sovereignty.”")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].dep_
    ('violated', 'conj')
    """
    before = verb.head
    apart = before.i < verb.i and is_verbal(before) and before.tag_ == verb.tag_ and child(verb, "nsubj") is None
    if apart and any(t.text == "," for t in verb.doc[before.i : verb.i]):
        verb.dep_ = "conj"


def _mend_repeated(preposition: Token) -> None:
    """Read "by X and by Y" as "by X and Y".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The treaty was signed by Hungary and by Romania.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text
    ('conj', 'Hungary')
    """
    first = preposition.head
    if first.pos_ not in ("ADP", "SCONJ"):
        first = first.head
    known, added = child(first, "pobj"), child(preposition, "pobj")
    if first.lower_ == preposition.lower_ and known is not None and added is not None:
        added.head = known
        added.dep_ = "conj"


def _mend_between(second: Token) -> None:
    """Read "broke out between X and Y" as between both, not as something that Y did too.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Fighting broke out between troops loyal to Smith and forces loyal to Smith in Chad.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].dep_, doc[9].head.text
    ('forces', 'conj', 'troops')
    """
    verb = second.head
    for preposition in verb.children:
        first = child(preposition, "pobj") if preposition.lower_ == "between" else None
        if first is None or not first.i < second.i or child(first, "conj") is not None:
            continue
        joined = any(t.lower_ == "and" for t in verb.doc[first.i : second.left_edge.i])
        if joined and not any(is_verbal(t) for t in verb.doc[first.i : second.i]):
            second.head = first
            return


def _mend_parenthesis(clause: Token) -> None:
    """Give the clause around a report its subject back: "The government, Smith said in Rome, must stop".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The government, Smith said in a video, must implement an immediate ceasefire.")
    >>> mend_parse(doc)
    >>> doc[1].text, doc[1].dep_, doc[1].head.text
    ('government', 'nsubj', 'implement')
    """
    verb = clause.head
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    if len(subjects) < 2 or child(clause, "nsubj", "nsubjpass") is not None or clause.nbor(-1).tag_ != "MD":
        return
    first, last = subjects[0], subjects[-1]
    if verb.lemma_ in words_of(verb)["report"] and verb.doc[last.left_edge.i - 1].text == ",":
        first.head = clause


def _mend_day(day: Token) -> None:
    """Read "On 22 June Chad passed a law", which the masked text gives as "Yesterday Chad", as a day of the verb.

    >>> import spacy
    >>> words, tags = ["Yesterday", "Chad", "passed", "laws"], ["NN", "NNP", "VBD", "NNS"]
    >>> kinds, links = ["NOUN", "PROPN", "VERB", "NOUN"], ["compound", "nsubj", "ROOT", "dobj"]
    >>> vocab = spacy.blank("en").vocab
    >>> doc = Doc(vocab, words, tags=tags, pos=kinds, heads=[1, 2, 2, 2], deps=links)
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[0].head.text
    ('npadvmod', 'passed')
    """
    subject = day.head
    if subject.dep_ in ("nsubj", "nsubjpass") and is_verbal(subject.head) and day.i < subject.i:
        day.head = subject.head
        day.dep_ = "npadvmod"


_OF_CLAUSE = frozenset({"cop", "aux", "mark"})
_OF_VERB = _OF_CLAUSE | {"auxpass", "dobj", "prep", "neg"}


def _mend_judged(quality: Token) -> None:
    """Read "holds Syria responsible" as an object with what it is called, not as a clause without a verb.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The US holds Syria responsible for the raid.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[4].dep_
    ('dobj', 'oprd')
    """
    verb, subject = quality.head, child(quality, "nsubj")
    told = _OF_VERB if quality.tag_ in ("VBD", "VBN") else _OF_CLAUSE
    clausal = any(c.dep_ in told for c in quality.children)
    if subject is None or clausal or not is_verbal(verb) or not verb.i < subject.i < quality.i:
        return
    subject.head = verb
    subject.dep_ = "dobj"
    quality.dep_ = "oprd"


def _mend_asked(call: Token) -> None:
    """Read "rejected U.N. calls to withdraw" as what was rejected, not as a clause in which the U.N. calls.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Smith has rebuffed NATO calls to disarm.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].dep_, doc[3].dep_
    ('calls', 'dobj', 'compound')
    """
    verb, before = call.head, call.nbor(-1)
    words = words_of(call)
    if before.pos_ != "PROPN" or before.head.i != call.i or before.i != verb.i + 1 or not is_verbal(verb):
        return
    if call.lemma_ in words["deed"] | words["bid"] and verb.lemma_ not in words["report"] - words["denial"]:
        call.tag_, call.pos_, call.dep_, before.dep_ = "NNS", "NOUN", "dobj", "compound"


def _mend_bare(verb: Token) -> None:
    """Read "demanded Chad immediately withdraw" as what Chad is to do.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Turkey demanded Armenia immediately and unconditionally withdraw from Azerbaijan.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[2].head.text
    ('nsubj', 'withdraw')
    """
    asking = verb.head
    subject = child(asking, "dobj")
    if subject is None or not asking.i < subject.i < verb.i or asking.lemma_ not in words_of(verb)["mandative"]:
        return
    if any(c.dep_ in ("aux", "mark", "nsubj", "nsubjpass") for c in verb.children):
        return
    subject.head, subject.dep_, verb.dep_ = verb, "nsubj", "ccomp"


def _mend_doer(by: Token) -> None:
    """Hang "by" on the act that it tells the doer of, where the parser hung it on the active verb before.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Germans condemned the killing of Smith by troops.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('by', 'killing')
    """
    verb, doer = by.head, child(by, "pobj")
    if verb.dep_ == "dobj" and doer is not None and child(verb.head, "auxpass") is not None:
        by.head, by.dep_ = verb.head, "agent"  # "was granted an audience by Smith"
        return
    act = child(verb, "dobj") if is_verbal(verb) else None
    if act is None or doer is None or act.pos_ != "NOUN" or not verb.i < act.i < by.i:
        return
    if child(verb, "auxpass") is not None or doer.pos_ not in ("NOUN", "PROPN"):
        return
    if act.lemma_ in words_of(act)["deed"]:
        by.head = act


def _mend_put_last(as_: Token) -> None:
    """Read what stands last as the object: "denounced as a crime Peru's suppression of unrest".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Germans denounced as illegal Peru's seizure of land.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].dep_, doc[6].head.text
    ('seizure', 'dobj', 'denounced')
    """
    verb, first = as_.head, child(as_, "pobj")
    if first is None or child(verb, "dobj", "nsubjpass") is not None:
        return
    late = child(first, "appos") or next((c for c in as_.children if c.dep_ == "pobj" and c.i > first.i), None)
    quality = as_.nbor(1)
    if quality.pos_ == "ADJ" and any(c.dep_ in ("det", "poss") and c.i > quality.i for c in first.children):
        late = first
    if late is not None and late.i > as_.i and (late is first or child(late, "poss", "det") is not None):
        late.head = verb
        late.dep_ = "dobj"


def _mend_condition(clause: Token) -> None:
    """Hang a clause on what is reported, where the parser hung it on the report that ends the sentence.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()(
    ...     "Russia has threatened to stop negotiations to reduce long-range nuclear weapons if the NATO goes ahead "
    ...     "with the planned deployment of new medium-range missiles in Europe, the Post reported yesterday."
    ... )
    >>> mend_parse(doc)
    >>> doc[16].text, doc[16].head.text
    ('goes', 'threatened')
    """
    report = clause.head
    told = next((c for c in report.children if c.dep_ == "ccomp" and c.i < clause.i and is_verbal(c)), None)
    if told is not None and report.lemma_ in words_of(report)["report"]:
        clause.head = told


def _mend_trailing(gerund: Token) -> None:
    """Hang a gerund behind the main clause on it, where the parser took it for the subject of what follows.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Peru lodged a protest with Chile, charging it with helping in what it said was a plot.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].dep_, doc[7].head.text
    ('charging', 'advcl', 'lodged')
    """
    root = gerund.sent.root
    if root.i < gerund.i < gerund.head.i and gerund.i and gerund.nbor(-1).text == "," and is_verbal(root):
        gerund.head = root
        gerund.dep_ = "advcl"


def _mend_dated(of: Token) -> None:
    """Hang "of" or "between" on the act before the day that parts them: "the expulsion yesterday of 15 envoys".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("The dispute began with the seizure yesterday of a tanker by marines.")
    >>> mend_parse(doc)
    >>> doc[7].text, doc[7].head.text
    ('of', 'seizure')
    """
    if of.i < 2 or of.nbor(-1).lower_ != "yesterday":
        return
    act = of.nbor(-2)
    known = words_of(act)
    if act.pos_ != "NOUN" or act.lemma_ not in known["deed"] | known["talk"] | known["gathering"] or of.head.i == act.i:
        return
    for c in list(of.head.children):
        if c.i > of.i and c.lower_ == "by" and c.dep_ in ("prep", "agent"):
            c.head = act
    of.head = act


def _mend_told(of: Token) -> None:
    """Hang "of" on the verb that tells somebody of something: "assured Peru of support".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Smith assured Lithuania of French support.")
    >>> mend_parse(doc)
    >>> doc[3].text, doc[3].head.text
    ('of', 'assured')
    """
    told = of.head
    if told.dep_ == "dobj" and told.i == of.i - 1 and told.head.lemma_ in words_of(of)["tellOf"]:
        of.head = told.head


def _mend_refused(that: Token) -> None:
    """Read "turned that offer down" as an object with a particle, not as a clause.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("India has turned that offer down.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].dep_, doc[5].head.text
    ('offer', 'dobj', 'turned')
    """
    verb = that.nbor(-1)
    if that.i + 2 >= len(that.doc) or verb.pos_ != "VERB":
        return
    thing, particle = that.nbor(1), that.nbor(2)
    if thing.head.i == verb.i and thing.dep_ == "ccomp" and particle.dep_ == "prt":
        thing.dep_, thing.tag_, thing.pos_ = "dobj", "NN", "NOUN"
        that.dep_, that.head = "det", thing
        particle.head = verb


def _mend_cleft(doer: Token) -> None:
    """Read "it was Chad that attacked" as "Chad attacked".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Egypt said it was Israel that had violated the truce.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text, doc[4].dep_, doc[4].head.text
    ('ccomp', 'said', 'nsubj', 'violated')
    """
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


def _mend_out(out: Token) -> None:
    """Hang "out" on the verb: "pulled its envoy out of Peru".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Canada pulled its ambassador out of Tehran.")
    >>> mend_parse(doc)
    >>> doc[4].text, doc[4].head.text
    ('out', 'pulled')
    """
    thing = out.head
    if thing.i == out.i - 1 and is_verbal(thing.head) and any(c.lower_ == "of" for c in out.children):
        out.head = thing.head


def _mend_named(name: Token) -> None:
    """Read "named Smith his envoy" as a person who is given an office, not as one phrase.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Smith named Smith envoy.")
    >>> mend_parse(doc)
    >>> doc[2].dep_, doc[3].dep_
    ('dobj', 'oprd')
    """
    office = name.head
    verb = office.head
    if (
        is_verbal(verb)
        and name.i == verb.i + 1
        and office.i == name.i + 1
        and verb.lemma_ in words_of(verb)["appointing"]
    ):
        name.head, name.dep_ = verb, "dobj"
        office.dep_ = "oprd"


def _mend_both(both: Token) -> None:
    """Read "asked both to withdraw" as who is asked.

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("She met Smith and Miller and asked both to do all they could.")
    >>> mend_parse(doc)
    >>> doc[7].dep_, doc[7].head.text
    ('dobj', 'asked')
    """
    asked, what = both.nbor(-1) if both.i else both, both.head
    if is_verbal(asked) and what.dep_ in ("xcomp", "ccomp", "advcl") and what.head.i == asked.i:
        both.dep_, both.head = "dobj", asked


def _mend_solidarity(preposition: Token) -> None:
    """Hang "with" on "solidarity" right before it: "closed the border out of solidarity with Peru".

    >>> from kg.extract import load_pipeline
    >>> doc = load_pipeline()("Turkey closed the border out of solidarity with Azerbaijan.")
    >>> mend_parse(doc)
    >>> doc[7].head.text
    'solidarity'
    """
    stance = preposition.nbor(-1)
    if preposition.head.i != stance.i and stance.pos_ == "NOUN" and stance.lemma_ in words_of(stance)["stanceTaken"]:
        preposition.head = stance
