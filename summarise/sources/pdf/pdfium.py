"""The characters of a PDF, through PDFium: the one place that knows its functions.

PDFium is not safe with threads and knows no limit of memory, so this is only ever imported in a
process of its own (:mod:`summarise.sources.pdf.worker`).
"""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from summarise.sources.pdf.chapters import Bookmark
from summarise.sources.pdf.glyphs import (
    ABOVE,
    BELOW,
    BOLD,
    MONOSPACED,
    Glyph,
    Page,
    Run,
    quarter_of,
    upright,
)
from summarise.sources.refused import RefusedError

DAMAGED = "is a damaged PDF: get it once more, or save it anew from the program it was made with"
LOCKED = "is a PDF that needs a password: save it without one and open that"
HARMFUL = "is a PDF with more on a page than can be read: it may be made to do harm"

#: A page of the densest newspaper has 30,000 characters; a map or a drawing may have more.
_MOST_GLYPHS = 200_000
_MOST_BOOKMARKS = 1_000
#: Bits of a font's description.
_FIXED_PITCH, _FORCE_BOLD = 1, 1 << 18
_BOLD_NAMES = (b"bold", b"black", b"heavy", b"-bd", b"cmbx", b"cmssbx", b"demi")
_MONOSPACED_NAMES = (b"mono", b"courier", b"cmtt", b"consol", b"typewriter", b"menlo")
_LONGEST_FONT_NAME = 128
#: Spaces, line ends, and what has no code at all; other control codes are signs without a name.
_SPACES = frozenset((0, 9, 10, 11, 12, 13, 32))
#: What TeX's fonts have in the places of control codes (Cork encoding), where they name no letters.
_CORK = {
    0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—",
    0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
}  # fmt: skip
#: The euro, dots, quotation marks and dashes of Windows, where a font has no codes of its own.
_WINDOWS = frozenset((0x80, 0x85, *range(0x91, 0x98), 0x99))
_MARK_OF_HYPHEN = ("\x02", "\ufffe", "\u00ad")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


