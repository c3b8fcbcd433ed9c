"""Image files as documents: TIFF of several pages, JPEG, PNG.

In: the bytes of an image file.  Out: its pages, each to be drawn when its turn comes.
Promise: the size of a picture is known from its header and what is too large is refused before a pixel is decoded.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple

from PIL import Image, ImageOps, UnidentifiedImageError

from models.errors import BrokenFile, RejectedFile, TooLarge
from pipeline.extract.render import NoPicture
from pipeline.extract.scans import Draw
from pipeline.extract.settings import ReadSettings

_POINTS = 72.0
_A4_INCHES = 842 / _POINTS
_PAPER_INCHES = (5.0, 34.0)
"""The longer side of a sheet: A5 has 8, A1 has 33. A stated resolution that gives another size (72 dpi in photographs) is wrong."""
_LEAST_PIXELS = 700
"""The longer side of a page on which 13-point letters are 8 pixels high: smaller ones cannot be told apart."""
_FORMATS = ("TIFF", "JPEG", "PNG")
_BROKEN = (OSError, ValueError, SyntaxError, EOFError, TypeError, KeyError, IndexError, MemoryError, ArithmeticError)
"""What Pillow's decoders raise on damaged data; `struct.error` and `UnidentifiedImageError` are among them."""


class Sheet(NamedTuple):
    """A page of an image file: how to draw it, its width and height in points."""

    draw: Draw
    width: float
    height: float


@contextmanager
def open_sheets(data: bytes, name: str, settings: ReadSettings) -> Iterator[list[Sheet]]:
    """The pages of an image file; raises BrokenFile, TooLarge, or RejectedFile where it is too small to be read."""
    with warnings.catch_warnings():
        # Pillow warns from 89 megapixels on; our limit is lower and is said as an error.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise TooLarge(name=name, detail=f"ảnh trên 178 megapixel, nhiều nhất {settings.max_megapixels:.0f}") from error
        except (UnidentifiedImageError, *_BROKEN) as error:
            raise BrokenFile(name=name, detail="không mở được như một tệp ảnh") from error
        with image:
            yield _sheets(image, name, settings)


def _sheets(image: Image.Image, name: str, settings: ReadSettings) -> list[Sheet]:
    pages = _pages(image)
    if pages > settings.max_pages:
        raise TooLarge(name=name, detail=f"{pages} trang, nhiều nhất {settings.max_pages}")
    if pages == 1:
        _refuse(image, name, settings)
    sheets = []
    for number in range(pages):
        try:
            image.seek(number)
        except _BROKEN:
            break  # the list of pages is cut off: those before it are whole
        sheets.append(_sheet(image, number, settings))
    return sheets


def _pages(image: Image.Image) -> int:
    """Only a TIFF has pages; the second picture of a telephone's JPEG is a preview."""
    try:
        return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1
    except _BROKEN:
        return 1


def _refuse(image: Image.Image, name: str, settings: ReadSettings) -> None:
    """Refuse a file whose only picture cannot be read, before and after it is decoded."""
    if (trouble := _too_large(image, settings)) is not None:
        raise TooLarge(name=name, detail=trouble)
    if max(image.size) < _LEAST_PIXELS:
        raise RejectedFile(name=name, detail=f"ảnh quá nhỏ ({image.width}×{image.height} điểm ảnh), không rõ chữ")
    try:
        image.load()
    except _BROKEN as error:
        raise BrokenFile(name=name, detail="tệp ảnh bị cắt dở hoặc hỏng") from error


def _too_large(image: Image.Image, settings: ReadSettings) -> str | None:
    size = image.width * image.height / 1e6
    return None if size <= settings.max_megapixels else f"ảnh {size:.0f} megapixel, nhiều nhất {settings.max_megapixels:.0f}"


def _sheet(image: Image.Image, number: int, settings: ReadSettings) -> Sheet:
    dpi = _resolution(image)
    width, height = image.size
    if image.format != "PNG" and image.getexif().get(_ORIENTATION, 1) in _ON_ITS_SIDE:
        width, height = height, width
    return Sheet(partial(_draw, image, number, dpi, settings), width * _POINTS / dpi, height * _POINTS / dpi)


_ORIENTATION = 0x0112
_ON_ITS_SIDE = (5, 6, 7, 8)


def _resolution(image: Image.Image) -> int:
    longer = max(image.size)
    try:
        stated = float(image.info.get("dpi", (0, 0))[0])
    except _BROKEN:
        stated = 0.0
    if stated > 0 and _PAPER_INCHES[0] <= longer / stated <= _PAPER_INCHES[1]:
        return round(stated)
    return max(1, round(longer / _A4_INCHES))


def _draw(image: Image.Image, number: int, dpi: int, settings: ReadSettings) -> tuple[Image.Image, int]:
    try:
        image.seek(number)
        if (trouble := _too_large(image, settings)) is not None:
            raise NoPicture(trouble)
        upright = ImageOps.exif_transpose(image)
        return _on_white(upright), dpi
    except _BROKEN as error:
        raise NoPicture("ảnh của trang bị hỏng") from error


def _on_white(image: Image.Image) -> Image.Image:
    """The picture as it would be printed: in black and white, grey or colour, on white paper."""
    if image.mode in ("1", "L", "RGB"):
        return image.copy()
    if image.mode.startswith("I;16"):
        return image.point(lambda level: level / 256).convert("L")
    if image.mode in ("LA", "PA", "RGBA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return image.convert("RGB")
