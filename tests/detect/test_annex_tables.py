"""Rows of annex tables as tasks."""

from __future__ import annotations

import pytest

from models.directive import Origin, Role
from models.text import Cell, Document, FileFacts, Page, PageSource, Table
from pipeline.detect import Detector, detect
from pipeline.outline import outline
from tests.reading import outline_rules

ROWS = [
    ["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"],
    ["I", "TUYÊN TRUYỀN"],
    ["1", "Tổ chức hội nghị phát động", "Sở Nội vụ", "Tỉnh đoàn; Sở Tài chính", "Tháng 4/2025", "Hội nghị"],
    ["2", "Phát sóng chuyên mục", "Đài PTTH Sơn Khê", "", "Hằng tuần", ""],
]


def document(rows: list[list[str]]) -> Document:
    text, table = "KẾ HOẠCH\nPhát động phong trào\n", []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(Cell(len(text), len(text) + len(cell)))
            text += cell + "\t"
        text = text[:-1] + "\n"
        table.append(tuple(cells))
    page = Page(1, text, text, PageSource.PLAIN, "", 1.0, tables=(Table(tuple(table)),))
    return Document(FileFacts("kh.docx", "0" * 64, 1, "docx"), (page,))


def test_each_row_that_assigns_work_is_a_task(detector: Detector) -> None:
    tasks = detect(outline(document(ROWS), rules=outline_rules()), detector=detector).tasks
    assert [(task.path, task.origin, task.text) for task in tasks] == [
        (("PL", "I", "1"), Origin.TABLE, "Tổ chức hội nghị phát động"),
        (("PL", "I", "2"), Origin.TABLE, "Phát sóng chuyên mục"),
    ]
    first, second = tasks
    assert [(a.role, a.name) for a in first.agencies] == [
        (Role.LEAD, "Sở Nội vụ"),
        (Role.COORDINATE, "Tỉnh đoàn"),
        (Role.COORDINATE, "Sở Tài chính"),
    ]
    assert (str(first.deadlines[0].due), first.product) == ("2025-04-30", "Hội nghị")
    assert (second.deadlines[0].rrule, second.product) == ("FREQ=WEEKLY", None)
    assert [a.name for a in second.agencies] == ["Đài PTTH Sơn Khê"]


def test_a_table_of_figures_gives_no_tasks(detector: Detector) -> None:
    rows = [["STT", "Nội dung", "Số lượng", "Tỷ lệ"], ["1", "Hồ sơ trực tuyến", "120", "80%"]]
    assert detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks == ()


def test_columns_are_known_by_the_words_of_offices(detector: Detector) -> None:
    rows = [
        ["TT", "Nội dung công việc", "Bộ phận phụ trách", "Cơ quan tham gia", "Hoàn thành"],
        ["1", "Dựng pa nô cổ động", "Phòng Kinh tế", "Công an xã", "Tháng 10/2025"],
    ]
    (task,) = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [(a.role, a.name) for a in task.agencies] == [(Role.LEAD, "Phòng Kinh tế"), (Role.COORDINATE, "Công an xã")]
    assert [str(deadline.due) for deadline in task.deadlines] == ["2025-10-31"]
    again = [["TT", "Nội dung", "Phân công", "Thời điểm hoàn thành"], ["1", "Dựng pa nô", "Công an xã", "15/6/2025"]]
    (task,) = detect(outline(document(again), rules=outline_rules()), detector=detector).tasks
    assert ([a.name for a in task.agencies], str(task.deadlines[0].due)) == (["Công an xã"], "2025-06-15")


def test_a_table_that_says_how_much_was_done_gives_no_tasks(detector: Detector) -> None:
    rows = [["TT", "Nội dung", "Kế hoạch", "Hoàn thành"], ["1", "Dựng pa nô cổ động", "12", "tháng 6 đạt 50%"]]
    assert detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks == ()


