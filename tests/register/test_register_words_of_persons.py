"""A reviewer's word stands: it is shown instead of the machine's, outlives every reading, and can be taken back."""

from datetime import date

import pytest
from pydantic import ValidationError

from models.directive import Capacity, Directive, Role
from models.errors import TaskConflict, UnknownTask
from models.register import AgencyChange, DeadlineChange, Reread, TaskChanges, TaskFilter, TaskStatus, TaskView
from pipeline.register import Register, correct, get_task, history, query_documents, query_tasks, set_status, undo
from tests.factories import NOW, TODAY, make_agency, make_deadline, make_directive, make_task
from tests.register.conftest import Put

WHO = {"who": "lan", "when": NOW}
TASK = make_task(
    "Xây dựng kế hoạch cải cách hành chính năm 2025",
    leads=["Sở Nội vụ"],
    coordinators=["Sở Tài chính"],
    deadlines=[make_deadline("trước ngày 30/6/2025", date(2025, 6, 30))],
)


def seen(register: Register, task_id: str = "t2") -> TaskView:
    task = get_task(register, task_id)
    assert task is not None
    return task


@pytest.fixture
def stored(put: Put) -> str:
    put(make_directive(TASK))
    return "t2"


def reread(put: Put, *tasks: object) -> Reread:
    receipt = put(make_directive(*tasks), reread=True)  # type: ignore[arg-type]
    assert receipt.reread is not None
    return receipt.reread


def test_what_a_person_says_is_shown_and_the_machine_value_is_kept(register: Register, stored: str) -> None:
    changes = TaskChanges(text="Lập kế hoạch", agencies=(AgencyChange(role=Role.LEAD, name="Sở Y tế", capacity=Capacity.CHU_TRI),))
    assert correct(register, stored, 1, changes, **WHO) == 2
    task = seen(register)
    assert (task.text, task.names(Role.LEAD), task.names(Role.COORDINATE)) == ("Lập kế hoạch", ("Sở Y tế",), ())
    assert (task.status, task.version, task.human) == (TaskStatus.CORRECTED, 2, {"text", "lead", "coordinate"})
    machine = register.rows("SELECT text FROM tasks UNION ALL SELECT name FROM task_agencies WHERE source = 'machine' ORDER BY 1")
    assert [row[0] for row in machine] == ["Sở Nội vụ", "Sở Tài chính", TASK.text]
    assert [found.id for found in query_tasks(register, TaskFilter(search="lap ke hoach so y te"), today=TODAY)] == [stored]
    assert query_tasks(register, TaskFilter(search="so noi vu"), today=TODAY) == []


def test_roles_that_stay_the_same_stay_the_machines(register: Register, stored: str) -> None:
    task = seen(register)
    agencies = [AgencyChange(role=a.role, name=a.name, capacity=a.capacity) for a in task.agencies]
    correct(register, stored, 1, TaskChanges(agencies=(*agencies, AgencyChange(role=Role.REPORT_TO, name="UBND tỉnh"))), **WHO)
    task = seen(register)
    assert task.human == {"report_to"}
    assert [agency.human for agency in task.agencies] == [False, False, True]


def test_an_emptied_value_is_a_word_too(register: Register, put: Put) -> None:
    put(make_directive(make_task("một", product="Báo cáo", deadlines=TASK.deadlines)))
    correct(register, "t2", 1, TaskChanges(product=None, deadlines=()), **WHO)
    task = seen(register)
    assert (task.product, task.deadlines, task.human) == (None, (), {"product", "deadlines"})


def test_a_change_that_changes_nothing_leaves_no_trace(register: Register, stored: str) -> None:
    assert correct(register, stored, 1, TaskChanges(text=TASK.text, product=None), **WHO) == 1
    assert seen(register).status is TaskStatus.NEW
    assert history(register, stored) == []


def test_two_people_on_one_task_the_second_is_told(register: Register, stored: str) -> None:
    correct(register, stored, 1, TaskChanges(text="của Lan"), **WHO)
    for act in (
        lambda: correct(register, stored, 1, TaskChanges(text="của Minh"), who="minh", when=NOW),
        lambda: set_status(register, stored, 1, TaskStatus.REJECTED, who="minh", when=NOW),
        lambda: undo(register, stored, 1, who="minh", when=NOW),
    ):
        with pytest.raises(TaskConflict, match="bản 2"):
            act()
    assert seen(register).text == "của Lan"


