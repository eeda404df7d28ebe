"""German: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
abs art b bzw ca d.h dipl dr evtl exkl fr frl geb gest ggf h hl hr i.d.r ing inkl insb jur med
nat nr o.g phil prof rer s sog st u u.a usw.ta v v.a verh vgl z z.b z.t
"""

BEFORE_NUMBERS = """
abb abs apr art aug bd ca dez feb jan jh kap max mind mio mrd nov nr nrn okt rn s sep sept tab
tel vol ziff
"""

ABBREVIATIONS = """
evtl jhd min mio mrd sek std tsd zzgl
"""

STARTERS = """
aber alle als am an auch auf aus bei beim bis da dann das dem den denn der des die dies diese
diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines einige er es für
gegen hier ich ihr ihre im in kein keine man mit nach nicht noch nun nur ob obwohl oder schon
sein seine seit sie so um und unser unter viele vom von vor wann warum was wegen weil wenn wer
wie wir wo während zu zum zur zwischen über
"""
