"""Writes a letter as a Word file: letterhead as a borderless table, Times New Roman, typed or automatic numbering.

In: a `Letter` and a path.  Out: a DOCX.
Promise: deterministic bytes: parts in one order, with one fixed time stamp.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from corpus.generator.model import Annex, Item, Letter
from corpus.generator.typeset import annex_note
from corpus.generator.wording import addressee_lines, date_line, inline, number_line, shown_position, title_subject

EPOCH = datetime(2025, 1, 1, tzinfo=UTC)
CENTRE, JUSTIFY, LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
LEVELS = (("decimal", "%1."), ("lowerLetter", "%2)"), ("bullet", "-"))


def write_docx(letter: Letter, path: Path, *, automatic: bool = False) -> Path:
    """Write `letter` to `path`; `automatic` leaves "1.", "a)", "-" to Word's own numbering."""
    document = docx.Document()
    _set_up(document, letter)
    numbering = _numbering(document) if automatic else None
    _letterhead(document, letter)
    _title(document, letter)
    for item in (*letter.opening, *letter.body):
        _item(document, item, numbering, 0)
    _ending(document, letter)
    if letter.annex:
        _annex(document, letter, letter.annex)
    buffer = BytesIO()
    document.save(buffer)
    path.write_bytes(_fixed(buffer.getvalue()))
    return path


