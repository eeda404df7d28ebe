"""Italian: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
amm arch avv cav cd cfr dir dott dott.ssa dr ecc.ta egr es gent geom ing mons on p.es prof
prof.ssa rag s sen sig sig.na sig.ra sigg spett
"""

BEFORE_NUMBERS = """
ago apr art artt cap co dic feb fig gen giu lug mag mar n nn nov nr num ott p pag pagg pp sec set
sett tel vol
"""

ABBREVIATIONS = """
artt max min pagg
"""

STARTERS = """
a ad ai al alcuni alla alle allo allora anche che chi ciò come con cosa così da dal dalla dei
del della delle di dopo dove due durante e ed egli era fra gli i ieri il in infine inoltre
intanto io l' la le lei lo loro lui ma molti noi non nonostante o oggi ogni ora per perché però
poi quando quella quello questa queste questi questo quindi se secondo si sono su sua sul sulla
suo tra tre tuttavia un un' una uno voi è
"""
