"""The ledger grows for watched folders: files on their way, each landing with an id of its own, and the folders themselves.

In: a register whose ledger knows only ends.  Out: the statements of migration m004.
Promise: every row of the older ledger stays as it was, with its id; what `ingest` writes keeps one row a path and content.
"""

from __future__ import annotations

__all__ = ["INBOX"]

_COLUMNS = "id, path, name, sha256, state, reason, kind, started, finished, document_id"

# SQLite cannot change a CHECK: the table is made anew. No other table refers to it.
INBOX = (
    """CREATE TABLE intake_anew (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT,
  state TEXT NOT NULL CHECK (
    state IN ('seen', 'waiting', 'reading', 'registered', 'registered_with_warnings', 'duplicate', 'rejected')),
  reason TEXT NOT NULL, kind TEXT, started TEXT, finished TEXT NOT NULL, document_id TEXT REFERENCES documents(id),
  arrival TEXT, inbox TEXT, place TEXT, filed TEXT
) STRICT""",
    f"INSERT INTO intake_anew ({_COLUMNS}) SELECT {_COLUMNS} FROM intake",
    "DROP TABLE intake",
    "ALTER TABLE intake_anew RENAME TO intake",
    "CREATE UNIQUE INDEX intake_file ON intake(path, ifnull(sha256, '')) WHERE arrival IS NULL",
    "CREATE UNIQUE INDEX intake_arrival ON intake(arrival) WHERE arrival IS NOT NULL",
    "CREATE INDEX intake_document ON intake(document_id)",
    "CREATE INDEX intake_open ON intake(inbox, path) WHERE arrival IS NOT NULL AND filed IS NULL",
    "CREATE INDEX intake_state ON intake(state, kind)",
    "CREATE INDEX intake_finished ON intake(finished)",
    """CREATE TABLE inboxes (
  path TEXT PRIMARY KEY NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL, started TEXT NOT NULL, seen TEXT NOT NULL, stopped TEXT,
  native INTEGER NOT NULL CHECK (native IN (0, 1)),
  passed_over TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(passed_over)), trouble TEXT NOT NULL DEFAULT ''
) STRICT""",
)
