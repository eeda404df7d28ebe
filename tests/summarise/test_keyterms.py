"""Key terms: what an article is about, in its own words."""

from __future__ import annotations

from importlib import import_module
from random import Random

import pytest
from hypothesis import given, settings

from summarise.index import Index
from summarise.index.arrays import np
from summarise.index.key_terms import key_terms
from tests.summarise.articles import REPORT, article_of, articles


def texts(article, limit=20):
    return [term.text for term in key_terms(Index(article).vectors, limit)]


def test_the_subjects_come_first_and_stop_words_never():
    found = texts(article_of(*REPORT, title="Council closes harbour"))
    assert set(found[:8]) >= {"harbour", "park", "council", "dockers"}
    assert not {"the", "with", "to", "that"} & {term.lower() for term in found}


@pytest.mark.parametrize("language", ["de", "fr", "es", "it", "pt", "pl"])
def test_small_words_are_no_terms(language):
    small = {
        "de": "man waren dann hat um der die",
        "fr": "de un une se on la vers",
        "es": "de un una se la por para",
        "it": "di un una si la per con",
        "pt": "de um uma se a por para",
        "pl": "w na i z do nie to",
    }[language]
    assert texts(article_of([f"{small} Radar.", f"{small} Radar."], language=language)) == ["Radar"]


def test_a_term_is_written_as_the_article_mostly_writes_it():
    article = article_of(
        ["Opposition grew.", "The opposition and Lukashenko met.", "Some opposition left."],
        ["Lukashenko's men came.", "Nobody saw Lukashenko."],
    )
    assert texts(article)[:2] == ["Lukashenko", "opposition"]


def test_words_that_always_go_together_are_one_term():
    article = article_of(
        ["The European Union met.", "Ships of the European Union sailed.", "Ships sank."]
    )
    found = texts(article)
    assert "European Union" in found
    assert "Union" not in found


def test_words_with_a_comma_between_them_are_no_phrase():
    article = article_of(["In Russia, Belarus is known.", "To Russia, Belarus is near."])
    assert all(" " not in term for term in texts(article))


def test_a_verb_before_a_name_is_no_part_of_it():
    found = texts(article_of(["Hart told Reuters a lie.", "Then Hart told Reuters the truth."]))
    assert "Reuters" in found
    assert "told Reuters" not in found


def test_every_term_says_which_sentences_hold_it():
    article = article_of(*REPORT)
    museum = next(t for t in key_terms(Index(article).vectors, 50) if t.text == "museum")
    assert [article.sentences[i].index for i in museum.sentences] == [1, 9]


def test_weights_fall_from_one():
    weights = [term.weight for term in key_terms(Index(article_of(*REPORT)).vectors, 20)]
    assert weights[0] == 1
    assert weights == sorted(weights, reverse=True)


def test_boilerplate_has_no_terms():
    article = article_of(
        *REPORT, ["Masterclass!", "Masterclass today!"], boilerplate=[None] * 4 + ["promotion"]
    )
    assert "Masterclass" not in texts(article, 100)


@pytest.mark.parametrize(
    ("language", "sentences", "terms"),
    [
        ("zh", ["人工智能改变城市。", "城市里的人工智能很多。", "他们研究人工智能。"],
         ["人工智能", "城市"]),
        ("ja", ["東京都の公園は新しい。", "新しい公園とスタジアム。", "東京都のスタジアム。"],
         ["スタジアム", "東京都", "公園"]),
        ("de", ["Die Wahl kam.", "Nach der Wahl blieb Merkel.", "Merkel und die Wahl."],
         ["Wahl", "Merkel"]),
        ("fr", ["L'homme dort.", "Un homme mange.", "Paris est loin de l’homme."], ["homme"]),
        ("tr", ["İnsanlar köyde.", "Bu insanlar iyi.", "Işık yandı.", "O ışık eski.", "Ev var."],
         ["insanlar", "ışık"]),
        ("xx", ["Vero tuki maki.", "Maki pelo vero.", "Zum vero rik."], ["vero"]),
    ],
)  # fmt: skip
def test_terms_in_other_languages(language, sentences, terms):
    assert texts(article_of(sentences, language=language))[: len(terms)] == terms


@settings(max_examples=100, deadline=None)
@given(articles())
def test_any_article_has_distinct_terms_of_its_candidates(article):
    found = key_terms(Index(article).vectors, 15)
    assert len(found) <= 15
    assert len({term.text for term in found}) == len(found)
    for term in found:
        assert term.sentences
        assert set(term.sentences) <= set(article.candidates)


