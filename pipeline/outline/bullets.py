"""Bullets that are letters: what a word processor draws as a tick or an arrow is "ü", "v" or "q" in another font.

In: lines.  Out: the same lines, with a bullet in place of such a letter.
Promise: a letter is taken for a bullet only where several lines begin with it; no line changes its length.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import regex

from pipeline.outline.lines import Line

__all__ = ["BULLET", "draw_bullets"]

BULLET = "•"

FEWEST = 2
"""Lines of a list; the only line that begins with a letter may be the rest of a word that was cut."""

_DRAWN = regex.compile(r"(?P<letter>[vqüwlnu])(?:\t|\s{2}|\s(?=\p{Lu}))")
"""Letters that stand for a bullet and are no word of Vietnamese, parted from the item as bullets are."""


def draw_bullets(lines: Sequence[Line]) -> list[Line]:
    """The lines with the bullets that letters stand for."""
    found = [_DRAWN.match(line.text) for line in lines]
    often = Counter(match["letter"] for match in found if match)
    return [
        replace(line, text=BULLET + line.text[1:]) if match and often[match["letter"]] >= FEWEST else line
        for line, match in zip(lines, found, strict=True)
    ]
