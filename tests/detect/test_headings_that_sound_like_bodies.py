"""Headings whose first word is also one of a body: 'PHÒNG NGỪA ...' is work, no division. Sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, plan


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
