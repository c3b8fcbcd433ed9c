"""A directive enters the register whole or not at all; the same file twice changes nothing."""

import os
import re
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from models.directive import Capacity, Role
from models.errors import SecretDocument, UnreadableFile
from models.register import IntakeRow, IntakeState, TaskFilter
from pipeline.register import (
    Register,
    intake_counts,
    intake_rows,
    known_file,
    original_path,
    query_documents,
    random_id,
    record_intake,
    store,
)
from tests.factories import (
    NOW,
    TODAY,
    make_agency,
    make_bytes,
    make_deadline,
    make_directive,
    make_evidence,
    make_fields,
    make_task,
)
from tests.register.conftest import Put

ROOT = Path(__file__).parents[2]
TABLES = (
    "documents", "files", "pages", "tasks", "task_agencies", "deadlines", "citations", "evidence", "revisions", "intake",
    "agencies", "aliases", "settings",
)  # fmt: skip


def everything(register: Register) -> dict[str, list[tuple[object, ...]]]:
    return {table: [tuple(row) for row in register.rows(f"SELECT * FROM {table}")] for table in TABLES}


def rich_directive(name: str = "ke-hoach.pdf") -> object:
    task = make_task(
        evidence=make_evidence(continued=({"page": 2, "boxes": ((85.0, 60.0, 300.0, 74.0),)},)),
        coordinators=["các sở, ban, ngành"], report_to=["UBND tỉnh"], product="Báo cáo", note="gấp", reasons=("hai cách đọc",),
        deadlines=[make_deadline("trước ngày 20 hàng tháng", rrule="FREQ=MONTHLY;BYMONTHDAY=20", until=date(2025, 12, 31)),
                   make_deadline("17 giờ ngày 30/6/2025", date(2025, 6, 30), time="17:00")],
    )  # fmt: skip
    lead = make_agency(inherited=True, capacity=Capacity.PHOI_HOP, agency_id="snv-ds", canonical="Sở Nội vụ tỉnh Đắk Sơn")
    return make_directive(
        task.model_copy(update={"agencies": (lead, *task.agencies)}), make_task("Báo cáo kết quả", path=("II", "2")), name=name
    )


def test_what_is_stored_is_shown_as_it_was_read(register: Register, put: Put) -> None:
    directive = rich_directive()
    receipt = put(directive)
    assert (receipt.state, receipt.tasks, receipt.agencies, receipt.deadlines, receipt.citations) == (
        IntakeState.REGISTERED, 2, 3, 2, 1,
    )  # fmt: skip
    [document] = query_documents(register, today=TODAY)
    fields = directive.fields
    for name in ("number", "type", "issuer", "place", "issued", "subject", "signer", "directed_by", "urgency", "addressees",
                 "recipients", "evidence"):  # fmt: skip
        assert getattr(document, name) == getattr(fields, name), name
    assert (document.id, document.file, document.sha256) == (receipt.document_id, directive.file.name, directive.file.sha256)
    for view, task in zip(document.tasks, directive.tasks, strict=True):
        for name in ("path", "kind", "origin", "text", "product", "note", "confidence", "reasons", "evidence"):
            assert getattr(view, name) == getattr(task, name), name
        for shown, read in zip(view.agencies, task.agencies, strict=True):
            for name in ("role", "capacity", "name", "canonical", "agency_id", "inherited", "evidence"):
                assert getattr(shown, name) == getattr(read, name), name
        for shown_deadline, deadline in zip(view.deadlines, task.deadlines, strict=True):
            for name in ("text", "due", "rrule", "time", "start", "until", "bound", "reasons", "evidence"):
                assert getattr(shown_deadline, name) == getattr(deadline, name), name
    assert [page.quality for page in document.pages] == [0.98]
    assert document.citations[0].number == "766/QĐ-TTg"
    assert [tuple(row) for row in register.rows("SELECT id, canonical FROM agencies")] == [("snv-ds", "Sở Nội vụ tỉnh Đắk Sơn")]
    assert [row["name"] for row in register.rows("SELECT name FROM aliases")] == ["Sở Nội vụ"]


