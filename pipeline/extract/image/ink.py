"""Where the ink is: a picture in grey, the mask of its dark points, and how tall its small letters are.

In: a picture.  Out: arrays of numpy; figures in pixels.
Promise: nothing here changes a picture; an empty picture gives an empty mask and no height.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PIL import Image

Mask = npt.NDArray[np.bool_]
Grey = npt.NDArray[np.uint8]

_LEAST_CONTRAST = 40
"""Grey levels between paper and ink under which a picture holds no print (the shine-through of the back has about 25)."""
_BODY = 0.5
"""A row of points belongs to the small letters of its line where it holds this share of the ink of the line's fullest rows."""
_LEAST_LINES = 3
"""Lines from which a height is believed."""
MARGIN = 0.02
"""Share of each edge that is not looked at: copiers leave black borders there."""


def grey(image: Image.Image) -> Image.Image:
    """The picture in grey; what is transparent is paper."""
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        with_alpha = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, with_alpha).convert("L")
    return image.convert("L")


def threshold(levels: Grey) -> int | None:
    """Otsu's level between ink and paper; None where there are not two."""
    counts = np.bincount(levels.ravel(), minlength=256).astype(np.float64)
    below = np.cumsum(counts)
    weighted = np.cumsum(counts * np.arange(256))
    above = below[-1] - below
    with np.errstate(divide="ignore", invalid="ignore"):
        dark, light = weighted / below, (weighted[-1] - weighted) / above
        spread = np.nan_to_num(below * above * (light - dark) ** 2)
    at = int(np.argmax(spread))
    if not above[at] or not below[at] or light[at] - dark[at] < _LEAST_CONTRAST:
        return None
    return at


def ink(levels: Grey) -> Mask:
    """The dark points, without those of the outermost edges."""
    level = threshold(levels)
    if level is None:
        return np.zeros(levels.shape, bool)
    mask: Mask = levels <= level
    down, across = (max(1, round(MARGIN * size)) for size in levels.shape)
    mask[:down] = mask[-down:] = False
    mask[:, :across] = mask[:, -across:] = False
    return mask


def bands(mask: Mask) -> list[tuple[int, int]]:
    """The lines of print of a level picture, as ranges of rows."""
    rows = mask.sum(axis=1)
    held = rows > max(2.0, 0.15 * float(np.percentile(rows, 90)))
    edges = np.flatnonzero(np.diff(np.concatenate(([0], held.view(np.int8), [0]))))
    return [(int(top), int(end)) for top, end in zip(edges[::2], edges[1::2], strict=True)]


def letter_height(mask: Mask) -> float | None:
    """Height of the small letters (x-height) of most lines of a level picture, in pixels; None where there are too few lines."""
    rows = mask.sum(axis=1)
    heights = []
    for top, end in bands(mask):
        line = rows[top:end]
        if end - top >= 4:
            heights.append(int((line >= _BODY * np.percentile(line, 90)).sum()))
    if len(heights) < _LEAST_LINES:
        return None
    return float(np.median(heights))
