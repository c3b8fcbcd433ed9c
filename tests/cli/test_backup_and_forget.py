"""`giaoviec backup` and `giaoviec forget`: a copy that opens like the register; a paper that leaves no trace in it."""

import io
import shutil
from pathlib import Path

import pytest

from models.errors import ExitCode
from models.packet import Fate, Packet, PacketHeader, Part
from models.register import IntakeState, TaskChanges, TaskFilter
from pipeline.register import Register, correct, correct_document, intake_rows, original_path, query_tasks, store
from pipeline.register.integrity import check_register
from tests.cli.conftest import Call
from tests.factories import NOW, TODAY, make_bytes, make_directive, make_fields, make_task

SECRET = "Xalamanga"
"""A word that no other part of the program or its rules writes."""


@pytest.fixture
def where(tmp_path: Path) -> Path:
    path = tmp_path / "noi" / "so.db"
    with Register.open(path, create=True) as register:
        for name, words in (("mat.pdf", f"việc {SECRET}"), ("thuong.pdf", "việc thường")):
            fields = make_fields(number=f"{len(name)}/CV", subject=words)
            part = Part(name="trong.pdf", fate=Fate.READ, sha256="5" * 64, size=3, first=1, pages=1)
            packet = Packet(header=PacketHeader(subject=words), parts=(part,)) if name == "mat.pdf" else None
            directive = make_directive(make_task(words, leads=["Sở Nội vụ"]), name=name, fields=fields, packet=packet)
            (tmp_path / name).write_bytes(make_bytes(name))
            store(register, directive, now=NOW, original=make_bytes(name), path=str(tmp_path / name))
        task = next(task for task in query_tasks(register, TaskFilter(), today=TODAY) if SECRET in task.text)
        correct(register, task.id, 1, TaskChanges(note=f"{SECRET} ghi chú"), who="Lan", when=NOW)
    files = path.parent / "so.files"
    for folder, name in (("ocr", "a.z"), ("pages", f"{'5' * 64}-1-1000.img")):
        (files / folder).mkdir(parents=True, exist_ok=True)
        (files / folder / name).write_bytes(SECRET.encode())
    return path


def holders(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and SECRET.lower().encode() in path.read_bytes().lower()]


def test_a_forgotten_paper_leaves_no_trace_beside_the_register(where: Path, tmp_path: Path, call: Call) -> None:
    assert holders(where.parent), "the test would see it"
    result = call("forget", "mat.pdf", "--yes", "--who", "Lan", "--register", where)
    assert result.code == ExitCode.OK, result.err
    assert "Đã xóa mat.pdf, 7/CV" in result.out
    assert str(tmp_path / "mat.pdf") in result.out, "the operator is told where a copy is left"
    assert holders(where.parent) == []
    with Register.open(where, create=False) as register:
        assert check_register(register) == []
        rows = {row.name: row for row in intake_rows(register)}
        assert (rows["mat.pdf"].state, rows["mat.pdf"].kind, rows["mat.pdf"].sha256) == (IntakeState.REJECTED, "forgotten", None)
        assert rows["mat.pdf"].reason == "“mat.pdf” đã xóa khỏi sổ theo yêu cầu của Lan"
        assert [task.text for task in query_tasks(register, TaskFilter(), today=TODAY)] == ["việc thường"]
        assert query_tasks(register, TaskFilter(search="thuong"), today=TODAY), "the search index is whole"


def test_a_letter_that_came_along_in_a_packet_and_is_registered_by_itself_stays(where: Path, call: Call) -> None:
    other = make_directive(make_task("việc của văn bản kia"), name="kia.pdf", fields=make_fields(number="9/SYT"))
    part = Part(name="kia.pdf", fate=Fate.APART, sha256=other.file.sha256, size=3)
    with Register.open(where, create=False) as register:
        packet = Packet(header=PacketHeader(), parts=(part,))
        directive = make_directive(make_task("việc trong gói"), name="goi.edxml", fields=make_fields(number="10/CV"), packet=packet)
        store(register, directive, now=NOW, original=make_bytes("goi.edxml"), path="/den/goi.edxml")
        store(register, other, now=NOW, original=make_bytes("kia.pdf"), path="/den/kia.pdf")
    assert call("forget", "goi.edxml", "--yes", "--who", "Lan", "--register", where).code == ExitCode.OK
    assert call("check", "--register", where).code == ExitCode.OK


