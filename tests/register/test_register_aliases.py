"""A name that people taught twice is offered, and once accepted holds for open records and later readings."""

import json
import sqlite3
from pathlib import Path

import pytest

from models.directive import Role
from models.errors import UsageError
from models.register import AgencyChange, TaskChanges, TaskFilter, TaskStatus, TaskView
from pipeline.register import Register, correct, get_task, query_tasks, set_status, undo
from pipeline.register.alias_file import read_aliases, take_in, write_aliases
from pipeline.register.aliases import accept, decisions, proposals, refuse
from tests.factories import NOW, TODAY, make_directive, make_task
from tests.register.conftest import Put

SHORT, FULL = "VPUB", "Văn phòng Ủy ban nhân dân tỉnh"
WHO = {"who": "lan", "when": NOW}


@pytest.fixture
def letters(put: Put) -> None:
    """Five tasks of one letter that a name leads which no directory knows: t2 to t6."""
    put(make_directive(*(make_task(f"Việc số {n}", leads=[SHORT], path=(str(n),)) for n in range(5))))


def teach(register: Register, task: str, name: str = FULL, old: str = SHORT) -> None:
    version = seen(register, task).version
    changes = TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name=name, canonical=FULL if name == old else None),))
    correct(register, task, version, changes, **WHO)  # type: ignore[arg-type]


def seen(register: Register, task: str) -> TaskView:
    found = get_task(register, task)
    assert found is not None
    return found


@pytest.mark.usefixtures("letters")
def test_once_is_chance_twice_is_an_offer(register: Register) -> None:
    teach(register, "t2")
    assert proposals(register) == []
    teach(register, "t3")
    [offer] = proposals(register)
    assert (offer.name, offer.canonical, offer.times, offer.open) == (SHORT, FULL, 2, 3)
    undo(register, "t3", 2, **WHO)  # type: ignore[arg-type]
    assert proposals(register) == [], "what was taken back does not count"


@pytest.mark.usefixtures("letters")
def test_the_same_task_corrected_twice_is_one(register: Register) -> None:
    teach(register, "t2")
    teach(register, "t2", name=SHORT)
    teach(register, "t2")
    assert proposals(register) == []


def test_one_known_body_for_another_is_no_name(register: Register, put: Put) -> None:
    put(make_directive(*(make_task(f"Việc {n}", leads=["Sở Y tế"], path=(str(n),)) for n in range(3))))
    register.rows("SELECT 1")
    with register.write() as connection:
        connection.execute("INSERT OR IGNORE INTO agencies (id, canonical, folded) VALUES ('so-y-te', 'Sở Y tế', 'so y te')")
        connection.execute("UPDATE task_agencies SET agency_id = 'so-y-te', canonical = 'Sở Y tế'")
    for task in ("t2", "t3", "t4"):
        changes = TaskChanges(agencies=(AgencyChange(role=Role.LEAD, name="Sở Tài chính"),))
        correct(register, task, 1, changes, **WHO)  # type: ignore[arg-type]
    assert proposals(register) == [], "a wrong body put right says nothing of its name"


@pytest.mark.usefixtures("letters")
def test_an_accepted_name_holds_for_open_records_and_later_readings(register: Register, put: Put) -> None:
    teach(register, "t2")
    teach(register, "t3")
    set_status(register, "t4", 1, TaskStatus.CONFIRMED, **WHO)  # type: ignore[arg-type]
    assert accept(register, SHORT, FULL, **WHO) == 2  # type: ignore[arg-type]
    assert [seen(register, task).agencies[0].canonical for task in ("t4", "t5", "t6")] == [None, FULL, FULL]
    assert (seen(register, "t5").status, seen(register, "t5").version) == (TaskStatus.NEW, 2)
    assert seen(register, "t5").agencies[0].agency_id, "the directory knows the full name"
    assert proposals(register) == []
    put(make_directive(make_task("Việc mới", leads=["vpub"]), name="b.pdf"))
    found = query_tasks(register, TaskFilter(search="viec moi"), today=TODAY)
    assert [task.agencies[0].canonical for task in found] == [FULL]
    assert {task.id for task in query_tasks(register, TaskFilter(agency="van phong uy ban"), today=TODAY)} >= {
        "t2",
        "t5",
        found[0].id,
    }


