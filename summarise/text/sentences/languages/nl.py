"""Dutch: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
a.d.h.v bijv burg bv ca d.d d.w.z dhr dr drs ds i.p.v i.v.m ing ir jhr jl jo m.a.w m.b.t m.n m.u.v
mevr mr mw n.a.v o.a o.b.v o.l.v prof resp st t.a.v t.b.v t.g.v t.o.v t.w.v zgn
"""

BEFORE_NUMBERS = """
afb afd afl art bijl blz deel dl fig hfdst hfst hst mld mln nr nrs op p par pp rn sub tab tel
"""

ABBREVIATIONS = """
b.v bijl gen jhr kon max min mld mln n.chr n.v v.chr
"""

STARTERS = """
aan alle als bij bovendien daarna daarom dan dat de deze die dit door drie dus echter een elke
en er gisteren haar het hij hoe hun ik in inmiddels je later maar met na naar niet nu of om
onder ook op over sommige tegen toen tot twee u uit van vandaag veel volgens voor vooral waar
waarom want wat we wie wij ze zij zijn
"""
