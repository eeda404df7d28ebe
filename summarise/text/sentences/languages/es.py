"""Spanish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
arq art av avda cap cmdte d dr dra dña ee ej gral ing lic ntra núm p.ej prof profa pág sr sra
sres srta
"""

BEFORE_NUMBERS = """
abr ago ap apdo apdos art arts cap cuad dic dom ed ej ene esc feb fig fols inc jue jul jun lib lun
lám lín mar may mié n no nov nro núm oct op ord p piso pp pta pág págs párr párrf ref s sep sept ss
sáb tab tel tomo tít vie vol
"""

ABBREVIATIONS = """
a.c a.m aprox c.a d.c ee.uu min p.m s.a s.l seg
"""

STARTERS = """
a además ahora al algunos allí aquí así aunque ayer cada como con cuando cómo de del desde
después donde dos durante e el ella ellas ellos embargo en entonces entre era es esa ese eso
esta estas este esto estos fue hasta hay hoy la las le les lo los luego me mi mientras muchos no
nos nosotros o otra otro otros para pero pese por porque que quién qué se según si sin sobre son
su sus también todo todos tras tres u un una unas unos usted y ya yo él
"""
