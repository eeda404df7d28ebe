"""Copied pages: what is not the article is marked with a reason; what is the article never is.

In ``tests/data/pages`` a line that starts with ``~`` is not part of the article, ``=`` is its title
and ``?`` may be either. The texts in ``tests/data/whole`` are articles and nothing else.
"""

from __future__ import annotations

import re
import time
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import summarise
from summarise.article import Kind
from summarise.draft import Block, Draft
from summarise.notices import boilerplate_notice, notices_of
from summarise.parsing import parse_draft
from summarise.parsing.boilerplate import mark_boilerplate
from summarise.parsing.boilerplate.phrases import beginnings_of, find_cues, phrase_of
from summarise.parsing.boilerplate.reasons import Reason
from summarise.sources.markdown import read_markdown
from summarise.sources.plain import read_plain
from summarise.text.phrases import sections_of

DATA = Path(__file__).parents[1] / "data"
PAGES = sorted((DATA / "pages").glob("*.txt"))
WHOLE = sorted((DATA / "whole").glob("*.txt"))
SAMPLE = files("seeds").joinpath("russia-and-belarus.txt").read_text(encoding="utf-8")


def page(path: Path) -> tuple[str, dict[str, str]]:
    """A page's text, and for each of its lines the mark in front of it."""
    marks: dict[str, str] = {}
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark = line[:1] if line[:2] in ("~ ", "= ", "? ") else ""
        text = line[2:] if mark else line
        marks[text] = mark
        lines.append(text)
    return "\n".join(lines), marks


def reasons_of(article: summarise.Article) -> dict[str, str | None]:
    return {article.text[p.start : p.end]: p.boilerplate for p in article.paragraphs}


def test_the_sample_loses_its_ten_junk_blocks_and_nothing_else():
    article = summarise.parse(SAMPLE)
    reasons = [paragraph.boilerplate for paragraph in article.paragraphs]
    assert reasons[:3] == ["breadcrumb", "title again", "title again"]
    assert reasons[6:9] == ["promotion"] * 3
    assert reasons[20:] == ["related links", "comment form", "comment form", "comment form"]
    assert [i for i, reason in enumerate(reasons) if reason is None] == [
        *range(3, 6),
        *range(9, 20),
    ]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_all_of_the_article_is_kept_and_most_of_the_rest_is_marked(path):
    text, marks = page(path)
    article = summarise.parse(text)
    reasons = reasons_of(article)
    lost = [line for line, why in reasons.items() if why and marks[line] == ""]
    left = [line for line, why in reasons.items() if not why and marks[line] == "~"]
    assert lost == []
    assert len(left) <= 0.1 * sum(mark == "~" for mark in marks.values()), left


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_title_of_a_page_is_found(path):
    text, marks = page(path)
    assert marks[summarise.parse(text).title] == "="


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_nothing_of_a_page_is_deleted(path):
    text, _ = page(path)
    assert "".join(summarise.parse(text).text.split()) == "".join(text.split())


@pytest.mark.parametrize("path", WHOLE, ids=lambda path: path.stem)
def test_a_text_that_is_only_an_article_loses_nothing(path):
    article = summarise.parse(path.read_text(encoding="utf-8"))
    assert [reason for reason in reasons_of(article).values() if reason] == []


@pytest.mark.parametrize(
    "path",
    [path for path in WHOLE if path.stem not in ("note", "two-lines")],
    ids=lambda path: path.stem,
)
def test_lists_verse_and_tables_survive_in_the_middle_of_a_page(path):
    whole = path.read_text(encoding="utf-8")
    top = "Home\nNews\nSport\nSign in\nSubscribe\n\nMenu\n\nSearch\n\n"
    end = "\n\nShare this\n\n* Facebook\n* Twitter\n* Email\n\n2 Comments\n\nLeave a comment\n\n"
    foot = (
        "Related stories\n\nAbout us\nContact us\nPrivacy policy\n\n© 2024 All rights reserved.\n"
    )
    article = summarise.parse(top + whole + end + foot)
    body = set(reasons_of(summarise.parse(whole)))
    lost = [line for line, why in reasons_of(article).items() if why and line in body]
    words = sum(len(line.split()) for line in body)
    assert sum(len(line.split()) for line in lost) <= 0.15 * words, lost


