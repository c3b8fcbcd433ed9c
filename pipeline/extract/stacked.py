"""Tables of plain text with a cell a line, as a page copied from the web leaves them: the headings of the columns, then the rows.

In: the text of a page.  Out: its tables, whose cells are offsets in that text.
Promise: only a run of lines that begins with a column of numbers and known headings is a table, and it ends where the rows end;
each line of a row is in one of its cells, and of a row that lacks a cell task and time stand where they belong.
Source: rules/annex.json says what columns are called, rules/stacked.json what else tells cells apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import regex

from models.text import Cell, Table
from pipeline.rules import Rule, load_rules
from pipeline.rules.columns import column_of, names_tasks, settled_columns

__all__ = ["stacked_tables"]

FEWEST_COLUMNS, MOST_COLUMNS = 4, 9
"""Columns with that of the numbers: fewer cannot be told from a list."""

FEWEST_ROWS = 3
"""With that of the headings."""

LONGEST_HEADING = 8
"""Words in the heading of a column."""

_LINE = regex.compile(r"[^\n]+")
_NUMBER = regex.compile(r"(?P<count>\d{1,3})[.)]?|(?P<below>\d{1,3}(?:\.\d{1,2}){1,2})[.)]?|(?P<group>[IVX]{1,5}|[A-ZĐ])[.)]?")


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text that hold something, and the rules."""

    text: str
    lines: tuple[Cell, ...]
    headings: tuple[Rule, ...]
    time: regex.Pattern[str]
    behind: regex.Pattern[str]

    @classmethod
    def of(cls, text: str) -> Self:
        rules = {rule.id: rule.pattern for rule in load_rules("stacked")}
        return cls(text, tuple(_lines(text)), load_rules("annex"), rules["stacked.time"], rules["stacked.behind"])

    def said(self, at: int) -> str:
        """The words of a line."""
        return self.text[slice(*self.lines[at])]

    def number(self, at: int) -> regex.Match[str] | None:
        """The number of a row, where a line holds nothing else."""
        return _NUMBER.fullmatch(self.said(at)) if at < len(self.lines) else None


def stacked_tables(text: str) -> tuple[Table, ...]:
    """The tables of a text in the order in which they stand."""
    if "TT" not in text and "hứ tự" not in text:
        return ()
    page = _Page.of(text)
    found: list[Table] = []
    at = 0
    while at < len(page.lines):
        columns = _columns(page, at)
        rows, end = _rows(page, at, columns) if columns else ([], at)
        if len(rows) >= FEWEST_ROWS:
            found.append(Table(tuple(rows)))
        at = max(end, at + 1)
    return tuple(found)


def _lines(text: str) -> Iterator[Cell]:
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        if line.strip():
            yield Cell(start, start + len(line.strip()))


def _columns(page: _Page, at: int) -> tuple[str | None, ...]:
    """What the columns hold whose headings begin at a line; empty where no table begins."""
    if column_of(page.said(at), page.headings) != "number":
        return ()
    found: list[str | None] = ["number"]
    for line in range(at + 1, min(at + MOST_COLUMNS + 1, len(page.lines))):
        if page.number(line) or len(page.said(line).split()) > LONGEST_HEADING:
            break
        found.append(column_of(page.said(line), page.headings))
    found = list(settled_columns(found))
    return tuple(found) if names_tasks(found) and FEWEST_COLUMNS <= len(found) <= MOST_COLUMNS else ()


def _rows(page: _Page, at: int, columns: Sequence[str | None]) -> tuple[list[tuple[Cell, ...]], int]:
    """The rows from the headings on, and the line behind the last."""
    rows = [page.lines[at : at + len(columns)]]
    at += len(columns)
    last = 0
    while number := page.number(at):
        last = int(number["count"] or last)
        end = _row_end(page, at, len(columns), last)
        cells = page.lines[at:end]
        if len(cells) < 2:
            break
        rows.append(cells if len(cells) == len(columns) else tuple(_placed(cells, columns, page)))
        at = end
    return rows, at


def _row_end(page: _Page, at: int, width: int, last: int) -> int:
    """Where the row that begins at a line ends: at the number that goes on, at what stands behind the table, or after all columns;
    a row of one or two lines more, which belong to its last cell, ends where the next begins. `last`: how far the rows are counted.
    """
    for end in range(at + 2, min(at + width, len(page.lines))):
        if page.behind.match(page.said(end)) or _goes_on(page, at, end, last, group=end == at + 2):
            return end
    whole = min(at + width, len(page.lines))
    more = (end for end in (whole + 1, whole + 2) if _goes_on(page, at, end, last))
    return whole if page.number(whole) else next(more, whole)


def _goes_on(page: _Page, at: int, end: int, last: int, *, group: bool = True) -> bool:
    """Whether the number at a line is that of the row behind the one at `at`; `group` tells that a group of rows may begin:
    its rows are counted anew, or on from the last row of the group before.
    """
    this, following = page.number(at), page.number(end)
    if this is None or following is None:
        return False
    if this["count"] and following["count"]:
        return int(following["count"]) == int(this["count"]) + 1
    if this["group"] and following["count"]:
        return group and int(following["count"]) in (1, last + 1)
    return following["group"] is None or this["group"] is None or group


def _placed(row: Sequence[Cell], columns: Sequence[str | None], page: _Page) -> Iterator[Cell]:
    """The cells of a row that lacks some, or has lines too many: number and task first, what tells a time in its column, the
    others on the side of it where they stand.
    """
    cells, column = list(row[2:]), columns.index("time") if "time" in columns else len(columns)
    told = (at for at, cell in enumerate(cells) if page.time.search(page.text[slice(*cell)]))
    at = next(told, None) if column < len(columns) else None
    left, right = column - 2, len(columns) - column - 1
    yield from row[:2]
    if at is None:
        yield from _filled(cells[:left], left, row[-1])
        if column < len(columns):
            yield Cell(row[-1].end, row[-1].end)
            yield from _filled(cells[left:], right, row[-1])
        return
    before, after = cells[:at], cells[at + 1 :]
    yield from _filled(before[:left], left, row[-1])
    yield cells[at] if right else Cell(cells[at].start, row[-1].end)
    yield from _filled([*before[left:], *after], right, row[-1])


def _filled(cells: Sequence[Cell], places: int, last: Cell) -> Iterator[Cell]:
    """Cells in their places: what is missing is empty, what is left over belongs to the last."""
    if len(cells) > places > 0:
        cells = [*cells[: places - 1], Cell(cells[places - 1].start, cells[-1].end)]
    yield from cells[:places]
    yield from (Cell(last.end, last.end) for _ in range(places - len(cells)))
