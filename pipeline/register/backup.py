"""A copy of the register with its originals in another folder, made while others write.

In: an open register and a folder.  Out: the database and the originals it names, each whole; what could not be copied.
Promise: the copy is one state of the register; nothing in the folder is replaced before what takes its place is whole; a second
run copies only what is new, and of papers that were removed for good (`forget`) it removes the originals too; the register itself
is only read.
"""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from models.errors import BackupError, RegisterError, RejectedFile
from models.system import reason_of
from pipeline.register.database import Register
from pipeline.register.forget import KIND as FORGOTTEN
from pipeline.register.originals import keep_original, original_path

__all__ = ["Copied", "back_up"]

_ORIGINAL = re.compile(r"[0-9a-f]{64}")
_PAGES = 2_000
"""Pages of the database that are copied in one go (8 MB): others may write between two of them."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What a run copied: the copy of the database, how many originals are there now and are new, the names of those that lack.

    `forgotten` originals of an earlier run were removed, because their papers were; `spare` are those that no row names and no
    removed paper accounts for: they stay, it may be another register's copy.
    """

    database: Path
    originals: int
    new: int
    lost: tuple[str, ...]
    forgotten: int = 0
    spare: tuple[Path, ...] = ()


def back_up(
    register: Register, folder: Path, *, beside: tuple[Path, ...] = (), on_file: Callable[[], None] = lambda: None
) -> Copied:
    """Copy the register, its originals and the files `beside` (people, log) that are there.

    Raises BackupError where the folder cannot be written, or is the register's own.
    """
    target = folder / register.path.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _refuse_own(register, folder)
        came = _came(target)
        _copy_database(register.path, target)
        lost, new, count = [], 0, 0
        for sha256, name in _named(target):
            count += 1
            on_file()
            known = original_path(_files(target), sha256).exists()
            if not _copy_original(register.files, _files(target), sha256, name):
                lost.append(name)
            elif not known:
                new += 1
        for path in beside:
            if path.is_file():
                _copy_file(path, folder / path.name)
        forgotten, spare = _clear(target, came)
    except RegisterError as error:  # of the copies of originals
        raise BackupError(path=folder, detail=error.facts["detail"] or "không có quyền") from error
    except (OSError, sqlite3.Error) as error:
        raise BackupError(path=folder, detail=reason_of(error)) from error
    return Copied(target, count - len(lost), new, tuple(lost), forgotten, spare)


def _files(database: Path) -> Path:
    return database.with_name(f"{database.stem}.files")


def _refuse_own(register: Register, folder: Path) -> None:
    real, own = Path(os.path.realpath(folder)), Path(os.path.realpath(register.path.parent))
    files = Path(os.path.realpath(register.files))
    if real in (own, files) or real.is_relative_to(files):
        raise BackupError(path=folder, detail="là nơi của chính sổ")


def _copy_database(source: Path, target: Path) -> None:
    aside = target.with_name(f".{target.name}.part")
    aside.unlink(missing_ok=True)
    try:
        with (
            closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as origin,
            closing(sqlite3.connect(aside)) as copy,
        ):
            origin.backup(copy, pages=_PAGES)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
            found = copy.execute("PRAGMA quick_check").fetchone()[0]
            if found != "ok":
                raise sqlite3.DatabaseError(str(found))
        _sync(aside)
        shutil.copymode(source, aside)
        aside.replace(target)
        for left in ("-wal", "-shm"):  # of a register that was worked with here: they belong to the file that is gone
            target.with_name(target.name + left).unlink(missing_ok=True)
        _sync(target.parent)
    finally:
        aside.unlink(missing_ok=True)


def _named(database: Path) -> Iterator[tuple[str, str]]:
    yield from ((row[0], row[1]) for row in _rows(database, "SELECT sha256, name FROM files ORDER BY added, sha256"))


Landing = tuple[int, str]
"""A row of the ledger: its id and the path of the file."""


def _came(database: Path) -> dict[str, set[Landing]]:
    """By which rows of the ledger each original came, as the last run copied them; none where that copy is gone or damaged."""
    came: dict[str, set[Landing]] = {}
    try:
        for sha256, *landing in _rows(database, "SELECT sha256, id, path FROM intake WHERE sha256 IS NOT NULL"):
            came.setdefault(sha256, set()).add((landing[0], landing[1]))
    except sqlite3.Error:
        return {}
    return came


def _clear(database: Path, came: Mapping[str, Set[Landing]]) -> tuple[int, tuple[Path, ...]]:
    """Remove the originals of papers that are gone from the register; say how many, and which are left because nobody removed them.

    Only `forget` takes a file out of a register, and leaves the row by which it came, without its digest. What lacks such a row is
    of another register, or of a state of this one that was lost: its original may be the last there is.
    """
    folder = _files(database) / "originals"
    known = {sha256 for sha256, _ in _named(database)}
    spare = [path for path in sorted(folder.glob("*")) if _ORIGINAL.fullmatch(path.name) and path.name not in known]
    removed = {(row[0], row[1]) for row in _rows(database, "SELECT id, path FROM intake WHERE kind = ?", FORGOTTEN)}
    gone = [path for path in spare if came.get(path.name, set()) & removed]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone), tuple(path for path in spare if path not in gone)


def _rows(database: Path, query: str, *values: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        return copy.execute(query, values).fetchall()


def _copy_original(source: Path, target: Path, sha256: str, name: str) -> bool:
    """Copy one original unless a whole copy is there; False where the register's own is gone or no longer what it was."""
    try:
        keep_original(target, original_path(source, sha256), sha256=sha256, name=name)
    except RejectedFile:
        return False
    return True


def _copy_file(source: Path, target: Path) -> None:
    aside = target.with_name(f".{target.name}.part")
    handle = os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    os.close(handle)
    shutil.copyfile(source, aside)
    shutil.copymode(source, aside)
    _sync(aside)
    aside.replace(target)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
