"""A closing paragraph by which the issuer has its paper passed on is asked of those it names. Papers written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read

LETTER = """SỞ GIÁO DỤC VÀ ĐÀO TẠO SƠN KHÊ
Số: 15/SGDĐT-VP
Sơn Khê, ngày 12 tháng 9 năm 2024

Kính gửi: Các phòng giáo dục và đào tạo.

Sở Giáo dục và Đào tạo yêu cầu các đơn vị thực hiện các việc sau:

1. Cho học sinh nghỉ học ngày 13/9/2024.

2. Các trường trung học phổ thông:

- Gia cố nhà học.

- Cử người trực.

{closing}

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Đinh Quang Thiệu
"""
SCHOOLS = "Các trường trung học phổ thông"


@pytest.mark.parametrize(
    ("closing", "last"),
    [
        ("Yêu cầu các đơn vị thông báo chủ trương này tới phụ huynh học sinh.", "các đơn vị"),
        (
            "Nhận được thông báo này, yêu cầu các đơn vị thông báo tới toàn thể cán bộ, giáo viên, học sinh biết và thực hiện.",
            "các đơn vị",
        ),
        ("Yêu cầu các đơn vị nghiêm túc thực hiện.", SCHOOLS),
        ("Yêu cầu các nhà thầu kiểm tra giàn giáo.", SCHOOLS),
    ],
    ids=["the-policy", "upon-receipt", "only-carried-out", "what-the-schools-ask-themselves"],
)
def test_who_passes_the_paper_on(read: Read, closing: str, last: str) -> None:
    task = read(LETTER.format(closing=closing))[1].tasks[-1]
    assert [agency.name for agency in task.agencies if agency.role is Role.LEAD] == [last]
