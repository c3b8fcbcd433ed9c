"""The queue of the reviewer: tasks page by page, in the order of the work, and which one comes next.

In: an open register, a `TaskFilter`, an order.  Out: one page of `TaskView`s, counts, the id that follows another.
Promise: an order is total (ties end with the age of the record), so that going on from any record, also one that was judged
meanwhile, leaves none out; only one page of tasks is ever put together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from models.register import TaskFilter, TaskStatus, TaskView
from pipeline.register.database import Register, Value
from pipeline.register.filters import FOLDED, MARKED, Conditions, conditions
from pipeline.register.fold import search_of
from pipeline.register.query import tasks_by_id
from pipeline.register.schema import TASK_FIELDS, shown_column

__all__ = ["Order", "Queue", "queue_counts", "queue_next", "queue_page"]


class Order(StrEnum):
    """How the work is laid out: doubtful records first, or by document, by deadline, by leading agency; or what fits best the
    words that are searched for: where they stand together as typed, then together whatever their marks, then apart.
    """

    DOUBT = "doubt"
    DOCUMENT = "document"
    DEADLINE = "deadline"
    AGENCY = "agency"
    MATCH = "match"


@dataclass(frozen=True, slots=True)
class Queue:
    """One page of the queue: its tasks in order, how many there are in all, and how many of each status."""

    tasks: tuple[TaskView, ...]
    total: int
    counts: dict[TaskStatus, int]


_KEYS: Mapping[Order, tuple[str, ...]] = {
    Order.DOUBT: ("t.reasons = '[]'", "t.confidence"),
    Order.DOCUMENT: ("t.document_key", "t.position"),
    Order.DEADLINE: ("t.due_key",),
    Order.AGENCY: ("t.lead_key",),
    Order.MATCH: ("t.reasons = '[]'", "t.confidence"),
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
        wanted = [status for status in sorted(filters.status or _KEPT) if counts[status]]
        ids: list[str] = []
        for level in _levels(order, filters.search):
            left = first + size - len(ids)
            ids += _walk(register, filters, order, wanted, today=today, level=level, size=left) if left else []
        return Queue(tuple(tasks_by_id(register, ids[first:])), sum(counts[status] for status in wanted), counts)


def queue_next(register: Register, filters: TaskFilter, order: Order, *, after: str, today: date, back: bool = False) -> str | None:
    """The id of the task that follows the task `after` (or comes before it) under this filter; the first or None at an end."""
    with register.snapshot():
        here = register.row(f"SELECT {', '.join(_keys(order))} FROM tasks t WHERE t.id = ?", (after,))
        if here is None:
            return None
        wanted, levels = sorted(filters.status or _KEPT), _levels(order, filters.search)
        at = next((i for i, level in enumerate(levels) if _stands(register, after, level)), len(levels) - 1)
        for level in reversed(levels[: at + 1]) if back else levels[at:]:
            beyond = tuple(here) if level is levels[at] else ()
            found = _walk(register, filters, order, wanted, today=today, level=level, size=1, here=beyond, back=back)
            if found:
                return found[0]
        return None


def _keys(order: Order) -> tuple[str, ...]:
    return (*_KEYS[order], "t.seq")


_Level = tuple[str, tuple[Value, ...]]
"""A condition with its parameters: how well tasks fit, best first. Each level is walked by an index of its own order."""


def _levels(order: Order, search: str | None) -> tuple[_Level, ...]:
    typed = search_of(search) if search and order is Order.MATCH else None
    if typed is None or typed.phrase is None:
        return (("", ()),)
    apart: _Level = (f" AND NOT +{FOLDED}", (typed.phrase,))
    if typed.marked_phrase is None:
        return ((f" AND +{FOLDED}", (typed.phrase,)), apart)
    as_typed: _Level = (f" AND +{MARKED}", (typed.marked_phrase,))
    return (as_typed, (f" AND +{FOLDED} AND NOT +{MARKED}", (typed.phrase, typed.marked_phrase)), apart)


def _stands(register: Register, task_id: str, level: _Level) -> bool:
    condition, given = level
    return register.row(f"SELECT 1 FROM tasks t WHERE t.id = ?{condition}", (task_id, *given)) is not None


def _walk(
    register: Register, filters: TaskFilter, order: Order, statuses: Sequence[TaskStatus], *, today: date, level: _Level,
    size: int, here: tuple[Value, ...] = (), back: bool = False,
) -> list[str]:  # fmt: skip
    """The ids of the first `size` tasks of a level in order, or of those behind the keys `here`.

    Status by status, because the indexes begin with it, and then merged: a sort of all tasks of several would take a second.
    """
    keys, (fits, given) = _keys(order), level
    names = [f"k{i}" for i in range(len(keys))]
    side, way = ("<", "DESC") if back else (">", "ASC")
    beyond = f" AND ({', '.join(keys)}) {side} ({', '.join('?' * len(keys))})" if here else ""
    columns = ", ".join(f"{key} AS {name}" for key, name in zip(keys, names, strict=True))
    parts: list[str] = []
    values: list[Value] = []
    for status in statuses:
        found = conditions(register, replace(filters, status=frozenset({status})), today=today)
        if found is not None:
            sorted_by = ", ".join(f"{name} {way}" for name in names)
            parts.append(f"SELECT * FROM (SELECT t.id, {columns} {_source(found)}{fits}{beyond} ORDER BY {sorted_by} LIMIT ?)")
            values += [*found.parameters, *given, *here, size]
    if not parts:
        return []
    sql = f"SELECT id FROM ({' UNION ALL '.join(parts)}) ORDER BY {', '.join(f'{name} {way}' for name in names)} LIMIT ?"
    return [str(row["id"]) for row in register.rows(sql, (*values, size))]


def queue_counts(register: Register, filters: TaskFilter, *, today: date) -> dict[TaskStatus, int]:
    """How many tasks of each status meet the filter, whatever status it asks for."""
    with register.snapshot():
        found = conditions(register, replace(filters, status=_ALL), today=today)
        counts = dict.fromkeys(TaskStatus, 0)
        if found is not None:
            for row in register.rows(
                f"SELECT {_STATUS} AS status, count(*) AS n {_source(found, _COUNTED)} GROUP BY 1", found.parameters
            ):
                counts[TaskStatus(row["status"])] = row["n"]
        return counts


# Holds all that the usual conditions ask for: counting reads no row of the tasks. Left alone SQLite takes any index of the state.
_COUNTED = " INDEXED BY tasks_by_due"


def _source(found: Conditions, index: str = "") -> str:
    # The shown fields and the document are joined only where a condition names them: they are computed row by row.
    used = found.where
    fields = ", ".join(shown_column("x", field) for field in TASK_FIELDS)
    shown = f" JOIN (SELECT id, {fields} FROM tasks x) s ON s.id = t.id" if "s." in used else ""
    document = " JOIN documents_shown d ON d.id = t.document_id" if "d." in used.replace("folded.", "") else ""
    return f"FROM tasks t{index}{document}{shown} WHERE {found.where}"
