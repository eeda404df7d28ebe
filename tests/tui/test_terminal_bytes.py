"""What a hostile source sends to a real terminal is what a harmless one of its shape sends.

Every control sequence that the program writes is told by its kind: its form, its last letter, and
which mode or command it is about. Whatever is read, named or pasted must cause none that the
same thing with plain letters in those places does not.
"""

# ruff: noqa: E501 (tags stay in the line of what they hold)

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

import pytest

from tests.local_server import serving
from tests.summarise.document_files import paragraph, word
from tests.summarise.test_feeds import rss
from tests.summarise.test_sanitise import UNWANTED
from tests.tui.real_terminal import RealTerminal
from tests.tui.test_ends import READER, opened

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals"),
]

#: What would do something to a terminal, if it got there.
HOSTILE = (
    *("\x1b[2J", "\x1b[?1049l", "\x1b[?1000h", "\x1b]0;TITLE\x07", "\x1b]52;c;UFdORUQ=\x07"),
    *("\x1bP$q\x1b\\", "\x1b_Gf=100\x1b\\", "\x1b]8;;http://a.example\x1b\\", "\x1bc", "\x1b[6n"),
    *("\x9b2J", "\x9d0;TITLE\x9c", "\x90q\x9c", "\x07", "\x0e", "\x1b(0", "\x1b#8", "\x1b[?2004l"),
    *("\u202e", "\u2066", "\x1b[31m", "\x1b]", "\x1b[", "\x1b", "\x85", "\x7f", "\x1b]133;A\x07"),
    *("\x1b[200~", "\x1b[99999999u", "\x1b[8;1;1t", "\x1b]1337;File=:AA\x07", "\x08\x08"),
)
#: Plain letters of about the same length.
HARMLESS = tuple("x" * min(4, len(sequence)) for sequence in HOSTILE)

_TOKEN = re.compile(
    r"\x1b\[(?P<csi>[0-?]*[ -/]*[@-~])"
    r"|\x1b\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    r"|\x1b(?P<string>[PX^_][^\x1b]*)\x1b\\"
    r"|\x1b(?P<escape>[ -/]*[0-~])"
    r"|(?P<odd>[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff])"
)


def kinds_of(raw: bytes) -> dict[str, str]:
    """Each kind of control sequence in what was written, with one of them."""
    found: dict[str, str] = {}
    for token in _TOKEN.finditer(raw.decode("utf-8", "replace")):
        kind, text = str(token.lastgroup), token[0]
        if (csi := token["csi"]) is not None:
            numbered = csi[-1] in "hlt" or csi[0] in "?<=>"
            kind += f" {csi if numbered else csi.lstrip('0123456789;:')}"
        elif (osc := token["osc"]) is not None:
            kind += f" {osc.partition(';')[0]}"
        else:
            kind += f" {text[1:3] if kind != 'odd' else text!r}"
        found.setdefault(kind, text)
    return found


def copied(raw: bytes) -> Iterator[str]:
    """The texts that were put onto the clipboard by way of the terminal."""
    for payload in re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)", raw):
        yield base64.b64decode(payload).decode()


def _prose(pieces: tuple[str, ...], wrap: Callable[[str], str] = str) -> list[str]:
    """Paragraphs with a piece in each of their sentences."""
    return [
        f"The {wrap(piece)}ferry {n} stayed in the har{wrap(piece)}bour. Nobody saw 🏳️‍🌈 it leave{wrap(piece)}."
        for n, piece in enumerate(pieces)
    ]


