"""Deadlines as minutes of meetings and letters of communes say them: from the day of issue, by weekday, by the lunar calendar."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
WEDNESDAY = date(2026, 7, 8)


def _values(text: str, *, issued: date | None = WEDNESDAY, labelled: bool = False) -> list[str | None]:
    found = find_deadlines(text, issued=issued, year=None, calendar=CALENDAR, labelled=labelled)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


NEAR = [
    ("Báo cáo Giám đốc ngay trong sáng nay.", "2026-07-08"),
    ("Gửi bản giải trình trước 15h00 hôm nay.", "2026-07-08"),
    ("Kế toán nộp chứng từ chậm nhất chiều mai.", "2026-07-09"),
    ("Phòng Hành chính chuyển hồ sơ trong tuần này.", "2026-07-12"),
    ("Hoàn thiện quy chế, xong trước cuối tuần sau.", "2026-07-19"),
    ("Tuần tới, tổ chức kiểm tra ba đơn vị.", "2026-07-19"),
    ("Trình lãnh đạo vào thứ Ba tuần sau.", "2026-07-14"),
    ("Đội quản lý báo cáo trước chủ nhật tuần này.", "2026-07-12"),
    ("Trình cấp trên trong quý này.", "2026-09-30"),
    ("Hoàn thành chậm nhất cuối quý tới.", "2026-12-31"),
    ("Trả xong nợ trong năm tới.", "2027-12-31"),
    ("Trong 5 tháng còn lại của năm, hoàn thành chỉ tiêu thu.", "2026-12-31"),
]


@pytest.mark.parametrize(("text", "day"), NEAR)
def test_a_time_told_from_the_day_of_issue(text: str, day: str) -> None:
    assert _values(text) == [day]


def test_without_a_day_of_issue_such_a_time_is_words_only() -> None:
    (found,) = find_deadlines("Hoàn thành trong tuần tới.", issued=None, year=2026, calendar=CALENDAR)
    assert found.due is None
    assert found.reasons


def test_a_week_has_its_friday_as_the_other_reading() -> None:
    (found,) = find_deadlines("Hoàn thành trong tuần này.", issued=WEDNESDAY, year=None, calendar=CALENDAR)
    assert found.candidates == ("2026-07-12", "2026-07-10")


WEEKDAYS = [
    ("Gửi hồ sơ về Phòng trước 10h00 thứ Tư (15/7).", "2026-07-15", "trước 10h00 thứ Tư (15/7)"),
    ("Các xóm ra quân phát quang vào sáng Chủ nhật (12/7).", "2026-07-12", "vào sáng Chủ nhật (12/7)"),
    ("Bộ phận kỹ thuật báo cáo vào thứ Hai tuần tới (13/7).", "2026-07-13", "vào thứ Hai tuần tới (13/7)"),
    ("Họp thẩm định vào chiều thứ Năm, ngày 16/7/2026.", "2026-07-16", "vào chiều thứ Năm, ngày 16/7/2026"),
]


@pytest.mark.parametrize(("text", "day", "words"), WEEKDAYS)
def test_a_weekday_before_its_date(text: str, day: str, words: str) -> None:
    (found,) = find_deadlines(text, issued=WEDNESDAY, year=None, calendar=CALENDAR)
    assert (found.due, found.text) == (date.fromisoformat(day), words)


SAME_DAY = [
    ("Từ 13 giờ ngày 10/7/2026 cấm tàu ra khơi, 17 giờ cùng ngày mọi tàu phải về bến.", ["2026-07-10"]),
    ("Nộp bản nháp trước 10h ngày 13/7 và bản chính trước 16h cùng ngày.", ["2026-07-13"]),
    ("Chuyển văn bản trước 16 giờ cùng ngày.", []),
]


@pytest.mark.parametrize(("text", "days"), SAME_DAY)
def test_an_hour_of_the_day_named_before(text: str, days: list[str]) -> None:
    assert _values(text) == days


LUNAR = [
    ("Dọn dẹp nghĩa trang trước 25 tháng Chạp (tức ngày 12/02/2026).", ["2026-02-12"]),
    ("Trực cấp cứu từ ngày 13/02/2026 đến hết mùng 4 Tết (20/02/2026).", ["2026-02-20"]),
    ("Phát gạo cho hộ nghèo trước ngày 20/12 âm lịch.", []),
    ("Khai hội vào ngày 12 tháng 2 (ÂL).", []),
    ("Trả hết lương trước Tết Nguyên đán Đinh Mùi 2027.", []),
    ("Kết thúc Tết trồng cây trong tháng 02/2026.", ["2026-02-28"]),
]


@pytest.mark.parametrize(("text", "days"), LUNAR)
def test_a_lunar_day_is_only_known_where_the_solar_one_stands_beside_it(text: str, days: list[str]) -> None:
    assert _values(text, issued=date(2026, 1, 15)) == days


def test_the_year_of_a_festival_is_no_deadline_in_a_cell_either() -> None:
    assert _values("Dịp Tết Nguyên đán Bính Ngọ 2026", labelled=True) == []


WRITTEN = [
    ("Nộp quỹ trước 20 tháng 8.", "2026-08-20"),
    ("Xây xong kè trước 25-9.", "2026-09-25"),
    ("Bàn giao trước ngày 12.9.", "2026-09-12"),
    ("Thu hoạch xong trước mồng 3 tháng 10.", "2026-10-03"),
    ("Gửi bài trước ngày 11 tháng Mười.", "2026-10-11"),
    ("Việc nghiệm thu không được quá ngày 30/7.", "2026-07-30"),
    ("Hạn cuối đăng ký dự thi: 05/8/2026.", "2026-08-05"),
    ("Khóa sổ đúng 17 giờ ngày 31/7/2026.", "2026-07-31"),
    ("Lấy mẫu trong 10 ngày đầu tháng 8.", "2026-08-10"),
    ("Tổng vệ sinh vào những ngày cuối tháng 9.", "2026-09-30"),
    ("Hoàn thành trong hai quý cuối năm 2026.", "2026-12-31"),
    ("Kiểm tra từ 12-20/8/2026.", "2026-08-20"),
    ("Trưng bày 10 ngày, từ ngày 05/8 đến ngày 14/8/2026.", "2026-08-14"),
    ("Báo cáo trong 05 ngày làm việc kể từ ngày có Công văn này.", "2026-07-15"),
]


@pytest.mark.parametrize(("text", "day"), WRITTEN)
def test_other_ways_to_write_a_day(text: str, day: str) -> None:
    assert _values(text) == [day]


def test_spans_in_a_bracket_without_the_word_day() -> None:
    assert _values("Phun thuốc diệt muỗi thành 02 đợt (10 - 12/7 và 03 - 05/8/2026).") == ["2026-07-12", "2026-08-05"]


NOT_DAYS = [
    "Trả kết quả trước 5-7 ngày làm việc.",
    "Tổ chức Tuần lễ Áo dài tại các trường.",
    "Dành những ngày đầu xuân thăm hỏi người có công.",
]


@pytest.mark.parametrize("text", NOT_DAYS)
def test_what_only_looks_like_one(text: str) -> None:
    assert _values(text) == []


AGAIN_NEAR = [
    ("Sửa xong đường ống trong ba ngày tới.", "2026-07-11"),
    ("Nộp lại chìa khóa ngay trong buổi sáng mai.", "2026-07-09"),
    ("Tối thứ Bảy tới (11/7), Chi đoàn tổ chức giao lưu.", "2026-07-11"),
    ("Kiểm tra hiện trường vào thứ Hai tới.", "2026-07-13"),
    ("Thu hoạch xong trước ngày 05 tháng Năm.", "2026-05-05"),
    ("Mở đăng ký đến 23h59 ngày 25/7/2026.", "2026-07-25"),
    ("Sang quý IV, tổ chức đánh giá lại.", "2026-12-31"),
]


@pytest.mark.parametrize(("text", "day"), AGAIN_NEAR)
def test_more_times_told_as_people_speak(text: str, day: str) -> None:
    assert _values(text) == [day]


def test_a_visit_that_is_only_received_has_no_deadline() -> None:
    assert _values("Bố trí cán bộ đón và hướng dẫn đoàn thanh tra trong các ngày 20 và 21/7/2026.") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("Tổng kết chương trình, dự kiến quý IV/2026.", ["2026-12-31"]),
        ("Tổ chức hội thi cấp tỉnh (dự kiến tháng 10/2026).", ["2026-10-31"]),
        ("Kiểm tra thực tế, dự kiến từ ngày 20/10/2026 đến ngày 22/10/2026.", ["2026-10-22"]),
        ("Lấy ý kiến dự thảo quy chế từ ngày 05/10 đến ngày 20/10/2026.", ["2026-10-20"]),
        ("Ước thực hiện chín tháng, dự kiến cuối năm 2026.", []),
        ("Cử cán bộ dự tập huấn từ ngày 20/10/2026 đến ngày 22/10/2026.", []),
    ],
)
def test_what_is_planned_has_its_time_and_a_draft_is_no_event(text: str, due: list[str]) -> None:
    assert _values(text) == due
