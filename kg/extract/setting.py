"""What stands around an article's sentences: where it was written, who published it, what it is about, who "we" is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.extract.coreference import Resolver, Seen
from kg.extract.entities import Entities, Entity
from kg.extract.forms import FormIndex, plain
from kg.extract.lexis import Sets, by_first_word, occurrences, words_of
from kg.extract.masking import Reading
from kg.extract.subjects import doer
from kg.extract.syntax import child, is_verbal
from kg.extract.turns import dateline
from kg.model import Article

_HEAD = re.compile(r"\s*(?P<place>[A-Z][\w.'’ -]{2,30}), [^\n]{0,20}\d{4}[^\S\n]*(?:\n|$)")
_FIRST_WORDS = 80
_OFTEN = 3
"""Mentions of the second state that make a text one of two."""
_NEAR = 0.5
"""What of the second state's mentions a third one may have for the text to be of the first two."""


_BARE_DATELINE = re.compile(r"\s*(?P<place>[A-Z]{3,}(?: [A-Z]{3,}){0,2}):\s+(?=[A-Z])")
"""A town in capitals before a colon, which heads a report in some papers: "ISLAMABAD: The army said"."""


def home_of(resolver: Resolver) -> tuple[Entity, ...]:
    """Give the states that "we" means in the article's own voice: the publisher's, or the first subject's."""
    own = _we(resolver) or _issuers(resolver)
    if own:
        return own
    if resolver.publisher is not None:
        return (resolver.publisher,)
    for subjects_only in (True, False):
        for seen in resolver.seen:
            if subjects_only and not seen.subject:
                continue
            states = tuple(
                dict.fromkeys(s for e in seen.entities if (s := e.state()) is not None and s.kind == "state")
            )
            if states and not (len(seen.entities) == 1 and _together(seen, resolver)):
                return states
    return ()


def _we(resolver: Resolver) -> tuple[Entity, ...]:
    """Give who says of themselves "We, the foreign ministers of the members of ASEAN"."""
    doc, spans = resolver.reading.doc, resolver.reading.spans
    for token in doc[:-2]:
        if token.lower_ != "we" or doc[token.i + 1].text != ",":
            continue
        if spans[token.i + 2] is None and doc[token.i + 2].lower_ not in ("the", "as"):
            continue
        own: list[Entity] = []
        for t in doc[token.i + 2 : min(token.i + 24, token.sent.end)]:
            span = spans[t.i]
            if is_verbal(t) and (t.dep_ == "ROOT" or t.i >= token.head.i):
                break
            if span is not None and span.sort in ("organisation", "state", "organ", "role") and span.entity is not None:
                own.extend(e for e in span.actors() if e not in own)
        if own:
            return tuple(own)
    return ()


def _issuers(resolver: Resolver) -> tuple[Entity, ...]:
    """Give the several who issue the text together: "Peru, Chile and Cuba issue the following joint statement".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Peru, Chile and Cuba issued this joint statement: We condemn the coup by Mali."
    >>> [[s.name for s in e.subjects] for e in Extractor().extract(Article("a", text)).events]
    [['Peru', 'Chile', 'Cuba']]
    """
    words = resolver.words
    for token in occurrences(resolver.reading.doc, words["document"]):
        if token.dep_ not in ("dobj", "nsubjpass"):
            continue
        verb = token.head
        before = [c.lower_ for c in token.children if c.i < token.i]
        issued = verb.lemma_ in words["issue"] and verb.dep_ == "ROOT"
        if not issued or not {"joint", "following", "this"}.intersection(before):
            continue
        subject = doer(verb)
        several = [r.entity for r in resolver.actors(subject)] if subject is not None else []
        issuers = dict.fromkeys(e.state() or e if e.kind == "person" else e for e in several)
        if len(issuers) > 1:
            return tuple(issuers)
    return ()


def _together(seen: Seen, resolver: Resolver) -> bool:
    return any(other.token == seen.token and len(other.entities) > 1 for other in resolver.seen)


