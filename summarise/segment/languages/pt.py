"""Portuguese: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
arq av cap cel d dr dra drs eng ex exma exmo gen min mons p.ex pe prof profa sr sra sras srs
"""

BEFORE_NUMBERS = """
abr ago art arts cap dez fev fig jan jul jun mai mar n no nov nº out p pp pág págs set tel vol
"""

STARTERS = """
a além ao as assim até com como da das de desde do dos e ela elas ele eles em entre era essa
esse esta este eu foi há isso isto já mas na nas no nos não nós o onde os ou para pela pelo por
porque quando que quem se segundo sem seu sobre sua são também um uma umas uns você à é
"""
