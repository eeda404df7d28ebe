"""Text that terminal programs wrote: what is theirs is no part of the article, nothing is lost."""

from __future__ import annotations

import re

import pytest

import summarise
from summarise.article import Kind

BODY = (
    "The lighthouse on the northern cape was built by three brothers, and two of them were never\n"
    "paid for it. Its lamp burned oil until the war, when ships had to find their way without."
)
SENTENCES = [
    "The lighthouse on the northern cape was built by three brothers, and two of them were never "
    "paid for it.",
    "Its lamp burned oil until the war, when ships had to find their way without.",
]
LINKS = "1. https://example.org/\n2. https://example.org/cape\n3. mailto:keeper@example.org\n"


def picked(article: summarise.Article) -> list[str]:
    return [article.sentences[i].text for i in article.candidates]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def reason_of(article: summarise.Article, opening: str) -> str | None:
    return next(
        p.boilerplate
        for p in article.paragraphs
        if article.text[p.start : p.end].startswith(opening)
    )


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("Feed: Cape\nTitle: The lamp\nAuthor: B. Holm\nLink: https://example.org/1", "The lamp"),
        ("Feed: Kap\nTitel: Die Lampe\nDatum: Mo, 3. Juni\nLink: https://example.org", "Die Lampe"),
        ("Title: The lamp\nLink: https://example.org/?a=b\nDate: Mon, 3 Jun 2024", "The lamp"),
    ],
)
@pytest.mark.parametrize("blank", ["\n\n", "\n \n"])
def test_the_header_of_a_feed_reader_names_the_title_and_is_not_the_article(header, title, blank):
    text = f"{header}{blank}{BODY} [image 2]{blank}Links:\n[1]: https://example.org/c (link)\n"
    article = summarise.parse(text)
    assert article.title == title
    assert picked(article) == SENTENCES
    assert reason_of(article, header[:5]) == "feed header"
    assert reason_of(article, "[image 2]") == "media credit"
    assert reason_of(article, "[1]: http") == "list of links"
    assert words_of(article.text) == words_of(text)


@pytest.mark.parametrize("heading", ["References", "Visible links", "Verweise", "Liens :"])
def test_a_text_browser_lists_its_links_below_the_page(heading):
    menu = "     * [1]Home\n     * [2]News of the coast\n\n"
    middle = " " * 30 + "The old lamp\n\n"
    text = f"{menu}{middle}   By B. Holm\n\n{BODY}\n\n{heading}\n\n   " + LINKS.replace(
        "\n", "\n   "
    )
    article = summarise.parse(text)
    assert article.title == "The old lamp"
    assert picked(article)[-2:] == SENTENCES
    assert not any("http" in sentence or "Home" in sentence for sentence in picked(article))
    assert words_of(article.text) == words_of(text)


def test_a_menu_without_numbers_is_known_by_its_words():
    article = summarise.parse(f"• Home\n• News\n• Contact\n\nThe old lamp\n\n{BODY}")
    assert article.title == "The old lamp"
    assert picked(article) == SENTENCES


def test_a_list_that_opens_a_text_is_no_menu():
    article = summarise.parse(f"- flour\n- water\n- salt\n\nStir and wait for a day.\n\n{BODY}")
    assert not any(p.boilerplate for p in article.paragraphs)


def test_a_single_address_at_the_end_stays():
    article = summarise.parse(f"{BODY}\n\nhttps://example.org/")
    assert not any(p.boilerplate for p in article.paragraphs)


@pytest.mark.parametrize("greeting", ["Dear all,", "Hi Peter,", "Liebe Nachbarn,", "Chère Anne,"])
def test_greeting_and_farewell_of_a_mail_that_goes_on_in_small_letters(greeting):
    text = (
        "From: Ada Lund <a@example.org>\nTo: all@example.org\nSubject: Re: The lamp\n\n"
        f"{greeting}\n\nthe lamp is mended and the stairs are swept. Come and see it on Sunday.\n\n"
        "Kind regards,\nAda\n"
    )
    article = summarise.parse(text)
    assert picked(article) == [
        "the lamp is mended and the stairs are swept.",
        "Come and see it on Sunday.",
    ]
    assert reason_of(article, greeting) == "greeting"
    assert article.title == "The lamp"


@pytest.mark.parametrize("opening", ["Hello world", "Dear old house!", "Beste Freunde", "Hi there"])
def test_a_title_that_greets_is_a_title(opening):
    article = summarise.parse(f"{opening}\n\n{BODY}\n\n{BODY}")
    assert article.title == opening


REFERENCES = """References

Abel, J. (1994). On lamps. Journal of Light, 3(2), 10–22.
Berg, K. & Holm, T. (2001). The third brother. Cape Press. ISBN 0-00-000000-0
[3] Cole, M. "Oil and after". Retrieved 5 May 2020.
"""


