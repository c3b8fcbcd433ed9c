"""Terms as circulars write them: numbers in brackets, days counted back from an event, a term in the line behind an item."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document
from tests.detect.test_lists_that_only_tell import tasks

Read = Callable[..., tuple[Document, Directive]]

DUTY = "Điều 2. Trách nhiệm của Sở Công Thương\n"
QUARTERLY = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
HALF_YEARLY = "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    ("item", "rule"),
    [
        ("Cập nhật các bản vá tối thiểu 03 (ba) tháng một lần.", QUARTERLY),
        ("Lập báo cáo đánh giá định kỳ 01 lần trong sáu tháng.", HALF_YEARLY),
        ("Bảo trì hệ thống định kỳ 06 (sáu) tháng/lần.", HALF_YEARLY),
        ("Kiểm tra kho hàng 02 (hai) tuần một lần.", "FREQ=WEEKLY;INTERVAL=2"),
        ("Tổ chức họp ít nhất 01 (một) lần trong 03 (ba) tháng.", QUARTERLY),
        ("Diễn tập chữa cháy tối thiểu 01 lần/năm.", "FREQ=YEARLY"),
    ],
)
def test_a_number_repeated_in_brackets_counts(read: Read, item: str, rule: str) -> None:
    (task,) = tasks(read, f"{DUTY}1. {item}")
    assert [deadline.rrule for deadline in task.deadlines] == [rule]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Chậm nhất 10 ngày trước ngày bắt đầu kiểm tra, thông báo cho chợ.", "Chậm nhất 10 ngày trước ngày bắt đầu kiểm tra"),
        ("Gửi tài liệu chậm nhất 02 ngày trước ngày khai mạc hội nghị.", "chậm nhất 02 ngày trước ngày khai mạc hội nghị"),
        ("Báo cho các hộ tối thiểu 03 (ba) ngày trước ngày cắt điện để sửa chữa.", "tối thiểu 03 (ba) ngày trước ngày cắt điện"),
    ],
)
def test_the_event_that_days_are_counted_back_from_is_kept(read: Read, item: str, words: str) -> None:
    (task,) = tasks(read, f"{DUTY}1. {item}")
    assert [(deadline.text, deadline.due, deadline.reasons) for deadline in task.deadlines] == [
        (words, None, ("Tính lùi từ một việc chưa biết ngày",))
    ]


@pytest.mark.parametrize(
    "item",
    [
        "Hằng năm, thống kê số chợ; gửi báo cáo về Bộ Tài chính trước ngày 01 tháng 3 năm tiếp theo.",
        "Định kỳ hằng năm, rà soát kho hàng; lập báo cáo trước ngày 01 tháng 3 của năm sau.",
    ],
)
def test_a_day_of_the_next_year_comes_again_behind_every_year(read: Read, item: str) -> None:
    (task,) = tasks(read, f"{DUTY}1. {item}")
    assert task.deadlines[-1].rrule == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"


def test_a_day_of_the_next_year_alone_is_a_day(read: Read) -> None:
    (task,) = tasks(read, f"{DUTY}1. Tổng hợp số liệu, gửi Bộ Tài chính trước ngày 31 tháng 3 năm tiếp theo.")
    assert [deadline.due and deadline.due.isoformat() for deadline in task.deadlines] == ["2026-03-31"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (
            "Thời hạn nhập, phê duyệt dự toán không quá 03 ngày làm việc, kể từ ngày nhận được văn bản.",
            ["không quá 03 ngày làm việc, kể từ ngày nhận được văn bản"],
        ),
        ("Thời gian kiểm tra tối đa 05 ngày kể từ ngày nhận được hồ sơ.", ["05 ngày kể từ ngày nhận được hồ sơ"]),
        ("Thời hạn lưu trữ hồ sơ không quá 90 ngày, kể từ ngày khóa sổ.", []),
    ],
    ids=["entered", "checked", "kept on file"],
)
def test_a_term_in_the_line_behind_an_item_is_its_term(read: Read, line: str, words: list[str]) -> None:
    first, second = tasks(read, f"{DUTY}a) Nhập dự toán vào hệ thống.\n{line}\nb) Kiểm tra số liệu.")
    assert [deadline.text for deadline in first.deadlines] == words
    assert not second.deadlines
