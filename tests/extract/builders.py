"""Small files made by code: PDF with a Vietnamese face, Word files, broken and locked ones.

In: lines and boxes.  Out: bytes.  Promise: nothing here is random; the same call gives the same text.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

_FACES = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
)
A4 = (595.0, 842.0)
BODY = (
    "Thực hiện Kế hoạch công tác năm 2025, Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành",
    "tập trung triển khai các nhiệm vụ trọng tâm sau đây, bảo đảm tiến độ và chất lượng:",
    "1. Sở Tài chính chủ trì, phối hợp với Sở Nội vụ tham mưu phương án phân bổ kinh phí,",
    "báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 6 năm 2025.",
)


def face() -> str:
    """The name of a registered face with Vietnamese letters."""
    if "Body" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Body", face_file()))
    return "Body"


def face_file() -> str:
    """The file of that face."""
    return next(path for path in _FACES if Path(path).exists())


class Paper:
    """A PDF page by page; places are points from the top left corner."""

    def __init__(self, size: tuple[float, float] = A4, encrypt: StandardEncryption | None = None) -> None:
        self.buffer = io.BytesIO()
        self.size = size
        self.canvas = Canvas(self.buffer, pagesize=size, encrypt=encrypt, invariant=1)

    def text(self, x: float, y: float, text: str, size: float = 13) -> Paper:
        self.canvas.setFont(face(), size)
        self.canvas.drawString(x, self.size[1] - y, text)
        return self

    def lines(self, lines: tuple[str, ...], x: float = 70, y: float = 100, step: float = 18) -> Paper:
        for number, line in enumerate(lines):
            self.text(x, y + number * step, line)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Paper:
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)
        return self

    def grid(self, columns: tuple[float, ...], rows: tuple[float, ...]) -> Paper:
        for x in columns:
            self.rule(x, rows[0], x, rows[-1])
        for y in rows:
            self.rule(columns[0], y, columns[-1], y)
        return self

    def picture(self) -> Paper:
        """A picture over the whole page, as scanners make it."""
        from PIL import Image

        image = Image.new("L", (50, 70), 230)
        self.canvas.drawImage(ImageReader(image), 0, 0, *self.size)
        return self

    def turn(self, degrees: int) -> Paper:
        if degrees % 180:
            self.canvas.setPageSize((self.size[1], self.size[0]))  # reportlab gives a turned page the other format
        self.canvas.setPageRotation(degrees)
        return self

    def sideways(self, lines: tuple[str, ...]) -> Paper:
        """Lines set from the bottom to the top, as a landscape table on an upright page."""
        self.canvas.saveState()
        self.canvas.rotate(90)
        self.canvas.setFont(face(), 13)
        for number, line in enumerate(lines):
            self.canvas.drawString(60, -(60 + 18 * number), line)
        self.canvas.restoreState()
        return self

    def next(self) -> Paper:
        self.canvas.showPage()
        return self

    def done(self) -> bytes:
        self.canvas.showPage()
        self.canvas.save()
        return self.buffer.getvalue()


def locked_pdf(user: str, owner: str) -> bytes:
    """A PDF with a password to open it, or with an owner's password alone."""
    return Paper(encrypt=StandardEncryption(user, owner, strength=128)).lines(BODY).done()


def docx_bytes(document: docx.document.Document) -> bytes:
    """The bytes of a Word file."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def damaged_docx() -> bytes:
    """A Word file whose main part is no XML."""
    document = docx.Document()
    document.add_paragraph("Kính gửi: Sở Tài chính")
    return replace_part(docx_bytes(document), "word/document.xml", b"<w:document><w:body>")


def replace_part(data: bytes, name: str, content: bytes) -> bytes:
    """A package with one part exchanged."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.infolist():
            target.writestr(item.filename, content if item.filename == name else source.read(item.filename))
    return out.getvalue()


def empty_pdf() -> bytes:
    """A PDF whose page tree has no page."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n"
        b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n99\n%%EOF\n"
    )
