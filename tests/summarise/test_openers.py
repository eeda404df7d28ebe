"""Openers that lean on the sentence before, and cues that say what a text does, by language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.index.references.phrases import phrases_of
from summarise.text.cues import has_cue
from summarise.text.openers import opener_phrases, opens_with_reference
from summarise.text.phrases import read_phrases
from summarise.text.phrases.openings import Openings, openable

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "pl", "ru", "zh", "ja"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said nothing."),
        ("en", "“They’re late,” she said."),
        ("en", "It's over."),
        ("en", "HOWEVER, it rained."),
        ("en", "As a result, ships stayed away."),
        ("de", "Er schwieg."),
        ("de", "„Das ist gut“, sagte sie."),
        ("de", "Außerdem regnete es."),
        ("de", "Trotzdem kam niemand."),
        ("fr", "C’est la vie."),
        ("fr", "Cependant, il pleut."),
        ("fr", "D'ailleurs, tout va bien."),
        ("es", "Sin embargo, llueve."),
        ("es", "Él lo sabe."),
        ("it", "Tuttavia piove."),
        ("it", "Quest'ultimo tace."),
        ("pt", "No entanto, chove."),
        ("pt", "Ela sabe."),
        ("nl", "Hij zweeg."),
        ("nl", "Daarom regende het."),
        ("sv", "Hon teg."),
        ("da", "Derfor regnede det."),
        ("no", "Likevel kom ingen."),
        ("pl", "Jednak pada."),
        ("pl", "Dlatego nikt nie przyszedł."),
        ("ru", "Однако идёт дождь."),
        ("ru", "Он молчал."),
        ("zh", "他们没有来。"),
        ("zh", "因此,没有人来。"),
        ("ja", "しかし、雨だった。"),
        ("ja", "「これは良い」と彼は言った。"),
    ],
)
def test_openers_lean_on_the_sentence_before(language, text):
    assert opens_with_reference(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Heat rose from the road."),
        ("en", "Italy won."),
        ("en", "Rather than wait, the mayor left."),
        ("en", "This paragraph was written later."),
        ("en", "This story was updated on Monday."),
        ("de", "Das Haus steht leer."),
        ("de", "Es gibt keine Antwort."),
        ("de", "Dieses Jahr regnete es viel."),
        ("de", "Erst am Montag kam Merkel."),
        ("fr", "Il y a trois ans, le parc a ouvert."),
        ("fr", "Ce qui compte, c'est le parc."),
        ("fr", "Centre ville fermé."),
        ("es", "Después de la guerra llegó la paz."),
        ("es", "Suiza ganó."),
        ("it", "Dopo la guerra venne la pace."),
        ("pt", "Depois da guerra veio a paz."),
        ("nl", "Het huis staat leeg."),
        ("sv", "Hongkong är en stad."),
        ("pl", "Onet podał wiadomość."),
        ("ru", "Итоги подвели в Москве."),
        ("ru", "Те, кто пришёл, остались."),
        ("zh", "北京下雨了。"),
        ("ja", "東京は雨だった。"),
        ("xx", "He said nothing."),
        ("../en", "He said nothing."),
        ("", "He said nothing."),
        ("en", ""),
        ("en", "…"),
    ],
)
def test_other_sentences_do_not(language, text):
    assert not opens_with_reference(text, language)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Here we show that ships float.", True),
        ("en", "In this  paper ships float.", True),
        ("en", "In this harbour ships float.", False),
        ("en", "Power shows in the harbour.", False),
        ("de", "In diesem Beitrag geht es um Schiffe.", True),
        ("fr", "Dans cet article, nous parlons de bateaux.", True),
        ("es", "En este trabajo hablamos de barcos.", True),
        ("ru", "В этой статье речь о кораблях.", True),
        ("zh", "本文介绍船。", True),
        ("xx", "In this paper ships float.", False),
    ],
)
def test_cues_say_what_the_text_does(language, text, found):
    assert has_cue(text, language) is found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["openers", "cues"])
def test_lists_are_lower_case_without_repeats(kind, language):
    phrases = read_phrases(kind, language)
    assert phrases
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.lower().replace("’", "'") for phrase in phrases)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_opener_is_found_at_the_beginning_of_a_sentence(language):
    for phrase in read_phrases("openers", language):
        leans = not phrase.startswith("!")
        assert opens_with_reference(phrase.removeprefix("!").capitalize(), language) is leans


@given(st.text(), st.sampled_from([*LANGUAGES, "und"]))
def test_any_text_is_looked_at(text, language):
    assert opens_with_reference(text, language) in (True, False)
    assert has_cue(text, language) in (True, False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_no_phrase_may_open_is_opened_by_none(language):
    """Texts that begin with each phrase whole, cut short, and with something else."""
    phrases = phrases_of(language)
    several = (opener_phrases(language), phrases.before, phrases.first, Openings(["a"], "en"))
    listed = [phrase for openings in several for phrase in openings.phrases]
    texts = [*listed, *(p[:-1] for p in listed), *(f"{p} ships" for p in listed), "q", "", "qqq"]
    for openings, may_open in zip(several, openable(texts, several), strict=True):
        opened = [openings.find(text) is not None for text in texts]
        assert all(may for may, opens in zip(may_open, opened, strict=True) if opens)
        assert not any(may_open[-3:])
    assert openable([], several) == [[]] * len(several)
