"""The register as lists for people and for other programs: XLSX, CSV, JSON.

In: an open register and a filter, or views.  Out: bytes; `write_output` puts them on the disk whole.
Promise: what is exported is what is shown (the person's word first), of one state of the register, and no cell can run.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from models.errors import UsageError
from models.register import DocumentView, TaskFilter, TaskStatus
from pipeline.export.csv_format import render_csv
from pipeline.export.json_format import render_json
from pipeline.export.output import write_output
from pipeline.export.xlsx_format import Heading, render_xlsx
from pipeline.register import Register, by_deadline, get_office, query_documents

__all__ = ["FORMATS", "Heading", "export", "render_csv", "render_json", "render_xlsx", "write_output"]

FORMATS = ("xlsx", "csv", "json")


def export(
    register: Register, filters: TaskFilter, format: str, *, today: date, language: str = "vi", describe: str = "",
    by_day: bool = False,
) -> bytes:  # fmt: skip
    """The tasks that meet `filters`, with their documents, as `format`.

    1. Without any condition every document is there, also one without tasks; JSON then holds rejected tasks too.
    2. With conditions: the documents that hold a task which meets them, and those tasks.
    3. `describe` is the line under the title of the XLSX, in words, which conditions were chosen.
    4. `by_day` lists the tasks of XLSX and CSV by their deadlines, whatever document they are of; JSON stays by document.
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
    if by_day:
        tasks = by_deadline(tasks, today=today)
    if format == "csv":
        return render_csv(tasks, language=language)
    incoming = [document for document in documents if not document.ours]  # what our own office sent out did not come in
    counts = (f"{len(tasks)} tasks", f"{len(incoming)} documents")
    if language != "en":
        counts = (f"{len(tasks)} nhiệm vụ", f"{len(incoming)} văn bản")
    day = f"as of {today:%d/%m/%Y}" if language == "en" else f"lập ngày {today:%d/%m/%Y}"
    above = [f"({'; '.join(filter(None, (describe, count, day)))})" for count in counts]
    heading = Heading(get_office(register).name, above[0], above[1])
    return render_xlsx(tasks, incoming, heading=heading, language=language)


def _without_rejected(document: DocumentView) -> DocumentView:
    return replace(document, tasks=tuple(task for task in document.tasks if task.status is not TaskStatus.REJECTED))
