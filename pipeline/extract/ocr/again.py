"""A second look where the engine passed print over: it takes blurred or crowded stretches of a page for pictures.

In: a prepared picture and what was seen on it.  Out: the words seen, of the first reading or of a second one.
Promise: a page whose print was seen is read once; the second reading is only taken where it sees clearly more of the ink.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from pipeline.extract.image import Prepared
from pipeline.extract.image.ink import ink
from pipeline.extract.image.rules import ruled_lines
from pipeline.extract.ocr.engine import SeenWord
from pipeline.extract.ocr.ocr import COLUMN

PASSED_OVER = 0.1
"""Share of a page's ink outside of all words from which it is read again: pages of print alone have under 0.01, a seal over a
signature makes 0.02 to 0.2, lost paragraphs 0.15 to 0.6."""
_CLEARLY_LESS = 0.7
"""The second reading leaves at most this share of what the first one left."""
_AROUND = 0.25
"""Heights of a word around its box that belong to it: marks and tails that the engine leaves outside."""

Read = Callable[[int], tuple[SeenWord, ...]]


def with_second_look(prepared: Prepared, seen: tuple[SeenWord, ...], read: Read) -> tuple[SeenWord, ...]:
    """`seen`, or what `read` sees when the page is taken as one column (`read` takes the engine's segmentation mode)."""
    left = passed_over(prepared, seen)
    if left < PASSED_OVER:
        return seen
    second = read(COLUMN)
    return second if passed_over(prepared, second) < _CLEARLY_LESS * left else seen


def passed_over(prepared: Prepared, seen: Sequence[SeenWord]) -> float:
    """The share of the ink, without ruled lines, that lies in no word."""
    mask = ink(np.asarray(prepared.image))
    if prepared.rules:
        mask &= ~ruled_lines(mask)[1]
    all_of_it = int(mask.sum())
    for word in seen:
        x0, top, x1, bottom = (round(edge) for edge in word.box)
        more = round(_AROUND * (bottom - top))
        mask[max(0, top - more) : bottom + more, max(0, x0 - more) : x1 + more] = False
    return int(mask.sum()) / all_of_it if all_of_it else 0.0
