"""The register's file: opened with care, written by one at a time, read without waiting.

In: a path.  Out: `Register`, a connection with the schema up to date and `NAME.files/` beside it.
Promise: whatever goes wrong is one of the `RegisterError`s; a write is one transaction, whole or not at all; a file that is not
a register is left as it was.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar
from urllib.parse import quote

from models.errors import NotARegister, RegisterError, RegisterLocked, RegisterReadOnly, RegisterTooNew
from models.system import reason_of
from pipeline.register.guard import check_path
from pipeline.register.schema import APPLICATION_ID, migrate_one, pending

BUSY_MS = 10_000
"""How long a writer waits for another one. A document is written in well under a second."""

Value = str | int | float | None
T = TypeVar("T")


class Register:
    """An open register. Use as a context manager, in one thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection, *, writable: bool) -> None:
        self.path = path
        self.files = path.with_name(f"{path.stem}.files")
        self.writable = writable
        self._connection = connection
        self._file = _number(path)
        self._known: dict[str, tuple[object, Any]] = {}

    @classmethod
    def open(cls, path: Path, *, create: bool, write: bool = True, busy_ms: int = BUSY_MS, mounts: str | None = None) -> Register:
        """Open the register at `path`, bringing an older one up to date; only with `create` a missing one is made.

        `write=False` asks only to read, which works on a read-only disk too, unless the register there is an older one.
        Raises RegisterMissing, NotARegister, NetworkShare, RegisterReadOnly, RegisterLocked, RegisterTooNew, or RegisterError.
        """
        check_path(path, create=create, mounts=mounts)
        with _translated(path):
            if create:
                _make_folder(path)
            register = cls(path, _connect(path, create=create, write=write, busy_ms=busy_ms), writable=write)
            try:
                ready = register._prepare(create=create)
            except BaseException:
                register.close()
                raise
        if ready:
            return register
        register.close()
        cls.open(path, create=False, busy_ms=busy_ms, mounts=mounts).close()  # a reader, too, brings an older register up to date
        return cls.open(path, create=False, write=write, busy_ms=busy_ms, mounts=mounts)

    def _prepare(self, *, create: bool) -> bool:
        """Bring the schema up to date; False where that must be done but this connection may only read."""
        connection = self._connection
        if create and not _value(connection, "PRAGMA application_id"):
            self._adopt()
        if self.writable and _value(connection, "PRAGMA journal_mode") != "wal":
            self._enter_wal()
        waiting, newer = pending(connection)
        if newer:
            raise RegisterTooNew(path=self.path)
        while self.writable:
            with self.write():
                if not migrate_one(connection):
                    # On a read-only file SQLite begins quietly as a reader: ask for a real write, of nothing.
                    connection.execute("DELETE FROM settings WHERE 0")
                    return True
        return not waiting

    def _adopt(self) -> None:
        # Written before the change to WAL, so that the mark stands in the file itself from the first commit on.
        with self.write() as connection:
            if _value(connection, "PRAGMA application_id") == APPLICATION_ID:
                return  # another program made the register while this one waited for the lock
            if _value(connection, "SELECT count(*) FROM sqlite_master"):
                raise NotARegister(path=self.path, detail="cơ sở dữ liệu SQLite của chương trình khác")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def _enter_wal(self) -> None:
        # Two programs that create a register at once: the change fails without waiting, so wait for the other's lock, then try agai
        for _ in range(3):
            try:
                self._connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                if _code(error) != sqlite3.SQLITE_BUSY:
                    raise
            with self.write():
                pass
        raise RegisterLocked(path=self.path)

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction, begun as a writer; committed at the end, undone whole on any exception."""
        if not self.writable:
            raise RegisterReadOnly(path=self.path)
        with _translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                if _number(self.path) != self._file:  # SQLite would go on writing to a file that nobody can find any more
                    raise RegisterError(path=self.path, detail="tệp sổ bị xóa, dời hoặc thay trong lúc chạy")
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads inside see one state of the register, whatever others write meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        with _translated(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT" if self._connection.in_transaction else "SELECT 1")

    def remembered(self, name: str, work: Callable[[], T]) -> T:
        """What `work` gives, kept until this connection or another one has written to the register."""
        state = (_value(self._connection, "PRAGMA data_version"), self._connection.total_changes)
        known = self._known.get(name)
        if known is None or known[0] != state:
            known = self._known[name] = (state, work())
        found: T = known[1]
        return found

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[sqlite3.Row]:
        """All rows of a query."""
        with _translated(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Value] = ()) -> sqlite3.Row | None:
        """The first row of a query, or None."""
        with _translated(self.path):
            found: sqlite3.Row | None = self._connection.execute(sql, parameters).fetchone()
            return found

    def close(self) -> None:
        """Close the file; what was committed stays."""
        self._connection.close()

    def __enter__(self) -> Register:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[dict[str, Value]]) -> None:
    """Insert rows that all have the same columns."""
    rows = list(rows)
    if rows:
        columns = list(rows[0])
        marks = ", ".join(f":{column}" for column in columns)
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)


def _make_folder(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except PermissionError as error:
        raise RegisterReadOnly(path=path) from error
    except OSError as error:
        raise RegisterError(path=path, detail=reason_of(error)) from error


def _connect(path: Path, *, create: bool, write: bool, busy_ms: int) -> sqlite3.Connection:
    mode = ("rwc" if create else "rw") if write else "ro"
    # Reading a WAL database wants to make its shared-memory file; where the folder forbids that and nothing waits in the log,
    # the file is as good as unchangeable.
    frozen = not write and not writable(path.parent) and not _has_log(path)
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}" + ("&immutable=1" if frozen else "")
    connection = sqlite3.connect(uri, uri=True, timeout=busy_ms / 1000, isolation_level=None)
    connection.row_factory = sqlite3.Row
    for pragma in ("foreign_keys = ON", "synchronous = FULL"):  # FULL: what a receipt promised survives a power cut
        connection.execute(f"PRAGMA {pragma}")
    return connection


def writable(path: Path) -> bool:
    """Whether this process, as whom it acts now, may write there."""
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _number(path: Path) -> tuple[int, int] | None:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def _has_log(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def _value(connection: sqlite3.Connection, sql: str) -> Value:
    value: Value = connection.execute(sql).fetchone()[0]
    return value


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF  # extended codes carry the primary one in the low byte


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into a `RegisterError`; errors in our own statements stay what they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = _code(error)
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise RegisterLocked(path=path) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_AUTH):
            raise RegisterReadOnly(path=path) from error
        if code == sqlite3.SQLITE_NOTADB:
            raise NotARegister(path=path, detail="không phải cơ sở dữ liệu SQLite") from error
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PROTOCOL):
            raise RegisterError(path=path, detail=reason_of(error)) from error
        raise
