"""Cue words after Edmundson (1969): those that speak for a sentence, and those against it.

Bonus words are comparatives, superlatives and words of weight; stigma words hedge, digress or
belittle. A language without a list has none, and the cue part is zero for it.
"""

from __future__ import annotations

_BONUS = {
    "en": "important significant essential main major key central crucial fundamental best "
    "greatest highest largest conclude conclusion result show find reveal therefore",
    "de": "wichtig bedeutend wesentlich entscheidend zentral grundlegend best größte höchste "
    "ergebnis ergeben zeigen folglich insgesamt fazit",
    "fr": "important significatif essentiel principal majeur central crucial fondamental meilleur "
    "résultat montrer révéler conclure conclusion donc",
    "es": "importante significativo esencial principal mayor central crucial fundamental mejor "
    "resultado mostrar revelar concluir conclusión",
    "it": "importante significativo essenziale principale maggiore centrale cruciale fondamentale "
    "migliore risultato mostrare rivelare concludere conclusione",
    "pt": "importante significativo essencial principal maior central crucial fundamental melhor "
    "resultado mostrar revelar concluir conclusão",
    "nl": "belangrijk significant essentieel voornaamste grootste centraal cruciaal fundamenteel "
    "beste resultaat tonen blijken concluderen conclusie",
    "pl": "ważny istotny główny kluczowy zasadniczy podstawowy najlepszy największy wynik "
    "pokazywać ujawniać wniosek",
    "ru": "важный значительный существенный главный основной ключевой центральный лучший "
    "крупнейший результат показать вывод",
    "sv": "viktig betydande väsentlig huvudsaklig central avgörande grundläggande bäst störst "
    "resultat visa slutsats",
    "cs": "významný vynikající podstatný důležitý hlavní klíčový zásadní nejlepší největší "
    "výsledek ukázat závěr",
}
_STIGMA = {
    "en": "hardly impossible perhaps maybe incidentally supposedly somewhat example instance "
    "anecdote aside",
    "de": "kaum unmöglich vielleicht eventuell übrigens angeblich etwa beispiel anekdote nebenbei",
    "fr": "guère impossible peut-être éventuellement prétendument exemple anecdote",
    "es": "apenas imposible quizás acaso supuestamente ejemplo anécdota",
    "it": "appena impossibile forse magari presumibilmente esempio aneddoto",
    "pt": "dificilmente impossível talvez supostamente exemplo anedota",
    "nl": "nauwelijks onmogelijk misschien wellicht overigens zogenaamd voorbeeld anekdote",
    "pl": "prawie niemożliwy może rzekomo przykład anegdota",
    "ru": "едва невозможный возможно якобы пример анекдот",
    "sv": "knappast omöjlig kanske möjligen förmodat exempel anekdot",
    "cs": "stěží nemožný snad možná údajně příklad anekdota",
}


def bonus_words(language: str) -> tuple[str, ...]:
    """Words that speak for a sentence, as written in a dictionary."""
    return tuple(_BONUS.get(language, "").split())


def stigma_words(language: str) -> tuple[str, ...]:
    """Words that speak against a sentence, as written in a dictionary."""
    return tuple(_STIGMA.get(language, "").split())
