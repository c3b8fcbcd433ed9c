"""Who is worked with, called by a word of everyday life, and each body of a kind: the name ends before what is done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


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
def test_who_is_worked_with_ends_before_what_is_done(roles_in_plan: Roles, item: str, beside: list[str]) -> None:
    assert roles_in_plan(item, "coordinate") == beside


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Mỗi xã chọn hai thôn làm điểm.", ["Mỗi xã"]),
        ("Mỗi cán bộ, công chức đăng ký một việc làm tốt.", ["Mỗi cán bộ, công chức"]),
        ("Mỗi xã có ít nhất hai sân chơi.", []),
        ("Mỗi xã một sản phẩm.", []),
    ],
)
def test_each_of_a_kind_leads_where_it_acts(roles_in_plan: Roles, item: str, leads: list[str]) -> None:
    assert roles_in_plan(item, "lead") == leads