@pytest.mark.parametrize(
    ("headings", "roles"),
    [
        pytest.param(["STT", "Hạng mục công việc", "Cơ quan chủ trì soạn thảo", "Hạn nộp"], [Role.LEAD], id="who-drafts"),
        pytest.param(["TT", "Nhiệm vụ được giao", "Đơn vị đảm nhiệm", "Thời gian tổ chức"], [Role.LEAD], id="who-takes-it-on"),
        pytest.param(["TT", "Nội dung công tác", "Phòng, ban chủ trì", "Mốc thời gian"], [Role.LEAD], id="a-division"),
        pytest.param(["TT", "Nội dung công việc", "Giáo viên phụ trách", "Thời gian, địa điểm"], [Role.LEAD], id="a-teacher"),
        pytest.param(
            ["TT", "Công việc cần làm", "Người phụ trách", "Ngày chậm nhất phải hoàn thành"], [Role.LEAD], id="what-is-left-to-do"
        ),
        pytest.param(["TT", "Nội dung công việc phải làm", "Người phụ trách", "Hạn gửi"], [Role.LEAD], id="the-only-one-in-charge"),
        pytest.param(["TT", "Nội dung kiến nghị", "Số đơn vị", "Năm"], [], id="figures"),
    ],
)
def test_headings_of_plans_of_schools_and_departments(headings: list[str], roles: list[Role], detector: Detector) -> None:
    rows = [headings, ["1", "Trang trí sân khấu", "Phòng Quản trị", "15/3/2025"]]
    tasks = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [agency.role for task in tasks for agency in task.agencies] == roles
    assert [len(task.deadlines) for task in tasks] == [1 for _ in roles]


def test_who_is_in_charge_watches_over_what_another_column_leads(detector: Detector) -> None:
    rows = [
        ["STT", "Nội dung", "Đơn vị chủ trì", "Người phụ trách", "Thời hạn"],
        ["1", "Trang trí sân khấu", "Phòng Quản trị", "Ông Lê Văn An", "15/3/2025"],
    ]
    (task,) = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [(agency.role, agency.name) for agency in task.agencies] == [
        (Role.LEAD, "Phòng Quản trị"),
        (Role.SUPERVISE, "Ông Lê Văn An"),
    ]


def test_projects_are_work_beside_those_who_lead_them(detector: Detector) -> None:
    rows = [
        ["TT", "Tên dự án", "Đơn vị chủ trì", "Dự kiến kinh phí (tỷ đồng)", "Thời gian thực hiện"],
        ["1", "Xây dựng trung tâm dữ liệu của tỉnh", "Sở Khoa học và Công nghệ", "30", "2026 - 2028"],
        ["", "Tổng cộng", "", "30", ""],
    ]
    (task,) = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert task.text == "Xây dựng trung tâm dữ liệu của tỉnh"
    assert [(a.role, a.name) for a in task.agencies] == [(Role.LEAD, "Sở Khoa học và Công nghệ")]
    assert str(task.deadlines[0].due) == "2028-12-31"


@pytest.mark.parametrize("column", ["Chủ đầu tư", "Địa điểm", "Nhà thầu"])
def test_projects_that_are_only_listed_are_none(column: str, detector: Detector) -> None:
    rows = [["TT", "Tên dự án", column, "Thời gian thực hiện"], ["1", "Xây dựng cầu Sơn Khê", "Sở Xây dựng", "2026 - 2028"]]
    assert detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks == ()


@pytest.mark.parametrize("heading", ["Nhiệm vụ ` sa", "' Nhiệm vụ", "Nhiệm vụ | _", "Ẫ : Nhiệm vụ `"])
def test_specks_of_a_seal_over_a_heading_hide_no_column(heading: str, detector: Detector) -> None:
    rows = [["STT", heading, "Cơ quan chủ trì"], ["1", "Tổ chức hội nghị phát động", "Sở Nội vụ"]]
    assert len(detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks) == 1


@pytest.mark.parametrize("numbers", [["(1)", "(2)", "(3)"], ["q)", "@)", "4)"]])
def test_a_row_of_numbers_of_columns_is_none(numbers: list[str], detector: Detector) -> None:
    rows = [["STT", "Nhiệm vụ", "Cơ quan chủ trì"], numbers, ["1", "Tổ chức hội nghị phát động", "Sở Nội vụ"]]
    assert len(detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks) == 1


PLAIN = ["STT", "Nhiệm vụ", "Văn bản giao", "Cơ quan chủ trì", "Thời hạn"]


