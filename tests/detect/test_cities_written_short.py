"""Cities whose unit is written short, with and without stop and space ("TP.HCM", "TPHCM", "Tp. Huế"): written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "BỘ Y TẾ\n\nSố: 1201/BYT-KCB\nV/v rà soát kho thuốc\n\nHà Nội, ngày 12 tháng 5 năm 2025\n\nKính gửi: Sở Y tế các tỉnh.\n\n"


def agencies(read: Read, order: str, role: Role = Role.LEAD) -> list[tuple[str, str | None]]:
    _, directive = read(f"{HEAD}{order}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nBỘ TRƯỞNG\n\nLê Văn Hải\n")
    return [(agency.name, agency.canonical) for task in directive.tasks for agency in task.agencies if agency.role is role]


@pytest.mark.parametrize("city", ["TPHCM", "TP HCM", "TP.HCM", "TP. HCM", "Tp.HCM", "TP.Hồ Chí Minh", "Tp. Hồ Chí Minh"])
def test_a_city_in_the_name_of_a_body(read: Read, city: str) -> None:
    full = "Sở Y tế Thành phố Hồ Chí Minh"
    assert agencies(read, f"Bộ Y tế đề nghị Sở Y tế {city} rà soát các kho thuốc.") == [(f"Sở Y tế {city}", full)]


@pytest.mark.parametrize(
    ("order", "leads"),
    [
        ("UBND TP.HCM rà soát các dự án trước ngày 15/6.", ["UBND TP.HCM"]),
        ("Cục Thuế TP.Hà Nội, Cục Thuế TPHCM rà soát hóa đơn.", ["Cục Thuế TP.Hà Nội", "Cục Thuế TPHCM"]),
        ("Đề nghị Giám đốc Công an TP.HCM chỉ đạo kiểm tra.", ["Công an TP.HCM"]),
        ("Đề nghị Sở Xây dựng Hà Nội, TP.HCM rà soát.", ["Sở Xây dựng Hà Nội", "Sở Xây dựng TP.HCM"]),
        ("Đề nghị Sở Xây dựng TP.HCM, Đồng Nai rà soát.", ["Sở Xây dựng TP.HCM", "Sở Xây dựng tỉnh Đồng Nai"]),
        ("Đề nghị các Sở Y tế: Hà Nội, TP. Huế rà soát.", ["Sở Y tế Hà Nội", "Sở Y tế TP. Huế"]),
        ("Đề nghị Sở Y tế Hà Nội, thành phố Đà Nẵng rà soát.", ["Sở Y tế Hà Nội", "Sở Y tế thành phố Đà Nẵng"]),
        ("Đề nghị Sở Y tế Hà Nội; thành phố Đà Nẵng rà soát.", ["Sở Y tế Hà Nội", "thành phố Đà Nẵng"]),
        ("Đề nghị UBND xã Bình Hưng, TP.HCM rà soát.", ["UBND xã Bình Hưng, TP.HCM"]),
        ("Đề nghị UBND Quận 1, TP.HCM rà soát.", ["UBND Quận 1, TP.HCM"]),
        ("Đề nghị UBND TP.Thủ Đức rà soát.", ["UBND TP.Thủ Đức"]),
        ("Giao UBND TP.HCM. Các sở rà soát.", ["UBND TP.HCM", "Các sở"]),
        ("Đề nghị Sở Y tế TP. Các bệnh viện rà soát.", ["Sở Y tế TP", "Các bệnh viện"]),
        ("Đề nghị UBND TP.Báo cáo gửi về Bộ.", ["UBND TP."]),
    ],
)
def test_where_the_name_ends(read: Read, order: str, leads: list[str]) -> None:
    assert [name for name, _ in agencies(read, order)] == leads
