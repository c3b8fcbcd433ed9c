"""A document removed for good: a paper that must not be here, with all that was read of it.

In: an open register and the id of a document.  Out: `Forgotten`: what was removed, and where other copies may lie.
Promise: rows, search index, originals, drawn pages and the OCR cache are gone, and what the database had freed is written over; the
ledger keeps the names of its files and who had them removed, no digest and no text; nothing outside the register is touched.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.errors import RegisterError, UnknownDocument
from models.system import reason_of
from pipeline.register.database import Register
from pipeline.register.originals import original_path
from pipeline.register.rows import stamp
from pipeline.register.schema import SEARCH_INDEXES

__all__ = ["Forgotten", "forget", "write_over"]

KIND = "forgotten"
"""The kind of the ledger's rows of what was removed."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was removed: the names of the files, the number of tasks; `elsewhere` are places that the program does not touch.

    `originals` are the stored copies that went, as they also lie in each backup: relative to the register's folder.
    `written_over` is False where another program had the register open: freed space may still hold what stood there.
    """

    names: tuple[str, ...]
    tasks: int
    elsewhere: tuple[str, ...]
    originals: tuple[Path, ...]
    written_over: bool


def forget(register: Register, document_id: str, *, who: str, now: datetime) -> Forgotten:
    """Remove a document, its files, tasks, evidence and history. The files go first: what is cut off there can be done again.

    Raises UnknownDocument; RegisterError where a file cannot be deleted (then the rows are still there).
    """
    files = register.rows("SELECT sha256, name FROM files WHERE document_id = ? ORDER BY role, name", (document_id,))
    if not files:
        raise UnknownDocument(document=document_id)
    parts = register.rows(
        "SELECT a.sha256 FROM attachments a JOIN packets p ON p.sha256 = a.packet WHERE p.document_id = ? AND a.sha256 IS NOT NULL",
        (document_id,),
    )
    originals, drawn = [str(row["sha256"]) for row in files], [str(row["sha256"]) for row in (*files, *parts)]
    ledger = register.rows("SELECT id, path, place FROM intake WHERE document_id = ? ORDER BY id", (document_id,))
    tasks = register.row("SELECT count(*) FROM tasks WHERE document_id = ?", (document_id,))
    _delete_files(register, originals, drawn)
    register.rows("PRAGMA secure_delete = ON")
    with register.write() as connection:
        _delete_rows(connection, document_id, who=who, now=now)
    written_over = write_over(register)
    elsewhere = dict.fromkeys(
        str(place) for row in ledger for place in (row["path"], row["place"]) if place and Path(place).exists()
    )
    copies = tuple(original_path(register.files, sha256).relative_to(register.path.parent) for sha256 in originals)
    return Forgotten(tuple(row["name"] for row in files), tasks[0] if tasks else 0, tuple(elsewhere), copies, written_over)


def _delete_files(register: Register, originals: Sequence[str], drawn: Sequence[str]) -> None:
    # A part of a packet may be the original of another document (a letter that came along): only its pictures go.
    # Which pages of the OCR cache are this document's cannot be told from their names: all of it goes, it is only a cache.
    doomed = [original_path(register.files, sha256) for sha256 in originals]
    for sha256 in drawn:
        doomed += (register.files / "pages").glob(f"{sha256}-*")
    doomed += (register.files / "ocr").glob("*")
    for path in doomed:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise RegisterError(path=path, detail=reason_of(error)) from error


def _delete_rows(connection: sqlite3.Connection, document_id: str, *, who: str, now: datetime) -> None:
    for row in connection.execute("SELECT id, name FROM intake WHERE document_id = ?", (document_id,)).fetchall():
        connection.execute(
            """UPDATE intake SET sha256 = NULL, state = 'rejected', kind = ?, reason = ?, document_id = NULL, finished = ?
            WHERE id = ?""",
            (KIND, f"“{row['name']}” đã xóa khỏi sổ theo yêu cầu của {who}", stamp(now), row["id"]),
        )
    connection.execute("DELETE FROM revisions WHERE document_id = ?", (document_id,))
    connection.execute("DELETE FROM tasks WHERE document_id = ?", (document_id,))  # by themselves: the search index listens
    connection.execute("DELETE FROM documents WHERE id = ?", (document_id,))
    connection.execute(
        """DELETE FROM aliases WHERE source = 'machine' AND NOT EXISTS (
          SELECT 1 FROM task_agencies a WHERE a.agency_id = aliases.agency_id AND a.name = aliases.name)"""
    )
    for index in SEARCH_INDEXES:  # deleted words linger in them until they are made anew
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def write_over(register: Register) -> bool:
    """Write over what the database had freed, in the file and in its log; False where another program is in the way."""
    try:
        register.rows("VACUUM")
        busy = register.row("PRAGMA wal_checkpoint(TRUNCATE)")
    except RegisterError:  # held by another program, or no room for a second copy
        return False
    return busy is not None and busy[0] == 0
