"""The queue: our own office's records first, doubtful ones on top.

In: a query.  Out: one page of records with counts and filters.
Promise: whatever the query says, a page is shown; its address says again what is seen.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from models.directive import Role
from models.office import Office
from models.register import TaskView
from pipeline.export.words import STATUS, pick
from pipeline.register import Order, Queue, Register, concerns, fold, get_office, is_ours, queue_page
from pipeline.review.deadline_reading import words_of
from pipeline.review.pages.common import Form, first, opened, today_of
from pipeline.review.queue import PAGE_SIZE, STATUSES, TODO, Wanted, read_wanted
from pipeline.review.rendering import LANGUAGE_COOKIE, LANGUAGES, language_of, render, say_of

router = APIRouter()


@router.get("/")
def show_queue(request: Request) -> Response:
    """One page of the queue."""
    with opened(request) as register:
        office = get_office(register)
        wanted = read_wanted(request.query_params, office)
        today = today_of(request)
        found = _page_of(register, wanted, today)
        beyond = wanted.page > 1 and not found.tasks and found.total
        if beyond:  # the list is shorter than the address thinks: work was done since, or the number was typed
            wanted = replace(wanted, page=-(-found.total // PAGE_SIZE))
            found = _page_of(register, wanted, today)
    language, start = language_of(request), (wanted.page - 1) * PAGE_SIZE
    by_status = {name: sum(found.counts[status] for status in statuses) for name, statuses in STATUSES.items()}
    return render(
        request, "queue.html", wanted=wanted, office=office, tasks=found.tasks, total=found.total, counts=by_status, todo=TODO,
        start=start, beyond=beyond, bare=fold(wanted.search),
        pages=max(1, -(-found.total // PAGE_SIZE)), today=today, orders=list(Order), words_of=words_of,
        part_of=lambda task: _part_of(task, office, say_of(request)) if wanted.mine else "",
        status_words={status: pick(pair, language) for status, pair in STATUS.items()},
    )  # fmt: skip


def _page_of(register: Register, wanted: Wanted, today: date) -> Queue:
    start = (wanted.page - 1) * PAGE_SIZE
    return queue_page(register, wanted.filter(), wanted.order, first=start, size=PAGE_SIZE, today=today)


def _part_of(task: TaskView, office: Office, say: Callable[[str, str], str]) -> str:
    """What is ours in a task that another office leads; "" where we lead it."""
    own = is_ours(office, task.issuer)  # in our own letter "các sở" are the others
    means = is_ours if own else concerns
    ours = {agency.role for agency in task.agencies if means(office, agency.name, agency.canonical, agency.agency_id)}
    if Role.LEAD in ours or not ours:
        return ""
    if Role.COORDINATE in ours:
        return say("cơ quan mình phối hợp", "we coordinate")
    if own:
        return say("cơ quan mình giao, nhận báo cáo", "we assigned it and receive the report")
    return say("cơ quan mình nhận báo cáo", "we receive the report")


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
