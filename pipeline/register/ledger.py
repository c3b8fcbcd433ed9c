"""The intake ledger: each file that entered, and the one state it ended in.

In: what became of a file.  Out: its row, one for each path and content.
Promise: each file ends in exactly one state with a reason; a registered file stays registered, however often it is met again;
of a secret paper only the name is kept, not even a digest.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from models.errors import SecretDocument
from models.register import IntakeRow, IntakeState
from pipeline.register.database import Register
from pipeline.register.rows import stamp

_DONE = (IntakeState.REGISTERED.value, IntakeState.WARNINGS.value)


def record_intake(register: Register, row: IntakeRow) -> None:
    """Write what became of a file, in a transaction of its own."""
    with register.write() as connection:
        write_intake(connection, row)


def write_intake(connection: sqlite3.Connection, row: IntakeRow) -> None:
    """Write what became of a file, inside the caller's transaction.

    The same path with the same content is one row: a later state replaces an earlier one, but nothing replaces "registered".
    """
    sha256 = None if row.kind == SecretDocument.kind else row.sha256
    if sha256:
        # The row without digest is of a run that could not open this file. Only that of a secret paper speaks of other content.
        connection.execute(
            "DELETE FROM intake WHERE path = ? AND sha256 IS NULL AND kind IS NOT ?", (row.path, SecretDocument.kind)
        )  # fmt: skip
    connection.execute(
        f"""INSERT INTO intake (path, name, sha256, state, reason, kind, started, finished, document_id) VALUES (?,?,?,?,?,?,?,?,?)
        ON CONFLICT (path, ifnull(sha256, '')) DO UPDATE SET state = excluded.state, reason = excluded.reason, kind = excluded.kind,
        started = excluded.started, finished = excluded.finished, document_id = excluded.document_id
        WHERE intake.state NOT IN {_DONE!r} OR excluded.state IN {_DONE!r}""",
        (
            row.path, row.name, sha256, row.state.value, row.reason, row.kind, stamp(row.started) if row.started else None,
            stamp(row.finished), row.document_id,
        ),
    )  # fmt: skip


def intake_rows(register: Register) -> list[IntakeRow]:
    """The whole ledger, in the order of arrival."""
    return [
        IntakeRow(
            path=row["path"],
            name=row["name"],
            state=IntakeState(row["state"]),
            reason=row["reason"],
            finished=datetime.fromisoformat(row["finished"]),
            sha256=row["sha256"],
            kind=row["kind"],
            started=datetime.fromisoformat(row["started"]) if row["started"] else None,
            document_id=row["document_id"],
        )
        for row in register.rows("SELECT * FROM intake ORDER BY id")
    ]


def intake_counts(register: Register) -> Mapping[IntakeState, int]:
    """How many files ended in each state."""
    found = {row["state"]: row["n"] for row in register.rows("SELECT state, count(*) AS n FROM intake GROUP BY state")}
    return {state: found.get(state.value, 0) for state in IntakeState}
