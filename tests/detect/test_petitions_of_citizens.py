"""Notices of a reception of citizens: what they asked for is no task, what was decided on it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

NOTICE = """UBND HUYỆN SƠN KHÊ
Số: 5/TB-UBND
THÔNG BÁO
Kết quả tiếp công dân định kỳ tháng 8
Chủ tịch UBND huyện kết luận như sau:

1. Bà Trần Thị Lụa, trú tại xã Tân Lương

{asked}

Ý kiến của Chủ tịch UBND huyện: Giao Phòng Nội vụ kiểm tra, trả lời.

2. Ông Lê Văn Đá, trú tại xã Bình Khê

Nội dung: Đề nghị cấp đất tái định cư.

{decided}
"""
DECIDED = "Ý kiến của Chủ tịch UBND huyện: UBND xã Bình Khê rà soát quỹ đất."


def read_notice(
    read: Read, asked: str = "Nội dung: Đề nghị hỗ trợ sửa nhà.", decided: str = DECIDED
) -> list[tuple[str, list[str]]]:
    _, directive = read(NOTICE.format(asked=asked, decided=decided))
    leads = ([agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks)
    return [(task.text, names) for task, names in zip(directive.tasks, leads, strict=True)]


@pytest.mark.parametrize(
    "asked",
    [
        "Nội dung: Kiến nghị xem xét hỗ trợ sửa nhà.",
        "- Nội dung: Đề nghị giải quyết bồi thường cây trồng.",
        "Nội dung kiến nghị: Xem xét hỗ trợ sửa nhà.",
        "Nội dung đơn: Giải quyết bồi thường bổ sung.",
        "Ý kiến của bà Lụa: Đề nghị xem xét hỗ trợ.",
        "Bà Lụa trình bày như sau: Xem xét hỗ trợ sửa nhà.",
        "Công dân kiến nghị: Sửa chữa đường liên thôn.",
        "Hộ bà Lụa: kiến nghị cấp lại giấy chứng nhận.",
        "Kiến nghị của HTX Tân Lương: Xem xét hỗ trợ vốn.",
        "Công ty TNHH Tân Lương: kiến nghị giãn tiền thuê đất.",
    ],
)
def test_what_citizens_ask_for_is_no_task(read: Read, asked: str) -> None:
    assert [names for _, names in read_notice(read, asked)] == [["Phòng Nội vụ"], ["UBND xã Bình Khê"]]


@pytest.mark.parametrize(
    ("decided", "leads"),
    [
        ("Chủ tịch UBND huyện chỉ đạo: Phòng Tư pháp xem xét, trả lời.", ["Phòng Tư pháp"]),
        ("Chủ tịch UBND huyện kết luận: Giao Phòng Tư pháp kiểm tra.", ["Phòng Tư pháp"]),
        ("Kiến nghị của ông Đá: Giao Phòng Tư pháp trả lời.", ["Phòng Tư pháp"]),
        ("Đề nghị ông Đá chấp hành quyết định. Thanh tra huyện theo dõi.", ["Thanh tra huyện"]),
        ("UBND các xã chỉ đạo: các thôn rà soát quỹ đất.", ["UBND các xã", "các thôn"]),
    ],
)
def test_who_answers_leads_and_not_who_speaks(read: Read, decided: str, leads: list[str]) -> None:
    assert read_notice(read, decided=decided)[-1] == (decided, leads)


def test_an_item_of_contents_that_asks_bodies_stays_a_task(read: Read) -> None:
    assert read_notice(read, decided="Nội dung: Đề nghị các phòng rà soát hồ sơ.")[-1][1] == ["các phòng"]
