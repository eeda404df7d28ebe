"""Pages that were fetched, kept in the user's cache folder: private, bounded, each whole."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from summarise.sources.private import make_private
from summarise.sources.web.pages import Fetched

_TEXTS = ("address", "kind", "charset", "etag", "modified")
_LONGEST_HEAD = 64 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of pages. Whatever goes wrong in it is no reason not to read an article."""

    folder: Path
    """Where they lie, one file each: a line of JSON about the page, then its bytes."""
    largest: int
    """Bytes of all together; beyond it the oldest go."""

    def find(self, address: str) -> Fetched | None:
        """The page that was kept of an address, if one was and is whole."""
        try:
            with self._file(address).open("rb") as file:
                head = json.loads(file.readline(_LONGEST_HEAD))
                data = file.read()
            if head["size"] != len(data):
                return None
            when = datetime.fromisoformat(head["when"])
            if not when.tzinfo:
                return None
            texts = (str(head[name]) for name in _TEXTS)
            address, kind, charset, etag, modified = texts
            return Fetched(data, address, when, kind, charset, etag, modified, kept=True)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, address: str, page: Fetched) -> None:
        """Keep a page in place of what was kept of its address, and let the oldest go."""
        head = {name: getattr(page, name) for name in _TEXTS}
        head |= {"when": page.when.isoformat(), "size": len(page.data)}
        line = json.dumps(head).encode() + b"\n"
        if len(line) > _LONGEST_HEAD or len(line) + len(page.data) > self.largest:
            return
        with suppress(OSError):
            make_private(self.folder)
            self._write(self._file(address), line + page.data)
            self._make_room()

    def forget(self, address: str) -> None:
        """Keep nothing of an address any more."""
        with suppress(OSError):
            self._file(address).unlink()

    def _write(self, file: Path, data: bytes) -> None:
        # mkstemp makes a file that only its owner may read.
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".new")
        try:
            with os.fdopen(handle, "wb") as new:
                new.write(data)
            Path(name).replace(file)
        except BaseException:
            with suppress(OSError):
                Path(name).unlink()
            raise

    def _make_room(self) -> None:
        files = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    if entry.is_file(follow_symlinks=False):
                        found = entry.stat()
                        files.append((found.st_mtime_ns, found.st_size, entry.path))
        total = sum(size for _, size, _ in files)
        for _, size, path in sorted(files):
            if total <= self.largest:
                break
            with suppress(OSError):
                Path(path).unlink()
                total -= size

    def _file(self, address: str) -> Path:
        return self.folder / sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:40]


def kept_pages(largest: int) -> Kept:
    """The pages of this user.

    Args:
        largest: Bytes of all together.
    """
    from platformdirs import user_cache_path  # only where something is fetched

    return Kept(user_cache_path("summarise") / "pages", largest)
