"""Paragraphs of letters that only set a time for work, or ask for it behind a clause that says when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
LETTER = """ỦY BAN NHÂN DÂN
TỈNH SƠN KHÊ

Số: 512/UBND-KT
V/v chấn chỉnh một số việc

Sơn Khê, ngày 10 tháng 6 năm 2022

Kính gửi: Các đơn vị trực thuộc.

{}

Nơi nhận:
- Như trên;
- Lưu: VT.

CHỦ TỊCH

Trần Hữu Bách
"""
FIRST = "UBND tỉnh đề nghị các đơn vị rà soát nhân lực."


def found(read: Read, *paragraphs: str) -> list[tuple[list[str], list[str]]]:
    """Leads and days of each task."""
    _, directive = read(LETTER.format("\n\n".join(paragraphs)))
    return [
        (
            [agency.name for agency in task.agencies if agency.role is Role.LEAD],
            [deadline.due.isoformat() for deadline in task.deadlines if deadline.due],
        )
        for task in directive.tasks
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Việc rà soát hoàn thành trước ngày 30/6/2022.",
        "Thời gian quán triệt và báo cáo kết quả xong trước ngày 30/6/2022.",
        "Hội nghị cấp huyện tổ chức xong trước ngày 30/6/2022.",
    ],
)
def test_a_paragraph_that_only_sets_a_day_is_work_of_those_before_it(read: Read, paragraph: str) -> None:
    assert found(read, FIRST, paragraph) == [(["các đơn vị"], []), (["các đơn vị"], ["2022-06-30"])]


def test_what_was_done_by_a_day_is_no_work(read: Read) -> None:
    assert found(read, FIRST, "Việc rà soát đợt một đã hoàn thành trước ngày 30/5/2022.") == [(["các đơn vị"], [])]


@pytest.mark.parametrize(
    ("paragraph", "lead"),
    [
        ("UBND tỉnh yêu cầu sau khi kết thúc hội nghị các sở hoàn chỉnh báo cáo trước ngày 30/6/2022.", "các sở"),
        ("Đề nghị trong quá trình thực hiện, Sở Y tế báo cáo tiến độ trước ngày 30/6/2022.", "Sở Y tế"),
    ],
)
def test_who_is_asked_behind_a_clause_that_says_when_leads(read: Read, paragraph: str, lead: str) -> None:
    assert found(read, FIRST, paragraph)[1:] == [([lead], ["2022-06-30"])]


def test_who_is_only_named_in_such_a_clause_does_not_lead(read: Read) -> None:
    waiting = "Đề nghị trong khi chờ Bộ Y tế hướng dẫn, các sở tiếp tục áp dụng quy định cũ."
    assert "Bộ Y tế" not in [name for leads, _ in found(read, FIRST, waiting) for name in leads]


def test_a_label_that_says_of_which_work_it_is_the_time(read: Read) -> None:
    hoisted = "1/ Các cơ quan, đơn vị và hộ dân treo cờ Tổ quốc tại trụ sở và tại nhà."
    when = "2/ Thời gian treo cờ Tổ quốc: Từ ngày 30/8/2022 đến hết ngày 03/9/2022."
    opening = "UBND tỉnh thông báo việc treo cờ như sau:"
    assert found(read, opening, hoisted, when) == [(["Các cơ quan, đơn vị và hộ dân"], ["2022-09-03"])]
    other = "2/ Thời gian bắn pháo hoa: Từ ngày 30/8/2022 đến hết ngày 03/9/2022."
    assert (["Các cơ quan, đơn vị và hộ dân"], []) in found(read, opening, hoisted, other)
    alone = "Thời gian treo cờ: Từ ngày 30/8/2022 đến hết ngày 03/9/2022."
    assert found(read, "UBND tỉnh đề nghị các đơn vị treo cờ Tổ quốc.", alone) == [(["các đơn vị"], ["2022-09-03"])]
