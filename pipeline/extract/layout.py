"""Words with boxes laid out as text: lines in reading order, tabs between columns, blank lines where the paper has a gap.

In: the words of a page in the order of the content, and the ruled grids on it.  Out: the text, its words and its tables.
Promise: each word is in the text exactly once, at the offsets its `Word` gives; words are sorted by offset.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from models.text import Box, Cell, Table, Word
from pipeline.extract.grid import Grid
from pipeline.extract.pdf_words import PlacedWord

SameObject = Callable[[int, int], bool]
Split = Callable[[PlacedWord, float], list[PlacedWord]]

# A gap between words of one line parts columns when it is wider than this many line heights (a line height is about
# 1.15 em, a blank 0.25 em; justified lines of Vietnamese measured up to 0.9 em) ...
_COLUMN_GAP = 1.0
# ... and this many times the common gap of its line: a stretched line is stretched everywhere.
_COLUMN_RATIO = 2.5
# A step from line to line of more than this many common steps is a gap of the paper ("markedly larger").
_BLANK_STEP = 1.65


@dataclass(slots=True)
class Line:
    """Words side by side, from left to right, with the vertical range of the tallest."""

    top: float
    bottom: float
    words: list[PlacedWord] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Left edge of the first word."""
        return self.words[0].box[0]

    @property
    def right(self) -> float:
        """Right edge of the last word."""
        return self.words[-1].box[2]


@dataclass(slots=True)
class LaidOut:
    """The text of a page while it is put together; `at` is the length so far."""

    parts: list[str] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    at: int = 0

    def put(self, text: str) -> None:
        """Append text that is no word."""
        self.parts.append(text)
        self.at += len(text)

    def put_line(self, line: Line, same_object: SameObject) -> None:
        """Append the words of a line with the white space between them."""
        gaps = _separators(line, same_object)
        for word, gap in zip(line.words, gaps, strict=True):
            if gap:
                self.put(gap)
            start = self.at
            self.put(word.text)
            self.words.append(Word(start, self.at, word.box, word.confidence))

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)


def lay_out(words: Sequence[PlacedWord], grids: Sequence[Grid], same_object: SameObject, split: Split) -> LaidOut:
    """The page as text: lines from top to bottom, a grid where its first row stands."""
    page = LaidOut()
    free, inside = _share_out(_cut_at_borders(words, grids, split) if grids else words, grids)
    blocks: list[tuple[float, Line | int]] = [(line.top, line) for line in group_lines(free)]
    blocks += [(grid.bbox[1], index) for index, grid in enumerate(grids) if any(inside[index])]
    blocks.sort(key=lambda block: block[0])
    step = _common_step([block for _, block in blocks if isinstance(block, Line)])
    bottom_top: float | None = None
    for top, block in blocks:
        if bottom_top is not None:
            page.put("\n\n" if top - bottom_top > _BLANK_STEP * step else "\n")
        if isinstance(block, Line):
            page.put_line(block, same_object)
            bottom_top = block.top
        else:
            _put_grid(page, grids[block], inside[block], same_object)
            bottom_top = grids[block].bbox[3] - step
    return page


def group_lines(words: Iterable[PlacedWord]) -> list[Line]:
    """Words grouped to lines by their boxes, from top to bottom, each from left to right."""
    lines: list[Line] = []
    for run in sorted(_runs(words), key=lambda run: (run.top, run.left)):
        home = next((line for line in reversed(lines[-12:]) if _one_line(line, run)), None)
        if home is None:
            lines.append(run)
        else:
            home.words += run.words
            # The range of the tallest stays the measure: a raised footnote mark does not widen its line.
            if run.bottom - run.top > home.bottom - home.top:
                home.top, home.bottom = run.top, run.bottom
    for line in lines:
        line.words.sort(key=lambda word: word.box[0])
    lines.sort(key=lambda line: (line.top, line.left))
    return lines


def _runs(words: Iterable[PlacedWord]) -> list[Line]:
    """Words that follow each other in the content on one line: most lines of a page are one run."""
    runs: list[Line] = []
    for word in words:
        box = word.box
        last = runs[-1] if runs else None
        if last is not None and box[0] >= last.right - 1.0 and _overlap(last, box) >= 0.7 * _least_height(last, box):
            last.words.append(word)
            if box[3] - box[1] > last.bottom - last.top:
                last.top, last.bottom = box[1], box[3]
        else:
            runs.append(Line(box[1], box[3], [word]))
    return runs


