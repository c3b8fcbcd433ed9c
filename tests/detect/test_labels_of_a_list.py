"""Labelled lines behind a list are about all its items, unless they name some of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "KẾ HOẠCH\nBảo vệ trẻ em\n\nI. NHIỆM VỤ\n\n"
LIST = "1. Phổ biến, giáo dục pháp luật về trẻ em.\na) Tổ chức hội nghị quán triệt.\nb) Xây dựng tài liệu hướng dẫn.\n"
REST = "2. Kiểm tra việc đăng ký khai sinh.\n"


def leads(directive: Directive) -> list[list[str]]:
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


def dues(directive: Directive) -> list[list[str]]:
    return [[str(deadline.due) for deadline in task.deadlines] for task in directive.tasks]


def test_labels_behind_a_list_are_those_of_all_its_items_and_of_the_task_above(read: Read) -> None:
    _, directive = read(HEAD + LIST + "Tiến độ thực hiện: Quý I/2025.\nĐơn vị chủ trì: Sở Tư pháp.\n" + REST)
    assert leads(directive) == [["Sở Tư pháp"], ["Sở Tư pháp"], ["Sở Tư pháp"], []]
    assert dues(directive) == [["2025-03-31"], ["2025-03-31"], ["2025-03-31"], []]


def test_labels_that_name_items_are_those_of_these_items(read: Read) -> None:
    labels = "Tiến độ thực hiện: Quý I/2025 (hoạt động a); Quý II/2025 (hoạt động b).\n"
    labels += "Đơn vị chủ trì: Sở Tư pháp (hoạt động a), Sở Nội vụ (hoạt động b).\n"
    _, directive = read(HEAD + LIST + labels + REST)
    assert leads(directive)[1:] == [["Sở Tư pháp"], ["Sở Nội vụ"], []]
    assert dues(directive)[1:] == [["2025-03-31"], ["2025-06-30"], []]


def test_an_item_with_labels_of_its_own_keeps_them(read: Read) -> None:
    own = "a) Tổ chức hội nghị quán triệt.\nĐơn vị chủ trì: Sở Tư pháp.\n"
    own += "b) Xây dựng tài liệu hướng dẫn.\nĐơn vị chủ trì: Sở Nội vụ.\n"
    _, directive = read(HEAD + "1. Phổ biến, giáo dục pháp luật về trẻ em.\n" + own + REST)
    assert leads(directive)[1:3] == [["Sở Tư pháp"], ["Sở Nội vụ"]]


def test_labels_inside_an_item_are_its_own(read: Read) -> None:
    items = "1. Rà soát đất đai.\n2. Tổ chức hội nghị quán triệt.\na) Đơn vị chủ trì: Sở Tư pháp.\nb) Thời gian: Quý I/2025.\n"
    assert leads(read(HEAD + items)[1]) == [[], ["Sở Tư pháp"]]


def test_an_item_that_only_names_a_body_is_no_task(read: Read) -> None:
    items = "1. Rà soát các doanh nghiệp sau:\n- Công ty cổ phần Sông Hồng;\n- Công ty cổ phần Sông Mã.\n2. Báo cáo kết quả.\n"
    _, directive = read(HEAD + items)
    assert not any(task.text.startswith("Công ty") for task in directive.tasks)


@pytest.mark.parametrize(
    "line",
    [
        "Cơ quan chủ trì: Sở Tư pháp. Cơ quan phối hợp: Sở Nội vụ. Thời gian: Quý I/2025.",
        "Đơn vị chủ trì: Sở Tư pháp; đơn vị phối hợp: Sở Nội vụ; thời gian hoàn thành: Quý I/2025.",
        "Chủ trì: Sở Tư pháp\nPhối hợp: Sở Nội vụ\nThời gian: Quý I/2025",
    ],
)
def test_several_labels_of_one_line_each_keep_their_own_value(line: str, read: Read) -> None:
    _, directive = read(HEAD + "1. Phổ biến, giáo dục pháp luật về trẻ em.\n" + line + "\n" + REST)
    task = directive.tasks[0]
    assert [(a.role, a.name) for a in task.agencies] == [(Role.LEAD, "Sở Tư pháp"), (Role.COORDINATE, "Sở Nội vụ")]
    assert dues(directive) == [["2025-03-31"], []]


def test_labels_behind_bullets_are_those_of_all_of_them(read: Read) -> None:
    items = "1. Trẻ em\n- Tổ chức hội nghị quán triệt.\n- Xây dựng tài liệu hướng dẫn.\nĐơn vị chủ trì: Sở Tư pháp.\n"
    assert leads(read(HEAD + items + REST)[1]) == [["Sở Tư pháp"], ["Sở Tư pháp"], []]


def test_labels_behind_the_last_of_items_that_name_their_leads_are_its_own(read: Read) -> None:
    items = "1. Giao Sở Y tế tổ chức hội nghị.\n2. Tổ chức khảo sát trẻ em năm 2025\nChủ trì: Sở Tư pháp\n"
    assert leads(read(HEAD + items)[1]) == [["Sở Y tế"], ["Sở Tư pháp"]]


def test_a_number_of_its_own_makes_a_label_a_part_of_the_paper(read: Read) -> None:
    _, directive = read(HEAD + "1. Tổ chức hội nghị quán triệt.\n2. Thời gian thực hiện: Quý I/2025.\n")
    assert dues(directive) == [[]]


EVENT = (
    "1. Lễ phát động ra quân\n- Thời gian: 07h00 ngày 15/3/2025.\n- Địa điểm: Sân vận động tỉnh.\n- Thành phần: lãnh đạo sở.\n"
    "- Chương trình: Chào cờ; lãnh đạo phát động; các lực lượng diễu hành.\n- Đơn vị chủ trì: Sở Tư pháp; phối hợp: Sở Nội vụ.\n"
)


def test_a_title_above_labelled_lines_is_the_task(read: Read) -> None:
    _, directive = read(HEAD + EVENT + REST)
    assert [task.text for task in directive.tasks] == ["Lễ phát động ra quân", "Kiểm tra việc đăng ký khai sinh."]
    assert (leads(directive)[0], dues(directive)[0]) == (["Sở Tư pháp"], ["2025-03-15"])


def test_a_goal_is_a_target_where_it_is_no_label_of_an_activity(read: Read) -> None:
    _, directive = read(HEAD + "1. Mục tiêu: đến năm 2025 xây mới 400 công trình.\n" + REST)
    assert [task.kind.value for task in directive.tasks] == ["target", "assignment"]


LABELS = "- Cơ quan chủ trì: Sở Tư pháp.\n- Cơ quan phối hợp: Công an tỉnh.\n"


def coordinators(directive: Directive) -> list[list[str]]:
    return [[agency.name for agency in task.agencies if agency.role is Role.COORDINATE] for task in directive.tasks]


@pytest.mark.parametrize(
    "list_",
    [
        "1. Nâng chỉ số đăng ký khai sinh\n" + LABELS + "- Nhiệm vụ:\n+ Rà soát thủ tục.\n+ Công bố danh mục.\n",
        "1. Nâng chỉ số đăng ký khai sinh\nCơ quan chủ trì: Sở Tư pháp. Cơ quan phối hợp: Công an tỉnh.\n"
        "a) Rà soát thủ tục.\nb) Công bố danh mục.\n",
        "1. Nâng chỉ số đăng ký khai sinh (Cơ quan chủ trì: Sở Tư pháp; cơ quan phối hợp: Công an tỉnh)\n"
        "a) Rà soát thủ tục.\nb) Công bố danh mục.\n",
    ],
    ids=["bullets-above-a-list-in-the-list", "a-line-of-several", "brackets-of-a-heading"],
)
def test_labels_above_a_list_are_those_of_its_items(list_: str, read: Read) -> None:
    _, directive = read(HEAD + list_ + REST)
    assert leads(directive) == [["Sở Tư pháp"], ["Sở Tư pháp"], []]
    assert coordinators(directive) == [["Công an tỉnh"], ["Công an tỉnh"], []]


def test_labels_between_a_task_and_its_items_are_those_of_all(read: Read) -> None:
    list_ = "1. Đẩy mạnh đăng ký khai sinh.\nĐơn vị chủ trì: Sở Tư pháp\na) Rà soát thủ tục.\nb) Công an tỉnh đối chiếu dữ liệu.\n"
    assert leads(read(HEAD + list_ + REST)[1]) == [["Sở Tư pháp"], ["Sở Tư pháp"], ["Công an tỉnh"], []]


def test_a_time_above_a_list_is_that_of_the_items_that_set_none(read: Read) -> None:
    list_ = (
        "1. Nâng chỉ số\n" + LABELS + "- Thời gian: Quý III/2025.\n- Rà soát thủ tục.\n- Công bố danh mục trước ngày 15/5/2025.\n"
    )
    assert dues(read(HEAD + list_ + REST)[1]) == [["2025-09-30"], ["2025-05-15"], []]


@pytest.mark.parametrize(
    "item",
    ["Rà soát chợ. Trách nhiệm: Sở Tư pháp.", "Rà soát chợ (trách nhiệm: Sở Tư pháp).", "Rà soát chợ.\n- Trách nhiệm: Sở Tư pháp."],
)
def test_who_answers_is_who_leads(item: str, read: Read) -> None:
    assert leads(read(f"{HEAD}1. {item}\n{REST}")[1]) == [["Sở Tư pháp"], []]
