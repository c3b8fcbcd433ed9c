"""`tasks` and `export` by deadline: days in order, hours told, and what was rejected is not passed over in silence."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from models.register import TaskStatus
from pipeline.register import Register, set_status, store
from tests.cli.conftest import Call
from tests.factories import NOW, make_bytes, make_deadline, make_directive, make_fields, make_task

MONTHLY = "FREQ=MONTHLY;BYMONTHDAY=20"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Three papers, the first of which has the last day."""
    late = make_task("việc tháng chín", deadlines=[make_deadline(due=date(2025, 9, 1)), make_deadline(due=date(2026, 1, 1))])
    hour = make_task("việc trong buổi chiều", deadlines=[make_deadline("trước 16:30", due=date(2025, 6, 10), time="16:30")])
    rhythm = make_task("việc hằng tháng", deadlines=[make_deadline("trước ngày 20 hằng tháng", rrule=MONTHLY)])
    whole = make_task("việc trong ngày", deadlines=[make_deadline(due=date(2025, 6, 10))])
    with Register.open(tmp_path / "so.db", create=True) as register:
        for number, tasks in enumerate([(make_task("việc không hạn"), late), (rhythm, whole), (hour,)], 1):
            name = f"{number}.pdf"
            directive = make_directive(*tasks, name=name, fields=make_fields(number=f"{number}/CV", issued=date(2025, 5, number)))
            store(register, directive, now=NOW, original=make_bytes(name), path=f"/den/{name}")
    return tmp_path / "so.db"


def texts(listed: str) -> list[str]:
    return [row[1].removeprefix("việc ") for row in csv.reader(io.StringIO(listed))][1:]


def test_a_list_of_days_comes_by_day(call: Call, path: Path) -> None:
    def listed(*options: str) -> list[str]:
        found = call("export", "--format", "csv", "--register", path, "--today", "1/6/2025", *options)
        assert found.code == 0, found.err
        return texts(found.out)

    by_day = ["trong buổi chiều", "trong ngày", "hằng tháng", "tháng chín"]
    assert listed("--due-before", "31/12/2025") == by_day
    assert listed("--sort", "deadline") == listed("--sort", "thời hạn") == [*by_day, "không hạn"]
    by_document = ["không hạn", "tháng chín", "hằng tháng", "trong ngày", "trong buổi chiều"]
    assert listed() == by_document
    assert listed("--due-before", "31/12/2025", "--sort", "document") == by_document[1:]
    shown = call("tasks", "--register", path, "--today", "1/6/2025", "--due-before", "31/12/2025", "--full").out
    assert sorted(by_day, key=shown.index) == by_day


def test_the_hour_of_a_deadline_stands_on_the_screen(call: Call, path: Path) -> None:
    shown = call("tasks", "--register", path, "--today", "1/6/2025").out
    assert "16:30" in shown
    assert "10/06/2025" in shown


def test_a_search_that_meets_only_what_was_rejected_says_so(call: Call, path: Path) -> None:
    with Register.open(path, create=False) as register:
        row = register.row("SELECT id FROM tasks WHERE text = 'việc trong ngày'")
        assert row is not None
        set_status(register, row["id"], 1, TaskStatus.REJECTED, who="Lan", when=NOW)
    found = call("tasks", "--register", path, "--search", "trong ngay")
    assert found.out == "0 nhiệm vụ.\n"
    assert "Có 1 việc đã loại" in found.err
    assert '--status "đã loại"' in found.err
    assert "việc trong ngày" in call("tasks", "--register", path, "--search", "trong ngay", "--status", "đã loại").out
    assert "đã loại" not in call("tasks", "--register", path, "--search", "khongcochunay").err
