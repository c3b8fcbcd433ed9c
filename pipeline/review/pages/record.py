"""A record beside its page.

In: the id of a task, the queue it was opened from.  Out: the page image or lines with highlights, the form, doubts and history.
Promise: what is shown is of one state of the register; the form that was sent is shown again where it was not saved.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from models.errors import UnknownTask
from models.register import TaskStatus, TaskView
from pipeline.export.words import ORIGIN, STATUS, pick, type_and_subject
from pipeline.register import Register, cut_off, get_task, history, queue_counts, queue_next, queue_page, sheets_of
from pipeline.register.about import ABOUT
from pipeline.review.forms import RecordForm, form_of
from pipeline.review.highlights import marks_of
from pipeline.review.meanwhile import seen_words
from pipeline.review.pages.common import number, opened, today_of, wanted_of
from pipeline.review.pane import pane_of
from pipeline.review.queue import TODO, Wanted
from pipeline.review.rendering import language_of, render, say_of
from pipeline.review.telling import Entry, entries_of, standing

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said above a record: `kind` is good, bad or conflict; `drop` offers to let go of what was typed, `links` lead on."""

    kind: str
    title: str
    lines: tuple[str, ...] = ()
    drop: bool = False
    links: tuple[tuple[str, str], ...] = ()


@router.get("/tasks/{task_id}")
def show_record(request: Request, task_id: str) -> Response:
    """The page of a record."""
    with opened(request) as register:
        return record_page(request, register, task_id, notice=_said(request, register, task_id))


@router.get("/tasks/{task_id}/pane")
def show_pane(request: Request, task_id: str) -> Response:
    """Only the left side, for turning pages without losing what was typed."""
    with opened(request) as register:
        task = get_task(register, task_id)
        if task is None:
            raise UnknownTask(task=task_id[:40])
        pane = _pane(request, register, task)
        return render(request, "pane_only.html", pane=pane, task=task, wanted=wanted_of(request, register))


def record_page(
    request: Request, register: Register, task_id: str, *, form: RecordForm | None = None, notice: Notice | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    """The page of a record; with `form` what a person typed stands in the fields instead of what the register says."""
    language = language_of(request)
    with register.snapshot():
        task = get_task(register, task_id)
        if task is None:
            raise UnknownTask(task=task_id[:40])
        wanted, today = wanted_of(request, register), today_of(request)
        filters, origin = wanted.filter(), origin_of(request, register)
        now = form_of(task, language)
        document = register.row(f"SELECT type, subject, issuer, {ABOUT} FROM documents_shown d WHERE id = ?", (task.document_id,))
        return render(
            request, "record.html", status=status, task=task, form=form or now, unsaved=form not in (None, now),
            seen=seen_words(now), notice=notice, wanted=wanted, undoes=_undoes(request, register, task_id),
            pane=_pane(request, register, task), entries=entries_of(history(register, task_id), say_of(request), language),
            onward=_onward(request, register, task_id, wanted), origin=origin,
            before=origin or queue_next(register, filters, wanted.order, after=task_id, today=today, back=True),
            left=sum(n for key, n in queue_counts(register, filters, today=today).items() if key in filters.status),
            following=_following(register, task),
            subject=type_and_subject(document["type"], document["subject"], about=bool(document["about"])) if document else "",
            status_words=pick(STATUS[task.status], language), origin_words=pick(ORIGIN.get(task.origin, ("", "")), language),
        )  # fmt: skip


def next_address(request: Request, register: Register, task_id: str, wanted: Wanted) -> str:
    """Where to go when this record is done: the one that follows in its queue, the first that is left, or the queue."""
    onward = _onward(request, register, task_id, wanted)
    if onward:
        return onward
    # at the end: what was passed over on the way, if anything
    first = queue_page(register, wanted.filter(), wanted.order, first=0, size=2, today=today_of(request)).tasks
    after = next((task.id for task in first if task.id != task_id), None)
    return f"/tasks/{after}{wanted.query()}" if after else f"/{wanted.query()}"


def _onward(request: Request, register: Register, task_id: str, wanted: Wanted) -> str | None:
    """The address of the record that follows: the part cut off this one, where this one came from, else the next of the queue."""
    born, origin = cut_off(register, task_id), origin_of(request, register)
    if born:
        return address_of(born, wanted, task_id)
    filters, today = wanted.filter(), today_of(request)
    after = None
    if origin:
        came = get_task(register, origin)
        waiting = came is not None and came.status is TaskStatus.NEW and TaskStatus.NEW in filters.status
        after = origin if waiting else queue_next(register, filters, wanted.order, after=origin, today=today)
    if after in (None, task_id):
        after = queue_next(register, filters, wanted.order, after=task_id, today=today)
    return f"/tasks/{after}{wanted.query()}" if after else None


def origin_of(request: Request, register: Register) -> str:
    """The record from which this one was cut off or added, as the address says; "" where it says nothing true."""
    origin = request.query_params.get("from", "")[:40]
    return origin if origin and get_task(register, origin) else ""


def address_of(task_id: str, wanted: Wanted, origin: str = "") -> str:
    """The address of a record in its queue, with where the reviewer came from."""
    query = wanted.query()
    return f"/tasks/{task_id}{query}" + (f"{'&' if query else '?'}{urlencode({'from': origin})}" if origin else "")


def said(address: str, word: str, task_id: str) -> str:
    """An address that tells, once, what was done to which record."""
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'said': word, 'of': task_id})}"


