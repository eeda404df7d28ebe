"""Sentences with no space behind the mark, and names with dots inside that are none."""

from __future__ import annotations

import pytest

from summarise.text.sentences import split_sentences


def sentences(text: str, language: str) -> list[str]:
    """The texts of the sentences."""
    return [text[start:end] for start, end in split_sentences(text, language)]


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "It was dug in 1897. | We still use it."),
        ("en", "It was dug in 1897. | Boats came soon after."),
        ("en", "It has 14 locks. | The last is new."),
        ("en", "The kiln (a round one). | It stood here."),
        ("en", "It was shown twice [3]. | Then it was dropped."),
        ("en", "We close at 6 p.m. | Buses run late."),
        ("en", "We open at 9 a.m. | The kiosk opens earlier."),
        ("en", "He asked “why?” | Nobody knew."),
        ("en", "Who goes there? | Nobody answered."),
        ("en", "Stop that! | The noise went on."),
        ("en", "Really?! | She laughed."),
        ("en", "They sold 40%. | The rest was kept."),
        ("en", "It weighs 20 kg. | You lift it."),
        ("en", "She works for NASA. | The job is new."),
        ("en", "We don't. | They do."),
        ("en", "It was well-known. | The town slept."),
        ("en", "It was dug by hand.[12] | Its locks are narrow."),
        ("en", "It was dug by hand.¹ | Its locks are narrow."),
        ("en", "She moved to the U.S. | They stayed behind."),
        ("en", "He reads 300 pages. | His wife reads more."),
        ("en", "He said “no.” | Then he left."),
        ("en", "It is so. | It was so."),
        ("en", "She came. | Mary left early."),
        ("de", "Der Bau begann 1897. | Er dauerte lange."),
        ("de", "Das Haus war leer. | Niemand kam."),
        ("fr", "Le pont date de 1897. | Il est fermé."),
        ("fr", "La maison (vide). | Elle est à vendre."),
        ("es", "El canal es de 1897. | La gente pasea."),
        ("es", "No hay nadie. | El pueblo duerme."),
        ("it", "Il ponte è del 1897. | La gente passa."),
        ("nl", "De brug is uit 1897. | Hij is dicht."),
        ("ru", "Мост построен в 1897. | Он закрыт."),
        ("ru", "Дом был пуст. | Никто не пришёл."),
        ("pl", "Most zbudowano w 1897. | Jest zamknięty."),
        ("sv", "Bron byggdes 1897. | Den är stängd."),
        ("pt", "A ponte é de 1897. | Ela está fechada."),
        ("tr", "Köprü 1897. | Bugün kapalı."),
        ("en", "We meet at 10am. | We eat first."),
        ("en", "It was the 3rd. | They won."),
        ("en", "It ended in the 1990s. | Nobody knows why."),
        ("en", "It was COVID-19. | The town shut."),
        ("en", "Sales fell 50%. | Then they rose."),
        ("en", "It won (2019). | They cheered."),
        ("en", "He sold ropes, lamps, etc. | The shop closed."),
        ("en", "He works for Barton Inc. | It pays well."),
        ("en", "The walk is 5 km. | It is easy."),
        ("en", "We saw it in Fig. 3. | The rate fell."),
        ("en", "The code is B2. | It opens the door."),
        ("en", "It cost $5. | That is cheap."),
        ("en", "Was it 5 p.m.? | The clock stood still."),
        ("en", "He said it was over! | Then it began."),
        ("en", "Born in 1890. | Died in 1950."),
        ("en", "It happened in May 2020. | Police came."),
        ("en", "The rate is 3.5. | The old one was 3."),
        ("en", "The end? | No, the start."),
        ("en", "They won 3-2. | The crowd sang."),
        ("en", "Call 555-0199. | The line is open."),
        ("en", "He wrote it (in 1990). | Critics hated it."),
        ("en", "He is Dr. Smith Jr. | His son is not."),
        ("de", "Es kostet 5 Euro. | Das ist billig."),
        ("de", "Das war 2016. | Heute ist alles anders."),
        ("fr", "Il est né en 1890. | Son père était marin."),
        ("ru", "Цена 5 руб. | Это мало."),
        ("pl", "Urodził się w 1890 r. | Jego ojciec był lekarzem."),
        ("es", "Cuesta 5 euros. | Es barato."),
        ("it", "Costa 5 euro. | È poco."),
    ],
)
def test_no_space_behind_the_mark(language: str, marked: str) -> None:
    expected = marked.split(" | ")
    assert sentences("".join(expected), language) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Use Node.js and ASP.Net now.",
        "He met J.R.Smith and A.Jones today.",
        "The U.S.Navy came.",
        "See section 4.Results there.",
        "Java's System.Out and java.util.List are names.",
        "The St.Louis arch and Mt.Everest are high.",
        "Dr.Smith and Mr.Jones came.",
    ],
)
def test_names_with_dots_inside_stay_whole(text: str) -> None:
    assert sentences(text, "en") == [text]
