"""Who is worked with, called by a word of everyday life, and each body of a kind: the name ends before what is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

PLAN = """SỞ GIÁO DỤC VÀ ĐÀO TẠO
TRƯỜNG THPT SỐ 2
Số: 18/KH-THPT
Lào Cai, ngày 9 tháng 9 năm 2024
KẾ HOẠCH
Công tác chủ nhiệm năm học 2024 - 2025

I. NHIỆM VỤ
1. Tổ Văn phòng bố trí kinh phí.
2. {item}
3. Tổ Văn phòng tổng hợp kết quả.
HIỆU TRƯỞNG
Lê Thị Hoa
"""


def agencies(read: Read, item: str, role: str) -> list[str]:
    tasks = [task for task in read(PLAN.format(item=item))[1].tasks if task.text in item]
    return [agency.name for task in tasks for agency in task.agencies if agency.role.value == role]


@pytest.mark.parametrize(
    ("item", "beside"),
    [
        ("Ban Giám hiệu phối hợp với gia đình giáo dục học sinh chưa ngoan.", ["gia đình"]),
        ("Đoàn trường phối hợp với chính quyền cơ sở quản lý học sinh trọ học.", ["chính quyền cơ sở"]),
        ("Ban Quản lý phối hợp với nhà trường quản lý học sinh nội trú.", ["nhà trường"]),
        ("Đoàn trường phối hợp với hợp tác xã bao tiêu rau sạch.", ["hợp tác xã"]),
        ("Đoàn trường phối hợp với ngân hàng giải ngân vốn cho sinh viên nghèo.", ["ngân hàng"]),
        ("Đoàn trường phối hợp với khách hàng sử dụng điện lớn tiết kiệm điện.", ["khách hàng"]),
        ("Đoàn trường phối hợp với Tòa án nhân dân hai cấp mở phiên tòa giả định.", ["Tòa án nhân dân hai cấp"]),
        ("Đoàn trường phối hợp với các doanh nghiệp cung cấp suất ăn kiểm tra bếp.", ["các doanh nghiệp cung cấp suất ăn"]),
    ],
)
def test_who_is_worked_with_ends_before_what_is_done(read: Read, item: str, beside: list[str]) -> None:
    assert agencies(read, item, "coordinate") == beside


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Mỗi xã chọn hai thôn làm điểm.", ["Mỗi xã"]),
        ("Mỗi cán bộ, công chức đăng ký một việc làm tốt.", ["Mỗi cán bộ, công chức"]),
        ("Mỗi xã có ít nhất hai sân chơi.", []),
        ("Mỗi xã một sản phẩm.", []),
    ],
)
def test_each_of_a_kind_leads_where_it_acts(read: Read, item: str, leads: list[str]) -> None:
    assert agencies(read, item, "lead") == leads
