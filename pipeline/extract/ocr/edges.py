"""What the engine makes of the edges of a scan: the shadow of a lid, the rim of the glass, the border that a copier leaves.

In: the words seen on a picture, and its size.  Out: the words without those made of an edge.
Promise: only at the outermost edges, where no print is looked for, and only words that the engine itself did not believe.
"""

from __future__ import annotations

from collections.abc import Sequence

from models.text import Box
from pipeline.extract.image.ink import MARGIN
from pipeline.extract.ocr.engine import SeenWord

_BELIEVED = 45.0
"""Confidence from which a word at the edge is print that was cut off; the rim that cost a page 3 % was read at 0."""


def without_edges(words: Sequence[SeenWord], size: tuple[int, int]) -> tuple[SeenWord, ...]:
    """The words, without unbelieved ones whose middle lies in the outermost share of the picture."""
    return tuple(word for word in words if word.confidence >= _BELIEVED or not _at_edge(word.box, size))


def _at_edge(box: Box, size: tuple[int, int]) -> bool:
    middle = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(not MARGIN * whole <= place <= (1 - MARGIN) * whole for place, whole in zip(middle, size, strict=True))