def topics_of(reading: Reading) -> tuple[Entity, ...]:
    """Give the states that the text speaks of most: one, or two where no third comes near them.

    Where a group of one of them is in the story too, it may be the other side, so that they are no two.
    """
    counts: Counter[Entity] = Counter()
    groups: Counter[Entity] = Counter()
    for span in reading.spans:
        for entity in span.actors() if span is not None else ():
            state = entity.state()
            if state is not None and state.kind == "state":
                counts[state] += 1
                groups[state] += entity.kind == "group"
    best = counts.most_common(3)
    third = best[2][1] if len(best) > 2 else 0
    two = len(best) > 1 and best[1][1] >= _OFTEN and third <= best[1][1] * _NEAR
    two = two and not any(groups[state] for state, _ in best[:2])
    return tuple(state for state, _ in best[: 2 if two else 1])


def publisher_of(words: Sequence[str], entities: Entities, forms: FormIndex) -> Entity | None:
    """Give the state whose ministry or president published the text, from the words of the publisher's name."""
    bodies: list[str] = []
    for hit in forms.find([plain(w) for w in words]):
        for name, _ in hit.entries:
            record = entities.gazetteer.records[name]
            state = name if record.kind == "state" else record.country
            if state and state in entities.gazetteer.records:
                return entities.of_record(state)
            if record.kind == "organisation":
                bodies.append(name)
    return entities.of_record(bodies[0]) if bodies else None  # no body in "Ministry for Europe of France"


def own_state(reading: Reading, date: str | None) -> Entity | None:
    """Give the state whose office wrote, where the text speaks of its own officials.

    They are those of "our Minister, Mr X"; and in a text of "the President of the Republic" the one president who is
    named without an office, as no other state's would be.
    """
    words = words_of(reading.doc)
    others = words["companion"] | words["kin"]
    heads: dict[Entity | None, None] = {}
    anonymous = False
    for i, span in enumerate(reading.spans):
        if span is None:
            continue
        entity = span.entity
        anonymous = anonymous or (span.sort == "role" and entity is None and span.role == "president of republic")
        if span.sort != "person" or entity is None:
            continue
        called = reading.source(i).casefold().replace(",", " ").split()
        ours = "our" in (reading.doc[i - 1].lower_ if i else "", called[0])
        if ours and not others & set(called):
            return entity.state()
        record = entity.record if not (span.role or span.members or entity.offices) else None
        if record is not None and any(o.role == "president" and (not date or o.held_on(date)) for o in record.offices):
            heads.setdefault(entity.state())
    return next(iter(heads)) if anonymous and len(heads) == 1 else None


def is_office(publisher: Sequence[str], bodies: frozenset[str]) -> bool:
    """Whether a publisher's name is that of a state's office, not of a newspaper or an agency."""
    return bool(bodies & {plain(word).casefold() for word in publisher})


def is_outlet(publisher: Sequence[str], outlets: frozenset[str]) -> bool:
    """Whether a publisher brings news, so that it speaks for no state: "Fiji Times", "China Daily", "VOA".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> told = Article("a", "Both sides are expected to meet. Peru was told to leave.", publisher="Fiji Times")
    >>> len(Extractor().extract(told).events)
    0
    """
    names = {plain(word).casefold() for word in publisher}
    return bool(outlets & names)


def office_of(publisher: Sequence[str], classes: Sets) -> str:
    """Give the office that "the Minister" is in the texts of a ministry, or whose office it is; "" if it tells none.

    >>> from kg.ontology import load_lexicon
    >>> classes = load_lexicon().words
    >>> office_of(["Prime", "Minister", "'s", "Office"], classes), office_of(["The", "Kremlin"], classes)
    ('prime minister', 'president')
    """
    name = " ".join(plain(word).casefold() for word in publisher)
    leading = next((office for office in sorted(classes["leadingOffice"]) if name.startswith(office)), "")
    seats = by_first_word(classes["seatOffice"])
    leading = leading or next((seats[word] for word in name.split() if word in seats), "")
    if leading:
        return leading
    if any(phrase in name for phrase in classes["foreignMinistry"]):
        return "foreign minister"
    return "defence minister" if any(phrase in name for phrase in classes["defenceMinistry"]) else ""


def own_officials(reading: Reading, publisher: Entity, entities: Entities, topics: Sequence[Entity]) -> None:
    """Let those whom a state's office names with an office, but without a state, be its own: "the Minister, Mr X".

    Who is called by an office that somebody else holds in that state is another state's, and so is who leads a state
    ("Prime Minister Rao") where the text is about others.
    """
    leading = words_of(reading.doc)["leadingOffice"] | words_of(reading.doc)["ruler"] if publisher not in topics else ()
    holders = entities.gazetteer.holders
    for _, person in _of_no_state(reading):
        if any(h.role in leading or h.role.split()[-1] in leading for h in person.offices):
            continue
        if entities.date and any(holders(h.role, publisher.name, entities.date) for h in person.offices):
            continue
        _seat(person, publisher)


