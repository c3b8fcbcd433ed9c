"""The first days and months of a quarter, the first days of each month."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
ISSUED = date(2024, 3, 12)

TIMES = [
    ("Báo cáo UBND tỉnh trong vòng 10 ngày đầu của quý II.", ["2024-04-10"]),
    ("Báo cáo UBND tỉnh trong 10 ngày cuối quý II/2024.", ["2024-06-30"]),
    ("Báo cáo UBND tỉnh trong tháng đầu quý III.", ["2024-07-31"]),
    ("Báo cáo UBND tỉnh trong tháng cuối của quý III.", ["2024-09-30"]),
    ("Báo cáo UBND tỉnh trong 05 ngày đầu tháng 6/2024.", ["2024-06-05"]),
    ("Báo cáo UBND tỉnh trong 05 ngày đầu hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=5"]),
    ("Báo cáo UBND tỉnh trong 5 ngày đầu của tháng.", ["FREQ=MONTHLY;BYMONTHDAY=5"]),
    ("Báo cáo UBND tỉnh trong 10 ngày đầu mỗi quý.", ["FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10"]),
    ("Báo cáo UBND tỉnh trong 5 ngày đầu của tháng sau.", ["2024-04-05"]),
]


@pytest.mark.parametrize(("text", "values"), TIMES)
def test_first_days(text: str, values: list[str]) -> None:
    found = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    assert [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule] == values
