"""PDF files with a text layer: the words of each page with their boxes, and whether the layer can be relied on.

In: the bytes of a PDF.  Out: pages, and what its signatures and form fields say.
Promise: pages are closed as soon as they are read; a page that pdfium cannot read is kept, marked as broken; what goes wrong
with tables or form fields costs the page nothing else.
"""

from __future__ import annotations

import ctypes
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from models.errors import BrokenFile, EncryptedFile, NoPages, TooLarge
from models.spans import IDENTITY
from models.text import Box, Page, PageSource
from pipeline.extract.filled import Filled, filled_in
from pipeline.extract.grid import Grid, find_grids, ruled_lines
from pipeline.extract.health import Health, Surroundings, judge
from pipeline.extract.inset import pictures_inside
from pipeline.extract.layout import LaidOut, Split, lay_out
from pipeline.extract.pdf_words import Frame, PlacedWord, TextPage
from pipeline.extract.settings import ReadSettings
from pipeline.extract.signatures import Shown, shown_annotations

_LOG = logging.getLogger(__name__)
_PASSWORD = 4  # FPDF_ERR_PASSWORD
# What the words of a page come to when those that its annotations drew are looked at.
Choose = Callable[[list[PlacedWord], Split], Filled]


@contextmanager
def open_pdf(data: bytes, name: str, settings: ReadSettings) -> Iterator[pypdfium.PdfDocument]:
    """An open PDF; a file that only its owner's password protects opens without one.

    Raises EncryptedFile, BrokenFile, NoPages or TooLarge.
    """
    try:
        document = pypdfium.PdfDocument(data)
    except pypdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise EncryptedFile(name=name) from error
        if _has_no_pages(data):
            raise NoPages(name=name) from error
        raise BrokenFile(name=name, detail="không mở được như một tệp PDF") from error
    try:
        if len(document) == 0:
            raise NoPages(name=name)
        if len(document) > settings.max_pages:
            raise TooLarge(name=name, detail=f"{len(document)} trang, nhiều nhất {settings.max_pages}")
        yield document
    finally:
        document.close()


class PageReading(NamedTuple):
    """A page, the verdict on it, the texts of its form fields and annotations, the pictures inside its healthy text, and
    whether pdfium could open it at all.
    """

    page: Page
    health: Health
    values: tuple[str, ...] = ()
    pictures: tuple[Box, ...] = ()
    opened: bool = True


def read_pdf_pages(document: pypdfium.PdfDocument, settings: ReadSettings) -> Iterator[PageReading]:
    """The pages of an open PDF, one by one."""
    for index in range(len(document)):
        yield _read_page(document, index, settings)


def _has_no_pages(data: bytes) -> bool:
    # pdfium refuses a page tree without pages; such files are whole otherwise.
    return b"/Count 0" in data and b"%%EOF" in data[-1024:]


def _read_page(document: pypdfium.PdfDocument, index: int, settings: ReadSettings) -> PageReading:
    try:
        page = document[index]
    except pypdfium.PdfiumError:
        health = Health(False, 0.0, "trang bị hỏng, không mở được", "scan")
        return PageReading(_page(index + 1, LaidOut(), health, None), health, opened=False)
    try:
        frame = _frame(page)
        out = _lay_out_page(page, frame)
        text = out.text
        few = len(text.split()) < 4 * settings.few_words
        around = _surroundings(page.raw, frame) if few else Surroundings()
        health = judge(text, settings, around)
        pictures = pictures_inside(page.raw, frame, out.words) if health.healthy and text else ()
        reading = PageReading(_page(index + 1, out, health, frame), health, pictures=pictures)
        annotated = pdfium.FPDFPage_GetAnnotCount(page.raw) > 0
    finally:
        page.close()
    if not annotated:
        return reading
    shown = _annotations(document, index)
    filled = _fill(document, index, out, frame, shown) if health.healthy else None
    page_now = _page(index + 1, filled, health, frame) if filled else reading.page
    return reading._replace(page=page_now, values=shown.texts)


