"""What the register shows: tasks by filter, documents with all that belongs to them.

In: an open register and a `TaskFilter`.  Out: `TaskView`s and `DocumentView`s in a stable order.
Promise: what is shown is the person's word where there is one; all rows of one answer are of one state of the register; whatever
a user types as search words is searched for and never read as query syntax.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from models.directive import Signer
from models.register import (
    CitationView,
    DeadlineView,
    DocumentView,
    FileRole,
    FileView,
    IntakeState,
    PageView,
    TaskFilter,
    TaskView,
)
from pipeline.register.about import ABOUT
from pipeline.register.database import Register
from pipeline.register.filters import STANDS, conditions
from pipeline.register.packets import packets_by_document
from pipeline.register.rhythm import next_day
from pipeline.register.views import Row, agency_views, by, day, deadline_views, evidence_of, task_view

# Documents by day, number and file name; what has no day comes last.
_ORDER = "ifnull(d.issued, '9999'), ifnull(d.number, ''), f.name, d.id, t.position, t.seq"
_TASKS = f"""
SELECT t.id, t.version, t.document_id, d.number, d.issued, d.issuer, f.name AS file, t.path, s.kind, t.origin, s.text, s.product,
  s.note, t.page, t.confidence, t.reasons, t.human,
  iif((SELECT count(*) = 1 AND max(p.source) = 'plain' FROM pages p WHERE p.document_id = t.document_id), NULL, t.page) AS sheet,
  iif(t.orphaned AND t.status <> 'rejected', 'orphaned', t.status) AS status
FROM tasks t JOIN documents_shown d ON d.id = t.document_id
  JOIN files f ON f.document_id = t.document_id AND f.role = 'main'
  JOIN (SELECT id, {{fields}} FROM tasks t) s ON s.id = t.id
