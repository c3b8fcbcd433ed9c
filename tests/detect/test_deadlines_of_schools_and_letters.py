"""Deadlines of schools and letters over the turn of a year, and times told twice or in two words."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadline_scene import end_of_school_year
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
AUGUST, DECEMBER, MARCH = date(2026, 8, 25), date(2026, 12, 18), date(2026, 3, 12)
SCHOOL = "Kế hoạch giáo dục nhà trường năm học 2026-2027"


def _values(text: str, issued: date, *, subject: str = "", labelled: bool = False) -> list[str | None]:
    found = find_deadlines(
        text,
        issued=issued,
        year=None,
        calendar=CALENDAR,
        labelled=labelled,
        school_end=end_of_school_year(subject, issued),
    )
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Xét hoàn thành chương trình lớp học trước ngày 31/5.", "2027-05-31"),
        ("Tổ chức hội thao học sinh trong tháng 3.", "2027-03-31"),
        ("Khảo sát đầu năm, hoàn thành trước 20/9.", "2026-09-20"),
        ("Kiểm tra học kỳ II: từ 03/5 đến 08/5/2027.", "2027-05-08"),
        ("Nộp báo cáo trước ngày 20/8.", "2026-08-20"),
    ],
)
def test_a_day_without_a_year_lies_in_the_school_year(text: str, day: str) -> None:
    assert _values(text, AUGUST, subject=SCHOOL) == [day]


@pytest.mark.parametrize(
    ("text", "issued", "span"),
    [
        ("Phụ đạo học sinh từ ngày 15/9 đến ngày 20/5.", AUGUST, ("2026-09-15", "2027-05-20")),
        ("Bồi dưỡng đội tuyển từ tháng 9 đến tháng 3.", AUGUST, ("2026-09-01", "2027-03-31")),
        ("Trực Tết từ ngày 20/12 đến ngày 15/01/2027.", DECEMBER, ("2026-12-20", "2027-01-15")),
        ("Trực từ ngày 20/12/2027 đến ngày 15/01/2027.", DECEMBER, ("None", "2027-01-15")),
        ("Trực từ 28 đến ngày 03/9/2026.", AUGUST, ("None", "2026-09-03")),
    ],
)
def test_a_span_over_the_turn_of_a_year_keeps_its_first_day(text: str, issued: date, span: tuple[str, str]) -> None:
    school = end_of_school_year(SCHOOL, issued)
    (found,) = find_deadlines(text, issued=issued, year=None, calendar=CALENDAR, school_end=school)
    assert (str(found.start_day), str(found.due)) == span


def test_another_paper_keeps_its_own_year() -> None:
    assert _values("Hoàn thành trước ngày 31/5.", AUGUST, subject="Kế hoạch năm 2026") == ["2026-05-31"]
    assert _values("Hoàn thành trước ngày 31/5.", AUGUST, subject="Tổng kết năm học 2025-2026") == ["2026-05-31"]


@pytest.mark.parametrize(
    ("text", "issued", "days"),
    [
        ("Thẩm định giá đất, trình UBND tỉnh trong tháng 01.", DECEMBER, ["2027-01-31"]),
        ("Hoàn thành kiểm kê trong quý I.", DECEMBER, ["2027-03-31"]),
        ("Báo cáo kết quả thực hiện trong tháng 11.", DECEMBER, []),
        ("Báo cáo kết quả thực hiện trong tháng 01.", MARCH, []),
    ],
)
def test_a_month_that_comes_again_soon_is_the_next_years(text: str, issued: date, days: list[str]) -> None:
    assert _values(text, issued) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Sửa chữa phòng học trong tháng 7 và đầu tháng 8, hoàn thành.", ["2026-08-10"]),
        ("Tổ chức vòng chung khảo vào cuối tháng 9 và đầu tháng 10.", ["2026-10-10"]),
        ("Tổ chức tập huấn vào đầu tháng 5 và đầu tháng 9.", ["2026-05-10", "2026-09-10"]),
        ("Hoàn thành trong tháng 5 và trong tháng 9.", ["2026-05-31", "2026-09-30"]),
        ("Phát quang bụi rậm, khơi thông cống rãnh trong 02 ngày 06 và 07/6/2026.", ["2026-06-07"]),
    ],
)
def test_the_end_of_a_month_and_the_beginning_of_the_next_are_one_time(text: str, days: list[str]) -> None:
    assert _values(text, MARCH) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Thanh toán các khoản tạm ứng trong năm 2026 trước ngày 25/12/2026.", ["2026-12-25"]),
        ("Hoàn thành trong quý II, chậm nhất ngày 15/6.", ["2026-06-15"]),
        ("Hoàn thành đợt 1 trong quý II; đợt 2 trước ngày 30/9.", ["2026-06-30", "2026-09-30"]),
        ("Rà soát trong tháng 6, báo cáo trước ngày 20/6.", ["2026-06-30", "2026-06-20"]),
    ],
)
def test_a_day_right_behind_a_period_narrows_it(text: str, days: list[str]) -> None:
    assert _values(text, MARCH) == days


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            "Chế độ báo cáo định kỳ: 6 tháng trước ngày 20/6, năm trước ngày 20/12.",
            ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=20", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=20"],
        ),
        ("Báo cáo kết quả 6 tháng trước ngày 20/6.", ["2026-06-20"]),
        ("Kiểm tra định kỳ, báo cáo kết quả năm 2026 trước ngày 20/12.", ["2026-12-20"]),
    ],
)
def test_the_days_of_regular_reports_come_each_year(text: str, rules: list[str]) -> None:
    assert _values(text, MARCH) == rules


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Lập hồ sơ dự thi cấp huyện gửi về Phòng từ ngày 14 đến hết ngày 16/11/2026.", ["2026-11-16"]),
        ("Cử công chức tham gia lớp bồi dưỡng tổ chức từ ngày 05/9/2026 đến ngày 10/9/2026.", []),
        ("Quyết toán dự án hoàn thành trước ngày 31/12/2024, trình trong tháng 4/2026.", ["2026-04-30"]),
        ("Phê duyệt quyết toán dự án hoàn thành trước ngày 30/6/2026.", ["2026-06-30"]),
    ],
)
def test_a_course_that_is_attended_and_works_that_are_done_set_no_day(text: str, days: list[str]) -> None:
    assert _values(text, MARCH) == days


def test_a_rhythm_in_the_spelling_of_schools() -> None:
    assert _values("Báo cáo kết quả định kì 6 tháng.", MARCH) == _values("Báo cáo kết quả định kỳ 6 tháng.", MARCH) != []
