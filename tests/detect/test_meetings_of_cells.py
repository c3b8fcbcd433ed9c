"""Cells, branches and groups that meet: who meets, on what rhythm. Sentences written for these tests."""

from __future__ import annotations

import pytest

from models.directive import Role
from tests.detect.small_plan import Read, small_plan

QUARTERLY = "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"


@pytest.mark.parametrize(
    ("order", "lead", "rule"),
    [
        ("Chi bộ sinh hoạt chuyên đề hằng quý.", "Chi bộ", QUARTERLY),
        ("Các chi bộ sinh hoạt định kỳ mỗi tháng một lần.", "Các chi bộ", "FREQ=MONTHLY"),
        ("Chi đoàn sinh hoạt hằng tháng.", "Chi đoàn", "FREQ=MONTHLY"),
        ("Tổ chuyên môn sinh hoạt hai tuần một lần.", "Tổ chuyên môn", "FREQ=WEEKLY;INTERVAL=2"),
        ("Chi hội Nông dân sinh hoạt định kỳ hằng quý.", "Chi hội Nông dân", QUARTERLY),
        ("Chi bộ tổ chức sinh hoạt chuyên đề hằng quý.", "Chi bộ", QUARTERLY),
    ],
)
def test_who_meets_and_how_often(read: Read, order: str, lead: str, rule: str) -> None:
    _, directive = read(small_plan(order))
    (task,) = directive.tasks
    leads = [agency.name for agency in task.agencies if agency.role is Role.LEAD]
    assert (leads, [deadline.rrule for deadline in task.deadlines]) == ([lead], [rule])


def test_what_is_paid_for_living_each_month_meets_nobody(read: Read) -> None:
    _, directive = read(small_plan("Rà soát định mức chi phí sinh hoạt hằng tháng của học sinh."))
    (task,) = directive.tasks
    assert (task.agencies, task.deadlines) == ((), ())
