"""Sets a letter as PDF in the layout of NĐ 30/2020/NĐ-CP, Phụ lục I: A4, 14 pt serif, two-column letterhead with rules.

In: a `Letter` and a path.  Out: a PDF with embedded TrueType faces and a healthy text layer.
Promise: deterministic bytes (reportlab's invariant mode): the same letter gives the same file.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    HRFlowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
    TableStyle,
)

from corpus.generator.model import Annex, Item, Letter
from corpus.generator.wording import addressee_lines, date_line, inline, number_line, shown_position, title_subject

FONTS = Path("/usr/share/fonts/truetype/liberation2")  # Debian's fonts-liberation2: the older package lacks Vietnamese letters
FACES = {"Regular": "Serif", "Bold": "Serif-Bold", "Italic": "Serif-Italic", "BoldItalic": "Serif-BoldItalic"}
LEFT, RIGHT, TOP, BOTTOM = 30 * mm, 17 * mm, 20 * mm, 20 * mm  # Phụ lục I: 30-35, 15-20, 20-25, 20-25 mm
WIDTH = A4[0] - LEFT - RIGHT
INDENT = 12.7 * mm  # Phụ lục I: 1 cm or 1.27 cm


def write_pdf(letter: Letter, path: Path) -> Path:
    """Typeset `letter` into `path`."""
    _register_fonts()
    document = BaseDocTemplate(str(path), pagesize=A4, title=letter.subject, author=letter.issuer, invariant=1, pageCompression=1)
    document.addPageTemplates([_template("tall", A4, letter), _template("wide", landscape(A4), letter)])
    document.build(_story(letter))
    return path


def _register_fonts() -> None:
    if "Serif" in pdfmetrics.getRegisteredFontNames():
        return
    for face, name in FACES.items():
        pdfmetrics.registerFont(TTFont(name, str(FONTS / f"LiberationSerif-{face}.ttf")))
    pdfmetrics.registerFontFamily("Serif", normal="Serif", bold="Serif-Bold", italic="Serif-Italic", boldItalic="Serif-BoldItalic")


def _template(name: str, size: tuple[float, float], letter: Letter) -> PageTemplate:
    side, foot = (LEFT, BOTTOM) if name == "tall" else (20 * mm, 17 * mm)
    frame = Frame(side, foot, size[0] - side - RIGHT, size[1] - TOP - foot, 0, 0, 0, 0, id=name)

    def furniture(canvas: Canvas, _: object) -> None:
        if canvas.getPageNumber() > 1:
            canvas.setFont("Serif", 13)
            canvas.drawCentredString(size[0] / 2, size[1] - 13 * mm, str(canvas.getPageNumber()))
        elif letter.stamp:
            _stamp(canvas, letter)

    return PageTemplate(id=name, frames=[frame], onPage=furniture, pagesize=size)


def _stamp(canvas: Canvas, letter: Letter) -> None:
    # Signing systems draw these lines small, at the top right corner of the first page.
    canvas.saveState()
    canvas.setFont("Serif", 7)
    for i, line in enumerate(letter.stamp):
        canvas.drawString(A4[0] - 66 * mm, A4[1] - (6 + 3 * i) * mm, line)
    canvas.restoreState()


def _style(size: float = 14, align: int = TA_JUSTIFY, font: str = "Serif", **more: object) -> ParagraphStyle:
    return ParagraphStyle("p", fontName=font, fontSize=size, leading=size * 1.28, alignment=align, justifyBreaks=1, **more)


def _paragraph(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(inline(escape(text, quote=False), "<b>", "</b>", "<br/>"), style)


def _story(letter: Letter) -> list[Flowable]:
    story: list[Flowable] = [_letterhead(letter), Spacer(1, 10)]
    story += _title(letter) + _addressees(letter)
    for item in (*letter.opening, *letter.body):
        story += _item(item)
    story += [Spacer(1, 8), KeepTogether([_ending(letter)])]
    if letter.annex:
        story += [NextPageTemplate("wide"), PageBreak(), *_annex(letter, letter.annex)]
    return story


def _letterhead(letter: Letter) -> Table:
    centre = _style(13, TA_CENTER)
    bold, motto = _style(13, TA_CENTER, "Serif-Bold"), _style(12, TA_CENTER, "Serif-Bold")
    plain = len(letter.agency) - letter.bold_agency
    left: list[Flowable] = [_paragraph(line, centre if i < plain else bold) for i, line in enumerate(letter.agency)]
    left.append(HRFlowable(width=55, thickness=0.7, color="black", spaceBefore=2, spaceAfter=4))
    right: list[Flowable] = [
        _paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", motto),
        _paragraph("Độc lập - Tự do - Hạnh phúc", bold),
    ]
    right.append(HRFlowable(width=165, thickness=0.7, color="black", spaceBefore=2, spaceAfter=4))
    number: list[Flowable] = [
        _FormLine(number_line(letter), letter.number) if letter.fields_in_form else _paragraph(number_line(letter), centre)
    ]
    if letter.title is None:
        number.append(_paragraph(f"V/v {letter.subject}", _style(12, TA_CENTER)))
    if letter.urgency:
        number.append(_urgency(letter.urgency))
    place = _paragraph(date_line(letter), _style(13.5, TA_CENTER, "Serif-Italic"))
    style = [
        ("ALIGN", (0, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ]
    style += [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, 0), 6)]
    return Table([[left, right], [number, place]], colWidths=[WIDTH * 0.405, WIDTH * 0.595], style=TableStyle(style))


def _urgency(word: str) -> Table:
    cell = _paragraph(word, _style(13, TA_CENTER, "Serif-Bold"))
    return Table(
        [[cell]],
        colWidths=[125],
        spaceBefore=6,
        style=TableStyle([("BOX", (0, 0), (-1, -1), 1, "black"), ("BOTTOMPADDING", (0, 0), (-1, -1), 5)]),
    )


class _FormLine(Flowable):
    """The number line with the number itself in a form field, as signing systems fill it in after the paper was made."""

    def __init__(self, line: str, number: str | None) -> None:
        super().__init__()
        self.line, self.number, self.height = line.replace(number or "", "          ", 1), number or "", 17

    def wrap(self, width: float, _: float) -> tuple[float, float]:
        self.width = width
        return width, self.height

    def draw(self) -> None:
        canvas = self.canv
        canvas.setFont("Serif", 13)
        start = (self.width - canvas.stringWidth(self.line, "Serif", 13)) / 2
        canvas.drawString(start, 4, self.line)
        x = start + canvas.stringWidth("Số: ", "Serif", 13)
        canvas.acroForm.textfield(
            name="so",
            value=self.number,
            x=x,
            y=1,
            width=30,
            height=14,
            fontSize=12,
            borderWidth=0,
            relative=True,
            fieldFlags="readOnly",
        )


def _title(letter: Letter) -> list[Flowable]:
    if letter.title is None:
        return []
    bold = _style(14, TA_CENTER, "Serif-Bold")
    lines: list[Flowable] = [_paragraph(letter.title, bold), _paragraph(title_subject(letter), bold)]
    lines.append(HRFlowable(width=100, thickness=0.7, color="black", spaceBefore=3, spaceAfter=10))
    if letter.preface:
        lines.append(_paragraph(letter.preface, _style(14, TA_CENTER, "Serif-Bold", spaceAfter=8)))
    return lines


def _addressees(letter: Letter) -> list[Flowable]:
    if not letter.addressees:
        return []
    first, rest = addressee_lines(letter)
    if not rest:
        return [_paragraph(first, _style(14, TA_CENTER, spaceAfter=8))]
    lines: list[Flowable] = [_paragraph(first, _style(14, TA_LEFT, leftIndent=85))]
    lines += [_paragraph(line, _style(14, TA_LEFT, leftIndent=155)) for line in rest]
    return [*lines, Spacer(1, 8)]


def _item(item: Item) -> list[Flowable]:
    align = TA_CENTER if item.centred else TA_JUSTIFY
    style = _style(14, align, "Serif-Bold" if item.bold else "Serif", firstLineIndent=0 if item.centred else INDENT, spaceAfter=5)
    text = f"{item.label} {item.text}".strip()
    return [_paragraph(text, style), *(flowable for child in item.children for flowable in _item(child))]


def _ending(letter: Letter) -> Table:
    left: list[Flowable] = [_paragraph("Nơi nhận:", _style(12, TA_LEFT, "Serif-BoldItalic"))]
    left += [_paragraph(f"- {line}", _style(11, TA_LEFT)) for line in letter.recipients]
    bold = _style(14, TA_CENTER, "Serif-Bold")
    right: list[Flowable] = [_paragraph(line, bold) for line in (letter.authority or "").splitlines()]
    right += [_paragraph(shown_position(letter), bold), Spacer(1, 62), _paragraph(letter.signer, bold)]
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)])
    return Table([[left, right]], colWidths=[WIDTH * 0.5, WIDTH * 0.5], style=style)


def _annex(letter: Letter, annex: Annex) -> list[Flowable]:
    bold, italic = _style(13, TA_CENTER, "Serif-Bold"), _style(13, TA_CENTER, "Serif-Italic", spaceAfter=8)
    whole = landscape(A4)[0] - 20 * mm - RIGHT
    widths = [whole * share / sum(annex.widths) for share in annex.widths]
    head, cell, mid = _style(11.5, TA_CENTER, "Serif-Bold"), _style(11.5, TA_LEFT), _style(11.5, TA_CENTER)
    rows: list[list[Flowable | str]] = [[_paragraph(name, head) for name in annex.header]]
    marks: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.6, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    for i, row in enumerate(annex.rows, start=1):
        if row.duty is None:
            group = _style(11.5, TA_LEFT, "Serif-Bold")
            rows.append([_paragraph(row.cells[0], head), _paragraph(row.cells[1], group), *[""] * (len(widths) - 2)])
            marks.append(("SPAN", (1, i), (-1, i)))
        else:
            rows.append([_paragraph(text, mid if j == 0 else cell) for j, text in enumerate(row.cells)])
    table = Table(rows, colWidths=widths, repeatRows=1, style=TableStyle(marks))
    return [_paragraph(annex.title, bold), _paragraph(annex.subtitle, bold), _paragraph(annex_note(letter), italic), table]


def annex_note(letter: Letter) -> str:
    """The line in brackets that ties an annex to its document."""
    kind = (letter.title or "Công văn").capitalize()
    number = f"{letter.number or '      '}/{letter.symbol}"
    day = letter.issued
    when = f" ngày {day.day:02}/{day.month}/{day.year}" if day else ""
    return f"(Kèm theo {kind} số {number}{when} của {letter.issuer})"
