"""A sentence above a list that says by when its items are to be done holds for those that set no time of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]

HEAD = "KẾ HOẠCH\nBảo vệ trẻ em\n\nI. NHIỆM VỤ\n\n"
LIST = "\na) Rà soát quy chế làm việc.\nb) Xây dựng bộ tiêu chí đánh giá, xong trước ngày 30/9/2026.\n"
REST = "2. Kiểm tra việc đăng ký khai sinh.\n"


def _values(directive: Directive) -> list[list[str]]:
    return [[str(found.due or found.rrule) for found in task.deadlines if found.due or found.rrule] for task in directive.tasks]


TIMES = [
    ("Trước ngày 30/6/2026, các xã hoàn thành các việc sau:", "2026-06-30"),
    ("Các nhiệm vụ phải hoàn thành trong quý II/2026:", "2026-06-30"),
    ("Hằng năm, Sở Nội vụ có trách nhiệm:", "FREQ=YEARLY"),
    ("Định kỳ hằng quý (trước ngày 20 tháng cuối quý), thực hiện:", "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=20"),
    ("Tháng 4/2026:", "2026-04-30"),
]


@pytest.mark.parametrize(("sentence", "value"), TIMES)
def test_the_time_above_a_list_is_that_of_its_items(read: Read, sentence: str, value: str) -> None:
    _, directive = read(f"{HEAD}1. {sentence}{LIST}{REST}")
    assert _values(directive)[-3:] == [[value], ["2026-09-30"], []]


@pytest.mark.parametrize("heading", ["Giai đoạn 2026 - 2030:", "Nhiệm vụ trọng tâm năm 2026:", "Công tác lập kế hoạch hằng năm:"])
def test_a_heading_that_only_names_a_period_hands_down_none(read: Read, heading: str) -> None:
    _, directive = read(f"{HEAD}1. {heading}{LIST}{REST}")
    assert _values(directive)[-3:] == [[], ["2026-09-30"], []]
