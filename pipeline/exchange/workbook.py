"""An Excel file from anybody, opened with suspicion.

In: bytes.  Out: the sheets as rows of values, with the line each stands on.
Promise: nothing of the file runs or is fetched: no macro, link, entity or formula; size is limited before anything is unpacked; a
formula gives the value that was last computed, or `NOT_COMPUTED`; whatever is wrong is one `BadList`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from models.errors import BadList

__all__ = ["Limits", "Line", "Sheet", "Trouble", "read_workbook"]


class Trouble(Enum):
    """A cell without a value of its own."""

    NOT_COMPUTED = "not computed"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a list may be. A list of 100,000 tasks has about 12 MB packed, 150 MB unpacked."""

    packed: int = 50_000_000
    unpacked: int = 400_000_000
    part: int = 250_000_000
    parts: int = 1_000
    rows: int = 150_000
    columns: int = 60
    sheets: int = 50


@dataclass(frozen=True, slots=True)
class Line:
    """A row with at least one value."""

    number: int
    cells: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its filled rows."""

    name: str
    lines: tuple[Line, ...]


_OLE = b"\xd0\xcf\x11\xe0"
_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY", b"<!doctype", b"<!entity")


def read_workbook(content: bytes, *, name: str, limits: Limits | None = None) -> list[Sheet]:
    """The sheets of a list; BadList where the file is no .xlsx, broken, too large or hostile."""
    limits = limits or Limits()
    has_formulas = _inspect(content, name, limits)
    try:
        values = _load(content, computed=True, limits=limits, name=name)
        if not has_formulas:
            return values
        return _with_formulas(values, _load(content, computed=False, limits=limits, name=name))
    except BadList:
        raise
    except Exception as error:  # openpyxl lets out whatever its parsers meet; the file is a stranger's
        raise BadList(name=name, detail="tệp bị hỏng hoặc không phải bảng tính Excel") from error


def _inspect(content: bytes, name: str, limits: Limits) -> bool:
    """Look at the package without believing it; True where a sheet has formulas."""
    if len(content) > limits.packed:
        raise BadList(name=name, detail="tệp quá lớn")
    if content.startswith(_OLE):
        raise BadList(name=name, detail="tệp Excel kiểu cũ (.xls) hoặc có đặt mật khẩu")
    if not content.startswith(b"PK"):
        raise BadList(name=name, detail="không phải tệp .xlsx")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _inspect_parts(package, name, limits)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BadList(name=name, detail="tệp bị hỏng hoặc không phải bảng tính Excel") from error


def _inspect_parts(package: zipfile.ZipFile, name: str, limits: Limits) -> bool:
    parts = package.infolist()
    # zipfile never gives more bytes of a part than its header declares: the declared sizes bound what is unpacked.
    large = sum(part.file_size for part in parts) > limits.unpacked or any(part.file_size > limits.part for part in parts)
    if large or len(parts) > limits.parts:
        raise BadList(name=name, detail="bên trong tệp quá lớn")
    if "xl/workbook.xml" not in package.namelist():
        raise BadList(name=name, detail="không phải tệp .xlsx")
    formulas = False
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            formulas |= _inspect_xml(package, part, name)
    return formulas


def _inspect_xml(package: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> bool:
    # A spreadsheet never declares a document type or entities, and is always UTF-8: anything else wants to deceive the parser.
    formulas, tail = False, b""
    with package.open(part) as stream:
        first = True
        while chunk := stream.read(1 << 20):
            if first and (b"\x00" in chunk[:4] or chunk[:2] in (b"\xff\xfe", b"\xfe\xff") or _other_encoding(chunk[:200])):
                raise BadList(name=name, detail="tệp có phần khai báo lạ, có thể gây hại")
            window, first = tail + chunk, False
            if any(word in window for word in _DECLARATIONS):
                raise BadList(name=name, detail="tệp có phần khai báo lạ, có thể gây hại")
            formulas = formulas or b"<f>" in window or b"<f " in window or b"<f/>" in window
            tail = chunk[-16:]
    return formulas and part.filename.startswith("xl/worksheets/")


def _other_encoding(head: bytes) -> bool:
    head = head.lower()
    return b"encoding=" in head.split(b"?>")[0] and not any(word in head for word in (b"utf-8", b"us-ascii"))


def _load(content: bytes, *, computed: bool, limits: Limits, name: str) -> list[Sheet]:
    from openpyxl import load_workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    book = load_workbook(io.BytesIO(content), read_only=True, data_only=computed, keep_links=False, keep_vba=False)
    try:
        if len(book.worksheets) > limits.sheets:
            raise BadList(name=name, detail="bên trong tệp quá lớn")
        found, left = [], limits.rows
        for sheet in book.worksheets:
            if not isinstance(sheet, ReadOnlyWorksheet):
                continue
            sheet.reset_dimensions()  # what a file says of its own size is not believed
            lines = tuple(_lines(sheet, left, limits, name))
            left -= len(lines)
            found.append(Sheet(str(sheet.title), lines))
        return found
    finally:
        book.close()


def _lines(sheet: object, left: int, limits: Limits, name: str) -> Iterator[Line]:
    kept = 0
    rows = sheet.iter_rows(max_col=limits.columns)  # type: ignore[attr-defined]
    for number, row in enumerate(rows, 1):
        cells = tuple(_value(cell) for cell in row)
        if all(cell is None or cell == "" for cell in cells):
            continue
        kept += 1
        if kept > left:
            raise BadList(name=name, detail="bên trong tệp quá lớn")
        yield Line(number, cells)


def _value(cell: object) -> object:
    kind = getattr(cell, "data_type", "n")
    return Trouble.ERROR if kind == "e" else getattr(cell, "value", None)


def _with_formulas(values: list[Sheet], formulas: list[Sheet]) -> list[Sheet]:
    """Mark the formulas that nobody computed: read as values they would look like emptied cells."""
    return [
        _marked(sheet, {line.number: line.cells for line in other.lines}) for sheet, other in zip(values, formulas, strict=True)
    ]


def _marked(sheet: Sheet, formulas: dict[int, tuple[object, ...]]) -> Sheet:
    known = {line.number: line.cells for line in sheet.lines}
    lines = []
    for number in sorted(formulas.keys() | known.keys()):
        written, computed = formulas.get(number, ()), known.get(number, ())
        width = max(len(written), len(computed))
        pairs = zip(_padded(written, width), _padded(computed, width), strict=True)
        lines.append(Line(number, tuple(_settled(formula, value) for formula, value in pairs)))
    return Sheet(sheet.name, tuple(lines))


def _padded(cells: tuple[object, ...], width: int) -> tuple[object, ...]:
    return cells + (None,) * (width - len(cells))


def _settled(formula: object, value: object) -> object:
    # A text that begins with "=" stands in both readings; a formula only in the one that was not computed.
    unknown = value is None and (not isinstance(formula, str) or formula.startswith("=")) and formula is not None
    return Trouble.NOT_COMPUTED if unknown else value
