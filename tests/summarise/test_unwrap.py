"""Hard-wrapped text gets its paragraphs back; text that is not wrapped is not touched."""

from __future__ import annotations

import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarise.sources.plain.unwrapping import unwrap

PARAGRAPHS = [
    "The keeper of the lower lock had been told three times that the water would come, and three "
    "times he had written it down in the book and gone on with his soup, because the book was "
    "where such things belonged.",
    "On the fourth morning the meadow was gone. He stood at the window with the spoon in his hand "
    "and looked for the fence; there was a line of well-made posts, and behind it, where the "
    "neighbour's cows used to be, a long grey sheet that moved a little to the left.",
    '"So," he said.',
    "By noon the road was gone, too, and the first boats came along it from the village. Mr. and "
    "Mrs. Lind sat in the second one with a clock between them, upright like a child, and nodded "
    "to him as they would have done from their gate on any other day of the year.",
    "He opened both gates and let it through. There was nothing else that he could have done.",
]
WHOLE = sorted((Path(__file__).parents[1] / "data" / "whole").glob("*.txt"))


def lines_of(text: str) -> list[str]:
    return [line.strip() for line in unwrap(text).split("\n") if line.strip()]


@pytest.mark.parametrize("width", [50, 60, 66, 72, 79, 100])
def test_paragraphs_between_blank_lines(width):
    assert lines_of("\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS)) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 66, 72, 79])
@pytest.mark.parametrize("indent", ["  ", "    "])
def test_paragraphs_known_by_their_indent_only(width, indent):
    text = "\n".join(textwrap.fill(p, width, initial_indent=indent) for p in PARAGRAPHS)
    assert lines_of(text) == PARAGRAPHS


@pytest.mark.parametrize("width", [60, 66, 72, 79])
def test_all_lines_indented_as_in_an_rfc(width):
    fill = textwrap.TextWrapper(width, initial_indent="   ", subsequent_indent="   ").fill
    assert lines_of("\n\n".join(map(fill, PARAGRAPHS))) == PARAGRAPHS


@pytest.mark.parametrize("mark", ["- ", "* ", "1. "])
def test_list_items(mark):
    fill = textwrap.TextWrapper(70, initial_indent=mark, subsequent_indent=" " * len(mark)).fill
    assert lines_of("\n".join(map(fill, PARAGRAPHS))) == [mark + p for p in PARAGRAPHS]


@pytest.mark.parametrize("mark", ["> ", ">> ", "> > "])
def test_quoted_mail(mark):
    fill = textwrap.TextWrapper(70, initial_indent=mark, subsequent_indent=mark).fill
    text = f"\n{mark.strip()}\n".join(map(fill, PARAGRAPHS))
    found = [line for line in lines_of(text) if line != mark.strip()]
    assert found == [mark + p for p in PARAGRAPHS]


def test_a_reply_under_a_quotation():
    quoted = textwrap.fill(PARAGRAPHS[1], 70, initial_indent="> ", subsequent_indent="> ")
    reply = textwrap.fill(PARAGRAPHS[0], 72)
    text = f"{quoted}\n{reply}\n\n" + "\n\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS)
    assert lines_of(text)[:2] == ["> " + PARAGRAPHS[1], PARAGRAPHS[0]]


def test_a_short_mail():
    text = textwrap.dedent("""\
        Hi Peter,

        thank you for the drawings. I have gone through them with Maria and we
        think that the third tooth is the problem, because it is longer than
        the others by nearly a millimetre.

        > Did you measure it warm or cold? If it was warm then the difference
        > may well be nothing at all, and we can go ahead as planned.

        Things to do before Friday:
        - order the steel, at least two plates of the good kind and one of the
          other, in case we have to try it out first
        - call the harbour

        Best,
        Anna""")
    lines = lines_of(text)
    assert [line[-12:] for line in lines] == [
        "Hi Peter,",
        " millimetre.",
        " as planned.",
        "fore Friday:",
        "it out first",
        " the harbour",
        "Best,",
        "Anna",
    ]


FEW = [
    "The gate was painted green in the year of the flood, and nobody has painted it since then.",
    "Das Tor wurde im Jahr der Flut grün gestrichen, und seither hat es niemand mehr gestrichen.",
    "Ворота покрасили в зелёный цвет в год наводнения, и с тех пор их больше никто не красил.",
    "तालाब के पास का फाटक बाढ़ के साल में हरे रंग से रंगा गया था और उसके बाद किसी ने उसे नहीं रंगा और न धोया।",
]


@pytest.mark.parametrize("paragraph", FEW)
@pytest.mark.parametrize("above", ["", "Title: Gates\nLink: x\n\n", "- a\n- b\n\n", "Gates\n\n"])
@pytest.mark.parametrize("mark", ["", "> ", "   "])
def test_a_break_or_two_are_enough_whatever_stands_above(paragraph, above, mark):
    fill = textwrap.TextWrapper(
        60 if paragraph.isascii() else 56, initial_indent=mark, subsequent_indent=mark
    ).fill
    wrapped = fill(paragraph)
    assert wrapped.count("\n") in (1, 2)
    assert unwrap(above + wrapped) == above + mark + paragraph


@pytest.mark.parametrize(
    "text",
    [
        "A line of some length that stands on its own and is no clause\nAnother that does so, too",
        "the small hours, the small rain,\nthe boats without a name",
        "One item of a list that goes on for more than fifty columns\nand one\nand another one",
    ],
)
def test_two_lines_that_are_no_paragraph_stay_two(text):
    assert unwrap(text) == text


def test_words_broken_by_a_typesetter_are_mended_and_real_hyphens_stay():
    text = textwrap.dedent("""\
        The secretary of the committee had not under-
        stood the question, and the chairman of the com-
        mittee, who had, would not repeat it for any sec-
        retary in the world, however well-
        known he was, and so the question was not under-
        stood by anybody but a well-known chairman who was
        in the habit of forgetting what the committee said
        before the end of the meeting of the whole commit-
        tee.""")
    assert lines_of(text) == [
        "The secretary of the committee had not understood the question, and the chairman of the "
        "committee, who had, would not repeat it for any secretary in the world, however "
        "well-known he was, and so the question was not understood by anybody but a well-known "
        "chairman who was in the habit of forgetting what the committee said before the end of "
        "the meeting of the whole committee."
    ]


@pytest.mark.parametrize("joint", ["\n", "\n\n"])
def test_text_with_a_line_a_paragraph_is_not_touched(joint):
    text = joint.join(PARAGRAPHS)
    assert unwrap(text) == text


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_verse_lists_tables_and_other_scripts_are_not_touched(path):
    text = path.read_text(encoding="utf-8")
    assert unwrap(text) == text


def test_verse_inside_wrapped_prose_keeps_its_lines():
    verse = "The rope is wet,\nthe morning grey,\nthe ferryman\nhas little to say."
    prose = "\n\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS)
    assert verse in unwrap(f"{prose}\n\n{verse}\n\n{prose}")


@pytest.mark.parametrize(
    "text",
    [
        "def area(radius):\n    if radius < 0:\n        raise ValueError(radius)\n"
        "    return 3.14159 * radius ** 2\n\n\nfor radius in range(10):\n    print(area(radius))",
        "name       size   colour\nfirst      10     red\nsecond     200    green\n"
        "third      3000   a very long colour\nfourth     40     blue",
        "2024-01-01 12:00:01 service started\n2024-01-01 12:00:02 listening on port 8080\n"
        "2024-01-01 12:00:09 connection accepted\n2024-01-01 12:01:13 connection closed",
        "Anna Teller\nHafenstrasse 12\n20359 Hamburg\nGermany",
        "今天天气很好，我们去公园散步吧。\n" * 8,
    ],
    ids=["code", "columns", "log", "address", "chinese"],
)
def test_other_text_in_lines_is_not_touched(text):
    assert unwrap(text) == text


def test_an_option_at_the_start_of_a_line_is_a_word_of_its_own():
    text = (
        "The packages that are waiting are looked through whenever somebody runs dpkg\n"
        "--configure, and with the option --pending all of them are; whoever runs dpkg\n"
        "--audit is told of those that wait for others, and of those that want a hand."
    )
    wrapped = "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in PARAGRAPHS)
    line = lines_of(f"{wrapped}\n\n{text}")[-1]
    assert "runs dpkg --configure, and" in line
    assert "runs dpkg --audit is" in line


@given(st.text(st.sampled_from("ab ,.\n-*>|1"), max_size=300))
def test_no_character_but_space_line_end_and_hyphen_goes(text):
    def kept(some: str) -> str:
        return "".join(c for c in some if c not in " \n->|")

    assert kept(unwrap(text)) == kept(text)


@pytest.mark.slow
def test_the_work_grows_with_the_text_and_no_faster():
    def spent(times: int) -> float:
        text = "\n\n".join(textwrap.fill(p, 70) for p in PARAGRAPHS * times)
        begun = time.thread_time()
        unwrap(text)
        return time.thread_time() - begun

    spent(1)
    assert spent(2000) < 4 * 10 * max(spent(200), 0.005)


def test_the_hyphen_of_a_typesetter_leaves_the_word_whole():
    lines = (
        "       The keeper of the upper lock has to open the gates before the water rises",
        "       above the second mark, and to close them again once the ships have gone\u2010",
        "       through, or else the towpath will be flooded within the hour by the canal",
        "       which has been known to carry away a fence or two in the month of Febru\u2010",
        "       ary, when nobody is there to see it and the council has gone home to bed.",
    )
    assert "February, when nobody" in unwrap("\n".join(lines))


def test_lines_set_to_the_full_width_lose_their_spaces_again():
    lines = (
        "       The  keeper  of the upper lock has to open the gates before the water",
        "       rises above the second mark.  He closes them again as soon as the  ships",
        "       have  gone  through,  or else the towpath will be flooded in an hour by",
        "       the canal, which has been known to carry away a fence.",
    )
    joined = unwrap("\n".join(lines)).strip()
    assert joined.startswith("The keeper of the upper lock")
    assert "mark.  He closes" in joined, "a habit of the writer stays"
    assert "have gone through, or" in joined
