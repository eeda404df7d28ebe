"""Sentences: exact spans, the golden rules, the habits of each language, linear time."""

from __future__ import annotations

import importlib
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

from summarise.text import sentences as segment
from summarise.text.ports.punkt import load_punkt
from summarise.text.sentences import edges, explain_edges, split_sentences
from summarise.text.sentences.marks import first_token

DATA = Path(__file__).parent.parent / "data"
LANGUAGES = ("en", "de", "fr", "ru", "tr", "el", "hy", "hi", "ar", "zh", "ja", "ko", "th", "und")


def sentences(text: str, language: str = "en") -> list[str]:
    """The texts of the sentences."""
    return [text[start:end] for start, end in split_sentences(text, language)]


def golden_rules() -> list[list[str]]:
    """The texts of the golden rules, each as its sentences."""
    lines = (DATA / "golden_english.txt").read_text(encoding="utf-8").splitlines()
    body = "\n".join(line for line in lines if not line.startswith("#"))
    return [block.split("\n") for block in body.strip().split("\n\n")]


def assert_exact(text: str, language: str) -> None:
    """The spans are in order, tight, and everything outside them is white space."""
    last = 0
    for start, end in split_sentences(text, language):
        assert last <= start < end <= len(text)
        assert not text[last:start].strip()
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        assert "\n" not in text[start:end]
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(text=st.text())
def test_any_text_is_covered_exactly(language: str, text: str) -> None:
    assert_exact(text, language)


WORDS = "a I A The the U.S. Dr. J. e.g. 3. No. word [1] http://a.b z. B. kl. " + "x" * 90
PIECES = st.one_of(
    st.sampled_from(WORDS.split()),
    st.sampled_from("...!?…\"'”«»()[]12•-–。」։😀,"),
    st.sampled_from([" ", " ", "\n", "\xa0", "..."]),
)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=100, deadline=None)
@given(pieces=st.lists(PIECES, max_size=60))
def test_any_mixture_of_marks_is_covered_exactly(language: str, pieces: list[str]) -> None:
    assert_exact("".join(pieces), language)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=30, deadline=None)
@given(pieces=st.lists(PIECES, max_size=60), most=st.integers(0, 9))
def test_the_first_sentences_are_those_of_the_whole(
    language: str, pieces: list[str], most: int
) -> None:
    text = "".join(pieces)
    assert split_sentences(text, language, most) == split_sentences(text, language)[:most]


@pytest.mark.parametrize("item", ["", "• "])
def test_what_is_behind_the_last_sentence_that_is_wanted_is_not_judged(item: str) -> None:
    line = item + "Ice froze the pier. The ferry stayed. " * 30_000
    with patch.object(segment, "find_veto", wraps=segment.find_veto) as judged:
        assert len(split_sentences(line, "en", 50)) == 50
    assert judged.call_count < 100


def test_a_careless_beginning_tells_how_a_whole_book_in_one_line_is_typed() -> None:
    line = "the ferry stayed. it froze on the pier. " * 10_000
    assert len(split_sentences(line, "en")) == 20_000


NEIGHBOURS = """
the dog No. no. vol. pp. etc. Inc. Ltd. Dr. kg hr min. Uhr Mr. e.g. i.e. z. B. a.m. U.S. J. 3. iii.
The b) He Then. When Inc Ltd GmbH It's O'Neil McKay Ärzte İzmir Он Россия NATO A 5 he (see 2) [sic]
"So" left. left? left! went, gone; said: end... stopped… don't Ms. St. al. usw. др. Он. said." she).
"""


@pytest.mark.parametrize("language", ["en", "de", "ru", "tr"])
@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.sampled_from(NEIGHBOURS.split()), max_size=40))
def test_an_ordinary_end_is_decided_as_all_rules_decide(language: str, words: list[str]) -> None:
    text = " ".join(words)
    decided = explain_edges(text, language)
    with patch.object(edges, "_plain_edge", return_value=None):
        assert explain_edges(text, language) == decided


