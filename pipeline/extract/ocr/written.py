"""What is written by hand in a gap of a letterhead, where it is sure; what is not sure is not told.

In: a gap of a page, and the picture of that page as it was given.  Out: the figures, or nothing.
Promise: figures are told only where the gap, looked at in several ways, says the same each time and clearly, nothing else is
written there, and a day or a month is one of the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from PIL import Image

from pipeline.extract.image import Back
from pipeline.extract.ocr.figures import BASE, EM, HEIGHT, SIGNS, STEP, Levels, Seen, likelihood, look, signs_of
from pipeline.extract.ocr.gaps import INTO, LABEL_END, LABEL_SEEN, Gap, cut

_SURE, _SURE_TOGETHER = 0.8, 0.5
"""How likely the figures must be on average over the looks at a gap; and where the engine saw the same, though not surely."""
_NUMBER = re.compile(r"x*(\d{1,5}/)x*")
_NUMBER_OF_YEAR = re.compile(r"x*(\d{1,5}/)[\dx]*")
_DAY = re.compile(r"x*(\d{1,2})x*")
_LOOKS = ((0.0, 1.0), (0.12, 1.0), (-0.12, 1.0), (0.0, 0.9), (0.0, 1.1))
"""Ways to look at a gap: leaning by so much of its height, so much larger."""
_REACH = 0.55
"""How far to each side of the moment in which a figure is seen its strokes reach, in sizes of type."""
_STRAY = 0.2
"""Sizes of type of ink that belongs to no figure: more is a figure that was passed over, or a scrawl."""
_DARK, _LEAST_ROWS = 0.5, 3
_ABOVE, _BELOW = 1.0, 0.25
"""The rows of a gap whose ink must belong to figures, in sizes of type above and below the line."""


class Hand(NamedTuple):
    """The picture of a page as it was given, the way back to it from the one that was read, and the resolution of that one."""

    image: Image.Image
    back: Back
    dpi: int

    def number(self, gap: Gap, engine: str, *, year: bool) -> str:
        """The number before a symbol, of which the engine saw `engine`; `year` says that the symbol begins with a year."""
        picture = cut(self.image, self.back, gap)
        print_ = (LABEL_END - LABEL_SEEN, 1.0)
        return _told(picture, _NUMBER_OF_YEAR if year else _NUMBER, print_, f"{engine}/").rstrip("/")

    def day(self, gap: Gap, engine: str, most: int) -> str:
        """The figures of a day or a month, as they are written ("05"); the engine saw `engine`."""
        told = _told(cut(self.image, self.back, gap), _DAY, (INTO, INTO), engine)
        return told if told and 0 < int(told) <= most else ""


def _told(picture: Levels, pattern: re.Pattern[str], print_: tuple[float, float], engine: str) -> str:
    """What a gap says in every look, if it is sure."""
    texts: set[str] = set()
    chances: list[float] = []
    for turned in _looks(picture):
        likely = look(turned)
        seen = signs_of(likely)
        match = pattern.fullmatch("".join(sign.sign for sign in seen))
        if not match:
            return ""
        own = seen[match.start(1) : match.end(1)]
        if not chances and _stray(picture, own, print_) > _STRAY * EM:
            return ""
        texts.add(match[1])
        chances.append(_chance(likely, own))
    least = _SURE_TOGETHER if texts == {engine} else _SURE
    return texts.pop() if len(texts) == 1 and float(np.mean(chances)) >= least else ""


def _looks(picture: Levels) -> Iterator[Levels]:
    """The gap as it is, leaning to both sides, smaller and larger."""
    levels = Image.fromarray(np.rint(picture * 255).astype(np.uint8))
    for lean, size in _LOOKS:
        wide = round(picture.shape[1] * size)
        way = (1 / size, lean / size, -lean * BASE / size, 0, 1 / size, BASE - BASE / size)
        turned = np.asarray(levels.transform((wide, HEIGHT), Image.Transform.AFFINE, way, Image.Resampling.BICUBIC))
        yield picture if (lean, size) == (0.0, 1.0) else turned.astype(np.float32) / np.float32(255)


def _chance(likely: Levels, own: list[Seen]) -> float:
    """How likely the figures are; print before and behind them is no part of them."""
    text = "".join(sign.sign for sign in own)
    ends = own[-1].last + 1 if text.endswith("/") else len(likely)
    likely = likely[:ends].copy()
    letter = SIGNS.index("x") + 1
    for part in (slice(0, own[0].first), slice(own[-1].last + 1, None)):
        likely[part, 0] += likely[part, letter]
        likely[part, letter] = 0
    return likelihood(likely, text)


def _stray(picture: Levels, own: list[Seen], print_: tuple[float, float]) -> int:
    """Columns with ink that belong to none of the figures."""
    rows = picture[round(BASE - _ABOVE * EM) : round(BASE + _BELOW * EM)]
    inked = (rows > _DARK).sum(axis=0) >= _LEAST_ROWS
    inked[: round(print_[0] * EM)] = False
    inked[picture.shape[1] - round(print_[1] * EM) :] = False
    for sign in own:
        first, last = (sign.first - 1) * STEP - _REACH * EM, sign.last * STEP + _REACH * EM
        inked[max(0, round(first)) : max(0, round(last))] = False
    return int(inked.sum())
