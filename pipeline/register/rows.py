"""A directive as rows: what is written for a document, its pages and citations, and for each of its tasks.

In: values of a `Directive`.  Out: rows in the register, inside the caller's transaction.
Promise: only machine values are written here; what a person said (`human`, rows with source 'human') is never touched.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

import pipeline
from models.directive import AgencyRole, Deadline, Directive, Evidence, Fields, Task
from models.register import IntakeState
from pipeline.register.database import Value, insert
from pipeline.register.fold import fold, fold_marks
from pipeline.register.sameness import wording_of, write_sketch

Row = dict[str, Value]
_JSON = json.JSONEncoder(ensure_ascii=False)


def state_of(directive: Directive) -> IntakeState:
    """Registered, with or without warnings."""
    return IntakeState.WARNINGS if directive.warnings else IntakeState.REGISTERED


def document_row(directive: Directive, *, now: datetime) -> Row:
    """The machine's columns of a document, without id and dates of registration."""
    fields = directive.fields
    signer = fields.signer
    return {
        "number": fields.number,
        "type": fields.type,
        "issuer": fields.issuer,
        "place": fields.place,
        "issued": iso(fields.issued),
        "year": fields.year,
        "subject": fields.subject,
        "signer_name": signer.name if signer else None,
        "signer_title": signer.title if signer else None,
        "signer_authority": signer.authority if signer else None,
        "directed_by": fields.directed_by,
        "urgency": fields.urgency,
        "circulation": fields.circulation,
        "addressees": dump(fields.addressees),
        "recipients": dump(fields.recipients),
        "warnings": dump(directive.warnings),
        "state": state_of(directive).value,
        "text_key": text_key(directive),
        "folded": folded_document(fields, directive.file.name),
        "read": stamp(now),
        "read_by": pipeline.__version__,
    }


def folded_document(fields: Fields, file: str) -> str:
    """What a search for a document looks in."""
    return fold(" | ".join(filter(None, (fields.number, fields.subject, fields.issuer, file))))


def text_key(directive: Directive) -> str:
    """A digest of the words of the text: equal for the same document in another file."""
    return wording_of(directive.pages).key


def write_document_parts(connection: sqlite3.Connection, document_id: str, directive: Directive) -> None:
    """Pages, citations and the evidence of the fields."""
    sha256 = directive.file.sha256
    pages: list[Row] = [
        {
            "sha256": sha256,
            "page": page.page,
            "document_id": document_id,
            "source": page.source,
            "reason": page.reason,
            "quality": page.quality,
            "healthy": int(page.healthy),
            "text": page.text,
            "width": page.width,
            "height": page.height,
            "lines": dump([[line.start, line.end, *line.box] for line in page.lines]),
        }
        for page in directive.pages
    ]
    insert(connection, "pages", pages)
    write_sketch(connection, document_id, directive.pages)
    found = [
        evidence_row(evidence, document_id, None, "document", document_id, field)
        for field, evidence in directive.fields.evidence.items()
    ]
    for position, citation in enumerate(directive.citations):
        cursor = connection.execute(
            "INSERT INTO citations (document_id, position, number, type, issued, issuer, relation) VALUES (?,?,?,?,?,?,?)",
            (document_id, position, citation.number, citation.type, iso(citation.issued), citation.issuer, citation.relation),
        )
        found.append(evidence_row(citation.evidence, document_id, None, "citation", str(cursor.lastrowid)))
    insert(connection, "evidence", found)


def task_row(task: Task, *, position: int, number: str | None) -> Row:
    """The machine's columns of a task."""
    return {
        "position": position,
        "path": dump(task.path),
        "kind": task.kind.value,
        "origin": task.origin.value,
        "text": task.text,
        "product": task.product,
        "note": task.note,
        "page": task.evidence.page,
        "confidence": task.confidence,
        "reasons": dump(task.reasons),
        "reading": reading_key(task),
        "folded": folded_task(task, number),
        "marked": mark_parts(_parts(task, number)),
    }


def reading_key(task: Task) -> str:
    """A digest of all that the machine read of a task, so that an unchanged reading is left alone."""
    return hashlib.sha256(task.model_dump_json().encode()).hexdigest()[:16]


def folded_task(task: Task, number: str | None) -> str:
    """What a search for a task looks in: its words, its agencies, its deadlines, the number of its document."""
    return fold_parts(_parts(task, number))


def _parts(task: Task, number: str | None) -> tuple[str | None, ...]:
    names = [name for agency in task.agencies for name in (agency.name, agency.canonical)]
    return (task.text, task.product, task.note, number, *names, *(deadline.text for deadline in task.deadlines))


