"""Plans, letters and notices of provinces, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        (
            "Sở Nội vụ theo dõi, đôn đốc các sở, ban, ngành tỉnh; UBND các xã, phường khẩn trương gửi hồ sơ; báo cáo UBND tỉnh.",
            ["Sở Nội vụ"],
        ),
        ("Sở Xây dựng đôn đốc các chủ đầu tư; UBND cấp huyện bàn giao mặt bằng trước ngày 15/6.", ["Sở Xây dựng"]),
        ("Sở Công Thương hướng dẫn các sở, ngành; UBND cấp huyện; UBND cấp xã triển khai thực hiện.", ["Sở Công Thương"]),
        ("UBND cấp huyện chỉ đạo UBND cấp xã; các chủ rừng; các trường học tuần tra rừng.", ["UBND cấp huyện"]),
        # what was said before ";" is whole, or the one behind it is told something of its own
        ("Sở Xây dựng đôn đốc các chủ đầu tư gửi hồ sơ; UBND cấp huyện bàn giao mặt bằng.", ["Sở Xây dựng", "UBND cấp huyện"]),
        ("Sở Xây dựng kiểm tra các chủ đầu tư; UBND cấp huyện bàn giao mặt bằng.", ["Sở Xây dựng", "UBND cấp huyện"]),
        ("Sở Y tế hướng dẫn các đơn vị; UBND cấp huyện lập dự toán gửi Sở Tài chính.", ["Sở Y tế", "UBND cấp huyện"]),
        ("Sở Y tế chỉ đạo các bệnh viện; Sở Tài chính bố trí kinh phí.", ["Sở Y tế", "Sở Tài chính"]),
        ("Sở Y tế hướng dẫn UBND cấp xã; UBND cấp xã thực hiện tiêm phòng.", ["Sở Y tế", "UBND cấp xã"]),
    ],
)
def test_those_pressed_together_lead_nothing(item: str, leads: list[str], roles_in_plan: Roles) -> None:
    assert roles_in_plan(item) == leads
