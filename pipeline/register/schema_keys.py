"""Keys that the queue sorts and filters by, stored beside each task: its first day, its rhythms, its lead, its document.

In: a register whose keys had to be worked out row by row.  Out: the statements of migration m009.
Promise: triggers keep the keys what the shown values say, whoever writes (a reading, a person, another program); "~" stands behind
all letters and digits, so that what has no value comes last.
"""

from __future__ import annotations

__all__ = ["KEYS", "KEY_COLUMNS", "mend_keys", "stale_keys"]

KEY_COLUMNS = ("due_key", "rhythm_key", "lead_key", "document_key")


def _shown(field: str) -> str:
    return f"r.source = iif(json_type(tasks.human, '$.{field}') IS NULL, 'machine', 'human')"


_DUE = f"ifnull((SELECT min(r.due) FROM deadlines r WHERE r.task_id = tasks.id AND {_shown('deadlines')}), '~')"
# A rhythm counts from its own first day, else from the day of its document: "rule|first|last", a line each.
_RHYTHM = f"""ifnull((SELECT
    group_concat(r.rrule || '|' || ifnull(ifnull(r.start, d.issued), '') || '|' || ifnull(r.until, ''), char(10))
  FROM deadlines r JOIN documents_shown d ON d.id = tasks.document_id
  WHERE r.task_id = tasks.id AND r.rrule IS NOT NULL AND {_shown("deadlines")}), '')"""
_LEAD = f"""ifnull((SELECT r.folded FROM task_agencies r WHERE r.task_id = tasks.id AND r.role = 'lead' AND {_shown("lead")}
  ORDER BY r.position, r.id LIMIT 1), '~')"""
_DOCUMENT = """ifnull((SELECT ifnull(d.issued, '~') || ' ' || ifnull(d.number, '') || ' ' || d.id
  FROM documents_shown d WHERE d.id = tasks.document_id), '~')"""
# A number is sorted as it is written; the id keeps documents of one number and day apart.
_OF = {"due_key": _DUE, "rhythm_key": _RHYTHM, "lead_key": _LEAD, "document_key": _DOCUMENT}
_DEADLINES, _AGENCIES, _OF_DOCUMENT, _ALL = KEY_COLUMNS[:2], KEY_COLUMNS[2:3], ("rhythm_key", "document_key"), KEY_COLUMNS


def _set(keys: tuple[str, ...], where: str) -> str:
    return f"UPDATE tasks SET {', '.join(f'{key} = {_OF[key]}' for key in keys)} WHERE {where}"


def _trigger(name: str, when: str, keys: tuple[str, ...], where: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {when} BEGIN {_set(keys, where)}; END"


def _rows(table: str, keys: tuple[str, ...]) -> tuple[str, ...]:
    changed = "deadlines" if table == "deadlines" else "agencies"
    return (
        _trigger(f"keys_{changed}_insert", f"INSERT ON {table}", keys, "id = new.task_id"),
        _trigger(f"keys_{changed}_delete", f"DELETE ON {table}", keys, "id = old.task_id"),
        _trigger(f"keys_{changed}_update", f"UPDATE ON {table}", keys, "id IN (old.task_id, new.task_id)"),
    )


# The state as filters.py and queue.py write it: an index on an expression serves only the very same expression.
_STATE = "iif(orphaned AND status <> 'rejected', 'orphaned', status)"

KEYS = (
    *(f"ALTER TABLE tasks ADD COLUMN {key} TEXT NOT NULL DEFAULT '{'' if key == 'rhythm_key' else '~'}'" for key in KEY_COLUMNS),
    *_rows("deadlines", _DEADLINES),
    *_rows("task_agencies", _AGENCIES),
    _trigger("keys_tasks_insert", "INSERT ON tasks", _ALL, "seq = new.seq"),
    _trigger("keys_tasks_update", "UPDATE OF human, document_id ON tasks", _ALL, "seq = new.seq"),
    _trigger("keys_documents_update", "UPDATE OF human, issued, number ON documents", _OF_DOCUMENT, "document_id = new.id"),
    _set(_ALL, "1"),
    f"CREATE INDEX tasks_by_due ON tasks({_STATE}, due_key, seq, rhythm_key)",
    f"CREATE INDEX tasks_by_lead ON tasks({_STATE}, lead_key, seq)",
    f"CREATE INDEX tasks_by_document ON tasks({_STATE}, document_key, position, seq)",
    "CREATE INDEX tasks_rhythms ON tasks(rhythm_key)",
)  # fmt: skip


def stale_keys() -> str:
    """SQL for the ids of tasks whose keys are not what the shown values say: there should be none."""
    return f"SELECT id FROM tasks WHERE ({', '.join(KEY_COLUMNS)}) IS NOT ({', '.join(_OF[key] for key in KEY_COLUMNS)})"


def mend_keys() -> str:
    """SQL that works all keys out anew."""
    return _set(_ALL, "1")