ESSAY = """How to write a newsletter people read

Most newsletters fail because nobody knows whom they are for.

{0}

Keep them few. One link at the bottom of the letter is quite enough.

{1}

Invite replies, and answer each of them, at least in the first year.

{2}

Do not list ten of them. List a single one, and say why you like it.

{3}

Send it on the same day each week. Stop when you have nothing to say."""


@pytest.mark.parametrize(
    "headings",
    [
        ("Share buttons", "Comments", "Related articles", "Advertisement"),
        ("Subscribe", "Privacy policy", "Contact", "Cookies"),
    ],
)
def test_an_essay_may_speak_of_what_pages_have_in_its_headings(headings):
    reasons = reasons_of(summarise.parse(ESSAY.format(*headings)))
    assert [reason for reason in reasons.values() if reason] == []


def test_a_summary_takes_nothing_from_the_marked_blocks():
    article = summarise.parse(page(DATA / "pages" / "english-news.txt")[0])
    marked = {p.index for p in article.paragraphs if p.boilerplate}
    assert marked
    assert not {article.sentences[i].paragraph for i in article.candidates} & marked


def test_a_page_without_an_article_is_left_alone():
    blocks = [Block(text) for text in ("Home", "News", "Share", "Subscribe", "© 2024", "Login")]
    assert mark_boilerplate(blocks, title="", language="en") == [None] * 6


def test_no_blocks_no_reasons():
    assert mark_boilerplate([], title="", language="und") == []


def test_reasons_fit_the_margin_of_the_screen():
    assert max(len(reason) for reason in Reason) <= 20


def test_a_known_title_is_recognised_where_it_stands_again():
    text, _ = page(DATA / "pages" / "english-news.txt")
    title = "Old lift bridge opens for the first time in nine years"
    blocks = read_plain(text.replace("Menu\n", f"{title}\n\nMenu\n", 1)).blocks
    reasons = mark_boilerplate(blocks, title=title, language="en")
    assert "title again" in reasons


def test_the_reader_is_told_when_much_is_marked():
    article = summarise.parse(page(DATA / "pages" / "english-news.txt")[0])
    notice = boilerplate_notice(article)
    assert notice is not None and "%" in notice and "\n" not in notice
    assert notice in notices_of(article)
    assert boilerplate_notice(article.restore_all()) is None


def test_little_marked_needs_no_notice():
    assert boilerplate_notice(summarise.parse(SAMPLE)) is None


def test_words_of_pictures_and_lists_of_what_was_read_are_not_told_of_as_left_out():
    pictures = (
        "![The quay of Norwick at low tide, seen from the tower of the old school.](q.jpg)\n\n"
    )
    read = "Holm, A. B. 1994. The tide knows best. Journal of Harbours, 32(3): 349-363.\n\n"
    text = f"The boats of Norwick wait for the tide.\n\n{pictures * 4}{read * 4}"
    article = parse_draft(read_markdown(text))
    assert sum(p.boilerplate is not None for p in article.paragraphs) == 8
    assert boilerplate_notice(article) is None


