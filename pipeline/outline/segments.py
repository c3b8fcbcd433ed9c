"""Columns, cells and glued lines of letterheads and endings, taken apart and put together again.

In: lines of print, or of a table drawn with bars ("| BỘ Y TẾ | CỘNG HÒA ... |", or each cell between bars on lines of their own).
Out: segments: what stands in one column of one line, or in one cell where a known part was wrapped.
Promise: no character is changed; a segment knows the last line it stands on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from models.outline import Passage, Piece
from pipeline.outline.lines import Line
from pipeline.outline.patterns import OutlineRules, search

_COLUMN = regex.compile(r"[\t|]")
_DRAWN = regex.compile(r"(?<![\s\-_*=–—─])\s*+[-_*=–—─]{3,}\s*$")
"""A line drawn under a name, left at its end where the lines of a cell were glued."""

_BLANK_NUMBER = regex.compile(r"(?:Số|SỐ)\s*:?")
_CITY = regex.compile(r"(?:Thành phố|TP\.?|Tp\.?|Tỉnh)\b")
_WRAPPED = frozenset({"motto", "place_date", "number", "about", "addressees", "recipients"})
MOST_WRAPS = 3
"""Lines over which a known part is wrapped in a narrow cell: "CỘNG HÒA / XÃ HỘI CHỦ NGHĨA / VIỆT NAM"."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of one column. `index` is the last of its lines, `column` counts from the left, `columns` those of the line."""

    passage: Passage
    index: int
    column: int
    columns: int
    cell: int

    @property
    def text(self) -> str:
        """The words of the segment."""
        return self.passage.text


def is_border(line: Line) -> bool:
    """Whether the line is only the border of a drawn table."""
    return not line.text.strip("|\t ")


def columns(line: Line) -> list[Passage]:
    """What stands in the columns of a line, from left to right, parted by tabs or bars; empty columns are left out."""
    found, at = [], 0
    for piece in _COLUMN.split(line.text):
        text = _DRAWN.sub("", piece).strip()
        if text:
            start = line.start + at + piece.index(text)
            found.append(Passage(text, (Piece(0, start, start + len(text)),)))
        at += len(piece) + 1
    return found


def stands_left(line: Line, part: Passage) -> bool:
    """Whether a part of the line stands in the first of several columns, of which the others may be empty."""
    inner = line.text.removeprefix("|").removesuffix("|")
    skipped = line.text.startswith("|")
    before = line.text[skipped : part.pieces[0].start - line.start]
    return _COLUMN.search(inner) is not None and _COLUMN.search(before) is None


def segments(lines: Sequence[Line], rules: OutlineRules) -> list[Segment]:
    """The segments of some lines in reading order, wrapped parts joined, glued parts cut."""
    return _joined(list(_cut_segments(lines, rules)), rules)


def plain_segments(lines: Sequence[Line]) -> list[Segment]:
    """The columns of some lines as they stand."""
    return [
        Segment(part, index, column, len(parts), 0)
        for index, line in enumerate(lines)
        for parts in (columns(line),)
        for column, part in enumerate(parts)
    ]


def kind_of(text: str, rules: OutlineRules) -> str | None:
    """What part of a letterhead or an ending a text is: "number", "motto", "recipients" ...; None where it is none."""
    rule = rules.match("head", text) or rules.match("end", text)
    return rule.id.partition(".")[2] if rule else None


def _cut_segments(lines: Sequence[Line], rules: OutlineRules) -> Iterator[Segment]:
    cell = 0
    for index, line in enumerate(lines):
        if is_border(line):
            cell += 1
            continue
        parts = [each for part in columns(line) for each in _cut(part, rules)]
        for column, part in enumerate(parts):
            cell += len(parts) > 1
            yield Segment(part, index, column, len(parts), cell)


def _cut(part: Passage, rules: OutlineRules) -> list[Passage]:
    """Parts of a letterhead that a text extractor left in one line: "BỘ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"."""
    if rules.match("glued", part.text) is None:
        return [part]
    pieces = [part]
    for rule in rules.groups.get("seam", ()):
        pieces = [each for piece in pieces for each in _cut_at(search(rule, piece.text), piece)]
    return [bare for piece in pieces if (bare := piece.stripped(" -–—_*;,")).text]


def _cut_at(match: regex.Match[str] | None, piece: Passage) -> list[Passage]:
    if match is None:
        return [piece]
    return [piece.slice(0, match.start()), piece.slice(*match.span()), piece.slice(match.end(), len(piece.text))]


def _joined(parts: Sequence[Segment], rules: OutlineRules) -> list[Segment]:
    found: list[Segment] = []
    at = 0
    while at < len(parts):
        count = next((n for n in range(2, MOST_WRAPS + 1) if _wraps(parts[at : at + n], n, rules)), 1)
        first, last = parts[at], parts[at + count - 1]
        passage = first.passage
        for part in parts[at + 1 : at + count]:
            passage = passage.plus(part.passage)
        found.append(Segment(passage, last.index, first.column, first.columns, first.cell))
        at += count
    return found


def _wraps(parts: Sequence[Segment], count: int, rules: OutlineRules) -> bool:
    """Whether the parts are one known part that was wrapped."""
    if len(parts) < count or len({part.cell for part in parts}) > 1:
        return False
    first, second = parts[0].text, parts[1].text
    whole = " ".join(part.text for part in parts)
    if _BLANK_NUMBER.fullmatch(first):
        return count == 2 and rules.match("symbol", second) is not None
    if kind_of(first, rules) is not None or (kind := kind_of(whole, rules)) not in _WRAPPED:
        return False
    if kind == "place_date" and kind_of(second, rules) == kind and not second.lower().startswith("ngày"):
        return _CITY.match(first) is not None and count == 2
    return kind != "place_date" or not first.isupper()
