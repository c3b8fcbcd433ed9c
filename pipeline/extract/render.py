"""The picture of a PDF page, as a scanner would give it, at the resolution its own pictures have.

In: an open PDF and a page.  Out: a picture and its resolution.
Promise: how large the picture will be is known before anything is decoded; what is too large is refused with the figure.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium
from PIL import Image

from pipeline.extract.settings import ReadSettings

_LEAST_DPI, _USUAL_DPI, _MOST_DPI = 150, 200, 300
"""Below 150 small print is lost; office scanners give 200; above 300 OCR takes longer and reads no better (150 to 400 dpi on six
real scans: 11.1, 12.0, 12.6, 12.4 % wrong characters)."""
_POINTS = 72.0
_DEPTH, _OBJECTS = 3, 5_000
_COLOURLESS_BITS = 1


class NoPicture(Exception):
    """The page cannot be drawn; the message is a Vietnamese clause."""


def render_page(document: pypdfium.PdfDocument, index: int, settings: ReadSettings) -> tuple[Image.Image, int]:
    """The picture of a page and its dots per inch; raises NoPicture.

    1. Electronic signatures are not drawn: their text is known without OCR, and their boxes cover the page's own.
    2. The document is changed in memory: draw pages from a document that nothing else reads.
    """
    try:
        page = document[index]
        try:
            sizes = list(_picture_sizes(page.raw))
            _refuse_bombs(sizes, settings)
            dpi = _resolution(page, sizes, settings)
            _drop_signatures(page.raw)
            bitmap = page.render(scale=dpi / _POINTS, rev_byteorder=True, grayscale=_colourless(page.raw))
            try:
                return bitmap.to_pil().copy(), dpi
            finally:
                bitmap.close()
        finally:
            page.close()
    except pypdfium.PdfiumError as error:
        raise NoPicture("không vẽ được trang") from error


def _refuse_bombs(sizes: list[tuple[int, int, float]], settings: ReadSettings) -> None:
    largest = max((width * height / 1e6 for width, height, _ in sizes), default=0.0)
    if largest > settings.max_megapixels:
        raise NoPicture(f"ảnh {largest:.0f} megapixel, nhiều nhất {settings.max_megapixels:.0f}")


def _resolution(page: pypdfium.PdfPage, sizes: list[tuple[int, int, float]], settings: ReadSettings) -> int:
    width, height = page.get_size()
    own = max(sizes, key=lambda size: size[0] * size[1])[2] if sizes else _USUAL_DPI
    dpi = min(_MOST_DPI, max(_USUAL_DPI, round(own)))
    inches = width * height / _POINTS**2
    if inches * dpi**2 > settings.max_megapixels * 1e6:
        dpi = int((settings.max_megapixels * 1e6 / inches) ** 0.5)
    if dpi < _LEAST_DPI:
        least = inches * _LEAST_DPI**2 / 1e6
        raise NoPicture(f"trang khổ lớn, ảnh {least:.0f} megapixel, nhiều nhất {settings.max_megapixels:.0f}")
    return dpi


def _picture_sizes(page: Any) -> Iterator[tuple[int, int, float]]:
    """Width and height in pixels of each picture on the page, and its dots per inch as it is shown."""
    width, height = ctypes.c_uint(), ctypes.c_uint()
    bounds = tuple(ctypes.c_float() for _ in range(4))
    references = tuple(ctypes.byref(value) for value in bounds)
    for item in _pictures(page):
        if not pdfium.FPDFImageObj_GetImagePixelSize(item, ctypes.byref(width), ctypes.byref(height)):
            continue
        shown = 0.0
        if pdfium.FPDFPageObj_GetBounds(item, *references):
            left, bottom, right, top = (value.value for value in bounds)
            shown = max(right - left, top - bottom)
        longer = max(width.value, height.value)
        yield width.value, height.value, longer / shown * _POINTS if shown > 1 else float(_USUAL_DPI)


def _pictures(page: Any) -> Iterator[Any]:
    items = (pdfium.FPDFPage_GetObject(page, index) for index in range(min(_OBJECTS, pdfium.FPDFPage_CountObjects(page))))
    yield from _pictures_in(items, _DEPTH)


def _pictures_in(items: Iterator[Any], depth: int) -> Iterator[Any]:
    for item in items:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            yield item
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
            count = min(_OBJECTS, pdfium.FPDFFormObj_CountObjects(item))
            yield from _pictures_in((pdfium.FPDFFormObj_GetObject(item, at) for at in range(count)), depth - 1)


def _colourless(page: Any) -> bool:
    """Whether all pictures are black and white: then a third of the memory will do."""
    facts = pdfium.FPDF_IMAGEOBJ_METADATA()
    seen = False
    for item in _pictures(page):
        seen = True
        read = pdfium.FPDFImageObj_GetImageMetadata(item, page, ctypes.byref(facts))
        if not read or facts.bits_per_pixel != _COLOURLESS_BITS:
            return False
    return seen


def _drop_signatures(page: Any) -> None:
    for index in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        signature = _is_signature(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if signature:
            pdfium.FPDFPage_RemoveAnnot(page, index)


def _is_signature(annotation: Any) -> bool:
    if pdfium.FPDFAnnot_GetSubtype(annotation) != pdfium.FPDF_ANNOT_WIDGET:
        return False
    buffer = (ctypes.c_ushort * 8)()
    length = pdfium.FPDFAnnot_GetStringValue(annotation, b"FT", buffer, ctypes.sizeof(buffer))
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace") == "Sig"
