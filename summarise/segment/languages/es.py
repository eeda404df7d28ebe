"""Spanish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
arq art av avda cap cmdte d dr dra dña ee ej gral ing lic ntra núm p.ej prof profa pág sr sra
sres srta
"""

BEFORE_NUMBERS = """
apdo art arts cap fig n no nro núm p pp pág págs tel vol
"""

STARTERS = """
a además al así aunque como con cuando cómo de del desde donde e el ella ellas ellos en entre
era es esa ese eso esta estas este esto estos fue hasta hay la las le les lo los me mi no nos
nosotros o para pero por porque que quién qué se según si sin sobre son su sus también tras u un
una unas unos usted y ya yo él
"""
