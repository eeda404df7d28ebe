"""Spanish: see :mod:`summarise.text.sentences.languages`."""

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
a además ahora al algunos allí aquí así aunque ayer cada como con cuando cómo de del desde
después donde dos durante e el ella ellas ellos embargo en entonces entre era es esa ese eso
esta estas este esto estos fue hasta hay hoy la las le les lo los luego me mi mientras muchos no
nos nosotros o otra otro otros para pero pese por porque que quién qué se según si sin sobre son
su sus también todo todos tras tres u un una unas unos usted y ya yo él
"""
