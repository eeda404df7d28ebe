"""Swedish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
bl.a ca d.v.s dr dvs f.d fr hr kl m.m.ta prof resp s.k t.ex
"""

BEFORE_NUMBERS = """
fig kap nr s sid tel
"""

STARTERS = """
av de den denna deras dessa det detta du där då efter eller en enligt ett från för han hans
hennes hon hur här i inte jag man med mellan men ni nu när och också om på som så till under vad
varför vem vi vid över
"""
