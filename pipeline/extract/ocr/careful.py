"""The careful mode: a page is seen again larger and smaller, and each word that was doubtful is taken from where it was clearest.

In: the picture and the words of its first reading.  Out: the same words in the same places, some of them spelt as seen again.
Promise: no word is added, moved or lost; a word with a figure in it (numbers, dates, symbols of documents) is never changed.

Measured on 13 pages with their truth: 6.61 % wrong characters instead of 6.76, ten pages better, one worse by 0.2 points, at three
times the cost. Choosing by the spelling of syllables, voting, other page segmentation modes, or only doubtful lines gave less.
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from models.text import Box
from pipeline.extract.ocr.engine import EngineTrouble, SeenWord
from pipeline.extract.ocr.ocr import WHOLE_PAGE, Ocr

_SCALES = (1.3, 0.8)
MORE_READINGS = len(_SCALES)
_CLEAR = 97.0
"""The engine is never surer than this: whatever lies below may be seen better."""
_SAME_PLACE = 0.5
"""Two boxes hold the same word where they share half of what they cover together."""


def see_again(image: Image.Image, seen: Sequence[SeenWord], *, dpi: int, ocr: Ocr, seconds: float) -> tuple[SeenWord, ...]:
    """The words of a first reading, with doubtful ones as they were seen at another size; a reading that fails is left out."""
    words = tuple(seen)
    for scale in _SCALES:
        resized = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
        try:
            again = ocr.read(resized, dpi=round(dpi * scale), psm=WHOLE_PAGE, seconds=seconds)
        except EngineTrouble:
            continue
        words = clearest(words, [word._replace(box=_scaled(word.box, 1 / scale)) for word in again])
    return words


def clearest(words: Sequence[SeenWord], again: Sequence[SeenWord]) -> tuple[SeenWord, ...]:
    """Each word, or the one in its place in the second reading where the engine was surer of that."""
    ordered = sorted(again, key=lambda word: word.box[1])
    return tuple(_clearer(word, ordered) for word in words)


def _clearer(word: SeenWord, again: Sequence[SeenWord]) -> SeenWord:
    if word.confidence >= _CLEAR or _has_figure(word):
        return word
    near = (other for other in again if other.box[1] < word.box[3] and other.box[3] > word.box[1])
    best = max(near, key=lambda other: _shared(word.box, other.box), default=None)
    if best is None or _shared(word.box, best.box) <= _SAME_PLACE or best.confidence <= word.confidence or _has_figure(best):
        return word
    return word._replace(text=best.text, confidence=best.confidence)


def _has_figure(word: SeenWord) -> bool:
    return any(char.isdigit() for char in word.text)


def _shared(a: Box, b: Box) -> float:
    """The part that two boxes share of what they cover together."""
    across, down = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    if across <= 0 or down <= 0:
        return 0.0
    both = across * down
    return both / ((a[2] - a[0]) * (a[3] - a[1]) + (b[2] - b[0]) * (b[3] - b[1]) - both)


def _scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * scale, top * scale, x1 * scale, bottom * scale
