"""Gaps of a letterhead in which number and day are written by hand: where they are, and what they look like.

In: words seen on a prepared picture; the picture as it was given.  Out: `Gap`s in points of the prepared picture, and their cuts.
Promise: a cut is taken from the picture as it was given, so that it keeps ink that was lifted off with the colours; its print has
a known size and stands on a known row.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import numpy as np
from PIL import Image

from models.text import Box
from pipeline.extract.image import Back
from pipeline.extract.image.ink import grey
from pipeline.extract.image.seals import GREY
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.figures import BASE, EM, HEIGHT, Levels, evened

_WIDTHS = (("/:;,.ijlt", 0.27), ("-fr", 0.33), ("sJI", 0.39), ("acez", 0.44), ("ELTZ", 0.61), ("SPF", 0.56), ("mM", 0.8))
_CAPITAL, _OTHER = 0.7, 0.5
"""Widths of letters of the type of letterheads (Times), in sizes of type."""
_DESCENT = 0.22
"""How far g and y reach below their line."""
_POINTS = 13.5
"""The size of type where no word tells it."""
LABEL_END, LABEL_SEEN = 1.33, 0.78
"""Where "Số:" ends, and how much of it is cut off, behind its left edge."""
INTO = 0.35
"""How much of the print on both sides of a day is seen."""
_SYMBOL_SEEN = 0.95
"""How much of a symbol is seen: its stroke and most of a letter."""
_FINE = 3
"""A cut is taken so many times larger and brought down: no stroke falls between two points."""


class Gap(NamedTuple):
    """From `left` to `right`, print standing on the row `base`, of size `em`; the print on both sides ends and begins inside."""

    left: float
    right: float
    base: float
    em: float

    @property
    def box(self) -> Box:
        """Its box, of the height of the print."""
        return self.left, self.base - 0.7 * self.em, self.right, self.base


def type_size(words: Sequence[SeenWord], dpi: int) -> float:
    """The size of type of printed words, in points of the picture.

    >>> type_size([SeenWord("tháng", (0.0, 0.0, 68.0, 20.0), 96.0, (1, 1, 1))], 150)
    30.0
    """
    sizes = [(word.box[2] - word.box[0]) / width_of(word.text) for word in words if len(word.text) > 2]
    return round(median(sizes), 1) if sizes else _POINTS / 72 * dpi


def width_of(text: str) -> float:
    """The width of a text in the type of letterheads, in sizes of type."""
    plain = (letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))
    return sum(_width(letter) for letter in plain)


def _width(letter: str) -> float:
    known = next((width for letters, width in _WIDTHS if letter in letters), None)
    return known or (_CAPITAL if letter.isupper() else _OTHER)


def number_gap(label: SeenWord, symbol: SeenWord, symbol_at: int, em: float, *, labelled: bool) -> Gap:
    """The gap between "Số:" and the symbol; `labelled` says that the label is a word of its own.

    Where one of the two is one word with what is written, its own width tells where it ends.
    """
    bases = [word.box[3] for word, alone in ((label, labelled), (symbol, symbol_at == 0)) if alone]
    base = min(bases) if bases else max(label.box[3], symbol.box[3]) - em / 5  # what is written reaches below the line
    start = symbol.box[0] if symbol_at == 0 else symbol.box[2] - width_of(symbol.text[symbol_at:]) * em
    return Gap(label.box[0] + LABEL_SEEN * em, start + _SYMBOL_SEEN * em, base, em)


def day_gap(before: SeenWord, name: str, after: SeenWord, base: float, em: float) -> Gap:
    """The gap behind the word `name`, which may be one word with what is written."""
    end = before.box[2] if before.text.lower() == name else before.box[0] + width_of(name) * em
    return Gap(end - INTO * em, after.box[0] + INTO * em, base, em)


def base_of(words: Sequence[SeenWord], em: float) -> float:
    """The row on which words of a line of place and date stand."""
    return median(word.box[3] - _DESCENT * em * ("g" in word.text or "y" in word.text) for word in words)


def cut(image: Image.Image, back: Back, gap: Gap) -> Levels:
    """The gap as the reader of figures knows it, from the picture as it was given."""
    step = gap.em / EM / _FINE
    top = gap.base - BASE * _FINE * step
    wide = max(2, round((gap.right - gap.left) / step / _FINE))
    way = Back(step, 0.0, gap.left, 0.0, step, top)
    there = back.after(way)
    part, x, y = _part(image, there.box((0, 0, wide * _FINE, HEIGHT * _FINE)))
    there = there._replace(c=there.c - x, f=there.f - y)
    size = (wide * _FINE, HEIGHT * _FINE)
    fine = part.transform(size, Image.Transform.AFFINE, tuple(there), Image.Resampling.BICUBIC, fillcolor=255)
    return evened(np.asarray(fine.resize((wide, HEIGHT), Image.Resampling.BOX)).astype(np.float32))


def _part(image: Image.Image, box: Box) -> tuple[Image.Image, int, int]:
    """The part of a picture around a box in grey, and its corner. Red is told from paper no more, blue ink stays dark."""
    x0, top, x1, bottom = box
    corner = max(0, int(x0) - 4), max(0, int(top) - 4)
    ends = max(corner[0] + 1, min(image.width, int(x1) + 5)), max(corner[1] + 1, min(image.height, int(bottom) + 5))
    part = image.crop((*corner, *ends))
    if part.mode in GREY or part.mode == "RGBA":
        return grey(part), *corner
    return part.convert("RGB").getchannel("R"), *corner
