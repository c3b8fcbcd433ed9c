"""Stamps in coloured ink, read by themselves before the ink is lifted off the print: secrecy, urgency, kinds of copies.

In: the picture of a page as it was given, how it was prepared, and what reads a small picture.  Out: `Mark`s.
Promise: a picture without colour costs one look at its mode; what is no framed word of a known kind (seals, signatures) gives no
mark; letters that are like those of a secrecy mark count as one, for a wrong alarm costs less than a leak.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageChops

from models.text import COPY, SECRECY, URGENCY, Box, Mark
from pipeline.extract.image import Prepared
from pipeline.extract.image.seals import GREY, strongest_and_weakest

__all__ = ["coloured_stamps", "kind_of"]

Mask = npt.NDArray[np.bool_]
Say = Callable[[Image.Image, int], str]
"""Reads a picture of one or two lines at a resolution."""

POINTS = 72.0
_TINGE, _DARK = 45, 110
"""How far the strongest of red, green and blue stands over the weakest, and how bright it is: coloured ink, print is neither."""
_LEAST = 0.00005
"""Share of the points of a page that are coloured from which a stamp is looked for: the smallest covers 0.0003 of an A4 sheet."""
_CELL = 4.0
"""Points: ink that is nearer together belongs to one stamp; a frame and its words are."""
_WIDTH, _HEIGHT = (26.0, 230.0), (11.0, 75.0)
"""Points of a stamp: MẬT in a frame is 40 wide, a stamp of two lines 60 high; a seal is 100 high."""
_MOST = 8
"""Stamps that are read on one page, the widest first: a page has one or two."""
_STEEPEST = 12
"""Degrees by which a hand sets a stamp askew."""
_FRAME_ACROSS, _FRAME_DOWN = 0.6, 0.75
"""Share of a row or column that is ink where the frame runs; the bar of a T and the stem of an I are shorter."""
_MARGIN = 10
_SIZE = 2
"""Stamps are read at twice their size: their letters are few and worn."""
_LIKE = 0.75
"""How like a known mark the letters must be."""
_KNOWN = {
    "tuyetmat": (SECRECY, "TUYỆT MẬT"),
    "toimat": (SECRECY, "TỐI MẬT"),
    "mat": (SECRECY, "MẬT"),
    "hoatoc": (URGENCY, "HỎA TỐC"),
    "thuongkhan": (URGENCY, "THƯỢNG KHẨN"),
    "khan": (URGENCY, "KHẨN"),
    "saoy": (COPY, "SAO Y"),
    "saoybanchinh": (COPY, "SAO Y BẢN CHÍNH"),
    "saoluc": (COPY, "SAO LỤC"),
    "trichsao": (COPY, "TRÍCH SAO"),
}


def coloured_stamps(given: Image.Image, prepared: Prepared, say: Say) -> Iterator[Mark]:
    """The stamps of secrecy, urgency and copies, with their boxes in pixels of the prepared picture."""
    if given.mode in GREY:
        return
    high, low = strongest_and_weakest(given)
    tinged = ImageChops.subtract(high, low).point(lambda level: 255 * (level > _TINGE))
    coloured = ImageChops.darker(tinged, high.point(lambda level: 255 * (level > _DARK)))
    if coloured.histogram()[255] < _LEAST * given.width * given.height:
        return
    size, dpi, back = prepared.image.size, prepared.dpi, tuple(prepared.back)
    ink: Mask = np.asarray(coloured.transform(size, Image.Transform.AFFINE, back, Image.Resampling.NEAREST)) > 0
    boxes = sorted(_stamps(ink, dpi), key=lambda box: box[0] - box[2])[:_MOST]
    if not boxes:  # a seal or a letter in blue: most coloured pages
        return
    weakest = np.asarray(low.transform(size, Image.Transform.AFFINE, back, Image.Resampling.BICUBIC))
    for box in boxes:
        x0, top, x1, bottom = map(int, box)
        alone = Image.fromarray(np.where(ink, weakest, 255)[top:bottom, x0:x1].astype(np.uint8))
        if known := kind_of(say(_readable(alone), dpi * _SIZE)):
            yield Mark(*known, box)


def kind_of(said: str) -> tuple[str, str] | None:
    """Kind and full words of a mark, where what was read is like one: "TÓI MAT" is TỐI MẬT."""
    marked = unicodedata.normalize("NFD", said.lower().replace("đ", "d"))
    letters = "".join(re.findall("[a-z]", marked))
    if not 3 <= len(letters) <= 12:
        return None
    likeness = {known: SequenceMatcher(None, known, letters, autojunk=False).ratio() for known in _KNOWN}
    best = max(likeness, key=lambda known: likeness[known])
    if likeness[best] >= _LIKE:
        return _KNOWN[best]
    return _KNOWN["mat"] if letters.endswith("mat") else None


def _stamps(ink: Mask, dpi: int) -> Iterator[Box]:
    """Boxes around ink that lies together and has the size of a stamp."""
    cell = max(2, round(_CELL * dpi / POINTS))
    rows, columns = -(-ink.shape[0] // cell), -(-ink.shape[1] // cell)
    padded = np.zeros((rows * cell, columns * cell), dtype=bool)
    padded[: ink.shape[0], : ink.shape[1]] = ink
    filled = padded.reshape(rows, cell, columns, cell).sum(axis=(1, 3)) > 1
    left = {(int(row), int(column)) for row, column in np.argwhere(filled)}
    while left:
        group = _together(left)
        lines, places = zip(*group, strict=True)
        box = (min(places) * cell, min(lines) * cell, (max(places) + 1) * cell, (max(lines) + 1) * cell)
        if _fits(box, POINTS / dpi):
            yield box


def _together(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take one cell and all that touch it, directly or through others."""
    group = [left.pop()]
    for row, column in group:
        near = {(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)} & left
        left -= near
        group.extend(near)
    return group