@lru_cache(maxsize=2048)  # the names of a paper stand in many of its tasks
def _both_folds(part: str) -> tuple[str, str]:
    return fold(part), fold_marks(part)


def fold_parts(parts: Iterable[str | None]) -> str:
    """The folded parts, each once, parted by bars so that no phrase runs over two of them."""
    return " | ".join(dict.fromkeys(_both_folds(part)[0] for part in parts if part))


def mark_parts(parts: Iterable[str | None]) -> str:
    """The same with their marks, for whoever types them."""
    return " | ".join(dict.fromkeys(_both_folds(part)[1] for part in parts if part))


def write_task_parts(connection: sqlite3.Connection, document_id: str, task_id: str, task: Task) -> None:
    """Agencies, deadlines and all evidence of a task, as the machine read them."""
    write_directory(connection, task.agencies)
    found = [evidence_row(task.evidence, document_id, task_id, "task", task_id)]
    for position, agency in enumerate(task.agencies):
        row = agency_row(agency, task_id, position)
        found.append(evidence_row(agency.evidence, document_id, task_id, "agency", _insert_one(connection, "task_agencies", row)))
    for position, deadline in enumerate(task.deadlines):
        row = deadline_row(deadline, task_id, position)
        found.append(evidence_row(deadline.evidence, document_id, task_id, "deadline", _insert_one(connection, "deadlines", row)))
    insert(connection, "evidence", found)


def write_directory(connection: sqlite3.Connection, agencies: Iterable[AgencyRole]) -> None:
    """The bodies that the directory knows, and the names they were met under."""
    for agency in agencies:
        if agency.agency_id:
            canonical = agency.canonical or agency.name
            connection.execute(
                "INSERT OR IGNORE INTO agencies (id, canonical, folded) VALUES (?,?,?)",
                (agency.agency_id, canonical, _both_folds(canonical)[0]),
            )
            connection.execute(
                "INSERT OR IGNORE INTO aliases (agency_id, name, folded, source) VALUES (?,?,?,'machine')",
                (agency.agency_id, agency.name, _both_folds(agency.name)[0]),
            )


def agency_row(agency: AgencyRole, task_id: str, position: int) -> Row:
    """An agency of a task as the machine read it."""
    return {
        "task_id": task_id,
        "source": "machine",
        "position": position,
        "role": agency.role.value,
        "capacity": agency.capacity.value if agency.capacity else None,
        "name": agency.name,
        "canonical": agency.canonical,
        "agency_id": agency.agency_id,
        "inherited": int(agency.inherited),
        "folded": fold_parts((agency.name, agency.canonical)),
    }


def deadline_row(deadline: Deadline, task_id: str, position: int) -> Row:
    """A deadline of a task as the machine read it."""
    return {
        "task_id": task_id,
        "source": "machine",
        "position": position,
        "text": deadline.text,
        "due": iso(deadline.due),
        "rrule": deadline.rrule,
        "time": deadline.time,
        "start": iso(deadline.start),
        "until": iso(deadline.until),
        "bound": deadline.bound.value if deadline.bound else None,
        "reasons": dump(deadline.reasons),
    }


def evidence_row(evidence: Evidence, document_id: str, task_id: str | None, owner_kind: str, owner_id: str, field: str = "") -> Row:
    """Where a value stands."""
    return {
        "document_id": document_id,
        "task_id": task_id,
        "source": "machine",
        "owner_kind": owner_kind,
        "owner_id": owner_id,
        "field": field,
        "page": evidence.page,
        "boxes": dump(evidence.boxes),
        "continued": dump([[later.page, later.boxes] for later in evidence.continued]),
        "span_recovered": dump(evidence.span),
        "pieces": dump(evidence.pieces),
        "span_source": dump(evidence.span_source),
        "quote": evidence.quote,
        "rule_id": evidence.rule,
        "confidence": evidence.confidence,
        "candidates": dump(evidence.candidates),
    }


def _insert_one(connection: sqlite3.Connection, table: str, row: Row) -> str:
    marks = ", ".join(f":{column}" for column in row)
    return str(connection.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", row).lastrowid)


def dump(value: object) -> str:
    """JSON as it stands in the register."""
    return _JSON.encode(value)


def iso(day: date | None) -> str | None:
    """A day as it stands in the register."""
    return day.isoformat() if day else None


def stamp(moment: datetime) -> str:
    """A moment as it stands in the register."""
    return moment.isoformat(timespec="seconds")
