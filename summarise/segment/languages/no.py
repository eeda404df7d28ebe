"""Norwegian: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
bl.a ca dr dvs f.eks fr hr kgl kl nr pga prof s.k st
"""

BEFORE_NUMBERS = """
fig kap nr s tlf
"""

STARTERS = """
av da de den denne der deres det dette disse du ei eller en et etter for fra han hans hennes her
hun hva hvem hvor hvordan i ifølge ikke jeg man med mellom men nå når og også om over på som så
til under ved vi
"""
