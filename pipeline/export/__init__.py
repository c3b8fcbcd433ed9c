"""The register as lists for people and for other programs: XLSX, CSV, JSON.

In: an open register and a filter, or views.  Out: bytes; `write_output` puts them on the disk whole.
Promise: what is exported is what is shown (the person's word first), of one state of the register, and no cell can run.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.errors import UsageError
from models.register import DocumentView, TaskFilter, TaskStatus, TaskView
from pipeline.export.csv_format import render_csv
from pipeline.export.json_format import render_json
from pipeline.export.output import write_output
from pipeline.export.xlsx_format import Heading, render_xlsx
from pipeline.register import Register, get_office, query_documents

__all__ = ["FORMATS", "Heading", "export", "render_csv", "render_json", "render_xlsx", "write_output"]

FORMATS = ("xlsx", "csv", "json")


def export(register: Register, filters: TaskFilter, format: str, *, today: date, language: str = "vi", describe: str = "") -> bytes:
    """The tasks that meet `filters`, with their documents, as `format`.

    1. Without any condition every document is there, also one without tasks; JSON then holds rejected tasks too.
    2. With conditions: the documents that hold a task which meets them, and those tasks.
    3. `describe` is the line under the title of the XLSX, in words, which conditions were chosen.
    """
    if format not in FORMATS:
        raise UsageError(detail=f"--format {format}: {' | '.join(FORMATS)}")
    everything = filters == TaskFilter()
    documents = query_documents(register, None if everything else filters, today=today, evidence=format == "json")
    if format == "json":
        return render_json(documents)
    if everything:
        documents = [_without_rejected(document) for document in documents]
    tasks = [task for document in documents for task in document.tasks]
    if format == "csv":
        return render_csv(tasks, language=language)
    heading = Heading(office=get_office(register).name, line=_line(describe, tasks, today, language))
    # The book of incoming documents does not list what our own office sent out.
    return render_xlsx(tasks, [d for d in documents if not d.ours], heading=heading, language=language)


def _without_rejected(document: DocumentView) -> DocumentView:
    return replace(document, tasks=tuple(task for task in document.tasks if task.status is not TaskStatus.REJECTED))


def _line(describe: str, tasks: list[TaskView], today: date, language: str) -> str:
    if language == "en":
        words = [describe, f"{len(tasks)} tasks", f"as of {today:%d/%m/%Y}"]
    else:
        words = [describe, f"{len(tasks)} nhiệm vụ", f"lập ngày {today:%d/%m/%Y}"]
    return f"({'; '.join(filter(None, words))})"
