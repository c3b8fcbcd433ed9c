"""Word files: what Word shows is read, what it hides is not."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from models.errors import UnknownFormat
from models.text import Page
from pipeline.extract import office, read_pages, reader
from pipeline.extract.numbering import spell
from tests.extract.builders import docx_bytes

_LEVELS = """
<w:abstractNum {ns} w:abstractNumId="77">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
 <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF02D;"/></w:lvl>
 <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%5."/></w:lvl>
</w:abstractNum>"""


def _read(tmp_path: Path, document: docx.document.Document) -> Page:
    path = tmp_path / "van-ban.docx"
    path.write_bytes(docx_bytes(document))
    return read_pages(path).pages[0]


def _numbered(document: docx.document.Document) -> None:
    root = document.part.numbering_part.element
    root.insert(0, parse_xml(_LEVELS.format(ns=nsdecls("w"))))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    again = (
        f'<w:num {nsdecls("w")} w:numId="78"><w:abstractNumId w:val="77"/>'
        '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    root.append(parse_xml(again))


def _item(document: docx.document.Document, level: int, text: str, num: int = 77) -> None:
    properties = document.add_paragraph(text)._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'))


def _run(xml: str) -> object:
    return parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>")


def test_automatic_numbers_are_spelt_as_word_shows_them(tmp_path: Path) -> None:
    document = docx.Document()
    _numbered(document)
    for level, text in ((0, "Mục đích"), (1, "Nâng cao"), (1, "Bảo đảm"), (2, "rõ người"), (2, "rõ việc"), (3, "rõ thời gian")):
        _item(document, level, text)
    _item(document, 0, "Nhiệm vụ")
    _item(document, 1, "Sở Nội vụ")
    _item(document, 4, "Tổng hợp")
    _item(document, 1, "Danh sách mới", num=78)
    assert _read(tmp_path, document).raw.split("\n") == [
        "I. Mục đích",
        "1. Nâng cao",
        "2. Bảo đảm",
        "a) rõ người",
        "b) rõ việc",
        "- rõ thời gian",
        "II. Nhiệm vụ",
        "1. Sở Nội vụ",
        "1.1. Tổng hợp",
        "1. Danh sách mới",
    ]


def test_list_of_a_style_is_numbered(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Sở Tài chính", "Sở Y tế"):
        document.add_paragraph(text, style="List Bullet")
    assert _read(tmp_path, document).raw == "- Sở Tài chính\n- Sở Y tế"


@pytest.mark.parametrize(
    ("number", "style", "shown"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (7, "decimalZero", "07"),
        (5, "none", ""),
    ],
)
def test_numbers_are_spelt(number: int, style: str, shown: str) -> None:
    assert spell(number, style) == shown


def test_tables_stand_in_place_with_their_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Phụ lục")
    table = document.add_table(rows=4, cols=3)
    for row, texts in enumerate((("TT", "Nhiệm vụ", "Chủ trì"), ("1", "Rà soát", "Sở Nội vụ"), ("", "Công bố", "Sở Tư pháp"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 1).add_paragraph("- trước ngày 15/6")
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 2)).text = "II. NHÓM HAI"
    document.add_paragraph("Nơi nhận:")
    page = _read(tmp_path, document)
    assert page.raw == (
        "Phụ lục\nTT\tNhiệm vụ\tChủ trì\n1\tRà soát\n- trước ngày 15/6\tSở Nội vụ\n\tCông bố\tSở Tư pháp\nII. NHÓM HAI\nNơi nhận:"
    )
    cells = [[page.raw[c.start : c.end] for c in row] for row in page.tables[0].rows]
    assert cells[1] == ["1", "Rà soát\n- trước ngày 15/6", "Sở Nội vụ"]
    assert cells[2] == ["", "Công bố", "Sở Tư pháp"]
    assert cells[3] == ["II. NHÓM HAI"]


def test_hidden_and_deleted_text_is_left_out(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Sở Nội vụ ")
    paragraph._p.append(_run("<w:rPr><w:vanish/></w:rPr><w:t>bí mật </w:t>"))
    paragraph._p.append(
        parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>phối hợp </w:delText></w:r></w:del>')
    )
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>chủ trì</w:t></w:r></w:ins>'))
    document.sections[0].header.paragraphs[0].text = "Đầu trang"
    document.sections[0].footer.paragraphs[0].text = "Chân trang"
    assert _read(tmp_path, document).raw == "Sở Nội vụ chủ trì"


def test_capitals_by_format_and_special_characters(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph._p.append(_run("<w:rPr><w:caps/></w:rPr><w:t>ủy ban nhân dân</w:t><w:br/><w:t>tỉnh</w:t>"))
    document.add_paragraph("-\tSố 06/QĐ")._p.append(_run("<w:noBreakHyphen/><w:t>TTg</w:t><w:softHyphen/>"))
    document.add_paragraph("Nơi nhận:\tCHỦ TỊCH")
    assert _read(tmp_path, document).raw == "ỦY BAN NHÂN DÂN\nTỈNH\n- Số 06/QĐ-TTg\nNơi nhận:\tCHỦ TỊCH"


def test_empty_paragraph_is_a_blank_line(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("", "QUYẾT ĐỊNH", "", "", "Điều 1. Ban hành"):
        document.add_paragraph(text)
    assert _read(tmp_path, document).raw == "QUYẾT ĐỊNH\n\nĐiều 1. Ban hành"


def test_text_box_is_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Trước")
    box = "<w:txbxContent><w:p><w:r><w:t>KHẨN</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
            f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    assert _read(tmp_path, document).raw == "Trước\nKHẨN"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "WordDocument".encode("utf-16-le") + b"\x00" * 600


def test_old_word_file_without_libreoffice_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cu.doc"
    path.write_bytes(_OLE)
    monkeypatch.setattr(reader, "find_office", lambda: None)
    with pytest.raises(UnknownFormat, match=r"Word 97-2003.*LibreOffice.*giaoviec doctor.*\.docx"):
        read_pages(path)


@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed")
def test_old_word_file_goes_through_libreoffice(tmp_path: Path) -> None:
    program = office.find_office()
    assert program is not None
    # A .doc can only be made by LibreOffice itself: RTF is what it opens under that name too.
    rtf = rb"{\rtf1\ansi\ansicpg1252 {\fonttbl{\f0 Times New Roman;}}\f0 S\u7903? N\u7897?i v\u7909? ch\u7911? tr\u236?\par}"
    (tmp_path / "goc.docx").write_bytes(office.convert_to_docx(program, rtf, seconds=120))
    assert read_pages(tmp_path / "goc.docx").text == "Sở Nội vụ chủ trì"


def test_conversion_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    sleeper = tmp_path / "soffice"
    sleeper.write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    sleeper.chmod(0o755)
    with pytest.raises(office.ConversionFailed, match="quá"):
        office.convert_to_docx(str(sleeper), b"x", seconds=0.2)
