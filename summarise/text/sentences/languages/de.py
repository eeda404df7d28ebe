"""German: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
abs art b bzw ca d.h dipl dr evtl exkl fa fr frl geb gem gest ggf h hl hr i.d.r ing inkl insb jur
med nat nr lt o.g phil prof rd rer s sog st u u.a usw.ta v v.a verh vgl z z.b z.t
"""

BEFORE_NUMBERS = """
abb abs apr art aug bd ca dez feb jan jh kap max mind mio mrd nov nr nrn okt rn s sep sept tab
str tel vol ziff
"""

ABBREVIATIONS = """
evtl jhd min mio mrd sek std tsd zzgl
"""

STARTERS = """
aber alle allerdings alles als am an andere auch auf aus außerdem bei beim bereits bis da dabei
daher damit danach dann darauf das davon dazu dem den denn der des deshalb die dies diese diesem
diesen dieser dieses doch dort drei durch ein eine einem einen einer eines einige er es etwa für
gegen gestern heute hier ich ihr ihre im in insgesamt inzwischen jedoch jetzt kein keine laut
man mehr mit nach nicht noch nun nur ob obwohl oder rund schon sein seine seit sie so später
trotzdem um und unser unter viele vom von vor wann warum was wegen weil wenn wer wie wir wo
während zu zudem zum zur zuvor zwei zwischen über
"""