@pytest.mark.usefixtures("letters")
def test_a_refused_name_is_not_offered_again(register: Register, put: Put) -> None:
    teach(register, "t2")
    teach(register, "t3")
    refuse(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    assert proposals(register) == []
    teach(register, "t4")
    assert proposals(register) == []
    put(make_directive(make_task("Việc mới", leads=[SHORT]), name="b.pdf"))
    assert query_tasks(register, TaskFilter(search="viec moi"), today=TODAY)[0].agencies[0].canonical is None
    assert [(one.decision, one.who, one.confirmed) for one in decisions(register)] == [("refused", "lan", 2)]


@pytest.mark.usefixtures("letters")
def test_a_name_means_one_body_at_a_time(register: Register) -> None:
    accept(register, SHORT, "Văn phòng Ủy ban nhân dân thành phố", **WHO)  # type: ignore[arg-type]
    accept(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    assert [(one.canonical, one.decision) for one in decisions(register)] == [(FULL, "accepted")]
    assert seen(register, "t5").agencies[0].canonical == FULL
    refuse(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    assert [one.decision for one in decisions(register)] == ["refused"]


@pytest.mark.usefixtures("letters")
def test_names_travel_as_json_and_overrule_nothing(register: Register, tmp_path: Path) -> None:
    accept(register, SHORT, FULL, **WHO, times=2)  # type: ignore[arg-type]
    content = write_aliases(register)
    with Register.open(tmp_path / "other.db", create=True) as other:
        taken = take_in(other, read_aliases(content), who="minh", when=NOW)
        assert (taken.new, taken.known, taken.kept) == (1, 0, 0)
        assert take_in(other, read_aliases(content), who="minh", when=NOW).known == 1
        assert [(one.name, one.canonical, one.who, one.confirmed) for one in decisions(other)] == [(SHORT, FULL, "minh", 2)]
        refuse(other, SHORT, FULL, who="minh", when=NOW)
        assert take_in(other, read_aliases(content), who="minh", when=NOW).kept == 1
        assert [one.decision for one in decisions(other)] == ["refused"]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'{"aliases": [{"name": ""}]}',
     b'{"aliases": [{"name": 1, "canonical": "x", "decision": "accepted"}]}',
     json.dumps({"aliases": [{"name": "a", "canonical": "b" * 301, "decision": "accepted"}]}).encode(), b"[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError, match="aliases export"):
        read_aliases(content)


def test_an_older_register_keeps_the_names_it_met(tmp_path: Path) -> None:
    """The table is made anew: what stood in it stands there afterwards."""
    from pipeline.register.schema import migrate_one, migrations

    path = tmp_path / "old.db"
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for _ in range(3):
        assert migrate_one(connection)
    connection.execute("INSERT INTO agencies (id, canonical, folded) VALUES ('a', 'A', 'a')")
    connection.execute("INSERT INTO aliases (agency_id, name, folded, source, confirmed) VALUES ('a', 'Á', 'a', 'machine', 0)")
    while migrate_one(connection):
        pass
    assert [tuple(row) for row in connection.execute("SELECT agency_id, name, source, decision FROM aliases")] == [
        ("a", "Á", "machine", None)
    ]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert migrations() is not None
    connection.close()


@pytest.mark.usefixtures("letters")
def test_an_accepted_name_leaves_a_revision_in_each_record_it_changes_and_teaches_nothing(register: Register, put: Put) -> None:
    accept(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    rows = register.rows("SELECT task_id, who, action, field, before, after, change FROM revisions ORDER BY task_id")
    assert [(row["task_id"], row["who"], row["action"], row["field"]) for row in rows] == [
        (f"t{n}", "lan", "alias", "lead") for n in range(2, 7)
    ]
    assert len({row["change"] for row in rows}) == 5, "each is taken back alone"
    assert (json.loads(rows[0]["before"])[0]["canonical"], json.loads(rows[0]["after"])[0]["canonical"]) == (None, FULL)
    refuse(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    with register.write() as connection:
        connection.execute("DELETE FROM aliases WHERE source = 'human'")
    assert proposals(register) == [], "what the program changed is no lesson"
    undo(register, "t2", 2, **WHO)  # type: ignore[arg-type]
    assert seen(register, "t2").agencies[0].canonical is None
    put(make_directive(*(make_task(f"Việc số {n}", leads=[SHORT], path=(str(n),)) for n in range(5))), reread=True)
    assert seen(register, "t2").agencies[0].name == SHORT


@pytest.mark.usefixtures("letters")
def test_a_record_that_only_a_taught_name_changed_goes_with_the_next_reading(register: Register, put: Put) -> None:
    accept(register, SHORT, FULL, **WHO)  # type: ignore[arg-type]
    undo(register, "t3", 2, **WHO)  # type: ignore[arg-type]
    put(make_directive(make_task("Việc hoàn toàn khác", path=("9",))), reread=True)
    left = {row["id"]: row["orphaned"] for row in register.rows("SELECT id, orphaned FROM tasks WHERE id IN ('t2', 't3', 't4')")}
    assert left == {"t3": 1}, "only what a person touched stays"
    assert register.rows("PRAGMA foreign_key_check") == []