def test_an_unknown_task_is_said_so(register: Register) -> None:
    with pytest.raises(UnknownTask):
        correct(register, "không có", 1, TaskChanges(text="x"), **WHO)
    assert get_task(register, "không có") is None


def test_history_says_who_when_what_before_and_after(register: Register, stored: str) -> None:
    correct(register, stored, 1, TaskChanges(text="Lập kế hoạch"), **WHO)
    told = [(r.who, r.at, r.action, r.field, r.before, r.after, r.undone) for r in history(register, stored)]
    assert told == [
        ("lan", NOW, "correct", "text", TASK.text, "Lập kế hoạch", False),
        ("lan", NOW, "correct", "status", "new", "corrected", False),
    ]


def test_undo_goes_back_step_by_step_to_the_machines_reading(register: Register, stored: str) -> None:
    before = seen(register)
    correct(register, stored, 1, TaskChanges(text="một", agencies=()), **WHO)
    middle = seen(register)
    correct(register, stored, 2, TaskChanges(text="hai", deadlines=(DeadlineChange(text="hàng năm", rrule="FREQ=YEARLY"),)), **WHO)
    set_status(register, stored, 3, TaskStatus.CONFIRMED, **WHO)
    assert undo(register, stored, 4, **WHO) == 5
    assert (seen(register).text, seen(register).status) == ("hai", TaskStatus.CORRECTED)
    assert undo(register, stored, 5, **WHO) == 6
    assert plain(seen(register)) == plain(middle)
    assert undo(register, stored, 6, **WHO) == 7
    assert plain(seen(register)) == plain(before)
    assert seen(register).human == frozenset()
    assert undo(register, stored, 7, **WHO) == 7
    assert all(r.undone == (r.action != "undo") for r in history(register, stored))


def plain(task: TaskView) -> tuple[object, ...]:
    agencies = [(a.role, a.name, a.capacity, a.human, a.evidence) for a in task.agencies]
    deadlines = [(d.text, d.due, d.rrule, d.human, d.evidence) for d in task.deadlines]
    return task.text, task.product, task.note, task.kind, agencies, deadlines, task.status, task.human


def test_a_correction_survives_every_later_reading(register: Register, put: Put, stored: str) -> None:
    correct(
        register,
        stored,
        1,
        TaskChanges(text="Lập kế hoạch", deadlines=(DeadlineChange(text="30/7", due=date(2025, 7, 30)),)),
        **WHO,
    )
    better = TASK.model_copy(update={"text": TASK.text + " và triển khai", "agencies": (make_agency("Sở Nội vụ mới"),)})
    for _ in range(2):
        assert reread(put, better) == Reread(kept=1, added=0, removed=0, orphaned=0)
    task = seen(register)
    assert task.id == stored
    assert (task.text, task.deadlines[0].due, task.status) == ("Lập kế hoạch", date(2025, 7, 30), TaskStatus.CORRECTED)
    assert task.names(Role.LEAD) == ("Sở Nội vụ mới",)  # nobody spoke of the lead: the better reading is shown
    undo(register, stored, task.version, **WHO)
    assert seen(register).text == better.text


def test_what_was_confirmed_is_not_changed_by_a_later_reading(register: Register, put: Put, stored: str) -> None:
    before = plain(seen(register))
    set_status(register, stored, 1, TaskStatus.CONFIRMED, **WHO)
    reread(put, TASK.model_copy(update={"agencies": (), "deadlines": (), "note": "mới"}))
    task = seen(register)
    assert (task.text, task.note, task.status) == (TASK.text, None, TaskStatus.CONFIRMED)
    assert task.names(Role.LEAD) == ("Sở Nội vụ",)
    assert task.deadlines[0].due == date(2025, 6, 30)
    assert before[0] == task.text


def test_a_persons_value_in_the_words_of_the_page_points_there(register: Register, stored: str) -> None:
    set_status(register, stored, 1, TaskStatus.CONFIRMED, **WHO)
    task = seen(register)
    assert [agency.evidence for agency in task.agencies] == [agency.evidence for agency in TASK.agencies]
    assert task.deadlines[0].evidence == TASK.deadlines[0].evidence
    correct(register, stored, 2, TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name="Sở ở nơi khác"),)), **WHO)
    assert [agency.evidence for agency in seen(register).agencies] == [None]