@pytest.mark.parametrize("limit", [3, 10, 20, 60])
@pytest.mark.parametrize("seed", range(8))
def test_phrases_that_are_not_looked_at_would_change_nothing(seed, limit, monkeypatch):
    """Words that come again and again, by themselves and two or three together."""
    random = Random(seed)
    words = [
        f"{a}{b}er" for a in ("bl", "cr", "dr", "fl", "gr", "pl") for b in ("a", "e", "i", "o")
    ]
    phrases = [random.sample(words, random.choice((2, 2, 3))) for _ in range(30)]
    texts = [
        f"{random.choice(words)} of {' '.join(random.choice(phrases))} in "
        f"{' '.join(random.choice(phrases[:4]))} with {random.choice(words)}."
        for _ in range(150)
    ]
    vectors, looked_at = Index(article_of(texts)).vectors, []
    module = import_module("summarise.index.key_terms")
    telling = module._telling
    monkeypatch.setattr(module, "_telling", lambda *a: looked_at.extend(f := telling(*a)) or f)
    found = key_terms(vectors, limit)
    assert limit > 3 or not np.concatenate(looked_at).all()
    monkeypatch.setattr(
        module, "_telling", lambda *asked: [np.ones(len(r.rows), np.bool_) for r in asked[3]]
    )
    assert key_terms(vectors, limit) == found


def dialogue(*turns):
    return article_of(*[[turn] for turn in turns])


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_a_piece_of_a_contraction_is_no_term(apostrophe):
    text = "We can't and don't; they've won, you'll see. Gulls shouldn't nest, nor gonna."
    sentences = [f"{part.replace(chr(39), apostrophe)}" for part in (text, text, text)]
    assert {term.lower() for term in texts(article_of(sentences))} == {"gulls", "nest", "won"}


@pytest.mark.parametrize(
    ("language", "sentence", "terms"),
    [
        ("fr", "Aujourd’hui, dell’arte et l’usine, jusqu’au port.", {"usine", "port", "arte"}),
        ("it", "Nell’isola, sull’acqua e dell’olio.", {"isola", "acqua", "olio"}),
    ],
)
def test_an_elided_word_is_no_term(language, sentence, terms):
    found = set(texts(article_of([sentence, sentence], language=language)))
    assert found == terms


def test_parts_of_addresses_and_endings_of_files_are_no_terms():
    line = "Gulls: https://www.birds.example/gulls#nests?id=7, www.birds.example or jo@birds.org"
    found = texts(article_of([f"{line}.", f"{line}.", "Save .csv and .json files."]))
    assert set(found) == {"Gulls", "files", "Save"}


def test_a_name_that_begins_with_a_full_stop_is_a_term():
    found = texts(article_of(["The .NET Foundation met.", "Ask the .NET Foundation."]))
    assert found[0] == "NET Foundation"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Yeah okay um hmm wow hey oh pretty things completely Tuesday August months"),
        ("de", "Naja äh tja hallo genau Montag Januar Jahre Dinge Menschen eigentlich"),
        ("fr", "Euh ouais bah voilà lundi janvier choses également notamment"),
        ("es", "Bueno hola vale lunes enero cosas también simplemente"),
        ("it", "Beh ciao boh lunedì gennaio cose anche semplicemente"),
        ("pt", "Oi né tchau segunda-feira janeiro pessoas necessariamente"),
        ("nl", "Hoi tja oké maandag januari mensen zoals"),
        ("sv", "Hej jaha måndag januari människor också"),
        ("pl", "Cześć oj poniedziałek stycznia ludzi także"),
        ("ru", "Привет ну понедельник января людей также"),
        ("tr", "Evet tamam pazartesi ocak şeyler ayrıca"),
    ],
)
def test_interjections_dates_and_words_of_every_text_are_no_terms(language, words):
    said = ", ".join([*words.split(), "radar."])
    assert texts(article_of([said, said], language=language)) == ["radar"]


def test_numbers_are_no_terms():
    found = texts(article_of(["At 10pm on 2023-06-01 the 1st of 500 gulls.", "500 gulls 02 01."]))
    assert found == ["gulls"]


def test_the_labels_of_speakers_are_no_terms():
    found = texts(
        dialogue(
            "CB (0:01:50): Yes, the harbour.",
            "WS (0:02:11): Which harbour?",
            "CB (0:02:35): The old harbour.",
            "WS (0:04:16): And the museum?",
            "CB (0:04:37): The museum moved.",
            "WS (0:05:19): The museum, of course.",
        )
    )
    assert set(found[:2]) == {"museum", "harbour"}
    assert not {"CB", "WS"} & set(found)


def test_who_is_spoken_of_more_than_he_speaks_is_a_term():
    said = ["Anna: Come.", "Anna: Stay.", "Anna: Leave."]
    told = [f"They saw how Anna {verb}." for verb in ("swam", "dived", "sang", "slept")]
    assert "Anna" in texts(dialogue(*said, *told))


def test_the_title_makes_a_subject_of_a_date_and_capitals_make_a_name():
    sentences = ["They gave Good Day to all.", "Readers of Good Day came in June."]
    assert "June" not in texts(article_of(sentences))
    found = texts(article_of(sentences, title="June in the valley"))
    assert {"June", "Good Day"} <= set(found)


def test_capitals_make_another_word_of_an_interjection():
    found = texts(article_of(["A PS file is text.", "Print the PS file.", "OK, print it. OK?"]))
    assert any("PS" in term for term in found)
    assert "OK" not in found
