"""Who fights in agency reports of wars: bodies by their letters, spokesmen without a name, fire that is returned."""

from __future__ import annotations

import pytest
from telling import Tell

CASES = (
    # bodies
    ("The Forces for the Defence of Democracy (FDD) met Chad. The FDD attacked Burundi.", "CNDD-FDD attacked Burundi"),
    ("The Mutara Democratic Alliance (ADM) is small. The ADM shelled Kigali.", "Mutara Democratic Alliance attacked"),
    ("RAFD rebels killed ten Togolese soldiers.", "RAFD attacked Togo"),
    ("SPLF guerrillas attacked Togo. The SPLF is new.", "SPLF attacked Togo"),
    (
        "MLZ rebels attacked Chad. The Movement for the Liberation of Zarumba (MLZ) is new.",
        "Movement for the Liberation of Zarumba attacked Chad",
    ),
    ("Fighters of the Zarumba Liberation Front attacked Chad.", "Zarumba Liberation Front attacked Chad"),
    ("Chadian rebels of the Zarumba Liberation Front attacked Abeche.", "Zarumba Liberation Front attacked Chad"),
    ("Fighters of Charles Taylor's NPFL shelled Tubmanburg.", "National Patriotic Front of Liberia attacked Liberia"),
    ("Mutinous soldiers led by General Ansumane Mane seized the airport in Bissau.", "Ansumane Mane seized"),
    # spokesmen
    (
        "The town has fallen, a spokesman for the Azerbaijani army said. He accused Armenia of arming the rebels.",
        "Azerbaijan accused Armenia",
    ),
    (
        "Troops lost the town of Fizuli, a spokesman for the Azerbaijani army said. He accused Armenia of an attack.",
        "Azerbaijan accused Armenia",
    ),
    ("Chad is at war. A rebel spokesman accused France of bombing villages.", "rebels accused France"),
    # who hit whom
    (
        "Fighting between Georgian troops and Abkhaz rebels raged around Sukhumi.",
        "Georgia, Abkhaz separatists attacked",
    ),
    ("UNITA troops fired rockets at government positions near Malanje.", "UNITA attacked Angola"),
    ("Serbs rained shells on the Muslim quarter of Mostar.", "Bosnian Serbs attacked Bosnia and Herzegovina"),
    ("Shelling by Serb forces around Gorazde eased.", "Bosnian Serbs attacked Bosnia and Herzegovina"),
    ("Rebels are near Kigali and have shelled its airport.", "Rebels attacked Rwanda"),
    ("Thai troops fired on a French post. The Frenchmen returned fire.", "France attacked Thailand"),
    ("Abkhaz troops returned fire after Georgian forces shelled a village.", "Abkhazia attacked Georgia"),
    ("Kashmiri militants battled Indian soldiers.", "Kashmiri militants attacked India"),
    ("UNITA rebels closed in on Malanje.", "UNITA attacked Angola"),
    ("The Taliban swept into Kabul.", "Taliban attacked Afghanistan"),
    ("The Eritreans sustained heavy losses at the hands of Ethiopian forces.", "Ethiopia attacked Eritrea"),
    ("Angolan troops retook Huambo.", "Angola seized Huambo"),
    ("Malanje has been under siege by UNITA for months.", "UNITA coerced Angola"),
    ("Philippine forces surrounded Moslem rebels in a school.", "Philippines coerced Moslem rebels"),
    (
        "Fighters loyal to Prince Johnson held 20 Ghanaian peacekeepers and ten Lebanese hostage.",
        "detained Ghana, Lebanon",
    ),
    ("The student militia known as the Taleban attacked an Iranian post.", "Taliban attacked Iran"),
    ("Gunmen of warlord Hussein Aidid attacked a Pakistani post.", "Hussein Aidid attacked Pakistan"),
    ("Burundi's Tutsi-dominated army killed 50 Hutu rebels.", "Burundi attacked Hutus"),
    ("The Karen National Union lost its headquarters to Burmese troops.", "Myanmar seized Karen National Union"),
    # truces and talks
    (
        "Franjo Tudjman met Serb leader Goran Hadzic on Tuesday and agreed to reopen the highway.",
        "Franjo Tuđman, Goran Hadzic agreed_with",
    ),
    ("Hun Sen gave the Khmer Rouge three months to give up their stronghold.", "Hun Sen demanded_of Khmer Rouge"),
    ("Mali said it would not be provoked and sent a message to Idriss Deby.", "Mali wrote_to Idriss Déby"),
    ("Peace talks between the Sri Lankan government and Tamil Tigers collapsed.", "Sri Lanka, Liberation Tigers"),
    ("Tamil Tigers called off a truce with the Sri Lankan government.", "Liberation Tigers of Tamil Eelam rejected"),
    ("Guatemalan rebels of the URNG announced a suspension of offensive actions.", "ceased_fire_with Guatemala"),
    ("Mali will withdraw its battalion from the peacekeeping force in Rwanda.", "Mali withdrew_from Rwanda (planned)"),
    (
        "Alexander Lebed flew in, forcing Moldovan troops to hold back and signing a truce with Pavel Creanga.",
        "Alexander Lebed ceased_fire_with Pavel Creanga",
    ),
    ("The Kurdistan Democratic Party of Massoud Barzani, backed by Iraq, met Iran.", "Iraq supported Kurdistan"),
)


@pytest.mark.parametrize(("text", "line"), CASES, ids=[case[0] for case in CASES])
def test_the_parties_of_a_war_are_found(tell: Tell, text: str, line: str) -> None:
    """Bodies that no list knows act by their name or letters; speakers without a name speak for theirs."""
    assert any(line in told for told in tell(text)), tell(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("MORE REBELS KILLED IN CHAD. Mali met Chad.", "MORE"),
        ("President dos Santos flew to Gabon, a spokesman said. He thanked Omar Bongo.", "Angola praised"),
        ("Fighting for a free Tibet, the monks marched to Lhasa.", "attacked"),
        ("President Clinton put U.S. forces in the Gulf on high alert.", "deployed_to"),
        ("Moldova told its men to hold their attack on Bendery.", "attacked"),
        ("Ibrahim Rugova was urged to send a team to talks with Belgrade.", "negotiated_with Serbia\n"),
        ("The leader of a powerful militia left Mogadishu to attend talks in Djibouti.", "Ahmed visited"),
        ("Hun Sen and Norodom Sihanouk met for talks in Jakarta that Chatichai Choonhavan mediated.", "Indonesia"),
        ("Tamil Tigers called off a truce with the Sri Lankan government.", "ceased_fire_with"),
        ("Rebel soldiers seized the airport in Bissau.", "protested_against"),
        ("Gunmen fired on a Turkish post. The Turks returned fire. Libya met Chad.", "Turkey attacked Libya"),
        ("A Unita spokesman in Lisbon insisted its forces were in control there.", "Portugal"),
        ("Renamo rebels stepped up attacks in breach of a truce signed in Rome.", "Italy"),
        ("Xanana Gusmao appealed to militia chief Eurico Guterres to order his men to stop.", "demanded_of"),
        ("President Burundi Rao met President Paz and agreed to a request.", "Rao, Paz agreed_with"),
        ("Government troops are near Nairobi. Kenya met Chad.", "attacked"),
    ],
)
def test_what_nobody_did_is_not_told(tell: Tell, text: str, line: str) -> None:
    """Words of a headline are no body, and a truce that is called off is none."""
    assert not any(line in f"{told}\n" for told in tell(text)), tell(text)