def own_tellers(reading: Reading) -> None:
    """Let a minister without a state be of the state that he speaks of: "Panama will resist, Foreign Minister X said".

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> text = "Panama will resist any attempt to take back the canal, Foreign Minister Ana Rojas warned."
    >>> Extractor().extract(Article("a", text)).events
    ()
    """
    for i, person in _of_no_state(reading):
        teller = reading.doc[i]
        clause = child(teller.head, "ccomp") if teller.dep_ == "nsubj" and is_verbal(teller.head) else None
        subject = child(clause, "nsubj") if clause is not None and clause.i < teller.i else None
        about = reading.spans[subject.i] if subject is not None else None
        if about is not None and about.sort == "state" and about.entity is not None and not about.members:
            _seat(person, about.entity)


def _of_no_state(reading: Reading) -> Iterator[tuple[int, Entity]]:
    """Give each mention of a person with an office of no state, and its token; who is seated is not given again."""
    for i, span in enumerate(reading.spans):
        person = span.entity if span is not None and span.sort == "person" else None
        if person is not None and person.record is None and person.offices and person.state() is None:
            yield i, person


def _seat(person: Entity, land: Entity) -> None:
    """Let a person and the offices held be of a state."""
    person.represents = land
    for holding in person.offices:
        holding.represents = land


def issuer_of(
    publisher: Sequence[str], article: Article, reading: Reading, entities: Entities, bodies: frozenset[str]
) -> Entity | None:
    """Give the state whose ministry published the text where the ministry's own name leaves it out.

    It is that of the city and date which head the text ("New Delhi, 13 May 2025"), else that of the ministry which the
    first lines name in full ("was summoned to the Ministry of Foreign Affairs of Russia").
    """
    if not is_office(publisher, bodies):
        return None
    head = _HEAD.match(article.readable)
    found = entities.state_of_place(head["place"]) if head is not None else None
    if found is not None:
        return found
    for span in reading.spans[:_FIRST_WORDS]:
        if span is not None and span.sort == "organ" and span.entity is not None and "ministry" in span.role:
            return span.entity.state() or span.entity
    return None


def dateline_state(article: Article, entities: Entities) -> Entity | None:
    """Give the state where the report was written, from its dateline."""
    found = dateline(article.readable)
    bare = _BARE_DATELINE.match(article.readable) if found is None else None
    if bare is not None:
        record = entities.gazetteer.records.get(bare["place"].title())
        return entities.state_of_place(bare["place"].title()) if record is None or record.kind == "place" else None
    if found is None or not found.place:
        return None
    places = found.place.split("/")[0].split(",")
    states = (entities.state_of_place(place.strip().title()) for place in places)  # "SAN CRISTOBAL, Mexico"
    return next((state for state in states if state is not None), None)


def at_home(reading: Reading, land: Entity) -> None:
    """Let "the Foreign Office" be that of the land of the report, unless the text names another state of one.

    >>> from kg import Article
    >>> from kg.extract import Extractor
    >>> note = "ISLAMABAD (AP) - The Foreign Office summoned the Indian envoy."
    >>> Extractor().extract(Article("a", note)).events[0].subjects[0].name
    'Pakistan'
    """
    shared = words_of(reading.doc)["sharedName"]
    found = [i for i, s in enumerate(reading.spans) if s is not None and reading.source(i).casefold() in shared]
    for i in found:
        span = reading.spans[i]
        others = (s.entity for j, s in enumerate(reading.spans) if s is not None and j not in found)
        if span is not None and span.entity is not None and span.entity is not land and span.entity not in others:
            span.entity, span.reason = land, f"the {reading.source(i)} of the land of the report"


def without_dateline(text: str) -> str:
    """Blank the dateline out of a text, with offsets kept."""
    found = dateline(text)
    if found is None:
        return text
    start, end = found.start, found.end
    return text[:start] + re.sub(r"\S", " ", text[start:end]) + text[end:]
