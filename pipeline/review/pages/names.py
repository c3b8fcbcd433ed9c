"""Names that people taught, decided on the page: "VPUB" means "Văn phòng Ủy ban nhân dân tỉnh".

In: what people corrected alike, and a yes or no.  Out: the names to be asked about, and those decided.
Promise: nothing is used before somebody said yes; each record that changes by it says so in its history, and can be taken back.
"""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse

from pipeline.register.aliases import ACCEPTED, accept, decisions, proposals, refuse
from pipeline.review.forms import clean
from pipeline.review.pages.common import Form, first, number, opened, settings_of
from pipeline.review.pages.record import Notice
from pipeline.review.people import person_of
from pipeline.review.rendering import render, say_of

router = APIRouter()
MOST_LETTERS = 300


@router.get("/names")
def show_names(request: Request) -> Response:
    """What is proposed, and what was decided."""
    return _page(request, notice=_said(request))


@router.get("/live/names")
def offers(request: Request) -> JSONResponse:
    """The names to be asked about, for the note on a record that was just corrected."""
    with opened(request) as register:
        found = proposals(register) if person_of(request).may_change else []
    return JSONResponse([{"name": one.name, "canonical": one.canonical, "times": one.times, "open": one.open} for one in found[:5]])


@router.post("/names/accept")
def say_yes(request: Request, posted: Form) -> Response:
    """Use a name from now on and in all records that nobody judged yet."""
    return _decide(request, posted, yes=True)


@router.post("/names/refuse")
def say_no(request: Request, posted: Form) -> Response:
    """Do not propose it again; use it no more."""
    return _decide(request, posted, yes=False)


def _decide(request: Request, posted: Form, *, yes: bool) -> Response:
    name, canonical = clean(first(posted, "name")), clean(first(posted, "canonical"))
    say = say_of(request)
    if not name or not canonical or max(len(name), len(canonical)) > MOST_LETTERS:
        title = say(
            "Cần cả tên gọi và tên đầy đủ, mỗi tên dài nhất 300 chữ cái.", "Name and full name are needed, 300 letters each."
        )
        return _page(request, notice=Notice("bad", title), status=400)
    who, when = person_of(request).name, settings_of(request).clock()
    changed = 0
    with opened(request, write=True) as register:
        if yes:
            changed = accept(register, name, canonical, who=who, when=when)
        else:
            refuse(register, name, canonical, who=who, when=when)
    told = {"said": "accepted" if yes else "refused", "name": name, "records": changed}
    return RedirectResponse(f"/names?{urlencode(told)}", 303)


def _said(request: Request) -> Notice | None:
    query, say = request.query_params, say_of(request)
    name, records = clean(query.get("name", ""))[:MOST_LETTERS], number(query.get("records", "")) or 0
    if query.get("said") == "accepted":
        return Notice(
            "good",
            say(
                f"Từ nay dùng tên gọi “{name}”; đã đổi {records} bản ghi chưa soát.",
                f"“{name}” is used from now on; {records} records not yet judged changed.",
            ),
        )
    if query.get("said") == "refused":
        return Notice("good", say(f"Không dùng, không đề nghị tên gọi “{name}” nữa.", f"“{name}” is neither used nor proposed."))
    return None


def _page(request: Request, *, notice: Notice | None, status: int = 200) -> Response:
    with opened(request) as register, register.snapshot():
        proposed, decided = proposals(register), decisions(register)
    return render(
        request, "names.html", status=status, notice=notice, proposed=proposed, decided=decided, accepted=ACCEPTED
    )  # fmt: skip
