"""French: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
av bd c.-à-d cf chap dr env ex fig m me mgr mlle mlles mm mme mmes mr mrs p.ex pr prof st ste
"""

BEFORE_NUMBERS = """
al ann art avr bât ch chap d déc env fasc fig févr janv juil l lig livr n no nov n° nº oct op p par
paragr pl pp r ref réf sect sept suppl t tab tabl tit tél vol § éd ét
"""

ABBREVIATIONS = """
apr.j.-c av.j.-c env prof sept trad vol
"""

STARTERS = """
ainsi alors après au aujourd'hui aussi aux avant avec c' car ce cela cependant certains ces cet
cette chaque chez comme comment d' dans de depuis des deux donc du elle elles en enfin ensuite
entre et hier il ils je jusqu'à l' la le les leur leurs lors lorsque mais malgré n' ne ni nos
notre nous on or ou où par parmi pas pendant plus plusieurs pour pourquoi pourtant puis qu'
quand quant que qui quoi s' sa sans selon ses si son sous sur tous tout toute toutefois trois tu
un une vers vous y à ça
"""
