"""The letterhead: number, date, issuer, subject, signer and the other fields of a document.

In: the id of a document; the form a person sent.  Out: the fields beside the first page, each marked where it stands.
Promise: as with records: an outdated form changes nothing and keeps what was typed; what was not touched stays the machine's.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from models.errors import DocumentConflict, UnknownDocument
from models.register import DocumentView
from pipeline.register import (
    Register,
    correct_document,
    counted_from,
    document_history,
    get_document,
    sheets_of,
    undo_document,
)
from pipeline.review.deadline_reading import day_said, looks_like_a_day, meaning
from pipeline.review.forms import Posted, clean
from pipeline.review.highlights import marks_of_fields
from pipeline.review.meanwhile import joined_fields
from pipeline.review.pages.common import Form, first, number, opened, settings_of
from pipeline.review.pages.record import Notice
from pipeline.review.pane import pane_of
from pipeline.review.people import person_of
from pipeline.review.queue import read_day
from pipeline.review.rendering import language_of, query_words, render, say_of
from pipeline.review.telling import entries_of, field_words
from pipeline.rules.types import type_names

router = APIRouter()
LINES = (
    "number", "type", "issued", "place", "issuer", "subject", "signer_authority", "signer_title", "signer_name", "directed_by",
    "urgency", "circulation",
)  # fmt: skip
LISTS = ("addressees", "recipients")
_SAID = {
    "saved": ("Đã lưu.", "Saved."),
    "undone": ("Đã hoàn tác.", "Undone."),
    "unchanged": ("Không có gì thay đổi.", "Nothing was changed."),
}
MOST_LINE, MOST_LIST = 1_000, 8_000
_MOST_LINKS = 30


@router.get("/documents/{document_id}/letterhead")
def show_letterhead(request: Request, document_id: str) -> Response:
    """The fields of a document."""
    with opened(request) as register:
        return _page(request, register, document_id, notice=_said(request, register, document_id))


@router.post("/documents/{document_id}/letterhead")
def save_letterhead(request: Request, document_id: str, posted: Form) -> Response:
    """Put the person's values in place."""
    typed = _typed(posted)
    with opened(request, write=True) as register:
        document = _document(register, document_id)
        version = number(first(posted, "version")) or 0
        if version != document.version:
            return _conflict(request, register, document_id, typed, _seen(posted))
        troubles = _troubles(request, typed, document)
        if troubles:
            title = say_of(request)("Chưa lưu được. Hãy sửa các chỗ sau rồi lưu lại.", "Not saved. Mend this and save again.")
            return _page(request, register, document_id, typed=typed, notice=Notice("bad", title, tuple(troubles)), status=400)
        shown, changes = _values(document), {}
        for field, text in typed.items():
            if text != clean(shown[field], lines=field in LISTS):
                changes[field] = _value(field, text)
        try:
            after = correct_document(
                register, document_id, version, changes, who=person_of(request).name, when=settings_of(request).clock(),
                read=meaning,
            )  # fmt: skip
        except DocumentConflict:
            return _conflict(request, register, document_id, typed, _seen(posted))
    return _back(document, "saved" if after != version else "unchanged")


@router.post("/documents/{document_id}/undo")
def undo_letterhead(request: Request, document_id: str, posted: Form) -> Response:
    """Take back the last change of the fields."""
    with opened(request, write=True) as register:
        document, version = _document(register, document_id), number(first(posted, "version")) or 0
        try:
            after = undo_document(
                register, document_id, version, who=person_of(request).name, when=settings_of(request).clock(), read=meaning
            )
        except DocumentConflict:
            return _conflict(request, register, document_id, {}, {})
    return _back(document, "undone" if after != version else "unchanged")


def _back(before: DocumentView, word: str) -> Response:
    """The page again; its address says the day before, so that deadlines counted from it can be named."""
    day = before.issued.isoformat() if before.issued else "none"
    return RedirectResponse(f"/documents/{before.id}/letterhead{query_words(said=word, was=day)}", 303)


def _said(request: Request, register: Register, document_id: str) -> Notice | None:
    say, words = say_of(request), _SAID.get(request.query_params.get("said", ""))
    if words is None:
        return None
    was, document = request.query_params.get("was", ""), _document(register, document_id)
    before = read_day(was)
    if not was or document.issued == before:
        return Notice("good", say(*words))
    moved, left = counted_from(register, document_id, before, document.issued, meaning)
    told = (
        say(
            f"Thời hạn tính từ ngày văn bản đã tính lại theo ngày mới: {len(moved)} bản ghi.",
            f"Deadlines counted from the day of the document were counted anew: {len(moved)} records.",
        ),
    )
    if not left:
        return Notice("good", say(*words), told if moved else ())
    look = say("Còn theo ngày cũ, hãy xem lại từng bản ghi:", "Still counted from the old day; look at each of these:")
    links = tuple((f"/tasks/{task.id}", task.text[:120]) for task in document.tasks if task.id in left)
    return Notice("conflict", say(*words), (*(told if moved else ()), look), links=links[:_MOST_LINKS])


