"""Word files (.docx): the text as Word shows it, in the order of the body, tables in place.

In: the bytes of a DOCX.  Out: the text and its tables.
Promise: what Word does not show is not read (deleted and hidden text, field codes, headers and footers); what Word adds is
(numbers of lists, capitals by format).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from lxml import etree

from models.errors import BrokenFile, TooLarge
from models.text import Cell, Table
from pipeline.extract.numbering import Numbering, read_numbering
from pipeline.extract.settings import ReadSettings
from pipeline.extract.writer import TextWriter, is_table

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_INVISIBLE = {
    qn(tag)
    for tag in ("w:del", "w:moveFrom", "w:instrText", "w:delText", "w:rPr", "w:pPr", "w:footnoteReference", "w:commentReference")
}
_SIMPLE = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-", qn("w:ptab"): "\t"}
# A tab after a marker set by hand only indents; elsewhere it parts columns.
_MARKER_TAB = re.compile(r"^([-+*•–]|[0-9IVXivx.]{1,8}[.)/]?|[a-zđ]{1,2}[.)])[ \t]*\t[ \t]*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def read_word(data: bytes, name: str, settings: ReadSettings) -> tuple[str, tuple[Table, ...]]:
    """The text of a DOCX and its tables.

    Raises BrokenFile where the package or its XML is damaged, TooLarge where it unpacks to more than allowed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
        if unpacked > settings.max_unpacked:
            raise TooLarge(name=name, detail=f"mở nén ra {unpacked // 1_000_000} MB")
        document = docx.Document(io.BytesIO(data))
        writer = TextWriter()
        _write_blocks(document.element.body, writer, _numbering(document), depth=0)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OpcError, etree.LxmlError, OSError, EOFError) as error:
        raise BrokenFile(name=name, detail="tệp Word hỏng, không đọc được nội dung bên trong") from error
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError, RecursionError) as error:
        # python-docx meets a broken package with whatever its lookups raise.
        raise BrokenFile(name=name, detail=f"cấu trúc tệp Word không đúng: {type(error).__name__}") from error
    return writer.text, tuple(writer.tables)


def _numbering(document: Any) -> Numbering:
    try:
        numbering = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return Numbering()
    return read_numbering(numbering, document.styles.element)


def _write_blocks(parent: Any, writer: TextWriter, numbering: Numbering, *, depth: int) -> None:
    """Write the paragraphs and tables below an element, in order."""
    for child in parent:
        tag = child.tag
        if tag == qn("w:p"):
            _write_paragraph(child, writer, numbering, depth=depth)
        elif tag == qn("w:tbl"):
            _write_table(child, writer, numbering, depth=depth)
        elif tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml"), qn("w:smartTag")):
            _write_blocks(child, writer, numbering, depth=depth)


def _write_paragraph(paragraph: Any, writer: TextWriter, numbering: Numbering, *, depth: int) -> None:
    text = _CONTROL.sub("", "".join(_pieces(paragraph)))
    lines = [line.strip() for line in _MARKER_TAB.sub(r"\1 ", text.lstrip()).split("\n")]
    if any(lines):
        marker = numbering.marker(paragraph)
        if marker:
            writer.put(marker)
            writer.space()
        for line in lines:
            writer.put(line)
            writer.end_line()
    else:
        writer.end_line(blank=True)  # an empty paragraph is the blank line that offices make
    for box in _text_boxes(paragraph):
        if depth < 20:
            _write_blocks(box, writer, numbering, depth=depth + 1)


def _pieces(element: Any) -> Iterator[str]:
    """The text that Word shows of a paragraph, run by run."""
    for child in element:
        tag = child.tag
        if tag in _INVISIBLE or not isinstance(tag, str):
            continue
        if tag == qn("w:t"):
            yield (child.text or "").replace("\n", " ")
        elif tag in _SIMPLE:
            yield _SIMPLE[tag]
        elif tag == qn("w:r"):
            yield from _run(child)
        elif tag == qn("w:sym"):
            yield "-" if element.getprevious() is None else ""  # a glyph of a symbol font: at most a bullet
        elif tag not in (qn("w:drawing"), qn("w:pict"), qn("w:object"), f"{_MC}AlternateContent"):
            yield from _pieces(child)


def _run(run: Any) -> Iterator[str]:
    properties = run.find(qn("w:rPr"))
    if properties is not None and _on(properties, "w:vanish"):
        return
    if properties is not None and _on(properties, "w:caps"):
        yield from (piece.upper() for piece in _pieces(run))
    else:
        yield from _pieces(run)


def _on(properties: Any, tag: str) -> bool:
    switch = properties.find(qn(tag))
    return switch is not None and switch.get(qn("w:val"), "true") not in ("0", "false", "off")


def _text_boxes(paragraph: Any) -> list[Any]:
    """The text boxes anchored in a paragraph; of an AlternateContent only the first choice, which Word shows."""
    found = []
    for box in paragraph.iter(qn("w:txbxContent")):
        above = [a.tag for a in box.iterancestors()]
        inside = above[: above.index(qn("w:p"))] if qn("w:p") in above else above
        if f"{_MC}Fallback" not in inside and next(box.iterancestors(qn("w:p"))) is paragraph:
            found.append(box)
    return found


def _write_table(table: Any, writer: TextWriter, numbering: Numbering, *, depth: int) -> None:
    rows: list[tuple[Cell, ...]] = []
    for row in _rows(table):
        cells: list[Cell] = []
        for width, cell in _cells(row):
            start = writer.open_cell(first=not cells)
            if cell is not None and depth < 20:
                _write_blocks(cell, writer, numbering, depth=depth + 1)
            cells.append(writer.close_cell(start))
            for _ in range(width - 1):
                cells.append(writer.close_cell(writer.open_cell(first=False)))
        done = writer.end_row(cells)
        if done:
            rows.append(done)
    if is_table(rows) and depth == 0:
        writer.tables.append(Table(tuple(rows)))


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == qn("w:tr"):
            properties = child.find(qn("w:trPr"))
            if properties is None or properties.find(qn("w:del")) is None:
                yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _rows(child)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row with the columns they take; None where the cell above reaches down."""
    for child in row:
        if child.tag == qn("w:tc"):
            properties = child.find(qn("w:tcPr"))
            span = properties.find(qn("w:gridSpan")) if properties is not None else None
            merge = properties.find(qn("w:vMerge")) if properties is not None else None
            width = span.get(qn("w:val"), "1") if span is not None else "1"
            covered = merge is not None and merge.get(qn("w:val"), "continue") == "continue"
            yield min(63, max(1, int(width))), None if covered else child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _cells(child)
