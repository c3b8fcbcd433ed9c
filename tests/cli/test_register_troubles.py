"""A register that is missing, no register, locked or read-only: exit 4, the path, the next step; the file stays as it is."""

import shlex
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.register import Register
from tests.cli.conftest import Call, program

READERS = [["tasks"], ["export", "--format", "json"], ["office"]]


@pytest.mark.parametrize("command", READERS, ids=lambda words: words[0])
def test_only_ingest_makes_a_register(call: Call, tmp_path: Path, command: list[str]) -> None:
    result = call(*command, "--register", tmp_path / "so.db")
    assert result.code == 4
    assert f"Chưa có sổ ở “{tmp_path / 'so.db'}”" in result.err
    assert "giaoviec ingest" in result.err
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_is_advised_can_be_copied_whatever_the_path(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "sổ của tôi's.db"
    advice = call("tasks", "--register", path).err.strip().split("bằng lệnh: ")[1]
    assert shlex.split(advice) == ["giaoviec", "ingest", "THƯ_MỤC", "--register", str(path)]
    (tmp_path / "cv.txt").write_text("x", encoding="utf-8")
    advice = program("ingest", tmp_path / "cv.txt", "--register", path).out.strip().split("Xem nhiệm vụ: ")[1]
    assert shlex.split(advice) == ["giaoviec", "tasks", "--register", str(path)]


def test_the_environment_names_the_register(call: Call, tmp_path: Path) -> None:
    result = call("tasks", environ={"GIAOVIEC_REGISTER": str(tmp_path / "khac.db")})
    assert f"“{tmp_path / 'khac.db'}”" in result.err


@pytest.mark.parametrize("command", [*READERS, ["ingest", __file__]], ids=lambda words: words[0])
@pytest.mark.parametrize(
    "content", [b"not a database", b"SQLite format 3\0" + bytes(200)], ids=["text", "SQLite of another program"]
)
def test_a_file_that_is_no_register_is_left_as_it_is(call: Call, tmp_path: Path, command: list[str], content: bytes) -> None:
    path = tmp_path / "so.db"
    path.write_bytes(content)
    result = call(*command, "--register", path)
    assert result.code == 4
    assert "không phải sổ của giaoviec" in result.err
    assert path.read_bytes() == content
    assert [file.name for file in tmp_path.iterdir()] == ["so.db"]


def test_a_folder_is_no_register(call: Call, tmp_path: Path) -> None:
    assert call("tasks", "--register", tmp_path).code == 4


def test_a_register_that_another_program_holds(tmp_path: Path) -> None:
    path = tmp_path / "so.db"
    Register.open(path, create=True).close()
    (tmp_path / "cv.txt").write_text("x", encoding="utf-8")
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        result = program("ingest", tmp_path / "cv.txt", "--register", path)
    assert result.code == 4
    assert "đang bị chương trình khác giữ" in result.err


def test_a_register_that_may_not_be_written(tmp_path: Path) -> None:
    path = tmp_path / "so.db"
    Register.open(path, create=True).close()
    (tmp_path / "cv.txt").write_text("x", encoding="utf-8")
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        written = program("ingest", tmp_path / "cv.txt", "--register", path, humble=True)
        listed = program("tasks", "--register", path, humble=True)
    finally:
        tmp_path.chmod(0o755)
    assert (written.code, "chỉ cho đọc" in written.err) == (4, True), written.err
    assert (listed.code, listed.out) == (0, "0 nhiệm vụ.\n"), listed.err
