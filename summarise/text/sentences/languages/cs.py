"""Czech: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
cca doc dr gen ing judr kol kpt mgr mjr mudr např nám p phdr plk por prof pí resp rndr sv tj tzv
ul č čl
"""

BEFORE_NUMBERS = """
kap obj obr odd odst op poř písm r rov s str sv tab tel vyd č čl
"""

ABBREVIATIONS = """
max mil n.l obr odst př.n.l s.r.o stol tab tis
"""

STARTERS = """
a ale byl byla byli bylo co dnes do dva i jak je jeho jejich její jsou já každý kde kdo když
mnoho my na nad navíc ne nebo nyní někteří o od on ona oni ono pak po pod podle pokud potom
později proto proč před při ta tady tak také tam ten teď ti to ty tři u už v ve včera však
všichni z za ze
"""
