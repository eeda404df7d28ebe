"""Dutch: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
bijv bv ca d.w.z dhr dr drs ds ing ir jl m.b.t m.n mevr mr mw o.a prof resp st t.a.v
"""

BEFORE_NUMBERS = """
art blz deel fig nr nrs p pp tel
"""

STARTERS = """
aan als bij dan dat de deze die dit door dus een en er haar het hij hoe hun ik in je maar met na
naar niet nu of om onder ook op over tegen toen tot u uit van volgens voor waar waarom want wat
we wie wij ze zij zijn
"""
