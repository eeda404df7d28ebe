"""Lithuanian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
a.k a.s doc dr gen kun pan plk prof pvz t.y vad šv
"""

BEFORE_NUMBERS = """
d lent nr op p pav sk str t
"""

STARTERS = """
aš bet dar ir iš jau jei ji jie jis jūs kad kai kaip kas kodėl kur mes ne nes o per po prie ta
tai tas už į ši šis
"""
