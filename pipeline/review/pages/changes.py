"""What a person says of a record: right, wrong, corrected, taken back.

In: a form with the version the person saw.  Out: the next record, or the same page with what hinders.
Promise: a change on an outdated version changes nothing: the page tells what the other did and keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from models.errors import TaskConflict, UnknownTask
from models.register import TaskStatus
from pipeline.register import Register, correct, get_task, history, set_status, taken_back, undo
from pipeline.review.forms import RecordForm, changes_of, form_of, form_sent
from pipeline.review.meanwhile import clashes, joined, seen_in, without_stale_values
from pipeline.review.pages.common import Form, first, number, opened, settings_of, wanted_of
from pipeline.review.pages.record import Notice, address_of, next_address, origin_of, record_page, said
from pipeline.review.people import person_of
from pipeline.review.rendering import language_of, say_of
from pipeline.review.telling import entries_of, field_words
from pipeline.rules.homes import home_of

router = APIRouter()


@router.post("/tasks/{task_id}/confirm")
def confirm(request: Request, task_id: str, posted: Form) -> Response:
    """All that is shown is right."""
    return _judge(request, task_id, posted, TaskStatus.CONFIRMED)


@router.post("/tasks/{task_id}/reject")
def reject(request: Request, task_id: str, posted: Form) -> Response:
    """This is no task."""
    return _judge(request, task_id, posted, TaskStatus.REJECTED)


@router.post("/tasks/{task_id}/reopen")
def reopen(request: Request, task_id: str, posted: Form) -> Response:
    """To be judged again."""
    return _judge(request, task_id, posted, TaskStatus.NEW)


@router.post("/tasks/{task_id}/undo")
def take_back(request: Request, task_id: str, posted: Form) -> Response:
    """Take back the last change that stands."""
    with opened(request, write=True) as register:
        wanted = wanted_of(request, register)
        version = _version(posted)
        try:
            after = undo(register, task_id, version, who=person_of(request).name, when=settings_of(request).clock())
        except TaskConflict:
            return conflict_page(request, register, task_id)
        gone, origin = taken_back(register, task_id), origin_of(request, register)
        task = get_task(register, task_id)
    word = "undone" if after != version else "unchanged"
    if gone and task:  # nothing of it is left to be seen: back to where it came from
        address = f"/tasks/{origin}{wanted.query()}" if origin else f"/documents/{task.document_id}"
        return RedirectResponse(said(address, word, task_id), 303)
    return RedirectResponse(said(address_of(task_id, wanted, origin), word, task_id), 303)


@router.post("/tasks/{task_id}/save")
def save(request: Request, task_id: str, posted: Form) -> Response:
    """Put the person's values in place; `then=next` goes on to the next record."""
    seen = seen_in(first(posted, "seen"))
    form = without_stale_values(form_sent(posted), seen)
    with opened(request, write=True) as register:
        task = get_task(register, task_id)
        if task is None:
            raise UnknownTask(task=task_id[:40])
        version = _version(posted)
        if version != task.version:
            return conflict_page(request, register, task_id, form=form, seen=seen)
        told = register.row("SELECT issuer, place, subject FROM documents_shown WHERE id = ?", (task.document_id,))
        home = home_of(told["issuer"], told["place"], told["subject"]) if told else None
        changes, troubles = changes_of(form, task, say_of(request), language_of(request), home)
        if changes is None:
            title = say_of(request)(
                "Chưa lưu được. Hãy sửa các chỗ sau rồi lưu lại.", "Not saved. Mend the following and save again."
            )
            return record_page(
                request, register, task_id, form=form, notice=Notice("bad", title, tuple(troubles)), status=400
            )  # fmt: skip
        wanted = wanted_of(request, register)
        onward = next_address(request, register, task_id, wanted) if first(posted, "then") == "next" else None
        try:
            after = correct(register, task_id, version, changes, who=person_of(request).name, when=settings_of(request).clock())
        except TaskConflict:
            return conflict_page(request, register, task_id, form=form, seen=seen)
        here = address_of(task_id, wanted, origin_of(request, register))
    word = "corrected" if after != version else "unchanged"
    return RedirectResponse(said(onward or here, word, task_id), 303)


