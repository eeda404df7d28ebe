"""German: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
a.d a.g abs art b bes betr bspw bzw ca d.h desgl dipl dr einschl entspr evtl exkl fa fr frl geb gem
gest ggf ggü h hl hr i.a i.allg i.d i.d.r i.e.s i.s i.s.d i.s.v i.v i.v.m i.w.s ing inkl insb jur
lat lt m.a.w m.e med n.a nat nr o.g p.a phil prof rd rer s s.a s.o s.u sog st u u.a u.a.m u.u ugs
urspr usw.ta v v.a verh vgl vorl z z.b z.hd z.t z.z z.zt zw zzt
"""

BEFORE_NUMBERS = """
abb abs abt anh anl anm apr art aug bd bl buchst ca dez feb fig fn gl hausnr jan jh kap kl lfd lit
max mind mio mrd nov nr nrn okt op randnr rdnr rn rz s sep sept ser sp str tab teilbd tel tl ufl var
vol ziff zit zus
"""

ABBREVIATIONS = """
a.a.o dgl ebd evtl jh jhd min mio mrd n.chr o.dgl o.ä sek std tsd u.dgl u.v.a u.v.m u.ä usf v.chr
zzgl
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
