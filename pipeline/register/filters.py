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
from pipeline.register.fold import fold, search_of
from pipeline.register.office import concerns, get_office, is_ours
from pipeline.register.rhythm import next_day
from pipeline.register.views import day
from pipeline.rules.directory import load_directory
from pipeline.rules.homes import province_of, same_province

_MINE = (Role.LEAD, Role.COORDINATE, Role.REPORT_TO)
FOLDED = "t.seq IN (SELECT rowid FROM tasks_fts WHERE tasks_fts MATCH ?)"
MARKED = "t.seq IN (SELECT rowid FROM tasks_fts_marks WHERE tasks_fts_marks MATCH ?)"
_STATUS = "iif(t.orphaned AND t.status <> 'rejected', 'orphaned', t.status)"
# A record that a person cut off or added, and took back again: its history is kept, no list shows it.
STANDS = f"""NOT ({_STATUS} = 'rejected' AND t.created_by IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM revisions v WHERE v.task_id = t.id AND v.undone_by IS NULL AND v.undoes IS NULL))"""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What stands behind WHERE, with its parameters."""

    where: str
    parameters: tuple[Value, ...]


def conditions(register: Register, filters: TaskFilter, *, today: date, whole: bool = False) -> Conditions | None:
    """The conditions of a filter; None where nothing can meet them. `whole`: for a list that is read to its end, not by pages."""
    parts: list[tuple[str, tuple[Value, ...]]] = [_status(filters.status)]
    if filters.kinds:
        parts.append(("s.kind IN (SELECT value FROM json_each(?))", (json.dumps(sorted(filters.kinds)),)))
    if filters.search is not None and filters.search.strip():
        search = search_of(filters.search)
        if search is None:
            return None
        # The plus keeps SQLite from trying each found row with each row of another condition (minutes on 100,000 tasks). A search
        # that stands alone is looked up; with the plus all tasks would be walked through (0.12 s on 300,000).
        plus = "+" if filters.agency or filters.document or filters.mine or filters.due_before else ""
        if search.folded:
            parts.append((f"{plus}{FOLDED}", (search.folded,)))
        if search.marked:
            parts.append((f"{plus}{MARKED}", (search.marked,)))
    if filters.agency and fold(filters.agency):
        parts.append(_agency(register, filters.agency))
    if filters.document and fold(filters.document):
        parts.append(("(t.document_id = ? OR instr(d.folded, ?))", (filters.document, fold(filters.document))))
    if filters.mine:
        parts.append(_mine(register))
    if filters.due_before:
        parts.append(_due(register, filters.due_before, today, whole=whole))
    if whole:
        parts = _looked_up(parts)
    return Conditions(" AND ".join(part for part, _ in parts), tuple(value for _, values in parts for value in values))


def _looked_up(parts: list[tuple[str, tuple[Value, ...]]]) -> list[tuple[str, tuple[Value, ...]]]:
    """The first list of found tasks without its plus: its tasks are looked up, the others compared with them."""
    first = next((i for i, (part, _) in enumerate(parts) if part.startswith(_AMONG)), None)
    return [(part[1:] if i == first else part, values) for i, (part, values) in enumerate(parts)]


def _status(wanted: frozenset[TaskStatus]) -> tuple[str, tuple[Value, ...]]:
    if not wanted:
        return "t.status <> 'rejected'", ()
    if wanted == {TaskStatus.REJECTED}:
        return f"{_STATUS} = ? AND {STANDS}", (TaskStatus.REJECTED.value,)
    if len(wanted) == 1:  # as an equation the index of the queue gives the tasks in their order
        return f"{_STATUS} = ?", (next(iter(wanted)).value,)
    stands = f" AND {STANDS}" if TaskStatus.REJECTED in wanted else ""
    return f"{_STATUS} IN (SELECT value FROM json_each(?)){stands}", (json.dumps(sorted(wanted)),)


_AMONG = "+t.seq IN"
_SHOWN = "a.source = iif(json_type(t.human, '$.' || a.role) IS NULL, 'machine', 'human')"


def _found(register: Register, name: str, sql: str, parameters: tuple[Value, ...]) -> tuple[str, tuple[Value, ...]]:
    """The tasks that a query finds, asked once for all that one page wants to know of them (its tasks, its counts, the next)."""
    seqs = register.remembered(name, lambda: json.dumps([row[0] for row in register.rows(sql, parameters)]))
    # The plus, as with search words: the order comes from an index, and each task is looked up among these.
    return f"{_AMONG} (SELECT value FROM json_each(?))", (seqs,)


def _agency(register: Register, typed: str) -> tuple[str, tuple[Value, ...]]:
    """The tasks of the agencies whose name holds these words, or that the directory knows by them ("Sở TNMT")."""
    folded, meant = fold(typed), load_directory().resolve(typed, on=None)
    full, known = (fold(meant.canonical or typed), meant.agency_id or "") if meant else (folded, "")
    # The names are looked through once each, by leaping from one to the next in their index: there are far fewer than tasks.
    # The indexes are named: where few names fill a large table SQLite takes a scan of it for as good (100,000 documents: 0.17 s).
    sql = f"""WITH RECURSIVE met(known) AS (SELECT min(folded) FROM task_agencies UNION ALL
          SELECT (SELECT min(folded) FROM task_agencies WHERE folded > known) FROM met WHERE known IS NOT NULL)
        SELECT t.seq FROM task_agencies a INDEXED BY task_agencies_folded JOIN tasks t ON t.id = a.task_id
        WHERE a.folded IN (SELECT known FROM met WHERE instr(known, ?) OR instr(known, ?)) AND {_SHOWN}
        UNION SELECT t.seq FROM task_agencies a INDEXED BY task_agencies_agency JOIN tasks t ON t.id = a.task_id
        WHERE a.agency_id IN (SELECT agency_id FROM aliases WHERE instr(folded, ?) UNION SELECT ?) AND {_SHOWN}"""
    return _found(register, f"tasks of {folded}", sql, (folded, full, folded, known))


Names = list[tuple[str | None, ...]]


def _elsewhere(register: Register) -> list[tuple[str | None, ...]]:
    """Issuers and places of papers of another province than ours: the collectives they call on are that province's."""
    ours = province_of(get_office(register).name)
    if ours is None:
        return []
    found = [tuple(row) for row in register.rows("SELECT DISTINCT issuer, place FROM documents_shown WHERE NOT ours")]
    return [each for each in found if (theirs := province_of(*each)) is not None and not same_province(ours, theirs)]


