"""Romanian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
art bd col d-na d.p.d.v dl dna dr ex gen ing mr nr pr prof sf st str
"""

BEFORE_NUMBERS = """
alin ap art bl et fig lit nr op p pag pct sc sec tab vol
"""

ABBREVIATIONS = """
a.c d.c d.hr s.a s.r.l î.hr
"""

STARTERS = """
a această acest acestea acum apoi astfel atunci au azi ce cine conform cu cum când dacă dar de
de-a din două după ea ei el ele este fiecare fost iar ieri la mai mulți nu o pe pentru potrivit
prin sunt toate tot totuși toți trei ulterior un unde unii în însă și
"""
