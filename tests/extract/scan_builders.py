"""Pages as offices really send them, made by code: scans, stamps over scans, lying text layers, pictures.

In: lines of Vietnamese.  Out: bytes of PDF or image files.  Promise: nothing here is random; the same call gives the same picture.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from unittest.mock import patch

import pypdfium2
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from tests.extract.builders import Paper

SMALL = (420.0, 300.0)
"""Half a page: it reads in a third of a second."""
DPI = 150
LINES = (
    "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành",
    "tập trung thực hiện các nhiệm vụ trọng tâm sau đây:",
    "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ",
    "tham mưu phương án phân bổ kinh phí năm 2025,",
    "báo cáo trước ngày 15 tháng 6 năm 2025.",
    "2. Sở Y tế hướng dẫn các bệnh viện phòng chống dịch.",
)


def paper(lines: tuple[str, ...] = LINES, size: tuple[float, float] = SMALL) -> bytes:
    """A born-digital page."""
    return Paper(size).lines(lines, x=40, y=50, step=24).done()


def pictures_of(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """The pages of a PDF as grey pictures."""
    document = pypdfium2.PdfDocument(pdf)
    found = [document[index].render(scale=dpi / 72, grayscale=True).to_pil().copy() for index in range(len(document))]
    document.close()
    return found


def noisy(image: Image.Image) -> Image.Image:
    """Light noise as a worn scanner glass gives: grey paper and specks in a fixed pattern."""
    worn = image.point(lambda level: 30 + level * 200 // 255)
    draw = ImageDraw.Draw(worn)
    for number in range(120):
        x, y = number * 7919 % worn.width, number * 104729 % worn.height
        draw.point((x, y), fill=60)
    return worn


def scan_pdf(*pages: Image.Image, dpi: int = DPI, over: Callable[[Canvas], None] | None = None) -> bytes:
    """A PDF of pictures; `over` draws on top of each page."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for image in pages:
        width, height = image.width * 72 / dpi, image.height * 72 / dpi
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(image), 0, 0, width, height)
        if over:
            over(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def hidden_text(lines: tuple[str, ...]) -> Callable[[Canvas], None]:
    """The text layer of an OCR engine: there, but not shown."""

    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(40, 240)
        text.setTextRenderMode(3)
        text.setFont(_face(), 13)
        for line in lines:
            text.textLine(line)
        canvas.drawText(text)

    return draw


def signature_stamp(canvas: Canvas) -> None:
    """The lines that signing services draw in a corner."""
    canvas.setFont(_face(), 5)
    for number, line in enumerate(("Người ký: Ủy ban nhân dân tỉnh Phú Lâm", "Thời gian ký: 23.04.2026 15:54:16 +07:00")):
        canvas.drawString(290, 290 - 6 * number, line)


@contextmanager
def lying_map(letters: Mapping[str, str] | Callable[[str], str]) -> Iterator[None]:
    """PDFs made inside show the right letters and say others: a broken ToUnicode map, or a font of an old encoding."""
    say = letters if callable(letters) else lambda letter: letters.get(letter, letter)

    def make(name: str, subset: list[int]) -> str:
        said = ((code, say(chr(letter)).encode("utf-16-be").hex().upper()) for code, letter in enumerate(subset))
        rows = "\n".join(f"<{code:02X}> <{text}>" for code, text in said)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange\n"
            f"{len(subset)} beginbfchar\n{rows}\nendbfchar\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )

    with patch.object(ttfonts, "makeToUnicodeCMap", make):
        yield


def image_file(kind: str, *pages: Image.Image, dpi: int = DPI, **options: object) -> bytes:
    """An image file; several pages only as TIFF."""
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": list(pages[1:])} if len(pages) > 1 else {}
    pages[0].save(buffer, kind, dpi=(dpi, dpi), **more, **options)
    return buffer.getvalue()


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of a few bytes whose header promises a huge picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def pdf_that_claims(width: int, height: int, good: Image.Image) -> bytes:
    """A PDF of two pages: a good scan, and one whose picture says that it is huge."""
    pdf = scan_pdf(good, Image.new("1", (801, 601)))
    assert pdf.count(b"/Width 801") == pdf.count(b"/Height 601") == 1
    # The new numbers may be longer than the old ones: readers rebuild the table of objects.
    return pdf.replace(b"/Width 801", f"/Width {width}".encode()).replace(b"/Height 601", f"/Height {height}".encode())


def _face() -> str:
    if "Body" not in pdfmetrics.getRegisteredFontNames():
        paper()
    return "Body"