def test_the_original_lies_beside_the_register_by_its_hash(register: Register, put: Put, tmp_path: Path) -> None:
    directive = make_directive(name="a.pdf")
    source = tmp_path / "a.pdf"
    source.write_bytes(make_bytes("a.pdf"))
    before = source.stat()
    put(directive, original=source)
    kept = tmp_path / "register.files" / "originals" / directive.file.sha256
    assert kept == original_path(register.files, directive.file.sha256)
    assert kept.read_bytes() == source.read_bytes()
    assert (source.stat().st_mtime_ns, source.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert [entry.name for entry in kept.parent.iterdir()] == [directive.file.sha256]


def test_the_same_file_twice_changes_nothing(register: Register, put: Put) -> None:
    first = put(rich_directive())
    before = everything(register)
    again = put(rich_directive())
    assert (again.state, again.document_id) == (IntakeState.DUPLICATE, first.document_id)
    assert everything(register) == before


def test_the_same_bytes_under_another_name_are_a_duplicate_in_the_ledger(register: Register, put: Put) -> None:
    directive = make_directive(name="ke-hoach.pdf")
    first = put(directive)
    renamed = directive.model_copy(update={"file": directive.file.model_copy(update={"name": "bản sao.pdf"})})
    put(renamed, original=make_bytes("ke-hoach.pdf"), path="/in/bản sao.pdf")
    assert [(row.name, row.state, row.document_id) for row in intake_rows(register)] == [
        ("ke-hoach.pdf", IntakeState.REGISTERED, first.document_id),
        ("bản sao.pdf", IntakeState.DUPLICATE, first.document_id),
    ]
    [document] = query_documents(register, today=TODAY)
    assert [(file.name, file.role.value) for file in document.files] == [("ke-hoach.pdf", "main"), ("bản sao.pdf", "duplicate")]


def test_warnings_are_a_state_of_their_own(register: Register, put: Put) -> None:
    receipt = put(make_directive(warnings=("Trang 2 không đọc được.",)))
    assert (receipt.state, receipt.warnings) == (IntakeState.WARNINGS, ("Trang 2 không đọc được.",))
    [row] = intake_rows(register)
    assert row.state is IntakeState.WARNINGS
    assert "Trang 2 không đọc được." in row.reason


def test_a_failure_between_copy_and_commit_leaves_the_register_whole(register: Register, put: Put) -> None:
    put(make_directive(make_task(), name="a.pdf"))
    before = everything(register)
    given = iter(["document", "first task"])  # the second task finds no id
    with pytest.raises(StopIteration):
        put(make_directive(make_task(), make_task("Hai"), name="b.pdf"), new_id=lambda: next(given))
    assert everything(register) == before
    directive = make_directive(make_task(), make_task("Hai"), name="b.pdf")
    assert known_file(register, directive.file.sha256) is None
    assert put(directive).state is IntakeState.REGISTERED


def test_a_process_killed_before_its_commit_loses_only_its_document(register: Register, put: Put, tmp_path: Path) -> None:
    put(make_directive(make_task(), name="a.pdf"))
    before = everything(register)
    code = f"""
import os, signal
from pathlib import Path
from pipeline.register import Register, store
from tests.factories import *
given = iter(["d", "t"])
def new_id():
    found = next(given, None)
    if found is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return found
directive = make_directive(make_task(), make_task("Hai"), name="b.pdf")
store(Register.open(Path({str(register.path)!r}), create=False), directive, now=NOW, original=make_bytes("b.pdf"), new_id=new_id)
"""
    killed = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert len(list((tmp_path / "register.files" / "originals").iterdir())) == 2  # the copy came first
    assert everything(register) == before
    assert register.rows("PRAGMA integrity_check")[0][0] == "ok"
    assert put(make_directive(make_task(), make_task("Hai"), name="b.pdf")).tasks == 2


def test_a_file_that_changed_while_it_was_read_is_refused(register: Register, put: Put, tmp_path: Path) -> None:
    before = everything(register)
    with pytest.raises(UnreadableFile, match="thay đổi"):
        put(make_directive(), original=b"other bytes")
    with pytest.raises(UnreadableFile):
        put(make_directive(), original=tmp_path / "gone.pdf")
    assert everything(register) == before
    assert list((tmp_path / "register.files" / "originals").iterdir()) == []


def test_of_a_secret_paper_nothing_is_kept_but_its_name(register: Register, put: Put, tmp_path: Path) -> None:
    directive = make_directive(make_task(), fields=make_fields(secrecy="MẬT"), name="mat.pdf")
    with pytest.raises(SecretDocument):
        put(directive)
    record_intake(
        register,
        IntakeRow(
            path="/in/mat.pdf", name="mat.pdf", state=IntakeState.REJECTED, reason="dấu MẬT", finished=NOW,
            sha256=directive.file.sha256, kind="secrecy_mark",
        ),
    )  # fmt: skip
    [row] = intake_rows(register)
    assert (row.name, row.state, row.kind, row.sha256) == ("mat.pdf", IntakeState.REJECTED, "secrecy_mark", None)
    assert not (tmp_path / "register.files").exists()
    assert all(not rows for table, rows in everything(register).items() if table != "intake")
    assert directive.file.sha256.encode() not in b"".join(path.read_bytes() for path in tmp_path.glob("register.db*"))


def row(state: IntakeState, sha256: str | None = "aa", path: str = "/in/a.pdf", kind: str | None = None) -> IntakeRow:
    return IntakeRow(path=path, name="a.pdf", state=state, reason=f"lý do {state}", finished=NOW, sha256=sha256, kind=kind)


@pytest.mark.parametrize(
    ("states", "last"),
    [
        pytest.param([IntakeState.REJECTED, IntakeState.REGISTERED], IntakeState.REGISTERED, id="a better program reads it"),
        pytest.param([IntakeState.REGISTERED, IntakeState.DUPLICATE], IntakeState.REGISTERED, id="met again"),
        pytest.param([IntakeState.WARNINGS, IntakeState.REJECTED], IntakeState.WARNINGS, id="a worker dies the second time"),
        pytest.param([IntakeState.REJECTED, IntakeState.REJECTED], IntakeState.REJECTED, id="still broken"),
    ],
)
def test_a_file_ends_in_exactly_one_state(register: Register, states: list[IntakeState], last: IntakeState) -> None:
    for state in states:
        record_intake(register, row(state))
    assert [(found.state, found.reason) for found in intake_rows(register)] == [(last, f"lý do {last}")]
    assert sum(intake_counts(register).values()) == 1


def test_a_file_that_could_not_be_opened_and_then_is_broken_is_one_row(register: Register) -> None:
    record_intake(register, row(IntakeState.REJECTED, sha256=None, kind="unreadable"))
    record_intake(register, row(IntakeState.REJECTED, sha256="aa", kind="broken"))
    assert [found.kind for found in intake_rows(register)] == ["broken"]


@pytest.mark.parametrize("later", [IntakeState.REGISTERED, IntakeState.WARNINGS, IntakeState.DUPLICATE, IntakeState.REJECTED])
def test_a_file_that_could_not_be_opened_at_first_has_one_state_after_it_was_read(register: Register, later: IntakeState) -> None:
    record_intake(register, row(IntakeState.REJECTED, sha256=None, kind="unreadable"))
    record_intake(register, row(later, sha256="aa", kind="broken" if later is IntakeState.REJECTED else None))
    assert [(found.state, found.sha256) for found in intake_rows(register)] == [(later, "aa")]


def test_what_the_ledger_says_of_a_secret_paper_outlives_another_file_at_its_place(register: Register) -> None:
    record_intake(register, row(IntakeState.REJECTED, sha256=None, kind="secrecy_mark"))
    record_intake(register, row(IntakeState.REGISTERED, sha256="aa"))
    assert [found.kind for found in intake_rows(register)] == ["secrecy_mark", None]


def test_the_receipt_and_the_ledger_of_a_path_are_one_transaction(register: Register, put: Put) -> None:
    receipt = put(make_directive(name="a.pdf"), path="/in/a.pdf")
    assert [(found.path, found.document_id) for found in intake_rows(register)] == [("/in/a.pdf", receipt.document_id)]
    store(register, make_directive(name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
    assert len(intake_rows(register)) == 1


def test_ids_are_random_and_never_of_the_text() -> None:
    assert len({random_id() for _ in range(1000)}) == 1000
    assert re.fullmatch("[0-9a-hjkmnp-tv-z]{12}", random_id())


def test_documents_come_in_a_stable_order(register: Register, put: Put) -> None:
    put(make_directive(name="d.pdf", fields=make_fields(issued=None, number=None)))
    put(make_directive(name="c.pdf", fields=make_fields(issued=date(2025, 5, 2), number="9/KH")))
    put(make_directive(name="b.pdf", fields=make_fields(issued=date(2025, 5, 1), number="2/KH")))
    put(make_directive(name="a.pdf", fields=make_fields(issued=date(2025, 5, 1), number="2/KH")))
    assert [document.file for document in query_documents(register, today=TODAY)] == ["a.pdf", "b.pdf", "c.pdf", "d.pdf"]
    assert query_documents(register, TaskFilter(), today=TODAY) == []  # none has a task


def test_a_person_may_hold_one_role_twice_in_a_list(register: Register, put: Put) -> None:
    put(make_directive(make_task(leads=["Sở Nội vụ", "Sở Y tế"], coordinators=["Sở Nội vụ"])))
    [document] = query_documents(register, today=TODAY)
    assert document.tasks[0].names(Role.LEAD) == ("Sở Nội vụ", "Sở Y tế")
    assert document.tasks[0].names(Role.COORDINATE) == ("Sở Nội vụ",)
