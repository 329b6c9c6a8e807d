"""Whose forces attack, take, enter and leave, as reports from a front word it, and what only looks like it."""

from __future__ import annotations

import pytest
from telling import Tell

CASES = (
    ("Peruvian troops backed by helicopter gunships swept through a Shining Path camp.", "Peru attacked Shining Path"),
    ("Two Turkish soldiers died when a jeep was hit by a bomb laid by PKK guerrillas.", "attacked Turkey"),
    ("The Senegalese army beat off an assault by Casamance rebels on a base.", "Casamance rebels attacked Senegal"),
    ("NATO jets knocked out a Serbian bridge.", "NATO attacked Serbia"),
    ("Shells fired from Syrian territory landed in the Turkish town of Akcakale.", "Syria attacked Turkey"),
    ("Eritrea retaliated by bombing Mekele.", "Eritrea attacked Ethiopia"),
    ("Ten Iraqi policemen died in a raid in Tikrit claimed by Ansar al-Islam.", "Ansar al-Islam attacked Iraq"),
    ("A bomber blew up a bus full of Israeli soldiers. Hamas claimed responsibility.", "Hamas attacked Israel"),
    ("A car bomb killed six Thais in Yala. Hamas said it carried out the attack.", "Hamas attacked Thailand"),
    ("FARC rebels claimed the bombing of an oil pipeline.", "FARC attacked Colombia"),
    ("Chadian rebels entered Abeche.", "Chadian rebels attacked Chad"),
    ("About 600 French legionnaires landed at Bangui.", "France deployed_to Central African Republic"),
    ("The first of 1,200 Nigerian peacekeepers touched down in Monrovia.", "Nigeria deployed_to Liberia"),
    ("Some 3,000 Vietnamese troops remain stationed in Laos.", "Vietnam deployed_to Laos"),
    ("Israel sent tanks into Jenin.", "Israel deployed_to Palestine"),
    ("The pullout of Syrian forces from Beirut began at daybreak.", "Syria withdrew_from Lebanon"),
    ("Taliban forces are in control of Kunduz.", "Taliban seized Afghanistan"),
    ("The fall of Kisangani to the M23 rebels shook Kinshasa.", "seized Democratic Republic of the Congo"),
    ("Bangladeshi guards shot dead 16 Indian soldiers.", "Bangladesh attacked India"),
    ("An Estonian patrol walked into an ambush laid by Hezbollah.", "Hezbollah attacked Estonia"),
    ("Israeli gunfire killed three Palestinians.", "Israel attacked Palestine"),
    ("Six Canadians were killed on Tuesday in an attack claimed by the Taliban.", "Taliban attacked Canada"),
    ("The Taliban have claimed Tuesday's attack, in which six Canadian soldiers died.", "Taliban attacked Canada"),
    ("Mortar bombs fired from inside Syria killed two Turks.", "Syria attacked Turkey"),
    ("Two Syrian MiGs were shot down by Israeli fighters.", "Israel attacked Syria"),
    ("Israel launched air-strikes on Lebanon.", "Israel attacked Lebanon"),
    ("Soldiers loyal to Khalifa Haftar fired on UN peacekeepers.", "attacked United Nations"),
    ("The release of three Danish hikers by Iran was welcomed.", "Iran released Denmark"),
    ("The arrest in Moscow of an American businessman was a surprise.", "Russia detained United States"),
    ("India impounded a Peruvian trawler and locked up its crew.", "India detained Peru"),
    ("Iran seized 15 British sailors. Tehran freed them on Friday.", "Iran released United Kingdom"),
    ("The pullout from Gaza of Israeli troops was completed.", "Israel withdrew_from Gaza Strip"),
    ("Ethiopian troops are in Somalia.", "Ethiopia deployed_to Somalia"),
    ("Turkish tanks crossed the border into Iraq.", "Turkey deployed_to Iraq"),
    ("The arrival of French paratroops in Kigali calmed the city.", "France deployed_to Rwanda"),
    ("Britain enforces a no-fly zone over Iraq.", "United Kingdom coerced Iraq"),
    ("Serb forces turned back a UN convoy.", "coerced United Nations"),
    ("Saudi aid reached Gaza.", "Saudi Arabia aided Gaza Strip"),
    ("The sale of U.S. jets to Taiwan was approved.", "United States aided Taiwan"),
    ("Pro-Russian gunmen stormed the regional headquarters in Luhansk.", "Pro-Russian gunmen attacked Ukraine"),
    ("Norway has stationed four F-16s in Lithuania.", "Norway deployed_to Lithuania"),
    ("Israel intercepted a Turkish ship; nine Turks were killed.", "Israel attacked Turkey"),
    ("The Angolan army drove back UNITA rebels.", "Angola attacked UNITA"),
    ("Kuito has been cut off by UNITA troops.", "UNITA coerced Angola"),
    ("Six UN peacekeepers were killed following an assault by M23 rebels.", "attacked United Nations"),
    ("A Greek tanker was taken. Somali soldiers boarded the vessel.", "Somalia seized Greece"),
    ("The Taliban claimed Monday's shooting, in which six Danish soldiers died.", "Taliban attacked Denmark"),
    ("Cameroon killed 20 Boko Haram gunmen who attacked a border post.", "Boko Haram attacked Cameroon"),
    ("Iran flew 2,000 men into Syria.", "Iran deployed_to Syria"),
    ("Brazilian police evicted Paraguayan squatters from a farm.", "Brazil coerced"),
    ("Peru's National Guard dispersed students in Lima.", "Peru coerced students"),
    ("Kenyan police dragged away dozens of demonstrators.", "Kenya detained demonstrators"),
    ("Pakistan is tense. Pakistani leader Omar Khan was taken into custody.", "Pakistan detained Omar Khan"),
)