def _following(register: Register, task: TaskView) -> TaskView | None:
    """The next record of the document that stands: what merging would join."""
    row = register.row(
        """SELECT n.id FROM tasks n JOIN tasks t ON t.id = ? WHERE n.document_id = t.document_id AND n.status <> 'rejected'
        AND (n.position, n.seq) > (t.position, t.seq) ORDER BY n.position, n.seq LIMIT 1""",
        (task.id,),
    )
    return get_task(register, row["id"]) if row else None


def _said(request: Request, register: Register, task_id: str) -> Notice | None:
    words = {
        "confirmed": ("Đã xác nhận bản ghi trước (B: quay lại).", "The previous record was confirmed (B: back to it)."),
        "corrected": ("Đã lưu bản sửa.", "The correction was saved."),
        "unchanged": ("Không có gì thay đổi.", "Nothing was changed."),
        "rejected": ("Đã loại bản ghi trước (B: quay lại).", "The previous record was rejected (B: back to it)."),
        "reopened": ("Đã mở lại để soát.", "Opened again for review."),
        "undone": ("Đã hoàn tác.", "Undone."),
        "split": ("Đã tách thành hai bản ghi.", "Split into two records."),
        "merged": ("Đã gộp với bản ghi sau.", "Merged with the next record."),
        "added": ("Đã thêm bản ghi mới.", "A new record was added."),
    }.get(request.query_params.get("said", ""))
    if words is None:
        return None
    if words[1] == "Undone.":
        last = entries_of(history(register, task_id), say_of(request), language_of(request))[:1]
        back = tuple(f"{name}: {before} → {after}" for entry in last for name, before, after in entry.fields)
        return Notice("good", say_of(request)(*words), back)
    born = cut_off(register, task_id)
    part = get_task(register, born) if born else None
    led = say_of(request)("Phần sau (J): ", "The second part (J): ")
    wanted = wanted_of(request, register)
    links = ((address_of(part.id, wanted, task_id), f"{led}{part.text[:120]}"),) if part else ()
    return Notice("good", say_of(request)(*words), links=links)


def _undoes(request: Request, register: Register, task_id: str) -> str:
    """What the next undoing takes back, in words; "" where nothing is left to be taken back."""
    entry = standing(history(register, task_id), say_of(request), language_of(request))
    if entry is None:
        return ""
    fields = ", ".join(dict.fromkeys(name.lower() for name, _, _ in entry.fields))
    return f"{entry.who} {entry.action}" + (f" ({fields})" if fields else "")


def _pane(request: Request, register: Register, task: TaskView) -> object:
    sheets = sheets_of(register, task.document_id)
    if sheets is None:
        return None
    query = request.query_params
    page = number(query.get("sheet", ""), least=1)
    return pane_of(register, sheets, marks_of(task), page=page, view=query.get("view", ""))


__all__ = ["TODO", "Entry", "Notice", "address_of", "next_address", "origin_of", "record_page", "router", "said"]
