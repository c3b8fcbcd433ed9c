"""Rhythms by their pieces, by the report they are for, by the weekday of a month; what is told again; what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from models.directive import Bound
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines
from pipeline.rules.deadline_words import describe_deadline

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 3, 16)
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
HALVES = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"


def _values(text: str, *, labelled: bool = False) -> list[str | None]:
    found = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR, labelled=labelled)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


RHYTHMS = [
    ("Phát thanh lưu động mỗi tháng một kỳ.", ["FREQ=MONTHLY"]),
    ("Mỗi quý tổ chức 01 cuộc kiểm tra chéo.", [QUARTERS]),
    ("Đăng ít nhất mỗi tuần 02 tin về phòng cháy.", ["FREQ=WEEKLY"]),
    ("Tổ chức họp khu phố vào tối thứ Bảy đầu tiên của tháng.", ["FREQ=MONTHLY;BYDAY=1SA"]),
    ("Bảo dưỡng máy phát vào chiều thứ Sáu tuần cuối hằng tháng.", ["FREQ=MONTHLY;BYDAY=-1FR"]),
    ("Kiểm tra nề nếp sáng thứ Hai đầu tuần.", ["FREQ=WEEKLY;BYDAY=MO"]),
    ("Báo cáo tháng của các đội gửi về Văn phòng trước ngày 24.", ["FREQ=MONTHLY;BYMONTHDAY=24"]),
    ("Báo cáo tuần gửi Ban Quản lý chậm nhất 16h00 thứ Năm.", ["FREQ=WEEKLY;BYDAY=TH"]),
    ("Báo cáo số liệu theo quý, năm.", [QUARTERS, "FREQ=YEARLY"]),
    ("Kho bạc hằng quý đối chiếu, tổng hợp số dư.", []),
    ("Kho bạc tỉnh hằng quý kiểm tra số dư của các đơn vị.", [QUARTERS]),
    ("Thanh tra sở hằng tháng trực tiếp rà soát các vụ việc tồn đọng.", ["FREQ=MONTHLY"]),
    ("Phân công đảng ủy viên dự sinh hoạt hằng tháng với chi bộ.", ["FREQ=MONTHLY"]),
    ("Diễn tập mỗi năm một lần, hoàn thành trước 30/9.", ["FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=30"]),
    ("Chốt sổ ngày cuối tháng và công khai.", ["FREQ=MONTHLY;BYMONTHDAY=-1"]),
    ("Chi trả lương hưu vào ngày 05 hằng tháng qua thẻ.", ["FREQ=MONTHLY;BYMONTHDAY=5"]),
    ("Định kỳ cuối quý, các tổ thu nộp phí vào kho bạc.", [QUARTERS]),
    ("Định kỳ vào cuối năm tổng hợp quyết toán.", ["FREQ=YEARLY"]),
    ("Định kỳ tối thiểu hằng quý báo cáo rủi ro.", [QUARTERS]),
    ("Trực kho thuốc, báo cáo ít nhất 1 tuần/1 lần.", ["FREQ=WEEKLY"]),
]


@pytest.mark.parametrize(("text", "values"), RHYTHMS)
def test_a_rhythm(text: str, values: list[str]) -> None:
    assert _values(text) == values


AGAIN = [
    (
        "Tổng hợp, báo cáo Sở định kỳ 6 tháng, năm (trước ngày 12/6 và 12/12 hàng năm).",
        ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=12"],
    ),
    ("Gửi báo cáo trước ngày 08/6 (6 tháng) và trước ngày 08/12 (năm) hằng năm.", ["FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=8"]),
    (
        "Báo cáo 6 tháng trước ngày 18/6 hằng năm và báo cáo năm trước ngày 19/12 hằng năm.",
        ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=19"],
    ),
    (
        "Báo cáo định kỳ (quý, năm); trong đó báo cáo quý trước ngày 09 của tháng cuối quý.",
        ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=9"],
    ),
    ("Báo cáo định kỳ 6 tháng, năm.", [HALVES, "FREQ=YEARLY"]),
]


@pytest.mark.parametrize(("text", "values"), AGAIN)
def test_a_rhythm_told_again_with_its_day(text: str, values: list[str]) -> None:
    assert sorted(map(str, _values(text))) == sorted(values)


ACTS = [
    ("Trình Hội đồng quý IV năm 2026.", ["2026-12-31"]),
    ("Thông xe tuyến tránh, bàn giao cuối tháng 9.", ["2026-09-30"]),
    ("Quý II thẩm định xong, quý III khởi công, năm 2027 hoàn thành.", ["2026-06-30", "2026-09-30", "2027-12-31"]),
    ("Tổ chức hội giảng giữa tháng 11, chung kết cuối tháng 12.", ["2026-11-15", "2026-12-31"]),
]


@pytest.mark.parametrize(("text", "values"), ACTS)
def test_a_time_behind_or_before_a_verb_of_completion(text: str, values: list[str]) -> None:
    assert _values(text) == values


CELLS = [
    ("Q4/2026", ["2026-12-31"]),
    ("Tháng 4 - tháng 9 hằng năm", ["FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1"]),
    ("Sau khi có hướng dẫn của Bộ, trước 15/10/2026", ["2026-10-15"]),
]


@pytest.mark.parametrize(("text", "values"), CELLS)
def test_a_cell(text: str, values: list[str]) -> None:
    assert _values(text, labelled=True) == values


NONE = [
    "Theo dõi công trình theo hợp đồng ngày 20/3/2026 với nhà thầu.",
    "Khắc phục lỗi nêu tại biên bản nghiệm thu ngày 02/4/2026.",
    "Bảo đảm y tế cho giải chạy diễn ra từ ngày 10/4 đến ngày 12/4/2026.",
    "In tài liệu phục vụ đại hội khai mạc ngày 25/4/2026.",
    "Thu hồi các thẻ hết hạn trước ngày 01/3/2026.",
    "Các chủ đầu tư có dự án khởi công trong quý II/2026 phải rà soát hồ sơ.",
    "Việc mua xe: chưa xem xét trong năm 2026.",
    "Báo cáo tình hình thu quý III.",
    "Hỗ trợ mỗi năm một xã đạt chuẩn.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_deadline(text: str) -> None:
    assert _values(text) == []


def test_a_weekday_of_the_month_is_told_to_people() -> None:
    assert describe_deadline(None, "FREQ=MONTHLY;BYDAY=-1FR", None, Bound.ON) == "mỗi tháng, thứ Sáu cuối cùng"
    assert describe_deadline(None, "FREQ=MONTHLY;BYDAY=1SA", None, Bound.ON, "en") == "every month, first Saturday"
    assert describe_deadline(None, "FREQ=MONTHLY;BYDAY=9SA", None, Bound.ON) == "FREQ=MONTHLY;BYDAY=9SA"


LISTED = [
    (
        "Chế độ báo cáo: tháng (ngày 18), quý (ngày 18 tháng cuối quý), năm (ngày 05/12).",
        ["FREQ=MONTHLY;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=18"],
    ),
    ("Thủ kho đối chiếu vào ngày 10 và ngày cuối tháng.", ["FREQ=MONTHLY;BYMONTHDAY=10,-1"]),
    ("Mười ngày một lần báo cáo mực nước.", ["FREQ=DAILY;INTERVAL=10"]),
]


@pytest.mark.parametrize(("text", "values"), LISTED)
def test_rhythms_of_a_list(text: str, values: list[str]) -> None:
    assert sorted(map(str, _values(text))) == sorted(values)


def test_contracts_signed_before_a_day_that_is_past_are_only_told() -> None:
    assert _values("Rà soát các hợp đồng thuê kho ký trước ngày 01/7/2004.") == []


def test_a_year_behind_the_last_day_counts_for_the_half_year_too() -> None:
    text = "Báo cáo 6 tháng nộp trước ngày 14/6, báo cáo năm nộp trước ngày 14/12 hàng năm."
    assert _values(text) == ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"]


ALSO = [
    ("Họp trực tuyến lúc 15 giờ các ngày thứ Năm hằng tuần.", ["FREQ=WEEKLY;BYDAY=TH"]),
    ("Hết quý III năm 2026 mà chưa khởi công thì thu hồi vốn.", []),
    ("Chuẩn bị số liệu phục vụ buổi làm việc với Đoàn kiểm toán ngày 22/4/2026.", []),
]


@pytest.mark.parametrize(("text", "values"), ALSO)
def test_hours_sessions_conditions_and_visits(text: str, values: list[str]) -> None:
    assert _values(text) == values


def test_a_session_in_the_middle_of_the_year_has_no_day() -> None:
    assert _values("Trước kỳ họp HĐND giữa năm", labelled=True) == []


AIMS = [
    ("Trước ngày 20/11/2026 gửi Văn phòng để trình Chính phủ trong phiên họp thường kỳ tháng 12 năm 2026.", ["2026-11-20"]),
    ("Phân kỳ công việc từng quý trong năm 2026, báo cáo trước ngày 15/4/2026.", ["2026-04-15"]),
]


@pytest.mark.parametrize(("text", "values"), AIMS)
def test_what_a_limit_is_for_and_how_work_is_parted_are_no_limits(text: str, values: list[str]) -> None:
    assert _values(text) == values


WORKS = [
    ("Ưu tiên vốn cho các cầu có khả năng hoàn thành trong năm 2026.", []),
    ("Trong giai đoạn đến năm 2030 tiếp tục xây dựng các trạm bơm.", ["2030-12-31"]),
    ("Hoàn thiện đề án trồng rừng giai đoạn đến năm 2035.", []),
]


@pytest.mark.parametrize(("text", "values"), WORKS)
def test_the_time_of_works_and_of_phases(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Báo cáo định kỳ (trước ngày 30 tháng 01 năm sau) về an toàn điện.", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=30"]),
        ("Các xã gửi báo cáo năm trước ngày 10 tháng 01 của năm liền kề.", ["FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=10"]),
        ("Gửi báo cáo năm 2026 trước ngày 30 tháng 01 năm sau.", ["2027-01-30"]),
        ("Gửi báo cáo về Sở Công Thương chậm nhất ngày 25 tháng 11 năm sau.", ["2027-11-25"]),
        ("Hoàn thành trước ngày 31/3 của năm sau.", ["2027-03-31"]),
        ("Thu hồi kinh phí đã giao nhưng đến ngày 30 tháng 6 hằng năm chưa phân bổ.", []),
    ],
)
def test_a_day_of_the_next_year_is_one_or_recurs(text: str, values: list[str]) -> None:
    assert _values(text) == values
