"""What landed in a watched folder, on its way from "seen" to filed away; and the watched folders themselves.

In: rows of files on their way, and of inboxes.  Out: the same, as they stand in the register.
Promise: a change of many rows is one transaction; a row whose file was filed away is never opened again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from models.register import InboxRow, IntakeRow, IntakeState
from pipeline.register.database import Register, Value, insert
from pipeline.register.ledger import as_row, write_intake
from pipeline.register.rows import stamp

__all__ = [
    "ended_since",
    "inboxes",
    "latest_rejected",
    "not_filed",
    "note_inbox",
    "on_their_way",
    "open_arrivals",
    "set_place",
    "write_arrivals",
]

_ON_THE_WAY = tuple(state.value for state in IntakeState if not state.is_final)


def open_arrivals(register: Register, inbox: str) -> list[IntakeRow]:
    """The files of this inbox that are not filed away, oldest first."""
    rows = register.rows("SELECT * FROM intake WHERE arrival IS NOT NULL AND filed IS NULL AND inbox = ? ORDER BY id", (inbox,))
    return [as_row(row) for row in rows]


def write_arrivals(
    register: Register, rows: Iterable[IntakeRow] = (), *, filed: Mapping[str, str] | None = None, gone: Iterable[str] = (),
    now: datetime,
) -> None:  # fmt: skip
    """Write rows; `filed` says by the id of the landing where files lie now; `gone` was taken out again before it was read."""
    with register.write() as connection:
        for row in rows:
            write_intake(connection, row)
        for arrival, place in (filed or {}).items():
            connection.execute("UPDATE intake SET place = ?, filed = ? WHERE arrival = ?", (place or None, stamp(now), arrival))
        for arrival in gone:
            connection.execute(f"DELETE FROM intake WHERE arrival = ? AND state IN {_ON_THE_WAY!r}", (arrival,))


def note_inbox(register: Register, row: InboxRow) -> None:
    """Write how it stands with a watched folder."""
    values: dict[str, Value] = {
        "path": row.path, "pid": row.pid, "host": row.host, "started": stamp(row.started), "seen": stamp(row.seen),
        "stopped": stamp(row.stopped) if row.stopped else None, "native": int(row.native),
        "passed_over": json.dumps(row.passed_over, ensure_ascii=False), "trouble": row.trouble,
    }  # fmt: skip
    with register.write() as connection:
        connection.execute("DELETE FROM inboxes WHERE path = ?", (row.path,))
        insert(connection, "inboxes", [values])


def inboxes(register: Register) -> list[InboxRow]:
    """The watched folders, by name."""
    return [
        InboxRow(
            path=row["path"],
            pid=row["pid"],
            host=row["host"],
            started=datetime.fromisoformat(row["started"]),
            seen=datetime.fromisoformat(row["seen"]),
            stopped=datetime.fromisoformat(row["stopped"]) if row["stopped"] else None,
            native=bool(row["native"]),
            passed_over=tuple((name, why) for name, why in json.loads(row["passed_over"])),
            trouble=row["trouble"],
        )
        for row in register.rows("SELECT * FROM inboxes ORDER BY path")
    ]


def set_place(register: Register, arrival: str, place: str) -> None:
    """Another place for a file whose first one was taken meanwhile: written before the file moves."""
    with register.write() as connection:
        connection.execute("UPDATE intake SET place = ? WHERE arrival = ? AND filed IS NULL", (place, arrival))


def on_their_way(register: Register) -> list[IntakeRow]:
    """Files that are seen, waiting or being read, oldest first."""
    return [as_row(row) for row in register.rows(f"SELECT * FROM intake WHERE state IN {_ON_THE_WAY!r} ORDER BY id")]


def not_filed(register: Register, *, most: int) -> list[IntakeRow]:
    """Files that are done with and still lie in their inbox, where something hinders the move."""
    rows = register.rows(
        f"""SELECT * FROM intake WHERE arrival IS NOT NULL AND filed IS NULL AND state NOT IN {_ON_THE_WAY!r}
        ORDER BY id LIMIT ?""",
        (most,),
    )
    return [as_row(row) for row in rows]


def latest_rejected(register: Register, *, most: int) -> list[IntakeRow]:
    """The files that were rejected last, the latest first."""
    rows = register.rows("SELECT * FROM intake WHERE state = 'rejected' ORDER BY finished DESC, id DESC LIMIT ?", (most,))
    return [as_row(row) for row in rows]


def ended_since(register: Register, now: datetime, spans: Sequence[timedelta]) -> list[int]:
    """How many files came to their end within each span before `now`."""
    # Stamps carry the zone they were written in: the rows of a day more are asked for, then compared as moments.
    oldest = stamp(now - max(spans) - timedelta(days=1))
    marks = f"SELECT finished FROM intake WHERE finished >= ? AND state NOT IN {_ON_THE_WAY!r}"
    moments = [datetime.fromisoformat(row["finished"]) for row in register.rows(marks, (oldest,))]
    return [sum(now - span < moment <= now for moment in moments) for span in spans]
