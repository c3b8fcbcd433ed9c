"""How a word stands in its line: its capitals, and what parts it from the word before it.

In: a text and the places of its units.  Out: a small number for each unit.
Promise: the same for true and for ruined text, as far as an engine keeps capitals and marks of punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.recover.units import Unit

SETTINGS = 12
"""Three kinds of case times four kinds of gap."""
_ENDS, _PAUSES = re.compile(r"[.!?…]"), re.compile(r"[,;:]")


def settings_of(text: str, part: Sequence[Unit]) -> list[int]:
    """For each unit of a part (a paragraph): case + 3 * gap; the first one stands behind nothing."""
    found, before = [], -1
    for unit in part:
        gap = _gap(text[before : unit.start]) if before >= 0 else 0
        found.append(_case(text[unit.start : unit.end]) + 3 * gap)
        before = unit.end
    return found


def _case(word: str) -> int:
    """0 for a small first letter or none, 1 for a capital, 2 for capitals only."""
    if not word[0].isupper():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1


def _gap(between: str) -> int:
    """0 for blanks, 1 for a pause, 2 for the end of a sentence, 3 for other marks."""
    if not between.strip():
        return 0
    if _ENDS.search(between):
        return 2
    return 1 if _PAUSES.search(between) else 3
