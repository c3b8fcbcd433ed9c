"""`giaoviec reread`: improved code over stored originals; what a person said stands, the difference is told."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import pipeline
from models.errors import SecretDocument
from models.register import TaskChanges, TaskFilter
from pipeline.cli.difference import DifferenceReport
from pipeline.cli.session import Session
from pipeline.cli.terminal import Ticker
from pipeline.intake import Renewed
from pipeline.register import Register, StoredFile, correct, original_path, query_documents, query_tasks
from tests.cli.conftest import SAMPLES, TODAY, Call, program

PLAN, TELEGRAM = "kh-ky-nang-so.docx", "cd-mua-lu.pdf"
NOON = datetime(2025, 6, 30, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reread") / "so.db"
    assert program("ingest", SAMPLES / PLAN, SAMPLES / TELEGRAM, "--register", path).code == 0
    return path


@pytest.fixture
def path(read_once: Path, tmp_path: Path) -> Path:
    """A copy of the register of two documents."""
    shutil.copy(read_once, tmp_path / "so.db")
    shutil.copytree(read_once.with_suffix(".files"), tmp_path / "so.files")
    return tmp_path / "so.db"


def older(path: Path, *statements: str) -> None:
    """Make the register one that an older program read worse."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.execute("UPDATE tasks SET reading = ''")
        connection.commit()


OF_PLAN = f"document_id = (SELECT document_id FROM files WHERE name = '{PLAN}')"


def test_what_an_older_program_missed_comes_in_and_what_a_person_said_stands(call: Call, path: Path) -> None:
    with Register.open(path, create=False) as register:
        before = query_tasks(register, TaskFilter(), today=TODAY)
        of_plan = [task for task in before if task.file == PLAN]
        correct(register, of_plan[0].id, 1, TaskChanges(text="Lời của người soát"), who="an", when=NOON)
    older(
        path,
        "UPDATE documents SET read_by = '0.0.9', number = '99/KH-UBND' WHERE number LIKE '58/%'",
        f"UPDATE tasks SET text = substr(text, 1, length(text) * 2 / 3) WHERE {OF_PLAN} AND position = 0",
        f"DELETE FROM tasks WHERE {OF_PLAN} AND position = 1",
    )
    result = call("reread", "--older-than", pipeline.__version__, "--register", path)
    assert result.code == 0, result.err
    assert f"giữ {len(of_plan) - 1} nhiệm vụ, thêm 1" in result.out
    assert "số, ký hiệu: 99/KH-UBND → 58/KH-UBND" in result.out
    assert "(vẫn hiện giá trị người đã sửa)" in result.out
    assert TELEGRAM not in result.out
    assert "Đã đọc lại 1 văn bản: 1 có thay đổi" in result.out
    with Register.open(path, create=False) as register:
        after = query_tasks(register, TaskFilter(), today=TODAY)
        assert [task.text for task in after if task.id == of_plan[0].id] == ["Lời của người soát"]
        assert len(after) == len(before)
        assert {document.number for document in query_documents(register, today=TODAY)} >= {"58/KH-UBND"}
    again = call("reread", "--older-than", pipeline.__version__, "--register", path)
    assert (again.code, again.out) == (0, "Không có văn bản nào cần đọc lại.\n")


def test_the_same_program_changes_nothing(call: Call, path: Path) -> None:
    result = call("reread", "--register", path)
    assert result.code == 0
    assert "Đã đọc lại 2 văn bản: 0 có thay đổi" in result.out


def test_a_missing_or_damaged_original_is_said_and_comes_back_by_ingest(call: Call, path: Path) -> None:
    with Register.open(path, create=False) as register:
        places = {row["name"]: original_path(register.files, row["sha256"]) for row in register.rows("SELECT * FROM files")}
    places[PLAN].unlink()
    places[TELEGRAM].write_bytes(b"%PDF-1.7 another")
    result = call("reread", "--register", path)
    assert result.code == 1
    assert result.out.count("GIỮ NGUYÊN BẢN TRƯỚC: Bản gốc của") == 2
    assert "giaoviec ingest" in result.out
    assert call("ingest", SAMPLES / PLAN, SAMPLES / TELEGRAM, "--register", path).code == 0
    assert places[PLAN].read_bytes() == (SAMPLES / PLAN).read_bytes()
    assert places[TELEGRAM].read_bytes() == (SAMPLES / TELEGRAM).read_bytes()


def test_documents_are_named_by_number_file_or_id(call: Call, path: Path) -> None:
    older(path)
    with Register.open(path, create=False) as register:
        known = register.row("SELECT document_id FROM files WHERE name = ?", (TELEGRAM,))
    assert known
    for name in ("58/kh-ubnd", PLAN.upper()):
        found = call("reread", name, "--register", path).out
        assert f"✓ {PLAN}" in found
        assert TELEGRAM not in found
    assert TELEGRAM in call("reread", known[0], "--register", path).out


@pytest.mark.parametrize("language", ["vi", "en"])
def test_wrong_words_are_refused(call: Call, path: Path, language: str) -> None:
    environ = {"GIAOVIEC_LANG": language}
    assert call("reread", "khong-co", "--register", path, environ=environ).code == 2
    assert call("reread", "--older-than", "mới", "--register", path, environ=environ).code == 2
    assert call("reread", "--register", path.with_name("khac.db"), environ=environ).code == 4


def test_the_other_files_of_a_document_are_read_too(call: Call, path: Path) -> None:
    assert call("ingest", SAMPLES / "kh-ky-nang-so.pdf", "--register", path).code == 0
    result = call("reread", "58/KH-UBND", "--register", path)
    assert result.code == 0, result.err
    assert "Đã đọc lại 1 văn bản: 0 có thay đổi, 1 tệp khác của các văn bản đó; giữ 30 nhiệm vụ" in result.out


def test_a_paper_now_seen_as_secret_is_kept_and_the_way_to_remove_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session("vi", {}, TODAY, debug=False)
    file = StoredFile("48jfcaykf5fr", "12-CV/TU", "mat.pdf", "7" * 64, 1, None)
    with Ticker(1, session.say) as ticker:
        report = DifferenceReport(ticker, session, verbose=False)
        report.renewed(Renewed(file, error=SecretDocument(name="mat.pdf", detail="MẬT")))
    told = capsys.readouterr().out
    assert "GIỮ NGUYÊN BẢN TRƯỚC: “mat.pdf” có dấu độ mật MẬT" in told
    assert "Để xóa hẳn khỏi sổ: giaoviec forget 48jfcaykf5fr" in told