WHERE {{where}} ORDER BY {_ORDER}"""
_DOCUMENTS = f"""SELECT d.*, f.name AS file, f.sha256, {ABOUT} FROM documents_shown d
  JOIN files f ON f.document_id = d.id AND f.role = 'main'"""


def query_tasks(register: Register, filters: TaskFilter, *, today: date, evidence: bool = False) -> list[TaskView]:
    """The tasks that meet all conditions, by document (day, number, file) and place in it.

    `today` is where rhythms are counted from. With `evidence` each value brings the place it stands at.
    """
    with register.snapshot():
        found = conditions(register, filters, today=today, whole=True)
        if found is None:
            return []
        rows = register.rows(_tasks_sql(found.where), found.parameters)
        return _assemble(register, rows, evidence=evidence)


def by_deadline(tasks: Iterable[TaskView], *, today: date) -> list[TaskView]:
    """The tasks by the first day they fall due, rhythms by their next day from `today` on; those without a day come last.

    On one day an hour comes before the end of the day; else the order they had stays.
    """
    known: dict[tuple[str, date | None, date | None], date | None] = {}

    def moment(deadline: DeadlineView, issued: date | None) -> tuple[str, str]:
        found = deadline.due
        if deadline.rrule and not found:
            start = deadline.start or issued
            key = (deadline.rrule, start if start and start > today else None, deadline.until)
            if key not in known:
                known[key] = next_day(key[0], today=today, start=key[1], until=key[2])
            found = known[key]
        return (found.isoformat() if found else "~", deadline.time or "~")

    def first(task: TaskView) -> tuple[str, str]:
        return min((moment(deadline, task.issued) for deadline in task.deadlines), default=("~", "~"))

    return sorted(tasks, key=first)


def get_task(register: Register, task_id: str) -> TaskView | None:
    """One task with its evidence, or None."""
    with register.snapshot():
        rows = register.rows(_tasks_sql("t.id = ?"), (task_id,))
        return next(iter(_assemble(register, rows, evidence=True)), None)


def tasks_by_id(register: Register, ids: Sequence[str]) -> list[TaskView]:
    """These tasks, in this order, without evidence; ids that are not there are left out."""
    rows = register.rows(_tasks_sql("t.id IN (SELECT value FROM json_each(?))"), (json.dumps(list(ids)),))
    views = {task.id: task for task in _assemble(register, rows, evidence=False)}
    return [views[key] for key in ids if key in views]


def query_documents(
    register: Register, filters: TaskFilter | None = None, *, today: date, evidence: bool = True
) -> list[DocumentView]:
    """Documents with pages, citations and tasks; with `evidence` each value brings the place it stands at.

    Without filters: every document with every task, rejected ones too (but none that its author took back). With filters: the
    documents that hold a task which meets them, with those tasks.
    """
    with register.snapshot():
        if filters is None:
            tasks = _assemble(register, register.rows(_tasks_sql(STANDS)), evidence=evidence)
        else:
            tasks = query_tasks(register, filters, today=today, evidence=evidence)
        of_document = by(tasks, lambda task: task.document_id)
        rows = register.rows(f"{_DOCUMENTS} ORDER BY ifnull(d.issued, '9999'), ifnull(d.number, ''), f.name, d.id")
        wanted = [row for row in rows if filters is None or row["id"] in of_document]
        return _documents(register, wanted, of_document)


def get_document(register: Register, document_id: str) -> DocumentView | None:
    """One document with all its tasks (rejected ones too, none that its author took back) and all evidence, or None."""
    with register.snapshot():
        tasks = _assemble(register, register.rows(_tasks_sql(f"t.document_id = ? AND {STANDS}"), (document_id,)), evidence=True)
        rows = register.rows(f"{_DOCUMENTS} WHERE d.id = ?", (document_id,))
        return next(iter(_documents(register, rows, {document_id: tasks})), None)


def _tasks_sql(where: str) -> str:
    from pipeline.register.schema import TASK_FIELDS, shown_column

    return _TASKS.format(fields=", ".join(shown_column("t", field) for field in TASK_FIELDS), where=where)


def _assemble(register: Register, rows: list[Row], *, evidence: bool) -> list[TaskView]:
    tasks: list[TaskView] = []
    for chunk in _chunks(rows):
        ids = json.dumps([row["id"] for row in chunk])
        inside = "task_id IN (SELECT value FROM json_each(?))"
        marks = evidence_of(register.rows(f"SELECT * FROM evidence WHERE {inside}", (ids,))) if evidence else {}
        agencies = agency_views(register.rows(f"SELECT * FROM agencies_shown WHERE {inside} ORDER BY position, id", (ids,)), marks)
        deadlines = deadline_views(
            register.rows(f"SELECT * FROM deadlines_shown WHERE {inside} ORDER BY position, id", (ids,)), marks
        )
        tasks += [task_view(row, agencies.get(row["id"], ()), deadlines.get(row["id"], ()), marks) for row in chunk]
    return tasks


def _chunks(rows: list[Row], size: int = 2000) -> Iterable[list[Row]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))


def _documents(register: Register, rows: list[Row], tasks: dict[str, list[TaskView]]) -> list[DocumentView]:
    documents: list[DocumentView] = []
    for chunk in _chunks(rows, 500):
        ids = (json.dumps([row["id"] for row in chunk]),)
        inside = "document_id IN (SELECT value FROM json_each(?))"
        marks = evidence_of(register.rows(f"SELECT * FROM evidence WHERE {inside} AND task_id IS NULL", ids))
        pages = by(
            register.rows(f"SELECT document_id, page, source, reason, quality FROM pages WHERE {inside} ORDER BY page", ids),
            _document_id,
        )
        cited = by(register.rows(f"SELECT * FROM citations WHERE {inside} ORDER BY position", ids), _document_id)
        files = by(
            register.rows(f"SELECT document_id, name, sha256, role FROM files WHERE {inside} ORDER BY role, added, name", ids),
            _document_id,
        )
        # The same bytes under another name: a file of the document that only the ledger knows.
        again = by(
            register.rows(
                f"""SELECT DISTINCT document_id, name, sha256, 'duplicate' AS role FROM intake
                WHERE state = 'duplicate' AND {inside} ORDER BY name""",
                ids,
            ),
            _document_id,
        )
        packets = packets_by_document(register, ids[0])
        for row in chunk:
            key = row["id"]
            documents.append(
                DocumentView(
                    id=key,
                    file=row["file"],
                    sha256=row["sha256"],
                    version=row["version"],
                    state=IntakeState(row["state"]),
                    registered=datetime.fromisoformat(row["registered"]),
                    ours=bool(row["ours"]),
                    number=row["number"],
                    type=row["type"],
                    issuer=row["issuer"],
                    place=row["place"],
                    issued=day(row["issued"]),
                    subject=row["subject"],
                    about=bool(row["about"]),
                    signer=_signer(row),
                    directed_by=row["directed_by"],
                    urgency=row["urgency"],
                    circulation=row["circulation"],
                    addressees=tuple(json.loads(row["addressees"])),
                    recipients=tuple(json.loads(row["recipients"])),
                    warnings=tuple(json.loads(row["warnings"])),
                    files=_files(files.get(key, []), again.get(key, [])),
                    pages=tuple(PageView(p["page"], p["source"], p["reason"], p["quality"]) for p in pages.get(key, [])),
                    citations=tuple(_citation(c) for c in cited.get(key, [])),
                    tasks=tuple(tasks.get(key, ())),
                    human=frozenset(json.loads(row["human"])),
                    evidence={field: mark for (kind, owner, field), mark in marks.items() if kind == "document" and owner == key},
                    packet=packets.get(key),
                )
            )
    return documents


def _document_id(row: Row) -> str:
    return str(row["document_id"])


def _signer(row: Row) -> Signer | None:
    name = row["signer_name"]
    return Signer(name=name, title=row["signer_title"], authority=row["signer_authority"]) if name is not None else None


def _citation(row: Row) -> CitationView:
    return CitationView(row["number"], row["type"], day(row["issued"]), row["issuer"], row["relation"])


def _files(own: list[Row], again: list[Row]) -> tuple[FileView, ...]:
    names = {row["name"] for row in own}
    rows = own + [row for row in again if row["name"] not in names]
    return tuple(FileView(row["name"], row["sha256"], FileRole(row["role"])) for row in rows)
