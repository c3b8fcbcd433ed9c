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
from typing import Any

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

_LOG = logging.getLogger(__name__)
_PDF_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
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


def annotation_texts(page: pypdfium.PdfPage) -> tuple[str, ...]:
    """The texts of the form fields and shown annotations of a page, each once. The page is no more use afterwards."""
    if pdfium.FPDFPage_GetAnnotCount(page.raw) <= 0:
        return ()
    try:
        return tuple(dict.fromkeys(_page_values(page)))
    except (pypdfium.PdfiumError, ValueError, OSError) as error:
        _LOG.warning("annotations of a page left out: %s", error)
        return ()


def _page_values(page: pypdfium.PdfPage) -> Iterator[str]:
    count = pdfium.FPDFPage_GetAnnotCount(page.raw)
    shown = False
    for index in range(max(0, count)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(annotation) in _SHOWN:
                shown = True
                for key in (b"V", b"Contents"):
                    value = _string(annotation, key).strip()
                    if value:
                        yield value
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    if shown:
        yield from _appearances(page)


def _appearances(page: pypdfium.PdfPage) -> Iterator[str]:
    """The lines that annotations draw: the text of the page with them, less its text without them.

    The annotations are made part of the page in memory; the file is not touched. pdfium shows them on a page read anew.
    """
    before = _lines(page)
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return
    known = set(before)
    yield from (line for line in _lines(page) if line not in known)


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
