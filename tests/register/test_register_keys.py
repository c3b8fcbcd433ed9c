"""The keys that the queue sorts and filters by follow what is shown, whoever writes."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from models.directive import Role
from models.register import AgencyChange, DeadlineChange, TaskChanges, TaskFilter, TaskStatus
from pipeline.register import (
    Order,
    Register,
    correct,
    correct_document,
    merge_tasks,
    query_tasks,
    queue_next,
    queue_page,
    set_status,
    split_task,
    undo,
)
from pipeline.register.aliases import accept
from pipeline.register.schema import migrate_one
from pipeline.register.schema_keys import KEY_COLUMNS, stale_keys
from tests.factories import NOW, TODAY, make_deadline, make_directive, make_fields, make_task
from tests.register.conftest import Put

WHO = {"who": "lan", "when": NOW}
ALL = TaskFilter(status=frozenset(TaskStatus))


@pytest.fixture
def letters(put: Put) -> None:
    """t2: a day and a lead; t3: a rhythm from its document's day; t4: nothing; of a later letter t6: an earlier day."""
    days = [make_deadline(due=date(2025, 7, 1)), make_deadline("x", due=date(2025, 6, 5))]
    rhythm = make_deadline("hằng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20")
    put(
        make_directive(
            make_task("một", leads=["Sở Y tế"], deadlines=days),
            make_task("hai", leads=["Sở Nội vụ"], deadlines=[rhythm], path=("2",)),
            make_task("ba", path=("3",)),
        )
    )  # fmt: skip
    later = make_fields(number="7/KH-UBND", issued=date(2025, 6, 1))
    put(make_directive(make_task("bốn", deadlines=[make_deadline(due=date(2025, 6, 3))]), name="b.pdf", fields=later))


def keys(register: Register, task: str) -> tuple[str, ...]:
    row = register.row(f"SELECT {', '.join(KEY_COLUMNS)} FROM tasks WHERE id = ?", (task,))
    assert row
    assert register.rows(stale_keys()) == []
    return tuple(row)


def found(register: Register, filters: TaskFilter, today: date = TODAY) -> list[str]:
    return [task.id for task in query_tasks(register, filters, today=today)]


def order(register: Register, by: Order) -> list[str]:
    page = [task.id for task in queue_page(register, ALL, by, first=0, size=9, today=TODAY).tasks]
    walked, at = [page[0]], page[0]
    while (after := queue_next(register, ALL, by, after=at, today=TODAY)) is not None:
        walked.append(at := after)
    assert walked == page
    return page


@pytest.mark.usefixtures("letters")
def test_a_reading_writes_them(register: Register) -> None:
    assert keys(register, "t2") == ("2025-06-05", "", "so y te", "2025-05-12 2039/KH-UBND t1")
    assert keys(register, "t3")[1] == "FREQ=MONTHLY;BYMONTHDAY=20|2025-05-12|"
    assert keys(register, "t4")[:3] == ("~", "", "~")


@pytest.mark.usefixtures("letters")
def test_the_queue_is_ordered_by_them(register: Register) -> None:
    assert order(register, Order.DEADLINE) == ["t6", "t2", "t3", "t4"]
    assert order(register, Order.AGENCY) == ["t3", "t2", "t4", "t6"]
    assert order(register, Order.DOCUMENT) == ["t2", "t3", "t4", "t6"]


@pytest.mark.usefixtures("letters")
def test_a_correction_changes_them_and_undo_restores_them(register: Register) -> None:
    before = keys(register, "t2")
    day = DeadlineChange(text="trước 30/9/2025", due=date(2025, 9, 30))
    changes = TaskChanges(deadlines=(day,), agencies=(AgencyChange(role=Role.LEAD, name="Ủy ban nhân dân xã Đắk Mil"),))
    correct(register, "t2", 1, changes, **WHO)  # type: ignore[arg-type]
    assert keys(register, "t2")[0] == "2025-09-30"
    assert keys(register, "t2")[2].startswith("uy ban nhan dan xa dak mil")
    assert found(register, TaskFilter(due_before=date(2025, 6, 5))) == ["t6"]
    undo(register, "t2", 2, **WHO)  # type: ignore[arg-type]
    assert keys(register, "t2") == before
    correct(register, "t2", 3, TaskChanges(deadlines=(), agencies=()), **WHO)  # type: ignore[arg-type]
    assert keys(register, "t2")[:3] == ("~", "", "~"), "an emptied list is shown empty"


