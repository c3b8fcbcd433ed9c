"""What a person says of a task: corrections, confirmation, rejection, and taking them back.

In: a task id, the version the person saw, the change, who and when.  Out: the new version.
Promise: a person's value stands apart from the machine's and is shown instead of it, also after every later reading; each changed
field is a row of `revisions`; a change made on an outdated version is refused (TaskConflict); undo restores exactly what was.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime

from models.directive import Role
from models.errors import LaterChange, TaskConflict, UnknownTask
from models.register import AgencyChange, DeadlineChange, Revision, TaskChanges, TaskStatus
from pipeline.register.database import Register, Value, insert
from pipeline.register.refold import refold_tasks
from pipeline.register.rows import dump, fold_parts, iso, stamp
from pipeline.register.schema import TASK_FIELDS
from pipeline.register.store import random_id
from pipeline.register.taught import ALIAS

_ROLES = tuple(role.value for role in Role)
_PLAIN = (*TASK_FIELDS, "place")
"""The fields that stand in `tasks.human` itself; `place` is where the parts of a split or a merge stand."""
_AGENCY = ("role", "capacity", "name", "canonical", "agency_id", "inherited")
_DEADLINE = ("text", "due", "rrule", "time", "start", "until", "bound")


def correct(
    register: Register, task_id: str, version: int, changes: TaskChanges, *, who: str, when: datetime,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Put a person's values in place of the machine's for the fields that are given and differ from what is shown."""
    with register.write() as connection:
        task = _locked(connection, task_id, version)
        wanted = _wanted(connection, task_id, changes)
        change = _Change(connection, task, who=who, when=when, action="correct", change_id=new_id())
        for field, value in wanted.items():
            change.say(field, value)
        if change.made:
            change.status(TaskStatus.CORRECTED)
        return change.done()


