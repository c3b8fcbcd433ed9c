"""Pictures inside a page of healthy text: a scanned table or annex pasted between its paragraphs is read too.

In: a page of a PDF with its words; what OCR read from a picture on it.  Out: the pictures worth reading; the page with their text
put where the picture stands.
Promise: the words of the page keep their order and places; a picture without text (a photograph, a seal) changes nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
from PIL import Image

from models.text import Box, Cell, Page, Table, Word
from pipeline.extract.ocr.picture import PictureText
from pipeline.extract.pdf_words import Frame
from pipeline.extract.render import render_page
from pipeline.extract.settings import ReadSettings

_LEAST_SHARE = 0.12
"""Of the page: seals, signatures, logos and the flag of a letterhead take less."""
_FEW_WORDS = 5
"""A picture with more words of the page on it is a ground, or has a text layer of its own."""
_MOST_OBJECTS, _MOST_PICTURES = 5_000, 4
_READ = "good"


def pictures_inside(page: Any, frame: Frame, words: Sequence[Word]) -> tuple[Box, ...]:
    """The large pictures of a pdfium page that carry none of its words, from top to bottom."""
    width, height = frame.size
    bounds = tuple(ctypes.c_float() for _ in range(4))
    references = tuple(ctypes.byref(value) for value in bounds)
    found = []
    for index in range(min(_MOST_OBJECTS, pdfium.FPDFPage_CountObjects(page))):
        item = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_IMAGE or not pdfium.FPDFPageObj_GetBounds(item, *references):
            continue
        x0, top, x1, bottom = frame.box(*(value.value for value in bounds))
        box = max(x0, 0.0), max(top, 0.0), min(x1, width), min(bottom, height)
        if (box[2] - box[0]) * (box[3] - box[1]) >= _LEAST_SHARE * width * height and box[0] < box[2]:
            found.append(box)
    free = [box for box in found if sum(_inside(word.box, box) for word in words) < _FEW_WORDS]
    return tuple(sorted(free, key=lambda box: box[1])[:_MOST_PICTURES])


def draw_inset(document: pypdfium.PdfDocument, index: int, box: Box, settings: ReadSettings) -> tuple[Image.Image, int]:
    """The part of a page under `box` (points) and its resolution; raises NoPicture."""
    image, dpi = render_page(document, index, settings)
    x0, top, x1, bottom = (round(value * dpi / 72) for value in box)
    return image.crop((x0, top, x1, bottom)), dpi


def put_inset(page: Page, box: Box, picture: PictureText) -> Page:
    """The page with the text of a picture above the first line that stands below the picture's top."""
    if picture.health.kind != _READ:
        return page
    at = _place(page, box)
    text = picture.out.text
    before, after = ("\n" if at and page.raw[at - 1] != "\n" else ""), "\n"
    start = at + len(before)
    grown = len(before) + len(text) + len(after)
    words = [
        *(word if word.end <= at else word._replace(start=word.start + grown, end=word.end + grown) for word in page.words),
        *(Word(w.start + start, w.end + start, _moved(w.box, box), w.confidence) for w in picture.out.words),
    ]
    tables = [
        *(_shifted(table, grown if _starts(table) >= at else 0) for table in page.tables),
        *(_shifted(table, start) for table in picture.out.tables),
    ]
    raw = page.raw[:at] + before + text + after + page.raw[at:]
    return replace(
        page,
        raw=raw,
        text=raw,
        reason=f"{page.reason}; ảnh trong trang đọc bằng OCR",
        words=tuple(sorted(words, key=lambda word: word.start)),
        tables=tuple(sorted(tables, key=_starts)),
    )


def _place(page: Page, box: Box) -> int:
    """Offset of the line before which a picture stands; never inside a table; the end where nothing follows."""
    below = next((word.start for word in page.words if word.box[1] >= box[1]), None)
    if below is None:
        return len(page.raw)
    at = page.raw.rfind("\n", 0, below) + 1
    around = next((table for table in page.tables if _starts(table) < at <= _ends(table)), None)
    return at if around is None else _starts(around)


def _inside(word: Box, box: Box) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _moved(word: Box, box: Box) -> Box:
    return word[0] + box[0], word[1] + box[1], word[2] + box[0], word[3] + box[1]


def _shifted(table: Table, by: int) -> Table:
    return Table(tuple(tuple(Cell(cell.start + by, cell.end + by) for cell in row) for row in table.rows)) if by else table


def _starts(table: Table) -> int:
    return min((cell.start for row in table.rows for cell in row), default=0)


def _ends(table: Table) -> int:
    return max((cell.end for row in table.rows for cell in row), default=0)
