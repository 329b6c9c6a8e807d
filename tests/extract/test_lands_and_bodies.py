"""Lands, bodies, leaders and fighters that are taken up without their names."""

from __future__ import annotations

import pytest

from kg import Article
from kg.extract import Extractor
from kg.ontology import load_gazetteer

EXTRACTOR = Extractor()


def told(text: str) -> list[tuple[str, str, str]]:
    """Give who did what to whom."""
    events = EXTRACTOR.extract(Article("a", text, published="2024-05-09")).events
    return [(s.name, e.predicate, o.name) for e in events for s, o in e.dyads()]


@pytest.mark.parametrize(
    ("first", "second", "land"),
    [
        ("Bolivia", "Ghana", "the South American nation"),
        ("Ghana", "Bolivia", "the West African country"),
        ("Ghana", "Laos", "the African state"),
        ("Laos", "Ghana", "the Southeast Asian nation"),
        ("Finland", "Laos", "the Nordic country"),
        ("Croatia", "Finland", "the Balkan nation"),
        ("Oman", "Finland", "the Arab country"),
        ("Latvia", "Oman", "the Baltic nation"),
        ("Kazakhstan", "Latvia", "the Central Asian republic"),
        ("Honduras", "Latvia", "the Central American country"),
    ],
)
def test_a_land_of_a_region_is_the_one_that_lies_there(first: str, second: str, land: str) -> None:
    """Whichever of two was named last, as who acts and as the other."""
    opening = f"Relations between {first} and {second} worsened last week. "
    assert told(f"{opening}{land[0].upper()}{land[1:]} accused {second} of lying.") == [(first, "accused", second)]
    assert told(f"{opening}{second} thanked {land} for its help.") == [(second, "praised", first)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Ghana met a South American nation's envoy. A South American nation accused Ghana of lying.", []),
        ("Finland and Ghana are at odds. The South American nation accused Ghana of lying.", []),
        ("Ghana and Bolivia are at odds. African nations accused Bolivia of lying.", []),
    ],
)
def test_a_land_that_nothing_names_is_nobody(text: str, events: list[tuple[str, str, str]]) -> None:
    """One told of for the first time, one of a region that no state of the text lies in, and several."""
    assert [e for e in told(text) if e[1] == "accused"] == events


@pytest.mark.parametrize(
    ("name", "canonical", "taken_up"),
    [
        ("the Arab League", "Arab League", "the grouping"),
        ("ASEAN", "ASEAN", "the association"),
        ("ASEAN", "ASEAN", "the regional bloc"),
        ("the African Union", "African Union", "the pan-African body"),
        ("the International Criminal Court", "International Criminal Court", "the court"),
        ("the Polisario Front", "Polisario Front", "the front"),
        ("NATO", "NATO", "the military alliance"),
    ],
)
def test_a_body_is_taken_up_by_a_common_noun(name: str, canonical: str, taken_up: str) -> None:
    """As who acts and as the other."""
    opening = f"{name[0].upper()}{name[1:]} and Ghana have been at odds for years. "
    assert told(f"{opening}{taken_up[0].upper()}{taken_up[1:]} accused Ghana of lying.") == [
        (canonical, "accused", "Ghana")
    ]
    assert told(f"{opening}Ghana warned {taken_up} not to meddle.") == [("Ghana", "warned", canonical)]


def test_the_front_is_a_body_only_where_one_bears_the_name() -> None:
    """Else it is a line of battle."""
    assert told("The African Union and Ghana are at odds. The front accused Ghana of lying.") == []


def test_a_member_of_a_body_is_a_state() -> None:
    """ "The NATO member" is not NATO."""
    text = "Norway and Ghana are at odds. The NATO member accused Ghana of lying."
    assert told(text) == [("Norway", "accused", "Ghana")]


def test_the_leader_may_be_a_prime_minister_of_the_text() -> None:
    """Who is named goes before who is on record as the leader."""
    text = "Turkish Prime Minister Emre Aksoy spoke in Ankara. Ghana thanked the Turkish leader for his help."
    assert told(text) == [("Ghana", "praised", "Emre Aksoy")]
    assert told("Turkish Vice President Emre Aksoy spoke. Ghana thanked the Turkish leader.") != [
        ("Ghana", "praised", "Emre Aksoy")
    ]


@pytest.mark.parametrize("name", ["Mutara Defence Movement", "Liberation Front of Mutara", "Mutara Resistance Army"])
def test_the_rebels_are_the_one_armed_body_of_the_text(name: str) -> None:
    """Also one that no list knows."""
    opening = f"The {name} met the government of Ghana in May. "
    assert (name, "criticized", "Ghana") in told(f"{opening}The rebels condemned Ghana.")
    assert (name, "criticized", "Ghana") not in told(f"{opening}Rebels condemned Ghana.")


