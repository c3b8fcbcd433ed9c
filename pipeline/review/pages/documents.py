"""The documents: a list with state and text quality, and one document with its records.

In: a query, or the id of a document.  Out: pages.
Promise: a document whose original is gone is listed and read like the others.
"""

from __future__ import annotations

import json

from fastapi import APIRouter, Request, Response

from models.errors import UnknownDocument
from pipeline.export.words import STATUS, pick, type_and_subject
from pipeline.register import get_document, sheets_of
from pipeline.register.shelf import shelf
from pipeline.review.deadline_reading import words_of
from pipeline.review.highlights import marks_of_fields
from pipeline.review.pages.common import number, opened, today_of, wanted_of
from pipeline.review.pane import pane_of
from pipeline.review.queue import PAGE_SIZE
from pipeline.review.rendering import language_of, query_words, render

router = APIRouter()
PACKET = "application/edxml"
"""The kind of file that is an exchange packet."""
SOURCES = {
    "text_layer": ("lớp chữ", "text layer"),
    "ocr": ("đọc từ ảnh", "read from picture"),
    "plain": ("văn bản", "text"),
    "recovered": ("phục hồi", "recovered"),
}


@router.get("/documents")
def list_documents(request: Request) -> Response:
    """The list, newest first."""
    query = request.query_params
    search = " ".join(query.get("q", "")[:200].split())
    doubtful = query.get("only") == "doubtful"
    page = number(query.get("page", ""), least=1, most=100_000) or 1
    with opened(request) as register:
        found = shelf(register, search=search, doubtful=doubtful, first=(page - 1) * PAGE_SIZE, size=PAGE_SIZE)
        if not found.lines and found.total:  # behind the end: the last page
            page = -(-found.total // PAGE_SIZE)
            found = shelf(register, search=search, doubtful=doubtful, first=(page - 1) * PAGE_SIZE, size=PAGE_SIZE)
    language = language_of(request)

    def address(**changes: object) -> str:
        return "/documents" + query_words(**{"q": search, "only": "doubtful" if doubtful else "", **changes})

    return render(
        request, "documents.html", found=found, search=search, doubtful=doubtful, page=page, here=address,
        pages=max(1, -(-found.total // PAGE_SIZE)),
        subject_of=lambda line: type_and_subject(line.type, line.subject, about=line.about),
        sources_of=lambda line: ", ".join(pick(SOURCES.get(each, (each, each)), language) for each in line.sources.split(",")),
        warnings_of=lambda line: json.loads(line.warnings),
    )  # fmt: skip


@router.get("/documents/{document_id}")
def show_document(request: Request, document_id: str) -> Response:
    """One document: its page on the left, fields and records on the right."""
    with opened(request) as register:
        document, sheets = get_document(register, document_id), sheets_of(register, document_id)
        if document is None or sheets is None:
            raise UnknownDocument(document=document_id[:40])
        wanted = wanted_of(request, register)
        marks = marks_of_fields(document.evidence)
        page = number(request.query_params.get("sheet", ""), least=1) or 1
        pane = pane_of(register, sheets, marks, page=page, view=request.query_params.get("view", ""))
    language = language_of(request)
    return render(
        request, "document.html", document=document, pane=pane, wanted=wanted, words_of=words_of, today=today_of(request),
        subject=type_and_subject(document.type, document.subject, about=document.about), packet_at_hand=sheets.media == PACKET,
        status_words={status: pick(pair, language) for status, pair in STATUS.items()},
    )  # fmt: skip


@router.get("/documents/{document_id}/pane")
def show_pane(request: Request, document_id: str) -> Response:
    """Only the left side."""
    with opened(request) as register:
        document, sheets = get_document(register, document_id), sheets_of(register, document_id)
        if document is None or sheets is None:
            raise UnknownDocument(document=document_id[:40])
        page = number(request.query_params.get("sheet", ""), least=1) or 1
        marks = marks_of_fields(document.evidence)
        pane = pane_of(register, sheets, marks, page=page, view=request.query_params.get("view", ""))
    return render(request, "pane_bare.html", pane=pane, pane_base=f"/documents/{document_id}?")
