"""Is the register whole? The database, its search index, the ledger, the stored originals, the caches beside them.

In: an open register.  Out: `Finding`s, worst first; with `mend` what is safe to mend is mended.
Promise: nothing is changed by looking; mending rebuilds what is made from the rest (search index, cache) and touches nothing else.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pipeline.register.database import Register
from pipeline.register.originals import half_copied, original_path
from pipeline.register.schema import SEARCH_INDEXES
from pipeline.register.schema_keys import KEY_COLUMNS, mend_keys, stale_keys

__all__ = ["Finding", "Trouble", "check_register", "mend"]

_CHUNK = 1 << 20
_MOST = 50
"""So many findings of one kind are told; a register that lost its folder would tell a hundred thousand."""


class Trouble(StrEnum):
    """What can be wrong."""

    DATABASE = "database"
    LINK = "link"
    SEARCH = "search"
    MAIN_FILE = "main_file"
    ORIGINAL_LOST = "original_lost"
    ORIGINAL_CHANGED = "original_changed"
    LEDGER = "ledger"
    NOT_IN_LEDGER = "not_in_ledger"
    ORPHAN = "orphan"
    CACHE = "cache"


SAFE = frozenset({Trouble.SEARCH, Trouble.CACHE})
"""What `mend` mends."""
MINOR = frozenset({Trouble.CACHE})
"""Costs disk space, loses nothing, and comes and goes while a watcher works. (A spare original may be of a paper that must not be
here: somebody has to look.)"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: what, and with which row or file."""

    trouble: Trouble
    detail: str


def check_register(
    register: Register, *, on_file: Callable[[], None] = lambda: None, wait: Callable[[], None] = lambda: None
) -> list[Finding]:
    """All that is wrong; `on_file` is called for each original that was read, `wait` before a spare original is looked for again:
    who registers a document writes its original first, and its row a moment later.
    """
    looks = (
        _database(register),
        _links(register),
        _search(register),
        _main_files(register),
        _originals(register, on_file),
        _ledger(register),
        _orphans(register, wait),
        _cache(register.files / "ocr"),
    )
    return [finding for look in looks for finding in _few(look)]


def mend(register: Register, findings: list[Finding]) -> list[Finding]:
    """Mend what is safe, and return what was mended."""
    mended = [finding for finding in findings if finding.trouble in SAFE]
    if any(finding.trouble is Trouble.SEARCH for finding in mended):
        with register.write() as connection:
            for index in SEARCH_INDEXES:
                connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")
            connection.execute(mend_keys())
    for finding in mended:
        if finding.trouble is Trouble.CACHE:
            (register.files / "ocr" / finding.detail).unlink(missing_ok=True)
    return mended


def _few(look: Iterator[Finding]) -> Iterator[Finding]:
    for number, finding in enumerate(look):
        if number == _MOST:
            yield Finding(finding.trouble, "…")
            return
        yield finding


def _database(register: Register) -> Iterator[Finding]:
    for row in register.rows(f"PRAGMA integrity_check({_MOST})"):
        if row[0] != "ok":
            yield Finding(Trouble.DATABASE, str(row[0]))


def _links(register: Register) -> Iterator[Finding]:
    for row in register.rows("PRAGMA foreign_key_check"):
        yield Finding(Trouble.LINK, f"{row[0]} {row[1]} → {row[2]}")


class _LookedAt(Exception):
    """Ends the transaction of a look without keeping it."""


def _search(register: Register) -> Iterator[Finding]:
    for index in SEARCH_INDEXES:
        yield from _index(register, index)
    if register.row(f"{stale_keys()} LIMIT 1"):
        yield Finding(Trouble.SEARCH, ", ".join(KEY_COLUMNS))


def _index(register: Register, index: str) -> Iterator[Finding]:
    try:
        with register.write() as connection:
            try:
                # rank 1: compare with the rows, not only with itself
                connection.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
            except sqlite3.DatabaseError as error:
                if "CORRUPT" not in str(getattr(error, "sqlite_errorname", "")):
                    raise
                yield Finding(Trouble.SEARCH, index)
            raise _LookedAt
    except _LookedAt:
        return


def _main_files(register: Register) -> Iterator[Finding]:
    for row in register.rows(
        """SELECT d.id, d.number, sum(f.role = 'main') AS mains FROM documents d LEFT JOIN files f ON f.document_id = d.id
        GROUP BY d.id HAVING ifnull(mains, 0) <> 1 ORDER BY d.id"""
    ):
        yield Finding(Trouble.MAIN_FILE, f"{row['number'] or '-'} ({row['id']}): {row['mains'] or 0}")


def _originals(register: Register, on_file: Callable[[], None]) -> Iterator[Finding]:
    for row in register.rows("SELECT sha256, name FROM files ORDER BY added, name"):
        place = original_path(register.files, row["sha256"])
        on_file()
        try:
            changed = _digest(place) != row["sha256"]
        except OSError:
            yield Finding(Trouble.ORIGINAL_LOST, f"{row['name']}: {place}")
            continue
        if changed:
            yield Finding(Trouble.ORIGINAL_CHANGED, f"{row['name']}: {place}")


def _ledger(register: Register) -> Iterator[Finding]:
    held = "state IN ('registered', 'registered_with_warnings', 'duplicate')"
    for row in register.rows(
        f"""SELECT name, path FROM intake i WHERE {held} AND NOT EXISTS (
          SELECT 1 FROM files f WHERE f.sha256 = i.sha256 AND f.document_id = i.document_id) ORDER BY id"""
    ):
        yield Finding(Trouble.LEDGER, f"{row['name']} ({row['path']})")
    for row in register.rows(
        f"""SELECT name FROM files f WHERE NOT EXISTS (
          SELECT 1 FROM intake i WHERE i.sha256 = f.sha256 AND {held}) ORDER BY name"""
    ):
        yield Finding(Trouble.NOT_IN_LEDGER, str(row["name"]))


def _orphans(register: Register, wait: Callable[[], None]) -> Iterator[Finding]:
    spare = _without_row(register)
    if spare:
        wait()
        spare &= _without_row(register)
    yield from (Finding(Trouble.ORPHAN, str(path)) for path in sorted(spare))


def _without_row(register: Register) -> set[Path]:
    """The files beside the originals of which no row speaks; rows that come while the folder is listed count."""
    folder = register.files / "originals"
    there = set(folder.iterdir()) if folder.is_dir() else set()
    known = {row["sha256"] for row in register.rows("SELECT sha256 FROM files")}
    return {path for path in there if path.name not in known} - half_copied(register.files)


def _cache(folder: Path) -> Iterator[Finding]:
    """Files of the cache that are no whole page: left by a process that was killed, or damaged."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            whole = path.suffix == ".z" and bool(zlib.decompress(path.read_bytes()))
        except (OSError, zlib.error):
            whole = False
        if not whole:
            yield Finding(Trouble.CACHE, path.name)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