def test_code_in_the_article_is_not_questioned():
    text, _ = page(DATA / "pages" / "english-news.txt")
    code = "```\nshare(home, news)\nsubscribe()\n```\n\n"
    article = summarise.parse(text.replace('"We had drawings', code + '"We had drawings'))
    kinds = {p.kind: p.boilerplate for p in article.paragraphs if p.kind is Kind.CODE}
    assert kinds == {Kind.CODE: None}


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("Leave a comment", "en", Reason.COMMENT_FORM),
        ("Sign up for our newsletter", "en", Reason.SUBSCRIBE),
        ("Facebook", "ko", Reason.SHARE_BAR),
        ("Das könnte Sie auch interessieren", "de", Reason.RELATED),
        ("Mentions légales", "fr", Reason.LEGAL),
        ("Síguenos en redes", "es", Reason.SHARE_BAR),
        ("Publicidade", "pt", Reason.ADVERTISEMENT),
        ("Leggi anche", "it", Reason.RELATED),
        ("Advertentie", "nl", Reason.ADVERTISEMENT),
        ("Polityka prywatności", "pl", Reason.LEGAL),
        ("Читайте также", "ru", Reason.RELATED),
        ("無断転載を禁じます", "ja", Reason.LEGAL),
        ("版权所有", "zh", Reason.LEGAL),
        ("Home » News » Harbour", "en", Reason.BREADCRUMB),
    ],
)
def test_cue_phrases(text, language, reason):
    assert reason in find_cues(text, language)


PHRASES = Path(str(files("summarise.parsing.boilerplate").joinpath("phrases")))
every_file_of_phrases = pytest.mark.parametrize(
    "path", sorted(PHRASES.glob("*.txt")), ids=lambda path: path.stem
)


@every_file_of_phrases
def test_every_file_of_phrases_can_be_used(path):
    table = sections_of(path)
    assert set(table) <= {reason.value for reason in Reason}
    assert find_cues("A sentence that is about something else.", path.stem) == ()


@every_file_of_phrases
def test_a_phrase_is_found_wherever_its_expression_matches(path):
    # It is only looked for where that with which it begins stands.
    for written in {written for phrases in sections_of(path).values() for written in phrases}:
        check_phrase(written)


def check_phrase(written: str) -> None:
    phrase = phrase_of(written)
    compiled = re.compile(phrase.expression)
    search = compiled.match if written.startswith("^") else compiled.search

    @given(st.from_regex(compiled))
    @settings(max_examples=5, database=None, suppress_health_check=list(HealthCheck))
    def check(text: str) -> None:
        expected, found = search(text), phrase.find(text)
        assert (found and found.span()) == (expected and expected.span()), written

    check()


@pytest.mark.parametrize(
    ("phrase", "beginnings"),
    [
        (r"\bshare (?:this|on)\b", ("share ",)),
        (r"comments? powered", ("comment",)),
        (r"^(?:leave|(?:post|write)s?) a reply", ("",)),
        (r"^(?:watch (?:more|now)|listen (?:live|now))\b", ("watch ", "listen ")),
        (r"^\W*(?:ads?|sponsored(?: by)?)\W*$", ("ad", "sponsored")),
        (r"(?:no )?comments", ("",)),
        (r"(?:no ){0,2}comments", ("",)),
        (r"(?:one|a\)b|two) comments", ("",)),
        (r"\d% off", ("",)),
    ],
)
def test_a_phrase_begins_with_letters_that_may_not_be_left_out(phrase, beginnings):
    assert beginnings_of(phrase) == beginnings


@pytest.mark.parametrize("language", ["", "und", "xx", "../en", "de\0"])
def test_a_language_without_phrases_still_has_the_english_ones(language):
    assert Reason.COMMENT_FORM in find_cues("Leave a comment", language)


@given(
    st.lists(st.builds(Block, st.text(max_size=80), st.sampled_from(Kind)), max_size=30),
    st.text(max_size=30),
)
def test_any_blocks_give_a_reason_or_none_each(blocks, title):
    junk = [Block(text) for text in ("Share", "Log in", "© 2024 Somebody", "Subscribe")]
    reasons = mark_boilerplate([*junk, *blocks], title=title, language="en")
    assert len(reasons) == len(blocks) + 4
    assert all(reason is None or reason in list(Reason) for reason in reasons)


