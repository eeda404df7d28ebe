"""Danish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
bl.a ca dr dvs f.eks fr hr kgl kl nr pga prof s.k skt
"""

BEFORE_NUMBERS = """
fig kap nr s stk tlf
"""

STARTERS = """
af da de den denne der deres det dette disse du efter eller en et for fra han hans hendes her
hun hvad hvem hvor hvordan i ifølge ikke jeg man med mellem men nu når og også om over på som så
til under ved vi
"""
