"""What short summaries of agency news tell: who is asked, who answers, who died in whose attack."""

from __future__ import annotations

import pytest
from telling import Tell


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A truce brokered by Libya was signed by Chad and Sudan.", "Libya mediated Chad"),
        ("Peru called in the Chilean envoy to demand the release of the vessel.", "Peru demanded_of Chile"),
        ("President Deby said his country would file a complaint, accusing Mali of invading it.", "accused Mali"),
        ("Three Thai and two Cambodian soldiers died in a gunfight.", "Thailand, Cambodia attacked"),
        ("Two Eritrean soldiers and a Djiboutian policeman were killed in a clash.", "Eritrea, Djibouti attacked"),
        ("Peru blocked a vote on a draft resolution sponsored by Chile.", "Peru rejected Chile"),
        ("William Hague called for similar steps by the EU.", "William Hague urged European Union"),
        ("Peru's decision to recognise it was denounced in Tbilisi.", "Georgia criticized Peru"),
        ("Gazprom cut off all deliveries through Ukraine.", "Gazprom coerced Ukraine"),
        ("Yemeni officials said a US drone strike killed 13 civilians.", "United States attacked Yemen"),
        ("A Jordanian raid, during which eight Syrians died, was condemned.", "Jordan attacked Syria"),
        ("Peru condemned the deaths of two engineers in a NATO raid.", "Peru criticized NATO"),
        ("Peru protested the arrest of two Peruvian envoys in Chad.", "Chad detained Peru"),
        ("Kenya expelled two envoys of Chad over Chad's refusal to extradite him.", "Chad rejected Kenya"),
        ("Rwanda threatened retaliation, a new low in its relations with Chad.", "Rwanda threatened Chad"),
        ("Spain's ambassador to Chad lodged a complaint over the raid.", "Spain accused Chad"),
        ("Peru said it had evidence that Chad had armed the rebels.", "Peru accused Chad"),
        ("Peru said it would not talk to Turkey unless Ankara apologises.", "Peru demanded_of Turkey"),
        ("The junta in Burma refused American help.", "Myanmar rejected United States"),
        ("The United Nations denounced the coup in Fiji.", "United Nations criticized Fiji"),
        ("Chad attended a rally in support of Georgia.", "Chad supported Georgia"),
        ("Chad bombed a camp in Mali in response to a mortar attack by Boko Haram.", "Boko Haram attacked Chad"),
        ("Chad said the raid was carried out by Peruvian commandos.", "Chad accused Peru"),
        ("Peru imposed sanctions on Chad over its support for Boko Haram.", "Chad supported Boko Haram"),
        ("Peru dismissed a Syrian demand that Peru leave the region.", "Syria demanded_of Peru"),
        ("Peru said Chad's decision to free the men was a positive step.", "Peru praised Chad"),
        ("Two Cuban nurses who had spent a year in a Libyan prison were released.", "Libya released Cuba"),
        ("Peru ordered the closure of its embassy in Bogota.", "Peru withdrew_from Colombia"),
        ("Sweden, which wants to question him, called in the Ecuadorean ambassador.", "Sweden summoned Ecuador"),
        ("The Swedish minister, Carl Rao, was refused entry to Sri Lanka.", "Sri Lanka rejected Carl Rao"),
        ("Rao regretted the death of five Turkish civilians in mortar fire from Syria.", "Syria attacked Turkey"),
        ("Burmese opposition leader Aung San Suu Kyi has been put on trial.", "Myanmar accused Aung San Suu Kyi"),
        ("ELN rebels freed two Peruvians after holding them for eight days.", "detained Peru"),
        ("A US helicopter gunship killed two Pakistani soldiers.", "United States attacked Pakistan"),
    ],
)
def test_who_does_what_to_whom(tell: Tell, text: str, event: str) -> None:
    """A sentence of news tells its event."""
    assert any(told.startswith(event) or event in told for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Iran arrested three Swedish tourists. Sweden asked for consular access.", "Sweden urged Iran"),
        ("Burma arrested Aung San Suu Kyi. Chad called for her immediate release.", "Chad urged Myanmar"),
        ("Peru elected a president. The European Union described the vote as fair.", "European Union praised Peru"),
        ("Chad hit a town. The vote in Peru was rejected by Mali, which called for the release of all monks.", "Peru"),
        ("A flood hit Mozambique. Cuba sent tents to Mozambique, and Peru pledged $2 million in aid.", "Peru aided"),
        ("Kenya expelled four Eritrean diplomats. Eritrea said it would retaliate.", "Eritrea threatened Kenya"),
        ("Kenya expelled four Eritrean diplomats. Eritrea said this move would have consequences.", "Eritrea warned"),
        ("NATO jets killed nine Afghan children. NATO's commander, John Rao, apologised for the raid.", "conceded_to"),
        ("Chad will hand over two men to Peru. Peru had asked for their extradition.", "Peru urged Chad"),
        ("Hamas freed two Peruvian engineers. They had been kidnapped in April.", "Hamas detained Peru"),
        ("The EU adopted a resolution. The resolution calls on Chad to withdraw.", "European Union urged Chad"),
        ("Peru pardoned two murderers. Chad protested against the pardon.", "Chad protested_against Peru"),
        ("Israel and Syria are at war. Talks between the two states, mediated by Chad, resumed.", "Israel"),
    ],
)
def test_the_other_side_is_told_before(tell: Tell, text: str, event: str) -> None:
    """Who is left out is whom the sentence before tells of."""
    assert any(event in told for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Somali pirates will release the ship, according to Moses Rao.", "released Moses Rao"),
        ("Rao was jailed for entering Peru illegally.", "visited"),
        ("Chad urged Russia to restore gas supplies to Peru.", "aided"),
        ("The army of Peru freed a Swiss worker whom the ELN held. ELN rebels freed a man they held hostage.", "x"),
        ("France's envoy Rao accused the two countries of lying. Peru and France had said so.", "accused Peru"),
        ("Following a flood, Cuba sent tents, and Peru pledged aid.", "aided Cuba"),
        ("Boko Haram vowed to attack any foreign force that entered the town.", "attacked Chad"),
        ("Chad denounced an attempted coup in Peru.", "criticized"),
        ("Chad said there was no evidence that Peru had armed the rebels.", "accused"),
        ("Chad has no proof that Peru armed the rebels.", "accused"),
        ("Two Peruvian soldiers were killed in a clash.", "attacked"),
        ("Peru said a Peruvian bomb killed two foreign tourists.", "attacked Peru"),
        ("The abduction of two Peruvian envoys in Chad was condemned.", "Chad detained"),
        ("Peru criticized Chad's refusal.", "rejected"),
        ("NATO's commander, John Rao, apologised for the NATO raid.", "conceded_to NATO"),
        ("Rao described the weather in Peru as fair.", "praised"),
        ("Peru's visit was praised in Geneva.", "Switzerland praised"),
        ("Peruvian troops killed Moses Rao along with six other guerrillas.", "guerrillas attacked"),
        ("The resolution calls on Chad to end its dispute with Mali.", "Chad agreed_with Mali'"),
        ("Peru approved a text declaring the raid a violation of Chad's sovereignty.", "Peru coerced"),
        ("Peru wants the closure of Chad's schools.", "coerced"),
        ("Peru had turned down an earlier Chadian request for Moses Rao.", "urged Moses Rao"),
        ("Rebels are closing in on Peru.", "rebels coerced"),
        ("London maintains that Peruvian troops were there, a claim rejected by Lima.", "demanded_of"),
        ("Rao was released following a visit to Peru by Senator Jim Webb.", "Webb released"),
        ("Peru's president, Juan Paz, has threatened to shut the US embassy in Lima.", "threatened Peru"),
        ("Peru mourned the death of two Poles in a fire.", "attacked"),
        ("Colombian opposition groups have been accused of lying.", "Colombia accused"),
    ],
)
def test_what_tells_no_such_event(tell: Tell, text: str, event: str) -> None:
    """Words that are like those of an act, and are none."""
    assert not any(event in told for told in tell(text)), tell(text)