def test_a_verb_last_in_a_that_clause_is_a_verb() -> None:
    """ "Apologise" is no noun there."""
    assert told("NATO has spoken. Ghana demanded that the alliance apologise.") == [("Ghana", "demanded_of", "NATO")]


def test_regions_hold_states_and_none_holds_itself() -> None:
    """The regions within a region are read through."""
    gazetteer = load_gazetteer()
    regions = [record.name for record in gazetteer.records.values() if record.covers]
    assert len(regions) > 25
    for region in regions:
        states = gazetteer.states_of(region)
        assert states and all(gazetteer.records[state].kind == "state" for state in states)
    assert {"Peru", "Mexico", "Cuba"} <= gazetteer.states_of("Latin America")
    assert gazetteer.states_of("Peru") == frozenset()


@pytest.mark.parametrize(
    "neighbour", ["its neighbour", "its southern neighbor", "its old rival", "its larger neighbour"]
)
def test_a_neighbour_is_the_other_state_just_named(neighbour: str) -> None:
    """Where one other state is named in the sentence before."""
    text = f"Relations between Bolivia and Ghana are tense. Bolivia accused {neighbour} of lying."
    assert told(text) == [("Bolivia", "accused", "Ghana")]


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia, Laos and Ghana are at odds. Bolivia accused its neighbour of lying.",
        "Bolivia is a small land. Bolivia accused its neighbour of lying.",
        "Relations between Bolivia and Ghana are tense. Bolivia accused its neighbours of lying.",
        "Ghana is in turmoil. Bolivia praised its ally.",
    ],
)
def test_a_neighbour_among_several_is_nobody(text: str) -> None:
    """Nor is one that nothing names, nor an ally."""
    assert told(text) == []


@pytest.mark.parametrize("organ", ["government", "authorities", "leadership", "parliament"])
def test_a_body_without_a_government_means_that_of_the_state(organ: str) -> None:
    """ "Its government" is not the union's."""
    text = f"Bolivia held elections. The African Union accused its {organ} of fraud."
    assert told(text) == [("African Union", "accused", "Bolivia")]


def test_whose_leader_is_meant() -> None:
    """ "The country's" of the state named last, "its" of one that the sentence before is about."""
    assert told("Tonga and the African Union are at odds. The African Union criticised the country's king.") == [
        ("African Union", "criticized", "Tonga")
    ]
    assert told("Tonga held elections. Bolivia criticised its king.") == [("Bolivia", "criticized", "Tonga")]
    assert told("Tonga and Bolivia are at odds. Tonga criticised its king.") == []
    assert told("Ghana and Bolivia are at odds. Bolivia ousted its president.") == []


@pytest.mark.parametrize("word", ["renegade", "mutinous", "breakaway", "rebel", "defecting"])
def test_forces_that_turned_on_their_state_are_not_the_state(word: str) -> None:
    """They are a group of their own, at the start of a sentence too."""
    assert told(f"{word.capitalize()} Ghanaian soldiers attacked Togo.") == [
        (f"{word} Ghanaian soldiers", "attacked", "Togo")
    ]
    assert told(f"Togo accused {word} Ghanaian troops of murder.") == [("Togo", "accused", f"{word} Ghanaian troops")]


@pytest.mark.parametrize("text", ["Ghanaian soldiers attacked Togo.", "The Ghanaian army attacked Togo."])
def test_forces_of_a_state_are_the_state(text: str) -> None:
    """Where nothing says that they left it."""
    assert told(text) == [("Ghana", "attacked", "Togo")]


@pytest.mark.parametrize(
    "text",
    [
        '"Ghana must know that we will respond," President Rao of Togo said.',
        "Ghana must understand that the world is watching, President Rao of Togo said.",
        "Togo does not want war with Ghana, President Rao of Togo said.",
        "Togo evacuated its citizens from Ghana.",
    ],
)
def test_no_demand_no_war_and_no_aid(text: str) -> None:
    """What somebody is to know asks no act; a war that nobody wants is no event; nor is a way home for one's own."""
    assert told(text) == []


def test_a_demand_and_aid_beside_them() -> None:
    """What somebody must do is demanded, and others who are brought to safety are helped."""
    assert told("Ghana must stop its attacks, President Rao of Togo said.") == [("Rao", "demanded_of", "Ghana")]
    assert told("Togo evacuated wounded civilians from Ghana.") == [("Togo", "aided", "Ghana")]


def test_a_region_with_a_list_behind_it_is_the_list() -> None:
    """ "Three Nordic countries – Finland, Norway and Sweden –" are these three."""
    named = ["Finland", "Norway", "Sweden"]
    text = "Three Nordic countries - Finland, Norway and Sweden - condemned Togo."
    assert told(text) == [(name, "criticized", "Togo") for name in named]
