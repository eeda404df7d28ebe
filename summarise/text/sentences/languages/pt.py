"""Portuguese: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
arq av cap cel d dr dra drs eng ex exma exmo gen min mons p.ex pe prof profa sr sra sras srs
"""

BEFORE_NUMBERS = """
abr ago al and anx ap art arts bl cap dez ed fev fig fl fls inc jan jul jun liv loc mai mar n no nov
nº op out p par parág pp proc pág págs ref set séc séct tab tel tít vol
"""

ABBREVIATIONS = """
a.c a.m aprox cia d.c max min p.m s.a
"""

STARTERS = """
a agora alguns além ao apesar após as assim até cada com como contudo da das de depois desde do
dois dos durante e ela elas ele eles em entre entretanto então era essa esse esta este eu foi
hoje há isso isto já mas muitos na nas no nos não nós o onde ontem os ou outra outro para pela
pelo por porque porém quando que quem se segundo sem seu sobre sua são também três um uma umas
uns você à é
"""
