"""Whose a project is, said in brackets: the investor leads. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Đẩy nhanh tiến độ dự án kè (chủ đầu tư: Ban Quản lý dự án tỉnh).", ["Ban Quản lý dự án tỉnh"]),
        ("Hoàn thành cải tạo chợ trước ngày 30/6/2024 (Chủ đầu tư: UBND huyện Lộc An).", ["UBND huyện Lộc An"]),
        ("Sở Tài chính bố trí vốn cho dự án kè (chủ đầu tư: Ban Quản lý dự án tỉnh).", ["Sở Tài chính"]),
        ("Giao Sở Xây dựng thẩm định dự án kè (chủ đầu tư: Ban Quản lý dự án tỉnh).", ["Sở Xây dựng"]),
    ],
)
def test_whose_project_it_is(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies
