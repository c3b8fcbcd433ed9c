"""Lines of a document with their place on the page, and the shape of its print: margins, width, wrapped or not.

In: a `Document`.  Out: `Line` values in reading order and the `Layout` they were set in.
Promise: `document.text[line.start:line.end]` is the line without the white space around it; no character is skipped.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from models.text import Document, Page
from pipeline.outline.markers import read_marker
from pipeline.outline.sentences import ends_sentence, goes_on, in_capitals

UNWRAPPED_LENGTH = 170
"""Characters: a line of 14-point print on A4 holds about 80, in small tables 110; a longer one is a whole paragraph."""

CENTRED = " " * 20
"""Blanks before a line of plain text that was centred."""

LONG, MOST_CUT, MOST_OPEN = 50, 0.15, 0.3
"""Where at most this share of the lines of so many characters stop in the middle of a sentence, and hardly more end without a sign,
each is a paragraph: of the long lines of wrapped texts four in ten are cut so, and more."""

PRINTED = 100
"""Characters of the longest line of running print; a longer one that ends with its sentence was set by hand."""

TITLE_ENDS = 15
"""Characters of the first line that ends with a sign: letterhead and title, set in several lines in any text, are over."""

_SET_IN = re.compile(r"(?:\t| {4,19})\S")
"""A tab or some blanks before a paragraph; more of them set a line in the middle."""

FULL_SHARE = 0.82
"""A line at least this share of the usual width is full: the next line may be its continuation (justified print ragged by OCR
and by letter widths)."""

FULL_GAP = 24.0
"""Points short of the right margin up to which a line counts as full: one long word did not fit (14 points x 1.7)."""

INDENT = 9.0
"""Points right of the left margin from which a line counts as indented (NĐ 30/2020 asks 1 cm to 1.27 cm, 28 to 36 points)."""


FEWEST_BREAKS, ROOM = 6, 0.1
"""Breaks inside a sentence that tell how lines were wrapped, and which share of them may come early (long names are kept whole)."""

FEWEST_CUTS, SLACK = 3, 3
"""Broken sentences that tell nearly as well how lines were wrapped, and the characters that so few may be wrong by."""

FEWEST_ITEMS, MOST_PARTED, MOST_BROKEN = 8, 0.9, 0.06
"""Where at least so many numbered lines, and this share of them, follow a blank line, and hardly a line that goes on in lower case
does, paragraphs are parted by blank lines (a cell of a table may be broken by one)."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print. `x0`, `x1` are its left and right ends in points where the page has boxes; `gap` the blank lines above.

    `page_top` and `page_end` tell the first and the last line of a page, `centred` one that stands far from the margin, `typed`
    one that a tab or some blanks set in, `cut` how many characters stood before it on a line that was taken apart.
    """

    text: str
    start: int
    end: int
    page: int
    gap: int = 0
    x0: float | None = None
    x1: float | None = None
    page_top: bool = False
    page_end: bool = False
    centred: bool = False
    typed: bool = False
    table: int = -1
    cut: int = 0

    @property
    def reach(self) -> int:
        """Characters from the margin to the end of the line, those cut off in front of it among them."""
        return self.cut + len(self.text)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the text is set: `width` in characters of a full line, margins in points (None without boxes).

    `wrapped` is false where each line is a whole paragraph; `gaps_tell` is true where blank lines part paragraphs only,
    `parted` where a blank line stands before each, so that a line without one goes on. `room` is what a line and the first
    word of the next have together, in characters, where a sentence goes on: with less, the word would have stood on the line
    (0: not known). `typed` is true where only paragraphs are set in by tabs or blanks.
    """

    width: int
    wrapped: bool
    gaps_tell: bool
    left: float | None = None
    right: float | None = None
    parted: bool = False
    room: int = 0
    typed: bool = False

    def set_in(self, line: Line) -> bool:
        """Whether a tab or blanks in front of the line tell that a paragraph begins."""
        return self.typed and line.typed

    def stops_early(self, line: Line, after: Line) -> bool:
        """Whether a line ends though the first word of the next would have fitted on it: its paragraph is over."""
        return _together(line, after) < self.room

    def full(self, line: Line) -> bool:
        """Whether the line fills the width, so that its sentence may go on in the next line."""
        if self.right is not None and line.x1 is not None:
            return line.x1 >= self.right - FULL_GAP
        return line.reach >= FULL_SHARE * self.width

    def indented(self, line: Line) -> bool | None:
        """Whether the line stands right of the margin; None where that is not known."""
        if self.left is None or line.x0 is None:
            return None
        return line.x0 >= self.left + INDENT


def read_lines(document: Document) -> tuple[Line, ...]:
    """The lines of all pages that carry text; empty lines are counted in `gap` of the next."""
    lines: list[Line] = []
    for page in document.pages:
        lines += _page_lines(page, document.page_start(page.number))
    return tuple(lines)


def measure(lines: Sequence[Line]) -> Layout:
    """The layout that most lines agree on."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) >= 30 and line.table < 0)
    if not lengths:
        return Layout(80, wrapped=False, gaps_tell=True)
    longest = lengths[int(0.97 * (len(lengths) - 1))]
    wrapped = longest <= UNWRAPPED_LENGTH and not _whole(lines) and not _mostly_long(lengths)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    boxed = [line for line in lines if line.x0 is not None and line.x1 is not None and len(line.text) >= 40]
    if len(boxed) < 3:
        return Layout(
            width,
            wrapped,
            _gaps_tell(lines),
            parted=_parted(lines),
            room=_room(lines, width) if wrapped else 0,
            typed=_typed(lines),
        )
    left = Counter(round(line.x0 or 0) for line in boxed).most_common(2)
    ends = sorted(line.x1 or 0 for line in boxed)
    return Layout(width, wrapped, _gaps_tell(lines), float(min(x for x, _ in left)), ends[int(0.9 * (len(ends) - 1))])


def _together(line: Line, after: Line) -> int:
    return line.reach + 1 + len(after.text.split(maxsplit=1)[0])


def _room(lines: Sequence[Line], width: int) -> int:
    """What nine of ten lines that a sentence runs over have together with the first word of the next; all of them, if few."""
    wide = [(line, after) for line, after in pairwise(lines) if len(line.text) >= width / 2]
    breaks = sorted(_together(line, after) for line, after in wide if _continues(after))
    if len(breaks) >= FEWEST_BREAKS:
        return breaks[int(ROOM * len(breaks))]
    cuts = [_together(line, after) for line, after in wide if len(line.text) >= FULL_SHARE * width and _cut(line, after)]
    return min(cuts) - SLACK if len(cuts) >= FEWEST_CUTS else 0


def _typed(lines: Sequence[Line]) -> bool:
    """Whether several lines are set in, and none of those that go on in the middle of a sentence."""
    return sum(line.typed for line in lines) >= FEWEST_CUTS and not any(line.typed and _continues(line) for line in lines)


def _mostly_long(lengths: Sequence[int]) -> bool:
    """Whether most of the text stands in lines too long for print, few as they may be."""
    return sum(length for length in lengths if length > UNWRAPPED_LENGTH) > sum(lengths) / 2


def _whole(lines: Sequence[Line]) -> bool:
    """Whether the lines are whole paragraphs, though none is too long for print: hardly a sentence runs over from one to the next.

    Lines with boxes are print, and so is a text that ends no long line with a sign.
    """
    pairs = [(line, after) for line, after in pairwise(lines) if line.table < 0 and line.x0 is None]
    body = dropwhile(lambda pair: len(pair[0].text) < TITLE_ENDS or not ends_sentence(pair[0].text), pairs)
    long = [(line, after) for line, after in body if len(line.text) >= LONG]
    ended = [len(line.text) for line, _ in long if ends_sentence(line.text)]
    if not ended or sum(_cut(line, after) for line, after in long) > MOST_CUT * len(long):
        return False
    return max(ended) > PRINTED or sum(_left_open(line, after) for line, after in long) <= MOST_OPEN * len(long)


def _cut(line: Line, after: Line) -> bool:
    """Whether a line stops in the middle of its sentence: "… hoàn thành trước" + "ngày 31/8", "… theo mẫu số" + "03/CK"."""
    if ends_sentence(line.text) or in_capitals(after.text):
        return False
    return goes_on(line.text) or _continues(after) or (after.text[0].isdigit() and read_marker(after.text) is None)


def _left_open(line: Line, after: Line) -> bool:
    """Whether a line ends without a sign and is no heading, in capitals or numbered above a paragraph of its own."""
    if ends_sentence(line.text) or in_capitals(line.text) or in_capitals(after.text):
        return False
    marker = read_marker(line.text)
    return marker is None or marker.bullet or read_marker(after.text) is not None


def _continues(line: Line) -> bool:
    """Whether a line begins in lower case, as the middle of a sentence does."""
    return line.text[0].islower() and read_marker(line.text) is None


def _page_lines(page: Page, offset: int) -> list[Line]:
    boxes = _LineEnds(page)
    found: list[Line] = []
    at = gap = 0
    for raw in page.text.split("\n"):
        text = raw.strip()
        if text:
            start = at + raw.index(text)
            x0, x1 = boxes(start, start + len(text))
            found.append(
                Line(
                    text,
                    offset + start,
                    offset + start + len(text),
                    page.number,
                    gap,
                    x0,
                    x1,
                    page_top=not found,
                    centred=raw.startswith(CENTRED),
                    typed=_SET_IN.match(raw) is not None,
                )
            )
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    if found:
        last = found[-1]
        found[-1] = replace(last, page_end=True)
    return found


class _LineEnds:
    """Left and right ends of successive lines; the words of a page are walked through once."""

    def __init__(self, page: Page) -> None:
        self.page, self.next = page, 0

    def __call__(self, start: int, end: int) -> tuple[float | None, float | None]:
        lo, hi = self.page.back.back((start, end))
        words = self.page.words
        while self.next < len(words) and words[self.next].end <= lo:
            self.next += 1
        inside = []
        while self.next < len(words) and words[self.next].start < hi:
            inside.append(words[self.next].box)
            self.next += 1
        if not inside:
            return None, None
        return min(box[0] for box in inside), max(box[2] for box in inside)


_RECIPIENTS = re.compile(r"\W*N[ơo]i nh[ậâa]n\b", re.IGNORECASE)


def _parted(lines: Sequence[Line]) -> bool:
    items: list[bool] = []
    middle: list[bool] = []
    recipients = False
    for line in lines:
        marker = read_marker(line.text)
        # Recipients stand close together whatever the rest of the page does.
        recipients = _RECIPIENTS.match(line.text) is not None or (recipients and marker is not None and marker.bullet)
        if marker is None and line.text[0].islower():
            middle.append(line.gap > 0)
        elif marker is not None and line.text[marker.end :].strip() and not recipients:  # a number alone is a cell
            items.append(line.gap > 0)
    often = len(items) >= FEWEST_ITEMS and sum(items) >= MOST_PARTED * len(items)
    return often and sum(middle) <= MOST_BROKEN * len(middle)


def _gaps_tell(lines: Sequence[Line]) -> bool:
    # A line that goes on in lower case is the middle of a sentence: where such lines have blank lines above them (texts
    # taken from PDF by a poor tool), blank lines say nothing.
    middle = [line for line in lines if _continues(line)]
    return not middle or sum(line.gap > 0 for line in middle) <= 0.03 * len(middle)