@pytest.mark.parametrize("rule", golden_rules(), ids=lambda rule: rule[0][:40])
def test_golden_rules(rule: list[str]) -> None:
    assert sentences(" ".join(rule)) == rule


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "He works for the U.S. Marshals Service. | It pays well."),
        ("en", "They live in the U.S. | The others moved to the U.K. | They like it."),
        ("en", "The shop opens at 9 a.m. ET on Monday. | Bring cash."),
        ("en", "Pvt. Bradley Manning spoke. | Sen. John Smith (R., Ohio) did not."),
        ("en", "She shops at J. Crew. | We need vitamin C. | The doctors agree."),
        ("en", '"Will it rain?" she asked. | "It will." | "Really?"'),
        ("en", "It cost $3.5 million (about 2.9 million euros. At today's rate). | A lot."),
        ("en", "He stopped. | ... Then he went on. | They were ... surprised."),
        ("en", "See fig. 3 and pp. 4-5. | Then go on to no. 7."),
        ("en", "Yahoo! Inc. bought it. | Corporate news follows."),
        ("en", "It rose by 40 percent.[12] | Then it fell.[13][14] | Nobody knows why."),
        ("en", "• Eggs and milk | • Bread"),
        ("en", "1. Wash the rice. | 2. Boil it. | 3. Eat."),
        ("en", "it is closed. | it was open before, i think. | come back soon."),
        (
            "en",
            "What a day! 😀😀 | Great fun. | See https://a.example/b?c=d. | www.x.example too.",
        ),
        ("de", "Am 3. Oktober war er z. B. in Köln. | Dr. Müller kam um 8 Uhr, d. h. zu spät."),
        ("de", "„Kommst du?“, fragte sie. | „Nein.“ | Er blieb, wie Kaiser Wilhelm II. es wollte."),
        (
            "fr",
            "M. Dupont habite av. Foch. | « Tu viens ? » demanda-t-elle. | « Non ! » | Il resta.",
        ),
        ("es", "El Sr. García llegó. | ¿Qué hora es? | ¡Es tarde! | Fue el EE. UU. de antes."),
        ("it", "Il dott. Rossi è qui. | L'on. Bianchi no, ecc. | Poi si vedrà."),
        ("pt", "O Sr. Silva chegou. | A Dra. Costa não. | Ver pág. 4."),
        ("nl", "Dhr. Jansen kwam om 9 uur, d.w.z. te laat. | Mevr. De Vries niet."),
        ("sv", "Han köpte bl.a. äpplen, päron m.m. | Sedan gick han hem."),
        ("da", "Mødet er den 3. maj kl. 10. | Skt. Hans er i juni."),
        ("no", "Møtet er 3. mai kl. 10. | Dr. Hansen kommer."),
        ("fi", "Kokous on 3. toukokuuta klo 10. | Tulkaa ajoissa."),
        ("pl", "Prof. Nowak i in. przyszli ok. godz. 10. | Potem wyszli itd. | Koniec."),
        ("cs", "Přišel např. pan Ing. Novák. | Bylo to 3. května. | Pak odešel."),
        (
            "ru",
            "Это г. Москва, ул. Ленина, д. 5. | А. С. Пушкин жил в XIX в. и т. д. | Он был поэт.",
        ),
        ("uk", "Це м. Київ, вул. Шевченка. | Т. Г. Шевченко тут жив."),
        ("tr", "Dr. Yılmaz 3. katta oturuyor. | Saat 10'da geldi."),
        ("de", "Er wohnt in der Hauptstr. 5. | Er gibt gem. § 5 nach. | Das gilt das nicht."),
        ("de", "Lt. Angaben der Fa. Meier & Co. KG fehlen rd. 200 Stellen. | Das ist viel."),
        ("en", "Add 1 tbsp. butter and 2 tsp. salt. | Bake it. | He lives in Apt. 3 now."),
        ("en", "Smith et al. (2010) found this. | So did Roe et al. | The rest did not."),
        ("it", "Nel sec. XX nacque G. Verdi. | Visse a lungo."),
        ("nl", "Ze zweeg. | 's Avonds kwam hij. | 't Is niet waar. | ’s-Hertogenbosch is ver."),
        ("el", "Πού είναι ο κ. Παπαδόπουλος; | Δεν ξέρω."),
        ("hy", "Այսօր երկուշաբթի է: | Ես գնում եմ աշխատանքի։ | Վաղը կգամ:"),
        ("hi", "यह पहला वाक्य है। | यह दूसरा है। | क्या यह तीसरा है?"),
        ("ur", "یہ پہلا جملہ ہے۔ | یہ دوسرا ہے۔"),
        ("ar", "وصل د. سمير أمس. | هل غادر؟ | نعم."),
        ("am", "እንደምን አለህ፧ | መልካም ቀን ይሁንልህ። | እሺ።"),
        ("my", "ခင်ဗျားနာမည်ဘယ်လိုခေါ်လဲ။ | နေကောင်းလား။"),
        ("ko", "비가 온다. | 우산이 있니? | 아니요."),
        ("ko", '그는 “모르겠다.”라고 말했다. | 그는 "왜?"라고 물었다. | “간다.” | 그가 말했다.'),
        ("und", "Dr. Xyz qwe rty. | Asd fgh."),
    ],
)
def test_habits_of_a_language(language: str, marked: str) -> None:
    expected = marked.split(" | ")
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("zh", ["他来了。", "“下雨了！”", "你看《人民日报》吗？", "看。"]),
        ("zh", ["“我们走。”他说。", "她问：“为什么？”。", "他没有回答……", "后来他走了。"]),
        ("ja", ["「今日は。」と言った。", "雨が降る！", "傘は？"]),
        ("ja", ["今日は雨が降った．", "円周率は３．１４である．", "図１．２を見よ．"]),
        ("ja", ["ほとんどはJava．", "次はC．", "（終わり．）", "No．5も読んだ"]),
    ],
)
def test_sentences_without_spaces_between(language: str, expected: list[str]) -> None:
    assert sentences("".join(expected), language) == expected


