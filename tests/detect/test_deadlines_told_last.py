"""Times that stand at the end of an item, in brackets or behind a colon, and spans beside days off and the turn of a year."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
MARCH, DECEMBER = date(2026, 3, 12), date(2026, 12, 30)


def _values(text: str, issued: date = MARCH) -> list[str | None]:
    found = find_deadlines(text, issued=issued, year=None, calendar=CALENDAR)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Họp phụ huynh học kỳ II: chiều thứ Bảy, 16/5/2026.", ["2026-05-16"]),
        ("Lịch trực: thứ Bảy 16/5 cô Lan, Chủ nhật 17/5 thầy Nam.", []),
        ("Hoàn thành hồ sơ, sổ sách học kỳ I (10/4).", ["2026-04-10"]),
        ("Tuyên truyền Quốc tế Thiếu nhi (01/6).", []),
        ("Cập nhật dữ liệu. Thời gian: từ ngày 10/10/2026 - 25/10/2026.", ["2026-10-25"]),
        ("Tuyên truyền 80 năm Ngày truyền thống lực lượng (19/12/1946 - 19/12/2026).", []),
        ("Thông báo lịch nghỉ Tết từ ngày 20/4/2026 đến hết ngày 26/4/2026.", []),
    ],
)
def test_a_time_told_last(text: str, days: list[str]) -> None:
    assert _values(text) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Mở đợt cao điểm đến 05/02.", ["2027-02-05"]),
        ("Điều tra vụ cháy kho hàng vào ngày 15/01.", []),
    ],
)
def test_a_day_that_comes_again_soon_is_the_next_years_where_it_limits(text: str, days: list[str]) -> None:
    assert _values(text, DECEMBER) == days