class Document:
    """A PDF that is open.

    Args:
        data: The whole file.

    Raises:
        RefusedError: It wants a password or is damaged.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(data)
            self.pages = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            raise RefusedError(LOCKED if "assword" in str(error) else DAMAGED) from None
        self.properties: dict[str, str] = self._pdf.get_metadata_dict()
        """What the file says of itself: "Title", "Author", "CreationDate", "Producer", …"""
        self.damaged = 0
        """How many pages were damaged, of those that were read."""

    def page(self, number: int) -> Page:
        """Read one page; a page that is damaged counts as empty.

        Raises:
            RefusedError: It has more characters than any page.
        """
        try:
            page = self._pdf[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            self.damaged += 1
            return Page(number, 1, 1, ())
        try:
            left, bottom, right, top = page.get_cropbox()
            width, height = right - left, top - bottom
            runs = [run for run in _runs(text.raw, left, bottom) if _is_seen(run, width, height)]
            return upright(number, width, height, runs)
        finally:
            text.close()
            page.close()

    def bookmarks(self) -> list[Bookmark]:
        """The parts that the file names, without those within them."""
        found = []
        for entry in islice(self._pdf.get_toc(max_depth=1), _MOST_BOOKMARKS):
            try:
                place = entry.get_dest()
                page = None if place is None else place.get_index()
            except pypdfium2.PdfiumError:
                continue
            if page is not None:
                found.append(Bookmark(entry.get_title(), page))
        return found

    def has_pictures(self, number: int) -> bool:
        """Whether a page has a picture on it, as every page of a scan has."""
        try:
            page = self._pdf[number]
            found = any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]))
        except pypdfium2.PdfiumError:
            return False
        page.close()
        return found


def _is_seen(run: Run, width: float, height: float) -> bool:
    """Whether a run begins or ends on the page: marks for the printer stand beside it."""
    return any(
        g.right > 0 and g.left < width and g.top > 0 and g.bottom < height
        for g in (run.glyphs[0], run.glyphs[-1])
    )


def _runs(text: Any, left: float, bottom: float) -> Iterator[Run]:
    """The runs of a page: what its text objects hold.

    The matrix, the size and the font are those of the object, so they are asked once for each:
    two thirds of the time go without that.

    Args:
        text: PDFium's text of the page.
        left: Where the visible page begins, in the coordinates of the file.
        bottom: Where it ends.
    """
    count = raw.FPDFText_CountChars(text)
    if count > _MOST_GLYPHS:
        raise RefusedError(HARMFUL)
    box = raw.FS_RECTF()
    of_unicode, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    handle = ctypes.cast(text, ctypes.c_void_p)
    objects = _Objects(text, left, bottom)
    run = Run(0, [])
    owner: int | None = -1
    spaced, high = False, 0
    for i in range(count):
        code = of_unicode(text, i)
        if 0xD800 <= code < 0xDC00:  # half of a character, as in UTF-16; the other half follows
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00
        high = 0
        character = "" if code in _SPACES else character_of(code)
        if not character:
            spaced = True
            continue
        if not box_of(text, i, box):
            continue
        pointer = _object_of(handle, i)
        if pointer != owner:
            if run.glyphs:
                yield run
            owner = pointer
            run = Run(objects.enter(i), [])
        x, y = box.left - left, box.bottom - bottom
        right, top = box.right - left, box.top - bottom
        if run.quarter == 0:
            y, top = objects.below, objects.above
        run.glyphs.append(
            Glyph(
                character, x, y, right, top, objects.baseline, objects.size, objects.style, spaced
            )
        )
        spaced = False
    if run.glyphs:
        yield run


class _Objects:
    """What the characters of one object have in common, for the object that was entered last.

    Args:
        text: PDFium's text of the page.
        left: Where the visible page begins, in the coordinates of the file.
        bottom: Where it ends.
    """

    def __init__(self, text: Any, left: float, bottom: float) -> None:
        self._text, self._left, self._bottom = text, left, bottom
        self._fonts = _Fonts(text)
        self._matrix = raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self.size = self.baseline = self.below = self.above = 0.0
        self.style = 0

    def enter(self, index: int) -> int | None:
        """Look at the object of a character, and say how its text is turned."""
        matrix = self._matrix
        raw.FPDFText_GetMatrix(self._text, index, matrix)
        raw.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        size = raw.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
        self.size = max(size, 0.1)
        self.style = self._fonts.style(index)
        quarter = quarter_of(matrix.a, matrix.b)
        is_upright = quarter not in (1, 3)
        self.baseline = self._y.value - self._bottom if is_upright else self._x.value - self._left
        self.below = self.baseline - BELOW * self.size
        self.above = self.baseline + ABOVE * self.size
        return quarter


#: The function that says which object a character belongs to, as a number to compare: a pointer of
#: its own type for each character takes a third of the time of a page.
_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)


@cache
def character_of(code: int) -> str:
    """What a code stands for: nothing for a space, U+FFFD for a sign that has no name."""
    if code > 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    character = chr(code)
    if code in _CORK:
        return _CORK[code]
    if character in _MARK_OF_HYPHEN:
        return "-"
    if character.isspace():
        return ""
    if code in _WINDOWS:
        return bytes((code,)).decode("cp1252")
    if unicodedata.category(character) == "Cc":  # a sign of some font that has no name
        return "\ufffd"
    if 0x1D400 <= code <= 0x1D7FF:  # letters of formulas, which are letters all the same
        return unicodedata.normalize("NFKC", character)
    return _LIGATURES.get(character, character)


class _Fonts:
    """What the fonts of a page look like.

    Args:
        text: PDFium's text of the page.
    """

    def __init__(self, text: Any) -> None:
        self._text = text
        self._name = ctypes.create_string_buffer(_LONGEST_FONT_NAME)
        self._flags = ctypes.c_int()

    def style(self, index: int) -> int:
        """:data:`BOLD` and :data:`MONOSPACED` of one character."""
        self._name.value = b""
        raw.FPDFText_GetFontInfo(self._text, index, self._name, _LONGEST_FONT_NAME, self._flags)
        name, flags = self._name.value.lower(), self._flags.value
        bold = flags & _FORCE_BOLD or any(part in name for part in _BOLD_NAMES)
        mono = flags & _FIXED_PITCH or any(part in name for part in _MONOSPACED_NAMES)
        return BOLD * bool(bold) | MONOSPACED * bool(mono)
