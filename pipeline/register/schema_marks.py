"""A second search index that knows the marks of Vietnamese: who types "sở" does not mean "số" or "so".

In: a register whose search leaves all marks out.  Out: the statements of migration m010.
Promise: `marked` holds what `folded` holds, with its marks, in lower case and with one place for the tone; the first index stays.
"""

from __future__ import annotations

__all__ = ["MARKS"]

_PARTS = """SELECT group_concat(fold_marks(part), ' | ') FROM (
  SELECT s.text AS part UNION SELECT s.product UNION SELECT s.note UNION SELECT s.number UNION SELECT s.deadline_words
  UNION SELECT a.name FROM agencies_shown a WHERE a.task_id = s.id
  UNION SELECT a.canonical FROM agencies_shown a WHERE a.task_id = s.id)"""

MARKS = (
    "ALTER TABLE tasks ADD COLUMN marked TEXT NOT NULL DEFAULT ''",
    """CREATE VIRTUAL TABLE tasks_fts_marks USING fts5(
  marked, content='tasks', content_rowid='seq', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER tasks_fts_marks_insert AFTER INSERT ON tasks BEGIN
  INSERT INTO tasks_fts_marks(rowid, marked) VALUES (new.seq, new.marked);
END""",
    """CREATE TRIGGER tasks_fts_marks_delete AFTER DELETE ON tasks BEGIN
  INSERT INTO tasks_fts_marks(tasks_fts_marks, rowid, marked) VALUES ('delete', old.seq, old.marked);
END""",
    "INSERT INTO tasks_fts_marks(tasks_fts_marks) VALUES ('rebuild')",
    """CREATE TRIGGER tasks_fts_marks_update AFTER UPDATE OF marked ON tasks BEGIN
  INSERT INTO tasks_fts_marks(tasks_fts_marks, rowid, marked) VALUES ('delete', old.seq, old.marked);
  INSERT INTO tasks_fts_marks(rowid, marked) VALUES (new.seq, new.marked);
END""",
    f"UPDATE tasks SET marked = ifnull((SELECT ({_PARTS}) FROM tasks_shown s WHERE s.id = tasks.id), '')",
)
