"""The tables of the register, as named migrations, and the views that say what is shown.

In: an open SQLite connection.  Out: the same with all migrations applied.
Promise: each migration is one transaction with its own record; machine values and human values stand apart: the columns and the
rows with source 'machine' are what was read, the JSON column `human` and the rows with source 'human' what a person said; the
views `*_shown` put the person's word first. A database that another program made is never given these tables.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import partial

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from pipeline.register.fold import fold_marks
from pipeline.register.schema_inbox import INBOX
from pipeline.register.schema_keys import KEYS
from pipeline.register.schema_marks import MARKS
from pipeline.register.schema_packets import PACKETS

APPLICATION_ID = 0x47_56_69_65  # "GVie": stands at byte 68 of the file, where `file` and our guard look
SEARCH_INDEXES = ("tasks_fts", "tasks_fts_marks")
MIGRATIONS = (
    "m001_tables", "m002_search", "m003_views", "m004_inbox", "m005_read_by_and_sketches", "m006_aliases", "m007_queue",
    "m008_names", "m009_keys", "m010_marks", "m011_lines", "m012_packets", "m013_ledger_paths",
    "m014_ledger_forgotten",
)  # fmt: skip

_TABLES = """
CREATE TABLE agencies (
  id TEXT PRIMARY KEY NOT NULL, canonical TEXT NOT NULL, folded TEXT NOT NULL, valid_from TEXT, valid_to TEXT
) STRICT;
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY, agency_id TEXT NOT NULL REFERENCES agencies(id), name TEXT NOT NULL, folded TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('machine', 'human')), confirmed INTEGER NOT NULL DEFAULT 0, UNIQUE (agency_id, name)
) STRICT;
CREATE INDEX aliases_folded ON aliases(folded);
CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL, number TEXT, type TEXT, issuer TEXT, issuer_id TEXT REFERENCES agencies(id), place TEXT,
  issued TEXT, year INTEGER, subject TEXT, signer_name TEXT, signer_title TEXT, signer_authority TEXT, directed_by TEXT,
  urgency TEXT, circulation TEXT,
  addressees TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(addressees)),
  recipients TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(recipients)),
  warnings TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(warnings)),
  state TEXT NOT NULL CHECK (state IN ('registered', 'registered_with_warnings')),
  ours INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1)), text_key TEXT NOT NULL, folded TEXT NOT NULL,
  registered TEXT NOT NULL, read TEXT NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  human TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(human))
) STRICT;
CREATE INDEX documents_order ON documents(issued, number);
CREATE INDEX documents_text_key ON documents(text_key);
CREATE TABLE files (
  sha256 TEXT PRIMARY KEY NOT NULL, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('main', 'version', 'duplicate')), size INTEGER NOT NULL, media TEXT NOT NULL,
  added TEXT NOT NULL
) STRICT;
CREATE INDEX files_document ON files(document_id);
CREATE TABLE pages (
  sha256 TEXT NOT NULL REFERENCES files(sha256) ON DELETE CASCADE, page INTEGER NOT NULL,
  document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, source TEXT NOT NULL, reason TEXT NOT NULL,
  quality REAL NOT NULL, healthy INTEGER NOT NULL, text TEXT NOT NULL, width REAL, height REAL, PRIMARY KEY (sha256, page)
) STRICT;
CREATE INDEX pages_document ON pages(document_id, page);
CREATE TABLE tasks (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1,
  status TEXT NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'confirmed', 'corrected', 'rejected')),
  path TEXT NOT NULL CHECK (json_valid(path)), kind TEXT NOT NULL CHECK (kind IN ('assignment', 'target', 'event')),
  origin TEXT NOT NULL CHECK (origin IN ('body', 'table', 'but_phe', 'imported')),
  text TEXT NOT NULL, product TEXT, note TEXT, page INTEGER, confidence REAL NOT NULL,
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  human TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(human)),
  orphaned INTEGER NOT NULL DEFAULT 0 CHECK (orphaned IN (0, 1)), created_by TEXT,
  derived_from TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(derived_from)), reading TEXT NOT NULL DEFAULT '', folded TEXT NOT NULL
) STRICT;
CREATE INDEX tasks_document ON tasks(document_id, position);
CREATE INDEX tasks_status ON tasks(status);
CREATE TABLE task_agencies (
  id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('machine', 'human')), position INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('lead', 'coordinate', 'report_to', 'monitor', 'supervise')),
  capacity TEXT CHECK (capacity IN ('chu_tri', 'phoi_hop', 'thuc_hien')), name TEXT NOT NULL, canonical TEXT,
  agency_id TEXT REFERENCES agencies(id), inherited INTEGER NOT NULL DEFAULT 0, folded TEXT NOT NULL
) STRICT;
CREATE INDEX task_agencies_task ON task_agencies(task_id, position);
CREATE INDEX task_agencies_name ON task_agencies(name, canonical, agency_id);
CREATE TABLE deadlines (
  id INTEGER PRIMARY KEY, task_id TEXT NOT NULL REFERENCES tasks(id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('machine', 'human')), position INTEGER NOT NULL, text TEXT NOT NULL, due TEXT,
  rrule TEXT, time TEXT, start TEXT, until TEXT, bound TEXT CHECK (bound IN ('before', 'by', 'within', 'on')),
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)), CHECK (due IS NULL OR rrule IS NULL)
) STRICT;
CREATE INDEX deadlines_task ON deadlines(task_id, position);
CREATE INDEX deadlines_due ON deadlines(due);
CREATE INDEX deadlines_rrule ON deadlines(rrule) WHERE rrule IS NOT NULL;
CREATE TABLE citations (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, position INTEGER NOT NULL,
  number TEXT NOT NULL, type TEXT, issued TEXT, issuer TEXT, relation TEXT
) STRICT;
CREATE INDEX citations_document ON citations(document_id, position);
CREATE INDEX citations_number ON citations(number);
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  task_id TEXT REFERENCES tasks(id) ON DELETE CASCADE,
  source TEXT NOT NULL CHECK (source IN ('machine', 'human')),
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('document', 'task', 'agency', 'deadline', 'citation')), owner_id TEXT NOT NULL,
  field TEXT NOT NULL DEFAULT '', page INTEGER NOT NULL, boxes TEXT NOT NULL CHECK (json_valid(boxes)),
  continued TEXT NOT NULL CHECK (json_valid(continued)),
  span_recovered TEXT NOT NULL CHECK (json_valid(span_recovered)), pieces TEXT NOT NULL CHECK (json_valid(pieces)),
  span_source TEXT NOT NULL CHECK (json_valid(span_source)), quote TEXT NOT NULL, rule_id TEXT NOT NULL,
  confidence REAL NOT NULL, candidates TEXT NOT NULL CHECK (json_valid(candidates)), UNIQUE (owner_kind, owner_id, field)
) STRICT;
CREATE INDEX evidence_document ON evidence(document_id);
CREATE INDEX evidence_task ON evidence(task_id);
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY, change TEXT NOT NULL, document_id TEXT NOT NULL REFERENCES documents(id),
  task_id TEXT REFERENCES tasks(id), who TEXT NOT NULL, at TEXT NOT NULL, action TEXT NOT NULL, field TEXT NOT NULL,
  before TEXT CHECK (json_valid(before)), after TEXT CHECK (json_valid(after)),
  human_before INTEGER NOT NULL, undone_by TEXT, undoes TEXT
) STRICT;
CREATE INDEX revisions_task ON revisions(task_id, id);
CREATE TABLE intake (
  id INTEGER PRIMARY KEY, path TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT,
  state TEXT NOT NULL CHECK (state IN ('registered', 'registered_with_warnings', 'duplicate', 'rejected')),
  reason TEXT NOT NULL, kind TEXT, started TEXT, finished TEXT NOT NULL, document_id TEXT REFERENCES documents(id)
) STRICT;
CREATE UNIQUE INDEX intake_file ON intake(path, ifnull(sha256, ''));
CREATE INDEX intake_document ON intake(document_id);
CREATE TABLE settings (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
"""

_SEARCH = (
    "CREATE VIRTUAL TABLE tasks_fts USING fts5(folded, content='tasks', content_rowid='seq')",
    """CREATE TRIGGER tasks_fts_insert AFTER INSERT ON tasks BEGIN
  INSERT INTO tasks_fts(rowid, folded) VALUES (new.seq, new.folded);
END""",
    """CREATE TRIGGER tasks_fts_delete AFTER DELETE ON tasks BEGIN
  INSERT INTO tasks_fts(tasks_fts, rowid, folded) VALUES ('delete', old.seq, old.folded);
END""",
    """CREATE TRIGGER tasks_fts_update AFTER UPDATE OF folded ON tasks BEGIN
  INSERT INTO tasks_fts(tasks_fts, rowid, folded) VALUES ('delete', old.seq, old.folded);
  INSERT INTO tasks_fts(rowid, folded) VALUES (new.seq, new.folded);
END""",
)

_READ_BY = (
    "ALTER TABLE documents ADD COLUMN read_by TEXT",
    """CREATE TABLE sketches (
  value INTEGER NOT NULL, document_id TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE, PRIMARY KEY (value, document_id)
) STRICT, WITHOUT ROWID""",
    "CREATE INDEX sketches_document ON sketches(document_id)",
    "CREATE INDEX documents_number ON documents(number, issued)",
)

# Made anew: a name that people taught may mean a body without an id in the directory, which the first table did not allow.
_ALIASES = (
    """CREATE TABLE aliases_new (
  id INTEGER PRIMARY KEY, agency_id TEXT REFERENCES agencies(id), canonical TEXT, name TEXT NOT NULL, folded TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('machine', 'human')), confirmed INTEGER NOT NULL DEFAULT 0,
  decision TEXT CHECK (decision IN ('accepted', 'refused')), who TEXT, at TEXT,
  CHECK (source = 'machine' AND agency_id IS NOT NULL OR canonical IS NOT NULL AND decision IS NOT NULL),
  UNIQUE (agency_id, name, source)
) STRICT""",
    """INSERT INTO aliases_new (id, agency_id, name, folded, source, confirmed)
  SELECT id, agency_id, name, folded, 'machine', 0 FROM aliases""",
    "DROP TABLE aliases",
    "ALTER TABLE aliases_new RENAME TO aliases",
    "CREATE INDEX aliases_folded ON aliases(folded)",
)

# The state as filters.py and queue.py write it: an index on an expression serves only the very same expression.
_QUEUE = (
    """CREATE INDEX tasks_queue
  ON tasks(iif(orphaned AND status <> 'rejected', 'orphaned', status), reasons = '[]', confidence, seq)""",
)

_NAMES = (
    "CREATE INDEX task_agencies_folded ON task_agencies(folded)",
    "CREATE INDEX task_agencies_agency ON task_agencies(agency_id)",
)

# [[first letter, end, x0, top, x1, bottom], ...]: where the lines of a page stand, counted in the page's text.
_LINES = ("ALTER TABLE pages ADD COLUMN lines TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(lines))",)
# `status` asks for what came later at the path of a rejected file.
_LEDGER_PATHS = ("CREATE INDEX intake_path ON intake(path)",)
# That a paper was removed is kept, whatever comes to its path later; a second one may be removed there.
_LEDGER_FORGOTTEN = (
    "DROP INDEX intake_file",
    "CREATE UNIQUE INDEX intake_file ON intake(path, ifnull(sha256, '')) WHERE arrival IS NULL AND kind IS NOT 'forgotten'",
)

DOCUMENT_FIELDS = (
    "number", "type", "issuer", "place", "issued", "subject", "signer_name", "signer_title", "signer_authority", "directed_by",
    "urgency", "circulation", "addressees", "recipients",
)  # fmt: skip
TASK_FIELDS = ("text", "kind", "product", "note")


def shown_column(alias: str, field: str) -> str:
    """SQL for the value that is shown: the person's where there is one (an emptied one is a JSON null), else the machine's."""
    return (
        f"iif(json_type({alias}.human, '$.{field}') IS NULL, {alias}.{field}, json_extract({alias}.human, '$.{field}')) AS {field}"
    )


def _shown_rows(table: str, flag: str) -> str:
    return f"""SELECT r.* FROM {table} r JOIN tasks t ON t.id = r.task_id
  WHERE r.source = iif(json_type(t.human, {flag}) IS NULL, 'machine', 'human')"""


def _names(role: str) -> str:
    return f"""(SELECT group_concat(name, '; ') FROM (SELECT name FROM agencies_shown a
    WHERE a.task_id = t.id AND a.role = '{role}' ORDER BY a.position))"""


def _views() -> tuple[str, ...]:
    documents = ", ".join(shown_column("d", field) for field in DOCUMENT_FIELDS)
    tasks = ", ".join(shown_column("t", field) for field in TASK_FIELDS)
    return (
        f"""CREATE VIEW documents_shown AS SELECT d.id, {documents}, d.year, d.warnings, d.state, d.ours, d.registered, d.read,
  d.version, d.human, d.folded FROM documents d""",
        f"CREATE VIEW agencies_shown AS {_shown_rows('task_agencies', chr(39) + '$.' + chr(39) + ' || r.role')}",
        f"CREATE VIEW deadlines_shown AS {_shown_rows('deadlines', chr(39) + '$.deadlines' + chr(39))}",
        f"""CREATE VIEW tasks_shown AS SELECT t.id, t.document_id, d.number, d.issued, t.position, t.path, {tasks},
  {_names("lead")} AS leads, {_names("coordinate")} AS coordinators, {_names("report_to")} AS report_to,
  (SELECT group_concat(text, '; ') FROM (SELECT text FROM deadlines_shown s WHERE s.task_id = t.id ORDER BY s.position))
    AS deadline_words,
  (SELECT min(due) FROM deadlines_shown s WHERE s.task_id = t.id) AS due,
  iif(t.orphaned AND t.status <> 'rejected', 'orphaned', t.status) AS status, t.origin, t.page, t.confidence, t.version
  FROM tasks t JOIN documents_shown d ON d.id = t.document_id""",
    )


def migrations() -> Migrations:
    """The migrations of the register, oldest first."""
    known = Migrations("giaoviec")
    steps = (
        _tables(), _SEARCH, _views(), INBOX, _READ_BY, _ALIASES, _QUEUE, _NAMES, KEYS, MARKS, _LINES, PACKETS, _LEDGER_PATHS,
        _LEDGER_FORGOTTEN,
    )  # fmt: skip
    for name, statements in zip(MIGRATIONS, steps, strict=True):
        known(name=name)(partial(_run, statements=statements))
    return known


def _tables() -> tuple[str, ...]:
    return tuple(statement for statement in _TABLES.split(";\n") if statement.strip())


def _run(db: Database, *, statements: Sequence[str]) -> None:
    db.conn.create_function("fold_marks", 1, lambda text: fold_marks(text or ""), deterministic=True)
    # One by one: executescript would commit the transaction that holds the migration together.
    for statement in statements:
        db.execute(statement)


def pending(connection: sqlite3.Connection) -> tuple[list[str], bool]:
    """The names of the migrations still to do, and whether the database holds some that this program does not know."""
    known = migrations()
    db = Database(connection, execute_plugins=False)
    waiting = [migration.name for migration in known.pending(db)]
    return waiting, bool({migration.name for migration in known.applied(db)} - set(MIGRATIONS))


def migrate_one(connection: sqlite3.Connection) -> bool:
    """Do the oldest migration that waits, inside the caller's transaction; False where none waits."""
    waiting, _ = pending(connection)
    if not waiting:
        return False
    migrations().apply(Database(connection, execute_plugins=False), stop_before=waiting[1:2])
    return True