def _fits(box: Box, scale: float) -> bool:
    width, height = (box[2] - box[0]) * scale, (box[3] - box[1]) * scale
    return _WIDTH[0] <= width <= _WIDTH[1] and _HEIGHT[0] <= height <= _HEIGHT[1]


def _readable(alone: Image.Image) -> Image.Image:
    """The stamp level, larger, without its frame."""
    small = alone.reduce(2)  # the angle shows at half the size too
    turn = max(_turns(), key=lambda turn: _levelness(small.rotate(turn, Image.Resampling.BILINEAR, expand=True, fillcolor=255)))
    level = alone.rotate(turn, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    levels = np.asarray(level).copy()
    dark = levels < 200
    down, across = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    if not len(down):
        return level
    levels, dark = (each[down[0] : down[-1] + 1, across[0] : across[-1] + 1] for each in (levels, dark))
    levels[_widened(dark.mean(axis=1) > _FRAME_ACROSS), :] = 255
    levels[:, _widened(dark.mean(axis=0) > _FRAME_DOWN)] = 255
    framed = Image.new("L", (levels.shape[1] + 2 * _MARGIN, levels.shape[0] + 2 * _MARGIN), 255)
    framed.paste(Image.fromarray(levels), (_MARGIN, _MARGIN))
    return framed.resize((framed.width * _SIZE, framed.height * _SIZE), Image.Resampling.LANCZOS)


def _turns() -> range:
    return range(-_STEEPEST, _STEEPEST + 1)


def _levelness(picture: Image.Image) -> float:
    """Frames and lines of print gather their ink in few rows."""
    rows = (255 - np.asarray(picture, dtype=np.float64)).sum(axis=1)
    return float((rows**2).sum())


def _widened(rows: Mask) -> Mask:
    wide = rows.copy()
    wide[1:] |= rows[:-1]
    wide[:-1] |= rows[1:]
    return wide
