"""Labelled lines behind a list are about all its items, unless they name some of them."""

from __future__ import annotations

from collections.abc import Callable

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
