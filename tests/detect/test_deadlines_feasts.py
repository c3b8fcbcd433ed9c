"""Feasts and events by which a work is to be done, and times that only tell which works are meant."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect import Detector
from pipeline.detect.deadlines import find_deadlines


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("bảo đảm thông xe kỹ thuật toàn tuyến vào dịp 30/4/2026", date(2026, 4, 30)),
        ("hoàn thành công trình trước dịp Quốc khánh 02/9/2026", date(2026, 9, 2)),
        ("tuyên truyền đến từng thôn trước ngày bầu cử 15/3/2026", date(2026, 3, 15)),
        ("đưa vào sử dụng nhân dịp kỷ niệm ngày thành lập ngành 27/7", date(2026, 7, 27)),
        ("tổ chức các hoạt động nhân dịp Quốc khánh 02/9/2026", None),
        ("tuyên truyền kỷ niệm 134 năm ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890 - 19/5/2024)", None),
        ("thăm hỏi gia đình chính sách vào dịp 27/7/2026", None),
        ("bố trí vốn cho các dự án hoàn thành trong năm 2026", None),
        ("bảo đảm các dự án hoàn thành trong năm 2026", date(2026, 12, 31)),
        ("không để ảnh hưởng đến mục tiêu hoàn thành các dự án trong năm 2026", None),
        ("tổng kết đợt cao điểm từ ngày 15/5 đến ngày 15/6/2026", None),
        ("mở đợt cao điểm từ ngày 15/5 đến ngày 15/6/2026", date(2026, 6, 15)),
        ("treo cờ Tổ quốc nhân dịp kỷ niệm Quốc khánh, từ ngày 31/8/2026 đến hết ngày 03/9/2026", date(2026, 9, 3)),
        ("thi đua chào mừng Đại hội từ nay đến ngày 30/9/2026", date(2026, 9, 30)),
        ("cán bộ được nghỉ Quốc khánh từ ngày 01/9/2026 đến ngày 02/9/2026", None),
    ],
)
def test_a_feast_is_a_limit_where_a_work_is_done_by_it(text: str, due: date | None, detector: Detector) -> None:
    found = find_deadlines(text, issued=date(2026, 1, 5), year=2026, calendar=detector.calendar)
    assert [finding.due for finding in found] == ([due] if due else [])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tổ chức lễ hội ngày 15/8 (âm lịch)", [("ngày 15/8 (âm lịch)", None)]),
        ("báo cáo hằng ngày từ 20/12 đến 30/12 âm lịch", [("hằng ngày", "FREQ=DAILY"), ("đến 30/12 âm lịch", None)]),
        ("trực bảo vệ đêm 30/12 âm lịch", [("30/12 âm lịch", None)]),
    ],
)
def test_days_of_the_moon_keep_their_words_and_have_no_value(
    text: str, said: list[tuple[str, str | None]], detector: Detector
) -> None:
    found = find_deadlines(text, issued=date(2026, 1, 5), year=2026, calendar=detector.calendar)
    assert [(finding.text, finding.rrule) for finding in found] == said
    assert all(finding.due is None for finding in found)


@pytest.mark.parametrize(
    ("text", "words", "due"),
    [
        ("Xong việc thăm hộ nghèo trước Tết Nguyên đán Bính Ngọ 2026.", "trước Tết Nguyên đán Bính Ngọ 2026", None),
        ("Sửa chữa bàn ghế trước khai giảng năm học mới.", "trước khai giảng năm học mới", None),
        ("Sửa xong bàn ghế trước khai giảng 05/9.", "trước khai giảng 05/9", date(2026, 9, 5)),
        ("Hoàn thành đề án trong giai đoạn 2026 - 2027.", "trong giai đoạn 2026 - 2027", date(2027, 12, 31)),
        ("Rà soát kết quả hoàn thành dự án trong giai đoạn 2021 - 2025.", None, None),
        ("Kế hoạch phục vụ Tết Nguyên đán Bính Ngọ 2026.", None, None),
    ],
)
def test_a_feast_without_a_day_keeps_its_words(text: str, words: str | None, due: date | None, detector: Detector) -> None:
    found = find_deadlines(text, issued=date(2026, 1, 5), year=2026, calendar=detector.calendar)
    assert [(finding.text, finding.due) for finding in found] == ([(words, due)] if words else [])
