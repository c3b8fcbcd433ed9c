"""Records that a person cuts, joins or adds.

In: a task with the version the person saw, or a stretch of a document's text.  Out: ids of the records.
Promise: one change, whole or not at all, undone in one step; what comes of it says so (`derived_from`, `created_by`); nothing is
deleted: a record that was joined to another is rejected, and its history stays.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.directive import Evidence, Kind, Origin, Role, Task
from models.errors import UnknownDocument
from models.register import DeadlineChange, TaskStatus
from models.spans import Span
from models.text import Box
from pipeline.register.correct import _Change, _deadline, _locked, shown
from pipeline.register.database import Register, Value, insert
from pipeline.register.filters import STANDS
from pipeline.register.places import cut_place, joined_place
from pipeline.register.refold import refold_tasks
from pipeline.register.rows import dump, evidence_row, fold_parts, task_row, write_task_parts
from pipeline.register.store import random_id
from pipeline.register.views import evidence_of, placed

__all__ = ["Marked", "add_marked", "cut_off", "merge_tasks", "split_task", "taken_back"]

_ROLES = tuple(role.value for role in Role)
_LISTS = (*_ROLES, "deadlines")
_NAMED = {"deadlines": "text"}
"""By which words an item of a list is known; agencies by their name."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Lines of a document that a person says are a task: its words, page, span in the document's text, places on the page.

    `task` is what the machine reads in them: bodies, deadlines, product, kind; its place is that of the lines.
    """

    document_id: str
    text: str
    page: int
    span: Span
    deadlines: tuple[DeadlineChange, ...] = ()
    boxes: tuple[Box, ...] = ()
    task: Task | None = None


def split_task(
    register: Register, task_id: str, version: int, first: str, second: str, *, who: str, when: datetime,
    new_id: Callable[[], str] = random_id,
) -> str:  # fmt: skip
    """Cut a task in two: it keeps `first`, a new one behind it takes `second`. Returns the id of the new one.

    Agencies and deadlines go with the part that names them; those named in neither (or both) stand in both.
    """
    with register.write() as connection:
        task = _locked(connection, task_id, version)
        change_id, born = new_id(), new_id()
        values = {field: shown(connection, task_id, field) for field in ("kind", "product", "note", *_LISTS)}
        _insert_like(connection, task, born, second, who=who)
        # The new one first: undoing goes backwards through the change.
        fresh = _Change(connection, _row(connection, born), who=who, when=when, action="split", change_id=change_id)
        kept = _Change(connection, task, who=who, when=when, action="split", change_id=change_id)
        fresh.say("text", second, always=True)
        kept.say("text", first)
        for field in ("product", "note"):
            fresh.say(field, values[field], always=True)
        for field in _LISTS:
            mine, theirs = _shared(values[field], _NAMED.get(field, "name"), first, second, keep_one=field == Role.LEAD)
            kept.say(field, mine)
            fresh.say(field, theirs, always=True)
        fresh.status(TaskStatus.NEW)  # nobody has looked at it yet
        kept.status(TaskStatus.CORRECTED)
        place = place_of(connection, task_id)
        if place:
            before, behind = cut_place(place, first, second)
            kept.say("place", before.model_dump(mode="json"))
            _stand(connection, task["document_id"], born, behind)
        for change in (fresh, kept):
            change.done()
        _copy_evidence(connection, task_id, born)
        return born


def merge_tasks(
    register: Register, task_id: str, version: int, other_id: str, other_version: int, *, who: str, when: datetime,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Join another task of the same document to this one; the other is rejected. Returns the new version of this one."""
    with register.write() as connection:
        task, other = _locked(connection, task_id, version), _locked(connection, other_id, other_version)
        if task["document_id"] != other["document_id"] or task_id == other_id:
            raise UnknownDocument(document=other["document_id"])
        change_id = new_id()
        kept = _Change(connection, task, who=who, when=when, action="merge", change_id=change_id)
        gone = _Change(connection, other, who=who, when=when, action="merge", change_id=change_id)
        for field, glue in (("text", " "), ("product", "; "), ("note", "; ")):
            parts = [str(value) for each in (task_id, other_id) if (value := shown(connection, each, field))]
            if parts:
                kept.say(field, glue.join(dict.fromkeys(parts)))
        for field in _LISTS:
            kept.say(field, _joined(shown(connection, task_id, field), shown(connection, other_id, field), field))
        places = [place_of(connection, each) for each in (task_id, other_id)]
        if places[0] and places[1]:
            kept.say("place", joined_place(places[0], places[1]).model_dump(mode="json"))
        kept.derive([*json.loads(task["derived_from"]), other_id])
        kept.status(TaskStatus.CORRECTED)
        gone.status(TaskStatus.REJECTED)
        gone.done()
        after = kept.done()
        _copy_evidence(connection, other_id, task_id)
        return after


