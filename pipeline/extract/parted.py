"""Tables of plain text with a row a line, whose cells tabs or bars part: copied from a sheet, or typed ("1 | Rà soát | Sở Y tế").

In: the text of a page.  Out: its tables, whose cells are offsets in that text.
Promise: only lines below known headings of columns are rows, and the table ends at the first line that parts no cells.
Source: rules/annex.json says what columns are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from models.text import Cell, Table
from pipeline.rules import load_rules
from pipeline.rules.columns import column_of, names_tasks

__all__ = ["parted_tables"]

FEWEST_COLUMNS, FEWEST_ROWS = 3, 2
"""Rows with that of the headings."""

TITLE_CELLS = 2
"""Cells of the title of a group of rows: its number and its words."""

_TITLE = regex.compile(r"\s*(?:[IVX]{1,5}|[A-ZĐ])[.)]?\s+\p{Lu}[^.;:]+$")
_LINE = regex.compile(r"[^\n]+")
_TAB = regex.compile(r" *\t *")
_BAR = regex.compile(r"[ \t]+\|[ \t]*")
_RULE = regex.compile(r"[\s|:\-–=+]+")


def parted_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in the order in which they stand."""
    if text.count("\t") + text.count("|") < (FEWEST_COLUMNS - 1) * FEWEST_ROWS:
        return ()
    return tuple(table for sign in (_TAB, _BAR) for table in _parted_by(sign, text))


def _parted_by(sign: regex.Pattern[str], text: str) -> Iterator[Table]:
    """The tables whose cells one sign parts: each begins with headings of columns that are known."""
    headings = load_rules("annex")
    rows: list[tuple[Cell, ...]] = []
    held: list[tuple[Cell, ...]] = []
    for line in _LINE.finditer(text):
        cells = tuple(_cells(sign, text, line.start(), line.end()))
        names = [column_of(text[slice(*cell)], headings) for cell in cells]
        if len(cells) >= FEWEST_COLUMNS and names_tasks(names):
            yield from _whole(rows)
            rows, held = [cells], []
        elif rows and _full(cells, len(rows[0])):
            rows += [_filled(row, len(rows[0])) for row in (*held, cells)]
            held = []
        elif rows and not held and (len(cells) == TITLE_CELLS or _TITLE.match(line.group())):
            held = [cells]  # the title of a group of rows, if one of them follows
        elif not _RULE.fullmatch(line.group()):
            yield from _whole(rows)
            rows, held = [], []
    yield from _whole(rows)


def _full(cells: Sequence[Cell], width: int) -> bool:
    """Whether a line is a row: all cells, or all but an empty last one, which a copied line lacks."""
    return len(cells) == width or (len(cells) == width - 1 and width > FEWEST_COLUMNS)


def _filled(row: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    return (*row, *(Cell(row[-1].end, row[-1].end) for _ in range(width - len(row))))


def _whole(rows: list[tuple[Cell, ...]]) -> Iterator[Table]:
    if len(rows) >= FEWEST_ROWS:
        yield Table(tuple(rows))


def _cells(sign: regex.Pattern[str], text: str, start: int, end: int) -> Iterator[Cell]:
    """The cells of a line; where a line begins with the sign its first cell is empty."""
    for seam in sign.finditer(text, start, end):
        yield _trimmed(text, start, seam.start())
        start = seam.end()
    yield _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Cell:
    inner = text[start:end].strip()
    begin = start + text[start:end].index(inner)
    return Cell(begin, begin + len(inner))
