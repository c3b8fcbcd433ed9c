"""Paragraphs without numbers behind the last item of a list: whose work they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = """UBND TỈNH SƠN KHÊ
Số: 15/UBND-TH
Sơn Khê, ngày 12 tháng 9 năm 2024

Kính gửi: Các sở, ban, ngành tỉnh.

"""
OPENING = "UBND tỉnh yêu cầu các sở, ban, ngành tỉnh thực hiện các việc sau:\n\n"
REPORT = "\n\nBáo cáo kết quả về UBND tỉnh trước ngày 30/9/2024."
ENDING = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nĐinh Quang Thiệu\n"


def leads_of_last(read: Read, body: str) -> list[str]:
    task = read(HEAD + body + ENDING)[1].tasks[-1]
    return [agency.name for agency in task.agencies if agency.role is Role.LEAD]


def test_a_report_behind_an_item_that_is_no_heading_is_asked_of_all(read: Read) -> None:
    body = "1. Tăng cường tuyên truyền pháp luật.\n\n2. Sở Tài chính bố trí kinh phí."
    assert leads_of_last(read, OPENING + body + REPORT) == ["các sở, ban, ngành tỉnh"]


@pytest.mark.parametrize("heading", ["2. Sở Tài chính:", "2. Sở Tài chính"])
def test_below_a_heading_it_is_asked_of_the_body_named_there(read: Read, heading: str) -> None:
    body = f"1. Sở Y tế\n\nKhám sức khỏe cho học sinh.\n\n{heading}"
    assert leads_of_last(read, OPENING + body + REPORT) == ["Sở Tài chính"]


def test_where_the_opening_names_nobody_it_is_asked_of_the_body_of_the_item(read: Read) -> None:
    body = (
        "Thực hiện Kế hoạch năm 2024, UBND tỉnh chỉ đạo như sau:\n\n1. Sở Y tế khám sức khỏe.\n\n2. Sở Tài chính bố trí kinh phí."
    )
    assert leads_of_last(read, body + REPORT) == ["Sở Tài chính"]
