"""Definitions, forms and amendments whose first word is one of order, and who is helped by what stands below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from tests.detect.test_lists_that_only_tell import tasks
from tests.detect.test_rights_and_states_of_bodies import leads

Read = Callable[..., tuple[Document, Directive]]

DUTIES = "Điều 2. Trách nhiệm của Sở Công Thương\n1. Kiểm tra các chợ.\n2. Rà soát kho hàng.\n3. {item}"
TWO = ["Kiểm tra các chợ.", "Rà soát kho hàng."]


@pytest.mark.parametrize(
    "item",
    [
        "Báo cáo tài chính của Quỹ là báo cáo tổng hợp các chỉ tiêu tài chính.",
        "Giám sát thi công là giám sát trực tiếp các hạng mục tại thực địa.",
        "Bình chọn cấp xã là hoạt động chấm điểm do Ủy ban nhân dân cấp xã tổ chức.",
        "Báo cáo kết quả hoạt động được lập theo Mẫu số B03 tại Phụ lục ban hành kèm theo Thông tư này.",
        "Báo cáo kết quả kiểm tra bao gồm các nội dung quy định tại khoản 2 Điều 70 Nghị định số 216/2025/NĐ-CP.",
        "Kiểm tra hệ thống điện: Đạt □ Không đạt □",
        "Bỏ cụm từ “kiểm soát thủ tục hành chính” tại Điều 1.",
        "Bỏ từ “thanh tra” tại khoản 10 Điều 2.",
    ],
    ids=["report", "watching", "vote", "by form", "holds", "to tick", "words struck", "word struck"],
)
def test_what_a_thing_is_gives_no_work(read: Read, item: str) -> None:
    assert [task.text for task in tasks(read, DUTIES.format(item=item))] == TWO


@pytest.mark.parametrize(
    "item",
    [
        "Báo cáo kết quả hoạt động về Bộ Tài chính trước ngày 15/12 hằng năm.",
        "Báo cáo kết quả thực hiện theo mẫu tại Phụ lục ban hành kèm theo Thông tư này.",
        "Kiểm tra các xã là địa bàn trọng điểm về buôn lậu.",
        "Bỏ thủ tục xác nhận tại xã khi cấp thẻ chợ trước ngày 30/6/2025.",
    ],
)
def test_the_same_words_order_something(read: Read, item: str) -> None:
    assert [task.text for task in tasks(read, DUTIES.format(item=item))] == [*TWO, item]


def test_who_is_helped_leads_no_help(read: Read) -> None:
    above = "1. Các hộ kinh doanh thực hiện kết nối dữ liệu với hệ thống được hỗ trợ như sau:\n"
    listed = "a) Hỗ trợ đào tạo, tập huấn cho các hộ kinh doanh;\nb) Thiết lập đường dây nóng để giải đáp cho các hộ."
    assert not any(leads(task) for task in tasks(read, f"Điều 2. Hỗ trợ\n{above}{listed}"))


def test_who_is_told_to_help_leads(read: Read) -> None:
    above = "1. Sở Tài chính hỗ trợ các hộ kinh doanh thực hiện các việc sau:\n"
    assert [leads(task) for task in tasks(read, f"Điều 2. Hỗ trợ\n{above}a) Lập sổ theo dõi;\nb) Công khai giá.")] == [
        ["Sở Tài chính"],
        ["Sở Tài chính"],
    ]
