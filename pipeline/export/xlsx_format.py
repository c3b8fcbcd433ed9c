"""The task list and the book of incoming documents as an Excel file that an office prints as it is.

In: documents and tasks as shown, the heading.  Out: bytes of an .xlsx.
Promise: A4 landscape, one page wide, the header on every page; text stays text (no formula, no link can run); days are days and
sort; a hidden column holds the key of each task, by which the edited list is read back; the same input gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from models.register import DocumentView, TaskStatus, TaskView
from pipeline.export.keys import KEY_COLUMN, row_key
from pipeline.export.lines import Cell, clean, document_line, task_line
from pipeline.export.print_size import HIGHEST, row_height, wrapped_lines
from pipeline.export.reproduce import workbook_bytes
from pipeline.export.words import (
    BOOK_COLUMNS,
    BOOK_SHEET,
    BOOK_TITLE,
    NO_TASKS,
    PAGE_FOOTER,
    STATUS,
    TASK_COLUMNS,
    TASKS_SHEET,
    TASKS_TITLE,
    Pair,
    pick,
)

FACE = "Times New Roman"  # NĐ 30/2020/NĐ-CP, Phụ lục I: the face of official documents
STANDARD = 12.0
_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_LONGEST = 32_767  # characters a cell of Excel holds
_CENTRED = frozenset({"STT", "Thời hạn", "Số văn bản", "Ngày văn bản", "Trang", "Trạng thái", "Số nhiệm vụ", "Số, ký hiệu văn bản"})
_THIN = Side(style="thin", color="FF000000")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEAD_FILL = PatternFill("solid", start_color="FFE7E6E6", end_color="FFE7E6E6")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the lists: the office, and under each title a line (what is shown, of which day); all may be empty."""

    office: str = ""
    tasks: str = ""
    book: str = ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: Pair
    title: Pair
    columns: tuple[Pair, ...]
    widths: tuple[float, ...]
    empty: Pair | None = None


# Together about 150 digits of 12 points: one A4 page across at nine tenths of the size.
_TASKS = _Sheet(TASKS_SHEET, TASKS_TITLE, TASK_COLUMNS, (5, 44, 17, 19, 16, 12.5, 15, 11.5, 6.5, 9.5, 19), NO_TASKS)
_BOOK = _Sheet(BOOK_SHEET, BOOK_TITLE, BOOK_COLUMNS, (9, 7, 22, 16, 12, 38, 14, 9, 9, 26, 8.5, 18))


def render_xlsx(
    tasks: Sequence[TaskView], documents: Sequence[DocumentView], *, heading: Heading | None = None, language: str = "vi"
) -> bytes:
    """Two sheets: the tasks, one a row; the documents, one a row."""
    book = Workbook()
    book.properties.creator = "giaoviec"
    book.properties.title = pick(TASKS_TITLE, language)
    _standard_type(book)
    heading = heading or Heading()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook has a worksheet")
    task_lines = [task_line(task, i, language) for i, task in enumerate(tasks, 1)]
    at = _fill(first, _TASKS, task_lines, heading.office, heading.tasks, language)
    _keys(first, at, len(TASK_COLUMNS), [_key(task, line) for task, line in zip(tasks, task_lines, strict=True)], language)
    _choices(first, at + 1, len(task_lines), language)
    book_lines = [document_line(document, language) for document in documents]
    _fill(book.create_sheet(), _BOOK, book_lines, heading.office, heading.book, language)
    return workbook_bytes(book)


def _standard_type(book: Workbook) -> None:
    # The standard style decides what a column's width means; it is the face and size of the lists.
    normal: Callable[[str], object] = book._named_styles.__getitem__  # type: ignore[attr-defined]
    normal("Normal").font = Font(name=FACE, size=STANDARD, family=1)  # type: ignore[attr-defined]


def _fill(sheet: Worksheet, plan: _Sheet, rows: list[tuple[Cell, ...]], office: str, line: str, language: str) -> int:
    """Write a sheet and return the row of its header."""
    sheet.title = pick(plan.name, language)
    for i, width in enumerate(plan.widths, 1):
        sheet.column_dimensions[get_column_letter(i)].width = width
    at = _title(sheet, office, pick(plan.title, language), line, len(plan.columns))
    _header(sheet, at, plan, language)
    for offset, row in enumerate(rows, 1):
        _row(sheet, at + offset, row, plan)
    if not rows and plan.empty:
        _merged(sheet, at + 1, pick(plan.empty, language), len(plan.columns), Font(name=FACE, size=12, italic=True))
    last = get_column_letter(len(plan.columns))
    sheet.auto_filter.ref = f"A{at}:{last}{at + len(rows)}"
    sheet.freeze_panes = f"A{at + 1}"
    sheet.print_title_rows = f"{at}:{at}"
    sheet.print_area = f"A1:{last}{at + max(len(rows), 1)}"
    _page(sheet, language)
    return at


def _keys(sheet: Worksheet, at: int, columns: int, keys: Sequence[str], language: str) -> None:
    # Inside the filtered range: whoever sorts by its buttons sorts the keys too.
    for offset, key in enumerate((pick(KEY_COLUMN, language), *keys)):
        cell = sheet.cell(at + offset, columns + 1)
        _put(cell, key)
        cell.font = Font(name=FACE, size=8, color="FF7F7F7F")
    letter = get_column_letter(columns + 1)
    sheet.column_dimensions[letter].width = 20
    sheet.column_dimensions[letter].hidden = True
    sheet.auto_filter.ref = f"A{at}:{letter}{at + len(keys)}"


