"""Tables typed with bars in plain text."""

import re
from pathlib import Path

import pytest

from models.directive import Origin, Role
from pipeline.extract import read_pages
from pipeline.extract.bars import bar_tables
from pipeline.flow import load_engine, read_directive

ROWS = """
| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|----|----------|-----------------|-----------|
| I | Cải cách thể chế | | |
| 1 | Rà soát văn bản do tỉnh ban hành | Sở Tư pháp | Quý III/2025 |
| 2 | Công khai thủ tục hành chính | Văn phòng UBND tỉnh | 30/6/2025 |
"""
CELLS = re.sub(
    " *[|] *",
    "\n|\n",
    """| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian | | I | Cải cách thể chế | | 1 | Rà soát văn bản
do tỉnh ban hành | Sở Tư pháp | Quý III/2025 | | 2 | Công khai thủ tục hành chính |  | 30/6/2025 |""",
).strip()
LETTERHEAD = "|\nUBND TỈNH SƠN KHÊ\n-------\n|\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n|\n|\nSố: 12/KH-UBND\n|\nSơn Khê, ngày 3\n|\n"


def grid(text: str) -> list[list[list[str]]]:
    return [[[" ".join(text[a:b].split()) for a, b in row] for row in table.rows] for table in bar_tables(text)]


def test_a_row_a_line() -> None:
    (table,) = grid(ROWS)
    assert table[0] == ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"]
    assert table[1] == ["I", "Cải cách thể chế", "", ""]
    assert [row[0] for row in table[2:]] == ["1", "2"]


def test_a_cell_a_line_with_merged_and_empty_cells() -> None:
    (table,) = grid(CELLS)
    assert table == [
        ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"],
        ["I", "Cải cách thể chế"],
        ["1", "Rà soát văn bản do tỉnh ban hành", "Sở Tư pháp", "Quý III/2025"],
        ["2", "Công khai thủ tục hành chính", "", "30/6/2025"],
    ]


def test_what_stands_before_the_column_of_numbers_is_no_cell() -> None:
    (table,) = grid("|\nNơi nhận\n|\nCHỦ TỊCH\n" + CELLS)
    assert table[0][0] == "TT"


@pytest.mark.parametrize(
    "text",
    [
        LETTERHEAD,
        "Không có bảng nào.",
        "| Số hiệu: | 12 | Loại: |\n| Ngày: | 3 | Nơi: |\n",
        "\n".join(f"| {'' if n % 2 else n} | mảnh của ô | khác |" for n in range(12)),
    ],
)
def test_letterheads_and_lines_of_print_are_no_tables(text: str) -> None:
    assert bar_tables(text) == ()


def test_a_table_does_not_reach_over_a_blank_line() -> None:
    assert len(bar_tables(CELLS + "\n\n\nPHỤ LỤC II\n\n" + CELLS)) == 2


@pytest.mark.parametrize("text", [ROWS, CELLS])
def test_rows_are_tasks_of_a_table_and_not_of_the_body(text: str, tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(f"KẾ HOẠCH\nvề việc rà soát văn bản năm 2025\n\nPHỤ LỤC\n\n{text}\n", encoding="utf-8")
    assert read_pages(path).pages[0].tables
    tasks = read_directive(path, engine=load_engine()).tasks
    assert [(task.origin, task.text.split()[0]) for task in tasks] == [(Origin.TABLE, "Rà"), (Origin.TABLE, "Công")]
    assert [agency.name for agency in tasks[0].agencies if agency.role is Role.LEAD] == ["Sở Tư pháp"]
    assert tasks[0].deadlines[0].due is not None


def cells(*rows: str) -> str:
    """Rows of cells parted by bars, a cell a line as pages of the web leave them."""
    return "\n".join("|\n" + "\n|\n".join(cell.strip() for cell in row.split("|")) + "\n|" for row in rows)


HEADINGS = "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn"
REPORT = "TT | Tên nhiệm vụ | Đơn vị chủ trì | Thời hạn | Kết quả | Tiến độ"


def test_a_table_of_another_width_behind_a_caption_is_read_by_its_own_headings() -> None:
    first = cells(HEADINGS, "1 | Rà soát danh mục | Sở Tư pháp | 30/6/2025", "2 | Công khai danh mục | Sở Nội vụ | 30/7/2025")
    second = cells(
        REPORT,
        "** ** | **Nhiệm vụ giao Sở Y tế** | ** ** | ** ** | ** ** | ** **",
        "1 | Lập kế hoạch | Sở Y tế | 30/6/2025 | Đã trình | Xong",
        "2 | Mua sắm vật tư | Sở Y tế | 30/9/2025 | | Đang làm",
        "3 | Tổng kết | Sở Y tế | 30/12/2025 | |",
    )
    one, two = grid(f"{first}\n**PHỤ LỤC II**\nKẾT QUẢ THỰC HIỆN\n{second}")
    assert [row[0] for row in one] == ["STT", "1", "2"]
    assert [row[1] for row in two if len(row) == 6 and row[0]] == ["Tên nhiệm vụ", "Lập kế hoạch", "Mua sắm vật tư", "Tổng kết"]
    assert [row[3] for row in two if row[0].isdigit()] == ["30/6/2025", "30/9/2025", "30/12/2025"]


def test_headings_told_again_below_the_title_of_a_group_move_no_cell() -> None:
    (table,) = grid(
        cells(
            HEADINGS,
            "1 | Rà soát danh mục | Sở Tư pháp | 30/6/2025",
            "**II** | **Lĩnh vực y tế**",
            "Nội dung | Cơ quan chủ trì | Thời hạn",
            "2.1 | Khám sức khỏe | Sở Y tế | 30/7/2025",
            "**III** | ** ** | **Lĩnh vực đất đai** | ** ** | ** **",
            "3.1 | Đo đạc | Sở Nông nghiệp và Môi trường | 30/8/2025",
        )
    )
    assert [row for row in table if row[0][:1].isdigit()] == [
        ["1", "Rà soát danh mục", "Sở Tư pháp", "30/6/2025"],
        ["2.1", "Khám sức khỏe", "Sở Y tế", "30/7/2025"],
        ["3.1", "Đo đạc", "Sở Nông nghiệp và Môi trường", "30/8/2025"],
    ]


def test_what_the_foot_of_a_page_holds_between_bars_is_no_row() -> None:
    text = cells(HEADINGS, "1 | Rà soát danh mục | Sở Tư pháp | 30/6/2025", "2 | Công khai | Sở Nội vụ | 30/7/2025")
    (table,) = grid(
        text + "\nVăn bản liên quan\n" + cells("Điện thoại: | 0123 | E-mail: | Địa chỉ", "Tra cứu | Góp ý | Đăng nhập | Trang chủ")
    )
    assert [row[0] for row in table] == ["STT", "1", "2"]


def test_rows_without_a_bar_before_them_are_read_below_a_column_of_numbers() -> None:
    bare = "STT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |\n1 | Rà soát | Sở Y tế | 2025 |\nII | Kiểm tra |\n2. | Báo cáo |"
    (table,) = grid(f"UBND TỈNH SƠN KHÊ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |\nPHỤ LỤC\n{bare}\nHết bảng.")
    assert [row[0] for row in table] == ["STT", "1", "II", "2."]
    assert table[1] == ["1", "Rà soát", "Sở Y tế", "2025"]


def test_lines_that_only_end_with_bars_are_no_rows() -> None:
    assert grid("Sở Y tế | Sở Nội vụ | Sở Tài chính |\n1 | Rà soát danh mục | 12 |\n2 | Báo cáo | 15 |") == []
