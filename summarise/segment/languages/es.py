"""Spanish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
arq art av avda cap cmdte d dr dra dña ee ej gral ing lic ntra núm p.ej prof profa pág sr sra
sres srta
"""

BEFORE_NUMBERS = """
abr ago apdo art arts cap dic dom ene feb fig jue jul jun lun mar may mié n no nov nro núm oct p
pp pág págs párr párrf sep sept sáb tel vie vol
"""

ABBREVIATIONS = """
aprox min seg
"""

STARTERS = """
a además al así aunque como con cuando cómo de del desde donde e el ella ellas ellos en entre
era es esa ese eso esta estas este esto estos fue hasta hay la las le les lo los me mi no nos
nosotros o para pero por porque que quién qué se según si sin sobre son su sus también tras u un
una unas unos usted y ya yo él
"""
