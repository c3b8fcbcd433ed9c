"""Deadlines where real documents mislead: events of others, plans told by their years, one value told twice."""

from __future__ import annotations

from datetime import date

import pytest

from models.directive import Bound
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.citations import find_citations
from pipeline.detect.deadlines import DeadlineFinding, find_deadlines

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 10, 12)
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"


def _find(text: str) -> tuple[DeadlineFinding, ...]:
    masked = [(c.start, max(c.end, c.title_end or 0)) for c in find_citations(text)]
    return find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR, masked=masked)


def _values(text: str) -> list[str]:
    return [f.due.isoformat() if f.due else f.rrule for f in _find(text) if f.due or f.rrule]  # type: ignore[misc]


FOUND = [
    ("Tổ chức lễ khánh thành nhà văn hóa vào ngày 20 tháng 11 năm 2026.", ["2026-11-20"]),
    ("Ngay trong Quý IV năm 2026, phối hợp với các xã rà soát hộ nghèo.", ["2026-12-31"]),
    ("Tập trung nhân lực, bảo đảm thông xe kỹ thuật năm 2027 để giảm ùn tắc.", ["2027-12-31"]),
    ("Chi trả gộp hai tháng trợ cấp vào kỳ chi trả tháng 11 năm 2026.", ["2026-11-30"]),
    ("Tổ chức bồi dưỡng nghiệp vụ; tọa đàm về dinh dưỡng và an toàn cho trẻ em hằng năm.", ["FREQ=YEARLY"]),
    ("Trình ban hành quy chế: Quý I/2027", ["2027-03-31"]),
    ("Rà soát văn bản từ Quý I - III/2027.", ["2027-09-30"]),
    ("Trong 02 tháng cuối năm 2026 xử lý nợ đọng.", ["2026-12-31"]),
    ("Chính phủ, Thủ tướng Chính phủ hằng tháng xem xét trách nhiệm người đứng đầu.", ["FREQ=MONTHLY"]),
    ("Mỗi quý tổ chức một phiên đối thoại.", [QUARTERS]),
    ("Tiếp tục thực hiện Đề án đến hết năm 2026.", ["2026-12-31"]),
    (
        "Định kỳ 6 tháng báo cáo Sở Y tế trước ngày 12 tháng 6 và trước ngày 03 tháng 12 để tổng hợp.",
        ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=12", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=3"],
    ),
]


@pytest.mark.parametrize(("text", "values"), [pytest.param(t, v, id=t) for t, v in FOUND])
def test_a_day_of_ones_own_act_counts(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "Tham dự lễ khánh thành nhà văn hóa vào ngày 20 tháng 11 năm 2026.",
        "Tổng hợp kết quả sau khi tổ chức lễ khánh thành nhà văn hóa vào ngày 20 tháng 8 năm 2026.",
        "Chuẩn bị nội dung Kỳ họp chuyên đề (dự kiến tổ chức vào cuối tháng 11 năm 2026).",
        "Kiểm tra công tác trước, trong và sau kỳ thi ngày 20/11/2026.",
        "Lấy ngày 10 tháng 11 hằng năm là Ngày hội nông dân.",
        "Ưu tiên các tuyến đường trong danh mục hoàn thành 1.200 km vào năm 2030.",
        "Tổng kết các chương trình, đề án về dân số giai đoạn đến năm 2030.",
        "Rà soát các nguồn thu còn lại trong thời gian từ nay đến cuối năm để có giải pháp.",
        "Thương nhân được bán lượng hàng còn tồn trước ngày 01/9/2026.",
        "Áp dụng với văn bản có hiệu lực thi hành trước ngày 01 tháng 3 năm 2027.",
        "Số liệu tính từ ngày 15 tháng trước đến ngày 14 tháng báo cáo.",
        "Phân bổ vốn sự nghiệp giai đoạn 5 năm và hằng năm cho các sở.",
        "Tổng hợp kế hoạch đầu tư công trung hạn, hằng năm vốn ngân sách.",
        "Kết quả là tiêu chí đánh giá thi đua, khen thưởng hằng năm.",
        "Đơn vị xây dựng Kế hoạch quan trắc, cảnh báo môi trường hằng năm.",
        "Khắc phục hạn chế đã nêu tại báo cáo hằng ngày của Cơ quan thường trực.",
        "Các công trình khởi công năm 2027 được ưu tiên vốn.",
        "Bảo đảm thông xe kỹ thuật năm 2025 là bài học tốt.",
        "Thực hiện Nghị quyết số 12-NQ/TW của Bộ Chính trị về phát triển đội tàu (mới) đến năm 2035.",
        "Báo cáo theo kết luận tại phiên họp thường kỳ tháng 10 năm 2026.",
    ],
)
def test_what_belongs_to_others_to_plans_or_to_the_past_is_no_deadline(text: str) -> None:
    assert _values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hoàn thiện chiến lược phát triển đội tàu đến năm 2035.",
        "Xây dựng lộ trình đổi mới công nghệ đến năm 2035.",
        "Triển khai Chương trình phòng, chống sạt lở trong vùng ven biển đến năm 2035.",
        "Triển khai Nghị quyết của Quốc hội về phát triển đường sắt đến năm 2035.",
    ],
)
def test_the_year_of_a_plan_is_a_candidate_only(text: str) -> None:
    (found,) = _find(text)
    assert (found.due, found.candidates) == (None, ("2035-12-31",))
    assert "tên văn bản" in found.reasons[-1]


