"""Swedish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bl.a ca d.v.s dr dvs f.d fr hr kl m.m.ta prof resp s.k t.ex
"""

BEFORE_NUMBERS = """
avd bd enl fig kap mom nr op s sid tab tel
"""

ABBREVIATIONS = """
avd e.kr exkl f.kr inkl jfr m.fl max mdr milj min mån tim övers
"""

STARTERS = """
alla av dag de den denna deras dessa dessutom det detta dock du där därefter därför då efter
eller en enligt ett från för han hans hennes hon hur här i igår inte jag man med mellan men
många ni nu när några och också om på sedan senare som så till tre två under vad varför vem vi
vid över
"""
