"""HTML pages as offices save or paste them: the visible text, block by block, tables in place.

In: the bytes of an HTML file.  Out: the text and its tables.
Promise: scripts, styles and the head are no text; blocks are lines, rows of tables are cells parted by tabs.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

import lxml.html
from lxml import etree

from models.errors import BrokenFile, TooLarge, UnknownFormat
from models.text import Cell, Table
from pipeline.extract.legacy import from_tcvn3, from_vni
from pipeline.extract.plain import clean, decode
from pipeline.extract.settings import ReadSettings
from pipeline.extract.writer import TextWriter, is_table

_SKIPPED = frozenset(
    ("head", "script", "style", "noscript", "template", "iframe", "object", "svg", "math", "select", "button", "textarea")
)
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body caption center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5"
        " h6 header hr html li main nav ol p pre section table tbody tfoot thead tr ul",
    )
)
_PARAGRAPHS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p"))
_CELLS = frozenset(("td", "th"))
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:\-]+)", re.IGNORECASE)
_OLD_FONT = re.compile(r"\.Vn[A-Z]|VNI-", re.IGNORECASE)


@dataclass(slots=True)
class _Row:
    cells: list[Cell] = field(default_factory=list)
    start: int = 0


@dataclass(slots=True)
class _OpenTable:
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    row: _Row | None = None
    inner: bool = False
    covered: dict[int, int] = field(default_factory=dict)
    """Columns that a cell above reaches down into, with the rows that are left."""


def read_web(data: bytes, name: str, settings: ReadSettings) -> tuple[str, tuple[Table, ...]]:
    """The visible text of an HTML file and its tables.

    Raises BrokenFile where no page can be made of it, TooLarge for more characters than allowed.
    """
    text = _decode(data, name)
    if len(text) > settings.max_characters:
        raise TooLarge(name=name, detail=f"{len(text) // 1_000_000} triệu ký tự")
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", clean(text).replace("\f", " "))
    parser = lxml.html.HTMLParser(huge_tree=True)  # pasted pages nest deeply
    try:
        root = lxml.html.document_fromstring(text, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BrokenFile(name=name, detail="trang HTML không có nội dung đọc được") from error
    if any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log):
        raise BrokenFile(name=name, detail="trang HTML lồng quá sâu hoặc quá lớn")  # the rest of it would be lost
    return _write(root)


def _decode(data: bytes, name: str) -> str:
    declared = _CHARSET.search(data[:4_096])
    try:
        return _old_fonts(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        pass
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return unicodedata.normalize("NFC", data.decode(declared.group(1).decode("ascii")))
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decode(data, name).text
    except UnknownFormat:
        return data.decode("utf-8", "replace")  # the page's health says what is left of it


def _old_fonts(text: str) -> str:
    """Pages that name fonts of TCVN3 or VNI and hold no modern Vietnamese letter are in that encoding."""
    found = _OLD_FONT.search(text)
    if found is None or re.search("[\u1ea0-\u1ef9\u01a1\u01b0]", text):
        return text
    return from_tcvn3(text) if found.group().lower().startswith(".vn") else from_vni(text)


def _write(root: Any) -> tuple[str, tuple[Table, ...]]:
    """Walk the tree without recursion: pasted pages nest deeply."""
    writer = TextWriter()
    tables: list[_OpenTable] = []
    skipped: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if skipped is None and event == "start":
            if tag in _SKIPPED:
                skipped = element
            else:
                _open(tag, element, writer, tables)
                _put(writer, element.text)
        elif event in ("end", "comment", "pi"):
            if skipped is element:
                skipped = None
            elif skipped is None and tag:
                _close(tag, element, writer, tables)
            if skipped is None and element is not root:
                _put(writer, element.tail)
    return writer.text, tuple(writer.tables)


def _open(tag: str, element: Any, writer: TextWriter, tables: list[_OpenTable]) -> None:
    if tag == "table":
        writer.end_line()
        for outer in tables:
            outer.inner = True
        tables.append(_OpenTable())
    elif tag == "tr" and tables:
        tables[-1].row = _Row()
    elif tag in _CELLS and tables and tables[-1].row is not None:
        row = tables[-1].row
        _skip_covered(tables[-1], row, writer)
        row.start = writer.open_cell(first=not row.cells)
    elif tag == "br":
        writer.end_line()
    elif tag in _BLOCKS:
        writer.end_line(blank=tag in _PARAGRAPHS)
        if tag == "li":
            writer.put("- ")


def _close(tag: str, element: Any, writer: TextWriter, tables: list[_OpenTable]) -> None:
    if tag in _CELLS and tables and tables[-1].row is not None:
        table, row = tables[-1], tables[-1].row
        down, across = _number(element, "rowspan"), _number(element, "colspan")
        if down > 1:
            table.covered.update({len(row.cells) + i: down for i in range(across)})
        row.cells.append(writer.close_cell(row.start))
        for _ in range(across - 1):
            row.cells.append(writer.close_cell(writer.open_cell(first=False)))
    elif tag == "tr" and tables and tables[-1].row is not None:
        _end_row(tables[-1], writer)
    elif tag == "table" and tables:
        table = tables.pop()
        if not table.inner and is_table(table.rows):
            writer.tables.append(Table(tuple(table.rows)))
        writer.end_line()
    elif tag in _BLOCKS:
        writer.end_line(blank=tag in _PARAGRAPHS)


def _end_row(table: _OpenTable, writer: TextWriter) -> None:
    row, table.row = table.row, None
    if row is None or not row.cells:
        return
    done = writer.end_row(row.cells)
    if done:
        table.rows.append(done)
    table.covered = {column: left - 1 for column, left in table.covered.items() if left > 1}


def _skip_covered(table: _OpenTable, row: _Row, writer: TextWriter) -> None:
    """Empty cells where a cell above reaches down; a cell of this row has its own count already."""
    while table.covered.get(len(row.cells), 0) > 0 and table.rows:
        start = writer.open_cell(first=not row.cells)
        row.cells.append(writer.close_cell(start))


def _number(element: Any, name: str) -> int:
    value = element.get(name, "1").strip()
    return max(1, min(63, int(value))) if value.isdecimal() else 1


def _put(writer: TextWriter, text: str | None) -> None:
    """Inline text: runs of white space are one blank, none at the ends of a line."""
    if not text:
        return
    words = _SPACE.split(text)
    if words[0] == "":
        writer.space()
    inner = " ".join(word for word in words if word)
    writer.put(inner)
    if inner and words[-1] == "":
        writer.space()
