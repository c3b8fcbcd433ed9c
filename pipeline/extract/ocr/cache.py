"""What the engine read before: `NAME.files/ocr/`, one small file per picture, safe to delete.

In: the key of a picture.  Out: the words read from it, or None.
Promise: nothing reaches the disk before `keep` is called, so that a paper that turns out to be secret leaves no trace; files are
written aside and renamed, so that several processes may share the folder; the folder stays below its limit.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
import threading
import zlib
from contextlib import suppress
from pathlib import Path

from pipeline.extract.ocr.engine import SeenWord

_LOG = logging.getLogger(__name__)
MOST_BYTES = 512 * 1024 * 1024
"""A page of text takes about 10 KB: some fifty thousand pages."""
_LOOK_EVERY = 200
"""So many pages are kept between two looks at the size of the folder."""


class OcrCache:
    """The words of pictures by key. One per process; threads may share it."""

    def __init__(self, folder: Path, *, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._new: dict[str, bytes] = {}
        self._lock = threading.Lock()
        self._until_look = 0

    def get(self, key: str) -> tuple[SeenWord, ...] | None:
        """The words of the picture with this key; None where it was not read before or its file is damaged."""
        with self._lock:
            packed = self._new.get(key)
        try:
            return _unpacked(packed or self._place(key).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, zlib.error) as error:
            _LOG.warning("page of the OCR cache left out: %s", error)
            return None

    def put(self, key: str, words: tuple[SeenWord, ...]) -> None:
        """Remember the words of a picture until `keep` or `forget`."""
        with self._lock:
            self._new[key] = _packed(words)

    def forget(self) -> None:
        """Drop what was not kept: the document may not enter."""
        with self._lock:
            self._new.clear()

    def keep(self) -> None:
        """Write what was read since; a disk that refuses costs no more than reading the page again."""
        with self._lock:
            new, self._new = self._new, {}
        if not new:
            return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for key, packed in new.items():
                self._write(key, packed)
            self._until_look -= len(new)
            if self._until_look <= 0:
                self._until_look = _LOOK_EVERY
                _shrink(self._folder, self._most_bytes)
        except OSError as error:
            _LOG.warning("OCR cache not written: %s", error)

    def _place(self, key: str) -> Path:
        return self._folder / f"{key}.z"

    def _write(self, key: str, packed: bytes) -> None:
        handle, aside = tempfile.mkstemp(dir=self._folder, prefix=".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(packed)
            Path(aside).replace(self._place(key))
        except BaseException:
            Path(aside).unlink(missing_ok=True)
            raise


def _packed(words: tuple[SeenWord, ...]) -> bytes:
    return zlib.compress(json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode())


def _unpacked(packed: bytes) -> tuple[SeenWord, ...]:
    rows = json.loads(zlib.decompress(packed))
    return tuple(SeenWord(str(text), (x0, y0, x1, y1), float(sure), (a, b, c)) for text, (x0, y0, x1, y1), sure, (a, b, c) in rows)


def _shrink(folder: Path, most_bytes: int) -> None:
    """Delete the oldest files until the rest takes three quarters of the limit, so that it need not be done again at once."""
    files = []
    for entry in os.scandir(folder):
        with suppress(FileNotFoundError):
            facts = entry.stat()
            files.append((facts.st_mtime, facts.st_size, entry.path))
    total = sum(size for _, size, _ in files)
    if total <= most_bytes:
        return
    for _, size, path in sorted(files):
        if total <= 0.75 * most_bytes:
            return
        Path(path).unlink(missing_ok=True)
        total -= size
