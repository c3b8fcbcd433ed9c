"""Text put together from blocks, lines and table cells: what Word files and HTML pages have in common.

In: pieces of text, line ends, table cells.  Out: one text and its tables with exact spans.
Promise: no line begins or ends with white space that the source does not show; a cell's span holds its words and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from models.text import Cell, Table


@dataclass(slots=True)
class TextWriter:
    """Text that grows; a separator waits until the next word, so that none is left over at the ends."""

    parts: list[str] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    at: int = 0
    _waiting: str = ""
    _floor: int = 0
    _outer: list[int] = field(default_factory=list)

    def put(self, text: str) -> None:
        """Append words, after the separator that waits."""
        if not text:
            return
        if self._waiting:
            self._append(self._waiting)
            self._waiting = ""
        self._append(text)

    def space(self) -> None:
        """A blank before the next word, unless a line begins there."""
        if self.at > self._floor and not self._waiting:
            self._waiting = " "

    def end_line(self, *, blank: bool = False) -> None:
        """A line ends here; with `blank`, an empty line follows. At the beginning of a text or a cell nothing happens."""
        if self.at > self._floor and self._waiting != "\n\n":
            self._waiting = "\n\n" if blank else "\n"

    def open_cell(self, *, first: bool) -> int:
        """Begin a cell: on a new line where it is the first of its row, after a tab else. Returns its start."""
        if first:
            self._append("\n" if self.at > self._floor and not self._at_line_start() else "")
            self._outer.append(self._floor)
        else:
            self._append("\t")
        self._waiting = ""
        self._floor = self.at
        return self.at

    def close_cell(self, start: int) -> Cell:
        """End the cell begun at `start`."""
        self._waiting = ""
        return Cell(start, self.at)

    def end_row(self, cells: list[Cell]) -> tuple[Cell, ...]:
        """End a row: empty cells at its end fall away, with their tabs."""
        row_start = cells[0].start if cells else self.at
        while cells and cells[-1].start == cells[-1].end:
            cells.pop()
        end = cells[-1].end if cells else row_start
        while self.at > end and self.parts and self.parts[-1] == "\t":
            self.parts.pop()
            self.at -= 1
        self._floor = self._outer.pop() if self._outer else 0
        self._waiting = "\n" if self.at > self._floor else ""
        return tuple(cells)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def _append(self, text: str) -> None:
        if text:
            self.parts.append(text)
            self.at += len(text)

    def _at_line_start(self) -> bool:
        return not self.parts or self.parts[-1].endswith("\n")


def is_table(rows: list[tuple[Cell, ...]]) -> bool:
    """Whether rows are a table worth naming: at least one row of two cells."""
    return any(len(row) > 1 for row in rows)