def test_a_value_told_twice_is_one() -> None:
    (found,) = _find("Hoàn thành hạ tầng trước ngày 10/12/2026; kết nối dữ liệu trước 16h00 ngày 10/12/2026.")
    assert (found.due, found.time) == (date(2026, 12, 10), "16:00")


def test_a_rhythm_gives_way_to_the_bracket_that_tells_its_day() -> None:
    text = "Định kỳ 06 tháng (trước ngày 18 tháng 6 hằng năm) và 01 năm (trước ngày 12 tháng 11 hằng năm) báo cáo Ban Chỉ đạo."
    assert _values(text) == ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=12"]


def test_what_the_work_is_for_is_no_second_deadline() -> None:
    aim = "Trong quý IV năm 2026 lựa chọn thị trường để đẩy mạnh xuất khẩu trong năm 2026."
    assert _values(aim) == ["2026-12-31"]
    assert [f.text for f in _find(aim)] == ["Trong quý IV năm 2026"]
    earlier = "Trong tháng 11 năm 2026 ban hành tiêu chí để đẩy mạnh xuất khẩu trong năm 2026."
    assert _values(earlier) == ["2026-11-30"]
    another = "Trong tháng 11 năm 2026 ban hành tiêu chí để áp dụng trong năm 2027."
    assert _values(another) == ["2026-11-30", "2027-12-31"]


def test_an_hour_with_a_typographic_minute_mark() -> None:
    (found,) = _find("Báo cáo UBND tỉnh trước 19h00’ hằng ngày.")
    assert (found.rrule, found.time, found.bound) == ("FREQ=DAILY", "19:00", Bound.BEFORE)
    assert found.text == "trước 19h00’ hằng ngày"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Chuẩn bị nội dung làm việc với Bộ Xây dựng vào ngày 22/3/2027.", []),
        ("Chuẩn bị tài liệu cho buổi gặp gỡ với doanh nghiệp ngày 25/3/2027, gửi trước ngày 20/3/2027.", ["2027-03-20"]),
        ("Làm việc với Bộ Xây dựng vào ngày 22/3/2027.", ["2027-03-22"]),
        ("Gửi báo cáo nội dung làm việc với Bộ Xây dựng trước ngày 22/3/2027.", ["2027-03-22"]),
        ("Đồng ý thời gian tổ chức Đại hội vào ngày 25/9/2027. Hoàn thiện hồ sơ trước ngày 15/8/2027.", ["2027-08-15"]),
        ("Thống nhất tổ chức hội nghị ngày 20/4/2027; trình kế hoạch trước ngày 01/4/2027.", ["2027-04-01"]),
        ("Thống nhất tổ chức hội nghị ngày 20/4/2027.", ["2027-04-20"]),
    ],
)
def test_the_day_of_an_event_that_work_is_done_for(text: str, values: list[str]) -> None:
    assert _values(text) == values
