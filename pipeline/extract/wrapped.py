"""Tables in columns of fixed width between bars, their cells wrapped over several lines, as converters of Word files print them.

In: the text of a page.  Out: the same text, in which each row of such a table stands on one line.
Promise: no word is changed, added or lost, only put beside those of its cell; what is no such table stays letter for letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

__all__ = ["unwrap_tables"]

FEWEST_COLUMNS = 3
"""Letterheads and signatures are printed in two columns of fixed width."""

NEAR = 2
"""Characters by which the bars of a row with merged cells may stand beside those of the others: widths are rounded cell by cell."""

_NUMBER_HEADING = re.compile(r"\W*(?:S?TT|Số TT|Số thứ tự)\W*", re.IGNORECASE)
_RULE = re.compile(r"[\s|:\-–=+]*[-–=][\s|:\-–=+]*")
"""A line of dashes between two rows, or below the headings."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a table: where its bars stand, and the words between them (none on a line of dashes)."""

    bars: tuple[int, ...]
    cells: tuple[str, ...]
    rule: bool

    @classmethod
    def of(cls, text: str) -> _Line | None:
        """The line that this is, or None."""
        line = text.rstrip()
        if not line.startswith(("|", "+")) or not line.endswith(("|", "+")):
            return None
        rule = _RULE.fullmatch(line) is not None
        bars = tuple(at for at, sign in enumerate(line) if sign == "|" or (rule and sign == "+"))
        return cls(bars, tuple(cell.strip() for cell in line[1:-1].split("|")) if not rule else (), rule)

    def placed(self, grid: Sequence[int]) -> _Line | None:
        """The line with its bars where those of the table stand; None where one of them stands elsewhere."""
        near = [column for bar in self.bars for column in grid if abs(column - bar) <= NEAR]
        return replace(self, bars=tuple(near)) if len(near) == len(self.bars) == len(set(near)) else None


def unwrap_tables(text: str) -> str:
    """The text with the rows of tables of fixed width on one line each."""
    if text.count("\n|") < FEWEST_COLUMNS:
        return text
    done: list[str] = []
    held: list[str] = []
    for line in [*text.split("\n"), ""]:
        if _Line.of(line):
            held.append(line)
            continue
        done += _unwrapped(held)
        held = []
        done.append(line)
    return "\n".join(done[:-1])


def _unwrapped(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a table, a row a line; as they are where cells are not wrapped, or where it cannot be told where rows begin."""
    found = [line for text in lines if (line := _Line.of(text))]
    grid = max((line.bars for line in found), key=len, default=())
    read = [placed for line in found if (placed := line.placed(grid))]
    if len(grid) <= FEWEST_COLUMNS or len(read) < len(lines):
        return lines
    rows = list(_rows(read))
    if len(rows) < 2 or len(rows) == sum(not line.rule for line in read):
        return lines
    return ["|" + "|".join(_across(row, grid)) + "|" for row in rows]


def _rows(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines of each row; nothing where neither numbers nor lines of dashes tell where rows begin."""
    ruled = sum(line.rule for line in lines) > FEWEST_COLUMNS
    words = [line for line in lines if not line.rule]
    numbered = bool(words) and _NUMBER_HEADING.fullmatch(words[0].cells[0]) is not None
    if not (ruled or numbered) or (numbered and not ruled and sum(bool(line.cells[0]) for line in words) < 3):
        return
    row: list[_Line] = []
    for line in lines:
        opens = line.rule if ruled else not line.rule and (bool(line.cells[0]) or (bool(row) and line.bars != row[-1].bars))
        if opens and row:
            yield row
            row = []
        if not line.rule:
            row.append(line)
    if row:
        yield row


def _across(row: Sequence[_Line], grid: Sequence[int]) -> Iterator[str]:
    """The words of each column of a row; a cell that reaches over several columns stands in the first of them."""
    bars = row[0].bars
    places = {at: place for place, at in enumerate(bars[:-1])}
    for at in grid[:-1]:
        place = places.get(at)
        yield " ".join(line.cells[place] for line in row if line.cells[place]) if place is not None else ""
