"""Headings whose first word is also one of a body: 'PHÒNG NGỪA ...' is work, no division. Sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, leads_of, plan


def leads_below(read: Read, heading: str) -> list[str]:
    _, directive = read(plan(f"II. {heading}\n\n1. Kiểm tra kho vật tư trước mùa mưa."))
    return [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.LEAD]


@pytest.mark.parametrize(
    "heading",
    [
        "PHÒNG NGỪA SẠT LỞ, LŨ QUÉT",
        "PHÒNG TRỪ SÂU BỆNH",
        "PHÒNG CHÁY, CHỮA CHÁY",
        "PHÒNG CHỐNG THIÊN TAI",
        "PHÒNG DỊCH TRÊN ĐÀN LỢN",
        "PHÒNG BỆNH",
    ],
)
def test_what_is_prevented_leads_nothing(heading: str, read: Read) -> None:
    assert leads_below(read, heading) == []


@pytest.mark.parametrize("heading", ["PHÒNG DỊCH VỤ", "PHÒNG CHỐNG BUÔN LẬU", "PHÒNG TÀI CHÍNH"])
def test_a_division_leads_what_stands_below_it(heading: str, read: Read) -> None:
    assert leads_below(read, heading) == [heading]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("Sở Giao dịch: Thực hiện việc hạch toán tiền hỗ trợ.", "Sở Giao dịch"),
        ("Sở Giao dịch thực hiện việc hạch toán tiền hỗ trợ.", "Sở Giao dịch"),
        ("Sở Giao dịch chứng khoán Hà Nội tổ chức tập huấn.", "Sở Giao dịch chứng khoán Hà Nội"),
        ("Giao Sở Giao dịch Hàng hóa Việt Nam công bố giá.", "Sở Giao dịch Hàng hóa Việt Nam"),
    ],
)
def test_an_exchange_with_a_verb_in_its_name_leads(item: str, lead: str, read: Read) -> None:
    assert leads_of(read, item) == [lead]
