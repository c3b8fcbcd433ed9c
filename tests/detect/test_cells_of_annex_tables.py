"""Whom the cells of annex tables name, beyond a plain list of known bodies."""

from __future__ import annotations

import pytest

from models.text import Cell, Document, FileFacts, Page, PageSource, Table
from pipeline.detect import Detector, detect
from pipeline.outline import outline
from tests.reading import outline_rules

HEADINGS = ["TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian"]


def roles(lead: str, along: str, detector: Detector) -> list[str]:
    """The bodies of a table with one row, each with its role."""
    text, table = "KẾ HOẠCH\nBảo vệ rừng\n", []
    for row in (HEADINGS, ["1", "Mở lớp tập huấn", lead, along, "Tháng 5/2025"]):
        cells = []
        for cell in row:
            cells.append(Cell(len(text), len(text) + len(cell)))
            text += cell + "\t"
        text = text[:-1] + "\n"
        table.append(tuple(cells))
    page = Page(1, text, text, PageSource.PLAIN, "", 1.0, tables=(Table(tuple(table)),))
    document = Document(FileFacts("kh.docx", "0" * 64, 1, "docx"), (page,))
    (task,) = detect(outline(document, rules=outline_rules()), detector=detector).tasks
    return [f"{agency.role.value} {agency.name}" for agency in task.agencies]


@pytest.mark.parametrize(
    ("lead", "along", "expected"),
    [
        pytest.param("TCLN, BQLDA, TTG", "", ["lead TCLN", "lead BQLDA", "lead TTG"], id="abbreviations-alone"),
        pytest.param(
            "Sở Y tế, VPĐP",
            "HKL huyện; MTTQ xã",
            ["lead Sở Y tế", "lead VPĐP", "coordinate HKL huyện", "coordinate MTTQ xã"],
            id="abbreviations-beside-bodies",
        ),
        pytest.param("Tổng cục Lâm nghiệp (TCLN)", "", ["lead Tổng cục Lâm nghiệp"], id="an-abbreviation-of-the-body-before"),
        pytest.param("Thầy Bình, BTC lớp", "", ["lead Thầy Bình, BTC lớp"], id="a-cell-of-other-words"),
        pytest.param("Sở Nội vụ, giai đoạn II", "", ["lead Sở Nội vụ"], id="a-number"),
    ],
)
def test_abbreviations(lead: str, along: str, expected: list[str], detector: Detector) -> None:
    assert roles(lead, along, detector) == expected


@pytest.mark.parametrize(
    ("lead", "along", "expected"),
    [
        pytest.param(
            "Sở Y tế chủ trì, phối hợp với Sở Tài chính và UBND các huyện",
            "",
            ["lead Sở Y tế", "coordinate Sở Tài chính", "coordinate UBND các huyện"],
            id="with-whom",
        ),
        pytest.param("Vụ Pháp chế soạn thảo, trình Bộ trưởng", "", ["lead Vụ Pháp chế", "report_to Bộ trưởng"], id="to-whom"),
        pytest.param(
            "Sở Y tế",
            "Các sở, ngành liên quan; báo cáo UBND tỉnh",
            ["lead Sở Y tế", "coordinate Các sở, ngành liên quan", "report_to UBND tỉnh"],
            id="who-works-along-and-to-whom",
        ),
        pytest.param(
            "Sở Y tế và Sở Tài chính", "Công an tỉnh", ["lead Sở Y tế", "lead Sở Tài chính", "coordinate Công an tỉnh"], id="a-list"
        ),
    ],
)
def test_words_of_a_cell_that_give_another_role(lead: str, along: str, expected: list[str], detector: Detector) -> None:
    assert roles(lead, along, detector) == expected


def test_a_name_does_not_reach_over_a_bullet(detector: Detector) -> None:
    along = "- Vụ Pháp chế\n- Thời báo lâm nghiệp\n- Văn phòng Bộ"
    expected = ["lead Cục Kiểm lâm", "coordinate Vụ Pháp chế", "coordinate Thời báo lâm nghiệp", "coordinate Văn phòng Bộ"]
    assert roles("- Cục Kiểm lâm", along, detector) == expected
