"""The hidden key of a row: which task it was, at which version, and what its cells held when the list was written.

In: the cells of a row as exported, or a key read back from a list.  Out: the key, and whether a cell is still what it was.
Promise: what Excel and LibreOffice do on their own to a cell (days as numbers or text, NFD, blanks) is no change; a key that was
altered is no key.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

__all__ = ["KEY_COLUMN", "RowKey", "as_day", "day_of_number", "plain", "read_key", "row_key"]

KEY_COLUMN = ("Mã dòng (không sửa)", "Row key (do not edit)")
_FORM = re.compile(r"giaoviec:1:([0-9A-Za-z_-]{1,40}):(\d{1,9}):([0-9a-f]{6}(?:-[0-9a-f]{6})*):([0-9a-f]{8})")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_FIRST, _LAST = 20_000, 80_000
"""Day numbers of 1954 to 2119: what a spreadsheet keeps of a day whose format was lost; smaller numbers are numbers."""
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class RowKey:
    """The task of a row, the version that was exported, and a mark for each of its cells."""

    task: str
    version: int
    marks: tuple[str, ...]

    def holds(self, column: int, value: object) -> bool:
        """Whether the cell of this column is what was exported."""
        return column < len(self.marks) and self.marks[column] == _mark(value)


def row_key(task: str, version: int, cells: Sequence[object]) -> str:
    """The key of a row as it stands in the hidden column."""
    body = f"{task}:{version}:{'-'.join(map(_mark, cells))}"
    return f"giaoviec:1:{body}:{_digest(body)[:8]}"


def read_key(value: object) -> RowKey | None:
    """A key out of a list, or None where the cell holds none (or one that somebody changed)."""
    match = _FORM.fullmatch(str(value).strip()) if value is not None else None
    if match is None or _digest(f"{match[1]}:{match[2]}:{match[3]}")[:8] != match[4]:
        return None
    return RowKey(match[1], int(match[2]), tuple(match[3].split("-")))


def plain(value: object) -> str:
    """A cell in the one form in which cells are compared: NFC, single blanks, days as YYYY-MM-DD."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value + timedelta(seconds=30)  # a spreadsheet keeps 17:00 as a fraction that falls a little short
        return f"{value:%Y-%m-%d %H:%M}".removesuffix(" 00:00")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = " ".join(unicodedata.normalize("NFC", str(value)).split())
    day = as_day(text)
    return day.isoformat() if day else text


def as_day(text: str) -> date | None:
    """A day as a person types it: 30/6/2025, 30-06-25, 2025-06-30."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _DAY.fullmatch(text):
        day, month, year = match.groups()
        year = f"20{year}" if len(year) == 2 else year
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def day_of_number(number: float) -> date | None:
    """The day that a spreadsheet keeps as this number; None for numbers that are none."""
    return _EPOCH + timedelta(days=int(number)) if _FIRST <= number <= _LAST else None


def _mark(value: object) -> str:
    return _digest(plain(value))[:6]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest()
