"""Records that a person cuts, joins or adds; fields of documents that a person corrects."""

from datetime import date

import pytest

from models.directive import Role
from models.errors import DocumentConflict, LaterChange, TaskConflict
from models.register import DeadlineChange, TaskChanges, TaskFilter, TaskStatus, TaskView
from models.text import PlacedLine
from pipeline.register import (
    Marked,
    Order,
    Register,
    add_marked,
    boxes_of_words,
    correct,
    correct_document,
    cut_off,
    document_history,
    get_document,
    get_task,
    history,
    merge_tasks,
    query_documents,
    query_tasks,
    queue_page,
    set_status,
    split_task,
    undo,
    undo_document,
)
from tests.factories import NOW, TODAY, make_deadline, make_directive, make_evidence, make_task
from tests.register.conftest import Put

WHO = {"who": "Lan", "when": NOW}
ALL, REJECTED = frozenset(TaskStatus), frozenset({TaskStatus.REJECTED})
TEXT = "Sở Nội vụ xây dựng kế hoạch trước ngày 30/6/2025; Sở Y tế báo cáo trước ngày 15/7/2025"
FIRST, SECOND = TEXT.split("; ")


@pytest.fixture
def filled(register: Register, put: Put) -> Register:
    deadlines = [
        make_deadline("trước ngày 30/6/2025", date(2025, 6, 30)),
        make_deadline("trước ngày 15/7/2025", date(2025, 7, 15)),
    ]
    put(
        make_directive(
            make_task(TEXT, leads=["Sở Nội vụ", "Sở Y tế"], coordinators=["Công an tỉnh"], deadlines=deadlines),
            make_task("Việc thứ hai", leads=["Sở Tài chính"], path=("II", "2")),
        )
    )
    return register


def texts(register: Register) -> list[str]:
    return [task.text for task in query_tasks(register, TaskFilter(), today=TODAY)]


def seen(register: Register, task_id: str) -> TaskView:
    found = get_task(register, task_id)
    assert found
    return found


def test_a_split_gives_each_part_what_it_names(filled: Register) -> None:
    born = split_task(filled, "t2", 1, FIRST, SECOND, **WHO)
    assert texts(filled) == [FIRST, SECOND, "Việc thứ hai"]
    one, two = seen(filled, "t2"), seen(filled, born)
    assert (one.names(Role.LEAD), two.names(Role.LEAD)) == (("Sở Nội vụ",), ("Sở Y tế",))
    assert one.names(Role.COORDINATE) == two.names(Role.COORDINATE) == ("Công an tỉnh",)
    assert ([d.due for d in one.deadlines], [d.due for d in two.deadlines]) == ([date(2025, 6, 30)], [date(2025, 7, 15)])
    assert all(each.evidence for each in (two, *two.agencies, *two.deadlines))


def test_a_split_is_taken_back_whole(filled: Register) -> None:
    before = seen(filled, "t2")
    born = split_task(filled, "t2", 1, FIRST, SECOND, **WHO)
    undo(filled, "t2", 2, **WHO)
    assert texts(filled) == [TEXT, "Việc thứ hai"]
    after = seen(filled, "t2")
    assert (after.agencies, after.deadlines, after.status) == (before.agencies, before.deadlines, TaskStatus.NEW)
    assert seen(filled, born).status is TaskStatus.REJECTED
    assert {revision.undone for revision in history(filled, born) if revision.action == "split"} == {True}


def test_a_part_that_was_changed_since_keeps_the_split(filled: Register) -> None:
    born = split_task(filled, "t2", 1, FIRST, SECOND, **WHO)
    correct(filled, born, seen(filled, born).version, TaskChanges(note="gấp"), **WHO)
    with pytest.raises(LaterChange):
        undo(filled, "t2", 2, **WHO)
    assert seen(filled, born).note == "gấp"


def test_both_parts_survive_a_later_reading(filled: Register, put: Put) -> None:
    born = split_task(filled, "t2", 1, FIRST, SECOND, **WHO)
    put(make_directive(make_task(TEXT, leads=["Sở Nội vụ"]), make_task("Việc thứ hai", path=("II", "2"))), reread=True)
    assert sorted(texts(filled)) == sorted([FIRST, SECOND, "Việc thứ hai"])
    assert seen(filled, born).names(Role.LEAD) == ("Sở Y tế",)


def test_a_merge_joins_and_is_taken_back_whole(filled: Register) -> None:
    merge_tasks(filled, "t2", 1, "t3", 1, **WHO)
    assert texts(filled) == [f"{TEXT} Việc thứ hai"]
    assert seen(filled, "t2").names(Role.LEAD) == ("Sở Nội vụ", "Sở Y tế", "Sở Tài chính")
    assert seen(filled, "t3").status is TaskStatus.REJECTED
    undo(filled, "t2", 2, **WHO)
    assert texts(filled) == [TEXT, "Việc thứ hai"]
    assert seen(filled, "t3").status is TaskStatus.NEW
    assert filled.rows("SELECT derived_from FROM tasks WHERE id = 't2'")[0][0] == "[]"


def test_a_merge_on_an_outdated_version_of_either_is_refused(filled: Register) -> None:
    correct(filled, "t3", 1, TaskChanges(note="x"), **WHO)
    with pytest.raises(TaskConflict):
        merge_tasks(filled, "t2", 1, "t3", 1, **WHO)
    assert len(texts(filled)) == 2


def marks(task: TaskView) -> tuple[str, list[tuple[int, int]], int]:
    """What is marked: the words, their spans, how many boxes."""
    place = task.evidence
    assert place
    return place.quote, list(place.pieces or (place.span,)), len(place.boxes)


LINE_ONE, LINE_TWO = "Sở Nội vụ xây dựng kế hoạch trước ngày", "30/6/2025; Sở Y tế báo cáo trước ngày 15/7/2025"


@pytest.fixture
def two_lines(register: Register, put: Put) -> Register:
    """A task over two lines, and one behind it."""
    first, second = (85.0, 100.0, 485.0, 114.0), (85.0, 120.0, 555.0, 134.0)
    ends = (len(LINE_ONE), len(TEXT))
    place = make_evidence(TEXT, boxes=(first, second), pieces=((0, ends[0]), (ends[0] + 1, ends[1])))
    after = make_evidence("Việc thứ hai", at=len(TEXT) + 1, boxes=((85.0, 140.0, 185.0, 154.0),))
    put(make_directive(make_task(TEXT, evidence=place), make_task("Việc thứ hai", path=("II", "2"), evidence=after)))
    return register


def test_each_part_of_a_split_is_marked_where_it_stands(two_lines: Register) -> None:
    born = split_task(two_lines, "t2", 1, FIRST + ";", SECOND, **WHO)
    one, two = seen(two_lines, "t2"), seen(two_lines, born)
    cut = len(FIRST) + 2
    assert marks(one) == (FIRST + ";", [(0, len(LINE_ONE)), (len(LINE_ONE) + 1, cut)], 2)
    assert marks(two) == (SECOND, [(cut, len(TEXT))], 1)
    assert one.evidence
    assert two.evidence
    assert one.evidence.boxes[1][0] == 85.0
    assert one.evidence.boxes[1][2] == two.evidence.boxes[0][0]
    assert two.evidence.boxes[0][2] == 555.0
    undo(two_lines, "t2", 2, **WHO)
    assert marks(seen(two_lines, "t2")) == (TEXT, [(0, len(LINE_ONE)), (len(LINE_ONE) + 1, len(TEXT))], 2)


def test_a_merged_record_is_marked_at_both_places(two_lines: Register) -> None:
    merge_tasks(two_lines, "t2", 1, "t3", 1, **WHO)
    words, spans, boxes = marks(seen(two_lines, "t2"))
    assert (words, boxes) == (f"{TEXT} Việc thứ hai", 3)
    assert spans[-1] == (len(TEXT) + 1, len(TEXT) + 13)
    undo(two_lines, "t2", 2, **WHO)
    assert marks(seen(two_lines, "t2"))[0] == TEXT


def test_a_split_that_is_merged_again_is_marked_as_before(two_lines: Register) -> None:
    born = split_task(two_lines, "t2", 1, FIRST + ";", SECOND, **WHO)
    merge_tasks(two_lines, "t2", 2, born, seen(two_lines, born).version, **WHO)
    words, _, boxes = marks(seen(two_lines, "t2"))
    assert (words, boxes) == (TEXT, 2)


@pytest.mark.parametrize(
    ("first", "second", "begins"),
    [
        pytest.param("Sở Nội vụ xây dựng kế hoạch;", "Sở Y tế báo cáo trước ngày 15/7/2025", "Sở Y tế", id="words left out"),
        pytest.param("Sở  Nội vụ\nxây dựng kế hoạch trước ngày 30/6/2025;", SECOND, "Sở Y tế", id="other blanks"),
        pytest.param("Viết lại hết", "cả hai phần đều khác hẳn", "", id="all words changed"),
    ],
)
def test_a_part_with_changed_words_is_marked_within_the_whole(two_lines: Register, first: str, second: str, begins: str) -> None:
    born = split_task(two_lines, "t2", 1, first, second, **WHO)
    one, two = marks(seen(two_lines, "t2")), marks(seen(two_lines, born))
    assert two[0].startswith(begins)
    assert f"{one[0]} {two[0]}".replace(" ", "") == TEXT.replace(" ", "")
    assert one[1][0][0] == 0
    assert two[1][-1][1] == len(TEXT)


