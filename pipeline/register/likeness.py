"""How alike two texts are, and a small sketch of a text by which its like is found among many.

In: the texts of pages.  Out: `Wording`, figures between 0 and 1, sketches.
Promise: marks, case, layout and the order of pages do not count; the same text gives the same sketch on every machine.
"""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.register.fold import words

__all__ = ["Wording", "alike", "numbers_alike", "sketch", "wording"]

_WINDOW = 3
"""Words in a row: single words are shared by all letters of an office, three of them by letters of one matter."""
_PLACES = 32
"""Windows are dealt to so many places by their digest, and the least of each place is kept; two places make a band."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a text: its windows of words of letters, and its numbers; `key` is equal for the same words only."""

    windows: frozenset[int]
    numbers: Counter[str]
    key: str


def wording(texts: Iterable[str]) -> Wording:
    """The wording of a text, page by page."""
    found = [word for text in texts for word in words(text)]
    letters = [word for word in found if word.isalpha()]
    rows = zip(*(letters[first:] for first in range(_WINDOW)), strict=False)
    windows = frozenset(zlib.crc32(" ".join(row).encode()) for row in rows)
    return Wording(windows, Counter(word for word in found if word.isdigit()), hashlib.sha256(" ".join(found).encode()).hexdigest())


def alike(one: Wording, other: Wording) -> float:
    """The share of their windows that two texts have in common."""
    if not one.windows or not other.windows:
        return 0.0
    return 2 * len(one.windows & other.windows) / (len(one.windows) + len(other.windows))


def numbers_alike(one: Wording, other: Wording) -> float:
    """The share of numbers that both texts hold."""
    total = one.numbers.total() + other.numbers.total()
    return 2 * (one.numbers & other.numbers).total() / total if total else 1.0


def sketch(one: Wording) -> tuple[int, ...]:
    """One value a band: texts that share one may be alike. A text too short to fill a band has no value there."""
    least: dict[int, int] = {}
    for window in one.windows:
        place = window % _PLACES
        least[place] = min(window, least.get(place, window))
    pairs = ((band, least.get(2 * band), least.get(2 * band + 1)) for band in range(_PLACES // 2))
    return tuple(zlib.crc32(repr(pair).encode()) for pair in pairs if None not in pair)
