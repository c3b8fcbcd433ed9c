"""The last sentences of a letter: a report at a rhythm of days is ordered, what silence means is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

TEXT = """ỦY BAN NHÂN DÂN
TỈNH BÌNH ĐỊNH
Số: 101/UBND-KT
V/v trực phòng, chống bão
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Bình Định, ngày 05 tháng 9 năm 2024

Kính gửi: Các sở, ban, ngành; UBND các huyện, thành phố.

UBND tỉnh yêu cầu:
1. Sở Y tế rà soát nhân lực.
2. Sở Tài chính cấp kinh phí.
{}

Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Trần Văn Nam
"""


@pytest.mark.parametrize(
    ("closing", "rhythm"),
    [
        ("Nhận được Công văn này, yêu cầu các đơn vị thực hiện; báo cáo về UBND tỉnh trước 15 giờ hằng ngày.", "FREQ=DAILY"),
        ("Nhận được Công văn này, yêu cầu các đơn vị thực hiện; báo cáo UBND tỉnh hàng tuần.", "FREQ=WEEKLY"),
    ],
)
def test_a_report_of_each_day_is_a_task(read: Read, closing: str, rhythm: str) -> None:
    _, directive = read(TEXT.format(closing))
    assert [deadline.rrule for deadline in directive.tasks[2].deadlines] == [rhythm]


@pytest.mark.parametrize(
    "closing",
    [
        "Quá thời hạn trên, đơn vị nào không gửi coi như không có nhu cầu.",
        "Quá thời hạn nêu trên nếu đơn vị chưa gửi, Thủ trưởng đơn vị chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
        "Sau thời gian trên, các đơn vị không có ý kiến tham gia coi như đồng ý.",
    ],
)
def test_what_silence_means_is_no_task(read: Read, closing: str) -> None:
    _, directive = read(TEXT.format(closing))
    assert [task.text[:5] for task in directive.tasks] == ["Sở Y ", "Sở Tà"]


def test_what_is_to_be_done_behind_a_day_is_one(read: Read) -> None:
    _, directive = read(TEXT.format("3. Sau ngày 15/9/2024, Sở Xây dựng kiểm tra lại các công trình, báo cáo UBND tỉnh."))
    assert len(directive.tasks) == 3
