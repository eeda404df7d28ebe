"""The moving picture of the README: whole, in order, and nothing in it runs or is loaded."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from tests.pictures.__main__ import README_PICTURE, STORY
from tests.pictures.moving import Frame, moving

SCREEN = (
    '<svg viewBox="0 0 100 50.0" xmlns="http://www.w3.org/2000/svg">'
    "<style>@font-face {{ src: url(https://example.org/f) }}</style><text>{}</text></svg>"
)


def _frames(*seconds: float) -> list[Frame]:
    return [Frame(SCREEN.format(n), f"<key> {n}", s) for n, s in enumerate(seconds)]


def test_each_frame_is_seen_for_its_seconds_in_turn_and_one_at_any_time():
    svg = moving(_frames(2, 1, 1))
    etree.fromstring(svg.encode())
    assert svg.count("4s step-end infinite") == 3
    shown = re.findall(r"([\d.]+)% \{ visibility: visible \}", svg)
    assert [float(at) for at in shown] == [0, 50, 75]
    hidden = re.findall(r"([\d.]+)% \{ visibility: hidden \}", svg)
    assert sorted({float(at) for at in hidden}) == [0, 50, 75]
    assert "&lt;key&gt; 2" in svg


def test_frames_of_different_sizes_are_refused():
    with pytest.raises(ValueError, match="one size"):
        moving([*_frames(1), Frame(SCREEN.format(1).replace("50.0", "60.0"), "", 1)])


def test_the_picture_of_the_readme_shows_the_whole_story_and_loads_nothing():
    svg = README_PICTURE.read_text(encoding="utf-8")
    root = etree.fromstring(svg.encode(), etree.XMLParser(huge_tree=True))
    captions = [text.text for text in root.iter("{*}text") if text.get("class") == "caption"]
    assert captions == [caption for _, caption, _ in STORY]
    names = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(names) == len(set(names))
    assert "url(http" not in svg and "<script" not in svg and "<image" not in svg
