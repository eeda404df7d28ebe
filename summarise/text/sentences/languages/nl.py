"""Dutch: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
bijv burg bv ca d.w.z dhr dr drs ds ing ir jhr jl m.b.t m.n mevr mr mw o.a prof resp st t.a.v
"""

BEFORE_NUMBERS = """
art blz deel fig nr nrs p pp tel
"""

ABBREVIATIONS = """
bijl gen jhr kon max min mln
"""

STARTERS = """
aan alle als bij bovendien daarna daarom dan dat de deze die dit door drie dus echter een elke
en er gisteren haar het hij hoe hun ik in inmiddels je later maar met na naar niet nu of om
onder ook op over sommige tegen toen tot twee u uit van vandaag veel volgens voor vooral waar
waarom want wat we wie wij ze zij zijn
"""
