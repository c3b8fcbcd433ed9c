"""The lists as files, with the conditions of the queue.

In: a kind and a query.  Out: a file to keep.
Promise: the same lists as `giaoviec export`; the file says under which conditions it was made.
"""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from pipeline.export import export
from pipeline.export.words import STATUS, pick
from pipeline.review.pages.common import opened, today_of, wanted_of
from pipeline.review.queue import STATUSES, Wanted
from pipeline.review.rendering import language_of, say_of

router = APIRouter()
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


@router.get("/export/{kind}")
def download_list(request: Request, kind: str) -> Response:
    """The list of the queue as a file."""
    if kind not in KINDS:
        raise HTTPException(404)
    language = language_of(request)
    with opened(request) as register:
        wanted = wanted_of(request, register)
        content = export(
            register, wanted.filter(), kind, today=today_of(request), language=language, describe=_described(request, wanted)
        )
    headers = {"content-disposition": f'attachment; filename="nhiem-vu.{kind}"', "cache-control": "no-store"}
    return Response(content, media_type=KINDS[kind], headers=headers)


def _described(request: Request, wanted: Wanted) -> str:
    say, language = say_of(request), language_of(request)
    statuses = sorted(pick(STATUS[status], language) for status in STATUSES[wanted.status])
    parts = [
        say("việc của cơ quan mình", "work of our own office") if wanted.mine else "",
        say("trạng thái: ", "status: ") + ", ".join(statuses) if wanted.status != "all" else "",
        say(f"cơ quan: {wanted.agency}", f"agency: {wanted.agency}") if wanted.agency else "",
        say(f"văn bản: {wanted.document}", f"document: {wanted.document}") if wanted.document else "",
        say(f"hạn đến {wanted.due_before:%d/%m/%Y}", f"due up to {wanted.due_before:%d/%m/%Y}") if wanted.due_before else "",
        say(f"có chữ: {wanted.search}", f"with words: {wanted.search}") if wanted.search else "",
    ]
    return "; ".join(filter(None, parts))
