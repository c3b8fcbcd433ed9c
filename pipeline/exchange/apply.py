"""A planned list, done.

In: the plan and an open register.  Out: the same plan with what really became of each row.
Promise: each row is one change, whole or not at all; a task that somebody changed since the plan was made stays theirs and the row
says so; one row's trouble stops no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from models.errors import TaskConflict, UnknownTask
from pipeline.exchange.rows import Fate, RowPlan
from pipeline.register import Register, random_id
from pipeline.register.additions import add_task, revise

__all__ = ["apply"]


def apply(
    register: Register, plans: Iterable[RowPlan], *, who: str, clock: Callable[[], datetime], new_id: Callable[[], str] = random_id
) -> list[RowPlan]:
    """Write each row that wants a change; returns the rows with their fates as they turned out."""
    return [_apply(register, row, who=who, when=clock(), new_id=new_id) for row in plans]


def _apply(register: Register, row: RowPlan, *, who: str, when: datetime, new_id: Callable[[], str]) -> RowPlan:
    try:
        if row.fate is Fate.ADD and row.new is not None:
            add_task(register, row.new, who=who, when=when, new_id=new_id)
        elif row.fate is Fate.CHANGE and row.row.key is not None:
            task = row.row.key.task
            version = revise(register, task, row.version, row.changes, row.status, who=who, when=when, new_id=new_id)
            if version == row.version:
                return replace(row, fate=Fate.UNCHANGED)
    except (TaskConflict, UnknownTask) as error:
        fate = Fate.CONFLICT if isinstance(error, TaskConflict) else Fate.REFUSED
        return replace(row, fate=fate, reason=(error.message("vi"), error.message("en")))
    return row
