"""Labels of many words below the titles of a plan's activities: who, when, and what else is said of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role, Task
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = (
    "TRƯỜNG THCS KHE SEN\nSố: 9/KH-THCS\nKhe Sen, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nTổ chức ngày hội đọc sách\n\n"
    "II. NỘI DUNG CÔNG VIỆC\n"
)


def said(task: Task) -> tuple[str, list[str], list[str], list[str]]:
    names = {role: [a.name for a in task.agencies if a.role is role] for role in (Role.LEAD, Role.COORDINATE)}
    return task.text, names[Role.LEAD], names[Role.COORDINATE], [str(deadline.due) for deadline in task.deadlines]


@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize(
    ("lead", "beside", "time"),
    [
        ("Người thực hiện", "Phối hợp", "Thời gian"),
        ("Phân công", "Phối hợp thực hiện", "Hoàn thành"),
        ("Phân công thực hiện", "Đơn vị hỗ trợ", "Hạn hoàn thành"),
        ("Bộ phận phụ trách", "Cơ quan tham gia", "Ngày hoàn thành"),
        ("Đơn vị tổ chức", "Phối hợp", "Thời điểm hoàn thành"),
        ("Đơn vị đăng cai", "Bộ phận hỗ trợ", "Thời gian"),
        ("Chịu trách nhiệm", "Phối hợp", "Xong"),
    ],
)
def test_labels_of_all_words_belong_to_the_title_above(mark: str, lead: str, beside: str, time: str, read: Read) -> None:
    labels = f"{mark}{lead}: Tổ Văn phòng\n{mark}{beside}: Đoàn Thanh niên\n{mark}{time}: trước ngày 17/4/2024\n"
    _, directive = read(f"{HEAD}1. Trang trí thư viện, kệ sách\n{labels}2. Kê lại bàn ghế phòng đọc\n{labels}")
    rest = ["Tổ Văn phòng"], ["Đoàn Thanh niên"], ["2024-04-17"]
    assert [said(task) for task in directive.tasks] == [("Trang trí thư viện, kệ sách", *rest), ("Kê lại bàn ghế phòng đọc", *rest)]


def test_a_label_of_an_unknown_word_does_not_unmake_an_activity(read: Read) -> None:
    labels = "- Thời gian: ngày 20/4/2024\n- Địa điểm: Sân trường\n- Cơ cấu giải: 01 giải Nhất\n- Phụ trách: Tổ Ngữ văn\n"
    _, directive = read(f"{HEAD}1. Hội thi kể chuyện theo sách\n{labels}")
    assert [said(task) for task in directive.tasks] == [("Hội thi kể chuyện theo sách", ["Tổ Ngữ văn"], [], ["2024-04-20"])]


def test_an_order_among_the_labels_is_a_task_beside_the_activity(read: Read) -> None:
    labels = "- Thời gian: ngày 20/4/2024\n- Địa điểm: Sân trường\n- Giao Đoàn Thanh niên chuẩn bị sân khấu.\n"
    _, directive = read(f"{HEAD}1. Hội thi kể chuyện theo sách\n{labels}")
    assert [said(task) for task in directive.tasks] == [
        ("Hội thi kể chuyện theo sách", [], [], ["2024-04-20"]),
        ("Giao Đoàn Thanh niên chuẩn bị sân khấu.", ["Đoàn Thanh niên"], [], []),
    ]


def test_items_below_a_field_of_work_make_no_activity_of_it(read: Read) -> None:
    items = "- Thời gian: trong năm 2024\n- Rà soát kho sách.\n- Tổ chức tập huấn cho giáo viên.\n"
    _, directive = read(f"{HEAD}1. Công tác thư viện\n{items}")
    assert [task.text for task in directive.tasks] == ["Rà soát kho sách.", "Tổ chức tập huấn cho giáo viên."]


def test_a_label_that_tells_what_each_body_does_is_an_order(read: Read) -> None:
    _, directive = read(f"{HEAD}1. Rà soát kho sách.\n- Phân công: Tổ Toán kiểm đếm sách, Tổ Ngữ văn lập danh mục.\n")
    assert [said(task)[:2] for task in directive.tasks][-1] == (
        "Phân công: Tổ Toán kiểm đếm sách, Tổ Ngữ văn lập danh mục.",
        ["Tổ Toán", "Tổ Ngữ văn"],
    )


def test_a_labelled_body_of_no_list_is_read_to_its_end(read: Read) -> None:
    labels = "Người thực hiện: Tổ Khối Lá\nPhối hợp: Ban đại diện cha mẹ trẻ, Công đoàn trường\nThời gian: ngày 20/4/2024\n"
    alone = "Người thực hiện: Tổ Khối Lá\nPhối hợp: Ban đại diện cha mẹ trẻ\nThời gian: ngày 21/4/2024\n"
    _, directive = read(f"{HEAD}1. Tập ba tiết mục múa\n{labels}2. Dọn sân khấu\n{alone}")
    assert "Công đoàn trường" in said(directive.tasks[0])[2]
    assert said(directive.tasks[1])[2] == ["Ban đại diện cha mẹ trẻ"]
