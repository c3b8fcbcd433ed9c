"""A clause in front of who acts: what a body is besides, and duties beside others. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.detect.small_plan import Read, leads_of

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Ngoài nhiệm vụ chung, Công an tỉnh còn có trách nhiệm điều tra nguyên nhân cháy.", ["Công an tỉnh"]),
        ("Công an tỉnh còn phải điều tra nguyên nhân cháy.", ["Công an tỉnh"]),
        ("Là cơ quan thường trực Ban Chỉ đạo, Sở Y tế tham mưu kế hoạch kiểm tra.", ["Sở Y tế"]),
        ("Với vai trò là cơ quan thường trực Ban Chỉ đạo, Sở Y tế tham mưu kế hoạch.", ["Sở Y tế"]),
        ("Sở Nội vụ là cơ quan thường trực Hội đồng, tổng hợp hồ sơ khen thưởng.", ["Sở Nội vụ"]),
        ("Là cơ quan thường trực Ban Chỉ đạo, chủ trì tham mưu kế hoạch kiểm tra.", []),
    ],
)
def test_who_acts_behind_what_it_is_besides(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("Ngoài nhiệm vụ chung, Công an tỉnh còn có trách nhiệm:", "Công an tỉnh"),
        ("Là cơ quan thường trực Ban Chỉ đạo, Sở Y tế thực hiện các nhiệm vụ sau:", "Sở Y tế"),
    ],
)
def test_such_headings_hand_their_body_down(read: Read, heading: str, body: str) -> None:
    assert leads_of(read, f"{heading}\na) Rà soát phương án chữa cháy.\nb) Tổ chức diễn tập.") == [body, body]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Hỗ trợ hộ nghèo xây nhà ở (theo danh sách do UBND các xã lập).", []),
        ("Sửa chữa các cầu yếu (danh mục do Sở Xây dựng rà soát).", []),
        ("Sửa chữa các cầu yếu (do Sở Xây dựng chủ trì).", ["Sở Xây dựng"]),
        ("Sửa chữa các cầu yếu (Sở Xây dựng rà soát).", ["Sở Xây dựng"]),
    ],
)
def test_who_made_a_list_that_brackets_point_to_does_nothing(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies
