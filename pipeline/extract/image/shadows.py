"""Shadows on the paper: the fold of a book, the edge of a lid, a lamp beside a phone.

In: a picture in grey.  Out: the same picture on even paper, and whether it was uneven.
Promise: a picture whose paper is even comes back untouched.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

_CELL = 32
"""Side of the squares whose paper is measured, in pixels: wider than the strokes of a heading."""
_UNEVEN = 45
"""Grey levels between the lightest and the darkest paper of a page from which it is evened: scanners measured up to 20."""
_DARKEST = 60
"""Paper is not darker than this: what is, is the border of a copy, a bar or a picture."""


def on_even_paper(image: Image.Image) -> tuple[Image.Image, bool]:
    """The picture with each point measured against the paper around it, and whether that was needed."""
    paper = _paper(image)
    if paper is None:
        return image, False
    levels = np.asarray(paper)
    printable = levels[levels > _DARKEST]
    if printable.size < levels.size / 2 or np.percentile(printable, 95) - np.percentile(printable, 5) < _UNEVEN:
        return image, False
    around = np.asarray(paper.resize(image.size, Image.Resampling.BICUBIC)).astype(np.float32)
    even = np.asarray(image).astype(np.float32) * (255 / np.maximum(around, _DARKEST))
    return Image.fromarray(np.minimum(even, 255).astype(np.uint8)), True


def _paper(image: Image.Image) -> Image.Image | None:
    """The lightness of the paper in squares; None for pictures too small to tell."""
    small = np.asarray(image.reduce(4))
    side = _CELL // 4
    height, width = (size // side for size in small.shape)
    if min(height, width) < 8:
        return None
    cells = small[: height * side, : width * side].reshape(height, side, width, side).max(axis=(1, 3))
    return Image.fromarray(cells).filter(ImageFilter.MedianFilter(5))
