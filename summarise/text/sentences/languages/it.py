"""Italian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
amm arch avv cav cd cfr dir dott dott.ssa dr ecc.ta egr es gent geom ing mons on p.es prof
prof.ssa rag s sen sig sig.na sig.ra sigg spett
"""

BEFORE_NUMBERS = """
ago all apr art artt ca cap co d.l d.lgs d.p.r dic es fasc feb fig gen giu int lett lib lug mag mar
n nn nov nr num op ott p pag pagg par paragr pp rif sc sec set sett sez tab tav tel tit vol
"""

ABBREVIATIONS = """
a.c artt d.c max min pagg s.p.a s.r.l
"""

STARTERS = """
a ad ai al alcuni alla alle allo allora anche che chi ciò come con cosa così da dal dalla dei
del della delle di dopo dove due durante e ed egli era fra gli i ieri il in infine inoltre
intanto io l' la le lei lo loro lui ma molti noi non nonostante o oggi ogni ora per perché però
poi quando quella quello questa queste questi questo quindi se secondo si sono su sua sul sulla
suo tra tre tuttavia un un' una uno voi è
"""
