"""Romanian: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
art bd d-na dl dna dr ex ing nr prof str
"""

BEFORE_NUMBERS = """
art nr p pag vol
"""
