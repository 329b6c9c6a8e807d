"""Words that tell the status of what they govern: those of the lexicon, and the adjectives and verbs of asking."""

from __future__ import annotations

from collections.abc import Mapping

REQUESTS = frozenset(
    """urge ask demand call request appeal press push want insist order tell require threaten warn vow invite propose
    offer suggest recommend encourage advise beg plead lobby expect allow authorize authorise let enable permit help
    wish desire hope seek prefer consider discuss mull weigh""".split()
)
PLAN_ADJECTIVES = frozenset("due set scheduled slated expected poised bound planned upcoming forthcoming".split())
POSSIBLE_ADJECTIVES = frozenset(
    """ready willing prepared open able likely unlikely possible potential proposed alleged suspected purported supposed
    eventual hypothetical prospective threatened further future reported""".split()
)
_REPORT = frozenset(
    """say tell announce report state add claim allege assert maintain insist note write explain reveal confirm declare
    acknowledge admit argue believe think know reiterate stress emphasize emphasise recall remember remark observe
    disclose indicate suggest show describe quote cite testify conclude complain""".split()
)


class Cues:
    """The classes of verbs by what they say of their complement, from the lexicon's word classes by their name."""

    def __init__(self, words: Mapping[str, frozenset[str]]) -> None:
        self.denial = words.get("denial", frozenset())
        self.refusal = words.get("refusal", frozenset())
        self.failure = words.get("failure", frozenset())
        self.plan = words.get("plan", frozenset()) | {"vote", "choose", "opt", "move", "decide"}
        self.possibility = words.get("possibility", frozenset())
        self.cancel = words.get("cancel", frozenset()) | {"cancel", "scrap", "shelve", "boycott", "skip"}
        self.begin = words.get("begin", frozenset())
        self.report = words.get("report", frozenset()) | _REPORT
