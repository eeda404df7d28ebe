"""Estonian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
ca dr hr nn näit pr prof s.t st
"""

BEFORE_NUMBERS = """
lg lk nr op p ptk tab
"""

STARTERS = """
aga ei enne et ja ka kes kui kuid kuidas kus ma me miks mis nad need nüüd oli on pärast sa see
selle siis ta te üks
"""