def _conflict(request: Request, register: Register, document_id: str, typed: dict[str, str], seen: dict[str, str]) -> Response:
    say, language = say_of(request), language_of(request)
    last = next(iter(entries_of(document_history(register, document_id), say, language)), None)
    who = f"{last.who}, {last.at:%H:%M %d/%m/%Y}" if last else say("lần đọc lại văn bản", "a new reading")
    title = say(
        f"Văn bản vừa được sửa ({who}). Thao tác của bạn chưa được lưu.", f"Just changed ({who}). Your change was not saved."
    )
    lines = [f"{name}: {before} → {after}" for name, before, after in (last.fields if last else ())]
    now = _values(_document(register, document_id))
    form = joined_fields(typed, seen, now)
    mine = [field_words(field, language) for field, text in form.items() if text != now[field]]
    if mine:
        kept = ", ".join(mine)
        lines.append(
            say(
                f"Ô bạn đã sửa còn giữ nguyên: {kept}. Các ô khác theo bản mới. Bấm Lưu để ghi, hoặc Bỏ bản của tôi.",
                f"What you changed is kept: {kept}. Press Save to put it in place, or Drop mine.",
            )
        )
    notice = Notice("conflict", title, tuple(lines), drop=bool(mine))
    return _page(request, register, document_id, typed=form, notice=notice, status=409)


def _seen(posted: Posted) -> dict[str, str]:
    """What the form was filled with; nothing where it does not say."""
    try:
        plain = json.loads(first(posted, "seen"))
    except (ValueError, RecursionError):
        return {}
    told = plain.items() if isinstance(plain, dict) else ()
    return {name: clean(text, lines=name in LISTS) for name, text in told if isinstance(text, str)}


def _page(
    request: Request, register: Register, document_id: str, *, typed: dict[str, str] | None = None, notice: Notice | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    with register.snapshot():
        document = _document(register, document_id)
        sheets = sheets_of(register, document_id)
        if sheets is None:
            raise UnknownDocument(document=document_id[:40])
        query = request.query_params
        page = number(query.get("sheet", ""), least=1) or 1
        pane = pane_of(register, sheets, marks_of_fields(document.evidence), page=page, view=query.get("view", ""))
        language, now = language_of(request), _values(document)
        shown = now | (typed or {})
        return render(
            request, "letterhead.html", status=status, document=document, pane=pane, typed=shown, unsaved=shown != now,
            seen=json.dumps(now, ensure_ascii=False),
            notice=notice, types=type_names(), lines=LINES, lists=LISTS, name_of=lambda field: field_words(field, language),
            entries=entries_of(document_history(register, document_id), say_of(request), language),
        )  # fmt: skip


def _document(register: Register, document_id: str) -> DocumentView:
    document = get_document(register, document_id)
    if document is None:
        raise UnknownDocument(document=document_id[:40])
    return document


def _values(document: DocumentView) -> dict[str, str]:
    """The fields as the form shows them."""
    signer = document.signer
    signed = {
        "signer_name": signer.name if signer else "",
        "signer_title": (signer.title if signer else "") or "",
        "signer_authority": (signer.authority if signer else "") or "",
    }
    plain = {field: signed.get(field) if field in signed else getattr(document, field) or "" for field in LINES}
    plain["issued"] = f"{document.issued:%d/%m/%Y}" if document.issued else ""
    return {field: str(value) for field, value in plain.items()} | {field: "\n".join(getattr(document, field)) for field in LISTS}


def _typed(posted: Posted) -> dict[str, str]:
    typed = {field: clean(first(posted, field)) for field in LINES if field in posted}
    return typed | {field: clean(first(posted, field), lines=True) for field in LISTS if field in posted}


def _troubles(request: Request, typed: dict[str, str], document: DocumentView) -> list[str]:
    say, language = say_of(request), language_of(request)
    found = []
    if typed.get("issued") and day_said(typed["issued"]) is None:
        found.append(_no_day(typed["issued"], say))
    if typed.get("type") and typed["type"] not in {*type_names(), document.type}:  # what stands there may stay
        found.append(say("Loại văn bản không có trong danh mục.", "The type of the document is not known."))
    for field, text in typed.items():
        if len(text) > (MOST_LIST if field in LISTS else MOST_LINE):
            found.append(f"{field_words(field, language)}: " + say("quá dài", "too long"))
    return found


def _no_day(text: str, say: Callable[[str, str], str]) -> str:
    if looks_like_a_day(text):
        return say(
            f"Ngày ban hành: {text} không có trong lịch. Hãy xem lại ngày, tháng, năm.",
            f"Issued: there is no {text} in the calendar. Look at day, month and year again.",
        )
    return say(
        "Không hiểu ngày ban hành; viết như 12/5/2025 hoặc “ngày 12 tháng 5 năm 2025”, hoặc để trống.",
        "The day of issue is not understood; write 12/5/2025 or “ngày 12 tháng 5 năm 2025”, or leave it empty.",
    )


def _value(field: str, text: str) -> str | list[str] | None:
    if field in LISTS:
        return [line for line in text.split("\n") if line]
    day: date | None = day_said(text) if field == "issued" else None
    return day.isoformat() if day else text or None
