"""The searchable form of tasks, brought up to date with what is shown.

In: a document or one task.  Out: the folded column (and by its triggers the search index) of those tasks.
Promise: a search finds what a person reads: after a correction the corrected words.
"""

from __future__ import annotations

import sqlite3

from pipeline.register.fold import fold
from pipeline.register.office import is_ours, load_office
from pipeline.register.rows import fold_parts, mark_parts


def refold_tasks(connection: sqlite3.Connection, document_id: str, task_id: str | None = None) -> None:
    """Fold anew the tasks of a document, or one of them, inside the caller's transaction."""
    rows = connection.execute(
        "SELECT id, text, product, note, number, deadline_words FROM tasks_shown WHERE document_id = ? AND id = ifnull(?, id)",
        (document_id, task_id),
    ).fetchall()
    for row in rows:
        names = connection.execute("SELECT name, canonical FROM agencies_shown WHERE task_id = ? ORDER BY position", (row["id"],))
        bodies = [part for name in names for part in name]
        parts = (row["text"], row["product"], row["note"], row["number"], *bodies, row["deadline_words"])
        folded, marked = fold_parts(parts), mark_parts(parts)
        connection.execute(
            "UPDATE tasks SET folded = ?, marked = ? WHERE id = ? AND (folded, marked) IS NOT (?, ?)",
            (folded, marked, row["id"], folded, marked),
        )


def refold_document(connection: sqlite3.Connection, document_id: str) -> None:
    """Fold anew what a search for the document looks in, and whether it is our own: after what is shown, not what was read."""
    row = connection.execute(
        """SELECT d.number, d.subject, d.issuer, f.name FROM documents_shown d
        JOIN files f ON f.document_id = d.id AND f.role = 'main' WHERE d.id = ?""",
        (document_id,),
    ).fetchone()
    if row is None:
        return
    folded = fold(" | ".join(filter(None, tuple(row))))
    ours = int(is_ours(load_office(connection), row["issuer"]))
    connection.execute("UPDATE documents SET folded = ?, ours = ? WHERE id = ?", (folded, ours, document_id))