def set_status(
    register: Register, task_id: str, version: int, status: TaskStatus, *, who: str, when: datetime,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Confirm, reject, or reopen a task.

    What is confirmed is what is shown: all its values become the person's, so that no later reading changes a confirmed record.
    """
    if status is TaskStatus.ORPHANED:
        raise ValueError("a task becomes an orphan by reading, not by saying so")
    with register.write() as connection:
        task = _locked(connection, task_id, version)
        change = _Change(connection, task, who=who, when=when, action=status.value, change_id=new_id())
        if status is TaskStatus.CONFIRMED:
            change.keep_all()
        change.status(status)
        return change.done()


def undo(register: Register, task_id: str, version: int, *, who: str, when: datetime, new_id: Callable[[], str] = random_id) -> int:
    """Take back the person's last change of this task that still stands; nothing to take back leaves the version as it is."""
    with register.write() as connection:
        _locked(connection, task_id, version)
        last = connection.execute(
            "SELECT change FROM revisions WHERE task_id = ? AND undone_by IS NULL AND undoes IS NULL ORDER BY id DESC", (task_id,)
        ).fetchone()
        if last is None:
            return version
        change_id, done = new_id(), version
        for part in _parts(connection, last["change"], task_id):
            change = _Change(connection, part, who=who, when=when, action="undo", change_id=change_id, undoes=last["change"])
            rows = connection.execute(
                "SELECT * FROM revisions WHERE change = ? AND task_id = ? ORDER BY id DESC", (last["change"], part["id"])
            )
            for row in rows.fetchall():
                change.take_back(row)
            after = change.done()
            done = after if part["id"] == task_id else done
        connection.execute("UPDATE revisions SET undone_by = ? WHERE change = ?", (change_id, last["change"]))
        return done


def _parts(connection: sqlite3.Connection, change: str, task_id: str) -> list[sqlite3.Row]:
    """The tasks that a change touched (a split or a merge touches two); LaterChange where another was changed again since."""
    parts = connection.execute(
        "SELECT t.* FROM tasks t WHERE t.id IN (SELECT task_id FROM revisions WHERE change = ?)", (change,)
    ).fetchall()
    for part in parts:
        later = connection.execute(
            """SELECT who FROM revisions WHERE task_id = ? AND undone_by IS NULL AND undoes IS NULL
            AND id > (SELECT max(id) FROM revisions WHERE change = ? AND task_id = ?)""",
            (part["id"], change, part["id"]),
        ).fetchone()
        if later and part["id"] != task_id:
            raise LaterChange(detail=later["who"])
    return parts


def history(register: Register, task_id: str) -> list[Revision]:
    """All that persons changed of a task, oldest first."""
    return [
        Revision(
            change=row["change"],
            task_id=task_id,
            who=row["who"],
            at=datetime.fromisoformat(row["at"]),
            action=row["action"],
            field=row["field"],
            before=json.loads(row["before"]),
            after=json.loads(row["after"]),
            undone=row["undone_by"] is not None,
        )
        for row in register.rows("SELECT * FROM revisions WHERE task_id = ? ORDER BY id", (task_id,))
    ]


def shown(connection: sqlite3.Connection, task_id: str, field: str) -> object:
    """The value of a field as shown: a string, or the list of agencies of a role, or the list of deadlines."""
    if field in _ROLES:
        rows = connection.execute(
            f"SELECT {', '.join(_AGENCY)} FROM agencies_shown WHERE task_id = ? AND role = ? ORDER BY position", (task_id, field)
        )
        return [dict(row) | {"inherited": bool(row["inherited"])} for row in rows]
    if field == "deadlines":
        rows = connection.execute(
            f"SELECT {', '.join(_DEADLINE)} FROM deadlines_shown WHERE task_id = ? ORDER BY position", (task_id,)
        )
        return [dict(row) for row in rows]
    if field == "place":
        human = connection.execute("SELECT human FROM tasks WHERE id = ?", (task_id,)).fetchone()
        return json.loads(human[0]).get("place")
    row = connection.execute(f"SELECT {field} FROM tasks_shown WHERE id = ?", (task_id,)).fetchone()
    return row[0]


def _locked(connection: sqlite3.Connection, task_id: str, version: int) -> sqlite3.Row:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM tasks WHERE id = ?", (task_id,)).fetchone()
    if row is None:
        raise UnknownTask(task=task_id)
    if row["version"] != version:
        raise TaskConflict(path="", found=row["version"], given=version)
    return row


def _wanted(connection: sqlite3.Connection, task_id: str, changes: TaskChanges) -> dict[str, object]:
    given = changes.model_fields_set
    wanted: dict[str, object] = {}
    for field in TASK_FIELDS:
        value = getattr(changes, field)
        if field in given and (value is not None or field in ("product", "note")):  # text and kind cannot be emptied
            wanted[field] = value.value if field == "kind" else value
    if "agencies" in given:
        for role in _ROLES:
            wanted[role] = [_agency(agency) for agency in changes.agencies if agency.role == role]
    if "deadlines" in given:
        wanted["deadlines"] = [_deadline(deadline) for deadline in changes.deadlines]
    return {field: value for field, value in wanted.items() if value != shown(connection, task_id, field)}


def _agency(agency: AgencyChange) -> dict[str, object]:
    return {
        "role": agency.role.value,
        "capacity": agency.capacity.value if agency.capacity else None,
        "name": agency.name,
        "canonical": agency.canonical,
        "agency_id": agency.agency_id,
        "inherited": agency.inherited,
    }


def _deadline(deadline: DeadlineChange) -> dict[str, object]:
    return {
        "text": deadline.text,
        "due": iso(deadline.due),
        "rrule": deadline.rrule,
        "time": deadline.time,
        "start": iso(deadline.start),
        "until": iso(deadline.until),
        "bound": deadline.bound.value if deadline.bound else None,
    }


class _Change:
    """One change of one task under way: several fields, one entry in the history."""

    def __init__(
        self, connection: sqlite3.Connection, task: sqlite3.Row, *, who: str, when: datetime, action: str, change_id: str,
        undoes: str | None = None,
    ) -> None:  # fmt: skip
        self.change_id = change_id
        self.made = 0
        self._connection = connection
        self._task = task
        self._human: dict[str, object] = json.loads(task["human"])
        self._status: str = task["status"]
        self._who, self._at, self._action, self._undoes = who, stamp(when), action, undoes

    def say(self, field: str, value: object, *, always: bool = False) -> None:
        """Make `value` the person's; with `always` also where it is what is shown already."""
        before, held = shown(self._connection, self._task["id"], field), field in self._human
        if value == before and (held or not always):
            return
        self._put(field, value)
        self._note(field, before, value, held)

    def keep_all(self) -> None:
        """Make all that is shown the person's."""
        for field in (*TASK_FIELDS, *_ROLES, "deadlines"):
            self.say(field, shown(self._connection, self._task["id"], field), always=True)

    def status(self, status: TaskStatus) -> None:
        """Set the status."""
        if status.value != self._status:
            self._note("status", self._status, status.value, True)
            self._status = status.value

    def derive(self, ids: list[str]) -> None:
        """Say of which tasks this one came."""
        self._note("derived_from", json.loads(self._task["derived_from"]), ids, True)
        self._connection.execute("UPDATE tasks SET derived_from = ? WHERE id = ?", (dump(ids), self._task["id"]))

    def take_back(self, row: sqlite3.Row) -> None:
        """Restore what a revision changed."""
        field, before = row["field"], json.loads(row["before"])
        if field == "status":
            self.status(TaskStatus(before))
            return
        if field == "derived_from":
            self.derive(before)
            return
        now, held = shown(self._connection, self._task["id"], field), field in self._human
        if row["action"] == ALIAS:
            _unlearn(self._connection, self._task["id"], field, before)
        elif row["human_before"]:
            self._put(field, before)
        else:
            self._withdraw(field)
        self._note(field, now, shown(self._connection, self._task["id"], field), held)

    def done(self) -> int:
        """Write status and version; the version stays where nothing was changed."""
        version = int(self._task["version"])
        if not self.made:
            return version
        self._connection.execute(
            "UPDATE tasks SET status = ?, version = ? WHERE id = ?", (self._status, version + 1, self._task["id"])
        )
        refold_tasks(self._connection, self._task["document_id"], self._task["id"])
        return version + 1

    def _put(self, field: str, value: object) -> None:
        self._human[field] = value if field in _PLAIN else True
        if field not in _PLAIN:
            rows = value if isinstance(value, list) else []
            _replace_rows(self._connection, self._task, field, rows)
        self._save()

    def _withdraw(self, field: str) -> None:
        self._human.pop(field, None)
        if field not in _PLAIN:
            _replace_rows(self._connection, self._task, field, [])
        self._save()

    def _save(self) -> None:
        self._connection.execute("UPDATE tasks SET human = ? WHERE id = ?", (dump(self._human), self._task["id"]))

    def _note(self, field: str, before: object, after: object, held: bool) -> None:
        self.made += 1
        row: dict[str, Value] = {
            "change": self.change_id,
            "document_id": self._task["document_id"],
            "task_id": self._task["id"],
            "who": self._who,
            "at": self._at,
            "action": self._action,
            "field": field,
            "before": dump(before),
            "after": dump(after),
            "human_before": int(held),
            "undoes": self._undoes,
        }
        insert(self._connection, "revisions", [row])


def machine_rows(connection: sqlite3.Connection, task_id: str, role: str) -> list[dict[str, object]]:
    """What the machine read for a role, as `shown` tells it."""
    rows = connection.execute(
        f"""SELECT {", ".join(_AGENCY)} FROM task_agencies
        WHERE task_id = ? AND role = ? AND source = 'machine' ORDER BY position""",
        (task_id, role),
    )
    return [dict(row) | {"inherited": bool(row["inherited"])} for row in rows]


def _unlearn(connection: sqlite3.Connection, task_id: str, role: str, before: list[dict[str, Value]]) -> None:
    """Give the machine's rows the bodies back that they had before a taught name was used."""
    for was in before:
        connection.execute(
            """UPDATE task_agencies SET canonical = ?, agency_id = ?, folded = ?
            WHERE task_id = ? AND role = ? AND source = 'machine' AND name = ?""",
            (
                was["canonical"], _known_agency(connection, was["agency_id"]),
                fold_parts((str(was["name"]), str(was["canonical"] or ""))), task_id, role, was["name"],
            ),
        )  # fmt: skip


def _replace_rows(connection: sqlite3.Connection, task: sqlite3.Row, field: str, values: list[dict[str, Value]]) -> None:
    table, kind = ("deadlines", "deadline") if field == "deadlines" else ("task_agencies", "agency")
    narrow, given = ("", ()) if field == "deadlines" else (" AND role = ?", (field,))
    mine = f"SELECT id FROM {table} WHERE task_id = ? AND source = 'human'{narrow}"
    keys = (task["id"], *given)
    connection.execute(
        f"DELETE FROM evidence WHERE owner_kind = '{kind}' AND owner_id IN (SELECT cast(id AS TEXT) FROM ({mine}))", keys
    )
    connection.execute(f"DELETE FROM {table} WHERE id IN ({mine})", keys)
    for position, value in enumerate(values):
        row: dict[str, Value] = {"task_id": task["id"], "source": "human", "position": position, **value}
        if kind == "agency":
            row["folded"] = fold_parts((str(value["name"]), str(value["canonical"] or "")))
            row["agency_id"] = _known_agency(connection, value["agency_id"])
        insert(connection, table, [row])
        _keep_evidence(connection, task, table, kind, field, value)


def _known_agency(connection: sqlite3.Connection, agency_id: Value) -> Value:
    # A person may name a body the directory has not met yet: its name is kept, the link is left out.
    found = connection.execute("SELECT 1 FROM agencies WHERE id = ?", (agency_id,)).fetchone()
    return agency_id if found else None


def _keep_evidence(
    connection: sqlite3.Connection, task: sqlite3.Row, table: str, kind: str, field: str, value: dict[str, Value]
) -> None:
    # A person's value in the words of the machine's stands where the machine found it; any other has no place on the page.
    column, words = ("text", value["text"]) if kind == "deadline" else ("name", value["name"])
    narrow, given = ("", ()) if kind == "deadline" else (" AND role = ?", (field,))
    connection.execute(
        f"""INSERT INTO evidence (document_id, task_id, source, owner_kind, owner_id, field, page, boxes, continued,
        span_recovered, pieces, span_source, quote, rule_id, confidence, candidates)
        SELECT document_id, task_id, 'human', owner_kind, last_insert_rowid(), field, page, boxes, continued,
        span_recovered, pieces, span_source, quote, rule_id, confidence, candidates FROM evidence
        WHERE source = 'machine' AND owner_kind = '{kind}' AND owner_id = (
          SELECT cast(id AS TEXT) FROM {table} WHERE task_id = ? AND source = 'machine' AND {column} = ?{narrow} LIMIT 1)""",
        (task["id"], words, *given),
    )
