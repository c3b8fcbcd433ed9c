"""Orders in a paragraph that begins with from when on the paper holds: papers written for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from models.directive import Directive, Role
from models.text import Document

Read = Callable[..., tuple[Document, Directive]]
HEAD = "ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\n\nSố: 12/CT-UBND\nLai Châu, ngày 5 tháng 5 năm 2025\n\n"
HEAD += "CHỈ THỊ\nVề việc quản lý bến thủy\n\nYêu cầu các sở thực hiện các nội dung sau:\n\n"
HEAD += "1. Rà soát các bến thủy.\n\n2. Niêm yết giá vé.\n\n"
HOLDS = "Chỉ thị này có hiệu lực kể từ ngày ký"


def further(read: Read, paragraph: str) -> list[tuple[str, list[str]]]:
    _, directive = read(HEAD + paragraph + "\n")
    leads = [[agency.name for agency in task.agencies if agency.role is Role.LEAD] for task in directive.tasks]
    return [(task.text, names) for task, names in zip(directive.tasks, leads, strict=True)][2:]


@pytest.mark.parametrize(
    ("before", "order", "lead"),
    [
        (f"{HOLDS}. ", "Giao Sở Xây dựng theo dõi, báo cáo UBND tỉnh hằng tháng.", "Sở Xây dựng"),
        (f"{HOLDS}; ", "giao Sở Xây dựng tổng hợp, báo cáo UBND tỉnh trước ngày 15/12/2025.", "Sở Xây dựng"),
        (
            f"{HOLDS}. Giám đốc các sở chịu trách nhiệm thi hành Chỉ thị này. ",
            "Giao Sở Xây dựng đôn đốc việc thực hiện, báo cáo UBND tỉnh.",
            "Sở Xây dựng",
        ),
        (f"{HOLDS}. ", "Trong quá trình thực hiện, các xã báo cáo về Sở Xây dựng trước ngày 20/6/2025.", "các xã"),
        (f"3. {HOLDS}. ", "Giao Sở Xây dựng kiểm tra, đôn đốc, hằng quý báo cáo UBND tỉnh.", "Sở Xây dựng"),
    ],
    ids=["a-sentence", "a-clause", "behind-who-carries-it-out", "a-report", "in-the-last-item"],
)
def test_an_order_behind_the_day_of_effect_is_a_task(read: Read, before: str, order: str, lead: str) -> None:
    assert further(read, before + order) == [(order, [lead])]


@pytest.mark.parametrize(
    "paragraph",
    [
        f"{HOLDS}. Giám đốc các sở chịu trách nhiệm thi hành Chỉ thị này.",
        f"{HOLDS} và thay thế Chỉ thị số 05/CT-UBND ngày 02/3/2015. Các quy định trước đây trái với Chỉ thị này đều bãi bỏ.",
        f"{HOLDS}. Yêu cầu các sở, các xã nghiêm túc thực hiện Chỉ thị này.",
        f"{HOLDS}. Trong quá trình thực hiện, nếu có vướng mắc, các xã báo cáo về Sở Xây dựng để được hướng dẫn.",
        f"3. {HOLDS}. Giám đốc các sở chịu trách nhiệm thi hành Chỉ thị này.",
    ],
    ids=["carried-out", "replaces", "only-carried-out", "trouble", "as-an-item"],
)
def test_what_only_says_that_the_paper_holds_is_none(read: Read, paragraph: str) -> None:
    assert further(read, paragraph) == []
