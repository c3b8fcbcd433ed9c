"""Specks of a bad scan or copy: marks far smaller than the dots of the print, all over the page.

In: the mask of a picture's ink, the height of its small letters, its resolution.  Out: the mask of what is specks.
Promise: no dot of the print goes, and no crumb of a faint stroke: a page loses its small marks only where they are many and most of
them lie far from other ink.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.extract.image.ink import Mask

_SPECK = 0.18
"""Width of the largest speck in heights of small letters; the dots of the print are a quarter of one."""
_SPECK_INCHES = 0.0155
"""The same in inches: rows of a table and headings are no measure of the print."""
_LEAST_SHARE = 0.003
"""Share of the ink that lies in small marks on a speckled page; on most pages it is a third of that or less (docs/ocr.md)."""
_BESIDE, _APART = 1, 3
"""Pixels of paper around a mark for it to stand alone, and to lie apart."""
_LEAST_APART = 0.5
"""Share of the small marks that lie apart on a speckled page: three in four there, one in three where strokes are broken."""


def specks(mask: Mask, letter_height: float, dpi: int) -> Mask:
    """Where the specks are: nowhere on a page that is clean, or whose small marks are pieces of its strokes."""
    widest = int(min(_SPECK * letter_height, _SPECK_INCHES * dpi))
    none = np.zeros_like(mask)
    if widest < 1:
        return none
    alone = _small_marks(mask, widest, _BESIDE)
    many = int(alone.sum())
    if many <= _LEAST_SHARE * int(mask.sum()):
        return none
    apart = int(_small_marks(mask, widest, _APART).sum())
    return alone if apart >= _LEAST_APART * many else none


def _small_marks(mask: Mask, widest: int, paper: int) -> Mask:
    """The ink that a square of `widest` pixels holds whole, with `paper` pixels without ink around the square."""
    outer = widest + 2 * paper
    height, width = mask.shape
    padded = np.pad(mask, outer)
    sums = np.zeros((padded.shape[0] + 1, padded.shape[1] + 1), np.int32)
    np.cumsum(np.cumsum(padded, axis=0, dtype=np.int32), axis=1, out=sums[1:, 1:])
    rows, columns = padded.shape[0] - outer + 1, padded.shape[1] - outer + 1

    def held(size: int, inset: int) -> npt.NDArray[np.int32]:
        """How many points of ink lie in the square of `size` that begins `inset` below and right of each place."""
        top, left, end = slice(inset, inset + rows), slice(inset, inset + columns), inset + size
        below, right = slice(end, end + rows), slice(end, end + columns)
        return sums[below, right] - sums[top, right] - sums[below, left] + sums[top, left]

    within = held(widest, paper)
    found = np.zeros_like(padded)
    for down, across in np.argwhere((within > 0) & (within == held(outer, 0))):
        found[down + paper : down + paper + widest, across + paper : across + paper + widest] = True
    marks: Mask = found[outer : outer + height, outer : outer + width] & mask
    return marks
