"""A list goes out to Excel and comes back: what people changed becomes revisions, what the spreadsheet did to it does not."""

import unicodedata
from collections.abc import Callable
from datetime import date, datetime

import pytest

from models.directive import Capacity, Kind, Role
from models.register import TaskChanges, TaskStatus, TaskView
from pipeline.register import Register, correct, get_task, history, undo
from tests.exchange.conftest import FIRST, HEAD, EditedList
from tests.factories import NOW, make_directive, make_fields, make_task
from tests.register.conftest import Put

Edited = Callable[..., EditedList]


def seen(register: Register, task_id: str) -> TaskView:
    task = get_task(register, task_id)
    assert task is not None
    return task


def fates(rows: list) -> list[str]:
    return [row.fate.value for row in rows]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_list_that_nobody_touched_changes_nothing(edited: Edited, register: Register, language: str) -> None:
    assert fates(edited(language).take_in()) == ["unchanged"] * 3
    assert register.rows("SELECT * FROM revisions") == []


def test_each_edited_cell_becomes_a_revision(edited: Edited, register: Register) -> None:
    book = edited()
    row = FIRST
    book.sheet.cell(row, 2).value = "Xây dựng kế hoạch năm 2026"
    book.sheet.cell(row, 3).value = "Sở Nội vụ;\nSở Tư pháp (phối hợp thực hiện)"
    book.sheet.cell(row, 4).value = "Sở Y tế"
    book.sheet.cell(row, 6).value = datetime(2025, 7, 15)
    book.sheet.cell(row, 11).value = "gấp lắm\nSản phẩm: Kế hoạch và báo cáo\nBáo cáo, gửi: UBND tỉnh\nChỉ tiêu"
    changed, *others = book.take_in()
    assert (changed.fate, fates(others)) == ("change", ["unchanged"] * 2)
    task = seen(register, "t2")
    assert (task.text, task.product, task.note, task.kind) == (
        "Xây dựng kế hoạch năm 2026", "Kế hoạch và báo cáo", "gấp lắm", Kind.TARGET,
    )  # fmt: skip
    assert task.names(Role.LEAD) == ("Sở Nội vụ", "Sở Tư pháp")
    assert [agency.capacity for agency in task.agencies if agency.role is Role.LEAD] == [Capacity.CHU_TRI, Capacity.PHOI_HOP]
    assert (task.names(Role.COORDINATE), task.names(Role.REPORT_TO)) == (("Sở Y tế",), ("UBND tỉnh",))
    assert (task.deadlines[0].due, task.deadlines[0].text) == (date(2025, 7, 15), "trước ngày 30/6/2025")
    assert (task.status, task.version) == (TaskStatus.CORRECTED, 2)
    assert {(revision.who, revision.at) for revision in history(register, "t2")} == {("lan", NOW)}
    undo(register, "t2", 2, who="lan", when=NOW)
    assert seen(register, "t2").text == "Xây dựng kế hoạch"