@pytest.mark.slow
def test_the_work_grows_with_the_page_and_no_faster():
    def spent(times: int) -> float:
        junk = "* Home\n* News\n\nShare\n\nSubscribe\n\n"
        prose = "A sentence of the article, long enough to be prose, stands here in its place "
        blocks = read_plain((junk + (prose + "and ends here.\n\n") * 20) * times).blocks
        begun = time.thread_time()
        mark_boilerplate(blocks, title="", language="en")
        return time.thread_time() - begun

    spent(1)
    assert spent(400) < 4 * 10 * max(spent(40), 0.01)


def test_a_text_with_junk_in_it_is_called_a_copied_page():
    assert summarise.parse(SAMPLE).form == "copied page"
    assert summarise.parse((DATA / "whole" / "poem.txt").read_text(encoding="utf-8")).form == "text"


MAIL = """{0}

Hello everybody,

the pump has been repaired, and we can water the beds again from Saturday on. Bring a can.

Note: two of ours were stolen last week. The seal cost about 40 euros.

--
Anna Berg
Garden Lane 5
"""


@pytest.mark.parametrize(
    "header",
    [
        "From: Anna Berg <a@example.org>\nTo: list@example.org\nSubject: Re: Water on Saturday",
        "Return-Path: <a@example.org>\nVon: Anna Berg\nBetreff: AW: Water on Saturday",
        "主题：Water on Saturday\n发件人：Anna Berg",
    ],
)
def test_the_header_of_a_mail_is_no_part_of_it_and_names_its_subject(header):
    article = summarise.parse(MAIL.format(header))
    reasons = list(reasons_of(article).values())
    lines = header.count("\n") + 1
    assert reasons[:lines] == ["mail header"] * lines
    assert reasons[lines:-3] == ["greeting", None, None]
    assert reasons[-3:] == ["signature"] * 3
    assert article.title == "Water on Saturday"
    assert article.form == "text"


@pytest.mark.parametrize(
    "opening",
    [
        "Question: Where are you from?\nAnswer: From the coast.\nDate: unknown",
        "Subject: the old and the new",
        "From: the coast\nTo: the hills\nThe road is long.",
        "Subject: pumps\nFrom: the coast\nThe road is long, and nobody has walked it.",
    ],
)
def test_lines_with_a_colon_are_no_mail(opening):
    reasons = reasons_of(summarise.parse(MAIL.format(opening))).values()
    assert not any(reasons)


def test_the_pages_of_an_rfc_are_no_part_of_its_text():
    gap = " " * 20
    text = (
        f"Working Group{gap}J. Doe\nNumber: 9999{gap}Example\nCategory: None{gap}May 2023\n\n"
        "                    The Slow Lamp Control Protocol\n\nAbstract\n\n"
        "   This document describes a protocol by which lamps are told to shine\n"
        "   or not to shine.  It does not specify an Internet standard of any\n"
        "   kind, and it is of no use to anybody who has no lamps at home.\n\n"
        f"Doe{gap}Informational{gap}[Page 1]\n\f\nRFC 9999{gap}Slow Lamps{gap}May 2023\n\n"
        "1.  Introduction\n\n"
        "   Lamps have been controlled by hand for a long time.  With the coming\n"
        "   of networks, more and more of them are controlled from afar.\n"
    )
    article = summarise.parse(text)
    marked = [line for line, why in reasons_of(article).items() if why == "page break"]
    assert [line.split()[0] for line in marked] == ["Doe", "RFC"]
    assert article.title == "The Slow Lamp Control Protocol"
    picks = [sentence.text for sentence in summarise.summarise(article, "100%").sentences]
    assert picks[:2] == [
        "Abstract",
        "This document describes a protocol by which lamps are told to shine or not to shine.",
    ]


def test_comments_in_a_thread_are_marked():
    text, _ = page(DATA / "pages" / "english-news.txt")
    thread = (
        "\n\nComments Section\nu/greenman\n•\n5 hr. ago\n"
        "This is the kind of news I want to read every morning instead of wars.\nUpvote\nReply\n"
        "u/sheepdog\n•\n3h ago\n"
        "As a farmer I find it annoying that nobody asks who paid for the fences.\nUpvote\nReply\n"
    )
    reasons = reasons_of(summarise.parse(text + thread))
    assert [line for line in thread.split("\n") if line and not reasons[line]] == []


