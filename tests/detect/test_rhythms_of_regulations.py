"""Rhythms as regulations word them: lists of reports, ends of a year, days of named months, periods that figures cover."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 3, 16)
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
HALVES = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"
YEARS = "FREQ=YEARLY"


def _values(text: str) -> list[str | None]:
    found = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


LISTS = [
    ("Thực hiện chế độ báo cáo quý, 6 tháng, năm theo quy định.", [QUARTERS, HALVES, YEARS]),
    ("Chủ trì sơ kết 6 tháng, tổng kết năm việc thực hiện Quy chế.", [HALVES, YEARS]),
    ("Báo cáo quý, 6 tháng, năm 2026 gửi Sở.", []),
    ("Các báo cáo 6 tháng, năm gửi trước 12/6 và 12/12/2026.", ["2026-06-12", "2026-12-12"]),
    ("Sáu tháng và hằng năm họp rút kinh nghiệm.", [HALVES, YEARS]),
    ("6 tháng và năm 2026 họp rút kinh nghiệm.", []),
    (
        "Định kỳ quý, 6 tháng, hằng năm (trước ngày 12/6 và 12/12) báo cáo Bộ Y tế.",
        [QUARTERS, "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=12"],
    ),
    ("6 tháng và hằng năm (trước 12/6 và 12/12) báo cáo Bộ Y tế.", ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=12"]),
]
REPORTS = [
    ("Tổng hợp báo cáo công tác tháng, quý, năm của Sở.", ["FREQ=MONTHLY", QUARTERS, YEARS]),
    ("Gửi báo cáo 6 tháng và hằng năm về Sở Y tế.", [HALVES, YEARS]),
    (
        "Gửi báo cáo: tháng trước ngày 18; quý trước ngày 18 tháng cuối quý; năm trước ngày 18/12.",
        ["FREQ=MONTHLY;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=18"],
    ),
    ("Báo cáo hằng tháng gửi trước ngày 15, 6 tháng gửi trước ngày 10/7/2026.", ["FREQ=MONTHLY;BYMONTHDAY=15", "2026-07-10"]),
    ("Tiếp công dân vào ngày 5, 9 và 25 hằng tháng.", ["FREQ=MONTHLY;BYMONTHDAY=5,9,25"]),
    ("Cứ 03 tháng rà soát danh sách một lần.", [QUARTERS]),
    ("Giao ban tuần vào thứ Hai tại phòng họp.", ["FREQ=WEEKLY;BYDAY=MO"]),
    ("Báo cáo kết quả thực hiện Nghị quyết với Hội đồng nhân dân tỉnh hằng năm và khi hết nhiệm kỳ.", [YEARS]),
    ("Rà soát chỉ tiêu nghị quyết hằng năm của tỉnh.", []),
    ("Nộp thuế chậm nhất ngày thứ 20 của tháng tiếp theo.", ["FREQ=MONTHLY;BYMONTHDAY=20"]),
    ("Trao giải vào dịp 20/11 hằng năm.", ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"]),
    ("Tổ chức thăm hỏi nhân dịp 20/11.", []),
]
ENDS = [
    ("Cuối mỗi năm, tổ chức đánh giá kết quả phối hợp.", [YEARS]),
    ("Hai ngành vào đầu mỗi quý thống nhất nội dung kiểm tra.", [QUARTERS]),
    ("Số dư cuối mỗi quý được chuyển sang quý sau.", []),
]
DAYS = [
    ("Trước ngày 12 các tháng 3, 6, 9, 12 hằng năm, gửi số liệu.", ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=12"]),
    ("Hằng năm, trước ngày 12 của các tháng 4, 10 gửi số liệu.", ["FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=12"]),
    ("Gửi số liệu các tháng 8, 9 và 10 cho Sở.", []),
    ("Gửi số liệu trước ngày 12 của tháng thứ hai của quý.", ["FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=12"]),
    ("Thông báo lịch tiếp công dân trước ngày 25 của tháng trước.", ["FREQ=MONTHLY;BYMONTHDAY=25"]),
    ("Làm rõ vụ việc xảy ra ngày 25 tháng trước.", []),
    ("Năm 2027 - 2028: Nhân rộng mô hình ra toàn tỉnh.", ["2028-12-31"]),
]
PAST = [
    ("Tổng hợp số liệu từ ngày 15/12 năm trước đến ngày 14/12 của năm báo cáo.", []),
    ("Tiếp tục các nhiệm vụ chưa hoàn thành trong năm 2025.", []),
    ("Việc chưa hoàn thành phải làm xong trong năm 2026.", ["2026-12-31"]),
    ("Rà soát các văn bản ban hành trước ngày 01/7/2025.", []),
    ("Khảo sát các hộ có nhà ở xây dựng trước năm 1994.", []),
    ("Quy chế phải ban hành trước ngày 01/7/2026.", ["2026-07-01"]),
]


@pytest.mark.parametrize(("text", "values"), [*LISTS, *REPORTS, *ENDS, *DAYS, *PAST])
def test_a_rhythm_of_a_regulation(text: str, values: list[str]) -> None:
    assert _values(text) == values
