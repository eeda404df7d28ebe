"""French: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
av bd cf chap dr env ex fig m me mgr mlle mlles mm mme mmes mr mrs p.ex pr st ste
"""

BEFORE_NUMBERS = """
al art avr chap déc env fig févr janv juil l n no nov nº oct p pp r sept t tél vol §
"""

STARTERS = """
ainsi alors après au aussi aux avant avec c' car ce cela ces cet cette chez comme comment d'
dans de depuis des donc du elle elles en enfin entre et il ils je l' la le les leur leurs
lorsque mais n' ne ni nos notre nous on or ou où par pas pendant plus pour pourquoi puis qu'
quand que qui quoi s' sa sans selon ses si son sous sur tous tout toute tu un une vers vous y à
ça
"""
