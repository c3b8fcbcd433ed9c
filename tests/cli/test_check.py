"""`giaoviec check`: each thing that can be wrong is found, told with what to do, and mended only where that is safe."""

import fcntl
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from models.register import TaskFilter
from pipeline.register import Register, keep_original, original_path, query_tasks, store
from pipeline.register.integrity import Trouble, check_register
from tests.cli.conftest import TODAY, Call
from tests.factories import NOW, make_bytes, make_directive, make_task


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A register of two documents."""
    with Register.open(tmp_path / "so.db", create=True) as register:
        for name in ("a.pdf", "b.pdf"):
            directive = make_directive(make_task(), name=name)
            store(register, directive, now=NOW, original=make_bytes(name), path=f"/den/{name}")
    return tmp_path / "so.db"


def original(path: Path, name: str) -> Path:
    with Register.open(path, create=False) as register:
        row = register.row("SELECT sha256 FROM files WHERE name = ?", (name,))
        assert row
        return original_path(register.files, row[0])


def put(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def sql(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return spoil


def in_cache(name: str, data: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        folder = path.with_suffix(".files") / "ocr"
        folder.mkdir()
        (folder / name).write_bytes(data)

    return spoil


TROUBLES: list[tuple[str, Callable[[Path], None], int, str]] = [
    ("a lost original", lambda path: original(path, "a.pdf").unlink(), 1, "Mất bản gốc: a.pdf"),
    ("a changed original", lambda path: put(original(path, "a.pdf"), b"x"), 1, "bị sửa hoặc hỏng: a.pdf"),
    ("a file nobody knows", lambda path: put(path.with_suffix(".files") / "originals" / "thua", b"x"), 1, "Tệp thừa"),
    ("a search index that forgot", sql("INSERT INTO tasks_fts(tasks_fts) VALUES ('delete-all')"), 1, "Chỉ mục tìm kiếm"),
    ("keys of the queue that lie", sql("UPDATE tasks SET due_key = '1999-01-01' WHERE seq = 1"), 1, "Chỉ mục tìm kiếm"),
    ("a ledger row without document", sql("UPDATE intake SET sha256 = 'khac' WHERE name = 'a.pdf'"), 1, "không có văn bản: a.pdf"),
    ("a file without ledger row", sql("DELETE FROM intake WHERE name = 'b.pdf'"), 1, "Tệp không có dòng nào ghi lúc nhận: b.pdf"),
    ("a document without main file", sql("UPDATE files SET role = 'version' WHERE name = 'b.pdf'"), 1, "đúng một tệp chính"),
    ("a row that points nowhere", sql("UPDATE tasks SET document_id = 'mat' WHERE seq = 1"), 4, "trỏ tới dòng không có: tasks"),
    ("a half written page of the cache", in_cache(".tam", b"x"), 0, "Tệp đệm OCR"),
    ("a damaged page of the cache", in_cache("trang.z", b"x"), 0, "Tệp đệm OCR"),
]  # fmt: skip


def test_a_whole_register_is_said_to_be_whole(call: Call, path: Path) -> None:
    result = call("check", "--register", path)
    assert (result.code, result.out) == (0, f"Sổ {path} nguyên vẹn.\n")


@pytest.mark.parametrize(("spoil", "code", "words"), [pytest.param(*rest, id=name) for name, *rest in TROUBLES])
def test_each_trouble_is_found_and_told_with_what_to_do(
    call: Call, path: Path, spoil: Callable[[Path], None], code: int, words: str
) -> None:
    spoil(path)
    before = path.read_bytes()
    result = call("check", "--register", path)
    assert result.code == code, result.out
    line = next(line for line in result.out.splitlines() if words in line)
    assert line.rstrip().endswith((".", "--repair"))
    assert path.read_bytes() == before, "looking changes nothing"
    english = call("check", "--register", path, environ={"GIAOVIEC_LANG": "en"})
    assert words not in english.out


def test_repair_rebuilds_the_index_and_drops_the_cache_and_nothing_else(call: Call, path: Path) -> None:
    sql("INSERT INTO tasks_fts(tasks_fts) VALUES ('delete-all')")(path)
    sql("UPDATE tasks SET lead_key = 'x'")(path)
    in_cache("trang.z", b"x")(path)
    spare = path.with_suffix(".files") / "originals" / "thua"
    spare.write_bytes(b"x")
    result = call("check", "--repair", "--register", path)
    assert "4 chỗ cần xem, đã sửa 3, còn 1." in result.out
    assert spare.exists()
    assert not (path.with_suffix(".files") / "ocr" / "trang.z").exists()
    with Register.open(path, create=False) as register:
        assert len(query_tasks(register, TaskFilter(search="cai cach"), today=TODAY)) == 2
    spare.unlink()
    assert call("check", "--register", path).out == f"Sổ {path} nguyên vẹn.\n"


def test_a_missing_register_is_exit_4(call: Call, tmp_path: Path) -> None:
    assert call("check", "--register", tmp_path / "khong.db").code == 4


def test_an_original_whose_row_comes_a_moment_later_is_not_spare(path: Path) -> None:
    """A watcher writes on while somebody checks: nobody may be told to delete what it has just stored."""
    with Register.open(path, create=False) as register, Register.open(path, create=False) as writer:

        def meanwhile() -> None:
            store(writer, make_directive(make_task(), name="c.pdf"), now=NOW, original=make_bytes("c.pdf"), path="/den/c.pdf")
            put(spare, b"x")  # and the next file is being copied

        kept = keep_original(register.files, make_bytes("c.pdf"), sha256=make_directive(name="c.pdf").file.sha256, name="c.pdf")
        spare = kept.with_name(".d-1")
        assert [finding.trouble for finding in check_register(register)] == [Trouble.ORPHAN], "nobody has written its row"
        assert check_register(register, wait=meanwhile) == []
        assert [finding.detail for finding in check_register(register)] == [str(spare)]


def test_what_another_program_is_copying_is_not_spare(path: Path) -> None:
    with Register.open(path, create=False) as register:
        folder = register.files / "originals"
        put(folder / ".0123456789ab-x", b"the first half")
        handle = os.open(folder, os.O_RDONLY)
        fcntl.flock(handle, fcntl.LOCK_SH)
        assert check_register(register) == []
        os.close(handle)
        assert [finding.trouble for finding in check_register(register)] == [Trouble.ORPHAN], "left by a program that was killed"
