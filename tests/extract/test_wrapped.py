"""Tables of fixed width whose cells are wrapped over several lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.directive import Role
from pipeline.extract.bars import bar_tables
from pipeline.extract.wrapped import unwrap_tables
from pipeline.flow import load_engine, read_directive

PLAN = """KẾ HOẠCH
|STT |Nội dung             |Phân công                |Ghi chú |
|    |                     |Chủ trì     |Phối hợp    |        |
|I   |CÔNG TÁC TUYÊN TRUYỀN                                    |
|1   |Mở chuyên mục về rừng|Đài PTTH    |Chi cục     |        |
|    |trên sóng phát thanh |Sơn Khê     |Kiểm lâm    |        |
|2   |In tờ rơi            |Chi cục     |            |Trong   |
|    |                     |Kiểm lâm    |            |tháng 5 |
II. Tổ chức thực hiện
"""
RULED = """+------+--------------+------------+
| Việc | Nội dung     | Cơ quan    |
+======+==============+============+
| Một  | Rà soát hộ   | Phòng      |
|      | nghèo        | Nội vụ     |
+------+--------------+------------+
| Hai  | Họp dân      | Xã Bằng    |
+------+--------------+------------+"""
LETTERHEAD = """|ỦY BAN NHÂN DÂN         |CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM   |
|TỈNH SƠN KHÊ            |Độc lập - Tự do - Hạnh phúc          |
|Số: 15/KH-UBND          |Sơn Khê, ngày 12 tháng 3 năm 2024    |
"""
MARKDOWN = """| TT | Nhiệm vụ | Cơ quan chủ trì |
|----|----------|-----------------|
| 1  | Rà soát  | Sở Tư pháp      |
| 2  | Họp      | Sở Nội vụ       |
"""
UNNUMBERED = """|Cơ quan   |Kênh   |Thời hạn |
|Đài tỉnh  |31     |01/5     |
|Sơn Khê   |       |         |
|Đài huyện |32     |01/6     |
"""


def grid(text: str) -> list[list[str]]:
    (table,) = bar_tables(text)
    return [[text[a:b] for a, b in row] for row in table.rows]


def test_each_row_is_put_on_a_line() -> None:
    text = unwrap_tables(PLAN)
    assert grid(text) == [
        ["STT", "Nội dung", "Phân công", "", "Ghi chú"],
        ["", "", "Chủ trì", "Phối hợp", ""],
        ["I", "CÔNG TÁC TUYÊN TRUYỀN", "", "", ""],
        ["1", "Mở chuyên mục về rừng trên sóng phát thanh", "Đài PTTH Sơn Khê", "Chi cục Kiểm lâm", ""],
        ["2", "In tờ rơi", "Chi cục Kiểm lâm", "", "Trong tháng 5"],
    ]
    assert text.startswith("KẾ HOẠCH\n|STT")
    assert text.endswith("|\nII. Tổ chức thực hiện\n")
    assert sorted(text.replace("|", " ").split()) == sorted(PLAN.replace("|", " ").split())


def test_its_rows_are_tasks(tmp_path: Path) -> None:
    (tmp_path / "kh.txt").write_text(
        "UBND HUYỆN SƠN KHÊ\nSố: 15/KH-UBND\nKẾ HOẠCH\nBảo vệ rừng năm 2024\nPHỤ LỤC\n" + PLAN, encoding="utf-8"
    )
    first, second = read_directive(tmp_path / "kh.txt", engine=load_engine()).tasks
    assert first.text == "Mở chuyên mục về rừng trên sóng phát thanh"
    assert [(a.role, a.name) for a in first.agencies] == [(Role.LEAD, "Đài PTTH Sơn Khê"), (Role.COORDINATE, "Chi cục Kiểm lâm")]
    assert [(a.role, a.name) for a in second.agencies] == [(Role.LEAD, "Chi cục Kiểm lâm")]


def test_lines_of_dashes_tell_where_rows_begin() -> None:
    assert grid(unwrap_tables(RULED)) == [
        ["Việc", "Nội dung", "Cơ quan"],
        ["Một", "Rà soát hộ nghèo", "Phòng Nội vụ"],
        ["Hai", "Họp dân", "Xã Bằng"],
    ]


def test_bars_of_merged_cells_may_stand_beside_those_of_the_others() -> None:
    shifted = PLAN.replace(
        "TUYÊN TRUYỀN                                    |", "TUYÊN TRUYỀN                                     |"
    )
    assert shifted != PLAN
    assert unwrap_tables(shifted) == unwrap_tables(PLAN)


@pytest.mark.parametrize(
    "text",
    [
        LETTERHEAD,
        MARKDOWN,
        UNNUMBERED,
        PLAN.replace("|Sơn Khê     |", "|Sơn Khê |    "),
        "Không có bảng nào.\n| một | hai |\n",
    ],
    ids=["letterhead", "a-row-a-line", "rows-without-numbers", "a-bar-out-of-place", "no-table"],
)
def test_what_is_no_such_table_stays_as_it_is(text: str) -> None:
    assert unwrap_tables(text) == text
