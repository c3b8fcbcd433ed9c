"""A task filter as conditions of SQL.

In: a `TaskFilter`, today, and the register (for the office setting and the rhythms).  Out: a condition with its parameters.
Promise: every value goes in as a parameter; names and rhythms are judged once each, not once a task.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from models.directive import Role
from models.register import TaskFilter, TaskStatus
from pipeline.register.database import Register, Value
from pipeline.register.fold import fold, match_query
from pipeline.register.office import concerns, get_office
from pipeline.register.rhythm import next_day
from pipeline.register.views import day

_MINE = (Role.LEAD, Role.COORDINATE, Role.REPORT_TO)
_STATUS = "iif(t.orphaned AND t.status <> 'rejected', 'orphaned', t.status)"


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands behind WHERE, with its parameters."""

    where: str
    parameters: tuple[Value, ...]


def conditions(register: Register, filters: TaskFilter, *, today: date) -> Conditions | None:
    """The conditions of a filter; None where nothing can meet them."""
    parts: list[tuple[str, tuple[Value, ...]]] = [_status(filters.status)]
    if filters.kinds:
        parts.append(("s.kind IN (SELECT value FROM json_each(?))", (json.dumps(sorted(filters.kinds)),)))
    if filters.search is not None and filters.search.strip():
        query = match_query(filters.search)
        if query is None:
            return None
        # The plus keeps SQLite from trying each found row with each row of another condition (minutes on 100,000 tasks). A search
        # that stands alone is looked up; with the plus all tasks would be walked through (0.12 s on 300,000).
        plus = "+" if filters.agency or filters.document or filters.mine or filters.due_before else ""
        parts.append((f"{plus}t.seq IN (SELECT rowid FROM tasks_fts WHERE tasks_fts MATCH ?)", (query,)))
    if filters.agency and fold(filters.agency):
        parts.append(_agency(fold(filters.agency)))
    if filters.document and fold(filters.document):
        parts.append(("(t.document_id = ? OR instr(d.folded, ?))", (filters.document, fold(filters.document))))
    if filters.mine:
        parts.append(_mine(register))
    if filters.due_before:
        parts.append(_due(register, filters.due_before, today))
    return Conditions(" AND ".join(part for part, _ in parts), tuple(value for _, values in parts for value in values))


def _status(wanted: frozenset[TaskStatus]) -> tuple[str, tuple[Value, ...]]:
    if not wanted:
        return "t.status <> 'rejected'", ()
    if len(wanted) == 1:  # as an equation the index of the queue gives the tasks in their order
        return f"{_STATUS} = ?", (next(iter(wanted)).value,)
    return f"{_STATUS} IN (SELECT value FROM json_each(?))", (json.dumps(sorted(wanted)),)


def _agency(folded: str) -> tuple[str, tuple[Value, ...]]:
    # The names are looked through once each, by leaping from one to the next in their index: there are far fewer than tasks.
    # The indexes are named: where few names fill a large table SQLite takes a scan of it for as good (100,000 documents: 0.17 s).
    shown = (
        """JOIN tasks o ON o.id = r.task_id WHERE r.source = iif(json_type(o.human, '$.' || r.role) IS NULL, 'machine', 'human')"""
    )
    return (
        f"""t.id IN (WITH RECURSIVE met(known) AS (SELECT min(folded) FROM task_agencies UNION ALL
          SELECT (SELECT min(folded) FROM task_agencies WHERE folded > known) FROM met WHERE known IS NOT NULL)
        SELECT r.task_id FROM task_agencies r INDEXED BY task_agencies_folded {shown}
          AND r.folded IN (SELECT known FROM met WHERE instr(known, ?))
        UNION SELECT r.task_id FROM task_agencies r INDEXED BY task_agencies_agency {shown}
          AND r.agency_id IN (SELECT agency_id FROM aliases WHERE instr(folded, ?)))""",
        (folded, folded),
    )


def _names_of_ours(register: Register) -> list[tuple[str | None, ...]]:
    office = get_office(register)
    names = register.rows("SELECT DISTINCT name, canonical, agency_id FROM task_agencies")
    return [tuple(row) for row in names if concerns(office, *row)]


def _mine(register: Register) -> tuple[str, tuple[Value, ...]]:
    ours = register.remembered("names of ours", lambda: _names_of_ours(register))
    # By name first, which has an index; then exactly. What is shown is asked of these few rows only.
    return (
        """t.id IN (SELECT a.task_id FROM task_agencies a CROSS JOIN tasks o ON o.id = a.task_id
        WHERE a.name IN (SELECT json_extract(value, '$[0]') FROM json_each(?))
        AND (a.name, ifnull(a.canonical, ''), ifnull(a.agency_id, '')) IN (SELECT json_extract(value, '$[0]'),
          ifnull(json_extract(value, '$[1]'), ''), ifnull(json_extract(value, '$[2]'), '') FROM json_each(?))
        AND a.role IN (SELECT value FROM json_each(?))
        AND a.source = iif(json_type(o.human, '$.' || a.role) IS NULL, 'machine', 'human'))""",
        (json.dumps(ours), json.dumps(ours), json.dumps(_MINE)),
    )


def _due(register: Register, last: date, today: date) -> tuple[str, tuple[Value, ...]]:
    rows = register.rows(
        """SELECT DISTINCT r.rrule, ifnull(r.start, d.issued) AS first, r.until FROM deadlines r JOIN tasks t ON t.id = r.task_id
        JOIN documents d ON d.id = t.document_id WHERE r.rrule IS NOT NULL"""
    )
    near = []
    for row in rows:
        found = next_day(row["rrule"], today=today, start=day(row["first"]), until=day(row["until"]))
        if found and found <= last:
            near.append(tuple(row))
    return (
        # As a set of rows, which SQLite looks up: joined as a list it is walked through once for each deadline.
        """t.id IN (SELECT task_id FROM deadlines_shown WHERE due <= ?
        UNION SELECT r.task_id FROM deadlines_shown r JOIN tasks x ON x.id = r.task_id JOIN documents y ON y.id = x.document_id
          WHERE r.rrule IS NOT NULL AND (r.rrule, ifnull(ifnull(r.start, y.issued), ''), ifnull(r.until, '')) IN (
            SELECT json_extract(value, '$[0]'), ifnull(json_extract(value, '$[1]'), ''), ifnull(json_extract(value, '$[2]'), '')
            FROM json_each(?)))""",
        (last.isoformat(), json.dumps(near)),
    )
