"""Tables of plain text with a cell a line, as a page copied from the web leaves them."""

from pathlib import Path

import pytest

from models.directive import Origin, Role
from pipeline.extract.stacked import stacked_tables
from pipeline.flow import load_engine, read_directive

HEADINGS = ["STT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện", "Kết quả"]
ROWS = [
    ["I", "Công tác chỉ đạo"],
    ["1", "Rà soát văn bản do tỉnh ban hành", "Sở Tư pháp", "Các sở, ban, ngành", "Quý III/2025", "Báo cáo"],
    ["2", "Công khai thủ tục hành chính", "Văn phòng UBND tỉnh", "Trước ngày 30/6/2025", "Danh mục"],
    ["II", "Công tác kiểm tra"],
    ["1", "Kiểm tra ba xã vùng cao", "Thanh tra tỉnh", "Sở Nội vụ", "Tháng 9/2025", "Kết luận kiểm tra"],
]
BEHIND = ["III. TỔ CHỨC THỰC HIỆN", "1. Sở Tài chính bố trí kinh phí trước ngày 15/7/2025."]


def text_of(rows: list[list[str]], *, headings: list[str] = HEADINGS) -> str:
    return "\n".join([*headings, *(cell for row in rows for cell in row), *BEHIND]) + "\n"


def grid(text: str) -> list[list[list[str]]]:
    return [[[text[a:b] for a, b in row] for row in table.rows] for table in stacked_tables(text)]


def test_rows_groups_and_a_row_that_lacks_a_cell() -> None:
    (table,) = grid(text_of(ROWS))
    assert table[0] == HEADINGS
    assert table[1] == ["I", "Công tác chỉ đạo", "", "", "", ""]
    assert table[2] == ROWS[1]
    assert table[3] == ["2", "Công khai thủ tục hành chính", "Văn phòng UBND tỉnh", "", "Trước ngày 30/6/2025", "Danh mục"]
    assert table[-1] == ROWS[-1]


def test_rows_are_counted_on_through_the_groups() -> None:
    on = [ROWS[0], ROWS[1], ROWS[3], ["2", *ROWS[4][1:]], ["III", "Công tác tuyên truyền"], ["3", *ROWS[1][1:]]]
    (table,) = grid(text_of(on))
    assert [row[:2] for row in table[1:]] == [row[:2] for row in on]
    assert all(len(row) == len(HEADINGS) for row in table)


def test_the_table_ends_at_the_next_heading_though_its_last_row_lacks_a_cell() -> None:
    (table,) = grid(text_of([*ROWS[:2], ["2", "Kiểm tra ba xã vùng cao", "Thanh tra tỉnh", "Tháng 9/2025"]]))
    assert table[-1] == ["2", "Kiểm tra ba xã vùng cao", "Thanh tra tỉnh", "", "Tháng 9/2025", ""]


def test_each_line_of_a_row_is_in_a_cell() -> None:
    no_time = ["2", "Công khai thủ tục hành chính", "Văn phòng UBND tỉnh", "Sở Nội vụ", "Danh mục thủ tục"]
    a_number = ["3", "Khảo sát người dân", "Sở Nội vụ", "Tháng 8/2025", "100"]
    too_long = ["4", "Tập huấn", "Sở Tư pháp", "Các xã", "Tháng 9/2025", "Hội nghị", "tại hai cụm"]
    (table,) = grid(text_of([["1", *ROWS[1][1:]], no_time, a_number, too_long, ["5", *ROWS[-1][1:]]]))
    assert table[2] == ["2", "Công khai thủ tục hành chính", "Văn phòng UBND tỉnh", "Sở Nội vụ", "", "Danh mục thủ tục"]
    assert table[3] == ["3", "Khảo sát người dân", "Sở Nội vụ", "", "Tháng 8/2025", "100"]
    assert table[4] == [*too_long[:5], "Hội nghị\ntại hai cụm"]
    assert table[5][0] == "5"


@pytest.mark.parametrize("line", [" " * 200_000 + "x", "x" + " " * 200_000 + "x", "1\n" * 20_000, "STT\n" * 20_000])
def test_hostile_lines_are_read_at_once(line: str) -> None:
    assert stacked_tables(f"STT\n{line}\nSTT\n") == ()


def test_a_list_of_numbers_is_no_table() -> None:
    assert grid("STT\nHọ và tên\nChức vụ\nĐơn vị\n1\nTrần Hữu Bách\nTrưởng phòng\nSở Y tế\n2\nLê Mai\nPhó\nSở Y tế\n") == []
    assert grid(text_of([["1", "Rà soát văn bản", "Sở Tư pháp", "Các sở", "Quý III/2025", "Báo cáo"]])) == []


def test_rows_are_tasks_and_what_follows_is_the_body(tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text(
        "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\nSố: 12/KH-UBND\nSơn Khê, ngày 03 tháng 3 năm 2025\nKẾ HOẠCH\nKiểm soát thủ tục hành chính\n"
        "I. MỤC ĐÍCH\nTriển khai đồng bộ.\nII. NỘI DUNG\n" + text_of(ROWS) + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Hữu Bách\n",
        encoding="utf-8",
    )
    tasks = read_directive(file, engine=load_engine()).tasks
    leads = [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in tasks]
    assert [task.origin for task in tasks].count(Origin.TABLE) == 3
    assert sorted(leads) == [["Sở Tài chính"], ["Sở Tư pháp"], ["Thanh tra tỉnh"], ["Văn phòng UBND tỉnh"]]
