"""Tasks that a person adds: from an edited list, or read off the page by eye.

In: a `NewTask`.  Out: its id.
Promise: the addition is a revision like any other: its author is kept, undo takes the task out of the lists again, and no later
reading touches it.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.directive import Kind, Origin, Role
from models.errors import UnknownTask
from models.register import AgencyChange, DeadlineChange, TaskChanges, TaskStatus, paper_name
from pipeline.register.correct import _agency, _Change, _deadline, _locked, _wanted
from pipeline.register.database import Register, insert
from pipeline.register.rows import dump, fold_parts
from pipeline.register.schema import TASK_FIELDS
from pipeline.register.store import random_id
from pipeline.rules.homes import home_of

__all__ = ["DocumentIndex", "NewTask", "add_task", "revise"]


@dataclass(frozen=True, slots=True)
class NewTask:
    """A task as a person writes it down, with the document that assigns it."""

    document: str
    text: str
    kind: Kind = Kind.ASSIGNMENT
    origin: Origin = Origin.IMPORTED
    product: str | None = None
    note: str | None = None
    page: int | None = None
    agencies: tuple[AgencyChange, ...] = ()
    deadlines: tuple[DeadlineChange, ...] = ()


def add_task(register: Register, new: NewTask, *, who: str, when: datetime, new_id: Callable[[], str] = random_id) -> str:
    """Put a person's task at the end of its document, as confirmed; UnknownTask where there is no such document."""
    task_id = new_id()
    with register.write() as connection:
        _insert(connection, new, task_id, who)
        task = _locked(connection, task_id, 1)
        # Inserted as rejected and confirmed by the change: undoing the change takes the task out of the lists again.
        change = _Change(connection, task, who=who, when=when, action="add", change_id=new_id())
        for field in TASK_FIELDS:
            change.say(field, new.kind.value if field == "kind" else getattr(new, field), always=True)
        for role in Role:
            change.say(role.value, [_agency(agency) for agency in new.agencies if agency.role is role], always=True)
        change.say("deadlines", [_deadline(deadline) for deadline in new.deadlines], always=True)
        change.status(TaskStatus.CONFIRMED)
        change.done()
    return task_id


def _insert(connection: sqlite3.Connection, new: NewTask, task_id: str, who: str) -> None:
    if connection.execute("SELECT 1 FROM documents WHERE id = ?", (new.document,)).fetchone() is None:
        raise UnknownTask(task=new.document)
    last = connection.execute("SELECT ifnull(max(position), -1) FROM tasks WHERE document_id = ?", (new.document,)).fetchone()[0]
    row = {
        "id": task_id,
        "document_id": new.document,
        "position": last + 1,
        "status": TaskStatus.REJECTED.value,
        "path": dump([]),
        "kind": new.kind.value,
        "origin": new.origin.value,
        "text": new.text,
        "page": new.page,
        "confidence": 1.0,
        "created_by": who,
        "folded": fold_parts((new.text,)),
    }
    insert(connection, "tasks", [row])


def revise(
    register: Register, task_id: str, version: int, changes: TaskChanges, status: TaskStatus | None, *, who: str, when: datetime,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Correct a task and judge it in one change: both or neither, and one step to undo. Returns the new version."""
    with register.write() as connection:
        task = _locked(connection, task_id, version)
        action = status.value if status else "correct"
        change = _Change(connection, task, who=who, when=when, action=action, change_id=new_id())
        for field, value in _wanted(connection, task_id, changes).items():
            change.say(field, value)
        if status is TaskStatus.CONFIRMED:
            change.keep_all()
        if status is not None:
            change.status(status)
        elif change.made:
            change.status(TaskStatus.CORRECTED)
        return change.done()


@dataclass(frozen=True, slots=True)
class DocumentIndex:
    """The documents by number and by file name, with what a new task of theirs is read against."""

    ids: Mapping[str, tuple[str, ...]]
    issued: Mapping[str, date | None]
    places: Mapping[str, str | None]
    pages: Mapping[str, int]

    @classmethod
    def load(cls, register: Register) -> DocumentIndex:
        """All documents of the register."""
        rows = register.rows(
            """SELECT d.id, d.number, d.issued, d.issuer, d.place, d.subject, f.name,
            (SELECT count(*) FROM pages p WHERE p.sha256 = f.sha256) AS pages
            FROM documents_shown d JOIN files f ON f.document_id = d.id AND f.role = 'main'"""
        )
        ids: dict[str, list[str]] = {}
        for row in rows:
            for name in filter(None, (row["number"], paper_name(row["number"], row["name"]), f"({row['name']})")):
                ids.setdefault(_same(name), []).append(row["id"])
        return cls(
            {name: tuple(dict.fromkeys(found)) for name, found in ids.items()},
            {row["id"]: date.fromisoformat(row["issued"]) if row["issued"] else None for row in rows},
            {row["id"]: home_of(row["issuer"], row["place"], row["subject"]) for row in rows},
            {row["id"]: row["pages"] for row in rows},
        )

    def find(self, number: str, issued: date | None = None) -> tuple[str, ...]:
        """The documents that bear this number (letter case and blanks do not count), or this file name in parentheses."""
        found = self.ids.get(_same(number), ())
        if len(found) > 1 and issued is not None:
            found = tuple(document for document in found if self.issued[document] == issued)
        return found


def _same(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()
