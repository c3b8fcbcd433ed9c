"""Tables typed with bars in plain text: a row a line ("| 1 | Rà soát ... |"), or a cell a line with a bar alone between cells.

In: the text of a page.  Out: its tables, whose cells are offsets in that text.
Promise: the text stays as it is; what has fewer than three columns or two rows is no table (letterheads are typed with bars too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from models.text import Cell, Table

__all__ = ["bar_tables"]

FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
MOST_COLUMNS = 40
"""A wider run of bars is no table of an office."""

_BAR = re.compile(r"^[ \t]*\|[ \t]*$", re.MULTILINE)
_ROW = re.compile(r"^[ \t]*(?P<bar>\|?)(?P<cells>[^\n]*\|)[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[\s|:\-–=+]*$")
_ROW_NUMBER = re.compile(r"^\W*(?:\d{1,3}(?:\.\d{1,3}){0,2}|[IVX]{1,5}|[a-zđA-ZĐ]|[-–+])[.)]?\W*$")
_NUMBER_COLUMN = re.compile(r"^\W*S?TT\W*$", re.IGNORECASE)
_LABEL = re.compile(r":\W*$")
_APART = re.compile(r"[ \t]*\n[ \t]*\n\s*[^\s|]")
"""A blank line behind a bar, then words: the table ends there; a cell begins on the next line."""
_LONGEST_CELL = 4_000
"""Characters: two bars further apart belong to two tables, and what stands between them is the document."""
SOON = 3
"""Rows within which the next number is looked for, behind a row whose cells are not as many as the columns."""
MOST_BROKEN = 0.3
"""Share of rows without their first cell, above which the rows are lines of print, each holding pieces of cells."""


def bar_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in the order in which they stand."""
    if text.count("|") < FEWEST_COLUMNS * FEWEST_ROWS:
        return ()
    tables = [*_of_rows(text), *_of_cells(text)]
    return tuple(sorted((table for table in tables if _is_table(table, text)), key=lambda table: table.rows[0][0].start))


def _is_table(table: Table, text: str) -> bool:
    first = [text[cell.start : cell.end] for cell in table.rows[0]]
    labels = sum(1 for cell in first if _LABEL.search(cell))
    broken = sum(1 for row in table.rows if row[0].start == row[0].end)
    whole = broken <= MOST_BROKEN * len(table.rows)
    return whole and len(first) >= FEWEST_COLUMNS and len(table.rows) >= FEWEST_ROWS and not labels


def _of_rows(text: str) -> Iterator[Table]:
    """Rows that stand on lines of their own, one below the other; a line of dashes below the heading is no row. Rows without a bar
    before their first cell ("1 | Rà soát ... |") are those of a table where it opens with a column of numbers.
    """
    rows: list[tuple[Cell, ...]] = []
    end, bare = -1, False
    for match in _ROW.finditer(text):
        cells = tuple(_cells(text, match.start("cells"), match.end("cells")))
        opens = not match["bar"] and _NUMBER_COLUMN.match(text[cells[0].start : cells[0].end]) is not None
        if not (match["bar"] or opens or (rows and bare)):
            continue
        if rows and (opens or text[end : match.start()].strip()):
            yield Table(tuple(rows))
            rows = []
            if not (match["bar"] or opens):
                continue
        bare = bare if rows else not match["bar"]
        end = match.end()
        if not _RULE.match(match.group("cells")):
            rows.append(cells)
    if rows:
        yield Table(tuple(rows))


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    while start < end:
        bar = text.index("|", start, end)
        yield _trimmed(text, start, bar)
        start = bar + 1


def _trimmed(text: str, start: int, end: int) -> Cell:
    """The cell without the white space around it; an empty one has no length."""
    inner = text[start:end].strip()
    if not inner.strip("* _"):  # "** **" is an empty cell in bold
        return Cell(start, start)
    begin = start + text[start:end].index(inner)
    return Cell(begin, begin + len(inner))


def _of_cells(text: str) -> Iterator[Table]:
    """Cells that stand on lines of their own between lines that hold nothing but a bar."""
    bars = [(match.start(), match.end()) for match in _BAR.finditer(text)]
    run: list[Cell] = []
    for (_, end), (start, _) in pairwise(bars):
        if _APART.match(text, end, start) or start - end > _LONGEST_CELL:
            yield from _table_of(run, text)
            run = []
        else:
            run.append(_trimmed(text, end, start))
    yield from _table_of(run, text)


def _table_of(cells: Sequence[Cell], text: str) -> Iterator[Table]:
    """The tables of a run of cells: what stands before a column of numbers belongs to the document or is a caption."""
    starts = [at for at, cell in enumerate(cells) if _NUMBER_COLUMN.match(text[cell.start : cell.end])]
    if not starts:
        yield from _parted(cells, text, numbered=False)
    for start, end in pairwise([*starts, len(cells) + 1]):
        yield from _parted(cells[start : end - 1], text, numbered=True)


def _parted(cells: Sequence[Cell], text: str, *, numbered: bool) -> Iterator[Table]:
    """Rows of a table: between the bar that closes a row and the one that opens the next there is an empty cell. `numbered` tells
    that a column of numbers is there by which rows are found again where cells are merged.
    """
    width = next((i for i, cell in enumerate(cells) if _empty(cell)), len(cells))
    if not FEWEST_COLUMNS <= width <= MOST_COLUMNS:
        return
    rows = []
    at = 0
    while at < len(cells):
        if numbered and at + 1 < len(cells) and _opens_row(cells, at, text):
            at += 1  # the row above had a cell more
        end = _row_end(cells, at, width, text)
        if numbered and end < len(cells) and not _empty(cells[end]):
            following = _next_number(cells, at, width, text)
            end = _group_end(cells, at, following or end)
            rows.append(tuple(cells[at:end][:width]))
            if following is None:
                break  # what stands here is no row: the table is over
        else:
            rows.append(tuple(cells[at:end]))
        at = end + 1
    yield Table(tuple(rows))


def _empty(cell: Cell) -> bool:
    return cell.start == cell.end


def _row_end(cells: Sequence[Cell], at: int, width: int, text: str) -> int:
    """Where the row that begins at `at` ends: after all columns, or sooner where cells are merged and a numbered row follows."""
    for end in range(at + 1, min(at + width, len(cells) - 1)):
        if _opens_row(cells, end, text):
            return end
    return min(at + width, len(cells))


def _opens_row(cells: Sequence[Cell], at: int, text: str) -> bool:
    """Whether a cell is what stands empty in front of a row with a number."""
    return _empty(cells[at]) and _ROW_NUMBER.match(text[cells[at + 1].start : cells[at + 1].end]) is not None


def _next_number(cells: Sequence[Cell], at: int, width: int, text: str) -> int | None:
    """Where the next numbered row opens behind one whose cells are not as many as the columns, None where none does soon."""
    soon = range(at + width, min(at + SOON * width, len(cells) - 1))
    return next((end for end in soon if _opens_row(cells, end, text)), None)


def _group_end(cells: Sequence[Cell], at: int, end: int) -> int:
    """Where a row ends that may be that of a group, its number and title, with a row of headings of its own behind it."""
    return next((place for place in range(at + 1, min(at + 3, end)) if _empty(cells[place])), end)
