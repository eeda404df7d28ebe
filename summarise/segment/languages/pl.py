"""Polish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
abp al asp bp bł dr gen hab im insp inż kom kpt ks m.in mgr mjr nadkom np o ok os p.p pl podkom
por ppor ppłk prof pt płk red s sierż sp tj tzn tzw ul ws ww św
"""

BEFORE_NUMBERS = """
art godz nr ok par pkt poz r s str tel ul ust
"""

STARTERS = """
a ale był była było były ci co dlaczego do gdy gdzie i ja jak jednak jest jeśli jeżeli już kiedy
kto lub my na nad nie o od on ona one oni ono oraz po pod przed przy są ta tak także te ten też
to u w we według więc z za ze
"""
