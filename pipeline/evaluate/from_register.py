"""What reviewers said, as gold: corrections become tests.

In: an open register.  Out: for each document that people judged, a gold file and a copy of its original, side by side.
Promise: only a person's word becomes gold: rejected tasks are left out (finding them is an error), tasks that nobody judged count
neither way, and of the document's fields only those that a person set are judged.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.directive import Kind, Role
from models.errors import OutputError
from models.register import DocumentView, TaskStatus, TaskView
from models.system import reason_of
from pipeline.evaluate.header import number_and_symbol
from pipeline.export import write_output
from pipeline.register import Register, original_path, query_documents
from pipeline.rules.folding import fold_search

__all__ = ["GoldFile", "export_gold", "gold_of", "stem_of"]

_JUDGED = (TaskStatus.CONFIRMED.value, TaskStatus.CORRECTED.value)


@dataclass(frozen=True, slots=True)
class GoldFile:
    """What became of a document: the path of its gold, or the reason why there is none; `open` tasks are still to be judged."""

    document: str
    name: str
    path: Path | None
    tasks: int = 0
    open: int = 0
    missing_original: bool = False


def export_gold(register: Register, folder: Path, *, reviewed: bool, today: date) -> list[GoldFile]:
    """Write the gold of every document with a judged task; with `reviewed` only of those in which every task was judged.

    `folder` can be given to `giaoviec evaluate` as it is: each original lies beside its gold, under the same name.
    """
    with register.snapshot():
        documents = query_documents(register, None, today=today, evidence=False)
        statuses = {row["id"]: row["status"] for row in register.rows("SELECT id, status FROM tasks")}
    _make(folder)
    return [
        _write(register, folder, document, statuses, reviewed=reviewed)
        for document in documents
        if any(statuses[task.id] != TaskStatus.NEW.value for task in document.tasks)
    ]


def gold_of(document: DocumentView, statuses: dict[str, str]) -> dict[str, object]:
    """A document as the gold that `evaluate` reads."""
    tasks = [_task(task, judged=statuses[task.id] in _JUDGED) for task in document.tasks if statuses[task.id] != "rejected"]
    return {"document": stem_of(document), "meta": _meta(document), "tasks": tasks}


def stem_of(document: DocumentView) -> str:
    """The name of a document's gold and of the original beside it: letters that every disk takes, and the id."""
    words = re.sub(r"[^a-z0-9]+", "-", fold_search(document.number or document.file)).strip("-")[:60]
    return f"{words}-{document.id}" if words else document.id


def _write(register: Register, folder: Path, document: DocumentView, statuses: dict[str, str], *, reviewed: bool) -> GoldFile:
    waiting = sum(statuses[task.id] == TaskStatus.NEW.value for task in document.tasks)
    name, original = document.number or document.file, original_path(register.files, document.sha256)
    if reviewed and waiting:
        return GoldFile(document.id, name, None, open=waiting)
    if not original.is_file():
        return GoldFile(document.id, name, None, missing_original=True)
    gold = gold_of(document, statuses)
    path = folder / f"{stem_of(document)}.json"
    try:
        shutil.copyfile(original, path.with_suffix(_suffix(document)))
    except OSError as error:
        raise OutputError(path=folder, detail=reason_of(error)) from error
    write_output(path, (json.dumps(gold, ensure_ascii=False, indent=1) + "\n").encode(), register=register.path)
    return GoldFile(
        document.id, name, path, tasks=len([task for task in document.tasks if statuses[task.id] in _JUDGED]), open=waiting
    )


def _suffix(document: DocumentView) -> str:
    # The name under which it came says what it is; gold itself is .json, which no document is.
    suffix = Path(document.file).suffix.lower()
    return suffix if re.fullmatch(r"\.[a-z0-9]{1,5}", suffix) and suffix != ".json" else ".pdf"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(path=folder, detail=reason_of(error)) from error


def _meta(document: DocumentView) -> dict[str, object]:
    """The fields that a person set; the place is no judgement, it says what names may leave out."""
    number, symbol = number_and_symbol(document.number)
    values = {
        "number": {"number": number, "symbol": symbol},
        "type": {"type": document.type},
        "issuer": {"issuer": document.issuer},
        "issued": {"date": document.issued.isoformat() if document.issued else None},
        "signer_name": {"signer": document.signer.name if document.signer else None},
        "subject": {"subject": document.subject},
    }
    said = {key: value for field, part in values.items() if field in document.human for key, value in part.items()}
    return {"place": document.place, **said}


def _task(task: TaskView, *, judged: bool) -> dict[str, object]:
    return {
        "path": list(task.path),
        "text": task.text,
        "leads": list(task.names(Role.LEAD)),
        "coordinators": list(task.names(Role.COORDINATE)),
        "report_to": list(task.names(Role.REPORT_TO)),
        "optional": not judged or task.kind != Kind.ASSIGNMENT.value,
        "origin": "table" if task.origin == "table" else "body",
        "kind": task.kind,
        "deadlines": _deadlines(task),
    }


def _deadlines(task: TaskView) -> Sequence[dict[str, object]]:
    return [
        {"text": one.text, "due": one.due.isoformat() if one.due else None, "rrule": one.rrule, "optional": False}
        for one in task.deadlines
    ]
