"""Speech in writing: times and speakers apart, subtitles joined, all words in their order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarise
from summarise.article import Kind
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