@pytest.mark.parametrize(
    ("row", "roles"),
    [
        pytest.param(
            [
                "1",
                "Chủ trì, phối hợp với Sở Tài chính, Công an tỉnh lập danh mục dùng chung",
                "Kế hoạch 02",
                "Sở Y tế",
                "30/9/2025",
            ],
            [(Role.LEAD, "Sở Y tế"), (Role.COORDINATE, "Sở Tài chính"), (Role.COORDINATE, "Công an tỉnh")],
            id="who-works-along",
        ),
        pytest.param(
            ["2", "Tổng hợp nhu cầu kinh phí, gửi Sở Tài chính trước khi thẩm định", "Kế hoạch 02", "Sở Y tế", "30/9/2025"],
            [(Role.LEAD, "Sở Y tế"), (Role.REPORT_TO, "Sở Tài chính")],
            id="who-receives",
        ),
        pytest.param(
            ["3", "Sở Tư pháp, Sở Y tế phối hợp hoàn thành số hóa dữ liệu", "Kế hoạch 02", "Sở Tư pháp; Sở Y tế", "30/9/2025"],
            [(Role.LEAD, "Sở Tư pháp"), (Role.LEAD, "Sở Y tế")],
            id="those-of-the-column-named-again",
        ),
        pytest.param(
            ["4", "Rà soát thủ tục; Văn phòng UBND tỉnh hướng dẫn việc công khai", "Kế hoạch 02", "Sở Y tế", "30/9/2025"],
            [(Role.LEAD, "Sở Y tế")],
            id="the-column-says-who-leads",
        ),
        pytest.param(
            ["5", "Sở Nội vụ chủ trì, phối hợp với Sở Y tế tổ chức tập huấn", "Kế hoạch 02", "", "30/9/2025"],
            [(Role.LEAD, "Sở Nội vụ"), (Role.COORDINATE, "Sở Y tế")],
            id="an-empty-cell",
        ),
    ],
)
def test_the_sentence_of_a_row_names_bodies_beside_its_columns(
    row: list[str], roles: list[tuple[Role, str]], detector: Detector
) -> None:
    (task,) = detect(outline(document([PLAIN, row]), rules=outline_rules()), detector=detector).tasks
    assert [(agency.role, agency.name) for agency in task.agencies] == roles


def test_a_row_without_a_time_in_its_column_has_that_of_its_sentence(detector: Detector) -> None:
    rows = [PLAIN, ["1", "Báo cáo kết quả trước ngày 15/9/2025", "Kế hoạch 02", "Sở Y tế", ""]]
    rows += [["2", "Công bố danh mục trước ngày 15/9/2025", "Kế hoạch 02", "Sở Y tế", "30/9/2025"]]
    tasks = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [[str(deadline.due) for deadline in task.deadlines] for task in tasks] == [["2025-09-15"], ["2025-09-30"]]


def test_a_row_whose_last_cells_are_empty_is_a_task(detector: Detector) -> None:
    # Word and web pages end such a row with its last words; who works along, or the note, stands in the last column.
    rows = [
        ["TT", "Nội dung", "Thời gian", "Cơ quan chủ trì", "Cơ quan phối hợp", "Ghi chú"],
        ["1", "Sơ kết phong trào", "Tháng 6/2025", "Sở Nội vụ"],
        ["2", "In sổ tay", "Quý III/2025"],
        ["II", "CÔNG TÁC KIỂM TRA"],
        ["3", "Kiểm tra các trường", "Tháng 9/2025", "Sở Nội vụ", "Sở Tài chính"],
    ]
    tasks = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [(task.text, [a.name for a in task.agencies]) for task in tasks] == [
        ("Sơ kết phong trào", ["Sở Nội vụ"]),
        ("In sổ tay", []),
        ("Kiểm tra các trường", ["Sở Nội vụ", "Sở Tài chính"]),
    ]
    assert [str(task.deadlines[0].due) for task in tasks] == ["2025-06-30", "2025-09-30", "2025-09-30"]


