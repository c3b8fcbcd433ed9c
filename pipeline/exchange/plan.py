"""What an edited list wants of the register, row by row, before anything is done.

In: the rows of a list and an open register.  Out: a `RowPlan` for each.
Promise: nothing is written; a row whose task changed meanwhile and that people edited too is a conflict, unless both say the same;
a row that cannot be taken over says why and what to do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.register import TaskFilter, TaskStatus, TaskView
from pipeline.exchange.edits import edits_of, new_task, row_label
from pipeline.exchange.rows import Fate, ListRow, RowPlan
from pipeline.exchange.values import Home, Unclear, one_line, written_day
from pipeline.register import Register, query_tasks
from pipeline.register.additions import DocumentIndex
from pipeline.rules.folding import fold_search

__all__ = ["plan"]

_TWICE = (
    "dòng này lặp lại mã của một dòng khác (dòng được sao chép?); hãy xóa dòng thừa, việc mới thì chèn một dòng trống rồi gõ vào",
    "this row bears the key of another one (a copied row?); delete one; for a new task insert an empty row and type",
)
_SPOILT = (
    "mã ở cột ẩn đã bị sửa; hãy xuất danh sách mới rồi sửa lại dòng này",
    "the key in the hidden column was changed; export a new list and edit this row again",
)
_UNKNOWN = (
    "không còn việc này trong sổ; hãy xuất danh sách mới từ đúng sổ đang dùng",
    "this task is not in the register; export a new list from the register you use",
)


def plan(register: Register, rows: Iterable[ListRow], *, today: date) -> list[RowPlan]:
    """Judge each row; see Promise."""
    rows = list(rows)
    with register.snapshot():
        shown = {task.id: task for task in query_tasks(register, TaskFilter(status=frozenset(TaskStatus)), today=today)}
        index = DocumentIndex.load(register)
    repeated = Counter((row.sheet, row.key.task) for row in rows if row.key)
    plans = [_judge(row, shown, index, twice=row.key is not None and repeated[row.sheet, row.key.task] > 1) for row in rows]
    return _once(plans)


def _judge(row: ListRow, shown: dict[str, TaskView], index: DocumentIndex, *, twice: bool) -> RowPlan:
    label = row_label(row)
    if row.spoilt_key:
        return RowPlan(row, Fate.REFUSED, label, reason=_SPOILT)
    try:
        if row.key is None:
            return _added(row, shown, index, label)
        if not row.edits:
            gone = row.key.task not in shown
            return RowPlan(row, Fate.REFUSED if gone else Fate.UNCHANGED, label, reason=_UNKNOWN if gone else None)
        if twice:
            return RowPlan(row, Fate.REFUSED, label, reason=_TWICE)
        task = shown.get(row.key.task)
        if task is None:
            return RowPlan(row, Fate.REFUSED, label, reason=_UNKNOWN)
        return _changed(row, task, index, label)
    except Unclear as unclear:
        return RowPlan(row, Fate.REFUSED, label, reason=unclear.reason)


def _changed(row: ListRow, task: TaskView, index: DocumentIndex, label: str) -> RowPlan:
    found = edits_of(row, task, Home(task.issued, index.places.get(task.document_id)))
    wanted = RowPlan(
        row, Fate.CHANGE, label, found.differences, remarks=found.remarks, version=task.version, changes=found.changes,
        status=found.status,
    )  # fmt: skip
    if not found.differences:
        return replace(wanted, fate=Fate.UNCHANGED)
    assert row.key is not None
    if row.key.version != task.version:
        reason = (
            f"việc này đã được sửa trong sổ sau khi xuất danh sách (bản {task.version}, danh sách giữ bản {row.key.version}); "
            "hãy xuất danh sách mới rồi sửa lại dòng này",
            f"this task was changed in the register after the list was written (version {task.version}, the list has "
            f"{row.key.version}); export a new list and edit this row again",
        )
        return replace(wanted, fate=Fate.CONFLICT, reason=reason)
    return wanted


def _added(row: ListRow, shown: dict[str, TaskView], index: DocumentIndex, label: str) -> RowPlan:
    document = _document(row, index)
    new, differences, remarks = new_task(row, document, index)
    text = " ".join(fold_search(new.text).split())
    if any(task.document_id == document and " ".join(fold_search(task.text).split()) == text for task in shown.values()):
        known = ("văn bản này đã có việc với đúng nội dung ấy", "the document has a task of these very words")
        return RowPlan(row, Fate.UNCHANGED, label, reason=known)
    return RowPlan(row, Fate.ADD, label, differences, remarks=remarks, new=new)


def _document(row: ListRow, index: DocumentIndex) -> str:
    number = one_line(row.cells.get("number"))
    if not number:
        raise Unclear(
            "việc mới chưa ghi số văn bản giao việc; hãy điền cột “Số văn bản” rồi nhập lại",
            "a new task without the number of its document; fill in the column “Document” and try again",
        )
    day = written_day(row.cells.get("issued"))
    found = index.find(number, day[0] if day else None)
    if not found:
        raise Unclear(
            f"trong sổ không có văn bản “{number[:80]}”; hãy đưa văn bản vào sổ bằng giaoviec ingest, hoặc sửa lại số",
            f"the register has no document “{number[:80]}”; take it in with giaoviec ingest, or mend the number",
        )
    if len(found) > 1:
        raise Unclear(
            f"có {len(found)} văn bản mang số “{number[:80]}”; hãy điền thêm cột “Ngày văn bản” cho khớp",
            f"{len(found)} documents bear the number “{number[:80]}”; fill in the column “Issued” as well",
        )
    return found[0]


def _once(plans: list[RowPlan]) -> list[RowPlan]:
    """The same task edited in two sheets: taken over where they agree, refused where they do not; one new task a text."""
    seen: dict[tuple[str, ...], RowPlan] = {}
    clash: set[tuple[str, ...]] = set()
    for found in plans:
        key = _identity(found)
        first = seen.setdefault(key, found) if key else found
        if key and (first.changes, first.status, first.new) != (found.changes, found.status, found.new):
            clash.add(key)
    return [_settle(found, _identity(found), seen, clash) for found in plans]


def _identity(found: RowPlan) -> tuple[str, ...]:
    if found.fate is Fate.CHANGE and found.row.key:
        return (found.row.key.task,)
    return (found.new.document, found.new.text) if found.fate is Fate.ADD and found.new else ()


def _settle(found: RowPlan, key: tuple[str, ...], seen: dict[tuple[str, ...], RowPlan], clash: set[tuple[str, ...]]) -> RowPlan:
    if key in clash:
        return replace(found, fate=Fate.REFUSED, reason=_TWICE)
    return found if not key or seen[key] is found else replace(found, fate=Fate.UNCHANGED)