def test_a_corrected_number_names_the_paper_and_so_does_the_one_that_was_read(where: Path, call: Call) -> None:
    with Register.open(where, create=False) as register:
        row = register.row("SELECT id, version FROM documents WHERE number = '7/CV'")
        assert row is not None
        correct_document(register, row["id"], row["version"], {"number": "393/SYT-VP"}, who="Lan", when=NOW)
    for name in ("393/syt-vp", "7/CV"):
        asked = call("forget", name, "--who", "Lan", "--register", where)
        assert "Sẽ xóa hẳn: mat.pdf, 393/SYT-VP" in asked.out, asked.err
        again = call("reread", name, "--register", where)
        assert "mat.pdf" in again.out, again.err
    with Register.open(where, create=False) as register:
        other = make_directive(name="khac.pdf", fields=make_fields(number="7/CV", subject="khác"))
        store(register, other, now=NOW, original=make_bytes("khac.pdf"), path="/den/khac.pdf")
    asked = call("forget", "7/CV", "--who", "Lan", "--register", where)
    assert "khac.pdf" in asked.out
    assert "mat.pdf" not in asked.out, "a number that was misread is another paper's"


def test_it_stays_known_who_removed_what_though_other_files_come_to_its_path(where: Path, tmp_path: Path, call: Call) -> None:
    """A scanner writes "quet.pdf" each day: the next one, and its removal, say nothing of the one before."""
    place, path = tmp_path / "sao", str(tmp_path / "mat.pdf")
    for who, name in (("Lan", "mat.pdf"), ("Hoa", "hai.pdf"), (None, "ba.pdf")):
        if name != "mat.pdf":
            with Register.open(where, create=False) as register:
                directive = make_directive(name=name, fields=make_fields(number=f"{who}/CV"))
                store(register, directive, now=NOW.replace(year=2099), original=make_bytes(name), path=path)
        assert call("backup", place, "--register", where).code == ExitCode.OK
        if who:
            assert call("forget", name, "--yes", "--who", who, "--register", where).code == ExitCode.OK
    with Register.open(where, create=False) as register:
        reasons = [row.reason for row in intake_rows(register) if row.kind == "forgotten"]
    assert len(reasons) == 2
    assert reasons[0].endswith("Lan")
    assert reasons[1].endswith("Hoa")
    told = call("status", "--register", where).out
    assert told.count("đã xóa khỏi sổ theo yêu cầu của") == 2, "the paper that stands there now is no better copy of those"


def test_nothing_is_forgotten_without_a_yes(where: Path, call: Call) -> None:
    before = sorted(where.parent.rglob("*"))
    asked = call("forget", "mat.pdf", "--who", "Lan", "--register", where)
    assert asked.code == ExitCode.USAGE
    assert "chưa xóa gì; thêm --yes" in asked.err
    assert call("forget", "khong-co.pdf", "--yes", "--who", "Lan", "--register", where).code == ExitCode.USAGE
    assert sorted(where.parent.rglob("*")) == before
    with Register.open(where, create=False) as register:
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 2


