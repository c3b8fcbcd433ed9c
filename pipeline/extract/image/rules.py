"""Ruled lines: the borders of tables and the strokes under headings, which are no letters.

In: the mask of ink of a level page.  Out: each long level or upright line as a thin box, and the mask of their points.
Promise: a stroke of a letter is never a ruled line: a line is many letters long and thin.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from models.text import Box
from pipeline.extract.image.ink import Mask

_LONG = 0.04
"""Share of the longer side from which a straight run of ink is a line: 95 pixels at 200 dpi, six small letters."""
_THICK = 0.004
"""Share of the longer side up to which it is a line and no bar or picture: 10 pixels at 200 dpi."""
_MOST = 3_000
"""Lines of a page; a picture in half-tones may hold any number, and then none of them is a line."""


def ruled_lines(mask: Mask) -> tuple[list[Box], Mask]:
    """The ruled lines of a page in pixels, level ones and upright ones, and their points."""
    longer = max(mask.shape)
    length, thick = max(12, round(_LONG * longer)), max(3, round(_THICK * longer))
    level, level_points = _level_lines(mask, length, thick)
    upright, upright_points = _level_lines(np.ascontiguousarray(mask.T), length, thick)
    boxes = level + [(top, x0, bottom, x1) for x0, top, x1, bottom in upright]
    if len(boxes) > _MOST:
        return [], np.zeros_like(mask)
    return boxes, level_points | upright_points.T


def _level_lines(mask: Mask, length: int, thick: int) -> tuple[list[Box], Mask]:
    runs = _runs(mask, length)
    points = np.zeros_like(mask)
    boxes: list[Box] = []
    for y0, y1, x0, x1 in _joined(runs):
        if y1 - y0 <= thick:
            boxes.append((float(x0), float(y0), float(x1), float(y1)))
            points[y0:y1, x0:x1] = mask[y0:y1, x0:x1]
    return boxes, points


def _runs(mask: Mask, length: int) -> npt.NDArray[np.int64]:
    """Straight runs of ink of at least `length` points: rows of (y, first x, end x)."""
    candidates = np.flatnonzero(mask.sum(axis=1) >= length)
    padded = np.zeros((candidates.size, mask.shape[1] + 2), np.bool_)
    padded[:, 1:-1] = mask[candidates]
    # Where ink begins and where it ends take turns, row by row: one look along all rows finds both.
    y, changes = np.divmod(np.flatnonzero(padded[:, 1:] != padded[:, :-1]), mask.shape[1] + 1)
    starts, ends = changes[::2], changes[1::2]
    long = ends - starts >= length
    return np.stack([candidates[y[::2][long]], starts[long], ends[long]], axis=1)


def _joined(runs: npt.NDArray[np.int64]) -> list[tuple[int, int, int, int]]:
    """Runs one below the other as one line: (top, bottom, left, right). Lines that are not quite level are staircases of runs."""
    open_lines: list[list[int]] = []
    done: list[tuple[int, int, int, int]] = []
    for y, x0, x1 in runs.tolist():
        still = []
        for line in open_lines:
            if line[1] < y:
                done.append((line[0], line[1], line[2], line[3]))
            else:
                still.append(line)
        open_lines = still
        home = next((line for line in open_lines if line[2] <= x1 + 3 and x0 <= line[3] + 3), None)
        if home is None:
            open_lines.append([y, y + 1, x0, x1])
        else:
            home[1], home[2], home[3] = y + 1, min(home[2], x0), max(home[3], x1)
    done += [(line[0], line[1], line[2], line[3]) for line in open_lines]
    return sorted(done)
