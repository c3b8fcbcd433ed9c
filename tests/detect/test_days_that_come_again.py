"""Days without a year of reports that are made time and again, and of years told from another."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines
from pipeline.rules.deadline_words import YEAR_OF_PAPER

CALENDAR = vietnam_calendar()
ISSUED = date(2026, 3, 16)


def _values(text: str) -> list[str | None]:
    found = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    return [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule]


JUNE, DECEMBER = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=14", "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=14"
BOTH = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=14"
AGAIN = [
    ("Nộp báo cáo tháng trước ngày 22, báo cáo năm trước ngày 14/12.", ["FREQ=MONTHLY;BYMONTHDAY=22", DECEMBER]),
    ("Báo cáo 6 tháng: gửi về Sở trước ngày 14/6.", [JUNE]),
    ("b) Báo cáo năm: chậm nhất ngày 14 tháng 12.", [DECEMBER]),
    (
        "Gửi báo cáo quý trước ngày 22, trước ngày 14/12 (đối với báo cáo năm).",
        ["FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=22", DECEMBER],
    ),
    ("Báo cáo hằng tháng gửi trước ngày 22, 6 tháng gửi trước ngày 14/6.", ["FREQ=MONTHLY;BYMONTHDAY=22", JUNE]),
    ("Định kỳ trước ngày 14 tháng 6 và 14 tháng 12 báo cáo kết quả về Sở Y tế.", [BOTH]),
    ("Gửi kế hoạch thanh tra trước ngày 14/12 của năm trước liền kề.", [DECEMBER]),
    ("Trình phê duyệt kế hoạch trước ngày 14 tháng 12 năm trước.", [DECEMBER]),
    ("Chậm nhất ngày 14 tháng 12 của năm báo cáo, gửi Bộ Y tế.", [DECEMBER]),
    ("Nộp báo cáo tài chính năm chậm nhất ngày 31/3 năm sau.", ["FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"]),
]
ONCE = [
    ("Gửi báo cáo sơ kết 6 tháng trước ngày 14/6, báo cáo tổng kết năm trước ngày 14/12.", ["2026-06-14", "2026-12-14"]),
    ("Gửi báo cáo năm về Văn phòng trước ngày 14/12.", ["2026-12-14"]),
    ("Báo cáo 6 tháng đầu năm trước ngày 14/6, báo cáo năm 2026 trước ngày 14/12.", ["2026-06-14", "2026-12-14"]),
    ("Báo cáo định kỳ theo quy định; gửi dự thảo trước ngày 14/12.", ["2026-12-14"]),
    ("Gửi báo cáo 6 tháng thực hiện đợt cao điểm trước ngày 14/12.", ["2026-12-14"]),
    ("Trình kế hoạch trước ngày 14 tháng 12 năm 2026.", ["2026-12-14"]),
]


@pytest.mark.parametrize(("text", "values"), [*AGAIN, *ONCE])
def test_a_day_without_a_year(text: str, values: list[str]) -> None:
    assert _values(text) == values


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lập dự toán gửi Sở trước ngày 31/7 của năm trước năm kế hoạch.", "trước ngày 31/7 của năm trước năm kế hoạch"),
        ("Gửi báo cáo trước ngày 31/7 năm trước năm ngân sách đó.", "trước ngày 31/7 năm trước năm ngân sách"),
        ("Lập danh sách trước ngày 31/7 của năm trước năm tuyển chọn.", "trước ngày 31/7 của năm trước"),
        ("Gửi hồ sơ trước ngày 31/7 của năm xét khen thưởng.", "trước ngày 31/7 của năm xét khen thưởng"),
        ("Gửi hồ sơ trước ngày 31/7 của năm xét thưởng.", "trước ngày 31/7 của năm xét"),
    ],
)
def test_the_words_of_another_year_are_whole(text: str, words: str) -> None:
    (found,) = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    assert (found.text, found.rrule) == (words, "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=31")


@pytest.mark.parametrize(
    "text", ["Gửi kết quả trước ngày 31/10.", "Báo cáo chậm nhất ngày 20 tháng 11.", "Hoàn thành trong tháng 9."]
)
def test_a_day_that_takes_the_year_of_the_paper_says_so(text: str) -> None:
    (found,) = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    assert found.due is not None
    assert found.reasons == (YEAR_OF_PAPER,)


@pytest.mark.parametrize(
    "text", ["Gửi kết quả trước ngày 31/10/2026.", "Báo cáo trước ngày 20 hằng tháng.", "Gửi trước ngày 31/10 năm nay."]
)
def test_a_day_with_a_year_and_a_rhythm_need_no_note(text: str) -> None:
    (found,) = find_deadlines(text, issued=ISSUED, year=None, calendar=CALENDAR)
    assert YEAR_OF_PAPER not in found.reasons
