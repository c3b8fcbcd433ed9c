"""What a PDF says beside its pages: when it was signed, and the text of form fields and annotations.

In: an open PDF.  Out: the signing date and the texts.  Promise: nothing found is a normal answer; whatever is malformed there
(signed files often are) costs the document nothing.
"""

from __future__ import annotations

import ctypes
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

_LOG = logging.getLogger(__name__)
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_LINE_END = re.compile("\r\n?")
# Annotations that show text on the page; links and highlights do not.
_SHOWN = frozenset((pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP, pdfium.FPDF_ANNOT_TEXT))


def signing_date(document: pypdfium.PdfDocument) -> date | None:
    """The day of the latest electronic signature (in the time zone it was written in), or None."""
    found: list[date] = []
    for index in range(max(0, pdfium.FPDF_GetSignatureCount(document.raw))):
        signature = pdfium.FPDF_GetSignatureObject(document.raw, index)
        length = pdfium.FPDFSignatureObj_GetTime(signature, None, 0) if signature else 0
        if length <= 1:
            continue
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFSignatureObj_GetTime(signature, buffer, length)
        day = _pdf_day(buffer.value.decode("ascii", "replace"))
        if day:
            found.append(day)
    return max(found, default=None)


class Shown(NamedTuple):
    """What the annotations of a page show: their texts, each once, and the rectangle of each in user space (left, bottom,
    right, top); and whether they are drawn into the page now.
    """

    texts: tuple[str, ...] = ()
    places: tuple[tuple[float, float, float, float], ...] = ()
    drawn: bool = False


def shown_annotations(document: pypdfium.PdfDocument, index: int) -> Shown:
    """The form fields and shown annotations of a page.

    The annotations become part of the page in memory (the file is not touched): read the page's own text before.
    """
    page = document[index]
    try:
        if pdfium.FPDFPage_GetAnnotCount(page.raw) <= 0:
            return Shown()
        values = list(_values(page))
        places = tuple(_places(page))
        before = set(_lines(page))
        drawn = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS
    finally:
        page.close()
    if drawn:
        known = " ".join(" ".join(values).split())
        values += [line for line in _new_lines(document, index, before) if " ".join(line.split()) not in known]
    return Shown(tuple(dict.fromkeys(values)), places, drawn)


def _values(page: pypdfium.PdfPage) -> Iterator[str]:
    for annotation in _annotations(page):
        found = (_string(annotation, key).strip() for key in (b"V", b"Contents"))
        yield from (_LINE_END.sub("\n", value) for value in found if value)


def _places(page: pypdfium.PdfPage) -> Iterator[tuple[float, float, float, float]]:
    rect = pdfium.FS_RECTF()
    for annotation in _annotations(page):
        if pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            yield rect.left, rect.bottom, rect.right, rect.top


def _annotations(page: pypdfium.PdfPage) -> Iterator[Any]:
    """The annotations of a page that show text, each open while it is looked at."""
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) in _SHOWN:
                yield annotation
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)


def _new_lines(document: pypdfium.PdfDocument, index: int, before: set[str]) -> list[str]:
    """What the annotations drew: the lines of the page read anew, less those it had."""
    page = document[index]
    try:
        return [line for line in _lines(page) if line not in before]
    finally:
        page.close()


def _lines(page: pypdfium.PdfPage) -> list[str]:
    handle = page.get_textpage()
    try:
        return [line.strip() for line in handle.get_text_range().split("\r\n") if line.strip()]
    finally:
        handle.close()


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(annotation, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", "replace")


def _pdf_day(text: str) -> date | None:
    match = _PDF_DATE.match(text)
    try:
        return date(*(int(part) for part in match.groups())) if match else None
    except ValueError:
        return None