def test_who_says_no_is_told_that_nothing_was_removed(where: Path, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = io.StringIO("k\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    refused = call("forget", "mat.pdf", "--who", "Lan", "--register", where)
    assert refused.code == ExitCode.INTERRUPTED
    assert refused.err.endswith("Không xóa gì.\n")
    with Register.open(where, create=False) as register:
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 2


def test_where_another_program_has_the_register_open_it_is_said(where: Path, call: Call) -> None:
    with Register.open(where, create=False, write=False) as reader, reader.snapshot():
        assert reader.row("SELECT 1 FROM tasks") is not None
        told = call("forget", "mat.pdf", "--yes", "--who", "Lan", "--register", where)
    assert "giaoviec check --repair" in told.err
    assert call("check", "--repair", "--register", where).code == ExitCode.OK
    assert holders(where.parent) == []


def test_a_backup_opens_like_the_register_and_grows_by_what_is_new(where: Path, tmp_path: Path, call: Call) -> None:
    place = tmp_path / "sao luu"
    where.with_name("so.audit.log").write_text("{}\n", encoding="utf-8")
    assert "2 bản gốc, 2 mới" in call("backup", place, "--register", where).out
    assert call("check", "--register", place / "so.db").code == ExitCode.OK
    assert (place / "so.audit.log").read_text(encoding="utf-8") == "{}\n"
    with Register.open(where, create=False) as register:
        store(register, make_directive(name="moi.pdf"), now=NOW, original=make_bytes("moi.pdf"), path="/den/moi.pdf")
        again = call("backup", place, "--register", where)
    assert "3 bản gốc, 1 mới" in again.out
    assert not list(place.rglob(".*")), "nothing half written is left"
    assert call("check", "--register", place / "so.db").code == ExitCode.OK


def test_a_forgotten_paper_leaves_the_backup_with_the_next_run(where: Path, tmp_path: Path, call: Call) -> None:
    place = tmp_path / "sao"
    call("backup", place, "--register", where)
    told = call("forget", "mat.pdf", "--yes", "--who", "Lan", "--register", where).out
    copies = [line.strip().partition("/")[2] for line in told.splitlines() if "THƯ_MỤC_SAO_LƯU/" in line]
    assert [(place / copy).is_file() for copy in copies] == [True], "the operator is told where it lies in every backup"
    again = call("backup", place, "--register", where)
    assert "Đã bỏ khỏi bản sao lưu 1 bản gốc" in again.out
    assert again.code == ExitCode.OK
    assert not (place / copies[0]).exists()
    assert call("check", "--register", place / "so.db").code == ExitCode.OK


def test_what_nobody_removed_from_the_register_is_not_removed_from_its_backup(where: Path, tmp_path: Path, call: Call) -> None:
    """Another register of the same name, made anew by mistake, must not empty the backup of the first."""
    place = tmp_path / "sao"
    call("backup", place, "--register", where)
    other = tmp_path / "khac" / "so.db"
    with Register.open(other, create=True):
        pass
    told = call("backup", place, "--register", other)
    assert told.code == ExitCode.SOME_REJECTED
    assert told.out.count("Tệp thừa trong bản sao lưu") == 2
    assert len(list((place / "so.files" / "originals").iterdir())) == 2


def test_a_register_that_lost_papers_does_not_take_them_from_its_backup(where: Path, tmp_path: Path, call: Call) -> None:
    """A register put back from an older copy knows less than the backup: that once a paper was removed accounts for no other."""
    place, kept = tmp_path / "sao", tmp_path / "cu"
    call("forget", "mat.pdf", "--yes", "--who", "Lan", "--register", where)
    shutil.copytree(where.parent, kept)
    with Register.open(where, create=False) as register:
        store(register, make_directive(name="moi.pdf"), now=NOW, original=make_bytes("moi.pdf"), path="/den/moi.pdf")
    assert call("backup", place, "--register", where).code == ExitCode.OK
    told = call("backup", place, "--register", kept / "so.db")
    assert told.code == ExitCode.SOME_REJECTED
    assert told.out.count("Tệp thừa trong bản sao lưu") == 1
    assert len(list((place / "so.files" / "originals").iterdir())) == 2, "the last copy of a paper that nobody removed"


def test_a_damaged_backup_is_made_anew(where: Path, tmp_path: Path, call: Call) -> None:
    place = tmp_path / "sao"
    call("backup", place, "--register", where)
    (place / "so.db").write_bytes(b"khong phai so")
    assert call("backup", place, "--register", where).code == ExitCode.OK
    assert call("check", "--register", place / "so.db").code == ExitCode.OK


def test_a_backup_says_what_is_not_whole_and_is_never_the_register_itself(where: Path, tmp_path: Path, call: Call) -> None:
    with Register.open(where, create=False) as register:
        row = register.row("SELECT sha256 FROM files WHERE name = 'thuong.pdf'")
        assert row is not None
        original_path(register.files, row["sha256"]).write_bytes(b"khac")
    told = call("backup", tmp_path / "sao", "--register", where)
    assert told.code == ExitCode.SOME_REJECTED
    assert "Bản gốc không còn nguyên nên không sao lưu được: thuong.pdf" in told.out
    (tmp_path / "day").mkdir()
    (tmp_path / "day" / "so.files").write_bytes(b"a file where the folder of originals belongs")
    refused = call("backup", tmp_path / "day", "--register", where)
    assert refused.code == ExitCode.USAGE
    assert "Không sao lưu được vào" in refused.err
    for own in (where.parent, where.parent / "so.files" / "originals", where):
        assert call("backup", own, "--register", where).code == ExitCode.USAGE