def test_an_unchanged_reading_changes_nothing(register: Register, put: Put, stored: str) -> None:
    before = query_documents(register, today=TODAY)[0].tasks
    assert reread(put, TASK) == Reread(1, 0, 0, 0)
    assert query_documents(register, today=TODAY)[0].tasks == before


def test_reading_again_keeps_ids_adds_and_removes(register: Register, put: Put) -> None:
    a, b, c = (
        make_task(text, path=("I", str(i))) for i, text in enumerate(["Rà soát thủ tục", "Báo cáo kết quả", "Tổ chức hội nghị"])
    )
    put(make_directive(a, b, c))
    new = make_task("Mua sắm thiết bị cho trung tâm", path=("I", "9"))
    moved = b.model_copy(update={"path": ("II", "1"), "text": "Báo cáo kết quả hằng quý"})
    assert reread(put, moved, new, a) == Reread(kept=2, added=1, removed=1, orphaned=0)
    shown = {task.text: task.id for task in query_documents(register, today=TODAY)[0].tasks}
    assert list(shown.items()) == [("Báo cáo kết quả hằng quý", "t3"), (new.text, "t5"), (a.text, "t2")]


def test_equal_rows_of_a_table_keep_their_ids_one_to_one(register: Register, put: Put) -> None:
    rows = [make_task("Hoàn thành chỉ tiêu", path=("PL", str(i % 2))) for i in range(4)]
    put(make_directive(*rows))
    assert reread(put, *rows[:3]) == Reread(kept=3, added=0, removed=1, orphaned=0)
    assert len({task.id for task in query_documents(register, today=TODAY)[0].tasks}) == 3


def test_what_a_person_touched_and_is_not_found_again_stays_as_an_orphan(register: Register, put: Put, stored: str) -> None:
    correct(register, stored, 1, TaskChanges(note="xem lại"), **WHO)
    other = make_task("Mua sắm thiết bị", path=("V",))
    assert reread(put, other) == Reread(kept=0, added=1, removed=0, orphaned=1)
    task = seen(register)
    assert (task.status, task.text, task.note, task.names(Role.LEAD)) == (TaskStatus.ORPHANED, TASK.text, "xem lại", ("Sở Nội vụ",))
    assert [found.id for found in query_tasks(register, TaskFilter(status=frozenset({TaskStatus.ORPHANED})), today=TODAY)] == [
        stored
    ]
    assert reread(put, other) == Reread(kept=1, added=0, removed=0, orphaned=1)
    assert reread(put, other, TASK) == Reread(kept=2, added=0, removed=0, orphaned=0)
    assert (seen(register).status, seen(register).note) == (TaskStatus.CORRECTED, "xem lại")


def test_a_rejected_task_stays_rejected_and_out_of_lists(register: Register, put: Put, stored: str) -> None:
    set_status(register, stored, 1, TaskStatus.REJECTED, **WHO)
    for tasks in ((TASK,), (), (TASK,)):
        reread(put, *tasks)
        assert seen(register).status is TaskStatus.REJECTED
        assert query_tasks(register, TaskFilter(), today=TODAY) == []
    assert len(query_tasks(register, TaskFilter(status=frozenset({TaskStatus.REJECTED})), today=TODAY)) == 1


def test_a_long_table_is_matched_in_linear_memory_and_to_the_end(register: Register, put: Put) -> None:
    def table(mark: str) -> Directive:
        words = ["rà soát", "xây dựng", "báo cáo", "kiểm tra", "tổ chức"]
        return make_directive(*(make_task(f"{words[i % 5]} hạng mục số {i} {mark}", path=("PL", str(i))) for i in range(600)))

    put(table("năm 2024"))
    receipt = put(table("trong năm 2025"), reread=True)
    assert receipt.reread == Reread(kept=600, added=0, removed=0, orphaned=0)
    assert [task.id for task in query_documents(register, today=TODAY)[0].tasks] == [f"t{i}" for i in range(2, 602)]


def test_a_deadline_with_day_and_rhythm_is_refused() -> None:
    with pytest.raises(ValidationError):
        DeadlineChange(text="x", due=date(2025, 1, 1), rrule="FREQ=DAILY")


def test_nobody_can_say_that_a_task_is_an_orphan(register: Register, stored: str) -> None:
    with pytest.raises(ValueError, match="orphan"):
        set_status(register, stored, 1, TaskStatus.ORPHANED, **WHO)
