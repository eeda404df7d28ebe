"""Subtitles: sentences over cues, turns and speakers, and nothing that nobody says."""

from __future__ import annotations

import pytest

from summarise.sources.speech.subtitles import is_subtitles, read_subtitles
from tests.summarise.document_files import drafted, shown


def srt(*cues: str, gap: float = 0.2) -> str:
    """Cues of two seconds, one after the other."""
    out = []
    for n, cue in enumerate(cues):
        start, end = n * (2 + gap), n * (2 + gap) + 2
        out.append(f"{n + 1}\n{clock(start)} --> {clock(end)}\n{cue}\n")
    return "\n".join(out)


def clock(seconds: float) -> str:
    return f"00:{int(seconds) // 60:02}:{int(seconds) % 60:02},{round(seconds % 1 * 1000):03}"


def said(text: str) -> list[str]:
    return shown(read_subtitles(text))


def test_sounds_and_songs_are_nothing_that_is_said():
    assert said(
        srt(
            "[door closes]",
            "[to somebody\nat the door] Now,",
            "We look after [sighs] nine gates.",
            "(MUSIC)",
            "♪ Oh the river ♪",
            "♪ runs on and on",
            "- (laughs)",
            "Nobody pays (yet).",
        )
    ) == ["text Now, We look after nine gates.", "text Nobody pays (yet)."]


def test_a_dash_opens_a_turn():
    cues = srt("- Who pays for\nthe gates?\n- The town.", ">> And who\nrepairs them?")
    assert said(cues) == [
        "text Who pays for the gates?",
        "text The town.",
        "text And who repairs them?",
    ]


def test_a_name_in_capitals_is_a_speaker():
    assert said(srt("ANNA: Who pays?", "Tell me.", "MR. LEE: The town.", "Note: it is poor.")) == [
        "heading 6 [00:00:00] ANNA:",
        "text Who pays? Tell me.",
        "heading 6 [00:00:04] MR. LEE:",
        "text The town. Note: it is poor.",
    ]


def test_captions_that_roll_up_are_said_once():
    rolling = srt(
        "the town looks after", "the town looks after\nnine gates and", "nine gates and",
        "nine gates and\nnobody pays", gap=0,
    )  # fmt: skip
    assert said(rolling) == ["text the town looks after nine gates and nobody pays"]


def test_captions_that_grow_word_by_word_are_said_once():
    growing = srt("the town", "the town looks", "the town looks after it.", gap=0)
    assert said(growing) == ["text the town looks after it."]


def test_what_is_said_twice_stays_twice():
    assert said(srt("No!", "No!", "Never, never.")) == ["text No! No! Never, never."]


@pytest.mark.parametrize(
    "marked",
    [
        "<i>We</i> look <c.yellow>after</c> it.",
        "{\\an8}We look after it.",
        "<00:00:01.200><c>We</c> look after it.",
        '<font color="#ffffff">We look</font> after it.',
        "We look&nbsp;after it.",
    ],
)
def test_marks_of_looks_are_gone(marked):
    assert said(srt(marked)) == ["text We look after it."]


def test_a_header_names_title_and_language_and_comments_are_left_out():
    draft = read_subtitles(
        "WEBVTT - The gates\nKind: captions\nLanguage: de-AT\n\nSTYLE\n::cue { color: red }\n\n"
        "NOTE made by hand\n\nintro\n00:01.000 --> 00:02.000 line:0\nNeun Tore\n\n"
        "NOTE\nin two\nlines\n\n00:02.000 --> 00:03.000\ngibt es.\n"
    )
    assert (draft.title, draft.language) == ("The gates", "de")
    assert shown(draft) == ["text Neun Tore gibt es."]


def test_captions_made_by_machine_end_somewhere():
    draft = read_subtitles(srt(*["one word after another and then some more"] * 60))
    assert all(len(block.text.split()) < 140 for block in draft.blocks)
    assert len(draft.blocks) >= 3


def test_one_cue_is_enough_for_a_file_of_that_name_only():
    cue = srt("We look after nine gates.")
    assert not is_subtitles(cue)
    assert shown(drafted(cue, "a.srt")) == ["text We look after nine gates."]
    assert drafted(srt("We look after", "nine gates."), "a.txt").form == "subtitles"


SBV = """\
0:00:01.000,0:00:03.500
The gates are old
and they leak.

0:00:03.500,0:00:06.000
>> ANNA: Who pays
for a new one?
"""


def test_sbv_is_read_like_other_subtitles():
    expected = [
        "text The gates are old and they leak.",
        "heading 6 [00:00:03] ANNA:",
        "text Who pays for a new one?",
    ]
    assert said(SBV) == expected
    assert [shown(drafted(SBV, name)) for name in ("a.sbv", "a.txt", "a")] == [expected] * 3


def test_times_without_their_noughts_are_times():
    text = "WEBVTT\n\n0:0:58.850 --> 0:1:0.58\nThe gates are\n\n0:1:0.58-->0:1:4\nold.\n"
    assert said(text) == ["text The gates are old."]


def test_a_name_that_opens_line_after_line_is_a_speaker_and_said_once():
    cues = ("Anna Keller: The gates are old.", "Anna Keller: They leak.", "Two things: oil, time.",
            "Anna Keller: So we meet.", "and talk.", "Anna Keller: Today.")  # fmt: skip
    assert said(srt(*cues)) == [
        "heading 6 [00:00:00] Anna Keller:",
        "text The gates are old. They leak. Two things: oil, time. So we meet. and talk. Today.",
    ]


def test_a_speaker_who_is_but_a_number_turns_and_has_no_label():
    one, two = (
        f"{n}8f0e9b4-d6de-4cad-9c2a-9b587e97837f@72f988bf-86f1-41af-91ab-2d7cd0" for n in "12"
    )
    said_by = [(one, "The gates are old."), (one, "They leak."), (two, "Do they?")]
    text = srt(*(f"<v {who}>{words}</v>" for who, words in said_by))
    assert said(text) == ["text The gates are old. They leak.", "text Do they?"]
