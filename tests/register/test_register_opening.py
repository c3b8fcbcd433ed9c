"""Opening: only ingest and watch make a register, and what is not one is left as it is."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import (
    NetworkShare,
    NotARegister,
    RegisterError,
    RegisterLocked,
    RegisterMissing,
    RegisterReadOnly,
    RegisterTooNew,
)
from models.register import TaskFilter
from pipeline.register import Register, query_tasks, store
from pipeline.register.schema import MIGRATIONS
from tests.factories import NOW, TODAY, make_bytes, make_directive, make_task

ROOT = Path(__file__).parents[2]


def make_register(path: Path) -> Path:
    with Register.open(path, create=True) as register:
        store(register, make_directive(make_task()), now=NOW, original=make_bytes())
    return path


def foreign_sqlite(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE birds (name TEXT)")
        connection.commit()


def test_a_missing_register_is_not_made_by_a_reader(tmp_path: Path) -> None:
    with pytest.raises(RegisterMissing, match=r"sổ\.db"):
        Register.open(tmp_path / "sổ.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_new_register_is_made_with_its_folder_and_found_again(tmp_path: Path) -> None:
    path = make_register(tmp_path / "công việc" / "sổ 100%?#.db")
    with Register.open(path, create=False) as register:
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 1
        assert register.rows("PRAGMA journal_mode")[0][0] == "wal"
        assert register.rows("PRAGMA integrity_check")[0][0] == "ok"
        assert register.files == path.with_name("sổ 100%?#.files")


@pytest.mark.parametrize(
    ("content", "detail"),
    [
        pytest.param(b"Day la mot tep chu.\n" * 10, "không phải cơ sở dữ liệu", id="a text file"),
        pytest.param(b"SQLite format 2\x00" + bytes(200), "không phải cơ sở dữ liệu", id="another format"),
        pytest.param(b"SQLite format 3\x00" + bytes(10), "chương trình khác", id="only the first bytes of a database"),
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_register_stays_byte_for_byte(tmp_path: Path, content: bytes, detail: str, create: bool) -> None:
    path = tmp_path / "register.db"
    path.write_bytes(content)
    with pytest.raises(NotARegister, match=detail):
        Register.open(path, create=create)
    assert path.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir()] == ["register.db"]


@pytest.mark.parametrize("create", [True, False])
def test_the_database_of_another_program_stays_byte_for_byte(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "birds.db"
    foreign_sqlite(path)
    before = path.read_bytes()
    with pytest.raises(NotARegister, match="chương trình khác"):
        Register.open(path, create=create)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["birds.db"]


def test_a_folder_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(NotARegister, match="thư mục"):
        Register.open(tmp_path, create=True)


@pytest.mark.parametrize("replaced", [False, True], ids=["deleted", "replaced by a copy"])
def test_a_register_that_vanishes_under_a_writer_is_said_and_not_written_into_the_void(tmp_path: Path, replaced: bool) -> None:
    path = make_register(tmp_path / "register.db")
    with Register.open(path, create=False) as register:
        if replaced:
            (tmp_path / "copy.db").write_bytes(path.read_bytes())
            (tmp_path / "copy.db").replace(path)
        else:
            path.unlink()
        with pytest.raises(RegisterError, match="bị xóa, dời hoặc thay"):
            store(register, make_directive(name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
    assert path.exists() is replaced


@pytest.mark.parametrize("create", [True, False])
def test_a_device_is_no_register(create: bool) -> None:
    with pytest.raises(NotARegister, match="không phải tệp thường"):
        Register.open(Path("/dev/null"), create=create)


def test_a_full_disk_is_said_in_vietnamese(tmp_path: Path) -> None:
    path = make_register(tmp_path / "register.db")
    with Register.open(path, create=False) as register:
        pages = register.rows("PRAGMA page_count")[0][0]
        register.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(RegisterError, match="đĩa đã đầy"):
            store(register, make_directive(*[make_task()] * 200, name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
        assert register.rows("SELECT count(*) FROM documents")[0][0] == 1
        assert register.rows("PRAGMA integrity_check")[0][0] == "ok"


def test_an_empty_file_left_by_a_killed_creation_becomes_the_register(tmp_path: Path) -> None:
    path = tmp_path / "register.db"
    path.touch()
    with pytest.raises(RegisterMissing):
        Register.open(path, create=False)
    assert path.stat().st_size == 0
    make_register(path)


def test_a_creation_cut_off_between_two_migrations_is_finished_by_the_next_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.db"
    from pipeline.register import database

    done = []

    def cut_off(connection: sqlite3.Connection) -> bool:
        if done:
            raise KeyboardInterrupt
        done.append(1)
        return real(connection)

    real = database.migrate_one
    monkeypatch.setattr(database, "migrate_one", cut_off)
    with pytest.raises(KeyboardInterrupt):
        Register.open(path, create=True)
    monkeypatch.undo()
    with Register.open(path, create=False) as register:
        names = [row["name"] for row in register.rows("SELECT name FROM _sqlite_migrations ORDER BY id")]
        assert names == list(MIGRATIONS)


@pytest.mark.parametrize("write", [True, False], ids=["writer", "reader"])
def test_an_older_register_is_brought_up_to_date_by_whoever_opens_it(tmp_path: Path, write: bool) -> None:
    path = make_register(tmp_path / "register.db")
    with closing(sqlite3.connect(path)) as connection:
        for (view,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            connection.execute(f"DROP VIEW {view}")
        connection.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_views'")
        connection.commit()
    with Register.open(path, create=False, write=write) as register:
        assert register.writable is write
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 1


def test_a_register_that_another_program_finishes_while_this_one_waits_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.db"
    real = Register._adopt

    def late(self: Register) -> None:
        monkeypatch.undo()
        make_register(path)  # this one has seen an unmarked file, and now waits for the lock
        real(self)

    monkeypatch.setattr(Register, "_adopt", late)
    with Register.open(path, create=True) as register:
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 1
        assert register.rows("PRAGMA journal_mode")[0][0] == "wal"


def test_tables_of_another_program_that_appear_while_this_one_waits_are_not_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "register.db"
    real = Register._adopt

    def late(self: Register) -> None:
        foreign_sqlite(path)
        real(self)

    monkeypatch.setattr(Register, "_adopt", late)
    with pytest.raises(NotARegister, match="chương trình khác"):
        Register.open(path, create=True)
    with closing(sqlite3.connect(path)) as connection:
        assert [row[0] for row in connection.execute("SELECT name FROM sqlite_master")] == ["birds"]
        assert connection.execute("PRAGMA application_id").fetchone()[0] == 0


def test_programs_that_create_the_same_register_at_once_all_get_it(tmp_path: Path) -> None:
    # All wait at the gate with everything loaded; opening it lets them go within a millisecond of each other, ten times.
    code = (
        "import sys; from pathlib import Path; from pipeline.register import Register\n"
        "for line in sys.stdin: Register.open(Path(line.strip()), create=True).close(); print('made', flush=True)"
    )
    command = [sys.executable, "-c", code]
    running = [subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    try:
        for i in range(10):
            path = tmp_path / f"{i}.db"
            for process in running:
                assert process.stdin is not None
                process.stdin.write(f"{path}\n")
            for process in running:
                assert process.stdin is not None
                process.stdin.flush()
            assert [process.stdout.readline() for process in running if process.stdout] == ["made\n"] * 4
            with Register.open(path, create=False) as register:
                assert register.rows("SELECT count(*) FROM _sqlite_migrations")[0][0] == len(MIGRATIONS)
    finally:
        for process in running:
            process.communicate()


def test_a_register_of_a_newer_program_is_refused_and_kept(tmp_path: Path) -> None:
    path = make_register(tmp_path / "register.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('giaoviec', 'm999_later', '')")
        connection.commit()
    before = path.read_bytes()
    for write in (True, False):
        with pytest.raises(RegisterTooNew):
            Register.open(path, create=False, write=write)
    assert path.read_bytes() == before


def test_a_register_that_another_program_writes_is_locked_for_writers_only(tmp_path: Path) -> None:
    path = make_register(tmp_path / "register.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RegisterLocked):
            Register.open(path, create=False, busy_ms=20)
        with Register.open(path, create=False, write=False, busy_ms=20) as register:
            assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 1
        other.execute("ROLLBACK")
    Register.open(path, create=False, busy_ms=20).close()


def test_a_damaged_register_is_an_error_with_advice(tmp_path: Path) -> None:
    path = make_register(tmp_path / "register.db")
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(RegisterError, match="chạy lại"):
        Register.open(path, create=False)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter (pytest's own are closed to others)."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        yield Path(name)


@pytest.fixture
def as_ordinary_user() -> Iterator[None]:
    """Root may write everywhere: take off its power for the test."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.parametrize("folder_too", [True, False], ids=["folder and file", "file"])