def _names_of_ours(register: Register) -> tuple[Names, Names]:
    """The names that mean our office, and the collectives it belongs to."""
    office = get_office(register)
    names = [tuple(row) for row in register.rows("SELECT DISTINCT name, canonical, agency_id FROM task_agencies")]
    ours = [name for name in names if is_ours(office, *name)]
    known = set(ours)
    return ours, [name for name in names if name not in known and concerns(office, *name)]


def _mine(register: Register) -> tuple[str, tuple[Value, ...]]:
    ours, groups = register.remembered("names of ours", lambda: _names_of_ours(register))
    elsewhere = register.remembered("papers of other provinces", lambda: _elsewhere(register))
    # By name first, which has an index; then exactly. What is shown is asked of these few rows only.
    # Who writes to "các sở" means the others: a collective in a letter of our own is not us, nor is one of another province.
    sql = f"""SELECT DISTINCT t.seq FROM task_agencies a CROSS JOIN tasks t ON t.id = a.task_id
        WHERE a.name IN (SELECT json_extract(value, '$[0]') FROM json_each(?))
        AND ({_EXACTLY} OR {_EXACTLY} AND NOT (SELECT d.ours OR {_FROM} FROM documents_shown d WHERE d.id = t.document_id))
        AND a.role IN (SELECT value FROM json_each(?)) AND {_SHOWN}"""
    asked = tuple(json.dumps(values) for values in ([*ours, *groups], ours, groups, elsewhere, _MINE))
    return _found(register, "tasks of ours", sql, asked)


_EXACTLY = """(a.name, ifnull(a.canonical, ''), ifnull(a.agency_id, '')) IN (SELECT json_extract(value, '$[0]'),
  ifnull(json_extract(value, '$[1]'), ''), ifnull(json_extract(value, '$[2]'), '') FROM json_each(?))"""


_FROM = """(ifnull(d.issuer, ''), ifnull(d.place, '')) IN (SELECT ifnull(json_extract(value, '$[0]'), ''),
  ifnull(json_extract(value, '$[1]'), '') FROM json_each(?))"""


_DUE_WHOLE = f"""{_AMONG} (
  SELECT t.seq FROM tasks t WHERE {_STATUS} IN ({", ".join(f"'{status}'" for status in TaskStatus)}) AND t.due_key <= ?
  UNION ALL SELECT t.seq FROM tasks t WHERE t.rhythm_key IN (SELECT value FROM json_each(?)))"""


def _due(register: Register, last: date, today: date, *, whole: bool) -> tuple[str, tuple[Value, ...]]:
    near = register.remembered(f"rhythms {today} {last}", lambda: _near(register, last, today))
    if whole:  # of all states together no index is in the order of days: asked in one question, all documents are walked through
        return _DUE_WHOLE, (last.isoformat(), json.dumps(near))
    # As a list of keys, which SQLite looks up: an index on state and key answers without the rows of the tasks.
    return "(t.due_key <= ? OR t.rhythm_key IN (SELECT value FROM json_each(?)))", (last.isoformat(), json.dumps(near))


def _near(register: Register, last: date, today: date) -> list[str]:
    """The rhythms, as tasks keep them, of which one falls due by that day."""
    found: dict[tuple[str, date | None, date | None], date | None] = {}

    def falls_due(line: str) -> bool:
        rrule, first, until = line.rsplit("|", 2)
        # What began in the past counts from today: few rules are left to be worked out, however many documents gave them.
        start = day(first or None)
        key = (rrule, start if start and start > today else None, day(until or None))
        if key not in found:
            found[key] = next_day(rrule, today=today, start=key[1], until=key[2])
        next_one = found[key]
        return next_one is not None and next_one <= last

    # Each key once, by leaping from one to the next in their index: there are far fewer than tasks.
    rows = register.rows(
        """WITH RECURSIVE met(known) AS (SELECT min(rhythm_key) FROM tasks WHERE rhythm_key > '' UNION ALL
        SELECT (SELECT min(rhythm_key) FROM tasks WHERE rhythm_key > known) FROM met WHERE known IS NOT NULL)
        SELECT known FROM met WHERE known IS NOT NULL"""
    )
    return [row["known"] for row in rows if any(falls_due(line) for line in row["known"].split("\n"))]
