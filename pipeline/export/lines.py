"""Tasks and documents as the lines of a list.

In: views of the register.  Out: one line of cells for each, the same for XLSX, CSV and whoever else prints a list.
Promise: a cell holds text, a whole number or a day, never a formula; what was inferred says so; nothing is cut off.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time

from models.directive import Capacity, Role
from models.register import AgencyView, DeadlineView, DocumentView, TaskView, paper_name
from pipeline.export.words import INFERRED, KIND, NOTE_LABELS, ORIGIN, STATE, STATUS, WORKS_ALONG, pick, type_and_subject
from pipeline.rules.deadline_words import describe_deadline

Cell = str | int | date | datetime | None


def task_line(task: TaskView, position: int, language: str = "vi") -> tuple[Cell, ...]:
    """The cells of a task, in the order of TASK_COLUMNS."""
    leads = [_lead(agency, language) for agency in task.agencies if agency.role is Role.LEAD]
    return (
        position,
        clean(task.text),
        listed(leads),
        listed(task.names(Role.COORDINATE)),
        lines(deadline.text for deadline in task.deadlines),
        _deadlines(task.deadlines, language),
        clean(paper_name(task.number, task.file) if task.number else f"({task.file})"),
        task.issued,
        task.sheet,
        pick(STATUS[task.status], language),
        lines(_notes(task, language)),
    )


def document_line(document: DocumentView, language: str = "vi") -> tuple[Cell, ...]:
    """The cells of a document, in the order of BOOK_COLUMNS; what only the clerk knows stays empty."""
    notes = [document.urgency, pick(STATE[document.state], language), *document.warnings]
    return (
        None,
        None,
        clean(document.issuer or ""),
        clean(document.number or ""),
        document.issued,
        clean(type_and_subject(document.type, document.subject, about=document.about)),
        None,
        None,
        None,
        lines(note for note in notes if note),
        len(document.tasks),
        lines(dict.fromkeys(file.name for file in document.files)),
    )


def clean(text: str) -> str:
    """NFC text that XML and CSV can hold: no control characters but the line feed, no lone surrogates, one line feed a break."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    kept = ("�" if "\ud800" <= c <= "\udfff" else c for c in text)
    return "".join(c for c in kept if c == "\n" or (unicodedata.category(c) != "Cc" and c not in "\ufffe\uffff")).strip()


def lines(parts: Iterable[str]) -> str:
    """Parts one below the other."""
    return "\n".join(part for part in map(clean, parts) if part)


def listed(parts: Iterable[str]) -> str:
    """Names one below the other, parted by semicolons: a wrapped name cannot be taken for two."""
    return ";\n".join(part for part in map(clean, parts) if part)


def _lead(agency: AgencyView, language: str) -> str:
    marks = [agency.name]
    if agency.inherited:
        marks.append(pick(INFERRED, language))
    if agency.capacity is Capacity.PHOI_HOP:
        marks.append(pick(WORKS_ALONG, language))
    return " ".join(marks)


def _deadlines(deadlines: Sequence[DeadlineView], language: str) -> Cell:
    # One day stays a day, so that the column sorts; several, or a rhythm, are told in words.
    valued = [deadline for deadline in deadlines if deadline.due or deadline.rrule]
    if len(valued) == 1 and valued[0].due:
        return _moment(valued[0].due, valued[0].time)
    if not valued:
        return None
    return lines(describe_deadline(d.due, d.rrule, d.time, d.bound, language, until=d.until) for d in valued)


def _moment(day: date, hour: str | None) -> date | datetime:
    try:
        return datetime.combine(day, time.fromisoformat(hour)) if hour else day
    except ValueError:
        return day


def _notes(task: TaskView, language: str) -> list[str]:
    receivers = "; ".join(task.names(Role.REPORT_TO))
    told = {"product": task.product, "receivers": receivers, "reasons": "; ".join(task.reasons)}
    labelled = [(pick(NOTE_LABELS[name], language), text) for name, text in told.items()]
    plain = (pick(KIND.get(task.kind, ("", "")), language), pick(ORIGIN.get(task.origin, ("", "")), language), task.note or "")
    return [*plain, *(f"{label}: {text}" for label, text in labelled if text)]
