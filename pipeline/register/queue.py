"""The queue of the reviewer: tasks page by page, in the order of the work, and which one comes next.

In: an open register, a `TaskFilter`, an order.  Out: one page of `TaskView`s, counts, the id that follows another.
Promise: an order is total (ties end with the age of the record), so that going on from any record, also one that was judged
meanwhile, leaves none out; only one page of tasks is ever put together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.register import TaskFilter, TaskStatus, TaskView
from pipeline.register.database import Register
from pipeline.register.filters import Conditions, conditions
from pipeline.register.query import tasks_by_id
from pipeline.register.schema import TASK_FIELDS, shown_column

__all__ = ["Order", "Queue", "queue_counts", "queue_next", "queue_page"]


class Order(StrEnum):
    """How the work is laid out: doubtful records first, or by document, by deadline, by leading agency."""

    DOUBT = "doubt"
    DOCUMENT = "document"
    DEADLINE = "deadline"
    AGENCY = "agency"


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue: its tasks in order, how many there are in all, and how many of each status."""

    tasks: tuple[TaskView, ...]
    total: int
    counts: dict[TaskStatus, int]


_LAST = "'~'"  # behind all letters and digits: what has no value comes last
_KEYS: Mapping[Order, tuple[str, ...]] = {
    Order.DOUBT: ("t.reasons = '[]'", "t.confidence"),
    Order.DOCUMENT: ("ifnull(d.issued, '9999')", "ifnull(d.number, '')", "t.document_id", "t.position"),
    Order.DEADLINE: (f"ifnull((SELECT min(due) FROM deadlines_shown l WHERE l.task_id = t.id), {_LAST})",),
    Order.AGENCY: (
        f"""ifnull((SELECT folded FROM agencies_shown g WHERE g.task_id = t.id AND g.role = 'lead'
        ORDER BY g.position LIMIT 1), {_LAST})""",
    ),
}
_STATUS = "iif(t.orphaned AND t.status <> 'rejected', 'orphaned', t.status)"
_ALL = frozenset(TaskStatus)
_KEPT = _ALL - {TaskStatus.REJECTED}  # what a filter without a status shows


def queue_page(register: Register, filters: TaskFilter, order: Order, *, first: int, size: int, today: date) -> Queue:
    """`size` tasks from position `first` on, and the number of all that meet the filter."""
    with register.snapshot():
        found = conditions(register, filters, today=today)
        if found is None:
            return Queue((), 0, dict.fromkeys(TaskStatus, 0))
        counts = queue_counts(register, filters, today=today)
        keys = ", ".join((*_KEYS[order], "t.seq"))
        sql = f"SELECT t.id {_source(found, order)} ORDER BY {keys} LIMIT ? OFFSET ?"
        ids = [row["id"] for row in register.rows(sql, (*found.parameters, size, first))]
        return Queue(tuple(tasks_by_id(register, ids)), sum(counts[status] for status in filters.status or _KEPT), counts)


def queue_next(register: Register, filters: TaskFilter, order: Order, *, after: str, today: date, back: bool = False) -> str | None:
    """The id of the task that follows the task `after` (or comes before it) under this filter; the first or None at an end."""
    with register.snapshot():
        found = conditions(register, filters, today=today)
        if found is None:
            return None
        keys = (*_KEYS[order], "t.seq")
        here = register.row(
            f"SELECT {', '.join(keys)} FROM tasks t JOIN documents_shown d ON d.id = t.document_id WHERE t.id = ?", (after,)
        )
        if here is None:
            return None
        side, way = ("<", "DESC") if back else (">", "ASC")
        sql = f"""SELECT t.id {_source(found, order)} AND ({", ".join(keys)}) {side} ({", ".join("?" * len(keys))})
        ORDER BY {", ".join(f"{key} {way}" for key in keys)} LIMIT 1"""
        row = register.row(sql, (*found.parameters, *tuple(here)))
        return str(row["id"]) if row else None


def queue_counts(register: Register, filters: TaskFilter, *, today: date) -> dict[TaskStatus, int]:
    """How many tasks of each status meet the filter, whatever status it asks for."""
    with register.snapshot():
        found = conditions(register, replace(filters, status=_ALL), today=today)
        counts = dict.fromkeys(TaskStatus, 0)
        if found is not None:
            for row in register.rows(f"SELECT {_STATUS} AS status, count(*) AS n {_source(found)} GROUP BY 1", found.parameters):
                counts[TaskStatus(row["status"])] = row["n"]
        return counts


def _source(found: Conditions, order: Order | None = None) -> str:
    # The shown fields and the document are joined only where a condition or the order names them: they are computed row by row.
    used = found.where + " ".join(_KEYS[order] if order else ())
    fields = ", ".join(shown_column("x", field) for field in TASK_FIELDS)
    shown = f" JOIN (SELECT id, {fields} FROM tasks x) s ON s.id = t.id" if "s." in used else ""
    document = " JOIN documents_shown d ON d.id = t.document_id" if "d." in used.replace("folded.", "") else ""
    return f"FROM tasks t{document}{shown} WHERE {found.where}"