def _one_line(line: Line, run: Line) -> bool:
    box: Box = (run.left, run.top, run.right, run.bottom)
    if _overlap(line, box) < 0.5 * _least_height(line, box):
        return False
    # Upright text and stamps set over the text are lines of their own; so is what would cover words of the line.
    if max(run.bottom - run.top, line.bottom - line.top) > 2.5 * min(run.bottom - run.top, line.bottom - line.top):
        return min(run.bottom - run.top, line.bottom - line.top) > 0 and run.bottom - run.top < 3 * (line.bottom - line.top)
    return True


def _overlap(line: Line, box: Box) -> float:
    return min(line.bottom, box[3]) - max(line.top, box[1])


def _least_height(line: Line, box: Box) -> float:
    return max(0.1, min(line.bottom - line.top, box[3] - box[1]))


def _separators(line: Line, same_object: SameObject) -> list[str]:
    """What stands before each word of a line: nothing before the first, then a blank, blanks, or a tab."""
    words = line.words
    if len(words) == 1:
        return [""]
    gaps = [b.box[0] - a.box[2] for a, b in pairwise(words)]
    height = line.bottom - line.top
    wide = _COLUMN_GAP * height
    if max(gaps) <= wide:
        return ["", *(" " for _ in gaps)]
    # The widest gap is no measure of the common one; a line of two words has none.
    common = max([0.2 * height, *((median(sorted(gaps)[:-1]),) if len(gaps) > 1 else ())])
    found = [""]
    for a, b, gap in zip(words, words[1:], gaps, strict=False):
        if gap <= wide or gap <= _COLUMN_RATIO * common:
            found.append(" ")
        elif same_object(a.last, b.first):
            found.append(" " * max(2, min(40, round(gap / (0.22 * height)))))  # a blank is about 0.22 line heights
        else:
            found.append("\t")
    return found


def _common_step(lines: Sequence[Line]) -> float:
    """The usual distance from line to line; without two lines, so large that nothing is a gap."""
    steps = [b.top - a.top for a, b in pairwise(lines)]
    steps = [step for step in steps if step > 3.0]  # two columns side by side step by less
    return median(steps) if steps else 1e9


def _cut_at_borders(words: Sequence[PlacedWord], grids: Sequence[Grid], split: Split) -> list[PlacedWord]:
    """Words in which letters of two cells run together (the columns almost touch), cut at the border."""
    found: list[PlacedWord] = []
    for word in words:
        border = next((at for grid in grids if (at := grid.border_within(word.box)) is not None), None)
        found.extend([word] if border is None else split(word, border))
    return found


def _share_out(words: Sequence[PlacedWord], grids: Sequence[Grid]) -> tuple[list[PlacedWord], list[list[list[PlacedWord]]]]:
    """The words outside of all grids, and for each grid the words of each of its cells."""
    inside: list[list[list[PlacedWord]]] = [[[] for _ in grid.cells] for grid in grids]
    if not grids:
        return list(words), inside
    free: list[PlacedWord] = []
    for word in words:
        x, y = (word.box[0] + word.box[2]) / 2, (word.box[1] + word.box[3]) / 2
        for grid, cells in zip(grids, inside, strict=True):
            place = grid.cell_at(x, y)
            if place is not None:
                cells[place].append(word)
                break
        else:
            free.append(word)
    return free, inside


def _put_grid(page: LaidOut, grid: Grid, cells: Sequence[Sequence[PlacedWord]], same_object: SameObject) -> None:
    """Append a table row by row: cells joined by tabs, lines of a cell by line ends; trailing empty cells fall away."""
    rows: list[tuple[Cell, ...]] = []
    for row in grid.rows:
        filled = [place for place, index in enumerate(row) if index is not None and cells[index]]
        if not filled:
            continue
        if rows:
            page.put("\n")
        done: list[Cell] = []
        for place, index in enumerate(row[: filled[-1] + 1]):
            if place:
                page.put("\t")
            start = page.at
            for number, line in enumerate(group_lines(cells[index]) if index is not None else ()):
                if number:
                    page.put("\n")
                page.put_line(line, same_object)
            done.append(Cell(start, page.at))
        rows.append(tuple(done))
    page.tables.append(Table(tuple(rows)))
