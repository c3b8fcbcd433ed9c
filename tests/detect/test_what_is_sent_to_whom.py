"""What is sent may be named in more than four words. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "receivers"),
    [
        ("Các sở, ngành gửi ý kiến góp ý bằng văn bản về Sở Tư pháp trước ngày 10/5/2024.", ["Sở Tư pháp"]),
        ("Các trường gửi danh sách học sinh dự thi cấp tỉnh về Sở Giáo dục và Đào tạo.", ["Sở Giáo dục và Đào tạo"]),
        ("Gửi thư chúc mừng của Chủ tịch về Sở Y tế.", []),
    ],
)
def test_to_whom_it_is_sent(roles_in_plan: Roles, order: str, receivers: list[str]) -> None:
    assert roles_in_plan(order, "report_to") == receivers
