"""Catalan: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
av avda dr dra gral mn p.ex prof sant sr sra srs st sta
"""

BEFORE_NUMBERS = """
art núm pàg pàgs
"""

STARTERS = """
a això al amb aquest aquesta com de del el ell ella els en i l' la les no nosaltres o on per
però quan que qui què segons si també un una
"""