def test_careless_typing_leaves_out_the_space() -> None:
    text = "That was the end.The next day was worse. See example.com or v2.Beta now."
    assert sentences(text) == [
        "That was the end.",
        "The next day was worse.",
        "See example.com or v2.Beta now.",
    ]


def test_a_line_break_ends_a_sentence() -> None:
    assert sentences("A heading\nThe text of\r\n  a verse") == [
        "A heading",
        "The text of",
        "a verse",
    ]


@pytest.mark.parametrize("contraction", ["I don't.", "It isn’t.", "She says it's theirs."])
def test_a_contraction_is_no_initial(contraction: str) -> None:
    text = f"{contraction} But they might go."
    assert sentences(text) == [contraction, "But they might go."]


def test_thai_is_cut_at_spaces() -> None:
    clause = "ชาวบ้านถกเถียงเรื่องนี้มาหลายปีเพราะถนนสายนี้เป็นทางที่สั้นที่สุดไปยังสถานีรถไฟ"
    found = sentences(" ".join([clause] * 40), "th")
    assert len(found) > 10
    assert max(map(len, found)) < 400


def test_no_sentence_is_a_whole_page() -> None:
    text = "it goes on, and on " * 600
    found = sentences(text.strip())
    assert max(map(len, found)) <= 2000
    assert min(map(len, found)) > 100


def test_a_word_longer_than_any_sentence_stays_whole() -> None:
    assert sentences("x" * 5000) == ["x" * 5000]


def test_the_rules_explain_themselves() -> None:
    decisions = explain_edges("Dr. No left. He took it with him.", "en")
    assert [(d.rule, d.veto) for d in decisions] == [("punkt", None)]
    vetoed = explain_edges("We met at Yahoo! today.", "en")
    assert [d.veto for d in vetoed] == ["lower"]


