"""Events that a task only attends, quarters that a report covers, several hours of a day, and who receives reports whose terms
stand in brackets: sentences written for these tests.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive, Role
from models.text import Document
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import DeadlineFinding, find_deadlines

Read = Callable[..., tuple[Document, Directive]]
CALENDAR = vietnam_calendar()


def _found(text: str) -> tuple[DeadlineFinding, ...]:
    return find_deadlines(text, issued=date(2026, 3, 12), year=None, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Vận động nhân dân tham gia Ngày hội Đại đoàn kết ngày 18/11/2026.", []),
        ("Thông báo cho đại biểu dự tập huấn trong 02 ngày 15 và 16/4/2026.", []),
        ("Chuẩn bị gian hàng tham gia Hội chợ OCOP tổ chức vào tháng 9/2026.", []),
        ("Phân công cán bộ đón đại biểu về dự Đại hội vào chiều ngày 14/10/2026.", []),
        ("Gửi danh sách dự tập huấn, hoàn thành trong tháng 9/2026.", ["2026-09-30"]),
        ("Tổ chức Ngày hội Đại đoàn kết vào ngày 18/11/2026.", ["2026-11-18"]),
        ("Tổ chức tập huấn trong 02 ngày 15 và 16/4/2026.", ["2026-04-16"]),
    ],
)
def test_the_time_of_an_event_that_is_only_attended_is_no_deadline(text: str, days: list[str]) -> None:
    assert [f.due.isoformat() for f in _found(text) if f.due] == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Gửi báo cáo: quý I trước ngày 15/4; quý III trước ngày 15/9.", ["2026-04-15", "2026-09-15"]),
        ("Hoàn thành nghiệm thu; báo cáo trong quý III, trước ngày 30/9/2026.", ["2026-09-30"]),
    ],
)
def test_a_quarter_in_front_of_its_day_is_what_the_report_covers(text: str, days: list[str]) -> None:
    assert [f.due.isoformat() for f in _found(text) if f.due] == days


def test_other_hours_of_a_day_are_told_as_a_reason() -> None:
    (several,) = _found("Báo cáo tình hình dịch lúc 07h30, 11h00 và 15h00 hằng ngày.")
    assert (several.rrule, several.time, several.reasons) == ("FREQ=DAILY", "07:30", ("Trong ngày còn giờ khác: 11:00, 15:00",))
    (one,) = _found("Báo cáo tình hình dịch trước 15h00 hằng ngày.")
    assert one.reasons == ()


@pytest.mark.parametrize(
    ("order", "receivers"),
    [
        ("Các phòng báo cáo: 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) về Sở Nội vụ.", ["Sở Nội vụ"]),
        ("Báo cáo kết quả (trước ngày 20 hằng tháng) về Sở Y tế để tổng hợp.", ["Sở Y tế"]),
        ("Báo cáo (định kỳ 6 tháng, năm) cho UBND tỉnh.", ["UBND tỉnh"]),
        ("Xây dựng báo cáo (kèm phụ lục) về Sở Y tế.", []),
    ],
)
def test_who_receives_reports_whose_terms_stand_in_brackets(read: Read, order: str, receivers: list[str]) -> None:
    plan = f"UBND TỈNH SƠN KHÊ\nSố: 15/KH-UBND\nSơn Khê, ngày 12 tháng 3 năm 2026\nKẾ HOẠCH\nCông tác năm 2026\n1. {order}\n"
    _, directive = read(plan)
    received = [agency.name for task in directive.tasks for agency in task.agencies if agency.role is Role.REPORT_TO]
    assert received == receivers
