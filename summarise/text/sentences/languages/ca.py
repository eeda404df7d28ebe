"""Catalan: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
av avda dr dra gral mn p.ex prof sant sr sra srs st sta
"""

BEFORE_NUMBERS = """
ap art cap fig núm op par pàg pàgs ref vol
"""

STARTERS = """
a això al amb aquest aquesta com de del el ell ella els en i l' la les no nosaltres o on per
però quan que qui què segons si també un una
"""
