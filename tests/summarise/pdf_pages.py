"""PDFs and pages for tests: characters as they would be read, and small files as bytes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from summarise.sources.pdf.glyphs import ABOVE, BELOW, Glyph
from summarise.sources.pdf.lines import Line, lines_of

#: The width of every letter, in sizes.
WIDTH = 0.5


def written(text: str, x: float, y: float, size: float = 10, style: int = 0) -> list[Glyph]:
    """A text as the characters of a page, on a baseline; all letters are equally wide."""
    out = []
    spaced = False
    for place, character in enumerate(text):
        if character == " ":
            spaced = True
            continue
        left = x + place * WIDTH * size
        bottom, top = y - BELOW * size, y + ABOVE * size
        right = left + WIDTH * size
        out.append(Glyph(character, left, bottom, right, top, y, size, style, spaced))
        spaced = False
    return out


def line(text: str, x: float = 50, y: float = 700, size: float = 10, *, page: int = 0) -> Line:
    """One line of text."""
    (found,) = lines_of(written(text, x, y, size), page)
    return found


def column(
    texts: Iterable[str], x: float = 50, y: float = 700, size: float = 10, step: float = 12
) -> list[Line]:
    """Lines below each other; one that begins with spaces is indented by them."""
    return [
        line(text.lstrip(" "), x + (len(text) - len(text.lstrip(" "))) * WIDTH * size, y - i * step)
        if size == 10
        else line(text, x, y - i * step, size)
        for i, text in enumerate(texts)
    ]


def pdf_of(
    pages: Sequence[Sequence[tuple[float, float, float, str]]],
    *,
    info: str = "",
    extra: str = "",
    trailer: str = "",
) -> bytes:
    """A PDF of pages of texts, each as x, y, size and what it says, in Helvetica.

    Args:
        pages: The pages.
        info: What the file says of itself, as in ``/Title (A bridge)``.
        extra: More of what each page draws.
        trailer: More of the trailer.
    """
    contents = [
        "BT " + " ".join(f"/F {s} Tf 1 0 0 1 {x} {y} Tm ({_quoted(t)}) Tj" for x, y, s, t in page)
        + f" ET {extra}"
        for page in pages
    ]  # fmt: skip
    return pdf_drawing([content.encode("latin-1") for content in contents], info, trailer)


def pdf_drawing(contents: Sequence[bytes], info: str = "", trailer: str = "") -> bytes:
    """A PDF of pages that draw what they are told to."""
    count = len(contents)
    kids = " ".join(f"{10 + 2 * i} 0 R" for i in range(count))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: f"<<{info}>>".encode("latin-1"),
        5: b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8"
        b"/ColorSpace/DeviceGray/Length 1>>stream\nx\nendstream",
        6: b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>/Length 5"
        b">>stream\n/X Do\nendstream",
    }
    for i, content in enumerate(contents):
        packed = zlib.compress(content, 9)
        objects[10 + 2 * i] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents %d 0 R/Resources"
            b"<</Font<</F 3 0 R>>/XObject<</P 5 0 R/X 6 0 R>>>>>>" % (11 + 2 * i)
        )
        head = b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed)
        objects[11 + 2 * i] = head + packed + b"\nendstream"
    body = b"%PDF-1.5\n" + b"".join(
        b"%d 0 obj%s\nendobj\n" % (number, value) for number, value in objects.items()
    )
    return body + b"trailer<</Root 1 0 R/Info 4 0 R%s>>\n%%%%EOF" % trailer.encode("latin-1")


def _quoted(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
