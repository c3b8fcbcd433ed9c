"""Notices and letters of communes, districts and branches of ministries, in sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        (
            "Yêu cầu Hạt Kiểm lâm các huyện, Đội Kiểm lâm cơ động và phòng cháy, chữa cháy rừng số 1 trực 24/24 giờ.",
            ["Hạt Kiểm lâm các huyện", "Đội Kiểm lâm cơ động và phòng cháy, chữa cháy rừng số 1"],
        ),
        ("Giao Đội Kiểm lâm cơ động và PCCCR kiểm tra các cơ sở chế biến gỗ.", ["Đội Kiểm lâm cơ động và PCCCR"]),
        ("Đội Kiểm lâm cơ động tuần tra các khu rừng giáp ranh.", ["Đội Kiểm lâm cơ động"]),
        ("Yêu cầu cục thuế các tỉnh, thành phố đối chiếu số thu.", ["cục thuế các tỉnh, thành phố"]),
        ("Đề nghị cục thi hành án dân sự các tỉnh báo cáo kết quả.", ["cục thi hành án dân sự các tỉnh"]),
        ("Yêu cầu chi cục kiểm lâm các tỉnh rà soát phương án.", ["chi cục kiểm lâm các tỉnh"]),
        ("Yêu cầu Hạt Kiểm lâm rà soát phương án, cơ động lực lượng đến các khu rừng giáp ranh.", ["Hạt Kiểm lâm"]),
    ],
)
def test_branches_of_ministries_and_their_crews(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies
