"""The words of a PDF page as pdfium gives them, each with its box.

In: a pdfium text page and the page's frame.  Out: `PlacedWord`s in the order of the content.
Promise: each character that pdfium reads, white space and control characters apart, is in exactly one word.

Only the first and the last character of a word are asked for their boxes: a page then costs some 1,200 calls into pdfium
instead of 3,500. Where the two do not fit (a hyphen at the end of a line, text set upright), all characters are asked.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from models.text import Box

# What pdfium writes for a hyphen at the end of a line, by version; the line end itself it leaves out.
_LINE_HYPHENS = ("\x02", "\ufffe")
# Visible hyphens: pdfium's own, and U+00AD, which Word's exports name for the glyph that "-" shares.
_VISIBLE = {2: "-", 0xFFFE: "-", 0xAD: "-"}
# White space for us: all that pdfium generates, control characters and characters without width.
_WORD = re.compile("[^\\s\\x00\\x01\\x03-\\x1f\\x7f-\\x9f\\u200b\\u2060\\ufeff\\uffff]+")


class PlacedWord(NamedTuple):
    """A word, its box from the top left of the page, and the indices of its first and last character in pdfium.

    A word seen by OCR has its index among the words seen twice, and how sure the engine was of it.
    """

    text: str
    box: Box
    first: int
    last: int
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The visible part of a page in PDF user space and its rotation: the way to points from the top left corner."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as the page is shown."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarter_turns % 2 else (width, height)

    def turned(self, quarter_turns: int) -> Frame:
        """The same part of the page, shown with another rotation."""
        return Frame(self.left, self.bottom, self.right, self.top, quarter_turns)

    def user(self, box: Box) -> tuple[float, float, float, float]:
        """The rectangle of user space (left, bottom, right, top) that a box of this frame stands for."""
        x0, top, x1, bottom = box
        match self.quarter_turns:
            case 0:
                return self.left + x0, self.top - bottom, self.left + x1, self.top - top
            case 1:
                return self.left + top, self.bottom + x0, self.left + bottom, self.bottom + x1
            case 2:
                return self.right - x1, self.bottom + top, self.right - x0, self.bottom + bottom
            case _:
                return self.right - bottom, self.top - x1, self.right - top, self.top - x0

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of user space as (x0, top, x1, bottom) of the page as it is shown."""
        match self.quarter_turns:
            case 0:
                return left - self.left, self.top - top, right - self.left, self.top - bottom
            case 1:
                return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
            case 2:
                return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
            case _:
                return self.top - top, self.right - right, self.top - bottom, self.right - left


class TextPage:
    """The text of one pdfium page: characters by index, and the words, in a `frame` in which they read upright."""

    def __init__(self, handle: Any, frame: Frame) -> None:
        self._handle = handle
        self._rect = pdfium.FS_RECTF()
        self._ref = ctypes.byref(self._rect)
        self.text = _characters(handle)
        self.frame = frame.turned(quarter_turns_to_read(handle, self.text))

    def words(self) -> list[PlacedWord]:
        """The words in the order of the content."""
        found: list[PlacedWord] = []
        for match in _WORD.finditer(self.text):
            first, last = match.start(), match.end() - 1
            word = self._whole(match.group(), first, last)
            if word is not None:
                found.append(word)
            else:
                found.extend(self._parts(first, last))
        return found

    def same_object(self, a: int, b: int) -> bool:
        """Whether two characters were written by one operator of the content: then a gap between them is blanks."""
        one = pdfium.FPDFText_GetTextObject(self._handle, a)
        other = pdfium.FPDFText_GetTextObject(self._handle, b)
        return bool(one) and bool(other) and ctypes.addressof(one.contents) == ctypes.addressof(other.contents)

    def _char_box(self, index: int) -> Box:
        pdfium.FPDFText_GetLooseCharBox(self._handle, index, self._ref)
        rect = self._rect
        return self.frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def _whole(self, text: str, first: int, last: int) -> PlacedWord | None:
        a = self._char_box(first)
        b = self._char_box(last) if last > first else a
        height = max(a[3] - a[1], b[3] - b[1])
        if last > first and (
            any(hyphen in text[:-1] for hyphen in _LINE_HYPHENS)
            or abs((a[1] + a[3]) - (b[1] + b[3])) > height  # centres more than half a line apart
            or b[2] < a[0]
            or b[2] - a[0] > 1.2 * height * (last - first + 1)  # wider than its letters can be
        ):
            return None
        box = min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])
        return PlacedWord(_visible(text), box, first, last)

    def split(self, word: PlacedWord, x: float) -> list[PlacedWord]:
        """A word cut in two at an upright line; whole where all its letters stand on one side."""
        boxes = [self._char_box(i) for i in range(word.first, word.last + 1)]
        cut = sum(1 for box in boxes if (box[0] + box[2]) / 2 < x)
        if not 0 < cut < len(boxes):
            return [word]
        return [self._part(word.first, boxes[:cut]), self._part(word.first + cut, boxes[cut:])]

    def _parts(self, first: int, last: int) -> Iterator[PlacedWord]:
        boxes = [self._char_box(i) for i in range(first, last + 1)]
        start = 0
        for i in range(1, len(boxes) + 1):
            if i == len(boxes) or not _adjacent(boxes[i - 1], boxes[i]):
                yield self._part(first + start, boxes[start:i])
                start = i

    def _part(self, first: int, boxes: list[Box]) -> PlacedWord:
        last = first + len(boxes) - 1
        x0, top, x1, bottom = zip(*boxes, strict=True)
        return PlacedWord(_visible(self.text[first : last + 1]), (min(x0), min(top), max(x1), max(bottom)), first, last)


def quarter_turns_to_read(handle: Any, text: str) -> int:
    """How many quarter turns make most of a page's text upright: 0, except on pages set sideways.

    A landscape table printed on an upright page reads sideways; a turned page usually turns such text upright again.
    """
    step = max(1, len(text) // 24)
    sample = [i for i in range(0, len(text), step) if not text[i].isspace()]
    # pdfium counts the angle clockwise; a text turned to the left is upright on a page turned to the right.
    turns = [-round(pdfium.FPDFText_GetCharAngle(handle, i) / (math.pi / 2)) % 4 for i in sample]
    return max(set(turns), key=turns.count) if turns else 0


def _adjacent(a: Box, b: Box) -> bool:
    # Neighbours in a word touch: side by side on a line, or one below the other in upright text.
    reach = 0.6 * max(a[3] - a[1], b[3] - b[1], 1.0)
    return b[0] - a[2] <= reach and a[0] - b[2] <= reach and b[1] - a[3] <= reach and a[1] - b[3] <= reach and _in_row(a, b)


def _in_row(a: Box, b: Box) -> bool:
    across = min(a[3], b[3]) - max(a[1], b[1])
    down = min(a[2], b[2]) - max(a[0], b[0])
    return across > 0.2 * min(a[3] - a[1], b[3] - b[1]) or down > 0.2 * min(a[2] - a[0], b[2] - b[0])


def _visible(text: str) -> str:
    return text if text.isascii() and "\x02" not in text else text.translate(_VISIBLE)


def _characters(handle: Any) -> str:
    """The characters of a text page, one for each index of pdfium; one without a code is a NUL."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (2 * count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Characters without a code, or beyond the first plane: ask one by one, so that indices stay those of pdfium.
    return "".join(_character(pdfium.FPDFText_GetUnicode(handle, i)) for i in range(count))


def _character(code: int) -> str:
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
