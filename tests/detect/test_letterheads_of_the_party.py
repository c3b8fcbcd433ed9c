"""Letterheads of the Party and of old papers: two columns on one line, grounds with dashes, a blank in the symbol."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

TWO_COLUMNS = """TỈNH ỦY SƠN KHÊ                              ĐẢNG CỘNG SẢN VIỆT NAM
*
Số 21-NQ/TU                              Sơn Khê, ngày 14 tháng 6 năm 2022

NGHỊ QUYẾT
{whose}về phát triển kinh tế rừng

{grounds}
I- NHIỆM VỤ, GIẢI PHÁP
1. Ban Tuyên giáo Tỉnh ủy hướng dẫn học tập Nghị quyết.
2. Văn phòng Tỉnh ủy theo dõi việc thực hiện.
"""


@pytest.mark.parametrize("whose", ["", "CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\n"])
def test_both_columns_of_the_party_on_one_line(read: Read, whose: str) -> None:
    found = read(TWO_COLUMNS.format(whose=whose, grounds=""))[1].fields
    assert (found.number, found.place, found.issued) == ("21-NQ/TU", "Sơn Khê", date(2022, 6, 14))
    assert (found.issuer, found.subject) == ("Tỉnh ủy Sơn Khê", "phát triển kinh tế rừng")


def test_grounds_with_dashes_are_no_part_of_the_title(read: Read) -> None:
    grounds = "- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy định số 24-QĐ/TW của Bộ Chính trị,\nTỉnh ủy ban hành Nghị quyết như sau:\n"
    directive = read(TWO_COLUMNS.format(whose="", grounds=grounds))[1]
    assert directive.fields.subject == "phát triển kinh tế rừng"
    assert [task.text[:12] for task in directive.tasks] == ["Ban Tuyên gi", "Văn phòng Tỉ"]


def test_a_title_in_lines_with_dashes_stays_whole(read: Read) -> None:
    text = TWO_COLUMNS.format(whose="", grounds="").replace("kinh tế rừng\n", "kinh tế rừng\n- Đợt I năm 2022\n")
    assert read(text)[1].fields.subject == "phát triển kinh tế rừng - Đợt I năm 2022"


@pytest.mark.parametrize(
    ("printed", "number"),
    [("Số: 41 KH/UB", "41 KH/UB"), ("Số: 12 /KH-UBND", "12/KH-UBND"), ("Số: 12/KH-UBND Bản 2", "12/KH-UBND")],
)
def test_a_blank_inside_an_old_symbol(read: Read, printed: str, number: str) -> None:
    text = (
        f"ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\n{printed}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Sơn Khê, ngày 5 tháng 3 năm 1996\n\nKẾ HOẠCH\nTrồng rừng năm 1996\n\nI. NHIỆM VỤ\n1. Sở Lâm nghiệp báo cáo.\n"
    )
    found = read(text)[1].fields
    assert (found.number, found.type) == (number, "KH")