def _judge(request: Request, task_id: str, posted: Form, status: TaskStatus) -> Response:
    with opened(request, write=True) as register:
        wanted = wanted_of(request, register)
        onward, here = next_address(request, register, task_id, wanted), address_of(task_id, wanted, origin_of(request, register))
        try:
            set_status(
                register, task_id, _version(posted), status, who=person_of(request).name, when=settings_of(request).clock()
            )  # fmt: skip
        except TaskConflict:
            if not _said_already(register, task_id, status, person_of(request).name, _version(posted)):
                return conflict_page(request, register, task_id)
    if status is TaskStatus.NEW:
        onward = here
    word = "reopened" if status is TaskStatus.NEW else status.value
    return RedirectResponse(said(onward, word, task_id), 303)


def _said_already(register: Register, task_id: str, status: TaskStatus, who: str, version: int) -> bool:
    """Whether this very person just said this very thing of this very version: a button pressed twice."""
    task, last = get_task(register, task_id), next(iter(history(register, task_id)[::-1]), None)
    return bool(task and last and (task.version, task.status, last.who) == (version + 1, status, who) and not last.undone)


def conflict_page(
    request: Request, register: Register, task_id: str, *, form: RecordForm | None = None, seen: RecordForm | None = None
) -> Response:
    """Somebody was quicker: who, when, what; what was typed here still in the fields, the others as they are now."""
    task = get_task(register, task_id)
    if task is None:
        raise UnknownTask(task=task_id[:40])
    say, language = say_of(request), language_of(request)
    last = next(iter(entries_of(history(register, task_id), say, language)), None)
    if last:
        title = say(
            f"Bản ghi này vừa được {last.who} {last.action} lúc {last.at:%H:%M %d/%m/%Y}. Thao tác của bạn chưa được lưu.",
            f"{last.who} has just {last.action} this record at {last.at:%H:%M %d/%m/%Y}. Your change was not saved.",
        )
        lines = [f"{name}: {before} → {after}" for name, before, after in last.fields]
    else:
        title = say(
            "Bản ghi này vừa được đọc lại từ văn bản. Thao tác của bạn chưa được lưu.",
            "This record has just been read again from its document. Your change was not saved.",
        )
        lines = []
    now = form_of(task, language)
    shown = joined(form, seen, now) if form else None
    lines += _advice(form, seen, now, say, language)
    notice = Notice("conflict", title, tuple(lines), drop=shown is not None and shown != now)
    return record_page(request, register, task_id, form=shown, notice=notice, status=409)


def _advice(
    form: RecordForm | None, seen: RecordForm | None, now: RecordForm, say: Callable[[str, str], str], language: str
) -> list[str]:
    mine, both = clashes(form, seen, now) if form else ([], [])
    if not mine:
        return [say("Hãy xem lại bản mới dưới đây rồi quyết định.", "Look at the new record below, then decide.")]
    fields, shared = (", ".join(field_words(name, language) for name in names) for names in (mine, both))
    told = [
        say(
            f"Ô bạn đã sửa còn giữ nguyên: {fields}. Các ô khác theo bản mới.",
            f"What you changed is kept: {fields}. The other fields are those of the new record.",
        )
    ]
    if both:
        told.append(
            say(
                f"Hai người cùng sửa: {shared}. Lưu là thay chữ của người kia.",
                f"Both changed: {shared}. Saving puts yours.",
            )
        )
    step = say(
        "Bấm Lưu để ghi phần bạn sửa, hoặc Bỏ bản của tôi để giữ bản mới.",
        "Press Save to put yours in place, or Drop mine to keep the new record.",
    )
    return [*told, step]


def _version(posted: Form) -> int:
    return number(first(posted, "version")) or 0
