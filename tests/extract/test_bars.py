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
