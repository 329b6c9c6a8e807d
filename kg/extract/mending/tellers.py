"""Mends whose act a second verb is, where a report stands by: who tells it, or of whom it is told."""

from __future__ import annotations

from spacy.tokens import Token

from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal

_AHEAD = ("had", "would", "could", "might")
"""Auxiliaries of a clause that is told, behind which a bare past is of who tells it."""
_OF_NO_PAST = frozenset({"VBZ", "VBP", "VB"})
"""Tags of verbs that no past is joined to: "to leave and warned"."""
_EMBEDDED = frozenset({"ccomp", "acl", "relcl", "advcl"})
"""What ties a clause to the word above it."""


def mend_apposed(teller: Token) -> None:
    """Read "they lost Fizuli, a spokesman for the ministry said" as what he says, not as a name of Fizuli.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Forces lost the town of Fizuli, a spokesman for the ministry said.")
    >>> mend_parse(doc)
    >>> doc[8].text, doc[8].dep_, doc[8].head.text
    ('spokesman', 'nsubj', 'said')
    """
    at = teller.right_edge.i + 1
    if at >= teller.sent.end or teller.left_edge.i < 1 or teller.left_edge.nbor(-1).text != ",":
        return
    verb = teller.doc[at]
    if verb.tag_ != "VBD" or verb.lemma_ not in words_of(verb)["say"] or verb.i <= teller.head.i:
        return
    if child(verb, "nsubj", "nsubjpass") is None and child(verb, "ccomp") is not None:
        teller.head, teller.dep_ = verb, "nsubj"


def mend_told_on(second: Token) -> None:
    """Read "said troops had attacked and called on the UN" as a call of who says so: no troops call on anybody.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Sudan said that forces had attacked two towns and called on the NATO to intervene.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].head.text
    ('called', 'said')
    """
    told = second.head
    if second.tag_ != "VBD" or told.dep_ != "ccomp" or not is_verbal(told) or told.i > second.i:
        return
    telling, words = told.head, words_of(second)
    if telling.tag_ != "VBD" or telling.i > told.i or telling.lemma_ not in words["report"]:
        return
    if child(second, "nsubj", "nsubjpass", "aux", "auxpass") is not None:
        return
    after = next((c.lower_ for c in told.children if c.dep_ == "aux"), "")
    subject = child(told, "nsubj", "nsubjpass")
    past_of_would = after in _AHEAD and after != "had"
    plain = past_of_would and child(second, "dobj") is not None  # "said it would not be provoked and sent a note"
    if after not in _AHEAD or subject is None:
        return
    if not plain and second.lemma_ not in words["turning"] | words["request"]:
        return
    forces = subject.lemma_ in words["troop"] | words["hardware"] | words["fighters"]
    if past_of_would or forces or told.lemma_ in words["smiting"]:
        second.head = telling


def mend_saying_so(participle: Token) -> None:
    """Read "said it would sue, accusing Chad of piracy" as an accusation by who says so, in saying it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith said his country would file a complaint, accusing Israel of invading it.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].dep_, doc[9].head.text
    ('accusing', 'advcl', 'said')
    """
    told = participle.head
    if participle.dep_ != "advcl" or told.dep_ != "ccomp" or told.i > participle.i or not is_verbal(told):
        return
    telling, words = told.head, words_of(participle)
    if telling.lemma_ not in words["report"] or telling.i > told.i or participle.nbor(-1).text != ",":
        return
    ahead = any(c.dep_ == "aux" and c.lower_ in ("will", "would") for c in told.children)
    if ahead and participle.lemma_ in words["spoken"]:
        participle.head = telling


def mend_doing_so(noun: Token) -> None:
    """Read "unless Chad apologises" as a clause with its subject, not as a noun of several words.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("It will not restore normal relations with France unless Peru apologises.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].tag_, doc[9].dep_
    ('apologises', 'VBZ', 'nsubj')
    """
    name = child(noun, "compound", "nmod", "nsubj")
    if noun.dep_ != "advcl" or name is None or name.pos_ != "PROPN" or name.i + 1 != noun.i:
        return
    if any(c.dep_ == "mark" and c.lower_ in ("unless", "if") and c.i < name.i for c in noun.children):
        noun.tag_, noun.pos_, name.dep_ = "VBZ", "VERB", "nsubj"
        if noun.lemma_ == noun.lower_ or noun.lemma_.endswith("is"):
            noun.lemma_ = noun.lower_.removesuffix("s")


