"""The task list as CSV for Excel: UTF-8 with a byte-order mark, the columns of the XLSX.

In: tasks as shown.  Out: bytes.  Promise: no cell is read as a formula (CWE-1236): what begins like one gets an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

from models.register import TaskView
from pipeline.export.lines import Cell, task_line
from pipeline.export.words import TASK_COLUMNS, pick

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that spreadsheets take for a formula; the full-width ones where the input method turns them into the others."""


def render_csv(tasks: Iterable[TaskView], *, language: str = "vi") -> bytes:
    """A header line, then a line for each task."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([pick(column, language) for column in TASK_COLUMNS])
    for position, task in enumerate(tasks, 1):
        writer.writerow([cell_text(cell) for cell in task_line(task, position, language)])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def cell_text(cell: Cell) -> str:
    """A cell as text that no spreadsheet runs."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%H:%M %d/%m/%Y}"
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