@lru_cache
def nltk_tokenizer(model: str) -> PunktSentenceTokenizer:
    """NLTK's tokenizer with the same model."""
    data = importlib.import_module(f"punkt.data.{model}")
    parameters = PunktParameters()
    parameters.abbrev_types = set(data.ABBREV_TYPES)
    parameters.collocations = set(data.COLLOCATIONS)
    parameters.sent_starters = set(data.SENT_STARTERS)
    parameters.ortho_context.update(data.ORTHO_CONTEXT)
    return PunktSentenceTokenizer(parameters)


@pytest.mark.parametrize("model", ["english", "german", "polish", "turkish"])
def test_punkt_decides_as_in_nltk(model: str) -> None:
    """Every kind of word before a full stop, every kind behind it: the same decision."""
    data = importlib.import_module(f"punkt.data.{model}")
    punkt = load_punkt(model)
    before = [*sorted(data.ABBREV_TYPES)[5:60:4], "A", "b", "12", "3.5", "xyzzy", "x-y", "Word"]
    behind = [*sorted(data.ORTHO_CONTEXT)[20::2500], *sorted(data.SENT_STARTERS)[:9], "Qqq", "7"]
    behind += [word.capitalize() for word in behind]
    for token in before:
        for word in behind:
            text = f"aaa bbb {token}. {word} ccc"
            splits = len(list(nltk_tokenizer(model).span_tokenize(text))) > 1
            assert punkt.ends(token, first_token(text, text.index(f". {word}") + 2)) == splits, text


def seconds(call: Callable[[], object]) -> float:
    """The shorter of two runs."""
    times = []
    for _ in range(2):
        begin = time.thread_time()
        call()
        times.append(time.thread_time() - begin)
    return min(times)


UNITS = [". ", ". . . . A ", '"', "”", "(", ")", "[", " ", "word ", "x", "A. ", "a. (", "1. A "]
UNITS += ["1999.We ", "5 mg. A ", "i. d. R. ", "et al. (a ", "Fed. R. ", "it.[1]The ", "Op. § "]
UNITS += ["• ", '. "', ".[1", "😀 ", "。", '." (a', "U.S. A"]


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        *(("en", unit) for unit in UNITS),
        ("th", "ก "),
        ("de", "1. A "),
        ("hy", ": "),
        ("fr", "» . "),
    ],
)
def test_time_is_linear_in_the_text(language: str, unit: str) -> None:
    short, long = unit * (4_000 // len(unit)), unit * (32_000 // len(unit))
    split_sentences(short, language)
    spent = seconds(lambda: split_sentences(short, language))
    # Quadratic work would take 64 times as long; the rest forgives a busy machine.
    assert seconds(lambda: split_sentences(long, language)) < 24 * spent + 0.1


def test_speech_written_down_by_machine_is_cut_before_what_opens_a_sentence() -> None:
    clauses = [
        "today we look at the old bridge in the harbour of the northern town",
        "and who had to pay for all of the steel in the nine gates of the lock",
        "but nobody in the town had known what the work would cost in the end",
        "so they left it shut for nine long years while the ships went all the way round it",
        "and in the end the queen came by with a bag of gold and paid for the gates",
    ]
    text = " ".join(clauses)
    assert [text[start:end] for start, end in split_sentences(text, "en")] == clauses
    with_marks = text.replace("town and", "town, and") + "."
    assert len(split_sentences(with_marks, "en")) == 1
    assert len(split_sentences(text + ".", "en")) == 1


@pytest.mark.parametrize("language", ["en", "de", "ko", "und"])
def test_speech_without_any_opener_is_cut_at_spaces_all_the_same(language: str) -> None:
    text = "wort " * 300
    spans = split_sentences(text, language)
    assert " ".join(text[start:end] for start, end in spans) == text.strip()
    assert max(end - start for start, end in spans) <= 250


def test_a_row_of_names_is_no_speech() -> None:
    for row in ("@anna @ben-lock @carl99 " * 20, "Love Life Health and Wellness Romance " * 12):
        assert split_sentences(row, "en") == [(0, len(row.rstrip()))]
