"""Finds who speaks in each quotation, as a token of the parsed text: by saying verb, label or neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.grammar import RELATIVE
from kg.extract.quotes import QuoteSpan
from kg.extract.speech import Parsed, SpeechView
from kg.extract.subjects import grammatical_subject
from kg.extract.syntax import is_verbal

_LONGEST_TAG = 22
_NAME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation with the token of the phrase that names its speaker, or None, and the rule that found it."""

    quote: QuoteSpan
    speaker: int | None
    rule: str


def attribute(
    quotes: Sequence[QuoteSpan],
    parsed: Parsed,
    is_actor: Callable[[int], bool] | None = None,
) -> list[Attribution]:
    """Find the speaker of each quotation, in text order; pronouns and descriptions are left to coreference.

    `is_actor` tells whether a token may stand for an actor (by default names, pronouns and other nouns may).
    Never raises.
    """
    return _Attributor(quotes, parsed, is_actor).run()


class _Attributor(SpeechView):
    """Tries the rules in order for one quotation after the other."""

    def __init__(
        self,
        quotes: Sequence[QuoteSpan],
        parsed: Parsed,
        is_actor: Callable[[int], bool] | None,
    ) -> None:
        super().__init__(quotes, parsed, is_actor)
        self.done: list[Attribution] = []

    # -- rules --------------------------------------------------------------------------------------------------------

    def run(self) -> list[Attribution]:
        waiting: list[int] = []
        for quote in self.quotes:
            inside = self.tokens(quote.start, quote.end)
            if not inside:
                self.done.append(Attribution(quote, None, "no words"))
                continue
            speaker, rule = self.speaker(quote)
            if rule == "alone":
                waiting.append(len(self.done))
            self.done.append(Attribution(quote, speaker, rule))
        for n in waiting:
            quote = self.done[n].quote
            speaker, rule = self.neighbour(n)
            self.done[n] = Attribution(quote, speaker, rule)
        return self.done

    def speaker(self, quote: QuoteSpan) -> tuple[int | None, str]:
        if quote.turn is not None:
            return self.label(quote), "label"
        before, after = self.around(quote)
        tagged = self.tag(quote, after)
        if tagged is not None:
            return tagged, "tag after"
        split = self.split_by_tag(quote, before)
        if split is not None:
            return split, "tag between"
        if not self.words(before) and not self.words(after):
            return None, "alone"
        if self.is_name(quote):
            return None, "name"
        for rule, found in (
            ("colon", self.colon(before)),
            ("dash", self.dash(before, after)),
            ("what X called", self.what_called(before)),
            ("governor", self.governor(quote)),
            ("verb before", self.verb_before(before)),
            ("according to", self.according(before, after)),
            ("noun of speech", self.owner(before, after)),
        ):
            if found is not None:
                return found, rule
        if not self.words(before) and quote.closed and self.text[quote.end - 1] in ".!?":
            return None, "alone"
        return None, "none"

    def label(self, quote: QuoteSpan) -> int | None:
        """The speaker's label of a transcript, or the fuller one that a short label abbreviates."""
        assert quote.turn is not None
        label = quote.turn.label
        fuller = self.text.find(label + ",")
        begin = quote.turn.start
        end = quote.turn.label_end
        if 0 <= fuller < begin:
            begin, end = fuller, self.text.find(":", fuller)
        tokens = [i for i in self.tokens(begin, end) if self.doc[i].is_alpha]
        actors = [i for i in tokens if self.is_actor(i)]
        return next(iter(reversed(actors or tokens)), None)

    def tag(self, quote: QuoteSpan, after: range) -> int | None:
        """ "…," he said — "…" said X — "…," X, who had come late, told reporters."""
        stop = self.text[quote.end - 1]
        between = self.text[quote.outer_end : quote.outer_end + 3].strip()
        comma = stop in ",!?–—…-" or between[:1] in {",", "–", "—", "-"}
        window: list[int] = []
        for i in after:
            if self.in_quote[i] or len(window) >= _LONGEST_TAG:
                break
            window.append(i)
        words = [i for i in window if not self.doc[i].is_punct]
        if not words:
            return None
        first = self.doc[words[0]]
        inverted = self.is_saying(first) and first.tag_ != "VBG"
        if not comma and not (inverted and stop in ".…"):
            return None
        for i in window:
            verb = self.doc[i]
            if verb.text == ";":
                return None
            if not self.is_saying(verb) or verb.tag_ in ("VBG", "VB") or verb.dep_ in ("relcl", "acl"):
                if (
                    verb.tag_ in ("VBD", "VBZ", "VBP", "MD")
                    and verb.dep_ not in ("relcl", "aux", "auxpass")
                    and not (self.relative_before(i, words[0]))
                ):
                    return None  # another clause begins before any saying verb
                continue
            if i == words[0]:
                return self.subject_after(verb, window)
            subject = grammatical_subject(verb)
            if subject is None or not words[0] <= subject.i <= i:
                return next((k for k in words if k < i and self.is_named(k)), None)
            edge = subject.left_edge.i
            if edge - 1 in window and self.doc[edge - 1].text == ",":  # "X, an adviser to Y, said"
                named = next((k for k in words if k < edge and self.is_named(k)), None)
                if named is not None:
                    return named
            return self.actor_of(subject)
        return None

    def relative_before(self, i: int, first: int) -> bool:
        """Whether a relative pronoun opens a clause between `first` and the verb at i."""
        return any(self.doc[k].lower_ in RELATIVE for k in range(first, i))

    def subject_after(self, verb: Token, window: Sequence[int]) -> int | None:
        """The subject of an inverted clause: said the minister, said Foreign Minister X."""
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c.i > verb.i), None)
        if subject is not None:
            return self.actor_of(subject)
        return next((i for i in window if i > verb.i and self.is_nominal(i) and self.is_actor(i)), None)

    def split_by_tag(self, quote: QuoteSpan, before: range) -> int | None:
        """ "…," X told reporters, "and …" — "…," he said. "And …" of one sentence."""
        if not self.done:
            return None
        last = self.done[-1]
        if last.rule not in ("tag after", "tag between") or last.quote.paragraph != quote.paragraph:
            return None
        gap = self.text[last.quote.outer_end : quote.outer_start].rstrip()
        same = bool(before) and last.quote.outer_end > self.starts[before[0]]
        return last.speaker if same and gap.endswith((",", ":", "—", "–", "-")) else None

    def is_name(self, quote: QuoteSpan) -> bool:
        """Whether what is quoted is a title or a name, which nobody says."""
        words = self.text[quote.start : quote.end].split()
        plain = self.text[quote.end - 1].isalnum() and len(words) <= _NAME_WORDS
        return plain and all(word[0].isupper() or word[0].isdigit() for word in words) and not words[0].isupper()

    def colon(self, before: range) -> int | None:
        """X: "…", at the start of a line."""
        words = list(before)
        if len(words) < 2 or self.doc[words[-1]].text != ":" or len(words) > 8:
            return None
        if any(is_verbal(self.doc[i]) and self.doc[i].tag_ not in ("VBN",) for i in words):
            return None
        actors = [i for i in words[:-1] if self.is_named(i)]
        return actors[-1] if actors else None

    def dash(self, before: range, after: range) -> int | None:
        """ "…" – X, in a headline."""
        words = [i for i in after if not self.in_quote[i]]
        if (
            self.words(before)
            or len(words) < 2
            or len(words) > 10
            or self.doc[words[0]].text not in {"–", "—", "-", "--", ","}
        ):
            return None
        if any(is_verbal(self.doc[i]) for i in words):
            return None
        actors = [i for i in words[1:] if self.is_named(i)]
        heads = [i for i in actors if self.doc[i].dep_ not in ("poss", "compound", "nmod", "amod")]
        return next(reversed(heads or actors), None)

    def what_called(self, before: range) -> int | None:
        """What X, the minister, described as "…"."""
        words = [i for i in before if not self.doc[i].is_punct][-4:]
        verb = next((i for i in reversed(words) if self.reports(self.doc[i])), None)
        if verb is None:
            return None
        what = next(
            (i for i in range(verb - 1, max(before.start, verb - 16), -1) if self.doc[i].lower_ == "what"), None
        )
        return None if what is None else next((i for i in range(what + 1, verb) if self.is_named(i)), None)

    def governor(self, quote: QuoteSpan) -> int | None:
        """The subject of the nearest verb of saying or judging that the quoted words depend on."""
        inside = self.tokens(quote.start, quote.end)
        best: tuple[int, int] | None = None
        for at in (inside[0], inside[-1]):
            first, last = self.sentence(at)
            part = [i for i in inside if first <= i < last]
            heads = [i for i in part if self.doc[i].head.i not in part or self.doc[i].head.i == i]
            for i in heads:
                found = self.climb(self.doc[i])
                if found is not None and (best is None or found[1] < best[1]):
                    best = found
        return best[0] if best else None

    def climb(self, token: Token) -> tuple[int, int] | None:
        """Speaker and number of steps up to the first ancestor that reports."""
        node, steps = token, 0
        while steps < 25:
            if is_verbal(node):
                for verb in (node, *node.children):
                    parenthesis = verb is not node and verb.dep_ in ("parataxis", "ccomp", "advcl", "dep", "intj")
                    if verb is not node and not (parenthesis and self.is_parenthesis(verb)):
                        continue
                    if self.in_quote[verb.i] or not self.reports(verb):
                        continue
                    speaker = self.subject(verb)
                    if speaker is not None:
                        return speaker, steps
            owner = (
                next((c for c in node.children if c.dep_ == "poss"), None)
                if node.lower_ in self.vocabulary["speech"]
                else None
            )
            if owner is not None and self.is_named(owner.i) and not self.in_quote[node.i]:
                return owner.i, steps
            if node.head.i == node.i:
                return None
            if node.dep_ == "conj" and is_verbal(node) and self.own_subject(node):
                node, steps = node.head, steps + 1  # the coordinated clause does not govern this one
                if node.head.i == node.i:
                    return None
            node, steps = node.head, steps + 1
        return None

    def is_parenthesis(self, verb: Token) -> bool:
        """Whether a reporting clause interrupts another one: ", he said,"."""
        if not self.is_saying(verb) or not self.own_subject(verb):
            return False
        tokens = [t.i for t in verb.subtree]
        before = self.doc[max(0, tokens[0] - 1)].text
        return before == "," or self.doc[tokens[0]].text == ","

    def verb_before(self, before: range) -> int | None:
        """The nearest saying verb before the quotation that has a subject."""
        for i in reversed(before):
            verb = self.doc[i]
            if self.in_quote[i] or not self.is_saying(verb) or not is_verbal(verb):
                continue
            speaker = self.subject(verb)
            if speaker is not None:
                return speaker
        return None

    def according(self, before: range, after: range) -> int | None:
        for i in (*before, *after):
            if self.doc[i].lower_ == "according" and not self.in_quote[i] and i + 1 < len(self.doc):
                to = self.doc[i + 1]
                noun = next((c for c in to.children if c.dep_ == "pobj"), None)
                if noun is not None:
                    return self.actor_of(noun)
                end = self.sentence(i)[1]
                return next((k for k in range(i + 2, end) if self.is_nominal(k) and self.is_actor(k)), None)
        return None

    def owner(self, before: range, after: range) -> int | None:
        """X's warning, the words of X."""
        for i in (*after, *before):
            noun = self.doc[i]
            if (
                self.in_quote[i]
                or noun.lower_ not in self.vocabulary["speech"]
                or noun.pos_ not in ("NOUN", "PROPN", "VERB")
            ):
                continue
            owner = next((c for c in noun.children if c.dep_ == "poss"), None)
            if owner is None and i >= 2 and self.doc[i - 1].tag_ == "POS":
                owner = self.doc[i - 2]
            if owner is not None and owner.tag_ != "WP$":
                return int(owner.i)
            of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ in ("of", "from", "by")), None)
            named = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if named is not None and self.is_actor(named.i):
                return int(named.i)
        return None

    def neighbour(self, n: int) -> tuple[int | None, str]:
        """The speaker of a quotation that stands alone: of its paragraph, the one before, or the one after."""
        quote = self.done[n].quote
        for other in reversed(self.done[:n]):
            if other.speaker is not None and other.quote.paragraph == quote.paragraph:
                return other.speaker, "same paragraph"
            if other.quote.paragraph != quote.paragraph:
                break
        following = next((o for o in self.done[n + 1 :] if o.quote.paragraph == quote.paragraph), None)
        if following is not None and following.speaker is not None and following.rule == "tag after":
            return following.speaker, "same paragraph"
        first = self.sentence(self.tokens(quote.start, quote.end)[0])[0]
        if first == 0:
            return None, "none"
        if (
            n
            and (previous := self.done[n - 1]).speaker is not None
            and not self.other_paragraph_between(previous.quote, quote)
        ):
            return previous.speaker, "paragraph before"
        begin, end = self.sentence(first - 1)
        root = next((t for t in self.doc[begin:end] if t.head.i == t.i), None)
        subject = grammatical_subject(root) if root is not None and is_verbal(root) else None
        if subject is not None and not self.in_quote[subject.i] and self.is_actor(subject.i):
            return subject.i, "sentence before"
        return None, "none"

    def other_paragraph_between(self, one: QuoteSpan, other: QuoteSpan) -> bool:
        """Whether anything but the one blank line between two adjoining paragraphs lies between two quotations."""
        return (
            self.text[one.outer_end : other.outer_start].strip().count("\n\n") > 0
            or "\n\n" not in (self.text[one.outer_end : other.outer_start])
        )
