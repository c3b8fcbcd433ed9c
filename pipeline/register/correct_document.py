"""What a person says of a document: its number, date, issuer and the other fields of the letterhead.

In: a document id, the version the person saw, the new values.  Out: the new version.
Promise: as with tasks: a person's value stands apart from the machine's, is shown instead of it also after later readings, is a row
of `revisions`, and can be taken back; a change made on an outdated version is refused (DocumentConflict).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, datetime

from models.errors import DocumentConflict, UnknownDocument
from models.register import Revision
from pipeline.register.database import Register, Value, insert
from pipeline.register.redate import Reading, move_deadlines
from pipeline.register.refold import refold_document, refold_tasks
from pipeline.register.rows import dump, stamp
from pipeline.register.schema import DOCUMENT_FIELDS
from pipeline.register.store import random_id

__all__ = ["correct_document", "document_history", "undo_document"]

Shown = str | list[str] | None
_LISTS = ("addressees", "recipients")


def correct_document(
    register: Register, document_id: str, version: int, changes: Mapping[str, Shown], *, who: str, when: datetime,
    read: Reading | None = None, new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Put a person's values in place of the machine's for those of the given fields that differ from what is shown.

    `issued` is an ISO day, `addressees` and `recipients` lists. Raises ValueError for a field that is none or a day that is none.
    With `read` a new day moves the deadlines that are counted from it (pipeline/register/redate.py), in the same transaction.
    """
    for field, value in changes.items():
        if field not in DOCUMENT_FIELDS or (field in _LISTS) != isinstance(value, list):
            raise ValueError(field)
        if field == "issued" and isinstance(value, str):
            date.fromisoformat(value)
    with register.write() as connection:
        document = _locked(connection, document_id, version)
        human: dict[str, Shown] = json.loads(document["human"])
        change = new_id()
        made, day = 0, _shown(connection, document_id, "issued")
        for field, value in changes.items():
            before = _shown(connection, document_id, field)
            if value != before:
                _note(connection, document_id, change, who, when, "correct", field, before, value, field in human, None)
                human[field] = value
                made += 1
        after = _save(connection, document, human) if made else version
        _redate(connection, document_id, day, read, who=who, when=when, new_id=new_id)
        return after


def undo_document(
    register: Register, document_id: str, version: int, *, who: str, when: datetime, read: Reading | None = None,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Take back the last change of the document's fields that still stands; with `read` deadlines move back with the day."""
    with register.write() as connection:
        document = _locked(connection, document_id, version)
        last = connection.execute(
            """SELECT change FROM revisions WHERE document_id = ? AND task_id IS NULL AND undone_by IS NULL AND undoes IS NULL
            ORDER BY id DESC""",
            (document_id,),
        ).fetchone()
        if last is None:
            return version
        human: dict[str, Shown] = json.loads(document["human"])
        change, day = new_id(), _shown(connection, document_id, "issued")
        rows = connection.execute("SELECT * FROM revisions WHERE change = ? ORDER BY id DESC", (last["change"],)).fetchall()
        for row in rows:
            before, field = json.loads(row["before"]), row["field"]
            now, held = _shown(connection, document_id, field), field in human
            human.pop(field, None)
            if row["human_before"]:
                human[field] = before
            _note(connection, document_id, change, who, when, "undo", field, now, before, held, last["change"])
        connection.execute("UPDATE revisions SET undone_by = ? WHERE change = ?", (change, last["change"]))
        version = _save(connection, document, human)
        _redate(connection, document_id, day, read, who=who, when=when, new_id=new_id)
        return version


def _redate(
    connection: sqlite3.Connection, document_id: str, before: Shown, read: Reading | None, *, who: str, when: datetime,
    new_id: Callable[[], str],
) -> None:  # fmt: skip
    after = _shown(connection, document_id, "issued")
    if read is not None and before != after:
        days = [date.fromisoformat(day) if isinstance(day, str) else None for day in (before, after)]
        move_deadlines(connection, document_id, days[0], days[1], read, who=who, when=when, new_id=new_id)


def document_history(register: Register, document_id: str) -> list[Revision]:
    """All that persons changed of a document's fields, oldest first."""
    rows = register.rows("SELECT * FROM revisions WHERE document_id = ? AND task_id IS NULL ORDER BY id", (document_id,))
    return [
        Revision(
            change=row["change"], task_id="", who=row["who"], at=datetime.fromisoformat(row["at"]), action=row["action"],
            field=row["field"], before=json.loads(row["before"]), after=json.loads(row["after"]),
            undone=row["undone_by"] is not None,
        )
        for row in rows
    ]  # fmt: skip


def _locked(connection: sqlite3.Connection, document_id: str, version: int) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    if row is None:
        raise UnknownDocument(document=document_id)
    if row["version"] != version:
        raise DocumentConflict(path="", found=row["version"], given=version)
    return row


def _shown(connection: sqlite3.Connection, document_id: str, field: str) -> Shown:
    value = connection.execute(f"SELECT {field} FROM documents_shown WHERE id = ?", (document_id,)).fetchone()[0]
    found: Shown = json.loads(value) if field in _LISTS else value
    return found


def _save(connection: sqlite3.Connection, document: sqlite3.Row, human: Mapping[str, Shown]) -> int:
    version = int(document["version"]) + 1
    connection.execute("UPDATE documents SET human = ?, version = ? WHERE id = ?", (dump(human), version, document["id"]))
    refold_document(connection, document["id"])
    refold_tasks(connection, document["id"])  # the number is among the words of each task
    return version


def _note(
    connection: sqlite3.Connection, document_id: str, change: str, who: str, when: datetime, action: str, field: str,
    before: Shown, after: Shown, held: bool, undoes: str | None,
) -> None:  # fmt: skip
    row: dict[str, Value] = {
        "change": change, "document_id": document_id, "task_id": None, "who": who, "at": stamp(when), "action": action,
        "field": field, "before": dump(before), "after": dump(after), "human_before": int(held), "undoes": undoes,
    }  # fmt: skip
    insert(connection, "revisions", [row])