def test_a_state_is_set_and_a_second_import_says_there_is_nothing_left(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.cell(FIRST, 10).value = "đã xác nhận"
    book.sheet.cell(FIRST + 1, 10).value = "Da loai"
    book.sheet.cell(FIRST + 1, 2).value = "Rà soát"
    assert fates(book.take_in()) == ["change", "change", "unchanged"]
    assert (seen(register, "t2").status, seen(register, "t3").status) == (TaskStatus.CONFIRMED, TaskStatus.REJECTED)
    assert len({revision.change for revision in history(register, "t3")}) == 1, "one step to undo"
    assert fates(book.take_in()) == ["unchanged"] * 3


@pytest.mark.parametrize(
    ("written", "due", "rrule"),
    [
        pytest.param("15/7/2025", date(2025, 7, 15), None, id="day as text"),
        pytest.param("15-07-25", date(2025, 7, 15), None, id="short year"),
        pytest.param("2025-07-15", date(2025, 7, 15), None, id="ISO"),
        pytest.param(45853, date(2025, 7, 15), None, id="the number Excel keeps"),
        pytest.param("trước ngày 20 hàng tháng", None, "FREQ=MONTHLY;BYMONTHDAY=20", id="rhythm in words"),
        pytest.param(None, None, None, id="emptied"),
    ],
)
def test_a_deadline_is_read_as_people_write_it(
    edited: Edited, register: Register, written: object, due: date | None, rrule: str | None
) -> None:
    book = edited()
    book.sheet.cell(FIRST, 6).value = written
    assert fates(book.take_in())[0] == "change"
    [deadline] = seen(register, "t2").deadlines
    assert (deadline.due, deadline.rrule) == (due, rrule)


def test_the_hour_of_a_deadline_is_kept(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.cell(FIRST, 6).value = datetime(2025, 7, 15, 16, 59, 59, 999_999)
    book.sheet.cell(FIRST + 1, 6).value = "17h30 ngày 15/7/2025"
    book.take_in()
    assert [seen(register, name).deadlines[0].time for name in ("t2", "t3")] == ["17:00", "17:30"]


def test_new_words_of_a_deadline_are_understood(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.cell(FIRST, 5).value = "trước ngày 31/8/2025"
    book.sheet.cell(FIRST + 1, 5).value = "thường xuyên"
    book.take_in()
    assert [(one.text, one.due) for one in seen(register, "t2").deadlines] == [("trước ngày 31/8/2025", date(2025, 8, 31))]
    assert [(one.text, one.due) for one in seen(register, "t3").deadlines] == [("thường xuyên", None)]


def test_what_a_spreadsheet_does_on_its_own_is_no_change(edited: Edited, register: Register) -> None:
    book = edited()
    sheet = book.sheet
    for row in sheet.iter_rows(min_row=HEAD, max_row=FIRST + 2):
        for cell in row[:11]:
            if isinstance(cell.value, str):
                cell.value = f"  {unicodedata.normalize('NFD', cell.value)}  ".replace("\n", "\r\n")
    sheet.cell(FIRST, 6).value = 45838  # the format was lost
    sheet.cell(FIRST, 8).value = "12/05/2025"
    sheet.cell(FIRST, 9).value = "1"
    book.book.create_sheet("Ghi chú riêng").append(["Nhiệm vụ", "của tôi"])
    assert fates(book.take_in()) == ["unchanged"] * 3


def test_moved_rows_and_columns_are_found(edited: Edited, register: Register) -> None:
    book = edited()
    sheet = book.sheet
    sheet.unmerge_cells("A1:K1")
    sheet.unmerge_cells("A2:K2")
    lines = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEAD, max_row=FIRST + 2)]
    sheet.delete_rows(1, FIRST + 3)
    lines[3][1] = "Báo cáo hằng tháng"
    order = [12, 2, 1, 10, 6, 4, 3]
    sheet.append(["Theo dõi của Phòng"])
    sheet.append([])
    for line in (lines[0], lines[3], [None] * 12, lines[1]):  # one row deleted, sorted anew, a blank one between
        sheet.append(["x", *(line[column - 1] for column in order)])
    found = book.take_in()
    assert [(row.row.key.task if row.row.key else None, row.fate.value) for row in found] == [("t4", "change"), ("t2", "unchanged")]
    assert seen(register, "t4").text == "Báo cáo hằng tháng"
    assert seen(register, "t3").status is TaskStatus.NEW, "a deleted row deletes nothing"


def test_a_row_that_changed_in_the_register_is_left(edited: Edited, register: Register) -> None:
    book, other = edited(), edited()
    correct(register, "t2", 1, TaskChanges(text="Của Minh"), who="minh", when=NOW)
    correct(register, "t3", 1, TaskChanges(text="Chung"), who="minh", when=NOW)
    book.sheet.cell(FIRST, 2).value = "Của Lan"
    book.sheet.cell(FIRST + 1, 2).value = "Chung"
    rows = book.take_in()
    assert fates(rows) == ["conflict", "unchanged", "unchanged"]
    assert rows[0].reason is not None
    assert "hãy xuất danh sách mới" in rows[0].reason[0]
    assert seen(register, "t2").text == "Của Minh"
    assert fates(other.take_in()) == ["unchanged"] * 3, "who edited nothing is in nobody's way"


def test_a_change_between_plan_and_apply_is_a_conflict(edited: Edited, register: Register) -> None:
    from pipeline.exchange import apply

    book = edited()
    book.sheet.cell(FIRST, 2).value = "Của Lan"
    planned = book.plan()
    correct(register, "t2", 1, TaskChanges(text="Của Minh"), who="minh", when=NOW)
    assert fates(apply(register, planned, who="lan", clock=lambda: NOW))[0] == "conflict"
    assert seen(register, "t2").text == "Của Minh"


def test_a_new_row_becomes_a_task_of_the_document_it_names(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.append(
        [None, "Mở lớp tập huấn", "Sở Nội vụ", "Sở Y tế", None, "15/7/2025", "2039/kh-ubnd", None, 1, None, "làm sớm"]
    )
    rows = book.take_in()
    assert fates(rows) == ["unchanged"] * 3 + ["add"]
    [task_id] = [row["id"] for row in register.rows("SELECT id FROM tasks WHERE created_by = 'lan'")]
    task = seen(register, task_id)
    assert (task.origin, task.text, task.note, task.page) == ("imported", "Mở lớp tập huấn", "làm sớm", 1)
    assert (task.names(Role.LEAD), task.names(Role.COORDINATE)) == (("Sở Nội vụ",), ("Sở Y tế",))
    assert (task.deadlines[0].due, task.status) == (date(2025, 7, 15), TaskStatus.CONFIRMED)
    assert fates(book.take_in()) == ["unchanged"] * 4, "taken in twice, it is there once"
    undo(register, task_id, task.version, who="lan", when=NOW)
    assert seen(register, task_id).status is TaskStatus.REJECTED


def test_a_new_row_outlives_a_second_reading(edited: Edited, register: Register, put: Put) -> None:
    book = edited()
    book.sheet.append([None, "Mở lớp tập huấn", None, None, None, None, "2039/KH-UBND"])
    book.take_in()
    put(make_directive(make_task("Xây dựng kế hoạch")), reread=True)
    assert "Mở lớp tập huấn" in {row["text"] for row in register.rows("SELECT text FROM tasks_shown WHERE status <> 'orphaned'")}


@pytest.mark.parametrize(
    ("cells", "word"),
    [
        pytest.param({2: "Việc mới"}, "chưa ghi số văn bản", id="no document"),
        pytest.param({2: "Việc mới", 7: "999/QĐ-XX"}, "không có văn bản", id="unknown document"),
        pytest.param({2: "Việc mới", 7: "2039/KH-UBND", 6: "31/02/2025"}, "không đọc được ngày", id="no such day"),
        pytest.param({2: "Việc mới", 7: "2039/KH-UBND", 6: "khi nào cũng được"}, "không đọc được ngày", id="no day"),
        pytest.param({2: "Việc mới", 7: "2039/KH-UBND", 12: "t2"}, "mã ở cột ẩn", id="key typed by hand"),
    ],
)
def test_a_new_row_that_cannot_be_taken_says_why(edited: Edited, cells: dict[int, object], word: str) -> None:
    book = edited()
    for column, value in cells.items():
        book.sheet.cell(FIRST + 3, column).value = value  # type: ignore[assignment]
    row = book.plan()[-1]
    assert row.fate == "refused"
    assert row.reason is not None
    assert word in row.reason[0]


@pytest.mark.parametrize(
    ("column", "value", "word"),
    [
        pytest.param(2, None, "Đã loại", id="text emptied"),
        pytest.param(2, "=B6&C6", "công thức", id="formula that nobody computed"),
        pytest.param(6, "40/13/2025", "không đọc được ngày", id="no such day"),
        pytest.param(6, 7, "không đọc được ngày", id="a number that is no day"),
        pytest.param(10, "xong", "không có trạng thái", id="unknown status"),
        pytest.param(10, "Đã sửa", "chương trình ghi", id="status of the program"),
        pytest.param(3, ";".join(f"Sở {n}" for n in range(60)), "quá nhiều cơ quan", id="too many names"),
    ],
)
def test_a_cell_that_cannot_be_taken_says_why_and_stops_no_other(
    edited: Edited, register: Register, column: int, value: object, word: str
) -> None:
    book = edited()
    book.sheet.cell(FIRST, column).value = value  # type: ignore[assignment]
    book.sheet.cell(FIRST + 1, 2).value = "Rà soát lại"
    rows = book.take_in()
    assert fates(rows) == ["refused", "change", "unchanged"]
    assert rows[0].reason is not None
    assert word in rows[0].reason[0]
    assert seen(register, "t2").version == 1


def test_two_documents_of_one_number_are_told_apart_by_their_day(edited: Edited, register: Register, put: Put) -> None:
    put(make_directive(make_task("khác"), name="b.pdf", fields=make_fields(issued=date(2024, 1, 2))))
    book = edited()
    book.sheet.append([None, "Một", None, None, None, None, "2039/KH-UBND"])
    book.sheet.append([None, "Hai", None, None, None, None, "2039/KH-UBND", "02/01/2024"])
    book.sheet.append([None, "Ba", None, None, None, None, "(b.pdf)"])
    assert fates(book.take_in())[-3:] == ["refused", "add", "add"]
    [row] = register.rows(
        "SELECT DISTINCT d.issued FROM tasks t JOIN documents d ON d.id = t.document_id WHERE t.created_by = 'lan'"
    )
    assert row["issued"] == "2024-01-02"


def test_a_copied_row_is_not_taken_for_either(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.append([cell.value for cell in book.sheet[FIRST]])
    book.sheet.cell(FIRST + 3, 2).value = "Việc mới từ dòng chép"
    assert fates(book.take_in()) == ["unchanged"] * 3 + ["refused"]
    assert seen(register, "t2").text == "Xây dựng kế hoạch"


def test_columns_that_belong_to_the_document_are_named_and_stay(edited: Edited, register: Register) -> None:
    book = edited()
    book.sheet.cell(FIRST, 7).value = "1/QĐ"
    book.sheet.cell(FIRST, 2).value = "Kế hoạch mới"
    row = book.take_in()[0]
    assert (row.fate, [vi for vi, _ in row.remarks]) == ("change", ["cột Số văn bản không sửa được từ danh sách, giữ nguyên"])
    assert seen(register, "t2").number == "2039/KH-UBND"
