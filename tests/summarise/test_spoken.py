"""Speech in writing: times and speakers apart, subtitles joined, all words in their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.article import Kind
from summarise.sources.plain.unwrapping import unwrap
from summarise.sources.speech.transcripts import as_paragraphs, turns_apart

SUBTITLES = """1
00:00:01,000 --> 00:00:03,200
The first lift bridge was
<i>built in eighteen</i> months

2
00:00:03,400 --> 00:00:06,000
and nobody knew how to open it.

3
00:00:12,000 --> 00:00:14,000
So they left it shut.
"""
LECTURE = """0:00
so today we look at the bridge and
0:04
who had to pay for it in the end
0:09
and there are three of them
0:13
the town the railway and the queen
"""


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text)


def picked(text: str) -> list[str]:
    article = summarise.parse(text)
    return [article.sentences[i].text for i in article.candidates]


@pytest.mark.parametrize(
    "text",
    [SUBTITLES, "WEBVTT\n\n" + SUBTITLES.replace(",", "."), SUBTITLES.replace("\n\n", "\n\n\n")],
    ids=["srt", "vtt", "loose"],
)
def test_sentences_go_over_the_lines_of_subtitles(text):
    assert picked(text) == [
        "The first lift bridge was built in eighteen months and nobody knew how to open it.",
        "So they left it shut.",
    ]


def test_the_voices_of_subtitles_are_turns():
    cue = "\n00:00:0{0}.000 --> 00:00:0{0}.900\n<v {1}>{2}\n"
    said = [
        ("Ann Lee", "We look after"),
        ("Ann Lee", "nine gates."),
        ("Bob", "Who"),
        ("Bob", "pays?"),
    ]
    said += [("Ann Lee", "The town.")]
    text = "WEBVTT\n" + "".join(cue.format(n, *turn) for n, turn in enumerate(said, 1))
    article = summarise.parse(text)
    assert picked(text) == ["We look after nine gates.", "Who pays?", "The town."]
    labels = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is Kind.HEADING]
    assert [label.split("] ")[1] for label in labels] == ["Ann Lee:", "Bob:", "Ann Lee:"]


def test_a_line_between_times_is_no_paragraph():
    assert as_paragraphs(LECTURE).startswith("so today we look at the bridge and who had to pay")


def test_entries_under_a_time_that_are_sentences_stay_apart():
    diary = "09:10\nThe water rose by a foot.\n\n10:30\nThe bridge was shut.\n\n11:05\nIt fell.\n\n"
    assert as_paragraphs(diary * 2) == diary * 2


@pytest.mark.parametrize(
    "turn",
    [
        "[00:0{n}:12] SPEAKER_0{n}: {said}",
        "(0:{n}2) Anna: {said}",
        "00:0{n}:12 - Ann O’Neil: {said}",
        "[00:0{n}] {said}",
        "Anna Keller  0:{n}1\n{said}",
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_times_and_speakers_stand_apart_from_what_is_said(turn, gap):
    said = ["We have nine gates.", "Who pays for them?", "Das Geld kommt im Juni.", "Bien sûr."]
    text = gap.join(turn.format(n=n, said=s) for n, s in enumerate(said))
    article = summarise.parse(text).restore_all()
    assert [article.sentences[i].text for i in article.candidates] == said
    labels = [p for p in article.paragraphs if p.kind is Kind.HEADING]
    assert len(labels) == 4
    assert article.title == ""


@pytest.mark.parametrize(
    "text",
    [
        "At 10:30 the train left.\n\nAt 11:45 it came back.\n\nNobody was on it.",
        "Mass is at 9:00 and at 11:00.\n\nBring a coat: the church is cold.",
        "4:12 is a verse.\n\nSo is 4:13.",
    ],
)
def test_times_in_sentences_make_no_transcript(text):
    assert turns_apart(text) == (text, frozenset())
    assert as_paragraphs(text) == text


@given(st.lists(st.sampled_from(["0:01", "a word.", "b", "1", "00:00:01 --> 00:00:02", ""])))
def test_no_word_is_lost_or_moved(lines):
    text = "\n".join(lines)
    spoken, _ = turns_apart(text)
    assert words_of(spoken) == words_of(text)


CAPTIONS = """[00:01] so today we look at the
[00:03] bridge and who had to pay
[00:05] [Music]
[00:06] for it in the end
[00:09] and there are three of them
"""


@pytest.mark.parametrize("above", ["", "Lecture 4\n\n", "=====\nTRANSCRIPT\n=====\n\n"])
def test_lines_with_a_time_before_each_are_joined_where_they_were_cut_by_it(above):
    shown = as_paragraphs(above + CAPTIONS)
    assert shown.startswith(above.rstrip("\n"))
    assert "so today we look at the bridge and who had to pay for it in the end and" in shown


def test_a_second_line_below_a_time_goes_on():
    text = CAPTIONS.replace("look at the\n", "look at\nthe long\n")
    assert "we look at the long bridge and who" in as_paragraphs(text)


@pytest.mark.parametrize(
    "text",
    [
        "09:00 Registration\n09:30 Welcome\n10:00 The bridge\n10:45 Coffee\n11:15 The lock\n",
        "[00:00] We have nine gates.\n[00:12] they are old.\n[00:30] it is June.\n[00:40] well.\n",
        "[00:01] so today\n[00:02] we look\n[00:03] at it\n",
    ],
    ids=["programme", "sentences", "few"],
)
def test_a_programme_turns_and_a_few_lines_are_not_joined(text):
    assert as_paragraphs(text) == text


@pytest.mark.parametrize("turn", ["[{0}] [00:{1:02}] {2}", "{0} [00:{1:02}] {2}"])
def test_the_speaker_may_stand_before_the_time_and_goes_on_after_it(turn):
    said = [
        ("Speaker 2", "We look after"),
        ("Speaker 2", "nine gates."),
        ("Bryan", "Who pays for them?"),
        ("Speaker 2", "The town does."),
    ]
    text = "\n".join(turn.format(who, 3 * n, what) for n, (who, what) in enumerate(said))
    article = summarise.parse(text).restore_all()
    sentences = [article.sentences[i].text for i in article.candidates]
    assert sentences == ["We look after nine gates.", "Who pays for them?", "The town does."]
    labels = [article.text[p.start : p.end] for p in article.paragraphs if p.kind is Kind.HEADING]
    assert len(labels) == 3
    assert all("00:" in label for label in labels)


def test_captions_broken_at_any_width_are_paragraphs_again():
    text = (
        "The race began like any other. Right, here we are in\n"
        "Courmayeur and it is a little bit different from years before. We\n"
        "start in waves, and in\n"
        "a different place. This is where you drop your bags. So if you have a bag that you\n"
        "collect during the race, that is at the\n"
        "lake. It was a warm afternoon, and the start\n"
        "was at four with the faster runners going\n"
        "off first. I was in the third wave, just behind an experienced runner from the north\n"
        "who was as nervous as me.\n"
    )
    assert picked(text + 12 * "\n" + "The end.")[:3] == [
        "The race began like any other.",
        "Right, here we are in Courmayeur and it is a little bit different from years before.",
        "We start in waves, and in a different place.",
    ]


def test_the_lines_of_a_program_are_no_captions():
    pieces = ["x = f('a. B', {{{0}: [1, 2]}})", "ok(y[{0}] == 'Go. All', 'apart', *z)", "done({0})"]
    program = "\n".join(
        pieces[n % 3].format(n) + "; then(q[0], {'r': 3})" * (n * 7 % 4) for n in range(24)
    )
    assert unwrap(program) == program
