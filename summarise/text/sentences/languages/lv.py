"""Latvian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
dr piem plkv prof sv t.i t.s ģen
"""

BEFORE_NUMBERS = """
att lpp nod nr op p sk tab
"""

STARTERS = """
ar bet es ja jau jo jūs ka kad kas kur kā kāpēc mēs nav no par pie pēc tas tā un viņa viņi viņš
vēl šis šī
"""
