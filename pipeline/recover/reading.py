"""The reading of one ruined word, and what it is compared by.

In: what the decoder chose.  Out: `Reading`.  Promise: offsets are those of the ruined text; the chosen word is the first candidate.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

DOUBTFUL = 0.8
"""Confidence under which a word is counted as in doubt."""


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
