"""A second look: where the engine passed print over (it takes blurred or crowded stretches of a page for pictures), and where a
faint print left it unsure of what it saw.

In: a prepared picture and what was seen on it.  Out: the words seen, of the first reading or of a second one.
Promise: a page whose print was seen is read once; the second reading is only taken where it sees clearly more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageFilter

from pipeline.extract.image import Prepared
from pipeline.extract.image.ink import Mask, ink
from pipeline.extract.ocr.engine import EngineTrouble, SeenWord
from pipeline.extract.ocr.ocr import COLUMN

PASSED_OVER = 0.14
"""Share of a page's print outside of all words from which it is read again: pages of print alone have under 0.04, a seal over a
signature makes 0.06 to 0.12, lost paragraphs 0.23."""
_SQUARE = 14
"""Pixels: the height of a small letter on a prepared picture."""
_PALEST, _DARKEST = 0.08, 0.75
"""How dark squares of print are; only strokes of large bold titles fill more."""
_CLEARLY_LESS = 0.7
"""The second reading leaves at most this share of what the first one left."""
_AROUND = 0.25
"""Heights of a word around its box that belong to it: marks and tails that the engine leaves outside."""

_UNSURE = 89.0
"""Mean confidence of words below which a page is read once more with thicker strokes: one page in ten."""
_FEWEST = 20
"""Words of a page for their mean to say something."""
_SURE, _SURER = 90.0, 2.0
"""Confidence of a word that was seen well, and how much surer on the whole the reading of thicker strokes must be."""
_STROKE = 3
"""Pixels of the square whose darkest point each point becomes: a stroke grows by one on each side and broken ones close."""

Read = Callable[[int], tuple[SeenWord, ...]]
ReadPicture = Callable[[Image.Image], tuple[SeenWord, ...]]


def with_second_look(prepared: Prepared, seen: tuple[SeenWord, ...], read: Read) -> tuple[SeenWord, ...]:
    """`seen`, or what `read` sees when the page is taken as one column (`read` takes the engine's segmentation mode).

    A second reading that fails or is too slow leaves the first.
    """
    left = passed_over(prepared, seen)
    if left < PASSED_OVER:
        return seen
    try:
        second = read(COLUMN)
    except EngineTrouble:
        return seen
    return second if passed_over(prepared, second) < _CLEARLY_LESS * left else seen


def with_thicker_strokes(prepared: Prepared, seen: tuple[SeenWord, ...], read: ReadPicture) -> tuple[SeenWord, ...]:
    """`seen`, or what `read` sees where the strokes are made thicker: toner that ran out leaves broken ones.

    A reading that fails or is too slow leaves `seen`.
    """
    sure, mean = _sureness(seen)
    if len(seen) < _FEWEST or mean >= _UNSURE:
        return seen
    try:
        second = read(prepared.image.filter(ImageFilter.MinFilter(_STROKE)))
    except EngineTrouble:
        return seen
    more, better = _sureness(second)
    return second if more > sure and better >= mean + _SURER else seen


def _sureness(seen: Sequence[SeenWord]) -> tuple[int, float]:
    """How many words of letters were seen well, and the mean confidence of all."""
    words = [word.confidence for word in seen if len(word.text) > 1 and any(map(str.isalpha, word.text))]
    return sum(confidence >= _SURE for confidence in words), sum(words) / max(1, len(words))


def passed_over(prepared: Prepared, seen: Sequence[SeenWord]) -> float:
    """The share of the print, in squares of a letter's size, that lies in no word; ruled lines, bars and dust are no print."""
    mask = ink(np.asarray(prepared.image))
    for x0, top, x1, bottom in prepared.rules:
        mask[int(top) : int(bottom), int(x0) : int(x1)] = False
    all_of_it = _print_squares(mask)
    for word in seen:
        x0, top, x1, bottom = (round(edge) for edge in word.box)
        more = round(_AROUND * (bottom - top))
        mask[max(0, top - more) : bottom + more, max(0, x0 - more) : x1 + more] = False
    return _print_squares(mask) / all_of_it if all_of_it else 0.0


def _print_squares(mask: Mask) -> int:
    """Squares as dark as print is: a rim or a black bar fills its squares, dust leaves them nearly white."""
    height, width = (size // _SQUARE for size in mask.shape)
    cells = mask[: height * _SQUARE, : width * _SQUARE].reshape(height, _SQUARE, width, _SQUARE)
    filled = cells.sum(axis=3, dtype=np.int16).sum(axis=1) / _SQUARE**2
    return int(((filled >= _PALEST) & (filled <= _DARKEST)).sum())
