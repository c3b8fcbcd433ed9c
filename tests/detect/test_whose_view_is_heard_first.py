"""Whose view is heard before somebody acts: of the two beside each other the second acts. Sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Sau khi thống nhất với Sở Tài chính, Sở Y tế gửi kế hoạch về Cục Quản lý giá.", ["Sở Y tế"]),
        ("Sau khi thống nhất nội dung với Phòng Quản lý nước, các nhà máy gửi hồ sơ thiết kế.", ["các nhà máy"]),
        ("Sau khi lấy ý kiến các sở, ngành, Sở Tư pháp rà soát dự thảo.", ["Sở Tư pháp"]),
        ("Sau khi trao đổi với Sở Y tế, Sở Tài chính và Sở Nội vụ, Sở Tư pháp rà soát dự thảo.", ["Sở Tư pháp"]),
        ("Sau khi làm việc với Sở Tài chính, Sở Nội vụ, tổng hợp các kiến nghị.", []),
        ("Sau khi có ý kiến của Bộ Y tế, Sở Y tế, rà soát lại danh mục.", []),
        ("Theo hướng dẫn của Bộ Y tế, Sở Y tế rà soát lại danh mục.", ["Sở Y tế"]),
    ],
)
def test_who_acts_behind_whose_view_is_heard(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("grounds", "bodies"),
    [
        ("Căn cứ nghị quyết của Tỉnh ủy, hướng dẫn của Sở Nội vụ", ["các sở, ngành"]),
        ("Theo chỉ đạo của Chính phủ, văn bản số 12 của Bộ Y tế", ["các sở, ngành"]),
        ("Trên cơ sở đề xuất của các xã, ý kiến của Sở Tư pháp", ["các sở, ngành"]),
        ("Căn cứ chỉ tiêu của Tỉnh ủy, hướng dẫn Sở Nội vụ", []),  # who is guided, not who guides
    ],
)
def test_who_acts_behind_papers_of_several(roles_in_plan: Roles, grounds: str, bodies: list[str]) -> None:
    assert roles_in_plan(f"{grounds}, các sở, ngành xây dựng kế hoạch của đơn vị.") == bodies


def test_who_is_reported_to_first_stays_the_receiver(roles_in_plan: Roles) -> None:
    order = "Trước khi trình UBND tỉnh, Sở Xây dựng lấy ý kiến các xã."
    assert [roles_in_plan(order), roles_in_plan(order, "report_to")] == [["Sở Xây dựng"], ["UBND tỉnh"]]


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Ngày 7/6/2024: Hạn cuối các trường nộp hồ sơ về Cục Quản lý giá.", ["các trường"]),
        ("Hạn chót để UBND các huyện gửi báo cáo là ngày 7/6/2024.", ["UBND các huyện"]),
        ("Ngày 7/6/2024: Hạn cuối nộp hồ sơ của các trường.", []),
    ],
)
def test_who_has_to_be_done_by_the_last_day(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies


@pytest.mark.parametrize(
    ("order", "bodies"),
    [
        ("Sở Giáo dục và Đào tạo ra đề thi, các trường tổ chức thi và chấm thi.", ["Sở Giáo dục và Đào tạo", "các trường"]),
        ("Sở Y tế tổ chức tập huấn, các bệnh viện cử cán bộ tham dự.", ["Sở Y tế", "các bệnh viện"]),
        ("UBND xã lập danh sách, các thôn niêm yết công khai.", ["UBND xã", "các thôn"]),
        ("Sở Nội vụ hướng dẫn các xã, các phường tổ chức bầu cử.", ["Sở Nội vụ"]),
        (
            "Sở Văn hóa, Thể thao và Du lịch quản lý các di tích, các bảo tàng tổ chức trưng bày.",
            ["Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Sở Y tế phát thuốc cho các trạm, các bệnh viện tổ chức khám.", ["Sở Y tế"]),
    ],
)
def test_each_does_its_own(roles_in_plan: Roles, order: str, bodies: list[str]) -> None:
    assert roles_in_plan(order) == bodies