PASTED = """Skip to content
Log in
Subscribe

Why the ferry still rings
{deck}

By Anna Holm
Anna Holm is a writer based in Tromsø.
Published 12 January 2024
6 min read
Share
Tweet

Two men in a boat. Photo: Jon Ask/Getty Images
Enlarge this image

The ferry between the two islands has carried the post since before either had a road, and its
captain rings a bell at every house with a letter. Nobody remembers who paid for the first boat.

In summer the boat is full of people who come to see the bell. In winter it is often empty, and the
captain reads the newspapers he is carrying before he hands them over.

Subscribe to our newsletter
Every Friday the best of the coast.
Sign up now

© 2024 The Coast. All rights reserved.
"""


def test_the_sentence_between_a_title_and_a_long_byline_stays_and_the_byline_goes():
    deck = "Letters have always come by water here, whatever the weather says."
    article = summarise.parse(PASTED.format(deck=deck))
    reasons = reasons_of(article)
    assert article.title == "Why the ferry still rings"
    assert reasons[deck] is None
    lines = ("By Anna Holm", "Anna Holm is a writer based in Tromsø.", "6 min read")
    assert {reasons[line] for line in lines} == {"byline"}
    assert reasons["Enlarge this image"]


def test_a_sentence_between_two_lines_that_ask_to_subscribe_is_one_more():
    reasons = reasons_of(summarise.parse(PASTED.format(deck="It is an old habit on the coast.")))
    assert reasons["Every Friday the best of the coast."] == "subscribe"


def test_a_timetable_is_no_row_of_bylines():
    table = "\n".join(f"Posted 1{n} May 2024 by the harbour" for n in range(5))
    text = PASTED.format(deck="It is an old habit on the coast.")
    reasons = reasons_of(summarise.parse(text.replace("In summer", f"{table}\n\nIn summer")))
    assert reasons["Posted 12 May 2024 by the harbour"] is None


def test_the_foot_of_a_manual_that_names_its_system_is_no_part_of_it():
    manual = (
        "KELP(1)                 General Commands Manual                KELP(1)\n\nNAME\n"
        "     kelp – dry and press kelp\n\nDESCRIPTION\n     The kelp utility dries each file.\n\n"
        "Seaweed 14.4                 June 3, 2024                 Seaweed 14.4\n"
    )
    article = summarise.parse(manual)
    foot = article.paragraphs[-1]
    assert article.text[foot.start : foot.end].startswith("Seaweed 14.4")
    assert foot.boilerplate == "page break"


LICENCE = (
    "This eBook is for the use of anyone anywhere at no cost. You may copy it or give it away."
)


@pytest.mark.parametrize(
    ("start", "end", "enclosed"),
    [
        (
            "*** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***",
            "*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***",
            True,
        ),
        (
            "***START OF THIS PROJECT GUTENBERG EBOOK THE FERRY***",
            "***END OF THIS PROJECT GUTENBERG EBOOK THE FERRY***",
            True,
        ),
        ("*** START OF THE PROJECT GUTENBERG EBOOK THE FERRY ***", "The end.", False),
        ("The beginning.", "*** END OF THE PROJECT GUTENBERG EBOOK THE FERRY ***", False),
    ],
)
@pytest.mark.parametrize("clean", [True, False])
def test_the_licence_around_a_free_book_is_no_part_of_it(
    start: str, end: str, *, enclosed: bool, clean: bool
):
    texts = (LICENCE, start, "The ferry came late.", "Nobody was told why.", end, LICENCE)
    article = parse_draft(Draft(tuple(map(Block, texts)), clean=clean, title="The ferry"))
    found = [article.sentences[i].text for i in article.candidates]
    assert {"The ferry came late.", "Nobody was told why."} <= set(found)
    assert ("You may copy it or give it away." in found) is not enclosed
    assert article.form == "text"
