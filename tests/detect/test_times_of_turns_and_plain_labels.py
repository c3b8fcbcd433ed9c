"""The times of the turns of one work ("đợt I: 30/6; đợt II: 30/9"), and the line "Thực hiện: ..." below the title of a work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

Read = Callable[..., tuple[Document, Directive]]

CALENDAR = vietnam_calendar()
HEAD = "KẾ HOẠCH\nHòa giải ở cơ sở năm 2025\n\nI. NHIỆM VỤ\n\n"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rà soát chức danh (đợt I: 30/6; đợt II: 30/9).", ["2026-06-30", "2026-09-30"]),
        ("Rà soát chức danh, đợt 1: 30/6/2026; đợt 2: tháng 9/2026.", ["2026-06-30", "2026-09-30"]),
        ("Hỗ trợ đợt 1: 30/6 hộ đã đăng ký.", []),
    ],
)
def test_each_turn_has_its_time(text: str, days: list[str]) -> None:
    found = find_deadlines(text, issued=date(2026, 3, 12), year=None, calendar=CALENDAR)
    assert [f.due.isoformat() for f in found if f.due] == days


def test_a_line_that_says_who_carries_out_is_a_label(read: Read) -> None:
    body = (
        "1. Kiện toàn tổ hòa giải\nThời gian: Tháng 3/2025\nThực hiện: Công chức Tư pháp\n"
        "2. Tập huấn nghiệp vụ cho hòa giải viên\nThời gian: Tháng 5/2025\nThực hiện: Công chức Tư pháp\n"
    )
    _, directive = read(HEAD + body)
    assert [(task.text[:9], [str(d.due) for d in task.deadlines]) for task in directive.tasks] == [
        ("Kiện toàn", ["2025-03-31"]),
        ("Tập huấn ", ["2025-05-31"]),
    ]


def test_a_line_that_says_what_is_carried_out_is_none(read: Read) -> None:
    body = "1. Củng cố tổ hòa giải ở các thôn.\n- Thực hiện: Rà soát danh sách, thay thế người đã nghỉ.\n- Lập danh sách mới.\n"
    _, directive = read(HEAD + body)
    assert any(task.text.startswith("Thực hiện: Rà soát") for task in directive.tasks)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Thời gian hoàn thành trước ngày 15/6/2025.", ["2025-06-15"]),
        ("Thời hạn thẩm định là 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.", [None]),
        (
            "Thời gian thực hiện không quá 05 ngày làm việc kể từ ngày nhận đủ biên bản và hoàn thành trước ngày 10/6/2025.",
            [None, "2025-06-10"],
        ),
        ("Thời gian hòa giải viên công tác không quá 05 năm kể từ ngày được công nhận.", []),
    ],
)
def test_a_paragraph_that_tells_by_when_is_no_task_but_the_time_of_the_one_above(
    line: str, days: list[str | None], read: Read
) -> None:
    body = f"1. Ủy ban nhân dân xã tổng hợp danh sách hòa giải viên.\n{line}\n2. Sở Tư pháp tập huấn nghiệp vụ.\n"
    tasks = read(HEAD + body)[1].tasks
    assert [task.text[:7] for task in tasks] == ["Ủy ban ", "Sở Tư p"]
    assert [str(d.due) if d.due else None for d in tasks[0].deadlines] == days
