"""Mends readings that the small parser gets wrong time and again, in place, before anything is read off the parse."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Doc, Token

from kg.extract.mending import (
    acts,
    clauses,
    days,
    dealings,
    fighting,
    hangings,
    misread,
    namings,
    openings,
    order,
    pairs,
    partners,
    people,
    phrases,
    resolves,
    tellers,
)
from kg.extract.syntax import PERSON

__all__ = ["mend_parse"]

_Mends = Mapping[str, tuple[Callable[[Token], None], ...]]

_BY_TAG: _Mends = {
    "VBD": (
        fighting.mend_fired,
        fighting.mend_backed,
        clauses.mend_headline,
        clauses.mend_second,
        clauses.mend_reduced,
        hangings.mend_kept,
    ),
    "VBN": (clauses.mend_reduced, fighting.mend_claimed, fighting.mend_talks_held, clauses.mend_headline),
    "VBG": (
        fighting.mend_fighting,
        clauses.mend_opening,
        clauses.mend_trailing,
        clauses.mend_doing,
        tellers.mend_demanding,
        hangings.mend_each_doing,
        openings.mend_naming,
        tellers.mend_act,
        tellers.mend_saying_so,
    ),
    "VBZ": (clauses.mend_asked,),
    "NNS": (tellers.mend_doing_so,),
    "NNP": (openings.mend_opening_name,),
    "VB": (
        fighting.mend_riot,
        clauses.mend_bare,
        clauses.mend_attempt,
        order.mend_listed,
        resolves.mend_resolve,
        tellers.mend_task,
    ),
}
_BY_DEPENDENCY: _Mends = {
    "ROOT": (tellers.mend_denied, openings.mend_main_verb),
    "oprd": (tellers.mend_called, people.mend_set_free),
    "dobj": (phrases.mend_held_so, fighting.mend_hostage),
    "ccomp": (
        misread.mend_that_clause,
        acts.mend_meant,
        tellers.mend_to_be_done,
        hangings.mend_taking,
        order.mend_joined,
        order.mend_after,
        clauses.mend_judged,
        clauses.mend_parenthesis,
        clauses.mend_wished,
        clauses.mend_helped,
        clauses.mend_told,
    ),
    "conj": (
        pairs.mend_rival,
        openings.mend_behind_opening,
        tellers.mend_past,
        partners.mend_second_object,
        partners.mend_second_gerund,
        fighting.mend_hostage,
        order.mend_lone,
        order.mend_run_on,
        order.mend_and_demands,
        phrases.mend_repeated,
        pairs.mend_between_behind_verb,
        tellers.mend_told_on,
        tellers.mend_said_between,
    ),
    "dep": (clauses.mend_chain,),
    "advcl": (
        days.mend_running,
        order.mend_after,
        clauses.mend_condition,
        clauses.mend_held,
        hangings.mend_whose_meeting,
    ),
    "amod": (pairs.mend_denied, people.mend_set_free, misread.mend_past, misread.mend_main_past),
    "compound": (hangings.mend_brokering, people.mend_named, phrases.mend_beside_place),
    "appos": (
        openings.mend_behind_opening,
        phrases.mend_listed_places,
        phrases.mend_beside_place,
        phrases.mend_row,
        people.mend_leader,
        hangings.mend_behind_topic,
        tellers.mend_apposed,
    ),
    "csubj": (hangings.mend_attached, openings.mend_opening_clause),
    "attr": (hangings.mend_progressive, order.mend_cleft, order.mend_inverted, openings.mend_among_those),
    "prep": (partners.mend_including, hangings.mend_arrival, days.mend_behind_time),
    "advmod": (
        openings.mend_first_name,
        dealings.mend_under_way,
        hangings.mend_together,
        hangings.mend_visited,
        namings.mend_brand,
        people.mend_set_free,
    ),
    "npadvmod": (partners.mend_put_behind, partners.mend_later, fighting.mend_struck, hangings.mend_forward),
    "nsubj": (partners.mend_second_subject, openings.mend_among_those),
    "nsubjpass": (partners.mend_second_subject,),
    "pcomp": (hangings.mend_visiting,),
    "xcomp": (
        hangings.mend_visiting,
        partners.mend_due,
        dealings.mend_agreed_to,
    ),
    "aux": (hangings.mend_auxiliary, fighting.mend_let_go),
    "auxpass": (hangings.mend_auxiliary,),
    "acl": (openings.mend_lone_past, openings.mend_strayed, days.mend_running, phrases.mend_purpose, order.mend_crowd),
    "relcl": (phrases.mend_purpose, hangings.mend_which, order.mend_number, partners.mend_who),
}
_BY_WORD: _Mends = {
    "yesterday": (days.mend_day, days.mend_day_of_noun),
    PERSON.casefold(): (openings.mend_behind_place,),
    "two": (dealings.mend_the_two,),
    "under": (dealings.mend_under_way,),
    "others": (phrases.mend_among_others,),
    "as": (phrases.mend_put_last, namings.mend_as_is, namings.mend_described, namings.mend_as),
    "well": (partners.mend_as_well_as,),
    "those": (partners.mend_those_with,),
    "of": (pairs.mend_between, days.mend_dated, phrases.mend_told, tellers.mend_each_accused),
    "in": (namings.mend_in_terms,),
    "on": (pairs.mend_agreed_on, hangings.mend_blamed, fighting.mend_aimed),
    "against": (fighting.mend_aimed,),
    "between": (pairs.mend_between, partners.mend_lasting, days.mend_dated, phrases.mend_priced),
    "with": (
        dealings.mend_agreed_with,
        partners.mend_with_whom,
        partners.mend_lasting,
        phrases.mend_solidarity,
        partners.mend_with,
        phrases.mend_priced,
    ),
    "for": (phrases.mend_solidarity, phrases.mend_priced),
    "to": (phrases.mend_priced, acts.mend_destination),
    "from": (partners.mend_of_those_from, phrases.mend_priced),
    "by": (pairs.mend_between, phrases.mend_doer, phrases.mend_priced, acts.mend_doer),
    "out": (phrases.mend_out,),
    "off": (hangings.mend_off,),
    "own": (hangings.mend_own,),
    "home": (hangings.mend_home,),
    "both": (people.mend_both,),
    "all": (people.mend_both,),
    "that": (clauses.mend_refused,),
    "what": (namings.mend_so_called,),
}


def mend_parse(doc: Doc) -> None:
    """Mend a parsed doc in place: each token by what is known for its tag, its dependency and its word."""
    for token in doc:
        for mend in _BY_TAG.get(token.tag_, ()):
            mend(token)
        for mend in _BY_DEPENDENCY.get(token.dep_, ()):
            mend(token)
        for mend in _BY_WORD.get(token.lower_, ()):
            mend(token)
