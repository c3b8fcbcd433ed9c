"""Deadlines by nights, hours and times a day; days of the month a clause is about; times that are no deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

CALENDAR = vietnam_calendar()
MONDAY = date(2023, 9, 11)


def _values(text: str, *, issued: date | None = MONDAY) -> list[str | None]:
    found = find_deadlines(text, issued=issued, year=None, calendar=CALENDAR)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


DAYS = [
    pytest.param("Đưa toàn bộ hộ dân ven suối đi nơi khác, xong trước 20 giờ đêm nay.", "2023-09-11", id="tonight"),
    pytest.param("Chuyển vật tư ra tuyến đê trong đêm 12/9.", "2023-09-12", id="a-night"),
    pytest.param("Kiểm đếm xong vào chiều ngày 14/9/2023.", "2023-09-14", id="an-afternoon"),
    pytest.param("Dọn sạch vỉa hè trước lễ 2/12.", "2023-12-02", id="a-feast-of-which-only-the-day-is-told"),
    pytest.param("Sơn lại phòng học trước khai giảng 15/9.", "2023-09-15", id="before-school-begins"),
    pytest.param("Làm thử ở hai xã; cuối năm 2024 sơ kết rồi mới nhân rộng.", "2024-12-31", id="the-end-of-a-year-opens-a-clause"),
    pytest.param("Rà soát nhà tạm theo từng xã, quý IV/2023 làm xong ở vùng thấp.", "2023-12-31", id="a-quarter-done"),
    pytest.param("Dự toán do Phòng Tài chính thẩm định xong trong tháng.", "2023-09-30", id="this-month"),
    pytest.param("Giải quyết dứt điểm đơn tồn trong quý.", "2023-09-30", id="this-quarter"),
    pytest.param("Chốt danh sách 25/9.", "2023-09-25", id="closing"),
    pytest.param("Gửi kế hoạch về Sở (qua Văn phòng Sở) 29/9/2023.", "2023-09-29", id="a-day-behind-a-bracket"),
    pytest.param("Công ty Điện lực cắt điện ngày 20/9/2023 để đội thi công kéo dây.", "2023-09-20", id="a-day-still-to-come"),
    pytest.param("Chi lương hưu tháng 10 xong trước ngày 08.", "2023-10-08", id="the-month-of-the-clause"),
    pytest.param("Sở trình ngày 20/10; trước đó huyện gửi trước ngày 12.", "2023-10-12", id="the-month-of-the-day-beside-it"),
    pytest.param("Trả lời trong 03 ngày làm việc tính từ hôm nay.", "2023-09-14", id="from-today"),
    pytest.param("Báo cáo tháng 10 gửi trước ngày 20.", "2023-10-20", id="the-report-of-a-month-late-in-it"),
    pytest.param("Phát quà cho các hộ xong trước ngày 25.", "2023-09-25", id="a-day-alone-of-a-work-to-finish"),
    pytest.param("Nộp hồ sơ trước cuối giờ chiều thứ Năm tuần này.", "2023-09-14", id="office-hours"),
    pytest.param("Lấy ý kiến các phòng, tuần sau trình Giám đốc.", "2023-09-24", id="next-week-behind-a-comma"),
    pytest.param(
        "Trong 20 ngày kể từ ngày ban hành Kế hoạch, các xã gửi danh sách.", "2023-10-02", id="from-the-issue-of-the-type"
    ),
    pytest.param("Huyện gửi báo cáo trước ngày 20/9, Sở tổng hợp trước ngày 25 cùng tháng.", "2023-09-25", id="the-same-month"),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_a_day(text: str, day: str) -> None:
    assert _values(text)[-1:] == [day]


RHYTHMS = [
    pytest.param("Báo cáo mực nước 4 lần/ngày (6 giờ, 10 giờ, 14 giờ, 18 giờ).", "FREQ=DAILY", id="times-a-day"),
    pytest.param("Phát tin cảnh báo ít nhất ba lần mỗi ngày.", "FREQ=DAILY", id="times-each-day"),
    pytest.param("Lau sàn lớp học 02 lần/tuần.", "FREQ=WEEKLY", id="times-a-week"),
    pytest.param("Trạm gác nắm số xe ra vào khu cách ly hàng ngày.", "FREQ=DAILY", id="daily-without-a-verb-of-reports"),
    pytest.param("Mở máy bộ đàm vào 6 giờ, 12 giờ, 18 giờ hằng ngày.", "FREQ=DAILY", id="hours-of-each-day"),
    pytest.param("Sao lưu máy chủ 23h hằng ngày.", "FREQ=DAILY", id="an-hour-of-each-day"),
    pytest.param("Đội thuế khu vực mỗi tuần báo cáo số thu một lần về Chi cục.", "FREQ=WEEKLY", id="once-told-behind-the-verb"),
    pytest.param(
        "Mỗi quý phòng Thanh tra chọn hai trường để kiểm tra.", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1", id="who-acts"
    ),
    pytest.param("Mở cửa trả kết quả các ngày thứ Bảy.", "FREQ=WEEKLY;BYDAY=SA", id="all-saturdays"),
    pytest.param("Đo độ mặn tại cống, ngày ba lượt.", "FREQ=DAILY", id="the-day-before-the-times"),
    pytest.param(
        "Hằng năm, vào dịp 20/11, tổ chức gặp mặt nhà giáo.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20", id="a-feast-each-year"
    ),
    pytest.param("Chi trả vào ngày mùng 7 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=7", id="the-first-days-of-months"),
    pytest.param("Báo cáo tuần vào thứ tư, báo cáo tháng vào ngày 22.", "FREQ=MONTHLY;BYMONTHDAY=22", id="two-reports"),
    pytest.param(
        "Trước ngày 20 tháng cuối quý, trường gửi phòng; phòng báo cáo Sở trước ngày 28 cùng tháng.",
        "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=28",
        id="the-same-month-of-each-quarter",
    ),
]


@pytest.mark.parametrize(("text", "rule"), RHYTHMS)
def test_a_rhythm(text: str, rule: str) -> None:
    assert _values(text)[-1:] == [rule]


NONE = [
    pytest.param("Không thanh tra quá một lần trong năm đối với một hộ kinh doanh.", id="a-ceiling"),
    pytest.param("Các giấy phép khai thác hết hạn 31/12/2023 phải được thu hồi.", id="what-runs-out"),
    pytest.param("Thu hồi vốn của những công trình đến hết tháng 10 chưa khởi công.", id="which-works"),
    pytest.param("Rà soát khả năng giải ngân đến 31/01/2024, đề xuất điều chuyển.", id="what-may-be"),
    pytest.param("Bố trí vốn cho dự án có khả năng hoàn thành trong năm.", id="what-can-be-done"),
    pytest.param(
        "Họp giao ban tuần 38: 14h00 ngày 19/9/2023 tại hiện trường. Các đội gửi số liệu cho thư ký.", id="a-meeting-told"
    ),
    pytest.param(
        "Cuộc họp tới của Hội đồng dự kiến tổ chức vào tháng 12 năm 2023, giao Sở Xây dựng chuẩn bị.", id="a-meeting-to-come"
    ),
    pytest.param("Trình Chính phủ tại phiên họp thường kỳ tháng 12 năm 2023.", id="a-session-has-no-day"),
    pytest.param("Cấm xe tải từ 17h00 ngày 27/9/2023.", id="a-start-with-its-hour"),
    pytest.param("Cử người dự lớp bồi dưỡng từ ngày 18 đến 22/9/2023.", id="what-is-attended"),
    pytest.param("Giảm lượng rác thải sinh hoạt hằng ngày.", id="a-daily-thing"),
    pytest.param("Báo cáo tháng 9 gửi trước ngày 05.", id="the-report-of-a-month-is-due-in-the-next"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_value(text: str) -> None:
    assert _values(text) == []


def test_a_session_of_a_month_has_its_end_as_a_candidate() -> None:
    text = "Báo cáo Chính phủ tại phiên họp thường kỳ tháng 12 năm 2023."
    (found,) = find_deadlines(text, issued=MONDAY, year=None, calendar=CALENDAR)
    assert found.candidates == ("2023-12-31",)
