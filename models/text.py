"""A document as it was read: pages of text, words with boxes, and why this source of the text was chosen.

In: what `extract` and `recover` found.  Out: `Document`, the one text that every later span points into.
Promise: `Document.text` is the pages joined by form feeds (what `giaoviec text` prints), and each span of it leads to a page,
to boxes on that page and to the text as it was before any repair.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property, reduce
from typing import NamedTuple

from models.packet import Packet
from models.spans import IDENTITY, Span, SpanMap

Box = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in PDF points (1/72 inch) from the top left corner of the page."""

PAGE_BREAK = "\f"


class PageSource(StrEnum):
    """Where the text of a page came from."""

    TEXT_LAYER = "text_layer"
    OCR = "ocr"
    RECOVERED = "recovered"
    PLAIN = "plain"


class Word(NamedTuple):
    """A run of characters without white space: `page.raw[start:end]` stands inside `box`.

    `confidence` (0 to 1) is how sure OCR was of it; None where nobody had to guess.
    """

    start: int
    end: int
    box: Box
    confidence: float | None = None


class Doubt(NamedTuple):
    """`text[start:end]` is a word that the recovery was not sure of; `candidates` are what else it may be, itself among them."""

    start: int
    end: int
    candidates: tuple[str, ...]


class PlacedLine(NamedTuple):
    """A line of a page's text, or its part in one of several columns: `page.text[start:end]` stands inside `box`."""

    start: int
    end: int
    box: Box


class Cell(NamedTuple):
    """A cell of a table: `page.raw[start:end]` is its text."""

    start: int
    end: int


class Mark(NamedTuple):
    """A stamp, a seal or figures written by hand on the picture of a page: its kind, what it says (perhaps nothing), its place.

    A mark is no part of the page's text; `SECRECY` marks keep a document out of the register.
    """

    kind: str
    text: str
    box: Box


SECRECY = "secrecy"
"""The kind of a mark that says MẬT, TỐI MẬT or TUYỆT MẬT."""
URGENCY = "urgency"
"""The kind of a mark that says KHẨN, THƯỢNG KHẨN or HỎA TỐC."""
COPY = "copy"
"""The kind of a mark that says what kind of copy a paper is: SAO Y, SAO LỤC, TRÍCH SAO."""


class Table(NamedTuple):
    """A table: rows of cells from top to bottom, left to right; cells of a row may be fewer than the columns."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    `raw` is the text as the file gives it, `text` the same after repair, `back` the way from `text` to `raw`.
    Words and cells have offsets in `raw`, doubts in `text`. `quality` is the share (0 to 1) of valid Vietnamese syllables among
    the words of letters; `healthy` says whether the text can be relied on, `reason` why this source was taken or refused.
    A tab in the text parts columns that stand side by side.
    """

    number: int
    raw: str
    text: str
    source: PageSource
    reason: str
    quality: float
    healthy: bool = True
    back: SpanMap = IDENTITY
    words: tuple[Word, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    tables: tuple[Table, ...] = ()
    marks: tuple[Mark, ...] = ()
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What is known of the file itself. `sha256` is the hex digest of its bytes, `size` their number.

    `signed_at` is the signing time of an electronic signature in the file, `form_values` the texts of form fields and
    annotation appearances: in signed files number and date may live there.
    """

    name: str
    sha256: str
    size: int
    media: str
    signed_at: date | None = None
    form_values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Document:
    """A document as read: its file, its pages, and warnings of the reading (Vietnamese sentences).

    Of a packet `packet` tells the header and which pages came from which of its files.
    """

    file: FileFacts
    pages: tuple[Page, ...]
    warnings: tuple[str, ...] = field(default=())
    packet: Packet | None = None

    @cached_property
    def text(self) -> str:
        """The repaired text: pages joined by form feeds."""
        return PAGE_BREAK.join(page.text for page in self.pages)

    @cached_property
    def raw(self) -> str:
        """The text as the file gives it: pages joined by form feeds."""
        return PAGE_BREAK.join(page.raw for page in self.pages)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return _page_starts(page.text for page in self.pages)

    @cached_property
    def _raw_starts(self) -> tuple[int, ...]:
        return _page_starts(page.raw for page in self.pages)

    @cached_property
    def doubts(self) -> tuple[Doubt, ...]:
        """The doubtful words of all pages, with offsets in `text`."""
        starts = zip(self._starts, self.pages, strict=True)
        return tuple(doubt._replace(start=at + doubt.start, end=at + doubt.end) for at, page in starts for doubt in page.doubts)

    def page_at(self, offset: int) -> Page:
        """The page on which the character `text[offset]` stands."""
        return self.pages[max(0, bisect_right(self._starts, offset) - 1)]

    def page_start(self, number: int) -> int:
        """Offset in `text` of the first character of page `number` (1-based)."""
        return self._starts[number - 1]

    def to_raw(self, span: Span) -> Span:
        """The span of `raw` that `span` of `text` came from; a span must lie within one page."""
        page = self.page_at(span[0])
        here, there = self._starts[page.number - 1], self._raw_starts[page.number - 1]
        start, end = page.back.back((span[0] - here, span[1] - here))
        return there + start, there + end

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """One box per line of print that `span` of `text` covers; none where the page has no boxes."""
        page = self.page_at(span[0])
        if not page.words:
            return ()
        here = self._starts[page.number - 1]
        start, end = page.back.back((span[0] - here, span[1] - here))
        first = bisect_right(page.words, start, key=lambda word: word.end)
        lines: list[Box] = []
        for word in page.words[first:]:
            if word.start >= end:
                break
            if lines and _same_line(lines[-1], word.box):
                lines[-1] = _union(lines[-1], word.box)
            else:
                lines.append(word.box)
        return tuple(lines)

    def placed_lines(self, page: Page) -> tuple[PlacedLine, ...]:
        """The lines of a page with their places, counted in the page's text; none where the page has no places."""
        found = []
        for part in re.finditer(r"[^\n\t]+", page.text) if page.words else ():
            here = self._starts[page.number - 1]
            boxes = self.boxes((here + part.start(), here + part.end()))
            if boxes and part[0].strip():
                x0, top, x1, low = reduce(_union, boxes)
                found.append(PlacedLine(part.start(), part.end(), (round(x0, 1), round(top, 1), round(x1, 1), round(low, 1))))
        return tuple(found)


def _page_starts(texts: Iterable[str]) -> tuple[int, ...]:
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text) + len(PAGE_BREAK))
    return tuple(starts[:-1])


def _same_line(line: Box, word: Box) -> bool:
    # Words of one line overlap by half their height and follow each other from left to right. Asked for each word of each
    # piece of evidence: comparisons instead of `min` and `max` halve the time.
    left, top, _, low = line
    word_left, word_top, _, word_low = word
    if word_left < left:
        return False
    overlap = (low if low < word_low else word_low) - (top if top > word_top else word_top)
    height, word_height = low - top, word_low - word_top
    return overlap >= 0.5 * (height if height < word_height else word_height)


def _union(a: Box, b: Box) -> Box:
    left, top, right, low = a
    x0, y0, x1, y1 = b
    return (left if left < x0 else x0, top if top < y0 else y0, right if right > x1 else x1, low if low > y1 else y1)
