"""Days of a month in words and lists, the day on which figures are closed, what only tells of a time: written for these tests."""

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


DAYS = [
    ("Báo cáo tiến độ trước ngày mùng hai hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=2"]),
    ("Nộp báo cáo vào mùng 10 hàng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=10"]),
    ("Gửi số liệu trước mồng 5 của tháng sau.", ["FREQ=MONTHLY;BYMONTHDAY=5"]),
    ("Gửi đề án chậm nhất ngày 25 của tháng trước tháng tổ chức họp.", ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Gửi báo cáo chậm nhất vào ngày 20 của tháng đầu năm tiếp theo.", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20"]),
    ("Gửi quyết toán trước ngày 15 tháng cuối năm.", ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=15"]),
    ("Báo cáo vào các ngày 10, 20 và cuối tháng.", ["FREQ=MONTHLY;BYMONTHDAY=10,20,-1"]),
    ("Báo cáo trước ngày 10 tháng 6 và tháng 12 hằng năm.", ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10"]),
    ("Hoàn thành trong hai tháng 5, 6/2026.", ["2026-06-30"]),
    ("Báo cáo năm trước 31/01 của năm sau.", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"]),
]
OTHERS = [
    ("Nộp báo cáo trước mùng 5 Tết.", []),
    ("Khai hội vào mùng ba tháng Giêng.", []),
    ("Báo cáo trước ngày 10 tháng 6 và trong tháng 12 năm 2026.", ["2026-06-10", "2026-12-31"]),
    ("Gửi báo cáo trước ngày 05 tháng đầu quý sau.", ["FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"]),
    ("Kiểm tra 2 tháng 5 lần.", []),
]


@pytest.mark.parametrize(("text", "values"), [*DAYS, *OTHERS])
def test_a_day_of_a_month(text: str, values: list[str]) -> None:
    assert _values(text) == values


CLOSED = [
    ("Báo cáo tháng, chốt số liệu ngày 25 tháng báo cáo, gửi trước ngày 28 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=28"]),
    ("Thời gian chốt số liệu: ngày 14 hằng tháng; gửi báo cáo trước ngày 16 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=16"]),
    ("Riêng báo cáo tháng 12 hằng năm gửi trước ngày 05/01 năm sau.", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=5"]),
    ("Đổi thẻ hết giá trị sử dụng trước ngày 31/12/2026.", []),
    ("Trình Bộ trước ngày 10/6 để Bộ trình Chính phủ trước ngày 20/6.", ["2026-06-10"]),
    ("Nội dung giữ giá điện đến hết quý II năm 2026: giao Bộ Công Thương xử lý.", []),
    ("Để nắm giá cả tăng vào cuối năm tại địa phương, Bộ Tài chính đề nghị các sở báo cáo.", []),
]
DUE = [
    ("Chốt số liệu ngày 25 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Chốt số liệu và gửi báo cáo ngày 25 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Chốt số liệu trước ngày 25, gửi báo cáo trước ngày 28 hằng tháng.", [f"FREQ=MONTHLY;BYMONTHDAY={day}" for day in (25, 28)]),
    ("Gửi báo cáo trong tháng 12 hằng năm.", ["FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"]),
    ("Thu hồi thẻ hết giá trị sử dụng, xong trước ngày 30/6/2026.", ["2026-06-30"]),
    ("Trình Bộ trước ngày 10/6, hoàn thành trước ngày 20/6.", ["2026-06-10", "2026-06-20"]),
    ("Nội dung hoàn thành trước 30/6/2026: giao Bộ Công Thương xử lý.", ["2026-06-30"]),
    ("Gửi hồ sơ để Bộ xét công nhận vào cuối năm 2026.", ["2026-12-31"]),
    ("Để tổng hợp, Bộ Tài chính đề nghị các sở báo cáo vào cuối năm 2026.", ["2026-12-31"]),
]


@pytest.mark.parametrize(("text", "values"), CLOSED)
def test_what_is_told_of_figures_things_and_wishes_is_no_limit(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(("text", "values"), DUE)
def test_a_limit_beside_such_words_stays(text: str, values: list[str]) -> None:
    assert _values(text) == values
