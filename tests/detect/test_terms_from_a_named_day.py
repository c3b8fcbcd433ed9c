"""Terms counted from a day that is named; hours in which a house is open and days of festivals."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 3, 16)


def _values(text: str) -> list[str | None]:
    found = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


TERMS = [
    ("Hoàn thành trong 10 ngày, kể từ ngày 20/3/2026.", ["2026-03-30"]),
    ("Nộp tiền trong vòng 20 ngày tính từ ngày 01 tháng 4 năm 2026.", ["2026-04-21"]),
    ("Chậm nhất sau 05 ngày làm việc kể từ ngày 20/3/2026, gửi Sở.", ["2026-03-27"]),
    ("Trong thời hạn mười ngày kể từ ngày ký Công văn này, các xã báo cáo.", ["2026-03-26"]),
    ("Chậm nhất hai mươi mốt ngày kể từ ngày ký Công văn này, các xã báo cáo.", ["2026-04-06"]),
    ("Bốn mươi lăm ngày kể từ ngày ký Công văn này phải xong.", ["2026-05-04"]),
    ("Bổ nhiệm ông A, thời hạn 05 năm kể từ ngày 20/3/2026.", []),
    ("Hồ sơ được thẩm định trong 10 ngày kể từ ngày nhận.", []),
    ("Tính từ ngày 01/4/2026 có 12 xã đạt chuẩn.", []),
]
HOURS = [
    ("Thực hiện nghiêm giờ làm việc từ 7 giờ 30 đến 17 giờ hằng ngày.", []),
    ("Bố trí lực lượng trực từ 18 giờ đến 22 giờ hằng ngày.", ["FREQ=DAILY"]),
    ("Tổ chức Ngày hội đọc sách vào ngày 21/4 hằng năm.", ["FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=21"]),
]


@pytest.mark.parametrize(("text", "values"), [*TERMS, *HOURS])
def test_a_term_or_an_hour(text: str, values: list[str]) -> None:
    assert _values(text) == values