def cut_off(register: Register, task_id: str) -> str | None:
    """The part that was cut off this task and that nobody has judged yet."""
    row = register.row(
        """SELECT n.id FROM tasks t JOIN tasks n ON n.document_id = t.document_id AND n.created_by IS NOT NULL
        WHERE t.id = ? AND +n.status = 'new' AND json_extract(n.derived_from, '$[0]') = t.id ORDER BY n.seq LIMIT 1""",
        (task_id,),
    )
    return str(row["id"]) if row else None


def taken_back(register: Register, task_id: str) -> bool:
    """Whether the task was cut off or added by a person who took that back: no list shows it any more."""
    return register.row(f"SELECT 1 FROM tasks t WHERE t.id = ? AND NOT ({STANDS})", (task_id,)) is not None


def add_marked(register: Register, marked: Marked, *, who: str, when: datetime, new_id: Callable[[], str] = random_id) -> str:
    """Make a task of lines that a person marked. Returns its id; raises UnknownDocument."""
    with register.write() as connection:
        if connection.execute("SELECT 1 FROM documents WHERE id = ?", (marked.document_id,)).fetchone() is None:
            raise UnknownDocument(document=marked.document_id)
        task_id = new_id()
        row: dict[str, Value] = {
            "id": task_id, "document_id": marked.document_id, "position": _position(connection, marked), "path": "[]",
            "status": TaskStatus.REJECTED.value, "kind": Kind.ASSIGNMENT.value, "origin": Origin.BODY.value, "text": marked.text,
            "page": marked.page, "confidence": 1.0, "created_by": who, "folded": fold_parts((marked.text,)),
        }  # fmt: skip
        if marked.task:
            row |= _as_read(marked.task)
        insert(connection, "tasks", [row])
        change = _Change(connection, _row(connection, task_id), who=who, when=when, action="add", change_id=new_id())
        change.say("text", marked.text, always=True)
        if marked.task:
            write_task_parts(connection, marked.document_id, task_id, marked.task)
            connection.execute(
                "DELETE FROM evidence WHERE owner_kind = 'task' AND owner_id = ?", (task_id,)
            )  # the lines are its place
        else:
            change.say("deadlines", [_deadline(deadline) for deadline in marked.deadlines], always=True)
        change.status(TaskStatus.NEW)  # what was read off the lines (deadlines, agencies) is still to be looked at
        change.done()
        _point(connection, marked, task_id)
        return task_id


def _as_read(task: Task) -> dict[str, Value]:
    """What the machine read of marked lines; the text is the person's."""
    row = task_row(task, position=0, number=None)
    return {column: row[column] for column in ("path", "kind", "product", "confidence", "reasons")}


def _row(connection: sqlite3.Connection, task_id: str) -> sqlite3.Row:
    row: sqlite3.Row = connection.execute("SELECT * FROM tasks WHERE id = ?", (task_id,)).fetchone()
    return row


def _insert_like(connection: sqlite3.Connection, task: sqlite3.Row, born: str, text: str, *, who: str) -> None:
    # Born rejected; the change makes it stand: undoing the change takes it out of the lists again.
    kind = shown(connection, task["id"], "kind")
    row: dict[str, Value] = {
        "id": born, "document_id": task["document_id"], "position": task["position"], "path": task["path"],
        "status": TaskStatus.REJECTED.value, "kind": str(kind), "origin": task["origin"], "text": text, "page": task["page"],
        "confidence": task["confidence"], "created_by": who, "derived_from": dump([task["id"]]), "folded": fold_parts((text,)),
    }  # fmt: skip
    insert(connection, "tasks", [row])


