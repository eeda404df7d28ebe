"""Finnish: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
esim klo mm n ns prof tri ts
"""

BEFORE_NUMBERS = """
kpl kuv mom nro op os puh s taul vrt
"""

ABBREVIATIONS = """
eaa ekr jaa jkr kpl milj mrd puh yht
"""

STARTERS = """
ei eilen että he heidän hän hänen ja jos jotkut kaikki koska kuin kuitenkin kun lisäksi me
meidän minä monet moni mutta myöhemmin myös ne niin nyt nämä oli on ovat se sen siellä siitä
siksi sinä sitten tai tämä tänään tässä täällä vaikka
"""
