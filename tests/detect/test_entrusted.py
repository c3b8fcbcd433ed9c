"""Bodies told apart by what they look after, and then told what to do about it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

ACT = """BỘ DÂN VẬN
Số: 12/2025/TT-BDV
Hà Nội, ngày 5 tháng 3 năm 2025
THÔNG TƯ
Quy định về đường thư

Điều 9. Trách nhiệm của Cục Bưu chính
1. Lập dự toán kinh phí hằng năm.
2. {item}
3. Kiểm tra các đơn vị.
TM. BỘ TRƯỞNG
Trần Hữu Bách
"""


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Sở Giao thông vận tải được giao quản lý đường thư bố trí người trực.", ["Sở Giao thông vận tải"]),
        ("Sở Xây dựng được phân công phụ trách các trạm cũ phải kiểm tra hằng tháng.", ["Sở Xây dựng"]),
        ("Sở Xây dựng, Sở Y tế được giao vận hành trạm thư có trách nhiệm báo cáo.", ["Sở Xây dựng", "Sở Y tế"]),
        ("Văn phòng Bộ được giao quản lý danh bạ, có trách nhiệm cấp tài khoản.", ["Văn phòng Bộ"]),
        ("Sở Xây dựng được giao phụ trách tuyến 4D, thường xuyên kiểm tra mặt đường.", ["Sở Xây dựng"]),
        # What another looks after may be what the work is about.
        ("Kiểm tra các trạm thư do Sở Xây dựng được giao quản lý.", ["Cục Bưu chính"]),
    ],
)
def test_what_a_body_looks_after_stands_between_its_name_and_its_work(read: Read, item: str, leads: list[str]) -> None:
    tasks = {task.text: task for task in read(ACT.format(item=item))[1].tasks}
    assert [agency.name for agency in tasks[item].agencies if agency.role.value == "lead"] == leads