def test_references_are_marked_and_the_text_before_them_is_not():
    article = summarise.parse(f"{BODY}\n\nThe stairs were theirs, too.\n\n{REFERENCES}")
    marked = [p.boilerplate for p in article.paragraphs]
    assert marked == [None, None, *["references"] * 4]


def test_notes_in_prose_are_no_references():
    article = summarise.parse(f"{BODY}\n\nNotes\n\nI wrote this in 1994. Nobody read it.\n\n{BODY}")
    assert not any(p.boilerplate for p in article.paragraphs)


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            [f"{month} 2019" for month in ["May", "June", "July", "August", "October", "December"]],
            "navig",
        ),
        (
            [
                f"{month} 2019 (3)"
                for month in ["Mai", "Juni", "Juli", "August", "Oktober", "Januar"]
            ],
            "navig",
        ),
        (["Gardens (12)", "Locks (3)", "Old boats (40)", "Weather (7)", "Tools (1)"], "navig"),
        (["1 The lamp ........ 3", "2 The oil ........ 14", "3 The war ....... 29"], "contents"),
        ([f"Ann {c}. Field, University of {c}town" for c in "ABCDEFGHIJKLM"], "list of names"),
    ],
)
def test_lists_that_show_themselves_by_their_form(lines, reason):
    article = summarise.parse(f"{BODY}\n\n" + "\n".join(lines) + f"\n\n{BODY}")
    marks = [p.boilerplate or "" for p in article.paragraphs]
    assert [bool(mark) for mark in marks] == [False, *[True] * len(lines), False]
    assert all(mark.startswith(reason) for mark in marks if mark)


MANUAL = """\
LAMP(1)                          User Commands                         LAMP(1)

N\bNA\bAM\bME\bE
       lamp - light a slow lamp

D\bDE\bES\bSC\bCR\bRI\bIP\bPT\bTI\bIO\bON\bN
       The _\bl_\ba_\bm_\bp command lights a lamp and waits until it burns.  It does not
       check whether there is oil.

Slow lamps 2.1                     June 2024                           LAMP(1)
"""


def test_a_man_page_as_a_pager_has_it():
    article = summarise.parse(MANUAL)
    assert article.title == "lamp - light a slow lamp"
    assert picked(article)[1:] == [
        "The lamp command lights a lamp and waits until it burns.",
        "It does not check whether there is oil.",
    ]
    kinds = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is Kind.HEADING]
    assert {"NAME", "DESCRIPTION"} <= set(kinds)


def test_what_the_options_of_a_man_page_tell_is_no_button_of_a_web_page():
    options = "".join(
        f"       -{letter}     {tells}\n\n"
        for letter, tells in (
            ("f", "follow the links listed on the command line"),
            ("s", "share the lamp with others"),
            ("r", "related lamps"),
        )
    )
    ends = "A\bAU\bUT\bTH\bHO\bOR\bR\n       Written by Ann Bell.\n\nSEE ALSO\n       wick(1)\n\n"
    article = summarise.parse(MANUAL.replace("Slow lamps 2.1", f"{options}{ends}Slow lamps 2.1"))
    assert article.form == "man page"
    left_out = [article.text[p.start : p.end] for p in article.paragraphs if p.boilerplate]
    assert [text.split()[-1] for text in left_out] == ["LAMP(1)", "LAMP(1)"]


def test_rows_of_links_and_buttons_go_where_a_browser_numbered_the_links():
    text = f"[1]Skip to content\n\n[2]Home [3]About\n\nThe lamp\n\n{BODY}\n\n(BUTTON) Share\n\n"
    article = summarise.parse(f"{text}References\n\n   Visible links:\n{LINKS}   Hidden links:\n")
    assert picked(article) == SENTENCES
    assert article.title == "The lamp"
    unlisted = summarise.parse(text)
    assert reason_of(unlisted, "[2]Home") is None


NAMES_OF_IMAGES = [
    "[tower-5]    * [tower-6]\n\n\n" + " " * 39 + "[old-lamp-1]\n",
    "    [1][USEMAP:tower-5.gif] [trans_1x1.gif] [2][tower-6.gif]\n",
    " " * 35 + "[logo][x]\n",
    "[image 1]\n\n[image 2]\n",
]


@pytest.mark.parametrize("images", NAMES_OF_IMAGES)
def test_a_title_stands_centred_below_the_names_of_images(images):
    text = f"{images}\n{' ' * 34}The old lamp\n\n{BODY}\n"
    article = summarise.parse(text)
    assert article.title == "The old lamp"
    assert picked(article) == SENTENCES
    assert words_of(article.text) == words_of(text)


def test_a_name_of_an_image_glued_to_a_centred_title():
    indent = " " * 29
    text = f"{indent}[old-lamp-1.gif]\n{' ' * 27}Small lamps pay\n\n   July 2009\n\n{BODY}\n"
    assert summarise.parse(text).title == "Small lamps pay"