def _choices(sheet: Worksheet, first: int, rows: int, language: str) -> None:
    """What people may say of a task, to be chosen in its cell instead of typed letter by letter; other states are the program's."""
    if not rows:
        return
    words = [pick(STATUS[status], language) for status in (TaskStatus.NEW, TaskStatus.CONFIRMED, TaskStatus.REJECTED)]
    letter = get_column_letter([vi for vi, _ in TASK_COLUMNS].index("Trạng thái") + 1)
    # A warning, not a wall: a state that the program wrote ("Đã sửa") may stand, and be pasted.
    choice = DataValidation(
        type="list", formula1=f'"{",".join(words)}"', allow_blank=True, showDropDown=False, errorStyle="warning"
    )
    choice.add(f"{letter}{first}:{letter}{first + rows - 1}")
    sheet.add_data_validation(choice)


def _key(task: TaskView, line: Sequence[Cell]) -> str:
    return row_key(task.id, task.version, [_within(cell) if isinstance(cell, str) else cell for cell in line])


def _within(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _title(sheet: Worksheet, office: str, title: str, line: str, columns: int) -> int:
    """Write the lines above the table and return the row of its header."""
    at = 1
    if office:
        _merged(sheet, at, clean(office).upper(), columns, Font(name=FACE, size=12, bold=True), left=True)
        at += 1
    _merged(sheet, at, title, columns, Font(name=FACE, size=14, bold=True))
    sheet.row_dimensions[at].height = 24
    if line:
        at += 1
        _merged(sheet, at, clean(line), columns, Font(name=FACE, size=12, italic=True))
    sheet.row_dimensions[at + 1].height = 6
    return at + 2


def _merged(sheet: Worksheet, at: int, text: str, columns: int, font: Font, *, left: bool = False) -> None:
    sheet.merge_cells(start_row=at, start_column=1, end_row=at, end_column=columns)
    cell = sheet.cell(at, 1)
    _put(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal="left" if left else "center", vertical="center", wrap_text=True)
    sheet.row_dimensions[at].height = 18


def _header(sheet: Worksheet, at: int, plan: _Sheet, language: str) -> None:
    high = 1
    for i, (column, width) in enumerate(zip(plan.columns, plan.widths, strict=True), 1):
        text = pick(column, language)
        cell = sheet.cell(at, i)
        _put(cell, text)
        cell.font = Font(name=FACE, size=12, bold=True)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.fill, cell.border = _HEAD_FILL, _BORDER
        # Bold runs wider, and the filter's button takes a corner.
        high = max(high, wrapped_lines(text, width=width - 1.5, size=12, standard=STANDARD))
    sheet.row_dimensions[at].height = row_height(high, 12) + 4


def _row(sheet: Worksheet, at: int, row: tuple[Cell, ...], plan: _Sheet) -> None:
    size, height = _fitting(row, plan.widths)
    font = Font(name=FACE, size=size)
    for i, (value, column) in enumerate(zip(row, plan.columns, strict=True), 1):
        cell = sheet.cell(at, i)
        _put(cell, value)
        cell.font, cell.border = font, _BORDER
        cell.alignment = Alignment(horizontal="center" if column[0] in _CENTRED else "left", vertical="center", wrap_text=True)
    sheet.row_dimensions[at].height = height


def _fitting(row: tuple[Cell, ...], widths: tuple[float, ...]) -> tuple[float, float]:
    """The largest size of type, and the height, at which the whole row shows."""
    texts = [(_shown(value), width) for value, width in zip(row, widths, strict=True) if value is not None]
    height = HIGHEST
    for size in _SIZES:
        lines = max(wrapped_lines(text, width=width, size=size, standard=STANDARD) for text, width in texts)
        height = row_height(lines, size)
        if height <= HIGHEST:
            return size, height
    return _SIZES[-1], min(height, HIGHEST)


def _shown(value: Cell) -> str:
    return "00/00/0000 00:00" if isinstance(value, datetime) else "00/00/0000" if isinstance(value, date) else str(value)


def _put(cell: object, value: Cell) -> None:
    if not isinstance(cell, SheetCell):
        raise TypeError("only the first cell of a merged range takes a value")
    if isinstance(value, str):
        if not value:
            return
        cell.value = _within(value)
        cell.data_type = "s"  # openpyxl takes "=…" for a formula
        cell.quotePrefix = value[0] in "=+-@'"  # and Excel would, when the cell is edited
        cell.number_format = "@"
        return
    cell.value = value
    if isinstance(value, datetime):
        cell.number_format = "dd/mm/yyyy hh:mm"
    elif isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"


def _page(sheet: Worksheet, language: str) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    if sheet.sheet_properties.pageSetUpPr is not None:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(left=0.5, right=0.5, top=0.6, bottom=0.7, header=0.3, footer=0.35)
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    if footer is not None:
        footer.center.text, footer.center.font, footer.center.size = pick(PAGE_FOOTER, language), FACE, 11
    sheet.sheet_view.zoomScale = 90
