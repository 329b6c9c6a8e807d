"""The closed classes of English and the labels of the parser: the only words that the rules may name in Python.

The language has a fixed number of these words, rules are about them, and nobody adds to them. All others, verbs, nouns,
adjectives and names, stand in the lexicon (docs/decisions/0018-words-in-the-lexicon.md). A rule picks from the closed
classes what it needs, beside itself; a test holds that it names nothing else.
"""

from __future__ import annotations

PREPOSITIONS = frozenset(
    """about above across after against ahead along alongside amid among around as aside at before behind below beneath
    beside besides between beyond by despite down during for from in inside into like near of off on onto opposite out
    outside over past regarding since through throughout to toward towards under until up upon via versus with within
    without""".split()
)
OWNING = frozenset({"its", "their", "our", "his", "her"})
"""Possessives of somebody told before."""
PARTICLES = frozenset(
    "off out up down back away over apart in on together aside along ahead forward by through home".split()
)
PURE_PARTICLES = frozenset("off out up down back away apart forward together aside home".split())
"""Words that before a noun literal are particles of the verb ("carry out attack"), not prepositions."""

HE = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
"""Pronouns for one person, with the gender."""
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "themselves", "theirs"})
WE = frozenset({"we", "us", "our", "ours"})
FIRST = WE | {"i", "me", "my", "mine"}
YOU = frozenset({"you", "your", "yours", "yourself"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})

QUANTIFIERS = frozenset({"most", "some", "all", "many", "several", "much", "part", "none", "any"})
PARTS = frozenset({"one", "some", "all", "both", "many", "most", "several", "few", "none", "each", "any"})
"""Words behind which "of" names the whole: "some of the members"."""
COUNTS = {
    "two": 2,
    "both": 2,
    "each": 2,
    "either": 2,
    "pair": 2,
    "three": 3,
    "trio": 3,
    "four": 4,
    "quartet": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
"""How many a phrase says there are."""
COUNTED = frozenset({"both", "two", "three", "four", "trio", "quartet"})
"""Numbers that stand for their members without a noun."""
NUMERALS = frozenset(
    (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
    ).split()
)

PLANNED_MODALS = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE_MODALS = frozenset({"could", "may", "might", "can", "should", "must", "ca", "ought"})
CONDITIONAL_MODALS = frozenset({"will", "would", "'ll", "'d", "may", "might", "could", "shall"})
"""Modals of an act that is announced for a case: "would use force if"."""
BEFORE_INFINITIVE = frozenset("will to would 'll shall may could can might should must not also jointly ll".split())
"""Words behind which "host" and "chair" are verbs."""
CONTRACTIONS = frozenset({"n’t", "’ll", "’re", "’ve", "’d", "’m"})
"""Contractions with the apostrophe of print, which the parser knows with the typewriter's."""

GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
"""What stands behind a family name."""
PREFIXES = frozenset({"anti", "pro", "ultra", "neo", "non"})

_FUNCTION_WORDS = frozenset(
    """a an the this that these those such each every either neither both all no none most many much few several other
    another one own what you your and or but nor yet so if unless whether until till while because than although though
    once when where lest be is are was were am been being has have had having do does did would not never n't here there
    now then also too only just very 's ’s s' ' amidst amongst per except following toward underneath no nos a.m p.m am
    pm well""".split()
)
_LABELS = frozenset(
    """nsubj nsubjpass dobj pobj iobj dative poss amod compound nmod advmod npadvmod acomp attr oprd xcomp ccomp pcomp
    advcl acl relcl prep agent conj cc det mark aux auxpass neg prt appos parataxis dep intj preconj csubj case root
    noun propn verb aux adj adv pron det num adp sconj part x wp wdt in dt wp$ vbz vbd vbp vbn vbg vb md nn nns jj to ex
    """.split()
)
"""Dependencies and tags of spaCy's English pipelines, without case."""

CLOSED = frozenset().union(
    PREPOSITIONS, PARTICLES, HE, IT, THEY, FIRST, RELATIVE, QUANTIFIERS, PARTS, COUNTS, NUMERALS, PLANNED_MODALS,
    POSSIBLE_MODALS, CONDITIONAL_MODALS, BEFORE_INFINITIVE, CONTRACTIONS, GENERATIONS, PREFIXES, _FUNCTION_WORDS,
    _LABELS,
)  # fmt: skip
"""All of them, in lower case."""
