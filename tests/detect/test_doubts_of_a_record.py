"""Why a record is doubtful, and that each doubt makes it less sure: sentences written for these tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from models.directive import Directive
from models.text import Document
from pipeline.detect import doubts
from pipeline.rules.deadline_words import YEAR_OF_PAPER

Read = Callable[..., tuple[Document, Directive]]
PLAN = "KẾ HOẠCH\nPhòng, chống dịch bệnh\n\nII. NHIỆM VỤ\n1. {}\n2. Sở Nội vụ tổng hợp kết quả.\n"


def task_of(text: str, read: Read) -> tuple[tuple[str, ...], float]:
    task = read(PLAN.format(text))[1].tasks[0]
    return task.reasons, task.confidence


def test_a_plain_order_to_one_body_leaves_no_doubt(read: Read) -> None:
    reasons, confidence = task_of("Sở Y tế tổ chức tập huấn cho cán bộ.", read)
    assert reasons == ()
    assert confidence >= 0.9


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Tổ chức tập huấn cho cán bộ.", doubts.NO_LEAD),
        ("Công an xã, chủ bến đò kiểm đếm phao cứu sinh hằng ngày.", doubts.UNSURE_LEAD.format("Công an xã")),
        ("Sở Y tế tổ chức tập huấn; máy móc hỏng của từng trạm thì đem ra sửa.", doubts.WHO_ACTS),
    ],
    ids=["nobody", "a-lead-by-judgement", "a-clause-without-an-actor"],
)
def test_a_doubt_is_told_and_makes_a_record_less_sure(text: str, reason: str, read: Read) -> None:
    reasons, confidence = task_of(text, read)
    plain = task_of("Sở Y tế tổ chức tập huấn cho cán bộ.", read)[1]
    assert reason in reasons
    assert confidence < plain


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế tổ chức tập huấn; báo cáo kết quả trước ngày 10.",
        "Sở Y tế tổ chức tập huấn; Sở Tài chính bố trí kinh phí.",
        "Sở Y tế tổ chức tập huấn; đồng thời rà soát vật tư.",
        "Sở Y tế tổ chức tập huấn; trường hợp vướng mắc, báo cáo UBND tỉnh.",
    ],
    ids=["an-order", "a-body", "and-also", "a-case"],
)
def test_clauses_that_say_who_acts_raise_no_doubt(text: str, read: Read) -> None:
    assert doubts.WHO_ACTS not in task_of(text, read)[0]


def test_a_year_taken_from_the_paper_is_told_with_the_deadline_and_leaves_no_doubt(read: Read) -> None:
    paper = f"Số: 12/KH-UBND\n\nLạng Sơn, ngày 02 tháng 6 năm 2025\n\n{PLAN}"
    task = read(paper.format("Sở Y tế báo cáo kết quả về Sở Nội vụ trước ngày 31/10."))[1].tasks[0]
    assert [(deadline.due, deadline.reasons) for deadline in task.deadlines] == [(date(2025, 10, 31), (YEAR_OF_PAPER,))]
    assert task.reasons == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế bảo đảm thuốc, trực cấp cứu; Sở Xây dựng chủ trì, phối hợp Công an tỉnh kiểm tra bến xe khách.",
        "Sở Y tế bố trí xe cứu thương tại các chốt; Thủ trưởng các sở, ngành gửi danh sách cho Sở Nội vụ trước ngày 20/01/2026.",
        "Sở Công Thương bình ổn giá hàng thiết yếu trước 20/12/2026. Sở Y tế kiểm tra an toàn thực phẩm tại các chợ.",
    ],
    ids=["a-coordinator", "a-deadline", "two-sentences"],
)
def test_an_item_that_gives_each_body_its_own_work_says_that_it_must_be_looked_at(text: str, read: Read) -> None:
    assert doubts.SEVERAL in task_of(text, read)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế bảo đảm thuốc, trực cấp cứu; Sở Công Thương bảo đảm nguồn hàng thiết yếu.",
        "Sở Y tế; Sở Công Thương; Sở Xây dựng chủ trì, phối hợp Công an tỉnh kiểm tra bến xe khách.",
        "Sở Y tế chủ trì, phối hợp Sở Tài chính lập dự toán; trình UBND tỉnh trước ngày 20/01/2026.",
    ],
    ids=["nothing-to-share", "one-list", "one-body"],
)
def test_an_item_of_one_work_says_nothing_of_several(text: str, read: Read) -> None:
    assert doubts.SEVERAL not in task_of(text, read)[0]


def test_no_record_is_doubtful_without_a_word(read: Read) -> None:
    reasons, confidence = task_of("Hằng năm, Sở Y tế tổ chức tập huấn cho cán bộ.", read)
    assert confidence < doubts.UNKNOWN_BELOW
    assert reasons == (doubts.UNSURE_TIME.format("Hằng năm"),)


LETTER = (
    "Kính gửi: Các sở, ban, ngành\n\n{}Đề nghị các sở, ban, ngành cử cán bộ tham gia lớp tập huấn.\n\n{}Nơi nhận:\n- Như trên.\n"
)


@pytest.mark.parametrize(
    ("before", "behind", "told"),
    [
        ("", "", False),
        ("Thực hiện Kế hoạch tập huấn năm 2025.\n\n", "", False),
        ("", "1. Sở Y tế bố trí hội trường.\n2. Sở Nội vụ tổng hợp danh sách.\n\n", False),
        ("1. Sở Y tế bố trí hội trường.\n2. Sở Nội vụ tổng hợp danh sách.\n\n", "", True),
    ],
    ids=["alone", "behind-a-paragraph", "before-items", "behind-items"],
)
def test_a_paragraph_may_belong_to_the_item_above_only_where_there_is_one(before: str, behind: str, told: bool, read: Read) -> None:
    tasks = read(LETTER.format(before, behind))[1].tasks
    (paragraph,) = (task for task in tasks if task.text.startswith("Đề nghị"))
    assert (doubts.UNNUMBERED in paragraph.reasons) is told


def test_each_doubt_is_told_once(read: Read) -> None:
    reasons, _ = task_of("Sở Y tế tập huấn; máy hỏng của trạm thì đem sửa; thuốc cũ của trạm thì đem đổi.", read)
    assert reasons.count(doubts.WHO_ACTS) == 1
