"""Italian: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
amm arch avv cav cd cfr dir dott dott.ssa dr ecc.ta egr es gent geom ing mons on p.es prof
prof.ssa rag s sen sig sig.na sig.ra sigg spett
"""

BEFORE_NUMBERS = """
ago apr art artt cap co dic feb fig gen giu lug mag mar n nn nov nr num ott p pag pagg pp set
sett tel vol
"""

STARTERS = """
a ai al alla alle allo anche che chi ciò come con cosa così da dal dalla dei del della delle di
dove e ed egli era fra gli i il in inoltre io l' la le lei lo loro lui ma noi non o per perché
poi quando quella quello questa queste questi questo se si sono su sua sul sulla suo tra un un'
una uno voi è
"""
