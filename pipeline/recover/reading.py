"""The reading of one ruined word, what it may be, and what it is compared by.

In: what the channel proposes and the decoder chose.  Out: `Candidates`, `Reading`.
Promise: offsets are those of the ruined text; the chosen word is the first candidate.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.rules.syllables import syllables

DOUBTFUL = 0.8
"""Confidence under which a word is counted as in doubt."""


class Candidates(NamedTuple):
    """What one place may be: numbers of words and what each costs."""

    words: NDArray[np.uint64]
    costs: NDArray[np.float32]


class Reading(NamedTuple):
    """`text[start:end]` should stand as `word`; confidence from 0 to 1, and up to three candidates, the word among them."""

    start: int
    end: int
    word: str
    confidence: float
    candidates: tuple[str, ...]


def without_marks(word: str) -> str:
    """A word in lower-case plain a to z."""
    apart = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def bare_syllables() -> frozenset[str]:
    """All syllables without their marks."""
    return frozenset(without_marks(syllable) for syllable in syllables().all)
