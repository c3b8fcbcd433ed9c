"""The process that draws pages: `python -m pipeline.review.drawing.artist`, one order a line, one answer a line.

In: JSON lines on standard input: the path of an original, its kind, a page (from 1), a width in pixels, a path to write to;
of a packet also the digest of the file in it that has the page.
Out: JSON lines: {"ok": true} or {"ok": false, "why": a Vietnamese clause}.
Promise: the picture is written aside and renamed by whoever asked; memory is bounded; pdfium, which is not safe for threads, has
this process for itself.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import sys
from pathlib import Path
from typing import Any

import pypdfium2 as pypdfium
from PIL import Image, ImageOps

MEMORY = 3 * 1024**3
MOST_PIXELS = 60_000_000
_TOO_LARGE = "trang hoặc ảnh quá lớn"
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, MemoryError, ArithmeticError)


class _Refused(Exception):
    """The message is a Vietnamese clause."""


class Artist:
    """Draws pages; keeps the last PDF open, because reviewers turn pages."""

    def __init__(self) -> None:
        self._path = ""
        self._document: pypdfium.PdfDocument | None = None

    def draw(self, order: dict[str, Any]) -> None:
        """Write the picture of a page, or (without a kind) a file of a packet as it is; raises _Refused."""
        path, part = order["path"], order.get("part", "")
        if not order["media"]:
            Path(order["to"]).write_bytes(_part(path, part))
            return
        if order["media"] == "application/pdf":
            picture = self._pdf_page(path, part, int(order["page"]), int(order["width"]))
        else:
            file = io.BytesIO(_part(path, part)) if part else path
            picture = _image_page(file, int(order["page"]), int(order["width"]))
        _write(picture, Path(order["to"]))

    def _pdf_page(self, path: str, part: str, number: int, width: int) -> Image.Image:
        document = self._open(path, part)
        if not 1 <= number <= len(document):
            raise _Refused("tệp gốc không có trang này")
        page = document[number - 1]
        try:
            points, height = page.get_size()
            if points <= 0 or height <= 0 or (width / points) * height * width > MOST_PIXELS:
                raise _Refused(_TOO_LARGE)
            bitmap = page.render(scale=width / points, rev_byteorder=True)
            try:
                picture: Image.Image = bitmap.to_pil().copy()
                return picture
            finally:
                bitmap.close()
        finally:
            page.close()

    def _open(self, path: str, part: str) -> pypdfium.PdfDocument:
        if self._document is None or self._path != path + part:
            self.close()
            self._document, self._path = pypdfium.PdfDocument(_part(path, part) if part else path), path + part
            with contextlib.suppress(pypdfium.PdfiumError):
                self._document.init_forms()
        return self._document

    def close(self) -> None:
        """Let the open document go."""
        if self._document is not None:
            self._document.close()
            self._document = None


def _part(path: str, sha256: str) -> bytes:
    from pipeline.extract.packet.reading import part_of  # only packets need it
    from pipeline.extract.settings import ReadSettings

    found = part_of(Path(path).read_bytes(), Path(path).name, sha256, settings=ReadSettings())
    if found is None:
        raise _Refused("gói không có tệp này")
    return found


def _image_page(path: str | io.BytesIO, number: int, width: int) -> Image.Image:
    with Image.open(path, formats=("TIFF", "JPEG", "PNG")) as image:
        image.seek(number - 1)
        if image.width * image.height > 2 * MOST_PIXELS:
            raise _Refused(_TOO_LARGE)
        shown = ImageOps.exif_transpose(image).convert("RGB")
    if shown.width > width:
        shown = shown.resize((width, max(1, round(shown.height * width / shown.width))), Image.Resampling.LANCZOS)
    return shown


def _write(picture: Image.Image, to: Path) -> None:
    # Print is black, white and few shades between: PNG keeps it sharp and small. Scans and photographs are many: JPEG.
    picture = picture.convert("RGB")
    small = picture.resize((400, max(1, 400 * picture.height // picture.width)), Image.Resampling.NEAREST)
    paper = max((count for count, _ in small.getcolors(1 << 20) or ()), default=0)
    if paper > 0.6 * small.width * small.height:
        palette = picture.quantize(64, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        palette.save(to, "PNG", compress_level=3)
    else:
        picture.save(to, "JPEG", quality=82)


def main() -> None:
    """Serve orders until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    Image.MAX_IMAGE_PIXELS = 2 * MOST_PIXELS
    artist = Artist()
    for line in sys.stdin:
        answer: dict[str, Any] = {"ok": True}
        try:
            artist.draw(json.loads(line))
        except _Refused as error:
            answer = {"ok": False, "why": str(error)}
        except (pypdfium.PdfiumError, Image.DecompressionBombError, *_BROKEN):
            answer = {"ok": False, "why": "không vẽ được trang"}
        print(json.dumps(answer, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