@pytest.mark.usefixtures("letters")
def test_every_writer_leaves_them_true(register: Register, put: Put) -> None:
    numbers = iter(f"n{i}" for i in range(99))
    born = split_task(register, "t2", 1, "mộ", "t", new_id=lambda: next(numbers), **WHO)  # type: ignore[arg-type]
    keys(register, born)
    merge_tasks(register, "t3", 1, "t4", 1, **WHO)  # type: ignore[arg-type]
    set_status(register, "t6", 1, TaskStatus.CONFIRMED, **WHO)  # type: ignore[arg-type]
    keys(register, "t3")
    correct_document(register, "t1", 1, {"issued": "2025-08-01", "number": "9/KH"}, **WHO)  # type: ignore[arg-type]
    assert keys(register, "t3")[1:] == ("FREQ=MONTHLY;BYMONTHDAY=20|2025-08-01|", "so noi vu", "2025-08-01 9/KH t1")
    put(make_directive(make_task("hai", leads=["Sở Xây dựng"], path=("2",)), make_task("năm", leads=["VPUB"])), reread=True)
    accept(register, "VPUB", "Văn phòng Ủy ban nhân dân tỉnh", **WHO)  # type: ignore[arg-type]
    assert register.rows(stale_keys()) == []
    assert register.rows("SELECT 1 FROM tasks WHERE lead_key LIKE 'vpub |%'")


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize(
    ("today", "last", "wanted"),
    [
        pytest.param(date(2025, 6, 1), date(2025, 6, 2), [], id="before all"),
        pytest.param(date(2025, 6, 1), date(2025, 6, 19), ["t2", "t6"], id="days only"),
        pytest.param(date(2025, 6, 1), date(2025, 6, 20), ["t2", "t3", "t6"], id="the rhythm's next day"),
        pytest.param(date(2025, 6, 21), date(2025, 7, 19), ["t2", "t6"], id="the rhythm was due yesterday"),
        pytest.param(date(2025, 1, 1), date(2025, 5, 19), [], id="a rhythm does not begin before its document"),
        pytest.param(date(2025, 1, 1), date(2025, 5, 20), ["t3"], id="but with it"),
    ],
)
def test_the_filter_by_due_date(register: Register, today: date, last: date, wanted: list[str]) -> None:
    assert found(register, TaskFilter(due_before=last), today) == wanted


def test_an_older_register_gets_its_keys(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        for _ in range(8):
            assert migrate_one(connection)
        connection.executescript("""
            INSERT INTO documents (id, number, issued, state, text_key, folded, registered, read)
            VALUES ('d', '5/KH', '2025-01-02', 'registered', 'k', 'f', '2025', '2025');
            INSERT INTO tasks (id, document_id, position, path, kind, origin, text, confidence, folded)
            VALUES ('t', 'd', 0, '[]', 'assignment', 'body', 'Việc hoà giải', 1, 'x');
            INSERT INTO deadlines (task_id, source, position, text, due) VALUES ('t', 'machine', 0, 'x', '2025-03-04');
        """)
        assert migrate_one(connection)
        row = connection.execute(f"SELECT {', '.join(KEY_COLUMNS)} FROM tasks").fetchone()
        assert tuple(row) == ("2025-03-04", "", "~", "2025-01-02 5/KH d")
        assert migrate_one(connection)
        sql = "SELECT rowid FROM tasks_fts_marks WHERE tasks_fts_marks MATCH ?"
        assert connection.execute(sql, ('"việc hòa giải"',)).fetchall()
        assert not connection.execute(sql, ('"hoa"',)).fetchall()


@pytest.mark.usefixtures("letters")
def test_the_keys_are_looked_up_in_an_index(register: Register) -> None:
    """A sort of 100,000 tasks is what made these orders slow."""
    for by, index in ((Order.DEADLINE, "tasks_by_due"), (Order.AGENCY, "tasks_by_lead"), (Order.DOCUMENT, "tasks_by_document")):
        asked: list[str] = []
        register._connection.set_trace_callback(asked.append)
        queue_page(register, TaskFilter(status=frozenset({TaskStatus.NEW})), by, first=0, size=9, today=TODAY)
        register._connection.set_trace_callback(None)
        [statement] = [each for each in asked if "LIMIT" in each and "ORDER BY" in each]
        plan = " ".join(row["detail"] for row in register.rows(f"EXPLAIN QUERY PLAN {statement}"))
        assert index in plan
        assert plan.count("B-TREE FOR ORDER") == 1, "only the few that are merged are sorted"
