"""Calls to read on, as feeds and pages set them behind what they only begin, are never picked."""

from __future__ import annotations

from pathlib import Path

import pytest

import summarise
from summarise.text.reading_on import call_at_end

SAID = "The lifeboat came back at dusk with all nine men on board."


def _of_feed(tmp_path: Path, description: str) -> summarise.Article:
    path = tmp_path / "feed.xml"
    path.write_text(
        "<rss version='2.0'><channel><title>Harbour</title><item><title>Saved</title>"
        f"<link>http://a.example/1</link><description><![CDATA[{description}]]></description>"
        "</item></channel></rss>"
    )
    return summarise.load(path)


@pytest.mark.parametrize(
    "call",
    [
        "Read more…",
        "Read more",
        "(Read more)",
        "<a href='/1'>Read more about the rescue</a>",
        "<a href='/1'>Continue reading <span>Saved</span> &rarr;</a>",
        "<p><a href='/1'>Continue reading</a></p>",
        "[…] Weiterlesen",
        "<a href='/1'>Weiterlesen: Neun gerettet</a>",
        "Lire la suite »",
        "Leer más",
        "Leggi tutto...",
        "Lees verder",
        "Читать далее",
        "<p>続きを読む</p>",
    ],
)
def test_a_call_to_read_on_is_in_no_summary(tmp_path: Path, call: str):
    article = _of_feed(tmp_path, f"{SAID} {call}")
    picked = summarise.summarise(article, "100%").text
    assert picked.removesuffix(" […]") == SAID
    assert article.note == "this is only the beginning of the article, as the feed gives it"
    assert all(article.text[s.start : s.end] == s.text for s in article.sentences)
    assert "call to read on" in {s.boilerplate for s in article.sentences}
    whole = summarise.summarise(article.restore_all(), "100%").text
    assert len(whole) > len(picked), "nothing is lost"


@pytest.mark.parametrize("method", ["salience", "lead", "textrank"])
def test_no_method_picks_one_of_a_page(tmp_path: Path, method: str):
    path = tmp_path / "page.html"
    body = "".join(f"<p>{SAID} It was day {n}. <a href='/{n}'>Read more</a></p>" for n in range(4))
    path.write_text(f"<html><body><article><h1>Saved</h1>{body}</article></body></html>")
    summary = summarise.summarise(summarise.load(path), "100%", method=method)
    assert SAID in summary.text
    assert "Read more" not in summary.text


def test_links_behind_a_call_lead_where_they_led(tmp_path: Path):
    article = _of_feed(tmp_path, f"<b>{SAID}</b> <a href='http://a.example/1'>Read more…</a>")
    said, call = article.paragraphs
    assert [(s.start, s.end, s.kind) for s in said.spans] == [(0, len(SAID), "strong")]
    assert [(s.start, s.end, s.target) for s in call.spans] == [(0, 10, "http://a.example/1")]


@pytest.mark.parametrize(
    "text",
    [
        'He told me: "Read on."',
        "Read more books than you own.",
        "She could not keep reading.",
        "Those who want to know read on",
        "Continue reading the letters until you have found the date.",
    ],
)
def test_sentences_that_speak_of_reading_are_no_calls(text: str):
    assert call_at_end(text) is None


def test_what_is_nothing_but_a_call_is_left_as_it_is(tmp_path: Path):
    assert _of_feed(tmp_path, "Read more…").candidates
