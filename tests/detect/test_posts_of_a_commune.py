"""Posts of a commune that a notice calls by their field of work: papers written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "ỦY BAN NHÂN DÂN\n{area}\n\nSố: 12/TB-UBND\nTân Sơn, ngày 5 tháng 4 năm 2023\n\nTHÔNG BÁO\nKết luận giao ban tháng 4\n\n"
HEAD += "Chủ tịch UBND kết luận và phân công như sau:\n"


def leads(read: Read, body: str, area: str = "XÃ TÂN SƠN") -> list[list[str]]:
    _, directive = read(HEAD.format(area=area) + body)
    return [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]


@pytest.mark.parametrize(
    ("label", "post"),
    [
        ("Địa chính - Xây dựng", "Địa chính - Xây dựng"),
        ("Tài chính - Kế toán", "Tài chính - Kế toán"),
        ("Tư pháp - Hộ tịch", "Tư pháp - Hộ tịch"),
        ("Văn hóa - Xã hội", "Văn hóa - Xã hội"),
        ("Kế toán ngân sách", "Kế toán ngân sách"),
        ("Tư pháp", "Tư pháp"),
        ("LĐTBXH", "LĐTBXH"),
        ("Văn phòng - Thống kê", "Văn phòng - Thống kê"),
        ("Lĩnh vực địa chính - nông nghiệp", "địa chính - nông nghiệp"),
        ("Đ/c Hòa - Địa chính", "Địa chính"),
    ],
)
@pytest.mark.parametrize("above", [False, True], ids=["in-the-item", "above-it"])
def test_a_field_of_work_among_bodies_is_the_post_that_has_it(read: Read, label: str, post: str, above: bool) -> None:
    body = f"1. {label}:\n- Rà soát hồ sơ tồn đọng.\n" if above else f"1. {label}: rà soát hồ sơ tồn đọng.\n"
    assert leads(read, f"{body}2. Công an xã: tuần tra ban đêm.\n") == [[post], ["Công an xã"]]


def test_whom_an_item_of_a_post_calls_on_leads_it(read: Read) -> None:
    body = "1. Văn hóa - Xã hội: Giao Trạm Y tế tiêm chủng.\n2. Công an xã: tuần tra ban đêm.\n"
    assert leads(read, body) == [["Trạm Y tế"], ["Công an xã"]]


@pytest.mark.parametrize(
    ("area", "other"),
    [("XÃ TÂN SƠN", "Quốc phòng"), ("HUYỆN TÂN SƠN", "Công an huyện")],
    ids=["fields-alone", "a-district"],
)
def test_a_field_of_work_among_fields_or_in_a_district_is_nobody(read: Read, area: str, other: str) -> None:
    body = f"1. Văn hóa - Xã hội:\n- Rà soát hồ sơ tồn đọng.\n2. {other}:\n- Tuần tra ban đêm.\n"
    assert leads(read, body, area)[0] == []
