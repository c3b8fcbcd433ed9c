"""Deadlines that are counted from the day of their document, when a person corrects that day.

In: the transaction of the correction, the day before and after, what the words of a deadline mean on a day.  Out: the tasks moved.
Promise: only values that the words gave on the day before are moved; a record that a person judged is left as it is, and named by
`counted_from`; each move is a revision of its task and can be taken back there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime

from models.register import DeadlineChange, TaskStatus
from pipeline.register.correct import _Change, _deadline, shown
from pipeline.register.database import Register

__all__ = ["Reading", "counted_from", "move_deadlines"]

Reading = Callable[[str, date | None], DeadlineChange]
"""What the words of a deadline mean in a document of this day."""
_VALUE = ("due", "rrule", "start", "until")


def move_deadlines(
    connection: sqlite3.Connection, document_id: str, before: date | None, after: date | None, read: Reading, *,
    who: str, when: datetime, new_id: Callable[[], str],
) -> list[str]:  # fmt: skip
    """Count the deadlines of the tasks that nobody has judged from the new day; returns the ids of the tasks that changed."""
    moved = []
    rows = connection.execute("SELECT * FROM tasks WHERE document_id = ? AND status = 'new'", (document_id,)).fetchall()
    for task in rows:
        values = list(_values(connection, task["id"]))
        wanted = [_moved(value, before, after, read) for value in values]
        if wanted != values:
            change = _Change(connection, task, who=who, when=when, action="redate", change_id=new_id())
            change.say("deadlines", wanted)
            change.done()
            moved.append(task["id"])
    return moved


def counted_from(
    register: Register, document_id: str, before: date | None, after: date | None, read: Reading
) -> tuple[list[str], list[str]]:
    """The ids of the tasks with a deadline whose words mean another day since the document's day was corrected.

    First those that show the new one, then those that show another.
    """
    with register.snapshot():
        rows = register.rows(
            """SELECT t.id, l.text, l.due, l.rrule, l.start, l.until FROM tasks t JOIN deadlines_shown l ON l.task_id = t.id
            WHERE t.document_id = ? AND t.status <> ? ORDER BY t.position, t.seq, l.position""",
            (document_id, TaskStatus.REJECTED.value),
        )
    moved: list[str] = []
    left: list[str] = []
    for row in rows:
        then, now = _read(read, row["text"], before), _read(read, row["text"], after)
        if then != now:
            (moved if now == {key: row[key] for key in _VALUE} else left).append(row["id"])
    return [task for task in dict.fromkeys(moved) if task not in left], list(dict.fromkeys(left))


def _values(connection: sqlite3.Connection, task_id: str) -> Iterator[dict[str, object]]:
    value = shown(connection, task_id, "deadlines")
    yield from value if isinstance(value, list) else []


def _moved(value: dict[str, object], before: date | None, after: date | None, read: Reading) -> dict[str, object]:
    words = str(value["text"])
    told = {key: value[key] for key in _VALUE}
    return value | _read(read, words, after) if told == _read(read, words, before) else value


def _read(read: Reading, words: str, day: date | None) -> dict[str, object]:
    found = _deadline(read(words, day))
    return {key: found[key] for key in _VALUE}
