"""Polish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
abp al asp bp bł dr gen hab im insp inż kom kpt ks m.in mgr mjr nadkom np o ok os p.p pl podkom
por ppor ppłk prof pt płk red s sierż sp tj tzn tzw ul ws ww zob św
"""

BEFORE_NUMBERS = """
art dz godz il lit lok nr ok op par pkt pl poz r rozdz ryc rys s str t tab tabl tel ul ust wyd zał
"""

ABBREVIATIONS = """
min mld mln n.e p.n.e pkt sygn tys ust
"""

STARTERS = """
a ale był była było były ci co dlaczego dlatego do dwa dzisiaj dziś gdy gdzie i ja jak jednak
jest jeśli jeżeli już każdy kiedy kto lub my na nad następnie nie niektórzy o od on ona one oni
ono oraz po pod ponadto potem przed przy później są ta tak także tam te ten teraz też to trzy
tutaj u w wczoraj we według wiele więc wszyscy wtedy z za ze
"""
