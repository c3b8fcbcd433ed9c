"""The queue: our own office's records first, doubtful ones on top.

In: a query.  Out: one page of records with counts and filters.
Promise: whatever the query says, a page is shown; its address says again what is seen.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from pipeline.export.words import STATUS, pick
from pipeline.register import Order, get_office, queue_page
from pipeline.review.deadline_reading import words_of
from pipeline.review.pages.common import Form, first, opened, today_of
from pipeline.review.queue import PAGE_SIZE, STATUSES, TODO, read_wanted
from pipeline.review.rendering import LANGUAGE_COOKIE, LANGUAGES, language_of, render

router = APIRouter()


@router.get("/")
def show_queue(request: Request) -> Response:
    """One page of the queue."""
    with opened(request) as register:
        office = get_office(register)
        wanted = read_wanted(request.query_params, office)
        today = today_of(request)
        start = (wanted.page - 1) * PAGE_SIZE
        found = queue_page(register, wanted.filter(), wanted.order, first=start, size=PAGE_SIZE, today=today)
    language = language_of(request)
    by_status = {name: sum(found.counts[status] for status in statuses) for name, statuses in STATUSES.items()}
    return render(
        request, "queue.html", wanted=wanted, office=office, tasks=found.tasks, total=found.total, counts=by_status, todo=TODO,
        start=start, pages=max(1, -(-found.total // PAGE_SIZE)), today=today, orders=list(Order), words_of=words_of,
        status_words={status: pick(pair, language) for status, pair in STATUS.items()},
    )  # fmt: skip


@router.get("/help")
def show_help(request: Request) -> Response:
    """What the keys do."""
    return render(request, "help.html")


@router.post("/language")
def choose_language(request: Request, posted: Form) -> Response:
    """Remember the reader's language and go back."""
    back = urlsplit(first(posted, "back"))
    safe = back.path if not back.netloc and back.path.startswith("/") and not back.path.startswith(("//", "/\\")) else "/"
    answer = RedirectResponse(safe + (f"?{back.query}" if back.query and safe != "/language" else ""), 303)
    chosen = first(posted, "language")
    if chosen in LANGUAGES:
        answer.set_cookie(LANGUAGE_COOKIE, chosen, max_age=365 * 86400, httponly=True, samesite="strict")
    return answer
