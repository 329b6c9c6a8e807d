"""Sets of predicates that are matched alike, and the nouns that take up an act told before."""

from __future__ import annotations

IN_PERSON = frozenset(
    "visited met called spoke_with hosted invited wrote_to negotiated_with appointed mediated".split()
)
"""Predicates whose parties are there themselves, not by something that is theirs."""
OF_THINGS = frozenset({"praised", "supported", "criticized", "rejected", "seized"})
"""Predicates whose "it" is mostly a thing or an act, not a state."""
IN_PASSING = frozenset(
    """visited met called spoke_with negotiated_with invited wrote_to agreed_with signed_with mediated hosted
    cooperated_with""".split()
)
"""Predicates that a clause tells in passing of its own subject: "said during a visit to Egypt"."""
TOWARDS = frozenset({"supported", "praised", "criticized", "protested_against", "warned", "invited"})
"""Predicates that a purpose clause tells of the one dealt with: "telephoned him to express solidarity"."""
IMPLIES_OTHER = frozenset(
    "severed_ties_with sanctioned recalled expelled protested_against conceded_to ceased_fire_with demanded_of".split()
)
"""Predicates whose object may go without saying in the middle of a story."""
REACTS = frozenset({"criticized", "rejected", "protested_against"})
"""Predicates that answer to what the other side did, so that "the closures" are the other side's."""
IMPLIES_DOER = frozenset("expelled summoned warned demanded_of protested_against recalled sanctioned".split())
"""Predicates whose doer may go without saying in a passive."""
TOLD_BY_DOER = frozenset({"summoned", "urged", "demanded_of", "expelled", "warned", "protested_against"})
"""Predicates whose doer the doer's own statement leaves out: "the ambassador was called in"."""
DONE_TO = frozenset({"attacked", "seized", "coerced", "detained", "released"})
"""Predicates that hit a thing at a place, so that the thing's owner is meant rather than the place."""
NO_ACT = frozenset({"met", "called", "spoke_with", "negotiated_with", "agreed_with", "signed_with", "visited"})
ANY_ACT = frozenset(
    """expelled sanctioned recalled severed_ties_with attacked detained seized coerced deployed_to mobilized_against
    withdrew_from recognized accused rejected threatened summoned""".split()
)
ACT_NOUNS = {
    "strike": frozenset({"attacked"}),
    "attack": frozenset({"attacked", "coerced"}),
    "bombing": frozenset({"attacked"}),
    "assault": frozenset({"attacked"}),
    "raid": frozenset({"attacked"}),
    "invasion": frozenset({"attacked"}),
    "killing": frozenset({"attacked"}),
    "shelling": frozenset({"attacked"}),
    "cyberattack": frozenset({"coerced"}),
    "ban": frozenset({"sanctioned", "detained", "coerced"}),
    "blockade": frozenset({"coerced", "sanctioned"}),
    "sanction": frozenset({"sanctioned"}),
    "tariff": frozenset({"sanctioned", "threatened"}),
    "accusation": frozenset({"accused", "criticized"}),
    "allegation": frozenset({"accused"}),
    "charge": frozenset({"accused"}),
    "claim": frozenset({"accused"}),
    "criticism": frozenset({"criticized", "accused"}),
    "demand": frozenset({"demanded_of", "urged"}),
    "ultimatum": frozenset({"demanded_of", "threatened"}),
    "request": frozenset({"urged", "demanded_of"}),
    "call": frozenset({"urged", "demanded_of"}),
    "appeal": frozenset({"urged"}),
    "proposal": frozenset({"urged", "mediated"}),
    "protest": frozenset({"protested_against"}),
    "threat": frozenset({"threatened", "warned"}),
    "warning": frozenset({"warned", "threatened"}),
    "expulsion": frozenset({"expelled"}),
    "arrest": frozenset({"detained"}),
    "detention": frozenset({"detained"}),
    "seizure": frozenset({"seized"}),
    "capture": frozenset({"seized"}),
    "release": frozenset({"released"}),
    "withdrawal": frozenset({"withdrew_from"}),
    "recognition": frozenset({"recognized"}),
    "invitation": frozenset({"invited"}),
    "offer": frozenset({"mediated", "invited", "aided"}),
}
