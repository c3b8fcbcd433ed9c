"""Kinds of bodies that are told apart by what they live by: the trades belong to the name where an order stands behind them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Roles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("Các doanh nghiệp chăn nuôi, chế biến và xuất khẩu trứng khai báo nguồn gốc.", "chăn nuôi, chế biến và xuất khẩu trứng"),
        ("Các doanh nghiệp sản xuất và cung ứng con giống báo cáo số lượng.", "sản xuất và cung ứng con giống"),
        ("Các doanh nghiệp thu mua, sơ chế, đóng gói rau ghi chép nhật ký.", "thu mua, sơ chế, đóng gói rau"),
        ("Các doanh nghiệp sản xuất hoặc kinh doanh thuốc thú y đăng ký lại.", "sản xuất hoặc kinh doanh thuốc thú y"),
        # No order stands behind them: the trades are what they shall do.
        ("Giao các doanh nghiệp thu gom và xử lý vỏ thuốc.", ""),
        ("Giao các doanh nghiệp quản lý, sử dụng hiệu quả kho lạnh.", ""),
        ("Các doanh nghiệp thu gom và xử lý vỏ thuốc, bảo đảm vệ sinh.", ""),
    ],
)
def test_trades_belong_to_the_name_where_an_order_follows(roles_in_plan: Roles, item: str, lead: str) -> None:
    assert [name.lower() for name in roles_in_plan(item, "lead")] == [f"các doanh nghiệp {lead}".strip()]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        (
            "Đề nghị các cơ sở giết mổ, chế biến và kinh doanh thịt:\n- Khai báo nguồn gốc.",
            "các cơ sở giết mổ, chế biến và kinh doanh thịt",
        ),
        ("Các cơ sở giết mổ và kinh doanh thịt:\n- Khai báo nguồn gốc.", "Các cơ sở giết mổ và kinh doanh thịt"),
        ("Các công ty phát điện trực thuộc Tập đoàn:\n- Sửa tổ máy hỏng.", "Các công ty phát điện trực thuộc Tập đoàn"),
        ("Các cơ quan thẩm tra hoàn chỉnh báo cáo.", "Các cơ quan thẩm tra"),
        ("Các cơ quan trình dự thảo nghị quyết tiếp thu ý kiến.", "Các cơ quan trình dự thảo nghị quyết"),
    ],
)
def test_so_they_do_in_headings(roles_in_plan: Roles, item: str, lead: str) -> None:
    assert roles_in_plan(item, "lead") == [lead]


def test_so_they_do_of_whom_works_along(roles_in_plan: Roles) -> None:
    item = "Chi cục Thú y phối hợp với các cơ sở giết mổ và kinh doanh thịt để lấy mẫu."
    assert roles_in_plan(item, "coordinate") == ["các cơ sở giết mổ và kinh doanh thịt"]


@pytest.mark.parametrize(
    ("item", "leads"),
    [
        ("Chỉ đạo Trung tâm Thú y (thuộc Sở Công Thương) thực hiện:\n- Khai báo nguồn gốc.", ["Trung tâm Thú y"]),
        ("Chỉ đạo Trung tâm Thú y (Sở Công Thương):\n- Khai báo nguồn gốc.", ["Trung tâm Thú y"]),
        ("Chỉ đạo Trung tâm Thú y, Sở Công Thương:\n- Khai báo nguồn gốc.", ["Trung tâm Thú y", "Sở Công Thương"]),
    ],
)
def test_brackets_in_a_heading_say_whose_a_body_is(roles_in_plan: Roles, item: str, leads: list[str]) -> None:
    assert roles_in_plan(item, "lead") == leads


@pytest.mark.parametrize("road", ["Hòa Bình - Mộc Châu", "Cà Mau - Đất Mũi"])
def test_a_road_between_two_places_acts_nowhere(roles_in_plan: Roles, road: str) -> None:
    item = f"Các tuyến cao tốc Gia Nghĩa - Chơn Thành, {road} bám sát tiến độ đề ra."
    assert road not in roles_in_plan(item, "lead")