def test_marked_lines_become_a_task_with_their_place_and_can_be_taken_back(filled: Register) -> None:
    marked = Marked("t1", "Sở Nội vụ chủ trì", 1, (0, 17), (DeadlineChange(text="trong tháng 6", due=date(2025, 6, 30)),))
    added = add_marked(filled, marked, **WHO)
    task = seen(filled, added)
    assert (task.status, task.text, task.page) == (TaskStatus.NEW, "Sở Nội vụ chủ trì", 1)
    assert task.evidence
    assert task.evidence.span == (0, 17)
    undo(filled, added, task.version, **WHO)
    assert "Sở Nội vụ chủ trì" not in every_text(filled)
    assert {revision.action for revision in history(filled, added)} == {"add", "undo"}


def every_text(register: Register) -> set[str]:
    """The texts that any list shows, the rejected too."""
    lists = [query_tasks(register, TaskFilter(status=status), today=TODAY) for status in (ALL, REJECTED)]
    lists += [list(document.tasks) for document in query_documents(register, today=TODAY)]
    found = get_document(register, "t1")
    assert found
    counted = queue_page(register, TaskFilter(status=ALL), Order.DOUBT, first=0, size=50, today=TODAY)
    assert counted.total == len(counted.tasks)
    return {task.text for tasks in (*lists, found.tasks, counted.tasks) for task in tasks}


def test_a_rejected_record_of_a_person_is_still_listed(filled: Register) -> None:
    added = add_marked(filled, Marked("t1", "Sở Nội vụ chủ trì", 1, (0, 17)), **WHO)
    set_status(filled, added, seen(filled, added).version, TaskStatus.REJECTED, **WHO)
    assert "Sở Nội vụ chủ trì" in every_text(filled)


def test_the_part_cut_off_waits_to_be_reviewed_until_the_split_is_taken_back(filled: Register) -> None:
    born = split_task(filled, "t2", 1, FIRST, SECOND, **WHO)
    assert (seen(filled, "t2").status, seen(filled, born).status) == (TaskStatus.CORRECTED, TaskStatus.NEW)
    assert cut_off(filled, "t2") == born
    undo(filled, "t2", 2, **WHO)
    assert cut_off(filled, "t2") is None
    assert SECOND not in every_text(filled)


def test_a_corrected_number_is_shown_searched_and_taken_back(filled: Register) -> None:
    before = get_document(filled, "t1")
    assert before
    version = correct_document(filled, "t1", before.version, {"number": "15/KH-UBND", "recipients": ["Như trên"]}, **WHO)
    found = query_tasks(filled, TaskFilter(document="15/kh-ubnd"), today=TODAY)
    assert {task.number for task in found} == {"15/KH-UBND"}
    assert query_tasks(filled, TaskFilter(search="15/KH-UBND"), today=TODAY)
    undo_document(filled, "t1", version, **WHO)
    after = get_document(filled, "t1")
    assert after
    assert (after.number, after.recipients, after.human) == (before.number, before.recipients, frozenset())
    assert [revision.undone for revision in document_history(filled, "t1")] == [True, True, False, False]


def test_a_corrected_number_survives_a_later_reading(filled: Register, put: Put) -> None:
    correct_document(filled, "t1", 1, {"number": "15/KH-UBND"}, **WHO)
    put(make_directive(make_task(TEXT)), reread=True)
    assert query_documents(filled, today=TODAY)[0].number == "15/KH-UBND"
    assert query_tasks(filled, TaskFilter(document="15/KH-UBND"), today=TODAY)


def test_two_people_on_one_letterhead(filled: Register) -> None:
    correct_document(filled, "t1", 1, {"place": "Lai Châu"}, **WHO)
    with pytest.raises(DocumentConflict):
        correct_document(filled, "t1", 1, {"place": "Lào Cai"}, **WHO)


def test_words_stand_in_their_part_of_each_line() -> None:
    lines = (PlacedLine(10, 20, (100.0, 50.0, 200.0, 62.0)), PlacedLine(21, 31, (100.0, 70.0, 180.0, 82.0)))
    assert boxes_of_words(lines, (15, 26)) == ((150.0, 50.0, 200.0, 62.0), (100.0, 70.0, 140.0, 82.0))
    assert boxes_of_words(lines, (20, 21)) == ()
