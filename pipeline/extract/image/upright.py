"""Which way is up: quarter turns and the small angle at which a page lay in the scanner.

In: the mask of ink of a page.  Out: the turn (0, 90, 180, 270 degrees) and the skew in degrees (clockwise positive).
Promise: where the print does not tell (few lines, a drawing, a table of figures), the page is left as it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.extract.image.ink import Mask, bands

_MOST_POINTS = 60_000
"""Points of ink that are looked at for an angle: more do not change it."""
_WIDEST = 8.0
"""Degrees: feeders slant a page by up to 3, a hand on a flatbed or a phone by more."""
_STEPS = (1.0, 0.25, 0.05)
_CLEARER = 1.2
"""How much sharper the lines must stand at the angle found than at none: slanted pages measured 1.55 to 6."""
_COARSE = 4
"""Points to a side of the cells in which the direction of the lines is looked for."""
_SURER = 1.15
"""How much more uneven the rows must be than the columns before a page is turned on its side."""
_LINES_FOR_TURN = 6
"""Lines of print from which head and foot of the letters are compared."""
_HEAD_OVER_FOOT = 0.75
"""Vietnamese has more ink above its small letters than below (ascenders, capitals, marks);
29 upright documents measured 1.0 to 3.3."""

Points = npt.NDArray[np.int64]


def skew(mask: Mask) -> float:
    """The angle by which the lines of print fall to the right, in degrees; 0 where they do not show one."""
    y, x = _points(mask)
    if y.size < 200:
        return 0.0
    best, reach = 0.0, _WIDEST
    level = _unevenness(y, x, 0.0)
    for step in _STEPS:
        angles = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(angles, key=lambda angle: (_unevenness(y, x, angle), -abs(angle))))
        reach = step
    at_limit = abs(best) >= _WIDEST - _STEPS[0]
    return 0.0 if at_limit or _unevenness(y, x, best) < _CLEARER * level else round(best, 2)


def lies_on_its_side(mask: Mask) -> bool:
    """Whether the lines of print run up or down the page."""
    height, width = (size // _COARSE * _COARSE for size in mask.shape)
    cells = mask[:height, :width].reshape(height // _COARSE, _COARSE, width // _COARSE, _COARSE).any(axis=(1, 3))
    y, x = np.nonzero(cells)
    if y.size < 200:
        return False
    angles = np.arange(-3.0, 3.1, 0.5)
    across = max(_unevenness(y, x, angle) for angle in angles)
    upward = max(_unevenness(x, y, angle) for angle in angles)
    return upward > _SURER * across


def stands_on_its_head(mask: Mask) -> bool:
    """Whether a level page with lines across is upside down, by what stands above and below its small letters."""
    ratios = head_over_foot(mask)
    return len(ratios) >= _LINES_FOR_TURN and float(np.median(ratios)) < _HEAD_OVER_FOOT


def head_over_foot(mask: Mask) -> list[float]:
    """For each line of print the ink above the small letters, by the ink below them."""
    rows = mask.sum(axis=1).astype(float)
    found = []
    edges = bands(mask)
    for at, (top, end) in enumerate(edges):
        line = rows[top:end]
        full = np.flatnonzero(line >= 0.5 * np.percentile(line, 90))
        if end - top < 6 or full.size < 3:
            continue
        height = int(full[-1] - full[0] + 1)
        first = max(edges[at - 1][1] if at else 0, top + int(full[0]) - height)
        last = min(edges[at + 1][0] if at + 1 < len(edges) else rows.size, top + int(full[-1]) + 1 + height)
        above = rows[first : top + int(full[0])].sum()
        below = rows[top + int(full[-1]) + 1 : last].sum()
        found.append((above + 1) / (below + 1))
    return found


def _points(mask: Mask) -> tuple[Points, Points]:
    y, x = np.nonzero(mask)
    if y.size > _MOST_POINTS:
        # Drawn, not every n-th: a regular choice makes slopes of its own. The same points each time.
        kept = np.sort(np.random.default_rng(0).integers(0, y.size, _MOST_POINTS))
        y, x = y[kept], x[kept]
    return y, x


def _unevenness(y: Points, x: Points, angle: float) -> float:
    """How sharply lines and white between them stand apart when the page is sheared by `angle` degrees."""
    rows = np.round(y - x * np.tan(np.radians(angle))).astype(np.int64)
    counts = np.bincount(rows - rows.min()).astype(float)
    return float(np.square(np.diff(counts)).sum()) / y.size
