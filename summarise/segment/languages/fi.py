"""Finnish: words that decide where a sentence ends; see :mod:`summarise.segment.languages`."""

JOINING = """
esim klo mm n ns prof tri ts
"""

BEFORE_NUMBERS = """
kpl nro puh s
"""

STARTERS = """
ei että he hän ja jos koska kuin kun me minä mutta myös ne niin nyt nämä oli on ovat se siitä
sinä tai tämä vaikka
"""
