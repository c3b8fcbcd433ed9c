"""Deadlines of a task, phrase by phrase: what the words mean, what is no deadline, where the doubt lies."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from models.directive import Bound
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import DeadlineFinding, find_deadlines

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 5, 12)
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"


def _find(text: str, *, issued: date | None = None, year: int | None = 2026, labelled: bool = False) -> tuple[DeadlineFinding, ...]:
    return find_deadlines(text, issued=issued, year=year, calendar=CALENDAR, labelled=labelled)


def _values(text: str, *, issued: date | None = None, labelled: bool = False) -> list[str]:
    """Days and rules found; what has neither is left out."""
    found = _find(text, issued=issued, labelled=labelled)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]  # type: ignore[misc]


DAYS = [
    ("Gửi số liệu trước ngày 12/4/2027.", "2027-04-12"),
    ("Hoàn thành chậm nhất ngày 09-8-2026.", "2026-08-09"),
    ("Xong trước 30.6.2026.", "2026-06-30"),
    ("Báo cáo trước ngày 05 tháng 8 năm 2026.", "2026-08-05"),
    ("Trình Chủ tịch UBND xã trước 20/7.", "2026-07-20"),
    ("Nộp hồ sơ muộn nhất là ngày 18/9.", "2026-09-18"),
    ("Báo cáo không muộn hơn ngày 10/10/2026.", "2026-10-10"),
    ("Hạn cuối: 15/11/2026 gửi về Phòng Kinh tế.", "2026-11-15"),
    ("Kéo dài đợt cao điểm đến hết ngày 31/8/2026.", "2026-08-31"),
    ("Nghiệm thu đến trước ngày 25/12.", "2026-12-25"),
    ("Bàn giao trước ngày 3 / 9 / 2026.", "2026-09-03"),
    ("Gửi trước ngày 15/3/27.", "2027-03-15"),
    ("Tổ chức hội thi vào ngày 02/10/2026.", "2026-10-02"),
    ("Tổ chức diễn tập ngày 14/8/2026 tại trụ sở.", "2026-08-14"),
    ("Các ngày 12, 13 và 14/8/2026 tổ chức tập huấn.", "2026-08-14"),
    ("Tổ chức tập huấn từ ngày 03/8 đến ngày 21/8/2026.", "2026-08-21"),
    ("Kiểm tra thực địa từ 03 đến ngày 21/8/2026.", "2026-08-21"),
    ("Rà soát xong trong tháng 7/2026.", "2026-07-31"),
    ("Rà soát xong trong tháng 2 năm 2028.", "2028-02-29"),
    ("Phê duyệt trong tháng chín.", "2026-09-30"),
    ("Trình thẩm định trước tháng 3/2027.", "2027-02-28"),
    ("Trình thẩm định trước quý IV/2026.", "2026-09-30"),
    ("Chuyển đổi xong trước năm 2027.", "2026-12-31"),
    ("Ban hành trong Quý III/2026.", "2026-09-30"),
    ("Ban hành trong quý 4 năm 2026.", "2026-12-31"),
    ("Ban hành quy chế vào quý II.", "2026-06-30"),
    ("Ban hành trong quý II, III/2026.", "2026-09-30"),
    ("Triển khai từ quý II đến hết quý III/2026.", "2026-09-30"),
    ("Khảo sát trong 6 tháng đầu năm.", "2026-06-30"),
    ("Khảo sát trong sáu tháng cuối năm 2026.", "2026-12-31"),
    ("Khảo sát trong 9 tháng đầu năm 2026.", "2026-09-30"),
    ("Khảo sát trong nửa đầu năm 2027.", "2027-06-30"),
    ("Từ nay đến cuối năm xử lý dứt điểm tồn đọng.", "2026-12-31"),
    ("Duy trì đến hết năm.", "2026-12-31"),
    ("Lắp đặt vào cuối tháng 5/2026.", "2026-05-31"),
    ("Lắp đặt trước giữa tháng 6/2026.", "2026-06-15"),
    ("Lắp đặt vào đầu tháng 7/2026.", "2026-07-10"),
    ("Lắp đặt trong trung tuần tháng 9/2026.", "2026-09-20"),
    ("Sửa chữa trong hạ tuần tháng 2/2027.", "2027-02-28"),
    ("Hoàn thành trước cuối quý III.", "2026-09-30"),
    ("Phấn đấu đến năm 2035 phủ kín mạng lưới.", "2035-12-31"),
    ("Tỷ lệ đạt 95% vào năm 2027.", "2027-12-31"),
    ("Hoàn thành năm 2026.", "2026-12-31"),
    ("Xây dựng cổng dữ liệu (Quý II/2027).", "2027-06-30"),
    ("Xây dựng cổng dữ liệu (hoàn thành trong tháng 8).", "2026-08-31"),
    ("Thời gian hoàn thành: tháng 10/2026.", "2026-10-31"),
    ("Thời gian thực hiện: 15/6 - 20/7/2026.", "2026-07-20"),
    ("Quý IV/2026, tổ chức tổng kết mô hình.", "2026-12-31"),
    ("Trong năm nay phải hoàn thành bàn giao.", "2026-12-31"),
    ("Nghiệm thu trong tuần 3 tháng 6/2026.", "2026-06-21"),
    ("Nghiệm thu vào tuần đầu tháng 7.", "2026-07-07"),
]

RHYTHMS = [
    ("Gửi báo cáo trước ngày 22 hàng tháng.", "FREQ=MONTHLY;BYMONTHDAY=22"),
    ("Gửi báo cáo vào ngày 22 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=22"),
    ("Gửi báo cáo ngày 10 và 25 mỗi tháng.", "FREQ=MONTHLY;BYMONTHDAY=10,25"),
    ("Hằng tháng, trước ngày 18 gửi báo cáo.", "FREQ=MONTHLY;BYMONTHDAY=18"),
    ("Hằng tháng, các đơn vị tổng hợp số liệu gửi Phòng Kinh tế chậm nhất ngày 18.", "FREQ=MONTHLY;BYMONTHDAY=18"),
    ("Chốt số liệu từ ngày 18 đến ngày 22 hằng tháng.", "FREQ=MONTHLY;BYMONTHDAY=22"),
    ("Báo cáo trước ngày 03 của tháng sau.", "FREQ=MONTHLY;BYMONTHDAY=3"),
    ("Họp vào ngày làm việc cuối cùng của tháng.", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    ("Thường xuyên (hàng tháng) kiểm tra kho.", "FREQ=MONTHLY"),
    ("Định kỳ hằng quý báo cáo tiến độ.", QUARTERS),
    ("Định kỳ mỗi quý báo cáo tiến độ.", QUARTERS),
    ("Báo cáo ngày 12 của tháng cuối quý.", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=12"),
    ("Báo cáo quý trước ngày 05 tháng đầu quý sau.", "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=5"),
    ("Báo cáo hằng quý (trước ngày 12).", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=12"),
    ("Báo cáo hằng quý (trước ngày 15/3, 15/6, 15/9, 15/12).", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15"),
    ("Gửi báo cáo trước ngày 15 (hàng tháng).", "FREQ=MONTHLY;BYMONTHDAY=15"),
    ("Báo cáo trước ngày 25 của tháng cuối hằng quý.", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25"),
    ("Họp tối thiểu mỗi quý một lần.", QUARTERS),
    ("Trước 16h00 ngày thứ Sáu hằng tuần gửi báo cáo.", "FREQ=WEEKLY;BYDAY=FR"),
    ("Báo cáo định kỳ 6 tháng về Sở Y tế.", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
    ("Rà soát danh mục 3 tháng một lần.", QUARTERS),
    ("Sao lưu dữ liệu định kỳ hai tuần một lần.", "FREQ=WEEKLY;INTERVAL=2"),
    ("Báo cáo trước ngày 05/12 hằng năm.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=5"),
    ("Hằng năm, trước ngày 08/11 gửi kế hoạch.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=8"),
    ("Hàng năm, các trường gửi danh sách về phòng trước ngày 08/11.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=8"),
    ("Báo cáo trước ngày 05/6 và 05/12 hằng năm.", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=5"),
    ("Tháng 11 hằng năm tổ chức tổng kết.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1"),
    ("Kiểm kê trước tháng 12 hằng năm.", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=-1"),
    ("Đánh giá vào quý IV hằng năm.", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1"),
    ("Hằng năm, tổ chức đối thoại với thanh niên.", "FREQ=YEARLY"),
    ("Giao ban sáng thứ Hai hằng tuần.", "FREQ=WEEKLY;BYDAY=MO"),
    ("Giao ban thứ 3 và thứ 5 hàng tuần.", "FREQ=WEEKLY;BYDAY=TU,TH"),
    ("Gửi lịch công tác hằng tuần (Chủ nhật).", "FREQ=WEEKLY;BYDAY=SU"),
    ("Báo cáo nhanh trước 18h30 hằng ngày.", "FREQ=DAILY"),
]


@pytest.mark.parametrize(("text", "due"), [pytest.param(t, d, id=t) for t, d in DAYS])
def test_the_last_day_named_is_the_day(text: str, due: str) -> None:
    assert _values(text) == [due]


@pytest.mark.parametrize(("text", "rrule"), [pytest.param(t, r, id=t) for t, r in RHYTHMS])
def test_a_rhythm_is_a_rule(text: str, rrule: str) -> None:
    assert _values(text) == [rrule]


@pytest.mark.parametrize(("text", "rrule"), [pytest.param(t, r, id=t) for t, r in RHYTHMS])
def test_a_rhythm_does_not_depend_on_spelling(text: str, rrule: str) -> None:
    assert _values(unicodedata.normalize("NFD", text)) == [rrule]
    assert _values(text.replace("quý", "qúy").replace(" ", "\u00a0")) == [rrule]


LABELLED = [
    ("Quý IV/2026", "2026-12-31"),
    ("Tháng 9", "2026-09-30"),
    ("9/2026", "2026-09-30"),
    ("Năm 2027", "2027-12-31"),
    ("2026 - 2030", "2030-12-31"),
    ("Giai đoạn 2026 - 2030", "2030-12-31"),
    ("Năm 2026 và các năm tiếp theo", "2026-12-31"),
    ("Quý II - Quý IV/2026", "2026-12-31"),
    ("Tháng 6 - tháng 9/2026", "2026-09-30"),
    ("Tháng 6-9/2026", "2026-09-30"),
    ("Trước 15/9/2026", "2026-09-15"),
    ("Thời gian thực hiện: Quý III/2026", "2026-09-30"),
    ("Ngày 20/8/2026", "2026-08-20"),
    ("15/5-30/6/2026", "2026-06-30"),
    ("Tháng 5/2026 trở đi", "2026-05-31"),
    ("Hằng năm", "FREQ=YEARLY"),
    ("Thường xuyên, hằng tháng", "FREQ=MONTHLY"),
    ("Quý I hằng năm", "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"),
    ("Tháng 6, tháng 12 hằng năm", "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"),
]


@pytest.mark.parametrize(("text", "value"), [pytest.param(t, v, id=t) for t, v in LABELLED])
def test_in_a_time_column_bare_times_count(text: str, value: str) -> None:
    assert _values(text, labelled=True) == [value]


@pytest.mark.parametrize("text", ["Quý IV/2026", "Tháng 9", "Năm 2027", "2026 - 2030"])
def test_in_running_text_the_same_words_need_a_cue(text: str) -> None:
    assert _values(f"Tiếp tục mục tiêu {text} của xã") == []


@pytest.mark.parametrize(
    "text", ["Thường xuyên", "Định kỳ", "Khi có yêu cầu", "Theo kế hoạch của tỉnh", "Ngay sau khi có hướng dẫn", "Kịp thời"]
)
def test_words_without_a_day_are_kept_without_a_value(text: str) -> None:
    (found,) = _find(text, labelled=True)
    assert (found.rule, found.due, found.rrule, found.text) == ("no_value", None, None, text)
    assert found.confidence < 0.5


NOT = [
    "Triển khai Kế hoạch cải cách hành chính năm 2026 của tỉnh.",
    "Triển khai Chiến lược phát triển dữ liệu đến năm 2030, tầm nhìn đến năm 2045.",
    "Thực hiện Chương trình giai đoạn 2026-2030.",
    "Thực hiện Quyết định số 41/QĐ-TTg ngày 06/01/2026 của Thủ tướng Chính phủ.",
    "Thực hiện kết luận tại cuộc họp ngày 05/3/2026 của Ban Chỉ đạo.",
    "Theo Thông báo kết luận ngày 05 tháng 3 năm 2026 của Văn phòng.",
    "Tham dự hội nghị trực tuyến toàn quốc vào ngày 20/8/2026.",
    "Quy chế này có hiệu lực kể từ ngày 01/7/2026.",
    "Tăng 5% so với năm 2025; giảm 2% so với cùng kỳ năm 2025.",
    "Năm 2025 đạt 85% kế hoạch.",
    "Trong quý I/2026, toàn tỉnh đã tiếp nhận 300 hồ sơ.",
    "Số liệu từ ngày 15/12/2025 đến ngày 14/6/2026.",
    "Phân tích kết quả 9 tháng năm 2026 của ngành.",
    "Cân đối vốn ngân sách hằng năm cho lĩnh vực này.",
    "Nâng thứ hạng Chỉ số SIPAS hằng năm của huyện.",
    "Chi trả trợ cấp hàng tháng cho người có công.",
    "Tăng tỷ lệ doanh nghiệp thành lập mới trong năm.",
    "Hưởng ứng Ngày Pháp luật Việt Nam 09/11 bằng nhiều hình thức.",
    "Kỷ niệm 80 năm Quốc khánh (02/9/1945 - 02/9/2025).",
    "Kiểm soát hàng hóa tại cửa khẩu, hàng loạt điểm bán lẻ.",
    "Bảo đảm 2/3 diện tích được tưới, tiến đến 3/4 diện tích.",
    "Xử lý kịp thời, thường xuyên, ngay từ cơ sở.",
    "Báo cáo định kỳ theo quy định.",
    "Nội dung “Đề án nhân lực đến năm 2030” cần được phổ biến.",
    "Phiên họp thứ tư của Ban Chỉ đạo bàn về đất đai.",
]


@pytest.mark.parametrize("text", [pytest.param(t, id=t) for t in NOT])
def test_titles_data_and_past_events_are_no_deadlines(text: str) -> None:
    assert _values(text, issued=ISSUED) == []
    assert _values(text) == []


@pytest.mark.parametrize("text", [pytest.param(t, id=t) for t in NOT[:3]])
def test_a_masked_or_title_year_is_not_even_mentioned(text: str) -> None:
    assert _find(text) == ()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "Báo cáo hàng tháng (trước ngày 18), 6 tháng (trước ngày 18/6), năm (trước ngày 22/11).",
            ["FREQ=MONTHLY;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=22"],
        ),
        (
            "Báo cáo hằng quý trước ngày 22 tháng cuối quý, 6 tháng trước ngày 22/6, năm trước ngày 22/12.",
            [
                "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=22",
                "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=22",
                "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=22",
            ],
        ),
        (
            "Báo cáo ngày 20 hàng tháng, ngày 20 tháng cuối quý và ngày 20/11 hằng năm.",
            ["FREQ=MONTHLY;BYMONTHDAY=20", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20", "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=20"],
        ),
        ("Gửi trước ngày 20/6 (báo cáo 6 tháng), 20/12 (báo cáo năm).", ["2026-06-20", "2026-12-20"]),
        ("Báo cáo 6 tháng trước ngày 10/6, báo cáo năm trước ngày 10/12.", ["2026-06-10", "2026-12-10"]),
        ("Báo cáo định kỳ hằng tháng, quý, năm gửi Sở Y tế.", ["FREQ=MONTHLY", QUARTERS, "FREQ=YEARLY"]),
        ("Nộp trước ngày 10/7 và ngày 10/11/2027.", ["2027-07-10", "2027-11-10"]),
        (
            "Hằng năm báo cáo trước ngày 05/6 và ngày 10/12.",
            ["FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10"],
        ),
        ("Trước ngày 25 hàng tháng gửi báo cáo; tổng kết trước ngày 15/12.", ["FREQ=MONTHLY;BYMONTHDAY=25", "2026-12-15"]),
        ("Đến hết năm 2026 đạt 80%, đến năm 2030 đạt 100%.", ["2026-12-31", "2030-12-31"]),
    ],
)
def test_a_sentence_can_hold_several_deadlines(text: str, values: list[str]) -> None:
    assert _values(text) == values


HOURS = {"17 giờ 00": "17:00", "17h00": "17:00", "16 giờ 30 phút": "16:30", "9h": "09:00", "5 giờ chiều": "17:00"}


@pytest.mark.parametrize(("words", "time"), [*HOURS.items(), ("08:15", "08:15"), ("24 giờ", "23:59")])
def test_an_hour_goes_with_its_day(words: str, time: str) -> None:
    (found,) = _find(f"Gửi về trước {words} ngày 15/6/2026.")
    assert (found.due, found.time, found.bound) == (date(2026, 6, 15), time, Bound.BEFORE)


def test_an_hour_behind_the_weekday_is_kept() -> None:
    (found,) = _find("Gửi báo cáo chiều thứ Sáu hằng tuần, trước 16h00.")
    assert (found.rrule, found.time) == ("FREQ=WEEKLY;BYDAY=FR", "16:00")
    assert found.text == "chiều thứ Sáu hằng tuần, trước 16h00"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("Gửi trước ngày 15/6/2026", Bound.BEFORE),
        ("Gửi chậm nhất ngày 15/6/2026", Bound.BY),
        ("Gửi không quá ngày 15/6/2026", Bound.BY),
        ("Duy trì đến ngày 15/6/2026", Bound.BY),
        ("Gửi trong tháng 6/2026", Bound.WITHIN),
        ("Làm từ ngày 01/6 đến ngày 15/6/2026", Bound.WITHIN),
        ("Họp vào ngày 15/6/2026", Bound.ON),
        ("Tổ chức thi ngày 15/6/2026", Bound.ON),
    ],
)
def test_the_word_that_binds_is_kept(text: str, bound: Bound) -> None:
    (found,) = _find(text)
    assert found.bound is bound


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("trong 07 ngày làm việc kể từ ngày ký", "2026-05-21"),
        ("trong thời hạn 10 (mười) ngày, kể từ ngày ban hành Kế hoạch này", "2026-05-22"),
        ("sau 05 ngày kể từ ngày ban hành", "2026-05-18"),
        ("trong vòng hai tuần kể từ ngày Quyết định này được ký", "2026-05-26"),
        ("chậm nhất 01 tháng kể từ ngày ký ban hành", "2026-06-12"),
    ],
)
def test_a_term_from_the_issue_is_counted_by_the_civil_code(text: str, due: str) -> None:
    assert _values(f"Gửi kế hoạch {text}.", issued=ISSUED) == [due]
    (unknown,) = _find(f"Gửi kế hoạch {text}.")
    assert (unknown.due, unknown.text) == (None, text)
    assert unknown.reasons == ("Không rõ ngày ban hành nên không tính được hạn",)


@pytest.mark.parametrize(
    "text",
    [
        "trong 05 ngày làm việc kể từ ngày nhận được hồ sơ",
        "chậm nhất 03 ngày sau khi kết thúc đợt kiểm tra",
        "trong thời hạn 20 ngày",
        "trong vòng 24 giờ kể từ khi ban hành",
        "trong 10 ngày kể từ ngày ban hành Nghị định của Chính phủ",
        "trong 10 ngày kể từ ngày Quy chế có hiệu lực",
    ],
)
def test_a_term_from_an_unknown_day_has_words_only(text: str) -> None:
    (found,) = _find(f"Báo cáo {text}.", issued=ISSUED)
    assert (found.due, found.rrule) == (None, None)
    assert found.reasons


def test_a_term_from_coming_into_force_names_the_likely_day_as_candidate() -> None:
    (found,) = _find("Báo cáo trong 10 ngày kể từ ngày Quy chế có hiệu lực.", issued=ISSUED)
    assert found.candidates == ("2026-05-22",)


@pytest.mark.parametrize(
    "text", ["trước ngày 31/02/2026", "trước ngày 30 tháng 2", "trước ngày 31/11", "trong tháng 13/2026", "trước ngày 29/2/2027"]
)
def test_an_impossible_day_has_no_value_but_a_reason(text: str) -> None:
    (found,) = _find(f"Gửi báo cáo {text}.")
    assert (found.due, found.rrule) == (None, None)
    assert "trong lịch" in found.reasons[0]


def test_a_day_before_the_issue_is_kept_with_doubt() -> None:
    (given,) = _find("Gửi trước ngày 15/3/2026.", issued=ISSUED)
    assert given.due == date(2026, 3, 15)
    assert given.confidence < 0.6
    assert "Thời hạn đứng trước ngày ban hành" in given.reasons
    (left_out,) = _find("Gửi trước ngày 15/01.", issued=ISSUED)
    assert left_out.candidates == ("2026-01-15", "2027-01-15")


def test_a_year_left_out_is_the_year_of_issue_before_any_other() -> None:
    (found,) = _find("Gửi trước ngày 15/9.", issued=date(2024, 5, 6), year=2026)
    assert found.due == date(2024, 9, 15)


def test_without_any_year_there_is_a_reason_instead_of_a_day() -> None:
    (found,) = _find("Gửi trước ngày 15/9.", year=None)
    assert found.due is None
    assert found.reasons == ("Không rõ năm của thời hạn",)


@pytest.mark.parametrize("issued", [date(1, 1, 1), date(9999, 12, 31)])
def test_a_misread_issue_year_counts_as_unknown(issued: date) -> None:
    (found,) = _find("Gửi trước quý I.", issued=issued, year=issued.year)
    assert found.due is None
    assert found.reasons == ("Không rõ năm của thời hạn",)


def test_a_day_of_an_unnamed_month_is_only_a_candidate() -> None:
    (found,) = _find("Gửi báo cáo trước ngày 20.", issued=ISSUED)
    assert (found.due, found.candidates) == (None, ("2026-05-20",))


def test_a_title_that_may_end_in_a_year_is_a_doubt() -> None:
    (found,) = _find("Hoàn thành mục tiêu Chương trình phát triển rừng đến năm 2030.")
    assert (found.due, found.candidates) == (None, ("2030-12-31",))
    assert "tên văn bản" in found.reasons[-1]


@pytest.mark.parametrize(
    ("text", "start"), [("Từ quý III/2026 áp dụng mẫu mới", "2026-07-01"), ("Kể từ ngày 01/9/2026 dừng tiếp nhận", "2026-09-01")]
)
def test_a_start_without_an_end_has_no_value(text: str, start: str) -> None:
    (found,) = _find(text)
    assert (found.due, found.rrule, found.start_day) == (None, None, date.fromisoformat(start))


def test_a_span_keeps_its_first_day() -> None:
    (found,) = _find("Tổ chức tập huấn từ ngày 20/11 đến ngày 15/12/2026.")
    assert (found.start_day, found.due) == (date(2026, 11, 20), date(2026, 12, 15))
    (short,) = _find("Kiểm tra từ 03 đến ngày 21/8/2026.")
    assert short.start_day == date(2026, 8, 3)


def test_a_rhythm_with_a_year_behind_it_ends_with_that_year() -> None:
    (found,) = _find("Hằng quý năm 2026", labelled=True)
    assert (found.rrule, found.until, found.due) == (QUARTERS, date(2026, 12, 31), None)


def test_the_words_of_a_rhythm_far_from_its_date_are_told_as_a_reason() -> None:
    (found,) = _find("Hằng năm, các trường gửi danh sách về phòng trước ngày 08/11.")
    assert found.text == "trước ngày 08/11"
    assert "Hằng năm" in found.reasons[0]


def test_masked_spans_hold_no_deadline() -> None:
    text = "Theo công văn về việc báo cáo trước ngày 15/6/2026, hoàn thành trước ngày 30/6/2026."
    at = text.index("trước ngày 15/6/2026")
    found = find_deadlines(text, issued=None, year=2026, calendar=CALENDAR, masked=[(at, at + 20)])
    assert [f.due for f in found] == [date(2026, 6, 30)]


def test_bare_date_before_the_issue_is_a_past_event() -> None:
    assert _values("Tổ chức triển khai ngày 02/4/2026.", issued=ISSUED) == []


def test_times_a_year_have_no_day() -> None:
    (found,) = _find("Tổ chức đối thoại ít nhất 02 lần/năm.")
    assert (found.rule, found.due, found.rrule) == ("rhythm.times", None, None)
