"""What a second reading changed: the machine's values of a document before and after.

In: a connection inside the transaction that reads again.  Out: `ValueChange`s, of the document first, then task by task.
Promise: only values are compared, not where they stand on the page; a value that a person has replaced says so.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models.register import ValueChange
from pipeline.register.schema import DOCUMENT_FIELDS, TASK_FIELDS

__all__ = ["Values", "changes_between", "values_of"]

WHOLE_TASK = "task"


@dataclass(frozen=True, slots=True)
class Values:
    """The machine's values of a document and of its tasks; `human` names what a person replaced, by task (None: document)."""

    document: Mapping[str, str | None]
    tasks: Mapping[str, Mapping[str, str | None]]
    human: Mapping[str | None, frozenset[str]]
    orphaned: frozenset[str]


def values_of(connection: sqlite3.Connection, document_id: str) -> Values:
    """The machine's values as they stand now; agencies and deadlines as one text a field."""
    row = connection.execute("SELECT * FROM documents WHERE id = ?", (document_id,)).fetchone()
    rows = connection.execute(
        "SELECT * FROM tasks WHERE document_id = ? AND created_by IS NULL ORDER BY position, seq", (document_id,)
    ).fetchall()
    tasks: dict[str, dict[str, str | None]] = {task["id"]: {field: task[field] for field in TASK_FIELDS} for task in rows}
    for task_id, field, words in _lists(connection, document_id):
        if task_id in tasks:
            tasks[task_id][field] = words
    human: dict[str | None, frozenset[str]] = {task["id"]: frozenset(json.loads(task["human"])) for task in rows}
    human[None] = frozenset(json.loads(row["human"]))
    orphaned = frozenset(task["id"] for task in rows if task["orphaned"])
    return Values({field: row[field] for field in DOCUMENT_FIELDS}, tasks, human, orphaned)


def changes_between(before: Values, after: Values) -> tuple[ValueChange, ...]:
    """The values that differ."""
    found = list(_changed(None, before.document, after.document, after.human[None]))
    for task_id, values in after.tasks.items():
        if task_id not in before.tasks:
            found.append(ValueChange(task_id, WHOLE_TASK, None, values["text"]))
        elif task_id in after.orphaned - before.orphaned:
            found.append(ValueChange(task_id, WHOLE_TASK, before.tasks[task_id]["text"], None, human=True))
        else:
            found += _changed(task_id, before.tasks[task_id], values, after.human[task_id])
    gone = [task_id for task_id in before.tasks if task_id not in after.tasks]
    return (*found, *(ValueChange(task_id, WHOLE_TASK, before.tasks[task_id]["text"], None) for task_id in gone))


def _changed(
    task: str | None, before: Mapping[str, str | None], after: Mapping[str, str | None], human: frozenset[str]
) -> Iterator[ValueChange]:
    for field in dict.fromkeys((*before, *after)):
        old, new = before.get(field), after.get(field)
        if old != new:
            yield ValueChange(task, field, old, new, human=field in human)


def _lists(connection: sqlite3.Connection, document_id: str) -> Iterator[tuple[str, str, str]]:
    """The lists of each task as words: (task, role or "deadlines", names or times in their order)."""
    names = connection.execute(
        """SELECT task_id, role, group_concat(name, '; ') FROM (SELECT a.* FROM task_agencies a JOIN tasks t ON t.id = a.task_id
        WHERE t.document_id = ? AND a.source = 'machine' ORDER BY a.position) GROUP BY task_id, role""",
        (document_id,),
    )
    yield from ((task, role, words) for task, role, words in names)
    times = connection.execute(
        """SELECT task_id, group_concat(text || iif(coalesce(due, rrule) IS NULL, '', ' (' || coalesce(due, rrule) || ')'), '; ')
        FROM (SELECT d.* FROM deadlines d JOIN tasks t ON t.id = d.task_id
        WHERE t.document_id = ? AND d.source = 'machine' ORDER BY d.position) GROUP BY task_id""",
        (document_id,),
    )
    yield from ((task, "deadlines", words) for task, words in times)
