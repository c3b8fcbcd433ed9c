"""Tables whose cells are parted by tabs, or by bars without one at either end of the line."""

from __future__ import annotations

import pytest

from pipeline.extract.parted import parted_tables

HEADINGS = ("TT", "Nội dung công việc", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian")
FIRST = ("1", "Rà soát quy chế", "Văn phòng", "Công an xã", "Tháng 10/2025")
SECOND = ("2", "Sửa nhà văn hóa", "Phòng Kinh tế", "Thôn Phú Hòa", "Quý IV/2025")


def rows(text: str) -> list[list[list[str]]]:
    return [[[text[a:b] for a, b in row] for row in table.rows] for table in parted_tables(text)]


@pytest.mark.parametrize("sign", ["\t", " | ", " \t "])
def test_a_line_is_a_row_below_known_headings(sign: str) -> None:
    text = (
        "II. PHÂN CÔNG\n\n" + "\n".join(map(sign.join, (HEADINGS, FIRST, SECOND))) + "\nIII. TỔ CHỨC THỰC HIỆN\nGiao Văn phòng.\n"
    )
    assert rows(text) == [[list(HEADINGS), list(FIRST), list(SECOND)]]


@pytest.mark.parametrize("title", ["I\tCải cách thể chế", "I. Cải cách thể chế", "I.\tCải cách thể chế"])
def test_the_title_of_a_group_is_a_row_where_rows_follow(title: str) -> None:
    text = "\n".join(("\t".join(HEADINGS), title, "\t".join(FIRST), "\t".join(SECOND)))
    found = rows(text)[0]
    assert [len(row) for row in found] == [5, 5, 5, 5]
    assert "Cải cách thể chế" in " ".join(found[1])


def test_an_empty_last_cell_may_lack_its_tab() -> None:
    assert rows("\n".join(map("\t".join, (HEADINGS, FIRST[:4], SECOND))))[0][1] == [*FIRST[:4], ""]


@pytest.mark.parametrize("behind", ["III.\tTỔ CHỨC THỰC HIỆN", "III. TỔ CHỨC THỰC HIỆN", "1.\tSở Nội vụ theo dõi"])
def test_what_stands_behind_the_rows_is_none_of_them(behind: str) -> None:
    text = "\n".join((*map("\t".join, (HEADINGS, FIRST, SECOND)), behind, "Giao Văn phòng theo dõi, đôn đốc."))
    assert len(rows(text)[0]) == 3


@pytest.mark.parametrize(
    "text",
    [
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ SƠN KHÊ\tĐộc lập - Tự do - Hạnh phúc\nSố: 1/KH\tSơn Khê, ngày 1\n",
        "1.\tPhòng Kinh tế\n2.\tCông an xã\n3.\tTrạm Y tế\n",
        "Xã\tSố hộ\tTỷ lệ\nSơn Đông\t12\t3%\nSơn Tây\t9\t2%\n",
    ],
)
def test_letterheads_lists_and_figures_are_no_tables_of_work(text: str) -> None:
    assert parted_tables(text) == ()
