"""Danish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bl.a ca dr dvs f.eks fr hr kgl kl nr pga prof s.k skt
"""

BEFORE_NUMBERS = """
afsn bd fig kap lit nr op pkt s sml sp stk tab tlf
"""

ABBREVIATIONS = """
e.kr ekskl f.kr inkl jfr m.fl m.m max mia min mio vedr vha
"""

STARTERS = """
af alle da de den denne der derefter deres derfor desuden det dette disse dog du efter eller en
et for fra han hans hendes her hun hvad hvem hvor hvordan i ifølge ikke jeg man mange med mellem
men nogle nu når og også om over på senere siden som så til to tre under ved vi
"""
