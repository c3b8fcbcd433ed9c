"""A time below a list of bullets is that of all its items, also where they name who does them; an item keeps a time of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "KẾ HOẠCH\nQuản lý chợ\n\nI. NHIỆM VỤ\n\n1. Kiểm tra các chợ\n"
NEXT = "\n2. Báo cáo kết quả kiểm tra.\n"
LED = "- Sở Công Thương thành lập đoàn kiểm tra.\n- Sở Y tế kiểm tra an toàn thực phẩm.\n"
PLAIN = "- Kiểm tra phòng cháy tại các chợ.\n- Sửa chữa hệ thống thoát nước.\n"


def dues(directive: Directive) -> list[list[str]]:
    return [[str(deadline.due) for deadline in task.deadlines] for task in directive.tasks]


@pytest.mark.parametrize(
    ("items", "line"),
    [
        (LED, "Thời gian thực hiện: Quý III/2025."),
        (LED, "- Thời gian thực hiện: Quý III/2025."),
        (PLAIN, "Các nội dung trên hoàn thành trước ngày 01/10/2025."),
        (PLAIN, "Tất cả các công việc nêu trên phải xong trước ngày 01/10/2025."),
    ],
)
def test_the_time_below_a_list_is_that_of_all_its_items(read: Read, items: str, line: str) -> None:
    found = dues(read(HEAD + items + line + NEXT)[1])
    assert len(found) == 3
    assert found[0] == found[1] != []
    assert found[2] == []


def test_an_item_keeps_a_time_of_its_own(read: Read) -> None:
    items = "- Kiểm tra phòng cháy trước ngày 15/4/2025.\n- Sửa chữa hệ thống thoát nước.\n- Lập sổ hộ kinh doanh.\n"
    found = dues(read(HEAD + items + "Thời gian thực hiện: Quý III/2025." + NEXT)[1])
    assert found[:3] == [["2025-04-15"], ["2025-09-30"], ["2025-09-30"]]


def test_the_last_item_keeps_a_time_of_its_own_too(read: Read) -> None:
    items = "- Sửa chữa hệ thống thoát nước.\n- Kiểm tra phòng cháy trước ngày 15/4/2025.\n"
    found = dues(read(HEAD + items + "- Thời gian thực hiện: Quý III/2025." + NEXT)[1])
    assert found[:2] == [["2025-09-30"], ["2025-04-15"]]


def test_a_period_that_an_item_only_names_is_no_time_of_its_own(read: Read) -> None:
    items = "- Xử lý các chợ nêu tại Kết luận số 31/KL-UBND ngày 28/10/2023.\n- Sửa chữa hệ thống thoát nước.\n"
    found = dues(read(HEAD + items + "Thời gian thực hiện: Quý III/2025." + NEXT)[1])
    assert found[:2] == [["2025-09-30"], ["2025-09-30"]]


def test_items_with_products_of_their_own_share_the_bullet_that_says_when(read: Read) -> None:
    items = "- Điều tra nguồn thải của chợ.\n+ Sản phẩm: Báo cáo.\n- Lập bản đồ các chợ.\n+ Sản phẩm: Bản đồ.\n"
    found = dues(read(HEAD + items + "- Thời gian thực hiện: Quý III/2025." + NEXT)[1])
    assert found[:2] == [["2025-09-30"], ["2025-09-30"]]


def test_labels_of_the_last_of_items_that_name_their_leads_are_its_own(read: Read) -> None:
    items = LED + "- Khảo sát giá thuê điểm bán hàng.\nChủ trì: Sở Tài chính.\nThời gian: Quý III/2025.\n"
    assert dues(read(HEAD + items + NEXT)[1])[:3] == [[], [], ["2025-09-30"]]
