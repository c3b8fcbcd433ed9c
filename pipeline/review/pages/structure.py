"""Cutting, joining and adding records.

In: a form with the versions the person saw.  Out: the record that came of it.
Promise: a change on an outdated version changes nothing and is told; the parts of a split are what the person sent, never empty.
"""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from models.directive import Evidence, PageBoxes, Task
from models.errors import LaterChange, TaskConflict, UnknownDocument, UnknownTask
from pipeline.register import (
    Marked,
    Register,
    Sheets,
    add_marked,
    boxes_between,
    boxes_of_words,
    get_task,
    merge_tasks,
    page_text,
    placed_lines,
    sheets_of,
    split_task,
)
from pipeline.review.forms import MOST_TEXT, clean
from pipeline.review.marking import read_marked
from pipeline.review.pages.changes import conflict_page
from pipeline.review.pages.common import Form, first, number, opened, settings_of, wanted_of
from pipeline.review.pages.record import Notice, address_of, origin_of, record_page, said
from pipeline.review.people import person_of
from pipeline.review.rendering import say_of
from pipeline.rules.homes import home_of

router = APIRouter()


@router.post("/tasks/{task_id}/split")
def split(request: Request, task_id: str, posted: Form) -> Response:
    """Cut the text: `first` stays, `second` becomes a record of its own."""
    one, two = clean(first(posted, "first"), lines=True), clean(first(posted, "second"), lines=True)
    with opened(request, write=True) as register:
        if not one or not two or len(one) + len(two) > MOST_TEXT:
            say = say_of(request)
            title = say(
                "Chưa tách được: hãy đặt con trỏ vào giữa nội dung, nơi phần sau bắt đầu, rồi bấm Tách.",
                "Not split: put the cursor into the text, where the second part begins, then press Split.",
            )
            return record_page(request, register, task_id, notice=Notice("bad", title), status=400)
        wanted = wanted_of(request, register)
        try:
            split_task(
                register, task_id, _version(posted), one, two, who=person_of(request).name, when=settings_of(request).clock()
            )
        except TaskConflict:
            return conflict_page(request, register, task_id)
    return RedirectResponse(said(f"/tasks/{task_id}{wanted.query()}", "split", task_id), 303)


@router.post("/tasks/{task_id}/merge")
def merge(request: Request, task_id: str, posted: Form) -> Response:
    """Join the record that follows in the document."""
    other, other_version = first(posted, "other"), number(first(posted, "other_version")) or 0
    with opened(request, write=True) as register:
        wanted = wanted_of(request, register)
        if get_task(register, other) is None:
            raise UnknownTask(task=other[:40])
        try:
            merge_tasks(
                register, task_id, _version(posted), other, other_version, who=person_of(request).name,
                when=settings_of(request).clock(),
            )  # fmt: skip
        except TaskConflict:
            return conflict_page(request, register, task_id)
    return RedirectResponse(said(f"/tasks/{task_id}{wanted.query()}", "merged", task_id), 303)


@router.post("/documents/{document_id}/add")
def add(request: Request, document_id: str, posted: Form) -> Response:
    """Make a record of marked lines: `start` and `end` are letters of the document's text."""
    start, end = number(first(posted, "start")), number(first(posted, "end"))
    page = number(first(posted, "sheet"), least=1)
    with opened(request, write=True) as register:
        wanted = wanted_of(request, register)
        marked = _marked(register, document_id, page, start, end)
        if marked is None:
            raise LaterMarks
        added = add_marked(register, marked, who=person_of(request).name, when=settings_of(request).clock())
        origin = origin_of(request, register)
    return RedirectResponse(said(address_of(added, wanted, origin), "added", origin or added), 303)


def _marked(register: Register, document_id: str, page: int | None, start: int | None, end: int | None) -> Marked | None:
    sheets = sheets_of(register, document_id)
    if sheets is None:
        raise UnknownDocument(document=document_id[:40])
    sheet = sheets.page(page) if page else None
    if sheet is None or start is None or end is None:
        return None
    text = page_text(register, sheets.sha256, sheet.page)
    words = clean(text[max(0, start - sheet.offset) : max(0, end - sheet.offset)])
    if not words or len(words) > MOST_TEXT:
        return None
    told = register.row("SELECT issued, issuer, place, subject FROM documents_shown WHERE id = ?", (document_id,))
    issued = date.fromisoformat(told["issued"]) if told and told["issued"] else None
    home = home_of(told["issuer"], told["place"], told["subject"]) if told else None
    texts = [page_text(register, sheets.sha256, each.page) for each in sheets.pages]
    task = read_marked(texts, (start, end), issued=issued, place=home)
    words = clean(task.text) if task else words
    task = _pointed(register, sheets, task) if task else None
    boxes = boxes_between(placed_lines(register, sheets.sha256, sheet), (start, end))
    return Marked(document_id, words, sheet.page, (start, end), boxes=boxes, task=task)


def _pointed(register: Register, sheets: Sheets, task: Task) -> Task:
    """The bodies and deadlines of a task that was read from lines, with their places on the pictures of the pages."""
    lines = {sheet.page: placed_lines(register, sheets.sha256, sheet) for sheet in sheets.pages}

    def place(found: Evidence) -> Evidence:
        pieces = found.pieces or (found.span,)
        on = {page: tuple(box for piece in pieces for box in boxes_of_words(placed, piece)) for page, placed in lines.items()}
        later = tuple(PageBoxes(page=each.page, boxes=on.get(each.page, ())) for each in found.continued)
        return found.model_copy(update={"boxes": on.get(found.page, ()), "continued": later})

    agencies = tuple(each.model_copy(update={"evidence": place(each.evidence)}) for each in task.agencies)
    deadlines = tuple(each.model_copy(update={"evidence": place(each.evidence)}) for each in task.deadlines)
    return task.model_copy(update={"agencies": agencies, "deadlines": deadlines})


class LaterMarks(LaterChange):
    """Marks that point at nothing: mostly the document was read again meanwhile."""

    vi = "Các dòng đã đánh dấu không còn khớp với văn bản. Hãy tải lại trang rồi đánh dấu lại."
    en = "The marked lines no longer fit the document. Load the page again and mark them anew."


def _version(posted: dict[str, list[str]]) -> int:
    return number(first(posted, "version")) or 0
