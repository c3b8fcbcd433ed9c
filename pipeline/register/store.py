"""A directive enters the register, or is read again.

In: a `Directive`, its file, the time and a source of ids.  Out: a `Receipt`; document, tasks, evidence and ledger row on the disk.
Promise: one transaction a document; the original is copied before its row is committed; the same file twice changes nothing; ids
are given once, at random; a second reading replaces what the machine read and never what a person said.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from models.directive import Directive, FileRecord, Task
from models.errors import SecretDocument
from models.register import Arrival, FileRole, IntakeRow, IntakeState, Receipt, Reread
from pipeline.register.database import Register, Value, insert
from pipeline.register.difference import changes_between, values_of
from pipeline.register.ledger import write_intake
from pipeline.register.match import Item, match
from pipeline.register.office import is_ours, load_office
from pipeline.register.originals import keep_original
from pipeline.register.packets import document_of_part, letter_of, write_packet
from pipeline.register.refold import refold_document, refold_tasks
from pipeline.register.rows import (
    document_row,
    reading_key,
    stamp,
    state_of,
    task_row,
    write_document_parts,
    write_task_parts,
)
from pipeline.register.sameness import better_text, find_same
from pipeline.register.taught import ALIAS, accepted, with_aliases

_REASONS = {
    IntakeState.REGISTERED: "đã vào sổ",
    IntakeState.WARNINGS: "đã vào sổ, có cảnh báo",
    IntakeState.DUPLICATE: "trùng với văn bản đã có trong sổ",
}
_TOLD_BY_ONE = ("number", "issuer", "place", "issued", "year", "signer_name", "signer_title", "signer_authority")
"""Fields that a person writes or stamps on one copy of a document alone."""


def random_id() -> str:
    """A new id: 60 random bits as 12 letters and digits that are not mistaken for each other (no i, l, o, u)."""
    bits = secrets.randbits(60)
    return "".join("0123456789abcdefghjkmnpqrstvwxyz"[bits >> 5 * place & 31] for place in range(12))


def store(
    register: Register,
    directive: Directive,
    *,
    now: datetime,
    original: Path | bytes,
    new_id: Callable[[], str] = random_id,
    path: str | None = None,
    started: datetime | None = None,
    reread: bool = False,
    arrival: Arrival | None = None,
) -> Receipt:
    """Write a directive to the register.

    1. A file that is known (same sha256) changes nothing: the receipt says duplicate. With `reread` its new reading is put in
       place: tasks are matched to the stored ones, ids and all that a person said stay. Of a version only what the main file lacks
       is taken, unless its text is now the better one.
    2. A file that is the same document as a known one (number, issuer on that day, date and text) is kept as a version of it: no
        task is doubled; where its text is the better one, the document is read from it from now on, as with `reread`.
    3. Otherwise original, document and tasks are written, whole or not at all.
    4. With `path` (as the user gave it) the ledger row is written in the same transaction; `arrival` is its landing in an inbox.
    5. Names of agencies that people taught (pipeline/register/aliases.py) are read as they were taught.
    6. Raises SecretDocument, keeping nothing, where the directive bears a secrecy mark.
    """
    if directive.fields.secrecy:
        raise SecretDocument(name=directive.file.name, detail=directive.fields.secrecy)
    file = directive.file
    keep_original(register.files, original, sha256=file.sha256, name=file.name)
    with register.write() as connection:
        directive = with_aliases(directive, accepted(connection))
        known = find_document(connection, file.sha256)
        if known and reread:
            again = _read_version_again if _is_version(connection, file.sha256) else _read_again
            receipt = again(connection, known, directive, now=now, new_id=new_id)
        elif known:
            receipt = Receipt(IntakeState.DUPLICATE, known, warnings=directive.warnings, role=FileRole.DUPLICATE)
        elif held := _held_by_packet(connection, directive):
            receipt = _join(connection, held[0], directive, now=now, new_id=new_id, better=held[1])
        elif same := find_same(connection, directive):
            receipt = _join(connection, same, directive, now=now, new_id=new_id)
        else:
            receipt = _register(connection, directive, now=now, new_id=new_id)
        if receipt.role is not FileRole.DUPLICATE:
            write_packet(connection, receipt.document_id, directive)
        if path is not None:
            write_intake(connection, _ledger_row(directive, receipt, path=path, started=started, now=now, arrival=arrival))
    return receipt


def find_document(connection: sqlite3.Connection, sha256: str) -> str | None:
    """The id of the document one of whose files has this digest."""
    row = connection.execute("SELECT document_id FROM files WHERE sha256 = ?", (sha256,)).fetchone()
    return str(row[0]) if row else None


def known_file(register: Register, sha256: str) -> str | None:
    """The id of the document that these bytes belong to, so that a known file need not be read at all."""
    row = register.row("SELECT document_id FROM files WHERE sha256 = ?", (sha256,))
    return str(row[0]) if row else None


def known_as(register: Register, sha256: str) -> str:
    """The name under which these bytes entered, with the number of their document: what a clerk looks for."""
    row = register.row(
        "SELECT f.name, d.number FROM files f JOIN documents_shown d ON d.id = f.document_id WHERE f.sha256 = ?", (sha256,)
    )
    if row is None:
        return ""
    return f"{row['name']}, {row['number']}" if row["number"] else str(row["name"])


def _held_by_packet(connection: sqlite3.Connection, directive: Directive) -> tuple[str, bool] | None:
    """The document that this file came to already, in a packet, or whose letter this packet holds; and whether it takes its place.

    A packet holds the letter and its annexes: it takes the place of the letter, never the other way round.
    """
    if directive.packet and (known := find_document(connection, letter_of(directive.packet))):
        return known, not connection.execute("SELECT 1 FROM packets WHERE document_id = ?", (known,)).fetchone()
    known = document_of_part(connection, directive.file.sha256)
    return (known, False) if known else None


def _ledger_row(
    directive: Directive, receipt: Receipt, *, path: str, started: datetime | None, now: datetime, arrival: Arrival | None
) -> IntakeRow:
    reason = _REASONS[receipt.state]
    if receipt.role is FileRole.VERSION:
        better = ", tốt hơn nên được dùng thay" if receipt.better else ""
        reason = f"bản khác của văn bản đã có trong sổ ({receipt.twin}){better}"
        if directive.packet and directive.packet.header.notice:
            reason = f"{reason}. {directive.packet.header.notice}"
    if receipt.state is IntakeState.WARNINGS:
        reason = f"{reason}: {' '.join(directive.warnings)}"
    return IntakeRow(
        path=path,
        name=directive.file.name,
        state=receipt.state,
        reason=reason,
        finished=now,
        sha256=directive.file.sha256,
        started=started,
        document_id=receipt.document_id,
        arrival=arrival,
    )


def _register(connection: sqlite3.Connection, directive: Directive, *, now: datetime, new_id: Callable[[], str]) -> Receipt:
    document_id = new_id()
    ours = is_ours(load_office(connection), directive.fields.issuer)
    row = {"id": document_id, "registered": stamp(now), "ours": int(ours), **document_row(directive, now=now)}
    insert(connection, "documents", [row])
    _add_file(connection, document_id, directive.file, FileRole.MAIN, now)
    write_document_parts(connection, document_id, directive)
    for position, task in enumerate(directive.tasks):
        _add_task(connection, document_id, new_id(), task, position=position, number=directive.fields.number)
    return _receipt(document_id, directive)


def _add_file(connection: sqlite3.Connection, document_id: str, file: FileRecord, role: FileRole, now: datetime) -> None:
    row: dict[str, Value] = {
        "sha256": file.sha256,
        "document_id": document_id,
        "name": file.name,
        "role": role.value,
        "size": file.size,
        "media": file.media,
        "added": stamp(now),
    }
    insert(connection, "files", [row])


def _join(
    connection: sqlite3.Connection, document_id: str, directive: Directive, *, now: datetime, new_id: Callable[[], str],
    better: bool | None = None,
) -> Receipt:  # fmt: skip
    """Another file of a stored document: kept beside the first, or in its place where its text is better."""
    main = connection.execute(
        """SELECT f.name, d.number FROM files f JOIN documents_shown d ON d.id = f.document_id
        WHERE f.document_id = ? AND f.role = 'main'""",
        (document_id,),
    ).fetchone()
    twin = ", ".join(filter(None, (main["name"], main["number"])))
    better = better_text(connection, document_id, directive.pages) if better is None else better
    counts: Reread | None = None
    if better:
        connection.execute("UPDATE files SET role = 'version' WHERE document_id = ? AND role = 'main'", (document_id,))
        _add_file(connection, document_id, directive.file, FileRole.MAIN, now)
        counts = _read_again(connection, document_id, directive, now=now, new_id=new_id).reread
    else:
        _add_file(connection, document_id, directive.file, FileRole.VERSION, now)
        _fill_blanks(connection, document_id, document_row(directive, now=now))
        _note(connection, document_id, directive)
        refold_document(connection, document_id)
        refold_tasks(connection, document_id)
    return Receipt(
        IntakeState.DUPLICATE,
        document_id,
        warnings=directive.warnings,
        reread=counts,
        role=FileRole.VERSION,
        twin=twin,
        better=better,
    )


def _note(connection: sqlite3.Connection, document_id: str, directive: Directive) -> None:
    # The same paper sent again to revoke it: as just another file of it the news would be lost.
    notice = directive.packet.header.notice if directive.packet else ""
    if notice:
        connection.execute(
            """UPDATE documents SET warnings = json_insert(warnings, '$[#]', :notice), state = :state, version = version + 1
            WHERE id = :id AND :notice NOT IN (SELECT value FROM json_each(warnings))""",
            {"notice": notice, "state": IntakeState.WARNINGS.value, "id": document_id},
        )


def _fill_blanks(connection: sqlite3.Connection, document_id: str, row: Mapping[str, Value]) -> None:
    # A scan may lack the number that the signed file has, the draft the day: what only one file tells the document keeps.
    for field in _TOLD_BY_ONE:
        blank = f"({field} IS NULL OR {field} LIKE '/%')"  # "/UBND-KSTT": a symbol without its number
        connection.execute(
            f"UPDATE documents SET {field} = ifnull(:new, {field}) WHERE id = :id AND {blank}",
            {"new": row.get(field), "id": document_id},
        )


def _add_task(
    connection: sqlite3.Connection, document_id: str, task_id: str, task: Task, *, position: int, number: str | None
) -> None:
    row = {"id": task_id, "document_id": document_id, **task_row(task, position=position, number=number)}
    insert(connection, "tasks", [row])
    write_task_parts(connection, document_id, task_id, task)


def _receipt(document_id: str, directive: Directive, reread: Reread | None = None) -> Receipt:
    return Receipt(
        state=state_of(directive),
        document_id=document_id,
        tasks=len(directive.tasks),
        agencies=sum(len(task.agencies) for task in directive.tasks),
        deadlines=sum(len(task.deadlines) for task in directive.tasks),
        citations=len(directive.citations),
        warnings=directive.warnings,
        reread=reread,
    )


def _read_again(
    connection: sqlite3.Connection, document_id: str, directive: Directive, *, now: datetime, new_id: Callable[[], str]
) -> Receipt:
    before = values_of(connection, document_id)
    update(connection, "documents", "id", document_id, document_row(directive, now=now))
    if connection.execute("SELECT 1 FROM files WHERE document_id = ? AND role = 'version'", (document_id,)).fetchone():
        _fill_blanks(connection, document_id, before.document)
    connection.execute("UPDATE documents SET version = version + 1 WHERE id = ?", (document_id,))
    connection.execute("DELETE FROM evidence WHERE document_id = ? AND task_id IS NULL AND source = 'machine'", (document_id,))
    connection.execute("DELETE FROM citations WHERE document_id = ?", (document_id,))
    connection.execute("DELETE FROM pages WHERE document_id = ?", (document_id,))
    write_document_parts(connection, document_id, directive)
    counts = _match_tasks(connection, document_id, directive, new_id=new_id)
    refold_document(connection, document_id)
    refold_tasks(connection, document_id)
    changes = changes_between(before, values_of(connection, document_id))
    return _receipt(document_id, directive, replace(counts, changes=changes))


def _is_version(connection: sqlite3.Connection, sha256: str) -> bool:
    return connection.execute("SELECT 1 FROM files WHERE sha256 = ? AND role = 'version'", (sha256,)).fetchone() is not None


def _read_version_again(
    connection: sqlite3.Connection, document_id: str, directive: Directive, *, now: datetime, new_id: Callable[[], str]
) -> Receipt:
    sha256 = directive.file.sha256
    in_packet = document_of_part(connection, sha256) == document_id  # a packet holds the letter and its annexes
    if not in_packet and better_text(connection, document_id, directive.pages):
        connection.execute("UPDATE files SET role = 'version' WHERE document_id = ? AND role = 'main'", (document_id,))
        connection.execute("UPDATE files SET role = 'main' WHERE sha256 = ?", (sha256,))
        return replace(_read_again(connection, document_id, directive, now=now, new_id=new_id), better=True)
    before = values_of(connection, document_id)
    _fill_blanks(connection, document_id, document_row(directive, now=now))
    _note(connection, document_id, directive)
    refold_document(connection, document_id)
    refold_tasks(connection, document_id)
    changes = changes_between(before, values_of(connection, document_id))
    return Receipt(
        IntakeState.DUPLICATE, document_id, warnings=directive.warnings, reread=Reread(0, 0, 0, 0, changes), role=FileRole.VERSION
    )


def _match_tasks(connection: sqlite3.Connection, document_id: str, directive: Directive, *, new_id: Callable[[], str]) -> Reread:
    # What a person made (created_by) the machine never found: it stands outside the matching and stays as it is.
    stored = connection.execute(
        "SELECT * FROM tasks WHERE document_id = ? AND created_by IS NULL ORDER BY position, seq", (document_id,)
    ).fetchall()
    pairs = match([_item(row) for row in stored], [Item(task.path, (task.text,)) for task in directive.tasks])
    number = directive.fields.number
    for position, task in enumerate(directive.tasks):
        if position in pairs:
            row = stored[pairs[position]]
            _renew_task(connection, row, task, position=position, number=number)
        else:
            _add_task(connection, document_id, new_id(), task, position=position, number=number)
    lost = [row for j, row in enumerate(stored) if j not in set(pairs.values())]
    touched = [row for row in lost if _touched(connection, row)]
    for row in lost:
        if row in touched:
            connection.execute("UPDATE tasks SET orphaned = 1, version = version + 1 WHERE id = ? AND NOT orphaned", (row["id"],))
        else:
            connection.execute("DELETE FROM revisions WHERE task_id = ?", (row["id"],))
            connection.execute("DELETE FROM tasks WHERE id = ?", (row["id"],))
    return Reread(len(pairs), len(directive.tasks) - len(pairs), len(lost) - len(touched), len(touched))


def _item(row: sqlite3.Row) -> Item:
    said = json.loads(row["human"]).get("text")
    return Item(tuple(json.loads(row["path"])), (row["text"], said) if said else (row["text"],))


def _touched(connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
    # Any revision counts, also one that was undone: its history must not vanish. A taught name that the program put in is no touch.
    sql = "SELECT 1 FROM revisions WHERE task_id = ? AND action <> ?"
    return connection.execute(sql, (row["id"], ALIAS)).fetchone() is not None


def _renew_task(connection: sqlite3.Connection, row: sqlite3.Row, task: Task, *, position: int, number: str | None) -> None:
    # An unchanged reading keeps its version: a form that a person has open must not turn stale for nothing.
    task_id = row["id"]
    if row["reading"] == reading_key(task) and not row["orphaned"]:
        connection.execute("UPDATE tasks SET position = ? WHERE id = ?", (position, task_id))
        return
    update(connection, "tasks", "id", task_id, {**task_row(task, position=position, number=number), "orphaned": 0})
    connection.execute("UPDATE tasks SET version = version + 1 WHERE id = ?", (task_id,))
    connection.execute("DELETE FROM evidence WHERE task_id = ? AND source = 'machine'", (task_id,))
    connection.execute("DELETE FROM task_agencies WHERE task_id = ? AND source = 'machine'", (task_id,))
    connection.execute("DELETE FROM deadlines WHERE task_id = ? AND source = 'machine'", (task_id,))
    write_task_parts(connection, row["document_id"], task_id, task)


def update(connection: sqlite3.Connection, table: str, key: str, value: str, row: dict[str, Value]) -> None:
    """Set the columns of one row."""
    pairs = ", ".join(f"{column} = :{column}" for column in row)
    connection.execute(f"UPDATE {table} SET {pairs} WHERE {key} = :_key", {**row, "_key": value})
