"""Rows of time-tables are no tasks; rhythms of plain deeds, years that head an item, spans of figures, papers sent every year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect.calendar import vietnam_calendar
from pipeline.detect.deadlines import find_deadlines

Read = Callable[..., tuple[Document, Directive]]

HEAD = "UBND XÃ KHE SEN\nSố: 9/KH-UBND\nKhe Sen, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nKiểm tra công vụ\n\n"
ROWS = "- UBND xã Tân Lập: ngày 14/8/2024.\n- Trường THCS Tân Lập: sáng thứ Hai, ngày 19/8/2024.\n"
PHASES = "- Chuẩn bị: từ ngày 15/9 đến ngày 30/9/2024.\n- Tổng kết: trong tháng 12/2024.\n"
QUARTERS = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"


@pytest.mark.parametrize("title", ["THỜI GIAN KIỂM TRA", "ĐỐI TƯỢNG, THỜI GIAN", "NỘI DUNG"])
@pytest.mark.parametrize("rows", [ROWS, PHASES])
def test_rows_of_a_timetable_are_no_tasks(title: str, rows: str, read: Read) -> None:
    _, directive = read(f"{HEAD}II. {title}\n{rows}III. NHIỆM VỤ\n- Rà soát hồ sơ.\n")
    assert [task.text for task in directive.tasks] == ["Rà soát hồ sơ."]


def test_what_a_body_shall_do_by_a_day_is_a_task(read: Read) -> None:
    items = "- UBND xã Tân Lập: gửi báo cáo trước ngày 14/8/2024.\n- Tổng kết phong trào: trong tháng 12/2024.\n"
    _, directive = read(f"{HEAD}II. NHIỆM VỤ\n{items}")
    assert len(directive.tasks) == 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Sao lưu dữ liệu hằng tuần.", ["FREQ=WEEKLY"]),
        ("Quản trị mạng nội bộ; sao lưu dữ liệu hằng tuần.", ["FREQ=WEEKLY"]),
        ("Thu gom rác thải tại chợ hằng ngày.", ["FREQ=DAILY"]),
        ("Thăm hỏi gia đình chính sách hằng quý.", [QUARTERS]),
        ("Duy trì vệ sinh trụ sở hằng tuần tại các đơn vị.", ["FREQ=WEEKLY"]),
        ("Xử lý lượng rác phát sinh hằng ngày.", []),
        ("Nâng cao đời sống hằng ngày của người dân.", []),
        ("Chốt số liệu thống kê từ ngày 01/10/2023 đến ngày 30/9/2024;", []),
        ("Tổ chức tập huấn từ ngày 05/4 đến ngày 30/9/2024;", ["2024-09-30"]),
        ("Năm 2024: Điều tra, bình tuyển đàn bò tại 18 xã.", ["2024-12-31"]),
        ("Năm 2025: Tổng kết, đánh giá Đề án.", ["2025-12-31"]),
        ("Năm 2025: đạt 95% hộ dùng nước sạch.", []),
        ("Kế hoạch năm 2025: lập chậm.", []),
        ("Lập kế hoạch mua sắm hằng năm trình Bộ phê duyệt trước ngày 30 tháng 11.", ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30"]),
        ("Lập kế hoạch kiểm tra hằng năm gửi Sở Nội vụ trước ngày 15/12/2024.", ["2024-12-15"]),
    ],
)
def test_by_when_or_how_often(text: str, wanted: list[str]) -> None:
    found = find_deadlines(text, issued=date(2024, 3, 5), year=None, calendar=vietnam_calendar())
    assert [f.due.isoformat() if f.due else f.rrule for f in found if f.due or f.rrule] == wanted
