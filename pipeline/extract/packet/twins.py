"""The same paper twice in one packet: the Word file beside the signed PDF, an annex that the whole letter holds already.

In: the texts of the parts, in order of preference.  Out: for each part the part that holds it, or None.
Promise: a text of which more than a sentence or a figure is in no other part is never taken for held; of two that are the same the
preferred one stays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.rules.folding import fold_search

__all__ = ["held_by"]

_WINDOW = 3
_SAME = 0.85
"""Least share of the windows of a text that another must hold. The letter and its scan of 12 generated pairs have 0.90 to 0.96 in
common (docs/register.md), two different real documents at most 0.79.
"""
_SAME_FIGURES = 0.96
"""And of its numbers: the letters of May and June differ in nothing else."""
_LONGEST_GAP = 40
"""Windows in a row that the other may lack: slips of OCR make gaps of three, a signature stamp one of about twenty."""
_LEAST = 20
"""Windows; of a shorter text only an equal one is the same."""


@dataclass(frozen=True, slots=True)
class _Words:
    windows: tuple[str, ...]
    known: frozenset[str]
    numbers: Counter[str]
    whole: tuple[str, ...]


def held_by(texts: Sequence[str]) -> list[int | None]:
    """The index of the part that holds the words of each part, None for those that stay: no part is held by one that goes."""
    found = [_words(text) for text in texts]
    held: list[int | None] = [None] * len(texts)
    kept: list[int] = []
    for at, words in enumerate(found):
        held[at] = next((other for other in kept if _holds(found[other], words)), None)
        if held[at] is not None:
            continue
        smaller = [other for other in kept if _holds(words, found[other])]
        for other, holder in enumerate(held):
            if other in smaller or holder in smaller:
                held[other] = at
        kept = [other for other in kept if other not in smaller] + [at]
    return held


def _words(text: str) -> _Words:
    found = "".join(char if char.isalnum() else " " for char in fold_search(text)).split()
    letters = [word for word in found if word.isalpha()]
    windows = tuple(" ".join(letters[at : at + _WINDOW]) for at in range(len(letters) - _WINDOW + 1))
    return _Words(windows, frozenset(windows), Counter(word for word in found if word.isdigit()), tuple(found))


def _holds(whole: _Words, part: _Words) -> bool:
    if len(part.windows) < _LEAST:
        return part.whole == whole.whole
    if len(part.known & whole.known) < _SAME * len(part.known):
        return False
    if (part.numbers & whole.numbers).total() < _SAME_FIGURES * part.numbers.total():
        return False
    gap = 0
    for window in part.windows:
        gap = 0 if window in whole.known else gap + 1
        if gap > _LONGEST_GAP:
            return False
    return True
