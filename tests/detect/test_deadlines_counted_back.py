"""Days told from another day: some days before it, of this month; and days that a sentence only tells."""

from __future__ import annotations

from datetime import date

import pytest

from models.directive import Bound
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
MARCH = date(2026, 3, 12)


def _values(text: str, *, labelled: bool = False) -> list[str | None]:
    found = find_deadlines(text, issued=MARCH, year=None, calendar=CALENDAR, labelled=labelled)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


COUNTED = [
    ("Gửi tài liệu chậm nhất 03 ngày trước ngày 15/4/2026.", "chậm nhất 03 ngày trước ngày 15/4/2026", "2026-04-12"),
    ("Gửi tài liệu chậm nhất bốn ngày trước ngày 15/4.", "chậm nhất bốn ngày trước ngày 15/4", "2026-04-11"),
    ("Nộp bài 5 (năm) ngày trước ngày 15/4/2026.", "5 (năm) ngày trước ngày 15/4/2026", "2026-04-10"),
    ("Nộp bài ít nhất mười một ngày trước ngày 15/4/2026.", "ít nhất mười một ngày trước ngày 15/4/2026", "2026-04-04"),
    ("Xong chậm nhất 5 ngày làm việc trước ngày 15/4/2026.", "chậm nhất 5 ngày làm việc trước ngày 15/4/2026", "2026-04-08"),
    ("Gửi trước ngày họp (15/4/2026) ít nhất 03 ngày.", "trước ngày họp (15/4/2026) ít nhất 03 ngày", "2026-04-12"),
    (
        "Gửi trước ngày họp (15/4/2026) chậm nhất 03 ngày làm việc.",
        "trước ngày họp (15/4/2026) chậm nhất 03 ngày làm việc",
        "2026-04-10",
    ),
    (
        "Xong chậm nhất 01 tuần trước ngày khai giảng (05/9/2026).",
        "chậm nhất 01 tuần trước ngày khai giảng (05/9/2026)",
        "2026-08-29",
    ),
]


@pytest.mark.parametrize(("text", "words", "day"), COUNTED)
def test_days_before_a_day_are_counted_back(text: str, words: str, day: str) -> None:
    """One finding, with the words it was worked out from and the reason; no second one of the term alone."""
    (found,) = find_deadlines(text, issued=MARCH, year=None, calendar=CALENDAR)
    assert (found.text, str(found.due), found.bound) == (words, day, Bound.BY)
    assert any(reason.startswith("Tính lùi ") for reason in found.reasons)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hoàn thành trước ngày 15/4/2026, niêm yết ít nhất 05 ngày.", ["trước ngày 15/4/2026"]),
        ("Trực liên tục trong 03 ngày trước ngày 15/4/2026.", ["trước ngày 15/4/2026"]),
        ("Trực trong vòng mười ngày trước ngày 15/4/2026.", ["trong vòng mười ngày", "trước ngày 15/4/2026"]),
    ],
)
def test_a_stretch_before_a_day_is_not_counted_back(text: str, words: list[str]) -> None:
    found = find_deadlines(text, issued=MARCH, year=None, calendar=CALENDAR)
    assert [finding.text for finding in found] == words
    assert str(found[-1].due) == "2026-04-15"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Trình UBND tỉnh trước ngày 25 tháng này.", ["2026-03-25"]),
        ("Báo cáo vào ngày 05 tháng tới.", ["2026-04-05"]),
        ("Báo cáo tháng gửi trước ngày 05 tháng sau.", ["FREQ=MONTHLY;BYMONTHDAY=5"]),
        ("Báo cáo trước ngày 20 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=20"]),
    ],
)
def test_a_day_of_this_month_is_one_day(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize("words", ["trước ngày 31 tháng tới", "vào ngày 31 tháng tới"])
def test_a_day_that_the_month_lacks_is_said_to_be_none(words: str) -> None:
    """In March the next month has no 31st: that of March is not offered instead."""
    (found,) = find_deadlines(f"Báo cáo {words}.", issued=MARCH, year=None, calendar=CALENDAR)
    assert (found.text, found.due, found.candidates) == (words, None, ())
    assert found.reasons == ("Ngày 31/4 không có trong lịch",)


def test_a_list_in_capitals_is_one_list() -> None:
    found = find_deadlines("BÁO CÁO TRƯỚC NGÀY 15/6/2026 VÀ NGÀY 15/12/2026", issued=MARCH, year=None, calendar=CALENDAR)
    assert [(f.due and f.due.month, f.bound) for f in found] == [(6, Bound.BEFORE), (12, Bound.BEFORE)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Trong tháng 4, tháng 5 phải hoàn thành thảm nhựa.", ["2026-05-31"]),
        ("Trong tháng 4, 5 xã phải hoàn thành thảm nhựa.", ["2026-04-30"]),
        ("Khóa sổ kế toán ngày 31/12/2026.", ["2026-12-31"]),
        ("Tổ chức kỷ niệm Ngày Nhà giáo Việt Nam vào sáng ngày 20/11/2026.", ["2026-11-20"]),
        ("Tuyên truyền ý nghĩa 51 năm Ngày Giải phóng miền Nam (30/4/1975 - 30/4/2026).", []),
        ("Cử 02 giáo viên dự tập huấn ngày 30/3/2026 tại Trường THCS Hòa An.", []),
        ("Cử 02 giáo viên dự tập huấn, gửi danh sách trước ngày 20/3/2026.", ["2026-03-20"]),
        ("Các cơ sở có trước ngày Luật có hiệu lực (01/7/2025) khắc phục xong trước 01/7/2028.", ["2028-07-01"]),
    ],
)
def test_two_months_and_days_that_are_only_told(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_of_two_quarters_in_a_cell_the_last_counts() -> None:
    assert _values("Quý II hoặc quý III/2026", labelled=True) == ["2026-09-30"]
    assert _values("Quý II", labelled=True) == ["2026-06-30"]
