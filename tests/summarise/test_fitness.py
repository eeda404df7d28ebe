"""Sentences that no summary wants: what they are, in which texts the signs say nothing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarise
from summarise.article import Article, Kind
from summarise.draft import Block, Draft
from summarise.index import Index, fitness
from summarise.index.arrays import np
from summarise.index.fitness import find_unfit, lines, ordinary, repeats
from summarise.index.fitness.lines import Lines, signs_of
from summarise.index.terms import Terms
from summarise.methods import all_methods
from summarise.parsing import parse_draft
from summarise.text.phrases import read_sections
from tests.generated import make_article
from tests.summarise.articles import LISTED, article_of, articles

PROSE = (
    "The harbour at Varnholm froze in January for the first time in forty years.",
    "Ferries stayed at the quay for nine days, and the island ran short of fresh milk.",
    "The council has now ordered an icebreaker that will be delivered before next winter.",
)


def reason(text: str, *, language: str = "en", kind: Kind = Kind.TEXT) -> str | None:
    """Why a line is unfit that stands behind three sentences of prose."""
    article = article_of(PROSE, text, language=language, kinds=[Kind.TEXT, kind])
    return Index(article).unfit.get(3)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("lead-in", "You will need these tools:"),
        ("lead-in", "Man braucht folgende Werkzeuge:"),
        ("lead-in", "Il faut les outils suivants :"),
        ("lead-in", "需要以下工具："),
        ("lead-in", "必要な道具："),
        ("question", "What does the ship cost?"),
        ("question", "¿Cuánto cuesta el barco?"),
        ("question", "كم تكلفة السفينة؟"),
        ("question", "船はいくらですか？"),
        ("fragment", "Further measures of the harbour office"),
        ("label", "STATEMENT OF THE HARBOUR MASTER."),
        ("fragment", "Yes."),
        ("label", "The Old Harbour And Its Nine Very Cold Days, Told By Those Who Stayed"),
        ("label", "https://varnholm.example/harbour"),
        ("label", "12/2019 (4)"),
        ("aside", "(The ferries of the neighbouring island sailed on every day.)"),
        ("aside", "[This report of the harbour office will be expanded in the spring."),
        ("fragment", "Icebreakers, ferries, the boats of the fishermen, go…"),
        ("code", "ship = Ship(name=base, size={3}) | build(ship) => dock"),
        ("byline", "By Marta Lindqvist and Ole Brandt"),
        ("caption", "Figure 3: The quay in January, seen from the old tower"),
        ("caption", "Abbildung 2: Der Kai im Januar"),
        ("caption", "Рисунок 4. Набережная в январе"),
        ("credit", "Photo: Marta Lindqvist."),
        ("credit", "Foto: Marta Lindqvist."),
        ("credit", "© 2024 Varnholm Courier."),
        ("call or thanks", "Thanks for reading about our harbour!"),
        ("call or thanks", "Abonnez-vous pour ne rien manquer du port."),
        ("call or thanks", "Подписывайтесь на новости порта."),
        ("call or thanks", "Many people came together to make this ship."),
        ("call or thanks", "We would like to thank the dockers of Varnholm."),
        ("call or thanks", "We’re very grateful to the dockers of Varnholm for their help."),
        ("call or thanks", "Descargue la presentación del puerto como un archivo de 3 MB."),
        ("call or thanks", "Wir bedanken uns bei den Dockern von Varnholm."),
        ("call or thanks", "Nous tenons à remercier les dockers du port."),
        ("credit", "The Courier is an independent, nonpartisan newsroom of the coast."),
        ("credit", "This interview has been edited for length and clarity."),
        ("pointer", "Before we get into what the ship can do, a word about its builder."),
        (
            "call or thanks",
            "Those who know the harbour can probably skip this one; the rest read on.",
        ),
        ("call or thanks", "Wer den Hafen kennt, kann diesen Abschnitt überspringen."),
        ("call or thanks", "Hello again from the council of the harbour, which met on Monday."),
        ("call or thanks", "Welcome to the next episode of the harbour radio."),
        ("call or thanks", "Ann Bell (0:00:19): Welcome to the next episode of the harbour radio."),
        ("fragment", "AB (0:02:35): Yeah, definitely."),
        ("fragment", "AB: Right."),
        ("call or thanks", "Hola a todos desde el puerto de la isla."),
        ("call or thanks", "Okuduğunuz için teşekkür ederim."),
        ("call or thanks", "欢迎关注我们的港口。"),
        ("pointer", "Read more about the ferries of the island."),
        ("pointer", "Lesen Sie auch: Die Fähren der Insel."),
        ("pointer", "Zobacz też inne porty w okolicy."),
    ],
)
def test_each_kind_is_known(expected: str, text: str):
    language = "und" if not text.isascii() else "en"
    found = {reason(text, language=code) for code in (language, *LISTED)}
    assert expected in found


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council decided: the ship will be built, whatever it costs the island.", "en"),
        ("Who would have thought in spring that a small island without a shipyard of its own "
         "could order such a ship?", "en"),
        ("Passengers can skip the queue at the quay if they have a ticket of the island.", "en"),
        ("Welcome news reached the island in March: the ship will be built after all.", "en"),
        ("Ships wait (some for days) until the ice is broken, however long it takes.", "en"),
        ("Nobody knew how long it would last… until the council ordered the ship.", "en"),
        ("Thanks to the frost, nobody could fish for nine days.", "en"),
        ("Der Rat dankte der Werft für die schnelle Zusage und den Preis.", "de"),
        ("议会决定在冬天之前订购一艘新的破冰船。", "zh"),
        ("Совет решил заказать новый ледокол до следующей зимы.", "ru"),
    ],
)  # fmt: skip
def test_statements_stay_fit(text: str, language: str):
    assert reason(text, language=language) is None


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("• Ice at quay: 1 m", Kind.LIST_ITEM, "label"),
        ("• Order the ship before winter comes", Kind.LIST_ITEM, None),
        ("• Does it break ice in spring?", Kind.LIST_ITEM, None),
        ("The quay.", Kind.CAPTION, "caption"),
        ("Build for the coldest winter first", Kind.QUOTATION, None),
    ],
)
def test_what_the_block_is_counts(text: str, kind: Kind, expected: str | None):
    assert reason(text, kind=kind) == expected


def test_of_equal_sentences_the_first_stays():
    article = article_of(PROSE, PROSE[0], [PROSE[1].replace("fresh ", "fresh, ")])
    assert set(Index(article).unfit) == {3, 4}
    assert Index(article).unfit[3] == "repeats ¶ 1, sentence 1"


def test_nearly_equal_sentences_repeat_unless_their_figures_differ():
    base = "The old ferry from Varnholm carries four hundred people and sails in every weather{}."
    article = article_of(PROSE, [base.format(""), base.format(" there")])
    assert set(Index(article).unfit) == {4}
    article = article_of(PROSE, [base.format(" since 1980"), base.format(" since 1990")])
    assert not Index(article).unfit


def test_lines_that_a_machine_filled_in():
    lines = [f"There were {n} ships in week {n + 4} here." for n in (2, 3, 5)]
    assert set(Index(article_of(PROSE, lines)).unfit.values()) == {"template"}
    assert not Index(article_of(PROSE, lines[:2])).unfit


def test_a_repeat_of_something_unfit_is_judged_by_itself():
    article = article_of(PROSE, "Read more about the ferries.", "Read more about the ferries.")
    assert set(Index(article).unfit.values()) == {"pointer"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ["the ice came in the night", "and nobody heard it", "the boats lay still",
                "like sleeping cows", "until the bell rang twice"]),
        ("en", ["so i went down to the quay and there was nothing but white ice everywhere",
                "and then my uncle said we could walk to the island if we wanted to go now",
                "we never did walk because the ice began to sing in the afternoon"]),
        ("th", ["ท่าเรือเป็นน้ำแข็งในเดือนมกราคมเป็นครั้งแรกในรอบสี่สิบปี",
                "เรือข้ามฟากจอดอยู่ที่ท่าเก้าวันและเกาะขาดแคลนนม"]),
        ("en", ["milk", "bread", "nine candles", "rope for the boat"]),
    ],
)  # fmt: skip
def test_where_nothing_has_an_end_mark_its_absence_says_nothing(language, lines):
    article = article_of(*lines, language=language)
    assert not signs_of(Lines(article, Terms(article).pieces)).end_mark
    assert not Index(article).unfit


def test_a_text_of_questions_and_one_in_capitals_keep_them():
    asked = [f"WHAT WOULD THE {w} OF THE ISLAND DO WITHOUT A SHIP?" for w in ("COOK", "MAYOR")]
    assert not Index(article_of(asked)).unfit


def test_junk_does_not_drown_the_sign_it_is_known_by():
    """The lesson of pages where seven lines of ten are labels: only long sentences are asked."""
    labels = [f"Archive of the {name} office" for name in ("north", "south", "west", "east")]
    article = article_of(PROSE, *labels * 9)
    assert len(Index(article).unfit) == len(labels) * 9


@pytest.mark.parametrize("method", [m.name for m in all_methods() if m.available])
def test_every_method_leaves_the_unfit_for_the_end(method):
    article = article_of(
        PROSE, "Photo: Marta Lindqvist.", "You will need these tools:", PROSE[0], "Subscribe now!"
    )
    order = summarise.rank(article, method).order
    assert sorted(order) == list(article.candidates)
    assert set(order[3:]) == set(Index(article).unfit) == {3, 4, 5, 6}


def test_focus_lifts_no_unfit_sentence_but_a_pin_does():
    article = article_of(PROSE, "Photo: Marta Lindqvist.")
    ranking = summarise.rank(article)
    assert ranking.steer(focus={"Lindqvist": 9}).order[-1] == 3
    assert ranking.steer(pins={3}).order[0] == 3


@pytest.mark.parametrize("language", LISTED)
def test_lists_have_known_sections_and_no_repeats(language):
    sections = read_sections("unfit", language)
    assert set(sections) == {"call", "credit", "pointer", "lead"}
    phrases = [phrase for found in sections.values() for phrase in found]
    assert len(set(phrases)) == len(phrases)
    assert all(phrase == phrase.lower().replace("’", "'") for phrase in phrases)


@settings(max_examples=80, deadline=None)
@given(articles(), st.sampled_from([*LISTED, "und", "th"]))
def test_any_article_is_looked_at(article, language):
    made = article_of(*[s.text for s in article.sentences], language=language)
    found = Index(made).unfit
    assert found.keys() <= set(made.candidates)
    assert all(found.values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        ":",
        "?" * 5000,
        "(" * 5000,
        "\u0301" * 300,
        "[1]" * 2000,
        "By A" * 3000,
        "(" + ")" * 20000 + "a",
        "(" + ")(" * 9000,
        "By A" + ", A" * 6000,
        "^" * 9000,
    ],
)
def test_hostile_lines(text):
    assert reason(text) is None or reason(text)


def test_repeats_compare_few_sentences(monkeypatch):
    """Twice the sentences, about twice the comparisons: none of all with all."""
    compared = []
    plain = repeats._bit_count

    def counting(numbers):
        compared.append(numbers.size)
        return plain(numbers)

    monkeypatch.setattr(repeats, "_bit_count", counting)

    def count(n: int) -> int:
        compared.clear()
        words = [
            "ship",
            "ice",
            "quay",
            "bell",
            "milk",
            "rope",
            "frost",
            "tower",
            "mayor",
            "ferry",
            "island",
            "council",
        ]
        texts = [
            " ".join(words[(i * k) % 12] for k in range(1, 9)) + f" w{i % (n // 4)} x{i}."
            for i in range(n)
        ]
        article = article_of(texts)
        terms = Terms(article)
        repeats.find_repeats(np.arange(terms.n), terms)
        return sum(compared)

    assert count(2000) <= 3 * max(count(1000), 1) <= 12_000  # of a thousand three keys each


@pytest.mark.parametrize("seed", range(6))
def test_what_bits_set_apart_is_no_repeat(seed, monkeypatch):
    """Sentences with a few words changed, left out or added: compared word by word, the same."""
    random = Random(seed)
    texts = [sentence.text for sentence in make_article(seed, 150).sentences]
    for text in texts[:100]:
        words = text.split()
        for _ in range(random.randint(0, 3)):
            at = random.randrange(len(words))
            words[at : at + random.randint(0, 1)] = random.choice(texts).split()[:1]
        texts.append(" ".join(words) or "Nothing.")
    article = article_of(texts)
    terms = Terms(article)
    rows = np.arange(terms.n)
    found = repeats.find_repeats(rows, terms)
    plain = repeats._bits
    monkeypatch.setattr(repeats, "_bits", lambda *asked: (0 * plain(*asked)[0], plain(*asked)[1]))
    assert found == repeats.find_repeats(rows, terms)
    assert len(found) > 30


@pytest.mark.parametrize("kind", [Kind.LIST_ITEM, Kind.CODE, Kind.TABLE])
def test_a_lead_in_of_any_length_is_left_for_last_where_a_block_follows(kind):
    lead_in = (
        "If you have an earlier version of the breaker installed on your ship already, then the "
        "new one can be had by typing the following line into the console on the bridge:"
    )
    article = article_of(*PROSE, lead_in, "breaker update", kinds=[*(Kind.TEXT,) * 4, kind])
    at = next(s.index for s in article.sentences if s.text == lead_in)
    kinds = [Kind.TEXT] * (article.sentences[at].paragraph + 1)
    article = article_of(*PROSE, lead_in, "breaker update", kinds=[*kinds, kind])
    assert Index(article).unfit[at] == "lead-in"
    plain = article_of(*PROSE, lead_in, "It takes a minute, and the ship can sail on meanwhile.")
    assert at not in Index(plain).unfit


def test_an_exclamation_that_says_the_title_is_fit():
    wanted = "The new icebreaker has arrived!"
    article = article_of(PROSE, wanted, "Hurray for the ice!", title="New icebreaker arrived")
    assert 3 not in Index(article).unfit
    assert Index(article).unfit[4] == "exclamation"


def test_what_the_layout_of_a_pdf_cut_is_left_for_last():
    cut = [
        "The bridge was opened by the king, who had come by ship and reads its sign via an ex-",
        "ternal program of the harbour office that nobody in the town has ever seen at work.",
        "On the next day the first trains went over it, and the ferry was laid up for good.",
        "\\vbox to 150bp",
        "is put on a page of the size that the office wants, which is larger than any other.",
        "iOS and its kin open a sentence in small letters, and nothing was cut before this one.",
    ]
    kinds = [Kind.TEXT] * 3 + [Kind.CODE] + [Kind.TEXT] * 2
    article = article_of(*cut, kinds=kinds)
    assert not Index(article).unfit
    assert set(Index(replace(article, form="PDF")).unfit) == {0, 1, 4}


def test_a_pdf_whose_sentences_are_whole_has_no_fragments():
    text = [
        "The bridge was opened by the king, who had come by ship, on the first day of May.",
        "de Vries had drawn its plans in a winter that nobody in the town would soon forget.",
        "The office asked for three things, and it got two of them in the end:",
        "ice that holds a cart, and men who go out on it in any weather that God may send.",
    ]
    assert not Index(replace(article_of(*text), form="PDF")).unfit


def test_who_asks_in_an_interview_is_left_for_the_end():
    crews = ("dockers", "pilots", "fishers", "cooks")
    talk = [
        text
        for crew in crews
        for text in (
            [f"In January the {crew} of the ferry had little to do.", f"What did {crew} live on?"],
            [f"The winter was long for {crew} and their families.", f"The town fed {crew} well."],
        )
    ]
    unfit = Index(article_of(*talk)).unfit
    assert {s for s, why in unfit.items() if why == "question"} == {0, 1, 4, 5, 8, 9, 12, 13}
    others = [[f"Ship {n} left the quay of town {n} at noon."] for n in range(20)]
    assert 0 in Index(article_of(*talk, *others)).unfit, "the questions stand by themselves"
    told = ["It snowed.", "The ferry lay in the ice.", *talk[0]]
    essay = [told if paragraph is talk[0] else paragraph for paragraph in talk]
    essay[4] = [*told[:2], *talk[4]]
    assert 2 not in Index(article_of(*essay, *others)).unfit, "an essay may ask now and then"
    others += others
    assert 0 not in Index(article_of(*talk, *others)).unfit, "and now and then with nothing else"


@pytest.mark.parametrize("labels", [("AB.", "CD."), ("Bell:", "Holm:")])
def test_what_is_said_under_the_name_of_who_asks_is_left_for_the_end(labels):
    talk = []
    for number, what in enumerate(("winter", "ice", "tide", "fog", "sand")):
        asked = [f"People say that the {what} was hard on everyone.", "What did you live on?"]
        if number == 1:  # here something follows the question
            asked.reverse()
        told = [f"The {what} was long for all of us.", f"The town fed us well, {what} or not."]
        for label, (first, second) in zip(labels, (asked, told), strict=True):
            named = [label, first] if label.endswith(".") else [f"{label} {first}"]
            talk.append([*named, second])
    article = article_of(*talk)
    unfit = Index(article).unfit
    for sentence in article.sentences:
        if sentence.text not in labels:
            asks = sentence.paragraph % 2 == 0
            assert (unfit.get(sentence.index) == "question") == asks, sentence.text


@settings(max_examples=60, deadline=None)
@given(articles())
def test_no_odd_sentence_is_taken_for_an_ordinary_one(article):
    _judged_one_by_one_it_is_the_same(article)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
@pytest.mark.parametrize("seed", range(4))
def test_no_unfit_sentence_is_taken_for_an_ordinary_one(language, seed):
    """Sentences with a piece put in, taken out or cut off: what makes unfit, or nearly does."""
    random = Random(seed)
    pieces = [*"…?!.:,;)(*#²٣7’“", "...", " . ", ": ", "! ", "Fig. 3 ", "By Ann Bell", ".png",
              "www.x.org", "{%", "=", "Bild 2", "<br>", "Thanks for ", "click here", " ①",
              "read more"]  # fmt: skip
    texts = []
    for sentence in make_article(seed, 150, language=language).sentences:
        words = sentence.text.split(" ")[: random.choice([2, 7, 11, 13, 19, 40])]
        text = " ".join(words)
        at = random.choice([0, len(text), random.randint(0, len(text))])
        texts.append(
            text[:at] + random.choice(pieces) + text[at:] + random.choice(["", ".", "?", "!"])
        )
    kinds = [random.choice([Kind.TEXT, Kind.TEXT, Kind.LIST_ITEM, Kind.CAPTION]) for _ in texts]
    article = article_of(*([text] for text in texts), language=language, kinds=kinds)
    assert len(_judged_one_by_one_it_is_the_same(article)) > 20


def _judged_one_by_one_it_is_the_same(article: Article) -> Mapping[int, str]:
    found = find_unfit(Terms(article))
    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(fitness, "ordinary_rows", lambda found, *_: np.zeros(len(found), np.bool_))
        assert list(found.items()) == list(find_unfit(Terms(article)).items())
    return found


def test_few_sentences_of_prose_are_judged_one_by_one(monkeypatch):
    """Of a novel to judge all took a third of a second."""
    made = []
    line = lines.Line
    monkeypatch.setattr(lines, "Line", lambda *said, **more: made.append(1) or line(*said, **more))
    article = make_article(3, 1500, headings=False, hollow=False)
    assert find_unfit(Terms(article))
    assert 0 < len(made) < 900  # 400 of them to see how the text is written


def test_what_is_a_digit_anywhere_is_known_for_one():
    digits = [chr(code) for code in range(sys.maxunicode + 1) if chr(code).isdigit()]
    assert all(map(ordinary.DIGIT.match, digits))


@pytest.mark.parametrize("seed", range(8))
def test_repeats_are_those_that_are_found_one_after_the_other(seed):
    """What repeats is not what a later sentence is compared with: that is the first of all."""
    random = Random(seed)
    texts = [sentence.text for sentence in make_article(seed, 40).sentences]
    first = list(texts)
    for _ in range(160):
        words = random.choice(texts).split()
        at = random.randrange(len(words))
        words[at : at + random.randint(0, 1)] = random.choice(first).split()[:1]
        texts.append(" ".join(words) or "Nothing.")
    terms = Terms(article_of(texts))
    rows = np.arange(terms.n)
    words_of = [terms.word_tokens[1][terms.word_tokens[0] == row].tolist() for row in rows]
    equal, holders, expected = {}, {}, {}
    distinct = []
    for row, words in enumerate(map(tuple, words_of)):
        if equal.setdefault(words, row) != row:
            expected[row] = equal[words]
        elif len(words) >= repeats.LEAST_WORDS:
            distinct.append(row)
    keyed, codes = repeats._keys(np.array(distinct), terms)
    for row, several in zip(keyed.tolist(), codes.tolist(), strict=True):
        keys = [key for key in several if key >= 0]
        for key in keys:
            holder = holders.get(key)
            if holder is not None and repeats._nearly_equal(
                frozenset(words_of[row]), frozenset(words_of[holder]), terms.vocabulary
            ):
                expected[row] = holder
                break
        else:
            for key in keys:
                holders.setdefault(key, row)
    assert repeats.find_repeats(rows, terms) == expected
    assert len(expected) > 30


@pytest.mark.parametrize("who", ["— Moira Tennent, cable jointer", "–– A. Lund", "-- the captain"])
def test_who_said_a_quotation_is_no_sentence(who):
    quotation = [Block("Nobody mends it in a storm.", Kind.QUOTATION), Block(who, Kind.QUOTATION)]
    text = Block("The crew mends a cable in a calm sea, and the ship hardly moves meanwhile.")
    article = parse_draft(Draft([text, *quotation, text], clean=True), language="en")
    unfit = {article.sentences[i].text for i in Index(article).unfit}
    assert who in unfit
    assert quotation[0].text not in unfit
