"""The rows of an edited list, wherever people moved them.

In: the sheets of a workbook.  Out: `ListRow`s, each with its key and its cells by column; `RowPlan`, what shall become of a row.
Promise: a column is known by its header, not by its place; sheets without our header are passed over; every row below one is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from models.errors import BadList
from models.register import TaskChanges, TaskStatus
from pipeline.exchange.workbook import Line, Sheet
from pipeline.export.keys import KEY_COLUMN, RowKey, read_key
from pipeline.export.words import BOOK_COLUMNS, BOOK_SHEET, NO_TASKS, TASK_COLUMNS, Pair
from pipeline.register.additions import NewTask
from pipeline.rules.folding import fold

__all__ = ["COLUMNS", "Difference", "Fate", "ListRow", "RowPlan", "filled_book", "list_rows"]

COLUMNS = ("position", "text", "leads", "coordinators", "deadline_words", "deadline", "number", "issued", "page", "status", "notes")
"""Short names of TASK_COLUMNS, in their order."""
_BY_HAND = (*BOOK_COLUMNS[:2], *BOOK_COLUMNS[6:9])
"""What the export leaves empty in the book of documents for the clerk."""
_MOST_ABOVE = 60
"""Lines above the table in which a header is looked for: people put letterheads and remarks there."""


class Fate(StrEnum):
    """What becomes of a row."""

    CHANGE = "change"
    ADD = "add"
    UNCHANGED = "unchanged"
    CONFLICT = "conflict"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Difference:
    """A value before and after, in words."""

    field: Pair
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row of a list: sheet and line for the report, the key (None in a row that people added), the cells by column."""

    sheet: str
    line: int
    key: RowKey | None
    spoilt_key: bool
    cells: Mapping[str, object]

    def edited(self, column: str) -> bool:
        """Whether a person changed this cell; a column that was taken out of the list was not edited."""
        return column in self.cells and (self.key is None or not self.key.holds(COLUMNS.index(column), self.cells[column]))

    @property
    def edits(self) -> frozenset[str]:
        """The columns that a person changed; the running number is nobody's."""
        return frozenset(column for column in COLUMNS[1:] if self.edited(column))


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What shall become of a row and why: `reason` and `remarks` in both languages, `differences` for the reader."""

    row: ListRow
    fate: Fate
    label: str = ""
    differences: tuple[Difference, ...] = ()
    reason: Pair | None = None
    remarks: tuple[Pair, ...] = ()
    version: int = 0
    changes: TaskChanges = field(default_factory=TaskChanges)
    status: TaskStatus | None = None
    new: NewTask | None = None


def list_rows(sheets: Iterable[Sheet], *, name: str) -> list[ListRow]:
    """The rows of all our tables; BadList where no sheet has the columns of a list with its keys."""
    found, tables, keyless = [], 0, 0
    for sheet in sheets:
        at = _header(sheet)
        if at is None:
            keyless += any(_is_table(_columns(line)) for line in sheet.lines[:_MOST_ABOVE])
            continue
        tables += 1
        columns = _columns(sheet.lines[at])
        if renamed := _renamed(sheet.lines[at], columns):
            raise BadList(name=name, detail=renamed)
        found += list(_rows(sheet, sheet.lines[at + 1 :], columns))
    if not tables:
        detail = "danh sách thiếu cột mã dòng (cột ẩn)" if keyless else "không có bảng nhiệm vụ nào"
        raise BadList(name=name, detail=detail)
    return found


def filled_book(sheets: Iterable[Sheet]) -> Pair | None:
    """The name of the sheet of documents, where people wrote into its columns that are theirs to fill in: it is not taken back."""
    theirs = {_plain(name) for pair in _BY_HAND for name in pair}
    for sheet in sheets:
        places: set[int] = set()
        for line in sheet.lines:
            heads = {at for at, cell in enumerate(line.cells) if isinstance(cell, str) and _plain(cell) in theirs}
            places = heads if len(heads) > 1 else places
            if not heads and any(line.cells[at] not in (None, "") for at in places if at < len(line.cells)):
                return BOOK_SHEET
    return None


def _is_table(columns: Mapping[str, int]) -> bool:
    return "text" in columns and len(columns) >= 4


def _header(sheet: Sheet) -> int | None:
    for at, line in enumerate(sheet.lines[:_MOST_ABOVE]):
        columns = _columns(line)
        if "key" in columns and len(columns) >= 2:
            return at
    return None


def _columns(line: Line) -> dict[str, int]:
    """The columns that a header line names, in either language; the first of two that bear one name."""
    found: dict[str, int] = {}
    for at, cell in enumerate(line.cells):
        column = _NAMES.get(_plain(cell)) if isinstance(cell, str) else None
        if column:
            found.setdefault(column, at)
    return found


def _renamed(line: Line, columns: Mapping[str, int]) -> str:
    """What a header was renamed to, in words: a name that is none of ours stands where a column of ours was exported."""
    for at, column in enumerate(COLUMNS):
        written = line.cells[at] if at < len(line.cells) else None
        if column not in columns and isinstance(written, str) and written.strip() and at not in columns.values():
            return f"cột “{TASK_COLUMNS[at][0]}” đã đổi tên thành “{written.strip()[:60]}”; hãy đặt lại tên cột"
    return ""


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


_NAMES = {_plain(name): column for column, pair in zip(COLUMNS, TASK_COLUMNS, strict=True) for name in pair} | {
    _plain(name): "key" for name in KEY_COLUMN
}
_SAID_EMPTY = frozenset(_plain(text) for text in NO_TASKS)


def _rows(sheet: Sheet, lines: Iterable[Line], columns: Mapping[str, int]) -> Iterator[ListRow]:
    for line in lines:
        cells = {column: line.cells[at] if at < len(line.cells) else None for column, at in columns.items()}
        written = cells.pop("key")
        key = read_key(written)
        blank = all(value in (None, "") for column, value in cells.items() if column != "position")
        if key is None and (blank or _repeats(line) or (not written and not _text(cells))):
            continue  # an empty line, a repeated header, a heading that people put between the rows
        yield ListRow(sheet.name, line.number, key, bool(written) and key is None, cells)


def _text(cells: Mapping[str, object]) -> bool:
    return bool(str(cells.get("text") or "").strip())


def _repeats(line: Line) -> bool:
    first = next((cell for cell in line.cells if isinstance(cell, str) and cell.strip()), "")
    return len(_columns(line)) >= 4 or _plain(first) in _SAID_EMPTY
