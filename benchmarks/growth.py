"""A register of many documents, made in a minute: one is read and stored, then copied in SQL with ids and words of its own.

In: a path and a number of documents.  Out: a register with so many documents, three tasks each, as `store` would have left it.
Promise: every table that grows with documents grows; what the benchmark asks for is found the same number of times at any size.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from models.directive import Directive
from pipeline.flow import load_engine, read_directive
from pipeline.register import Register, store

__all__ = ["SMALL_STEP", "grow"]

SMALL_STEP = 1000
SAMPLE = Path(__file__).parents[1] / "corpus" / "samples" / "bay-xuong-dong.txt"
NOW = datetime(2025, 6, 30, tzinfo=UTC)
FIRST_DAY = date(2020, 1, 1)


def grow(path: Path, documents: int) -> None:
    """Make the register."""
    directive = _sample()
    with Register.open(path, create=True) as register:
        receipt = store(register, directive, now=NOW, original=SAMPLE, path="/den/mau.txt")
        for table in ("documents", "files", "pages", "tasks", "task_agencies", "deadlines", "citations", "evidence", "intake"):
            _copy(register, table, receipt.document_id, documents)
        with register.write() as connection:
            connection.execute("ANALYZE")


def _sample() -> Directive:
    return read_directive(SAMPLE, engine=load_engine())


_OWN = {"tasks": "seq", "task_agencies": "id", "deadlines": "id", "citations": "id", "evidence": "id", "intake": "id"}
_OF = {
    "documents": "x.id = ?",
    "task_agencies": "x.task_id IN (SELECT id FROM tasks WHERE document_id = ?)",
    "deadlines": "x.task_id IN (SELECT id FROM tasks WHERE document_id = ?)",
}
_ID_COLUMNS = frozenset({"document_id", "task_id"})


def _copy(register: Register, table: str, document: str, count: int) -> None:
    """Copy the rows of one document `count` times."""
    columns = [row["name"] for row in register.rows("SELECT name FROM pragma_table_info(?)", (table,))]
    columns = [column for column in columns if column != _OWN.get(table)]
    values = ", ".join(_value(table, column) for column in columns)
    of = _OF.get(table, "x.document_id = ?")
    with register.write() as connection:
        connection.execute(
            f"""WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
            INSERT INTO {table} ({", ".join(columns)}) SELECT {values} FROM {table} x, n WHERE {of}""",
            (count - 1, document),
        )


def _value(table: str, column: str) -> str:
    if column in _ID_COLUMNS or (column == "id" and table in ("documents", "tasks")):
        return f"x.{column} || '-' || n.i"
    if (table, column) == ("evidence", "owner_id"):
        return "x.owner_id || '-' || n.i"
    special = {
        ("documents", "number"): "n.i || '/UBND-VX'",
        ("documents", "issued"): f"date('{FIRST_DAY}', (n.i % 2000) || ' days')",
        ("documents", "text_key"): "x.text_key || n.i",
        ("files", "sha256"): "printf('%064x', n.i)",
        ("pages", "sha256"): "printf('%064x', n.i)",
        ("tasks", "folded"): "x.folded || ' viec' || n.i || 'x'",
        (
            "deadlines",
            "due",
        ): f"iif(x.rrule IS NOT NULL, NULL, date('{FIRST_DAY}', iif(n.i < 20, '0', n.i % 2000 + 4000) || ' days'))",
        ("task_agencies", "folded"): "iif(n.i = 7, 'so dac biet', x.folded)",
        ("intake", "path"): "x.path || n.i",
        ("intake", "sha256"): "printf('%064x', n.i)",
    }
    return special.get((table, column), f"x.{column}")
