"""Committees of several bodies, members of a board, the Front of places and units of courts keep their whole names."""

from __future__ import annotations

import pytest

from tests.detect.small_plan import Read, leads_of


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("BCH các Chi đoàn có trách nhiệm lập danh sách.", ["BCH các Chi đoàn"]),
        ("Ban Chấp hành các công đoàn bộ phận gửi báo cáo.", ["Ban Chấp hành các công đoàn bộ phận"]),
        ("Ban Chủ nhiệm các câu lạc bộ cử người dự lễ.", ["Ban Chủ nhiệm các câu lạc bộ"]),
        ("BCH các Liên chi đoàn và Đoàn trực thuộc tập huấn cán bộ.", ["BCH các Liên chi đoàn và Đoàn trực thuộc"]),
        ("Đề nghị Ban lãnh đạo các đơn vị bố trí người trực.", ["các đơn vị"]),
        ("Đề nghị các thành viên BCĐ đi cơ sở kiểm tra.", ["các thành viên BCĐ"]),
        (
            "Yêu cầu ban thường vụ và ban chấp hành đảng bộ xã Lũng Cao hoàn thiện văn kiện.",
            ["ban thường vụ", "ban chấp hành đảng bộ xã Lũng Cao"],
        ),
        ("Đề nghị Mặt trận mỗi xã, phường vận động nhân dân.", ["Mặt trận mỗi xã, phường"]),
        ("Các phòng nghiệp vụ VKSND tỉnh lập hồ sơ.", ["Các phòng nghiệp vụ VKSND tỉnh"]),
        ("Các phòng chuyên môn Cục Thi hành án dân sự tỉnh lập hồ sơ.", ["Các phòng chuyên môn Cục Thi hành án dân sự tỉnh"]),
    ],
)
def test_the_name_goes_to_its_end(order: str, leads: list[str], read: Read) -> None:
    assert leads_of(read, order) == leads


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("Ban Chấp hành Công đoàn lập danh sách.", ["Ban Chấp hành Công đoàn"]),
        ("Ban lãnh đạo công ty bố trí người trực.", ["Ban lãnh đạo công ty"]),
        ("Các phòng nghiệp vụ, VKSND cấp huyện lập hồ sơ.", ["Các phòng nghiệp vụ", "VKSND cấp huyện"]),
        ("Giao Ban chấp hành nghiêm quy định về bảo mật.", ["Ban"]),
    ],
)
def test_what_is_one_body_or_two_stays_so(order: str, leads: list[str], read: Read) -> None:
    assert leads_of(read, order) == leads