def test_what_is_said_in_brackets_is_no_image():
    article = summarise.parse(f"{BODY}\n\n[laughter]\n\n{BODY}")
    assert reason_of(article, "[laughter]") is None


BOX = """\
Keyboard shortcuts

   Press ← or → to navigate between chapters

   Press S or / to search in the book

   Press Esc to hide this help
   [ ]

"""
MENUS = [
    "   IFRAME: [1]toc.html\n\n   (BUTTON)\n     * (BUTTON) Light\n     * (BUTTON) Coal\n",
    "     1. [1]The coast\n     2. [3]2. Lamps\n     3.\n          1. [4]2.1. Oil\n\n",
    "  • Light\n  • Coal\n  • Navy\n\nAll about lamps\n\n[                    ]\n",
]


@pytest.mark.parametrize("menu", MENUS)
def test_a_hidden_box_that_a_text_browser_shows_first_is_neither_title_nor_article(menu):
    body = "   " + BODY.replace("\n", "\n   ")
    text = f"{BOX}{menu}\n   ____________________\n\n[2]Lamps at sea\n\n{body}\n\n"
    listed = "   1. file:///toc.html\n   2. file:///#lamps\n   3. file:///2\n   4. file:///3\n"
    article = summarise.parse(f"{text}References\n\n{listed}")
    assert article.title == "Lamps at sea"
    assert picked(article) == SENTENCES


def test_keys_that_an_article_is_about_stay():
    keys = "Press Start to open the menu\n\nPress A to save the game"
    article = summarise.parse(f"Saving your game\n\n{keys}\n\n{BODY}")
    assert article.title == "Saving your game"
    assert not any(p.boilerplate for p in article.paragraphs)


def test_numbers_of_links_are_no_part_of_the_words():
    text = (
        "   #[1]Feed [2]next\n\n   [3]Skip to content\n\n"
        "     * [4]Home\n          + [5]Towers\n     * Coast\n\n"
        f"   The [6]lamp burned oil,[9] as [7]others did.\n\n   {BODY}\n\nReferences\n\n"
    )
    listed = "".join(f"   {n}. https://example.org/{n}\n" for n in range(1, 8))
    article = summarise.parse(text + listed)
    assert picked(article) == ["The lamp burned oil,[9] as others did.", *SENTENCES]


def test_marks_of_notes_stay_where_no_list_of_links_stands_below():
    article = summarise.parse(f"The [6]lamp burned oil, as [7]others did.\n\n{BODY}")
    assert picked(article)[0] == "The [6]lamp burned oil, as [7]others did."


def test_headings_begin_where_no_line_of_the_text_does():
    body = "   " + BODY.replace("\n", "\n   ")
    article = summarise.parse(f"Lamps at sea\n\n{body}\n\nWhat oil costs\n\n{body}\n")
    headings = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "heading"]
    assert headings == ["Lamps at sea", "What oil costs"]


@pytest.mark.parametrize("line", ["_" * 290 + "x", "[ ]" * 98 + "x", "[a]" * 98 + "!", "[1]a" * 70])
def test_lines_of_marks_take_no_time(line):
    assert summarise.parse(f"{line}\n\n{BODY}\n\n1. https://example.org/").sentences


def test_lines_of_hard_spaces_among_marks():
    assert summarise.parse(f"[old-lamp-1]\n\n\u00a0\n\n{BODY}").candidates


ENDING = (
    "In the war the three brothers burned no oil, and when ships had to find their way without the "
    "lamp of the lighthouse, two of them rowed out with a lantern."
)


def test_a_page_with_its_marks_is_a_page_and_a_teaser_hides_nothing_below_it():
    text = (
        "   [1]Coast Weekly [2]News [3]Tides\n   Search: [4]____________ [5][ Go ]\n\n"
        f"{' ' * 28}The old lamp\n\n   By [6]B. Holm, 3 June 2024\n\n{BODY}\n\n"
        "     * [7]Share\n     * [8]Print\n\n   Read also: [9]The lamp that went out\n\n"
        f"   {ENDING}\n\nReferences\n\n   Visible links\n"
    )
    listed = "".join(f"   {n}. https://example.org/{n}\n" for n in (1, 2, 3, 6, 7, 8, 9))
    article = summarise.parse(text + listed)
    assert article.title == "The old lamp"
    assert picked(article) == [*SENTENCES, ENDING]


def test_marks_of_notes_stay_above_a_list_of_addresses():
    notes = "1. https://example.org/oil\n2. https://example.org/war\n3. https://example.org/k\n"
    lamp = "The lamp burned oil[1], whale oil[2]."
    article = summarise.parse(f"{lamp}\n\n{BODY}\n\nNotes\n\n{notes}")
    assert picked(article)[0] == lamp