def _fixed(data: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return out.getvalue()


def _set_up(document: WordDocument, letter: Letter) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Mm(30), Mm(17), Mm(20), Mm(20)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    style.paragraph_format.space_after = Pt(0)
    facts = document.core_properties
    facts.author, facts.title, facts.created, facts.modified, facts.revision = letter.issuer, letter.subject, EPOCH, EPOCH, 1
    facts.last_modified_by, facts.comments = letter.issuer, ""
    _page_number(document)


def _page_number(document: WordDocument) -> None:
    section = document.sections[0]
    section.different_first_page_header_footer = True  # no number on page 1 (Phụ lục I)
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = CENTRE
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _add(
    holder: WordDocument | _Cell, text: str, align: int, *, size: float = 14, bold: bool = False, italic: bool = False
) -> Paragraph:
    first = isinstance(holder, _Cell) and len(holder.paragraphs) == 1 and not holder.paragraphs[0].text
    paragraph = holder.paragraphs[0] if first else holder.add_paragraph()
    paragraph.alignment = align
    for i, part in enumerate(inline(text, "**", "**", " ").split("**")):
        if part:
            run = paragraph.add_run(part)
            run.font.size, run.bold, run.italic = Pt(size), bold or i % 2 == 1, italic
    return paragraph


def _rule(paragraph: Paragraph, side: float) -> None:
    # A rule is drawn as the lower border of an empty line, drawn in from both sides.
    borders = parse_xml(f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>')
    paragraph._p.get_or_add_pPr().append(borders)
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Mm(side)
    paragraph.paragraph_format.line_spacing = Pt(5)
    paragraph.paragraph_format.space_after = Pt(5)


def _letterhead(document: WordDocument, letter: Letter) -> None:
    table = document.add_table(rows=2, cols=2)
    _widths(table, (Mm(64), Mm(99)))
    left, right = table.rows[0].cells
    plain = len(letter.agency) - letter.bold_agency
    for i, line in enumerate(letter.agency):
        _add(left, line, CENTRE, size=13, bold=i >= plain)
    _rule(_add(left, "", CENTRE), 22)
    _add(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", CENTRE, size=12, bold=True)
    _add(right, "Độc lập - Tự do - Hạnh phúc", CENTRE, size=13, bold=True)
    _rule(_add(right, "", CENTRE), 21)
    left, right = table.rows[1].cells
    _add(left, number_line(letter), CENTRE, size=13)
    if letter.title is None:
        _add(left, f"V/v {letter.subject}", CENTRE, size=12)
    for line in (letter.urgency or "").splitlines():
        _add(left, line, CENTRE, size=13, bold=True)
    _add(right, date_line(letter), CENTRE, size=13.5, italic=True)
    document.add_paragraph()


def _widths(table: Table, widths: Sequence[Length]) -> None:
    # Word goes by the cells, LibreOffice by the grid: both are told.
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width


def _title(document: WordDocument, letter: Letter) -> None:
    if letter.title:
        _add(document, letter.title, CENTRE, bold=True)
        _add(document, title_subject(letter), CENTRE, bold=True)
        _rule(_add(document, "", CENTRE), 60)
    if letter.preface:
        _add(document, letter.preface, CENTRE, bold=True).paragraph_format.space_before = Pt(6)
    if letter.addressees:
        first, rest = addressee_lines(letter)
        _add(document, first, LEFT if rest else CENTRE).paragraph_format.left_indent = Mm(30) if rest else None
        for line in rest:
            _add(document, line, LEFT).paragraph_format.left_indent = Mm(55)
        document.add_paragraph()


def _item(document: WordDocument, item: Item, numbering: int | None, depth: int) -> None:
    level = _level(item.label) if numbering else None
    text = item.text if level is not None else f"{item.label} {item.text}".strip()
    paragraph = _add(document, text, CENTRE if item.centred else JUSTIFY, bold=item.bold)
    paragraph.paragraph_format.first_line_indent = None if item.centred else Mm(12.7)
    paragraph.paragraph_format.space_after = Pt(6)
    if level is not None and numbering:
        _number(paragraph, level, _new_list(document) if item.label == "1." else _latest(document))
    for child in item.children:
        _item(document, child, numbering, depth + 1)


def _level(label: str) -> int | None:
    if label == "-":
        return 2
    if label.endswith(")") and label[:-1].isalpha():
        return 1
    return 0 if label.rstrip(".").isdigit() else None


def _numbering(document: WordDocument) -> int:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        for i, (kind, text) in enumerate(LEVELS)
    )
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, abstract)
    return _new_list(document)


def _new_list(document: WordDocument) -> int:
    # Each list that begins with 1 is a list of its own with its counters set back, as Word writes it.
    root = document.part.numbering_part.element
    number = _latest(document) + 1
    start = "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(2))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="90"/>{start}</w:num>'))
    return number


def _latest(document: WordDocument) -> int:
    return max((int(num.get(qn("w:numId"))) for num in document.part.numbering_part.element.findall(qn("w:num"))), default=0)


def _number(paragraph: Paragraph, level: int, number: int) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'))


def _ending(document: WordDocument, letter: Letter) -> None:
    left, right = document.add_table(rows=1, cols=2).rows[0].cells
    _add(left, "Nơi nhận:", LEFT, size=12, bold=True, italic=True)
    for line in letter.recipients:
        _add(left, f"- {line}", LEFT, size=11)
    for line in (letter.authority or "").splitlines():
        _add(right, line, CENTRE, bold=True)
    _add(right, shown_position(letter), CENTRE, bold=True)
    for _ in range(4):
        right.add_paragraph()
    _add(right, letter.signer, CENTRE, bold=True)


def _annex(document: WordDocument, letter: Letter, annex: Annex) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    _add(document, annex.title, CENTRE, size=13, bold=True)
    _add(document, annex.subtitle, CENTRE, size=13, bold=True)
    _add(document, annex_note(letter), CENTRE, size=13, italic=True)
    table = document.add_table(rows=0, cols=len(annex.header), style="Table Grid")
    widths = [Mm(250 * share / sum(annex.widths)) for share in annex.widths]
    for i, cells in enumerate((annex.header, *(row.cells for row in annex.rows))):
        row = table.add_row()
        if len(cells) < len(widths):
            row.cells[1].merge(row.cells[-1])
        for j, text in enumerate(cells):
            _add(row.cells[j], text, CENTRE if i == 0 or j == 0 else LEFT, size=11.5, bold=i == 0 or len(cells) < len(widths))
    _widths(table, widths)
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(OxmlElement("w:tblHeader"))