def mend_said_between(second: Token) -> None:
    """Read "Chad lost its fort, Peru said, and had to withdraw" as what Chad did twice.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith twice lost his temper, Germans said, and had to be coaxed to stay.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].head.text
    ('had', 'lost')
    """
    telling, words = second.head, words_of(second)
    if telling.lemma_ != "say" or telling.i > second.i or telling.i + 2 >= len(telling.doc):
        return
    told = next((c for c in telling.children if c.dep_ == "ccomp" and c.i < telling.i and is_verbal(c)), None)
    aside = telling.nbor(1).text == "," and telling.nbor(2).lower_ in ("and", "but")
    if told is None or not aside or child(second, "nsubj", "nsubjpass") is not None or not is_verbal(second):
        return
    if second.lemma_ not in words["report"] | words["request"]:
        second.head = told


def mend_denied(denial: Token) -> None:
    """Read "accused Chad, a charge Chad denies" as an accusation with what is said of it, not as what is denied.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans accuse Israel of delaying the pullout, a charge Israel denies.")
    >>> mend_parse(doc)
    >>> doc[1].dep_, doc[9].dep_, doc[9].head.text, doc[11].dep_, doc[11].head.text
    ('ROOT', 'npadvmod', 'accuse', 'relcl', 'charge')
    """
    if denial.dep_ != "ROOT" or denial.tag_ not in ("VBZ", "VBD", "VBP"):
        return
    told, said = child(denial, "ccomp"), child(denial, "dobj")
    subject = child(denial, "nsubj")
    if told is None or said is None or subject is None or not told.i < said.i < subject.i < denial.i:
        return
    words, first = words_of(denial), said.left_edge
    article = first.lower_ in ("a", "an") and first.i > 0 and first.nbor(-1).text == ","
    if not article or said.lemma_ not in words["asked"] | words["anyAct"] | words["settled"] | words["bid"]:
        return
    told.dep_, told.head = "ROOT", told
    said.dep_, said.head = "npadvmod", told
    denial.dep_, denial.head = "relcl", said
    for c in list(denial.children):
        if c.dep_ == "punct":
            c.head = told


def mend_act(act: Token) -> None:
    """Read "Shelling by Chad killed ten people" as an act that killed them, not as what somebody did meanwhile.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Shelling by gunners killed nine people in Tuzla.")
    >>> mend_parse(doc)
    >>> doc[0].dep_, doc[0].tag_, doc[0].head.text
    ('nsubj', 'NN', 'killed')
    """
    verb = act.head
    if not act.is_sent_start or act.dep_ != "advcl" or act.i + 1 >= len(act.doc) or act.nbor(1).lower_ != "by":
        return
    if verb.i < act.i or not is_verbal(verb) or child(verb, "nsubj", "nsubjpass") is not None:
        return
    act.dep_, act.tag_, act.pos_, act.lemma_ = "nsubj", "NN", "NOUN", act.lower_


def mend_called(quality: Token) -> None:
    """Read "called the step hostile" as what is called so, not as one phrase.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Ankara called the step hostile.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[3].head.text, doc[2].head.text
    ('dobj', 'called', 'step')
    """
    verb, words = quality.head, words_of(quality)
    if not is_verbal(verb) or verb.lemma_ not in words["naming"] or child(verb, "dobj") is not None:
        return
    thing = child(quality, "compound")
    if thing is None or thing.pos_ != "NOUN" or thing.i + 1 != quality.i or quality.lower_ not in words["disapproval"]:
        return
    for c in list(quality.children):
        if c.dep_ in ("det", "poss") and c.i < thing.i:
            c.head = thing
    thing.dep_, thing.head = "dobj", verb


