"""ZIP archives within limits: what a member holds is counted as it is unpacked.

What an archive says of itself is not believed: a few kilobytes can be unpacked to gigabytes.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from summarise.sources.refused import RefusedError

#: How the entry of a member begins in an archive's list of them.
_MEMBER_LISTED = b"PK\x01\x02"
MOST_MEMBERS = 20_000
#: Bytes of one member, and of all that are read, when they are unpacked.
LARGEST_MEMBER = 64 * 1024 * 1024
LARGEST_TOTAL = 256 * 1024 * 1024
#: What tells the kind of an archive stands in a few kilobytes.
_LARGEST_LABEL = 1024 * 1024

EPUB = "an EPUB book"
WORD = "a Word document"
OPEN_DOCUMENT = "an OpenDocument text"
_OPEN_DOCUMENT_TYPE = b"application/vnd.oasis.opendocument."
_OTHER_DOCUMENTS = {
    b"spreadsheet": "an OpenDocument spreadsheet",
    b"presentation": "an OpenDocument presentation",
    b"graphics": "an OpenDocument drawing",
}
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    UnicodeError,
    ValueError,
)
_CUT = "is damaged (its archive is cut off or broken): get it once more"


class Archive:
    """The members of a ZIP archive by their names.

    Args:
        data: The whole archive.

    Raises:
        RefusedError: It is damaged or has too many members.
    """

    def __init__(self, data: bytes) -> None:
        # A list of a million files costs ten seconds and 400 MB before it can be counted.
        if data.count(_MEMBER_LISTED) > MOST_MEMBERS:
            raise RefusedError(f"has more than {MOST_MEMBERS:,} files in its archive")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise RefusedError(_CUT) from None
        self.names = frozenset(self._zip.namelist())
        """What its members are called."""
        self._left = LARGEST_TOTAL

    def read(self, name: str, largest: int = LARGEST_MEMBER) -> bytes | None:
        """The bytes of a member, or None if there is none of that name.

        Raises:
            RefusedError: It is damaged, encrypted, or larger than it may be.
        """
        if name not in self.names:
            return None
        member = self._zip.getinfo(name)
        if member.flag_bits & 1:
            raise RefusedError("is protected by a password: save it without one")
        limit = min(largest, self._left)
        try:
            with self._zip.open(member) as file:
                data = file.read(limit + 1)
        except _DAMAGED:
            raise RefusedError(_CUT) from None
        if len(data) > limit:
            raise RefusedError("unpacks to more than can be read: it may be made to do harm")
        self._left -= len(data)
        return data


def kind_of_archive(data: bytes) -> str:
    """What an archive is, by its members: one of the constants above if it can be read.

    Raises:
        RefusedError: It is damaged or has too many members.
    """
    archive = Archive(data)
    if "META-INF/container.xml" in archive.names:
        return EPUB
    if "[Content_Types].xml" in archive.names:
        types = archive.read("[Content_Types].xml", _LARGEST_LABEL) or b""
        if b"wordprocessingml" in types or b"ms-word" in types:
            return WORD
        return "an Office document other than a text"
    kind = archive.read("mimetype", _LARGEST_LABEL) or b""
    if b"application/epub+zip" in kind:
        return EPUB
    if "content.xml" in archive.names:
        if _OPEN_DOCUMENT_TYPE not in kind:
            kind = archive.read("META-INF/manifest.xml", _LARGEST_LABEL) or b""
        for name, called in _OTHER_DOCUMENTS.items():
            if _OPEN_DOCUMENT_TYPE + name in kind:
                return called
        return OPEN_DOCUMENT
    if "word/document.xml" in archive.names:
        return WORD
    return "a ZIP archive"
