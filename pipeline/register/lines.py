"""Where the lines of a page stand on its picture, so that a person can mark them there.

In: a file and a page, or a stretch of the document's text.  Out: `PlacedLine`s of the document's text; the boxes of a stretch.
Promise: only what was read is told: a page that was read before lines were kept, or that has no places, has none.
"""

from __future__ import annotations

import json
import sqlite3

from models.spans import Span
from models.text import Box, PlacedLine
from pipeline.register.database import Register
from pipeline.register.sheets import Sheet

__all__ = ["boxes_between", "boxes_of_words", "placed_lines"]


def placed_lines(register: Register, sha256: str, sheet: Sheet) -> tuple[PlacedLine, ...]:
    """The lines of a page from the top, counted in the document's text."""
    row = register.row("SELECT lines FROM pages WHERE sha256 = ? AND page = ?", (sha256, sheet.page))
    return _moved(row, sheet.offset) if row else ()


def boxes_between(lines: tuple[PlacedLine, ...], span: Span) -> tuple[Box, ...]:
    """The boxes of the lines that a stretch touches."""
    return tuple(line.box for line in lines if line.start < span[1] and line.end > span[0])


def boxes_of_words(lines: tuple[PlacedLine, ...], span: Span) -> tuple[Box, ...]:
    """Where the words of a stretch stand: of each line the part that its letters take, as if all were equally wide."""
    found = []
    for line in lines:
        start, end = max(line.start, span[0]), min(line.end, span[1])
        if start < end:
            x0, top, x1, bottom = line.box
            wide = (x1 - x0) / (line.end - line.start)
            found.append((x0 + (start - line.start) * wide, top, x0 + (end - line.start) * wide, bottom))
    return tuple(found)


def _moved(row: sqlite3.Row, by: int) -> tuple[PlacedLine, ...]:
    return tuple(PlacedLine(start + by, end + by, (x0, top, x1, low)) for start, end, x0, top, x1, low in json.loads(row["lines"]))