def test_a_read_only_register_is_read_but_not_written(open_folder: Path, folder_too: bool, request: pytest.FixtureRequest) -> None:
    path = make_register(open_folder / "register.db")
    path.chmod(0o444)
    if folder_too:
        open_folder.chmod(0o555)
    request.getfixturevalue("as_ordinary_user")
    before = path.read_bytes()
    with pytest.raises(RegisterReadOnly):
        Register.open(path, create=False)
    with Register.open(path, create=False, write=False) as register:
        assert len(query_tasks(register, TaskFilter(), today=TODAY)) == 1
        with pytest.raises(RegisterReadOnly):
            store(register, make_directive(name="b.pdf"), now=NOW, original=make_bytes("b.pdf"))
    assert path.read_bytes() == before


def test_a_register_cannot_be_made_in_a_folder_without_rights(open_folder: Path, request: pytest.FixtureRequest) -> None:
    open_folder.chmod(0o555)
    request.getfixturevalue("as_ordinary_user")
    for path in (open_folder / "register.db", open_folder / "new" / "register.db"):
        with pytest.raises(RegisterReadOnly):
            Register.open(path, create=True)


@pytest.mark.parametrize(
    ("kind", "refused"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", True), ("ext4", False), ("overlay", False), ("tmpfs", False)],
)
def test_a_register_on_a_network_share_is_refused(tmp_path: Path, kind: str, refused: bool) -> None:
    share = tmp_path / "o chung"
    share.mkdir()
    point = str(share).replace(" ", "\\040")
    mounts = f"rootfs / ext4 rw 0 0\n//server/chung {point} {kind} rw 0 0\nnfs /elsewhere nfs rw 0 0\n"
    if refused:
        with pytest.raises(NetworkShare, match=kind):
            Register.open(share / "register.db", create=True, mounts=mounts)
        assert list(share.iterdir()) == []
    else:
        Register.open(share / "register.db", create=True, mounts=mounts).close()


def test_a_link_to_a_network_share_is_followed(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "share")
    with pytest.raises(NetworkShare):
        Register.open(tmp_path / "link" / "register.db", create=True, mounts=f"x {tmp_path / 'share'} nfs rw 0 0\n")
