"""Vietnamese: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bs gs gs.ts ks pgs pgs.ts ths tp ts
"""

BEFORE_NUMBERS = """
chg số tr
"""

STARTERS = """
cho các có cũng của khi không là một như nhưng những này theo trong tuy tại từ và về với đã đến
để
"""