def _mend_all_accused(of: Token, last: Token) -> None:
    """Read "accused Chad and its allies of shelling" as what all of them are accused of, not the last."""
    accused = last
    while accused.dep_ == "conj" and accused.head.i < accused.i:
        accused = accused.head
    verb = accused.head
    if accused.dep_ == "dobj" and is_verbal(verb) and verb.lemma_ in words_of(of)["accusing"]:
        of.head = verb


def mend_each_accused(of: Token) -> None:
    """Read "accused Iraq of shelling a town and Turkey of helping" as two who are accused, each of his deed.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Iran accused Iraq of shelling a town and Turkey of helping it.")
    >>> mend_parse(doc)
    >>> doc[8].dep_, doc[8].head.text, doc[10].dep_, doc[10].head.text
    ('conj', 'Iraq', 'acl', 'Turkey')
    """
    deed, first = child(of, "pcomp"), of.head
    if deed is not None and first.dep_ == "conj" and first.pos_ in ("NOUN", "PROPN"):
        _mend_all_accused(of, first)
        return
    if deed is None or deed.tag_ != "VBG" or first.tag_ != "VBG" or first.dep_ != "pcomp" or of.i < 2:
        return
    name, verb = of.nbor(-1), first.head.head
    accused = child(verb, "dobj") if is_verbal(verb) and verb.lemma_ in words_of(of)["accusing"] else None
    if accused is None or accused.i > first.i or name.dep_ != "conj" or name.pos_ not in ("PROPN", "NOUN"):
        return
    cc = name.left_edge.nbor(-1)
    if cc.dep_ != "cc" or first.head.lower_ != "of":
        return
    cc.head, name.head = accused, accused
    of.dep_, of.head = "mark", deed
    deed.dep_, deed.head = "acl", name


def mend_task(task: Token) -> None:
    """Read "took Chad to task", "held it to account" as no infinitive.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("The Germans took Chad to task over the shootings.")
    >>> mend_parse(doc)
    >>> doc[5].dep_, doc[5].head.text, doc[4].head.text
    ('pobj', 'to', 'took')
    """
    if not task.i or task.lower_ not in words_of(task)["calledTo"] or any(c.dep_ == "dobj" for c in task.children):
        return
    to = task.nbor(-1)
    if to.lower_ != "to" or to.head.i != task.i or not is_verbal(task.head) or task.dep_ not in ("xcomp", "advcl"):
        return
    verb = task.head
    to.head, to.dep_, to.tag_, to.pos_ = verb, "prep", "IN", "ADP"
    for c in list(task.children):
        if c.i > task.i:
            c.head = verb
            c.dep_ = "prep" if c.dep_ == "prt" else c.dep_
    task.head, task.dep_, task.tag_, task.pos_, task.lemma_ = to, "pobj", "NN", "NOUN", task.lower_


def mend_demanding(gerund: Token) -> None:
    """Hang a gerund behind what is demanded on who demands it.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans are demanding that Smith step down, accusing him of failing.")
    >>> mend_parse(doc)
    >>> doc[8].head.text
    'demanding'
    """
    asked = _asked_above(gerund)
    if asked is not None:
        gerund.head = asked
        return
    wanted = gerund.head
    if gerund.dep_ != "advcl" or wanted.dep_ != "ccomp" or wanted.tag_ != "VB" or not is_verbal(wanted.head):
        return
    plain = all(c.dep_ not in ("aux", "auxpass") for c in wanted.children)
    if plain and wanted.head.i < wanted.i < gerund.i and gerund.nbor(-1).text == ",":
        gerund.head = wanted.head


def _asked_above(gerund: Token) -> Token | None:
    """Give who is asked to do what a gerund of speech was hung on: "urged Chad to leave, warning of war".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Peru urged Chad to pull back its troops, warning of serious consequences.")
    >>> mend_parse(doc)
    >>> doc[9].text, doc[9].head.text
    ('warning', 'urged')
    """
    words, wanted = words_of(gerund), gerund.head
    if gerund.dep_ != "advcl" or gerund.lemma_ not in words["spoken"] | words["warning"] | words["vowing"]:
        return None
    if wanted.dep_ != "xcomp" or wanted.i > gerund.i or gerund.nbor(-1).text != "," or child(gerund, "nsubj", "mark"):
        return None
    asking = wanted.head
    to_do = any(c.tag_ == "TO" for c in wanted.children) and is_verbal(asking)
    return asking if to_do and asking.lemma_ in words["objectControl"] | words["request"] else None


