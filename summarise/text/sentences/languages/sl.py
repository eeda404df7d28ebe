"""Slovene: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
doc dr gdč ing inž mag npr oz prof sv t.i t.j ti tj ul
"""

BEFORE_NUMBERS = """
gl odst op pogl pril sl str tab toč tč čl št
"""

STARTERS = """
a ampak do in iz jaz kaj kako kdaj kdo ker kje ko med mi na ne od on ona oni ono po pred pri s
se ta ti to tudi v vi vsi z za zakaj če še
"""