@pytest.mark.parametrize(
    ("upper", "lower", "row", "due"),
    [
        pytest.param(
            ["STT", "Nội dung công việc", "Phân công", "", "Thời gian"],
            ["", "", "Đơn vị chủ trì", "Đơn vị phối hợp", "Bắt đầu", "Hoàn thành", "Ghi chú"],
            ["1", "Rà soát hộ nghèo", "Phòng Nội vụ", "Công an huyện", "3/2025", "5/2025"],
            "2025-05-31",
            id="begun-and-done",
        ),
        pytest.param(
            ["TT", "Nhiệm vụ", "Cơ quan thực hiện", "", "Thời gian hoàn thành"],
            ["", "", "Chủ trì", "Phối hợp"],
            ["1", "Rà soát hộ nghèo", "Phòng Nội vụ", "Công an huyện", "30/5/2025"],
            "2025-05-30",
            id="who-leads-and-who-works-along",
        ),
        pytest.param(
            ["TT", "Nội dung", "Đơn vị", "", "Tiến độ"],
            ["", "", "Chủ trì thực hiện", "Phối hợp thực hiện", ""],
            ["1", "Rà soát hộ nghèo", "Phòng Nội vụ", "Công an huyện", "Quý II/2025"],
            "2025-06-30",
            id="a-unit-of-two-kinds",
        ),
    ],
)
def test_headings_over_two_rows(upper: list[str], lower: list[str], row: list[str], due: str, detector: Detector) -> None:
    (task,) = detect(outline(document([upper, lower, row]), rules=outline_rules()), detector=detector).tasks
    assert [(a.role, a.name) for a in task.agencies] == [(Role.LEAD, "Phòng Nội vụ"), (Role.COORDINATE, "Công an huyện")]
    assert [str(deadline.due) for deadline in task.deadlines] == [due]


def test_a_first_row_without_a_number_is_no_row_of_headings(detector: Detector) -> None:
    rows = [
        ["TT", "Nội dung", "Cơ quan chủ trì", "Thời gian"],
        ["", "Họp giao ban", "Văn phòng", "Hằng tuần"],
        ["1", "Rà soát hộ nghèo", "Phòng Nội vụ", "Tháng 5/2025"],
    ]
    tasks = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [task.text for task in tasks] == ["Họp giao ban", "Rà soát hộ nghèo"]


def test_the_bills_of_a_programme_are_led_by_who_brings_and_who_examines_them(detector: Detector) -> None:
    rows = [
        ["STT", "Tên dự án", "Cơ quan trình", "Cơ quan chủ trì thẩm tra", "Cơ quan tham gia thẩm tra", "Tiến độ trình UBTVQH"],
        ["1", "Luật Cấp nước", "Chính phủ", "Ủy ban Kinh tế và Tài chính", "Hội đồng Dân tộc", "Phiên họp tháng 5/2026"],
    ]
    (task,) = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert [(agency.role, agency.name) for agency in task.agencies] == [
        (Role.LEAD, "Chính phủ"),
        (Role.LEAD, "Ủy ban Kinh tế và Tài chính"),
        (Role.COORDINATE, "Hội đồng Dân tộc"),
    ]
    assert [str(deadline.due) for deadline in task.deadlines] == ["2026-05-31"]


def test_the_names_of_building_projects_are_no_tasks(detector: Detector) -> None:
    rows = [["STT", "Tên dự án", "Chủ đầu tư", "Thời gian thực hiện"], ["1", "Cầu Sông Khê", "Ban Quản lý dự án", "2025 - 2027"]]
    assert detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks == ()


def test_the_papers_that_a_law_wants_are_tasks_of_who_drafts_them(detector: Detector) -> None:
    rows = [
        [
            "TT",
            "Tên luật",
            "Tên văn bản quy định chi tiết",
            "Cơ quan chủ trì soạn thảo",
            "Cơ quan phối hợp soạn thảo",
            "Thời hạn trình, ban hành",
        ],
        ["1", "Luật Cấp nước", "Nghị định quy định chi tiết Luật Cấp nước", "Bộ Xây dựng", "Bộ Tài chính", "15/5/2026"],
    ]
    (task,) = detect(outline(document(rows), rules=outline_rules()), detector=detector).tasks
    assert (task.text, [(agency.role, agency.name) for agency in task.agencies]) == (
        "Nghị định quy định chi tiết Luật Cấp nước",
        [(Role.LEAD, "Bộ Xây dựng"), (Role.COORDINATE, "Bộ Tài chính")],
    )
