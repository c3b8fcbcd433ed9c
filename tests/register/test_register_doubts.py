"""A doubt is shown until a person has answered it, and again when the answer is taken back."""

from datetime import date

import pytest

from models.directive import Role
from models.register import AgencyChange, DeadlineChange, TaskChanges, TaskStatus
from pipeline.detect import doubts as told
from pipeline.detect import ordering
from pipeline.register import Register, correct, get_task, set_status, undo
from pipeline.register.views import ABOUT_AGENCIES, ABOUT_TEXT, NAMING_AGENCIES
from tests.factories import NOW, make_deadline, make_directive, make_task
from tests.register.conftest import Put

WHO = {"who": "Lan", "when": NOW}
VAGUE = "Không có ngày hay nhịp cụ thể"
DOUBTS = (told.NO_LEAD, told.UNNUMBERED, VAGUE)


@pytest.fixture
def doubtful(register: Register, put: Put) -> Register:
    put(make_directive(make_task("Báo cáo kết quả", reasons=DOUBTS, deadlines=[make_deadline("sớm", reasons=(VAGUE,))])))
    return register


def doubts(register: Register) -> tuple[str, ...]:
    task = get_task(register, "t2")
    assert task
    return task.reasons


def test_the_doubts_of_detect_are_known() -> None:
    assert {told.NO_LEAD, told.FROM_OPENING, told.UNKNOWN_NAME, told.WHO_ACTS, told.SEVERAL} == ABOUT_AGENCIES
    assert tuple(doubt.partition("{")[0] for doubt in (told.MAYBE_MORE, told.UNSURE_LEAD, told.UNSURE_ALONG)) == NAMING_AGENCIES
    assert {ordering.NO_ORDER, told.UNNUMBERED} == ABOUT_TEXT


@pytest.mark.parametrize(
    ("changes", "left"),
    [
        (TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name="Sở Y tế"),)), DOUBTS[1:]),
        (TaskChanges(deadlines=(DeadlineChange(text="sớm", due=date(2025, 7, 1)),)), DOUBTS[:2]),
        (TaskChanges(text="Báo cáo kết quả thực hiện"), (told.NO_LEAD, VAGUE)),
        (TaskChanges(note="gấp"), DOUBTS),
    ],
    ids=["lead", "deadline", "text", "another field"],
)
def test_a_corrected_field_answers_its_doubts(doubtful: Register, changes: TaskChanges, left: tuple[str, ...]) -> None:
    version = correct(doubtful, "t2", 1, changes, **WHO)
    assert doubts(doubtful) == left
    undo(doubtful, "t2", version, **WHO)
    assert doubts(doubtful) == DOUBTS


@pytest.mark.parametrize("status", [TaskStatus.CONFIRMED, TaskStatus.REJECTED])
def test_a_judged_record_has_no_open_doubts_until_it_is_opened_again(doubtful: Register, status: TaskStatus) -> None:
    version = set_status(doubtful, "t2", 1, status, **WHO)
    assert doubts(doubtful) == ()
    undo(doubtful, "t2", version, **WHO)
    assert doubts(doubtful) == DOUBTS
