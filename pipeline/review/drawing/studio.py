"""Pictures of pages on demand: from the cache, else drawn by the artist.

In: the sha256 and kind of an original, a page, a width.  Out: the path of its picture.
Promise: one picture is drawn at a time; an artist that is too slow or dies is replaced and the answer is `CannotDraw` with the
reason; pictures are renamed into place whole; the folder stays below its limit.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from pipeline.register import original_path

__all__ = ["WIDTHS", "CannotDraw", "Studio"]

WIDTHS = (1000, 1800)
"""Pixels across a page: to read along, and magnified."""
DRAWN = frozenset({"application/pdf", "image/tiff", "image/jpeg", "image/png"})


class CannotDraw(Exception):
    """The page has no picture; the message is a Vietnamese clause."""


class Studio:
    """Draws pages of the originals in `files`. Shared by the threads of the server."""

    def __init__(self, files: Path, *, most_bytes: int, seconds: float) -> None:
        self._files = files
        self._most_bytes = most_bytes
        self._seconds = seconds
        self._lock = threading.Lock()
        self._artist: subprocess.Popen[bytes] | None = None

    def picture(self, sha256: str, media: str, page: int, width: int, *, part: str = "") -> Path:
        """The picture of a page; of a packet `part` is the digest of the file in it that has the page. Raises CannotDraw."""
        if media not in DRAWN:
            raise CannotDraw("loại tệp này không có trang để vẽ")
        place = self._files / "pages" / f"{part or sha256}-{page}-{width}.img"
        if place.exists():
            with suppress(OSError):
                os.utime(place)  # what is looked at stays longest
            return place
        original = original_path(self._files, sha256)
        if not original.is_file():
            raise CannotDraw("tệp gốc không còn trong kho")
        with self._lock:
            if not place.exists():
                self._draw({"path": str(original.absolute()), "media": media, "page": page, "width": width, "part": part}, place)
        return place

    def part(self, sha256: str, part: str) -> bytes:
        """The bytes of a file in a packet, taken out by the artist: a packet is not opened in the server. Raises CannotDraw."""
        original = original_path(self._files, sha256)
        with self._lock, tempfile.TemporaryDirectory(prefix="giaoviec-") as folder:
            place = Path(folder) / "part"
            self._order({"path": str(original.absolute()), "media": "", "part": part, "to": str(place)})
            return place.read_bytes()

    def open(self) -> None:
        """Send for the artist, so that the first page need not wait for it."""
        with self._lock:
            self._hire()

    def close(self) -> None:
        """Send the artist home."""
        with self._lock:
            self._dismiss()

    def _draw(self, order: dict[str, Any], place: Path) -> None:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            handle, aside = tempfile.mkstemp(dir=place.parent, prefix=".")
            os.close(handle)
        except OSError as error:
            raise CannotDraw("không ghi được ảnh trang vào đĩa") from error
        try:
            self._order({**order, "to": aside})
            self._make_room(place.parent)
            Path(aside).replace(place)
        finally:
            Path(aside).unlink(missing_ok=True)

    def _order(self, order: dict[str, Any]) -> None:
        answer = self._ask(order)
        if not answer.get("ok"):
            raise CannotDraw(str(answer.get("why", "không vẽ được trang")))

    def _ask(self, order: dict[str, Any]) -> dict[str, Any]:
        artist = self._hire()
        assert artist.stdin is not None
        assert artist.stdout is not None
        try:
            artist.stdin.write(json.dumps(order).encode() + b"\n")
            artist.stdin.flush()
            with selectors.DefaultSelector() as waiting:
                waiting.register(artist.stdout, selectors.EVENT_READ)
                if not waiting.select(self._seconds):
                    self._dismiss()
                    raise CannotDraw("vẽ trang quá lâu")
            line = artist.stdout.readline()
            answer: dict[str, Any] = json.loads(line)
        except (OSError, ValueError) as error:  # it died: of a hostile file, or of its memory limit
            self._dismiss()
            raise CannotDraw("không vẽ được trang") from error
        return answer

    def _hire(self) -> subprocess.Popen[bytes]:
        if self._artist is None or self._artist.poll() is not None:
            self._dismiss()
            self._artist = subprocess.Popen(
                [sys.executable, "-m", "pipeline.review.drawing.artist"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        return self._artist

    def _dismiss(self) -> None:
        if self._artist is None:
            return
        artist, self._artist = self._artist, None
        artist.kill()
        for stream in (artist.stdin, artist.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
        artist.wait()

    def _make_room(self, folder: Path) -> None:
        files = []
        for entry in os.scandir(folder):
            with suppress(FileNotFoundError):
                facts = entry.stat()
                files.append((facts.st_mtime, facts.st_size, entry.path))
        total = sum(size for _, size, _ in files)
        if total <= self._most_bytes:
            return
        for _, size, path in sorted(files):
            if total <= 0.75 * self._most_bytes:
                return
            if not Path(path).name.startswith("."):
                Path(path).unlink(missing_ok=True)
                total -= size
