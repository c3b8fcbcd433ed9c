"""How high a row must be for its wrapped text.

In: text, the width of its column, the size of the type.  Out: a number of lines and a height in points.
Promise: an estimate that is rather too high than too low: text that is cut off in print is lost to its reader.
"""

from __future__ import annotations

import unicodedata

# Widths of Times New Roman in thousandths of the type size (its AFM tables; Liberation Serif has the same); others have 500.
_SPACE = 250
_WIDTHS = {
    **dict.fromkeys(" .,", _SPACE),
    **dict.fromkeys("ijlt/:;", 278),
    **dict.fromkeys("fr()[]-!I", 333),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys("acez", 444),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys("ELTZBCR", 667),
    **dict.fromkeys("ADGHKNOQUVXYĐ", 722),
    **dict.fromkeys("mw&", 778),
    **dict.fromkeys("MW", 944),
}
_OTHER = 500
_UNKNOWN = 1000
"""Signs of other scripts may be as wide as high."""
_UNIT = 0.5
"""A column is so many digits of the sheet's standard type wide; a digit is half the type size."""
_PADDING = 0.7
"""Excel keeps about five pixels of a column free, LibreOffice a little less."""
LEADING = 1.3125
"""Height of a line in type sizes: Excel gives 12 points of Times New Roman 15.75 points, LibreOffice 13.8."""
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
    base = char if char.isascii() else unicodedata.normalize("NFD", char)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    return _OTHER if base < "\u2100" else _UNKNOWN


def row_height(count: int, size: float) -> float:
    """The height in points of a row with so many lines."""
    return round(count * size * LEADING + 2, 1)