def _annotations(document: pypdfium.PdfDocument, index: int) -> Shown:
    try:
        return shown_annotations(document, index)
    except (pypdfium.PdfiumError, ValueError, OSError) as error:
        _LOG.warning("annotations of page %d left out: %s", index + 1, error)
        return Shown()


def _fill(document: pypdfium.PdfDocument, index: int, out: LaidOut, frame: Frame, shown: Shown) -> LaidOut | None:
    """The page with what its annotations fill in on its lines; None where they fill in nothing."""
    if not (shown.drawn and shown.places and out.words):
        return None
    text = out.text
    before = [PlacedWord(text[word.start : word.end], word.box, 0, 0) for word in out.words]
    places = [frame.box(*place) for place in shown.places]
    page = document[index]
    try:
        filled = _lay_out_page(page, frame, lambda now, split: filled_in(before, now, places, split))
    finally:
        page.close()
    return filled if filled.words else None


def _page(number: int, out: LaidOut, health: Health, frame: Frame | None) -> Page:
    width, height = frame.size if frame else (None, None)
    text = out.text
    return Page(
        number=number,
        raw=text,
        text=text,
        source=PageSource.TEXT_LAYER,
        reason=f"lớp chữ của PDF: {health.reason}" if text else health.reason,
        quality=health.quality,
        healthy=health.healthy,
        back=IDENTITY,
        words=tuple(out.words),
        tables=tuple(out.tables),
        width=width,
        height=height,
    )


def _lay_out_page(page: pypdfium.PdfPage, frame: Frame, choose: Choose | None = None) -> LaidOut:
    try:
        handle = page.get_textpage()
    except pypdfium.PdfiumError:
        return LaidOut()
    try:
        text = TextPage(handle.raw, frame)
        words, together = text.words(), text.same_object
        if choose:
            # A page that lies on its side is left as it is.
            filled = choose(words, text.split) if text.frame == frame else Filled()
            words, together = list(filled.words), lambda a, b: filled.joined(a, b) or text.same_object(a, b)
        if not words:
            return LaidOut()
        out = lay_out(words, _grids(page, text.frame), together, text.split)
        if text.frame != frame:
            out.words = [word._replace(box=frame.box(*text.frame.user(word.box))) for word in out.words]
        return out
    finally:
        handle.close()


def _grids(page: pypdfium.PdfPage, frame: Frame) -> list[Grid]:
    try:
        return find_grids(ruled_lines(page.raw, frame))
    except (ValueError, KeyError, IndexError, ArithmeticError, RecursionError, OSError) as error:
        _LOG.warning("tables of a page left out: %s", error)
        return []


def _frame(page: pypdfium.PdfPage) -> Frame:
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, (page.get_rotation() // 90) % 4)


def _surroundings(page: Any, frame: Frame) -> Surroundings:
    """The share of a page under its largest picture, and whether it holds drawings."""
    width, height = frame.size
    area = max(1.0, width * height)
    share, drawn = 0.0, 0
    bounds = tuple(ctypes.c_float() for _ in range(4))
    references = tuple(ctypes.byref(value) for value in bounds)
    for index in range(min(pdfium.FPDFPage_CountObjects(page), 5_000)):
        item = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM, pdfium.FPDF_PAGEOBJ_SHADING):
            if pdfium.FPDFPageObj_GetBounds(item, *references):
                x0, top, x1, bottom = frame.box(*(value.value for value in bounds))
                seen_width = max(0.0, min(x1, width) - max(x0, 0.0))
                seen_height = max(0.0, min(bottom, height) - max(top, 0.0))
                share = max(share, seen_width * seen_height / area)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            drawn += 1
    return Surroundings(picture=share, drawn=drawn >= 20)  # fewer paths are rules and frames, not letters