def _references(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def _text(pieces: tuple[str, ...]) -> bytes:
    title = f"A harbour {pieces[0]}{pieces[3]}{pieces[10]} frozen"
    return "\n\n".join([title, *_prose(pieces)]).encode()


def _markdown(pieces: tuple[str, ...]) -> bytes:
    items = [f"- [{text}](http://a.example/{pieces[3]})" for text in _prose(pieces, _references)]
    return "\n".join([f"# The {''.join(pieces[:9])}harbour", "", *items]).encode()


def _html(pieces: tuple[str, ...]) -> bytes:
    said = json.dumps({"@type": "NewsArticle", "headline": f"Ice {pieces[3]}", "author": pieces[4]})
    body = "".join(f"<p>{text}</p>" for text in _prose(pieces, _references))
    facts = "".join(
        f'<meta name="{name}" content="{_references("".join(pieces[:12]))}Ann">'
        for name in ("author", "date", "og:title", "og:site_name")
    )
    return (
        f"<html><head><title>Ice {_references(''.join(pieces))}</title>{facts}"
        f'<script type="application/ld+json">{said}</script></head><body><article>{body}'
        f"<pre>a&Tab;{_references(pieces[0])}</pre></article></body></html>"
    ).encode()


def _feed(pieces: tuple[str, ...]) -> bytes:
    items = [
        {
            "title": f"Ferry {n} {piece}",
            "url": f"http://a.example/{n}{piece}",
            "content_html": "".join(f"<p>{text}</p>" for text in _prose((piece,) * 4, _references)),
            "authors": [{"name": f"Ann {piece}"}],
        }
        for n, piece in enumerate(pieces)
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"Sea {pieces[3]}",
        "items": items,
    }
    return json.dumps(feed).encode()


def _mail(pieces: tuple[str, ...]) -> bytes:
    coded = base64.b64encode(f"Ferry {''.join(pieces)}".encode()).decode()
    return (
        f"Message-ID: <1@a>\nFrom: =?utf-8?b?{coded}?= <a@a.example>\nSubject: =?utf-8?b?{coded}?=\n"
        "Content-Type: text/plain; charset=utf-8\n\n" + "\n\n".join(_prose(pieces))
    ).encode()


def _word(pieces: tuple[str, ...]) -> bytes:
    # XML cannot hold most controls; it can hold C1, and overrides.
    safe = tuple(re.sub("[\x00-\x08\x0b-\x1f]", "", piece) for piece in pieces)
    return word("".join(paragraph(escape(text)) for text in _prose(safe)))


@dataclass(frozen=True)
class Shape:
    """A kind of source that can be made hostile or harmless."""

    suffix: str
    make: Callable[[tuple[str, ...]], bytes]


SHAPES: Mapping[str, Shape] = {
    "text": Shape(".txt", _text),
    "markdown": Shape(".md", _markdown),
    "html": Shape(".html", _html),
    "feed": Shape(".json", _feed),
    "rss": Shape(".rss", lambda p: rss(*(f"<item><title>{escape(_references(x))}</title><description>{escape(' '.join(_prose((x, x), _references)))}</description></item>" for x in p))),
    "mail": Shape(".eml", _mail),
    "word": Shape(".docx", _word),
}  # fmt: skip


def pasted(text: str) -> str:
    """A text as a terminal sends what is pasted."""
    return f"\x1b[200~{text}\x1b[201~"


def through_every_screen(terminal: RealTerminal, paste: str) -> None:
    """Go to every screen there is, paste into every prompt, and leave."""
    for keys in (
        *(
            "h",
            "e",
            "nn",
            "P",
            "\x1b",
            "t",
            f"t{paste}\r",
            "m",
            "\x1b",
            "v",
            "+",
            "\x1b",
            "?",
            "\x1b",
        ),
        *(
            "\x10",
            paste,
            "\x1b",
            "c",
            "y",
            f"/{paste}\r",
            "\x1b",
            f":{paste}\r",
            "\x1b",
            f"w{paste}",
        ),
        *("\x1b", "zzz", "o", f"/{paste}", "\x1b", f"o{paste}\r", "\x1b", "\r"),
    ):
        terminal.press(keys)
        terminal.settled(quiet=0.15)


def through_the_screens_of_an_article(terminal: RealTerminal, paste: str) -> None:  # noqa: ARG001
    """The screens that show most of an article."""
    for keys in ("he", "P", "\x1b", "v", "\x1b", "c", "t", "o", "\x1b"):
        terminal.press(keys)
        terminal.settled(quiet=0.15)


def fast(terminal: RealTerminal, paste: str) -> None:
    """The same in two writes, as a fast typist or a paste of keys would."""
    terminal.press(f"henn*t\t+++Uzz?jj\x1b\x1bv+\x1b/{paste}\r:{paste}\rcyP")
    terminal.settled(quiet=0.4)
    terminal.press(f"\x1b\x1bo/{paste}\x1bjk\r\x10{paste}\x1b\x1bm\x1b")
    terminal.settled(quiet=0.4)


def written(
    arguments: list[str],
    paste: str,
    do: Callable[[RealTerminal, str], None],
    code: int = 0,
) -> bytes:
    """All that the reader writes to its terminal, from its start to its end."""
    with RealTerminal([*READER, *arguments]) as terminal:
        terminal.wait_for(lambda text: opened(text) or "Library" in text)
        terminal.settled(quiet=0.2)
        if "Library" in terminal.text:
            terminal.press("jjj")
            terminal.settled(quiet=0.3)
            terminal.press("\r")
            terminal.settled(quiet=0.3)
        do(terminal, paste)
        terminal.press("\x1b\x11")
        assert terminal.wait_for_end() == code
        assert terminal.left_on == set()
        assert "Traceback" not in terminal.text
        return terminal.raw


def compare(hostile: bytes, harmless: bytes) -> None:
    """The hostile one has caused nothing of its own."""
    known = kinds_of(harmless)
    assert not {kind for kind in known if kind.startswith("odd")} - {
        *("odd '\\r'", "odd '\\n'", "odd '\\t'")
    }, known
    # Copying is asked for by a key; what is copied is looked at instead.
    own = {kind: text for kind, text in kinds_of(hostile).items() if kind not in known}
    own.pop("osc 52", None)
    assert not own
    assert all(UNWANTED.search(text) is None for text in copied(hostile))


@pytest.mark.parametrize("kind", SHAPES)
def test_no_source_sends_a_sequence_of_its_own_on_any_screen(tmp_path, kind):
    shape = SHAPES[kind]
    raws = []
    for name, pieces in (("hostile", HOSTILE), ("harmless", HARMLESS)):
        path = tmp_path / name / f"ferry{shape.suffix}"
        path.parent.mkdir()
        path.write_bytes(shape.make(pieces))
        do = through_every_screen if kind in ("text", "feed") else through_the_screens_of_an_article
        raws.append(written([str(path)], pasted("ice " + "".join(pieces)), do))
    compare(*raws)


def test_fast_typing_lets_nothing_through(tmp_path):
    raws = []
    for name, pieces in (("hostile", HOSTILE), ("harmless", HARMLESS)):
        path = tmp_path / f"{name}.md"
        path.write_bytes(_markdown(pieces))
        raws.append(written([str(path)], pasted("ice " + "".join(pieces)), fast))
    compare(*raws)


def test_names_of_files_send_nothing(tmp_path):
    raws = []
    for name, pieces in (("hostile", HOSTILE), ("harmless", HARMLESS)):
        folder = tmp_path / name
        folder.mkdir()
        for n, piece in enumerate((*pieces, "\n", "[bold]", "[@click=app.quit]")):
            file = os.fsencode(folder) + b"/%d-" % n + piece.replace("/", "").encode() + b"\xff.txt"
            Path(os.fsdecode(file)).write_bytes(_text(HARMLESS))
        missing = str(folder / f"no{pieces[0]}{pieces[3]}.txt")
        raws.append(written([str(folder), missing], "x", through_the_screens_of_an_article, code=1))
    compare(*raws)


def test_errors_on_the_terminal_send_nothing(tmp_path):
    raws = []
    for pieces in (HOSTILE, HARMLESS):
        names = [str(tmp_path / f"no-{piece.replace('/', '')}.txt") for piece in pieces]
        with RealTerminal([*READER, "-p", *names, "-m", pieces[0]]) as terminal:
            terminal.wait_for_end()
            raws.append(terminal.raw)
        with RealTerminal([*READER, "-p", *names]) as terminal:
            assert terminal.wait_for_end() == 1
            raws[-1] += terminal.raw
    assert raws[0].count(b"no such file") >= len(HOSTILE)
    compare(*raws)


@pytest.mark.loopback
def test_pages_of_a_server_send_nothing():
    with serving() as server:
        raws = []
        for name, pieces in (("hostile", HOSTILE), ("harmless", HARMLESS)):
            kind = f"text/html; charset={pieces[3]}" if name == "hostile" else "text/html"
            kind = kind.encode("unicode_escape").decode("latin-1")
            address = server.page(f"/{name}", _html(pieces), kind=kind)
            raws.append(written([address], "", through_the_screens_of_an_article))
    compare(*raws)


def test_the_check_itself_sees_what_it_looks_for():
    for sequence in HOSTILE:
        if sequence.startswith("\x1b[") and sequence.endswith("m"):
            continue  # colours are everywhere
        assert kinds_of(b"text " + sequence.encode()).keys() - {"odd '\\r'"} or sequence == "\x1b["
