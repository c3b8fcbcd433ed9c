"""The intake ledger: each file that entered, and the one state it ended in.

In: what became of a file.  Out: its row, one for each path and content.
Promise: each file ends in exactly one state with a reason; a registered file stays registered, however often it is met again;
of a secret paper only the name is kept, not even a digest; that a paper was removed, and who asked for it, stays.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from models.errors import SecretDocument
from models.register import Arrival, IntakeRow, IntakeState
from pipeline.register.database import Register
from pipeline.register.rows import stamp

_DONE = (IntakeState.REGISTERED.value, IntakeState.WARNINGS.value)
_INSERT = """INSERT INTO intake (path, name, sha256, state, reason, kind, started, finished, document_id, arrival, inbox, place)
  VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"""
_SET = """DO UPDATE SET state = excluded.state, reason = excluded.reason, kind = excluded.kind, started = excluded.started,
  finished = excluded.finished, document_id = excluded.document_id"""
_UPSERT = f"""{_INSERT} ON CONFLICT (path, ifnull(sha256, '')) WHERE arrival IS NULL AND kind IS NOT 'forgotten' {_SET}
  WHERE intake.state NOT IN {_DONE!r} OR excluded.state IN {_DONE!r}"""
_UPSERT_LANDED = (
    f"{_INSERT} ON CONFLICT (arrival) WHERE arrival IS NOT NULL {_SET}, sha256 = excluded.sha256, place = excluded.place"
)


def record_intake(register: Register, row: IntakeRow) -> None:
    """Write what became of a file, in a transaction of its own."""
    with register.write() as connection:
        write_intake(connection, row)


def write_intake(connection: sqlite3.Connection, row: IntakeRow) -> None:
    """Write what became of a file, inside the caller's transaction.

    The same path with the same content is one row: a later state replaces an earlier one, but nothing replaces "registered". What
    landed in a watched folder has a row for each landing.
    """
    sha256 = None if row.kind == SecretDocument.kind else row.sha256
    landed = row.arrival
    if sha256 and not landed:
        # The row without digest is of a run that could not open this file. That of a secret or a removed paper speaks of another.
        connection.execute(
            "DELETE FROM intake WHERE path = ? AND sha256 IS NULL AND ifnull(kind, '') NOT IN (?, 'forgotten') AND arrival IS NULL",
            (row.path, SecretDocument.kind),
        )  # fmt: skip
    connection.execute(
        _UPSERT_LANDED if landed else _UPSERT,
        (
            row.path, row.name, sha256, row.state.value, row.reason, row.kind, stamp(row.started) if row.started else None,
            stamp(row.finished), row.document_id, landed and landed.id, landed and landed.inbox, (landed and landed.place) or None,
        ),
    )  # fmt: skip


def entered_before(register: Register, path: str, sha256: str) -> bool:
    """Whether this very file, at this path, is in the register from an earlier run: no duplicate of another."""
    row = register.row("SELECT state FROM intake WHERE path = ? AND ifnull(sha256, '') = ? AND arrival IS NULL", (path, sha256))
    return row is not None and row["state"] in _DONE


def mended(register: Register, rows: Sequence[IntakeRow]) -> frozenset[str]:
    """The paths of rejected rows where a readable file came later; what comes to the path of a removed paper is another one."""
    rows = [row for row in rows if row.kind != "forgotten"]
    paths = json.dumps([row.path for row in rows])
    found = register.rows(
        f"""SELECT path, max(finished) AS last FROM intake WHERE path IN (SELECT value FROM json_each(?))
        AND state IN {(*_DONE, IntakeState.DUPLICATE.value)!r} GROUP BY path""",
        (paths,),
    )
    last = {row["path"]: datetime.fromisoformat(row["last"]) for row in found}
    return frozenset(row.path for row in rows if row.path in last and last[row.path] >= row.finished)


def intake_rows(register: Register) -> list[IntakeRow]:
    """The whole ledger, in the order of arrival."""
    return [as_row(row) for row in register.rows("SELECT * FROM intake ORDER BY id")]


def as_row(row: sqlite3.Row) -> IntakeRow:
    """A row of the ledger as a value."""
    landed = Arrival(row["arrival"], row["inbox"] or "", row["place"] or "") if row["arrival"] else None
    return IntakeRow(
        path=row["path"],
        name=row["name"],
        state=IntakeState(row["state"]),
        reason=row["reason"],
        finished=datetime.fromisoformat(row["finished"]),
        sha256=row["sha256"],
        kind=row["kind"],
        started=datetime.fromisoformat(row["started"]) if row["started"] else None,
        document_id=row["document_id"],
        arrival=landed,
    )


def intake_counts(register: Register) -> Mapping[IntakeState, int]:
    """How many files stand in each state."""
    found = {row["state"]: row["n"] for row in register.rows("SELECT state, count(*) AS n FROM intake GROUP BY state")}
    return {state: found.get(state.value, 0) for state in IntakeState}
