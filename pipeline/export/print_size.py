"""How high a row must be for its wrapped text.

In: text, the width of its column, the size of the type.  Out: a number of lines and a height in points.
Promise: an estimate that is rather too high than too low: text that is cut off in print is lost to its reader.
"""

from __future__ import annotations

import unicodedata

# Widths of Times New Roman in thousandths of the type size (its AFM tables; Liberation Serif has the same).
_NARROW, _SPACE, _DIGIT, _LOWER, _WIDE, _UPPER, _WIDEST = 300, 250, 500, 500, 780, 722, 944
_WIDTHS = {
    **dict.fromkeys("ijlt|.,:;'!()[]/-f", _NARROW),
    " ": _SPACE,
    **dict.fromkeys("0123456789", _DIGIT),
    **dict.fromkeys("acersz", 444),
    **dict.fromkeys("mwươ", _WIDE),
    **dict.fromkeys("MWƯƠ", _WIDEST),
}
_UNIT = 0.5
"""A column is so many digits of the sheet's standard type wide; a digit is half the type size."""
_PADDING = 0.7
"""Excel keeps about five pixels of a column free, LibreOffice a little less."""
LEADING = 1.22
"""Height of a line in type sizes: LibreOffice gives Times-like faces 1.15, Excel rounds up to whole pixels."""
HIGHEST = 409.0
"""No row of Excel is higher (points)."""


def wrapped_lines(text: str, *, width: float, size: float, standard: float) -> int:
    """How many lines `text` takes in a column of `width` digits of the standard type, set in `size` points."""
    room = (width - _PADDING) * _UNIT * standard * 1000 / size
    return sum(_paragraph(paragraph, room) for paragraph in text.split("\n"))


def _paragraph(text: str, room: float) -> int:
    count, used = 1, 0.0
    for word in text.split(" "):
        length = sum(map(_width, word))
        if used and used + _SPACE + length > room:
            count, used = count + 1, 0.0
        used += length + (_SPACE if used else 0)
        while used > room:  # a word longer than the column is broken wherever it ends
            count, used = count + 1, used - room
    return count


def _width(char: str) -> float:
    if char in _WIDTHS:
        return _WIDTHS[char]
    base = unicodedata.normalize("NFD", char)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return _UPPER if char.isupper() else _LOWER


def row_height(count: int, size: float) -> float:
    """The height in points of a row with so many lines."""
    return round(count * size * LEADING + 4, 1)
