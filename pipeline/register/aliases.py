"""Names that people taught: "VPUB" means "Văn phòng Ủy ban nhân dân tỉnh".

In: corrections of agencies, and a person's yes or no.  Out: proposals; rows of `aliases` with source 'human'.
Promise: a name is offered only after people corrected it the same way twice, and only where the directory did not know it or its
canonical name was what they mended; nothing is used before somebody accepted it; what a person already judged stays as it is.
"""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.directive import Role
from models.register import TaskStatus
from pipeline.register.correct import machine_rows
from pipeline.register.database import Register, Value, insert
from pipeline.register.fold import fold
from pipeline.register.refold import refold_tasks
from pipeline.register.rows import dump, fold_parts, stamp
from pipeline.register.store import random_id
from pipeline.register.taught import ALIAS

__all__ = ["ACCEPTED", "REFUSED", "Alias", "Proposal", "accept", "decisions", "proposals", "refuse"]

ACCEPTED, REFUSED = "accepted", "refused"
_TWICE = 2
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that people corrected the same way `times` times; `open` records still show it as it was read."""

    name: str
    canonical: str
    agency_id: str | None
    times: int
    open: int


@dataclass(frozen=True, slots=True)
class Alias:
    """A decision on a name: who said yes or no, when, after how many corrections."""

    name: str
    canonical: str
    agency_id: str | None
    decision: str
    who: str
    at: str
    confirmed: int = 0


def proposals(register: Register) -> list[Proposal]:
    """The names to be asked about, the most often corrected first."""
    with register.snapshot():
        counts = _counted(register)
        decided = {(fold(alias.name), fold(alias.canonical)) for alias in decisions(register)}
        used = {fold(alias.name) for alias in decisions(register) if alias.decision == ACCEPTED}
        names = [row["name"] for row in register.rows("SELECT DISTINCT name FROM task_agencies")]
        found = [
            Proposal(name, canonical, agency_id, len(changes), _open(register, _spellings(names, key)))
            for (key, target), (name, canonical, agency_id, changes) in counts.items()
            if len(changes) >= _TWICE and (key, target) not in decided and key not in used
        ]
    return sorted(found, key=lambda one: (-one.times, one.name))


def decisions(register: Register) -> list[Alias]:
    """All that people decided, by name."""
    rows = register.rows("SELECT * FROM aliases WHERE source = 'human' ORDER BY folded, id")
    return [
        Alias(row["name"], row["canonical"], row["agency_id"], row["decision"], row["who"], row["at"], row["confirmed"])
        for row in rows
    ]


def accept(
    register: Register, name: str, canonical: str, *, who: str, when: datetime, times: int | None = None,
    new_id: Callable[[], str] = random_id,
) -> int:  # fmt: skip
    """Use a name from now on, and in all records that nobody judged yet; returns how many of these changed.

    In each of these the change is a revision of its own: it is in the history, and can be taken back there alone.
    """
    name, canonical = _plain(name), _plain(canonical)
    if times is None:
        times = _times(register, name, canonical)
    with register.write() as connection:
        connection.execute("DELETE FROM aliases WHERE source = 'human' AND folded = ? AND decision = 'accepted'", (fold(name),))
        agency = _agency(connection, canonical, when.date())
        _decide(connection, Alias(name, canonical, agency, ACCEPTED, who, stamp(when), times))
        return _renew(connection, fold(name), canonical, agency, who=who, when=when, new_id=new_id)


def refuse(register: Register, name: str, canonical: str, *, who: str, when: datetime, times: int | None = None) -> None:
    """Never offer this name for this body again; one that was accepted is used no more in later readings."""
    name, canonical = _plain(name), _plain(canonical)
    if times is None:
        times = _times(register, name, canonical)
    with register.write() as connection:
        _decide(connection, Alias(name, canonical, _agency(connection, canonical, when.date()), REFUSED, who, stamp(when), times))


_Count = tuple[str, str, str | None, set[str]]


def _counted(register: Register) -> dict[tuple[str, str], _Count]:
    """How often each name was corrected to each body: by folded name and canonical name, the tasks in which it was."""
    roles = ", ".join(f"'{role.value}'" for role in Role)
    rows = register.rows(
        f"""SELECT task_id, before, after FROM revisions WHERE field IN ({roles}) AND undone_by IS NULL AND undoes IS NULL
        AND action <> '{ALIAS}' AND task_id IS NOT NULL ORDER BY id"""
    )
    counts: dict[tuple[str, str], _Count] = {}
    for row in rows:
        for name, canonical, agency_id in _meant(json.loads(row["before"]) or [], json.loads(row["after"]) or []):
            entry = counts.setdefault((fold(name), fold(canonical)), (name, canonical, agency_id, set()))
            entry[3].add(row["task_id"])
    return counts


def _meant(
    before: Sequence[dict[str, str | None]], after: Sequence[dict[str, str | None]]
) -> Iterator[tuple[str, str, str | None]]:
    """What a correction says a name means: its canonical name was mended, or an unknown name was written anew."""
    if not (isinstance(before, list) and isinstance(after, list)) or len(before) != len(after):
        return  # bodies were added or taken out: nobody can tell which stands for which
    pairs = [(old, new) for old, new in zip(before, after, strict=True) if _body(old) != _body(new)]
    if len(pairs) != 1:
        return
    [(old, new)] = pairs
    name, meant = str(old["name"] or ""), str(new.get("canonical") or new["name"] or "")
    mended, written = fold(name) == fold(str(new["name"])), old.get("agency_id") is None
    if name and meant and fold(name) != fold(meant) and (mended or written):
        yield name, meant, new.get("agency_id")


def _body(agency: dict[str, str | None]) -> tuple[str | None, str | None]:
    return agency.get("name"), agency.get("canonical")


def _times(register: Register, name: str, canonical: str) -> int:
    entry = _counted(register).get((fold(name), fold(canonical)))
    return len(entry[3]) if entry else 0


def _spellings(names: Iterable[str], folded: str) -> str:
    """The names that fold alike, as a JSON list: few are distinct, and an index finds their rows."""
    return json.dumps([name for name in names if fold(name) == folded])


def _open(register: Register, spellings: str) -> int:
    row = register.row(
        """SELECT count(DISTINCT a.task_id) FROM task_agencies a JOIN tasks t ON t.id = a.task_id
        WHERE t.status = ? AND a.source = 'machine' AND a.name IN (SELECT value FROM json_each(?))""",
        (TaskStatus.NEW.value, spellings),
    )
    return int(row[0]) if row else 0


def _agency(connection: sqlite3.Connection, canonical: str, on: date) -> str | None:
    """The id of a body by its full name: of the directory, with its row; None for a body that the directory does not know."""
    from pipeline.rules.directory import load_directory

    found = load_directory().resolve(canonical, on=on)
    if found is None or found.agency_id is None:
        return None
    row = (found.agency_id, found.canonical or canonical, fold(found.canonical or canonical))
    connection.execute("INSERT OR IGNORE INTO agencies (id, canonical, folded) VALUES (?,?,?)", row)
    return found.agency_id


def _decide(connection: sqlite3.Connection, alias: Alias) -> None:
    connection.execute(
        "DELETE FROM aliases WHERE source = 'human' AND folded = ? AND canonical = ?", (fold(alias.name), alias.canonical)
    )
    connection.execute(
        """INSERT INTO aliases (agency_id, canonical, name, folded, source, confirmed, decision, who, at)
        VALUES (?,?,?,?,'human',?,?,?,?)""",
        (
            alias.agency_id, alias.canonical, alias.name, fold(alias.name), alias.confirmed, alias.decision, alias.who, alias.at,
        ),
    )  # fmt: skip


def _renew(
    connection: sqlite3.Connection, name: str, canonical: str, agency: str | None, *, who: str, when: datetime,
    new_id: Callable[[], str],
) -> int:  # fmt: skip
    """The machine's reading of that name in open records, as a reading from now on would give it."""
    names = [row["name"] for row in connection.execute("SELECT DISTINCT name FROM task_agencies")]
    rows = connection.execute(
        """SELECT a.id, a.name, a.role, a.task_id, t.document_id FROM task_agencies a JOIN tasks t ON t.id = a.task_id
        WHERE t.status = 'new' AND a.source = 'machine' AND a.name IN (SELECT value FROM json_each(?))
        AND (a.canonical IS NOT ? OR a.agency_id IS NOT ?) ORDER BY a.id""",
        (_spellings(names, name), canonical, agency),
    ).fetchall()
    before = {(row["task_id"], row["role"]): machine_rows(connection, row["task_id"], row["role"]) for row in rows}
    for row in rows:
        connection.execute(
            "UPDATE task_agencies SET canonical = ?, agency_id = ?, folded = ? WHERE id = ?",
            (canonical, agency, fold_parts((row["name"], canonical)), row["id"]),
        )
    tasks = {row["task_id"]: row["document_id"] for row in rows}
    changes = {task: new_id() for task in tasks}
    told: list[dict[str, Value]] = [
        {
            "change": changes[task], "document_id": tasks[task], "task_id": task, "who": who, "at": stamp(when), "action": ALIAS,
            "field": role, "before": dump(was), "after": dump(machine_rows(connection, task, role)), "human_before": 0,
        }
        for (task, role), was in before.items()
    ]  # fmt: skip
    insert(connection, "revisions", told)
    for task, document in tasks.items():
        connection.execute("UPDATE tasks SET version = version + 1 WHERE id = ?", (task,))
        refold_tasks(connection, document, task)
    return len(tasks)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())[:_LONGEST]
