"""Slovak: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
cca doc dr gen ing judr mgr mudr napr nám p phdr plk prof resp sv tj tzv ul č čl
"""

BEFORE_NUMBERS = """
kap obj obr ods op písm r s str tab tel vyd zv č čl
"""

ABBREVIATIONS = """
max mil n.l obr ods pred.n.l s.r.o stor tab tis
"""

STARTERS = """
a aj ak ako ale alebo bol bola boli bolo dnes do dva i ich ja je jeho jej každý kde keď kto my
na nad navyše neskôr nie niektorí o od on ona oni ono po pod podľa potom pred preto prečo pri sú
tak tam ten teraz tiež to tri tu tá tí u už v veľa vo včera však všetci z za zo čo
"""
