"""The edits of one row, as changes of its task.

In: a row and the task as shown now, or a row that people added.  Out: `Edits`: the changes, the differences in words, remarks.
Promise: only columns that a person changed are looked at; columns that cannot be changed from a list are named, not passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from models.directive import Role
from models.register import AgencyChange, DeadlineChange, TaskChanges, TaskStatus, TaskView
from pipeline.exchange.notes import Notes, read_notes
from pipeline.exchange.rows import Difference, ListRow
from pipeline.exchange.values import Home, Unclear, agencies, deadlines, one_line, settled, status_of, text_lines
from pipeline.export.words import KIND, STATUS, TASK_COLUMNS, Pair
from pipeline.register.additions import DocumentIndex, NewTask
from pipeline.rules.deadline_words import describe_deadline

__all__ = ["Edits", "edits_of", "new_task", "row_label"]

_FIXED: dict[str, Pair] = {"number": TASK_COLUMNS[6], "issued": TASK_COLUMNS[7], "page": TASK_COLUMNS[8]}
_ROLES = {"leads": (Role.LEAD, TASK_COLUMNS[2]), "coordinators": (Role.COORDINATE, TASK_COLUMNS[3])}
_REPORT: Pair = ("Báo cáo, gửi", "Report to")
_LONGEST = 20_000
_CELL = 32_767


@dataclass(frozen=True, slots=True)
class Edits:
    """What a person wants of a task."""

    changes: TaskChanges
    status: TaskStatus | None
    differences: tuple[Difference, ...]
    remarks: tuple[Pair, ...]


def row_label(row: ListRow) -> str:
    """What a report calls a row: the document and the first words of the task."""
    text = one_line(row.cells.get("text"))
    number = one_line(row.cells.get("number"))
    return f"{number} | {text[:70]}{'…' if len(text) > 70 else ''}".strip(" |")


def edits_of(row: ListRow, task: TaskView, home: Home) -> Edits:
    """Compare the edited cells with what is shown; raises `Unclear` for what cannot be taken over."""
    edits = row.edits
    settled({column: row.cells[column] for column in edits})
    values = _values(row, task, home, edits)
    status = _status(row, task) if "status" in edits else None
    remarks = tuple(
        (f"cột {vi} không sửa được từ danh sách, giữ nguyên", f"the column {en} cannot be changed from a list and stays")
        for column, (vi, en) in _FIXED.items()
        if column in edits
    )
    changes = TaskChanges(**values)
    return Edits(changes, status, tuple(_differences(task, values, status)), remarks)


def _values(row: ListRow, task: TaskView, home: Home, edits: frozenset[str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    if "text" in edits:
        values["text"] = _task_text(row, task)
    if "notes" in edits:
        values |= _notes(read_notes(row.cells["notes"], task), task, home)
    bodies = list(values.pop("agencies", ()))
    for column, (role, _) in _ROLES.items():
        if column in edits:
            bodies.append((role, agencies(row.cells[column], role, task.agencies, home)))
    if bodies:
        values["agencies"] = _whole(task, dict(bodies))
    if edits & {"deadline_words", "deadline"}:
        values["deadlines"] = deadlines(
            row.cells.get("deadline_words"), row.cells.get("deadline"), task.deadlines, home,
            words_edited="deadline_words" in edits, value_edited="deadline" in edits,
        )  # fmt: skip
    return values


def _task_text(row: ListRow, task: TaskView | None) -> str:
    text = "\n".join(text_lines(row.cells.get("text")))
    if not text:
        raise Unclear(
            "nội dung việc bị để trống; muốn bỏ việc này hãy ghi “Đã loại” ở cột Trạng thái",
            "the task is empty; to drop it write “Rejected” in the column Status",
        )
    if len(text) > _LONGEST or (task and len(task.text) >= _CELL):
        raise Unclear(
            "nội dung quá dài để sửa từ danh sách; hãy sửa ở trang rà soát", "too long to be edited in a list; use the review page"
        )
    if task and text.split() == task.text.split():
        return task.text
    return text


def _notes(notes: Notes, task: TaskView, home: Home) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for field, said in (("note", notes.note), ("product", notes.product)):
        shown = "\n".join(text_lines(getattr(task, field))) or None
        if said != shown:
            values[field] = said
    if notes.kind.value != task.kind:
        values["kind"] = notes.kind
    receivers = agencies(notes.receivers, Role.REPORT_TO, task.agencies, home)
    if [one.name for one in receivers] != list(task.names(Role.REPORT_TO)):
        values["agencies"] = [(Role.REPORT_TO, receivers)]
    return values


def _whole(task: TaskView, edited: dict[Role, tuple[AgencyChange, ...]]) -> tuple[AgencyChange, ...]:
    kept = [
        AgencyChange(
            role=agency.role, name=agency.name, capacity=agency.capacity, canonical=agency.canonical,
            agency_id=agency.agency_id, inherited=agency.inherited,
        )
        for agency in task.agencies
        if agency.role not in edited
    ]  # fmt: skip
    return (*(one for many in edited.values() for one in many), *kept)


def _status(row: ListRow, task: TaskView) -> TaskStatus | None:
    wanted = status_of(row.cells["status"])
    if wanted is task.status:
        return None
    if wanted in (TaskStatus.ORPHANED, TaskStatus.CORRECTED):
        raise Unclear(
            f"trạng thái “{STATUS[wanted][0]}” do chương trình ghi; viết một trong: Mới, Đã xác nhận, Đã loại",
            f"the status “{STATUS[wanted][1]}” is set by the program; write one of: New, Confirmed, Rejected",
        )
    return wanted


def _differences(task: TaskView, values: dict[str, Any], status: TaskStatus | None) -> list[Difference]:
    found = []
    for field, name in (("text", TASK_COLUMNS[1]), ("product", ("Sản phẩm", "Product")), ("note", ("Ghi chú", "Notes"))):
        if field in values:
            found.append(Difference(name, getattr(task, field) or "", values[field] or ""))
    if "kind" in values:
        found.append(Difference(("Loại", "Kind"), KIND.get(task.kind, ("", ""))[0], KIND[values["kind"].value][0]))
    for role, name in (*_ROLES.values(), (Role.REPORT_TO, _REPORT)):
        if "agencies" in values:
            after = [_named(one.name, one.capacity == "phoi_hop") for one in values["agencies"] if one.role is role]
            before = [_named(one.name, one.capacity == "phoi_hop") for one in task.agencies if one.role is role]
            found.append(Difference(name, "; ".join(before), "; ".join(after)))
    if "deadlines" in values:
        was = "; ".join(_told(one) for one in task.deadlines)
        found.append(Difference(TASK_COLUMNS[5], was, "; ".join(_told(one) for one in values["deadlines"])))
    if status:
        found.append(Difference(TASK_COLUMNS[9], STATUS[task.status][0], STATUS[status][0]))
    return [difference for difference in found if difference.before != difference.after]


def _named(name: str, along: bool) -> str:
    return f"{name} (phối hợp thực hiện)" if along else name


def _told(deadline: Any) -> str:
    value = describe_deadline(deadline.due, deadline.rrule, deadline.time, deadline.bound, until=deadline.until)
    return f"{deadline.text} = {value}" if value else str(deadline.text)


def new_task(row: ListRow, document: str, index: DocumentIndex) -> tuple[NewTask, tuple[Difference, ...], tuple[Pair, ...]]:
    """A row that people added, as a task of the document it names."""
    settled(dict(row.cells))
    home = Home(index.issued.get(document), index.places.get(document))
    notes = read_notes(row.cells.get("notes"), None)
    page = one_line(row.cells.get("page"))
    new = NewTask(
        document=document,
        text=_task_text(row, None),
        kind=notes.kind,
        product=notes.product,
        note=notes.note,
        page=int(page) if page.isascii() and page.isdigit() and 0 < int(page[:6]) <= index.pages.get(document, 0) else None,
        agencies=(
            *agencies(row.cells.get("leads"), Role.LEAD, (), home),
            *agencies(row.cells.get("coordinators"), Role.COORDINATE, (), home),
            *agencies(notes.receivers, Role.REPORT_TO, (), home),
        ),
        deadlines=_new_deadlines(row, home),
    )
    parts = [Difference(TASK_COLUMNS[1], "", new.text)]
    for role, name in (*_ROLES.values(), (Role.REPORT_TO, _REPORT)):
        parts.append(Difference(name, "", "; ".join(one.name for one in new.agencies if one.role is role)))
    parts.append(Difference(TASK_COLUMNS[5], "", "; ".join(_told(one) for one in new.deadlines)))
    return new, tuple(replace(part) for part in parts if part.after), ()


def _new_deadlines(row: ListRow, home: Home) -> tuple[DeadlineChange, ...]:
    words, value = row.cells.get("deadline_words"), row.cells.get("deadline")
    return deadlines(words, value, (), home, words_edited=True, value_edited=bool(one_line(value)))