def _shared(
    items: object, known_by: str, first: str, second: str, *, keep_one: bool
) -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """What of a list goes with the first part, what with the second."""
    whole: Sequence[dict[str, object]] = items if isinstance(items, list) else []
    inside = [(str(item[known_by]) in first, str(item[known_by]) in second, item) for item in whole]
    mine = [item for a, b, item in inside if a or not b]
    theirs = [item for a, b, item in inside if b or not a]
    # A part that names no lead of its own is led by those who led the whole.
    return (mine or list(whole), theirs or list(whole)) if keep_one else (mine, theirs)


def _joined(mine: object, theirs: object, field: str) -> list[dict[str, object]]:
    known_by = _NAMED.get(field, "name")
    items = [*(mine if isinstance(mine, list) else []), *(theirs if isinstance(theirs, list) else [])]
    return list({str(item[known_by]): item for item in reversed(items)}.values())[::-1]


def place_of(connection: sqlite3.Connection, task_id: str) -> Evidence | None:
    """Where a task stands, as shown."""
    rows = connection.execute("SELECT * FROM evidence WHERE owner_kind = 'task' AND owner_id = ? AND field = ''", (task_id,))
    return placed(evidence_of(rows.fetchall()).get(("task", task_id, "")), _row(connection, task_id)["human"])


def _stand(connection: sqlite3.Connection, document_id: str, task_id: str, place: Evidence) -> None:
    insert(connection, "evidence", [evidence_row(place, document_id, task_id, "task", task_id) | {"source": "human"}])


def _copy_evidence(connection: sqlite3.Connection, source: str, target: str) -> None:
    # The same words stand at the same place, whichever record speaks of them now.
    columns = "field, page, boxes, continued, span_recovered, pieces, span_source, quote, rule_id, confidence, candidates"
    put = f"INSERT OR IGNORE INTO evidence (document_id, task_id, source, owner_kind, owner_id, {columns})"
    copied = f"e.{columns.replace(', ', ', e.')}"
    for kind, table, same in (
        ("agency", "task_agencies", "n.name = o.name AND n.role = o.role"),
        ("deadline", "deadlines", "n.text = o.text"),
    ):
        connection.execute(
            f"""{put} SELECT e.document_id, n.task_id, 'human', '{kind}', cast(n.id AS TEXT), {copied} FROM {table} n
            JOIN {table} o ON {same} JOIN evidence e ON e.owner_kind = '{kind}' AND e.owner_id = cast(o.id AS TEXT)
            WHERE n.task_id = ? AND n.source = 'human' AND o.task_id = ? ORDER BY o.source""",
            (target, source),
        )
    document = connection.execute("SELECT document_id FROM tasks WHERE id = ?", (target,)).fetchone()
    refold_tasks(connection, document[0], target)


def _position(connection: sqlite3.Connection, marked: Marked) -> int:
    """The place behind the last task that begins above the marked lines."""
    row = connection.execute(
        """SELECT t.position FROM tasks t JOIN evidence e ON e.owner_kind = 'task' AND e.owner_id = t.id AND e.field = ''
        WHERE t.document_id = ? AND json_extract(e.span_recovered, '$[0]') <= ? ORDER BY 1 DESC LIMIT 1""",
        (marked.document_id, marked.span[0]),
    ).fetchone()
    return int(row[0]) if row else 0


def _point(connection: sqlite3.Connection, marked: Marked, task_id: str) -> None:
    span = dump(marked.span)
    row: dict[str, Value] = {
        "document_id": marked.document_id, "task_id": task_id, "source": "human", "owner_kind": "task", "owner_id": task_id,
        "field": "", "page": marked.page, "boxes": dump(marked.boxes), "continued": "[]", "span_recovered": span, "pieces": "[]",
        "span_source": span, "quote": marked.text, "rule_id": "person.marked", "confidence": 1.0, "candidates": "[]",
    }  # fmt: skip
    insert(connection, "evidence", [row])