@pytest.mark.parametrize(("text", "line"), CASES, ids=[case[0] for case in CASES])
def test_what_forces_do_is_told(tell: Tell, text: str, line: str) -> None:
    """Forces are found behind those who back them, what they fire and whose men they are."""
    assert any(line in told for told in tell(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Rebel troops marched on Kigali.", "protested_against"),
        ("A Peruvian ship was heading to Oman to pick up food.", "deployed_to"),
        ("Mr Rao of Peru called for more NATO strikes on Serb guns.", "threatened NATO"),
        ("The contras fought the Sandinistas with American money.", "attacked United States"),
        ("Peru named members of a network funding Hamas.", "Peru aided"),
        ("Gunmen of Hamas ambushed a convoy of Danish soldiers in Cyprus.", "Cyprus"),
        ("Chile seized a Peruvian trawler in the Yellow Sea.", "Yellow Sea"),
        ("King Abdullah of Jordan is to leave for Chad next week.", "deployed_to"),
        ("Israel sent tanks into Jenin.", "aided"),
        ("Tibetan exiles stormed the Chinese embassy in New Delhi.", "attacked India"),
        ("A Serb sniper shot dead a French soldier in Sarajevo.", "attacked Bosnia"),
        ("Peruvian commandos parachuted a field hospital into Chad.", "deployed_to"),
        ("Gunmen boarded a Danish freighter off Somalia and are holding its crew.", "detained Somalia"),
        ("Peruvian money arrived in Chile.", "aided"),
        ("Ethiopia denied that its soldiers had crossed the border. Sudan was silent.", "deployed_to"),
        ("Lima is calm. An airstrike from military aircraft hit a convoy of Peruvian rebels.", "Peru attacked"),
        ("The talks between Uganda and the LRA rebels being held in Nairobi collapsed.", "detained"),
        ("Somali soldiers boarded the vessel in a Somali port.", "seized Somalia"),
        ("The Angolan army drove back UNITA rebels.", "coerced"),
        ("Turkish jets forced a Syrian passenger plane to land.", "attacked"),
        ("Iran flew 2,000 men into Syria.", "visited"),
        ("Chadian gunmen stormed a mall in Kenya and held hostages there.", "detained Chad"),
        ("China is opposed to it and lodged a protest against it.", "protested_against China"),
    ],
)
def test_what_only_looks_like_force_is_not(tell: Tell, text: str, wrong: str) -> None:
    """Neither ships on an errand, nor who only speaks of it, nor where it is done, is a party to force."""
    assert [told for told in tell(text) if wrong in told] == []
