"""The word sets that several readers of mentions share."""

from __future__ import annotations

import re

PARTICLES = frozenset(
    "al el bin bint ibn van von der den de da di du dos das la le ul ur abu ter zu e y af ben".split()
)
NOT_NAMES = frozenset(
    """The A An In On At By For From To Of And Or But If As It He She They We You I His Her Its Their Our My This That
    These Those When While After Before Since Until With Without Within Under Over Between Among Also Both Not No Yes
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July August September
    October November December Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Question Answer There Here What Who Why How Where Which
    Now Then Today Yesterday Tomorrow Meanwhile However Earlier Later Following During Despite According Speaking Asked
    Live Watch Read More Photo File Earth Sources Officials Minister Ministers President Government State States
    Foreign Defense Defence Trade""".split()
)
WORD = re.compile(r"[^\W\d_]")
FACTIONS = frozenset(
    """rebels rebel guerrillas guerrilla guerillas militants militant insurgents insurgent gunmen gunman separatists
    separatist opposition extremists extremist terrorists terrorist militiamen militias militia paramilitaries
    mercenaries demonstrators demonstrator protesters protestors protester students student workers worker farmers
    farmer activists activist dissidents nationalists fundamentalists settlers refugees refugee loyalists mutineers
    hijackers hackers elders tribesmen nationalist separatists secessionists islamists jihadists fighters landowners
    prisoners detainees inmates civilians villagers migrants fishermen clerics""".split()
)
"""Plural heads that make a group of their own, not the state, as the one who acts ("Chechen rebels")."""
BODY_WORDS = frozenset(
    """Organization Organisation Union Party Front Movement Council League Association Committee Commission Agency Bank
    Army Forces Alliance Federation Congress Institute Foundation Network Coalition Assembly Authority Watch Society
    Brigades Brigade Organisation Office Fund Group Forum Corps Guard Guards Conference Community Pact Treaty Accord
    Agreement Convention Protocol Summit Club Tribunal Court Parliament Confederation Corporation Service Bureau
    Senate Duma Church Mission Secretariat Directorate Command""".split()
)
FEMALE = frozenset("mrs mrs. ms ms. lady queen princess madam dame chairwoman spokeswoman first-lady".split())
MALE = frozenset("mr mr. sir lord king prince sheikh emir sultan pope chairman spokesman shri".split())
