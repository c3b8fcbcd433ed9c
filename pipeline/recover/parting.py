"""Words that dirt glued together: "ban-hành", "của.người", "Chỉ'số" on a page that an engine of another language read.

In: the text of a page and the readings of its words.  Out: edits that put a blank for the sign between two words.
Promise: only a sign that stands alone between two Vietnamese syllables, the second in small letters, goes; on the pages read for
training nine such signs of ten were dirt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from models.spans import Edit
from pipeline.recover.reading import DOUBTFUL, Reading
from pipeline.rules.syllables import syllables

_DIRT = frozenset("-.'‘’:_·*`")
_SECOND = _DIRT | frozenset(",;?!")
"""Of two signs between words without a blank, one may be the punctuation that stood there."""
_MOST_DIRT = 8
"""Times a page has one sign of dirt between two words: in pages typeset for development, three hyphens and six points at most."""
_ALIKE = frozenset("ckopsuvwxz")
"""Letters whose capitals look the same: such a word behind a point may open a sentence."""


def parting_edits(text: str, readings: Sequence[Reading]) -> list[Edit]:
    """A blank for each sign that glues two words, and for a point before a small letter ("Ủy. ban")."""
    edits, printed = [], _printed(text, readings)
    for left, right in pairwise(readings):
        if _stands(left) and _stands(right) and right.word.islower():
            between = text[left.end : right.start]
            if between == ". " and right.word[0] not in _ALIKE:
                edits.append(Edit(left.end, right.start, " "))
            elif (between in _DIRT and between not in printed) or (
                len(between) == 2 and _SECOND.issuperset(between) and not _DIRT.isdisjoint(between)
            ):
                edits.append(Edit(left.end, right.start, f"{between[0]} " if between[0] in ",;?!" else " "))
    return edits


def _printed(text: str, readings: Sequence[Reading]) -> set[str]:
    """The signs that join so many words of the page that they were printed ("a-xít", "Ê-đê"): dirt is rare."""
    met = Counter(text[left.end : right.start] for left, right in pairwise(readings))
    return {sign for sign, count in met.items() if len(sign) == 1 and count > _MOST_DIRT}


def _stands(reading: Reading) -> bool:
    """Whether a word is a syllable of its own, surely enough read, and no abbreviation."""
    return (
        len(reading.word) > 1
        and reading.confidence >= DOUBTFUL
        and reading.word[1:].islower()
        and reading.word.lower() in syllables()
    )
