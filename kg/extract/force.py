"""Leaves out force that nobody uses: what is only feared, wanted, wished away or called so, and common crime."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.analysis import Found
from kg.extract.frames import lemma_of
from kg.extract.lexis import words_of
from kg.extract.syntax import child, is_verbal, prepositions

Rows = tuple[tuple[tuple[str, ...], Callable[[Found, Doc], bool]], ...]
"""Predicates, or all of a trait as in "@meeting", each with what says that an act told of by them is not done."""


def _rules_at_home(found: Found, doc: Doc) -> bool:
    """Whether who rules a land only rules it: "declared an emergency in Fiji", "cracked down on its citizens"."""
    crowd = child(doc[found.frame.trigger], "dobj")
    if crowd is not None and crowd.lower_ in words_of(crowd)["crowd"]:
        return False  # "dispersed students"
    rulers = [r.entity for r in found.frame.subjects if r.entity.kind != "group"]
    lands = {e.state() or e for e in rulers}
    ruled = [r.entity for r in found.frame.objects]
    return bool(rulers) and all(e.kind in ("state", "group") and (e.home or e.ground or e) in lands for e in ruled)


def _is_meant(found: Found, doc: Doc) -> bool:
    """Whether it is what somebody acts for, or is not done: "measures to keep Chad from", "fights to topple Rao"."""
    trigger = doc[found.frame.trigger]
    if _rules_at_home(found, doc):
        return True
    purpose = is_verbal(trigger) and trigger.dep_ in ("acl", "advcl", "relcl") and child(trigger, "aux") is not None
    kept = trigger.lemma_ in words_of(trigger)["averting"] | words_of(trigger)["ousting"] | {"keep", "stop"}
    if purpose and kept and any(c.tag_ == "TO" for c in trigger.children):
        return True
    ended = trigger.dep_ == "dobj" and trigger.head.lemma_ in words_of(trigger)["end"] and trigger.pos_ == "NOUN"
    return (ended and trigger.lemma_ in words_of(trigger)["meddling"]) or trigger.dep_ == "amod"


def _shuts_its_own(found: Found, doc: Doc) -> bool:
    """Whether what is shut is only somebody's: "shut down a fifth of Peru's output"."""
    trigger = doc[found.frame.trigger]
    shut = trigger.lemma_ in ("close", "shut") and found.frame.literal is None
    return shut and all(r.owned for r in found.frame.objects)


def _is_to_be_settled(found: Found, doc: Doc) -> bool:
    """Whether a war is only named as what is to end: "a summit to resolve the border war"."""
    war = doc[found.frame.trigger]
    joint = found.verdict.status != "actual" and not found.frame.objects and war.pos_ == "NOUN"
    return joint and war.dep_ == "dobj" and war.head.lemma_ in words_of(war)["settling"]


def _is_not_wanted(found: Found, doc: Doc) -> bool:  # noqa: ARG001 - all rows are asked alike
    """Whether somebody only says that he wants no war: "does not want war with Peru"."""
    return found.verdict.status == "negated" and found.verdict.cues[0] in ("want", "seek")


def _sheds_no_blood(found: Found, doc: Doc) -> bool:
    """Whether a fight is one by name only: "a war of words", "mock attacks", "a propaganda war"."""
    fight = doc[found.frame.trigger if found.frame.literal is None else found.frame.literal]
    words = words_of(fight)
    sham = (c for c in fight.children if c.dep_ in ("amod", "compound", "nmod") and c.lower_ in words["shamFight"])
    named = (o for p, o in prepositions(fight) if p.lower_ == "of" and o.lower_ in words["bloodless"])
    return fight.pos_ == "NOUN" and (any(sham) or any(named))


def _brings_its_own_home(found: Found, doc: Doc) -> bool:
    """Whether somebody only takes his own out of a land: "evacuated its citizens from Chad"."""
    people = child(doc[found.frame.trigger], "dobj")
    return people is not None and doc[found.frame.trigger].lemma_ == "evacuate" and child(people, "poss") is not None


def _is_a_common_crime(found: Found, doc: Doc) -> bool:
    """Whether a foreigner is only held as anybody would be: "arrested a Peruvian for theft"."""
    hosts = (doc[found.frame.trigger], doc[found.frame.verb], *doc[found.frame.trigger].children)
    grounds = [o for host in hosts for p, o in prepositions(host) if p.lower_ in ("for", "over", "on", "in")]
    grounds += [o for g in grounds for p, o in prepositions(g) if p.lower_ in ("of", "in", "with")]
    return any(lemma_of(o) in words_of(doc)["commonCrime"] for o in grounds)


def _is_on_holiday(found: Found, doc: Doc) -> bool:
    """Whether those who "invade" a land spend their holidays there: "tourists from Peru invaded Chile"."""
    return any(lemma_of(doc[r.token]) in words_of(doc)["holidaymaker"] for r in found.frame.subjects)


FORCE: Rows = (
    (("coerced",), _is_meant),
    (("coerced",), _shuts_its_own),
    (("attacked",), _is_to_be_settled),
    (("attacked",), _is_not_wanted),
    (("attacked",), _sheds_no_blood),
    (("attacked",), _is_on_holiday),
    (("detained", "released"), _is_a_common_crime),
    (("aided",), _brings_its_own_home),
)
"""Predicates of force, each with what says that nobody uses any."""