def mend_past(second: Token) -> None:
    """Hang a past act on the main verb, not on what is so: "said that it is free and thanked Peru".

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Germans expressed their relief that the men are free and thanked Nigeria for its help.")
    >>> mend_parse(doc)
    >>> doc[10].text, doc[10].head.text
    ('thanked', 'expressed')
    >>> doc = load_pipeline()("Peru demanded that Chad withdraw and warned of retaliation.")
    >>> mend_parse(doc)
    >>> doc[6].text, doc[6].head.text
    ('warned', 'demanded')
    >>> doc = load_pipeline()("Peru summoned the ambassador after shells landed in France, and told him to stop.")
    >>> mend_parse(doc)
    >>> doc[11].text, doc[11].head.text
    ('told', 'summoned')
    """
    inner = second.head
    if _says_behind_comma(second) and is_verbal(inner.head) and inner.head.i < inner.i:
        second.head = inner.head
        return
    if second.tag_ != "VBD" or not is_verbal(inner) or inner.tag_ not in _OF_NO_PAST or inner.i > second.i:
        return
    if any(c.dep_ in ("nsubj", "nsubjpass", "expl", "aux", "mark") for c in second.children):
        return
    if inner.tag_ == "VB":
        spoken = second.lemma_ in words_of(second)["spoken"] | words_of(second)["warning"]
        if not spoken or any(c.dep_ in ("aux", "auxpass") and c.tag_ != "TO" for c in inner.children):
            return  # "to free arbitrarily detained persons", "said it would go and came"
    outer = inner if inner.dep_ in _EMBEDDED or (inner.tag_ == "VB" and inner.dep_ == "xcomp") else None
    while outer is not None and (outer.i == inner.i or not is_verbal(outer)) and outer.head.i != outer.i:
        outer = outer.head
    if outer is not None and outer.i < inner.i and (outer.tag_ == "VBD" or child(outer, "aux") is not None):
        second.head = outer


def _says_behind_comma(second: Token) -> bool:
    """Whether a past of speech behind ", and" hangs on a clause of time: "met him after shells fell, and told him"."""
    inner, words = second.head, words_of(second)
    timed = inner.dep_ == "advcl" and inner.i < second.i and inner.tag_ == "VBD"
    timed = timed and any(c.dep_ == "mark" and c.lower_ in ("after", "when", "as", "before") for c in inner.children)
    spoken = second.tag_ == "VBD" and second.lemma_ in words["spoken"] | words["warning"] | words["imparting"]
    if not timed or not spoken or child(second, "nsubj", "nsubjpass", "aux", "auxpass") is not None or second.i < 2:
        return False
    return second.nbor(-1).lower_ == "and" and second.nbor(-2).text == ","


def mend_to_be_done(act: Token) -> None:
    """Read "suggested that Peru mediate" as a clause with its subject, not as a noun of several words.

    >>> from kg.extract import load_pipeline
    >>> from kg.extract.mending import mend_parse
    >>> doc = load_pipeline()("Smith suggested that Peru mediate the dispute.")
    >>> mend_parse(doc)
    >>> doc[3].dep_, doc[4].tag_, doc[4].head.text
    ('nsubj', 'VB', 'suggested')
    """
    if act.tag_ not in ("NN", "NNP", "MD") or act.head.lemma_ not in words_of(act)["mandative"] or act.head.i > act.i:
        return
    name = act.nbor(-1)
    if name.head.i != act.i or name.dep_ not in ("compound", "nmod", "nsubj") or name.pos_ != "PROPN":
        return
    if any(c.dep_ == "mark" and c.lower_ == "that" for c in act.children):
        act.tag_, act.pos_, act.lemma_, name.dep_ = "VB", "VERB", act.lower_, "nsubj"
