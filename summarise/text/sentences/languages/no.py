"""Norwegian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bl.a ca dr dvs f.eks fr hr kgl kl nr pga prof s.k st
"""

BEFORE_NUMBERS = """
avsn bd fig kap nr op pkt s tab tlf
"""

ABBREVIATIONS = """
cand e.kr ekskl f.kr inkl jfr m.fl m.m mill mnd mrd stk
"""

STARTERS = """
alle av da de den denne der deres deretter derfor dessuten det dette disse du ei eller en et
etter for fra han hans hennes her hun hva hvem hvor hvordan i ifølge ikke jeg man mange med
mellom men noen nå når og også om over på senere siden som så til to tre under ved vi
"""
